"""What one state takes away whole while others edit inside it: tables, text boxes and notes go with what holds them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pipeline.store import read_json
from tests.meetings import run

BOX = (
    '<w:r {ns}><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:200pt;height:40pt"><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
ONE, TWO = "The Commission reports on detention.", "The Institute offers courses for judges."


def written(path: Path, boxes: tuple[str, ...] = (), table: str = "", *, paragraph: bool = True) -> None:
    """A draft of four paragraphs; the third holds the boxes, and a table of three rows stands before the last."""
    document = Document()
    document.add_heading("Introduction", 1)
    document.add_paragraph("States shall protect all migrants and their families.")
    if paragraph:
        holder = document.add_paragraph("See the box beside this paragraph.")
        for words in boxes:
            holder._p.append(parse_xml(BOX.format(ns=nsdecls("w"), words=words)))
    if table:
        rows = document.add_table(3, 2)
        for number in range(3):
            rows.cell(number, 0).text, rows.cell(number, 1).text = f"Organ {number}", f"Term of {number} years"
        rows.cell(1, 1).text = table
    document.add_paragraph("States shall cooperate with each other.")
    document.save(str(path))


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "inputs" / "submissions").mkdir(parents=True)
    return tmp_path / "inputs", tmp_path / "outputs"


def report_of(inputs: Path, outputs: Path) -> dict[str, Any]:
    outcome = run(inputs, outputs)
    assert outcome.laws is not None
    assert outcome.laws.problems == []
    assert outcome.exit_code == 0
    report: dict[str, Any] = read_json(outputs / "report.json")
    return report


def test_a_paragraph_deleted_with_its_text_boxes_is_in_conflict_with_edits_of_them(folders: tuple[Path, Path]) -> None:
    """One conflict for both boxes; print and page, whose signs hang on the marks around the boxes, pass the audit."""
    inputs, outputs = folders
    written(inputs / "draft-program.docx", (ONE, TWO))
    written(inputs / "submissions" / "Mexico.docx", paragraph=False)
    for state in ("Argentina", "Brazil"):
        written(inputs / "submissions" / f"{state}.docx", (ONE.replace("detention", "asylum"), TWO.replace("courses", "seminars")))
    (conflict,) = report_of(inputs, outputs)["conflicts"]
    assert conflict["kind"] == "paragraph deleted against edited"
    assert {ident.split("-")[0] for ident in conflict["proposals"]} == {"ARG", "BRA", "MEX"}


def test_a_proposal_on_a_text_box_leads_to_the_paragraph_that_holds_it(folders: tuple[Path, Path]) -> None:
    inputs, outputs = folders
    written(inputs / "draft-program.docx", (ONE,))
    written(inputs / "submissions" / "Peru.docx", (ONE.replace("detention", "asylum"),))
    report_of(inputs, outputs)
    paragraphs = Document(str(outputs / "consolidated.docx")).paragraphs
    (found,) = [p.text for p in paragraphs if p._p.xpath('./w:bookmarkStart[@w:name="P_PER_01"]')]
    assert found.startswith("See the box")


def test_a_deleted_table_is_one_proposal_on_the_table(folders: tuple[Path, Path]) -> None:
    """It was shown as an amendment of the paragraph before the table, without a word of what goes."""
    inputs, outputs = folders
    written(inputs / "draft-program.docx", table="Term of 1 years")
    written(inputs / "submissions" / "Mexico.docx")
    written(inputs / "submissions" / "Peru.docx", table="Term of 2 years")
    report = report_of(inputs, outputs)
    proposal = next(p for p in report["proposals"] if p["id"] == "MEX-01")
    assert (proposal["type"], proposal["provision"]["label"]) == ("delete", "Table 1")
    (kept,) = [p for p in read_json(outputs / "stages" / "align.json") if p["id"] == "MEX-01"]
    assert kept["draft_text"].split("\n") == [f"Organ {n} | Term of {n} years" for n in range(3)]
    (conflict,) = report["conflicts"]
    assert conflict["kind"] == "row deleted against edited"
    assert set(conflict["proposals"]) == {"MEX-01", "PER-01"}


def with_footer(path: Path, proposed: str = "") -> None:
    """A page's foot that says "Working draft", its second word marked as replaced by another."""
    written(path)
    document = Document(str(path))
    foot = document.sections[0].footer.paragraphs[0]
    foot.add_run("Working ")
    foot.add_run("draft")
    if proposed:
        mark = f'{nsdecls("w")} w:id="{{}}" w:author="A. Person" w:date="2004-10-20T10:00:00Z"'
        old = foot.runs[1]._r
        gone = parse_xml(f"<w:del {mark.format(901)}><w:r><w:delText>draft</w:delText></w:r></w:del>")
        new = parse_xml(f"<w:ins {mark.format(902)}><w:r><w:t>{proposed}</w:t></w:r></w:ins>")
        old.addnext(gone)
        gone.addnext(new)
        foot._p.remove(old)
    document.save(str(path))


def test_proposals_on_a_footer_have_no_link_to_a_place_in_the_text(folders: tuple[Path, Path]) -> None:
    """They stand in the annexes alone; the page had a link that led nowhere, which the audit refused (exit 4)."""
    inputs, outputs = folders
    with_footer(inputs / "draft-program.docx")
    with_footer(inputs / "submissions" / "Argentina.docx", "text")
    with_footer(inputs / "submissions" / "Peru.docx", "paper")
    (conflict,) = report_of(inputs, outputs)["conflicts"]
    assert conflict["kind"] == "rival replacement"
    body = Document(str(outputs / "consolidated.docx")).element.body
    assert set(body.xpath("//w:hyperlink/@w:anchor")) <= set(body.xpath("//w:bookmarkStart/@w:name"))
