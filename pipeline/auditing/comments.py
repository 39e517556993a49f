"""The Word comments of a file, and which of them are internal and must stay so (law 6)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.auditing.blocks import HIDDEN
from pipeline.auditing.compiling import compiled
from pipeline.auditing.names import NAMES, Element, attribute, squeezed, tags
from pipeline.auditing.package import Package
from pipeline.auditing.reading import Reading

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
INTERNAL = re.compile(r"\W*(?:INTERNAL|RESERVADO|INTERNE|INTERNO)\b")
MENTION = re.compile(r"(?:^|\s)@\w")


@dataclass(frozen=True)
class Comment:
    """text: inserted text included, deleted text not, white space squeezed."""

    author: str
    text: str
    internal: bool


def comments_of(package: Package) -> list[Comment]:
    parts = package.related("comments")
    root = package.xml(parts[0]) if parts else ()
    resolved = _resolved(package) if parts else set()
    return [_comment(c, resolved) for c in root if NAMES[c.tag] == "w:comment"]


def _comment(element: Element, resolved: set[str]) -> Comment:
    authors: set[str] = set()
    blocks = compiled(element, authors)
    text = squeezed(" ".join(Reading(frozenset(authors) | {HIDDEN}).blocks(blocks)))
    ids = {p.get(f"{W14}paraId") for p in element.iter(*tags("w:p"))}
    internal = bool(ids & resolved or MENTION.search(text) or INTERNAL.match(text))
    return Comment(attribute(element, "author") or "", text, internal)


def _resolved(package: Package) -> set[str]:
    """w14:paraId of the comments that are done, and of the replies to them ([MS-DOCX] 2.5.4.18, w15:commentEx)."""
    entries = {
        e.get(f"{W15}paraId", ""): (e.get(f"{W15}paraIdParent"), e.get(f"{W15}done") in ("1", "true", "on"))
        for part in package.related("commentsExtended")
        for e in package.xml(part)
    }
    return {ident for ident in entries if _is_done(ident, entries)}


def _is_done(ident: str, entries: dict[str, tuple[str | None, bool]]) -> bool:
    seen: set[str] = set()
    while ident in entries and ident not in seen:
        seen.add(ident)
        if entries[ident][1]:
            return True
        ident = entries[ident][0] or ""
    return False
