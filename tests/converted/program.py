"""Stands in for LibreOffice: gives back what it made of the specimens, by their bytes. A file that says HANG or DIE does that."""

from __future__ import annotations

import shlex
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
SECONDS = 60


def put(path: Path, log: Path) -> Path:
    """A program at that path; each call writes a line with the names of its files into the log.

    Through the shell, since a script cannot name an interpreter whose path holds a space.
    """
    path.write_text(f'#!/bin/sh\nexec {shlex.join([sys.executable, __file__, str(log)])} "$@"\n')
    path.chmod(0o755)
    return path


def made_of(data: bytes, source: Path, target: str) -> bytes | None:
    for known in HERE.glob(f"*{source.suffix}"):
        if known.read_bytes() == data:
            made = HERE / (f"{known.name}.docx" if target == "docx" else f"{known.stem}.{target}")
            return made.read_bytes() if made.is_file() else None
    return None


def main(log: Path, arguments: list[str]) -> None:
    target = arguments[arguments.index("--convert-to") + 1].partition(":")[0]
    out = Path(arguments[arguments.index("--outdir") + 1])
    sources = [Path(a) for a in arguments[arguments.index("--outdir") + 2 :]]
    with log.open("a") as told:
        told.write(" ".join(s.name for s in sources) + f" -> {target}\n")
    out.mkdir(exist_ok=True)
    for source in sources:
        data = source.read_bytes()
        if b"HANG" in data:
            time.sleep(SECONDS)
        if b"DIE" in data:
            sys.exit(9)
        made = made_of(data, source, target)
        if made is not None:
            (out / f"{source.stem}.{target}").write_bytes(made)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
