"""Stamps the rows of a sheet: cells, heights and links, as openpyxl would write them."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.writers.workbook_cells import (
    LINE,
    LINES,
    MOST_LINKS,
    TALLEST,
    Column,
    Folded,
    Link,
    Looks,
    Row,
    Sheet,
    Stamped,
    Strings,
    Styled,
    column_letter,
)

WIDE, SQUEEZED = 190, 240  # characters across a page in landscape; on one that is all of a sheet
STEP = 15  # characters by which a column grows: few widths, so that the pattern of the workbook is found again


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
    longest = max((_room(row[at]) for row in rows if at < len(row)), default=0)
    needed = longest / (LINES - 3)
    if needed <= column.width:
        return column
    steps = -(-(needed - column.width) // STEP)
    return replace(column, width=min(column.width + steps * STEP, column.most))


def _room(value: object) -> int:
    """Characters, a paragraph counting as a third of a line more than it has."""
    text = str(value)
    return len(text) + 15 * text.count("\n")


class Stamp:
    """Writes the rows of one sheet. Row 1, the header, is the skeleton's."""

    def __init__(self, sheet: Sheet, looks: Looks, strings: Strings, places: Mapping[tuple[str, str], str]) -> None:
        self._sheet, self._strings, self._places, self._looks = sheet, strings, places, looks
        letters = [column_letter(number) for number in range(1, len(sheet.columns) + 1)]
        styles = [looks.numbers[column.style] for column in sheet.columns]
        per_line = [max(int(column.width * 1.02) - 1, 4) for column in sheet.columns]
        self._columns = list(zip(letters, styles, per_line, strict=True))
        self._links: list[tuple[str, str]] = []

    def stamped(self) -> Stamped:
        rows = self._sheet.rows
        folded = [type(row) is Folded for row in rows] + [False]
        marks = ("", ' collapsed="1"', ' hidden="1" outlineLevel="1"')
        told = [marks[2] if folded[at] else marks[folded[at + 1]] for at in range(len(rows))]
        text = "".join(map(self._row, range(2, len(rows) + 2), rows, told))
        return Stamped(text, tuple(self._links), len(rows) + 1, folded[0], any(folded))

    def _row(self, number: int, row: Row, told: str) -> str:
        """One pass over the cells, most of which are empty or hold few words: this is where a workbook's time goes."""
        cells, most = [], 1
        for (letter, style, per_line), value in zip(self._columns, row, strict=False):
            if value == "":
                cells.append(f'<c r="{letter}{number}" s="{style}"/>')
                continue
            if isinstance(value, Styled):
                style, value = self._looks.numbers[value.style], value.value
            if isinstance(value, (int, float)):
                cells.append(f'<c r="{letter}{number}" s="{style}"><v>{value}</v></c>')
                continue
            if isinstance(value, Link):
                style, value = self._linked(f"{letter}{number}", style, value)
            found = self._strings.number(value)
            style = self._looks.quoted[style] if found.risky else style
            cells.append(f'<c r="{letter}{number}" s="{style}" t="s"><v>{found.number}</v></c>')
            if found.length > per_line or found.lines:
                most = max(most, _lines(found.lines or (found.length,), per_line))
        return f'<row r="{number}" ht="{min(most * LINE + 3, TALLEST)}" customHeight="1"{told}>{"".join(cells)}</row>'

    def _linked(self, cell: str, style: int, link: Link) -> tuple[int, str]:
        place = self._places.get((link.sheet, link.key))
        if place is None or len(self._links) == MOST_LINKS:
            return style, link.text
        self._links.append((cell, place))
        return self._looks.numbers["link"], link.text


def _lines(lengths: Iterable[int], per_line: int) -> int:
    """How many lines a cell needs; a little too many rather than too few, since words break at spaces."""
    return sum(max(1, -(-length // per_line)) for length in lengths)
