"""On which document a received Word file was made: the draft, the draft in another language, or the Rapporteur's report."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import Unreadable
from ..ooxml.package import open_package
from .draft import DraftFile

RUN_TEXT = re.compile(rb"<w:(?:t|delText)(?: [^>]*)?>([^<]*)<|</w:p>")
WORD = re.compile(r"\w+")
SHINGLE = 4
CLEARLY = 1.25  # how much nearer another document must be than the draft
ENOUGH = 0.15  # share of stretches of words, of the file's or the document's, that they must have in common
WHOLE = 0.1  # share of the file's paragraphs that must stand in the document as they are: a letter quotes inside its own
FEW = 0.03  # share of the stretches from which a file may be a version at all: below what the reader of submissions asks for
FEWEST_WORDS = 4  # of a paragraph that tells documents apart


@dataclass(frozen=True)
class Base:
    """A document that delegations may mark or retype. language: "" where it is the draft's own."""

    file: DraftFile
    kind: str  # "draft", "translation", "report"
    language: str
    shingles: frozenset[tuple[str, ...]] = field(repr=False, default=frozenset())
    paragraphs: frozenset[str] = field(repr=False, default=frozenset())


def base_of(file: DraftFile, kind: str, language: str) -> Base:
    text = "\n".join(s.text for s in file.tree.stories()).lower()
    return Base(file, kind, language, _shingles(WORD.findall(text)), _paragraphs(text))


def nearest(path: Path, bases: Sequence[Base]) -> Base:
    """The document that has most of the file's stretches of words; the first, the draft, where none is clearly nearer.

    Counted on the file: a report that annexes the draft has all of the draft's words, yet a copy of it is no draft.
    """
    if len(bases) < 2:
        return bases[0]
    text = _text_of(path)
    own, paragraphs = _shingles(WORD.findall(text)), _paragraphs(text)
    if not own:
        return bases[0]
    common = [len(own & b.shingles) for b in bases]
    best = max(range(len(bases)), key=lambda i: common[i])
    found = bases[best]
    enough = common[best] >= ENOUGH * min(len(own), len(found.shingles)) and common[best] >= CLEARLY * common[0]
    return found if enough and len(paragraphs & found.paragraphs) >= WHOLE * len(paragraphs) else bases[0]


def has_words_of(path: Path, text: DraftFile) -> bool:
    """Whether a Word file may have been made on that text: a few of its stretches of words stand in it. For what need not be exact."""
    own, theirs = _shingles(WORD.findall(_text_of(path))), base_of(text, "", "").shingles
    return len(own & theirs) >= FEW * min(len(own), len(theirs))


def _text_of(path: Path) -> str:
    """In small letters; "" where the file cannot be read."""
    try:
        package = open_package(path)
        data = package.parts[package.main_part]
    except (Unreadable, KeyError, zipfile.BadZipFile):
        return ""
    return _unescaped(_joined(data)).lower()


def _joined(data: bytes) -> str:
    """The words of a part; runs of one paragraph are joined as they stand."""
    return "".join(m[1].decode("utf-8", "replace") if m[1] is not None else "\n" for m in RUN_TEXT.finditer(data))


def _unescaped(text: str) -> str:
    """The standard library's way to say so brings its HTTP client along."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") if "&" in text else text


def _paragraphs(text: str) -> frozenset[str]:
    """The words of each paragraph, of those that have some."""
    lines = (WORD.findall(line) for line in text.split("\n"))
    return frozenset(" ".join(words) for words in lines if len(words) >= FEWEST_WORDS)


def _shingles(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(*(words[k:] for k in range(SHINGLE)), strict=False))
