"""How a story looks: style and numbering of each paragraph, emphasis of each stretch of text, fields, pictures.

The draft is looked at with its own changes of properties made, the consolidated document with them undone: the
properties before a change stand in w:rPrChange and w:pPrChange (ECMA-376 part 1, 17.13.5.29 and 31). Where paragraphs
run together, the one whose mark stands gives its properties (observed in Word).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.auditing.apart import NotByItself
from pipeline.auditing.blocks import DRAWN, END, HIDDEN, SEPARATE, SIMPLE, Accepted, Block, Look, Paragraph, Table
from pipeline.auditing.compiling import Compiler
from pipeline.auditing.names import NAMES, Element, attribute, child, outside_fallback, squeezed
from pipeline.auditing.package import Package
from pipeline.auditing.reading import Reading

EMPHASIS = frozenset(f"w:{p}" for p in ("b", "i", "u", "strike", "caps", "vertAlign", "rStyle", "sz"))
NUMBERING = ("ilvl", "numId")
PICTURES = ("{http://schemas.openxmlformats.org/drawingml/2006/main}blip", "{urn:schemas-microsoft-com:vml}imagedata")
RELATION_IDS = tuple(
    f"{{{space}}}{key}"
    for space in ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")
    for key in ("embed", "id")
)
# Fields that fetch, start or tell something: an output may hold QUOTE in their place (design.md section 7).
HARMFUL = re.compile(r"(?:INCLUDE\w*|IMPORT|DDE|DDEAUTO|LINK|EMBED|DATABASE|RD|DOCVARIABLE|MACROBUTTON|QUOTE)\b", re.I)
SAFE_LINK = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*"?(?:https?:|mailto:|#)|HYPERLINK\s.*\\l', re.I)


@dataclass(frozen=True)
class Looks:
    """lines: (style and numbering, stretches of (emphasis, text)) of each paragraph; pictures by their content."""

    lines: list[Look]
    fields: list[str]
    pictures: list[str]


class Observer(Reading):
    """A reading that takes down what its text looks like. ``undo``: changes of properties are taken back."""

    observes = True

    def __init__(self, accepted: Accepted, package: Package, part: str, *, undo: bool) -> None:
        super().__init__(accepted)
        self.package, self.part, self.undo = package, part, undo
        self.looks = Looks([], [], [])
        self._stretches: list[tuple[tuple[str, ...], str]] = []

    def paragraph(self, paragraph: Paragraph) -> str:
        """Nothing is recalled here: each stretch is to be seen."""
        if paragraph.look is not None and not self.fields:
            if self._stretches:
                for emphasis, text in paragraph.look[1]:
                    self._add(emphasis, text)
            else:
                self._stretches += paragraph.look[1]  # these are told apart already
            return "".join(text for _, text in paragraph.look[1])
        if paragraph.element is None:
            raise ValueError("a paragraph that was looked at for its words alone has no looks")
        if paragraph.text is not None and not paragraph.is_words:
            pieces = Compiler({}, set()).pieces(paragraph.element)
            paragraph = Paragraph(paragraph.guard, paragraph.element, None, pieces)
        return self.walk(paragraph)

    def table(self, table: Table) -> list[str]:
        return self.rows(table)

    def shown(self, text: str, look: Element) -> None:
        self._add(look if isinstance(look, tuple) else emphasis_of(look, undo=self.undo), text)

    def _add(self, emphasis: tuple[str, ...], text: str) -> None:
        if self._stretches and self._stretches[-1][0] == emphasis:
            text = self._stretches.pop()[1] + text
        if text:
            self._stretches.append((emphasis, text))

    def ended(self, paragraph: Paragraph) -> None:
        properties = paragraph.look[0] if paragraph.look is not None else numbering_of(child(paragraph.element, "w:pPr"), undo=self.undo)
        self.looks.lines.append((properties, tuple(self._stretches)))
        self._stretches = []

    def box(self, blocks: list[Block]) -> list[str]:
        outer, self._stretches = self._stretches, []
        lines = self.blocks(blocks)
        self._stretches = outer
        return lines

    def atom(self, kind: str, value: Any, look: Element, out: list[str]) -> None:
        if kind is DRAWN:
            self.looks.pictures.extend(self._pictures(look))
        super().atom(kind, value, look, out)

    def field(self, kind: str, value: str) -> None:
        if kind is SIMPLE:
            self.looks.fields.append(harmless(value))
        elif self.fields and (kind is SEPARATE or (kind is END and not self.fields[-1][1])):
            self.looks.fields.append(harmless(self.fields[-1][0]))
        super().field(kind, value)

    def _pictures(self, drawing: Element) -> list[str]:
        """Those in a text box are found when the box is read."""
        found = []
        for e in outside_fallback(drawing, *PICTURES):
            boxed = any(NAMES[a.tag] == "w:txbxContent" for a in _between(e, drawing))
            ident = next((e.get(key) for key in RELATION_IDS if e.get(key)), None)
            rel = self.package.rels(self.part).get(ident or "")
            if not boxed and rel and not rel.external and rel.target in self.package.parts:
                found.append(picture_key(self.package.part(rel.target)))
        return found


def check_by_itself(paragraph: Paragraph, package: Package) -> None:
    """Raises NotByItself where fields or pictures stand in it once all is rejected: they are compared for the story as a whole."""
    observer = Observer(frozenset({HIDDEN}), package, package.main, undo=True)
    observer.walk(paragraph)
    if observer.looks.fields or observer.looks.pictures:
        raise NotByItself(paragraph.element.tag)


def emphasis_of(look: Element, *, undo: bool) -> tuple[str, ...]:
    """Of the text of a run with these properties."""
    look = _before(look, "w:rPrChange", "w:rPr", undo)
    if look is None:
        return ()
    found = (c for c in look if NAMES[c.tag] in EMPHASIS)
    return tuple(sorted(f"{NAMES[c.tag][2:]}={_value(c)}" for c in found))


def numbering_of(properties: Element, *, undo: bool) -> tuple[str, ...]:
    """The style of a paragraph, its level and its list."""
    properties = _before(properties, "w:pPrChange", "w:pPr", undo)
    style, numbering = child(properties, "w:pStyle"), child(properties, "w:numPr")
    numbers = [child(numbering, f"w:{key}") for key in NUMBERING]
    return tuple("" if e is None else attribute(e, "val") or "" for e in (style, *numbers))


def _before(properties: Element, change: str, old: str, undo: bool) -> Element:
    changed = child(properties, change) if undo else None
    return properties if changed is None else child(changed, old)


def _between(element: Element, top: Element) -> list[Element]:
    ancestors = []
    while (element := element.getparent()) is not top:
        ancestors.append(element)
    return ancestors


def _value(toggle: Element) -> str:
    value = attribute(toggle, "val")
    return {None: "1", "true": "1", "on": "1", "false": "0", "off": "0"}.get(value, str(value))


def harmless(instruction: str) -> str:
    """The instruction as an output may hold it."""
    text = squeezed(instruction)
    unsafe = text.upper().startswith("HYPERLINK") and not SAFE_LINK.match(text)
    return "QUOTE" if unsafe or HARMFUL.match(text) else text


def picture_key(data: bytes) -> str:
    """What tells two pictures apart: their content without what an editor writes about itself, place and author."""
    if data.startswith(b"\xff\xd8"):
        data = _jpeg_without_metadata(data)
    elif data.startswith(b"\x89PNG"):
        data = b"".join(chunk for chunk in _png_chunks(data) if chunk[4:8] in (b"IHDR", b"PLTE", b"tRNS", b"IDAT"))
    return hashlib.sha256(data).hexdigest()


def _png_chunks(data: bytes) -> Iterator[bytes]:
    place = 8
    while place + 12 <= len(data):
        end = place + 12 + int.from_bytes(data[place : place + 4], "big")
        yield data[place:end]
        place = end


def _jpeg_without_metadata(data: bytes) -> bytes:
    """Without APPn and COM segments (ITU-T T.81, annex B)."""
    kept, place = b"", 2
    while data[place : place + 1] == b"\xff" and data[place + 1] != 0xDA and place + 4 <= len(data):
        end = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        kept += b"" if 0xE0 <= data[place + 1] <= 0xEF or data[place + 1] == 0xFE else data[place:end]
        place = end
    return kept + data[place:]


