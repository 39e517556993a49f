"""The points that one paragraph makes: its sentences in groups, each with what it does and where."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from .acts import Act, act_of
from .acts_words import INSTRUCTION, PROPOSES, RESERVES, SUPPORTS, WITHDRAWS
from .reference import Reference, reference_in
from .sentences import masked, sentences

CLAUSE = re.compile(r"(?:;|,)\s+(?:(?:and|y|e|et|but|pero|mais|mas)\s+)?|\s+(?:and|y|e|et|but|pero|mais|mas)\s+", re.I)
ALSO = re.compile(r"(?:also|además|asimismo|también|également|aussi|também|therefore|it|we|elle|il|ela|ele)\s+", re.I)
LONGEST = 2_000  # signs of a sentence that is cut into clauses: a longer one is a list, and each cut costs a reading of it
SPLITTING: dict[Act, re.Pattern[str]] = {
    "proposal": PROPOSES, "support": SUPPORTS, "reservation": RESERVES, "withdrawal": WITHDRAWS, "no comments": re.compile(r"(?!)"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """[start, end) of a paragraph's text: sentences on one matter. ``asks``: the stretch of it that is the instruction."""

    start: int
    end: int
    act: Act | None
    reference: Reference | None
    asks: tuple[int, int] | None = None


def points_of(text: str, names: frozenset[str] = frozenset()) -> list[Point]:
    """At least one; they tile the text."""
    out: list[Point] = []
    for start, end in _stretches(text, names):
        found = _point(text, start, end, names)
        if out and _belongs(out[-1], found):
            out[-1] = _together(out[-1], found)
        else:
            out.append(found)
    return out or [Point(0, len(text), None, None)]


def _point(text: str, start: int, end: int, names: frozenset[str]) -> Point:
    act = act_of(text[start:end], names)
    return Point(start, end, act, reference_in(text[start:end]), (start, end) if act == "proposal" else None)


def _stretches(text: str, names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Sentences, cut where one does two things ("supports ... and withdraws ...")."""
    for start, end in sentences(text):
        cuts = [at for at in _cuts(text, start, end) if _two_acts(text, start, at, end, names)]
        bounds = [start, *cuts, end]
        yield from itertools.pairwise(bounds)


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    said = masked(text[start:end])
    if len(said) > LONGEST:
        return
    for clause in CLAUSE.finditer(said):
        also = ALSO.match(said, clause.end())
        verb = also.end() if also else clause.end()
        rest = said[verb : verb + 60].lstrip("\0 ")
        starts = any(m is not None and m.start() <= 20 for m in (p.search(rest) for p in SPLITTING.values()))
        if starts or INSTRUCTION.match(rest):
            yield start + clause.end()


def _two_acts(text: str, start: int, at: int, end: int, names: frozenset[str]) -> bool:
    """Both sides do something, and two instructions are two only where each names its own place."""
    before, after = text[start:at], text[at:end]
    first, second = act_of(before, names), act_of(after, names)
    if first is None or second is None:
        return False
    if first == second == "proposal":
        return reference_in(after) is not None and reference_in(before) is not None and INSTRUCTION.match(masked(after)) is not None
    return first != second


def _belongs(before: Point, found: Point) -> bool:
    """A sentence that does nothing and names no other place goes with the one before; opening remarks go with what follows."""
    if found.act is None:
        return found.reference is None or (
            before.reference is not None and found.reference.text.casefold() in before.reference.text.casefold()
        )
    if before.act is None:
        return before.reference is None or found.reference is None or before.reference.text == found.reference.text
    return False


def _together(before: Point, found: Point) -> Point:
    reference = before.reference if before.act is not None or found.act is None else found.reference or before.reference
    return Point(before.start, found.end, before.act or found.act, reference or found.reference, before.asks or found.asks)
