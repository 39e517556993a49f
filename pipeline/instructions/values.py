"""What an amendment instruction asks for, and what became of it. Frozen; the standard library alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "replace", "delete", "insert", "append", "prepend", "delete sentence", "rewrite",
    "rewrite sentence", "new paragraph", "delete paragraph",
    "move", "merge", "split", "unclear",
]  # fmt: skip
Side = Literal["", "before", "after", "between", "to"]
Scope = Literal["", "all", "throughout"]
Action = Literal["edit", "rewrite", "insert after", "insert before", "delete", "move", "merge", "split"]
Reason = Literal[
    "not found", "found several times", "already there", "no effect", "quotation unclear", "not understood", "two readings",
    "place unclear", "note or image inside",
]  # fmt: skip
TextEdit = tuple[int, int, str]  # [start, end) of the paragraph as it stands, and what stands there instead

LAST = -1
FIRST_ATOM = "\U00100000"  # plane 16: notes, images, fields; no words of a delegation


@dataclass(frozen=True, slots=True)
class Instruction:
    """One thing asked for. ``start`` and ``end`` are its place in the text that was parsed.

    old: words of the draft that go. new: words that come. anchor: words of the draft beside which they come;
    anchor_end: the second of "between X and Z". ordinal: which occurrence (1, 2, ... or LAST), 0 where none is named; times: how
    many there are said to be ("both").
    sentence: which sentence of the paragraph, counted the same way. reference: the provision as written, "" where none
    is named; reference_at: its place in the text. target: where to, as written ("paragraph 5"), with target_side.
    proponent: who asks, where a name stands in the sentence ("Mexico"): of no use to anybody but that contributor.
    as_sentence: the new words are a sentence of their own. loose_end: the full stop that closes the new words may be
    that of the instruction itself; loose_anchor: so it was with the words of the draft, and has been left out.
    exact: words without quotation marks, which have to stand in the draft to the letter.
    doubt: why this is no instruction to follow (kind "unclear").
    """

    kind: Kind
    start: int
    end: int
    old: str = ""
    new: str = ""
    anchor: str = ""
    anchor_side: Side = ""
    anchor_end: str = ""
    target: str = ""
    target_side: Side = ""
    ordinal: int = 0
    times: int = 0
    sentence: int = 0
    scope: Scope = ""
    reference: str = ""
    reference_at: tuple[int, int] = (0, 0)
    proponent: str = ""
    as_sentence: bool = False
    loose_end: bool = False
    loose_anchor: bool = False
    exact: bool = False
    doubt: Reason | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Applied:
    """Edits of the words, or (``action`` is not "edit") what is asked of the paragraph as a whole.

    "rewrite", "insert after" and "insert before" carry ``new_text``; "move" and "merge" the references as written in
    ``target`` ("move": where to, with ``side``; "merge": all of them). "split" has one edit that puts a paragraph mark.
    remarks: what a reader should know: words that were matched although misquoted, notes that a rewriting does not mention.
    """

    edits: tuple[TextEdit, ...] = ()
    action: Action = "edit"
    new_text: str = ""
    target: str = ""
    side: Side = ""
    remarks: tuple[str, ...] = ()

    @property
    def whole_paragraph(self) -> bool:
        return self.action != "edit"


@dataclass(frozen=True, slots=True)
class Refused:
    reason: Reason
    times: int = 0

    def __str__(self) -> str:
        return f"found {self.times} times" if self.reason == "found several times" else self.reason


@dataclass(frozen=True, slots=True)
class Throughout:
    """hits: the edits of each paragraph. also: (number of the paragraph, words) that stand in another form, untouched."""

    hits: tuple[tuple[TextEdit, ...], ...]
    also: tuple[tuple[int, str], ...] = ()


class Doubt(Exception):
    """Leaves the work on one instruction; never leaves ``apply``."""

    def __init__(self, reason: Reason, times: int = 0) -> None:
        super().__init__(reason)
        self.refused = Refused(reason, times)


def amended(paragraph: str, edits: tuple[TextEdit, ...]) -> str:
    """The paragraph after the edits, which are in order and do not overlap."""
    out, at = [], 0
    for start, end, new in edits:
        out += [paragraph[at:start], new]
        at = end
    return "".join([*out, paragraph[at:]])
