"""A .docx or .xlsx as parts and relationships (ECMA-376 part 2), read when asked for and once."""

from __future__ import annotations

import hashlib
import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from lxml import etree

from pipeline.auditing.apart import Cut, Memo, cut
from pipeline.auditing.known import without_known
from pipeline.auditing.names import PARSER, Element, attribute, child, is_on, tags

# What reading a file that somebody sent may end in; KeyError: a part that must be there is missing.
UNREADABLE = (
    OSError, KeyError, ValueError, StopIteration, IndexError, RuntimeError, zipfile.BadZipFile, zlib.error,
    etree.XMLSyntaxError,
)  # fmt: skip


@dataclass(frozen=True)
class Rel:
    """One relationship. ``kind`` is the last segment of its type; ``target`` a part name unless external."""

    kind: str
    target: str
    external: bool


@dataclass
class Package:
    """``brief``: paragraphs of the main part that are plain text are put aside (see ``known``).

    memo: what is known of paragraphs and rows that are put aside (see ``apart``); None where none are to be.
    """

    path: Path
    brief: bool = False
    memo: Memo | None = None
    known: list[list[str]] = field(default_factory=list)  # texts that were put aside, those of each stand-in
    _read: dict[str, bytes] = field(default_factory=dict)
    _roots: dict[str, Element] = field(default_factory=dict)
    _rels: dict[str, dict[str, Rel]] = field(default_factory=dict)
    _told: bytes | None = None

    @cached_property
    def data(self) -> bytes:
        return self.path.read_bytes()

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def is_zip(self) -> bool:
        return zipfile.is_zipfile(io.BytesIO(self.data))

    @cached_property
    def _zip(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(io.BytesIO(self.data))

    @cached_property
    def parts(self) -> dict[str, zipfile.ZipInfo]:
        return {info.filename.lstrip("/"): info for info in self._zip.infolist()}

    def markup(self) -> list[str]:
        return [n for n in self.parts if n.endswith((".xml", ".rels"))]

    def part(self, name: str) -> bytes:
        """The bytes of a part; KeyError where there is none."""
        if name not in self._read:
            self._read[name] = self._zip.read(self.parts[name])
        return self._read[name]

    def telling(self, name: str) -> bytes:
        """The bytes of a part, of a brief one without the paragraphs that are put aside: they hold words alone."""
        if not self.brief or name != self.main:
            return self.part(name)
        if self._told is None:
            self._told, self.known = without_known(self.part(name))
        return self._told

    def xml(self, name: str) -> Element:
        """The root of a part, the same for everybody who asks."""
        if name not in self._roots:
            root = etree.fromstring(self.telling(name), PARSER)
            for style in root.iter(*tags("w:rStyle")) if self.hiding else ():
                if attribute(style, "val") in self.hiding and child(style.getparent(), "w:vanish") is None:
                    style.addnext(style.makeelement(style.tag.replace("rStyle", "vanish")))
            self._roots[name] = root
        return self._roots[name]

    @cached_property
    def hiding(self) -> frozenset[str]:
        """Ids of the character styles that hide their text, by their own word or that of their base."""
        part = next((n for n in self.parts if n.endswith("/styles.xml")), None)
        if part is None or b"vanish" not in self.part(part):
            return frozenset()
        styles = {attribute(s, "styleId"): s for s in etree.fromstring(self.part(part), PARSER) if attribute(s, "type") == "character"}
        return frozenset(i for i in styles if i and _hides(i, styles, len(styles)))

    def rest(self) -> tuple[Element, Cut]:
        """The root of the main part without what can be judged by itself, and what that is; ``xml`` gives it whole."""
        if self.memo is None or self.hiding:
            return self.xml(self.main), Cut(b"")
        part = cut(self.part(self.main), self.memo)
        root = etree.fromstring(part.data, PARSER)
        part.data = b""
        return root, part

    def forget_trees(self) -> None:
        """Frees the trees: the bytes stay."""
        self._roots.clear()
        self._told = None

    @cached_property
    def main(self) -> str:
        return next(r.target for r in self.rels("").values() if r.kind == "officeDocument")

    def rels(self, part: str) -> dict[str, Rel]:
        """Relationship id -> relationship of a part; "" is the package itself."""
        if part not in self._rels:
            folder, base = posixpath.split(part)
            source = posixpath.join(folder, "_rels", f"{base}.rels")
            found = etree.fromstring(self.part(source), PARSER) if source in self.parts else ()
            self._rels[part] = {r.get("Id", ""): _rel(folder, r) for r in found if isinstance(r.tag, str)}
        return self._rels[part]

    def related(self, kind: str) -> list[str]:
        """Parts of one kind that belong to the main part; by name where no relationship leads to them."""
        found = [r.target for r in self.rels(self.main).values() if r.kind == kind and r.target in self.parts]
        return found or [n for n in self.parts if re.fullmatch(rf"word/{kind}\d*\.xml", n)]


def _rel(folder: str, element: Element) -> Rel:
    external = element.get("TargetMode") == "External"
    target = element.get("Target", "")
    if not external:
        target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
    return Rel(element.get("Type", "").rpartition("/")[2], target, external)


def _hides(ident: str | None, styles: dict[str | None, Element], steps: int) -> bool:
    style = styles.get(ident)
    if style is None or steps < 0:
        return False
    own = child(child(style, "w:rPr"), "w:vanish")
    base = child(style, "w:basedOn")
    return is_on(own) if own is not None else base is not None and _hides(attribute(base, "val"), styles, steps - 1)
