"""Translations by the Secretariat of what was said in another language than the document's: asked for, and put beside the words.

A translation is of words, not of a place: its key is made of who said what, so it stays with the words when the file is
revised, and is never put beside other words (design.md section 5).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..model import LIVE, Comment, Notice, Submission

ASKED_FOR = LIVE


@dataclass(frozen=True)
class Translation:
    """One text with its translations. texts: language -> words, for the languages into which it was translated."""

    key: str
    contributors: str
    file: str
    provision: str
    language: str
    words: str
    texts: Mapping[str, str] = field(default_factory=dict)


def key_of(contributors: Sequence[str], words: str) -> str:
    return hashlib.sha256("\x1f".join([*contributors, words]).encode()).hexdigest()[:12]


def foreign_comments(submissions: Iterable[Submission], language: str) -> Iterator[tuple[Submission, Comment]]:
    """What awaits translation into the language."""
    for s in submissions:
        if s.status in ASKED_FOR and s.contributors:
            yield from ((s, c) for c in s.comments if c.kind != "format" and c.language not in ("", language) and c.text.strip())


def translated(submissions: Sequence[Submission], returned: Mapping[str, Translation], language: str) -> tuple[Submission, ...]:
    """The submissions with the returned translations beside their words."""
    return tuple(_translated(s, returned, language) for s in submissions) if returned else tuple(submissions)


def _translated(s: Submission, returned: Mapping[str, Translation], language: str) -> Submission:
    mine = {id(c) for _, c in foreign_comments([s], language)}
    comments = tuple(_beside(s, c, returned, language) if id(c) in mine else c for c in s.comments)
    return replace(s, comments=comments) if comments != s.comments else s


def _beside(s: Submission, c: Comment, returned: Mapping[str, Translation], language: str) -> Comment:
    found = returned.get(key_of(s.contributors, c.text))
    return replace(c, translation=found.texts.get(language, "")) if found is not None else c


def unused(submissions: Sequence[Submission], returned: Mapping[str, Translation], language: str) -> tuple[Translation, ...]:
    """Translations of words that stand in no submission any more, by key."""
    known = {key_of(s.contributors, c.text) for s, c in foreign_comments(submissions, language)}
    return tuple(found for key, found in sorted(returned.items()) if key not in known)


def notices_of(left: Iterable[Translation], file: str) -> tuple[Notice, ...]:
    said = "The words that this translates ({who}, {of}) stand in no submission any more; it is kept in the list and not shown."
    return tuple(Notice("translation", file, t.key, said.format(who=t.contributors, of=t.file)) for t in left)
