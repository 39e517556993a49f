"""A story with marks as one that is read on paper: no mark is left, and what it said stands in signs that need no colour.

Insertions are bold and underlined, deletions struck through; after what the same contributors propose side by side stand their codes.
A paragraph's end that is proposed, or proposed to go, without its whole paragraph is the sign ¶. Comments are numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from . import names as n
from .blocks import PLACE, WORDS, Block, Kept, Paragraph, Region, Stretch, holds_nothing, with_places
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

# The same in text.
RANGES_TEXT = re.compile(r"<w:(?:comment|moveFrom|moveTo)Range(?:Start|End)\b[^>]*/>")
RUN = re.compile(r"<w:r(?: [^>]*)?>(?:<w:rPr/>|<w:rPr>.*?</w:rPr>)?")
COMMENT = re.compile(
    r'<w:r(?: [^>]*)?>(?:<w:rPr/>|<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:commentReference\b[^>]*? w:id="([^"]*)"[^>]*/></w:r>'
)
UNSEEN_TEXT = re.compile(rf"(?:<w:(?:bookmarkStart|bookmarkEnd|proofErr|permStart|permEnd)\b[^>]*/>|{COMMENT.pattern})*")
LIVE_TEXT = tuple(
    (f"{sign}w:{gone}", f"{sign}w:{live}") for gone, live in (("delText", "t"), ("delInstrText", "instrText")) for sign in ("<", "</")
)
REFERENCE_TEXT = "<w:commentReference"
SPACED = '<w:t xml:space="preserve">'


@dataclass
class Unmarking:
    """Takes the marks out of one document. codes: a mark's author -> "ARG, BRA". comments: id -> number, in reading order."""

    codes: Callable[[str], str]
    kept: Kept = field(default_factory=dict[str, Any])
    comments: dict[str, int] = field(default_factory=dict)
    _looks: dict[tuple[str, str], str] = field(default_factory=dict)  # a run's beginning and a kind of mark -> with its signs

    def region(self, region: Region) -> str:
        """The text of the blocks without marks."""
        if region.is_marked_as_a_whole:
            return region.changed(region.blocks, self.tree)
        return "".join([self._block(region, block) for block in region.blocks])

    def tree(self, root: Element) -> None:
        unmark(root, self.codes, self.comments)

    def _block(self, region: Region, block: Block) -> str:
        text = self._known(region, block)
        if text is None:
            return region.changed([block], self.tree)
        return COMMENT.sub(self._number, text) if REFERENCE_TEXT in text else text

    def _known(self, region: Region, block: Block) -> str | None:
        """Without marks, but for the numbers of comments; None where only the tree tells."""
        made = self.kept.get(block.key)
        if made is None:
            text = self._paragraph(region, block.paragraph) if block.paragraph is not None else None
            made = "" if text is None else with_places(text)
            if made.count(PLACE) == len(block.numbers) or text is None:
                self.kept[block.key] = made
            return text
        return block.numbered(made) or None

    def _paragraph(self, region: Region, p: Paragraph) -> str | None:
        """None where only the tree tells: where what is taken out leaves an element with nothing in it, or a comment stands oddly."""
        said = list(p.stretches)
        for end in p.ends:
            if end.author != SECRETARIAT and not p.is_whole(end):
                said += [Stretch(end.kind, end.author, f"<w:r>{SPACED}{PILCROW}</w:t></w:r>"), Stretch("", "", "")]
        ranged = any("Range" in s.xml for s in said)
        if ranged:
            said = [s._replace(xml=RANGES_TEXT.sub("", s.xml)) for s in said]
        inner = "".join([said[0].xml, *(self._mark(region, said, i) + said[i + 1].xml for i in range(1, len(said), 2))])
        properties = p.properties.replace("<w:rPr></w:rPr>", "<w:rPr/>").replace("<w:pPr></w:pPr>", "<w:pPr/>")
        text = f"{p.opening}{properties}{inner}</w:p>"
        oddly = text.count(REFERENCE_TEXT) != (len(COMMENT.findall(text)) if REFERENCE_TEXT in text else 0)
        return None if oddly or (ranged and holds_nothing(text)) else text

    def _mark(self, region: Region, said: Sequence[Stretch], at: int) -> str:
        kind, author, xml = said[at]
        for old, new in LIVE_TEXT if "<w:del" in xml else ():
            xml = xml.replace(old, new)
        if author == SECRETARIAT:
            return xml
        shown = RUN.sub(lambda run: self._look(region, run[0], kind), xml)
        return shown + self._code(said, at)

    def _code(self, said: Sequence[Stretch], at: int) -> str:
        """The codes, unless a mark of the same contributors follows at once."""
        _, author, xml = said[at]
        following = said[at + 2].author if at + 2 < len(said) else ""
        between = said[at + 1].xml
        if following == author and UNSEEN_TEXT.fullmatch(between):
            return ""
        texts = [t for t in WORDS.findall(xml) if t]
        words = f"[{n.escape(self.codes(author))}]"
        words = f"{words} " if texts and texts[-1][-1].isspace() else f" {words}"
        return f'<w:r><w:rPr><w:sz w:val="16"/></w:rPr>{SPACED}{words}</w:t></w:r>'

    def _look(self, region: Region, run: str, kind: str) -> str:
        """What begins a run, with the signs of the mark."""
        found = self._looks.get((run, kind))
        if found is None:
            text = region.changed([Block(f"<w:{kind}>{run}<w:t>@</w:t></w:r></w:{kind}>")], lambda body: _show(body[0]))
            found = self._looks[run, kind] = text[text.index(">") + 1 : text.index("<w:t>")]
        return found

    def _number(self, found: re.Match[str]) -> str:
        number = self.comments.setdefault(found[1], len(self.comments) + 1)
        return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{SPACED}{comment_sign(number)}</w:t></w:r>'


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
