"""One fault, 34 submissions: the night before the deadline the other 33 are published and the one is not lost."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import pipeline.ingest
import pipeline.run
from pipeline.run import Outcome
from tests import views
from tests.benchmark.generate import STATES, Size, write_set
from tests.meetings import files_of, parts_of, run, words_of
from tests.views import W

SET = Size(paragraphs=40, words=1200, submissions=34, edits=8)
TRACKED, CLEAN = "Mexico", "Peru"  # every second submission of the set is tracked
Fault = Callable[..., Any]


@dataclass(frozen=True)
class Run:
    state: str
    inputs: Path
    outputs: Path
    outcome: Outcome

    @property
    def file(self) -> str:
        return f"{self.state}.docx"

    @property
    def others(self) -> list[str]:
        return [s for s in STATES if s != self.state]

    @property
    def listed(self) -> dict[str, Any]:
        return next(s for s in self.outcome.report["submissions"] if s["file"] == self.file)


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_set(SET, tmp_path_factory.mktemp("fault") / "inputs")


def failing(state: str, honest: Fault) -> Fault:
    """A stage that cannot bear the edits of one state: merge and align both take the draft, then the submissions."""

    def stage(draft: Any, submissions: Any, *rest: Any) -> Any:
        if any(state in s.contributors and s.edits for s in submissions):
            raise IndexError(f"a fault about {state}")
        return honest(draft, submissions, *rest)

    return stage


@pytest.fixture(
    scope="module", params=[("merge", TRACKED), ("merge", CLEAN), ("align", TRACKED)], ids=lambda p: f"{p[0]} of {p[1]}"
)
def held(request: pytest.FixtureRequest, inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A run in which a stage fails on one state."""
    stage, state = request.param
    outputs = tmp_path_factory.mktemp(stage) / "outputs"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline.run, stage, failing(state, getattr(pipeline.run, stage)))
        outcome = run(inputs, outputs)
    return Run(state, inputs, outputs, outcome)


def test_the_set_is_published_without_a_fault(inputs: Path, tmp_path: Path) -> None:
    """What the other tests see is the fault's doing."""
    outcome = run(inputs, tmp_path / "outputs")
    assert outcome.exit_code == 0
    assert [s["status"] for s in outcome.report["submissions"]] == ["merged"] * 34


def test_one_is_withheld_and_33_are_merged(held: Run) -> None:
    assert held.outcome.exit_code == 4
    status = {s["file"]: s["status"] for s in held.outcome.report["submissions"]}
    assert status.pop(held.file) == "withheld"
    assert status == {f"{s}.docx": "merged" for s in held.others}


def test_every_law_holds_for_the_33(held: Run) -> None:
    """Laws 0, 2 and 6 among them; no own view is claimed for the one that is withheld."""
    laws = held.outcome.laws
    assert laws is not None
    assert laws.problems == []
    assert (laws.reject_all, laws.attribution, laws.leaks) == (True, True, [])
    assert laws.own_view == dict.fromkeys(held.others, True)


def test_the_tests_own_reader_sees_the_draft_and_33_own_views(held: Run) -> None:
    """Without the pipeline's audit: rejecting all gives the draft, accepting one state what it sent."""
    whole = held.outputs / "consolidated.docx"
    assert views.view(whole, views.nobody) == views.view(held.inputs / "draft-program.docx", views.everybody)
    for state in held.others:
        sent = views.view(held.inputs / "submissions" / f"{state}.docx", views.everybody)
        assert views.view(whole, views.of(state)) == sent, state
        assert views.view(held.outputs / "by-contributor" / f"{state}.docx", views.everybody) == sent, state


def test_no_mark_is_of_the_withheld_state(held: Run) -> None:
    authors = marks_of(held.outputs / "consolidated.docx")
    assert not any(held.state in a.split("; ") for a in authors)
    assert {s for a in authors for s in a.split("; ")} == {*held.others, "Secretariat"}
    assert not (held.outputs / "by-contributor" / held.file).exists()


def test_its_whole_text_stands_in_the_annex_and_the_workbook(held: Run) -> None:
    """Paragraph by paragraph, since nobody can tell which of them the state changed."""
    sent = paragraphs(held.inputs / "submissions" / held.file)
    assert len(sent) >= SET.paragraphs - 2
    annex = annexes(held.outputs / "consolidated.docx")
    workbook = words_of(held.outputs / "comparison.xlsx")
    assert [p for p in sent if p not in annex] == []
    assert [p for p in sent if p not in workbook] == []


def test_a_notice_says_which_is_withheld_and_why(held: Run) -> None:
    """Not in the error's own words, which may hold anything (law 6)."""
    (notice,) = [x for x in held.outcome.report["notices"] if x["kind"] == "withheld"]
    assert notice["file"] == held.file
    assert "IndexError" in notice["message"]
    assert held.listed["reason"] in notice["message"]
    assert [n for n, data in written(held.outputs).items() if b"a fault about" in data] == []


def unreading(name: str, honest: Fault) -> Fault:
    """A reader that fails on one file."""

    def read(path: Path, *rest: Any) -> Any:
        if path.name == name:
            raise IndexError(f"a fault about {name}")
        return honest(path, *rest)

    return read


@pytest.mark.parametrize("state", [TRACKED, CLEAN])
def test_a_fault_in_reading_one_file_costs_only_that_file(
    state: str, inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is listed as unreadable, in the report and in both outputs, with what to do; 33 are merged, all laws hold."""
    monkeypatch.setattr(pipeline.ingest, "read_submission", unreading(f"{state}.docx", pipeline.ingest.read_submission))
    found = Run(state, inputs, tmp_path / "outputs", run(inputs, tmp_path / "outputs"))
    assert found.outcome.exit_code == 0
    assert {s["file"]: s["status"] for s in found.outcome.report["submissions"]} == {
        **{f"{s}.docx": "merged" for s in found.others}, found.file: "unreadable",
    }  # fmt: skip
    test_every_law_holds_for_the_33(found)
    test_the_tests_own_reader_sees_the_draft_and_33_own_views(found)
    (notice,) = [x for x in found.outcome.report["notices"] if x["kind"] == "unreadable"]
    assert notice["file"] == found.file
    assert "Save it again in Word" in notice["message"]
    for output in ("consolidated.docx", "comparison.xlsx"):
        assert " ".join(notice["message"].split()) in words_of(found.outputs / output)
    assert [n for n, data in written(found.outputs).items() if b"a fault about" in data] == []


def test_a_file_on_which_the_reader_failed_is_read_again(
    inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault may pass, such as too little memory: it is not kept with what has been read."""
    with monkeypatch.context() as patch:
        patch.setattr(pipeline.ingest, "read_submission", unreading("Mexico.docx", pipeline.ingest.read_submission))
        run(inputs, tmp_path / "outputs")
    said: list[str] = []
    outcome = run(inputs, tmp_path / "outputs", said)
    assert [x for x in said if x.startswith("read ") and "(unchanged)" not in x] == ["read 22/34  Mexico.docx"]
    assert {s["status"] for s in outcome.report["submissions"]} == {"merged"}


# what is read from the outputs


def marks_of(path: Path) -> set[str]:
    """The authors of all marks of the main part."""
    root = ET.fromstring(parts_of(path)["word/document.xml"])
    return {x.get(f"{W}author", "") for x in root.iter() if x.tag in views.MARKS}


def paragraphs(path: Path) -> list[str]:
    """The words of each paragraph with all marks accepted."""
    return [" ".join(x.split()) for x in views.view(path, views.everybody) if isinstance(x, str) and x.strip()]


def annexes(path: Path) -> str:
    """The words behind the draft, without the draft's own."""
    root = ET.fromstring(parts_of(path)["word/document.xml"])
    body = list(root.find(f"{W}body") or ())
    start = next(x for x in body if x.get(f"{W}name") == "draft_text")
    end = next(k for k, x in enumerate(body) if x.tag == f"{W}bookmarkEnd" and x.get(f"{W}id") == start.get(f"{W}id"))
    texts = ("".join(t.text or "" for t in p.iter(f"{W}t")) for block in body[end:] for p in block.iter(f"{W}p"))
    return " ".join(" ".join(texts).split())


def written(outputs: Path) -> dict[str, bytes]:
    """All that was written, packages unpacked."""
    out = {}
    for name, data in files_of(outputs).items():
        packed = zipfile.is_zipfile(outputs / name)
        out.update({f"{name}, {k}": v for k, v in parts_of(outputs / name).items()} if packed else {name: data})
    return out
