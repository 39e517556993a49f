"""What a reference takes from the words beside it: parents that its neighbour names, opening words in quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .parts import skip
from .reference import Reference
from .steps import Label, alike, peek
from .tokens import Token
from .words import RANKS

QUOTE_AT_MOST = 400
WORDS_OF_AN_OPENING = 4
BRACKETS = {"(": ")", "[": "]"}


def with_parents(tokens: Sequence[Token], before: Reference | None, found: Reference) -> Reference:
    """``section II, paragraph 3 and paragraph 5``: the second stands in section II as well."""
    if before is None or not before.parts or not _joined(tokens, before.end, found.start):
        return found
    top = min(found.ranks)
    if top <= RANKS["section"] or not any(p.rank >= top for p in before.ordered):
        return _from_label(before, found)
    return found.holding(tuple(p for p in before.ordered if p.rank < top and p.unit not in ("preamble", "dispositive")))


def _joined(tokens: Sequence[Token], end: int, start: int) -> bool:
    """Only "and", "or", a comma and articles stand between."""
    between = [peek(tokens, at) for at in range(end, start)]
    return 0 < len(between) <= 3 and all(token.text == "," or token.tags.keys() & {"and", "article"} for token in between)


def _from_label(before: Reference, found: Reference) -> Reference:
    """``section II.A.3 (b) and subparagraph (c)``: the parents are the first steps of one label."""
    last, first = before.ordered[-1], found.ordered[0]
    if not last.items or not first.items or first.rank < RANKS["inciso"]:
        return found
    steps, new = last.items[-1].steps, first.items[0].steps[0]
    at = next((i for i in range(len(steps) - 1, 0, -1) if alike(steps[i], new)), 0)
    if not at:
        return found
    return found.holding((*before.ordered[:-1], replace(last, items=(Label(steps[:at]),))))


def opening_words(tokens: Sequence[Token], found: Reference) -> Reference:
    """``paragraph 4 (begins with "The delegation of ...")``."""
    bracket = peek(tokens, found.end).text
    at = found.end + (bracket in BRACKETS or bracket == ",")
    begins = "begin" in peek(tokens, at).tags
    at = skip(tokens, at + begins)
    at += begins and peek(tokens, at).text == ":"
    quote, end = _quoted(tokens, at, begins)
    if not quote or not (begins or (bracket in BRACKETS and _long(quote))):
        return found
    end += bracket in BRACKETS and peek(tokens, end).text == BRACKETS[bracket]
    return replace(found, quote=quote.strip(" .…,"), end=end)


def _quoted(tokens: Sequence[Token], at: int, begins: bool) -> tuple[str, int]:
    """The words in quotes; after "begins with" also in single ones."""
    token = peek(tokens, at)
    if token.kind == "quote":
        return token.text.strip('" '), at + 1
    if not begins or token.text not in ("'", '"'):
        return "", at
    words: list[str] = []
    for end in range(at + 1, min(len(tokens), at + QUOTE_AT_MOST // 4)):
        word = tokens[end]
        if word.text == "\n" or (word.text in ("'", '"') and not peek(tokens, end + 1).glued):
            return "".join(words).strip(), end + 1
        words.append(("" if word.glued else " ") + word.text)
    return "".join(words).strip(), min(len(tokens), at + QUOTE_AT_MOST // 4)


def _long(quote: str) -> bool:
    return quote.rstrip().endswith(("...", "…")) or len(quote.split()) >= WORDS_OF_AN_OPENING
