"""Paragraphs and rows that are judged by themselves: all that the laws ask of them follows from their own bytes.

Such a paragraph of the draft's region, or rows of an annex that follow each other, are put aside before the written part is parsed,
and an empty element stands in for them. What they come down to is read once, from their runs or from their XML, and kept by the hash of
their bytes, numbers of marks left out: the same bytes are not taken apart again, in this run or the next. Nothing is put aside whose
meaning hangs on anything else: fields, notes, drawings, sections, moves, hidden text, controls. The one field that may stand in it is a
whole link to a bookmark of the same document, which a law 0 view must not show (see ``looks.look_of``).
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from lxml import etree

from pipeline.auditing.blocks import OPEN, Guard, Look
from pipeline.auditing.known import UTF_8
from pipeline.auditing.names import PARSER, STRICT, Element, W
from pipeline.auditing.runs import LINK, Runs, runs_of

if TYPE_CHECKING:
    from hashlib import _Hash as Hash  # the standard library has no public name for it

BATCH = 250
APART = "apart"  # an attribute in no namespace: the number of what stands there
STAND_IN = b" apart="
UNSAFE = (b"<!", b"<?", b" xmlns", STAND_IN)
Memo = MutableMapping[str, Any]
Tree = Callable[["Unit"], Element]  # of what was put aside, under a root
REGION_START = re.compile(rb'<w:bookmarkStart w:id="(\d+)" w:name="draft_text"/>')
HEAD = re.compile(rb"\s*(?:<\?[^>]*\?>\s*)?(<w:document(?: [^<>]*)?>)")
SPACES = tuple(b' xmlns:w="%s"' % space[1:-1].encode() for space in (W, STRICT))
TAG = re.compile(rb"<(?!/)([\w:.-]+)")
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
    return frozenset(b"w:" + name for part in names for name in part.split())


IN_PARAGRAPHS, IN_ROWS = _tags(PROPERTIES, CONTENT, MARKED), _tags(PROPERTIES, CONTENT, OF_ROWS)


class NotByItself(ValueError):
    """A paragraph that was put aside holds what cannot be judged by itself."""


@dataclass(slots=True)
class Facts:
    """What a paragraph comes down to. pieces: (guard, emphasis, text). mark: the guard of its end. numbering: its style, level and
    list once all is rejected. glued: its beginning, where rivals stand side by side in it. labels: the Secretariat's insertions."""

    authors: frozenset[str]
    mark: Guard
    numbering: tuple[str, ...]
    pieces: list[tuple[Guard, tuple[str, ...], str]]
    marks: frozenset[tuple[str, str]]
    words: dict[str, int]
    glued: str
    bookmarks: tuple[str, ...]
    labels: tuple[str, ...]

    @property
    def look(self) -> Look:
        """Style and numbering, and the stretches of (emphasis, text), once all is rejected."""
        stretches: list[tuple[tuple[str, ...], str]] = []
        for (needs, _), emphasis, text in self.pieces:
            if text and not needs:
                before = stretches.pop()[1] if stretches and stretches[-1][0] == emphasis else ""
                stretches.append((emphasis, before + text))
        return self.numbering, tuple(stretches)

    def as_json(self) -> list[Any]:
        """Guards and emphases once each, and their numbers in the pieces."""
        guards, looks = (list(dict.fromkeys(found)) for found in ([self.mark, *(p[0] for p in self.pieces)], (p[1] for p in self.pieces)))
        pieces = [(guards.index(guard), looks.index(emphasis), text) for guard, emphasis, text in self.pieces]
        told = [[sorted(side) for side in guard] for guard in guards]
        marks = sorted(self.marks)
        return [sorted(self.authors), told, looks, pieces, self.numbering, marks, self.words, self.glued, self.bookmarks, self.labels]


def facts_of(value: list[Any]) -> Facts:
    """The facts that were kept as JSON."""
    authors, told, looks, pieces, numbering, marks, words, glued, bookmarks, labels = value
    guards = [(frozenset(needs), frozenset(bars)) if needs or bars else OPEN for needs, bars in told]
    emphases = [tuple(emphasis) for emphasis in looks]
    read = [(guards[guard], emphases[emphasis], text) for guard, emphasis, text in pieces]
    kinds = frozenset((author, kind) for author, kind in marks)
    return Facts(frozenset(authors), guards[0], tuple(numbering), read, kinds, words, glued, tuple(bookmarks), tuple(labels))


@dataclass(slots=True)
class Unit:
    """A paragraph, or rows, that were put aside. known: what is kept of it, None where it is new; runs, tags: of a new one."""

    key: str
    data: bytes
    known: Any
    runs: Runs | None = None
    tags: frozenset[bytes] = frozenset()


@dataclass
class Cut:
    """A main part without the paragraphs of its region and the rows around it that can be judged by themselves."""

    data: bytes
    head: bytes = b""
    paragraphs: list[Unit] = field(default_factory=list)
    rows: list[Unit] = field(default_factory=list)

    def tree(self, unit: Unit) -> Element:
        """What was put aside, under a root."""
        return etree.fromstring(b"%s%s</w:document>" % (self.head, unit.data), PARSER)

    def are_well_formed(self, units: list[Unit]) -> bool:
        batches = (units[start : start + BATCH] for start in range(0, len(units), BATCH))
        return all(is_well_formed(self.head, b"".join([unit.data for unit in batch])) for batch in batches)


def cut(data: bytes, memo: Memo) -> Cut:
    """The part with stand-ins; as it is where that is not safe: what makes it so is never put aside."""
    head, starts = HEAD.match(data), list(REGION_START.finditer(data))
    if not head or len(starts) != 1:
        return Cut(data)
    first = starts[0].end()
    last = data.find(b'<w:bookmarkEnd w:id="%s"/>' % starts[0][1], first)
    if last < 0:
        return Cut(data)
    out = Cut(b"", head[1])
    same = hashlib.sha256(head[1])
    rows = _Cutter(b"tr", IN_ROWS, same, memo, out.rows, together=True)
    paragraphs = _Cutter(b"p", IN_PARAGRAPHS, same, memo, out.paragraphs)
    out.data = b"".join([*rows.without(data[:first]), *paragraphs.without(data[first:last]), *rows.without(data[last:])])
    count = len(out.rows) + len(out.paragraphs)
    return out if is_safe(out.data, head[1]) and out.data.count(STAND_IN) == count else Cut(data)


def is_safe(data: bytes, head: bytes, whole: bytes = b"") -> bool:
    """Whether elements of a part, or of a piece of the whole, can be told by their tags, and no paragraph stands in another."""
    odd = b"<!" in data or data.count(b"<?") > 1 or not UTF_8.match(whole or data)
    is_word = any(space in head for space in SPACES)
    return is_word and not odd and not any(sign in data for sign in (b"txbxContent", b":Fallback"))


def is_well_formed(head: bytes, inside: bytes) -> bool:
    """Of XML below the root of a part, given by its start tag; no tree is made."""
    parser = expat.ParserCreate(namespace_separator=" ")
    try:
        parser.Parse(b"%s%s</w:document>" % (head, inside), True)
    except expat.ExpatError:
        return False
    return True


@dataclass
class _Cutter:
    """Takes elements of one name out of a stretch of XML, those that follow each other at once where they are asked for together."""

    name: bytes
    allowed: frozenset[bytes]
    same: Hash  # of what all keys hang on
    memo: Memo
    units: list[Unit]
    together: bool = False

    def without(self, data: bytes) -> Iterator[bytes]:
        end, starts = b"</w:%s>" % self.name, (b"<w:%s>" % self.name, b"<w:%s " % self.name)
        *pieces, rest = data.split(end)
        held: list[bytes] = []
        for piece in pieces:
            start = max(map(piece.rfind, starts))
            if start or not (held and self.together):
                yield from self._put_aside(held)
                held = []
                if start < 0:
                    yield piece + end
                    continue
                yield piece[:start]
            held.append(piece[start:] + end)
        yield from self._put_aside(held)
        yield rest

    def _put_aside(self, elements: list[bytes]) -> Iterator[bytes]:
        """What stands in for them; what cannot be put aside itself."""
        unit = self._unit(b"".join(elements)) if elements else None
        if unit is not None:
            yield b'<w:%s apart="%d"/>' % (self.name, len(self.units))
            self.units.append(unit)
        elif len(elements) > 1:
            for element in elements:
                yield from self._put_aside([element])
        else:
            yield from elements

    def _unit(self, data: bytes) -> Unit | None:
        """What is known was found to be judged by itself before."""
        found = self.same.copy()
        found.update(NUMBER.sub(b"", data))
        key = found.hexdigest()[:32]
        known = self.memo.get(key)
        if known is not None:
            return Unit(key, data, known)
        if any(sign in data for sign in UNSAFE):
            return None
        if self.allowed is IN_PARAGRAPHS and (runs := runs_of(data)) is not None and not runs.is_linked:
            inner = {runs.properties, *(run.properties for run in runs.runs)}
            return Unit(key, data, None, runs) if all(map(_are_allowed, inner)) else None
        tags = frozenset(TAG.findall(LINK.sub(b"", data) if b"fldChar" in data else data))
        return Unit(key, data, None, None, tags) if tags <= self.allowed else None


@lru_cache(maxsize=4096)
def _are_allowed(properties: bytes) -> bool:
    """Those of a paragraph, or of a run of it."""
    return IN_PARAGRAPHS.issuperset(TAG.findall(properties))


@dataclass
class Apart:
    """What was put aside of one part, as facts."""

    facts: list[Facts]
    texts: list[str]  # of rows, those that follow each other in one
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
    part: Cut, memo: Memo, of_paragraph: Callable[[Unit, Tree], Facts], of_row: Callable[[Unit, Tree], tuple[str, list[str]]]
) -> Apart:
    """The facts of all that was put aside; those that nothing is known of are read. Raises NotByItself, also where it is no XML."""
    new_rows, new = ([unit for unit in units if unit.known is None] for units in (part.rows, part.paragraphs))
    if not (part.are_well_formed(new_rows) and part.are_well_formed(new)):
        raise NotByItself("not well formed")
    rows = {unit.key: of_row(unit, part.tree) for unit in new_rows}
    facts = {unit.key: of_paragraph(unit, part.tree) for unit in new}
    memo.update(rows)
    memo.update((key, found.as_json()) for key, found in facts.items())
    told = [facts[u.key] if u.key in facts else facts_of(u.known) for u in part.paragraphs]
    lines = [rows.get(u.key, u.known) for u in part.rows]
    for unit in (*part.paragraphs, *part.rows):
        unit.data, unit.runs = b"", None
    return Apart(told, [text for text, _ in lines], [name for _, names in lines for name in names])
