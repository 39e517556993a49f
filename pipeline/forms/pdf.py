"""A PDF with text as blocks: "page 2, paragraph 3". Paragraphs are told by the positions of lines on the page.

A PDF knows no paragraphs, only where words are drawn. Lines are words at one height; a paragraph ends where the next line
stands further down than usual, further in, or begins a list, or where its own last line stops short.
"""

from __future__ import annotations

import io
import itertools
import logging
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

import pypdf
from pypdf.errors import PyPdfError

from ..ooxml.preflight import ASK
from ..remarks import Block, Emphasis, Piece
from .plain import LIST_MARK
from .reading import FormReading, Gathered, SetAside, emphases, joined, refuse

PAGES_LIMIT = 2_000
SCAN = "a scan without text"
ASK_TEXT = "Ask for the Word file or a text PDF"
PAGE_NUMBER = re.compile(r"[-–— ]*(?:page|página|pág\.|p\.)?\s*\d{1,4}(?:\s*(?:/|of|de|sur)\s*\d{1,4})?[-–— ]*", re.I)
SENTENCE_END = re.compile(r"[.:;?!][»”\"’)]*\s*$")
LOST = "underlining, marks and tables of a PDF are not read; ask for the Word file if they matter"
DAMAGED = (PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, AssertionError, RecursionError, OverflowError, OSError)
logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it has to say of a stranger's file becomes a refusal or nothing


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; ``y`` from the bottom, ``width`` in letters (a PDF's own widths are often missing)."""

    pieces: tuple[Piece, ...]
    x: float
    y: float
    size: float

    @property
    def text(self) -> str:
        return "".join(p.text for p in self.pieces)


def read(data: bytes, file: str) -> FormReading:
    """Raises Unreadable: a scan, a password, damage."""
    gathered = Gathered(file)
    try:
        pages, language = _pages(data)
    except DAMAGED:
        refuse("damaged", "the PDF cannot be read", ASK_TEXT)
    if sum(len(line.text.split()) for page in pages for line in page) < max(3, len(pages)):
        refuse("empty", SCAN, ASK_TEXT)
    gathered.speaks(language)
    blank = [str(i) for i, page in enumerate(pages, 1) if not page]
    if blank:
        gathered.notice(
            f"no text on page {', '.join(blank)}: a picture of a page is not read; ask for the Word file or a text PDF", kind="scan"
        )
    gathered.notice(LOST, kind="lost in reading")
    kept, titles = _without_titles(pages)
    reading = gathered.reading(_over_pages([_page_blocks(page, i) for i, page in enumerate(kept, 1)]))
    return replace(reading, set_aside=tuple(titles))


def _pages(data: bytes) -> tuple[list[list[Line]], str]:
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        refuse("encrypted", "the PDF is protected by a password", ASK["encrypted"])
    if len(reader.pages) > PAGES_LIMIT:
        refuse("too-large", f"the PDF has more than {PAGES_LIMIT} pages", ASK["too-large"])
    return [_lines(page) for page in reader.pages], str(reader.root_object.get("/Lang", ""))


def _lines(page: Any) -> list[Line]:
    """Fragments in the order in which they are drawn, gathered by height; columns are not told apart."""
    drawn: list[tuple[str, float, float, float, tuple[Emphasis, ...]]] = []

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> None:
        if text.strip("\n"):
            x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            drawn.append((text, x, y, abs(size * tm[3] * cm[3]) or size, _look(font)))

    page.extract_text(visitor_text=visit)
    lines: list[Line] = []
    for text, x, y, size, look in drawn:
        for k, part in enumerate(p for p in text.split("\n") if p.strip() or not lines):
            if not k and lines and abs(lines[-1].y - y) < max(size, 1) * 0.4:
                lines[-1] = replace(lines[-1], pieces=(*lines[-1].pieces, Piece(part, look)))
            else:
                lines.append(Line((Piece(part, look),), x, y, size))
    whole = (replace(line, pieces=joined(line.pieces)) for line in lines)
    return [line for line in whole if line.pieces]


def _look(font: Any) -> tuple[Emphasis, ...]:
    name = str((font or {}).get("/BaseFont", "")).lower()
    found: list[Emphasis] = []
    if re.search(r"bold|black|heavy|semibold|demi", name):
        found.append("bold")
    if re.search(r"italic|oblique", name):
        found.append("italic")
    return emphases(found)


def _without_titles(pages: list[list[Line]]) -> tuple[list[list[Line]], list[SetAside]]:
    """Page numbers, and what stands alike at the top or bottom of most pages."""
    edges = [{_edge(line) for line in (page[:2] + page[-2:])} for page in pages]
    count = Counter(key for keys in edges for key in keys)
    often = {key for key, times in count.items() if times >= 3 and times * 2 > len(pages)}
    kept: list[list[Line]] = []
    titles: list[SetAside] = []
    for number, page in enumerate(pages, 1):
        rest = []
        for at, line in enumerate(page):
            edge = at < 2 or at >= len(page) - 2
            if edge and (_edge(line) in often or PAGE_NUMBER.fullmatch(line.text.strip())):
                titles.append(SetAside("running title", Block("paragraph", f"page {number}", line.pieces)))
            else:
                rest.append(line)
        kept.append(rest)
    return kept, titles


def _edge(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.split()))


def _page_blocks(lines: list[Line], page: int) -> list[Block]:
    gaps = [a.y - b.y for a, b in itertools.pairwise(lines) if 0 < a.y - b.y < 4 * max(a.size, 1)]
    usual = min(median(gaps), 1.6 * median([line.size for line in lines])) if gaps else 0.0
    longest = max((len(line.text) for line in lines), default=0)
    left = min((line.x for line in lines), default=0.0)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _runs_on(groups[-1], line, usual, longest, left):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_block(group, f"page {page}, paragraph {i}") for i, group in enumerate(groups, 1)]


def _runs_on(group: list[Line], line: Line, usual: float, longest: int, left: float) -> bool:
    last = group[-1]
    gap = last.y - line.y
    if LIST_MARK.match(line.text) or gap <= 0 or gap > usual * 1.3 or abs(line.size - last.size) > 1:
        return False
    indented = line.x > last.x + line.size and not LIST_MARK.match(group[0].text)
    short = len(last.text) + len(line.text.split()[0]) < longest * 0.8
    return not indented and not (short and (SENTENCE_END.search(last.text) is not None or (line.x <= left + 1 and line.text[:1].isupper())))


def _block(group: list[Line], place: str) -> Block:
    pieces: list[Piece] = []
    for line in group:
        _add_line(pieces, line)
    return _listed(Block("paragraph", place, joined(pieces)))


def _add_line(pieces: list[Piece], line: Line) -> None:
    """Join a line, and a word that was divided at its end."""
    if not pieces:
        pieces += line.pieces
        return
    last = pieces[-1]
    if re.search(r"[^\W\d_][-\xad]$", last.text) and line.text[:1].islower():
        pieces[-1] = Piece(last.text[:-1], last.emphasis)
        pieces += line.pieces
    else:
        pieces += (Piece(" ", last.emphasis if last.emphasis == line.pieces[0].emphasis else ()), *line.pieces)


def _listed(block: Block) -> Block:
    """A typed number or bullet apart from the words."""
    mark = LIST_MARK.match(block.text)
    if mark is None or not block.pieces or len(block.pieces[0].text) < mark.end():
        return block
    first = Piece(block.pieces[0].text[mark.end() :], block.pieces[0].emphasis)
    return replace(block, kind="item", list_mark=mark[1], pieces=joined([first, *block.pieces[1:]]))


def _over_pages(pages: list[list[Block]]) -> list[Block]:
    """A sentence that goes on on the next page is one paragraph, at the place where it begins."""
    out: list[Block] = []
    for page in pages:
        for k, block in enumerate(page):
            if not k and out and block.kind == "paragraph" and block.text[:1].islower() and not SENTENCE_END.search(out[-1].text):
                pieces = list(out[-1].pieces)
                _add_line(pieces, Line(block.pieces, 0, 0, 0))
                out[-1] = replace(out[-1], pieces=joined(pieces))
            else:
                out.append(block)
    return out
