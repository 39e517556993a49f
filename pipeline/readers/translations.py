"""translations.xlsx as the officer returns it: what was translated, by the key of the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from ..errors import InputError
from ..placing.translations import Translation

FACTS = ("Key", "Contributors", "File", "Provision", "Language", "Original words")


def returned(path: Path, languages: Mapping[str, str]) -> dict[str, Translation]:
    """Key -> what was returned; rows without a translation are not told. languages: code -> head of its column.

    Words too long for a cell are carried on in the rows below, without a key. Raises InputError.
    """
    if not path.is_file():
        return {}
    rows = _rows(path)
    at = next((i for i, row in enumerate(rows) if set(FACTS) <= set(row)), None)
    if at is None:
        raise InputError(f"has no columns “{FACTS[0]}” and “{FACTS[-1]}”", file=str(path), remedy="Copy it anew from outputs/")
    heads = rows[at]
    facts = [heads.index(name) for name in FACTS]
    columns = {code: heads.index(name) for code, name in languages.items() if name in heads}
    found = (_translation(row, facts, columns) for row in rows[at + 1 :])
    return {t.key: t for t in found if t.key and t.texts}


def _rows(path: Path) -> list[list[str]]:
    try:
        with closing(load_workbook(path, read_only=True, data_only=True)) as book:
            rows = book.worksheets[0].iter_rows(values_only=True)
            return [[str(c).strip() if c is not None else "" for c in row] for row in rows]
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise InputError(f"is no workbook that can be read ({error})", file=str(path), remedy="Copy it anew from outputs/") from None


def _translation(row: Sequence[str], facts: Sequence[int], columns: Mapping[str, int]) -> Translation:
    key, contributors, file, provision, language, words = (row[i] if i < len(row) else "" for i in facts)
    texts = {code: row[i] for code, i in columns.items() if i < len(row) and row[i]}
    return Translation(key, contributors, file, provision, language, words, texts)
