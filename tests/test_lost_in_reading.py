"""Marks and comments in forms other than .docx: their loss is told, and nothing else of the file counts as lost."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from pipeline.forms import office
from tests.forms.made import docx, p, r
from tests.meetings import meeting, run

# As LibreOffice writes them: authors of marks, the program's name, and what ties a comment to its words.
RTF = (
    r"{\rtf1\ansi{\*\revtbl{Unknown;}{A Person;}}{\*\generator Writer of RTF 7.4;}{\*\pgdsctbl{\pgdsc0 Default Page Style;}}"
    r"\pard The delegation asks for a longer time frame.\par "
    r"II.A.2: the time frame of two years is {\deleted\revauthdel1 far }{\revised\revauth1 much }"
    r"{\*\atrfstart 0}too short for us.{\*\atrfend 0}"
    r"{\*\atnid BP}{\*\atnauthor B Person}{\*\annotation{\*\atnref 0}A remark in the margin on the resources.}\par}"
)
TOLD = ["this file holds comments in the margin (1)", "this file holds tracked changes ({})"]


def lost(inputs: Path, outputs: Path, file: str) -> list[str]:
    outcome = run(inputs, outputs)
    assert outcome.report["laws"]["problems"] == []
    assert outcome.exit_code == 0
    notices = outcome.report["notices"]
    return sorted(n["message"].split(":")[0] for n in notices if n["file"] == file and n["kind"] == "lost in reading")


def test_a_rich_text_file_with_marks_and_comments_is_read_and_breaks_no_law(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "NAMES", ())
    inputs = meeting(tmp_path)
    (inputs / "submissions" / "Peru.rtf").write_text(RTF, encoding="ascii")
    assert lost(inputs, tmp_path / "outputs", "Peru.rtf") == [line.format(2) for line in TOLD]


@pytest.mark.skipif(not office.installed(), reason="LibreOffice is not on this machine")
def test_a_letter_that_libreoffice_reads_loses_no_more_than_a_word_letter(tmp_path: Path) -> None:
    inputs = meeting(tmp_path)
    mark = '<w:ins w:id="1" w:author="A Person" w:date="2004-10-01T00:00:00Z">' + r("far ") + "</w:ins>"
    source = tmp_path / "Peru.docx"
    said = p(r("The delegation asks for a longer time frame.")) + p(r("II.A.2: two years is "), mark, r("too short for us."))
    source.write_bytes(docx(said))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    subprocess.run(
        [office.installed(), profile, "--headless", "--convert-to", "doc", "--outdir", str(inputs / "submissions"), str(source)],
        check=True, capture_output=True,
    )  # fmt: skip
    assert lost(inputs, tmp_path / "outputs", "Peru.doc") == []
