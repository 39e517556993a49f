"""Instructions about whole paragraphs and sentences. They name what is asked; the caller turns it into edits."""

from __future__ import annotations

import re

from pipeline.instructions.changing import replacement
from pipeline.instructions.checking import checked, refuse_ellipsis
from pipeline.instructions.locating import places_of
from pipeline.instructions.sentences import NUMBERED, sentence_span
from pipeline.instructions.values import FIRST_ATOM, Action, Applied, Doubt, Instruction
from pipeline.instructions.words import atoms_in, matches, words

FEWEST_WORDS, MANY_WORDS = 4, 9  # a "new text" of three words for a paragraph of nine is more likely a part of it
ALTERNATIVES = re.compile(r"/| (?:or|ou|o|u) ")


def rewrite(instruction: Instruction, paragraph: str) -> Applied:
    new = _without_number(instruction.new, instruction.reference, paragraph)
    refuse_ellipsis(new, paragraph)
    asked, there = words(new), [w for w in words(paragraph) if w.exact < FIRST_ATOM]
    if [w.exact for w in asked] == [w.exact for w in there]:
        raise Doubt("no effect")
    if len(asked) < FEWEST_WORDS and len(there) >= MANY_WORDS:
        raise Doubt("two readings")
    lost = any(w.exact >= FIRST_ATOM for w in words(paragraph))
    return Applied(action="rewrite", new_text=new, remarks=("a note or image is not mentioned",) if lost else ())


def rewrite_sentence(instruction: Instruction, paragraph: str) -> Applied:
    start, end = sentence_span(paragraph, instruction.sentence)
    whole = matches(paragraph[start:end], paragraph, to_the_letter=True)
    refuse_ellipsis(instruction.new, paragraph)
    if (start, end) == sentence_span(paragraph, 0) or not whole or instruction.new[-1:] != paragraph[end - 1]:
        raise Doubt("two readings")
    match = next(m for m in whole if m.start == start)
    return checked(paragraph, list(replacement(match, paragraph[start:end], instruction.new, paragraph)), instruction.new, [])


def _without_number(new: str, reference: str, paragraph: str) -> str:
    """The number of the paragraph itself, typed before its new text, is no part of it."""
    label = NUMBERED.match(new)
    if label is None or NUMBERED.match(paragraph):
        return new
    return new[label.end() :] if re.search(rf"(?<!\w){re.escape(label[1])}(?!\w)", reference) else new


def new_paragraph(instruction: Instruction, paragraph: str) -> Applied:
    """``paragraph`` is the one that the new one shall stand beside; of two, the first."""
    refuse_ellipsis(instruction.new, "")
    if ALTERNATIVES.search(instruction.target):
        raise Doubt("two readings")
    if [w.folded for w in words(instruction.new)] == [w.folded for w in words(paragraph)]:
        raise Doubt("already there")
    action: Action = "insert before" if instruction.target_side == "before" else "insert after"
    return Applied(action=action, new_text=instruction.new, target=instruction.target, side=instruction.target_side)


def delete_paragraph(instruction: Instruction, paragraph: str) -> Applied:
    return Applied(action="delete")


def move(instruction: Instruction, paragraph: str) -> Applied:
    return Applied(action="move", target=instruction.target, side=instruction.target_side)


def merge(instruction: Instruction, paragraph: str) -> Applied:
    return Applied(action="merge", target="; ".join(t for t in (instruction.reference, instruction.target) if t))


def split(instruction: Instruction, paragraph: str) -> Applied:
    """One paragraph mark in place of the white space."""
    match = places_of(instruction, paragraph, instruction.anchor)[0]
    at = match.end if instruction.anchor_side == "after" else match.start
    if instruction.anchor_side == "after" and paragraph[at : at + 1] in tuple(".;,:"):
        at += 1
    start, end = len(paragraph[:at].rstrip()), len(paragraph) - len(paragraph[at:].lstrip())
    if start == 0 or end == len(paragraph):
        raise Doubt("no effect")
    return Applied(((start, end, "\n"),), action="split")


def delete_sentence(instruction: Instruction, paragraph: str) -> Applied:
    start, end = sentence_span(paragraph, instruction.sentence)
    if (start, end) == sentence_span(paragraph, 0):
        raise Doubt("two readings")
    if atoms_in(paragraph, start, end):
        raise Doubt("note or image inside")
    start = len(paragraph[:start].rstrip()) if start else 0
    end = end if start else end + len(paragraph[end:]) - len(paragraph[end:].lstrip())
    return Applied(((start, end, ""),))
