"""The rows of a sheet as SpreadsheetML strings, stamped instead of built cell by cell.

openpyxl 3.1 needs 1.5 s for 6,800 rows of 24 styled cells in its fastest mode (write_only, one shared style), without
heights and links; stamped they take a fifth. All text goes to the shared strings (ECMA-376 part 1, 18.4), so what a
state wrote can never be a formula, and a text that stands in many rows is written once.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import NamedTuple, cast

from pipeline.writers.plain import Cleaner, escape

LONGEST = 32_767  # characters of UTF-16 that one cell holds (Excel's specifications and limits)
CHUNK = 32_000
TALLEST = 409.0  # points, Excel's limit for a row
LINE = 12.75  # points of one line of Calibri 10
LINES = int(TALLEST / LINE)  # that a row shows at most
MOST_LINKS = 65_000  # of a sheet; Excel takes 65,530
FORMULA = ("=", "+", "-", "@")  # how a text begins that Excel would take for one
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel reads _x0041_ as "A" (ECMA-376 part 1, 22.4.2.4 ST_Xstring)


class _Rich(NamedTuple):
    pieces: tuple[tuple[str, str], ...]
    text: str


class Rich(_Rich):
    """Words with their part in a change: "=" kept, "-" deleted, "+" inserted, "#" the Secretariat's own emphasis.

    A tuple, as links are: the workbook looks each of its values up in a dictionary several times. text: all the words, which
    are measured several times.
    """

    __slots__ = ()

    def __new__(cls, pieces: tuple[tuple[str, str], ...]) -> "Rich":
        made: Rich = tuple.__new__(cls, (pieces, "".join([words for _, words in pieces])))
        return made

    def __str__(self) -> str:
        return self.text


class Link(NamedTuple):
    """Text that leads to the row of `sheet` whose first cell is `key`; to the sheet itself where there is no key."""

    text: str
    sheet: str
    key: str = ""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Styled:
    """A value in a look of its own, not that of its column."""

    value: str | int | Rich | Link
    style: str


Value = str | int | float | Rich | Link | Styled
Row = Sequence[Value]


class Folded(tuple[Value, ...]):
    """A row that is folded away below the nearest row above it that is not."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Column:
    """width: in characters; it grows up to `most` where a text would be taller than a row can be (``fitted``).

    head: the look of its title. folded: folded away, and which column then opens it is the one before the fold.
    """

    title: str
    width: float
    style: str = "text"
    most: float = 0
    head: str = "head"
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars, one for each row from the second to `last`: what they are called and how long they are, by column letter."""

    title: str
    names_title: str
    values_title: str
    names: str
    values: str
    last: int
    at: str  # its upper left corner


@dataclass(frozen=True, slots=True)
class Sheet:
    """`frozen` is the first cell that scrolls; `choices` the drop-down of the columns whose style is "choice".

    name: of the Excel table that the rows are; without one they have a filter, if `filtered`. named: names of the
    workbook for cells of this sheet. shaded: the range whose numbers are shaded. across: pages side by side in print, as many
    as are needed where it is 0 (``fitted``); titles: columns that are repeated on them.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    frozen: str = "B2"
    choices: str = ""
    name: str = ""
    filtered: bool = True
    named: tuple[tuple[str, str], ...] = ()
    shaded: str = ""
    chart: Chart | None = None
    across: int = 0
    titles: str = "A:A"


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
    folds_first: bool = False  # the first row is folded away, so that the header opens it
    folds: bool = False


class Kept(NamedTuple):
    """A shared string: its number, whether it begins like a formula, its length, and that of its lines where it has several."""

    number: int
    risky: bool
    length: int
    lines: tuple[int, ...]


@dataclass(slots=True)
class Strings:
    """The shared strings of the workbook, numbered in the order of their first use: sheet by sheet, column by column."""

    clean: Cleaner
    runs: Mapping[str, str]
    items: list[str] = field(default_factory=list)
    known: dict[str | Rich, Kept | None] = field(default_factory=lambda: {"": None})
    uses: int = 0

    def of_cell(self, value: str | Rich) -> Kept | None:
        """None for an empty one."""
        return self.of_cells((value,))[value]

    def of_cells(self, values: Sequence[str | Rich]) -> dict[str | Rich, Kept | None]:
        """Each value once, with its shared string; None for an empty one."""
        found: dict[str | Rich, Kept | None] = dict.fromkeys(values)
        if new := [value for value in found if value not in self.known]:
            self._add(new)
        self.uses += len(values) - (values.count("") if "" in found else 0)
        return dict(zip(found, map(self.known.__getitem__, found), strict=True))

    def _add(self, values: Sequence[str | Rich]) -> None:
        texts = [value if isinstance(value, str) else value.text for value in values]
        for number, (value, text) in enumerate(zip(values, texts, strict=True), len(self.items)):
            lines = tuple(map(len, text.split("\n"))) if "\n" in text else ()
            self.known[value] = Kept(number, text.startswith(FORMULA), len(text), lines)
        together = "".join(texts)
        write = self._as_it_is if self._safe(together) is together else self._safely  # asked of all at once, not one by one
        self.items += [f"<si>{write(value)}</si>" for value in values]

    def _as_it_is(self, value: str | Rich) -> str:
        if isinstance(value, str):
            return f'<t xml:space="preserve">{value}</t>'
        return "".join([f'<r>{self.runs[kind]}<t xml:space="preserve">{words}</t></r>' for kind, words in value.pieces if words])

    def _safely(self, value: str | Rich) -> str:
        if isinstance(value, str):
            return self._as_it_is(self._safe(value))
        if self._safe(value.text) is value.text:
            return self._as_it_is(value)
        return self._as_it_is(Rich(tuple([(kind, self._safe(words)) for kind, words in value.pieces])))

    def _safe(self, text: str) -> str:
        """As XML holds it; the very same where nothing is changed."""
        safe = self.clean(text)
        return escape(_ESCAPE.sub("_x005F_", safe) if "_x" in safe else safe)

    def xml(self) -> str:
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            f'count="{self.uses}" uniqueCount="{len(self.items)}">{"".join(self.items)}</sst>'
        )


def in_columns(rows: Iterable[Row]) -> list[tuple[Value, ...]]:
    """The values of the rows, column by column; where a row is shorter than others, it is empty."""
    return list(zip_longest(*rows, fillvalue=""))


def continued(rows: Sequence[Row], again: str, ordered: int = -1) -> list[Row]:
    """The rows, with what no cell can hold carried on in rows below; `again` says how their first cell reads.

    ordered: the column that numbers the rows: carried on as 7.001, 7.002, so that they stay below row 7 when sorted.
    """
    if not any(map(_may_be_long, in_columns(rows))):
        return list(rows)
    return [part for row in rows for part in _parts(row, again, ordered)]


def _may_be_long(column: Sequence[Value]) -> bool:
    """Whether a cell of the column may hold more than it can."""
    kinds = set(map(type, column))
    texts = cast(Sequence[str], column) if kinds == {str} else [str(value) for value in column if isinstance(value, (str, Rich))]
    return max(map(len, texts), default=0) > LONGEST // 2


def _parts(row: Row, again: str, ordered: int) -> Sequence[Row]:
    if not any(isinstance(value, (str, Rich)) and _is_long(str(value)) for value in row):
        return (row,)
    columns = [list(_cut(value)) for value in row]
    count = max(map(len, columns))
    rows = [[column[i] if i < len(column) else "" for column in columns] for i in range(count)]
    for number, part in enumerate(rows[1:] if len(columns[0]) == 1 else (), 1):
        part[0] = again.format(id=row[0])
        if ordered >= 0:
            part[ordered] = int(str(row[ordered])) + number / 1000
    return [Folded(part) for part in rows] if type(row) is Folded else rows


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
    """(title of the sheet, first cell) -> where that row is, and (title, "") -> the sheet, for internal links."""
    found = {
        (sheet.title, str(row[0])): f"'{sheet.title}'!A{number}"
        for sheet in sheets
        for number, row in reversed(list(enumerate(sheet.rows, 2)))
    }
    return found | {(sheet.title, ""): f"'{sheet.title}'!A1" for sheet in sheets}
