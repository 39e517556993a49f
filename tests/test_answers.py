"""Whole runs on answers that are no version of the draft: what they ask for, and what is wrong with some of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pipeline.errors import InputError
from tests.meetings import meeting, receive, run, words_of

LETTER = "The Permanent Mission of {state} presents its compliments to the Secretariat.\n\n{said}\n"


def answer(inputs: Path, file: str, state: str, *said: str) -> None:
    (inputs / "submissions" / file).write_text(LETTER.format(state=state, said="\n\n".join(said)), encoding="utf-8")


def notices(report: dict[str, Any], kind: str, file: str) -> list[str]:
    return [x["message"] for x in report["notices"] if (x["kind"], x["file"]) == (kind, file)]


def test_what_is_taken_back_from_a_rebased_text_breaks_no_law(tmp_path):
    """Law 1 asks that a rebased text's insertions be seen; not those that their contributor withdraws."""
    inputs = meeting(tmp_path, "Mexico.docx", "Costa Rica rev. 1.docx")
    (inputs / "earlier-drafts").mkdir()
    answer(inputs, "Costa Rica letter.txt", "Costa Rica", "Costa Rica withdraws its proposal on paragraph III.A.3(c).")
    outcome = run(inputs, tmp_path / "outputs")
    assert (outcome.exit_code, outcome.laws.problems) == (0, [])
    assert {s.file: s.status for s in outcome.submissions}["Costa Rica rev. 1.docx"] == "rebased"
    asked = [p["provision"]["label"] for p in outcome.report["proposals"] if p["submission"] == "Costa Rica rev. 1.docx"]
    assert "III.A.3(c)" not in asked
    assert "III.B.3" in asked
    assert any(e["state"] == "withdrawn" for e in outcome.report["ledger"] if e["file"] == "Costa Rica rev. 1.docx")


def test_taking_back_what_nobody_proposed_is_told(tmp_path):
    inputs = meeting(tmp_path)
    answer(inputs, "Mexico letter.txt", "Mexico", "Mexico withdraws its proposal on paragraph IV.I.")
    report = run(inputs, tmp_path / "outputs").report
    assert len(notices(report, "withdrawn", "Mexico letter.txt")) == 1


def test_of_two_changes_of_the_same_words_in_one_letter_the_second_is_told(tmp_path):
    """One file is one version: it cannot say "may adopt" and "will adopt" at once."""
    inputs = meeting(tmp_path)
    answer(inputs, "Belize.txt", "Belize", *(f"In paragraph II.A.2, replace “shall adopt” by “{word} adopt”." for word in ("may", "will")))
    report = run(inputs, tmp_path / "outputs").report
    assert len([p for p in report["proposals"] if p["submission"] == "Belize.txt" and p["type"] == "amend"]) == 1
    assert ["another point" in m for m in notices(report, "not applied", "Belize.txt")] == [True]
    assert all("“will adopt”" in words_of(tmp_path / "outputs" / name) for name in ("consolidated.docx", "comparison.xlsx"))


def test_the_same_change_said_twice_is_one_and_nothing_to_tell(tmp_path):
    inputs = meeting(tmp_path)
    answer(inputs, "Belize.txt", "Belize", *["In paragraph II.A.2, replace “shall adopt” by “may adopt”."] * 2)
    report = run(inputs, tmp_path / "outputs").report
    assert notices(report, "not applied", "Belize.txt") == []


def _workbook(path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Year", "Sum"])
    book.active.append([2004, 12])
    book.save(path)


BAD = {
    "Belize.pptx": b"PK\x03\x04 not really",
    "Bahamas.csv": b"paragraph;comment\n1;none\n",
    "Barbados.xlsx": b"",
    "Dominica.eml": b"Subject: nothing\n\n",
    "Grenada.html": b"<html><body></body></html>",
    "Guyana.txt": bytes(range(256)) * 8,
    "Haiti.odt": b"PK\x03\x04 cut",
    "Honduras.pdf": b"%PDF-1.4\n%%EOF",
    "Jamaica.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut",
    "Saint Lucia.msg": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "Suriname.rtf": b"{\\rtf1 ",
}


def test_files_that_say_nothing_or_are_broken_are_listed_each_with_what_to_ask_for(tmp_path):
    """One bad file never stops the others and never disappears."""
    inputs = meeting(tmp_path)
    for name, data in BAD.items():
        (inputs / "submissions" / name).write_bytes(data)
    _workbook(inputs / "submissions" / "Panama.xlsx")
    outcome = run(inputs, tmp_path / "outputs")
    assert outcome.laws.problems == []
    status = {s.file: (s.status, s.reason) for s in outcome.submissions}
    for name in BAD:
        assert status[name][0] in ("unreadable", "quarantined"), (name, status[name])
        assert len((status[name][1] or "").split(". ")) > 1, (name, status[name])  # what is wrong, then what to do
    assert status["Mexico.docx"][0] == "merged"
    assert all(name in words_of(tmp_path / "outputs" / "consolidated.docx") for name in [*BAD, "Panama.xlsx"])


@pytest.mark.parametrize("name", ["placements.xlsx", "crosswalk.xlsx", "translations.xlsx"])
def test_a_broken_workbook_of_the_officer_is_named_with_what_to_do(tmp_path, name):
    inputs = meeting(tmp_path)
    (inputs / name).write_bytes(b"no workbook")
    with pytest.raises(InputError) as caught:
        run(inputs, tmp_path / "outputs")
    assert name in str(caught.value)
    assert caught.value.remedy


def test_a_spanish_draft_of_another_structure_is_told(tmp_path):
    """Provisions of two languages answer each other only where the structure is the same."""
    inputs = meeting(tmp_path)
    receive(inputs, "Uruguay.docx").rename(inputs / "draft-program.es.docx")
    with pytest.raises(InputError, match=r"draft-program\.es\.docx"):
        run(inputs, tmp_path / "outputs")
