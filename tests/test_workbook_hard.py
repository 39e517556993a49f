"""What is hard to write into a cell is shown as it was typed: read back with openpyxl, and with LibreOffice where it is installed."""

import os
import shutil
import signal
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pipeline.model import Comment
from pipeline.writers.workbook import write_workbook
from tests.test_workbook import column, proposal, values

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
SECONDS = 120
LONG = "".join(f"{number:05d} wörds; " for number in range(4_616))[:60_000]
TYPED = {
    "ARG-01": "=1+1", "ARG-02": "+1-2", "ARG-03": "-1", "ARG-04": "@SUM(A1)", "ARG-05": '=HYPERLINK("http://x","y")',
    "ARG-06": "يجب على الدول حماية المهاجرين", "ARG-07": "זכויות המהגרים (1)", "ARG-08": "𝒜 🌎 𠮷 end", "ARG-09": "_x0041_ & <b> \"q\"",
    "ARG-10": " two  spaces ", "ARG-11": "a\tb\nc",
}  # fmt: skip
CONTROLS, SHOWN = "a\x00b\x07c\x1bd\ud800e\uffff", "a\ufffdb\ufffdc\ufffdd\ufffde\ufffd"


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each text as the proposed text, the change and the comment of a proposal of its own."""
    draft, received, merged, config = values()
    texts = {**TYPED, "ARG-12": CONTROLS, "ARG-13": LONG}
    found = tuple(
        proposal(ident, "Argentina", proposed_text=text, change=(("+", text),), comment=Comment("body", 0, 1, text, "c 1"))
        for ident, text in texts.items()
    )  # fmt: skip
    path = tmp_path_factory.mktemp("hard") / "comparison.xlsx"
    write_workbook(path, draft, received, replace(merged, proposals=found), config)
    return path


@pytest.fixture(scope="module")
def resaved(planted: Path) -> Path:
    """The same workbook, opened and saved by LibreOffice."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed (no soffice on the PATH): its witness is not heard")
    folder = planted.parent / "resaved"
    profile = f"-env:UserInstallation={(planted.parent / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder), str(planted)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        process.wait(SECONDS)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    return folder / planted.name


def told(path: Path, title: str) -> dict[str, Any]:
    return dict(zip(column(path, "Proposals", "Id"), column(path, "Proposals", title), strict=True))


@pytest.mark.parametrize("title", ["Proposed text", "Change (inserted underlined, deleted struck out)", "Comment or rationale"])
def test_every_text_reads_as_it_was_typed(planted: Path, title: str) -> None:
    """Formula signs, other scripts and directions, astral characters, spaces and escapes; control characters are seen as replaced."""
    found = told(planted, title)
    assert {ident: found[ident] for ident in TYPED} == TYPED
    assert found["ARG-12"] == SHOWN


def test_no_cell_of_the_workbook_is_a_formula(planted: Path) -> None:
    """In no sheet, the comparison included; what begins like one stays text when a reviewer edits it."""
    book = openpyxl.load_workbook(planted)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(cell.quotePrefix for cell in cells if str(cell.value)[:1] in ("=", "+", "-", "@") and cell.data_type == "s")


@pytest.mark.parametrize("sheet", ["Proposals", "Comparison"])
def test_a_text_of_60_000_characters_continues_in_the_rows_below(planted: Path, sheet: str) -> None:
    """Its pieces, put together, are the text; each row says whose it is and stays in its place when the table is sorted by Order."""
    lines = [[cell.value for cell in row] for row in openpyxl.load_workbook(planted)[sheet].iter_rows()]
    if sheet == "Comparison":
        assert LONG in "".join(str(line[lines[0].index("Argentina")] or "") for line in lines[1:])
        return
    own = [dict(zip(lines[0], line, strict=True)) for line in lines[1:] if str(line[0]).startswith("ARG-13")]
    assert "".join(line["Proposed text"] for line in own) == "".join(line["Comment or rationale"] for line in own) == LONG
    assert [line["Id"] for line in own] == ["ARG-13", "ARG-13 (continued)"]
    assert [line["Order"] for line in own] == [13, 13.001]


def test_libreoffice_shows_the_same(planted: Path, resaved: Path) -> None:
    """It opens the file, takes nothing for a formula, and has every text, the long one in its pieces."""
    before, after = told(planted, "Proposed text"), told(resaved, "Proposed text")
    assert after == before
    cells = (cell for sheet in openpyxl.load_workbook(resaved) for row in sheet.iter_rows() for cell in row)
    assert all(cell.data_type != "f" for cell in cells)
