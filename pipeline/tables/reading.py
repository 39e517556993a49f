"""The tables of one file, read one after the other: what a header says holds until the next one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.model import Notice
from pipeline.remarks import Block, Remark
from pipeline.tables.answers import Context, answer_of
from pipeline.tables.furniture import Reason, Skipped, furniture, heading_of, is_title_block
from pipeline.tables.grid import Grid, Row, grids_of
from pipeline.tables.headings import Header, find_header, one_line
from pipeline.tables.prefilled import HEADINGS, read_name
from pipeline.tables.vocabulary import fold

LONGEST_SECTION = 12  # words of a heading across the table; more are a comment
Names = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class TableReading:
    """Every row of every table with words in it is one remark, or is named among `skipped`.

    A table that is none of comments, beside one that is, stands in `skipped` row by row as "not a comment table".
    """

    remarks: tuple[Remark, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[Notice, ...] = ()

    def in_file(self, name: str) -> TableReading:
        """The reading with its notices made out to a file."""
        return replace(self, notices=tuple(replace(notice, file=name) for notice in self.notices))


def nobody(words: str) -> bool:
    """No heading across a table names a body: where the caller knows none."""
    return False


@dataclass(frozen=True, slots=True)
class Known:
    """What the caller knows and a table does not tell.

    names_body: whether words are the name of a member state or body, for rows that name one across the table.
    labels: the hidden names of the project's own form by the labels of its rows, for programs that drop them (prefilled.py).
    """

    names_body: Names = nobody
    labels: Mapping[str, str] = field(default_factory=dict)


NOTHING_KNOWN = Known()


def from_blocks(blocks: Iterable[Block], known: Known = NOTHING_KNOWN) -> TableReading | None:
    """The comment tables among the blocks of any file; None where none of its tables is one."""
    return read_grids(grids_of(blocks), (), known)


def read_grids(
    grids: Sequence[Grid], page_headers: Sequence[Grid] = (), known: Known = NOTHING_KNOWN
) -> TableReading | None:
    """The comment tables of a file; None where the headers of no table are understood.

    page_headers: tables that stand in page headers; the ISO template keeps its column headings there.
    """
    above = tuple(found[1] for grid in page_headers if (found := find_header(grid.rows)))
    reader = _Reader(above, known.names_body, dict(known.labels))
    for grid in grids:
        reader.read(grid)
    return reader.reading() if reader.understood else None


@dataclass
class _Reader:
    """Walks the grids; the header of the last table is kept for the one below it."""

    above: tuple[Header, ...]
    names_body: Names
    labels: dict[str, str]
    header: Header | None = None
    last: str = ""
    understood: bool = False
    context: Context = field(default_factory=Context)
    remarks: list[Remark] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def reading(self) -> TableReading:
        return TableReading(tuple(self.remarks), tuple(self.skipped), tuple(self.notices))

    def read(self, grid: Grid) -> None:
        if found := find_header(grid.rows):
            at, self.header = found
            self.context = Context()
            self._skip(grid.rows[:at], "title block")
            self._skip(grid.rows[at : at + self.header.rows], "header")
            self._read_rows(grid, at + self.header.rows)
        elif (header := self._continued(grid)) is not None:
            self.header = header
            self._read_rows(grid, 0)
        else:
            self._leave(grid)

    def _continued(self, grid: Grid) -> Header | None:
        """The header that a table without one stands under: that of the table above it, or that of the page."""
        if is_title_block(grid) or not grid.rows:
            return None
        if self.header and grid.follows and fits(grid, self.header) and not grid.rows[0].heading:
            message = f"The table has no header row; it is read under the header of {self.last}."
            self.notices.append(Notice("table continued", "", grid.place, message))
            return self.header
        return next((header for header in self.above if fits(grid, header)), None)

    def _read_rows(self, grid: Grid, start: int) -> None:
        self.understood, self.last = True, grid.place
        above_answers = True
        self.labels |= named_labels(grid.rows, self.header)
        for row in grid.rows[start:]:
            above_answers = not self._read_row(row, above_answers) and above_answers

    def _read_row(self, row: Row, above_answers: bool) -> bool:
        """Whether the row was the delegation's."""
        assert self.header is not None
        reason = furniture(row, self.header, above_answers)
        if reason is None and (other := _another(row)):
            self.header, reason = other, "header"
        if reason:
            self._skip([row], reason)
        elif not self._read_heading(row, self.header):
            self._read_answer(row, self.header)
        return reason is None

    def _read_heading(self, row: Row, header: Header) -> bool:
        """A row of one cell across the table: the name of a body, of a section, or a comment on nothing in particular."""
        words = heading_of(row, header)
        if not words:
            return False
        if self.names_body(words):
            self.context = Context(bodies=(words,))
        elif len(words.split()) <= LONGEST_SECTION and not words.endswith((".", ";", "!", "?")):
            self.context = Context(reference=words, bodies=self.context.bodies)
        else:
            remark = Remark(row.place, "comment", self.context.reference, words, bodies=self.context.bodies)
            self.remarks.append(remark)
            self._notice_across(row)
            return True
        self._skip([row], "heading")
        return True

    def _notice_across(self, row: Row) -> None:
        message = "A row across the whole table holds sentences; they are read as a comment."
        self.notices.append(Notice("row across the table", "", row.place, message))
        if row.hides:
            self.skipped.append(Skipped(row.place, "hidden"))

    def _read_answer(self, row: Row, header: Header) -> None:
        answer = answer_of(with_name(row, header, self.labels), header, self.context)
        self.skipped += answer.skipped
        self.notices += answer.notices
        if answer.remark is not None:
            self.remarks.append(answer.remark)
            self._remember(answer.remark)

    def _remember(self, remark: Remark) -> None:
        if remark.number and remark.reference and remark.reference != self.context.numbered:
            self.context = replace(self.context, number=remark.number, numbered=remark.reference)

    def _leave(self, grid: Grid) -> None:
        reason: Reason = "title block" if is_title_block(grid) else "not a comment table"
        if reason == "not a comment table":
            self.header = None
        self._skip(grid.rows, reason)

    def _skip(self, rows: Iterable[Row], reason: Reason) -> None:
        for row in rows:
            if row.own or not row.hides:
                self.skipped.append(Skipped(row.place, reason if row.own else "blank", row.text))
            if row.hides:
                self.skipped.append(Skipped(row.place, "hidden"))


def named_labels(rows: Iterable[Row], header: Header | None) -> dict[str, str]:
    """The labels of rows that kept their hidden names: a copied row may have lost it."""
    named = ((row, cell.tag) for row in rows for cell in row.cells if read_name(cell.tag))
    return {_label(row, header): tag for row, tag in named if header and _label(row, header)}


def with_name(row: Row, header: Header, labels: Mapping[str, str]) -> Row:
    """The row with the name that its label stands for, in the project's own form where the name was dropped."""
    if fold(" ".join(HEADINGS)) not in header.lines or any(read_name(cell.tag) for cell in row.cells):
        return row
    name = labels.get(_label(row, header), "")
    return replace(row, cells=(replace(row.cells[0], tag=name), *row.cells[1:])) if name else row


def _label(row: Row, header: Header) -> str:
    return next((cell.text for cell in row.cells if header.column_of(cell).role == "reference"), "")


def fits(grid: Grid, header: Header) -> bool:
    return grid.width == header.width or grid.cells_a_row == len(header.columns)


def _another(row: Row) -> Header | None:
    """A header of other columns in the middle of a table: every cell of it is the heading of a known column."""
    found = one_line(row)
    known = found is not None and len(row.own) > 2 and all(fold(cell.text) for cell in row.own)
    return found if known and found and "other" not in {c.role for c in found.columns if c.heading} else None
