"""What shows of a Word 97-2003 file (.doc), read without the pipeline's reader: [MS-DOC] 2.4.1, 2.5, 2.8.35, 2.9.33.

Paragraphs and cells of the body, its notes and its text boxes. Hidden and deleted characters are left out, by the runs of
character properties; an instruction of a field is, its result is not.
"""

from __future__ import annotations

import io
import re
import struct
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import olefile

PIECES, RUNS = 0x01A2, 0x00FA  # where the FIB tells the piece table and the table of pages of character runs
GONE = {0x083C, 0x0800}  # sprmCFVanish, sprmCFRMarkDel
SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}  # of an operand, by the three high bits; 6 tells its own
FIELD = re.compile(r"\x13[^\x13\x14\x15]*\x14?")
PAGE = 512


def paragraphs(data: bytes) -> Iterator[str]:
    """Raises OSError, ValueError, IndexError or struct.error for what is no such file."""
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        main = bytes(ole.openstream("WordDocument").read())
        table = bytes(ole.openstream("1Table" if struct.unpack_from("<H", main, 10)[0] & 0x0200 else "0Table").read())
    body, notes, headers, macros, remarks, ends, boxes = struct.unpack_from("<7i", main, 0x4C)
    text = "".join(_shown(main, table))
    start = body + notes + headers + macros + remarks
    for part in (text[: body + notes], text[start : start + ends + boxes]):
        yield from re.split(r"[\r\x07\x0c]", _plain(part))


def _plain(text: str) -> str:
    while FIELD.search(text):
        text = FIELD.sub("", text)
    kept = text.replace("\x0b", "\n").replace("\x1e", "\u2011")
    return "".join(c for c in kept if c >= " " or c in "\n\r\x07\x0c\t")


def _shown(main: bytes, table: bytes) -> Iterator[str]:
    """Every character, "" as U+0001 where it is hidden or deleted: the counts of the FIB hold then."""
    gone = sorted(_gone(main, table))
    for start, count, size in _pieces(main, table):
        text = main[start : start + count * size].decode("utf-16-le" if size == 2 else "cp1252", "replace")
        for k, character in enumerate(text):
            yield "\x01" if character not in "\r\x07" and _holds(gone, start + k * size) else character


def _holds(stretches: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether one of the stretches, in order and apart from each other, holds the offset."""
    k = bisect_right(stretches, at, key=lambda stretch: stretch[0]) - 1
    return k >= 0 and at < stretches[k][1]


def _pieces(main: bytes, table: bytes) -> Iterator[tuple[int, int, int]]:
    """(offset in the stream, characters, bytes of each), of the piece table behind the property tables."""
    at, length = struct.unpack_from("<II", main, PIECES)
    end = at + length
    while table[at] == 1:
        at += 3 + struct.unpack_from("<H", table, at + 1)[0]
    count = (end - at - 5 - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", table, at + 5)
    for k in range(count):
        where = struct.unpack_from("<I", table, at + 5 + 4 * (count + 1) + 8 * k + 2)[0]
        narrow = bool(where & 0x4000_0000)
        offset = (where & 0x3FFF_FFFF) // (2 if narrow else 1)
        yield offset, bounds[k + 1] - bounds[k], 1 if narrow else 2


def _gone(main: bytes, table: bytes) -> Iterator[tuple[int, int]]:
    """Stretches of the stream whose characters are hidden or deleted."""
    start, length = struct.unpack_from("<II", main, RUNS)
    count = max(0, (length - 4) // 8)
    for number in struct.unpack_from(f"<{count}I", table, start + 4 * (count + 1)) if count else ():
        page = main[(number & 0x3F_FFFF) * PAGE :][:PAGE]
        runs = page[PAGE - 1]
        bounds = struct.unpack_from(f"<{runs + 1}I", page)
        for k in range(runs):
            at = 2 * page[4 * (runs + 1) + k]
            if at and _hides(page[at + 1 : at + 1 + page[at]]):
                yield bounds[k], bounds[k + 1]


def _hides(properties: bytes) -> bool:
    at = 0
    while at + 2 < len(properties):
        sprm = struct.unpack_from("<H", properties, at)[0]
        if sprm in GONE and properties[at + 2] == 1:
            return True
        at += 2 + (SIZES.get(sprm >> 13) or properties[at + 2] + 1)
    return False
