"""A table as rows of cells, free of the file that it came from; the reader of each format resolves spans into it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.remarks import Block, Piece


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. column: the first grid column it covers, from 0; width: how many.

    carried: the lower part of a vertically merged cell; its pieces are those of the upper part. tag: what a content
    control or a column of ids names the cell by, see prefilled.py.
    """

    pieces: tuple[Piece, ...]
    column: int
    width: int = 1
    carried: bool = False
    tag: str = ""

    @property
    def text(self) -> str:
        """The words that show, without white space around them."""
        return "".join(piece.text for piece in self.pieces if "hidden" not in piece.emphasis).strip()

    @property
    def hides(self) -> bool:
        """Whether words stand in the cell that do not show."""
        return not self.carried and any("hidden" in piece.emphasis and piece.text.strip() for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Row:
    """heading: the file itself says that the row is repeated on each page as a header."""

    place: str
    cells: tuple[Cell, ...]
    heading: bool = False

    @property
    def own(self) -> tuple[Cell, ...]:
        """The cells with words that show and that are not carried down from an upper row."""
        return tuple(cell for cell in self.cells if cell.text and not cell.carried)

    @property
    def text(self) -> str:
        """What shows, as one line for an officer."""
        return " | ".join(cell.text for cell in self.own)

    @property
    def hides(self) -> bool:
        return any(cell.hides for cell in self.cells)

    @property
    def width(self) -> int:
        return max((cell.column + cell.width for cell in self.cells), default=0)


@dataclass(frozen=True, slots=True)
class Grid:
    """follows: it stands below another table of the same text, so it may be that table's next page."""

    place: str
    rows: tuple[Row, ...]
    follows: bool = True

    @property
    def width(self) -> int:
        return max((row.width for row in self.rows), default=0)

    @property
    def cells_a_row(self) -> int:
        """How many cells most rows have: files made from one form may cut the same columns at other widths."""
        counts = Counter(len(row.cells) for row in self.rows if row.cells)
        return max(counts, key=lambda count: (counts[count], count), default=0)


def grids_of(blocks: Iterable[Block]) -> tuple[Grid, ...]:
    """The tables among blocks; a table inside a cell counts as words of the cell."""
    return tuple(_grid(block) for block in blocks if block.kind == "table")


def _grid(table: Block) -> Grid:
    rows = (Row(f"{table.place}, row {number}", _cells(row)) for number, row in enumerate(table.rows, 1))
    return Grid(table.place, tuple(rows))


def _cells(row: Sequence[Sequence[Block]]) -> tuple[Cell, ...]:
    return tuple(Cell(_pieces(cell), column) for column, cell in enumerate(row))


def _pieces(blocks: Sequence[Block]) -> tuple[Piece, ...]:
    return joined([_block_pieces(block) for block in blocks])


def _block_pieces(block: Block) -> tuple[Piece, ...]:
    """List marks are words that Word and LibreOffice compute: of a number column they are all there is."""
    if block.kind == "table":
        return joined([joined([_pieces(cell) for cell in row], " | ") for row in block.rows])
    mark = (Piece(f"{block.list_mark} "),) if block.list_mark else ()
    return (*mark, *block.pieces)


def joined(parts: Iterable[Sequence[Piece]], joint: str = "\n") -> tuple[Piece, ...]:
    """The parts one behind the other, `joint` between them."""
    out: list[Piece] = []
    for number, part in enumerate(parts):
        out += [Piece(joint), *part] if number else part
    return tuple(out)
