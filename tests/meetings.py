"""Inputs folders for the tests of whole runs: a few of the samples, so that a run takes a fraction of a second."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

from pipeline.run import Options, Outcome, consolidate

SAMPLES = Path(__file__).resolve().parents[1] / "inputs"
SUBMISSIONS = SAMPLES / "submissions"
FEW = ("Mexico.docx", "Uruguay.docx", "Colombia.docx")


def meeting(folder: Path, *names: str, settings: str = "") -> Path:
    """An inputs folder below ``folder`` with the sample draft and these samples (FEW unless named)."""
    inputs = folder / "inputs"
    (inputs / "submissions").mkdir(parents=True)
    shutil.copyfile(SAMPLES / "draft-program.docx", inputs / "draft-program.docx")
    for name in names or FEW:
        receive(inputs, name)
    if settings:
        (inputs / "consolidation.toml").write_text(settings, encoding="utf-8")
    return inputs


def receive(inputs: Path, name: str, named: str = "") -> Path:
    """Put one sample among the submissions, under another name where one is given."""
    return Path(shutil.copyfile(SUBMISSIONS / name, inputs / "submissions" / (named or name)))


def run(inputs: Path, outputs: Path, said: list[str] | None = None) -> Outcome:
    return consolidate(Options(inputs, outputs), said.append if said is not None else lambda message: None)


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def parts_of(path: Path) -> dict[str, bytes]:
    """The parts of a package, or the file itself where it is none."""
    if not zipfile.is_zipfile(path):
        return {"": path.read_bytes()}
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words_of(path: Path) -> str:
    """All words of a Word file or workbook in the order of their parts, whatever runs they stand in."""
    xml = b" ".join(parts_of(path).values()).decode("utf-8", "replace")
    text = re.sub(r"<[^>]*>", "", re.sub(r"</(?:w:p|si|is|v)>", " ", xml))
    for sign, name in (("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("&", "&amp;")):
        text = text.replace(name, sign)
    return " ".join(text.split())
