"""Two texts compared as a secretary would: paragraph by paragraph, then word by word, the same way for everybody.

The result depends on the two texts alone, never on how a change was marked; so the same change made by two delegations
comes out as the same edit, whether they marked or retyped it (design.md section 4). Three steps: equal paragraphs are
found; in the stretches that differ, paragraphs are paired by the words that they share (splits and joins kept together);
pairs are compared in words by diff-match-patch. Then edits are made canonical: islands dropped, ambiguous ones slid.
"""

from __future__ import annotations

from collections.abc import Sequence

from .compare_lines import pair
from .compare_words import Change, compare_words, offsets
from .model import PARAGRAPH_MARK


def compare(base: Sequence[str], version: Sequence[str]) -> list[Change]:
    """The changes that turn ``base`` into ``version``, in order, not overlapping.

    Each item is one line with its paragraph mark, or one atom that stands for a table (or a row).
    """
    if base == version:
        return []
    out: list[Change] = []
    b_at, v_at = offsets(base), offsets(version)
    for stretch in pair(base, version):
        b0, b1, v0, v1 = stretch
        if b1 == b0:
            out += [Change(b_at[b0], b_at[b0], v_at[i], v_at[i + 1]) for i in range(v0, v1)]
        elif v1 == v0:
            out += [Change(b_at[i], b_at[i + 1], v_at[v0], v_at[v0]) for i in range(b0, b1)]
        else:
            found = compare_words("".join(base[b0:b1]), "".join(version[v0:v1]))
            out += [c.shifted(b_at[b0], v_at[v0]) for c in found]
    return out


def keep_last_mark(changes: list[Change], base: str, version: str) -> list[Change]:
    """The last paragraph mark of a story cannot be inserted or deleted in Word: shift such changes before it.

    Observed: Word itself writes a paragraph added at the end as an inserted mark on the paragraph before.
    """
    if not changes or not base.endswith(PARAGRAPH_MARK) or not version.endswith(PARAGRAPH_MARK):
        return changes
    head = [c for c in changes if c.b1 < len(base) and not (c.b0 == c.b1 == len(base))]
    tail = changes[len(head) :]
    if not tail:
        return changes
    b0, v0 = tail[0].b0, tail[0].v0
    if all(c.b0 == c.b1 for c in tail):  # paragraphs added after the last one
        return [*head, *(c.shifted(-1, -1) for c in tail)]
    if v0 == len(version):  # the last paragraphs are taken out
        first = len(head)
        while first and changes[first - 1].v0 == v0 and changes[first - 1].b1 == changes[first].b0:
            first -= 1
        start = changes[first].b0
        if start > 0 and base[start - 1] == PARAGRAPH_MARK and all(c.b1 < start for c in changes[:first]):
            return [*changes[:first], *(c.shifted(-1, -1) for c in changes[first:])]
    return [*head, *compare_tail(base, version, b0, v0)]


def compare_tail(base: str, version: str, b0: int, v0: int) -> list[Change]:
    """The rest of both texts as one change that leaves the last mark alone."""
    b1, v1 = len(base) - 1, len(version) - 1
    return [Change(min(b0, b1), b1, min(v0, v1), v1)]
