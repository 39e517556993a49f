"""Two texts compared as a secretary would: paragraph by paragraph, then word by word, the same way for everybody.

The result depends on the two texts alone, never on how a change was marked; so the same change made by two delegations
comes out as the same edit, whether they marked or retyped it (design.md section 4). Three steps: equal paragraphs are
found; in the stretches that differ, paragraphs are paired by the words that they share (splits and joins kept together);
pairs are compared in words by diff-match-patch. Then edits are made canonical: islands dropped, ambiguous ones slid.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

import diff_match_patch as dmp_module
import fast_diff_match_patch

from .model import FIRST_ATOM, PARAGRAPH_MARK

# Words, single spaces, single signs; in scripts without spaces each character is a word.
WORD = r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+(?:['’]\w+)*|[^\w\s]"
TOKEN, SEEN = re.compile(rf"{WORD}|\s"), re.compile(WORD)
SHORT = 12  # tokens on both sides: up to here the Python edition, the reference, costs next to nothing (docs/comparison.md)
LARGE = 40_000  # pairs of paragraphs: above, pairing by shared words costs more than it tells
ALIKE = 0.4  # share of words that two versions of one paragraph have in common at the least
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


Stretch = tuple[int, int, int, int]  # lines [b0, b1) of the base against lines [v0, v1) of the version


def compare(base: Sequence[str], version: Sequence[str]) -> list[Change]:
    """The changes that turn ``base`` into ``version``, in order, not overlapping.

    Each item is one line with its paragraph mark, or one atom that stands for a table (or a row).
    """
    if base == version:
        return []
    out: list[Change] = []
    b_at, v_at = _offsets(base), _offsets(version)
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


def pair(base: Sequence[str], version: Sequence[str]) -> Iterator[Stretch]:
    """The stretches of lines that differ, cut as small as pairing allows."""
    at_b = at_v = 0
    for op, count in _line_diff(base, version):
        if op == "=":
            at_b, at_v = at_b + count[0], at_v + count[1]
            continue
        yield from _paired(base, version, (at_b, at_b + count[0], at_v, at_v + count[1]))
        at_b, at_v = at_b + count[0], at_v + count[1]


def match(base: Sequence[str], version: Sequence[str]) -> list[tuple[int, int]]:
    """Which items are versions of each other, in order: equal ones, alike ones, and one left over against one."""
    out: list[tuple[int, int]] = []
    at_b = at_v = 0
    for op, (k, m) in _line_diff(base, version):
        if op == "=":
            out += [(at_b + i, at_v + i) for i in range(k)]
        else:
            stretch = (at_b, at_b + k, at_v, at_v + m)
            out += [(b0, v0) for b0, b1, v0, v1 in _paired(base, version, stretch) if b1 - b0 == v1 - v0 == 1]
        at_b, at_v = at_b + k, at_v + m
    return out


Run = tuple[str, tuple[int, int]]


def _line_diff(base: Sequence[str], version: Sequence[str]) -> Iterable[Run]:
    """("=", (n, n)) for equal lines and ("#", (n, m)) for n lines of the base against m of the version."""
    runs = list(_equal_lines(base, version))
    return _without_blank_anchors(runs, base) if len(runs) > 2 else runs


def _without_blank_anchors(runs: list[Run], base: Sequence[str]) -> list[Run]:
    """An equal blank line must not part a paragraph from its version: what stands around it is paired as one stretch."""
    out: list[Run] = []
    at = 0
    for i, (op, count) in enumerate(runs):
        before = out[-1][1] if out and out[-1][0] == "#" else None
        after = runs[i + 1][1] if i + 1 < len(runs) else None
        if op == "=" and before and after and 0 in (*before, *after) and not any(x.strip() for x in base[at : at + count[0]]):
            op = "#"
        if op == "#" and before:
            out[-1] = ("#", (before[0] + count[0], before[1] + count[1]))
        else:
            out.append((op, count))
        at += count[0]
    return out


def _equal_lines(base: Sequence[str], version: Sequence[str]) -> Iterable[Run]:
    old, known, places = _base_codes(tuple(base))
    common = [(at, k) for k, x in enumerate(version) if (at := places.get(x)) is not None]
    if all(a < b for (a, _), (b, _) in pairwise(common)) and (not common or common[0][0] >= 0):
        return _runs_between(common, len(base), len(version))
    return _longest_equal(old, _coded(version, dict(known)))


def _runs_between(common: list[tuple[int, int]], rows: int, columns: int) -> Iterator[Run]:
    """All common lines, each once on either side and in the same order: no other comparison keeps as many."""
    at_b = at_v = equal = 0
    for b, v in [*common, (rows, columns)]:
        if b > at_b or v > at_v:
            if equal:
                yield "=", (equal, equal)
            yield "#", (b - at_b, v - at_v)
            equal = 0
        at_b, at_v, equal = b + 1, v + 1, equal + 1
    if equal > 1:
        yield "=", (equal - 1, equal - 1)


def _longest_equal(old: str, new: str) -> Iterator[Run]:
    pending = [0, 0]
    for op, count in fast_diff_match_patch.diff(old, new, timelimit=0, checklines=False, cleanup="No"):
        if op == "=":
            if any(pending):
                yield "#", (pending[0], pending[1])
                pending = [0, 0]
            yield "=", (count, count)
        else:
            pending[op == "+"] += count
    if any(pending):
        yield "#", (pending[0], pending[1])


@lru_cache(maxsize=64)
def _base_codes(base: tuple[str, ...]) -> tuple[str, dict[str, str], dict[str, int]]:
    """The base as characters, one a line, and where each line stands, -1 where it stands twice: the same for every version."""
    codes: dict[str, str] = {}
    coded = _coded(base, codes)
    places = {x: i for i, x in enumerate(base)}
    if len(places) < len(base):
        places |= {x: -1 for x, count in Counter(base).items() if count > 1}
    return coded, codes, places


@lru_cache(maxsize=8192)
def _tokens(text: str) -> tuple[tuple[str, ...], list[int]]:
    """The tokens of a stretch of the base, which many versions are compared with, and where they begin."""
    tokens = tuple(TOKEN.findall(text))
    return tokens, _offsets(tokens)


def _coded(lines: Iterable[str], codes: dict[str, str]) -> str:
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


def _paired(base: Sequence[str], version: Sequence[str], stretch: Stretch) -> Iterator[Stretch]:
    b0, b1, v0, v1 = stretch
    if b0 == b1 or v0 == v1 or b1 - b0 == v1 - v0 == 1:
        yield stretch
        return
    if (b1 - b0) * (v1 - v0) > LARGE:
        yield stretch
        return
    old = [_base_words(x) for x in base[b0:b1]]
    new = [_words(x) for x in version[v0:v1]]
    pairs = _best_pairs(old, new)
    groups = _grown(pairs, old, new)
    yield from _covering(groups, stretch, base, version)


def _words(line: str) -> Counter[str]:
    return Counter(SEEN.findall(line))


_base_words = lru_cache(maxsize=2048)(_words)  # counted once for all versions; nobody changes a count


def alike(a: Counter[str], b: Counter[str]) -> float:
    """The share of words in common, 0 to 1."""
    total = a.total() + b.total()
    if not total:
        return 0.0
    return 2 * sum([min(a[t], b[t]) for t in a.keys() & b.keys()]) / total


def _best_pairs(old: list[Counter[str]], new: list[Counter[str]]) -> list[tuple[int, int]]:
    """The pairs, in order, that share most words in all; pairs below ALIKE do not count."""
    rows, columns = len(old), len(new)
    score = [[alike(a, b) if a or b else ALIKE for b in new] for a in old]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            taken = score[i][j] + best[i + 1][j + 1] if score[i][j] >= ALIKE else -1.0
            best[i][j] = max(taken, best[i + 1][j], best[i][j + 1])
    out, i, j = [], 0, 0
    while i < rows and j < columns:
        if score[i][j] >= ALIKE and best[i][j] == score[i][j] + best[i + 1][j + 1]:
            out.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return out


def _grown(pairs: list[tuple[int, int]], old: list[Counter[str]], new: list[Counter[str]]) -> list[Stretch]:
    """Pairs, each grown by the unpaired neighbours that make it more alike: a split, or a join."""
    groups: list[Stretch] = []
    for k, (i, j) in enumerate(pairs):
        low_b, low_v = (groups[-1][1], groups[-1][3]) if groups else (0, 0)
        high_b, high_v = pairs[k + 1] if k + 1 < len(pairs) else (len(old), len(new))
        groups.append(_grow(old, new, (i, i + 1, j, j + 1), (low_b, high_b, low_v, high_v)))
    return groups


def _grow(old: list[Counter[str]], new: list[Counter[str]], group: Stretch, limits: Stretch) -> Stretch:
    while True:
        b0, b1, v0, v1 = group
        wider = ((b0 - 1, b1, v0, v1), (b0, b1 + 1, v0, v1), (b0, b1, v0 - 1, v1), (b0, b1, v0, v1 + 1))
        inside = [g for g in wider if g[0] >= limits[0] and g[1] <= limits[1] and g[2] >= limits[2] and g[3] <= limits[3]]
        if not inside:
            return group
        better = max(inside, key=lambda g: _alike(old, new, g))
        if _alike(old, new, better) <= _alike(old, new, group) + 0.05:
            return group
        group = better


def _alike(old: list[Counter[str]], new: list[Counter[str]], group: Stretch) -> float:
    b0, b1, v0, v1 = group
    return alike(_together(old[b0:b1]), _together(new[v0:v1]))


def _together(lines: list[Counter[str]]) -> Counter[str]:
    return lines[0] if len(lines) == 1 else sum(lines, Counter())


def _covering(groups: list[Stretch], whole: Stretch, base: Sequence[str], version: Sequence[str]) -> Iterator[Stretch]:
    """The groups, and between them what nobody paired: rewritten one by one where the numbers agree."""
    b, v = whole[0], whole[2]
    for g in [*groups, (whole[1] - b, whole[1] - b, whole[3] - v, whole[3] - v)]:
        here = (b + (g[0] - (b - whole[0])), v + (g[2] - (v - whole[2])))
        yield from _unpaired(b, here[0], v, here[1], base, version)
        if g[1] > g[0]:
            yield (whole[0] + g[0], whole[0] + g[1], whole[2] + g[2], whole[2] + g[3])
        b, v = whole[0] + g[1], whole[2] + g[3]


def _unpaired(b0: int, b1: int, v0: int, v1: int, base: Sequence[str], version: Sequence[str]) -> Iterator[Stretch]:
    if b1 - b0 == v1 - v0 and not any(_is_atom(x) for x in (*base[b0:b1], *version[v0:v1])):
        yield from ((b0 + k, b0 + k + 1, v0 + k, v0 + k + 1) for k in range(b1 - b0))
        return
    if b1 > b0:
        yield b0, b1, v0, v0
    if v1 > v0:
        yield b1, b1, v0, v1


def _is_atom(line: str) -> bool:
    return len(line) == 1 and ord(line) >= FIRST_ATOM


def compare_words(base: str, version: str) -> list[Change]:
    """The canonical word changes between two stretches of text."""
    old, at_b = _tokens(base)
    head, tail = _equal_ends(base, version)
    first, last = bisect_left(at_b, head), bisect_left(at_b, len(base) - tail)
    new = (*old[:first], *TOKEN.findall(version, head, len(version) - tail), *old[last:])
    edits = _slid(_without_islands(_token_edits(old, new, first, len(old) - last), old), old, new)
    at_v = _offsets(new)
    return [Change(at_b[b0], at_b[b1], at_v[v0], at_v[v1]) for b0, b1, v0, v1 in edits]


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
    a = _coded(old[head : len(old) - tail], codes)
    b = _coded(new[head : len(new) - tail], codes)
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


def _offsets(pieces: Sequence[str]) -> list[int]:
    return list(accumulate(map(len, pieces), initial=0))
