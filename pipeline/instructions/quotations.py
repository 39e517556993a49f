"""Finds what a sentence quotes. Where it cannot be told which mark closes which, it says so and guesses nothing.

Marks met in the four languages: “x” „x“ «x» ‹x› ‘x’ ‚x‘ "x" 'x'. The single closing mark is the apostrophe as well,
so a ’ between two letters never closes, and one after an s (a plural's genitive) closes only where no other could.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›"}
CLOSING = "”»›"
SINGLE = {"‘": "’'", "‚": "‘’", "'": "'’", "’": "’"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """[start, end) with its marks; ``text`` without them. bare: words that stand there without marks."""

    start: int
    end: int
    text: str
    bare: bool = False


def quotations(text: str) -> tuple[tuple[Quotation, ...], bool]:
    """The outermost quotations in order, and whether every mark has its partner."""
    text = _one_sign_for_both(text)
    found: list[Quotation] = []
    sound, at = True, 0
    while at < len(text):
        end = _end(text, at)
        if end > 0:
            found.append(Quotation(at, end, text[at + 1 : end - 1].strip()))
            at = end
            continue
        sound = sound and end == 0
        at += 1
    return tuple(found), sound and all(q.text for q in found)


def _one_sign_for_both(text: str) -> str:
    """ “x“ and ”x” are what some keyboards write: one sign for both ends, as with the straight mark."""
    for sign, other in (("“", "”„"), ("”", "“„")):
        if sign in text and not any(o in text for o in other) and '"' not in text:
            return text.replace(sign, '"')
    return text


def _end(text: str, at: int) -> int:
    """Where the quotation that opens at ``at`` ends; 0 where none opens there; -1 where one opens or closes wrongly."""
    sign = text[at]
    if sign in PAIRS:
        return _paired_end(text, at, sign)
    if sign == '"':
        return _straight_end(text, at)
    if sign in CLOSING:
        return -1
    return _single_end(text, at) if sign in SINGLE else 0


def _paired_end(text: str, at: int, sign: str) -> int:
    depth = 0
    for k in range(at, len(text)):
        if text[k] == sign:
            depth += 1
        elif text[k] in PAIRS[sign]:
            depth -= 1
        if depth == 0:
            return k + 1
    return -1


def _straight_end(text: str, at: int) -> int:
    end = text.find('"', at + 1)
    if end < 0 or _letter(text, at - 1) or _space(text, at + 1) or _space(text, end - 1) or _letter(text, end + 1):
        return -1
    return end + 1


def _single_end(text: str, at: int) -> int:
    if _letter(text, at - 1) or _space(text, at + 1):
        return -1 if text[at] == "‘" else 0
    ends = []
    for k in range(at + 1, len(text)):
        if text[k] in SINGLE[text[at]] and not _space(text, k - 1) and not _letter(text, k + 1):
            ends.append(k)
        elif text[k] == text[at] and not _letter(text, k - 1):
            break
    if not ends:
        return -1 if text[at] in "‘‚" else 0
    return -1 if len(ends) > 1 and text[ends[0] - 1] in "sSzx" else ends[0] + 1


def _letter(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isalnum()


def _space(text: str, at: int) -> bool:
    return not 0 <= at < len(text) or text[at].isspace()


SAID = (
    r"(?:donde (?:dice|diga)|onde (?:se l[eê]|consta|se diz)):? (?P<old>[^:;]+?),? "
    r"(?:debe(?:r[ií]a)? decir|l[eé]ase|leia-se|diga-se|d[ií]gase):? (?P<new>[^:;]+?)",
    r"(?P<old>[^:;]+?) ?(?:->|=>|→|⇒) ?(?P<new>[^:;]+?)",
    r"for (?P<old>[^\s:;]+),? read (?P<new>[^\s:;]+)",
)
MENTIONS = tuple(re.compile(rf"(?:[^:;\n]*: ?|[^,:;\n]*\d[^,:;\n]*, ?)?{said}\.?\s*", re.I) for said in SAID)


def mentions(text: str) -> tuple[Quotation, ...]:
    """The two texts of a formal erratum that needs no marks: "donde dice X debe decir Y", "X -> Y", "for X read Y"."""
    for pattern in MENTIONS:
        if match := pattern.fullmatch(text.strip(" ")):
            left = len(text) - len(text.lstrip(" "))
            return tuple(Quotation(match.start(k) + left, match.end(k) + left, match[k], bare=True) for k in ("old", "new"))
    return ()
