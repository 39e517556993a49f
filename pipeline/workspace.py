"""The outputs folder as one thing: a run builds a whole new folder beside it and exchanges the two in one step.

So a run that fails, or is killed at any point, leaves the earlier outputs as they were (design.md section 6). On Linux
the exchange is one system call (renameat2 with RENAME_EXCHANGE); elsewhere two renames, and an interrupted pair is
mended when the next run starts.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from .errors import InputError

OFFICERS = ("placements.xlsx", "crosswalk.xlsx", "translations.xlsx")  # filled in in the last outputs, they are inputs
OURS = frozenset(
    {
        "consolidated.docx", "consolidated-print.docx", "consolidated.html", "consolidated-report.docx", "comparison.xlsx", *OFFICERS,
        "by-contributor", "report.json", "stages", "previous",
    }
    | {f"consolidated{kind}.{language}.docx" for kind in ("", "-report") for language in ("en", "es", "fr", "pt")}
)  # fmt: skip
_EXCHANGE = 2
_HERE = -100  # AT_FDCWD


@dataclass(frozen=True)
class Workspace:
    """``old`` is the published folder, ``new`` the one that this run builds."""

    old: Path
    new: Path

    def publish(self) -> None:
        """Put the new folder in the place of the old one; files that are not ours stay with the officer."""
        refuse_open_files(self.old)
        for item in self.old.iterdir():
            if item.name not in OURS:
                _copy(item, self.new / item.name)
        _exchange(self.new, self.old)
        shutil.rmtree(self.new, ignore_errors=True)

    def discard(self) -> None:
        shutil.rmtree(self.new, ignore_errors=True)


def open_workspace(outputs: Path) -> Workspace:
    """Mend what a killed run left, and begin a new folder."""
    outputs = outputs.absolute()
    parent = outputs.parent
    parent.mkdir(parents=True, exist_ok=True)
    aside = parent / f".{outputs.name}.aside"
    if aside.is_dir():
        if outputs.exists():
            shutil.rmtree(aside, ignore_errors=True)
        else:
            aside.rename(outputs)
    for left in parent.glob(f".{outputs.name}.new-*"):
        if not _alive(left.name.rsplit("-", 1)[1]):
            shutil.rmtree(left, ignore_errors=True)
    outputs.mkdir(exist_ok=True)
    refuse_open_files(outputs)
    new = parent / f".{outputs.name}.new-{os.getpid()}"
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    return Workspace(outputs, new)


def _alive(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except (ProcessLookupError, ValueError):
        return False
    except PermissionError:
        return True
    return True


def refuse_open_files(outputs: Path) -> None:
    """Word, Excel and LibreOffice leave a lock file beside a file that is open."""
    for lock in [*outputs.glob("~$*"), *outputs.glob(".~lock.*#")]:
        name = lock.name.removeprefix("~$").removeprefix(".~lock.").removesuffix("#")
        raise InputError(
            "the output is open in Word, Excel or LibreOffice", file=str(outputs / name),
            remedy=f"Close it and run again (if it is not open, delete {lock.name})",
        )  # fmt: skip


def _copy(item: Path, target: Path) -> None:
    if item.is_dir():
        shutil.copytree(item, target, symlinks=True)
    else:
        shutil.copy2(item, target, follow_symlinks=False)


def _exchange(new: Path, old: Path) -> None:
    try:
        if _exchanged_at_once(new, old):
            return
        aside = old.parent / f".{old.name}.aside"
        old.rename(aside)
        new.rename(old)
        shutil.rmtree(aside, ignore_errors=True)
    except PermissionError as error:
        raise InputError(
            "the outputs cannot be replaced",
            file=str(error.filename or old),
            remedy="Close the files of outputs/ that are open and run again",
        ) from error


def _exchanged_at_once(new: Path, old: Path) -> bool:
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(rename(_HERE, os.fsencode(new), _HERE, os.fsencode(old), _EXCHANGE) == 0)
