"""Comment tables of workbooks, as Excel shows them: the last value of a formula, numbers in their format.

What Excel does not show (hidden sheets, rows and columns) is held: it is marked as hidden and never read as an answer.
"""

from __future__ import annotations

import datetime
import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils import column_index_from_string

from ..errors import Unreadable
from ..model import Notice
from ..ooxml.preflight import OLE2, check_markup, entries, is_xml
from ..remarks import Emphasis, Piece
from ..tables.furniture import Skipped
from ..tables.grid import Cell, Grid, Row
from ..tables.prefilled import HEADING, read_name
from ..tables.reading import NOTHING_KNOWN, Known, TableReading, read_grids
from ..tables.vocabulary import fold

SHEET_LIMIT = 40 * 2**20  # of one sheet's markup; openpyxl takes some fifty times as much memory
SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml", re.I)
DECIMALS = re.compile(r"[#0,]*0\.(0+)(?:_.*)?")
FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
LOOKS: tuple[tuple[str, Emphasis], ...] = (("b", "bold"), ("i", "italic"), ("u", "underline"), ("strike", "strike"))
LONGEST_MERGE = 200  # rows; what is merged further is a margin, no clause
ASK = "Ask the delegation for an ordinary workbook (.xlsx)"


def read_table_xlsx(path: Path, known: Known = NOTHING_KNOWN) -> TableReading | None:
    """The comment tables of a .xlsx, sheet by sheet; None where no sheet holds one. Raises Unreadable."""
    try:
        return _read(path, known)
    except Unreadable as reason:
        reason.file = path.name
        raise


def _read(path: Path, known: Known) -> TableReading | None:
    data = path.read_bytes()
    parts = _checked(data)
    sheets = [_Sheet(sheet) for sheet in _opened(data, shown=True).worksheets]
    if any(FORMULA.search(part) for name, part in parts.items() if SHEET_PART.fullmatch(name)):
        _find_formulas(sheets, _opened(data, shown=False).worksheets)
    found = read_grids([sheet.grid() for sheet in sheets], (), known)
    if found is None:
        return None
    notices = tuple(notice for sheet in sheets for notice in sheet.notices)
    notes = tuple(note for sheet in sheets for note in sheet.notes())
    return replace(found, skipped=found.skipped + notes, notices=found.notices + notices).in_file(path.name)


def _checked(data: bytes) -> dict[str, bytes]:
    """The parts of an archive that is safe to unpack and holds an ordinary workbook."""
    if data.startswith(OLE2):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Unreadable("encrypted", "the file is protected by a password", remedy=ASK)
        raise Unreadable("not-a-docx", "the file is an old Office file", remedy=ASK)
    parts = entries(data)
    check_markup(parts, filter(is_xml, parts))
    if any(name.lower().endswith("vbaproject.bin") for name in parts):
        raise Unreadable("macro", "the file contains macros", remedy=ASK)
    if not any(SHEET_PART.fullmatch(name) for name in parts):
        raise Unreadable("not-a-docx", "the file is an archive but no workbook", remedy=ASK)
    if any(len(part) > SHEET_LIMIT for name, part in parts.items() if SHEET_PART.fullmatch(name)):
        raise Unreadable("too-large", f"a sheet unpacks to more than {SHEET_LIMIT // 2**20} MB", remedy=ASK)
    return parts


def _opened(data: bytes, shown: bool) -> Any:
    """The workbook with values as shown, or with its formulas. openpyxl warns of what it leaves out: lists, drawings."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(data), data_only=shown, rich_text=True, keep_links=False)
    except Exception as error:  # openpyxl lets through whatever a damaged part raises: KeyError, TypeError, ParseError
        raise Unreadable("damaged", "the workbook cannot be read", remedy=ASK) from error


def _find_formulas(shown: list[_Sheet], written: list[Any]) -> None:
    """A formula that no program has computed shows nothing: what the delegation meant is not in the file."""
    for sheet, source in zip(shown, written, strict=True):
        for cell in _filled(source):
            if cell.data_type == "f" and sheet.sheet.cell(cell.row, cell.column).value is None:
                sheet.tell("formula without value", cell, "The cell holds a formula whose value is not in the file.")


def _filled(sheet: Any) -> list[Any]:
    """Cells with values, by rows. Not iter_rows: a style at the end of the sheet would make it create a million rows."""
    cells = sheet._cells
    return [cells[key] for key in sorted(cells) if cells[key].value is not None]


@dataclass
class _Sheet:
    sheet: Any
    notices: list[Notice] = field(default_factory=list)

    @property
    def place(self) -> str:
        return f"sheet {self.sheet.title}"

    def tell(self, kind: str, cell: Any, message: str) -> None:
        self.notices.append(Notice(kind, "", f"{self.place}, cell {cell.coordinate}", message))

    def grid(self) -> Grid:
        filled = _filled(self.sheet)
        width = max((cell.column for cell in filled), default=0)
        rows = sorted({cell.row for cell in filled} | set(self._merged_rows()))
        return Grid(self.place, tuple(self._row(row, width) for row in rows), follows=False)

    def _merged_rows(self) -> Iterator[int]:
        """Rows into which a merged cell with words reaches."""
        for (row, _), area in self._merges.items():
            if self.sheet.cell(area.min_row, area.min_col).value is not None:
                yield row

    def _row(self, row: int, width: int) -> Row:
        cells = (self._cell(row, column) for column in range(1, width + 1))
        return Row(f"{self.place}, row {row}", tuple(cell for cell in cells if cell is not None))

    def _cell(self, row: int, column: int) -> Cell | None:
        """None for what a merged cell to its left covers."""
        area = self._merges.get((row, column))
        if area is not None and column > area.min_col:
            return None
        cell = self.sheet.cell(area.min_row, area.min_col) if area else self.sheet.cell(row, column)
        span = area.max_col - area.min_col + 1 if area else 1
        pieces, name = self._pieces(cell), ""
        if read_name(_words(pieces)) or fold(_words(pieces)) == HEADING:
            pieces, name = (), _words(pieces).strip()
        if self._is_hidden(row, column):
            pieces = tuple(Piece(piece.text, ("hidden",)) for piece in pieces)
        return Cell(pieces, column - 1, span, bool(area and row > area.min_row), name)

    @cached_property
    def _merges(self) -> dict[tuple[int, int], Any]:
        """The merged area of each cell that is in one."""
        areas = [area for area in self.sheet.merged_cells.ranges if area.max_row - area.min_row < LONGEST_MERGE]
        return {key: area for area in areas for key in _keys(area)}

    def _is_hidden(self, row: int, column: int) -> bool:
        line = self.sheet.row_dimensions.get(row)
        away = self.sheet.sheet_state != "visible" or column in self._hidden_columns
        return away or (line is not None and bool(line.hidden or line.height == 0))

    @cached_property
    def _hidden_columns(self) -> frozenset[int]:
        """One element may describe a run of columns (18.3.1.13 col)."""
        found: set[int] = set()
        for letter, column in self.sheet.column_dimensions.items():
            if column.hidden or column.width == 0:
                first = column.min or column_index_from_string(letter)
                found |= set(range(first, min(column.max or first, first + 500) + 1))
        return frozenset(found)

    def _pieces(self, cell: Any) -> tuple[Piece, ...]:
        if isinstance(cell.value, CellRichText):
            return tuple(_piece(part) for part in cell.value)
        if isinstance(cell.value, (datetime.datetime, datetime.date)):
            self._tell_date(cell)
        text = shown(cell.value, cell.number_format)
        return (Piece(text, _look(cell.font)),) if text else ()

    def _tell_date(self, cell: Any) -> None:
        self.tell("date in a cell", cell, "The cell holds a date; a reference such as 3.1 may have been turned into one.")

    def notes(self) -> Iterator[Skipped]:
        """Notes on cells stand beside the table; each begins with its author's name, which is left out."""
        for _, cell in sorted(self.sheet._cells.items()):
            if cell.comment is not None:
                text = cell.comment.text.removeprefix(f"{cell.comment.author}:").strip()
                away = self._is_hidden(cell.row, cell.column)
                yield Skipped(f"{self.place}, cell {cell.coordinate}", "hidden" if away else "note", "" if away else text)


def _keys(area: Any) -> Iterator[tuple[int, int]]:
    for row in range(area.min_row, area.max_row + 1):
        yield from ((row, column) for column in range(area.min_col, min(area.max_col, area.min_col + 500) + 1))


def _words(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


def _piece(part: str | TextBlock) -> Piece:
    return Piece(part.text, _look(part.font)) if isinstance(part, TextBlock) else Piece(part)


def _look(font: Any) -> tuple[Emphasis, ...]:
    return tuple(look for name, look in LOOKS if font is not None and getattr(font, name))


def shown(value: object, number_format: str = "General") -> str:
    """The value as Excel shows it, for the formats that a clause or a number is written in: 3.10 under "0.00"."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, (int, float)):
        decimals = DECIMALS.fullmatch(number_format)
        return f"{value:.{len(decimals[1])}f}" if decimals else f"{value:.11g}"
    return str(value)
