"""The numbers and letters of a reference: ``3 (b) (ii)``, ``II.A.3.b``, ``IIA3b``, their lists and ranges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .tokens import END, Token, label_like, roman
from .words import LATIN, VERBS

STEPS_AT_MOST = 8
LIST_AT_MOST = 60
JOINERS = frozenset("aeoyuld")  # letters that are words: "3 a 5", "3 y 4", "l'alinéa"
SHORT_WORDS = frozenset(("vi", "xi", "li"))
COMPACT = re.compile(r"([IVX]{1,5}?)([A-K])")


@dataclass(frozen=True, slots=True)
class Step:
    """One level. kind: num, pnum "(1)", dnum (the 2 of 3.2), letter, Letter, roman or Roman; it tells which levels are alike."""

    value: str
    kind: str


@dataclass(frozen=True, slots=True)
class Label:
    """One number in full. until: as in Key. doubtful: typed with a letter that may stand for another. bracketed: "b)", "(b)"."""

    steps: tuple[Step, ...]
    until: tuple[Step, ...] | None = None
    doubtful: bool = False
    bracketed: bool = False


def peek(tokens: Sequence[Token], at: int) -> Token:
    return tokens[at] if 0 <= at < len(tokens) else END


def plain_word(token: Token) -> bool:
    """A word that is no part of a reference."""
    return token.kind in ("word", "date") and not (token.tags.keys() & {"unit", "of", "and", "begin", "onwards", "rel", "infine", "doc"})


def alike(before: Step, new: Step) -> bool:
    """Whether two labels can stand at one level; a lone i, v, x or l is a letter after its neighbour, else a numeral."""
    if before.kind == new.kind:
        return True
    kinds = {before.kind.lower(), new.kind.lower()}
    if kinds != {"letter", "roman"} or before.kind.islower() != new.kind.islower():
        return False
    return len(before.value) == len(new.value) == 1 and ord(new.value) == ord(before.value) + 1


def same_shape(before: Sequence[Step], new: Sequence[Step]) -> bool:
    return len(before) == len(new) and all(alike(b, n) or b.kind == n.kind for b, n in zip(before, new, strict=True))


def aligned(before: Sequence[Step], new: tuple[Step, ...]) -> tuple[Step, ...]:
    """The new label with the parents that it leaves out: (c) after 3 (b) is 3 (c)."""
    if same_shape(before, new):
        return new
    at = next((i for i in range(len(before) - 1, -1, -1) if alike(before[i], new[0])), None)
    return new if at is None else (*before[:at], *new)


# ---- one label -------------------------------------------------------------------------------------------------------


def _kind(text: str, bracket: bool, before: Sequence[Step]) -> str:
    if text.isdigit():
        return "pnum" if bracket else "dnum" if before and before[-1].kind in ("num", "dnum") else "num"
    name = "roman" if roman(text) else "letter"
    return name.capitalize() if text.isupper() else name


def _atom(tokens: Sequence[Token], at: int, before: Sequence[Step]) -> tuple[Step, int, bool] | None:
    """One number or letter with its brackets and bis; whether it was set off by them."""
    opened = peek(tokens, at).text == "("
    at += opened
    token = peek(tokens, at)
    if not label_like(token):
        return None
    text = token.text.strip('" )')
    step = Step(text.lstrip("0") or text, _kind(text, opened, before))
    step, at = _latin(tokens, at + 1, step)
    closed = peek(tokens, at).text == ")" and (opened or (peek(tokens, at).glued and step.kind not in ("num", "dnum")))
    if opened and not closed:
        return None
    step, at = _latin(tokens, at + closed, step)
    return step, at, closed or token.kind == "quote"


def _latin(tokens: Sequence[Token], at: int, step: Step) -> tuple[Step, int]:
    """7 bis, 7bis, 7-bis."""
    after = at + (peek(tokens, at).text == "-" and peek(tokens, at + 1).low in LATIN)
    token = peek(tokens, after)
    return (replace(step, value=step.value + token.low), after + 1) if token.low in LATIN else (step, at)


def _stands(tokens: Sequence[Token], at: int, step: Step, first: bool) -> bool:
    """Whether a letter without brackets is a label and not a word: what comes after it decides."""
    bare = len(step.value) == 1 and step.kind not in ("num", "dnum")
    if not bare and step.value not in SHORT_WORDS:
        return True
    following = peek(tokens, at)
    if following.kind in ("end", "quote") or (following.kind == "punct" and following.text != "'"):
        return True
    if step.value in JOINERS and not first:
        return False
    if label_like(following) and not following.tags and not following.glued:
        return first and step.value not in JOINERS
    if following.kind == "word" and not plain_word(following):
        return True
    if not first or following.text == "'":
        return False
    return following.low in VERBS or (step.value != "I" if step.value.isupper() else step.value not in JOINERS)


def chain(tokens: Sequence[Token], at: int, loose: bool = False) -> tuple[Label, int] | None:
    """A label from its largest level down. loose: spaces may part bare numbers, as in the cell "II A 3 b"."""
    compact = _compact(tokens, at, loose)
    steps, at, bracketed = compact if compact else ([], at, False)
    start = at - bool(compact)
    doubtful = bool(compact) and tokens[start].doubtful
    while len(steps) < STEPS_AT_MOST:
        after = _separator(tokens, at, steps, loose) if steps else at
        found = _atom(tokens, after, steps) if after is not None else None
        if after is None or not found or not _fits(tokens, at, after, found, steps, loose):
            break
        doubtful = doubtful or any(token.doubtful for token in tokens[after : found[1]])
        steps, at, bracketed = [*steps, found[0]], found[1], found[2]
    return (Label(tuple(steps), None, doubtful, bracketed), at) if steps else None


def _fits(tokens: Sequence[Token], at: int, after: int, found: tuple[Step, int, bool], steps: list[Step], loose: bool) -> bool:
    step, end, bracketed = found
    glued = bool(steps) and (after > at or peek(tokens, after).glued)
    spaced = loose and label_like(peek(tokens, end)) and step.kind != "letter"
    if not bracketed and not glued and not spaced and not _stands(tokens, end, step, not steps):
        return False
    if steps and alike(steps[-1], step) and peek(tokens, at).text not in (".", "/"):
        return False
    return not (glued and step.kind in ("letter", "Letter") and peek(tokens, end).kind == "word" and peek(tokens, end).glued)


def _separator(tokens: Sequence[Token], at: int, steps: list[Step], loose: bool) -> int | None:
    """Where the next level begins, or None where the label ends."""
    token, following = peek(tokens, at), peek(tokens, at + 1)
    if token.text == "-" and steps[-1].kind in ("num", "dnum") and following.kind == "num":
        return None
    if token.text in (".", "/", "-") and token.glued and following.glued:
        return at + 1 if following.text == "(" or label_like(following) else None
    if token.text == ",":
        return at + 1 if _bracket(tokens, at + 1) else None
    if token.text in (")", ".") and loose and steps[-1].kind == "num" and label_like(following):
        return at + 1
    if token.kind == "num" and not token.glued and not (loose and steps[-1].kind in ("Letter", "Roman")):
        return None
    return at if token.text == "(" or label_like(token) else None


def enumerator(tokens: Sequence[Token], at: int) -> bool:
    """``(ii) paragraph 4``: the delegation's own list, for no label stands right before a unit."""
    end = at + 1 + (peek(tokens, at).text == "(")
    return peek(tokens, end).text == ")" and "unit" in peek(tokens, end + 1).tags


def _bracket(tokens: Sequence[Token], at: int) -> bool:
    """``(b)`` or ``b)`` stands here."""
    if enumerator(tokens, at):
        return False
    if peek(tokens, at).text == "(":
        return peek(tokens, at + 2).text == ")"
    return peek(tokens, at).kind == "word" and peek(tokens, at + 1).text == ")" and label_like(peek(tokens, at))


def _compact(tokens: Sequence[Token], at: int, loose: bool) -> tuple[list[Step], int, bool] | None:
    """``IIA3b``: a Roman section and its letter written as one word."""
    token = peek(tokens, at)
    match = COMPACT.fullmatch(token.text) if token.kind == "word" and not roman(token.text) else None
    number = peek(tokens, at + 1)
    if match is None or not roman(match[1]) or not (loose or (number.kind == "num" and number.glued)):
        return None
    return [Step(match[1], "Roman"), Step(match[2], "Letter")], at + 1, False


# ---- lists and ranges ------------------------------------------------------------------------------------------------


def labels(tokens: Sequence[Token], at: int, loose: bool = False, listed: int = 0, moved: bool = False) -> tuple[list[Label], int]:
    """All labels from here: ``3, 5 and 7 bis``, ``3 to 5``.

    listed: 2 where the unit is a plural, so that numbers go on with the list; 1 where it may be one ("para. 3, 5"), so that
    they do unless a word follows ("para. 3, 5 delegations"); 0 where only "and" goes on.
    """
    found = chain(tokens, at, loose)
    if found is None:
        return [], at
    out: list[Label] = []
    label, at = found
    for _ in range(LIST_AT_MOST):
        label, at = _range(tokens, at, label, loose, moved)
        out.append(label)
        following = _next_in_list(tokens, at, label, loose, listed)
        if following is None:
            break
        label, at = following
    return out, at


def _range(tokens: Sequence[Token], at: int, label: Label, loose: bool, moved: bool) -> tuple[Label, int]:
    token = peek(tokens, at)
    if "onwards" in token.tags:
        return replace(label, until=()), at + 1
    if not (token.text == "-" or ("to" in token.tags and not moved)):
        return label, at
    found = chain(tokens, at + 1, loose)
    if found is None:
        return label, at
    steps = found[0].steps
    until = aligned(label.steps, steps)
    joined = same_shape(label.steps, until) or (len(until) == len(label.steps) and alike(label.steps[-1], until[-1]))
    return (replace(label, until=until), found[1]) if joined else (label, at)


def _next_in_list(tokens: Sequence[Token], at: int, label: Label, loose: bool, listed: int) -> tuple[Label, int] | None:
    comma = peek(tokens, at).text == "," or (loose and peek(tokens, at).text == ";")
    conjunction = "and" in peek(tokens, at + comma).tags
    start = at + comma + conjunction
    start += "article" in peek(tokens, start).tags and "unit" not in peek(tokens, start).tags and not _bracket(tokens, start)
    found = chain(tokens, start, loose) if comma or conjunction else None
    if found is None:
        return None
    new, end = found
    fits = same_shape(label.steps, new.steps) or any(alike(step, new.steps[0]) for step in label.steps)
    if not fits and not loose:  # "paragraph 3 and (ii) paragraph 4" is a list of the delegation's own
        return None
    if not fits and not conjunction and peek(tokens, at).text == ",":
        return None
    quantity = plain_word(peek(tokens, end)) or peek(tokens, end).plural or peek(tokens, end).text in ("%", "$")
    if not new.bracketed and ((not listed and not conjunction) or (listed < 2 and quantity)):
        return None
    return replace(new, steps=aligned(label.until or label.steps, new.steps)), end
