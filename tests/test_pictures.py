"""The checks of laid-out pages and sheets find what they are for."""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment

from tests.pictures import Page, Word, beyond, clipped, empty

HEADER, FOOTER = Word("-2-", 300, 30, 320, 40), Word("Page", 300, 770, 320, 780)


def page(*words: Word) -> Page:
    return Page(612, 792, (HEADER, FOOTER, *words))


def test_a_page_with_nothing_but_header_and_footer_is_empty() -> None:
    body = [Word("States", 72 + 40 * i, 200, 100 + 40 * i, 212) for i in range(5)]
    assert list(empty([page(*body), page()])) == ["page 2 is empty"]


def test_a_word_beyond_the_paper_is_found() -> None:
    assert list(beyond([page(Word("inside", 72, 100, 120, 112))])) == []
    assert list(beyond([page(Word("outside", 580, 100, 640, 112))])) == ["page 1: 'outside' reaches the edge of the paper"]


def test_a_row_that_is_too_low_for_its_words_is_found(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title, sheet.column_dimensions["A"].width = "Proposals", 20
    for number, height in ((2, 15), (3, 80)):
        sheet.cell(number, 1, "word " * 20).alignment = Alignment(wrap_text=True)
        sheet.row_dimensions[number].height = height
    book.save(tmp_path / "book.xlsx")
    assert list(clipped(tmp_path / "book.xlsx")) == ["Proposals, row 2: 5 lines in 15.0 points"]
