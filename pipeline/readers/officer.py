"""The officer's workbooks: what was filled in into placements.xlsx and crosswalk.xlsx."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from ..errors import InputError

KEY, CHOICE = "Key", "Your choice"


def filled_in(path: Path) -> dict[str, str]:
    """Key -> what the officer wrote under "Your choice"; nothing where the file is not there. Raises InputError."""
    return {key: words for key, words in listed(path).items() if words}


def listed(path: Path) -> dict[str, str]:
    """The same for every row: "" where nothing is written. A remark on several provisions has several rows; one suffices."""
    if not path.is_file():
        return {}
    try:
        with closing(load_workbook(path, read_only=True, data_only=True)) as book:
            rows = list(book.worksheets[0].iter_rows(values_only=True))
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise InputError(f"is no workbook that can be read ({error})", file=str(path), remedy="Copy it anew from outputs/") from None
    heads = next(((i, [str(c or "").strip() for c in row]) for i, row in enumerate(rows) if KEY in row and CHOICE in row), None)
    if heads is None:
        raise InputError(f"has no columns “{KEY}” and “{CHOICE}”", file=str(path), remedy="Copy it anew from outputs/")
    at, names = heads
    key, choice = names.index(KEY), names.index(CHOICE)
    pairs = ((str(row[key] or "").strip(), str(row[choice] if row[choice] is not None else "").strip()) for row in rows[at + 1 :])
    out: dict[str, str] = {}
    for k, c in pairs:
        if k and (c or k not in out):
            out[k] = c
    return out
