"""Which of the places of quoted words an instruction means."""

from __future__ import annotations

from dataclasses import replace

from pipeline.instructions.sentences import sentence_span
from pipeline.instructions.values import LAST, Doubt, Instruction
from pipeline.instructions.words import Match, matches, words


def places_of(instruction: Instruction, paragraph: str, quote: str) -> list[Match]:
    """The places of quoted words that the instruction means: one, or all where it says so."""
    start, end = sentence_span(paragraph, instruction.sentence)
    found = [m for m in matches(quote, paragraph, instruction.exact) if start <= m.start and m.end <= end]
    if not found:
        raise Doubt("not found")
    if instruction.scope:
        found = occurrences(quote, paragraph) or found
        if instruction.times > len(found):
            raise Doubt("not found")
        if instruction.times and instruction.times < len(found):
            raise Doubt("found several times", len(found))
        return found
    if instruction.ordinal:
        return [_nth(instruction, found, quote, paragraph)]
    if len(found) > 1:
        raise Doubt("found several times", len(found))
    return found


def occurrences(quote: str, paragraph: str) -> list[Match]:
    """Every place of the words, also with a capital where they were quoted without."""
    try:
        exact = matches(quote, paragraph, to_the_letter=True)
        capital = matches(quote[:1].upper() + quote[1:], paragraph, to_the_letter=True) if quote[:1].islower() else []
    except Doubt:
        raise Doubt("note or image inside") from None
    capital = [replace(m, quoted=words(quote)) for m in capital]
    return sorted({(m.start, m.end): m for m in (*capital, *exact)}.values(), key=lambda m: m.start)


def _nth(instruction: Instruction, found: list[Match], quote: str, paragraph: str) -> Match:
    """Counted with the capitals and without: where both counts can be meant, they have to come to the same place."""
    start, end = sentence_span(paragraph, instruction.sentence)
    every = [m for m in occurrences(quote, paragraph) if start <= m.start and m.end <= end]
    meant = [_counted(instruction.ordinal, some) for some in (found, every)]
    places = {m.start: m for m in meant if m is not None}
    if len(places) > 1:
        raise Doubt("two readings")
    if not places:
        raise Doubt("not found")
    return next(iter(places.values()))


def _counted(ordinal: int, found: list[Match]) -> Match | None:
    if len(found) < max(2, ordinal):
        return None  # "the first" or "the last" of one: there must be another that the writer has seen
    return found[LAST if ordinal == LAST else ordinal - 1]
