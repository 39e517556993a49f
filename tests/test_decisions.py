"""What reviewers fill in into comparison.xlsx stays with the words on which they decided, or is listed; never with other words."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import docx
import openpyxl
import orjson
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from pipeline import takeover
from pipeline.auditing import decisions
from pipeline.auditing.case import Case
from pipeline.deciding import Filled, Vocabulary, decide, folded
from pipeline.errors import InputError
from pipeline.model import Proposal
from pipeline.run import Options
from pipeline.stages import run_align, run_ingest, run_merge, run_publish
from pipeline.twice import differences
from pipeline.writers.phrases import PHRASES
from tests.meetings import SUBMISSIONS, files_of, meeting, parts_of, receive, run

MEXICOS, NAMES = "Mexico.docx", ("Mexico.docx", "Uruguay.docx", "Colombia.docx", "Chile.docx", "Jamaica.docx", "Paraguay.docx")
LEFT = "Decisions left"
Rows = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A first run, before reviewers have seen it."""
    folder = tmp_path_factory.mktemp("first")
    inputs = meeting(folder, *(name for name in NAMES if (SUBMISSIONS / name).is_file()))
    run(inputs, folder / "outputs")
    return folder


@pytest.fixture
def inputs(tmp_path: Path, first: Path) -> Path:
    return Path(shutil.copytree(first / "inputs", tmp_path / "inputs"))


@pytest.fixture
def outputs(tmp_path: Path, first: Path) -> Path:
    return Path(shutil.copytree(first / "outputs", tmp_path / "outputs"))


def sheet(outputs: Path, title: str = "Proposals") -> list[dict[str, Any]]:
    book = openpyxl.load_workbook(outputs / "comparison.xlsx")
    head, *others = book[title].iter_rows(values_only=True) if title in book.sheetnames else [()]
    return [dict(zip(head, row, strict=True)) for row in others]


def rows(outputs: Path) -> Rows:
    return {row["Id"]: row for row in sheet(outputs)}


def values(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row[head] for head in ("Decision", "Agreed text", *[h for h in row if h.startswith("Note")]))


def filled(outputs: Path) -> dict[str, tuple[Any, ...]]:
    return {row["Id"]: values(row) for row in sheet(outputs) if any(values(row))}


def change(path: Path, edit: Callable[[Any, dict[str, int]], None], title: str = "Proposals") -> None:
    """Open, edit and save as a reviewer does. edit: given the sheet and the column of each head."""
    book = openpyxl.load_workbook(path, rich_text=True)
    columns = {str(cell.value): cell.column for cell in book[title][1]}
    columns["Note"] = next(number for head, number in columns.items() if head.startswith("Note"))
    edit(book[title], columns)
    book.save(path)


def fill(path: Path, given: dict[str, Sequence[Any]], title: str = "Proposals") -> None:
    """id -> (decision, agreed text, note)."""

    def edit(target: Any, columns: dict[str, int]) -> None:
        for row in range(2, target.max_row + 1):
            for head, value in zip(("Decision", "Agreed text", "Note"), given.get(target.cell(row, 1).value, ()), strict=False):
                target.cell(row, columns[head]).value = value

    change(path, edit, title)


def decided(outputs: Path, count: int = 20) -> dict[str, tuple[Any, ...]]:
    """Decisions for every second proposal, typed in; each with words of its own."""
    words = PHRASES["en"]["decisions"].split(",")
    idents = list(rows(outputs))[:: max(1, len(rows(outputs)) // count)][:count]
    assert len(idents) == count
    given = {ident: (words[i % len(words)], f"Agreed {i}.", f"Note {i}") for i, ident in enumerate(idents)}
    fill(outputs / "comparison.xlsx", given)
    return given


def told(outputs: Path) -> list[str]:
    report = orjson.loads((outputs / "report.json").read_bytes())
    assert not report["laws"]["problems"]
    return [x["message"] for x in report["notices"] if x["kind"] == "decision"]


def revise(inputs: Path, edit: Callable[[Any], None]) -> None:
    """Mexico's text sent again."""
    document = docx.Document(str(inputs / "submissions" / MEXICOS))
    edit(document)
    document.save(str(inputs / "submissions" / MEXICOS))


def one_of(outputs: Path, who: str, kind: str = "amend") -> dict[str, Any]:
    return next(r for r in sheet(outputs) if r["Contributors"] == who and r["Type"] == kind and r["Draft text"])


# ---- what survives


def test_twenty_decisions_survive_a_new_submission_and_a_proposal_before_them(inputs: Path, outputs: Path) -> None:
    """Mexico's revised text proposes a paragraph before all that was decided; a state answers late; three runs."""
    given = decided(outputs)
    assert any(ident.startswith("MEX") for ident in given)
    receive(inputs, "Ecuador.docx" if (SUBMISSIONS / "Ecuador.docx").is_file() else "Dominica.docx")
    revise(inputs, lambda d: d.paragraphs[1].insert_paragraph_before("States shall meet each year."))
    for _ in range(2):
        run(inputs, outputs)
        assert filled(outputs) == given
        assert told(outputs) == []
    assert any("States shall meet each year." in str(row["Proposed text"]) for row in sheet(outputs))


def test_decisions_in_any_order_of_rows_and_columns_in_another_language(inputs: Path, outputs: Path) -> None:
    """Sorted by another column, columns moved, heads and words in Spanish, another sheet name, rows deleted and hidden."""
    given = decided(outputs)
    book = openpyxl.load_workbook(outputs / "comparison.xlsx")
    old = book["Proposals"]
    head, *others = [list(row) for row in old.iter_rows(values_only=True)]
    spanish = {PHRASES["en"][key]: PHRASES["es"][key] for key in PHRASES["en"]}
    words = dict(zip(*(PHRASES[x]["decisions"].split(",") for x in ("en", "es")), strict=True))
    new = book.create_sheet("Hoja de trabajo")
    new.append(["Reunión del lunes"])
    new.append([spanish[title].upper() for title in head][::-1])
    for row in sorted(others, key=lambda r: str(r[5])):
        row[head.index("Decision")] = words.get(row[head.index("Decision")])
        if any(row[i] for i in range(len(row)) if head[i] == "Decision"):
            new.append(row[::-1])
    new.row_dimensions[5].hidden = new.column_dimensions["C"].hidden = True
    book.remove(old)
    book.save(outputs / "comparison.xlsx")
    run(inputs, outputs)
    assert filled(outputs) == given
    assert told(outputs) == []


def test_struck_and_underlined_words_of_an_agreed_text_stay_so(inputs: Path, outputs: Path) -> None:
    """Else "shall" and "may" would be glued together."""
    ident = next(iter(rows(outputs)))
    text = CellRichText("States ", TextBlock(InlineFont(strike=True), "shall"), TextBlock(InlineFont(u="single"), "may"), " act.")
    fill(outputs / "comparison.xlsx", {ident: ("agreed", text)})
    for _ in range(2):
        run(inputs, outputs)
        cells = openpyxl.load_workbook(outputs / "comparison.xlsx", rich_text=True)["Proposals"]
        (found,) = (c.value for row in cells.iter_rows() for c in row if str(c.value) == "States shallmay act.")
        assert [r.text for r in found if isinstance(r, TextBlock) and r.font.strike] == ["shall"]


def test_text_longer_than_a_cell_and_text_like_a_formula_stay_as_typed(inputs: Path, outputs: Path) -> None:
    """A long text carries on in the rows below, and comes back from them as one."""
    one, two = list(rows(outputs))[:2]
    kept = outputs / takeover.KEPT
    fill(outputs / "comparison.xlsx", {one: ("agreed", "=SUM(A1)", "+1"), two: ("deferred", "a" * 32_000)})
    run(inputs, outputs)
    for n, row in enumerate(state := orjson.loads(kept.read_bytes())):
        if row["id"] == two:
            state[n]["row"]["agreed"] = ("b " * 30_000).strip()
    kept.write_bytes(orjson.dumps(state))
    run(inputs, outputs)
    fill(outputs / "comparison.xlsx", {one: ("deferred",)})
    run(inputs, outputs)
    agreed = {row["id"]: row["row"]["agreed"] for row in orjson.loads(kept.read_bytes())}
    assert (agreed[one], agreed[two]) == ("=SUM(A1)", ("b " * 30_000).strip())
    assert told(outputs) == []


def test_an_emptied_cell_takes_the_decision_back_and_a_deleted_row_does_not(inputs: Path, outputs: Path) -> None:
    """A reviewer who deletes rows for an own copy has not decided anew."""
    emptied, deleted = list(decided(outputs))[:2]
    run(inputs, outputs)

    def edit(target: Any, columns: dict[str, int]) -> None:
        numbers = {target.cell(row, 1).value: row for row in range(2, target.max_row + 1)}
        for head in ("Decision", "Agreed text", "Note"):
            target.cell(numbers[emptied], columns[head]).value = None
        target.delete_rows(numbers[deleted])

    change(outputs / "comparison.xlsx", edit)
    run(inputs, outputs)
    assert emptied not in filled(outputs)
    assert deleted in filled(outputs)
    assert told(outputs) == []


def test_an_untouched_workbook_is_not_read_again_and_the_bytes_are_the_same(
    inputs: Path, outputs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without decisions and with them; a second process agrees with the run that took them over (law 4)."""
    assert files_of(outputs) == (run(inputs, outputs), files_of(outputs))[1]
    given = decided(outputs)
    before = Path(shutil.copytree(outputs, outputs.parent / "before"))
    run(inputs, outputs)
    assert differences(inputs, outputs, before / "previous" / "ids.json") == []
    written = files_of(outputs)
    monkeypatch.setattr(takeover, "_read", lambda *args: pytest.fail("an untouched workbook was read"))
    run(inputs, outputs)
    assert files_of(outputs) == written
    assert filled(outputs) == given


def test_the_stages_alone_take_the_decisions_over(inputs: Path, outputs: Path) -> None:
    given = decided(outputs)
    options = Options(inputs, outputs)
    for stage in (run_ingest, run_align, run_merge, run_publish):
        stage(options, lambda message: None)
    assert filled(outputs) == given


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_workbook_saved_by_libreoffice_is_read_alike(inputs: Path, outputs: Path, tmp_path: Path) -> None:
    given = decided(outputs)
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", tmp_path / "saved", outputs / "comparison.xlsx"], check=True, capture_output=True, timeout=180)
    shutil.copyfile(tmp_path / "saved" / "comparison.xlsx", outputs / "comparison.xlsx")
    run(inputs, outputs)
    assert filled(outputs) == given
    assert told(outputs) == []


# ---- what is listed


def test_a_decision_on_words_that_changed_is_listed_and_applied_to_none(inputs: Path, outputs: Path) -> None:
    """In each run until it is emptied; when the old words come back, it holds again."""
    row = one_of(outputs, "Mexico")
    fill(outputs / "comparison.xlsx", {row["Id"]: ("agreed", "As proposed.", "Chair")})
    file = inputs / "submissions" / MEXICOS
    sent = file.read_bytes()
    file.unlink()
    for _ in range(2):
        run(inputs, outputs)
        assert filled(outputs) == {}
        (notice,) = told(outputs)
        assert all(words in notice for words in (row["Id"], "“agreed”; “As proposed.”; “Chair”", "is not taken over"))
        (left,) = sheet(outputs, LEFT)
        assert (left["Id"], left["Proposed text"], values(left)) == (row["Id"], row["Proposed text"], ("agreed", "As proposed.", "Chair"))
    fill(outputs / "comparison.xlsx", {next(iter(rows(outputs))): ("pending",)})
    run(inputs, outputs)
    assert len(sheet(outputs, LEFT)) == len(told(outputs)) == 1
    file.write_bytes(sent)
    run(inputs, outputs)
    assert filled(outputs)[row["Id"]] == ("agreed", "As proposed.", "Chair")
    assert told(outputs) == []


def test_a_row_emptied_in_the_list_of_those_left_is_gone(inputs: Path, outputs: Path) -> None:
    row = one_of(outputs, "Mexico")
    fill(outputs / "comparison.xlsx", {row["Id"]: ("agreed",)})
    (inputs / "submissions" / MEXICOS).unlink()
    run(inputs, outputs)
    fill(outputs / "comparison.xlsx", {row["Id"]: (None, None, None)}, LEFT)
    run(inputs, outputs)
    assert sheet(outputs, LEFT) == told(outputs) == []


def test_ids_given_anew_do_not_move_a_decision(inputs: Path, outputs: Path) -> None:
    """The outputs are lost, the decisions lie in inputs/: each is found by its words, and what changed its id is told."""
    given = decided(outputs)
    texts = {ident: rows(outputs)[ident]["Proposed text"] for ident in given}
    shutil.copyfile(outputs / "comparison.xlsx", inputs / "decisions.xlsx")
    shutil.rmtree(outputs)
    revise(inputs, lambda d: d.paragraphs[1].insert_paragraph_before("States shall meet each year."))
    run(inputs, outputs)
    by_note = {values(row)[2]: row for row in sheet(outputs) if any(values(row))}
    assert {note: row["Proposed text"] for note, row in by_note.items()} == {v[2]: texts[ident] for ident, v in given.items()}
    moved = [ident for ident, v in given.items() if by_note[v[2]]["Id"] != ident]
    assert moved
    assert sorted(x.split(":")[0] for x in told(outputs)) == sorted(moved)


def test_what_is_no_decision_is_kept_as_a_note(inputs: Path, outputs: Path) -> None:
    ident = next(iter(rows(outputs)))
    fill(outputs / "comparison.xlsx", {ident: ("maybe", "", "Ask them")})
    for _ in range(2):
        run(inputs, outputs)
        assert filled(outputs) == {ident: (None, None, "Decision: maybe; Ask them")}
        assert "“maybe” is none of the decisions" in told(outputs)[0]


def test_an_id_decided_twice_is_listed_twice_and_neither_holds(inputs: Path, outputs: Path) -> None:
    """Two rows that say the same are one."""
    one, two = list(rows(outputs))[:2]
    fill(outputs / "comparison.xlsx", {one: ("agreed",), two: ("agreed",)})

    def edit(target: Any, columns: dict[str, int]) -> None:
        for number, decision in ((2, "not agreed"), (3, "Agreed ")):
            target.append([cell.value for cell in target[number]])
            target.cell(target.max_row, columns["Decision"]).value = decision

    change(outputs / "comparison.xlsx", edit)
    run(inputs, outputs)
    assert filled(outputs) == {two: ("agreed", None, None)}
    assert [row["Decision"] for row in sheet(outputs, LEFT)] == ["agreed", "not agreed"]
    assert len(told(outputs)) == 2


def test_decisions_in_inputs_alone_count_and_the_others_are_listed(inputs: Path, outputs: Path) -> None:
    one, two = list(rows(outputs))[:2]
    shutil.copyfile(outputs / "comparison.xlsx", inputs / "decisions.xlsx")
    fill(inputs / "decisions.xlsx", {one: ("agreed",)})
    fill(outputs / "comparison.xlsx", {one: ("deferred",), two: ("pending",)})
    for _ in range(2):
        run(inputs, outputs)
        assert filled(outputs) == {one: ("agreed", None, None)}
        assert sorted(row["Decision"] for row in sheet(outputs, LEFT)) == ["deferred", "pending"]
        assert all("alone counts" in x for x in told(outputs))


# ---- files that cannot be read


@pytest.mark.parametrize(("data", "why"), [(b"PK\x03\x04 no more", "no workbook"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9, "password")])
def test_a_file_in_inputs_that_cannot_be_read_stops_the_run(inputs: Path, outputs: Path, data: bytes, why: str) -> None:
    (inputs / "decisions.xlsx").write_bytes(data)
    with pytest.raises(InputError, match=why) as found:
        run(inputs, outputs)
    assert "decisions.xlsx" in str(found.value)
    assert found.value.remedy


def test_a_workbook_without_the_columns_is_refused(inputs: Path, outputs: Path) -> None:
    openpyxl.Workbook().save(inputs / "decisions.xlsx")
    with pytest.raises(InputError, match="no sheet with the columns"):
        run(inputs, outputs)


def test_a_damaged_workbook_in_outputs_is_kept_and_told_and_the_run_goes_on(inputs: Path, outputs: Path) -> None:
    """What had been taken over before stays."""
    given = decided(outputs)
    run(inputs, outputs)
    half = (outputs / "comparison.xlsx").read_bytes()[:9_000]
    (outputs / "comparison.xlsx").write_bytes(half)
    for _ in range(2):
        run(inputs, outputs)
        assert filled(outputs) == given
        (notice,) = told(outputs)
        assert "inputs/decisions.xlsx" in notice
        assert len(list((outputs / "previous").glob("comparison-unreadable-*.zip"))) == 1


def test_the_copy_of_the_workbook_tells_nothing_of_its_reviewer(inputs: Path, outputs: Path) -> None:
    """Excel writes a name and a path into the file; the copy has the cells alone."""
    decided(outputs)
    book = openpyxl.load_workbook(outputs / "comparison.xlsx")
    book.properties.lastModifiedBy = book.properties.creator = "Jane Reviewer"
    book.save(outputs / "comparison.xlsx")
    run(inputs, outputs)
    copy = openpyxl.load_workbook(outputs / "previous" / "comparison.xlsx")
    assert copy["Proposals"].max_row == len(rows(outputs)) + 1
    assert not any(b"Jane Reviewer" in part for part in parts_of(outputs / "previous" / "comparison.xlsx").values())


# ---- the audit


@pytest.mark.parametrize("planted", ["at another proposal", "not at all", "another note"])
def test_the_audit_finds_a_decision_that_is_lost_or_stands_with_other_words(inputs: Path, outputs: Path, planted: str) -> None:
    """By a reader of its own, whatever took the decisions over."""
    one, two = one_of(outputs, "Mexico")["Id"], one_of(outputs, "Uruguay")["Id"]
    fill(outputs / "comparison.xlsx", {one: ("agreed", "As it is.", "Chair")})
    run(inputs, outputs)
    report = orjson.loads((outputs / "report.json").read_bytes())
    case = Case(inputs, outputs, report, {}, {})
    assert list(decisions.broken(case)) == []
    fill(outputs / "comparison.xlsx", {one: ("agreed", "As it is.", "Nobody") if planted == "another note" else (None, None, None)})
    fill(outputs / "comparison.xlsx", {two: ("agreed", "As it is.", "Chair")} if planted == "at another proposal" else {})
    assert [one in problem for problem in decisions.broken(Case(inputs, outputs, report, {}, {}))] == [True]


# ---- which proposal


def test_the_words_of_decisions_are_seven_in_each_language_and_none_means_two() -> None:
    lists = {code: words["decisions"].split(",") for code, words in PHRASES.items()}
    assert lists["en"] == ["pending", "agreed", "agreed ad referendum", "bracketed", "not agreed", "withdrawn", "deferred"]
    meanings: dict[str, set[int]] = {}
    for words in lists.values():
        assert len(words) == 7
        for number, word in enumerate(words):
            meanings.setdefault(folded(word), set()).add(number)
    assert all(len(numbers) == 1 for numbers in meanings.values())


BASE: dict[str, Any] = {
    "id": "MEX-01", "label": "II.A.1", "contributors": "Mexico", "type": "amend", "draft_text": "States shall act.",
    "proposed_text": "States may act.", "said": "", "decision": "agreed", "agreed": "", "note": "",
}  # fmt: skip


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({}, ""),
        ({"label": "II.A.2"}, ""),
        ({"contributors": "México"}, ""),
        ({"contributors": "Mexico; Peru"}, "contributors"),
        ({"type": "insert"}, "type"),
        ({"draft_text": "States shall act now."}, "draft text"),
        ({"proposed_text": "States must act."}, "proposed text"),
        ({"draft_text": "", "type": "insert", "label": "after II.A.1"}, "type"),
    ],
)
def test_a_decision_holds_for_these_words_alone(other: dict[str, Any], reason: str) -> None:
    """The provision's number may change where its words do not."""
    change = (("-", "shall"), ("+", "may"))
    proposal = Proposal(
        "MEX-01", ("Mexico",), "Mexico.docx", "paragraph 1", "p1", "II.A.1", "II.A", "amend", draft_text="States shall act.",
        proposed_text="States may act.", change=change,
    )  # fmt: skip
    vocabulary = Vocabulary({"agreed": "agreed"}, {}, {folded("México"): "Mexico"}, str, "{word}")
    taken = decide([Filled(**{**BASE, **other})], [proposal], vocabulary)
    assert bool(taken.decisions) == (not reason)
    assert [reason in left.reason for left in taken.left] == ([True] if reason else [])
