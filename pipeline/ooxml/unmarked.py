"""A story with marks as one that is read on paper: no mark is left, and what it said stands in signs that need no colour.

Insertions are bold and underlined, deletions struck through; after what the same contributors propose side by side stand their codes.
A paragraph's end that is proposed, or proposed to go, without its whole paragraph is the sign ¶. Comments are numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from . import names as n
from .marks import JOINT, SECRETARIAT
from .names import Element

PILCROW = "¶"
ADDED: dict[str, str | None] = {"b": None, "u": "single"}
TAKEN: dict[str, str | None] = {"strike": None}
# What stands between two marks and is not seen: it does not part them.
UNSEEN = frozenset(map(n.w, ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr", "permStart", "permEnd")))
RANGES = frozenset(
    map(n.w, ("commentRangeStart", "commentRangeEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"))
)
OF_CELLS = frozenset({n.CELL_INS, n.CELL_DEL, n.w("cellMerge")})
LIVE = {n.w("delText"): n.T, n.DEL_INSTR: n.INSTR}
REFERENCE = n.w("commentReference")
# The order of run properties (17.3.2.28); what is not named stands behind.
ORDER = tuple(
    map(
        n.w,
        (
            "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss",
            "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs",
            "highlight", "u",
        ),
    )
)  # fmt: skip
RANK = {tag: rank for rank, tag in enumerate(ORDER)}


def unmark(root: Element, codes: Callable[[str], str], comments: dict[str, int]) -> None:
    """Take the marks out of one part. codes: a mark's author -> "ARG, BRA". comments: id -> number; grows in reading order."""
    _drop(root, n.PROPERTY_CHANGES | RANGES | OF_CELLS)
    for properties in list(root.iter(n.TRPR)):
        _drop_children(properties)
    for mark in [m for m in root.iter(*n.MARKS) if m.getparent().tag == n.RPR]:
        _show_end(mark)
    marks = list(root.iter(*n.MARKS))
    for mark in marks:
        if _last_of_its_authors(mark):
            mark.addnext(_run(mark, _beside(mark, f"[{codes(mark.get(n.AUTHOR))}]"), "sz", "16"))
    for mark in marks:
        if mark.get(n.AUTHOR) != SECRETARIAT:
            _show(mark)
    for mark in reversed(marks):
        _unwrap(mark)
    for reference in list(root.iter(REFERENCE)):
        run = reference.getparent()
        number = comments.setdefault(reference.get(n.ID), len(comments) + 1)
        run.getparent().replace(run, _run(run, comment_sign(number), "vertAlign", "superscript"))


def comment_sign(number: int) -> str:
    return f"(c{number})"


def _drop(root: Element, tags: frozenset[str]) -> None:
    for element in list(root.iter(*tags)):
        element.getparent().remove(element)


def _drop_children(properties: Element) -> None:
    for mark in [c for c in properties if c.tag in n.MARKS]:
        properties.remove(mark)


def _show_end(mark: Element) -> None:
    """The mark of a paragraph's end goes; where it is not that of the whole paragraph, a mark of the same kind holds the sign."""
    properties = mark.getparent()
    paragraph = properties.getparent().getparent()
    properties.remove(mark)
    if mark.get(n.AUTHOR) != SECRETARIAT and not is_whole(paragraph, mark):
        sign = paragraph.makeelement(mark.tag, {n.AUTHOR: mark.get(n.AUTHOR)})
        sign.append(_run(mark, PILCROW))
        paragraph.append(sign)


def is_whole(paragraph: Element, end: Element) -> bool:
    """Whether all words of the paragraph are marked as its end is."""
    found = [_mark_of(t) for t in paragraph.iter(n.T, n.w("delText")) if t.text]
    found = [m for m in found if m is None or m.get(n.AUTHOR) != SECRETARIAT]
    deleting = end.tag in n.DELETING
    return bool(found) and all(
        m is not None and (m.tag in n.DELETING) == deleting and m.get(n.AUTHOR) == end.get(n.AUTHOR) for m in found
    )


def _mark_of(element: Element) -> Element:
    return next((a for a in element.iterancestors(*n.MARKS)), None)


def _last_of_its_authors(mark: Element) -> bool:
    """Whether codes stand after it: no mark of the same contributors follows at once, and it is in no other mark."""
    if mark.get(n.AUTHOR) == SECRETARIAT or mark.getparent().tag in n.MARKS:
        return False
    following = next((s for s in _seen_after(mark)), None)
    return following is None or following.tag not in n.MARKS or following.get(n.AUTHOR) != mark.get(n.AUTHOR)


def _beside(mark: Element, words: str) -> str:
    """The words with a space towards what was marked, and behind them where what was marked ends in one."""
    texts = [t.text for t in mark.iter(n.T, n.w("delText")) if t.text]
    return f"{words} " if texts and texts[-1][-1].isspace() else f" {words}"


def _seen_after(mark: Element) -> Iterator[Element]:
    return (s for s in mark.itersiblings() if s.tag not in UNSEEN and s.find(REFERENCE) is None)


def _show(mark: Element) -> None:
    look = TAKEN if mark.tag in n.DELETING else ADDED
    for run in mark.iter(n.R_):
        properties = run.find(n.RPR)
        if properties is None:
            properties = run.makeelement(n.RPR)
            run.insert(0, properties)
        for name, value in look.items():
            _set(properties, n.w(name), value)


def _set(properties: Element, tag: str, value: str | None) -> None:
    found = properties.find(tag)
    if found is not None:
        properties.remove(found)
    before = sum(1 for c in properties if RANK.get(c.tag, len(RANK)) < RANK[tag])
    properties.insert(before, properties.makeelement(tag, {n.VAL: value} if value else {}))


def _unwrap(mark: Element) -> None:
    for element in mark.iter(*LIVE):
        element.tag = LIVE[element.tag]
    parent = mark.getparent()
    at = parent.index(mark)
    parent[at : at + 1] = list(mark)


def _run(of: Element, words: str, look: str = "", value: str = "") -> Element:
    run = of.makeelement(n.R_)
    if look:
        etree.SubElement(etree.SubElement(run, n.RPR), n.w(look), {n.VAL: value})
    text = etree.SubElement(run, n.T, {n.XML_SPACE: "preserve"})
    text.text = words
    return run


def codes_of(codes: dict[str, str]) -> Callable[[str], str]:
    """A mark's author, as names or as codes already, -> the codes as they are printed."""

    def said(author: str) -> str:
        return ", ".join(codes.get(name, name) for name in author.split(JOINT))

    return said
