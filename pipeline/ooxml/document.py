"""A package opened as a document: its parts that hold text, and the tree of its stories in one view of its marks."""

from __future__ import annotations

from collections.abc import Callable

from . import names as n
from .names import Element
from .nodes import NOTE_PARTS, DocumentTree, Roots, StoryNode, note_elements, story_node
from .package import Package
from .stories import Atoms, Reader

NoteKeys = dict[tuple[str, str], tuple[str, ...]]


def load_roots(package: Package) -> Roots:
    """Parse the main part, the notes and the headers and footers of every section."""
    main = package.main_part
    document = package.xml(main)
    body = document.find(n.w("body"))
    notes = {}
    for kind, suffix in NOTE_PARTS.items():
        part = package.part_by_type(main, suffix)
        if part and part in package.parts:
            notes[kind] = (part, package.xml(part))
    return Roots(document, body, notes, _margins(package, main, body))


def mark_hidden(package: Package, roots: Roots) -> None:
    """Text that a character style hides (clause 17.3.2.41, by way of 17.3.2.29) gets the property of its own."""
    styles = package.part_by_type(package.main_part, "styles")
    if not styles or b"vanish" not in package.parts.get(styles, b""):
        return
    hiding = _hiding_styles(package.xml(styles))
    if hiding:
        package.fill_all()
    for root in roots.all() if hiding else ():
        for style in root.iter(n.w("rStyle")):
            properties = style.getparent()
            if style.get(n.VAL) in hiding and properties.find(n.w("vanish")) is None:
                properties.append(properties.makeelement(n.w("vanish")))


def _hiding_styles(root: Element) -> set[str]:
    """Ids of the character styles that hide text, themselves or through the style on which they are based."""
    found = [s for s in root.iter(n.w("style")) if s.get(n.w("type")) == "character"]
    hiding: set[str] = set()
    for _ in found:
        before = len(hiding)
        for s in found:
            vanish, base = s.find(f"{n.RPR}/{n.w('vanish')}"), s.find(n.w("basedOn"))
            inherits = vanish is None and base is not None and base.get(n.VAL) in hiding
            if inherits or (vanish is not None and not n.is_off(vanish.get(n.VAL))):
                hiding.add(s.get(n.STYLE_ID) or "")
        if len(hiding) == before:
            break
    return hiding


def _margins(package: Package, main: str, body: Element) -> dict[tuple[int, str, str], tuple[str, Element]]:
    targets = {r.id: r.target for r in package.rels(main) if not r.external}
    out = {}
    for number, section in enumerate(s for s in body.iter(n.w("sectPr")) if s.getparent().tag != n.w("sectPrChange")):
        for reference in section:
            kind = {n.w("headerReference"): "header", n.w("footerReference"): "footer"}.get(reference.tag)
            part = targets.get(reference.get(f"{{{n.R}}}id") or "")
            if kind and part and part in package.parts:
                out[(number, kind, reference.get(n.w("type")) or "default")] = (part, package.xml(part))
    return out


def read_tree(
    package: Package,
    roots: Roots,
    atoms: Atoms,
    *,
    accept: bool = True,
    settled: Callable[[Element], bool] = lambda mark: False,
    note_keys: NoteKeys | None = None,
    other: DocumentTree | None = None,
) -> DocumentTree:
    """The stories of the document with its marks accepted, or rejected. other: the same document in the other view."""
    reader = Reader(package, atoms, accept, settled, dict(note_keys or {}), part=package.main_part)
    if other is not None:
        reader.share(other.reader)
    else:
        reader.plain = dict(package.plain)
        reader.prepare(roots.document)
    body = story_node(reader, roots.body, "body", "body")
    notes: dict[tuple[str, str], StoryNode] = {}
    for kind, (part, root) in roots.notes.items():
        notes |= _notes(reader, kind, part, root)
    margins = {}
    for place, (part, root) in roots.margins.items():
        reader.part = part
        reader.prepare(root)
        margins[place] = story_node(reader, root, f"{place[1]}:{place[0] + 1}:{place[2]}", "header")
    reader.part = package.main_part
    return DocumentTree(body, notes, margins, reader)


def _notes(reader: Reader, kind: str, part: str, root: Element) -> dict[tuple[str, str], StoryNode]:
    reader.part = part
    reader.prepare(root)
    return {
        (kind, note.get(n.ID) or ""): story_node(reader, note, f"{kind}:{note.get(n.ID)}", "note") for note in note_elements(root, kind)
    }


def note_texts(package: Package, roots: Roots, *, accept: bool) -> dict[tuple[str, str], str]:
    """What each note says, in the order of the file."""
    out: dict[tuple[str, str], str] = {}
    reader = Reader(package, Atoms(), accept)
    for kind, (part, root) in roots.notes.items():
        out |= {key: node.text.strip() for key, node in _notes(reader, kind, part, root).items()}
    return out


def has_marks(roots: Roots) -> bool:
    """Whether the document carries revision marks that change its text."""
    tags = (*n.MARKS, n.CELL_INS, n.CELL_DEL)
    return any(next(root.iter(*tags), None) is not None for root in roots.all())
