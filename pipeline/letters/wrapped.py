"""A text of the draft inside a letter: which blocks are a version of it.

Blocks are compared by shingles of three words, so that a paragraph that was amended is still known and a thousand
paragraphs cost one look-up each. Quoting a paragraph is no version: the alike blocks must be many, and dense.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence

from ..remarks import Block

SHINGLE = 3
ALIKE = 0.4  # of a block's shingles that one paragraph of the draft has
RUN = 5
MISS = -0.75  # what an unlike block costs: a range may hold new paragraphs, but not be half comment


def draft_span(blocks: Sequence[Block], draft_paragraphs: Sequence[str]) -> tuple[int, int] | None:
    """The blocks [start, end) that are a version of the draft's text; None where there is none."""
    known = _Known(draft_paragraphs)
    alike = [known.like(_words(_all_text(block))) for block in blocks]
    start, end = _densest([1.0 if found else MISS for found in alike])
    matched = {p for found in alike[start:end] for p in found[:1]}
    filled = sum(1 for text in draft_paragraphs if _words(text))
    enough = max(min(3, filled), 2, -(-filled // 3))  # a third, rounded up
    if len(matched) >= enough or _longest_run(alike[start:end]) >= RUN:
        return start, end
    return None


class _Known:
    """The draft's paragraphs by their shingles; short ones by all their words."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self.shingles: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self.whole: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self.sizes: list[int] = []
        for number, paragraph in enumerate(paragraphs):
            words = _words(paragraph)
            shingles = _shingles(words)
            self.sizes.append(len(shingles))
            if words:
                self.whole[words].append(number)
            for shingle in shingles:
                self.shingles[shingle].append(number)

    def like(self, words: tuple[str, ...]) -> list[int]:
        """Paragraphs of the draft of which these words are a version, the likest first."""
        if exact := self.whole.get(words):
            return exact
        shingles = _shingles(words)
        shared = Counter(number for shingle in shingles for number in self.shingles.get(shingle, ()))
        near = [(count, -number) for number, count in shared.items() if count >= ALIKE * max(len(shingles), self.sizes[number] / 2)]
        return [-number for _, number in sorted(near, reverse=True)]


def _words(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFD", text.casefold())
    return tuple(re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c))))


def _shingles(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {words[i : i + SHINGLE] for i in range(len(words) - SHINGLE + 1)}


def _all_text(block: Block) -> str:
    return " ".join([block.text, *(_all_text(b) for row in block.rows for cell in row for b in cell)])


def _densest(weights: list[float]) -> tuple[int, int]:
    """The stretch of greatest weight, its ends alike blocks."""
    best, start, end, total, begin = 0.0, 0, 0, 0.0, 0
    for at, weight in enumerate(weights):
        if total <= 0:
            total, begin = 0.0, at
        total += weight
        if total > best:
            best, start, end = total, begin, at + 1
    return start, end


def _longest_run(alike: list[list[int]]) -> int:
    """Blocks in a row that are versions of paragraphs that follow each other in the draft."""
    longest = run = 0
    before: list[int] = []
    for found in alike:
        follows = any(0 < number - earlier <= 2 for number in found for earlier in before)
        run = run + 1 if found and follows else 1 if found else 0
        longest, before = max(longest, run), found
    return longest
