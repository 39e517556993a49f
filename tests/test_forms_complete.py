"""Law 3 and law 6 over all forms: what stands in a file is found again in both outputs, what stands behind it nowhere."""

import copy

import pytest

from pipeline.auditing import totals
from pipeline.auditing.case import Case
from pipeline.auditing.forms import passages
from tests.forms.sown import MADE, Sown, letter_docx, sow, table_docx, workbook
from tests.meetings import meeting, run, words_of

BOTH = ("consolidated.docx", "comparison.xlsx")
NOBODYS = (("letter", ".docx", letter_docx), ("table", ".docx", table_docx), ("sheet", ".xlsx", workbook))


@pytest.fixture(scope="module")
def sown(tmp_path_factory):
    """One run on all forms: what was sown, the outcome, and the words of every written file."""
    folder = tmp_path_factory.mktemp("forms")
    inputs = meeting(folder)
    for file in (inputs / "submissions").iterdir():
        file.unlink()
    plants = sow(inputs / "submissions")
    outcome = run(inputs, folder / "outputs")
    written = {p.relative_to(folder / "outputs").as_posix(): words_of(p) for p in (folder / "outputs").rglob("*") if p.is_file()}
    return plants, outcome, written


@pytest.fixture(scope="module")
def folder(sown, tmp_path_factory):
    """Where the run on all forms stands."""
    return next(tmp_path_factory.getbasetemp().glob("forms*"))


@pytest.mark.parametrize("file", MADE)
def test_a_sentence_in_each_place_of_a_form_stands_in_both_outputs(sown, file):
    """Nothing that a delegation writes is lost on the way, wherever in its file it wrote it."""
    plants, _, written = sown
    lost = [(place, output) for output in BOTH for place, sentence in plants[file].shown.items() if sentence not in written[output]]
    assert plants[file].shown
    assert lost == []


def test_what_a_program_does_not_show_stands_in_no_output(sown):
    """Hidden words, rows, sheets and elements are held: counted, and told nowhere, not in the Secretariat's files either."""
    plants, outcome, written = sown
    told = [(f, place, name) for f, s in plants.items() for place, words in s.hidden.items() for name in written if words in written[name]]
    held = {e["file"] for e in outcome.report["ledger"] if e["state"] == "held"}
    assert told == []
    assert {f for f, s in plants.items() if s.hidden} - {"Mexico.html"} <= held


def test_who_wrote_a_file_stands_in_no_output(sown):
    """Properties, headers of mails, authors of notes: every person is named after the place where a program keeps it."""
    plants, _, written = sown
    names = [(f, place, words.split()[-1]) for f, s in plants.items() for place, words in s.persons.items()]
    assert len(names) > 15
    assert [(f, place, name) for f, place, word in names for name in written if word in written[name]] == []


def test_the_audit_counts_every_row_and_paragraph_of_every_form(sown):
    """Totals in are totals out, and no form is left out of the count."""
    _, outcome, _ = sown
    total = outcome.laws.completeness
    counted = {e["file"] for e in outcome.report["ledger"] if e["kind"] in ("row", "paragraph")}
    assert outcome.laws.problems == [], "\n".join(outcome.laws.problems)
    assert total["in"] == total["out"] > 100
    assert counted == set(MADE)


@pytest.mark.parametrize("file", [file for file in MADE if not file.endswith(".doc")])
def test_the_audit_takes_each_form_apart_itself(folder, file):
    """A form that it cannot read would hold law 3 unseen."""
    found = passages(file, (folder / "inputs" / "submissions" / file).read_bytes())
    assert found is not None
    assert len(found) > 3


@pytest.mark.parametrize("file", ["Argentina.docx", "Brazil.docx", "Chile.xlsx", "Colombia.odt", "Ecuador.odt", "Mexico.html", "Peru.txt"])
def test_the_audit_misses_one_sentence_that_an_output_lacks(sown, folder, file):
    """One sentence out of the workbook, or one row or paragraph out of the ledger, breaks law 3 by the file's name."""
    plants, outcome, _ = sown
    case = Case(folder / "inputs", folder / "outputs", copy.deepcopy(outcome.report), {}, {})
    sentence = next(s for place, s in plants[file].shown.items() if "paragraph" in place or place == "second sheet")
    case.workbook_text = case.workbook_text.replace(sentence, "")
    assert [p for p in totals.broken(case) if p.startswith(f"law 3: {file}") and "is not in both outputs" in p]


def test_an_answer_of_nobody_keeps_all_its_words(tmp_path):
    """A letter and a table whose file names tell no contributor make no marks; what they say stands in both outputs."""
    inputs = meeting(tmp_path)
    for file in (inputs / "submissions").iterdir():
        file.unlink()
    sowings = {f"received{n}{suffix}": (Sown(form), make) for n, (form, suffix, make) in enumerate(NOBODYS)}
    for name, (s, make) in sowings.items():
        (inputs / "submissions" / name).write_bytes(make(s))
    outcome = run(inputs, tmp_path / "outputs")
    words = [words_of(tmp_path / "outputs" / name) for name in BOTH]
    assert outcome.laws.problems == []
    assert [(f, place) for f, (s, _) in sowings.items() for place, said in s.shown.items() if not all(said in w for w in words)] == []
