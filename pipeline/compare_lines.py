"""Which lines of two texts are versions of each other: equal ones first, then those that share words, splits and joins together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

import fast_diff_match_patch

from .compare_words import SEEN, Stretch, coded
from .model import FIRST_ATOM

LARGE = 40_000  # pairs of paragraphs: above, pairing by shared words costs more than it tells
ALIKE = 0.4  # share of words that two versions of one paragraph have in common at the least
Run = tuple[str, tuple[int, int]]


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


def _line_diff(base: Sequence[str], version: Sequence[str]) -> Iterable[Run]:
    """("=", (n, n)) for equal lines and ("#", (n, m)) for n lines of the base against m of the version."""
    runs = list(_equal_lines(base, version))
    return _without_weak_anchors(runs, base) if len(runs) > 2 else runs


def _without_weak_anchors(runs: list[Run], base: Sequence[str]) -> list[Run]:
    """An equal line that is blank, or that stands twice in the base, must not part a paragraph from its version: what stands around
    it is paired as one stretch, where lines were only added on one side of it or only left out. Which of two equal headings a
    lone one is, its neighbours tell."""
    out: list[Run] = []
    at = 0
    for i, (op, count) in enumerate(runs):
        before = out[-1][1] if out and out[-1][0] == "#" else None
        after = runs[i + 1][1] if i + 1 < len(runs) else None
        if op == "=" and before and after and 0 in (*before, *after) and _is_weak(base, at, count[0], before, after):
            op = "#"
        if op == "#" and before:
            out[-1] = ("#", (before[0] + count[0], before[1] + count[1]))
        else:
            out.append((op, count))
        at += count[0]
    return out


def _is_weak(base: Sequence[str], at: int, count: int, before: tuple[int, int], after: tuple[int, int]) -> bool:
    lines = base[at : at + count]
    if not any(x.strip() for x in lines):
        return True
    if count > 1 or (before[0] + 1 + after[0]) * (before[1] + 1 + after[1]) > LARGE:
        return False
    return _base_codes(tuple(base))[2][lines[0]] < 0


def _equal_lines(base: Sequence[str], version: Sequence[str]) -> Iterable[Run]:
    old, known, places = _base_codes(tuple(base))
    common = [(at, k) for k, x in enumerate(version) if (at := places.get(x)) is not None]
    if all(a < b for (a, _), (b, _) in pairwise(common)) and (not common or common[0][0] >= 0):
        return _runs_between(common, len(base), len(version))
    return _longest_equal(old, coded(version, dict(known)))


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
    signs = coded(base, codes)
    places = {x: i for i, x in enumerate(base)}
    if len(places) < len(base):
        places |= {x: -1 for x, count in Counter(base).items() if count > 1}
    return signs, codes, places


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
