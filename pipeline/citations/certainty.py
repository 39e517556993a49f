"""Whether the words of a reference leave no doubt that a place of the draft or the report is meant."""

from __future__ import annotations

from collections.abc import Sequence

from .foreign import near_other
from .parts import Part
from .reference import Reference
from .steps import peek, plain_word
from .tokens import Token, roman
from .values import Key
from .words import VERBS

ORDINAL_WEAK = frozenset(("part", "point", "note", "table", "line", "page", "article", "row", "column", "figure", "heading"))
ENGLISH = frozenset(("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last", "final"))
INDEFINITE = frozenset(("another", "un", "una", "une", "um", "uma", "otro", "otra", "outro", "outra"))


def certain(tokens: Sequence[Token], found: Reference, keys: tuple[tuple[Key, ...], ...], loose: bool) -> bool:
    if any(len(readings) > 1 for readings in keys) or any(part.doubtful for part in found.ordered):
        return False
    if loose:
        return not _lone_letter(found) and not _session(keys[0][0])
    if near_other(tokens, found.start, found.end) and not found.document:
        return False
    return len(found.parts) != 1 or not _everyday(tokens, found, found.parts[0][1])


def _lone_letter(found: Reference) -> bool:
    """A cell that holds letters alone: a place, or the type of the comment, or "n/a"."""
    only = found.parts[0][1] if len(found.parts) == 1 else None
    label = only.items[0] if only and not only.unit and len(only.items) == 1 else None
    return bool(label and not label.bracketed and all(step.kind in ("letter", "Letter", "roman") for step in label.steps))


def _session(key: Key) -> bool:
    """``XXXV-O`` is a session of the Assembly; sections have letters from the start of the alphabet."""
    return len(key.path) > 1 and len(key.path[0]) > 2 and key.path[1][0] > "K" and key.path[1].isupper() and roman(key.path[0])


def _everyday(tokens: Sequence[Token], found: Reference, only: Part) -> bool:
    """``point 3``, ``second part``, ``article 17`` alone in a sentence: words that are used of other things too."""
    if found.document or found.quote:
        return False
    if only.ordinal:
        new = tokens[found.start].low in ENGLISH and peek(tokens, found.start - 1).low == "a"  # "a second paragraph could follow"
        return new or peek(tokens, found.start - 1).low in INDEFINITE or only.unit in ORDINAL_WEAK
    if only.unit in ("article", "point", "part", "line") or (only.unit == "note" and only.weak):
        return True
    following = peek(tokens, found.end)
    return only.weak and plain_word(following) and following.low not in VERBS
