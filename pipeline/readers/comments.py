"""Word comments of a submission: their words, where they hang, and which of them are internal (design.md, law 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..model import Comment, CommentKind
from ..ooxml import names as n
from ..ooxml.items import NOTE_REFERENCES
from ..ooxml.names import Element
from ..ooxml.nodes import DocumentTree, Roots, RowNode, StoryNode
from ..ooxml.package import Package
from ..ooxml.stories import Atoms, Line, Reader
from .places import Places
from .version import Pair

Place = tuple[StoryNode, int, int]  # [start, end) of a story
MENTION = re.compile(r"(?:^|\s)@\w")


@dataclass(slots=True)
class Received:
    """One comment as it stands in the file. parent: id of the comment that it answers."""

    id: str
    element: Element
    text: str
    date: str
    resolved: bool = False
    parent: str = ""

    def internal(self, markers: Sequence[str]) -> bool:
        """Resolved, meant for a colleague, or said to be internal."""
        return self.resolved or is_internal(self.text, markers)


def is_internal(text: str, markers: Sequence[str]) -> bool:
    """Meant for a colleague, or said to be internal."""
    return bool(MENTION.search(text)) or text.lstrip(" [(").startswith(tuple(markers))


def received_comments(package: Package) -> list[Received]:
    """The comments of a file in its order; replies know what they answer."""
    main = package.main_part
    part = package.part_by_type(main, "comments")
    if not part or part not in package.parts:
        return []
    root = package.xml(part)
    reader = Reader(package, Atoms(), True, part=part)
    reader.prepare(root)
    out = [_received(c, reader) for c in root if c.tag == n.w("comment")]
    _add_threads(package, out)
    return out


def _received(comment: Element, reader: Reader) -> Received:
    text = "\n".join(line.text for line in reader.story(comment) if line.table is None)
    words = "".join("\n" if ord(c) >= 0x100000 else c for c in text)
    return Received(comment.get(n.ID) or "", comment, words.strip(), (comment.get(n.DATE) or "")[:10])


def _add_threads(package: Package, comments: list[Received]) -> None:
    part = package.part_by_type(package.main_part, "commentsExtended")
    if not part or part not in package.parts:
        return
    key = f"{{{n.W14}}}paraId"
    by_paragraph = {p.get(key): c for c in comments for p in c.element.iter(n.P) if p.get(key)}
    for e in package.xml(part):
        found = by_paragraph.get(e.get(f"{{{n.W15}}}paraId"))
        above = by_paragraph.get(e.get(f"{{{n.W15}}}paraIdParent"))
        if found is not None:
            found.resolved |= e.get(f"{{{n.W15}}}done") in ("1", "true", "on")
            found.parent = above.id if above is not None and above is not found else found.parent
    for c in comments:
        c.resolved |= any(p.id == c.parent and p.resolved for p in comments)


@dataclass
class Anchors:
    """Where the comments of one document hang, as offsets of its stories."""

    tree: DocumentTree
    roots: Roots
    lines: dict[Element, tuple[StoryNode, Line]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for node in self.tree.stories():
            for line in node.lines:
                for e in line.elements if line.table is None else ():
                    self.lines[e] = (node, line)

    def find(self) -> dict[str, list[Place]]:
        """Comment id -> its own place, and others around it, the nearest first: what is new in a submission has none in the draft."""
        return {ident: [place, *self._around(place[0])] for ident, place in self._own_places().items()}

    def _own_places(self) -> dict[str, Place]:
        starts: dict[str, tuple[StoryNode, int]] = {}
        ends: dict[str, tuple[StoryNode, int]] = {}
        for root in self.roots.all():
            for e in root.iter(n.w("commentRangeStart"), n.w("commentRangeEnd"), n.w("commentReference")):
                ident = e.get(n.ID) or ""
                place = self._place(e)
                if place is None:
                    continue
                (starts if e.tag == n.w("commentRangeStart") else ends).setdefault(ident, place)
        return dict(self._ranges(starts, ends))

    def _around(self, story: StoryNode) -> Iterator[Place]:
        """Cells of the rows next to a new one, then where the table, text box or note stands."""
        above = self._above.get(id(story))
        if above is not None:
            rows, own, (node, at) = above
            nearest = sorted(range(len(rows)), key=lambda k: (abs(k - own), k))  # the row above before the row below
            yield from ((rows[k].cells[0], 0, 0) for k in nearest if k != own and rows[k].cells)
            yield node, at, at
            yield from self._around(node)

    @cached_property
    def _above(self) -> dict[int, tuple[list[RowNode], int, tuple[StoryNode, int]]]:
        """Id of a story -> the rows of its table and its own row's number, and where it stands in which story."""
        found: dict[int, tuple[list[RowNode], int, tuple[StoryNode, int]]] = {}
        for node in self.tree.stories():
            for at, boxes in node.boxes.items():
                found.update((id(box), ([], 0, (node, at))) for box in boxes)
            for table in node.tables:
                for number, row in enumerate(table.rows):
                    found.update((id(cell), (table.rows, number, (node, table.at))) for cell in row.cells)
        notes = self.tree.notes
        found.update((id(notes[key]), ([], 0, place)) for key, place in self._references().items() if key in notes)
        return found

    def _references(self) -> dict[tuple[str, str], tuple[StoryNode, int]]:
        """Where each note is referred to."""
        references = ((kind, e) for tag, kind in NOTE_REFERENCES.items() for e in self.roots.document.iter(tag))
        placed = (((kind, e.get(n.ID) or ""), self._place(e)) for kind, e in references)
        return {key: place for key, place in placed if place is not None}

    @staticmethod
    def _ranges(
        starts: dict[str, tuple[StoryNode, int]], ends: dict[str, tuple[StoryNode, int]]
    ) -> Iterator[tuple[str, Place]]:
        for ident in dict.fromkeys([*starts, *ends]):
            node, start = starts.get(ident) or ends[ident]
            last, end = ends.get(ident) or starts[ident]
            yield ident, (node, start, end if last is node and end >= start else start)

    def _place(self, anchor: Element) -> tuple[StoryNode, int] | None:
        paragraph = anchor
        while paragraph is not None and paragraph not in self.lines:
            following = paragraph.getnext() if paragraph.tag in (n.w("commentRangeStart"), n.w("commentRangeEnd")) else None
            paragraph = following if following is not None and following in self.lines else paragraph.getparent()
        if paragraph is None:
            return None
        node, line = self.lines[paragraph]
        at = line.start
        for item in self.tree.reader.items(line):
            if item.node is anchor:
                return node, at
            at += len(item.text)
        return node, line.start


def placed_comments(
    comments: list[Received], anchors: dict[str, list[Place]], pairs: list[Pair], places: Places
) -> list[Comment]:
    """Comments with their ranges carried over to the draft; what is said of a new row, table or note stands next to it.

    Those without a place stand at the start of the body.
    """
    by_story = {id(p.version): p for p in pairs}
    by_id = {c.id: c for c in comments}
    out = []
    for c in comments:
        around = anchors.get(c.id) or anchors.get(c.parent) or []
        source = places.of(around[0][0], around[0][1]) if around else "comment without anchor"
        place = next((place for place in around if id(place[0]) in by_story), None)
        found = by_story[id(place[0])] if place is not None else None
        kind: CommentKind = "reply" if c.parent in by_id else "comment"
        if found is None or place is None:
            out.append(Comment("body", 0, 0, c.text, source, c.date, "general"))
            continue
        start, end = found.to_base(place[1]), found.to_base(place[2])
        out.append(Comment(found.base.id, start, max(start, end), c.text, source, c.date, kind))
    return out
