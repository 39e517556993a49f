"""Clauses as instructions: which words, which occurrence, which place, and what cannot be done without doubt."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from pipeline.instructions.grammar import Clause
from pipeline.instructions.lexicon import folded
from pipeline.instructions.tokens import Token
from pipeline.instructions.values import Instruction, Reason, Side

SIDES: dict[str, Side] = {"A": "after", "B": "before", "N": "between", "": ""}
CLOSING = ".,;:"
BETWEEN_TWO = re.compile(r"q,[l~]?[P%][^q]*$")  # "delete A, in paragraph 5, delete B": of which of the two?
OWN_NUMBER = re.compile(r"(\d+(?: ?\(\w\))?)[ -]?(?:bis|ter|quater)", re.I)
NOT_ONE_PARAGRAPH = re.compile(
    r"\W*(?:sec|cap|chap|annex|anex|part|pag|pp|line|lign|linea|linha|renglon|draft|proyecto|projet|prog|doc|text|inform"
    r"|relat|rapport|report|borrador|minuta|introd|subsec|sous-sec)", re.I
)  # fmt: skip
SEVERAL = re.compile(r"\d+\)?\s*(?:,|-|–|to|and|y|e|et|a|al|ao|à)\s*\(?\w|\(\w+\)\s*(?:,|-|–|and|y|e|et)\s*\(", re.I)


def unclear(start: int, end: int, doubt: Reason) -> Instruction:
    return Instruction("unclear", start, end, doubt=doubt)


def instructions(read: list[Clause], kept: list[Token], text: str) -> list[Instruction]:
    """One of each clause; what stands before the first ("in paragraph 3") holds for all of them."""
    lead = kept[: read[0].start]
    leads = [lead, *(_own_lead(kept[a.end : b.start]) or lead for a, b in pairwise(read))]
    made = [_instruction(clause, kept, text, before) for clause, before in zip(read, leads, strict=True)]
    common_and_own = len(made) > 1 and _provisions(lead) and _provisions(kept[read[0].start : read[0].end])
    twice = bool(common_and_own) or any(BETWEEN_TWO.search("".join(t.sign for t in kept[c.start : c.end])) for c in read[:-1])
    first, last = made[0], made[-1]
    return [unclear(first.start, last.end, "two readings")] if twice else made


def _own_lead(between: list[Token]) -> list[Token]:
    """ "... and, in paragraph 5, delete C"."""
    return between if any(t.sign in "P%x*" for t in between) else []


def _provisions(some: list[Token]) -> list[Token]:
    return [t for t in some if t.sign == "P"]


def _instruction(clause: Clause, kept: list[Token], text: str, lead: list[Token]) -> Instruction:
    own = kept[clause.start : clause.end]
    roles = {role: kept[a:b] for role, (a, b) in clause.spans.items()}
    said = Instruction(clause.kind, own[0].start, own[-1].end)
    said = _with_words(said, roles, kept, text)
    said = _with_occurrence(said, roles, own, lead)
    said = _with_places(said, roles, own, lead, text)
    side = SIDES[clause.side]
    if clause.kind in ("move", "new paragraph"):
        said = replace(said, target_side=side or ("to" if clause.kind == "move" else ""))
    else:
        said = replace(said, anchor_side=side)
    return _checked(said, roles, own, text)


def _with_words(said: Instruction, roles: dict[str, list[Token]], kept: list[Token], text: str) -> Instruction:
    for role in ("old", "new", "anchor", "anchor_end"):
        if role not in roles:
            continue
        token = next(t for t in roles[role] if t.quotation)
        assert token.quotation is not None
        loose = _loose(token, kept, text)
        words = token.quotation.text
        if role != "new" and loose:
            words = words.rstrip(CLOSING).rstrip()
        said = _set(said, role, words)
        if role == "new":
            said = replace(said, loose_end=loose, as_sentence=any(t.sign == "o" and _means_sentence(t.text) for t in roles[role]))
        elif loose and words != token.quotation.text:
            said = replace(said, loose_anchor=True)
        said = replace(said, exact=said.exact or token.quotation.bare)
    return said


def _set(said: Instruction, role: str, words: str) -> Instruction:
    if role == "old":
        return replace(said, old=words)
    if role == "new":
        return replace(said, new=words)
    return replace(said, anchor=words) if role == "anchor" else replace(said, anchor_end=words)


def _means_sentence(noun: str) -> bool:
    return noun.split()[0] in ("sentence", "frase", "oracion", "phrase")


def _loose(token: Token, kept: list[Token], text: str) -> bool:
    """Whether a closing sign inside the quotation may be that of the sentence around it (“shall.”)."""
    quotation = token.quotation
    if quotation is None or quotation.text[-1:] not in CLOSING:
        return False
    at = next(k for k, t in enumerate(kept) if t.start == token.start)
    following = kept[at + 1] if at + 1 < len(kept) else None
    outside = text[quotation.end :].lstrip()[:1]
    if outside in (".", ",", ";", ":"):
        return False
    return following is None or following.sign in "&RDIL,;"


def _with_occurrence(said: Instruction, roles: dict[str, list[Token]], own: list[Token], lead: list[Token]) -> Instruction:
    named = [t for role in ("old", "anchor") for t in roles.get(role, [])]
    around = [t.sign for t in [*lead, *own]]
    counted = [t for t, following in pairwise([*lead, *own]) if following.sign == "C"]
    ordinal = next((t.value for t in [*named, *counted] if t.sign == "O"), 0)
    scope = said.scope
    times = next((t.value for t in [*named, *own, *lead] if t.sign in "E*" and t.value), 0)
    if times or any(t.sign == "E" for t in [*named, *counted]) or "*" in around:
        scope = "all"
    if "x" in around:
        scope = "throughout"
    sentence = next((t.value for t in [*own, *lead] if t.sign == "%"), 0)
    return replace(said, ordinal=ordinal, scope=scope, sentence=sentence, times=times)


def _with_places(
    said: Instruction, roles: dict[str, list[Token]], own: list[Token], lead: list[Token], text: str
) -> Instruction:
    taken = [t for role in ("target", "to", "second") for t in roles.get(role, [])]
    here = roles.get("reference") or _first_run([t for t in own if t not in taken]) or _first_run(lead)
    places = [t for t in here if t.sign in "PU%"]
    if any(t.sign == "P" for t in places):
        start, end = places[0].start, places[-1].end
        said = replace(said, reference=text[start:end], reference_at=(start, end))
    if taken:
        said = replace(said, target=text[taken[0].start : taken[-1].end])
    return said


def _first_run(some: list[Token]) -> list[Token]:
    """The first tokens that name a place, as far as they hang together."""
    run: list[Token] = []
    for token in some:
        if token.sign in "PU%":
            run.append(token)
        elif run and token.sign not in "l~,":
            break
    return run


def _checked(said: Instruction, roles: dict[str, list[Token]], own: list[Token], text: str) -> Instruction:
    """What reads as a clause and still cannot be done without doubt."""
    reference = roles.get("reference", [])
    parts = [t for t in reference if t.sign == "%"]
    if said.kind == "delete paragraph" and parts:
        if said.sentence and len(parts) == 1:
            return replace(said, kind="delete sentence")
        return unclear(said.start, said.end, "not understood")
    if said.kind == "rewrite" and parts and said.sentence and len(parts) == 1:
        return replace(said, kind="rewrite sentence")
    if said.kind in ("rewrite", "delete paragraph", "merge", "move", "split") and _not_paragraphs(said, roles):
        return unclear(said.start, said.end, "not understood")
    if said.kind == "new paragraph" and not said.target_side:
        return _beside_own_number(said, own, text)
    return said


def _not_paragraphs(said: Instruction, roles: dict[str, list[Token]]) -> bool:
    reference = roles.get("reference", [])
    if any(t.sign == "%" for t in reference):
        return said.kind != "rewrite sentence"
    units = [t for t in reference if t.sign in "PU"]
    if not units:
        return False
    one = units[0]
    alone = len(units) < 2 and not said.target and not SEVERAL.search(one.text)
    return bool(NOT_ONE_PARAGRAPH.match(folded(one.text))) or (said.kind == "merge" and alone)


def _beside_own_number(said: Instruction, own: list[Token], text: str) -> Instruction:
    """ "Add a new paragraph 4 bis" stands after 4; without such a number nobody has said where."""
    number = next((m for t in own if t.sign == "P" for m in [OWN_NUMBER.search(text[t.start : t.end])] if m), None)
    if number is None:
        return replace(said, doubt="place unclear")
    return replace(said, target=number[1], target_side="after")
