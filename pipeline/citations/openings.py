"""Places by their opening words, as a delegation quotes them: "begins with ..."."""

from __future__ import annotations

from difflib import SequenceMatcher

from .ground import Ground, Place, words_of

ALIKE = 0.75  # share of letters that must agree, in order
INSIDE = 0.7  # score of words that stand in a provision, but not at its start
INSIDE_AT_LEAST = 3  # words


def by_opening(quote: str, ground: Ground) -> list[tuple[Place, float]]:
    """The provisions that begin with these words, the most alike first; else those that hold them."""
    words = words_of(quote)
    if not words:
        return []
    scored = ((place, _likeness(words, place.words)) for place in ground.places)
    found = sorted(((p, s) for p, s in scored if s >= ALIKE), key=lambda hit: (-hit[1], hit[0].order))
    return found or _holding(words, ground)


def _likeness(words: tuple[str, ...], text: tuple[str, ...]) -> float:
    """1 where the text begins with the words; the last one may be cut off."""
    start = text[: len(words)]
    if start[:-1] == words[:-1] and start and start[-1].startswith(words[-1]):
        return 1.0
    if 2 * len(set(words) & set(start)) < len(words):
        return 0.0
    return SequenceMatcher(None, " ".join(words), " ".join(start), autojunk=False).ratio()


def _holding(words: tuple[str, ...], ground: Ground) -> list[tuple[Place, float]]:
    line = f" {' '.join(words)} "
    if len(words) < INSIDE_AT_LEAST:
        return []
    return [(place, INSIDE) for place in ground.places if line in f" {' '.join(place.words)} "]


def by_heading(heading: str, ground: Ground) -> list[tuple[Place, float]]:
    """The headings that read like these words."""
    words = words_of(heading)
    headings = (place for place in ground.places if place.kind in ("heading", "title"))
    scored = ((p, SequenceMatcher(None, words, p.words, autojunk=False).ratio()) for p in headings)
    return sorted(((p, 0.9 * s) for p, s in scored if words and s >= ALIKE), key=lambda hit: -hit[1])
