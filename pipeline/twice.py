"""Law 4: the same inputs, consolidated once more by another process, give the same bytes (design.md section 3).

Another process with another hash seed and one worker: what depends on the order of a set, or on which child process
was first, shows itself only there. Nothing that is kept with the user serves it: what that should change shows itself too.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from .takeover import DECISIONS
from .workspace import OFFICERS

OTHER_SEED = "4711"
SAID_AT_MOST = 300  # characters of what a failing second run said


def differences(inputs: Path, first: Path, ids: Path) -> list[str]:
    """The names of files in which a second run differs from ``first``. ids: the ids that the first run started from."""
    with TemporaryDirectory(prefix="consolidation-") as folder:
        second = Path(folder) / "outputs"
        kept = sorted(ids.parents[1] / name for pattern in DECISIONS for name in ids.parents[1].glob(pattern))
        for path in (ids, *(ids.parent / name for name in OFFICERS), *(ids.parents[1] / name for name in OFFICERS), *kept):
            if path.is_file():
                copy = second / path.relative_to(ids.parents[1])
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, copy)
        failure = _run(inputs, second, Path(folder) / "nothing kept")
        return [failure] if failure else differing_files(first, second)


def _run(inputs: Path, outputs: Path, cache: Path) -> str:
    """What went wrong, or nothing."""
    environment = {**os.environ, "PYTHONHASHSEED": OTHER_SEED, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    environment["XDG_CACHE_HOME"] = str(cache)
    command = [sys.executable, "-m", "pipeline", "consolidate", "--quiet", "--processes", "1"]
    command += ["--inputs", str(inputs), "--outputs", str(outputs)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    said = done.stderr.strip()[-SAID_AT_MOST:]
    return "" if done.returncode in (0, 4) else f"its outcome: exit {done.returncode}: {said}"


def differing_files(one: Path, other: Path) -> list[str]:
    """The files, by their path below the folder, that only one of two folders has or that differ in a byte; of packages which parts."""
    found = {p.relative_to(folder).as_posix() for folder in (one, other) for p in folder.rglob("*") if p.is_file()}
    return [name + _in_parts(one / name, other / name) for name in sorted(found) if _bytes(one / name) != _bytes(other / name)]


def _in_parts(one: Path, other: Path) -> str:
    """Where in a package: without it a difference that shows itself once in a hundred runs could not be followed up."""
    if not (zipfile.is_zipfile(one) and zipfile.is_zipfile(other)):
        return ""
    first, second = _parts(one), _parts(other)
    differing = [name for name in sorted({*first, *second}) if first.get(name) != second.get(name)]
    return f" ({', '.join(differing) or 'packed otherwise'})"


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
