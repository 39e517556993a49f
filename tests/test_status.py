"""Asking the member states, reading back what they fill in, and telling who has answered."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from pipeline.__main__ import main
from pipeline.errors import InputError
from pipeline.status import days_between, status_of
from pipeline.writers.form_xlsx import HEADER_ROW, SHEET
from tests.meetings import files_of, meeting, receive, run

Screen = pytest.CaptureFixture[str]
DEADLINE = "[meeting]\ndeadline = 2004-10-29\ndate = 2004-10-27\n"
TYPE, COMMENT, PROPOSED = 3, 4, 5


def command(folder: Path, *arguments: str) -> int:
    return main([arguments[0], "--inputs", str(folder / "inputs"), "--outputs", str(folder / "outputs"), *arguments[1:]])


# ---- the forms


@pytest.fixture
def asked(tmp_path: Path, capsys: Screen) -> Path:
    """A meeting whose forms are written, with an output of the officer's own in the folder."""
    meeting(tmp_path, "Uruguay.docx", settings=DEADLINE)
    (tmp_path / "outputs").mkdir()
    (tmp_path / "outputs" / "notes.txt").write_text("mine")
    assert command(tmp_path, "request", "--quiet") == 0
    assert capsys.readouterr().out == ""
    return tmp_path


def test_each_member_state_that_takes_part_gets_its_two_forms(asked: Path, capsys: Screen) -> None:
    names = {p.name for p in (asked / "outputs" / "requests").iterdir()}
    assert len(names) == 2 * 34
    assert {"Mexico - comment form.docx", "Mexico - comment form.xlsx"} <= names
    assert not any("Cuba" in name or "CARICOM" in name for name in names)
    assert command(asked, "request") == 0
    said = capsys.readouterr().out.strip()
    assert said.startswith("68 comment forms")
    assert len(said.splitlines()) == 1


def test_requests_and_the_officers_files_outlive_a_consolidation(asked: Path) -> None:
    """The outputs folder is exchanged as a whole, but what is not the run's own stays."""
    before = files_of(asked / "outputs" / "requests")
    run(asked / "inputs", asked / "outputs")
    assert files_of(asked / "outputs" / "requests") == before
    assert (asked / "outputs" / "notes.txt").read_text() == "mine"
    assert (asked / "outputs" / "consolidated.docx").is_file()
    assert command(asked, "request", "--quiet") == 0
    assert (asked / "outputs" / "consolidated.docx").is_file()


def label_rows(table: Any) -> dict[str, Any]:
    """Label -> row of the form in Word. The label stands in a content control, which python-docx's cells leave out."""
    out = {}
    for row in table.rows:
        words = "".join(t.text or "" for t in row._tr.tc_lst[1].iter("{*}t"))
        out[words] = row
    return out


def fill_word(path: Path, filled: dict[str, tuple[str, str]]) -> None:
    document = Document(str(path))
    rows = label_rows(document.tables[-1])
    for label, (comment, proposed) in filled.items():
        rows[label].cells[COMMENT].text, rows[label].cells[PROPOSED].text = comment, proposed
        rows[label].cells[TYPE].text = "general"
    document.save(str(path))


def fill_excel(path: Path, filled: dict[str, tuple[str, str]]) -> None:
    book = load_workbook(path)
    sheet = book[SHEET]
    rows = {sheet.cell(r, 3).value: r for r in range(HEADER_ROW + 1, sheet.max_row + 1)}
    for label, (comment, proposed) in filled.items():
        sheet.cell(rows[label], COMMENT + 2).value, sheet.cell(rows[label], PROPOSED + 2).value = comment, proposed
    book.save(path)


def returned(asked: Path, state: str, ending: str, filled: dict[str, tuple[str, str]]) -> dict[str, Any]:
    """The form filled in, sent back, and consolidated; the report."""
    name = f"{state} - comment form{ending}"
    path = asked / "inputs" / "submissions" / name
    path.write_bytes((asked / "outputs" / "requests" / name).read_bytes())
    (fill_word if ending == ".docx" else fill_excel)(path, filled)
    outcome = run(asked / "inputs", asked / "outputs")
    assert outcome.exit_code == 0
    return outcome.report | {"proposals": [p for p in outcome.report["proposals"] if p["submission"] == name]}


@pytest.mark.parametrize(("state", "ending"), [("Mexico", ".docx"), ("Haiti", ".xlsx")])
def test_a_filled_form_is_placed_without_doubt(asked: Path, state: str, ending: str) -> None:
    """Each row at its own provision, by the form, whatever its words cite."""
    filled = {
        "II.A.2": ("The time frame should be told, whatever IV.D.1 says.", ""),
        "IV.A.4": ("", "Replace “the” by “each” in V.B.3."),
        "Table 1, row 2, column 1": ("This line is of interest to the ministry of labour.", ""),
        "V.B.4": ("A matter for the budget.", "Delete the paragraph."),
    }
    report = returned(asked, state, ending, filled)
    row = next(s for s in report["submissions"] if s["file"].startswith(state))
    assert (row["form"], row["contributors"], row["unplaced"]) == ("table", [state], 0)
    assert {p["provision"]["label"] for p in report["proposals"]} == set(filled)
    assert {(p["placed_by"], p["confidence"]) for p in report["proposals"]} == {("form", 1.0)}


def test_a_form_sent_back_blank_says_nothing(asked: Path) -> None:
    report = returned(asked, "Peru", ".docx", {})
    assert report["proposals"] == []


# ---- who has answered


@pytest.fixture
def answered(tmp_path: Path) -> Path:
    inputs = meeting(tmp_path, "Mexico.docx", "Peru y Chile.docx", "CARICOM - general comments.docx", "Guyana.docx", settings=DEADLINE)
    receive(inputs, "Barbados.eml")
    receive(inputs, "Uruguay.docx", "Uruguay (2004-11-02).docx")
    receive(inputs, "Uruguay.docx", "Mexico add. 1 (2004-11-03).docx")
    receive(inputs, "Antigua and Barbuda.txt", "comments.txt")
    receive(inputs, "OPAS - carta.docx")
    (inputs / "submissions" / "Bolivia.msg").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_".encode("utf-16-le"))
    return tmp_path


def test_the_states_are_told_apart_from_all_others(answered: Path) -> None:
    found = status_of(answered / "inputs")
    assert found.answered == ("Barbados", "Chile", "Mexico", "Peru", "Uruguay")
    assert found.not_readable == ("Bolivia", "Guyana")
    assert len(found.not_answered) == 34 - 7
    assert "Jamaica" in found.not_answered  # its group has answered, it has not
    assert [(b.name, b.capacity) for b in found.bodies] == [
        ("CARICOM", "group"), ("Pan American Health Organization", "international organisation"),
    ]  # fmt: skip


def test_who_sent_something_in_time_is_not_late(answered: Path) -> None:
    """An addition after the deadline is a late file of a state that is not late."""
    found = status_of(answered / "inputs")
    assert {a.file for a in found.late} == {"Uruguay (2004-11-02).docx", "Mexico add. 1 (2004-11-03).docx"}
    assert found.only_late == ("Uruguay",)


def test_the_dates_are_those_that_a_consolidation_finds(answered: Path) -> None:
    """The officer's, the file name's, the mail's, the file's own: two readers, one answer."""
    report = run(answered / "inputs", answered / "outputs").report
    told = {a.file: (a.received, a.late, bool(a.problem)) for a in status_of(answered / "inputs").answers}
    read = {s["file"]: (s["received"], s["late"], s["status"] in ("unreadable", "quarantined")) for s in report["submissions"]}
    assert told == read
    assert told["Barbados.eml"][0] is not None


def test_the_day_comes_from_the_settings_and_says_so(answered: Path, capsys: Screen) -> None:
    """Never from the clock, unless asked for."""
    found = status_of(answered / "inputs")
    assert (found.day, found.days_left) == ("2004-10-27", 2)
    assert "[meeting] date" in found.day_from
    assert status_of(answered / "inputs", "2004-10-30").days_left == -1
    today = datetime.datetime.now(tz=datetime.UTC).astimezone().date()
    assert days_between(status_of(answered / "inputs", "today").day, today.isoformat()) in (0, 1)
    with pytest.raises(InputError, match="no date"):
        status_of(answered / "inputs", "tomorrow")


def test_without_a_date_the_day_is_the_cut_off_and_without_a_deadline_none_is_counted(tmp_path: Path, capsys: Screen) -> None:
    meeting(tmp_path, settings="[meeting]\ncut_off = 2004-11-15\n")
    found = status_of(tmp_path / "inputs")
    assert (found.day, found.days_left, found.late) == ("2004-11-15", None, ())
    assert "[meeting] cut_off" in found.day_from
    assert command(tmp_path, "status") == 0
    assert "No deadline is set" in capsys.readouterr().out


def test_the_screen_names_everybody_and_what_to_ask_for(answered: Path, capsys: Screen) -> None:
    assert command(answered, "status") == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "5 of 34 have answered, 2 sent only what cannot be read" in said
    assert "Deadline for answers 2004-10-29: 2 days left." in said
    assert "groups 1 CARICOM" in said
    assert "Uruguay (2004-11-02).docx: received 2004-11-02, 4 days after the deadline" in said
    assert "Guyana.docx: the file is protected by a password. Ask the delegation for the file without a password." in said
    assert "Bolivia.msg: the file is an Outlook message (.msg). Ask the delegation for the mail as text (.eml)" in said
    assert "Of nobody's: name the contributor under [files] (1): comments.txt" in said
    assert not (answered / "outputs").exists()


def test_as_json_for_programs(answered: Path, capsys: Screen) -> None:
    assert command(answered, "status", "--json", "--date", "2004-10-30") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["date"], found["days_to_deadline"]) == ("2004-10-30", -1)
    assert found["member_states"]["asked"] == 34
    assert found["member_states"]["late"] == ["Uruguay"]
    assert found["capacities"]["member state"] == 5
    assert found["capacities"]["group"] == ["CARICOM"]
    assert {f["file"] for f in found["files"] if f["problem"]} == {"Guyana.docx", "Bolivia.msg"}


def test_a_missing_folder_is_a_mistake_of_the_inputs(tmp_path: Path, capsys: Screen) -> None:
    assert command(tmp_path, "status") == 2
    assert "make status INPUTS=DIR" in capsys.readouterr().err
