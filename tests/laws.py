"""Runs the pipeline on a family and judges what it wrote by what the generator says was sent."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

from pipeline.run import Options, consolidate
from tests import views
from tests.families import Family
from tests.versions import view
from tests.word import package

FALL_BACK = "own view not exact"


def write_inputs(family: Family, folder: Path) -> None:
    """The draft and the submissions as files."""
    (folder / "submissions").mkdir(parents=True)
    (folder / "draft-program.docx").write_bytes(package(family.draft, cut=7))
    for s in family.sent:
        (folder / "submissions" / s.file).write_bytes(s.data())


def run(inputs: Path, outputs: Path) -> tuple[int, dict[str, Any], list[str]]:
    """Exit code, report and what the terminal said."""
    said: list[str] = []
    outcome = consolidate(Options(inputs, outputs, processes=1), said.append)
    return outcome.exit_code, outcome.report, said


def faults(family: Family, folder: Path) -> list[str]:
    """Every law that the outputs break, in words; none for a sound run."""
    write_inputs(family, folder / "inputs")
    code, report, said = run(folder / "inputs", folder / "outputs")
    out = [f"exit {code}"] * bool(code)
    out += [x for x in said if FALL_BACK in x]
    out += [f"{s['file']}: {s['status']}" for s in report["submissions"] if s["status"] != "merged"]
    out += [f"audit: {p}" for p in report["laws"]["problems"]]
    totals = report["laws"]["completeness"]
    out += [f"law 3: {totals}"] * (totals["in"] != totals["out"])
    return out + list(_seen(family, folder / "outputs")) + list(_same_ids(report, folder / "outputs"))


def _seen(family: Family, outputs: Path) -> list[str]:
    """Laws 0, 1 and 2 by the tests' own reader: a mark with an author too many or too few changes an own view."""
    whole = outputs / "consolidated.docx"
    draft = view(family.draft, True)
    source = outputs.parent / "inputs" / "draft-program.docx"
    out = []
    for path in (whole, *sorted((outputs / "by-contributor").glob("*.docx"))):
        if views.view(path, views.nobody) != draft:
            out.append(f"law 0: {path.name}: {_difference(draft, views.view(path, views.nobody))}")
        elif views.looks(path, views.nobody) != views.looks(source, views.nobody):
            out.append(f"law 0: {path.name}: looks {_difference(views.looks(source, views.nobody), views.looks(path, views.nobody))}")
    for s in family.sent:
        sent = view(s.marked, True)
        for name in s.names:
            own = outputs / "by-contributor" / f"{name}.docx"
            for path, accepts in ((whole, views.of(name)), (own, views.everybody)):
                if views.view(path, accepts) != sent:
                    out.append(f"law 1: {name} in {path.name}: {_difference(sent, views.view(path, accepts))}")
    return out


def _difference(expected: list[Any], found: list[Any]) -> str:
    for k, (a, b) in enumerate(zip(expected, found, strict=False)):
        if a != b:
            return f"block {k}: expected {a!r}, found {b!r}"
    return f"expected {len(expected)} blocks, found {len(found)}"


def _same_ids(report: dict[str, Any], outputs: Path) -> list[str]:
    """Law 5: each proposal's id is a bookmark of the document and stands in the workbook."""
    with zipfile.ZipFile(outputs / "consolidated.docx") as archive:
        marked = set(re.findall(r'w:name="P_(\w+)"', archive.read("word/document.xml").decode()))
        if "word/footnotes.xml" in archive.namelist():
            marked |= set(re.findall(r'w:name="P_(\w+)"', archive.read("word/footnotes.xml").decode()))
    with zipfile.ZipFile(outputs / "comparison.xlsx") as archive:
        cells = "".join(archive.read(x).decode() for x in archive.namelist() if x.endswith(".xml"))
    ids = {p["id"] for p in report["proposals"]}
    out = [f"law 5: {i} is no bookmark" for i in sorted(ids - {m.replace("_", "-") for m in marked})]
    return out + [f"law 5: {i} is not in the workbook" for i in sorted(ids) if i not in cells]
