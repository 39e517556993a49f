"""Columns are known by the meaning of their headings, in the words of many forms."""

from pathlib import Path

import pytest

from pipeline.remarks import Piece
from pipeline.tables.grid import Cell, Row
from pipeline.tables.headings import find_header, one_line, role_of

LINES = [line.split(": ", 1) for line in Path(__file__).with_name("headings.txt").read_text("utf-8").splitlines()[1:]]


def row(*texts: str, spans: dict[int, int] | None = None) -> Row:
    cells, column = [], 0
    for number, text in enumerate(texts):
        width = (spans or {}).get(number, 1)
        cells.append(Cell((Piece(text),), column, width))
        column += width
    return Row("table 1, row 1", tuple(cells))


@pytest.mark.parametrize(("role", "heading"), LINES)
def test_a_heading_says_what_its_column_is_for(role, heading):
    """headings.txt holds them with the role that a person gives them."""
    assert role_of(heading.replace("\\n", "\n")) == role


@pytest.mark.parametrize("texts", [
    ("Section II.A", "We propose to delete the second sentence."),
    ("General", "ge", "The comments of the group are reflected."),
    ("Page 6/54", "Paragraph 4", "Text"),
    ("Activity", "Month", "Cost"),
    ("Comments",),
    ("Name", "Country", "E-mail"),
    ("Date: ", "Document: ", "Project: "),
])  # fmt: skip
def test_a_row_of_answers_is_no_header(texts):
    """Answers use the words of headings too; a header holds little else and has a column for answers."""
    assert one_line(row(*texts)) is None


def test_the_header_is_found_below_a_title_and_an_instruction():
    """Sheets begin with words on the form before the table."""
    rows = [row("Comments of the delegation"), row("Please use one row for each comment."), row("Article", "Comments")]
    at, header = find_header(rows)
    assert (at, header.roles()) == (2, ("reference", "comment"))


def test_a_heading_above_others_tells_the_column_of_the_secretariat():
    """ "Observations" alone would be a comment; under "Secretariat" it is the Secretariat's."""
    upper = row("Member state", "Secretariat", spans={0: 3, 1: 2})
    lower = row("Clause", "Comments", "Proposed change", "Observations", "Status")
    at, header = find_header([upper, lower])
    assert (at, header.rows, header.roles()) == (0, 2, ("reference", "comment", "proposed", "decision", "decision"))


def test_item_numbers_the_rows_where_another_column_names_the_place():
    """The word means a place in one form and a number in another."""
    assert one_line(row("Item", "Clause", "Comments")).roles() == ("number", "reference", "comment")
    assert one_line(row("Item", "Comments")).roles() == ("reference", "comment")


def test_disposition_is_a_place_in_french_and_a_decision_in_english():
    """The other columns settle which of the two it is."""
    assert one_line(row("Disposition", "Commentaires")).roles() == ("reference", "comment")
    assert one_line(row("Clause", "Comments", "Disposition")).roles() == ("reference", "comment", "decision")
