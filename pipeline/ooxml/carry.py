"""What is carried over from a submission beside words: drawings, formulas, fields, made harmless and self-contained.

A drawing refers to parts of its own package. They are put into a *parts store*, named by content, and the XML refers to
them by that name until a writer gives them a place in the output (design.md section 7, carried-over content).
"""

from __future__ import annotations

import copy
import hashlib
import json
from dataclasses import dataclass, field

from lxml import etree

from . import names as n
from .accept import accept_marks, unwrap
from .harmless import without_metadata
from .items import hidden
from .names import Element
from .package import Package

STORED = "stored:"
VML, OFFICE = "urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office"
DRAWN_ON = ("/image", "/diagramData", "/diagramLayout", "/diagramQuickStyle", "/diagramColors", "/diagramDrawing", "/chart")
DROPPED = tuple(
    n.w(x)
    for x in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef",
        "proofErr", "permStart", "permEnd", "lastRenderedPageBreak", "altChunk", "control",
    )
)  # fmt: skip
UNWRAPPED = tuple(n.w(x) for x in ("hyperlink", "smartTag", "customXml"))
# Where old drawings (VML) keep names and paths: of the shape, of the file that it came from.
NAMING = {VML: ("id", "alt", "title", "href", "spid", f"{{{OFFICE}}}title", f"{{{OFFICE}}}href", f"{{{OFFICE}}}spid")}
CLICKS = ("}hlinkClick", "}hlinkHover")
PRIVATE = (f"{{{n.W14}}}paraId", f"{{{n.W14}}}textId")


@dataclass(frozen=True, slots=True)
class StoredPart:
    """A part that a carried-over drawing needs. rels: (id, relation type, name in the store)."""

    data: bytes
    content_type: str
    relation: str
    suffix: str
    rels: tuple[tuple[str, str, str], ...] = ()


@dataclass
class PartsStore:
    parts: dict[str, StoredPart] = field(default_factory=dict)

    def put(self, part: StoredPart) -> str:
        names = json.dumps([part.content_type, part.relation, part.rels]).encode()
        name = hashlib.sha256(part.data + names).hexdigest()[:24]
        self.parts[name] = part
        return name


def carried_xml(node: Element, package: Package, part: str, store: PartsStore) -> str:
    """The element as XML of its own: marks accepted, nothing hidden, nothing that leads outside."""
    box = etree.Element("box")
    box.append(copy.deepcopy(node))
    accept_marks(box)
    _clean(box)
    _store_relations(box, package, part, store)
    element = box[0]
    if element.tag == n.OBJECT:
        _object_to_picture(element)
    return str(etree.tostring(element, encoding="unicode", with_tail=False))


def _clean(box: Element) -> None:
    for e in list(box.iter(*DROPPED)):
        e.getparent().remove(e)
    for run in list(box.iter(n.R_)):
        if hidden(run):
            run.getparent().remove(run)
    for e in list(box.iter(*UNWRAPPED)):
        unwrap(e)
    for e in [e for e in box.iter() if str(e.tag).endswith(CLICKS)]:
        e.getparent().remove(e)
    for e in box.iter(etree.Element):
        for name in [a for a in e.attrib if a in PRIVATE or a.startswith(f"{{{n.W}}}rsid")]:
            del e.attrib[name]
        if str(e.tag).endswith(("}docPr", "}cNvPr")):
            for name in ("descr", "title"):
                e.attrib.pop(name, None)
            e.set("name", "Picture")
        for name in [a for a in e.attrib if a in NAMING.get(etree.QName(e).namespace, ())]:
            del e.attrib[name]


def _store_relations(box: Element, package: Package, part: str, store: PartsStore) -> None:
    targets = {r.id: r for r in package.rels(part)}
    for e in box.iter():
        for name in [a for a in e.attrib if a.startswith(f"{{{n.R}}}")]:
            rel = targets.get(e.get(name))
            kept = stored(package, rel.target, rel.type, store) if rel is not None and not rel.external else None
            if kept:
                e.set(name, STORED + kept)
            else:
                del e.attrib[name]


def stored(package: Package, target: str, relation: str, store: PartsStore, depth: int = 0) -> str | None:
    """Put a part and the parts that it draws on into the store; None for what is not carried over."""
    if not relation.endswith(DRAWN_ON) or target not in package.parts or depth > 4:
        return None
    rels = []
    for r in package.rels(target):
        name = None if r.external else stored(package, r.target, r.type, store, depth + 1)
        if name:
            rels.append((r.id, r.type, name))
    suffix = target.rsplit(".", 1)[-1].lower()
    data = without_metadata(package.parts[target])
    return store.put(StoredPart(data, package.content_type(target) or "", relation, suffix, tuple(rels)))


def _object_to_picture(element: Element) -> None:
    element.tag = n.PICT
    for c in list(element):
        if str(c.tag).endswith("}OLEObject"):
            element.remove(c)
