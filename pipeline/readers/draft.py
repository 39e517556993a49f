"""The draft as its stories and provisions: what every proposal is measured against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from ..labels import ProvisionLine, citation_labels
from ..model import FIRST_ATOM, PARAGRAPH_MARK, Draft, Provision, ProvisionKind, Story
from ..ooxml import names as n
from ..ooxml.accept import accept_marks
from ..ooxml.document import load_roots, note_texts, read_tree
from ..ooxml.harmless import harmless
from ..ooxml.names import Element
from ..ooxml.nodes import DocumentTree, Roots, StoryNode
from ..ooxml.numbering import Number, Numbering
from ..ooxml.package import Package, open_package
from ..ooxml.plain import plain_paragraphs
from ..ooxml.stories import Atoms, Line
from .comments import received_comments


@dataclass
class DraftFile:
    """The draft opened once, shared by the readers of submissions and the writers.

    settled: signatures of marks that stood in the draft already; they are taken as accepted everywhere.
    """

    path: Path
    package: Package
    roots: Roots
    atoms: Atoms
    tree: DocumentTree
    numbering: Numbering
    numbers: dict[Element, Number | None]
    sha256: str
    settled: frozenset[tuple[str, ...]] = frozenset()
    note_texts: dict[tuple[str, str], str] = field(default_factory=dict)
    removed: tuple[str, ...] = ()  # what was made harmless
    plain: dict[bytes, str] = field(default_factory=dict, repr=False)  # plain paragraphs by their bytes, as submissions have them

    @cached_property
    def styles(self) -> dict[str, str]:
        return style_names(self.package)

    @cached_property
    def numbered_styles(self) -> frozenset[str]:
        """The names of the styles whose paragraphs carry automatic numbers, headings apart."""
        found = (p.find(f"{n.PPR}/{n.w('pStyle')}") for p, number in self.numbers.items() if number is not None)
        return frozenset(self.styles.get(s.get(n.VAL), "") for s in found if s is not None) - {""}

    @cached_property
    def paragraphs(self) -> frozenset[str]:
        """The paragraphs of the body, each once, the empty one left out."""
        return frozenset(self.tree.body.text.split(PARAGRAPH_MARK)) - {""}

    @cached_property
    def size(self) -> int:
        """How many characters the body has, white space apart."""
        return solid_size(self.tree.body.text)

    @cached_property
    def comments(self) -> frozenset[tuple[str, str]]:
        """Words and dates of the comments that stand in it already."""
        return frozenset((c.text, c.date) for c in received_comments(self.package))

    @cached_property
    def own_words(self) -> frozenset[str]:
        """The words of each line of the body that has some."""
        return frozenset(text for line in self.tree.body.lines if (text := plain(line.text)))


def plain(text: str) -> str:
    """The words of a line of a story, one space between them, without its atoms."""
    return " ".join(without_atoms(text).split())


def without_atoms(text: str) -> str:
    if text.isascii() or ord(max(text)) < FIRST_ATOM:
        return text
    return "".join(c for c in text if ord(c) < FIRST_ATOM)


def solid_size(text: str) -> int:
    """How many characters there are, white space apart."""
    return sum(map(len, text.split()))


def signature(mark: Element) -> tuple[str, ...]:
    """What makes a mark of a submission the same as one that stood in the draft already."""
    words = "".join(t.text or "" for t in mark.iter(n.T, n.w("delText")))
    return (mark.tag, mark.get(n.AUTHOR) or "", mark.get(n.DATE) or "", words)


def open_draft(path: Path) -> DraftFile:
    """Read the draft; marks that it still carries are taken as accepted. Raises Unreadable."""
    package = open_package(path)
    known = plain_paragraphs(package.parts[package.main_part])
    removed = harmless(package)
    roots = load_roots(package)
    settled = frozenset(signature(m) for root in roots.all() for m in root.iter(*n.MARKS))
    for root in roots.all():
        accept_marks(root)
    atoms = Atoms()
    tree = read_tree(package, roots, atoms)
    numbering = Numbering(_part(package, "numbering"), _part(package, "styles"))
    paragraphs = [p for p in roots.body.iter(n.P) if not any(a.tag == n.TEXT_BOX for a in p.iterancestors())]
    numbers = dict(zip(paragraphs, numbering.number(paragraphs), strict=True))
    texts = note_texts(package, roots, accept=True)
    return DraftFile(path, package, roots, atoms, tree, numbering, numbers, package.sha256, settled, texts, tuple(removed), known)


def _part(package: Package, suffix: str) -> bytes | None:
    part = package.part_by_type(package.main_part, suffix)
    return package.parts.get(part) if part else None


def style_names(package: Package) -> dict[str, str]:
    """The names of paragraph styles by id; Word compares them without case."""
    part = package.part_by_type(package.main_part, "styles")
    if not part or part not in package.parts:
        return {}
    return {
        s.get(n.STYLE_ID) or "": (s.find(n.NAME).get(n.VAL) or "").lower()
        for s in package.xml(part)
        if s.tag == n.w("style") and s.get(n.w("type")) == "paragraph" and s.find(n.NAME) is not None
    }


def draft_model(draft: DraftFile) -> Draft:
    """Stories and provisions as values."""
    stories = {}
    for story in _stories(draft.tree):
        stories[story.id] = story
    return Draft(draft.path.name, draft.sha256, stories, tuple(_provisions(draft)), draft.atoms.names())


def _stories(tree: DocumentTree) -> Iterator[Story]:
    for top in (tree.body, *tree.notes.values(), *tree.margins.values()):
        yield from _story(top, "", 0)


def _story(node: StoryNode, parent: str, at: int) -> Iterator[Story]:
    yield Story(node.id, node.kind, node.text, parent, at)
    for table in node.tables:
        yield Story(table.id, "rows", "\x1d" * len(table.rows), node.id, table.at)
        for i, row in enumerate(table.rows):
            for cell in row.cells:
                yield from _story(cell, table.id, i)
    for offset, boxes in node.boxes.items():
        for box in boxes:
            yield from _story(box, node.id, offset)


@dataclass(slots=True)
class _Found:
    kind: ProvisionKind
    story: str
    line: Line
    where: str


def _provisions(draft: DraftFile) -> Iterator[Provision]:
    found = list(_lines(draft.tree.body, "paragraph", ""))
    for index, node in enumerate(draft.tree.notes.values(), 1):
        found += _lines(node, "note", f"{node.id.split(':')[0]} {index}")
    for node in draft.tree.margins.values():
        found += _lines(node, "header", f"{node.id.split(':')[0]} of section {node.id.split(':')[1]}")
    labels = citation_labels([_labelled(f, draft) for f in found])
    for index, (f, (label, section)) in enumerate(zip(found, labels, strict=True), 1):
        number = draft.numbers.get(f.line.elements[0])
        end = f.line.start + len(f.line.text)
        kind: ProvisionKind = "heading" if _level(f, draft) is not None and f.kind == "paragraph" else f.kind
        yield Provision(
            f"p{index:04d}", label, section, kind, f.story, f.line.start, end, f.line.text,
            number.text if number else "",
        )  # fmt: skip


def _lines(node: StoryNode, kind: ProvisionKind, where: str) -> Iterator[_Found]:
    """The lines of a story in reading order, with those of its tables and boxes where they stand."""
    tables = {id(t.line): t for t in node.tables}
    prefix = f"{where}, " if where else ""
    for line in node.lines:
        table = tables.get(id(line))
        if table is None:
            yield _Found(kind, node.id, line, where)
            for offset in range(line.start, line.start + len(line.text)) if node.boxes else ():
                for box in node.boxes.get(offset, ()):
                    yield from _lines(box, "note", f"{prefix}text box")
            continue
        number = table.id.rsplit("/t", 1)[1]
        for i, row in enumerate(table.rows, 1):
            for k, cell in enumerate(row.cells, 1):
                yield from _lines(cell, "cell", f"{prefix}Table {number}, row {i}, column {k}")


def _level(f: _Found, draft: DraftFile) -> int | None:
    if f.kind != "paragraph" or f.line.elements[0].tag != n.P:
        return None
    return draft.numbering.outline_level(f.line.elements[0])


def _labelled(f: _Found, draft: DraftFile) -> ProvisionLine:
    number = draft.numbers.get(f.line.elements[0])
    level = _level(f, draft)
    kind = "heading" if level is not None else f.kind
    text = without_atoms(f.line.text)
    if number is None:
        return ProvisionLine(kind, level, text=text, where=f.where)
    return ProvisionLine(kind, level, number.text, number.level, number.format, number.abstract_id, text, f.where)
