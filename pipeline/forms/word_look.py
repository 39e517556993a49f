"""How a run of a .docx looks: its own properties, then its character style, then, for hiding only, the paragraph's style.

The look of a paragraph style (a bold heading) is no emphasis of words. Hidden text must be found wherever it is switched on.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..ooxml import names as n
from ..ooxml.names import Element
from ..remarks import Emphasis
from .reading import emphases

SWITCHES: dict[Emphasis, tuple[str, ...]] = {
    "bold": ("b",), "italic": ("i",), "underline": ("u",), "strike": ("strike", "dstrike"), "highlight": ("highlight", "shd"),
    "hidden": ("vanish",),
}  # fmt: skip
OFF = ("0", "false", "off", "none")
CLEAR = ("auto", "FFFFFF", "ffffff", "")


class Looks:
    """The character and paragraph styles of one document."""

    def __init__(self, styles: Element | None) -> None:
        found = () if styles is None else styles.iter(n.w("style"))
        self._styles = {e.get(n.STYLE_ID) or "": e for e in found}
        default = None if styles is None else styles.find(f"{n.w('docDefaults')}/{n.w('rPrDefault')}/{n.RPR}")
        self._default = default

    def of(self, run: Element, paragraph: Element) -> tuple[Emphasis, ...]:
        own = n.child(run, n.RPR)
        chain = [own, *self._chain(_style(own, "rStyle"))]
        above = [*self._chain(_style(n.child(paragraph, n.PPR), "pStyle")), self._default]
        return emphases(name for name in SWITCHES if _on(name, [*chain, *above] if name == "hidden" else chain))

    def _chain(self, style: str) -> Iterator[Element | None]:
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            element = self._styles[style]
            yield n.child(element, n.RPR)
            based = element.find(n.w("basedOn"))
            style = "" if based is None else based.get(n.VAL) or ""


def _style(properties: Element | None, name: str) -> str:
    found = n.child(properties, n.w(name))
    return "" if found is None else found.get(n.VAL) or ""


def _on(name: Emphasis, chain: list[Element | None]) -> bool:
    """The nearest that says anything decides."""
    for properties in chain:
        said = [e for tag in SWITCHES[name] if (e := n.child(properties, n.w(tag))) is not None]
        if said:
            return any(_switched_on(e) for e in said)
    return False


def _switched_on(element: Element) -> bool:
    if element.tag == n.w("shd"):
        return (element.get(n.w("fill")) or "auto") not in CLEAR
    return (element.get(n.VAL) or "on") not in OFF


def holds_prompt(control: Element) -> bool:
    """A content control that still shows its prompt ("Click here to enter text", 17.5.2.39) holds none of the writer's words."""
    shown = control.find(f"{n.w('sdtPr')}/{n.w('showingPlcHdr')}")
    return shown is not None and not n.is_off(shown.get(n.VAL))
