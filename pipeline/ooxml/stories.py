"""A Word document as stories: lines of text, tables of rows and cells, notes, text boxes, headers; for one view of its marks.

A line is what a reader sees as one paragraph: the text up to a paragraph mark that stands in this view. Rules observed in
Word: an inserted mark that is rejected, or a deleted one that is accepted, joins its paragraph to the next; before a
table, or at the end of a cell, text whose mark is gone stays a paragraph of its own, and an empty one vanishes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ..model import FIRST_ATOM, PARAGRAPH_MARK
from . import names as n
from .harmless import without_metadata
from .items import VANISH, AtomKey, Item, Walker, field_key, item_text, visible_text, volatile_instruction
from .names import Element
from .package import Package

# Elements that make a paragraph more than plain words; the others are read by their w:t alone.
COMPLEX = (
    *n.MARKS, n.FLD_CHAR, n.FLD_SIMPLE, n.DRAWING, n.PICT, n.OBJECT, n.ALTERNATE, n.FOOTNOTE_REF, n.ENDNOTE_REF, n.OMATH,
    *(n.w(x) for x in ("br", "cr", "ptab", "noBreakHyphen", "softHyphen", "sym", "vanish", "ruby", "instrText", "tab")),
)  # fmt: skip
TAB = n.w("tab")


class Atoms:
    """Gives each atom key one character; a child registry shares its parent's and adds its own."""

    def __init__(self, parent: Atoms | None = None) -> None:
        self._known: dict[AtomKey, str] = dict(parent._known) if parent else {}

    def __call__(self, key: AtomKey) -> str:
        character = self._known.get(key)
        if character is None:
            character = self._known[key] = chr(FIRST_ATOM + len(self._known))
        return character

    def alias(self, key: AtomKey, character: str) -> None:
        """From now on this key means an atom that is known already."""
        self._known[key] = character

    def names(self) -> dict[str, str]:
        """Each character and what a person reads for it."""
        return {c: k[0] for k, c in self._known.items()}


@dataclass(slots=True)
class Table:
    element: Element
    rows: list[Row]
    text: str = ""


@dataclass(slots=True)
class Row:
    element: Element
    cells: list[Cell]
    marks: tuple[Element, ...] = ()

    @property
    def text(self) -> str:
        return "\x1f".join(c.text for c in self.cells)


@dataclass(slots=True)
class Cell:
    element: Element
    lines: list[Line]

    @property
    def text(self) -> str:
        return "".join(line.stream for line in self.lines)


@dataclass(slots=True)
class Line:
    """One paragraph of a view, or one table.

    elements: the w:p (or m:oMathPara) whose text runs into this line; mark: the one whose paragraph mark ends it.
    """

    text: str
    elements: list[Element]
    mark: Element = None
    table: Table | None = None
    parsed: list[Item] | None = None
    joined: tuple[Element, ...] = ()  # marks (elements) on paragraph marks that fell away or stand in this view
    start: int = 0
    stream: str = ""  # the text with its paragraph mark

    def stand_for(self, atom: str) -> None:
        """Let a table be known by another atom."""
        self.text = self.stream = atom


@dataclass
class Reader:
    """Reads one document in one view. ``picture_key`` and ``note_key`` make atoms comparable across documents."""

    package: Package
    atoms: Atoms
    accept: bool = True
    settled: Callable[[Element], bool] = lambda mark: False
    notes: dict[tuple[str, str], AtomKey] = field(default_factory=dict)
    complex: set[Element] = field(default_factory=set)
    plain: dict[Element, str] = field(default_factory=dict)  # words of simple paragraphs, the same in every view
    ends: set[Element] = field(default_factory=set)  # among them those whose paragraph mark may be marked
    hiding: bool = False  # whether a run may be hidden
    part: str = ""

    def prepare(self, root: Element) -> None:
        """Find the paragraphs of this part that need the full walk; in every view they are the same."""
        for node in root.iter(*COMPLEX):
            parent = node.getparent()
            if parent is None or (node.tag == TAB and parent.tag != n.R_):
                continue
            paragraph = next(parent.iterancestors(n.P), None) if parent.tag != n.P else parent
            self.complex.add(paragraph)
            if parent.tag == n.RPR:
                self.hiding |= node.tag == VANISH
                self.ends.add(paragraph)

    def share(self, other: Reader) -> None:
        """Take over what is the same in the other view of the document."""
        self.complex, self.plain, self.ends, self.hiding = other.complex, other.plain, other.ends, other.hiding

    def story(self, container: Element) -> list[Line]:
        """The lines of a body, cell, note, header, footer or text box, with their offsets."""
        walker = self.walker()
        out: list[Line] = []
        pending: Line | None = None
        complex_ones, plain = self.complex, self.plain
        for block, marks in self.blocks(container):
            if block not in complex_ones and block.tag == n.P and pending is None and not walker.frames and not marks:
                text = plain.get(block)
                out.append(Line(self.words(block) if text is None else text, [block], block))
                continue
            if block.tag == n.TBL:
                table = self.table(block, marks)
                if table.rows:
                    if pending is not None and pending.text:
                        out.append(pending)
                    out.append(Line(self.atoms(("table", str(id(block)))), [block], block, table))
                    pending = None
                continue
            line = self.line(block, walker)
            if line is None:
                continue
            if pending is not None:
                line = self.joined(pending, line)
            gone, line.joined = self.mark_gone(block, marks, line.joined)
            if gone:
                pending = line
            else:
                out.append(line)
                pending = None
        if pending is not None and (pending.text or not out):
            out.append(pending)
        return _placed(out)

    def words(self, paragraph: Element) -> str:
        """What a simple paragraph says."""
        text = self.plain.get(paragraph)
        if text is None:
            text = self.plain[paragraph] = "".join([n.text_of(t) for t in paragraph.iter(n.T)])
        return text

    def walker(self) -> Walker:
        return Walker(self.accept, self.atom, self.settled, self.hiding)

    def line(self, block: Element, walker: Walker) -> Line | None:
        """One physical paragraph; None when it lies in the result of a table of contents and the like."""
        if block.tag == n.P and block not in self.complex and not walker.frames:
            return Line(self.words(block), [block], block)
        refreshed = walker.refreshed
        items = walker.walk(self.package.whole(block))
        text = item_text(items)
        if refreshed and not text.strip():
            return None
        return Line(text, [block], block, None, items)

    def items(self, line: Line) -> list[Item]:
        """The items of a line, walked when first asked for."""
        if line.parsed is None:
            walker = self.walker()
            line.parsed = [i for e in line.elements for i in walker.walk(self.package.whole(e))]
        return line.parsed

    def joined(self, first: Line, second: Line) -> Line:
        """Two physical paragraphs that this view reads as one; the second's mark ends it."""
        parsed = None
        if first.parsed is not None or second.parsed is not None:
            parsed = [*self._walked(first), *self._walked(second)]
        return Line(first.text + second.text, first.elements + second.elements, second.mark, None, parsed, first.joined)

    def _walked(self, line: Line) -> list[Item]:
        if line.parsed is not None:
            return line.parsed
        walker = Walker(True, lambda key, node: "")
        return [i for e in line.elements for i in walker.walk(self.package.whole(e))]

    def blocks(self, container: Element, marks: tuple[Element, ...] = ()) -> Iterator[tuple[Element, tuple[Element, ...]]]:
        """Paragraphs, tables and display formulas of a container, through controls and block-level marks."""
        for c in container:
            tag = c.tag
            if tag in (n.P, n.TBL, n.OMATH_PARA, n.OMATH):
                yield c, marks
            elif tag == n.SDT:
                content = c.find(n.SDT_CONTENT)
                yield from self.blocks(content, marks) if content is not None else ()
            elif tag in (n.w("customXml"), n.w("smartTag")):
                yield from self.blocks(c, marks)
            elif tag in n.MARKS and (tag in n.INSERTING) == (self.accept or self.settled(c)):
                yield from self.blocks(c, (*marks, c))
            elif tag == n.ALTERNATE and c.find(n.CHOICE) is not None:
                yield from self.blocks(c.find(n.CHOICE), marks)

    def mark_gone(self, paragraph: Element, outer: tuple[Element, ...], joined: tuple[Element, ...]) -> tuple[bool, tuple[Element, ...]]:
        """Whether the paragraph's own mark falls away in this view, and the marks that say so."""
        properties = n.child(n.child(paragraph, n.PPR), n.RPR) if paragraph in self.ends else None
        marks = [c for c in properties if c.tag in n.MARKS] if properties is not None else []
        gone = any((c.tag in n.INSERTING) != (self.accept or self.settled(c)) for c in marks)
        return gone, (*joined, *outer, *marks)

    def table(self, element: Element, outer: tuple[Element, ...] = ()) -> Table:
        rows = []
        for tr in parts_of(element, n.TR):
            properties = tr.find(n.TRPR)
            marks = tuple(c for c in properties if c.tag in (n.INS, n.DEL)) if properties is not None else ()
            if any((c.tag == n.INS) != (self.accept or self.settled(c)) for c in marks):
                continue
            rows.append(Row(tr, [Cell(tc, self.story(tc)) for tc in self.cells(tr)], (*outer, *marks)))
        return Table(element, rows, "\x1e".join(r.text for r in rows))

    def cells(self, row: Element) -> Iterator[Element]:
        for tc in parts_of(row, n.TC):
            properties = tc.find(n.TCPR)
            marks = [c for c in properties if c.tag in (n.CELL_INS, n.CELL_DEL)] if properties is not None else []
            if all((c.tag == n.CELL_INS) == (self.accept or self.settled(c)) for c in marks):
                yield tc

    def atom(self, key: AtomKey, node: Element) -> str:
        """The character of an atom; notes by what they say, pictures by what they show."""
        if key[0] in ("footnote", "endnote"):
            key = self.notes.get((key[0], key[1]), key)
        elif key[0] == "picture":
            key = picture_key(node, self.package, self.part)
        return self.atoms(key)


def parts_of(table: Element, wanted: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, through content controls."""
    for c in table:
        if c.tag == wanted:
            yield c
        elif c.tag == n.SDT and c.find(n.SDT_CONTENT) is not None:
            yield from parts_of(c.find(n.SDT_CONTENT), wanted)
        elif c.tag == n.w("customXml"):
            yield from parts_of(c, wanted)


def text_boxes(node: Element) -> Iterator[Element]:
    """The text box contents drawn by an atom; the fallback repeats them and does not count."""
    for c in node:
        if c.tag == n.TEXT_BOX:
            yield c
        elif c.tag != n.FALLBACK:
            yield from text_boxes(c)


def picture_key(node: Element, package: Package, part: str) -> AtomKey:
    """What a drawing shows: the hashes of the parts that it draws on, else its shape's kind."""
    targets = {r.id: r for r in package.rels(part)}
    shown = []
    for e in node.iter():
        for name, value in e.attrib.items():
            rel = targets.get(value) if name.startswith(f"{{{n.R}}}") else None
            if rel is not None and not rel.external and rel.target in package.parts:
                shown.append(hashlib.sha256(without_metadata(package.parts[rel.target])).hexdigest()[:16])
    kind = "box" if next(text_boxes(node), None) is not None else "shape"
    return ("picture", *dict.fromkeys(shown)) if shown else ("picture", kind)


def _placed(lines: list[Line]) -> list[Line]:
    offset = 0
    for line in lines:
        line.stream = line.text if line.table is not None else line.text + PARAGRAPH_MARK
        line.start = offset
        offset += len(line.stream)
    return lines


__all__ = [
    "Atoms", "Cell", "Line", "Reader", "Row", "Table", "field_key", "parts_of", "picture_key", "text_boxes",
    "visible_text", "volatile_instruction",
]  # fmt: skip
