"""The paragraphs of a story as runs with the marks around them: what the editions to print and to read are compared by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from pipeline.auditing.apart import REGION_START
from pipeline.auditing.names import MARKS, NAMES, PARSER, Element, attribute, is_on, name, squeezed, tags
from pipeline.auditing.package import Package
from pipeline.auditing.rivals import SECRETARIAT

PLAIN: frozenset[str] = frozenset()
ADDED, TAKEN = frozenset("+"), frozenset("-")
LOOKS = {(False, False): PLAIN, (True, False): ADDED, (False, True): TAKEN, (True, True): ADDED | TAKEN}
BODY = re.compile(rb"<w:body(?: [^>]*)?>")
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


class Region(NamedTuple):
    """The draft's text in a main part. notes, comments: the ids that it refers to, notes as "footnote 3"."""

    paragraphs: list[Paragraph]
    notes: frozenset[str]
    comments: frozenset[str]


def region_of(package: Package) -> Region:
    """Of the main part; read once for the editions that are judged one after the other."""
    return _region_of(package.path, package.sha256)


@lru_cache(maxsize=1)
def _region_of(path: Path, _: str) -> Region:
    package = Package(path)
    root = root_of(package.part(package.main))
    notes = {f"{kind} {attribute(r, 'id')}" for kind in ("footnote", "endnote") for r in root.iter(*tags(f"w:{kind}Reference"))}
    comments = {attribute(r, "id") or "" for r in root.iter(*tags("w:commentReference"))}
    return Region(read(paragraphs_of(root)), frozenset(notes), frozenset(comments))


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
