"""What of a sentence the grammar does not need: its reasons, who speaks, and words that change nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from pipeline.instructions.tokens import Token
from pipeline.register import Register, load_register

VERBS = frozenset("RrρZζJyWwDdδIiιMmμGgγSs")
NOMINAL = {"ρ": "R", "δ": "D", "ι": "I", "μ": "M", "γ": "G"}
PASSIVE = dict(zip("rdimgs", "RDIMGS", strict=True))  # "que sea suprimida la palabra X": the verb comes first
RELATIVE = frozenset({"which", "que", "qui", "cuyo", "cuya", "cujo", "cuja", "dont", "whose"})
ONE_OF_MANY = frozenset({"a", "an", "un", "une", "una", "um", "uma"})
ITEM_MARK = re.compile(r"\(?[a-z0-9]{1,2}\)|\(?[ivx]+\)")
DELEGATION = ("delegation", "delegacion", "delegacao", "government", "gobierno", "gouvernement", "governo")


def cores(sentence: tuple[Token, ...]) -> list[tuple[tuple[Token, ...], tuple[Token, ...]]]:
    """Where its request may end, with what follows: the whole sentence first, then without the reasons at its end."""
    sentence = _without_leading_reason(sentence)
    ends = [k for k, t in enumerate(sentence) if k and _gives_reason(sentence, k)]
    return [(sentence, ()), *((sentence[:k], sentence[k:]) for k in ends)]


def _without_leading_reason(sentence: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "To avoid repetition, merge ...": up to the comma, unless a condition or another verb of ours stands in it."""
    comma = next((k for k, t in enumerate(sentence) if t.sign == ","), 0)
    reason = sentence[:comma]
    starts = bool(reason) and (reason[0].sign == "c" or (reason[0].sign in "tF" and _goal(sentence, 0)))
    if not starts or any(t.sign in "¿Xq!" or t.sign in VERBS for t in reason[1:]):
        return sentence
    return sentence[comma + 1 :]


def _gives_reason(sentence: tuple[Token, ...], at: int) -> bool:
    """ "because", "to reflect ...", or a clause such as ", which ..." that tells more of what has been named."""
    if sentence[at].sign == "," and at + 2 < len(sentence):
        return sentence[at + 1].text in RELATIVE and sentence[at + 2].sign not in VERBS
    return sentence[at].sign == "c" or (sentence[at].sign in "tF" and _goal(sentence, at))


def _goal(sentence: tuple[Token, ...], at: int) -> bool:
    """ "to reflect ..." gives a reason, where "to" is followed by a word that has no sign."""
    following = next((t for t in sentence[at + 1 :] if t.sign != "f"), None)
    return following is not None and following.sign == "u"


def without_proponent(sentence: tuple[Token, ...], text: str) -> tuple[tuple[Token, ...], str]:
    """Takes out "the delegation of Mexico" before "proposes", or "Mexico:", and says whom it named."""
    at = next((k for k, t in enumerate(sentence) if t.sign in "!:¡"), None)
    names = [k for k, t in enumerate(sentence[: at or 0]) if t.sign == "u"]
    if at is None or not names:
        return sentence, ""
    first, last = names[0], names[-1]
    name = text[sentence[first].start : sentence[last].end]
    if not all(t.sign in "uf~&" for t in sentence[first:at]) or not _is_contributor(name, sentence, first):
        return sentence, ""
    start = first - 1 if first and sentence[first - 1].sign == "~" else first
    return sentence[:start] + sentence[last + 1 :], name


def _is_contributor(name: str, sentence: tuple[Token, ...], first: int) -> bool:
    """ "The delegation of X", not "a delegation of X"; a bare name only where it is a registered one."""
    before = sentence[:first]
    delegation = any(t.text.endswith(DELEGATION) for t in before) and not any(t.text in ONE_OF_MANY for t in before)
    parts = re.split(r",| and | y | e | et ", name)
    return (delegation and before[-1].sign in "~f" and name[:1].isupper()) or all(_register().find(part.strip()) for part in parts)


@lru_cache(maxsize=1)
def _register() -> Register:
    return load_register({})


def plain(sentence: tuple[Token, ...]) -> list[Token]:
    """Only the signs that the grammar reads: courtesy and subjects out, "the deletion of" a verb."""
    asked = {t.sign for t in sentence}
    as_asked = {"κ": "p"} if "¡" in asked else {}
    if asked & {"!", "¡"}:
        as_asked |= NOMINAL
    kept: list[Token] = []
    for k, (before, token) in enumerate(zip((None, *sentence), sentence, strict=False)):
        if token.sign not in "f!¡" and not _item_mark(sentence, k):
            sign = as_asked.get(token.sign, token.sign)
            if sign in "RDIJWMGS" and _reflexive(before, token) and (not kept or kept[-1].sign != "p"):
                kept = [*kept, replace(token, sign="p")]
            kept = [*_before(kept, sign), replace(token, sign=sign)]
    return _trimmed(kept)


def _item_mark(sentence: tuple[Token, ...], at: int) -> bool:
    """ "(a) replace ...; (b) delete ...": the letters of the list, no provisions."""
    if not ITEM_MARK.fullmatch(sentence[at].text) or (at and sentence[at - 1].sign not in ",;:&"):
        return False
    following = next((t.sign for t in sentence[at + 1 :] if t.sign not in "f!¡"), "")
    return following in VERBS or following in tuple("lABNeapqo")


def _reflexive(before: Token | None, token: Token) -> bool:
    """ "se suprima", "suprimirse", "suprima-se": what is deleted may stand before it."""
    return (before is not None and before.text == "se") or token.text.endswith("se")


def _before(kept: list[Token], sign: str) -> list[Token]:
    """What has been kept, seen from the sign that comes next."""
    if sign in "RDIMGSZJWLAB":
        while kept and kept[-1].sign in "~tl":
            kept = kept[:-1]
    if sign in "qokEOCPUn=" and len(kept) > 1 and kept[-2].sign == "p" and kept[-1].sign in PASSIVE:
        kept = [*kept[:-2], replace(kept[-1], sign=PASSIVE[kept[-1].sign])]
    return _without_text_of(kept, sign) if sign in "PUq" else kept


def _without_text_of(kept: list[Token], sign: str) -> list[Token]:
    """ "the text of paragraph 4" is paragraph 4; "the text “X”" is the words X."""
    if sign == "q":
        return [*kept[:-1], replace(kept[-1], sign="o")] if kept and kept[-1].sign == "k" else kept
    of = 1 if kept and kept[-1].sign == "~" else 0
    return kept[: -of - 1] if len(kept) > of and kept[-of - 1].sign == "k" and of else kept


def _trimmed(kept: list[Token]) -> list[Token]:
    start, end = 0, len(kept)
    while start < end and (kept[start].sign in ",:;&" or _counts(kept[start : start + 2])):
        start += 1
    while start < end and kept[end - 1].sign in ",:;&~tl":
        end -= 1
    return kept[start:end]


def _counts(first: list[Token]) -> bool:
    """ "First, replace ..." """
    return [t.sign for t in first] == ["O", ","]
