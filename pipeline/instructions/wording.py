"""Instructions about words: replace, delete, insert, and add at an end of the paragraph."""

from __future__ import annotations

from pipeline.instructions.changing import deletion, placed_after, placed_before, replacement
from pipeline.instructions.checking import checked, refuse_ellipsis
from pipeline.instructions.locating import places_of
from pipeline.instructions.sentences import NUMBERED, sentence_span
from pipeline.instructions.values import FIRST_ATOM, Applied, Doubt, Instruction, TextEdit
from pipeline.instructions.words import Match, matches, words

CLOSING = tuple(".,;:")


def replace(instruction: Instruction, paragraph: str) -> Applied:
    new = _closed(instruction.new, instruction.old, instruction.loose_end)
    refuse_ellipsis(new, paragraph)
    if [w.exact for w in words(new)] == [w.exact for w in words(instruction.old)]:
        raise Doubt("no effect")
    try:
        found = places_of(instruction, paragraph, instruction.old)
    except Doubt as doubt:
        if doubt.refused.reason == "not found" and _stands(new, paragraph):
            raise Doubt("already there") from None
        raise
    if any(_stands_around(new, m, paragraph) for m in found):
        raise Doubt("already there")
    edits = [edit for m in found for edit in replacement(m, instruction.old, new, paragraph)]
    return checked(paragraph, edits, new * len(found), found)


def _closed(new: str, old: str, loose: bool) -> str:
    """Without the full stop of the instruction itself (“shall.”), unless the old words have one as well."""
    return new.rstrip(".,;: ") if loose and old[-1:] not in CLOSING else new


def _stands(quote: str, paragraph: str) -> bool:
    try:
        return bool(matches(quote, paragraph, to_the_letter=True))
    except Doubt:
        return False


def _stands_around(new: str, match: Match, paragraph: str) -> bool:
    """ "State" shall become "State Party", and "State Party" is what stands there."""
    try:
        return any(m.start <= match.start and match.end <= m.end for m in matches(new, paragraph, to_the_letter=True))
    except Doubt:
        return False


def delete(instruction: Instruction, paragraph: str) -> Applied:
    found = places_of(instruction, paragraph, instruction.old)
    edits = [edit for m in found for edit in deletion(m.start, m.end, paragraph)]
    return checked(paragraph, edits, "", found)


def insert(instruction: Instruction, paragraph: str) -> Applied:
    new = _closed(instruction.new, instruction.anchor, instruction.loose_end)
    refuse_ellipsis(new, paragraph)
    if instruction.anchor_side == "between":
        before, after = _neighbours(instruction, new, paragraph)
        return checked(paragraph, [placed_after(before, new, paragraph)], new, [before, after])
    found = places_of(instruction, paragraph, instruction.anchor)
    for match in found:
        _refuse_unclear_place(instruction, match, new, paragraph)
    if instruction.anchor_side == "after":
        return checked(paragraph, [placed_after(m, new, paragraph) for m in found], new * len(found), found)
    edits = [edit for m in found for edit in placed_before(m.start, new, paragraph, _small(m))]
    return checked(paragraph, edits, new * len(found), found)


def _small(match: Match) -> bool:
    return match.quoted[0].exact[:1].islower()


def _refuse_unclear_place(instruction: Instruction, match: Match, new: str, paragraph: str) -> None:
    after = instruction.anchor_side == "after"
    beside = words(paragraph[match.end :]) if after else words(paragraph[: match.start])
    coming = [w.folded for w in words(new) if w.exact not in (",", ";")]
    there = [w.folded for w in beside if w.exact not in (",", ";") and w.exact < FIRST_ATOM]
    if coming and coming == (there[: len(coming)] if after else there[-len(coming) :]):
        raise Doubt("already there")
    if after and instruction.loose_anchor and paragraph[match.end : match.end + 1] in CLOSING:
        raise Doubt("two readings")


def _neighbours(instruction: Instruction, new: str, paragraph: str) -> tuple[Match, Match]:
    """The one pair of X and Z with nothing but white space between."""
    firsts = matches(instruction.anchor, paragraph, instruction.exact)
    seconds = matches(instruction.anchor_end, paragraph, instruction.exact)
    pairs = [(a, b) for a in firsts for b in seconds if a.end <= b.start]
    close = [(a, b) for a, b in pairs if not paragraph[a.end : b.start].strip()]
    coming = [w.folded for w in words(new)]
    if not close and any([w.folded for w in words(paragraph[a.end : b.start])] == coming for a, b in pairs):
        raise Doubt("already there")
    if len(close) != 1:
        raise Doubt("found several times", len(close)) if close else Doubt("not found")
    return close[0]


def append(instruction: Instruction, paragraph: str) -> Applied:
    start, end = sentence_span(paragraph, instruction.sentence)
    new, last = instruction.new, paragraph[end - 1 : end]
    refuse_ellipsis(new, paragraph)
    body = new.rstrip(".;:").rstrip()
    closed = last in tuple(".;:") and last != ""
    capital = body[:1].isupper()
    if _stands_last(body, paragraph[start:end]):
        raise Doubt("already there")
    if not closed:
        return checked(paragraph, [(end, end, _spaced(new))], new, [])
    if capital and (instruction.as_sentence or new[-1:] == "."):
        return checked(paragraph, [_new_sentence(new, last, end, paragraph)], new, [])
    if capital and len(words(body)) > 2:
        raise Doubt("two readings")
    return checked(paragraph, [(end - 1, end - 1, _spaced(body))], new, [])


def _stands_last(new: str, paragraph: str) -> bool:
    coming = [w.folded for w in words(new)]
    there = [w.folded for w in words(paragraph) if w.exact not in (".", ";", ":")]
    return bool(coming) and there[-len(coming) :] == coming


def _spaced(new: str) -> str:
    return new if new[:1] in tuple(",;:.)") else " " + new


def _new_sentence(new: str, last: str, end: int, paragraph: str) -> TextEdit:
    """After the full stop; one without a full stop of its own comes before it, with the one that divides."""
    if last != ".":
        raise Doubt("two readings")
    return (end, end, " " + new) if new.endswith(".") else (end - 1, end - 1, ". " + new)


def prepend(instruction: Instruction, paragraph: str) -> Applied:
    new = _closed(instruction.new, "", instruction.loose_end and instruction.new[-1:] != ",")
    refuse_ellipsis(new, paragraph)
    start = sentence_span(paragraph, instruction.sentence)[0]
    label = NUMBERED.match(paragraph[start:])
    start += label.end() if label else 0
    coming = [w.folded for w in words(new)]
    if [w.folded for w in words(paragraph[start:])][: len(coming)] == coming:
        raise Doubt("already there")
    return checked(paragraph, list(placed_before(start, new, paragraph)), new, [])
