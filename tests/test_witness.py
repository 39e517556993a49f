"""Pandoc as the second witness: it shares no code with the pipeline and reads accepted and rejected marks its own way.

Pandoc drops row marks and heading numbers, so families with edits of rows are left out, and texts are compared as their
words. It shows the results of fields, which Word refreshes by itself: families with fields are left out too, and words
that are numbers do not count.
"""

import random
import re
import zipfile
from pathlib import Path

import pypandoc
import pytest

from tests.families import Family, family
from tests.laws import run, write_inputs

INPUTS = Path(__file__).resolve().parents[1] / "inputs"
ROWS = ("row", "drop row")


def words(path: Path, view: str) -> list[str]:
    """All words of a document, notes included, as pandoc reads them."""
    text = pypandoc.convert_file(str(path), "plain", extra_args=[f"--track-changes={view}", "--wrap=none"])
    lines = (re.sub(r"^\s*(?:(?:\d+\.|\([a-z]+\))(?:\s+|$))+", "", x) for x in text.splitlines())
    return [w for w in " ".join(x for x in lines if x.strip(" |+-=")).split() if not w.isdigit()]


def without_rows() -> list[Family]:
    drawn = (family(random.Random(seed), (2, 3)) for seed in range(400, 440))
    return [f for f in drawn if not _has_fields(f) and not any(e.kind in ROWS for s in f.sent for e in s.edits)][:6]


def _has_fields(f: Family) -> bool:
    return any(t.kind == "field" for p in f.draft.paragraphs().values() for t in p.tokens)


@pytest.mark.parametrize("found", without_rows(), ids=lambda f: "-".join(s.file[:3] for s in f.sent))
def test_a_familys_own_documents_read_as_sent(found, tmp_path):
    """Rejecting a contributor's document gives the draft, accepting it what the contributor sent."""
    write_inputs(found, tmp_path / "inputs")
    run(tmp_path / "inputs", tmp_path / "outputs")
    draft = words(tmp_path / "inputs" / "draft-program.docx", "accept")
    for s in found.sent:
        own = tmp_path / "outputs" / "by-contributor" / f"{s.names[0]}.docx"
        assert words(own, "reject") == draft
        assert words(own, "accept") == words(tmp_path / "inputs" / "submissions" / s.file, "accept")


@pytest.fixture(scope="module")
def samples(tmp_path_factory) -> tuple[Path, dict]:
    outputs = tmp_path_factory.mktemp("witness") / "outputs"
    _, report, _ = run(INPUTS, outputs)
    return outputs, report


def test_every_sample_rejects_to_the_draft(samples):
    """By-contributor documents of the project's own inputs."""
    outputs, _ = samples
    draft = words(INPUTS / "draft-program.docx", "accept")
    for own in sorted((outputs / "by-contributor").glob("*.docx")):
        assert words(own, "reject") == draft, own.name


def test_the_samples_that_are_versions_of_the_draft_accept_to_what_was_sent(samples):
    """Not those on another version, with several files or with edits of rows, which pandoc does not see."""
    outputs, report = samples
    alone = [s for s in report["submissions"] if s["status"] == "merged" and s["form"] in ("tracked", "clean") and not s["held"]]
    live = ("merged", "rebased", "comments-only", "other-language")
    names = [c for s in report["submissions"] if s["status"] in live for c in s["contributors"]]
    seen = 0
    for s in alone:
        source = INPUTS / "submissions" / s["file"]
        if any(names.count(c) > 1 for c in s["contributors"]) or _edits_rows(source):
            continue
        for name in s["contributors"]:
            assert words(outputs / "by-contributor" / f"{name}.docx", "accept") == words(source, "accept"), s["file"]
            seen += 1
    assert seen >= 3


def _edits_rows(path: Path) -> bool:
    with zipfile.ZipFile(path) as archive:
        return bool(re.search(r"<w:trPr>(?:(?!</w:trPr>).)*<w:(?:ins|del) ", archive.read("word/document.xml").decode()))
