"""References that are no place of the draft: article 17 of a convention, paragraph 5 of a resolution, item 4 of an agenda."""

from __future__ import annotations

from collections.abc import Sequence

from .parts import skip
from .steps import peek, plain_word
from .tokens import Token
from .words import FOREIGN, OWN, VERBS

POSSESSIVE = frozenset(("of", "de", "del", "du", "des", "da", "do", "das", "dos", "d"))
CLAUSE = frozenset(("that", "which", "who", "que", "qui", "cual", "quien", "as"))  # where the name of an instrument ends
ACCORD = frozenset(("acuerdo", "acordo", "accord"))  # "de acuerdo con" is no agreement of states
ANNUAL = frozenset(("annual", "anual", "annuel", "yearly"))
SPEAKERS = ("rapporteur", "relator", "relatora", "working", "grupo")
MEETING = frozenset((*SPEAKERS, "special", "meeting", "session", "reunion", "sesion", "sessao", "reuniao"))
SUMMITS = frozenset(("summit", "cumbre", "sommet", "cupula"))
LOOK_AHEAD = 8
LOOK_BACK = 6


def other_instrument(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the words after the reference, or right before it, name what it belongs to, and that is not the draft."""
    before = [peek(tokens, at) for at in range(start - 2, start)]
    if any(token.low in ("agenda", "temario") or _resolution(token) for token in before):
        return True
    after = peek(tokens, end)
    if after.text == "," or after.text == "(":
        after = peek(tokens, end + 1)
        return _resolution(after) or (after.low in FOREIGN and after.text[:1].isupper())
    if after.low in POSSESSIVE:
        return _names_other(tokens, end)
    return _resolution(after) or (after.kind == "word" and after.low in FOREIGN and after.text[:1].isupper())


def _names_other(tokens: Sequence[Token], at: int) -> bool:
    begin = skip(tokens, at + 1)
    if begin == at + 1 and peek(tokens, begin).low in ACCORD and tokens[at].low in ("de", "d"):
        return False
    for here in range(begin, min(begin + LOOK_AHEAD, len(tokens))):
        token = tokens[here]
        if token.low in OWN or token.low in CLAUSE or token.low in VERBS:
            return False
        if token.text in (".", ";", ":", "\n", ","):
            return False
        if token.low in FOREIGN or _resolution(token) or ("doc" in token.tags and other_report(tokens, here)):
            return True
    return False


def other_report(tokens: Sequence[Token], at: int) -> bool:
    """``annual report``, ``report of the Commission``: not the Rapporteur's."""
    if tokens[at].low not in ("report", "informe", "rapport", "relatorio"):
        return False
    following = peek(tokens, at + 1)
    owner = peek(tokens, skip(tokens, at + 2)) if following.low in POSSESSIVE else following
    yearly = {peek(tokens, at - 1).low, following.low} & ANNUAL
    return bool(yearly) or (following.low in POSSESSIVE and plain_word(owner) and owner.low not in MEETING)


def _resolution(token: Token) -> bool:
    return token.kind == "symbol" and "RES" in token.text


def near_other(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether another instrument is named shortly before, or an unknown document after, so that the reference may be to it."""
    for token in reversed(tokens[max(0, start - LOOK_BACK) : start]):
        if token.text in (".", ";", "\n"):
            break
        if token.low in OWN or "doc" in token.tags:
            return False
        if token.low in FOREIGN or token.low in SUMMITS or token.kind == "symbol":
            return True
    after = [peek(tokens, at) for at in range(end, end + 4)]
    acronym = after[0].kind == "word" and len(after[0].text) >= 3 and after[0].text.isupper()
    return acronym or (after[0].low in POSSESSIVE and any(token.kind == "symbol" for token in after))
