"""What each column is for, and which rows of a grid are its header."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.tables import prefilled
from pipeline.tables.grid import Cell, Row
from pipeline.tables.vocabulary import Sense, fold, senses, words

Role = Literal[
    "body", "number", "reference", "type", "draft", "comment", "rationale", "proposed", "decision", "title", "person",
    "provision", "other",
]  # fmt: skip
ANSWERS: frozenset[Role] = frozenset({"comment", "rationale", "proposed"})
LONGEST_HEADING = 14  # words; the longest of a real form is "Secretariat observations on each comment submitted"
LOOKED_AT = 20  # rows before which a header must stand: title blocks and instructions come before it
VAGUE = re.compile("(?:the )?(?:text|texto|texte|title|titulo|titre)s?")
ANSWER_SENSES: frozenset[Sense] = frozenset({"comment", "rationale", "proposed"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a header: the grid columns it covers, what it is for, and its heading as written."""

    start: int
    end: int
    role: Role
    heading: str


@dataclass(frozen=True, slots=True)
class Header:
    """rows: how many rows of the grid it takes; lines: the folded words of each, by which it is known again."""

    columns: tuple[Column, ...]
    rows: int = 1
    lines: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        return max(column.end for column in self.columns)

    def column_of(self, cell: Cell) -> Column:
        """The column in which a cell begins; an unnamed one where the header is narrower than the row."""
        found = (column for column in self.columns if column.start <= cell.column < column.end)
        return next(found, Column(cell.column, cell.column + cell.width, "other", ""))

    def roles(self) -> tuple[Role, ...]:
        return tuple(column.role for column in self.columns)


def role_of(heading: str) -> Role:
    """What a column is for by its heading: the first rule that holds, compound headings before simple ones."""
    if fold(heading) == prefilled.HEADING:
        return "provision"
    if heading.strip() == "#":
        return "number"
    found = [senses(word) for word in words(heading)]
    if 2 * sum(map(bool, found)) < len(found):
        return "other"
    order = [sense for each in found for sense in sorted(each)]
    said = frozenset(order)
    return next((role for role, holds in RULES if holds(order, said)), "other")


def _before(order: list[Sense], one: Sense, others: frozenset[Sense]) -> bool:
    """Whether `one` is said, and before any of the others."""
    meant = [sense for sense in order if sense == one or sense in others]
    return bool(meant) and meant[0] == one


def _is_type(order: list[Sense], said: frozenset[Sense]) -> bool:
    """ "Art." is a provision, "Art des Kommentars" a type: alone it says a place in three of the languages."""
    return ("type" in said and ("comment" in said or "reference" not in said)) or {"kind"} <= said <= {"kind", "joint", "type"}


def _is_number(order: list[Sense], said: frozenset[Sense]) -> bool:
    return "number" in said and said <= {"number", "comment", "item", "joint", "by", "proposed"} and "reference" not in said


def _is_proposer(order: list[Sense], said: frozenset[Sense]) -> bool:
    """ "Proposed by" asks for a body, "Proposed change by" for a change."""
    return "by" in said and said <= {"by", "proposed", "body", "joint"} and order[: order.index("by")].count("proposed") < 2


def _is_decision(order: list[Sense], said: frozenset[Sense]) -> bool:
    if "reference" in said and _before(order, "reference", frozenset({"office", "decision", "comment"})):
        return False
    if "office" in said:
        return True
    return "decision" in said and "proposed" not in said and _before(order, "decision", ANSWER_SENSES)


def _is_draft(order: list[Sense], said: frozenset[Sense]) -> bool:
    if said & ANSWER_SENSES:
        return False
    return "wording" in said or ({"current"} <= said <= {"current", "joint"})


def _is_comment(order: list[Sense], said: frozenset[Sense]) -> bool:
    """A column for both comments and proposals holds sentences: whether one of them asks for a change, its words tell."""
    both = {"comment", "proposed"} <= said
    return "comment" in said and (both or _before(order, "comment", frozenset({"rationale"})))


RULES: tuple[tuple[Role, Callable[[list[Sense], frozenset[Sense]], bool]], ...] = (
    ("type", _is_type),
    ("decision", _is_decision),
    ("number", _is_number),
    ("body", _is_proposer),
    ("draft", lambda order, said: {"current", "wording"} <= said and _before(order, "current", ANSWER_SENSES)),
    ("reference", lambda order, said: _before(order, "reference", ANSWER_SENSES | {"wording", "title", "body", "person"})),
    ("draft", _is_draft),
    ("comment", _is_comment),
    ("proposed", lambda order, said: _before(order, "proposed", frozenset({"rationale"}))),
    ("rationale", lambda order, said: "rationale" in said),
    ("reference", lambda order, said: bool({"item", "disposition"} & said)),
    ("body", lambda order, said: "body" in said),
    ("person", lambda order, said: "person" in said),
    ("title", lambda order, said: "title" in said),
)


def find_header(rows: Sequence[Row]) -> tuple[int, Header] | None:
    """The first header among the rows and where it begins; None where no row says what its columns are for."""
    for at, row in enumerate(rows[:LOOKED_AT]):
        below = rows[at + 1] if at + 1 < len(rows) else None
        if below is not None and (header := _two_lines(row, below)) is not None:
            return at, header
        if (header := one_line(row)) is not None:
            return at, header
    return None


def one_line(row: Row) -> Header | None:
    """The row as a header, if it is understood as one."""
    columns = tuple(_column(cell, cell.text) for cell in row.cells)
    return _understood(columns, (fold(row.text),))


def _two_lines(upper: Row, lower: Row) -> Header | None:
    """A header whose upper cells span several columns, or reach down beside others that are divided below."""
    spans = any(1 < cell.width < upper.width and cell.text for cell in upper.cells)
    reaches = any(cell.carried and cell.text for cell in lower.cells)
    headed = len(upper.own) > 1 and not any(_is_no_heading(cell.text) for cell in upper.own)
    if not (headed and (spans or reaches) and _divides(lower)):
        return None
    columns = tuple(_below(upper, cell) for cell in lower.cells)
    header = _understood(columns, (fold(upper.text), fold(lower.text)))
    return header and replace(header, rows=2)


def _divides(lower: Row) -> bool:
    """Whether a row below merged headings holds headings itself: short, without figures, nearly all words known."""
    covered = [cell for cell in lower.own if is_covered(cell.text)]
    short = all(len(words(cell.text)) < 5 and not re.search(r"\d", "".join(words(cell.text))) for cell in lower.own)
    return bool(covered) and 4 * len(covered) >= 3 * len(lower.own) and (short or len(covered) == len(lower.own))


def _is_no_heading(text: str) -> bool:
    """An instruction, or a label of the title block such as "Member state:"."""
    return len(words(text)) > LONGEST_HEADING or text.endswith(":")


def _below(upper: Row, cell: Cell) -> Column:
    """A lower heading says more than the one above it, unless the upper one is the Secretariat's or the lower is vague."""
    parent = next((c.text for c in upper.cells if c.column <= cell.column < c.column + c.width), "")
    if cell.carried or not parent:
        return _column(cell, cell.text)
    own, above, both = role_of(cell.text), role_of(parent), role_of(f"{parent} {cell.text}")
    vague = VAGUE.fullmatch(fold(cell.text)) and above in ANSWERS
    role = both if both == "decision" else above if own == "other" or vague else own
    return Column(cell.column, cell.column + cell.width, role, cell.text or parent)


def _column(cell: Cell, heading: str) -> Column:
    role: Role = role_of(heading) if len(words(heading)) <= LONGEST_HEADING else "other"
    return Column(cell.column, cell.column + cell.width, role, heading)


def is_covered(text: str) -> bool:
    """Whether every word is one that headings use."""
    found = words(text)
    return 0 < len(found) <= LONGEST_HEADING and all(senses(word) for word in found)


def _understood(columns: tuple[Column, ...], lines: tuple[str, ...]) -> Header | None:
    """A row of answers also holds words of headings; only a header holds little else, and names places beside answers."""
    settled = _settled(columns)
    headed = [column for column in settled if fold(column.heading)]
    known = [column for column in headed if column.role != "other"]
    covered = [column for column in known if is_covered(column.heading)]
    short = all(len(words(column.heading)) <= LONGEST_HEADING for column in headed)
    roles = {column.role for column in known}
    types = sum(column.role == "type" for column in known)
    if not (short and roles & ANSWERS and len(roles) > 1 and types < 2 and 2 * len(known) >= len(headed)):
        return None
    return Header(settled, 1, lines) if len(covered) >= max(2, len(headed) / 2) else None


def _settled(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Words that mean a place in one form and something else in another are settled by the other columns.

    "Item" numbers the rows where another column names the place. French "disposition" is a provision, English is what
    was decided on a comment.
    """
    sure = any(column.role == "reference" and not _doubtful(column) for column in columns)
    return tuple(_resettled(column) if sure and _doubtful(column) else column for column in columns)


def _doubtful(column: Column) -> bool:
    said = {sense for word in words(column.heading) for sense in senses(word)}
    return column.role == "reference" and "reference" not in said


def _resettled(column: Column) -> Column:
    said = {sense for word in words(column.heading) for sense in senses(word)}
    return replace(column, role="decision" if "disposition" in said else "number")
