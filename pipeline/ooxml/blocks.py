"""The draft's region of a drawn document as text, block by block: what the other editions are made from.

Most blocks are paragraphs of words, marks and bookmarks alone. These are *plain*: their text is cut at the marks, and read and
changed as text, in a fifth of the time that a tree takes (measured). All others are parsed, one by one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from lxml import etree

from . import names as n
from .marks import SECRETARIAT
from .names import Element
from .xmltext import PPR_ORDER, RPR_ORDER

BODY = re.compile(r"<w:body(?:\s[^>]*)?>")
REGION = re.compile(r'<w:bookmarkStart w:id="(\d+)" w:name="draft_text"/>')
NAME, PARAGRAPH = re.compile(r"<([^/ >]+)"), re.compile(r"<w:p(?: [^>]*)?(?<!/)>")
PLAIN = frozenset(
    f"w:{name}"
    for name in (
        "p", "pPr", *PPR_ORDER, "ilvl", "numId", "top", "left", "bottom", "right", "between", "bar", "r", *RPR_ORDER, "t", "delText",
        "tab", "br", "cr", "noBreakHyphen", "softHyphen", "fldChar", "instrText", "delInstrText", "footnoteReference",
        "endnoteReference", "commentReference", "commentRangeStart", "commentRangeEnd", "bookmarkStart", "bookmarkEnd", "ins", "del",
        "moveFrom", "moveTo", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "hyperlink", "proofErr",
    )
) - {"w:sectPr", "w:oMath"}  # fmt: skip
# What a parser would not give back as it stands: white space in attributes, references, declarations, comments.
ALTERED = ("\r", "\n", "\t", "&#", "xmlns", "<!", "<?")
EMPTY = re.compile(r"<w:(?:r|t|delText)(?: [^<>]*)?/>")  # a run or a text with nothing in it
AT_MARKS = re.compile(r"(<w:(?:ins|del|moveFrom|moveTo) [^>]*>|</w:(?:ins|del|moveFrom|moveTo)>)")
CHANGE = re.compile(r"<w:pPrChange\b[^>]*?(?:/>|>.*?</w:pPrChange>)")
END_MARK = re.compile(r"<w:(?:ins|del|moveFrom|moveTo) [^>]*/>")
NUMBERED = re.compile(r'(<w:(?:ins|del|move\w+|bookmarkStart|bookmarkEnd|comment\w+|pPrChange) w:id=")\d+"')
LASTING = re.compile(r'(<w:(?:bookmarkStart|bookmarkEnd|commentReference) w:id=")(\d+)"')  # in what is made of a block
PLACE = "\x02"  # of a number; no XML holds this character
AUTHOR = re.compile(r' w:author="([^"]*)"')
WORDS = re.compile(r"<w:(?:t|delText)(?: [^>]*)?>([^<]*)<")
DELETING = ("del", "moveFrom")


class Kept(Protocol):
    """What was made of blocks, by their keys, perhaps by an earlier run."""

    def get(self, key: str, /) -> Any: ...
    def __setitem__(self, key: str, value: Any, /) -> None: ...


class Stretch(NamedTuple):
    """What stands in one mark, or in none between two. kind: "ins" | "del" | "" (moves are both)."""

    kind: str
    author: str
    xml: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A plain paragraph, cut at its marks: what opens it, its properties without marks and changes, marks on its end, and the rest.

    Stretches without a mark and those of one alternate, the first and the last are without.
    """

    opening: str
    properties: str
    ends: tuple[Stretch, ...]
    stretches: tuple[Stretch, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(s.xml for s in self.stretches)

    def is_whole(self, end: Stretch) -> bool:
        """Whether all words of the paragraph are marked as its end is; the Secretariat's own count for nothing."""
        said = [s for s in self.stretches if s.author != SECRETARIAT and says(s.xml)]
        return bool(said) and all(s.kind == end.kind and s.author == end.author for s in said)


def with_places(made: str) -> str:
    """What was made of a block, with places for its numbers."""
    return LASTING.sub(rf'\1{PLACE}"', made)


def holds_nothing(text: str) -> bool:
    """Whether an element is opened and closed at once: a tree would write it as one tag."""
    before = (part for part in text.split("></") if "<" in part)
    return any(part[-1] != "/" and part[part.rindex("<") + 1] != "/" for part in before)


def says(xml: str) -> bool:
    """Whether words stand in it."""
    return any(words.group(1) for words in WORDS.finditer(xml))


@dataclass(frozen=True)
class Block:
    """One element of the region."""

    text: str

    @cached_property
    def key(self) -> str:
        """A hash of the text without the numbers that change when something changes before it."""
        return hashlib.blake2b(NUMBERED.sub(r'\1"', self.text).encode(), digest_size=16).hexdigest()

    @cached_property
    def numbers(self) -> list[str]:
        """Of its bookmarks and of the comments that it refers to, in their order."""
        return [number for _, number in self._lasting]

    @property
    def numbered_kinds(self) -> list[str]:
        """The names of the elements that bear these numbers."""
        return [tag[3:].split(" ", 1)[0] for tag, _ in self._lasting]

    @cached_property
    def _lasting(self) -> list[tuple[str, str]]:
        return LASTING.findall(self.text)

    def numbered(self, made: str) -> str:
        """What was made of a block that differs in its numbers alone, with the numbers of this one."""
        if PLACE not in made:
            return made
        parts = made.split(PLACE)
        return "".join([x for pair in zip(parts, [*self.numbers, ""], strict=True) for x in pair])

    @cached_property
    def paragraph(self) -> Paragraph | None:
        """None where it must be parsed."""
        text = self.text
        if not PARAGRAPH.match(text) or PARAGRAPH.search(text, 1) or any(sign in text for sign in ALTERED):
            return None
        if text.count("<w:commentReference") != text.count('<w:commentReference w:id="'):
            return None
        if not PLAIN.issuperset(NAME.findall(text)) or EMPTY.search(text) or holds_nothing(text):
            return None
        return _cut(text)


@dataclass(frozen=True)
class Region:
    """The draft's blocks in the text of a main part. head: what a document with some of them must begin with."""

    head: str
    start: int
    end: int
    blocks: tuple[Block, ...]

    def tree(self, blocks: Iterable[Block]) -> Element:
        """The body of a document with these blocks alone."""
        return n.parse(f"{self.head}{''.join(b.text for b in blocks)}</w:body></w:document>".encode())[0]

    def changed(self, blocks: Iterable[Block], change: Callable[[Element], None]) -> str:
        """The text of the blocks after their tree was changed."""
        body = self.tree(blocks)
        change(body)
        if not len(body):
            return ""
        text = str(etree.tostring(body, encoding="unicode"))
        return text[text.index(">") + 1 : text.rindex("</w:body>")]

    @property
    def is_marked_as_a_whole(self) -> bool:
        """Whether marks hold whole blocks: then one block tells of the next."""
        return any(AT_MARKS.match(b.text) for b in self.blocks)


def region_of(main: str) -> Region | None:
    """The region of a main part; None where its bookmarks are not found."""
    opening, begun = BODY.search(main), REGION.search(main)
    start = begun.end() if begun else -1
    end = main.find(f'<w:bookmarkEnd w:id="{begun[1]}"/>', start) if begun else -1
    if opening is None or end < start:
        return None
    return Region(main[: opening.end()], start, end, tuple(_blocks(main, start, end)))


def moved_to(region: Region | None, main: str) -> Region | None:
    """The same region where other pages stand before it."""
    begun = REGION.search(main)
    return replace(region, start=begun.end(), end=begun.end() + region.end - region.start) if region and begun else None


def _blocks(text: str, at: int, end: int) -> Iterator[Block]:
    while at < end:
        stop = _end_of(text, at)
        yield Block(text[at:stop])
        at = stop


def _end_of(text: str, at: int) -> int:
    """Where the element that begins here ends."""
    name = NAME.match(text, at)
    if name is None:
        return text.index("<", at)  # white space between blocks
    if text[text.index(">", at) - 1] == "/":
        return text.index(">", at) + 1
    depth = 0
    for tag in re.compile(rf"<(/?){re.escape(name[1])}(?=[ >/])[^>]*?(/?)>").finditer(text, at):
        depth += 0 if tag[2] else -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return len(text)


def _cut(text: str) -> Paragraph | None:
    if "<w:pPrChange" in text:
        text = CHANGE.sub("", text)
    begin = text.index(">") + 1
    at = text.index("</w:pPr>") + 8 if text.startswith("<w:pPr>", begin) else begin
    properties = text[begin:at]
    ends = tuple(map(_end, END_MARK.findall(properties)))
    if ends:
        properties = END_MARK.sub("", properties)
    parts = AT_MARKS.split(text[at:-6])
    opened, closed = parts[1::4], parts[3::4]
    if len(opened) != len(closed) or any(tag[1] == "/" or tag[-2] == "/" for tag in opened) or any(tag[1] != "/" for tag in closed):
        return None  # a mark in a mark
    inside = map(_stretch, opened, parts[2::4])
    outside = (Stretch("", "", xml) for xml in parts[0::4])
    return Paragraph(text[:begin], properties, ends, (next(outside), *(s for pair in zip(inside, outside, strict=True) for s in pair)))


def _end(tag: str) -> Stretch:
    return _stretch(tag, "")


def _stretch(tag: str, xml: str) -> Stretch:
    found = AUTHOR.search(tag)
    return Stretch("del" if tag.startswith(("<w:del ", "<w:moveFrom ")) else "ins", unescaped(found[1]) if found else "", xml)


def unescaped(value: str) -> str:
    """The value of an attribute as a parser gives it, where it holds no reference to a character."""
    if "&" not in value:
        return value
    return value.replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
