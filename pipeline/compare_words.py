"""Two stretches of text compared word by word, the same way for everybody.

Tokens are compared by diff-match-patch. Then edits are made canonical: islands dropped, ambiguous ones slid.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import diff_match_patch as dmp_module
import fast_diff_match_patch

from .model import FIRST_ATOM, PARAGRAPH_MARK

# Words, single spaces, single signs; in scripts without spaces each character is a word.
WORD = r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+(?:['’]\w+)*|[^\w\s]"
TOKEN, SEEN = re.compile(rf"{WORD}|\s"), re.compile(WORD)
SHORT = 12  # tokens on both sides: up to here the Python edition, the reference, costs next to nothing (docs/comparison.md)
STOP_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "that",
        "the",
        "their",
        "this",
        "to",
        "with",
        "y",
        "e",
        "o",
        "u",
        "de",
        "del",
        "la",
        "las",
        "el",
        "los",
        "en",
        "con",
        "por",
        "para",
        "que",
        "se",
        "su",
        "sus",
        "et",
        "ou",
        "le",
        "les",
        "des",
        "du",
        "un",
        "une",
        "dans",
        "par",
        "pour",
        "au",
        "aux",
        "os",
        "as",
        "do",
        "da",
        "dos",
        "das",
        "no",
        "na",
        "nos",
        "nas",
        "em",
        "com",
        "ao",
    ]
)


@dataclass(frozen=True, slots=True)
class Change:
    """[b0, b1) of the base text gives way to [v0, v1) of the version; offsets in characters."""

    b0: int
    b1: int
    v0: int
    v1: int

    def shifted(self, b: int, v: int) -> Change:
        return Change(self.b0 + b, self.b1 + b, self.v0 + v, self.v1 + v)


Stretch = tuple[int, int, int, int]  # [b0, b1) of the base against [v0, v1) of the version: tokens here, lines in compare_lines


def compare_words(base: str, version: str) -> list[Change]:
    """The canonical word changes between two stretches of text."""
    old, at_b = _tokens(base)
    head, tail = _equal_ends(base, version)
    first, last = bisect_left(at_b, head), bisect_left(at_b, len(base) - tail)
    new = (*old[:first], *TOKEN.findall(version, head, len(version) - tail), *old[last:])
    edits = _slid(_without_islands(_token_edits(old, new, first, len(old) - last), old), old, new)
    at_v = offsets(new)
    return [Change(at_b[b0], at_b[b1], at_v[v0], at_v[v1]) for b0, b1, v0, v1 in edits]


@lru_cache(maxsize=8192)
def _tokens(text: str) -> tuple[tuple[str, ...], list[int]]:
    """The tokens of a stretch of the base, which many versions are compared with, and where they begin."""
    tokens = tuple(TOKEN.findall(text))
    return tokens, offsets(tokens)


def coded(lines: Iterable[str], codes: dict[str, str]) -> str:
    out = []
    for x in lines:
        code = codes.get(x)
        if code is None:
            code = codes[x] = _code(len(codes))
        out.append(code)
    return "".join(out)


def _code(index: int) -> str:
    """A character for the index; surrogates are left out."""
    return chr(index + 0x100 if index < 0xD000 else index + 0x1100)


def _equal_ends(base: str, version: str) -> tuple[int, int]:
    """How many characters are equal at the start and, of what is left, at the end; both cut at a space, where tokens end."""
    head = base.rfind(" ", 0, _equal_start(base, version)) + 1
    left = min(len(base), len(version)) - head
    start = base.find(" ", len(base) - _equal_start(base[: -left - 1 : -1], version[: -left - 1 : -1])) if left else -1
    return head, len(base) - start if start >= 0 else 0


def _equal_start(a: str, b: str) -> int:
    low, high = 0, min(len(a), len(b)) + 1
    while high - low > 1:
        middle = (low + high) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle
    return low


def _token_edits(old: Sequence[str], new: Sequence[str], head: int, tail: int) -> list[Stretch]:
    """head, tail: how many tokens are known to be equal at the start and the end."""
    head += _common(old[head:], new[head:])
    tail = min(tail, len(old) - head, len(new) - head)
    tail += _common(old[head : len(old) - tail][::-1], new[head : len(new) - tail][::-1])
    codes: dict[str, str] = {}
    a = coded(old[head : len(old) - tail], codes)
    b = coded(new[head : len(new) - tail], codes)
    out: list[Stretch] = []
    at_a = at_b = head
    for equal, deleted, inserted in _runs(a, b):
        at_a, at_b = at_a + equal, at_b + equal
        if deleted or inserted:
            out.append((at_a, at_a + deleted, at_b, at_b + inserted))
        at_a, at_b = at_a + deleted, at_b + inserted
    return out


def _runs(a: str, b: str) -> Iterator[tuple[int, int, int]]:
    """(equal, deleted, inserted) counts, in turn."""
    equal = deleted = inserted = 0
    for op, count in _diff(a, b):
        if op == "=":
            if deleted or inserted:
                yield equal, deleted, inserted
                equal = deleted = inserted = 0
            equal += count
        elif op == "-":
            deleted += count
        else:
            inserted += count
    if deleted or inserted:
        yield equal, deleted, inserted


_PYTHON = dmp_module.diff_match_patch()
_PYTHON.Diff_Timeout = 0  # a time limit would make the result depend on the machine (design.md, law 4)
_SIGNS = {0: "=", -1: "-", 1: "+"}


def _diff(a: str, b: str) -> list[tuple[str, int]]:
    if set(a).isdisjoint(b):
        return [("-", len(a))] * bool(a) + [("+", len(b))] * bool(b)
    if len(a) + len(b) <= SHORT:
        return [(_SIGNS[op], len(text)) for op, text in _PYTHON.diff_main(a, b, False)]
    found: list[tuple[str, int]] = fast_diff_match_patch.diff(a, b, timelimit=0, checklines=False, cleanup="No")
    return found


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    count = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        count += 1
    return count


def _without_islands(edits: list[Stretch], old: Sequence[str]) -> list[Stretch]:
    """Two replacements with nothing but a stop-word between them are one replacement."""
    out: list[Stretch] = []
    for e in edits:
        if out and _replaces(out[-1]) and _replaces(e) and _is_island(old[out[-1][1] : e[0]]):
            out[-1] = (out[-1][0], e[1], out[-1][2], e[3])
        else:
            out.append(e)
    return out


def _replaces(e: Stretch) -> bool:
    return e[1] > e[0] and e[3] > e[2]


def _is_island(tokens: Sequence[str]) -> bool:
    words = [t for t in tokens if not t.isspace()]
    if any(t == PARAGRAPH_MARK or ord(t[0]) >= FIRST_ATOM for t in tokens):
        return False
    return len(words) <= 1 and all(t.lower() in STOP_WORDS or t == "," for t in words)


def _slid(edits: list[Stretch], old: Sequence[str], new: Sequence[str]) -> list[Stretch]:
    """Pure insertions and deletions that could stand at several places stand at the most natural one."""
    out: list[Stretch] = []
    for k, e in enumerate(edits):
        low = out[-1][1] if out else 0
        high = edits[k + 1][0] if k + 1 < len(edits) else len(old)
        out.append(e if _replaces(e) else _slide(e, old, new, low, high))
    return out


def _slide(e: Stretch, old: Sequence[str], new: Sequence[str], low: int, high: int) -> Stretch:
    deletes = e[1] > e[0]
    tokens, start, end = (old, e[0], e[1]) if deletes else (new, e[2], e[3])
    best, shift = _natural(tokens, start, end), 0
    for step in (-1, 1):
        at = 0
        while _can_slide(tokens, start + at, end + at, step) and low <= e[0] + at + step and e[1] + at + step <= high:
            at += step
            score = _natural(tokens, start + at, end + at)
            if score > best or (score == best and at < shift <= 0):
                best, shift = score, at
    return (e[0] + shift, e[1] + shift, e[2] + shift, e[3] + shift)


def _can_slide(tokens: Sequence[str], start: int, end: int, step: int) -> bool:
    if step < 0:
        return start > 0 and tokens[start - 1] == tokens[end - 1]
    return end < len(tokens) and tokens[start] == tokens[end]


def _natural(tokens: Sequence[str], start: int, end: int) -> int:
    """How natural a place is: a whole paragraph, a whole sentence, a word with the space after it."""
    opens = start == 0 or tokens[start - 1] == PARAGRAPH_MARK
    if opens and tokens[end - 1] == PARAGRAPH_MARK:
        return 4
    if tokens[end - 1] == " " and start > 1 and tokens[start - 1] == " " and tokens[start - 2] in ".;!?":
        return 3
    if tokens[end - 1] == " " and not tokens[start].isspace():
        return 2
    return 1 if tokens[start] == " " else 0


def offsets(pieces: Sequence[str]) -> list[int]:
    return list(accumulate(map(len, pieces), initial=0))
