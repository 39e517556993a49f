"""Picks the reader of a received file by its content, and loads it: a run meets few of ten forms, and some bring large libraries."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import cast

from ..errors import Unreadable
from ..model import Notice
from ..ooxml.preflight import ASK
from .limits import load
from .reading import FormReading, Gathered, refuse, said

READERS = {".odt": "opendocument", ".rtf": "rtf", ".html": "web", ".txt": "plain", ".pdf": "pdf", ".eml": "mail"}  # form -> module
KIN = {".htm": ".html", ".xhtml": ".html", ".text": ".txt", ".md": ".txt", ".docm": ".docx", ".dotx": ".docx"}


def read_blocks(path: Path, suffix: str = "", as_word: Path | None = None) -> FormReading:
    """The file as blocks. ``suffix`` stands for the path's own where that does not tell (attachments).

    as_word: what LibreOffice made of a .doc file, which then is read in its place.

    Raises Unreadable, with what to ask the delegation for.
    """
    try:
        wanted = (suffix or path.suffix).lower()
        data, form = load(path, wanted)
        reading = _read(path, data, form, as_word)
        if not said(reading.blocks) and not reading.attachments:
            refuse("empty", "the file holds no text", ASK["empty"])
        return _with_real_form(reading, path.name, KIN.get(wanted, wanted), form)
    except Unreadable as reason:
        reason.file = reason.file or path.name
        raise


def _read(path: Path, data: bytes, form: str, as_word: Path | None) -> FormReading:
    if form == ".docx":
        from . import word

        return word.read(path)
    if form == ".doc":
        return _read_old_word(path, data, as_word)
    reader = import_module(f".{READERS[form]}", __package__)
    return cast(FormReading, reader.read(data, path.name))


def _read_old_word(path: Path, data: bytes, as_word: Path | None) -> FormReading:
    from . import word, word97

    if as_word is None:
        return word97.read(data, path.name)
    try:
        gathered = Gathered(path.name)  # the reading's own notices would name the file that LibreOffice made
        gathered.loses(*word.marks_and_comments(as_word))
        return replace(word.read(as_word), notices=tuple(gathered.notices))
    except Unreadable:  # what LibreOffice wrote is not worth more than the bytes themselves
        return word97.read(data, path.name)


def _with_real_form(reading: FormReading, file: str, wanted: str, form: str) -> FormReading:
    if not wanted or wanted == form:
        return reading
    notice = Notice("form", file, "", f"the name says {wanted}, the content is {form}: it was read as {form}")
    return replace(reading, notices=(notice, *reading.notices))
