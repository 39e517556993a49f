"""The project's own form: written for every state, filled in as delegations do, read back without doubt."""

from copy import copy, deepcopy

import pytest
from docx import Document
from openpyxl import load_workbook

from pipeline.config import Config
from pipeline.model import Draft, Provision
from pipeline.readers.table_docx import read_table_docx
from pipeline.readers.table_xlsx import read_table_xlsx
from pipeline.register import load_register
from pipeline.request import form_labels, write_requests
from pipeline.tables.prefilled import name_of, read_name
from pipeline.tables.reading import Known
from pipeline.writers.form_xlsx import HEADER_ROW

REGISTER = load_register({})
CONFIG = Config(symbol="GT/TM-1/04", deadline="2004-11-01", date="2004-10-04")
TEXTS = {
    "p0001": ("heading", "II", "Objectives"),
    "p0002": ("paragraph", "II.1", "The register shall hold five entries.\nEach is dated & signed."),
    "p0003": ("paragraph", "II.2", "=The fund\U00100000 opens in May."),
    "p0004": ("header", "header", "Not for comment"),
    "p0005": ("paragraph", "II.3", ""),
    "p0006": ("cell", "Table 1, row 2, column 1", "Review"),
}


def draft() -> Draft:
    provisions = (Provision(i, label, "", kind, "body", 0, 0, text) for i, (kind, label, text) in TEXTS.items())
    return Draft("draft-program.docx", "0" * 64, {}, tuple(provisions), {"\U00100000": "footnote"})


@pytest.fixture
def folder(tmp_path):
    """The forms of two states."""
    states = [c for c in REGISTER.contributors if c.name in ("Mexico", "Haiti", "CARICOM")]
    write_requests(draft(), states, CONFIG, tmp_path / "requests")
    return tmp_path / "requests"


def word(folder, change=lambda table: None):
    path = folder / "Mexico - comment form.docx"
    document = Document(path)
    change(document.tables[-1])
    document.save(path)
    return read_table_docx(path)


def excel(folder, change=lambda sheet: None):
    path = folder / "Mexico - comment form.xlsx"
    book = load_workbook(path)
    change(book["Comments"])
    book.save(path)
    return read_table_xlsx(path)


def test_each_member_state_gets_one_form_in_both_formats(folder):
    """Groups and bodies comment through other papers."""
    names = sorted(path.name for path in folder.iterdir())
    assert names == [f"{s} - comment form.{e}" for s in ("Haiti", "Mexico") for e in ("docx", "xlsx")]


def test_the_register_finds_every_state_in_the_name_of_its_form(tmp_path):
    """A returned file needs no renaming."""
    states = [c for c in REGISTER.contributors if c.kind == "state"]
    written = write_requests(draft(), states, CONFIG, tmp_path)
    found = [REGISTER.from_file_name(path.name, {}).contributors for path in written]
    assert found == [(state,) for state in states for _ in range(2)]


def test_the_same_values_give_the_same_bytes(folder, tmp_path):
    """No clock and no order of files reaches the forms."""
    again = write_requests(draft(), reversed(REGISTER.contributors), CONFIG, tmp_path / "again")
    twins = [path for path in again if (folder / path.name).exists()]
    assert len(twins) == 4
    assert all(path.read_bytes() == (folder / path.name).read_bytes() for path in twins)


def test_the_form_names_the_state_the_document_and_the_day(folder):
    """A form that lies on a desk tells what it is for."""
    paragraphs = "\n".join(p.text for p in Document(folder / "Haiti - comment form.docx").paragraphs)
    sheet = load_workbook(folder / "Haiti - comment form.xlsx")["Comments"]
    cells = "\n".join(str(sheet.cell(row, 5).value) for row in (2, 3, 4))
    for text in (paragraphs, cells):
        assert all(words in text for words in ("Haiti", "GT/TM-1/04 – draft-program", "2004-11-01"))


@pytest.mark.parametrize("fill", [word, excel])
def test_an_untouched_form_says_nothing(folder, fill):
    """Prefilled text is no comment."""
    found = fill(folder)
    assert found.remarks == ()
    assert found.notices == ()


def _word_row(table, provision):
    return next(row for row in table.rows if f"prov_{provision}_" in row._tr.xml)


def _excel_row(sheet, provision):
    names = {cell.row: read_name(str(cell.value)) for cell in sheet["A"]}
    return next(row for row, name in names.items() if name and name.provision == provision)


def _in_word(table):
    row = _word_row(table, "p0002")
    row.cells[3].text, row.cells[4].text, row.cells[5].text = "technical", "Too few.", "Replace five by six."
    table.rows[1].cells[4].text = "The text is well ordered."
    copied = deepcopy(row._tr)
    row._tr.addnext(copied)
    table.rows[4].cells[4].text, table.rows[4].cells[5].text = "Unclear.", ""


def _in_excel(sheet):
    row = _excel_row(sheet, "p0002")
    for column, words in zip("EFG", ("technical", "Too few.", "Replace five by six."), strict=True):
        sheet[f"{column}{row}"] = words
    sheet[f"F{HEADER_ROW + 1}"] = "The text is well ordered."
    sheet.insert_rows(row + 1)
    for column in range(1, 8):
        sheet.cell(row + 1, column).value = copy(sheet.cell(row, column).value)
    sheet[f"F{row + 1}"], sheet[f"G{row + 1}"] = "Unclear.", None


@pytest.mark.parametrize(("fill", "change"), [(word, _in_word), (excel, _in_excel)])
def test_a_filled_form_comes_back_with_its_provisions(folder, fill, change):
    """Also from a copied row; the first row is for the whole text."""
    found = fill(folder, change).remarks
    assert [(r.provision, r.kind, r.reference, r.type, r.text, r.proposed) for r in found] == [
        ("", "general comment", "General", "", "The text is well ordered.", ""),
        ("p0002", "proposal", "II.1", "technical", "Too few.", "Replace five by six."),
        ("p0002", "comment", "II.1", "technical", "Unclear.", ""),
    ]


def _edit_in_word(table):
    _word_row(table, "p0003").cells[2].text = "=The fund opens in June."


def _edit_in_excel(sheet):
    cell = sheet.cell(_excel_row(sheet, "p0003"), 4)
    cell.value, cell.data_type = "=The fund opens in June.", "s"


@pytest.mark.parametrize(("fill", "change"), [(word, _edit_in_word), (excel, _edit_in_excel)])
def test_a_draft_text_edited_in_place_is_a_proposal_and_told(folder, fill, change):
    """Delegations write where the text stands, whatever the instruction says."""
    found = fill(folder, change)
    assert [(r.provision, r.kind, r.proposed) for r in found.remarks] == [("p0003", "proposal", "=The fund opens in June.")]
    assert [n.kind for n in found.notices] == ["draft text edited"]


def test_an_edit_beside_a_proposed_text_stands_with_the_comment(folder):
    """One row is one remark; neither of the two texts is lost."""

    def both(table):
        _edit_in_word(table)
        _word_row(table, "p0003").cells[5].text = "Open the fund in July."

    found = word(folder, both)
    assert found.remarks[0].proposed == "Open the fund in July."
    assert found.remarks[0].text == "Draft text: =The fund opens in June."
    assert [n.kind for n in found.notices] == ["draft text edited"]


def _without_names(table):
    for mark in table._tbl.xpath(".//w:bookmarkStart | .//w:bookmarkEnd | .//w:sdtPr"):
        mark.getparent().remove(mark)


def test_without_hidden_names_a_row_still_tells_its_place(folder):
    """Some programs drop content controls and bookmarks: the label stays, and the words that it stands for."""

    def strip(table):
        _word_row(table, "p0002").cells[4].text = "Too few."
        _without_names(table)

    (remark,) = word(folder, strip).remarks
    assert (remark.provision, remark.text) == ("", "Too few.")
    assert remark.reference == "II.1 (“The register shall hold five entries.\nEach is dated & signed.”)"


def test_the_labels_of_the_draft_stand_in_for_hidden_names(folder):
    """With them an edit in place is seen as well, and an untouched row stays silent."""

    def strip(table):
        _word_row(table, "p0002").cells[4].text = "Too few."
        _edit_in_word(table)
        _without_names(table)

    word(folder, strip)
    found = read_table_docx(folder / "Mexico - comment form.docx", Known(labels=form_labels(draft())))
    assert [(r.provision, r.text, r.proposed) for r in found.remarks] == [
        ("p0002", "Too few.", ""), ("p0003", "", "=The fund opens in June."),
    ]  # fmt: skip


def test_a_copied_row_without_its_name_takes_that_of_its_label(folder):
    """A bookmark stays with the first of two rows."""

    def copy_row(table):
        row = _word_row(table, "p0002")
        row.cells[4].text = "Too few."
        copied = deepcopy(row._tr)
        for mark in copied.xpath(".//w:bookmarkStart | .//w:bookmarkEnd | .//w:sdtPr"):
            mark.getparent().remove(mark)
        row._tr.addnext(copied)

    assert [r.provision for r in word(folder, copy_row).remarks] == ["p0002", "p0002"]


def test_the_bookmark_stands_in_where_the_content_control_is_gone(folder):
    """Two witnesses of one name."""

    def strip(table):
        row = _word_row(table, "p0002")
        row.cells[4].text = "Too few."
        for control in row._tr.xpath(".//w:sdtPr"):
            control.getparent().remove(control)

    assert [r.provision for r in word(folder, strip).remarks] == ["p0002"]


def test_white_space_and_composed_letters_do_not_make_an_edit():
    """Office programs change both as they save."""
    name = read_name(name_of("p0001", "L’État  membre\nagit"))
    assert name.provision == "p0001"
    assert name.stands_in("L’E\u0301tat membre agit ")
    assert not name.stands_in("L’État membre agira")
    with pytest.raises(ValueError, match="p 1"):
        name_of("p 1", "")


def test_the_names_are_hidden_and_the_header_repeats(folder):
    """The delegation sees a plain table on every page."""
    sheet = load_workbook(folder / "Mexico - comment form.xlsx")["Comments"]
    assert sheet.column_dimensions["A"].hidden
    assert sheet.freeze_panes == f"C{HEADER_ROW + 1}"
    assert [rule.formula1 for rule in sheet.data_validations.dataValidation] == ['"general,technical,editorial"']
    table = Document(folder / "Mexico - comment form.docx").tables[-1]
    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert not table._tbl.xpath(".//w:vanish")
