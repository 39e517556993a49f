"""Insertions of different contributors that stand side by side with no label and no kept text between them (law 2)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pipeline.auditing.names import NAMES, Element, attribute, tags

SECRETARIAT, JOINT = "Secretariat", "; "
INSERTION, WORDS = tags("w:ins"), tags("w:t", "w:delText")
PARTING = frozenset(("w:ins", "w:r", "w:hyperlink", "w:moveTo"))


def glued_in(root: Element) -> Iterator[str]:
    """The beginning of each paragraph in which neighbouring insertions have no contributor in common."""
    places = (mark.getparent() for mark in root.iter(*INSERTION) if _is_rival_of_neighbour(mark))
    for paragraph in dict.fromkeys(places):
        yield "".join(paragraph.itertext(*WORDS, with_tail=False))[:60]


def _is_rival_of_neighbour(mark: Element) -> bool:
    """Deletions and bookmarks stand between two insertions without parting them."""
    author = attribute(mark, "author") or ""
    before = mark.getprevious() if NAMES[mark.getparent().tag] == "w:p" else None
    while before is not None and NAMES[before.tag] not in PARTING:
        before = before.getprevious()
    if author == SECRETARIAT or before is None or NAMES[before.tag] != "w:ins":
        return False
    neighbour = attribute(before, "author") or ""
    return neighbour != SECRETARIAT and members(neighbour).isdisjoint(members(author))


@cache
def members(author: str) -> frozenset[str]:
    """Who shares a mark."""
    return frozenset(author.split(JOINT))
