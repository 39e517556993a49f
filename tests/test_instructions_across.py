"""An answer in another language that quotes the draft to the letter, or names a place alone, is written on the draft's text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.meetings import meeting, run

HEAD = "La delegación del Perú presenta las siguientes propuestas sobre el proyecto de Programa.\n\n"
END = "\n\nSin otro particular, saludo a usted muy atentamente,\n"


def proposals(tmp_path: Path, *asked: str) -> list[dict[str, Any]]:
    inputs = meeting(tmp_path, "Argentina - comentarios (25-10-2004).docx")
    (inputs / "submissions" / "Peru.txt").write_text(HEAD + "\n\n".join(asked) + END, encoding="utf-8")
    outcome = run(inputs, tmp_path / "outputs")
    assert outcome.exit_code == 0
    return [p for p in outcome.report["proposals"] if p["submission"] == "Peru.txt"]


def kinds(found: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return sorted((p["type"], p["provision"]["label"]) for p in found)


def test_the_drafts_own_words_are_replaced(tmp_path: Path) -> None:
    found = proposals(tmp_path, "En el párrafo II.A.2, sustituir “shall adopt” por “should adopt”.")
    assert kinds(found) == [("amend", "II.A.2"), ("comment", "II.A.2")]


def test_a_paragraph_is_deleted(tmp_path: Path) -> None:
    assert ("delete", "II.B.5") in kinds(proposals(tmp_path, "Suprimir el párrafo II.B.5."))


def test_words_of_the_other_language_stay_a_comment(tmp_path: Path) -> None:
    words = "En el párrafo II.A.2, sustituir “adoptarán” por “deberían adoptar”."
    found = proposals(tmp_path, words, "En el párrafo II.B.5, agregar “y sus familias”.")
    assert {kind for kind, _ in kinds(found)} == {"comment"}


def test_words_too_short_to_tell_stay_a_comment(tmp_path: Path) -> None:
    assert {kind for kind, _ in kinds(proposals(tmp_path, "En el párrafo II.A.2, sustituir “in” por “en”."))} == {"comment"}
