"""The programs that the bench compares, each as a function from an inputs folder to figures."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmark.generate import Size, generator_hash, write_changed_submission, write_set
from tests.benchmark.measure import Figures, ProgramFailed, run

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
BENCH = PROJECT / ".bench"
PUBLISHED = (0,)  # the bench's set holds no error: any other exit status is a failure


def set_of(size: Size) -> Path:
    """The set's inputs folder, made where an unchanged generator has not made it yet."""
    folder = BENCH / f"set-{generator_hash()}-{size.name}"
    if not (folder / "consolidation.toml").exists():
        write_set(size, folder)
    return folder


def floor(inputs: Path) -> Figures:
    return run([sys.executable, str(HERE / "floor.py"), str(inputs)], PROJECT)


def peer(inputs: Path) -> Figures:
    return run([str(peer_python()), str(HERE / "peer.py"), str(inputs), str(BENCH / "peer.docx")], PROJECT)


def peer_python() -> Path:
    """The interpreter of the peer's own environment, made on the first call; ProgramFailed where it cannot be."""
    home = BENCH / "peer"
    python, ready = home / "bin" / "python", home / "ready"
    requirements = HERE / "peer-requirements.txt"
    if not ready.exists() or ready.read_text() != requirements.read_text():
        shutil.rmtree(home, ignore_errors=True)
        order([sys.executable, "-m", "venv", str(home)])
        order([str(python), "-m", "pip", "install", "-q", "--require-hashes", "-r", str(requirements)])
        ready.write_text(requirements.read_text())
    return python


def order(command: list[str]) -> None:
    outcome = subprocess.run(command, capture_output=True, text=True)
    if outcome.returncode:
        raise ProgramFailed("the peer cannot be installed: " + " | ".join(outcome.stderr.strip().splitlines()[-2:]))


def consolidate(inputs: Path, outputs: Path, *more: str) -> Figures:
    command = [sys.executable, "-m", "pipeline", "consolidate", "--inputs", str(inputs), "--outputs", str(outputs)]
    return run([*command, *more], PROJECT, PUBLISHED, surroundings())


def surroundings() -> dict[str, str]:
    """A user's: the program's modules compiled, as the peer's are, whatever the caller asks of Python; a cache of the bench's own."""
    mine = {"XDG_CACHE_HOME": str(BENCH / "cache"), "PYTHONPYCACHEPREFIX": str(BENCH / "compiled")}
    return {**{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}, **mine}


def fresh_outputs() -> Path:
    """No outputs of an earlier run, and nothing that one kept with the user."""
    outputs = BENCH / "outputs"
    for folder in (outputs, BENCH / "cache"):
        shutil.rmtree(folder, ignore_errors=True)
    return outputs


def document(inputs: Path) -> Figures:
    """Our merge to consolidated.docx alone, from nothing."""
    return consolidate(inputs, fresh_outputs(), "--only", "document")


def whole(inputs: Path) -> Figures:
    """All outputs and the audit, from nothing."""
    return consolidate(inputs, fresh_outputs())


def samples() -> Figures:
    """The sample inputs from nothing, with no LibreOffice on the path and nothing kept with the user."""
    command = [sys.executable, "-m", "pipeline", "consolidate", "--inputs", str(PROJECT / "inputs"), "--outputs", str(fresh_outputs())]
    with tempfile.TemporaryDirectory(prefix="bench-") as nothing:
        bare = {**surroundings(), "PATH": nothing, "XDG_CACHE_HOME": nothing}
        return run(command, PROJECT, PUBLISHED, bare)


def first_and_second(size: Size) -> tuple[Figures, Figures]:
    """The whole from nothing, then once more with one submission changed."""
    inputs, outputs = BENCH / "changed", fresh_outputs()
    shutil.rmtree(inputs, ignore_errors=True)
    shutil.copytree(set_of(size), inputs)
    first = consolidate(inputs, outputs)
    write_changed_submission(size, inputs)
    return first, consolidate(inputs, outputs)
