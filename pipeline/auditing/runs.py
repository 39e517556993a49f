"""A paragraph as its runs, with the marks around each, read from its bytes: a tree of XML takes several times as long.

Most paragraphs hold runs of text, marks around such runs, bookmarks and references to comments. One that holds anything else is
not read here, and whoever asks takes its tree. He has seen to it that the XML is well formed, holds neither comments nor CDATA,
and that ``w`` stands for WordprocessingML in all of it; so "<" always begins a tag, and a tag that is not known by heart tells itself.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from pipeline.auditing.known import COUNTED
from pipeline.auditing.rivals import SECRETARIAT, members

P_END = b"</w:p>"
ATTRIBUTES = rb'(?: (?:w:|xml:)?\w+="[^"<>]*")*'
PROPERTIES = rb"(?:</?w:(?!pPr\b)\w+" + ATTRIBUTES + rb"/?>)*"  # without another prefix, so that they can be read alone
BEGIN = re.compile(rb"<w:p(?: [^<>]*)?(?<!/)>(?:<w:pPr>(" + PROPERTIES + rb")</w:pPr>)?(?!<w:pPr)")
AUTHOR = rb'(?: (?!w:author=)[\w:]+="[^"<>]*")* w:author="([^"<>\n\t]*)"(?: [\w:]+="[^"<>]*")*'
RUN_BEGINS, OWN = rb"<w:r(?: [^<>]*)?(?<!/)>", rb"(?:<w:" + COUNTED + rb"\w+" + ATTRIBUTES + rb"/>)*"
RUN = RUN_BEGINS + rb"(?:<w:rPr>" + OWN + rb"</w:rPr>)?"
TOKEN = re.compile(
    RUN_BEGINS + rb"(?:<w:rPr>(" + OWN + rb')</w:rPr>)?<w:(t|delText)( xml:space="preserve")?>([^<]*)</w:(?:t|delText)></w:r>'
    rb"|<w:(ins|del)" + AUTHOR + rb">"
    rb"|(</w:(?:ins|del)>)"
    rb'|<w:bookmarkStart(?: (?!w:name=)[\w:]+="[^"<>]*")* w:name="([^"<>]*)"' + ATTRIBUTES + rb"/>(?:<w:bookmarkEnd" + ATTRIBUTES + rb"/>)?"
    rb"|" + RUN + rb'<w:commentReference w:id="(-?\d+)"/></w:r>'
    rb"|(<w:(?:bookmarkEnd|proofErr|commentRangeStart|commentRangeEnd)" + ATTRIBUTES + rb"/>)"
    rb"|(<?[^<]*)"
)  # fmt: skip
# A whole link to a bookmark of the same document; in front of its text, as a run, a sign is put that is no XML.
LINK = re.compile(
    rb'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK \\l "\w+" </w:instrText></w:r>'
    rb'<w:r><w:fldChar w:fldCharType="separate"/></w:r>(<w:r>(?:<w:rPr><w:b/></w:rPr>)?<w:t xml:space="preserve">[^<]*</w:t></w:r>)'
    rb'<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
LINKED = b"<link>"


class Mark(NamedTuple):
    """adds: an insertion. number: which of the paragraph's marks it is."""

    adds: bool
    author: str
    number: int


class Run(NamedTuple):
    """properties: the inside of its w:rPr. is_deleted: its text is a w:delText. refers: the id of a comment that it refers to."""

    text: str
    properties: bytes
    marks: tuple[Mark, ...]
    is_deleted: bool = False
    refers: str | None = None


@dataclass(slots=True)
class Runs:
    """properties: the inside of the w:pPr. is_glued: insertions of rivals stand side by side (see ``rivals``). is_linked: a link
    stands in it that the Secretariat did not insert; of a link only the text is a run."""

    properties: bytes
    runs: list[Run] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    is_glued: bool = False
    is_linked: bool = False


def runs_of(paragraph: bytes) -> Runs | None:
    """None where the paragraph holds more; it is given with its end tag."""
    begin = BEGIN.match(paragraph)
    if begin is None or b"&#" in paragraph or b"\r" in paragraph:
        return None
    out = Runs(begin[1] or b"")
    data = LINK.sub(LINKED + rb"\1", paragraph) if b"fldChar" in paragraph else paragraph
    return out if _gathered(out, TOKEN.findall(data, begin.end(), len(data) - len(P_END))) else None


def _gathered(out: Runs, tokens: list[tuple[bytes, ...]]) -> bool:
    """Whether all that stands in the paragraph is known by heart."""
    marks: tuple[Mark, ...] = ()
    runs = out.runs
    before: str | None = None  # the author of the insertion that was met last, where nothing since parts it from the next
    for properties, kind, kept, text, mark, author, end, bookmark, comment, _, other in tokens:
        if kind:
            if not kept and text != text.strip():
                return False
            runs.append(Run(plain(text), properties, marks, kind == b"delText"))
            before = before if marks else None
        elif mark:
            made = Mark(mark == b"ins", plain(author), len(out.marks))
            if made.adds and not marks:
                out.is_glued |= _are_rivals(before, made.author)
                before = made.author
            out.marks.append(made)
            marks = (*marks, made)
        elif end:
            marks = marks[:-1]
        elif bookmark:
            out.bookmarks.append(plain(bookmark))
        elif comment:
            runs.append(Run("", b"", marks, refers=comment.decode()))
            before = before if marks else None
        elif other == LINKED:
            out.is_linked |= [(m.adds, m.author) for m in marks] != [(True, SECRETARIAT)]
        elif other:
            return False
    return not marks


def _are_rivals(before: str | None, author: str) -> bool:
    return before is not None and SECRETARIAT not in (before, author) and members(before).isdisjoint(members(author))


@lru_cache(maxsize=4096)
def _unescaped(text: bytes) -> str:
    return html.unescape(text.decode())


def plain(text: bytes) -> str:
    return _unescaped(text) if b"&" in text else text.decode()
