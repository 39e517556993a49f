"""What a sentence does: proposes, supports, reserves, withdraws, has no comments. Patterns of four languages.

A sentence that only speaks of such acts ("the report supports", "cannot support the proposal") does none of them: what is
not sure is a comment, which is shown whole and changes nothing.
"""

from __future__ import annotations

import re
from typing import Literal

from .acts_words import (
    AMENDING,
    BEFORE_INSTRUCTION,
    DRAFTING,
    INSTRUCTION,
    NO_COMMENTS,
    NO_COMMENTS_BUT,
    NOT_OUR_ACT,
    ONLY_FURTHER,
    PASSIVE,
    PROPOSES,
    READS,
    RESERVES,
    RESERVES_WORDS,
    WITHDRAWS,
)  # fmt: skip
from .reference import reference_in
from .sentences import masked
from .support import supported
from .withdrawn import withdraws_all

OPENING = 400  # signs in which an instruction must begin
Act = Literal["proposal", "support", "reservation", "withdrawal", "no comments"]


def act_of(text: str, state_names: frozenset[str] = frozenset()) -> Act | None:
    """What the sentence does, None where it only comments."""
    said = masked(text)
    if (WITHDRAWS.search(said) or withdraws_all(text)) and not NOT_OUR_ACT.search(said):
        return "withdrawal"
    whose = supported(text, state_names)
    if whose and not READS.search(said) and "\0" not in said:
        return "support"  # of "wishes to co-sponsor the amendment of Jamaica" the amendment is another's
    if instructs(text):
        return "proposal"
    if RESERVES.search(said) and not RESERVES_WORDS.search(said):
        return "reservation"
    if whose:
        return "support"
    return "no comments" if NO_COMMENTS.search(said) and not NO_COMMENTS_BUT.search(said) else None


def instructs(text: str) -> bool:
    """Whether it asks for a change of the text."""
    said = masked(text)
    if READS.search(said):
        return True
    if (found := PROPOSES.search(said)) and AMENDING.search(said, found.end()):
        return True
    if PASSIVE.search(said) and (DRAFTING.search(said) or "\0" in said or reference_in(text) is not None):
        return True
    return any(_opens(said[: m.start()]) for m in INSTRUCTION.finditer(said, 0, OPENING))


def _opens(before: str) -> bool:
    """An instruction stands at the start, after a place and a comma or colon, or after "please"."""
    words = before.strip()
    if not re.search(r"\w", words):
        return True
    if re.search(r"[:–—]$|\s-$", words):
        return len(words) < 160
    if words.endswith((",", ")")) and reference_in(words) is not None:
        return re.search(r"\b(?:that|which|que|qui|states?|estados?|états?)\b[^,]*,?$", words, re.I) is None
    return BEFORE_INSTRUCTION.fullmatch(words) is not None


def only_further(text: str) -> bool:
    """ "No further comments" after proposals is a way to end."""
    return ONLY_FURTHER.search(masked(text)) is not None


def opens_new_text(text: str) -> bool:
    """Whether the new text follows in the blocks below: "should read as follows:"."""
    return text.rstrip().endswith(":") and instructs(text)
