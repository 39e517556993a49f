"""What workbooks hold beside plain cells: merged cells, formulas, number formats, notes, and files that are none."""

import datetime
import zipfile

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment

from pipeline.errors import Unreadable
from pipeline.readers.table_xlsx import read_table_xlsx, shown
from tests.tables.builders import workbook

HEAD = ["Clause", "Type", "Comments", "Proposed change"]


@pytest.fixture
def made(tmp_path):
    """Builds a workbook of one sheet under the header, lets the test change it, and reads it."""

    def make(*rows, change=lambda sheet: None):
        path = tmp_path / "Belize.xlsx"
        book = workbook(path, {"Comments": [HEAD, *rows]})
        change(book["Comments"])
        book.save(path)
        return read_table_xlsx(path)

    return make


def test_a_merged_clause_holds_for_the_rows_beside_it(made):
    """The words stand in the first cell only."""
    found = made(["4", "te", "One.", ""], ["", "ed", "Two.", ""], change=lambda sheet: sheet.merge_cells("A2:A3"))
    assert [(r.place, r.reference) for r in found.remarks] == [("sheet Comments, row 2", "4"), ("sheet Comments, row 3", "4")]


def test_a_merged_row_below_the_table_is_read_as_one_cell(made):
    """Sentences across the table are a comment."""
    words = "The delegation regards the schedule of the review as too short."
    found = made(["4", "te", "One.", ""], [words], change=lambda sheet: sheet.merge_cells("A3:D3"))
    assert found.remarks[1].text == words


def test_numbers_read_as_they_show(made):
    """Excel holds 3.10 as 3.1; the format tells what the delegation sees."""

    def number(sheet):
        sheet["A2"] = 3.1
        sheet["A2"].number_format = "0.00"
        sheet["A3"] = 12.0

    assert [r.reference for r in made(["", "te", "One.", ""], ["", "te", "Two.", ""], change=number).remarks] == ["3.10", "12"]
    assert (shown(True), shown(0.1 + 0.2), shown(None)) == ("TRUE", "0.3", "")


def test_a_date_in_a_cell_is_told(made):
    """Excel turns a reference such as 3.1 into a date; the officer must know."""
    found = made(["", "te", "One.", ""], change=lambda sheet: sheet.__setitem__("A2", datetime.date(2004, 1, 3)))
    assert found.remarks[0].reference == "2004-01-03"
    assert [(n.kind, n.file, n.place) for n in found.notices] == [("date in a cell", "Belize.xlsx", "sheet Comments, cell A2")]


def test_a_formula_that_nobody_computed_is_told(made):
    """The file holds no value for it, so nothing is read, but not in silence."""
    found = made(["4", "te", "One.", ""], change=lambda sheet: sheet.__setitem__("D2", '="Delete"&" it"'))
    assert found.remarks[0].proposed == ""
    assert [n.kind for n in found.notices] == ["formula without value"]


def test_looks_of_stretches_and_of_whole_cells_are_kept(made):
    """Rich text in a cell, and a cell's own font."""

    def look(sheet):
        sheet["D2"] = CellRichText("the ", TextBlock(InlineFont(b=True), "fund"))

    assert made(["4", "te", "", "x"], change=look).remarks[0].emphasis == ((4, 8, "bold"),)


def test_a_note_on_a_cell_is_named_without_its_author(made):
    """Notes begin with the name of the person who wrote them."""

    def note(sheet):
        sheet["C2"].comment = Comment("A. Sample:\nsee also 5", "A. Sample")

    found = made(["4", "te", "One.", ""], change=note)
    assert [(s.place, s.text) for s in found.skipped if s.reason == "note"] == [("sheet Comments, cell C2", "see also 5")]


def test_a_sheet_without_a_header_does_not_continue_another(tmp_path):
    """Sheets are tables of their own."""
    path = tmp_path / "Belize.xlsx"
    workbook(path, {"A": [HEAD, ["4", "te", "One.", "Delete."]], "B": [["a", "b", "c", "d"]]})
    assert [(s.place, s.reason) for s in read_table_xlsx(path).skipped][1:] == [("sheet B, row 1", "not a comment table")]


def test_a_workbook_without_a_comment_table_is_none(tmp_path):
    """The caller decides what else it may be."""
    path = tmp_path / "Belize.xlsx"
    workbook(path, {"A": [["Month", "Cost"], ["May", "4"]]})
    assert read_table_xlsx(path) is None


def test_a_style_at_the_end_of_the_sheet_costs_nothing(made):
    """A million empty rows must not be walked."""
    found = made(["4", "te", "One.", ""], change=lambda sheet: setattr(sheet["A1048576"], "number_format", "0.00"))
    assert len(found.remarks) == 1


@pytest.mark.parametrize(("content", "kind"), [
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Workbook", "not-a-docx"),
    (b"PK\x03\x04 broken", "damaged"),
])  # fmt: skip
def test_files_that_are_no_workbook_are_refused_with_their_name(tmp_path, content, kind):
    """One bad file never stops the run: it gets a clear answer."""
    path = tmp_path / "Belize.xlsx"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match="Belize") as caught:
        read_table_xlsx(path)
    assert caught.value.kind == kind


@pytest.mark.parametrize(("name", "content", "kind"), [
    ("xl/worksheets/sheet1.xml", b"<worksheet", "damaged"),
    ("xl/worksheets/sheet1.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet/>", "unsafe"),
    ("xl/worksheets/sheet1.xml", b"<worksheet>" + b" " * 2**25, "unsafe"),
    ("xl/vbaProject.bin", b"x", "macro"),
])  # fmt: skip
def test_a_workbook_is_checked_before_it_is_opened(tmp_path, name, content, kind):
    """Entities, bombs and macros are refused from the archive alone."""
    path = tmp_path / "Belize.xlsx"
    workbook(path, {"A": [HEAD]})
    with zipfile.ZipFile(path) as archive:
        parts = {info: archive.read(info) for info in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in (parts | {name: content}).items():
            archive.writestr(part, data)
    with pytest.raises(Unreadable) as caught:
        read_table_xlsx(path)
    assert caught.value.kind == kind
