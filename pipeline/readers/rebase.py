"""A contributor's own changes carried over from the version that it worked on to the draft: a merge of three texts.

The text that the contributor asks for is kept as pieces of two sources, so that nothing is copied and formatting stays:
most of it is the version that was sent; where that version differs from the draft and the contributor did not touch it,
the draft's own words stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..compare_words import Change
from ..model import FIRST_ATOM, PARAGRAPH_MARK
from ..ooxml.nodes import StoryNode


@dataclass(frozen=True, slots=True)
class Piece:
    """[start, end) of the version that was sent, or of the draft."""

    of_version: bool
    start: int
    end: int


@dataclass
class Target:
    """The text that a contributor asks for, as pieces."""

    text: str
    pieces: tuple[Piece, ...]
    exact: list[str] | None = None

    def lines(self) -> list[str]:
        return self.exact if self.exact is not None else list(split_lines(self.text))

    def cut(self, start: int, end: int) -> Iterator[Piece]:
        at = 0
        for p in self.pieces:
            size = p.end - p.start
            low, high = max(start, at), min(end, at + size)
            if low < high:
                yield Piece(p.of_version, p.start + low - at, p.start + high - at)
            at += size

    def version_offset(self, offset: int) -> int:
        """Where an offset of this text lies in the version that was sent, or the nearest place before it."""
        at = last = 0
        for p in self.pieces:
            size = p.end - p.start
            if p.of_version:
                if offset <= at + size:
                    return p.start + max(offset - at, 0)
                last = p.end
            at += size
        return last

    def from_version(self, offset: int) -> int:
        """Where an offset of the version lies in this text."""
        at = 0
        for p in self.pieces:
            if p.of_version and offset <= p.end:
                return at + max(offset - p.start, 0)
            at += p.end - p.start
        return at


def plain_target(version: StoryNode) -> Target:
    """The version as it was sent."""
    lines = [x.stream for x in version.lines]
    text = "".join(lines)
    return Target(text, (Piece(True, 0, len(text)),), lines)


def split_lines(text: str) -> Iterator[str]:
    """Paragraphs with their marks; atoms that stand between paragraphs (tables) are lines of their own.

    An atom at the start of a line is a table exactly when it is one of the tables' atoms, which are never followed by
    words of the same paragraph; an image at the start of a paragraph is cut off here too, which comparison undoes.
    """
    for paragraph in re.findall(f"[^{PARAGRAPH_MARK}]*{PARAGRAPH_MARK}|[^{PARAGRAPH_MARK}]+$", text):
        at = 0
        while at < len(paragraph) - 1 and ord(paragraph[at]) >= FIRST_ATOM:
            yield paragraph[at]
            at += 1
        if paragraph[at:]:
            yield paragraph[at:]


def carried_over(base: StoryNode, own: StoryNode, version: StoryNode, out: list[Change], changes: list[Change]) -> Target:
    """Take ``changes`` (own base to version) and undo ``out`` (draft to own base) wherever the two do not touch.

    Where they touch, the contributor's words stand: they are what it sent.
    """
    undone = [Change(d.v0, d.v1, d.b0, d.b1) for d in out if not any(_touch(d.v0, d.v1, c) for c in changes)]
    steps = sorted([(c, True) for c in changes] + [(c, False) for c in undone], key=lambda s: (s[0].b0, s[0].b1))
    pieces: list[Piece] = []
    at_own = at_version = 0
    for change, mine in steps:
        equal = change.b0 - at_own
        pieces.append(Piece(True, at_version, at_version + equal))
        at_version += equal
        pieces.append(Piece(mine, change.v0, change.v1))
        at_version = change.v1 if mine else at_version + change.b1 - change.b0
        at_own = change.b1
    pieces.append(Piece(True, at_version, len(version.text)))
    kept = tuple(p for p in pieces if p.end > p.start)
    texts = {True: version.text, False: base.text}
    return Target("".join(texts[p.of_version][p.start : p.end] for p in kept), kept)


def _touch(start: int, end: int, change: Change) -> bool:
    return start <= change.b1 and change.b0 <= end
