"""The outputs folder: earlier outputs stand whole until the new ones are whole."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import pipeline.workspace
from pipeline.errors import InputError
from pipeline.twice import differing_files
from pipeline.workspace import open_workspace
from tests.meetings import SAMPLES, files_of, meeting, receive, run

ROOT = Path(__file__).resolve().parents[1]
DELAYS = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.3, 1.6)  # seconds; a run takes about one


@pytest.fixture(params=["at once", "two renames"])
def outputs(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an earlier output, exchanged by either way."""
    if request.param == "two renames":
        monkeypatch.setattr(pipeline.workspace, "_exchanged_at_once", lambda new, old: False)
    folder = tmp_path / "out puts (é)"
    folder.mkdir()
    (folder / "consolidated.docx").write_text("old")
    (folder / "notes of the officer.txt").write_text("mine")
    return folder


def test_the_new_folder_takes_the_place_of_the_old(outputs: Path) -> None:
    workspace = open_workspace(outputs)
    (workspace.new / "consolidated.docx").write_text("new")
    workspace.publish()
    assert (outputs / "consolidated.docx").read_text() == "new"
    assert [p.name for p in outputs.parent.iterdir()] == [outputs.name]


def test_files_of_the_officer_stay(outputs: Path) -> None:
    workspace = open_workspace(outputs)
    workspace.publish()
    assert files_of(outputs) == {"notes of the officer.txt": b"mine"}


def test_a_discarded_run_leaves_everything(outputs: Path) -> None:
    before = files_of(outputs)
    workspace = open_workspace(outputs)
    (workspace.new / "consolidated.docx").write_text("new")
    workspace.discard()
    assert files_of(outputs) == before
    assert [p.name for p in outputs.parent.iterdir()] == [outputs.name]


def test_what_a_killed_run_left_is_taken_away(outputs: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    (outputs.parent / f".{outputs.name}.new-{dead.pid}").mkdir()
    open_workspace(outputs).discard()
    assert [p.name for p in outputs.parent.iterdir()] == [outputs.name]


def test_the_folder_of_a_run_that_still_works_is_left_alone(outputs: Path) -> None:
    other = outputs.parent / f".{outputs.name}.new-{os.getppid()}"
    other.mkdir()
    open_workspace(outputs).discard()
    assert other.is_dir()


def test_outputs_put_aside_by_a_killed_run_come_back(outputs: Path) -> None:
    """Killed between the two renames: the old folder lies aside, and none in its place."""
    before = files_of(outputs)
    outputs.rename(outputs.parent / f".{outputs.name}.aside")
    open_workspace(outputs).discard()
    assert files_of(outputs) == before


def test_an_old_folder_put_aside_does_not_replace_the_new_one(outputs: Path) -> None:
    (outputs.parent / f".{outputs.name}.aside").mkdir()
    before = files_of(outputs)
    open_workspace(outputs).discard()
    assert files_of(outputs) == before
    assert not (outputs.parent / f".{outputs.name}.aside").exists()


def test_a_file_opened_while_the_run_worked_is_told_before_anything_moves(outputs: Path) -> None:
    workspace = open_workspace(outputs)
    (outputs / "~$nsolidated.docx").touch()
    before = files_of(outputs)
    with pytest.raises(InputError, match="Close it"):
        workspace.publish()
    assert files_of(outputs) == before


@pytest.fixture(scope="module")
def before_and_after(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """(inputs, outputs before the last submission came, outputs after): ids are sticky, so one follows the other."""
    folder = tmp_path_factory.mktemp("killed")
    inputs, old, new = meeting(folder), folder / "old", folder / "new"
    run(inputs, old)
    shutil.copytree(old, new)
    receive(inputs, "Brasil.docx")
    run(inputs, new)
    return inputs, old, new


@pytest.mark.parametrize("delay", DELAYS)
def test_a_run_killed_at_any_point_leaves_old_or_new_whole(
    delay: float, before_and_after: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    """With all its children, by SIGKILL, so that nothing can tidy up; the next run tidies up and ends whole."""
    inputs, old, new = before_and_after
    outputs = tmp_path / "outputs"
    shutil.copytree(old, outputs)
    killed_after(delay, inputs, outputs)
    assert [] in (differing_files(outputs, old), differing_files(outputs, new))
    run(inputs, outputs)
    assert differing_files(outputs, new) == []
    assert [p.name for p in tmp_path.iterdir()] == ["outputs"]


def killed_after(delay: float, inputs: Path, outputs: Path) -> None:
    command = [sys.executable, "-m", "pipeline", "consolidate", "--quiet", "--inputs", str(inputs), "--outputs", str(outputs)]
    child = subprocess.Popen(command, cwd=ROOT, start_new_session=True, stderr=subprocess.DEVNULL)
    time.sleep(delay)
    with contextlib.suppress(ProcessLookupError):  # it had ended already
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def test_the_samples_are_never_written(tmp_path: Path) -> None:
    before = {p: p.stat().st_mtime_ns for p in SAMPLES.rglob("*")}
    run(SAMPLES, tmp_path / "outputs")
    assert {p: p.stat().st_mtime_ns for p in SAMPLES.rglob("*")} == before
