"""Whole runs: what stays the same, what survives a fault, and what must never come out."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import pipeline.audit
import pipeline.run
from pipeline.model import Draft, Edit, Merged, Proposal, Submission
from pipeline.readers.submission import prose_of
from pipeline.twice import differing_files
from tests.meetings import SAMPLES, SUBMISSIONS, files_of, meeting, parts_of, receive, run, words_of
from tests.planting import RSIDS, SHOWN, Plants, plant, sown

Merge = Callable[..., Merged]
Harvest = tuple[Plants, Path, dict[str, str]]  # the plants, the outputs, each part of each output as text
PLACES = sorted(sown(SAMPLES / "draft-program.docx")[1].words)


def test_the_same_inputs_give_the_same_bytes(tmp_path: Path) -> None:
    inputs = meeting(tmp_path)
    run(inputs, tmp_path / "one")
    run(inputs, tmp_path / "other")
    assert differing_files(tmp_path / "one", tmp_path / "other") == []


def test_a_run_on_its_own_outputs_changes_nothing(tmp_path: Path) -> None:
    inputs = meeting(tmp_path)
    run(inputs, tmp_path / "outputs")
    before = files_of(tmp_path / "outputs")
    run(inputs, tmp_path / "outputs")
    assert files_of(tmp_path / "outputs") == before


def test_the_order_in_which_files_came_changes_nothing(tmp_path: Path) -> None:
    names = [p.name for p in sorted(SUBMISSIONS.iterdir())]
    outputs = []
    for number, order in enumerate((names, names[::-1], names[7:] + names[:7])):
        inputs = meeting(tmp_path / str(number), *order)
        run(inputs, tmp_path / str(number) / "outputs")
        outputs.append(tmp_path / str(number) / "outputs")
    assert differing_files(outputs[0], outputs[1]) == []
    assert differing_files(outputs[0], outputs[2]) == []


def test_a_second_run_reads_only_what_changed(tmp_path: Path) -> None:
    inputs = meeting(tmp_path, "Mexico.docx", "Uruguay.docx", "Colombia.docx", "Brasil.docx")
    run(inputs, tmp_path / "outputs")
    shutil.copyfile(SUBMISSIONS / "Panamá.docx", inputs / "submissions" / "Uruguay.docx")
    said: list[str] = []
    run(inputs, tmp_path / "outputs", said)
    read = [line for line in said if line.startswith("read ")]
    assert len(read) == 4
    assert [line for line in read if "(unchanged)" not in line] == ["read 4/4  Uruguay.docx"]
    run(inputs, tmp_path / "fresh")
    kept = json.loads((tmp_path / "outputs" / "report.json").read_text("utf-8"))
    fresh = json.loads((tmp_path / "fresh" / "report.json").read_text("utf-8"))
    assert kept["submissions"] == fresh["submissions"]


def test_a_submission_that_is_taken_back_leaves_nothing(tmp_path: Path) -> None:
    inputs = meeting(tmp_path)
    run(inputs, tmp_path / "outputs")
    (inputs / "submissions" / "Mexico.docx").unlink()
    run(inputs, tmp_path / "outputs")
    assert [name for name in files_of(tmp_path / "outputs") if "Mexico" in name] == []
    assert "MEX-" not in words_of(tmp_path / "outputs" / "consolidated.docx")


def test_ids_stay_when_a_submission_comes_before_the_others(tmp_path: Path) -> None:
    """An id that delegations have quoted in the room must not move to another proposal."""
    inputs = meeting(tmp_path, "Mexico.docx", "Uruguay.docx")
    before = {(p["submission"], p["source"], p["type"]): p["id"] for p in run(inputs, tmp_path / "outputs").report["proposals"]}
    receive(inputs, "Argentina - comentarios (25-10-2004).docx")
    after = {(p["submission"], p["source"], p["type"]): p["id"] for p in run(inputs, tmp_path / "outputs").report["proposals"]}
    assert {key: after[key] for key in before} == before


@pytest.mark.parametrize(
    "name",
    ["México (versión final) “corregida”.docx", "Mexico's comments.docx", "Me\u0301xico.docx", "01 Mexico & notes <2>.docx",
     "sub folder/Mexico.docx", 'Mexico "draft".docx', "Mexico %20 $HOME `x` #1.docx", "- Mexico.docx", "Mexico=1+1.docx"],
)  # fmt: skip
def test_any_file_name_works(name: str, tmp_path: Path) -> None:
    """Names come from delegations; each is listed as it is and its marks are made."""
    inputs = meeting(tmp_path / "a folder (é) 'x'", "Uruguay.docx")
    (inputs / "submissions" / name).parent.mkdir(parents=True, exist_ok=True)
    receive(inputs, "Mexico.docx", name)
    outcome = run(inputs, tmp_path / "out puts (é)")
    found = {s["file"]: (s["contributors"], s["status"]) for s in outcome.report["submissions"]}
    assert found[name] == (["Mexico"], "merged")
    assert outcome.exit_code == 0, outcome.laws


def failing_for(state: str, honest: Merge) -> Merge:
    """A merge that cannot bear one state's edits."""

    def merge(draft: Draft, submissions: Sequence[Submission], *rest: Any) -> Merged:
        if any(state in s.contributors and s.edits for s in submissions):
            raise IndexError("a fault in the merge")
        return honest(draft, submissions, *rest)

    return merge


def corrupting(state: str, honest: Merge) -> Merge:
    """A merge that puts other words into one state's mouth."""

    def wrong(edit: Edit) -> Edit:
        return replace(edit, inserted=tuple(replace(s, text=s.text[::-1]) if s.kind == "text" else s for s in edit.inserted))

    def merge(draft: Draft, submissions: Sequence[Submission], proposals: Sequence[Proposal], *rest: Any) -> Merged:
        submissions = [replace(s, edits=tuple(map(wrong, s.edits))) if state in s.contributors else s for s in submissions]
        return honest(draft, submissions, proposals, *rest)

    return merge


@pytest.mark.parametrize("fault", [failing_for, corrupting])
def test_a_fault_in_the_merge_of_one_state_costs_only_that_state(
    fault: Callable[[str, Merge], Merge], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The night before the deadline a broken law must not mean an empty table: the rest is published, one is withheld."""
    inputs = meeting(tmp_path, "Mexico.docx", "Uruguay.docx", "Colombia.docx", "Brasil.docx", "Ecuador - observaciones.docx")
    monkeypatch.setattr(pipeline.run, "merge", fault("Mexico", pipeline.run.merge))
    outcome = run(inputs, tmp_path / "outputs")
    status = {s["file"]: s["status"] for s in outcome.report["submissions"]}
    assert status.pop("Mexico.docx") == "withheld"
    assert set(status.values()) == {"merged"}
    assert outcome.exit_code == 4
    assert outcome.laws is not None
    assert outcome.laws.problems == []
    assert "Mexico" not in outcome.laws.own_view
    assert [x["file"] for x in outcome.report["notices"] if x["kind"] == "withheld"] == ["Mexico.docx"]
    for output in ("consolidated.docx", "comparison.xlsx"):
        assert missing_words(inputs / "submissions" / "Mexico.docx", tmp_path / "outputs" / output) == []
    assert not re.search(rb'w:author="[^"]*Mexico', parts_of(tmp_path / "outputs" / "consolidated.docx")["word/document.xml"])


def missing_words(submission: Path, output: Path) -> list[str]:
    """Paragraphs of a submission that do not stand in an output."""
    words = words_of(output)
    return [text for _, text in prose_of(submission) if " ".join(text.split()) not in words]


def test_a_fault_that_is_nobodys_stops_the_run_and_leaves_the_outputs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs = meeting(tmp_path)
    run(inputs, tmp_path / "outputs")
    before = files_of(tmp_path / "outputs")

    def failing(*given: Any) -> None:
        raise MemoryError

    monkeypatch.setattr(pipeline.run, "write_json", failing)
    with pytest.raises(MemoryError):
        run(inputs, tmp_path / "outputs")
    assert files_of(tmp_path / "outputs") == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["inputs", "outputs"]


@pytest.fixture(scope="module")
def harvest(tmp_path_factory: pytest.TempPathFactory) -> Harvest:
    """The outputs of a submission with plants, published whatever the audit says of law 6."""
    folder = tmp_path_factory.mktemp("planted")
    inputs = meeting(folder, "Uruguay.docx")
    plants = plant(inputs / "draft-program.docx", inputs / "submissions" / "Mexico.docx")
    honest = pipeline.audit.audit
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline.audit, "audit", lambda *given, **named: replace(honest(*given, **named), leaks=[]))
        outcome = run(inputs, folder / "outputs")
    assert {s["file"]: s["status"] for s in outcome.report["submissions"]}["Mexico.docx"] == "merged"
    parts = {
        f"{path.relative_to(folder)}, {name}": name + data.decode("utf-8", "replace")
        for path in sorted((folder / "outputs").rglob("*")) if path.is_file()
        for name, data in parts_of(path).items()
    }  # fmt: skip
    return plants, folder / "outputs", parts


@pytest.mark.parametrize("place", PLACES)
def test_nothing_that_was_planted_comes_out(place: str, harvest: Harvest) -> None:
    """Names, addresses, paths, hidden text, held comments: from each place where Word keeps such things."""
    plants, _, parts = harvest
    assert [part for part, text in parts.items() if plants(place).lower() in text.lower()] == []


def test_no_personal_forename_and_no_path_comes_out(harvest: Harvest) -> None:
    _, _, parts = harvest
    assert [part for part, text in parts.items() if "Aurelio" in text or "C:\\" in text] == []


def test_the_audit_agrees_that_nothing_came_out(tmp_path: Path) -> None:
    """The same file under the real audit: published, exit 0."""
    inputs = meeting(tmp_path, "Uruguay.docx")
    plant(inputs / "draft-program.docx", inputs / "submissions" / "Mexico.docx")
    assert run(inputs, tmp_path / "outputs").exit_code == 0


@pytest.mark.parametrize("rsid", RSIDS)
def test_no_revision_save_id_comes_out(rsid: str, harvest: Harvest) -> None:
    _, _, parts = harvest
    assert [part for part, text in parts.items() if rsid in text] == []


@pytest.mark.parametrize("output", ["consolidated.docx", "comparison.xlsx", "by-contributor/Mexico.docx"])
def test_what_the_state_wrote_for_all_to_read_stays(
    output: str, harvest: Harvest
) -> None:
    """An address in the visible text is text; so is the comment that is not internal."""
    _, outputs, _ = harvest
    words = words_of(outputs / output)
    assert SHOWN in words
    assert "A comment for everybody to read in the meeting" in words


def test_what_is_held_is_counted_and_located(harvest: Harvest) -> None:
    _, outputs, _ = harvest
    report = json.loads((outputs / "report.json").read_text("utf-8"))
    held = [entry for entry in report["ledger"] if entry["file"] == "Mexico.docx" and entry["state"] == "held"]
    assert sum(e["count"] for e in held if e["kind"] == "comment") == 4
    assert sum(e["count"] for e in held if e["kind"] == "hidden text") == 4
    assert {s["file"]: s["held"] for s in report["submissions"]}["Mexico.docx"] == 8
