"""What became of each of a submission's own marks: the part of law 3 that a reader can tell (design.md section 3).

A mark is a maximal run of neighbouring mark elements of one kind and one author; bookmarks, comment ranges and proofing
signs between them do not part it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..model import Entry, Fate
from ..ooxml import names as n
from ..ooxml.names import Element
from ..ooxml.nodes import DocumentTree, Roots, StoryNode
from .places import Places
from .version import Pair

COUNTED = (*n.MARKS, n.CELL_INS, n.CELL_DEL, n.w("cellMerge"), *n.PROPERTY_CHANGES)
SIGNS = frozenset(n.w(x) for x in ("proofErr", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"))
STRUCTURE = frozenset({n.TRPR, n.TCPR})
RANK: dict[Fate, int] = {"merged": 4, "formatting": 3, "inherited": 2, "refreshed": 1, "no effect": 0}


def mark_runs(roots: Roots) -> Iterator[list[Element]]:
    """The marks of a document, each as the list of its elements, in order."""
    for root in roots.all():
        for mark in root.iter(*COUNTED):
            if _continues(mark) or next(mark.iterancestors(n.FALLBACK), None) is not None:
                continue
            yield [mark, *_followers(mark)]


def _continues(mark: Element) -> bool:
    before = mark.getprevious()
    while before is not None and before.tag in SIGNS:
        before = before.getprevious()
    return before is not None and _alike(before, mark)


def _followers(mark: Element) -> Iterator[Element]:
    following = _after(mark)
    while following is not None and _alike(following, mark):
        yield following
        following = _after(following)


def _after(mark: Element) -> Element:
    found = mark.getnext()
    while found is not None and found.tag in SIGNS:
        found = found.getnext()
    return found


def _alike(a: Element, b: Element) -> bool:
    return bool(a.tag == b.tag and a.get(n.AUTHOR) == b.get(n.AUTHOR) and a.tag in n.MARKS)


@dataclass
class Fates:
    """Collects what became of each mark element of one submission."""

    known: dict[Element, Fate] = field(default_factory=dict)

    def set(self, mark: Element, fate: Fate) -> None:
        if RANK[fate] > RANK[self.known.get(mark, "no effect")]:
            self.known[mark] = fate

    def of(self, mark: Element) -> Fate:
        if mark.tag in n.PROPERTY_CHANGES:
            return "formatting"
        parent = mark.getparent()
        if parent is not None and parent.tag in STRUCTURE:
            return "merged"
        return self.known.get(mark, "no effect")

    def collect(self, node: StoryNode, ranges: list[tuple[int, int]] | None) -> None:
        """Marks on text inside the ranges are merged; ``None`` stands for the whole story."""
        for line in node.lines:
            if line.parsed is None:
                continue
            for mark in line.joined:
                if _inside(line.start + len(line.text), 1, ranges):
                    self.set(mark, "merged")
            at = line.start
            for item in line.parsed:
                if item.marks:
                    fate = self._fate(at, len(item.text), item.kind, item.node, ranges)
                    for mark in item.marks:
                        self.set(mark, fate)
                at += len(item.text)

    @staticmethod
    def _fate(at: int, size: int, kind: str, node: Element, ranges: list[tuple[int, int]] | None) -> Fate:
        if size:
            return "merged" if _inside(at, size, ranges) else "no effect"
        return "refreshed" if kind == "static" and node.tag == n.T and node.text else "no effect"


def _inside(at: int, size: int, ranges: list[tuple[int, int]] | None) -> bool:
    """Whether [at, at + size) meets one of the ranges, which are in order and do not overlap."""
    if ranges is None:
        return True
    k = bisect_right(ranges, at, key=lambda r: r[1])
    return k < len(ranges) and ranges[k][0] < at + size


def mark_entries(
    roots: Roots, places: Places, pairs: list[Pair], accepted: DocumentTree, rejected: DocumentTree | None, settled: set[Element]
) -> list[Entry]:
    """One entry for each mark of the submission."""
    fates = Fates()
    by_version = {id(p.version): p for p in pairs}
    by_container = {p.version.container: p for p in pairs}
    for node in accepted.stories():
        found = by_version.get(id(node))
        fates.collect(node, None if found is None else _inserted(found))
    for node in rejected.stories() if rejected is not None else ():
        found = by_container.get(node.container)
        same = found is not None and node.text == found.base.text
        fates.collect(node, [(c.b0, c.b1) for c in found.changes] if found is not None and same else None)
    for mark in settled:
        fates.known[mark] = "inherited"
    return [Entry("mark", places.of_element(run[0]), max((fates.of(m) for m in run), key=lambda f: RANK[f])) for run in mark_runs(roots)]


def _inserted(pair: Pair) -> list[tuple[int, int]]:
    return [(p.start, p.end) for c in pair.changes for p in pair.target.cut(c.v0, c.v1) if p.of_version]
