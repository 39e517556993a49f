"""The draft prepared for writing: taken apart once, written with any set of marks."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from lxml import etree

from . import names as n
from .canvas import Canvas, canvas
from .names import Element
from .nodes import DocumentTree, Roots
from .numbering import Number, Numbering
from .package import Package
from .stories import Line
from .xmltext import XmlText

IDS = etree.XPath("//@w:id", namespaces={"w": n.W})
EMPTY_ROOTS = {"footnote": n.w("footnotes"), "endnote": n.w("endnotes")}


@dataclass
class Base:
    """What every output of the draft shares. references: for each note its place in a story of the body."""

    canvas: Canvas
    parts: dict[str, bytes]
    numbering: Numbering
    number_of: dict[Element, Number | None]
    styles: dict[str, str]
    scopes: dict[str, XmlText]
    references: dict[str, tuple[str, int]]
    next_note: dict[str, int]
    first_mark: int

    def package(self) -> Package:
        """A copy of the draft's package to write into."""
        return Package(dict(self.parts))

    def gap(self, story: str, at: int) -> tuple[str, int] | None:
        """The gap of a paragraph of the body or of a cell that is nearest: where comments and bookmarks may stand."""
        node = self.canvas.nodes.get(story)
        if node is None:
            return self._in_rows(story, at)
        if node.kind == "note":
            return self.references.get(story)
        if node.kind in ("textbox", "header"):
            parent = story.rsplit("/b", 1)[0]
            return self.gap(parent, 0) if parent != story else None
        line = self.canvas.line_at(story, at)
        if line.table is not None:
            return self._in_table(story, line)
        return (story, min(at, line.start + len(line.text))) if line.elements[0].tag == n.P else None

    def _in_rows(self, story: str, at: int) -> tuple[str, int] | None:
        for row in (at + 1, at):
            if f"{story}r{row}c1" in self.canvas.nodes:
                return self.gap(f"{story}r{row}c1", 0)
        return None

    def _in_table(self, story: str, line: Line) -> tuple[str, int] | None:
        table = next((t for t in self.canvas.nodes[story].tables if t.line is line), None)
        return self._in_rows(table.id, 0) if table is not None else None


def prepare(
    package: Package,
    roots: Roots,
    tree: DocumentTree,
    numbering: Numbering,
    number_of: dict[Element, Number | None],
    styles: dict[str, str],
) -> Base:
    """Take the draft apart for writing. The trees get signs that readers skip."""
    by_part = {package.main_part: roots.document}
    by_part |= dict(roots.notes.values())
    by_part |= dict(roots.margins.values())
    made = canvas(tree, by_part)
    scopes = {root.tag: XmlText(dict(root.nsmap)) for root in by_part.values()}
    scopes.setdefault(n.w("document"), XmlText({"w": n.W}))
    numbers = {
        kind: max((int(e.get(n.ID) or 0) for e in roots.notes[kind][1]), default=0) + 1 if kind in roots.notes else 1
        for kind in EMPTY_ROOTS
    }
    marks = max((_number(ident) for root in roots.all() for ident in IDS(root)), default=0)
    parts = _stored(package)
    return Base(made, parts, numbering, number_of, styles, scopes, _references(tree), numbers, marks + 1)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 7 else 0


def _stored(package: Package) -> dict[str, bytes]:
    """The parts as they would be saved, relations and content types included."""
    with zipfile.ZipFile(io.BytesIO(package.save_bytes())) as z:
        return {name: z.read(name) for name in z.namelist()}


def _references(tree: DocumentTree) -> dict[str, tuple[str, int]]:
    """Where each note is referred to."""
    out: dict[str, tuple[str, int]] = {}
    atoms = {tree.reader.atoms(key): node.id for key, node in tree.notes.items()}
    for node in (tree.body, *tree.body.nested()):
        text = node.text
        out |= {ident: (node.id, text.index(c)) for c, ident in atoms.items() if c in text and node.kind in ("body", "cell")}
    return out
