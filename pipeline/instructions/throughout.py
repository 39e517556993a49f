""" "Throughout the text, replace X by Y": every whole word, in every paragraph; other forms of it are told, not touched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.instructions.applying import apply
from pipeline.instructions.locating import occurrences
from pipeline.instructions.values import Doubt, Instruction, Refused, TextEdit, Throughout
from pipeline.instructions.words import Word, words

LONGEST_ENDING = 3  # letters by which another form of a word differs: migrant, migrants; trabajador, trabajadoras


def apply_throughout(instruction: Instruction, paragraphs: Sequence[str]) -> Throughout | Refused:
    """The hits in each paragraph. A paragraph in which the words stand but cannot be changed is told like another form."""
    if instruction.doubt or instruction.kind not in ("replace", "delete"):
        return Refused(instruction.doubt or "not understood")
    hits: list[tuple[TextEdit, ...]] = []
    also: list[tuple[int, str]] = []
    for number, paragraph in enumerate(paragraphs):
        edits, kept = _hits(instruction, paragraph)
        hits.append(edits)
        also += [(number, form) for form in kept]
    return Throughout(tuple(hits), tuple(also)) if any(hits) else Refused("not found")


def _hits(instruction: Instruction, paragraph: str) -> tuple[tuple[TextEdit, ...], list[str]]:
    try:
        found = occurrences(instruction.old, paragraph)
    except Doubt:
        return (), [instruction.old]
    others = list(dict.fromkeys(_other_forms(instruction.old, paragraph, {m.start for m in found})))
    if not found:
        return (), others
    done = apply(instruction, paragraph)
    return ((), [*others, instruction.old]) if isinstance(done, Refused) else (done.edits, others)


def _other_forms(old: str, paragraph: str, taken: set[int]) -> Iterator[str]:
    """The same words with other endings, or all in capitals."""
    asked, there = words(old), words(paragraph)
    for k in range(len(there) - len(asked) + 1):
        run = there[k : k + len(asked)]
        if run[0].start not in taken and all(_same_stem(a, b) for a, b in zip(asked, run, strict=True)):
            yield re.sub(r"\s+", " ", paragraph[run[0].start : run[-1].end])


def _same_stem(one: Word, other: Word) -> bool:
    short, long = sorted((one.folded, other.folded), key=len)
    if short == long:
        return True
    shared = next((k for k, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return shared >= max(4, len(short) - 1) and len(long) - shared <= LONGEST_ENDING
