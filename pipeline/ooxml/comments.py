"""The comments part of an output: contributors' comments under their own names and the submission's date.

Observed: initials have at most 9 characters; a comment without a paragraph makes Word repair the file; the range goes
outside the marks that it touches, so it is drawn at gaps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from . import names as n
from .marks import Marker
from .package import Package

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"


@dataclass(frozen=True, slots=True)
class Note:
    """One comment to write. authors in the meeting's order; date ISO or ""."""

    number: int
    authors: tuple[str, ...]
    text: str
    date: str


def initials(authors: Sequence[str], marker: Marker) -> str:
    """The ISO code; with how many more where several speak: ``ARG+2``."""
    code = marker.codes.get(authors[0], authors[0][:3].upper())
    return (code if len(authors) == 1 else f"{code}+{len(authors) - 1}")[:9]


def comment_xml(note: Note, marker: Marker) -> str:
    date = f' w:date="{note.date}T00:00:00Z"' if note.date else ""
    lines = n.clean_text(note.text).split("\n") or [""]
    paragraphs = "".join(f'<w:p><w:r><w:t xml:space="preserve">{n.escape(line)}</w:t></w:r></w:p>' for line in lines)
    author = n.attribute(marker.author(note.authors))
    short = n.attribute(initials(note.authors, marker))
    return f'<w:comment w:id="{note.number}" w:author="{author}"{date} w:initials="{short}">{paragraphs}</w:comment>'


def first_free(package: Package) -> int:
    """The first comment number that the draft does not use."""
    part = package.part_by_type(package.main_part, "comments")
    if not part or part not in package.parts:
        return 1
    return max((int(c.get(n.ID) or 0) for c in package.xml(part)), default=0) + 1


def add_comments(package: Package, notes: Sequence[Note], marker: Marker) -> None:
    """Add the comments to the package, beside those of the draft."""
    if not notes:
        return
    part = package.part_by_type(package.main_part, "comments")
    new = "".join(comment_xml(c, marker) for c in notes)
    if part and part in package.parts:
        text = package.parts[part].decode("utf-8")
        if "</w:comments>" in text:
            package.parts[part] = text.replace("</w:comments>", f"{new}</w:comments>").encode()
            return
    part = part or "word/comments.xml"
    head = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{n.W}">'
    package.add_part(part, CONTENT_TYPE, f"{head}{new}</w:comments>".encode())
    package.add_rel(package.main_part, RELATION, part)
