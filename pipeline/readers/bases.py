"""On which document a received Word file was made: the draft, the draft in another language, or the Rapporteur's report."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import unescape

from ..errors import Unreadable
from ..ooxml.package import open_package
from .draft import DraftFile

RUN_TEXT = re.compile(rb"<w:(?:t|delText)(?: [^>]*)?>([^<]*)<|</w:p>")
WORD = re.compile(r"\w+")
SHINGLE = 4
CLEARLY = 1.25  # how much nearer another document must be than the draft
ENOUGH = 0.15  # share of the file's stretches of words that the document must have


@dataclass(frozen=True)
class Base:
    """A document that delegations may mark or retype. language: "" where it is the draft's own."""

    file: DraftFile
    kind: str  # "draft", "translation", "report"
    language: str
    shingles: frozenset[tuple[str, ...]] = field(repr=False, default=frozenset())


def base_of(file: DraftFile, kind: str, language: str) -> Base:
    words = WORD.findall(" ".join(s.text for s in file.tree.stories()).lower())
    return Base(file, kind, language, _shingles(words))


def nearest(path: Path, bases: Sequence[Base]) -> Base:
    """The document whose stretches of words the file shares most; the first, the draft, where none is clearly nearer."""
    if len(bases) < 2:
        return bases[0]
    try:
        package = open_package(path)
        data = package.parts[package.main_part]
    except (Unreadable, KeyError, zipfile.BadZipFile):
        return bases[0]
    own = _shingles(WORD.findall(unescape(_joined(data)).lower()))
    if not own:
        return bases[0]
    shares = [len(own & b.shingles) / min(len(own), len(b.shingles) or 1) for b in bases]
    best = max(range(len(bases)), key=lambda i: shares[i])
    return bases[best] if shares[best] >= max(ENOUGH, shares[0] * CLEARLY) else bases[0]


def _joined(data: bytes) -> str:
    """The words of a part; runs of one paragraph are joined as they stand."""
    return "".join(m[1].decode("utf-8", "replace") if m[1] is not None else "\n" for m in RUN_TEXT.finditer(data))


def _shingles(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(*(words[k:] for k in range(SHINGLE)), strict=False))
