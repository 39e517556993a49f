"""Styles of an .odt: what makes words bold, underlined, struck, coloured or hidden, and how lists count (ODF 1.3 part 3)."""

from __future__ import annotations

from collections.abc import Iterator

from ..ooxml.names import Element
from ..remarks import Emphasis

NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0", "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
}  # fmt: skip
ROMANS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix")


def odf(prefix: str, name: str) -> str:
    """The Clark name of an OpenDocument element or attribute."""
    return f"{{{NAMESPACES[prefix]}}}{name}"


PROPERTIES: dict[Emphasis, tuple[tuple[str, str], ...]] = {
    "bold": (("fo", "font-weight"),), "italic": (("fo", "font-style"),), "underline": (("style", "text-underline-style"),),
    "strike": (("style", "text-line-through-style"), ("style", "text-line-through-type")), "highlight": (("fo", "background-color"),),
    "hidden": (("text", "display"),),
}  # fmt: skip
OFF = ("normal", "none", "transparent", "#ffffff", "400", "true")


class OdtLooks:
    """Styles by family and name; automatic ones (content.xml) before common ones of the same name."""

    def __init__(self, content: Element, styles: Element | None) -> None:
        roots = [root for root in (styles, content) if root is not None]
        self._styles = {
            (e.get(odf("style", "family")), e.get(odf("style", "name"))): e for r in roots for e in r.iter(odf("style", "style"))
        }
        self._lists = {e.get(odf("style", "name")): e for r in roots for e in r.iter(odf("text", "list-style"))}
        self.languages = list(_languages(roots))

    def of(self, node: Element, family: str) -> set[Emphasis]:
        """What the element's style says; of a paragraph's, only hiding bears on its words."""
        names: tuple[Emphasis, ...] = tuple(PROPERTIES)
        return {name for name in names if self._on(name, family, node.get(odf("text", "style-name")))}

    def _on(self, name: Emphasis, family: str, style: str | None) -> bool:
        for properties in self._chain(family, style):
            said = [v for prefix, key in PROPERTIES[name] if (v := properties.get(odf(prefix, key)))]
            if said:
                return any(_switched_on(name, value) for value in said)
        return False

    def _chain(self, family: str, style: str | None) -> Iterator[Element]:
        seen: set[str | None] = set()
        while (family, style) in self._styles and style not in seen:
            seen.add(style)
            element = self._styles[family, style]
            properties = element.find(odf("style", "text-properties"))
            if properties is not None:
                yield properties
            style = element.get(odf("style", "parent-style-name"))

    def list_mark(self, style: str, level: int, count: int) -> str:
        """The number as shown; a bullet where the list's style is unknown, so that an item stays an item."""
        levels = self._lists.get(style)
        for shape in () if levels is None else levels:
            if shape.get(odf("text", "level")) == str(level) and shape.tag == odf("text", "list-level-style-number"):
                shown = _written(count, shape.get(odf("style", "num-format")) or "")
                return f"{shape.get(odf('style', 'num-prefix')) or ''}{shown}{shape.get(odf('style', 'num-suffix')) or ''}"
        return "•"


def _switched_on(name: Emphasis, value: str) -> bool:
    if name == "hidden":
        return value == "none"
    if name == "bold":
        return value == "bold" or (value.isdigit() and int(value) >= 600)
    return value.lower() not in OFF


def _written(count: int, shape: str) -> str:
    if shape in ("a", "A") and 0 < count <= 26:
        return chr(ord(shape) + count - 1)
    if shape in ("i", "I") and 0 < count < len(ROMANS):
        return ROMANS[count].upper() if shape == "I" else ROMANS[count]
    return str(count) if shape else ""


def _languages(roots: list[Element]) -> Iterator[str]:
    for root in roots:
        for properties in root.iter(odf("style", "text-properties")):
            language, country = properties.get(odf("fo", "language")), properties.get(odf("fo", "country"))
            if language and language not in ("none", "zxx"):
                yield f"{language}-{country}" if country and country != "none" else language
