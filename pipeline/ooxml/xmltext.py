"""Elements of the draft as XML text that fits into the draft's own part: no namespace is declared twice."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from . import names as n
from .names import Element

DECLARATION = re.compile(r' xmlns(?::([\w.-]+))?="([^"]*)"')

# Order of the children of w:pPr (CT_PPr, clause 17.3.1.26); what Word does not know it refuses.
PPR_ORDER = [
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
    "numPr",
    "suppressLineNumbers",
    "pBdr",
    "shd",
    "tabs",
    "suppressAutoHyphens",
    "kinsoku",
    "wordWrap",
    "overflowPunct",
    "topLinePunct",
    "autoSpaceDE",
    "autoSpaceDN",
    "bidi",
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
]
# Order of the children of w:rPr (CT_RPr, clause 17.3.2.28).
RPR_ORDER = [
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "smallCaps",
    "strike",
    "dstrike",
    "outline",
    "shadow",
    "emboss",
    "imprint",
    "noProof",
    "snapToGrid",
    "vanish",
    "webHidden",
    "color",
    "spacing",
    "w",
    "kern",
    "position",
    "sz",
    "szCs",
    "highlight",
    "u",
    "effect",
    "bdr",
    "shd",
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
    "eastAsianLayout",
    "specVanish",
    "oMath",
]
EMPHASIS = frozenset(["b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "u", "vertAlign", "rStyle", "vanish", "highlight"])
RANKS = {name: i for i, name in enumerate(PPR_ORDER)}
RUN_RANKS = {name: i for i, name in enumerate(RPR_ORDER)}


@dataclass
class XmlText:
    """Serialises elements of one part. scope: the prefixes that the part's root declares."""

    scope: dict[str | None, str]
    _known: dict[Element, str] = field(default_factory=dict)

    def of(self, element: Element) -> str:
        """The element as text, without the declarations that the root makes."""
        text = str(etree.tostring(element, encoding="unicode", with_tail=False))
        return DECLARATION.sub(lambda m: "" if self.scope.get(m[1]) == m[2] else m[0], text)

    def cached(self, element: Element) -> str:
        found = self._known.get(element)
        if found is None:
            found = self._known[element] = self.of(element)
        return found

    def opening(self, element: Element) -> str:
        """The start of a container, with what must come before its content."""
        name = self.name(element)
        attributes = "".join(f' {self._attribute(k)}="{n.attribute(v)}"' for k, v in element.attrib.items())
        inner = ""
        if element.tag == n.SDT:
            inner = "".join(self.of(c) for c in element if c.tag in (n.w("sdtPr"), n.w("sdtEndPr"))) + "<w:sdtContent>"
        return f"<{name}{attributes}>{inner}"

    def closing(self, element: Element) -> str:
        inner = "</w:sdtContent>" if element.tag == n.SDT else ""
        return f"{inner}</{self.name(element)}>"

    def name(self, element: Element) -> str:
        return f"{element.prefix}:{etree.QName(element).localname}" if element.prefix else str(etree.QName(element).localname)

    def _attribute(self, key: str) -> str:
        name = etree.QName(key)
        prefix = next((p for p, uri in self.scope.items() if uri == name.namespace and p), None)
        if name.namespace == "http://www.w3.org/XML/1998/namespace":
            prefix = "xml"
        return f"{prefix}:{name.localname}" if prefix else str(name.localname)


def local(tag: str) -> str:
    return tag.rsplit("}", 1)[1]


@dataclass(frozen=True)
class ParagraphProperties:
    """The children of a w:pPr by name, and those of its w:rPr, as XML text."""

    children: dict[str, str]
    run: str = ""

    def without(self, *names: str) -> ParagraphProperties:
        return ParagraphProperties({k: v for k, v in self.children.items() if k not in names}, self.run)

    def with_(self, **changed: str) -> ParagraphProperties:
        return ParagraphProperties({**self.children, **changed}, self.run)

    def xml(self, mark: str = "", change: str = "") -> str:
        """The w:pPr; ``mark`` is the revision mark of the paragraph mark, ``change`` a w:pPrChange."""
        before, section, unknown = self._around_run
        run = f"<w:rPr>{mark}{self.run}</w:rPr>" if mark or self.run else ""
        inner = f"{before}{run}{section}{change}{unknown}"
        return f"<w:pPr>{inner}</w:pPr>" if inner else ""

    @cached_property
    def _around_run(self) -> tuple[str, str, str]:
        """The children before the properties of the mark; w:sectPr, between these and a w:pPrChange; what is not known, behind all."""
        kept = {k: v for k, v in self.children.items() if k not in ("rPr", "pPrChange")}
        before = sorted((k for k in kept if k in RANKS and k != "sectPr"), key=RANKS.__getitem__)
        return "".join(kept[k] for k in before), kept.get("sectPr", ""), "".join(v for k, v in kept.items() if k not in RANKS)

    def old(self) -> str:
        """The properties as they stand in a w:pPrChange: without those of the mark and of the section."""
        kept = {k: v for k, v in self.children.items() if k not in ("rPr", "sectPr", "pPrChange")}
        return f"<w:pPr>{''.join(kept[k] for k in sorted(kept, key=lambda k: RANKS.get(k, 99)))}</w:pPr>"


def paragraph_properties(paragraph: Element, xml: XmlText) -> ParagraphProperties:
    """The properties of a paragraph of the draft."""
    properties = paragraph.find(n.PPR) if paragraph is not None else None
    if properties is None:
        return ParagraphProperties({})
    children = {local(c.tag): xml.of(c) for c in properties if isinstance(c.tag, str) and c.tag != n.RPR}
    run = properties.find(n.RPR)
    return ParagraphProperties(children, "".join(xml.of(c) for c in run) if run is not None else "")


def run_properties(base: Element, emphasis: tuple[str, ...], xml: XmlText) -> str:
    """The w:rPr of inserted words: the look of the draft's run beside them, with their own emphasis."""
    parts: dict[str, str] = {}
    for c in base if base is not None else ():
        if isinstance(c.tag, str) and c.tag.startswith(f"{{{n.W}}}") and local(c.tag) in RUN_RANKS and local(c.tag) not in EMPHASIS:
            parts[local(c.tag)] = xml.cached(c)
    for e in emphasis:
        if e in ("superscript", "subscript"):
            parts["vertAlign"] = f'<w:vertAlign w:val="{e}"/>'
        else:
            parts[e] = '<w:u w:val="single"/>' if e == "u" else f"<w:{e}/>"
    if not parts:
        return ""
    return f"<w:rPr>{''.join(parts[k] for k in sorted(parts, key=lambda k: RUN_RANKS[k]))}</w:rPr>"
