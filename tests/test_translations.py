"""Words of another language: asked for in translations.xlsx, returned in it, shown as the Secretariat's own."""

import re
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest

from pipeline.config import Config
from pipeline.errors import InputError
from pipeline.model import Comment, Draft, Provision, Submission
from pipeline.placing.translations import key_of, notices_of, translated, unused
from pipeline.readers.translations import returned
from pipeline.run import Options, consolidate
from pipeline.writers.translations import write_translations

LANGUAGES = {"en": "English", "es": "Spanish", "fr": "French", "pt": "Portuguese"}
WORDS = "El plazo es breve para los consulados."


def comment(words: str = WORDS, language: str = "es", **more: object) -> Comment:
    return replace(Comment("body", 0, 17, words, "paragraph 2", language=language), **more)  # type: ignore[arg-type]


def submission(*comments: Comment) -> Submission:
    return Submission("Peru.docx", "ab" * 32, ("Peru",), None, None, "es", "letter", "comments-only", comments=comments)


def draft() -> Draft:
    provisions = (Provision("p1", "II.A.1", "II.A", "paragraph", "body", 0, 17, "States shall act."),)
    return Draft("draft.docx", "0" * 64, {}, provisions)


def filled(path: Path, key: str, language: str, words: str) -> None:
    """As the officer does it in Excel."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    heads = [cell.value for cell in sheet[1]]
    (row,) = [r for r in range(2, sheet.max_row + 1) if sheet.cell(r, heads.index("Key") + 1).value == key]
    sheet.cell(row, heads.index(language) + 1).value = words
    book.save(path)


def rows(path: Path) -> list[dict[str, str | None]]:
    head, *others = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in others]


def test_each_text_of_another_language_is_asked_for_once(tmp_path: Path) -> None:
    """However many provisions it stands at; words in the document's language and changes of formatting are not asked for."""
    said = submission(comment(), comment(end=9), comment("Fine.", "en"), comment("Sin notas.", kind="general"), comment(kind="format"))
    write_translations(tmp_path / "t.xlsx", draft(), [said], {}, Config(), LANGUAGES)
    first, second = rows(tmp_path / "t.xlsx")
    assert (first["Key"], first["Original words"], first["Provision"]) == (key_of(("Peru",), WORDS), WORDS, "II.A.1")
    assert (first["Language"], first["Status"], first["English"]) == ("Spanish", "awaits translation", None)
    assert second["Provision"] == "general"


def test_no_file_is_written_where_nothing_awaits_translation(tmp_path: Path) -> None:
    """An officer finds no empty list."""
    write_translations(tmp_path / "t.xlsx", draft(), [submission(comment("Fine.", "en"))], {}, Config(), LANGUAGES)
    assert not (tmp_path / "t.xlsx").exists()


def test_what_was_filled_in_comes_back_by_its_key_and_stands_in_the_next_list(tmp_path: Path) -> None:
    """The translation is beside the words, which stay as they were; the next list shows it as done."""
    path, said = tmp_path / "t.xlsx", submission(comment())
    write_translations(path, draft(), [said], {}, Config(), LANGUAGES)
    filled(path, key_of(("Peru",), WORDS), "English", "The time limit is short for consulates.")
    found = returned(path, LANGUAGES)
    (done,) = translated([said], found, "en")
    assert (done.comments[0].text, done.comments[0].translation) == (WORDS, "The time limit is short for consulates.")
    write_translations(path, draft(), [done], found, Config(), LANGUAGES)
    assert rows(path)[0]["Status"] == "translated"
    assert returned(path, LANGUAGES) == found


def test_a_translation_is_never_put_beside_other_words(tmp_path: Path) -> None:
    """Where the delegation changed its words the translation is kept in the list, told, and not shown."""
    path = tmp_path / "t.xlsx"
    write_translations(path, draft(), [submission(comment())], {}, Config(), LANGUAGES)
    filled(path, key_of(("Peru",), WORDS), "English", "The time limit is short.")
    found, changed = returned(path, LANGUAGES), submission(comment("El plazo es largo."))
    assert translated([changed], found, "en") == (changed,)
    (notice,) = notices_of(unused([changed], found, "en"), "translations.xlsx")
    assert "stand in no submission any more" in notice.message
    write_translations(path, draft(), [changed], found, Config(), LANGUAGES)
    assert [row["Status"] for row in rows(path)] == ["awaits translation", "no longer in a submission"]
    assert rows(path)[1]["English"] == "The time limit is short."


@pytest.mark.parametrize("name", ["text", "sheet"])
def test_a_file_that_is_no_list_of_translations_is_told_with_what_to_do(tmp_path: Path, name: str) -> None:
    """A wrong file is a mistake that a person mends, never read as if nothing had been translated."""
    path = tmp_path / "translations.xlsx"
    if name == "text":
        path.write_text("no workbook", encoding="utf-8")
    else:
        openpyxl.Workbook().save(path)
    with pytest.raises(InputError, match=r"no workbook|no columns"):
        returned(path, LANGUAGES)


# ---- in a whole run

LETTER = "II. En relación con el párrafo que comienza “States keep registers of consulates”, el plazo es breve para los consulados.\n"


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """A draft in English and a letter in Spanish."""
    folder = tmp_path / "inputs"
    (folder / "submissions").mkdir(parents=True)
    told = "States keep registers of consulates|Offices publish the list of offices each year|Courts hear cases of residence"
    document = docx.Document()
    for line in told.split("|"):
        document.add_paragraph(line)
    document.save(str(folder / "draft-program.docx"))
    letter = "Señor Presidente:\n\nEl Perú presenta las siguientes observaciones sobre el proyecto de Programa.\n\n" + LETTER
    (folder / "submissions" / "Peru.txt").write_text(letter, encoding="utf-8")
    return folder


def comments(outputs: Path) -> list[tuple[str, str]]:
    with zipfile.ZipFile(outputs / "consolidated.docx") as archive:
        xml = archive.read("word/comments.xml").decode()
    found = re.findall(r'<w:comment [^>]*w:author="([^"]*)"[^>]*>(.*?)</w:comment>', xml, re.S)
    return [(author, re.sub("<[^>]+>", "", words)) for author, words in found]


def test_a_returned_translation_stands_beside_the_words_under_the_secretariats_name(inputs: Path, tmp_path: Path) -> None:
    """Never as the state's own words or mark; the laws hold, and a second run from the same outputs keeps it."""
    outputs = tmp_path / "outputs"
    consolidate(Options(inputs, outputs, processes=1), lambda _: None)
    (before,) = [c for c in comments(outputs) if "el plazo es breve" in c[1]]
    assert before[0] == "Peru"
    assert before[1].startswith("[Original: Spanish; translation pending] ")
    (key,) = [str(row["Key"]) for row in rows(outputs / "translations.xlsx") if "el plazo es breve" in str(row["Original words"])]
    shutil.copyfile(outputs / "translations.xlsx", inputs / "translations.xlsx")
    filled(inputs / "translations.xlsx", key, "English", "The time limit is short for consulates.")
    outcome = consolidate(Options(inputs, outputs, processes=1), lambda _: None)
    assert outcome.report["laws"]["problems"] == []
    (inputs / "translations.xlsx").unlink()
    for _ in range(2):
        told = comments(outputs)
        at = next(i for i, c in enumerate(told) if "el plazo es breve" in c[1])
        assert told[at] == ("Peru", before[1].replace("; translation pending", ""))
        assert told[at + 1] == ("Secretariat", "[Secretariat translation] The time limit is short for consulates.")
        outcome = consolidate(Options(inputs, outputs, processes=1), lambda _: None)
        assert outcome.exit_code == 0
