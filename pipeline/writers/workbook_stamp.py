"""Stamps the rows of a sheet: cells, heights and links, as openpyxl would write them."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain, pairwise, repeat
from typing import cast

from pipeline.writers.workbook_cells import (
    LINE,
    LINES,
    MOST_LINKS,
    TALLEST,
    Column,
    Folded,
    Kept,
    Link,
    Looks,
    Rich,
    Sheet,
    Stamped,
    Strings,
    Styled,
    Value,
    column_letter,
    in_columns,
)

WIDE, SQUEEZED = 190, 240  # characters across a page in landscape; on one that is all of a sheet
STEP = 15  # characters by which a column grows: few widths, so that the pattern of the workbook is found again

TEXTS, NUMBERS, LINKS = frozenset((str, Rich)), frozenset((int, float)), frozenset((str, Rich, Link))
Texts = Sequence[str | Rich]


def fitted(sheet: Sheet) -> Sheet:
    """The sheet with the columns that may grow as wide as their longest text needs, on as many pages as they then take."""
    columns = zip(sheet.columns, chain(in_columns(sheet.rows), repeat(())), strict=False)
    wide = tuple(_wider(column, values) if column.most else column for column, values in columns)
    return replace(sheet, columns=wide, across=sheet.across or _pages(wide, ord(sheet.titles[-1]) - ord("A") + 1))


def _pages(columns: Sequence[Column], titles: int) -> int:
    """Side by side, that the columns in view need to be read in print, the first of them repeated on each."""
    seen = [column.width for column in columns if not column.folded]
    repeated = sum(seen[:titles])
    return 1 if sum(seen) <= SQUEEZED else math.ceil((sum(seen) - repeated) / (WIDE - repeated))


def _wider(column: Column, values: Iterable[Value]) -> Column:
    """A paragraph counts as a third of a line more than it has."""
    texts = [value if type(value) is str else str(value) for value in values if value]
    needed = max([len(text) + 15 * text.count("\n") for text in texts], default=0) / (LINES - 3)
    if needed <= column.width:
        return column
    steps = -(-(needed - column.width) // STEP)
    return replace(column, width=min(column.width + steps * STEP, column.most))


class Stamp:
    """Writes the rows of one sheet. Row 1, the header, is the skeleton's.

    Columns hold few distinct values, most of them none, so what a cell says is made once for each of them: all that stands
    between the number of the row in the cell's own reference and that in the next one's. A row is then its number, as what
    joins such pieces. This is where a workbook's time goes: cell by cell it takes four times as long (measured).
    """

    def __init__(self, sheet: Sheet, looks: Looks, strings: Strings, places: Mapping[tuple[str, str], str]) -> None:
        self._sheet, self._strings, self._places, self._looks = sheet, strings, places, looks
        self._links: list[tuple[str, str]] = []
        self._lines: list[list[int]] = [[1] * len(sheet.rows)]  # of the cells of each row, as far as they are told

    def stamped(self) -> Stamped:
        rows = self._sheet.rows
        folded = [type(row) is Folded for row in rows] + [False]
        columns = list(zip(self._sheet.columns, in_columns(rows), strict=False))
        ends = [f'<c r="{column_letter(number)}' for number in range(2, len(columns) + 1)] + ["</row>"]
        cells = [
            self._column(column_letter(number), column, values, end)
            for number, ((column, values), end) in enumerate(zip(columns, ends, strict=False), 1)
        ]
        numbers = map(str, range(2, len(rows) + 2))
        text = "".join(map(str.join, numbers, zip(repeat('<row r="'), self._heads(folded), *cells, strict=False)))
        return Stamped(text, tuple(self._links), len(rows) + 1, folded[0], any(folded))

    def _heads(self, folded: Sequence[bool]) -> list[str]:
        """What stands between the number of a row and that of its first cell."""
        marks = ("", ' collapsed="1"', ' hidden="1" outlineLevel="1"')
        told = [marks[2] if here else marks[below] for here, below in pairwise(folded)]
        tallest = map(max, *self._lines) if len(self._lines) > 1 else self._lines[0]
        return list(map(_head, tallest, told))

    def _column(self, letter: str, column: Column, values: Sequence[Value], end: str) -> list[str]:
        """For each row, what stands between its number in the cell of this column and that in the next cell."""
        kinds, style = set(map(type, values)), self._looks.numbers[column.style]
        if TEXTS.issuperset(kinds):
            return [*map(self._texts(cast(Texts, values), column, end, style)[style].__getitem__, values)]
        if NUMBERS.issuperset(kinds):
            return [f'" s="{style}"><v>{value}</v></c>{end}' for value in values]
        if LINKS.issuperset(kinds):
            return self._linked(letter, column, cast(Sequence[str | Rich | Link], values), end)
        return [self._cell(letter, row, column, value, end) for row, value in enumerate(values)]

    def _texts(self, values: Texts, column: Column, end: str, *styles: int) -> dict[int, dict[Value, str]]:
        """Style -> what each of the values says in a cell of the column that has it."""
        per_line, found = _per_line(column), self._strings.of_cells(values)
        tall = {value: _lines(kept, per_line) for value, kept in found.items() if kept and (kept.length > per_line or kept.lines)}
        if tall:
            self._lines.append([*map(tall.get, values, repeat(1))])
        return {style: {value: self._told(kept, style, end) for value, kept in found.items()} for style in styles}

    def _linked(self, letter: str, column: Column, values: Sequence[str | Rich | Link], end: str) -> list[str]:
        """Of a column some of whose cells lead elsewhere."""
        style, style_of_links = self._looks.numbers[column.style], self._looks.numbers["link"]
        texts = [value.text if isinstance(value, Link) else value for value in values]
        styles = [
            style_of_links if type(value) is Link and self._leads(f"{letter}{row}", value) else style for row, value in enumerate(values, 2)
        ]
        told = self._texts(texts, column, end, *set(styles))
        return [told[here][text] for here, text in zip(styles, texts, strict=True)]

    def _cell(self, letter: str, row: int, column: Column, value: Value, end: str) -> str:
        """In a column of several kinds, where numbers stand among words, or looks of their own."""
        style = self._looks.numbers[column.style]
        if isinstance(value, Styled):
            style, value = self._looks.numbers[value.style], value.value
        if isinstance(value, (int, float)):
            return f'" s="{style}"><v>{value}</v></c>{end}'
        if isinstance(value, Link):
            style, value = self._looks.numbers["link"] if self._leads(f"{letter}{row + 2}", value) else style, value.text
        kept = self._strings.of_cell(value)
        if kept is not None:
            self._lines[0][row] = max(self._lines[0][row], _lines(kept, _per_line(column)))
        return self._told(kept, style, end)

    def _told(self, kept: Kept | None, style: int, end: str) -> str:
        if kept is None:
            return f'" s="{style}"/>{end}'
        return f'" s="{self._looks.quoted[style] if kept.risky else style}" t="s"><v>{kept.number}</v></c>{end}'

    def _leads(self, cell: str, link: Link) -> bool:
        """Whether it does, from the cell; noted where it does."""
        place = self._places.get((link.sheet, link.key))
        if place is None or len(self._links) == MOST_LINKS:
            return False
        self._links.append((cell, place))
        return True


@cache
def _head(lines: int, mark: str) -> str:
    """Of a row."""
    return f'" ht="{min(lines * LINE + 3, TALLEST)}" customHeight="1"{mark}><c r="A'


def _per_line(column: Column) -> int:
    """Characters that a line of a cell takes."""
    return max(int(column.width * 1.02) - 1, 4)


def _lines(found: Kept, per_line: int) -> int:
    """How many lines a cell needs; a little too many rather than too few, since words break at spaces."""
    if not found.lines:
        return -(-found.length // per_line) or 1
    return sum([-(-length // per_line) or 1 for length in found.lines])
