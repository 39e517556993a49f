"""What the walk found, as citations of the text as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .reference import Reference
from .tokens import Token
from .values import Citation, Key, Relation


@dataclass(frozen=True, slots=True)
class Found:
    """A reference with what stands around it; tokens [start, reference.end). Several keys where it lists places."""

    reference: Reference
    start: int
    keys: tuple[tuple[Key, ...], ...]
    relation: Relation = "at"
    confident: bool = True
    alternative: bool = False
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """The text as written, and the way to it from the plain one."""

    text: str
    plain: str
    offsets: list[int]

    def words(self, said: str, after: int) -> str:
        """Words of the plain text as they were written."""
        at = self.plain.find(said, after) if said else -1
        return self.text[self.offsets[at] : self.offsets[at + len(said)]] if at >= 0 else said


def citations_of(found: Found, tokens: list[Token], written: Written, language: str) -> Iterator[Citation]:
    ref, text, after = found.reference, written.text, tokens[found.start].start
    start, end = written.offsets[after], written.offsets[tokens[ref.end - 1].end]
    quote, heading = written.words(ref.quote, after), written.words(ref.heading, after)
    for keys in found.keys:
        yield Citation(
            start, end, text[start:end], _ranked(keys, ref, language), found.confident, found.relation, quote, ref.document,
            found.total, heading, found.alternative,
        )  # fmt: skip


def _ranked(keys: tuple[Key, ...], ref: Reference, language: str) -> tuple[Key, ...]:
    """A Brazilian or Spanish *alínea* is a letter first, a French *alinéa* an unnumbered paragraph."""
    letters_first = language in ("pt", "es") and any(p.unit == "alinea" for p in ref.ordered)
    return tuple(sorted(keys, key=lambda key: key.path[-1].startswith("#"))) if letters_first else keys
