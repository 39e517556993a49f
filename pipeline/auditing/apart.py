"""Paragraphs and rows that are judged by themselves: all that the laws ask of them follows from their own bytes.

Such a paragraph of the draft's region, or row of an annex, is put aside before the written part is parsed, and an empty
element stands in for it. What it comes down to is read from its XML once and kept by the hash of its bytes, numbers of
marks left out: the same bytes are not taken apart again, in this run or the next. Nothing is put aside whose meaning hangs
on anything else: fields, notes, drawings, sections, moves, hidden text, controls. The one field that may stand in it is a
whole link to a bookmark of the same document, which a law 0 view must not show (see ``looks.look_of``).
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from pipeline.auditing.blocks import Accepted, Guard, Look, Piece
from pipeline.auditing.known import UTF_8
from pipeline.auditing.names import PARSER, Element

BATCH = 250
APART = "apart"  # an attribute in no namespace: the number of what stands there
Memo = MutableMapping[str, Any]
REGION_START = re.compile(rb'<w:bookmarkStart w:id="(\d+)" w:name="draft_text"/>')
HEAD = re.compile(rb"\s*(?:<\?[^>]*\?>\s*)?(<w:document(?: [^<>]*)?>)")
TAG = re.compile(rb"<(/?[\w:.-]+)")
LINK = re.compile(
    rb'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK \\l "\w+" </w:instrText></w:r>'
    rb'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r>(?:<w:rPr><w:b/></w:rPr>)?<w:t xml:space="preserve">[^<]*</w:t></w:r>'
    rb'<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
NUMBER = re.compile(rb' w:id="\d+"')
PROPERTIES = (
    b"pPr rPr pStyle rStyle keepNext keepLines pageBreakBefore widowControl numPr ilvl numId suppressLineNumbers pBdr top left bottom"
    b" right between bar shd tabs tab suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi"
    b" adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents jc textAlignment outlineLvl rFonts b bCs i iCs caps"
    b" smallCaps strike dstrike noProof color w kern position sz szCs highlight u vertAlign rtl cs lang"
)
CONTENT = b"p r t br cr noBreakHyphen softHyphen bookmarkStart bookmarkEnd hyperlink proofErr lastRenderedPageBreak"
MARKED = b"ins del delText pPrChange rPrChange commentRangeStart commentRangeEnd commentReference"
OF_ROWS = b"tr trPr tc tcPr tblHeader cantSplit trHeight tcW gridSpan vMerge vAlign tcBorders tcMar noWrap"


def _tags(*names: bytes) -> frozenset[bytes]:
    return frozenset(sign + name for part in names for name in part.split() for sign in (b"w:", b"/w:"))


IN_PARAGRAPHS, IN_ROWS = _tags(PROPERTIES, CONTENT, MARKED), _tags(PROPERTIES, CONTENT, OF_ROWS)


class NotByItself(ValueError):
    """A paragraph that was put aside holds what cannot be judged by itself."""


@dataclass(slots=True)
class Facts:
    """What a paragraph comes down to. shown: its text, by the accepted ones among ``authors``. look: style and numbering, and the
    stretches of (emphasis, text), once all is rejected. glued: its beginning, where rivals stand side by side in it.
    labels: the Secretariat's insertions."""

    authors: frozenset[str]
    mark: Guard
    look: Look
    marks: frozenset[tuple[str, str]]
    words: dict[str, int]
    glued: str
    bookmarks: tuple[str, ...]
    labels: tuple[str, ...]
    shown: dict[Accepted, str]

    def as_json(self) -> list[Any]:
        texts = {"\x1f".join(sorted(who)): text for who, text in self.shown.items()}
        guard = [sorted(side) for side in self.mark]
        marks = sorted(self.marks)
        return [sorted(self.authors), guard, self.look, marks, self.words, self.glued, self.bookmarks, self.labels, texts]


def facts_of(value: list[Any]) -> Facts:
    """The facts that were kept as JSON."""
    authors, (needs, bars), (properties, stretches), marks, words, glued, bookmarks, labels, texts = value
    shown = {frozenset(who.split("\x1f")) if who else frozenset(): text for who, text in texts.items()}
    look = tuple(properties), tuple((tuple(emphasis), text) for emphasis, text in stretches)
    guard = frozenset(needs), frozenset(bars)
    return Facts(frozenset(authors), guard, look, frozenset((a, k) for a, k in marks), words, glued, tuple(bookmarks), tuple(labels), shown)


@dataclass(slots=True)
class Unit:
    """A paragraph or row that was put aside. known: what is kept of it, None where it is new; pieces: of one that was read."""

    key: str
    data: bytes
    known: Any
    pieces: list[Piece] | None = None


@dataclass
class Cut:
    """A main part without the paragraphs of its region and the rows around it that can be judged by themselves."""

    data: bytes
    head: bytes = b""
    paragraphs: list[Unit] = field(default_factory=list)
    rows: list[Unit] = field(default_factory=list)

    def elements(self, units: Iterable[Unit]) -> list[Element]:
        """The XML of what was put aside."""
        data = b"".join(unit.data for unit in units)
        return list(etree.fromstring(b"%s%s</w:document>" % (self.head, data), PARSER))


def cut(data: bytes, memo: Memo) -> Cut:
    """The part with stand-ins; as it is where that is not safe."""
    head, starts = HEAD.match(data), list(REGION_START.finditer(data))
    if not head or len(starts) != 1 or b"<!" in data or data.count(b"<?") > 1 or b" apart=" in data or not UTF_8.match(data):
        return Cut(data)
    first = starts[0].end()
    last = data.find(b'<w:bookmarkEnd w:id="%s"/>' % starts[0][1], first)
    if last < 0 or any(sign in data for sign in (b"txbxContent", b":Fallback")):
        return Cut(data)
    out = Cut(b"", head[1])
    same = hashlib.blake2b(head[1], digest_size=32).digest()
    rows = _Cutter(b"tr", IN_ROWS, same, memo, out.rows)
    paragraphs = _Cutter(b"p", IN_PARAGRAPHS, same, memo, out.paragraphs)
    out.data = b"".join([*rows.without(data[:first]), *paragraphs.without(data[first:last]), *rows.without(data[last:])])
    return out


@dataclass
class _Cutter:
    """Takes elements of one name out of a stretch of XML."""

    name: bytes
    allowed: frozenset[bytes]
    same: bytes
    memo: Memo
    units: list[Unit]

    def without(self, data: bytes) -> Iterator[bytes]:
        end, starts = b"</w:%s>" % self.name, (b"<w:%s>" % self.name, b"<w:%s " % self.name)
        *pieces, rest = data.split(end)
        for piece in pieces:
            start = 0 if piece.startswith(starts) else max(map(piece.rfind, starts))
            unit = self._unit(piece[start:] + end) if start >= 0 else None
            if unit is None:
                yield piece + end
            else:
                yield b'%s<w:%s apart="%d"/>' % (piece[:start], self.name, len(self.units))
                self.units.append(unit)
        yield rest

    def _unit(self, data: bytes) -> Unit | None:
        """What is known was found to be judged by itself before."""
        key = hashlib.blake2b(NUMBER.sub(b"", data), digest_size=16, key=self.same).hexdigest()
        known = self.memo.get(key)
        if known is None and not self.allowed.issuperset(TAG.findall(LINK.sub(b"", data) if b"fldChar" in data else data)):
            return None
        return Unit(key, data, known)


@dataclass
class Apart:
    """What was put aside of one part, as facts."""

    part: Cut
    facts: list[Facts]
    texts: list[str]  # of rows
    bookmarks: list[str]  # of rows

    @property
    def names(self) -> Iterator[str]:
        """Of all bookmarks."""
        yield from self.bookmarks
        for f in self.facts:
            yield from f.bookmarks

    @property
    def marks(self) -> frozenset[tuple[str, str]]:
        return frozenset[tuple[str, str]]().union(*(f.marks for f in self.facts))

    @property
    def words(self) -> Counter[str]:
        words: Counter[str] = Counter()
        for f in self.facts:
            for author, count in f.words.items():
                words[author] += count
        return words


def known_or_read(
    part: Cut,
    memo: Memo,
    of_paragraph: Callable[[Element], tuple[Facts, list[Piece]]],
    of_rows: Callable[[list[Element]], Iterable[tuple[str, list[str]]]],
) -> Apart:
    """The facts of all that was put aside; those that nothing is known of are read from their XML."""
    for rows in _batches([u for u in part.rows if u.known is None]):
        for unit, told in zip(rows, of_rows(part.elements(rows)), strict=True):
            unit.known = memo[unit.key] = told
    for unit in part.rows:
        unit.data = b""
    for paragraphs in _batches([u for u in part.paragraphs if u.known is None]):
        for unit, element in zip(paragraphs, part.elements(paragraphs), strict=True):
            unit.known, unit.pieces = of_paragraph(element)
    facts = [u.known if isinstance(u.known, Facts) else facts_of(u.known) for u in part.paragraphs]
    return Apart(part, facts, [u.known[0] for u in part.rows], [name for u in part.rows for name in u.known[1]])


def _batches(units: list[Unit]) -> Iterator[list[Unit]]:
    """A few at a time: a tree of XML takes ten times the memory of its text."""
    return (units[start : start + BATCH] for start in range(0, len(units), BATCH))


def keep(apart: Apart, memo: Memo) -> None:
    """Keep what was learnt, once the laws have asked for all that they ask."""
    for unit, facts in zip(apart.part.paragraphs, apart.facts, strict=True):
        if facts is unit.known or len(facts.shown) > len(unit.known[-1]):
            memo[unit.key] = facts.as_json()
