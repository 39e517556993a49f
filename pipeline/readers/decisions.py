"""comparison.xlsx as reviewers return it: what they filled in for each proposal, and the words on which they decided.

Sheets are found by their heads, whatever their order, name or language; rows may be sorted, filtered, hidden or missing.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils.exceptions import InvalidFileException

from ..deciding import FILLED_IN, WORDS, Filled, folded
from ..errors import InputError

HEADS = 20  # rows among which the heads are looked for: a reviewer may have put a title above them
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what a workbook with a password to open is wrapped in (MS-OFFCRYPTO 1.3)
DAMAGED = (BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, TypeError, OSError, EOFError, SyntaxError, zlib.error)
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")  # a character as Excel writes those that XML cannot hold (ECMA-376 part 1, 22.4.2.4)
INLINE_RUNS = re.compile(rb"<is>\s*<r[ >]")
Cells = tuple[Any, ...]
Titles = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Heads:
    """Where each column stands. left: whether the sheet lists decisions that were not taken over."""

    columns: Mapping[str, int]
    left: bool


def rows_of(path: Path, titles: Titles, continued: frozenset[str], name: str) -> list[Filled]:
    """Each row of a proposal, those with nothing filled in too. titles: name of a column -> its heads, folded, in any language.

    continued: the words, folded, that stand behind the id in a row that carries a long text on. name: of the file, for people.
    Raises InputError where it is no workbook, or has no such columns.
    """
    remedy = "Save it anew from Excel or LibreOffice, or copy it anew from outputs/comparison.xlsx"
    try:
        with path.open("rb") as file:
            locked = file.read(len(OLE)) == OLE
        sheets = [] if locked else list(_sheets(path, titles))
    except DAMAGED as error:
        raise InputError(f"is no workbook that can be read ({error})", file=str(path), remedy=remedy) from None
    if locked:
        raise InputError("is protected by a password", file=str(path), remedy="Take the password off in Excel and save it anew")
    if not sheets:
        raise InputError("has no sheet with the columns “Id” and “Decision”", file=str(path), remedy=remedy)
    return [row for title, heads, rows in sheets for row in _rows(title, heads, rows, continued, name)]


def _sheets(path: Path, titles: Titles) -> Iterator[tuple[str, Heads, list[tuple[int, Cells]]]]:
    """The sheets with the heads of proposals, below their heads. Formulas by what they came to, where the file says so."""
    with closing(load_workbook(path, read_only=not _has_inline_runs(path), rich_text=True)) as book:
        yield from _of_proposals(path, book, titles)


def _has_inline_runs(path: Path) -> bool:
    """Rich text in the sheets themselves, where openpyxl 3.1 does not see it if it reads row by row. Excel shares all strings."""
    with ZipFile(path) as archive:
        return any(INLINE_RUNS.search(archive.read(name)) for name in archive.namelist() if name.startswith("xl/worksheets/sheet"))


def _of_proposals(path: Path, book: Workbook, titles: Titles) -> Iterator[tuple[str, Heads, list[tuple[int, Cells]]]]:
    for sheet in book.worksheets:
        rows = enumerate(sheet.iter_rows(values_only=True), 1)
        heads = next((found for _, row in islice(rows, HEADS) if (found := _heads(row, titles))), None)
        if heads is None:
            continue
        below = list(rows)
        if any(_is_formula(row[i]) for _, row in below for i in _filled_columns(heads, row)):
            with closing(load_workbook(path, read_only=True, rich_text=True, data_only=True)) as values:
                came = dict(enumerate(values[sheet.title].iter_rows(values_only=True), 1))
            below = [(n, _computed(row, came.get(n, ()))) for n, row in below]
        yield sheet.title, heads, below


def _heads(row: Cells, titles: Titles) -> Heads | None:
    words = [folded(_text(cell)) for cell in row]
    found = {key: words.index(word) for key, known in titles.items() for word in words if word in known}
    if "id" not in found or not found.keys() & {"decision", "agreed"}:
        return None
    return Heads(found, "left reason" in found)


def _filled_columns(heads: Heads, row: Cells) -> list[int]:
    return [heads.columns[key] for key in FILLED_IN if key in heads.columns and heads.columns[key] < len(row)]


def _is_formula(value: object) -> bool:
    return isinstance(value, str) and value.startswith("=")


def _computed(row: Cells, came: Cells) -> Cells:
    values = (*came, *[None] * (len(row) - len(came)))
    return tuple(value if _is_formula(cell) and value is not None else cell for cell, value in zip(row, values, strict=False))


def _rows(title: str, heads: Heads, rows: Sequence[tuple[int, Cells]], continued: frozenset[str], name: str) -> Iterator[Filled]:
    """A row whose id says that it carries on is one with the row of that id, wherever sorting has put it."""
    parts: dict[str, list[tuple[int, Cells]]] = {}
    own: list[tuple[str, int, Cells]] = []
    for number, row in rows:
        ident = _text(_cell(row, heads, "id")).strip()
        first = next((ident[: -len(end)].strip() for end in _ends(ident) if folded(end) in continued), "")
        if first:
            parts.setdefault(first, []).append((number, row))
        elif ident:
            own.append((ident, number, row))
    for ident, number, row in own:
        more = [r for _, r in parts.pop(ident, [])]
        yield _filled(title, heads, [row, *more], ident, number, name)
    for ident, left in parts.items():  # the first row was deleted: what stands in the others is kept
        yield _filled(title, heads, [row for _, row in left], ident, left[0][0], name)


def _ends(ident: str) -> list[str]:
    return [ident[ident.index(" (") + 1 :]] if " (" in ident else []


def _filled(title: str, heads: Heads, rows: Sequence[Cells], ident: str, number: int, name: str) -> Filled:
    def told(key: str) -> str:
        return _unescaped("".join(_text(_cell(row, heads, key)) for row in rows))

    place = told("source place") if heads.left else f"{title}, row {number}"
    return Filled(
        ident, told("provision"), told("contributors"), told("type"), told("draft text"), told("proposed text"), told("rationale"),
        told("decision").strip(), told("agreed").strip(), told("note").strip(), _pieces([_cell(row, heads, "agreed") for row in rows]),
        name, place, heads.left, tuple(key for key in WORDS if key in heads.columns),
    )  # fmt: skip


def _cell(row: Cells, heads: Heads, key: str) -> Any:
    column = heads.columns.get(key, len(row))
    return row[column] if column < len(row) else None


def _text(value: Any) -> str:
    """A cell's words; of an array formula the formula, of a date the day."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(getattr(value, "text", value))


def _unescaped(text: str) -> str:
    """Without carriage returns, which stand before line breaks alone."""
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), text).replace("\r", "") if "_x" in text else text


LOOKS: tuple[tuple[str, Callable[[Any], bool]], ...] = (
    ("-", lambda font: bool(font.strike)), ("+", lambda font: bool(font.u)), ("#", lambda font: bool(font.b)),
)  # fmt: skip


def _pieces(cells: Sequence[Any]) -> tuple[tuple[str, str], ...]:
    """Words struck through, underlined or bold; () where none are: then the text says all."""
    out: list[tuple[str, str]] = []
    for cell in cells:
        for run in cell if isinstance(cell, CellRichText) else [_text(cell)]:
            kind = next((k for k, has in LOOKS if has(run.font)), "=") if isinstance(run, TextBlock) else "="
            words = _unescaped(run.text if isinstance(run, TextBlock) else str(run))
            if out and out[-1][0] == kind:
                out[-1] = (kind, out[-1][1] + words)
            elif words:
                out.append((kind, words))
    return tuple(out) if any(kind != "=" for kind, _ in out) else ()
