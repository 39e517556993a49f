"""A Word file as its parts: ECMA-376 part 2 (Open Packaging Conventions), and nothing of what the parts mean.

Reads what Word reads, which is more than the standard allows: part names in another case (clause 6.2.2.3 compares them
without case), internal links without TargetMode, absolute and climbing targets, targets that lead nowhere.
"""

import io
import os
import posixpath
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from lxml import etree

from .archive import Archive
from .names import attribute
from .plain import fill

CONTENT_TYPES = "[Content_Types].xml"
TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
RELS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EPOCH = (1980, 1, 1, 0, 0, 0)

Element = Any  # lxml ships no types


@dataclass(frozen=True)
class Rel:
    """A relationship. `target` is a part name without leading slash, or the raw target when external."""

    id: str
    type: str
    target: str
    external: bool = False


def open_package(path: Path, known: Mapping[bytes, str] | None = None) -> "Package":
    """The parts of a .docx that passed the preflight; raises Unreadable.

    known: plain paragraphs for which the tree of the main part may hold stand-ins (see ``plain``).
    The import is late because the preflight itself reads packages.
    """
    from pipeline.ooxml.preflight import read_checked

    return read_checked(path, known)


def parse(data: bytes) -> Element:
    """XML without entities, network or size limits: for parts that passed the preflight."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def rels_name(part: str) -> str:
    """`word/document.xml` -> `word/_rels/document.xml.rels`; "" is the package itself."""
    folder, _, name = part.rpartition("/")
    return posixpath.join(folder, "_rels", name + ".rels")


class Package:
    """Parts by name without leading slash. Relationships and content types are written back when it is saved.

    plain: the words of the paragraphs of the main part that are, or were, empty ones that stand in (see ``plain``).
    """

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = parts
        self.sha256 = ""  # of the file, where it was read from one
        self.plain: dict[Element, str] = {}
        self._aside: dict[Element, bytes] = {}
        self._trees: dict[str, tuple[bytes, Element]] = {}
        self._rels: dict[str, list[Rel]] = {}
        self._types: tuple[dict[str, str], dict[str, str]] | None = None
        self._changed: set[str] = set()

    def find(self, name: str) -> str | None:
        """The part's name as stored, whatever its case."""
        if name in self.parts:
            return name
        return next((part for part in self.parts if part.lower() == name.lower()), None)

    def xml(self, name: str) -> Element:
        """The parsed root of a part, shared by all callers as long as the part's bytes are the same object."""
        known = self._trees.get(name)
        if known is None or known[0] is not self.parts[name]:
            self.keep_tree(name, parse(self.parts[name]))
        return self._trees[name][1]

    def keep_tree(self, name: str, root: Element) -> None:
        """Remember a tree parsed elsewhere from the part's bytes."""
        self._trees[name] = (self.parts[name], root)

    def put_aside(self, paragraphs: dict[Element, bytes], known: Mapping[bytes, str]) -> None:
        """Tell which elements of the main part's tree stand in for which paragraphs."""
        self._aside = paragraphs
        self.plain = {p: known[data] for p, data in paragraphs.items()}

    def whole(self, element: Element) -> Element:
        """The element itself, filled in where it stands in for a paragraph."""
        if element in self._aside:
            fill(element, self._aside.pop(element))
        return element

    def fill_all(self) -> None:
        """For who looks at all there is in the main part."""
        for element in list(self._aside):
            self.whole(element)

    def set_xml(self, name: str, root: Element) -> None:
        """Store a changed tree, in UTF-8 with the declaration that Word writes."""
        self.parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        self.keep_tree(name, root)

    # content types (clause 6.2.3)

    def content_type(self, name: str) -> str:
        """ "" where neither an override nor its extension tells."""
        defaults, overrides = self._content_types()
        return overrides.get(name.lower(), defaults.get(name.rpartition(".")[2].lower(), ""))

    def _content_types(self) -> tuple[dict[str, str], dict[str, str]]:
        if self._types is None:
            stored = self.find(CONTENT_TYPES)
            entries = list(self.xml(stored)) if stored else []
            self._types = _named(entries, "Default", "Extension"), _named(entries, "Override", "PartName")
        return self._types

    def add_part(self, name: str, content_type: str, data: bytes) -> None:
        """Add or replace a part."""
        name = self.find(name) or name
        self.parts[name] = data
        if self.content_type(name) != content_type:
            self._content_types()[1][name.lower()] = content_type
            self._changed.add(CONTENT_TYPES)

    def remove_part(self, name: str) -> None:
        """Remove a part with its own relationships, those that lead to it, and its content type."""
        stored = self.find(name)
        if stored is None:
            return
        self._forget(stored)
        for source in self.sources():
            kept = [rel for rel in self.rels(source) if rel.external or rel.target != stored]
            if len(kept) < len(self.rels(source)):
                self.set_rels(source, kept)

    def _forget(self, stored: str) -> None:
        del self.parts[stored]
        if own := self.find(rels_name(stored)):
            del self.parts[own]
        self._rels.pop(stored, None)
        self._changed.discard(stored)
        if self._content_types()[1].pop(stored.lower(), None) is not None:
            self._changed.add(CONTENT_TYPES)

    # relationships (clause 6.5)

    def sources(self) -> list[str]:
        """Every part that has relationships; "" is the package."""
        split = [(*posixpath.split(part), part) for part in self.parts if part.lower().endswith(".rels")]
        stored = {posixpath.join(posixpath.dirname(folder), name[:-5]) for folder, name, _ in split}
        known = {source for source, rels in self._rels.items() if rels}
        return sorted((self.find(source) or source) for source in stored | known if not source or self.find(source))

    def rels(self, part: str) -> list[Rel]:
        """The relationships of a part, in the order of the file; none where it has no .rels."""
        if part not in self._rels:
            stored = self.find(rels_name(part))
            entries = self.xml(stored) if stored else ()
            self._rels[part] = [self._rel(part, entry) for entry in entries if isinstance(entry.tag, str)]
        return list(self._rels[part])

    def _rel(self, source: str, entry: Element) -> Rel:
        target = entry.get("Target") or ""
        external = entry.get("TargetMode") == "External" or target.startswith("#") or "://" in target or not target
        resolved = target if external else self._resolved(source, target)
        return Rel(entry.get("Id") or "", entry.get("Type") or "", resolved, external)

    def _resolved(self, source: str, target: str) -> str:
        """A climbing target cannot leave the package; one that leads nowhere stays as it would be named."""
        path = unquote(target.partition("#")[0]).replace("\\", "/")
        name = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), path)).lstrip("/")
        return self.find(name) or name

    def set_rels(self, part: str, rels: list[Rel]) -> None:
        """Replace all relationships of a part."""
        self._rels[part] = list(rels)
        self._changed.add(part)

    def add_rel(self, source: str, type: str, target: str, external: bool = False) -> str:
        """The id of the relationship, an equal one where there is one."""
        rels = self.rels(source)
        wanted = Rel("", type, target, external)
        equal = next((rel for rel in rels if replace(rel, id="") == wanted), None)
        if equal is None:
            taken = {rel.id for rel in rels}
            equal = replace(wanted, id=next(i for n in range(1, len(rels) + 2) if (i := f"rId{n}") not in taken))
            self.set_rels(source, [*rels, equal])
        return equal.id

    def part_by_type(self, source_part: str, reltype_suffix: str) -> str | None:
        """The first existing part that a relationship of this kind leads to: `footnotes`, `styles`."""
        ending = "/" + reltype_suffix
        found = (rel.target for rel in self.rels(source_part) if rel.type.endswith(ending) and not rel.external)
        return next((target for target in found if target in self.parts), None)

    @property
    def main_part(self) -> str:
        """The part that the package's officeDocument relationship leads to; KeyError without one."""
        found = self.part_by_type("", "officeDocument")
        if found is None:
            raise KeyError("no officeDocument relationship")
        return found

    # writing

    def save_bytes(self) -> bytes:
        """The .docx: the same parts give the same bytes."""
        self._write_changes()
        out = io.BytesIO()
        with Archive(out, "w") as archive:
            for name in sorted(self.parts, key=_reading_order):
                archive.writestr(_entry(name), self.parts[name])
        return out.getvalue()

    def write_atomic(self, path: Path) -> None:
        """Write beside the target, then rename: a run that fails leaves the earlier file."""
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(self.save_bytes())
            Path(temporary).chmod(0o644)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise

    def _write_changes(self) -> None:
        for source in sorted(self._changed - {CONTENT_TYPES}):
            self._write_rels(source)
        if CONTENT_TYPES in self._changed or any(not self.content_type(name) for name in self.parts):
            self._write_types()
        self._changed.clear()

    def _write_rels(self, source: str) -> None:
        name = self.find(rels_name(source)) or rels_name(source)
        if self._rels[source]:
            lines = "".join(_rel_xml(source, rel) for rel in self._rels[source])
            self.parts[name] = f'{HEAD}<Relationships xmlns="{RELS_NS}">{lines}</Relationships>'.encode()
        else:
            self.parts.pop(name, None)

    def _write_types(self) -> None:
        defaults, overrides = self._content_types()
        stored = {name.lower(): name for name in self.parts}
        defaults.setdefault("rels", "application/vnd.openxmlformats-package.relationships+xml")
        defaults.setdefault("xml", "application/xml")
        lines = [_type_xml("Default", "Extension", key, defaults[key]) for key in sorted(defaults)]
        names = {key: "/" + quote(stored[key], safe=SAFE) for key in sorted(overrides) if key in stored}
        lines += [_type_xml("Override", "PartName", names[key], overrides[key]) for key in names]
        name = self.find(CONTENT_TYPES) or CONTENT_TYPES
        self.parts[name] = f'{HEAD}<Types xmlns="{TYPES_NS}">{"".join(lines)}</Types>'.encode()


SAFE = "/-._~!$&'()*+,;=:@"  # what a part name may hold unquoted (RFC 3986, pchar)


def _named(entries: list[Element], kind: str, key: str) -> dict[str, str]:
    """Keyed in small letters, part names without slash; the first of two equal keys holds."""
    found = [(entry.get(key, ""), entry.get("ContentType", "")) for entry in entries if _local(entry) == kind]
    return {unquote(name).lstrip("/").lower(): value for name, value in reversed(found)}


def _local(entry: Element) -> str:
    return etree.QName(entry).localname if isinstance(entry.tag, str) else ""


def _type_xml(kind: str, key: str, name: str, content_type: str) -> str:
    return f'<{kind} {key}="{attribute(name)}" ContentType="{attribute(content_type)}"/>'


def _rel_xml(source: str, rel: Rel) -> str:
    target = rel.target if rel.external else _relative(source, rel.target)
    mode = ' TargetMode="External"' if rel.external else ""
    return f'<Relationship Id="{attribute(rel.id)}" Type="{attribute(rel.type)}" Target="{attribute(target)}"{mode}/>'


def _relative(source: str, target: str) -> str:
    return quote(posixpath.relpath("/" + target, "/" + posixpath.dirname(source)), safe=SAFE)


def _reading_order(name: str) -> tuple[int, str]:
    """Content types and the root relationships first, so that a reader of a stream knows what comes."""
    return ({CONTENT_TYPES.lower(): 0, "_rels/.rels": 1}.get(name.lower(), 2), name)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    return entry
