"""Runs of like properties in a Word 97-2003 file: offsets of the stream and what holds there.

[MS-DOC] 2.8.5 PlcBteChpx, 2.8.6 PlcBtePapx, 2.9.33 ChpxFkp, 2.9.180 PapxFkp, 2.6.1 and 2.6.2 the properties (sprm).
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator

Run = tuple[int, int, frozenset[str]]
PAGE = 512
CHARACTER = {
    0x0835: "bold", 0x0836: "italic", 0x0837: "strike", 0x2A53: "strike", 0x083C: "hidden", 0x0800: "deleted", 0x2A3E: "underline",
    0x2A0C: "highlight",
}  # fmt: skip
PARAGRAPH = {0x2417: "row end", 0x244C: "row end"}
SIZES = (1, 1, 2, 4, 2, 2, 0, 3)  # of an operand, by the three high bits of its sprm; 0 where it tells its own


class Runs:
    """What holds at an offset; where runs meet, the later one begins."""

    def __init__(self, runs: Iterator[Run]) -> None:
        self._runs = sorted(runs, key=lambda run: run[:2])
        self._starts = [run[0] for run in self._runs]

    def at(self, offset: int) -> frozenset[str]:
        k = bisect_right(self._starts, offset) - 1
        return self._runs[k][2] if k >= 0 and offset < self._runs[k][1] else frozenset()


def character_runs(main: bytes, table: bytes) -> Iterator[Run]:
    for page in _pages(main, table, 0x00FA):
        count = page[PAGE - 1]
        bounds = struct.unpack_from(f"<{count + 1}I", page)
        for k in range(count):
            at = 2 * page[4 * (count + 1) + k]
            held = page[at + 1 : at + 1 + page[at]] if at else b""
            yield bounds[k], bounds[k + 1], frozenset(_properties(held, CHARACTER))


def paragraph_runs(main: bytes, table: bytes) -> Iterator[Run]:
    for page in _pages(main, table, 0x0102):
        count = page[PAGE - 1]
        bounds = struct.unpack_from(f"<{count + 1}I", page)
        for k in range(count):
            at = 2 * page[4 * (count + 1) + 13 * k]
            yield bounds[k], bounds[k + 1], frozenset(_properties(_papx(page, at), PARAGRAPH))


def _papx(page: bytes, at: int) -> bytes:
    """PapxInFkp (2.9.181): a count of words, or zero and a count; then the style's index and the properties."""
    if not at:
        return b""
    size, start = (2 * page[at] - 1, at + 1) if page[at] else (2 * page[at + 1], at + 2)
    return page[start + 2 : start + size]


def _pages(main: bytes, table: bytes, place: int) -> Iterator[bytes]:
    """The formatted pages that the table at ``place`` of the FIB lists."""
    start, length = struct.unpack_from("<II", main, place)
    count = (length - 4) // 8 if length else 0
    for number in struct.unpack_from(f"<{count}I", table, start + 4 * (count + 1)) if count else ():
        at = (number & 0x3F_FFFF) * PAGE
        if len(main) >= at + PAGE:
            yield main[at : at + PAGE]


def _properties(held: bytes, names: dict[int, str]) -> Iterator[str]:
    at = 0
    while at + 2 < len(held):
        sprm = struct.unpack_from("<H", held, at)[0]
        size = SIZES[sprm >> 13] or _own_size(held, sprm, at + 2)
        if sprm in names and held[at + 2] not in (0, 0x80):  # 0x80: as the style has it, and styles are not read
            yield names[sprm]
        at += 2 + size


def _own_size(held: bytes, sprm: int, at: int) -> int:
    if sprm == 0xD608 and at + 1 < len(held):  # sprmTDefTable counts in two bytes, one too many (2.9.316)
        return int(struct.unpack_from("<H", held, at)[0]) + 1
    return held[at] + 1
