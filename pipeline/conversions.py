"""Received .odt, .rtf and .doc files as LibreOffice, where it is installed, turns them into Word files with their marks and comments.

A conversion changes more than the delegation did: a table of contents gains a paragraph, a field its result. So the texts on which
the files may be made go the same way, into the form and back: what differs there is the conversion's, not the delegation's
(docs/converted.md). What was converted is kept by its hash with the user; where LibreOffice is missing there is nothing here.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import re
import shutil
import weakref
import zipfile
from collections.abc import Iterable, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from .errors import Unreadable
from .forms import office
from .forms.limits import load, odt_parts
from .model import VERSIONS, Notice
from .readers.bases import has_words_of
from .readers.draft import DraftFile
from .readers.submission import Reading

CHECK_IT = "have the delegation look through its document in by-contributor/"
FORMATTING_LOST = "A change of formatting alone is marked here; it is not read from this form"
WITHOUT = ("this file holds tracked changes", "this file holds comments in the margin")  # of which the Word file tells
MADE_BY = re.compile(rb"<Application>LibreOffice/(\d+(?:\.\d+)*)")


@dataclass
class Conversions:
    """files: hash of a received file -> it as a Word file. trips: (hash of a text, form) -> that text there and back.

    forms: hash of a received file -> the form that it really has.
    """

    files: dict[str, Path] = field(default_factory=dict)
    trips: dict[tuple[str, str], Path] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)

    def key(self, received: str) -> str:
        """Stands for all that the reading of a received file takes from here."""
        if received not in self.files:
            return ""
        form = self.forms[received]
        paths = [self.files[received], *(path for (_, of), path in sorted(self.trips.items()) if of == form)]
        return " ".join(path.stem for path in paths)


def convert(received: Sequence[tuple[str, Path]], texts: Sequence[DraftFile], kept: MutableMapping[str, Any]) -> Conversions:
    """received: (hash, path) of each file. texts: the draft first, and whatever else files may be made on."""
    wanted = {sha256: found for sha256, path in received if (found := _to_convert(path))}
    if not wanted or not office.installed():
        return Conversions()
    folder = Path(mkdtemp(prefix="converted-"))
    out = Conversions(forms={sha256: form for sha256, (_, form) in wanted.items()})
    weakref.finalize(out, _remove, folder, os.getpid())  # the files are there as long as what tells of them
    made = _converted(wanted.values(), ".docx", kept)
    out.files = {sha256: _written(data, folder) for sha256, data in zip(wanted, made, strict=True) if data}
    near = {(t.sha256, out.forms[sha256]) for sha256, path in out.files.items() for t in texts if has_words_of(path, t)}
    out.trips = _trips([(t, form) for form in office.CONVERTED for t in texts if (t.sha256, form) in near], folder, kept)
    return out


def _to_convert(path: Path) -> tuple[bytes, str] | None:
    """The file's bytes and real form, where LibreOffice is to read it; it is not handed what the guards refuse."""
    suffix = path.suffix.lower()
    if suffix not in office.CONVERTED:
        return None
    try:
        data, form = load(path, suffix)
        if form == ".odt":
            odt_parts(data)
        return (data, form) if form in office.CONVERTED else None
    except Unreadable:
        return None


def _trips(
    wanted: Sequence[tuple[DraftFile, str]], folder: Path, kept: MutableMapping[str, Any]
) -> dict[tuple[str, str], Path]:
    """Texts that go into a form and back: one call for each form, and one for all the way back."""
    went: list[tuple[DraftFile, str, bytes]] = []
    for form in dict.fromkeys(form for _, form in wanted):
        texts = [t for t, of in wanted if of == form]
        made = _converted([(t.path.read_bytes(), ".docx") for t in texts], form, kept)
        went += [(t, form, data) for t, data in zip(texts, made, strict=True) if data]
    back = _converted([(data, form) for _, form, data in went], ".docx", kept)
    return {(t.sha256, form): _written(data, folder) for (t, form, _), data in zip(went, back, strict=True) if data}


def _converted(files: Iterable[tuple[bytes, str]], target: str, kept: MutableMapping[str, Any]) -> list[bytes | None]:
    """Taken from what is kept, the rest made in one call. What failed is tried again in the next run: it may have been short of time."""
    files = list(files)
    program = office.identity()
    keys = [hashlib.sha256(f"{suffix} {target} {program} ".encode() + data).hexdigest() for data, suffix in files]
    known = {key: found for key in keys if (found := _decoded(kept.get(key)))}
    missing = {key: file for key, file in zip(keys, files, strict=True) if key not in known}
    for key, made in zip(missing, office.converted_all(list(missing.values()), target), strict=True):
        if made:
            known[key] = made
            kept[key] = base64.b64encode(made).decode("ascii")
    return [known.get(key) for key in keys]


def _decoded(value: Any) -> bytes | None:
    try:
        return base64.b64decode(value, validate=True) if isinstance(value, str) else None
    except binascii.Error:
        return None


def made_by(word: Path) -> str:
    """The program and its version, as the Word file that it made tells (docProps/app.xml: "LibreOffice/7.4.7.2$Linux_X86_64 ...")."""
    try:
        with zipfile.ZipFile(word) as archive:
            found = MADE_BY.search(archive.read("docProps/app.xml"))
    except (KeyError, OSError, zipfile.BadZipFile):
        found = None
    return f"LibreOffice {found.group(1).decode('ascii')}" if found else "LibreOffice"


def of_other_form(reading: Reading, name: str, sha256: str, form: str, word: Path) -> Reading:
    """A version of a text, or an answer, that LibreOffice turned into a Word file: what that may have changed is no proposal.

    name, sha256, form: of the received file.
    """
    s = replace(reading.submission, sha256=sha256)
    if s.form not in ("tracked", "clean") and not s.draft_span:
        return replace(reading, submission=replace(s, notices=tuple(x for x in s.notices if not x.message.startswith(WITHOUT))))
    formats = [c for c in s.comments if c.kind == "format"]
    told = [Notice("converted", name, "document", f"Made as {form}, converted by {made_by(word)}: {CHECK_IT}.")]
    told += [Notice("lost in reading", name, c.source, f"{FORMATTING_LOST} ({form}).") for c in formats]
    return replace(
        reading,
        submission=replace(
            s,
            status="merged" if s.status in VERSIONS else s.status,  # rebased: by its notices (docs/converted.md)
            made_as=form.removeprefix("."),
            reason=s.reason or f"made as {form}",
            comments=tuple(c for c in s.comments if c.kind != "format"),
            notices=(*told, *s.notices),
        ),
    )


def _remove(folder: Path, process: int) -> None:
    """Not by a child process that has done its part."""
    if os.getpid() == process:
        shutil.rmtree(folder, ignore_errors=True)


def _written(data: bytes, folder: Path) -> Path:
    """Named by what it holds, so that the name tells whether two are the same."""
    path = folder / f"{hashlib.sha256(data).hexdigest()}.docx"
    path.write_bytes(data)
    return path
