"""The stories of a document as a tree: body, tables with rows and cells, notes, text boxes, headers and footers.

The draft's tree carries the ids that the model uses; a submission's tree is matched to it story by story.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..model import StoryKind
from . import names as n
from .names import Element
from .stories import Line, Reader, text_boxes


@dataclass(slots=True)
class RowNode:
    element: Element
    cells: list[StoryNode]
    text: str


@dataclass(slots=True)
class TableNode:
    id: str
    at: int
    line: Line
    rows: list[RowNode]


@dataclass(slots=True)
class StoryNode:
    """One story with its lines and what stands in it, by offset."""

    id: str
    kind: StoryKind
    container: Element
    lines: list[Line]
    tables: list[TableNode] = field(default_factory=list)
    boxes: dict[int, list[StoryNode]] = field(default_factory=dict)
    part: str = ""
    _text: str | None = None

    @property
    def text(self) -> str:
        """The whole stream of the story."""
        if self._text is None:
            self._text = "".join([line.stream for line in self.lines])
        return self._text

    def name_tables(self, atoms: Iterable[str]) -> None:
        """Let the tables be known by these atoms, in order."""
        for table, atom in zip(self.tables, atoms, strict=True):
            table.line.stand_for(atom)
        self._text = None

    def line_at(self, offset: int) -> Line:
        """The line that holds the character at this offset; the last one for the end of the story."""
        index = bisect_right(self.lines, offset, key=lambda line: line.start) - 1
        return self.lines[max(index, 0)]

    def nested(self) -> Iterator[StoryNode]:
        """All stories inside, at any depth, in order of offset."""
        for table in self.tables:
            for row in table.rows:
                for cell in row.cells:
                    yield cell
                    yield from cell.nested()
        for boxes in self.boxes.values():
            for box in boxes:
                yield box
                yield from box.nested()


def story_node(reader: Reader, container: Element, ident: str, kind: StoryKind, lines: list[Line] | None = None) -> StoryNode:
    """The tree below one container."""
    lines = reader.story(container) if lines is None else lines
    node = StoryNode(ident, kind, container, lines, part=reader.part)
    for line in lines:
        if line.table is not None:
            node.tables.append(_table_node(reader, line, f"{ident}/t{len(node.tables) + 1}"))
        elif line.parsed is not None:
            _add_boxes(reader, node, line)
    return node


def _table_node(reader: Reader, line: Line, ident: str) -> TableNode:
    assert line.table is not None
    rows = []
    for i, row in enumerate(line.table.rows, 1):
        cells = [story_node(reader, cell.element, f"{ident}r{i}c{k}", "cell", cell.lines) for k, cell in enumerate(row.cells, 1)]
        rows.append(RowNode(row.element, cells, row.text))
    return TableNode(ident, line.start, line, rows)


def _add_boxes(reader: Reader, node: StoryNode, line: Line) -> None:
    at = line.start
    for item in line.parsed or ():
        if item.kind == "atom" and item.key and item.key[0] == "picture":
            boxes = [story_node(reader, box, f"{node.id}/b{at}.{k}", "textbox") for k, box in enumerate(text_boxes(item.node), 1)]
            if boxes:
                node.boxes[at] = boxes
        at += len(item.text)


@dataclass(slots=True)
class DocumentTree:
    """All stories of one document in one view. notes: (kind, id) -> story; margins: headers and footers by place."""

    body: StoryNode
    notes: dict[tuple[str, str], StoryNode]
    margins: dict[tuple[int, str, str], StoryNode]
    reader: Reader

    def stories(self) -> Iterator[StoryNode]:
        for top in (self.body, *self.notes.values(), *self.margins.values()):
            yield top
            yield from top.nested()

    def references(self) -> dict[str, tuple[str, int]]:
        """Where each note is referred to: id of its story -> (story of the body, offset)."""
        out: dict[str, tuple[str, int]] = {}
        atoms = {self.reader.atoms(key): node.id for key, node in self.notes.items()}
        for node in (self.body, *self.body.nested()):
            text = node.text
            out |= {ident: (node.id, text.index(c)) for c, ident in atoms.items() if c in text and node.kind in ("body", "cell")}
        return out


NOTE_PARTS = {"footnote": "footnotes", "endnote": "endnotes"}


@dataclass
class Roots:
    """The parsed parts of a document that hold text."""

    document: Element
    body: Element
    notes: dict[str, tuple[str, Element]]  # kind -> (part, root)
    margins: dict[tuple[int, str, str], tuple[str, Element]]  # (section, "header" | "footer", type) -> (part, root)

    def all(self) -> Iterator[Element]:
        yield self.document
        yield from (root for _, root in self.notes.values())
        yield from {id(root): root for _, root in self.margins.values()}.values()


def note_elements(root: Element, kind: str) -> Iterator[Element]:
    """The notes that say something; separators and continuation notices do not count (clause 17.11.10)."""
    for note in root:
        if note.tag == n.w(kind) and note.get(n.w("type")) in (None, "normal"):
            yield note
