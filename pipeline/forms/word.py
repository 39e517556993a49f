"""The body of a .docx as blocks: marks accepted, hidden text held, notes and text boxes after the paragraph they belong to.

A walk of its own, because python-docx skips inserted text and text boxes. Comments and headers are read elsewhere.
Paragraphs are numbered as ``readers.places`` numbers them: all of a part, tables included, before marks are accepted.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path

from ..ooxml import names as n
from ..ooxml.accept import accept_marks
from ..ooxml.names import Element
from ..ooxml.numbering import Numbering
from ..ooxml.package import Package, open_package
from ..ooxml.stories import parts_of, text_boxes
from ..remarks import Block, Piece
from .reading import FormReading, Gathered, Kind, joined, said
from .word_look import Looks, holds_prompt

NOTES = {n.FOOTNOTE_REF: "footnote", n.ENDNOTE_REF: "endnote"}
SIGNS = {n.w("tab"): "\t", n.w("ptab"): "\t", n.w("noBreakHyphen"): "‑", n.w("br"): "\n", n.w("cr"): "\n"}
PICTURES = (n.DRAWING, n.PICT, n.OBJECT)
THROUGH = (n.w("smartTag"), n.w("customXml"), n.w("hyperlink"), n.FLD_SIMPLE, n.w("dir"), n.w("bdo"), n.w("ruby"), n.w("rubyBase"))


def read(path: Path) -> FormReading:
    """Raises Unreadable (preflight)."""
    package = open_package(path)
    return _Reader(package, Gathered(path.name)).reading()


def marks_and_comments(path: Path) -> tuple[int, int]:
    """How many of each the file holds, which the blocks do not tell. Raises Unreadable."""
    package = open_package(path)
    comments = package.part_by_type(package.main_part, "comments")
    held = sum(1 for _ in package.xml(comments).iter(n.w("comment"))) if comments else 0
    return sum(1 for _ in package.xml(package.main_part).iter(*n.MARKS)), held


class _Reader:
    """One document; ``numbers`` are taken from the parts as they came."""

    def __init__(self, package: Package, gathered: Gathered) -> None:
        self.package = package
        self.gathered = gathered
        main = package.main_part
        self.body, self.numbers = _accepted(package, main)
        self.notes: dict[tuple[str, str], Element] = {}
        for kind in ("footnote", "endnote"):
            if part := package.part_by_type(main, f"{kind}s"):
                root, _ = _accepted(package, part)
                self.notes |= {(kind, e.get(n.ID) or ""): e for e in root.iter(n.w(kind))}
        parts = [package.part_by_type(main, name) for name in ("numbering", "styles")]
        xml = [package.parts[part] if part else None for part in parts]
        self.numbering = Numbering(*xml)
        self.looks = Looks(n.parse(xml[1]) if xml[1] else None)
        self.labels = self._labels()
        self.tables = self.boxes = 0

    def reading(self) -> FormReading:
        root = self.body.find(n.w("body"))
        blocks = list(self.container(root, ""))
        for tag in self.body.iter(n.w("lang")):
            self.gathered.speaks(tag.get(n.VAL) or "")
        return self.gathered.reading(blocks)

    def _labels(self) -> dict[Element, str]:
        paragraphs = [p for p in self.body.iter(n.P) if next(p.iterancestors(n.FALLBACK, n.TEXT_BOX), None) is None]
        found = self.numbering.number(paragraphs)
        return {p: number.text for p, number in zip(paragraphs, found, strict=True) if number}

    def container(self, parent: Element, cell: str) -> Iterator[Block]:
        """Paragraphs and tables of a body, cell, note or text box, through content controls."""
        for node in parent:
            if node.tag == n.P:
                yield from self.paragraph(node, cell)
            elif node.tag == n.TBL:
                yield from self.table(node, cell)
            elif node.tag == n.SDT and not holds_prompt(node):
                yield from self.container(n.child(node, n.SDT_CONTENT) if n.child(node, n.SDT_CONTENT) is not None else (), cell)
            elif node.tag in THROUGH:
                yield from self.container(node, cell)
            elif node.tag == n.ALTERNATE and node.find(n.CHOICE) is not None:
                yield from self.container(node.find(n.CHOICE), cell)
            elif node.tag in (n.OMATH, n.OMATH_PARA):
                yield Block("paragraph", cell or "formula", joined([Piece(_formula(node))]))

    def paragraph(self, node: Element, cell: str) -> Iterator[Block]:
        place = cell or f"paragraph {self.numbers.get(node, 0)}"
        further: list[Block] = []
        pieces = joined(self.inline(node, node, place, further))
        if pieces:
            outline, label = self.numbering.outline_level(node), self.labels.get(node, "")
            kind: Kind = "heading" if outline is not None else "item" if label else "paragraph"
            yield Block(kind, place, pieces, 0 if outline is None else outline + 1, label)
        yield from further

    def table(self, node: Element, cell: str) -> Iterator[Block]:
        if cell:
            place = f"{cell}, inner table"
        else:
            self.tables += 1
            place = f"table {self.tables}"
        rows = tuple(self._row(row, f"{place}, row {i}") for i, row in enumerate(parts_of(node, n.TR), 1))
        block = Block("table", place, rows=rows)
        if said([block]):
            yield block

    def _row(self, row: Element, place: str) -> tuple[tuple[Block, ...], ...]:
        cells = enumerate(parts_of(row, n.TC), 1)
        return tuple(tuple(self.container(cell, f"{place}, cell {i}")) for i, cell in cells)

    def inline(self, parent: Element, paragraph: Element, place: str, further: list[Block]) -> Iterator[Piece]:
        """The paragraph's words; blocks of its notes and text boxes go to ``further``."""
        for node in parent:
            if node.tag == n.R_:
                yield from self.run(node, paragraph, place, further)
            elif node.tag == n.SDT and not holds_prompt(node) and node.find(n.SDT_CONTENT) is not None:
                yield from self.inline(node.find(n.SDT_CONTENT), paragraph, place, further)
            elif node.tag in THROUGH:
                yield from self.inline(node, paragraph, place, further)
            elif node.tag in (n.OMATH, n.OMATH_PARA):
                yield Piece(_formula(node))
            elif node.tag == n.ALTERNATE:
                further += self._boxes(node)

    def run(self, run: Element, paragraph: Element, place: str, further: list[Block]) -> Iterator[Piece]:
        look = self.looks.of(run, paragraph)
        text = "".join(_said_by(node) for node in run)
        if "hidden" in look:
            if text.strip() and (not self.gathered.held or self.gathered.held[-1] != place or not self._runs_on(run)):
                self.gathered.held.append(place)
            return
        yield Piece(text, look)
        for node in run:
            if node.tag in NOTES:
                further += self._note(NOTES[node.tag], node.get(n.ID) or "")
            elif node.tag in PICTURES or node.tag == n.ALTERNATE:
                further += self._boxes(node)

    def _runs_on(self, run: Element) -> bool:
        """Hidden text that Word cut into several runs counts once."""
        before = run.getprevious()
        return before is not None and before.tag == n.R_ and "hidden" in self.looks.of(before, before.getparent())

    def _note(self, kind: str, ident: str) -> list[Block]:
        note = self.notes.get((kind, ident))
        return [] if note is None else list(self.container(note, f"{kind} {ident}"))

    def _boxes(self, node: Element) -> list[Block]:
        out: list[Block] = []
        for box in text_boxes(node):
            self.boxes += 1
            out += self.container(box, f"text box {self.boxes}")
        return out


def _accepted(package: Package, part: str) -> tuple[Element, dict[Element, int]]:
    """A copy of the part with its marks accepted; the package keeps its own tree."""
    root = copy.deepcopy(package.xml(part))
    numbers = {p: i for i, p in enumerate(root.iter(n.P), 1)}
    accept_marks(root)
    return root, numbers


def _said_by(node: Element) -> str:
    if node.tag == n.T:
        return n.text_of(node)
    if node.tag == n.w("sym"):
        return _symbol(node)
    return "" if node.get(n.w("type")) in ("page", "column") else SIGNS.get(node.tag, "")


def _symbol(node: Element) -> str:
    """A sign of a symbol font (17.3.3.30); those of the private area mean nothing outside their font."""
    try:
        code = int(node.get(n.w("char")) or "", 16)
    except ValueError:
        return ""
    return "•" if 0xF000 <= code <= 0xF0FF else chr(code) if 32 <= code < 0xD800 else ""


def _formula(node: Element) -> str:
    return "".join(t.text or "" for t in node.iter(n.T, n.M_T))
