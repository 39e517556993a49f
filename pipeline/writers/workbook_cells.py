"""The rows of a sheet as SpreadsheetML strings, stamped instead of built cell by cell.

openpyxl 3.1 needs 1.5 s for 6,800 rows of 24 styled cells in its fastest mode (write_only, one shared style), without
heights and links; stamped they take a fifth. All text goes to the shared strings (ECMA-376 part 1, 18.4), so what a
state wrote can never be a formula, and a text that stands in many rows is written once.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.writers.plain import Cleaner, escape

LONGEST = 32_767  # characters of UTF-16 that one cell holds (Excel's specifications and limits)
CHUNK = 32_000
TALLEST = 409.0  # points, Excel's limit for a row
LINE = 12.75  # points of one line of Calibri 10
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel reads _x0041_ as "A" (ECMA-376 part 1, 22.4.2.4 ST_Xstring)


@dataclass(frozen=True, slots=True)
class Rich:
    """Words with their part in a change: "=" kept, "-" deleted, "+" inserted, "#" the Secretariat's own emphasis."""

    pieces: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return "".join([words for _, words in self.pieces])


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to the row of `sheet` whose first cell is `key`."""

    text: str
    sheet: str
    key: str


Value = str | int | float | Rich | Link
Row = Sequence[Value]


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    width: float
    style: str = "text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """`frozen` is the first cell that scrolls; `choices` the drop-down of the columns whose style is "choice"."""

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    frozen: str = "B2"
    choices: str = ""


@dataclass(frozen=True, slots=True)
class Looks:
    """Style numbers by name, the same for text that begins like a formula, and the run properties of rich text."""

    numbers: Mapping[str, int]
    quoted: Mapping[int, int]
    runs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Stamped:
    rows: str
    links: tuple[tuple[str, str], ...]  # (cell, location)
    last_row: int


class Kept(NamedTuple):
    """A shared string: its number, whether it begins like a formula, its length, and that of its lines where it has several."""

    number: int
    risky: bool
    length: int
    lines: tuple[int, ...]


@dataclass(slots=True)
class Strings:
    """The shared strings of the workbook, numbered in the order of their first use."""

    clean: Cleaner
    runs: Mapping[str, str]
    items: list[str] = field(default_factory=list)
    known: dict[str | Rich, Kept] = field(default_factory=dict)
    uses: int = 0

    def number(self, value: str | Rich) -> Kept:
        self.uses += 1
        found = self.known.get(value)
        if found is None:
            text = str(value)
            lines = tuple(map(len, text.split("\n"))) if "\n" in text else ()
            found = self.known[value] = Kept(len(self.items), text[:1] in ("=", "+", "-", "@"), len(text), lines)
            self.items.append(f"<si>{self._content(value)}</si>")
        return found

    def _content(self, value: str | Rich) -> str:
        if isinstance(value, str):
            return self._text(value)
        return "".join([f"<r>{self.runs[kind]}{self._text(words)}</r>" for kind, words in value.pieces if words])

    def _text(self, text: str) -> str:
        safe = self.clean(text)
        safe = _ESCAPE.sub("_x005F_", safe) if "_x" in safe else safe
        return f'<t xml:space="preserve">{escape(safe)}</t>'

    def xml(self) -> str:
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            f'count="{self.uses}" uniqueCount="{len(self.items)}">{"".join(self.items)}</sst>'
        )


def continued(rows: Sequence[Row], again: str) -> list[Row]:
    """The rows, with what no cell can hold carried on in rows below; `again` says how their first cell reads."""
    return [part for row in rows for part in _parts(row, again)]


def _parts(row: Row, again: str) -> Sequence[Row]:
    for value in row:
        if (type(value) is Rich or (type(value) is str and len(value) > LONGEST // 2)) and _is_long(str(value)):
            break
    else:
        return (row,)
    columns = [list(_cut(value)) for value in row]
    count = max(map(len, columns))
    rows = [[column[i] if i < len(column) else "" for column in columns] for i in range(count)]
    for part in rows[1:] if len(columns[0]) == 1 else ():
        part[0] = again.format(id=row[0])
    return rows


def _is_long(text: str) -> bool:
    return len(text) > LONGEST // 2 and len(text.encode("utf-16-le", "surrogatepass")) > 2 * LONGEST


def _cut(value: Value) -> Iterator[Value]:
    text = str(value)
    if not isinstance(value, (str, Rich)) or not _is_long(text):
        yield value
        return
    size = CHUNK if max(text) <= "\uffff" else CHUNK // 2
    for start in range(0, len(text), size):
        yield text[start : start + size] if isinstance(value, str) else _slice(value, start, start + size)


def _slice(rich: Rich, start: int, end: int) -> Rich:
    pieces, at = [], 0
    for kind, words in rich.pieces:
        pieces.append((kind, words[max(start - at, 0) : max(end - at, 0)]))
        at += len(words)
    return Rich(tuple(piece for piece in pieces if piece[1]))


def column_letter(number: int) -> str:
    """1 is A, 27 is AA."""
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def places(sheets: Sequence[Sheet]) -> dict[tuple[str, str], str]:
    """(title of the sheet, first cell) -> where that row is, for internal links."""
    return {
        (sheet.title, str(row[0])): f"'{sheet.title}'!A{number}"
        for sheet in sheets
        for number, row in reversed(list(enumerate(sheet.rows, 2)))
    }


class Stamp:
    """Writes the rows of one sheet. Row 1, the header, is the skeleton's."""

    def __init__(self, sheet: Sheet, looks: Looks, strings: Strings, places: Mapping[tuple[str, str], str]) -> None:
        self._sheet, self._strings, self._places = sheet, strings, places
        self._letters = [column_letter(number) for number in range(1, len(sheet.columns) + 1)]
        self._styles = [looks.numbers[column.style] for column in sheet.columns]
        self._link_style, self._quoted = looks.numbers["link"], looks.quoted
        self._per_line = [max(int(column.width * 1.02) - 1, 4) for column in sheet.columns]
        self._links: list[tuple[str, str]] = []

    def stamped(self) -> Stamped:
        rows = "".join(map(self._row, range(2, len(self._sheet.rows) + 2), self._sheet.rows))
        return Stamped(rows, tuple(self._links), len(self._sheet.rows) + 1)

    def _row(self, number: int, row: Row) -> str:
        """One pass over the cells, most of which are empty or hold few words: this is where a workbook's time goes."""
        cells, most = [], 1
        for letter, style, per_line, value in zip(self._letters, self._styles, self._per_line, row, strict=False):
            if value == "":
                cells.append(f'<c r="{letter}{number}" s="{style}"/>')
                continue
            if isinstance(value, (int, float)):
                cells.append(f'<c r="{letter}{number}" s="{style}"><v>{value}</v></c>')
                continue
            if isinstance(value, Link):
                style, value = self._linked(f"{letter}{number}", style, value)
            found = self._strings.number(value)
            style = self._quoted[style] if found.risky else style
            cells.append(f'<c r="{letter}{number}" s="{style}" t="s"><v>{found.number}</v></c>')
            if found.length > per_line or found.lines:
                most = max(most, _lines(found.lines or (found.length,), per_line))
        return f'<row r="{number}" ht="{min(most * LINE + 3, TALLEST)}" customHeight="1">{"".join(cells)}</row>'

    def _linked(self, cell: str, style: int, link: Link) -> tuple[int, str]:
        place = self._places.get((link.sheet, link.key))
        if place is None:
            return style, link.text
        self._links.append((cell, place))
        return self._link_style, link.text


def _lines(lengths: Iterable[int], per_line: int) -> int:
    """How many lines a cell needs; a little too many rather than too few, since words break at spaces."""
    return sum(max(1, -(-length // per_line)) for length in lengths)
