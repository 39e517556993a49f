"""What a reader of one form hands on, and how words become blocks. Knows no form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal, NoReturn

from ..errors import Unreadable, UnreadableKind
from ..model import Notice
from ..remarks import Block, Emphasis, Piece

ORDER: tuple[Emphasis, ...] = ("bold", "italic", "underline", "strike", "highlight", "hidden")
Kind = Literal["paragraph", "heading", "item"]
ASK_WORD = "Ask the delegation for the Word file (.docx)"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came inside another one; ``name`` without folders."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class SetAside:
    """Words that came with the answer and are none of it: nobody's proposal, but counted (design.md law 3)."""

    kind: Literal["quoted mail", "signature", "disclaimer", "running title"]
    block: Block


@dataclass(frozen=True, slots=True)
class FormReading:
    """A file as blocks in reading order.

    languages: what the file says of its language, most frequent first, "es" or "es-PE"; a hint, often wrong.
    held: places of hidden text that was left out; it is counted and located, never quoted.
    sent: the date of a mail, "2004-11-18".
    """

    blocks: tuple[Block, ...]
    languages: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    sent: str | None = None
    held: tuple[str, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


def emphases(names: Iterable[Emphasis]) -> tuple[Emphasis, ...]:
    """Each once, in one order, so that equal looks compare equal."""
    held = set(names)
    return tuple(name for name in ORDER if name in held)


def joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Neighbours that look alike as one piece; white space at both ends of the paragraph falls away."""
    groups = groupby((p for p in pieces if p.text), key=lambda p: p.emphasis)
    merged = [Piece("".join(p.text for p in group), look) for look, group in groups]
    return _stripped(merged)


def _stripped(pieces: list[Piece]) -> tuple[Piece, ...]:
    while pieces and not pieces[0].text.strip():
        pieces = pieces[1:]
    while pieces and not pieces[-1].text.strip():
        pieces = pieces[:-1]
    if pieces:
        pieces[0] = Piece(pieces[0].text.lstrip(), pieces[0].emphasis)
        pieces[-1] = Piece(pieces[-1].text.rstrip(), pieces[-1].emphasis)
    return tuple(pieces)


def said(blocks: Sequence[Block]) -> bool:
    """Whether any block, or any cell of a table, holds words."""
    return any(b.text.strip() or any(said(cell) for row in b.rows for cell in row) for b in blocks)


@dataclass
class Places:
    """Counts what it names. Outside tables paragraphs are numbered; inside, the cell is the place."""

    paragraphs: int = 0
    tables: int = 0
    cell: str = ""
    prefix: str = ""

    def paragraph(self) -> str:
        if self.cell:
            return self.cell
        self.paragraphs += 1
        return f"{self.prefix}paragraph {self.paragraphs}"

    def table(self) -> str:
        self.tables += 1
        return f"{self.cell}, table {self.tables}" if self.cell else f"{self.prefix}table {self.tables}"


MARKS_LOST = "this file holds tracked changes ({}): they are read as accepted, and who made them is lost"
COMMENTS_LOST = "this file holds comments in the margin ({}): they are not read"
ASK_FOR_WORD = "; ask the delegation for a .docx file if they matter, or run where LibreOffice is installed"


@dataclass
class Gathered:
    """What a reader collects on its way."""

    file: str
    notices: list[Notice] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    languages: dict[str, int] = field(default_factory=dict)

    def notice(self, message: str, place: str = "", kind: str = "form") -> None:
        self.notices.append(Notice(kind, self.file, place, message))

    def loses(self, marks: int, comments: int) -> None:
        """What a form is read without; 0 where there is none."""
        for count, what in ((marks, MARKS_LOST), (comments, COMMENTS_LOST)):
            if count:
                self.notice(what.format(count) + ASK_FOR_WORD, kind="lost in reading")

    def speaks(self, language: str, words: int = 1) -> None:
        if language.strip():
            self.languages[language] = self.languages.get(language, 0) + words

    def reading(self, blocks: Iterable[Block]) -> FormReading:
        tongues = sorted(self.languages, key=lambda name: (-self.languages[name], name))
        return FormReading(tuple(blocks), tuple(tongues), tuple(self.notices), held=tuple(self.held))


def refuse(kind: UnreadableKind, message: str, remedy: str = ASK_WORD, place: str = "") -> NoReturn:
    """Raise Unreadable; the file's name is put in where it is known (choose.py)."""
    raise Unreadable(kind, message, place=place, remedy=remedy)
