"""A story as it was written, with every condition on its parts: what stands depends on whose marks are accepted.

A *guard* is such a condition: authors that must be accepted, and authors that must not be. Text that one author inserts
and the same deletes has an author on both sides and never stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from pipeline.auditing.names import Element

Guard = tuple[frozenset[str], frozenset[str]]
Accepted = frozenset[str]
# guard, kind, value, and the w:rPr (or drawing, or emphasis) that says how it looks
Piece = tuple[Guard, str, Any, Element]
# style and numbering, and the stretches of (emphasis, text)
Look = tuple[tuple[str, ...], tuple[tuple[tuple[str, ...], str], ...]]
# text, notes it refers to, fields it leaves open
Outcome = tuple[Any, list[tuple[str, str]], list[tuple[str, bool]]]

OPEN: Guard = (frozenset(), frozenset())
HIDDEN = "\0hidden"  # accepted where hidden text (w:vanish) is shown; no author is called so

TEXT, NOTE, DRAWN, BEGIN, INSTRUCTION, SEPARATE, END, SIMPLE = (
    "text", "note", "drawn", "begin", "instruction", "separate", "end", "simple",
)  # fmt: skip


@dataclass(slots=True)
class Paragraph:
    """``text`` is set where nothing in the paragraph depends on anything; ``mark`` guards its paragraph mark.

    Of one that was put aside (see ``apart``): look, how it looks once all is rejected; is_words: it holds nothing but words,
    and its pieces tell their emphasis in the place of their properties. line: ``text``, where its end depends on nothing either.
    """

    guard: Guard
    element: Element
    text: str | None = None
    pieces: list[Piece] = field(default_factory=list)
    mark: Guard = OPEN
    authors: frozenset[str] = frozenset()
    seen: dict[Accepted, Outcome] = field(default_factory=dict)
    look: Look | None = None
    is_words: bool = False
    line: str | None = None


@dataclass(slots=True)
class Table:
    """Rows of (guard, cells), cells of (guard, blocks)."""

    guard: Guard
    rows: list[tuple[Guard, list[tuple[Guard, list[Block]]]]]
    authors: frozenset[str] = frozenset()
    seen: dict[Accepted, Outcome] = field(default_factory=dict)
    line: None = None


Block = Paragraph | Table


@lru_cache(maxsize=65536)
def under(guard: Guard, author: str, on_accept: bool) -> Guard:
    """The guard of what stands inside one more mark."""
    needs, bars = guard
    return (needs | {author}, bars) if on_accept else (needs, bars | {author})


def stands(guard: Guard, accepted: Accepted) -> bool:
    return guard[0] <= accepted and guard[1].isdisjoint(accepted)


def words_that_stand(pieces: list[Piece], accepted: Accepted) -> str:
    """Of a paragraph that holds nothing but words."""
    return "".join([p[2] for p in pieces if p[0] is OPEN or (p[0][0] <= accepted and p[0][1].isdisjoint(accepted))])


def authors_of(guards: set[Guard], blocks: list[Block]) -> frozenset[str]:
    """Everybody on whom something depends."""
    inner = guards | {b.guard for b in blocks}
    return frozenset().union(*(side for guard in inner for side in guard), *(b.authors for b in blocks))
