"""A workbook in another language says types, kinds and statuses in it, and decisions typed into it are taken over all the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pipeline.store import read_json
from pipeline.writers.phrases import phrases
from tests.meetings import SAMPLES, run

SAY = phrases("es")
AGREED = SAY["decisions"].split(",")[1]


@pytest.fixture(scope="module")
def meeting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("words")
    shutil.copytree(SAMPLES, folder / "inputs")
    settings = folder / "inputs" / "consolidation.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('language = "en"', 'language = "es"'), encoding="utf-8")
    assert run(folder / "inputs", folder / "outputs").exit_code == 0
    return folder


def column(book: Path, sheet: str, head: str) -> list[str]:
    heads, *rows = load_workbook(book)[sheet].iter_rows(values_only=True)
    return [str(row[heads.index(head)]) for row in rows]


def group(name: str) -> set[str]:
    return {words for key, words in SAY.items() if key.startswith(f"{name} ")}


@pytest.mark.parametrize(("sheet", "head", "name"), [
    ("sheet proposals", "type", "type"), ("sheet conflicts", "kind", "kind"), ("sheet files", "status", "status"),
    ("sheet notices", "kind", "notice"),
])  # fmt: skip
def test_closed_lists_are_said_in_the_working_language(meeting: Path, sheet: str, head: str, name: str) -> None:
    found = set(column(meeting / "outputs" / "comparison.xlsx", SAY[sheet], SAY[head]))
    assert found
    assert found <= group(name)


def test_a_decision_is_taken_over(meeting: Path) -> None:
    path = meeting / "outputs" / "comparison.xlsx"
    book = load_workbook(path)
    sheet = book[SAY["sheet proposals"]]
    heads = [cell.value for cell in sheet[1]]
    ident = str(sheet.cell(2, 1).value)
    sheet.cell(2, heads.index(SAY["decision"]) + 1, AGREED)
    book.save(path)
    assert run(meeting / "inputs", meeting / "outputs").exit_code == 0
    again = dict(zip(column(path, SAY["sheet proposals"], SAY["id"]), column(path, SAY["sheet proposals"], SAY["decision"]), strict=True))
    assert again[ident] == AGREED
    assert read_json(meeting / "outputs" / "report.json")["laws"]["problems"] == []
