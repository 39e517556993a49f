"""The body of a Word 97-2003 file (.doc) without LibreOffice: characters by the piece table, looks by the character runs.

[MS-DOC]: 2.4.1 retrieving text, 2.5 the FIB, 2.8.35 PlcPcd, 2.9.33 ChpxFkp, 2.6.1 character properties. Deleted and hidden
text must be known, lest it be published; so must the ends of table rows. Styles, lists and comments are not read.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from itertools import groupby

import olefile

from ..ooxml.preflight import ASK
from ..remarks import Block, Emphasis, Piece
from .reading import FormReading, Gathered, Places, emphases, joined, refuse, said
from .word97_runs import Runs, character_runs, paragraph_runs

LOST = (
    "read without LibreOffice: marks are taken as accepted and their authors lost, comments, headings and list numbers not read; "
    "ask the delegation for a .docx file if they matter"
)
SIGNS = {"\x0b": "\n", "\x1e": "‑", "\x1f": "", "\x0c": "\r", "\x0e": "\r"}
SILENT = frozenset("\x00\x01\x02\x03\x04\x05\x06\x08\x0f\x10\x11\x12\x16\x17\x18\x19\x1a\x1b\x1c\x1d")
Letter = tuple[str, tuple[Emphasis, ...], bool]  # the character, its looks, whether it ends a table row
FIELD_BEGIN, FIELD_RESULT, FIELD_END, CELL = "\x13", "\x14", "\x15", "\x07"


def read(data: bytes, file: str) -> FormReading:
    """Raises Unreadable."""
    gathered = Gathered(file)
    try:
        main, table = _streams(data)
        parts = _parts(main, table)
    except (OSError, struct.error, IndexError, ValueError, KeyError):
        refuse("damaged", "the old Word file (.doc) is damaged", ASK["damaged"])
    gathered.notice(LOST, kind="lost in reading")
    places = Places()
    blocks = list(_blocks(parts[0], places, gathered))
    for number, note in enumerate(_split_notes(parts[1]), 1):
        places.cell = f"footnote {number}"
        blocks += _blocks(note, places, gathered)
    places.cell = "text box"
    blocks += _blocks(parts[2], places, gathered)
    return gathered.reading(blocks)


def _streams(data: bytes) -> tuple[bytes, bytes]:
    """The streams WordDocument and 0Table or 1Table."""
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        main = bytes(ole.openstream("WordDocument").read())
        kind, version, flags = struct.unpack_from("<H", main, 0)[0], *struct.unpack_from("<H6xH", main, 2)
        if kind != 0xA5EC or version < 0x00C1:
            refuse("not-a-docx", "the file is in a Word format older than Word 97", ASK["not-a-docx"])
        if flags & 0x0100:
            refuse("encrypted", "the file is protected by a password", ASK["encrypted"])
        return main, bytes(ole.openstream("1Table" if flags & 0x0200 else "0Table").read())


def _parts(main: bytes, table: bytes) -> tuple[list[Letter], list[Letter], list[Letter]]:
    """Body, footnotes and text boxes; headers, comments and endnotes' separators stand between them (2.3)."""
    body, notes, headers, _, comments, ends, boxes = struct.unpack_from("<7i", main, 0x4C)
    letters = list(_letters(main, table))
    after = body + notes
    later = after + headers + comments
    parts = letters[:body], letters[body:after] + letters[later : later + ends], letters[later + ends : later + ends + boxes]
    first, second, third = ([letter for letter in part if letter is not None] for part in parts)
    return first, second, third


def _letters(main: bytes, table: bytes) -> Iterator[Letter | None]:
    """Every character that the counts of the FIB count; None for a deleted one."""
    looks, rows = Runs(character_runs(main, table)), Runs(paragraph_runs(main, table))
    for first, count, wide in _pieces(main, table):
        size = 2 if wide else 1
        text = main[first : first + count * size].decode("utf-16-le" if wide else "cp1252", "replace")
        for k, character in enumerate(text):
            at = first + k * size
            look = looks.at(at)
            yield None if "deleted" in look else (character, emphases(e for e in LOOKS if e in look), "row end" in rows.at(at))


LOOKS: tuple[Emphasis, ...] = ("bold", "italic", "underline", "strike", "highlight", "hidden")


def _pieces(main: bytes, table: bytes) -> Iterator[tuple[int, int, bool]]:
    """(offset in the stream, number of characters, whether two bytes each), in the order of the text."""
    start, length = struct.unpack_from("<II", main, 0x01A2)
    clx = table[start : start + length]
    at = 0
    while clx[at] == 1:  # Prc
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if clx[at] != 2:
        raise ValueError("no piece table")
    size = struct.unpack_from("<I", clx, at + 1)[0]
    count = (size - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", clx, at + 5)
    for k in range(count):
        raw = struct.unpack_from("<I", clx, at + 5 + 4 * (count + 1) + 8 * k + 2)[0]
        narrow = bool(raw & 0x4000_0000)
        offset = (raw & 0x3FFF_FFFF) // 2 if narrow else raw & 0x3FFF_FFFF
        yield offset, min(bounds[k + 1] - bounds[k], len(main)), not narrow


def _split_notes(letters: list[Letter]) -> Iterator[list[Letter]]:
    """Each note begins with its own reference (character 2)."""
    note: list[Letter] = []
    for letter in letters:
        if letter[0] == "\x02" and note:
            yield note
            note = []
        note.append(letter)
    if any(c.strip() and c not in SILENT for c, _, _ in note):
        yield note


def _blocks(letters: list[Letter], places: Places, gathered: Gathered) -> Iterator[Block]:
    """Paragraphs, and tables: runs of cells (character 7) whose rows end with a mark of their own."""
    rows: list[tuple[tuple[Block, ...], ...]] = []
    cells: list[tuple[Block, ...]] = []
    cell: list[list[Letter]] = []
    for paragraph, ending in _paragraphs(_without_fields(letters)):
        if ending == "row":
            rows.append(tuple(cells))
            cells, cell = [], []
        elif ending == "cell":
            cells.append(_cell([*cell, paragraph], f"table {places.tables + 1}, row {len(rows) + 1}, cell {len(cells) + 1}", gathered))
            cell = []
        elif ending == "in table":
            cell.append(paragraph)
        else:
            yield from _table(rows, places)
            rows = []
            yield from _paragraph(paragraph, places.paragraph, gathered)
    yield from _table([*rows, tuple(cells)] if cells else rows, places)


def _table(rows: list[tuple[tuple[Block, ...], ...]], places: Places) -> Iterator[Block]:
    if rows:
        block = Block("table", places.table(), rows=tuple(rows))
        if said([block]):
            yield block


def _cell(paragraphs: list[list[Letter]], place: str, gathered: Gathered) -> tuple[Block, ...]:
    return tuple(block for p in paragraphs for block in _paragraph(p, lambda: place, gathered))


def _paragraph(letters: list[Letter], place: object, gathered: Gathered) -> Iterator[Block]:
    assert callable(place)
    hidden = sum(any(c.strip() for c, _, _ in run) for look, run in groupby(letters, key=lambda x: "hidden" in x[1]) if look)
    pieces = joined(Piece(c, look) for c, look, _ in letters if "hidden" not in look)
    where = place() if pieces or hidden else ""
    gathered.held += [where] * hidden
    if pieces:
        yield Block("paragraph", where, pieces)


def _without_fields(letters: list[Letter]) -> Iterator[Letter]:
    """Of a field its result (2.8.25): the instruction between begin and separator is no text."""
    open_fields: list[bool] = []
    for letter in letters:
        if letter[0] == FIELD_BEGIN:
            open_fields.append(False)
        elif letter[0] == FIELD_RESULT and open_fields:
            open_fields[-1] = True
        elif letter[0] == FIELD_END and open_fields:
            open_fields.pop()
        elif all(open_fields) and letter[0] not in SILENT:
            yield SIGNS.get(letter[0], letter[0]), letter[1], letter[2]


def _paragraphs(letters: Iterator[Letter]) -> Iterator[tuple[list[Letter], str]]:
    held: list[Letter] = []
    found: list[tuple[list[Letter], str]] = []
    for letter in letters:
        if letter[0] == CELL:
            found.append((held, "row" if letter[2] else "cell"))
        elif letter[0] == "\r":
            found.append((held, ""))
        else:
            held.append(letter)
            continue
        held = []
    yield from _in_cells([*found, (held, "")])


def _in_cells(found: list[tuple[list[Letter], str]]) -> Iterator[tuple[list[Letter], str]]:
    """Paragraphs between a row's first and last cell lie in a cell; those before a row's first one too, if the row has begun."""
    open_row = False
    for letters, ending in found:
        yield letters, ending or ("in table" if open_row else "")
        open_row = ending == "cell" or (open_row and ending != "row")
