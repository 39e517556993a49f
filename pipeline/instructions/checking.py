"""The last look at edits: what would leave the sentence broken was not what was meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.instructions.values import Applied, Doubt, TextEdit, amended
from pipeline.instructions.words import VOWELS, Match, atoms_in, elided, words

ELLIPSES = re.compile(r"\.\.\.|…")
DOUBLED = (
    re.compile(r"[,;:.]\s*[,;:.]"),
    re.compile(r"\b(\w+)\s+\1\b", re.I),
    re.compile(r"\s[,.]|  "),
    re.compile(r"[^\W\d_]['’](?=\s)|\(\s*\)"),
)


def refuse_ellipsis(new: str, paragraph: str) -> None:
    """In new words, "..." stands for words that somebody left out."""
    if ELLIPSES.search(new) and not ELLIPSES.search(paragraph):
        raise Doubt("quotation unclear")


def checked(paragraph: str, edits: list[TextEdit], new: str, found: list[Match]) -> Applied:
    """The last look: an edit that changes nothing, takes a note away, or leaves ",," or "the the" is no edit."""
    edits = sorted(e for e in edits if paragraph[e[0] : e[1]] != e[2])
    if not edits:
        raise Doubt("no effect")
    if any(atoms_in(paragraph, start, end) for start, end, _ in edits):
        raise Doubt("note or image inside")
    if not sound(paragraph, edits, new):
        raise Doubt("two readings")
    return Applied(tuple(edits), remarks=tuple(sorted({"misquoted" for m in found if m.manner == "misquoted"})))


def sound(paragraph: str, edits: Sequence[TextEdit], new: str) -> bool:
    """Whether no sign or word stands twice that neither text had twice, and words still agree with their neighbours."""
    after = amended(paragraph, tuple(edits))
    doubled = any(len(p.findall(after)) > len(p.findall(paragraph)) + len(p.findall(new)) for p in DOUBLED)
    return not doubled and bool(after.strip()) and _agree(edits, after)


def _agree(edits: Sequence[TextEdit], after: str) -> bool:
    """No consonant right after "l’" or "d’", and no full stop in the middle of a sentence."""
    moved = 0
    for start, end, new in edits:
        at = start + moved
        first = words(after[at:])[:1]
        if elided(after, at) and first and first[0].folded[0] not in VOWELS:
            return False
        if new.rstrip()[-1:] in tuple(".!?") and after[at + len(new) :].lstrip()[:1].islower():
            return False
        moved += len(new) - (end - start)
    return True
