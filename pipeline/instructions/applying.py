"""One instruction over the text of one provision: edits, or why there are none. Nothing is ever guessed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from pipeline.instructions import structure, wording
from pipeline.instructions.checking import sound
from pipeline.instructions.values import Applied, Doubt, Instruction, Kind, Refused, TextEdit

WAYS: dict[Kind, Callable[[Instruction, str], Applied]] = {
    "replace": wording.replace,
    "delete": wording.delete,
    "insert": wording.insert,
    "append": wording.append,
    "prepend": wording.prepend,
    "rewrite sentence": structure.rewrite_sentence,
    "delete sentence": structure.delete_sentence,
    "rewrite": structure.rewrite,
    "new paragraph": structure.new_paragraph,
    "delete paragraph": structure.delete_paragraph,
    "move": structure.move,
    "merge": structure.merge,
    "split": structure.split,
}


def apply(instruction: Instruction, paragraph: str) -> Applied | Refused:
    """What the instruction does to the paragraph. Edits are in order, apart, and over ``paragraph`` as it stands."""
    try:
        if instruction.doubt:
            raise Doubt(instruction.doubt)
        return WAYS[instruction.kind](instruction, paragraph)
    except Doubt as doubt:
        return doubt.refused


def apply_all(instructions: Sequence[Instruction], paragraph: str) -> Applied | Refused:
    """All instructions of one sentence on one paragraph, or none of them: the first refusal, or edits that meet."""
    edits: list[TextEdit] = []
    remarks: list[str] = []
    for instruction in instructions:
        done = apply(instruction, paragraph)
        if isinstance(done, Refused) or (done.whole_paragraph and len(instructions) == 1):
            return done
        if done.whole_paragraph:
            return Refused("two readings")
        edits += done.edits
        remarks += done.remarks
    edits.sort()
    meet = any(a[1] > b[0] or a[:2] == b[:2] for a, b in pairwise(edits))
    broken = not edits or not sound(paragraph, edits, " ".join(i.new for i in instructions))
    return Refused("two readings") if meet or broken else Applied(tuple(edits), remarks=tuple(remarks))
