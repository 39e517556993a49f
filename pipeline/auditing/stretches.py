"""A story cut where nothing runs on, so that a view reads anew only what its authors touch.

A stretch ends behind a paragraph that always stands, with a mark that always stands, outside every field that runs over
paragraphs: whoever is accepted, what comes next begins a line of its own. So the lines of a stretch hang on those
accepted authors alone that have a mark in it, and a view is the unmarked reading with some stretches exchanged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple, TypeGuard

from pipeline.auditing.blocks import BEGIN, DRAWN, END, OPEN, Accepted, Block, Paragraph, Table, words_that_stand
from pipeline.auditing.reading import Reading

Place = tuple[object, ...]  # the guards around a field character
NOBODY: Accepted = frozenset()


class Shown(NamedTuple):
    """The lines of a stretch, the notes that it refers to, and what its last paragraph leaves where its mark is gone."""

    lines: list[str]
    notes: list[tuple[str, str]]
    left: list[str] | None


@dataclass(slots=True)
class Stretch:
    blocks: list[Block]
    authors: frozenset[str]
    seen: dict[Accepted, Shown] = field(default_factory=dict)

    def shown(self, accepted: Accepted) -> Shown:
        key = accepted & self.authors
        found = self.seen.get(key)
        if found is None:
            found = self.seen[key] = self._read(key)
        return found

    def _read(self, accepted: Accepted) -> Shown:
        only = self.blocks[0]
        if len(self.blocks) == 1 and _always_stands(only) and only.is_words:
            return Shown([words_that_stand(only.pieces, accepted)], [], None)
        reading = Reading(accepted)
        if len(self.blocks) == 1 and _always_stands(only):
            return Shown([reading.paragraph(only)], reading.notes, None)
        lines, left = reading.lines(self.blocks)
        return Shown(lines, reading.notes, left)


class Stretches:
    """A story for many views."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._stretches = list(_stretches(blocks))
        self._unmarked = [s.shown(NOBODY) for s in self._stretches]
        self._of: dict[str, list[int]] = {}
        for number, stretch in enumerate(self._stretches):
            for author in stretch.authors:
                self._of.setdefault(author, []).append(number)

    def read(self, accepted: Accepted) -> tuple[list[str], list[tuple[str, str]]]:
        """The lines and the notes in order, as one walk over all blocks would give them."""
        shown = list(self._unmarked)
        for number in {n for author in accepted if author in self._of for n in self._of[author]}:
            shown[number] = self._stretches[number].shown(accepted)
        lines = list(chain.from_iterable([s.lines for s in shown]))
        notes = list(chain.from_iterable([s.notes for s in shown]))
        left = shown[-1].left if shown else None
        return lines + (left or [""] * (left is not None and not lines)), notes


def _stretches(blocks: Sequence[Block]) -> Iterator[Stretch]:
    """Neighbours that nobody touches are one."""
    held: list[Block] = []
    for stretch in _cut(blocks):
        if stretch.authors:
            if held:
                yield Stretch(held, NOBODY)
                held = []
            yield stretch
        else:
            held += stretch.blocks
    if held:
        yield Stretch(held, NOBODY)


def _cut(blocks: Sequence[Block]) -> Iterator[Stretch]:
    held: list[Block] = []
    authors: set[str] = set()
    depth: Counter[Place] = Counter()
    for block in blocks:
        before = any(depth.values())
        for place, step in _fields(block, ()):
            depth[place] = depth[place] + step if depth[place] >= 0 else -1  # an end without a beginning: nothing is sure any more
        held.append(block)
        authors.update(block.authors, *block.guard)
        if _always_stands(block) and not before and not any(depth.values()):
            yield Stretch(held, frozenset(authors))
            held, authors = [], set()
    if held:
        yield Stretch(held, frozenset(authors))


def _always_stands(block: Block) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and block.guard is OPEN and block.mark is OPEN


def _fields(block: Block, around: Place) -> Iterator[tuple[Place, int]]:
    """Where fields begin (1) and end (-1), in order, each with all that it depends on."""
    place = (*around, block.guard)
    if isinstance(block, Table):
        for row_guard, cells in block.rows:
            for guard, inner in cells:
                for b in inner:
                    yield from _fields(b, (*place, row_guard, guard))
        return
    for guard, kind, value, _ in () if block.is_words else block.pieces:
        if kind is BEGIN or kind is END:
            yield (*place, guard), 1 if kind is BEGIN else -1
        elif kind is DRAWN:
            for box in value:
                for b in box:
                    yield from _fields(b, (*place, guard))
