"""What was made on another text than the draft: consolidated there under the same laws, and told at the provision of the draft."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import orjson
import pytest

from pipeline.readers.draft import draft_model, open_draft
from pipeline.writers.words.said import LANGUAGES, PIECES, said_in
from tests import views
from tests.integrity import findings
from tests.meetings import SAMPLES, meeting, receive, run
from tests.placement import verdicts
from tests.samples.answers.versions import BOLIVIA_LETTER
from tests.samples.draft import draft
from tests.samples.forms.grid import Grid, grid_docx
from tests.samples.forms.letter import Letter, letter_docx
from tests.samples.model import Document, Para
from tests.samples.package import docx
from tests.samples.word import Hand
from tests.test_officer import fill, places, whole_meeting
from tests.views import W

WORD = re.compile(r"[^\W\d_]{4,}")
REPORT, SPANISH = "rapporteur-report.docx", "draft-program.es.docx"
CHILES, VENEZUELAS = "Chile - report of the Rapporteur.docx", "Venezuela (informe del Relator).docx"
ON_SPANISH = {"Nicaragua.docx": "Nicaragua", "Paraguay.docx": "Paraguay", "Bolivia.docx": "Bolivia"}
ON_REPORT = {CHILES: "Chile", VENEZUELAS: "Venezuela"}
LEADS = {  # what an officer writes into the crosswalk where the report itself refers to nothing
    "A representative of a regional consultation": "III.C.2",
    "The conditions of detention": "III.A.3(a)",
    "The cost of sending remittances": "II.B.7",
    "recognition of qualifications": "IV.D.3(c)",
    "Several participants drew attention to xenophobia": "III.B.2",
    "It was proposed that migrants themselves": "III.B.2",
    "The difference between trafficking": "II.B.5",
    "The Pan American Health Organization referred": "IV.H.1",
    "The passages that need most work": "II.A.2",
}


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All samples, consolidated once."""
    target = tmp_path_factory.mktemp("samples") / "outputs"
    run(SAMPLES, target)
    return target


def authors(path: Path, story: str = "word/document.xml") -> set[str]:
    """Who makes marks in a file."""
    with zipfile.ZipFile(path) as archive:
        root = ET.fromstring(archive.read(story))
    return {m.get(f"{W}author", "") for tag in views.MARKS for m in root.iter(tag)}


def sent(file: str, name: str) -> views.View:
    """What a file says with its marks accepted, without the letter before it."""
    found = views.view(SAMPLES / "submissions" / file, views.everybody)
    return found[len(BOLIVIA_LETTER) :] if name == "Bolivia" else found


@pytest.mark.parametrize(("name", "source"), [("consolidated-report.docx", REPORT), ("consolidated.es.docx", SPANISH)])
def test_all_marks_rejected_leave_the_text_as_it_was(name: str, source: str, outputs: Path) -> None:
    """Law 0, looks included, by the tests' own reader."""
    assert views.view(outputs / name, views.nobody) == views.view(SAMPLES / source, views.everybody)
    assert views.looks(outputs / name, views.nobody) == views.looks(SAMPLES / source, views.everybody)


@pytest.mark.parametrize(("file", "name"), [*ON_REPORT.items(), *ON_SPANISH.items()])
def test_one_contributors_marks_give_what_it_sent(file: str, name: str, outputs: Path) -> None:
    """Law 1; Bolivia's text stands after its letter."""
    path = outputs / ("consolidated-report.docx" if file in ON_REPORT else "consolidated.es.docx")
    assert views.view(path, views.of(name)) == sent(file, name)
    assert views.view(path, views.of(name)) != views.view(path, views.nobody)


def test_a_mark_on_the_report_carries_exactly_those_who_ask_for_it(outputs: Path) -> None:
    """Law 2: Chile and Venezuela ask for the review clause with the same words, and for nothing else together."""
    path = outputs / "consolidated-report.docx"
    assert authors(path) - {"Secretariat"} == {"Chile", "Venezuela", "Chile; Venezuela"}  # its labels stand between rivals
    with zipfile.ZipFile(path) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))
    joint = [m for tag in views.MARKS for m in root.iter(tag) if m.get(f"{W}author") == "Chile; Venezuela"]
    assert ["".join(t.text or "" for t in m.iter(f"{W}t")) for m in joint] == [", the review clause"]


def test_who_wrote_on_another_text_makes_no_mark_on_the_draft(outputs: Path) -> None:
    """Text of two languages, or of two documents, is never compared word by word."""
    parts = [n for n in zipfile.ZipFile(outputs / "consolidated.docx").namelist() if re.search(r"/(document|footnotes)\.xml$", n)]
    marked = {name for part in parts for a in authors(outputs / "consolidated.docx", part) for name in a.split("; ")}
    assert "Mexico" in marked
    assert marked & {"Nicaragua", "Paraguay", "Bolivia", "Venezuela"} == set()
    proposals = orjson.loads((outputs / "stages" / "align.json").read_bytes())
    carried = [p for p in proposals if p["submission"] in (*ON_REPORT, "Nicaragua.docx", "Paraguay.docx")]
    assert len(carried) > 25
    assert [p["id"] for p in carried if p["edits"] or not p["comment"]] == []


def test_proposals_on_the_spanish_draft_stand_at_their_provisions(outputs: Path) -> None:
    """By the key written by hand: none unplaced, none elsewhere."""
    found = [v for v in verdicts(outputs) if v.row.file in ON_SPANISH]
    assert len(found) > 18
    assert [f"{v.row.place}: {v.right}" for v in found if v.right] == []


def test_a_proposal_on_the_report_stands_at_the_right_provision_or_is_told_as_unplaced(outputs: Path) -> None:
    """Sure is what the report refers to, and what shares rare words with one provision; the rest waits for the officer, with a notice."""
    proposals = orjson.loads((outputs / "stages" / "align.json").read_bytes())
    waiting = {(p["submission"], p["source"]) for p in proposals if p["submission"] in ON_REPORT and p["comment"]["kind"] == "unplaced"}
    notices = orjson.loads((outputs / "report.json").read_bytes())["notices"]
    assert waiting == {(x["file"], x["place"]) for x in notices if x["kind"] == "unplaced" and x["file"] in ON_REPORT}
    found = [v for v in verdicts(outputs) if v.row.file in ON_REPORT]
    assert [v.row.place for v in found if v.right.startswith("placed")] == []
    assert sum(bool(v.found) for v in found) >= 12


def test_with_the_officers_crosswalk_all_that_leads_somewhere_stands_there(tmp_path: Path) -> None:
    """Nine lines written by hand place the rest of both copies where the key has them."""
    inputs, target = whole_meeting(tmp_path, CHILES, VENEZUELAS, "Mexico.docx"), tmp_path / "outputs"
    run(inputs, target)
    for words, label in LEADS.items():
        fill(target / "crosswalk.xlsx", words, label)
    run(inputs, target)
    found = [v for v in verdicts(target) if v.row.file in ON_REPORT and v.row.labels and v.row.kind == "report correction"]
    assert len(found) > 12
    assert [v.row.place for v in found if v.right or not v.found] == []
    assert places(target, "could be listed in an annex") == [("III.A.3(a)", "marked")]


@pytest.mark.parametrize("name", ["consolidated-report.docx", "consolidated.es.docx", "placements.xlsx", "crosswalk.xlsx"])
def test_nothing_is_left_for_word_or_excel_to_repair(name: str, outputs: Path) -> None:
    assert findings(outputs / name) == []


# ---- which text a file was made on


HAND = Hand("", ("",), "2004-10-20")


def text_with(*front: str, back: Sequence[str] = (), base: Document | None = None) -> bytes:
    """The draft retyped, with paragraphs before and after it."""
    whole = base or draft()
    before = (Para(f"before{n}", "BodyText", text) for n, text in enumerate(front))
    after = (Para(f"after{n}", "BodyText", text) for n, text in enumerate(back))
    return docx(replace(whole, blocks=(*before, *whole.blocks, *after)), HAND)


def paragraphs(name: str, *sections: str) -> list[tuple[str, str]]:
    """(label, words) of the paragraphs of a sample text in these sections."""
    found = draft_model(open_draft(SAMPLES / name)).provisions
    plain = [(p.label, "".join(c for c in p.text if ord(c) < 0x100000)) for p in found if p.kind == "paragraph"]
    return [(label, text) for label, text in plain if label.startswith(sections) and len(text) > 40]


def letter(language: str, *lines: str) -> bytes:
    return letter_docx(Letter(language, "2004-10-28", "", lines))


def quoting_table(language: str, name: str, *heads: str) -> bytes:
    """A comment table with a column for the existing text, filled from most of the document."""
    rows = [(label, text, "It is long.", "Delete the last word.") for label, text in paragraphs(name, "II", "III", "IV")]
    return grid_docx(Grid(language, "2004-10-28", "", (), (heads, *rows), (1500,) * 4))


def received() -> dict[str, bytes]:
    """What a delegation may well send, and what is easily mistaken for something else."""
    honor = "It avails itself of this opportunity to renew the assurances of its highest consideration."
    spanish = [f"Párrafo {label}: donde dice “{text}” sería mejor un texto breve." for label, text in paragraphs(SPANISH, "II")]
    on_report = [f"paragraph {label} (begins with “{text}”): please shorten." for label, text in paragraphs(REPORT, "II", "III")]
    return {
        "Peru.docx": text_with(
            "The member states of the Organization,", "Recalling the efforts of the countries of destination,",
            "Expressing their highest consideration for the work done, and their readiness to continue it,", "Have agreed as follows:",
        ),
        "Suriname.docx": text_with("Delegation of Suriname", "Proposals of Suriname", "October 2004"),
        "Belize.docx": text_with("Those who have the honor to serve migrants shall be consulted.", "It addresses the needs of all."),
        "Haiti.docx": text_with(back=("The Permanent Council thanks all delegations and sends its best wishes.", "Adopted in Washington.")),
        "Jamaica.docx": text_with("Permanent Mission of Jamaica", "The Permanent Mission of Jamaica presents its compliments to the "
                                  "Secretariat and has the honor to transmit its version of the draft.", honor),
        "Panama.docx": letter("es", "Panamá formula las siguientes observaciones.", *spanish),
        "Dominica.docx": letter("en", "Dominica comments on the report of the Rapporteur.", *on_report),
        "Honduras.docx": quoting_table("es", SPANISH, "Sección", "Texto actual", "Comentario", "Texto propuesto"),
        "Guyana.docx": quoting_table("en", "draft-program.docx", "Section", "Existing text", "Comment", "Proposed change"),
        "Uruguay.docx": letter("es", "La sección II.B diría:", *(text for _, text in paragraphs(SPANISH, "II.B")), "Atentamente,"),
        "Chile report.docx": (SAMPLES / "submissions" / CHILES).read_bytes(),
        "Chile report rev. 1.docx": (SAMPLES / "submissions" / VENEZUELAS).read_bytes(),
        "Ecuador.docx": (SAMPLES / REPORT).read_bytes(),
    }  # fmt: skip


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    """What the run takes each of these files for; that it comes to an end with status 0 is part of the test."""
    folder = tmp_path_factory.mktemp("mistakes")
    inputs = whole_meeting(folder, "Mexico.docx")
    for name, data in received().items():
        (inputs / "submissions" / name).write_bytes(data)
    outcome = run(inputs, folder / "outputs")
    assert outcome.exit_code == 0
    return {s["file"]: s for s in outcome.report["submissions"]}


@pytest.mark.parametrize(("file", "proposals"), [("Peru.docx", 4), ("Suriname.docx", 3), ("Belize.docx", 2), ("Haiti.docx", 2)])
def test_a_preamble_or_cover_page_before_the_draft_is_no_letter(file: str, proposals: int, taken: dict[str, dict[str, object]]) -> None:
    """Each new paragraph is a proposal; a letter would have been cut off and kept from the marks."""
    s = taken[file]
    assert (s["form"], s["status"], s["proposals"], s.get("draft_span")) == ("clean", "merged", proposals, None)


def test_a_letter_before_the_draft_is_one(taken: dict[str, dict[str, object]]) -> None:
    """Though "Permanent Mission of Jamaica" looks like the first line of the draft."""
    s = taken["Jamaica.docx"]
    assert (s["form"], s["proposals"], s["draft_span"]) == ("letter", 0, [4, 204])


@pytest.mark.parametrize("file", ["Panama.docx", "Dominica.docx", "Uruguay.docx", "Honduras.docx", "Guyana.docx"])
def test_quoting_a_text_does_not_make_a_version_of_it(file: str, taken: dict[str, dict[str, object]]) -> None:
    """A letter or a table that quotes much of the Spanish draft, or of the report, is still an answer."""
    assert taken[file]["form"] in ("letter", "table")
    assert taken[file].get("made_on") is None
    assert taken[file]["comments"] != 0


def test_a_copy_of_the_report_that_is_superseded_or_unchanged_stops_nothing(taken: dict[str, dict[str, object]]) -> None:
    """Neither has an edit to carry over to the draft."""
    assert taken["Chile report.docx"]["status"] == "superseded"
    assert taken["Chile report rev. 1.docx"]["made_on"] == taken["Ecuador.docx"]["made_on"] == REPORT
    assert (taken["Ecuador.docx"]["proposals"], taken["Ecuador.docx"]["comments"]) == (0, 0)


def test_a_draft_that_stands_in_a_table_takes_letters_for_letters(tmp_path: Path) -> None:
    """Its body has next to no words of its own, so what is kept of it must be counted in the cells."""
    inputs = meeting(tmp_path, "Mexico.docx")
    (inputs / "submissions" / "Mexico.docx").unlink()
    rows = (("Provision", "Text"), *paragraphs("draft-program.docx", "II", "III"))
    (inputs / "draft-program.docx").write_bytes(grid_docx(Grid("en", "2004-01-01", "", (), rows, (1500, 6000))))
    for name in ("Bahamas - letter.docx", "Saint Lucia - comment table.docx"):
        receive(inputs, name)
    forms = {s["file"]: s["form"] for s in run(inputs, tmp_path / "outputs").report["submissions"]}
    assert forms == {"Bahamas - letter.docx": "letter", "Saint Lucia - comment table.docx": "table"}


def test_a_small_draft_is_taken_apart_from_its_letter(tmp_path: Path) -> None:
    """Four paragraphs of a draft, a letter of three before them."""
    texts = [text for _, text in paragraphs("draft-program.docx", "II.B")][:4]
    inputs = meeting(tmp_path, "Mexico.docx")
    (inputs / "submissions" / "Mexico.docx").unlink()
    small = Document(tuple(Para(f"d{n}", "BodyText", t) for n, t in enumerate(texts)), {}, "Draft", "")
    (inputs / "draft-program.docx").write_bytes(docx(small, HAND))
    opening = "The Permanent Mission of Jamaica presents its compliments to the Secretariat and submits the text below."
    changed = replace(small, blocks=(*small.blocks[:3], Para("d3", "BodyText", texts[3] + " It shall be reviewed.")))
    (inputs / "submissions" / "Jamaica.docx").write_bytes(text_with("Permanent Mission of Jamaica", opening, base=changed))
    (inputs / "submissions" / "Peru.docx").write_bytes(text_with("A new first paragraph.", "A new second paragraph.", base=small))
    found = {s["file"]: s for s in run(inputs, tmp_path / "outputs").report["submissions"]}
    assert (found["Jamaica.docx"]["draft_span"], found["Jamaica.docx"]["proposals"]) == ([3, 6], 1)
    assert (found["Peru.docx"]["form"], found["Peru.docx"]["proposals"]) == ("clean", 2)


def test_the_samples_that_this_file_is_about_are_there() -> None:
    assert [f for f in (*ON_REPORT, *ON_SPANISH) if not (SAMPLES / "submissions" / f).is_file()] == []


def test_every_evidence_can_be_said_in_each_language(outputs: Path) -> None:
    """What says why a remark stands where it stands is made of pieces that the other languages have: no English is left in it."""
    said = {found for file in (outputs / "stages").rglob("*.json") for found in evidence_in(orjson.loads(file.read_bytes()))}
    assert len(said) > 100
    for column, language in enumerate(LANGUAGES):
        own = {word for piece in PIECES.values() for word in WORD.findall(piece[column])}
        for evidence in said:
            left = set(WORD.findall(re.sub("“[^”]*”|\"[^\"]*\"", "", said_in(language, evidence)))) - own
            assert not left, (language, evidence)


def evidence_in(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from [value["evidence"]] if value.get("evidence") else []
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from evidence_in(item)
