"""What an officer fills in stays: over new and revised submissions, over a run without the file, from inputs/ or from outputs/."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.readers.officer import filled_in
from pipeline.twice import differences
from tests.meetings import SAMPLES, files_of, meeting, receive, run
from tests.samples.answers.english import DOMINICA, GRENADA
from tests.samples.forms.letter import letter_docx
from tests.samples.forms.rtf import letter_rtf

GRENADAS, CHILES, DOMINICAS = "Grenada.rtf", "Chile - report of the Rapporteur.docx", "Dominica.docx"
DISASTERS, CONDITIONS = "Disaster relief is missing", "conditions of detention"
ANNEX = "could be listed in an annex"  # what Chile notes on the paragraph about these conditions
TEXTS = ("draft-program.es.docx", "rapporteur-report.docx")


def whole_meeting(folder: Path, *names: str) -> Path:
    """An inputs folder with the draft in two languages and the report."""
    inputs = meeting(folder, *names)
    for name in TEXTS:
        shutil.copyfile(SAMPLES / name, inputs / name)
    return inputs


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A first run, before the officer has looked at it."""
    folder = tmp_path_factory.mktemp("first")
    run(whole_meeting(folder, GRENADAS, CHILES), folder / "outputs")
    return folder


@pytest.fixture
def inputs(tmp_path: Path, first: Path) -> Path:
    return Path(shutil.copytree(first / "inputs", tmp_path / "inputs"))


@pytest.fixture
def outputs(tmp_path: Path, first: Path) -> Path:
    return Path(shutil.copytree(first / "outputs", tmp_path / "outputs"))


def sheet_of(path: Path) -> tuple[Any, Worksheet, dict[str, int], int]:
    """The workbook, its first sheet, the column of each head, and the row of the heads."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    row = next(r for r in sheet.iter_rows() if any(c.value == "Your choice" for c in r))
    return book, sheet, {str(c.value): c.column for c in row if c.value}, row[0].row


def rows_with(path: Path, words: str) -> Iterator[dict[str, Any]]:
    _, sheet, columns, head = sheet_of(path)
    for n in range(head + 1, sheet.max_row + 1):
        found = {title: sheet.cell(n, column).value or "" for title, column in columns.items()}
        if words in str(found["Words"]):
            yield found


def fill(path: Path, words: str, choice: str | None) -> str:
    """Type a choice into the one row whose words hold these; its key."""
    book, sheet, columns, head = sheet_of(path)
    found = [n for n in range(head + 1, sheet.max_row + 1) if words in str(sheet.cell(n, columns["Words"]).value)]
    assert len(found) == 1, f"{words}: {len(found)} rows"
    sheet.cell(found[0], columns["Your choice"]).value = choice
    book.save(path)
    return str(sheet.cell(found[0], columns["Key"]).value)


def places(outputs: Path, words: str) -> list[tuple[str, str]]:
    """(label, how) of the proposals whose comment holds these words."""
    proposals = orjson.loads((outputs / "stages" / "align.json").read_bytes())
    return [(p["label"], p["placed_by"]) for p in proposals if p["comment"] and words in p["comment"]["text"]]


def told(outputs: Path) -> list[str]:
    report = orjson.loads((outputs / "report.json").read_bytes())
    return [f"{x['file']}: {x['message']}" for x in report["notices"] if x["kind"] == "choice"]


def correct(outputs: Path) -> None:
    """One placement and one line of the crosswalk, as an officer corrects them."""
    fill(outputs / "placements.xlsx", DISASTERS, "IV.G.2")
    fill(outputs / "crosswalk.xlsx", CONDITIONS, "IV.A.2")


def assert_corrected(outputs: Path) -> None:
    assert places(outputs, DISASTERS) == [("IV.G.2", "by hand")]
    assert places(outputs, ANNEX) == [("IV.A.2", "marked")]


def test_before_the_officer_speaks_neither_stands_there(outputs: Path) -> None:
    """Otherwise the tests below would show nothing."""
    assert [how for _, how in places(outputs, DISASTERS)] == ["similar"]
    assert not [label for label, _ in places(outputs, ANNEX) if label == "IV.A.2"]


@pytest.mark.parametrize("where", ["inputs", "outputs"])
def test_corrections_survive_a_new_and_a_revised_submission(where: str, inputs: Path, outputs: Path) -> None:
    """Copied to inputs/, or left filled in in outputs/: three runs, each with other files."""
    correct(outputs)
    if where == "inputs":
        for name in ("placements.xlsx", "crosswalk.xlsx"):
            shutil.copyfile(outputs / name, inputs / name)
    run(inputs, outputs)
    assert_corrected(outputs)
    receive(inputs, DOMINICAS)
    (inputs / "submissions" / "Grenada rev. 1.rtf").write_bytes(letter_rtf(revised()))
    run(inputs, outputs)
    assert_corrected(outputs)
    assert told(outputs) == []
    assert [row["Your choice"] for row in rows_with(outputs / "placements.xlsx", DISASTERS)] == ["IV.G.2"]
    assert [row["Your choice"] for row in rows_with(outputs / "crosswalk.xlsx", CONDITIONS)] == ["IV.A.2"]


def revised() -> Any:
    """Grenada's letter sent again, with one point changed and one in front of it left out."""
    lines = tuple(x.replace("prefer five years", "prefer four years") for x in GRENADA.lines if not x.startswith("- p. 8"))
    return replace(GRENADA, lines=lines)


def test_a_choice_is_kept_while_its_file_is_away_and_counts_when_it_is_back(inputs: Path, outputs: Path) -> None:
    """The run in between says so, and keeps it in outputs/previous/."""
    fill(outputs / "placements.xlsx", DISASTERS, "IV.G.2")
    file = inputs / "submissions" / GRENADAS
    away = file.read_bytes()
    file.unlink()
    for _ in range(2):
        run(inputs, outputs)
        assert list(filled_in(outputs / "previous" / "placements.xlsx").values()) == ["IV.G.2"]
        assert [x for x in told(outputs) if "no file of this run" in x and "IV.G.2" in x]
    file.write_bytes(away)
    run(inputs, outputs)
    assert places(outputs, DISASTERS) == [("IV.G.2", "by hand")]
    assert told(outputs) == []


def test_a_choice_is_kept_in_a_run_that_has_nothing_to_place(tmp_path: Path) -> None:
    """Not even the report and a letter: the shortest way through the stage must keep it too."""
    inputs, outputs = meeting(tmp_path, GRENADAS, "Mexico.docx"), tmp_path / "outputs"
    run(inputs, outputs)
    fill(outputs / "placements.xlsx", DISASTERS, "IV.G.2")
    (inputs / "submissions" / GRENADAS).unlink()
    run(inputs, outputs)
    receive(inputs, GRENADAS)
    run(inputs, outputs)
    assert places(outputs, DISASTERS) == [("IV.G.2", "by hand")]


def test_an_emptied_cell_takes_the_choice_back(inputs: Path, outputs: Path) -> None:
    """What is kept beside must not bring it back."""
    fill(outputs / "placements.xlsx", DISASTERS, "IV.G.2")
    run(inputs, outputs)
    fill(outputs / "placements.xlsx", DISASTERS, None)
    run(inputs, outputs)
    assert [how for _, how in places(outputs, DISASTERS)] == ["similar"]
    assert told(outputs) == []


def test_a_label_that_is_none_is_told_in_every_run_and_stays_to_be_mended(inputs: Path, outputs: Path) -> None:
    """In the report and in the terminal's list; the typed words are shown again in the cell."""
    fill(outputs / "placements.xlsx", DISASTERS, "IV.Z.9")
    fill(outputs / "crosswalk.xlsx", CONDITIONS, "somewhere in III")
    for _ in range(2):
        run(inputs, outputs)
        assert [x.split(":")[0] for x in told(outputs)] == ["placements.xlsx", "crosswalk.xlsx"]
        assert "IV.Z.9" in told(outputs)[0]
        assert [row["Your choice"] for row in rows_with(outputs / "placements.xlsx", DISASTERS)] == ["IV.Z.9"]
        assert [how for _, how in places(outputs, DISASTERS)] == ["similar"]


@pytest.mark.parametrize("words", ["IV.G.2", "IV.G.2 (0.45)", " paragraph 2 of section IV.G ", "p0", "general"])
def test_a_choice_may_be_written_as_one_likes(words: str, inputs: Path, outputs: Path) -> None:
    """A label, a candidate's cell as it stands, a reference, the id of a provision; "general" for the whole document."""
    draft = orjson.loads((outputs / "stages" / "align.json").read_bytes())
    choice = next(p["provision"] for p in draft if p["label"] == "IV.C.2") if words == "p0" else words
    fill(outputs / "placements.xlsx", DISASTERS, choice)
    run(inputs, outputs)
    label = {"p0": "IV.C.2", "general": ""}.get(words, "IV.G.2")
    found = places(outputs, DISASTERS)
    assert [how for _, how in found] == ["by hand"]
    assert [x for x, _ in found] == [label] or (not label and found[0][0] not in ("IV.G.2", "IV.C.2"))


def test_two_provisions_in_one_cell_are_told_and_neither_is_taken(inputs: Path, outputs: Path) -> None:
    """A choice is one place; the first of two would be a guess."""
    fill(outputs / "placements.xlsx", DISASTERS, "IV.G.2; IV.G.3")
    run(inputs, outputs)
    assert len(told(outputs)) == 1
    assert [how for _, how in places(outputs, DISASTERS)] == ["similar"]


def test_what_is_typed_in_outputs_beside_a_workbook_in_inputs_is_told(inputs: Path, outputs: Path) -> None:
    """inputs/ alone counts; the words of the other are named so that they can be copied there."""
    shutil.copyfile(outputs / "placements.xlsx", inputs / "placements.xlsx")
    fill(outputs / "placements.xlsx", DISASTERS, "IV.G.2")
    run(inputs, outputs)
    assert [x for x in told(outputs) if "IV.G.2" in x and "Copy it there" in x]


def test_a_proposal_on_the_report_can_be_placed_by_hand(inputs: Path, outputs: Path) -> None:
    """Each has a key of its own, though all stand in one file, and the choice counts for that one alone."""
    path = outputs / "placements.xlsx"
    keys = [row["Key"] for row in rows_with(path, "On the Rapporteur’s report")]
    assert len(set(keys)) == len(keys) > 5
    before = places(outputs, "On the Rapporteur’s report")
    fill(path, ANNEX, "III.A.3(c)")
    run(inputs, outputs)
    assert places(outputs, ANNEX) == [("III.A.3(c)", "by hand")]
    assert len(set(places(outputs, "On the Rapporteur’s report")) ^ set(before)) <= 2


def test_of_two_equal_remarks_a_choice_places_one(tmp_path: Path) -> None:
    """The same words under two places are two remarks."""
    same, lines = "- Relief is missing; please add it.", ("- II.B.6: delete “the”.", "- IV.C.2: delete “the”.")
    letter = replace(DOMINICA, lines=("Dear Chair,", lines[0], same, lines[1], same, "Yours faithfully,"))
    inputs, outputs = meeting(tmp_path, "Mexico.docx"), tmp_path / "outputs"
    (inputs / "submissions" / DOMINICAS).write_bytes(letter_docx(letter))
    run(inputs, outputs)
    keys = [row["Key"] for row in rows_with(outputs / "placements.xlsx", "Relief is missing")]
    assert len(set(keys)) == 2
    book, sheet, columns, head = sheet_of(outputs / "placements.xlsx")
    row = next(n for n in range(head + 1, sheet.max_row + 1) if sheet.cell(n, columns["Key"]).value == max(keys, key=len))
    sheet.cell(row, columns["Your choice"]).value = "IV.G.2"
    book.save(outputs / "placements.xlsx")
    run(inputs, outputs)
    assert sorted(how for _, how in places(outputs, "Relief is missing")) == ["by hand", "similar"]


def test_the_same_inputs_with_the_officers_files_give_the_same_bytes(inputs: Path, outputs: Path) -> None:
    """Filled in in outputs/ they are inputs (law 4): a second process started on the same files agrees."""
    correct(outputs)
    before = outputs.parent / "before"
    shutil.copytree(outputs, before)
    run(inputs, outputs)
    assert differences(inputs, outputs, before / "previous" / "ids.json") == []
    written = files_of(outputs)
    run(inputs, outputs)
    assert files_of(outputs) == written
