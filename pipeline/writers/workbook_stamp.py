"""Stamps the rows of a sheet: cells, heights and links, as openpyxl would write them."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
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
    Row,
    Sheet,
    Stamped,
    Strings,
    Styled,
    Value,
    column_letter,
)

WIDE, SQUEEZED = 190, 240  # characters across a page in landscape; on one that is all of a sheet
STEP = 15  # characters by which a column grows: few widths, so that the pattern of the workbook is found again

TEXTS = frozenset((str, Rich))


def fitted(sheet: Sheet) -> Sheet:
    """The sheet with the columns that may grow as wide as their longest text needs, on as many pages as they then take."""
    wide = tuple(_wider(column, sheet.rows, at) if column.most else column for at, column in enumerate(sheet.columns))
    return replace(sheet, columns=wide, across=sheet.across or _pages(wide, ord(sheet.titles[-1]) - ord("A") + 1))


def _pages(columns: Sequence[Column], titles: int) -> int:
    """Side by side, that the columns in view need to be read in print, the first of them repeated on each."""
    seen = [column.width for column in columns if not column.folded]
    repeated = sum(seen[:titles])
    return 1 if sum(seen) <= SQUEEZED else math.ceil((sum(seen) - repeated) / (WIDE - repeated))


def _wider(column: Column, rows: Sequence[Row], at: int) -> Column:
    longest = max([_room(row[at]) for row in rows if at < len(row) and row[at]], default=0)
    needed = longest / (LINES - 3)
    if needed <= column.width:
        return column
    steps = -(-(needed - column.width) // STEP)
    return replace(column, width=min(column.width + steps * STEP, column.most))


def _room(value: object) -> int:
    """Characters, a paragraph counting as a third of a line more than it has."""
    text = value if isinstance(value, str) else str(value)
    return len(text) + 15 * text.count("\n")


class Stamp:
    """Writes the rows of one sheet, column by column: most cells are empty or hold few words, and this is where a workbook's time
    goes (by columns a third of it, measured). Row 1, the header, is the skeleton's."""

    def __init__(self, sheet: Sheet, looks: Looks, strings: Strings, places: Mapping[tuple[str, str], str]) -> None:
        self._sheet, self._strings, self._places, self._looks = sheet, strings, places, looks
        self._links: list[tuple[str, str]] = []
        self._lines = [1] * len(sheet.rows)  # of the tallest cell of each row

    def stamped(self) -> Stamped:
        rows = self._sheet.rows
        folded = [type(row) is Folded for row in rows] + [False]
        marks = ("", ' collapsed="1"', ' hidden="1" outlineLevel="1"')
        told = [marks[2] if folded[at] else marks[folded[at + 1]] for at in range(len(rows))]
        columns = [
            self._column(column_letter(number), column, values)
            for number, (column, values) in enumerate(zip(self._sheet.columns, zip_longest(*rows, fillvalue=""), strict=False), 1)
        ]
        text = "".join(
            [
                f'<row r="{number}" ht="{min(lines * LINE + 3, TALLEST)}" customHeight="1"{mark}>{"".join(cells)}</row>'
                for number, lines, mark, cells in zip(range(2, len(rows) + 2), self._lines, told, zip(*columns, strict=True), strict=True)
            ]
        )
        return Stamped(text, tuple(self._links), len(rows) + 1, folded[0], any(folded))

    def _column(self, letter: str, column: Column, values: Sequence[Value]) -> list[str]:
        """The cells of a column, one for each row."""
        style = self._looks.numbers[column.style]
        if not TEXTS.issuperset(map(type, values)):
            return self._mixed(letter, column, values)
        kept = self._strings.numbers(cast(Sequence[str | Rich], values))
        self._measure(column, kept)
        if any(found is not None and found.risky for found in kept):
            return self._mixed(letter, column, values)
        empty, full = f'" s="{style}"/>', f'" s="{style}" t="s"><v>'
        return [
            f'<c r="{letter}{number}{empty}' if found is None else f'<c r="{letter}{number}{full}{found[0]}</v></c>'
            for number, found in enumerate(kept, 2)
        ]

    def _mixed(self, letter: str, column: Column, values: Sequence[Value]) -> list[str]:
        """Of a column that holds numbers, links, looks of their own, or what begins like a formula."""
        return [self._cell(f"{letter}{number}", number - 2, column, value) for number, value in enumerate(values, 2)]

    def _cell(self, cell: str, row: int, column: Column, value: Value) -> str:
        style = self._looks.numbers[column.style]
        if isinstance(value, Styled):
            style, value = self._looks.numbers[value.style], value.value
        if isinstance(value, (int, float)):
            return f'<c r="{cell}" s="{style}"><v>{value}</v></c>'
        if isinstance(value, Link):
            style, value = self._linked(cell, style, value)
        (found,) = self._strings.numbers([value])
        if found is None:
            return f'<c r="{cell}" s="{style}"/>'
        self._lines[row] = max(self._lines[row], _lines(found, _per_line(column)))
        return f'<c r="{cell}" s="{self._looks.quoted[style] if found.risky else style}" t="s"><v>{found.number}</v></c>'

    def _measure(self, column: Column, kept: Sequence[Kept | None]) -> None:
        per_line, lines = _per_line(column), self._lines
        for row, found in enumerate(kept):
            if found is not None and (found[2] > per_line or found[3]) and (needed := _lines(found, per_line)) > lines[row]:
                lines[row] = needed

    def _linked(self, cell: str, style: int, link: Link) -> tuple[int, str]:
        place = self._places.get((link.sheet, link.key))
        if place is None or len(self._links) == MOST_LINKS:
            return style, link.text
        self._links.append((cell, place))
        return self._looks.numbers["link"], link.text


def _per_line(column: Column) -> int:
    """Characters that a line of a cell takes."""
    return max(int(column.width * 1.02) - 1, 4)


def _lines(found: Kept, per_line: int) -> int:
    """How many lines a cell needs; a little too many rather than too few, since words break at spaces."""
    if not found.lines:
        return -(-found.length // per_line) or 1
    return sum([-(-length // per_line) or 1 for length in found.lines])
