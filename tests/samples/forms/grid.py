"""A comment table as values, and as a Word file."""

from dataclasses import dataclass

from ..model import NOTICES, Document, Para, Row, Table
from ..package import docx
from ..word import Hand
from .letter import WORD_LANGUAGES


@dataclass(frozen=True)
class Grid:
    """`above` stands before the table; the first row holds the heads; an empty row is blank in the file."""

    language: str
    date: str
    person: str
    above: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]

    def full_rows(self) -> list[tuple[str, ...]]:
        """The rows filled up to the number of columns."""
        return [row + ("",) * (len(self.widths) - len(row)) for row in self.rows]


def grid_docx(grid: Grid) -> bytes:
    titles = (Para(f"above{n}", "BodyText", text) for n, text in enumerate(grid.above, 1))
    table = Table("comments", grid.widths, tuple(row(n, cells) for n, cells in enumerate(grid.full_rows())))
    notice, language = NOTICES[grid.language], WORD_LANGUAGES[grid.language]
    document = Document((*titles, table, Para("end", "", "")), {}, "Comments", "", notice=notice, language=language)
    return docx(document, Hand(grid.person, (grid.person,), grid.date))


def row(number: int, cells: tuple[str, ...]) -> Row:
    style = "TableText" if number else "TableHead"
    paragraphs = tuple(Para(f"r{number}c{n}", style, text) for n, text in enumerate(cells))
    return Row(f"r{number}", paragraphs, header=number == 0)
