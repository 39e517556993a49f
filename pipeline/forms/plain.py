"""Plain text as blocks: its encoding told, lines that were broken at a margin joined to paragraphs again."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence

from ..remarks import Block, Piece
from .reading import FormReading, Gathered, Kind, Places, joined

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
LIST_MARK = re.compile(r"(\(?(?:\d{1,3}|[a-z]|[ivxl]{1,5})[.)]|[-–—•*▪·o])(?:[ \t]+|$)(?=\S)", re.ASCII)
MARGIN = 160  # no margin lies further right: longer lines are whole paragraphs
UNBROKEN = MARGIN + 1  # the length of a line in a text without a margin
FULL = 0.72  # of the longest line: a shorter line ended because its paragraph did
END = re.compile(r"[.:;?!»”\"’)\]]\s*$")


def read(data: bytes, file: str) -> FormReading:
    """Every encoding yields something, so this raises nothing."""
    return Gathered(file).reading(text_blocks(decoded(data)))


def decoded(data: bytes, declared: str = "") -> str:
    """By byte order mark, then UTF-16 without one, UTF-8, what the file declares, else Windows-1252."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    if wide := _wide(data[:4096]):
        return data.decode(wide, "replace")
    for name in ("utf-8", declared):
        try:
            return data.decode(name) if name else _windows(data)
        except (UnicodeDecodeError, LookupError):
            continue
    return _windows(data)


def _wide(start: bytes) -> str:
    """UTF-16 without its mark: in Latin text every second byte is zero."""
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) < len(start) * 0.3:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _windows(data: bytes) -> str:
    """Its five unused bytes stay what ISO 8859-1 makes of them."""
    return "".join(bytes([b]).decode("cp1252", "replace") if 0x80 <= b < 0xA0 else chr(b) for b in data)


def text_blocks(text: str, places: Places | None = None) -> list[Block]:
    """The paragraphs of a plain text."""
    places = places or Places()
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").replace("\0", "").split("\n")
    longest = max((len(line) for line in lines), default=0) if _has_margin(lines) else UNBROKEN
    return [block for group in paragraphs(lines, longest) if (block := paragraph_block(group, places.paragraph())) is not None]


def _has_margin(lines: Sequence[str]) -> bool:
    """Whether lines were broken at one: some long line then ends within a sentence. Else each line is what its writer made it."""
    said = [line.rstrip() for line in lines if line.strip()]
    longest = max(map(len, said), default=0)
    return any(len(line) >= longest * FULL and not END.search(line) for line in said)


def paragraphs(lines: Sequence[str], longest: int) -> Iterator[list[str]]:
    """Lines in groups, one a paragraph."""
    group: list[str] = []
    for line in [*lines, ""]:
        if group and (not line.strip() or not _runs_on(group[-1], line, longest)):
            yield group
            group = []
        if line.strip():
            group.append(line)


def _runs_on(line: str, following: str, longest: int) -> bool:
    """Whether a paragraph was broken here at the margin and not by its writer."""
    if longest > MARGIN or LIST_MARK.match(following.strip()) or following.lstrip().startswith(">"):
        return False
    if following[:1].isspace() and not line[:1].isspace():
        return LIST_MARK.match(line.strip()) is not None
    space = len(line.rstrip()) + 1 + len(following.split()[0])  # the next word would have gone over the margin
    return space > longest * 0.95 or (len(line.rstrip()) >= longest * FULL and not END.search(line)) or _hyphenated(line, following)


def _hyphenated(line: str, following: str) -> bool:
    return bool(re.search(r"[^\W\d_]-$", line.rstrip())) and following.lstrip()[:1].islower()


def joined_lines(lines: Sequence[str]) -> str:
    """One line; a word that was divided at the margin is whole again."""
    text = ""
    for line in (line.strip() for line in lines):
        text = text[:-1] + line if text and _hyphenated(text, line) else f"{text} {line}" if text else line
    return text


def paragraph_block(lines: Sequence[str], place: str, level: int = 0) -> Block | None:
    """A paragraph with its typed number or bullet apart, as Word's lists have it."""
    text = joined_lines(lines)
    mark = LIST_MARK.match(text)
    kind: Kind = "heading" if level else "item" if mark else "paragraph"
    pieces = joined([Piece(text[mark.end() :] if mark else text)])
    return Block(kind, place, pieces, level, mark[1] if mark else "") if pieces else None
