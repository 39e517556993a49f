"""What a reference says, before anyone looks whether the draft has such a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Relation = Literal["at", "after", "before", "between", "old", "new", "merge", "to", "throughout", "same"]
Document = Literal["draft", "report", ""]
PREFIXES: dict[Relation, str] = {
    "after": "+after:",
    "before": "+before:",
    "between": "+between:",
    "to": "+to:",
    "old": "old:",
    "new": "+",
    "merge": "merge:",
}


@dataclass(frozen=True, slots=True)
class Key:
    """One place in key notation, from the largest unit to the smallest.

    path: ``("II", "A", "3", "b")``. Other steps: ``#3`` third unlabelled child (bullet, unnumbered paragraph), ``-1`` last,
    ``s-1`` last sentence, ``chapeau``, ``OP7``, ``PP2bis``, ``p7`` page, ``l12`` line, ``T1`` ``r2`` ``c3`` table, row, column,
    ``FN4`` note, ``annex 1``, ``title``, ``*`` whole document, ``=`` the place cited before, ``=section`` its section.
    until: last of a range, as whole path; ``()`` where it is open ("and following"); None where it is no range.
    also: the other places of "between" and "merge". counted: the last number is an ordinal ("third paragraph").
    sectional: the first step is said to be a section.
    """

    path: tuple[str, ...] = ()
    until: tuple[str, ...] | None = None
    also: tuple[tuple[str, ...], ...] = ()
    counted: bool = False
    sectional: bool = False

    @property
    def notation(self) -> str:
        end = "" if self.until is None else ".." + ".".join(_beyond(self.path, self.until))
        return ",".join([".".join(self.path) + end, *(".".join(path) for path in self.also)])


def _beyond(path: tuple[str, ...], until: tuple[str, ...]) -> tuple[str, ...]:
    """The end of a range without the parents that it shares with its start."""
    same = len(path) == len(until) and path[:-1] == until[:-1]
    return until[-1:] if same else until


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference in a text, at [start, end). ``candidates`` are ranked; several where the words are ambiguous.

    confident: the words themselves leave no doubt that this place of the draft or the report is meant.
    quote: the opening words that the delegation gives. total: pages of the document cited ("6/54" is page 6 of 54).
    heading: words of a heading named in place of its number. alternative: another name of the reference before it ("a / b").
    """

    start: int
    end: int
    text: str
    candidates: tuple[Key, ...]
    confident: bool = True
    relation: Relation = "at"
    quote: str = ""
    document: Document = ""
    total: int | None = None
    heading: str = ""
    alternative: bool = False

    @property
    def key(self) -> Key:
        return self.candidates[0]

    @property
    def ambiguous(self) -> bool:
        return len(self.candidates) > 1

    @property
    def page(self) -> int | None:
        return _number(self.key.path, "p")

    @property
    def line(self) -> int | None:
        return _number(self.key.path, "l")


def _number(path: tuple[str, ...], letter: str) -> int | None:
    found = (int(step[1:]) for step in path if step[0] == letter and step[1:].isdigit())
    return next(found, None)


def canonical(citations: Citation | Sequence[Citation]) -> str:
    """The key notation of all references, ``5.b;22.b``; another name of the same place is not repeated."""
    several = [citations] if isinstance(citations, Citation) else list(citations)
    notations = [_one(citation) for citation in several]
    kept = [n for i, n in enumerate(notations) if n not in notations[:i] and not _said_fuller(i, notations, several)]
    return ";".join(kept)


def _one(citation: Citation) -> str:
    prefix = "RAP:" if citation.document == "report" else ""
    return prefix + PREFIXES.get(citation.relation, "") + citation.key.notation


def _said_fuller(index: int, notations: list[str], several: list[Citation]) -> bool:
    """``viñeta tercera / tercer guion del párrafo 4``: the other name says the same and more."""
    beside = index + 1 < len(several) and several[index + 1].alternative
    return beside and notations[index + 1].endswith("." + notations[index])
