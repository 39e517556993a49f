"""What Word files hold beside plain cells: marks, content controls, hidden text, nested tables, headings in page headers."""

import pytest

from pipeline.errors import Unreadable
from pipeline.readers.table_docx import read_table_docx
from tests.tables.builders import paragraph, row, table, word_file

HEAD = ["Clause", "Type", "Comments", "Proposed change"]
DATED = 'w:author="A" w:date="2004-10-25T09:00:00Z"'


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def one(tmp_path, *cells: str):
    """The remark of a table with one row under the header."""
    found = read_table_docx(word_file(tmp_path / "Chile.docx", table([HEAD, cells])))
    assert len(found.remarks) == 1
    return found.remarks[0]


def test_inserted_words_count_and_deleted_ones_do_not(tmp_path):
    """The delegation's own marks are what it says."""
    marked = (f'<w:p>{run("six ")}<w:del w:id="1" {DATED}><w:r><w:delText>weeks</w:delText></w:r></w:del>'
              f'<w:ins w:id="2" {DATED}>{run("months")}</w:ins></w:p>')  # fmt: skip
    assert one(tmp_path, "4", "te", "Too short.", marked).proposed == "six months"


def test_a_deleted_row_is_gone_and_an_inserted_one_counts(tmp_path):
    """Rows have marks of their own (17.13.5.12, 17.13.5.16)."""
    gone = row(["4", "te", "Gone.", ""], f'<w:del w:id="1" {DATED}/>')
    new = row(["5", "te", "New.", ""], f'<w:ins w:id="2" {DATED}/>')
    body = f"<w:tbl>{row(HEAD)}{gone}{new}</w:tbl>"
    found = read_table_docx(word_file(tmp_path / "Chile.docx", body))
    assert [(r.place, r.text) for r in found.remarks] == [("table 1, row 3", "New.")]


def test_words_in_content_controls_count_and_prompts_do_not(tmp_path):
    """Forms wrap cells, paragraphs and runs; a control that shows its prompt was not filled in."""
    control = f'<w:p><w:sdt><w:sdtPr/><w:sdtContent>{run("te")}</w:sdtContent></w:sdt></w:p>'
    prompt = f'<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{paragraph("Click here")}</w:sdtContent></w:sdt>'
    remark = one(tmp_path, "4", control, "Unclear.", f"<w:p></w:p>{prompt}")
    assert (remark.type, remark.proposed, remark.kind) == ("te", "", "comment")


def test_rows_and_cells_inside_content_controls_are_rows_and_cells(tmp_path):
    """A repeating section stands between table and row, a control between row and cell."""
    inner = row(["4", "te", "Unclear.", "Define it."])
    wrapped = f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    found = read_table_docx(word_file(tmp_path / "Chile.docx", f"<w:tbl>{row(HEAD)}{wrapped}</w:tbl>"))
    assert [r.proposed for r in found.remarks] == ["Define it."]


def test_a_legacy_drop_down_says_what_it_shows(tmp_path):
    """The type of comment is an index into a list (17.16.28), no text."""
    entries = "".join(f'<w:listEntry w:val="{word}"/>' for word in ("ge", "te", "ed"))
    field = f'<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>'
    assert one(tmp_path, "4", f"{field}</w:fldChar></w:r></w:p>", "Unclear.", "").type == "te"


def test_hidden_words_are_held(tmp_path):
    """Internal matter is located and never quoted."""
    cell = f"<w:p>{run('Unclear.')}{run(' Ask first.', '<w:vanish/>')}</w:p>"
    found = read_table_docx(word_file(tmp_path / "Chile.docx", table([HEAD, ["4", "te", cell, ""]])))
    assert found.remarks[0].text == "Unclear."
    assert [(s.reason, s.text) for s in found.skipped][1:] == [("hidden", "")]


def test_the_look_of_proposed_words_is_kept(tmp_path):
    """Conventions such as bold for new text need it."""
    new, plain = run("new", '<w:b/><w:u w:val="single"/>'), run(" word", '<w:b w:val="0"/>')
    cell = f"<w:p>{run('a ')}{new}{plain}</w:p>"
    assert one(tmp_path, "4", "te", "", cell).emphasis == ((2, 5, "bold"), (2, 5, "underline"))


def test_a_table_in_a_cell_is_words_of_the_cell(tmp_path):
    """A proposed schedule may be a table; its words are part of the proposal, none of its rows is a remark."""
    nested = table([["Year", "Step"], ["2005", "Review"]]) + paragraph("as above")
    assert one(tmp_path, "4", "te", "", nested).proposed == "Year | Step\n2005 | Review\nas above"


def test_a_table_inside_a_lay_out_table_is_found(tmp_path):
    """Letterheads put the whole page into a table of one cell."""
    body = f"<w:tbl><w:tr><w:tc>{table([HEAD, ['4', 'te', 'Unclear.', '']])}<w:p></w:p></w:tc></w:tr></w:tbl>"
    found = read_table_docx(word_file(tmp_path / "Chile.docx", body))
    assert [r.text for r in found.remarks] == ["Unclear."]


def test_headings_in_the_page_header_are_those_of_the_table_below(tmp_path):
    """The ISO template keeps them there; its title block in the same header is no comment table."""
    header = table([["Template for comments", "Date: 2004", "Document: draft"]]) + table([["1", "2", "3", "4"], HEAD])
    path = word_file(tmp_path / "Chile.docx", table([["4", "te", "Unclear.", ""], ["", "", "", ""]]), header)
    found = read_table_docx(path)
    assert [(r.reference, r.text) for r in found.remarks] == [("4", "Unclear.")]
    assert [s.reason for s in found.skipped] == ["blank"]


def test_a_table_of_the_page_header_is_no_table_of_comments(tmp_path):
    """Page headers repeat on every page: what stands in them is the form's."""
    header = table([HEAD, ["4", "te", "Printed on each page.", ""]])
    assert read_table_docx(word_file(tmp_path / "Chile.docx", paragraph("A letter."), header)) is None


def test_cells_of_other_widths_are_read_one_by_one(tmp_path):
    """A table on the next page may be cut at other grid columns though it has the same cells."""
    first = table([HEAD, ["4", "te", "Unclear.", ""]])
    second = table([["2>5", "te", "2>Too long.", "Delete it."]])
    found = read_table_docx(word_file(tmp_path / "Chile.docx", first + second))
    assert [(r.reference, r.type, r.text, r.proposed) for r in found.remarks][1] == ("5", "te", "Too long.", "Delete it.")


def test_a_file_that_cannot_be_read_is_refused_by_name(tmp_path):
    """One damaged file is told to the officer."""
    path = tmp_path / "Chile.docx"
    path.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(Unreadable, match="Chile"):
        read_table_docx(path)
