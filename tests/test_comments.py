"""Word comments of a submission, where what they hang on is new."""

from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from pipeline.ooxml.names import AUTHOR, P, W
from tests.meetings import parts_of, run

SAID = "Please give a time frame for this activity."


def table(path: Path, *rows: str, commented: str = "") -> None:
    """A paragraph, a table of one column, a paragraph; a comment on the row that says ``commented``."""
    document = Document()
    document.add_paragraph("The activities of the Program are listed in the table that follows.")
    added = document.add_table(0, 1)
    for row in rows:
        added.add_row().cells[0].paragraphs[0].add_run(row)
    document.add_paragraph("They are carried out within the resources available for them.")
    for cell in added.columns[0].cells if commented else ():
        if cell.text == commented:
            document.add_comment(cell.paragraphs[0].runs, SAID, author="Ann Example", initials="AE")
    document.save(str(path))


@pytest.mark.parametrize("new", ["Directory of shelters", "Register of treaties"])
def test_a_comment_on_a_new_row_stands_in_the_row_next_to_it(tmp_path: Path, new: str) -> None:
    """It is no general comment: a reader finds it where the row is proposed, under its contributor."""
    inputs = tmp_path / "inputs"
    (inputs / "submissions").mkdir(parents=True)
    beside = "Study on seasonal work"
    table(inputs / "draft-program.docx", beside)
    rows = (new, beside) if new < "R" else (beside, new)
    table(inputs / "submissions" / "Argentina.docx", *rows, commented=new)
    outcome = run(inputs, tmp_path / "outputs")
    assert outcome.exit_code == 0
    (said,) = [p for p in outcome.merged.proposals if p.comment is not None]
    assert (said.type, said.comment.text) == ("comment", SAID)
    parts = parts_of(tmp_path / "outputs" / "consolidated.docx")
    assert [c.get(AUTHOR) for c in etree.fromstring(parts["word/comments.xml"])] == ["Argentina"]
    start = next(etree.fromstring(parts["word/document.xml"]).iter(f"{{{W}}}commentRangeStart"))
    paragraph = next(a for a in start.iterancestors(P))
    assert beside in "".join(paragraph.itertext())


def test_a_comment_on_a_new_table_stands_where_the_table_is_proposed(tmp_path: Path) -> None:
    """No row of it is the draft's."""
    inputs = tmp_path / "inputs"
    (inputs / "submissions").mkdir(parents=True)
    document = Document()
    document.add_paragraph("The activities of the Program are listed in the table that follows.")
    document.add_paragraph("They are carried out within the resources available for them.")
    document.save(str(inputs / "draft-program.docx"))
    table(inputs / "submissions" / "Argentina.docx", "Directory of shelters", commented="Directory of shelters")
    outcome = run(inputs, tmp_path / "outputs")
    assert outcome.exit_code == 0
    (said,) = [p for p in outcome.merged.proposals if p.comment is not None]
    assert said.type == "comment"
    assert said.provision


def test_a_comment_on_an_unchanged_table_stands_in_its_cell(tmp_path: Path) -> None:
    """Rows whose words are the draft's were not looked into: what hung on them was a general comment."""
    inputs = tmp_path / "inputs"
    (inputs / "submissions").mkdir(parents=True)
    table(inputs / "draft-program.docx", "Study on seasonal work", "Register of treaties")
    table(inputs / "submissions" / "Argentina.docx", "Study on seasonal work", "Register of treaties", commented="Register of treaties")
    outcome = run(inputs, tmp_path / "outputs")
    assert [(p.type, p.label, p.placed_by) for p in outcome.merged.proposals] == [("comment", "Table 1, row 2, column 1", "marked")]


def test_a_change_of_formatting_in_an_unchanged_table_is_told(tmp_path: Path) -> None:
    """Words marked as made bold, in a row that says what the draft says, are a proposal on formatting, as in a paragraph."""
    inputs = tmp_path / "inputs"
    (inputs / "submissions").mkdir(parents=True)
    table(inputs / "draft-program.docx", "Study on seasonal work", "Register of treaties")
    sent = inputs / "submissions" / "Argentina.docx"
    table(sent, "Study on seasonal work", "Register of treaties")
    document = Document(str(sent))
    run_of_row = document.tables[0].cell(1, 0).paragraphs[0].runs[0]
    run_of_row.bold = True
    mark = etree.SubElement(run_of_row._r.rPr, f"{{{W}}}rPrChange", {f"{{{W}}}id": "9", AUTHOR: "Ann Example"})
    etree.SubElement(mark, f"{{{W}}}rPr")
    document.save(str(sent))
    outcome = run(inputs, tmp_path / "outputs")
    assert [(p.type, p.label) for p in outcome.merged.proposals] == [("format", "Table 1, row 2, column 1")]
