"""The command line: what it prints, where, and with which exit status it ends."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import pipeline.audit
import pipeline.run
from pipeline.__main__ import COMMANDS, main
from pipeline.terminal import Progress, columns, shortened, told
from pipeline.twice import differing_files
from tests.meetings import FEW, SAMPLES, files_of, meeting, receive

ROOT = Path(__file__).resolve().parents[1]
Screen = pytest.CaptureFixture[str]


def command(folder: Path, *arguments: str) -> int:
    """Run one command on folder/inputs and folder/outputs."""
    return main([arguments[0], "--inputs", str(folder / "inputs"), "--outputs", str(folder / "outputs"), *arguments[1:]])


def refused(folder: Path, screen: Screen, *arguments: str) -> str:
    """The one line of a run that ends with exit status 2."""
    assert command(folder, *(arguments or ("consolidate", "--quiet"))) == 2
    captured = screen.readouterr()
    assert captured.out == ""
    lines = captured.err.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("error: ")
    return lines[0]


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_each_command_explains_itself_with_an_example(name: str, capsys: Screen) -> None:
    with pytest.raises(SystemExit) as end:
        main([*([name] if name else []), "--help"])
    said = capsys.readouterr().out
    assert end.value.code == 0
    assert "example" in said
    assert f"python -m pipeline {name}".strip() in said
    assert "exit status:" in said


def test_the_command_line_starts_without_the_heavy_modules() -> None:
    """The time of the whole process is what an officer waits for."""
    code = "import sys, pipeline.__main__; print([m for m in ('lxml', 'docx', 'openpyxl', 'orjson') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_missing_inputs_folder_is_named(tmp_path: Path, capsys: Screen) -> None:
    line = refused(tmp_path, capsys)
    assert str(tmp_path / "inputs") in line
    assert "INPUTS=DIR" in line


def test_a_missing_draft_is_named(tmp_path: Path, capsys: Screen) -> None:
    (meeting(tmp_path) / "draft-program.docx").unlink()
    line = refused(tmp_path, capsys)
    assert "draft-program.docx: the draft is missing." in line
    assert "consolidation.toml" in line


def test_a_draft_that_is_no_word_file_is_a_mistake_of_the_inputs(tmp_path: Path, capsys: Screen) -> None:
    (meeting(tmp_path) / "draft-program.docx").write_bytes(b"%PDF-1.4")
    assert "draft-program.docx" in refused(tmp_path, capsys)


def test_missing_submissions_are_a_mistake_of_the_inputs(tmp_path: Path, capsys: Screen) -> None:
    inputs = meeting(tmp_path)
    for path in (inputs / "submissions").iterdir():
        path.unlink()
    (inputs / "submissions").rmdir()
    assert "the folder of submissions is missing" in refused(tmp_path, capsys)


def test_an_ambiguous_file_name_names_the_candidates(tmp_path: Path, capsys: Screen) -> None:
    receive(meeting(tmp_path), "Mexico.docx", "Mexico on behalf of Peru.docx")
    line = refused(tmp_path, capsys)
    assert "Mexico on behalf of Peru.docx: file name: " in line
    assert "Mexico, Peru" in line
    assert "[files]" in line


@pytest.mark.parametrize(
    ("settings", "place"),
    [("draft = \n", "line 1"), ("[meeting]\ntitel = 'x'\n", "line 2, [meeting] titel"), ("[output]\npaper = 'a5'\n", "line 2")],
)
def test_a_mistake_in_the_settings_is_told_with_its_line(
    settings: str, place: str, tmp_path: Path, capsys: Screen
) -> None:
    meeting(tmp_path, settings=settings)
    line = refused(tmp_path, capsys)
    assert line.startswith("error: consolidation.toml: ")
    assert place in line


@pytest.mark.parametrize("lock", ["~$nsolidated.docx", ".~lock.comparison.xlsx#"])
def test_an_output_that_is_open_in_word_is_told(lock: str, tmp_path: Path, capsys: Screen) -> None:
    meeting(tmp_path)
    assert command(tmp_path, "consolidate", "--quiet") == 0
    (tmp_path / "outputs" / lock).touch()
    before = files_of(tmp_path / "outputs")
    line = refused(tmp_path, capsys)
    assert "open in Word, Excel or LibreOffice" in line
    assert "Close it" in line
    assert files_of(tmp_path / "outputs") == before


@pytest.mark.parametrize("outputs", ["inputs", "inputs/outputs", "."])
def test_outputs_and_inputs_in_each_other_are_refused(outputs: str, tmp_path: Path, capsys: Screen) -> None:
    inputs = meeting(tmp_path)
    before = files_of(tmp_path)
    assert main(["consolidate", "--inputs", str(inputs), "--outputs", str(tmp_path / outputs)]) == 2
    assert "stand in each other" in capsys.readouterr().err
    assert files_of(tmp_path) == before


def test_the_outputs_folder_must_not_be_a_file(tmp_path: Path, capsys: Screen) -> None:
    meeting(tmp_path)
    (tmp_path / "outputs").touch()
    assert "is a file" in refused(tmp_path, capsys)


def test_a_broken_law_of_the_three_publishes_nothing(
    tmp_path: Path, capsys: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting(tmp_path)
    assert command(tmp_path, "consolidate", "--quiet") == 0
    before = files_of(tmp_path / "outputs")
    honest = pipeline.audit.audit

    def lying(*given: Any, **named: Any) -> Any:
        found = honest(*given, **named)
        return replace(found, reject_all=False, problems=["law 0: paragraph 3 differs"])

    monkeypatch.setattr(pipeline.audit, "audit", lying)
    assert command(tmp_path, "consolidate", "--quiet") == 3
    assert "law 0: paragraph 3 differs" in capsys.readouterr().err
    assert files_of(tmp_path / "outputs") == before


def test_what_nobody_foresaw_is_one_line_and_leaves_the_outputs(
    tmp_path: Path, capsys: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting(tmp_path)
    assert command(tmp_path, "consolidate", "--quiet") == 0
    before = files_of(tmp_path / "outputs")

    def failing(*given: Any) -> None:
        raise ValueError("a\nfault")

    monkeypatch.setattr(pipeline.run, "publish", failing)
    monkeypatch.delenv("PIPELINE_DEBUG", raising=False)
    assert command(tmp_path, "consolidate", "--quiet") == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "ValueError: a fault." in said
    assert "earlier outputs are untouched" in said
    assert files_of(tmp_path / "outputs") == before
    monkeypatch.setenv("PIPELINE_DEBUG", "1")
    assert command(tmp_path, "consolidate", "--quiet") == 1
    assert "Traceback" in capsys.readouterr().err


def test_an_interrupted_run_ends_with_130(tmp_path: Path, capsys: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*given: Any) -> None:
        raise KeyboardInterrupt

    meeting(tmp_path)
    monkeypatch.setattr(pipeline.run, "publish", interrupted)
    assert command(tmp_path, "consolidate", "--quiet") == 130
    assert "interrupted" in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_quiet_says_nothing(tmp_path: Path, capsys: Screen) -> None:
    meeting(tmp_path)
    assert command(tmp_path, "consolidate", "--quiet") == 0
    assert capsys.readouterr() == ("", "")


def test_json_is_the_report_and_nothing_else(tmp_path: Path, capsys: Screen) -> None:
    meeting(tmp_path)
    assert command(tmp_path, "consolidate", "--json") == 0
    captured = capsys.readouterr()
    assert captured.out.encode() == (tmp_path / "outputs" / "report.json").read_bytes()
    assert "read 1/3" in captured.err


def test_the_report_on_the_screen_stands_in_the_order_of_the_officers_work(
    tmp_path: Path, capsys: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # how long the name of the tests' folder is does not count
    inputs = meeting(tmp_path, *FEW, "Jamaica.docx", "Costa Rica.docx", "Costa Rica rev. 1.docx", "El Salvador.docx")
    shutil.copytree(SAMPLES / "earlier-drafts", inputs / "earlier-drafts")
    receive(inputs, "Ecuador - observaciones.docx", "nobody knows whose this is, since its name is long and tells nothing.docx")
    assert command(Path(), "consolidate") == 0
    said = capsys.readouterr().out
    order = ("Defaults used", "file  ", "Mexico.docx", "Laws\n", "Needs attention", "Not readable", "Of nobody's", "Rebased")
    assert [part for part in order if part not in said] == []
    assert sorted(order, key=said.index) == list(order)
    assert max(map(columns, said.splitlines())) <= 120
    assert "not checked (--twice" in said
    assert "nobody knows" in said
    assert "…" in said


def test_check_tells_where_what_would_stand_and_writes_nothing(tmp_path: Path, capsys: Screen) -> None:
    meeting(tmp_path)
    before = files_of(tmp_path)
    assert command(tmp_path, "check") == 0
    said = capsys.readouterr().out
    assert "MEX-01" in said
    assert "nothing was written" in said
    assert files_of(tmp_path) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["inputs"]


def test_twice_proves_law_4_and_says_so(tmp_path: Path, capsys: Screen) -> None:
    meeting(tmp_path)
    assert command(tmp_path, "consolidate", "--twice") == 0
    assert "a second run wrote the same bytes" in capsys.readouterr().out
    report = json.loads((tmp_path / "outputs" / "report.json").read_text(encoding="utf-8"))
    assert report["laws"]["determinism"] is True


def test_twice_finds_a_difference(tmp_path: Path, capsys: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    """What only this process does, the second run does not."""
    meeting(tmp_path)
    honest = pipeline.run.publish

    def unsteady(edition: Any, stages: Any, target: Path, judge: Any, *more: Any) -> Any:
        verdicts = honest(edition, stages, target, judge, *more)
        (target / "by-contributor" / "extra.txt").write_text("extra")
        return verdicts

    monkeypatch.setattr(pipeline.run, "publish", unsteady)
    assert command(tmp_path, "consolidate", "--twice") == 4
    assert "law 4: a second run differs in by-contributor/extra.txt" in capsys.readouterr().out


def test_the_stages_run_one_by_one_write_what_a_whole_run_writes(tmp_path: Path, capsys: Screen) -> None:
    """One model: a stage alone reads the JSON of the stage before and nothing else of it."""
    inputs = meeting(tmp_path, *FEW, "Costa Rica.docx", "Costa Rica rev. 1.docx", "Jamaica.docx")
    for stage in ("ingest", "align", "merge", "publish"):
        assert command(tmp_path, stage, "--quiet") == 0, capsys.readouterr().err
    assert main(["consolidate", "--quiet", "--inputs", str(inputs), "--outputs", str(tmp_path / "whole")]) == 0
    assert differing_files(tmp_path / "outputs", tmp_path / "whole") == []
    assert command(tmp_path, "audit") == 0
    assert "holds" in capsys.readouterr().out
    assert differing_files(tmp_path / "outputs", tmp_path / "whole") == []


@pytest.mark.parametrize(("stage", "before"), [("align", "ingest"), ("merge", "ingest"), ("publish", "ingest")])
def test_a_stage_without_the_one_before_says_which_to_run(
    stage: str, before: str, tmp_path: Path, capsys: Screen
) -> None:
    meeting(tmp_path)
    assert f"Run `python -m pipeline {before}` first" in refused(tmp_path, capsys, stage, "--quiet")


def test_a_tampered_output_is_found_by_the_audit(tmp_path: Path, capsys: Screen) -> None:
    meeting(tmp_path)
    assert command(tmp_path, "consolidate", "--quiet") == 0
    outputs = tmp_path / "outputs"
    (outputs / "consolidated.docx").write_bytes((outputs / "by-contributor" / "Mexico.docx").read_bytes())
    assert command(tmp_path, "audit", "--quiet") in (3, 4)


def test_progress_outside_a_screen_is_a_line_each_tenth() -> None:
    out = io.StringIO()
    progress = Progress(out)
    for number in range(1, 101):
        progress(f"read {number}/100  file {number}.docx")
    progress("written; auditing")
    assert len(out.getvalue().splitlines()) == 12
    assert out.getvalue().endswith("read 100/100  file 100.docx\nwritten; auditing\n")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_on_a_screen_is_one_line_that_is_taken_away() -> None:
    out = Terminal()
    progress = Progress(out)
    progress("read 1/2  a.docx")
    progress("read 2/2  b.docx")
    progress.close()
    assert "\n" not in out.getvalue()
    assert out.getvalue().endswith("\r\x1b[K")


def test_a_long_name_loses_its_middle() -> None:
    assert shortened("Argentina - comentarios (25-10-2004).docx", 21) == "Argentina …2004).docx"
    assert shortened("short.docx", 21) == "short.docx"
    assert columns(shortened("日本語の提案についてのコメント.docx", 20)) <= 20


def test_control_characters_of_a_file_name_do_not_reach_the_screen() -> None:
    """A file name may hold what moves the cursor or changes colours."""
    submission = {"file": "a\x1b[2Jb\n.docx", "contributors": [], "form": "clean", "status": "unassigned", "proposals": 0, "comments": 0}
    laws = {"reject_all": True, "own_view": {}, "attribution": True, "completeness": {"in": 0, "out": 0}, "determinism": None,
            "same_ids": True, "leaks": [], "problems": []}  # fmt: skip
    report = {"submissions": [submission], "proposals": [], "conflicts": [], "laws": laws,
              "notices": [{"kind": "unassigned", "file": "a\x1b[2Jb\n.docx", "place": "file", "message": "x"}]}  # fmt: skip
    assert "\x1b" not in told(report, [], 110)


def test_a_reader_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    """`python -m pipeline consolidate | head -1`"""
    inputs = meeting(tmp_path)
    command = [sys.executable, "-m", "pipeline", "consolidate", "--inputs", str(inputs), "--outputs", str(tmp_path / "outputs")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        said = child.stderr.read().decode()
    assert child.returncode == 0
    assert "Traceback" not in said
    assert "BrokenPipe" not in said
