"""What delegations say outside the draft's own text: rows of comment tables, sentences of letters. The standard library alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

RemarkKind = Literal[
    "proposal", "comment", "general comment", "support", "reservation", "withdrawal", "no comments", "courtesy", "report correction",
]  # fmt: skip
ASIDE = "\nIn the Secretariat’s column: "  # parts a row's own words from those that stand beside them
Emphasis = Literal["bold", "underline", "strike", "highlight", "italic", "hidden"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words that look alike."""

    text: str
    emphasis: tuple[Emphasis, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, or one table, of a received file of any form, in reading order.

    place: where it stands in the file, as an officer finds it: "paragraph 12", "page 2, paragraph 3", "table 1, row 4",
    "attachment x.docx, paragraph 2". level: of a heading, from 1; 0 for others. list_mark: number or bullet as shown.
    rows: of a table, each a tuple of cells, each cell a tuple of blocks.
    """

    kind: Literal["paragraph", "heading", "item", "table"]
    place: str
    pieces: tuple[Piece, ...] = ()
    level: int = 0
    list_mark: str = ""
    rows: tuple[tuple[tuple[Block, ...], ...], ...] = ()

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that a delegation says: a row of a comment table, or the sentences of a letter on one point.

    place: where in the file. reference: the place in the draft or the report, as the delegation wrote it. text: the
    comment or sentence, whole and verbatim. proposed: the change as written (a table's column, or the instruction with its
    quotation). number, type: the delegation's own. provision: the hidden id of the project's own form. bodies: named in
    the row itself. about: whose proposal is supported. emphasis: stretches [start, end) of ``proposed`` that look different.
    """

    place: str
    kind: RemarkKind
    reference: str = ""
    text: str = ""
    proposed: str = ""
    number: str = ""
    type: str = ""
    provision: str = ""
    bodies: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    emphasis: tuple[tuple[int, int, Emphasis], ...] = ()
