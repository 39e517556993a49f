"""The draft's wording beside the alternatives of a conflict holds every provision that one of them asks to change."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from pipeline.model import FIRST_ATOM
from pipeline.store import read_json
from pipeline.writers.plain import cleaner
from tests.meetings import SAMPLES, run

OVER_TWO = "split or join against edit"
BOTH = ("prompt notice to a detained person", "prompt notice to the consular post")  # II.B.3(a) and (b) of the sample draft


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("contested") / "outputs"
    assert run(SAMPLES, folder).exit_code == 0
    return folder


def test_the_workbook_shows_both_provisions(outputs: Path) -> None:
    rows = load_workbook(outputs / "comparison.xlsx")["Conflicts"].iter_rows(min_row=2, values_only=True)
    row = next(row for row in rows if row[2] == OVER_TWO)
    assert all(words in str(row[5]) for words in BOTH)


def test_the_annex_shows_both_provisions_in_the_draft_s_order(outputs: Path) -> None:
    conflict = next(c for c in read_json(outputs / "report.json")["conflicts"] if c["kind"] == OVER_TWO)
    tables = Document(str(outputs / "consolidated.docx")).tables
    cells = [table.rows[1].cells[0].text for table in tables if len(table.rows) > 1 and table.rows[0].cells[0].text == "Draft"]
    found = next(text for text in cells if BOTH[0] in text)
    assert conflict["proposals"]
    assert found.index(BOTH[0]) < found.index(BOTH[1])


def test_a_note_s_reference_does_not_run_into_the_word_before_it() -> None:
    assert cleaner({chr(FIRST_ATOM): "footnote"})(f"their families.{chr(FIRST_ATOM)}") == "their families.[footnote]"
