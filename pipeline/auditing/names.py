"""Names of WordprocessingML (ECMA-376 part 1, clause 17), transitional and strict, under one short spelling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

Element = Any  # lxml ships no types of its own

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT: Final = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
PREFIXES: Final = {W: "w:", STRICT: "w:", M: "m:", MC: "mc:"}

# Entities are never resolved; a received part may be of any size that preflight let through.
PARSER: Final = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)

# whether a mark's content stands when the mark is accepted (17.13.5)
MARKS: Final = {"w:ins": True, "w:moveTo": True, "w:del": False, "w:moveFrom": False}
ROW_MARKS: Final = {"w:ins": True, "w:del": False}
CELL_MARKS: Final = {"w:cellIns": True, "w:cellDel": False}


class _ShortNames(dict[Any, str]):
    """Tag -> "w:p"; other namespaces have no prefix, and comments and processing instructions no name."""

    def __missing__(self, tag: Any) -> str:
        if not isinstance(tag, str):
            return ""
        space, brace, local = tag.rpartition("}")
        self[tag] = PREFIXES.get(space + brace, "") + local
        return self[tag]


NAMES: Final = _ShortNames()


def name(element: Element) -> str:
    return NAMES[element.tag]


def attribute(element: Element, key: str) -> str | None:
    """The value of w:key, in whichever of the two namespaces the file is written."""
    value: str | None = element.get(W + key) or element.get(STRICT + key)
    return value


def child(element: Element, wanted: str) -> Element:
    """The first child of that name, or None; of None, None."""
    if element is not None:
        for c in element:
            if NAMES[c.tag] == wanted:
                return c
    return None


def tags(*wanted: str) -> tuple[str, ...]:
    """The full tags that short names stand for: tags("w:p", "m:t")."""
    return tuple(space + w.split(":")[1] for w in wanted for space, prefix in PREFIXES.items() if w.startswith(prefix))


def is_on(toggle: Element) -> bool:
    """Whether an on/off property (17.17.4) is there and not switched off."""
    return toggle is not None and attribute(toggle, "val") not in ("0", "false", "off")


def outside_fallback(root: Element, *wanted: str) -> Iterator[Element]:
    """What mc:Fallback repeats stands once already, in mc:Choice (ECMA-376 part 3, 7.6)."""
    found = root.iter(*wanted)
    if next(root.iter(MC + "Fallback"), None) is None:
        return iter(found)
    return (e for e in found if not any(NAMES[a.tag] == "mc:Fallback" for a in e.iterancestors()))


def squeezed(text: str) -> str:
    return " ".join(text.split())


def solid(text: str) -> str:
    return "".join(text.split())
