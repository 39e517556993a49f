"""References lead to the provisions that they mean, with a confidence that says how sure that is."""

from __future__ import annotations

import pytest

from pipeline.citations import Context, Found, branch, ground_of, parse, resolve, resolve_text
from pipeline.labels import ProvisionLine, citation_labels
from pipeline.model import Provision

SURE = 0.8
DRAFT = """\
h0 Draft plan for the upkeep of wells
h1 I. Purpose
p 1. The plan concerns wells in use.
p 2. It rests on these rules:
p (a) water is tested each month;
p (b) the results are published.
h1 II. Works
h2 A. Repair
p 1. Pumps are repaired within a week.
p 2. Filters are replaced each year.
p 3. The works cover:
p (a) casings;
p (b) valves and joints.
p • of brass;
p • of steel.
p 4. Repairs are recorded.
h2 B. Drilling
p 1. New wells are drilled by licensed firms.
p 2. Depth is measured.
p 3. Soil samples are kept.
p Closing remark on drilling without a number.
c Table 1, row 1, column 1|District
c Table 1, row 1, column 2|Wells
c Table 1, row 2, column 1|North
c Table 1, row 2, column 2|Twelve
n footnote 1|Figures of the last survey.
"""
REPORT = """\
h1 I. Opening
p 1. The meeting was opened by the host.
p 2. The delegation of the north described its wells.
h1 II. Discussion
p 3. The delegation of the south asked about filters.
p 4. Others spoke of depth.
"""
RESOLUTION = """\
p THE ASSEMBLY OF WELLS,
p HAVING SEEN the report on wells,
p RECALLING that water is scarce; and
p BEARING IN MIND the survey,
p RESOLVES:
p To adopt the plan.
p To thank the surveyors.
"""
KINDS = {"h": "heading", "p": "paragraph", "c": "cell", "n": "note"}


def provisions(text: str) -> tuple[Provision, ...]:
    """One provision a line: kind and level, then the text; cells and notes with their place before a bar."""
    lines = []
    for line in text.splitlines():
        mark, _, words = line.partition(" ")
        where, _, inner = words.rpartition("|")
        lines.append(ProvisionLine(KINDS[mark[0]], int(mark[1]) if mark[1:] else None, text=inner, where=where))
    labels = citation_labels(lines)
    return tuple(
        Provision(f"p{i}", label, section, line.kind, "body", 0, 0, line.text)  # type: ignore[arg-type]
        for i, (line, (label, section)) in enumerate(zip(lines, labels, strict=True))
    )


PROVISIONS = provisions(DRAFT)
STARTS = [("p0", 1), ("p6", 2), ("p16", 3)]
GROUND = ground_of(PROVISIONS, STARTS, ground_of(provisions(REPORT), [("p0", 1), ("p3", 2)]))
LABELS = {provision.id: provision.label for provision in PROVISIONS}


def first(text: str, **context: object) -> tuple[list[str], float]:
    """The labels of the best answer to the only reference of a text, and its confidence."""
    found = one(text, **context)
    return [LABELS[id] for id in found[0].provisions], found[0].confidence


def one(text: str, **context: object) -> tuple[Found, ...]:
    (citation,) = parse(text)
    return resolve(citation, GROUND, Context(**context))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("II.A.3(b)", ["II.A.3(b)"]),
        ("paragraph 3 (b) of section II.A", ["II.A.3(b)"]),
        ("párrafo 3, inciso b), de la sección II", ["II.A.3(b)"]),
        ("section II", ["II"]),
        ("sección II, apartado B", ["II.B"]),
        ("paragraph 4", ["II.A.4"]),
        ("II.A.3", ["II.A.3"]),
        ("chapeau of paragraph 3 of section II.A", ["II.A.3"]),
        ("last sentence of paragraph 4", ["II.A.4"]),
        ("second bullet of section II.A, paragraph 3 (b)", ["II.A.3(b), bullet 2"]),
        ("II.A.1–2", ["II.A.1", "II.A.2"]),
        ("paragraphs 2 to 4 of section II.A", ["II.A.2", "II.A.3", "II.A.3(a)", "II.A.3(b)"]),
        ("paragraphs 2 and following of section II.B", ["II.B.2", "II.B.3"]),
        ("after paragraph 3 of section II.A", ["II.A.3"]),
        ("a new paragraph 3 bis in section II.B", ["II.B.3"]),
        ("between paragraphs 1 and 2 of section II.B", ["II.B.1", "II.B.2"]),
        ("footnote 1", ["footnote 1"]),
        ("Table 1, row 2", ["Table 1, row 2, column 1", "Table 1, row 2, column 2"]),
        ("Table 1, row 2, column 1", ["Table 1, row 2, column 1"]),
        ("Title", ["Draft plan for the upkeep of wells"]),
        ("third paragraph of section II.B", ["II.B.3"]),
        ("section “Drilling”, paragraph 2", ["II.B.2"]),
        ("II.B Drilling", ["II.B"]),
    ],
)
def test_a_reference_that_one_provision_fits_is_sure(text: str, labels: list[str]) -> None:
    found, confidence = first(text)
    assert found[: len(labels)] == labels
    assert confidence >= SURE


@pytest.mark.parametrize("label", [label for label in LABELS.values() if label != "Draft plan for the upkeep of wells"])
def test_the_drafts_own_label_as_a_cell_leads_to_its_provision(label: str) -> None:
    ((found,),) = resolve_text(label, GROUND)
    assert [LABELS[id] for id in found.provisions] == [label]
    assert found.confidence >= SURE


def test_a_number_that_several_sections_have_is_never_sure() -> None:
    """All places are offered, none of them with confidence."""
    found = one("paragraph 3")
    assert {LABELS[f.provisions[0]] for f in found} == {"II.A.3", "II.B.3"}
    assert all(f.confidence < SURE for f in found)


def test_the_section_spoken_of_makes_a_bare_number_sure() -> None:
    assert first("paragraph 3", section="II.B") == (["II.B.3"], 0.9)


def test_a_letter_belongs_to_the_place_cited_before_it() -> None:
    """A number after another place is likely, not sure; a letter is sure."""
    assert first("subparagraph (a)", previous=("p10",)) == (["II.A.3(a)"], 0.85)
    labels, confidence = first("paragraph 2", previous=("p17",))
    assert labels == ["II.B.2"]
    assert confidence < SURE


def test_the_same_paragraph_is_the_one_before() -> None:
    assert first("Idem", previous=("p10",)) == (["II.A.3"], 0.9)
    assert first("mismo párrafo, inciso b)", previous=("p10",))[0] == ["II.A.3(b)"]
    assert one("Idem") == ()


def test_references_of_a_text_are_read_in_the_context_of_those_before() -> None:
    text = "In section II.B, delete paragraph 2. In the same paragraph the word is unclear. Move paragraph 3."
    found = resolve_text(text, GROUND)
    assert [LABELS[f[0].provisions[0]] for f in found] == ["II.B", "II.B.2", "II.B.2", "II.B.3"]


def test_a_place_that_the_draft_has_not_leads_to_its_nearest_without_confidence() -> None:
    labels, confidence = first("paragraph 3 (f) of section II.A")
    assert labels == ["II.A.3"]
    assert confidence < 0.5
    assert one("paragraph 48") == ()


def test_ambiguous_readings_are_sure_only_where_they_agree() -> None:
    """*Inciso 2* may be a number or the second child: only one of them is there; of *numeral 3* there are two."""
    assert first("inciso 2 del párrafo 3 de la sección II.A")[0] == ["II.A.3(b)"]
    assert first("numeral 3")[1] < SURE


@pytest.mark.parametrize("text", ["General", "throughout the text", "en todo el texto"])
def test_the_whole_document_has_no_provision_of_its_own(text: str) -> None:
    assert first(text) == ([], 1.0)


def test_throughout_a_section_means_all_that_stands_in_it() -> None:
    labels, _ = first("throughout section II.B")
    assert labels == ["II.B", "II.B.1", "II.B.2", "II.B.3", "II.B, unnumbered para. 1"]


# ---- pages and opening words -----------------------------------------------------------------------------------------


def test_a_paragraph_of_a_page_is_counted_without_headings() -> None:
    labels, confidence = first("page 3, paragraph 3")
    assert labels == ["II.B.3"]
    assert confidence >= SURE  # the third on the page is number 3
    labels, confidence = first("page 2, paragraph 5")
    assert (labels, confidence) == (["II.A.3(b)"], 0.7)


def test_matching_opening_words_make_a_page_reference_sure() -> None:
    assert first("page 2, paragraph 2 (begins with “Filters are replaced …”)") == (["II.A.2"], 0.95)


def test_opening_words_outweigh_the_number() -> None:
    """The number leads to another paragraph; the words, even misspelt, to the one meant."""
    labels, confidence = first("página 2, párrafo 5 (que comienza con “Repairs are recordd”)")
    assert labels == ["II.A.4"]
    assert confidence >= SURE
    assert "another" in one("page 2, paragraph 5 (begins with “Repairs are recorded”)")[0].evidence


def test_opening_words_that_stand_nowhere_make_the_number_unsure() -> None:
    labels, confidence = first("section II.A, paragraph 2 (begins with “Bridges and roads are”)")
    assert labels == ["II.A.2"]
    assert confidence < SURE


def test_a_total_of_pages_that_is_not_this_documents_lowers_the_confidence() -> None:
    assert first("page 3/3, paragraph 2")[1] > first("page 3/54, paragraph 2")[1]


def test_a_page_alone_is_a_guess_over_its_provisions() -> None:
    labels, confidence = first("p. 3")
    assert labels[:2] == ["II.B", "II.B.1"]
    assert confidence < SURE


def test_pages_need_page_starts() -> None:
    (citation,) = parse("p. 3")
    assert resolve(citation, ground_of(PROVISIONS)) == ()


# ---- the report, resolutions -----------------------------------------------------------------------------------------


def test_the_report_is_a_ground_of_its_own() -> None:
    (found,) = one("paragraph 3 of the Rapporteur's report")
    assert (found.provisions, found.document) == (("p4",), "report")
    assert one("paragraph 3", document="report")[0].document == "report"


def test_a_report_that_is_not_there_has_no_answer() -> None:
    (citation,) = parse("Rapporteur's report, para. 3")
    assert resolve(citation, ground_of(PROVISIONS)) == ()


@pytest.mark.parametrize(
    ("text", "id"), [("PP2", "p2"), ("último párrafo preambular", "p3"), ("OP2", "p6"), ("operative paragraph 1", "p5")]
)
def test_unnumbered_paragraphs_of_a_resolution_are_counted(text: str, id: str) -> None:
    (citation,) = parse(text)
    assert resolve(citation, ground_of(provisions(RESOLUTION)))[0].provisions == (id,)


def test_evidence_quotes_the_reference_as_written() -> None:
    assert one("para. 3 (b) of section II.A")[0].evidence == 'cited as "para. 3 (b) of section II.A"'


def test_the_branch_of_an_item_ends_with_its_last_child() -> None:
    """A paragraph inserted after 3 goes after its bullets."""
    assert [p.label for p in branch(GROUND, GROUND.by_id["p10"])][-1] == "II.A.3(b), bullet 2"
