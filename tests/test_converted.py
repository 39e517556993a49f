"""Answers in .odt, .rtf and .doc are read through LibreOffice as what they are: a version of the draft with marks, or a letter.

LibreOffice need not be installed: a program in its place gives back what it made of the specimens in tests/converted.
"""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from pipeline import cache
from pipeline.audit import audit
from pipeline.auditing.metadata_forms import told_by
from pipeline.conversions import made_by
from pipeline.forms import office
from pipeline.model import Edit, Span
from pipeline.readers.draft import open_draft
from pipeline.readers.spacing import Spacing
from pipeline.run import Options, Outcome, begin, consolidate
from pipeline.stages import witnessed
from tests.converted import program
from tests.converted.make import ADDED, CELLS, COMMENTS, FORMS, HERE, HIDDEN, PEOPLE, TEXTS, body, chile, paragraph, peru, word
from tests.converted.make import run as text_run
from tests.meetings import files_of, run, words_of

CHANGES = {("amend", "should"), ("insert", ADDED), ("amend", "known to the others"), ("delete", ""), ("amend", "Once a year")}
LETTER = (
    r"{\rtf1\ansi{\*\revtbl{Unknown;}{Rosaura Ib\'e1\'f1ez Qui\'f1ones;}}{\info{\author Te\u243?filo C\'e1rdenas Lobat\'f3n}}"
    r"\pard HANG\par}"
)


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program in LibreOffice's place; the file gets a line for each of its calls. Nothing is kept from other tests."""
    monkeypatch.setattr(office, "NAMES", (str(program.put(tmp_path / "soffice", tmp_path / "calls")),))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "calls"


def meeting(folder: Path, **files: bytes) -> Path:
    """An inputs folder with the specimens' draft; files by name, ``__`` for the dot."""
    inputs = folder / "in"
    (inputs / "submissions").mkdir(parents=True)
    shutil.copyfile(HERE / "draft.docx", inputs / "draft-program.docx")
    for name, data in files.items():
        (inputs / "submissions" / name.replace("__", ".")).write_bytes(data)
    return inputs


def specimen(name: str) -> bytes:
    return (HERE / name).read_bytes()


def entry(outcome: Outcome, file: str) -> dict[str, Any]:
    return next(s for s in outcome.report["submissions"] if s["file"] == file)


def stands(outcome: Outcome, file: str) -> tuple[str, str, str]:
    """(status, form, what it is read as)."""
    found = entry(outcome, file)
    return found["status"], found["form"], found["read_as"]


def proposed(outcome: Outcome) -> list[tuple[str, str, str]]:
    """(type, place, provision) of what is asked for."""
    return sorted((p["type"], p["provision"]["id"], "; ".join(p["contributors"])) for p in outcome.report["proposals"])


def holds(outcome: Outcome) -> bool:
    return outcome.exit_code == 0 and not outcome.report["laws"]["problems"]


@pytest.mark.parametrize("form", FORMS)
def test_a_marked_copy_in_another_form_proposes_what_the_word_file_proposes(form: str, tmp_path: Path, calls: Path) -> None:
    word = run(meeting(tmp_path / "word", Peru__docx=peru()), tmp_path / "word" / "out")
    other = run(meeting(tmp_path / "other", **{f"Peru__{form[1:]}": specimen(f"Peru{form}")}), tmp_path / "other" / "out")
    own = [p for p in proposed(word) if p[0] not in ("format", "comment")]
    assert [p for p in proposed(other) if p[0] != "comment"] == own
    assert len(own) == len(CHANGES)
    assert stands(other, f"Peru{form}") == ("merged", form[1:], "tracked")
    assert holds(other)


@pytest.mark.parametrize("form", FORMS)
def test_a_retyped_copy_proposes_what_the_word_file_proposes_and_no_more(form: str, tmp_path: Path, calls: Path) -> None:
    word = run(meeting(tmp_path / "word", Chile__docx=chile()), tmp_path / "word" / "out")
    other = run(meeting(tmp_path / "other", **{f"Chile__{form[1:]}": specimen(f"Chile{form}")}), tmp_path / "other" / "out")
    assert proposed(other) == proposed(word)
    assert stands(other, f"Chile{form}") == ("merged", form[1:], "clean")
    assert holds(other)


@pytest.mark.parametrize("form", FORMS)
def test_a_copy_of_an_earlier_draft_is_merged_and_not_rebased(form: str, tmp_path: Path, calls: Path) -> None:
    """What is rebased is opened as a Word file by whoever judges from outside; the notice tells that it was made on another version."""
    inputs = meeting(tmp_path, **{f"Peru__{form[1:]}": specimen(f"Peru{form}")})
    later = [paragraph(text_run(t.replace("training of officials", "training of consular officials"))) for t in TEXTS]
    (inputs / "draft-program.docx").write_bytes(word(body(later, paragraph(text_run(CELLS[2][1])))))
    (inputs / "earlier-drafts").mkdir()
    shutil.copyfile(HERE / "draft.docx", inputs / "earlier-drafts" / "first.docx")
    outcome = run(inputs, tmp_path / "out")
    assert stands(outcome, f"Peru{form}") == ("merged", form[1:], "tracked")
    assert "other version" in {n["kind"] for n in outcome.report["notices"]}
    assert len([p for p in proposed(outcome) if p[0] != "comment"]) == len(CHANGES)
    assert holds(outcome)


@pytest.mark.parametrize("form", FORMS)
def test_the_notice_names_what_converted_the_file(form: str, tmp_path: Path, calls: Path) -> None:
    outcome = run(meeting(tmp_path, **{f"Peru__{form[1:]}": specimen(f"Peru{form}")}), tmp_path / "out")
    told = [n["message"] for n in outcome.report["notices"] if n["kind"] == "converted"]
    assert len(told) == 1
    assert told[0].startswith(f"Made as {form}, converted by LibreOffice 7.4.7.2: ")


def test_a_word_file_that_does_not_tell_who_made_it_names_no_version() -> None:
    assert made_by(HERE / "draft.docx") == made_by(HERE / "Chile.rtf") == "LibreOffice"


@pytest.mark.parametrize("form", FORMS)
def test_comments_in_the_margin_come_and_what_is_internal_stays(form: str, tmp_path: Path, calls: Path) -> None:
    """The comment on the words of an internal one may be its answer: a form other than .docx does not tell."""
    outcome = run(meeting(tmp_path, **{f"Peru__{form[1:]}": specimen(f"Peru{form}")}), tmp_path / "out")
    shown = words_of(tmp_path / "out" / "consolidated.docx") + words_of(tmp_path / "out" / "comparison.xlsx")
    assert shown.count(COMMENTS[0]) >= 2
    assert entry(outcome, f"Peru{form}")["held"] == 3
    everything = " ".join(words_of(p) for p in (tmp_path / "out").rglob("*") if p.is_file())
    assert not [secret for secret in (*COMMENTS[1:], HIDDEN, *PEOPLE) if secret in everything]


@pytest.mark.parametrize("form", [".odt", ".doc"])
def test_a_change_of_formatting_alone_is_told_and_is_no_proposal(form: str, tmp_path: Path, calls: Path) -> None:
    outcome = run(meeting(tmp_path, **{f"Peru__{form[1:]}": specimen(f"Peru{form}")}), tmp_path / "out")
    assert not [p for p in outcome.report["proposals"] if p["type"] == "format"]
    assert [n["place"] for n in outcome.report["notices"] if n["kind"] == "lost in reading"] == ["paragraph 10"]


@pytest.mark.parametrize("form", FORMS)
def test_without_libreoffice_the_file_is_read_all_the_same_and_the_loss_is_told(form: str, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(office, "NAMES", ())
    outcome = run(meeting(tmp_path, **{f"Peru__{form[1:]}": specimen(f"Peru{form}")}), tmp_path / "out")
    told = " ".join(n["message"] for n in outcome.report["notices"] if n["kind"] == "lost in reading")
    assert entry(outcome, f"Peru{form}")["form"] == "letter"
    assert [word in told for word in ("comments", "LibreOffice")] == [True] * 2
    assert outcome.exit_code == 0


def test_all_files_go_in_few_calls_and_a_second_run_makes_none(tmp_path: Path, calls: Path) -> None:
    inputs = meeting(tmp_path, Peru__odt=specimen("Peru.odt"), Chile__rtf=specimen("Chile.rtf"))
    run(inputs, tmp_path / "out")
    assert [line.rpartition(" ")[2] for line in calls.read_text().splitlines()] == ["docx", "odt", "rtf", "docx"]
    first = files_of(tmp_path / "out")
    shutil.rmtree(tmp_path / "out")
    calls.write_text("")
    run(inputs, tmp_path / "out")
    assert calls.read_text() == ""
    assert files_of(tmp_path / "out") == first


def test_the_same_bytes_come_out_where_nothing_is_kept(tmp_path: Path, calls: Path, monkeypatch) -> None:
    inputs = meeting(tmp_path, Peru__odt=specimen("Peru.odt"), Chile__doc=specimen("Chile.doc"))
    run(inputs, tmp_path / "one")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another cache"))
    run(inputs, tmp_path / "two")
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")


def test_what_is_kept_and_damaged_counts_for_nothing(tmp_path: Path, calls: Path) -> None:
    inputs = meeting(tmp_path, Peru__odt=specimen("Peru.odt"))
    run(inputs, tmp_path / "one")
    for path in (tmp_path / "cache" / cache.FOLDER).glob("*-converted.json"):
        path.write_bytes(path.read_bytes().replace(b"UEs", b"UEt", 1))
    outcome = run(inputs, tmp_path / "two")
    assert stands(outcome, "Peru.odt") == ("merged", "odt", "tracked")


def test_a_file_on_which_libreoffice_hangs_or_dies_costs_that_file_alone(tmp_path: Path, calls: Path, monkeypatch) -> None:
    monkeypatch.setattr(office, "SECONDS", 1)
    monkeypatch.setattr(office, "MORE", 0)
    files = [(b"HANG", ".rtf"), (specimen("Chile.rtf"), ".rtf"), (b"DIE", ".rtf"), (b"neither", ".rtf"), (specimen("Peru.rtf"), ".rtf")]
    made = office.converted_all(files)
    assert [m is not None for m in made] == [False, True, False, False, True]
    outcome = run(meeting(tmp_path, Peru__rtf=specimen("Peru.rtf"), Chile__rtf=LETTER.encode()), tmp_path / "out")
    assert stands(outcome, "Peru.rtf") == ("merged", "rtf", "tracked")
    assert entry(outcome, "Chile.rtf")["form"] == "letter"


def test_a_libreoffice_that_always_fails_is_left_alone(tmp_path: Path, calls: Path) -> None:
    assert office.converted_all([(b"DIE", ".rtf")] * 10) == [None] * 10
    assert len(calls.read_text().splitlines()) == office.IN_VAIN


def test_a_letter_keeps_its_comments_in_the_margin(tmp_path: Path, calls: Path) -> None:
    """Peru's text is no version of a draft in Spanish."""
    inputs = meeting(tmp_path, Peru__odt=specimen("Peru.odt"))
    shutil.copyfile(Path(__file__).parents[1] / "inputs" / "draft-program.es.docx", inputs / "draft-program.docx")
    outcome = run(inputs, tmp_path / "out")
    found = entry(outcome, "Peru.odt")
    assert (found["form"], found["held"]) == ("letter", 3)
    assert COMMENTS[0] in words_of(tmp_path / "out" / "consolidated.docx")
    assert holds(outcome)


def audited(inputs: Path, outputs: Path) -> list[str]:
    """Judged anew, with nothing known beforehand."""
    begun = begin(Options(inputs, outputs), lambda message: None)
    witnesses = witnessed(begun, open_draft(inputs / "draft-program.docx"))
    from pipeline.store import read_json

    return audit(inputs, outputs, read_json(outputs / "report.json"), begun.codes, witnesses=witnesses).problems


@pytest.mark.parametrize("form", FORMS)
def test_the_audit_reads_the_received_bytes_itself(form: str, tmp_path: Path, calls: Path, monkeypatch) -> None:
    """Where the outputs show what another file says, both of its readings tell; without LibreOffice the one that is left."""
    inputs = meeting(tmp_path, **{f"Peru__{form[1:]}": specimen(f"Peru{form}")})
    run(inputs, tmp_path / "out")
    assert audited(inputs, tmp_path / "out") == []
    (inputs / "submissions" / f"Peru{form}").write_bytes(specimen(f"Chile{form}"))
    assert any("law 1: Peru: consolidated.docx" in p and "expected" in p for p in audited(inputs, tmp_path / "out"))
    monkeypatch.setattr(office, "NAMES", ())
    assert any("law 1: Peru: consolidated.docx" in p and "stand" in p for p in audited(inputs, tmp_path / "out"))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("names", [(), None])
def test_a_name_from_another_form_that_leaks_breaks_law_6(form: str, names: Any, tmp_path: Path, calls: Path, monkeypatch) -> None:
    if names is not None:
        monkeypatch.setattr(office, "NAMES", names)  # without LibreOffice as well
    inputs = meeting(tmp_path, **{f"Peru__{form[1:]}": specimen(f"Peru{form}")})
    run(inputs, tmp_path / "out")
    (tmp_path / "out" / "stages" / "note.json").write_text(f'{{"by": "{PEOPLE[0]}"}}', encoding="utf-8")
    assert [p for p in audited(inputs, tmp_path / "out") if p.startswith("law 6") and f"Peru{form}" in p]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_tells_who_marked_it(form: str) -> None:
    people, _ = told_by(f"Peru{form}", specimen(f"Peru{form}"))
    assert set(PEOPLE) <= set(people)


def test_names_in_rich_text_are_read_whatever_their_signs() -> None:
    people, places = told_by("Peru.rtf", LETTER.replace(r"\pard", r"{\*\template C:\\Users\\rosaura\\nota.dot}\pard").encode())
    assert set(people) == {*PEOPLE, "Unknown"}
    assert places == [r"C:\Users\rosaura\nota.dot"]


def test_a_file_that_is_no_such_form_tells_nothing() -> None:
    assert [told_by(f"x{form}", b"\x00nothing") for form in (*FORMS, ".pdf")] == [([], [])] * 4


def spacing() -> Spacing:
    return Spacing({"body": "one two\nthree four\nfive\n"}, frozenset("\U00100000"))


def words(text: str) -> Span:
    return Span("text", text)


END = Span("paragraph", "")


@pytest.mark.parametrize(
    ("edit", "kept"),
    [
        (Edit("body", 3, 4, (words("\u00a0"),), ""), None),  # another space, nobody's wish
        (Edit("body", 3, 3, (words("\U00100000".strip()),), ""), None),  # a field that says nothing
        (Edit("body", 8, 8, (END,), ""), None),  # an empty paragraph
        (Edit("body", 13, 14, (END,), ""), (13, 14)),  # a paragraph split
        (Edit("body", 3, 4, (words(" and "),), ""), (3, 4)),
        (Edit("body", 8, 18, (), ""), (8, 19)),  # all words of a paragraph: its mark as well
        (Edit("body", 8, 13, (), ""), (8, 13)),
        (Edit("body", 19, 23, (), ""), (19, 23)),  # the last mark of a text stays
        (Edit("body/t1", 1, 2, (), ""), (1, 2)),  # a row
    ],
)
def test_what_a_conversion_does_to_spaces_and_marks_is_no_proposal(edit: Edit, kept: tuple[int, int] | None) -> None:
    found = spacing().without([edit], frozenset())
    assert [(e.start, e.end) for e in found] == ([kept] if kept else [])


def test_what_the_draft_itself_comes_back_with_is_no_proposal() -> None:
    edit = Edit("body", 19, 19, (words("Contents"), END), "")
    assert spacing().without([edit], {("body", 19, 19, "Contents\n")}) == []
    assert spacing().without([edit], None) == [edit]


def test_the_same_words_with_other_marks_are_the_same() -> None:
    assert spacing().is_only(("body", 7, 8, " "))
    assert not spacing().is_only(("body", 7, 8, " and "))


@pytest.mark.skipif(not office.installed(), reason="LibreOffice is not on this machine")
@pytest.mark.parametrize("form", FORMS)
def test_libreoffice_itself_gives_the_same_proposals_and_the_same_bytes_twice(form: str, tmp_path: Path, monkeypatch) -> None:
    inputs = meeting(tmp_path, **{f"Peru__{form[1:]}": specimen(f"Peru{form}"), f"Chile__{form[1:]}": specimen(f"Chile{form}")})
    for name in ("one", "two"):
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / f"cache {name}"))
        outcome = consolidate(Options(inputs, tmp_path / name), lambda message: None)
        assert holds(outcome)
        assert [stands(outcome, f"{who}{form}")[:2] for who in ("Chile", "Peru")] == [("merged", form[1:])] * 2
        assert len([p for p in outcome.report["proposals"] if p["contributors"] == ["Peru"] and p["type"] != "comment"]) >= len(CHANGES)
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")


def test_the_specimens_hold_marks_of_both_people() -> None:
    """What is compared must not be empty."""
    for form in FORMS:
        with zipfile.ZipFile(HERE / f"Peru{form}.docx") as archive:
            xml = archive.read("word/document.xml").decode()
        assert all(f'w:author="{name}"' in xml for name in PEOPLE)
