"""Word comments of a submission: their words, where they hang, and which of them are internal (design.md, law 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..model import Comment, CommentKind
from ..ooxml import names as n
from ..ooxml.names import Element
from ..ooxml.nodes import DocumentTree, Roots, StoryNode
from ..ooxml.package import Package
from ..ooxml.stories import Atoms, Line, Reader
from .places import Places
from .version import Pair

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

    def find(self) -> dict[str, tuple[StoryNode, int, int]]:
        """Comment id -> (story, start, end)."""
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

    @staticmethod
    def _ranges(
        starts: dict[str, tuple[StoryNode, int]], ends: dict[str, tuple[StoryNode, int]]
    ) -> Iterator[tuple[str, tuple[StoryNode, int, int]]]:
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
    comments: list[Received], anchors: dict[str, tuple[StoryNode, int, int]], pairs: list[Pair], places: Places
) -> list[Comment]:
    """Comments with their ranges carried over to the draft; those without a place stand at the start of the body."""
    by_story = {id(p.version): p for p in pairs}
    by_id = {c.id: c for c in comments}
    out = []
    for c in comments:
        place = anchors.get(c.id) or anchors.get(c.parent)
        found = by_story.get(id(place[0])) if place is not None else None
        source = places.of(place[0], place[1]) if place is not None else "comment without anchor"
        kind: CommentKind = "reply" if c.parent in by_id else "comment"
        if found is None or place is None:
            out.append(Comment("body", 0, 0, c.text, source, c.date, "general"))
            continue
        start, end = found.to_base(place[1]), found.to_base(place[2])
        out.append(Comment(found.base.id, start, max(start, end), c.text, source, c.date, kind))
    return out
