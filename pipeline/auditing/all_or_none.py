"""A document of one contributor, which is looked at twice: with all of its marks rejected, and with all accepted.

Thirty such documents have four paragraphs of five in common, and the others are runs of text with marks around some. Both kinds are
put aside before the part is parsed: the first by the text that they were found to be (see ``known``), the second with the two texts
that they come to. One empty paragraph stands in for all that follow each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.auditing.apart import HEAD, NUMBER, REGION_START, STAND_IN, is_safe, is_well_formed
from pipeline.auditing.blocks import OPEN, TEXT, Guard, Paragraph, Piece
from pipeline.auditing.facts import ends_of
from pipeline.auditing.known import END, STARTS, plain_text
from pipeline.auditing.runs import ATTRIBUTES, AUTHOR, BEGIN, RUN, plain

WORDS = rb'<w:(?:t|delText)(?: xml:space="preserve">[^<]*|>(?!\s)[^<]*(?<!\s))</w:(?:t|delText)></w:r>'
ALONE = rb"|<w:(?:bookmarkStart|bookmarkEnd|proofErr|commentRangeStart|commentRangeEnd)" + ATTRIBUTES + rb"/>"
COMMENT = rb"|" + RUN + rb"<w:commentReference" + ATTRIBUTES + rb"/></w:r>"
UNMARKED = RUN + WORDS + ALONE + COMMENT
BODY = re.compile(rb"(?:" + UNMARKED + rb"|<w:(?:ins|del)" + AUTHOR + rb">(?:" + UNMARKED + rb")*+</w:(?:ins|del)>)*+")
AUTHORS = re.compile(rb"<w:(?:ins|del)" + AUTHOR + rb">")
COUNTED = re.compile(rb"<w:(?:vanish|sectPr|\w*Change)\b")
SAID = re.compile(rb'<w:(?:t|delText)(?: xml:space="preserve")?>([^<]*)<')


@dataclass
class Aside:
    """A main part with what is left of it in ``data``. groups: of each stand-in the paragraphs, in order. new: those with marks."""

    data: bytes
    groups: list[list[Paragraph]] = field(default_factory=list)
    head: bytes = b""
    new: list[bytes] = field(default_factory=list)

    def is_well_formed(self) -> bool:
        """Whether the paragraphs with marks are."""
        return is_well_formed(self.head, b"".join(self.new))


def put_aside(data: bytes) -> Aside:
    """The part as it is where that is not safe: what makes it so would stand in what is left."""
    head = HEAD.match(data)
    if not head or REGION_START.search(data):
        return Aside(data)
    *pieces, rest = data.split(END)
    aside = Aside(b"", head=head[1])
    out: list[bytes] = []
    follows = False  # what was put aside last
    for piece in pieces:
        paragraph, start = _plain(piece), 0
        if paragraph is None:
            start = max(map(piece.rfind, STARTS))
            paragraph = _of(piece[start:], aside) if start >= 0 else None
        if paragraph is None:
            out += (piece, END)
        elif follows and not start:
            aside.groups[-1].append(paragraph)
        else:
            out.append(b'%s<w:p apart="%d"/>' % (piece[:start], len(aside.groups)))
            aside.groups.append([paragraph])
        follows = paragraph is not None
    aside.data = b"".join([*out, rest])
    return aside if is_safe(aside.data, head[1]) and aside.data.count(STAND_IN) == len(aside.groups) else Aside(data)


def _of(paragraph: bytes, aside: Aside) -> Paragraph | None:
    """The paragraph, given without its end tag."""
    known = _plain(paragraph)
    if known is None and (known := _marked(paragraph)) is not None:
        aside.new.append(paragraph + END)
    return known


@lru_cache(maxsize=20_000)
def _plain(paragraph: bytes) -> Paragraph | None:
    text = plain_text(paragraph)
    return None if text is None else Paragraph(OPEN, None, text, line=text)


def _marked(paragraph: bytes) -> Paragraph | None:
    """Text that stands where all are accepted needs all of them, and text that stands where none is bars all."""
    begin = BEGIN.match(paragraph)
    if begin is None or b"&#" in paragraph or b"\r" in paragraph or b" xmlns" in paragraph:
        return None
    body, properties = paragraph[begin.end() :], begin[1] or b""
    if not BODY.fullmatch(body) or COUNTED.search(properties):
        return None
    ends = ends_of(NUMBER.sub(b"", properties) if b" w:id=" in properties else properties)
    needs, bars = _guards(*AUTHORS.findall(body))
    everyone = needs[0] | ends.authors
    if needs is OPEN:
        pieces: list[Piece] = [(OPEN, TEXT, _said(body), None)]
    else:
        pieces = [(needs, TEXT, _said(_without(b"w:del", body)), None), (bars, TEXT, _said(_without(b"w:ins", body)), None)]
    text = pieces[0][2] if not everyone else None
    return Paragraph(OPEN, None, text, pieces, ends.mark, everyone, is_words=True, line=text)


@lru_cache(maxsize=4096)
def _guards(*authors: bytes) -> tuple[Guard, Guard]:
    """What needs all of them, and what none of them may be accepted for."""
    everyone = frozenset(map(plain, authors))
    return ((everyone, frozenset()), (frozenset(), everyone)) if everyone else (OPEN, OPEN)


def _without(mark: bytes, body: bytes) -> bytes:
    """No mark stands in another."""
    first, *others = body.split(b"<%s " % mark)
    end = b"</%s>" % mark
    return b"".join([first, *[other.partition(end)[2] for other in others]])


def _said(body: bytes) -> str:
    return plain(b"".join(SAID.findall(body)))
