"""The numbered cases: draft, each state's text, and what the consolidated document shows, in the notation of notation.py."""

import re
from pathlib import Path
from typing import get_args

import pytest

from pipeline.model import ConflictKind
from tests.laws import run
from tests.notation import document, shown
from tests.versions import settled
from tests.word import package

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
OURS = ("draft", "earlier draft", "shows", "conflicts", "statuses")


def sections(path: Path) -> dict[str, str]:
    """Name of a section -> its text; what stands before the first is the sentence that the case states."""
    parts = re.split(r"^== (.+) ==\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {name: text.rstrip("\n") for name, text in zip(parts[1::2], parts[2::2], strict=True)}


def consolidated(case: dict[str, str], folder: Path) -> tuple[str, str, str]:
    """What the document shows, the kinds of conflict, and the submissions' statuses."""
    inputs, outputs = folder / "inputs", folder / "outputs"
    (inputs / "submissions").mkdir(parents=True)
    (inputs / "draft-program.docx").write_bytes(package(document(case["draft"])))
    if "earlier draft" in case:
        (inputs / "earlier-drafts").mkdir()
        (inputs / "earlier-drafts" / "draft-2003.docx").write_bytes(package(document(case["earlier draft"])))
    for name, text in case.items():
        if name not in OURS:
            sent = document(text)
            tracked = bool(re.search(r"\{[+-]", text))
            (inputs / "submissions" / f"{name}.docx").write_bytes(package(sent if tracked else settled(sent, True)))
    code, report, _ = run(inputs, outputs)
    assert code == 0
    assert report["laws"]["problems"] == []
    kinds = "\n".join(c["kind"] + (" (alternatives)" if c["alternatives"] else "") for c in report["conflicts"])
    return shown(outputs / "consolidated.docx"), kinds, "\n".join(f"{s['file']}: {s['status']}" for s in report["submissions"])


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_case(path, tmp_path):
    """The document reads as the case says, and the disagreement has the kind that the case says."""
    case = sections(path)
    text, kinds, statuses = consolidated(case, tmp_path)
    assert text == case["shows"]
    assert kinds == case["conflicts"]
    assert statuses == case.get("statuses", statuses)


def test_every_kind_of_conflict_has_a_case():
    """The list of kinds is closed; a kind without a case could break unseen."""
    told = {k.removesuffix(" (alternatives)") for path in CASES for k in sections(path)["conflicts"].split("\n")}
    assert set(get_args(ConflictKind)) <= told
