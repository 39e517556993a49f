"""The draft's parts taken apart once, so that any set of marks can be written into them quickly.

Every paragraph, table and row of a story gets a processing instruction before it; the part is then serialised once and
cut at them. What no proposal touches is copied as it stands, so rejecting all marks gives back the draft by construction.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from . import names as n
from .items import Item
from .names import Element
from .nodes import DocumentTree, StoryNode, TableNode
from .stories import Line
from .xmltext import ParagraphProperties, XmlText

SIGNED = "<?c "
SIGN = re.compile(r"<\?c ([^?]*)\?>")
Draw = Callable[["Slot"], "str | None"]


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a part where marks may be written.

    kind: "p" paragraph, "t" before a table, "end" of a story, "row" before a row, "rowend", "trpr" properties of a row.
    content: for "p" and "trpr" what stands there in the draft.
    """

    kind: str
    story: str
    index: int
    content: tuple[str | Slot, ...] = ()


@dataclass
class PartCanvas:
    """One part: its pieces in order, and how to write its elements."""

    part: str
    pieces: tuple[str | Slot, ...]
    xml: XmlText
    head: str

    def draw(self, draw: Draw) -> str:
        """The part with each slot drawn; ``None`` from ``draw`` leaves it as it is in the draft."""
        return self.head + drawn(self.pieces, draw)

    def redraw(self, draw: Draw, touched: Iterable[tuple[str, int]], stories: Iterable[str]) -> str:
        """The same where ``draw`` changes only these paragraphs, by story and index, and what stands between those of these stories."""
        paragraphs, between = self._places
        places = {paragraphs[key] for key in touched if key in paragraphs}
        places.update(place for story in stories for place in between.get(story, ()))
        out = list(self._untouched)
        for place in sorted(places):  # in the order of the text: numbers are given in this order
            out[place] = drawn((self.pieces[place],), draw)
        return self.head + "".join(out)

    @cached_property
    def _untouched(self) -> list[str]:
        return [drawn((piece,), lambda slot: None) for piece in self.pieces]

    @cached_property
    def _places(self) -> tuple[dict[tuple[str, int], int], dict[str, list[int]]]:
        """By paragraph, and for all else by story: which piece of the part holds it."""
        paragraphs: dict[tuple[str, int], int] = {}
        between: dict[str, list[int]] = {}
        for place, piece in enumerate(self.pieces):
            for slot in _slots(piece):
                if slot.kind == "p":
                    paragraphs[slot.story, slot.index] = place
                else:
                    between.setdefault(slot.story, []).append(place)
        return paragraphs, between


def _slots(piece: str | Slot) -> Iterator[Slot]:
    """The slot, and those inside it."""
    if not isinstance(piece, str):
        yield piece
        for inner in piece.content:
            yield from _slots(inner)


def drawn(pieces: tuple[str | Slot, ...], draw: Draw) -> str:
    out = []
    for p in pieces:
        if isinstance(p, str):
            out.append(p)
            continue
        new = draw(p)
        out.append(drawn(p.content, draw) if new is None else new)
    return "".join(out)


def part_canvas(part: str, root: Element, stories: list[StoryNode]) -> PartCanvas:
    """Sign the places of these stories (and of all inside them) and cut the part at the signs."""
    for node in stories:
        _sign_story(node)
    xml = XmlText(dict(root.nsmap))
    text = str(etree.tostring(root, encoding="unicode"))
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return PartCanvas(part, cut(text), xml, head)


def _sign_story(node: StoryNode) -> None:
    tables = {id(t.line): t for t in node.tables}
    for index, line in enumerate(node.lines):
        table = tables.get(id(line))
        if table is None:
            _around(line.elements[0], "p", node.id, index)
        else:
            _before(line.elements[0], "t", node.id, line.start)
            _sign_table(table)
    last = node.lines[-1] if node.lines else None
    if last is not None:
        _after(last.elements[0], "end", node.id, last.start + len(last.stream))
    for boxes in node.boxes.values():
        for box in boxes:
            _sign_story(box)


def _sign_table(table: TableNode) -> None:
    for i, row in enumerate(table.rows):
        _before(row.element, "row", table.id, i)
        _sign_row(row.element, table.id, i)
        for cell in row.cells:
            _sign_story(cell)
    if table.rows:
        _after(table.rows[-1].element, "rowend", table.id, len(table.rows))


def _sign_row(row: Element, table: str, index: int) -> None:
    properties = row.find(n.TRPR)
    if properties is not None:
        _around(properties, "trpr", table, index)
        return
    at = 1 if row.find(n.w("tblPrEx")) is not None else 0
    row.insert(at, _sign("trpr", table, index))
    row.insert(at + 1, _sign("/"))


def _sign(kind: str, story: str = "", index: int = 0) -> Element:
    return etree.ProcessingInstruction("c", f"{kind}|{story}|{index}" if story else kind)


def _around(element: Element, kind: str, story: str, index: int) -> None:
    _before(element, kind, story, index)
    element.addnext(_sign("/"))


def _before(element: Element, kind: str, story: str, index: int) -> None:
    element.addprevious(_sign(kind, story, index))


def _after(element: Element, kind: str, story: str, index: int) -> None:
    following = element.getnext()
    anchor = following if following is not None and following.tag is etree.PI else element
    anchor.addnext(_sign(kind, story, index))


def cut(text: str) -> tuple[str | Slot, ...]:
    """XML text with signs as pieces; a paragraph's slot holds the pieces inside it."""
    parts = SIGN.split(text)
    stack: list[list[str | Slot]] = [[parts[0]]]
    opened: list[Slot] = []
    for sign, following in zip(parts[1::2], parts[2::2], strict=True):
        kind, _, rest = sign.partition("|")
        story, _, index = rest.partition("|")
        if kind == "/":
            slot = opened.pop()
            content = tuple(p for p in stack.pop() if p != "")
            stack[-1].append(Slot(slot.kind, slot.story, slot.index, content))
        elif kind in ("p", "trpr"):
            opened.append(Slot(kind, story, int(index)))
            stack.append([])
        else:
            stack[-1].append(Slot(kind, story, int(index)))
        stack[-1].append(following)
    return tuple(p for p in stack[0] if p != "")


@dataclass(frozen=True, slots=True)
class Ready:
    """A paragraph of the draft taken apart for being written anew. looks: the properties of the run of each item, as XML text.

    runs: those of words, as they stand in the draft. fields: whether field codes stand in it.
    """

    items: list[Item]
    looks: list[str]
    runs: list[str]
    fields: bool
    xml: XmlText
    properties: ParagraphProperties


@dataclass
class Canvas:
    """All parts of the draft that hold text. ready: what was taken apart for one output serves the next."""

    parts: dict[str, PartCanvas]
    lines: dict[str, list[Line]]
    nodes: dict[str, StoryNode]
    tree: DocumentTree
    ready: dict[tuple[str, int], Ready] = field(default_factory=dict)
    properties: dict[Element, ParagraphProperties] = field(default_factory=dict)
    _starts: dict[str, list[int]] = field(default_factory=dict)

    def line_at(self, story: str, offset: int) -> Line:
        """The line that holds the character at this offset; the last one for the end of the story."""
        return self.lines[story][max(bisect_right(self.starts(story), offset) - 1, 0)]

    def starts(self, story: str) -> list[int]:
        """The offsets at which the lines of a story begin."""
        found = self._starts.get(story)
        if found is None:
            found = self._starts[story] = [line.start for line in self.lines.get(story, ())]
        return found

def canvas(tree: DocumentTree, roots: dict[str, Element]) -> Canvas:
    """Take the draft apart. roots: the parsed parts by name."""
    tops = [tree.body, *tree.notes.values(), *{id(m.container): m for m in tree.margins.values()}.values()]
    by_part: dict[str, list[StoryNode]] = {}
    for node in tops:
        by_part.setdefault(node.part, []).append(node)
    parts = {part: part_canvas(part, roots[part], nodes) for part, nodes in by_part.items()}
    nodes = {s.id: s for s in tree.stories()}
    return Canvas(parts, {i: s.lines for i, s in nodes.items()}, nodes, tree)
