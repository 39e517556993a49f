"""Revision marks as XML text: who, when, and a number that is unique in the package (clause 17.13.5).

Observed: two deletions cannot nest, so one mark with a joint author is the answer; an author has at most 255 characters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from . import names as n

SECRETARIAT = "Secretariat"
JOINT = "; "
LONGEST_AUTHOR = 255
UNDATED = "1900-01-01"
MIDNIGHT, APART = "T00:00:00Z", "T00:02:00Z"


@dataclass
class Marker:
    """Writes marks for one output. codes: ISO codes by name; dates: the date of each contributor's submission."""

    codes: Mapping[str, str]
    dates: Mapping[str, str]
    secretariat_date: str = ""
    next_id: int = 1
    place: str = ""  # before a number that is a place for one; redrawn.py
    _attributes: dict[tuple[str, ...], str] = field(default_factory=dict)

    def author(self, authors: Sequence[str]) -> str:
        """Names in the meeting's order; codes where the names are too long for Word."""
        names = JOINT.join(authors)
        return names if len(names) <= LONGEST_AUTHOR else JOINT.join(self.codes.get(a, a) for a in authors)

    def attributes(self, authors: tuple[str, ...]) -> str:
        """w:id, w:author and w:date."""
        self.next_id += 1
        return f' w:id="{self.place}{self.next_id - 1}"{self._attributes.get(authors) or self.signed(authors)}'

    def signed(self, authors: tuple[str, ...]) -> str:
        """w:author and w:date; the latest date where several make a mark."""
        found = self._attributes.get(authors)
        if found is None:
            date = self.secretariat_date if authors == (SECRETARIAT,) else max((self.dates.get(a, "") for a in authors), default="")
            when = f' w:date="{date}{MIDNIGHT}"' if date else ""
            found = self._attributes[authors] = f' w:author="{n.attribute(self.author(authors))}"{when}'
        return found

    def mark(self, tag: str, authors: tuple[str, ...], content: str = "", apart: bool = False) -> str:
        """One mark; empty for the marks of paragraph marks, rows and cells.

        apart: the mark ends a paragraph whose own mark is none of its. Observed in LibreOffice 7.4: two insertions by one
        author, dated within a minute, that face each other across a paragraph mark become one, and rejecting it takes the
        paragraph mark along; two minutes keep them apart.
        """
        attributes = self.attributes(authors)
        if apart:
            attributes = attributes.replace(MIDNIGHT, APART)
        return f"<w:{tag}{attributes}>{content}</w:{tag}>" if content else f"<w:{tag}{attributes}/>"

    def range(self, kind: str, name: str, authors: tuple[str, ...]) -> tuple[str, str]:
        """The two ends of a move's range. Its date is required (CT_MoveBookmark), unlike a mark's, and shown nowhere."""
        attributes = self.attributes(authors)
        if " w:date=" not in attributes:
            attributes += f' w:date="{self.secretariat_date or UNDATED}{MIDNIGHT}"'
        number = attributes.split('"', 2)[1]
        return f'<w:{kind}RangeStart{attributes} w:name="{n.attribute(name)}"/>', f'<w:{kind}RangeEnd w:id="{number}"/>'
