"""Proposals that only change formatting: recorded from the submission's own formatting marks, carried as comments.

Only what a reader sees counts: emphasis, alignment, style, list. Changes of language, size by a theme, or identifiers do
not make a comment; they stand in the ledger all the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Comment
from ..ooxml import names as n
from ..ooxml.names import Element
from ..ooxml.nodes import Roots
from ..ooxml.stories import Line
from .places import Places
from .version import Pair

CHANGES = (n.w("rPrChange"), n.w("pPrChange"))
SHOWN = {
    n.w("b"): "bold", n.w("i"): "italic", n.w("u"): "underlined", n.w("strike"): "struck through", n.w("caps"): "capitals",
    n.w("smallCaps"): "small capitals", n.w("vertAlign"): "raised or lowered", n.w("highlight"): "highlighted",
    n.w("color"): "coloured", n.w("pStyle"): "style", n.w("jc"): "alignment", n.w("numPr"): "numbering",
}  # fmt: skip


def formatting_comments(pairs: list[Pair], roots: Roots, places: Places) -> list[Comment]:
    """One comment for each paragraph whose formatting a contributor asks to change."""
    changed = {p for root in roots.all() for c in root.iter(*CHANGES) for p in c.iterancestors(n.P)}
    out = []
    for pair in pairs if changed else ():
        for line in pair.version.lines:
            words = list(_changes(line)) if line.table is None and not changed.isdisjoint(line.elements) else []
            if words:
                start = pair.to_base(line.start)
                end = max(start, pair.to_base(line.start + len(line.text)))
                text = "Formatting proposed: " + "; ".join(dict.fromkeys(words)) + "."
                out.append(Comment(pair.base.id, start, end, text, places.of(pair.version, line.start), "", "format"))
    return out


def _changes(line: Line) -> Iterator[str]:
    for paragraph in line.elements:
        for change in paragraph.iter(*CHANGES):
            now, before = change.getparent(), next(iter(change), None)
            described = _described(now, before)
            if described:
                run = now.getparent() if change.tag == n.w("rPrChange") else None
                words = "".join(t.text or "" for t in run.iter(n.T)) if run is not None and run.tag == n.R_ else ""
                yield f"“{words}”: {described}" if words.strip() else f"paragraph: {described}"


def _described(now: Element, before: Element) -> str:
    """Which shown properties were added, removed or changed."""
    new, old = _shown(now), _shown(before)
    added = [SHOWN[t] for t in new if t not in old]
    changed = [SHOWN[t] for t in new if t in old and new[t] != old[t]]
    removed = ["no longer " + SHOWN[t] for t in old if t not in new]
    return ", ".join([*added, *(f"other {c}" for c in changed), *removed])


def _shown(properties: Element) -> dict[str, str]:
    if properties is None:
        return {}
    return {c.tag: _value(c) for c in properties if c.tag in SHOWN and not n.is_off(c.get(n.VAL))}


def _value(e: Element) -> str:
    return "|".join([e.get(n.VAL) or "", *(x.get(n.VAL) or "" for x in e)])
