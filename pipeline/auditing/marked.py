"""The paragraphs of a story as runs with the marks around them: what the editions to print and to read are compared by."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from pipeline.auditing.apart import HEAD, NUMBER, REGION_START, is_safe, is_well_formed
from pipeline.auditing.known import END, STARTS
from pipeline.auditing.names import MARKS, NAMES, PARSER, Element, W, attribute, is_on, name, squeezed, tags
from pipeline.auditing.package import Package
from pipeline.auditing.rivals import SECRETARIAT
from pipeline.auditing.runs import BEGIN, runs_of

PLAIN: frozenset[str] = frozenset()
ADDED, TAKEN = frozenset("+"), frozenset("-")
LOOKS = {(False, False): PLAIN, (True, False): ADDED, (False, True): TAKEN, (True, True): ADDED | TAKEN}
BODY = re.compile(rb"<w:body(?: [^>]*)?>")
EMPTY = re.compile(rb"<w:p(?: [^<>]*)?/?>")
AROUND = re.compile(rb"<w:(?:ins|del|moveTo|moveFrom)(?: [^<>]*)?(?<!/)>")
REFERENCE = re.compile(rb'<w:(footnote|endnote|comment)Reference (?:[^<>]* )?w:id="([^"]*)"')
REFERENCES = tags("w:footnoteReference", "w:endnoteReference", "w:commentReference")
PARAGRAPH, TEXT, MATH_TEXT = tags("w:p"), tags("w:t"), tags("m:t")
MATH = frozenset(("m:oMath", "m:oMathPara"))
HOLDING = frozenset(("w:hyperlink", "w:sdt", "w:sdtContent", "w:smartTag", "w:fldSimple", "w:customXml", "w:dir", "w:bdo"))
CONTENTS = re.compile(r"TOC ?\d", re.I)


class Mark(NamedTuple):
    """adds: an insertion. where: the number, in its paragraph, of the element that it stands in."""

    adds: bool
    author: str
    where: int

    @property
    def look(self) -> frozenset[str]:
        return PLAIN if self.author == SECRETARIAT else ADDED if self.adds else TAKEN


class Run(NamedTuple):
    """look: "+" bold and underlined, "-" struck through, by its own properties. refers: the id of a comment that it refers to.

    marks: around it, the outermost first. is_small: it looks as the signs of attribution do. is_math: it has no look of words.
    """

    words: str
    look: frozenset[str]
    marks: tuple[Mark, ...]
    refers: str | None = None
    is_small: bool = False
    is_math: bool = False


class Paragraph(NamedTuple):
    """around: the marks that it stands in as one of a text box. end: of its own end, by a contributor.

    is_read: neither a line of a table of contents nor what stands a second time for older programs.
    """

    runs: list[Run]
    around: tuple[Mark, ...]
    end: Mark | None
    is_read: bool


class Story:
    """The paragraphs of a part, of the main part those of the draft's text; each is read when it is asked for.

    Where paragraphs can be told by their tags alone, they are taken by their bytes, and no tree is made of what is known.
    between: what stands between paragraphs then, else nothing.
    """

    def __init__(self, data: bytes) -> None:
        self._head, self._pieces, self.between = _by_bytes(data)
        self._root: Element = None if self._head else root_of(data)
        self._elements = [] if self._head else list(paragraphs_of(self._root))
        self._read: dict[int, Paragraph] = {}

    def __len__(self) -> int:
        return len(self._pieces or self._elements)

    def __getitem__(self, number: int) -> Paragraph:
        if number not in self._read:
            self._read[number] = self._by_runs(self._pieces[number]) if self._head else _paragraph(self._elements[number])
        return self._read[number]

    def spelled(self, number: int) -> bytes:
        """The paragraph without the numbers of its marks; nothing where what it tells does not follow from that alone."""
        data = self._pieces[number] if self._head else b""
        return b"" if b"commentReference" in data else NUMBER.sub(b"", data)

    def is_read(self, number: int) -> bool:
        """As the paragraph tells it."""
        begin = BEGIN.match(self._pieces[number]) if self._head else None
        return _ends(NUMBER.sub(b"", begin[1] or b"")).is_read if begin else self[number].is_read

    def is_well_formed(self, numbers: Iterable[int]) -> bool:
        """Whether these paragraphs are, and what stands between all; a tree has been told so by its making."""
        return not self._head or is_well_formed(self._head, self.between + b"".join(self._pieces[number] for number in numbers))

    def marks_left(self, numbers: Iterable[int], wanted: tuple[str, ...]) -> bool:
        """Whether any of these tags stands in these paragraphs or between any."""
        if not self._head:
            return next(self._root.iter(*wanted), None) is not None
        names = b"|".join(sorted({tag.rpartition("}")[2].encode() for tag in wanted}))
        begun = re.compile(rb"<\w+:(?:" + names + rb")[ />]")
        return any(begun.search(data) for data in (self.between, *(self._pieces[n] for n in numbers)))

    def refers(self) -> Iterator[tuple[str, str]]:
        """("footnote", id) and the like, of notes and comments."""
        if self._head:
            yield from ((kind.decode(), ident.decode()) for piece in self._pieces for kind, ident in REFERENCE.findall(piece))
        else:
            for e in self._root.iter(*REFERENCES):
                yield NAMES[e.tag][2:-9], attribute(e, "id") or ""

    def _by_runs(self, data: bytes) -> Paragraph:
        found = runs_of(data)
        if found is None:
            return _paragraph(etree.fromstring(b"%s%s</w:document>" % (self._head, data), PARSER)[0])
        end, is_read = _ends(NUMBER.sub(b"", found.properties))
        runs, around, marks = list[Run](), tuple[Mark, ...](), None
        for run in found.runs:
            if run.marks is not marks:
                marks = run.marks
                around = tuple(Mark(m.adds, m.author, marks[i - 1].number + 1 if i else 0) for i, m in enumerate(marks))
            look, is_small = _own(run.properties)
            runs.append(Run(run.text, look, around, run.refers, is_small))
        return Paragraph(runs, (), end, is_read)


class Ends(NamedTuple):
    """What the properties of a paragraph tell, see ``Paragraph``."""

    end: Mark | None
    is_read: bool


@lru_cache(maxsize=4096)
def _ends(properties: bytes) -> Ends:
    end, style = _properties([_alone(b"pPr", properties)])
    return Ends(end, not CONTENTS.fullmatch(style))


@lru_cache(maxsize=4096)
def _own(properties: bytes) -> tuple[frozenset[str], bool]:
    return _looks(_alone(b"rPr", properties))


def _alone(name: bytes, inside: bytes) -> Element:
    """Properties by the inside of their element."""
    return etree.fromstring(b'<w:%s xmlns:w="%s">%s</w:%s>' % (name, W[1:-1].encode(), inside, name), PARSER)


def _by_bytes(data: bytes) -> tuple[bytes, list[bytes], bytes]:
    """(beginning of the part, paragraphs of the draft's text, what stands between them); nothing where that is not safe."""
    head, begun = HEAD.match(data), REGION_START.search(data)
    end = data.find(b'<w:bookmarkEnd w:id="%s"/>' % begun[1], begun.end()) if begun else -1
    region = data[begun.end() : end] if begun else b""
    if not head or end < 0 or b"<?" in region or b" xmlns" in region or not is_safe(region, head[1], data):
        return b"", [], b""
    *pieces, rest = region.split(END)
    starts = [max(map(piece.rfind, STARTS)) for piece in pieces]
    between = b"".join([*(piece[:start] for piece, start in zip(pieces, starts, strict=True)), rest])
    if min(starts, default=-1) < 0 or EMPTY.search(between) or AROUND.search(between):
        return b"", [], b""
    return head[1], [piece[start:] + END for piece, start in zip(pieces, starts, strict=True)], between


def pair_key(*what: bytes) -> str:
    """To keep a verdict by, on what was compared and all else that it hangs on; nothing where one of them is nothing."""
    return hashlib.blake2b(b"\0".join(what), digest_size=16).hexdigest() if all(what) else ""


def story_of(package: Package) -> Story:
    """Of the main part; read once for the editions that are judged one after the other."""
    return _story_of(package.path, package.sha256)


@lru_cache(maxsize=1)
def _story_of(path: Path, _: str) -> Story:
    package = Package(path)
    return Story(package.part(package.main))


def root_of(data: bytes) -> Element:
    """A part; of the main part only the draft's text, where it stands between its bookmarks: the pages around it are large."""
    head, begun = BODY.search(data), REGION_START.search(data)
    end = data.find(b'<w:bookmarkEnd w:id="%s"/>' % begun[1], begun.end()) if begun else -1
    if head is None or begun is None or end < 0:
        return etree.fromstring(data, PARSER)
    closing = b'<w:bookmarkEnd w:id="%s"/></w:body></w:document>' % begun[1]
    return etree.fromstring(data[: head.end()] + data[begun.start() : end] + closing, PARSER)


def paragraphs_of(root: Element) -> Iterator[Element]:
    """Of the main part those between the bookmarks of the draft's text; of another all."""
    inside = not any(attribute(b, "name") == "draft_text" for b in root.iter(*tags("w:bookmarkStart")))
    number = None
    for element in root.iter(*tags("w:p", "w:bookmarkStart", "w:bookmarkEnd")):
        kind = name(element)
        if kind == "w:bookmarkStart" and attribute(element, "name") == "draft_text":
            inside, number = True, attribute(element, "id")
        elif kind == "w:bookmarkEnd" and number is not None and attribute(element, "id") == number:
            return
        elif kind == "w:p" and inside:
            yield element


def all_words(root: Element) -> str:
    return squeezed(" ".join("".join(p.itertext(*TEXT)) for p in root.iter(*PARAGRAPH)))


def read(paragraphs: Iterator[Element]) -> list[Paragraph]:
    return [_paragraph(p) for p in paragraphs]


def _paragraph(paragraph: Element) -> Paragraph:
    runs: list[Run] = []
    _gather(paragraph, (), runs, count())
    above = [NAMES[a.tag] for a in paragraph.iterancestors()]
    around: tuple[Mark, ...] = ()
    if not MARKS.keys().isdisjoint(above):
        around = tuple(_mark(a, -1) for a in paragraph.iterancestors() if NAMES[a.tag] in MARKS)[::-1]
    end, style = _properties(paragraph)
    return Paragraph(runs, around, end, not CONTENTS.fullmatch(style) and "mc:Fallback" not in above)


def _properties(paragraph: Element) -> tuple[Mark | None, str]:
    """The mark of its end that a contributor makes, and the id of its style."""
    end, style = None, ""
    for properties in paragraph:
        if NAMES[properties.tag] == "w:pPr":
            for c in properties:
                kind = NAMES[c.tag]
                if kind == "w:pStyle":
                    style = attribute(c, "val") or ""
                elif kind == "w:rPr" and end is None:
                    marks = (_mark(m, 0) for m in c if NAMES[m.tag] in MARKS)
                    end = next((m for m in marks if m.author != SECRETARIAT), None)
            break
    return end, style


def _mark(element: Element, where: int) -> Mark:
    return Mark(MARKS[NAMES[element.tag]], attribute(element, "author") or "", where)


def _gather(element: Element, marks: tuple[Mark, ...], runs: list[Run], numbers: Iterator[int]) -> None:
    """The runs of a paragraph in their order; not those of a text box in it."""
    here = next(numbers)
    for c in element:
        kind = NAMES[c.tag]
        if kind == "w:r":
            runs.append(_run(c, marks))
        elif kind in MARKS:
            _gather(c, (*marks, _mark(c, here)), runs, numbers)
        elif kind in HOLDING:
            _gather(c, marks, runs, numbers)
        elif kind in MATH:
            runs.append(Run("".join(c.itertext(*MATH_TEXT)), PLAIN, marks, is_math=True))


def _run(run: Element, marks: tuple[Mark, ...]) -> Run:
    words, look, small = "", PLAIN, False
    for c in run:
        kind = NAMES[c.tag]
        if kind == "w:t" or kind == "w:delText":
            words += c.text or ""
        elif kind == "w:rPr":
            look, small = _looks(c)
        elif kind == "w:commentReference":
            return Run("", PLAIN, marks, attribute(c, "id") or "")
    return Run(words, look, marks, None, small)


def _looks(properties: Element) -> tuple[frozenset[str], bool]:
    """(the look, whether it is that of a sign of attribution)."""
    found = {NAMES[c.tag]: c for c in reversed(properties)}  # of two of one name the first holds
    line = found.get("w:u")
    added = line is not None and is_on(found.get("w:b")) and attribute(line, "val") not in (None, "none")
    small = len(properties) == 1 and "w:sz" in found and attribute(found["w:sz"], "val") == "16"
    return LOOKS[added, "w:strike" in found and is_on(found["w:strike"])], small
