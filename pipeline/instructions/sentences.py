"""The sentences of a paragraph, for "the second sentence" and "at the end of the first sentence"."""

from __future__ import annotations

import re

from pipeline.instructions.values import LAST, Doubt

END = re.compile(r"[.!?][\"”»’)\]]*[\U00100000-\U0010ffff]*\s+(?=[^\W\da-zà-öø-ÿ]|[\"“«¿¡])")
NUMBERED = re.compile(r"\s*\(?([0-9]{1,3}|[a-z])(?:\.|\))\s+", re.I)  # the number of a paragraph, typed
ABBREVIATED = re.compile(
    r"\b(?:[A-Za-z]|art|arts|no|nos|nro|num|núm|para|paras|par|párr|inc|lit|pp|vol|cf|sr|sra|dr|dra|etc|e\.g|i\.e)\.$", re.I
)


def sentence_span(paragraph: str, which: int) -> tuple[int, int]:
    """[start, end) of a sentence, its full stop included and the white space after it not; 0 is the whole paragraph."""
    spans = _spans(paragraph)
    if which == 0:
        return 0, len(paragraph.rstrip())
    if which == LAST:
        return spans[-1]
    if which > len(spans):
        raise Doubt("not found")
    return spans[which - 1]


def _spans(paragraph: str) -> list[tuple[int, int]]:
    ends = [m for m in END.finditer(paragraph) if not ABBREVIATED.search(paragraph[: m.start() + 1])]
    starts = [0, *(m.end() for m in ends)]
    return list(zip(starts, [*(_end(m) for m in ends), len(paragraph.rstrip())], strict=True))


def _end(match: re.Match[str]) -> int:
    return match.start() + len(match[0].rstrip())
