"""Where paragraphs of the Rapporteur's report lead, by the words that they share with the draft."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from pipeline.citations import ground_of
from pipeline.model import Provision
from pipeline.placing.crosswalk import SURE, Guide
from pipeline.placing.terms import terms_of
from tests.unseen_report import MEETINGS, Judged, judged


def provision(n: int, label: str, text: str, kind: Literal["paragraph", "heading"] = "paragraph") -> Provision:
    section = label if kind == "heading" else label.rpartition(".")[0]
    return Provision(f"p{n}", label, section, kind, "body", n, n + 1, text)


DRAFT = [
    provision(1, "I", "Fishing", "heading"),
    provision(2, "I.1", "Nets with small meshes are forbidden."),
    provision(3, "I.2", "Harbors shall have cold stores for shrimp and lobster."),
    provision(4, "II", "Inter-American Ocean Bureau", "heading"),
    provision(5, "II.1", "To train inspectors of vessels."),
    provision(6, "II.2", "To publish charts of reefs and of currents."),
    provision(7, "III", "Review", "heading"),
    provision(8, "III.1", "The text shall be reviewed by civil society organizations after ten years."),
]


def guide(*texts: str, corrected: dict[str, str] | None = None, draft: list[Provision] | None = None) -> Guide:
    report = [provision(100 + n, f"X.{n}", text) for n, text in enumerate(texts)]
    return Guide(report, DRAFT if draft is None else draft, ground_of(DRAFT), corrected or {})


def led(*texts: str) -> str:
    lead = guide(*texts).leads[0]
    return lead.provision if lead.confidence >= SURE else ""


def test_two_rare_terms_lead_to_their_provision() -> None:
    """In other words around them, and with other endings."""
    assert led("Delegations spoke of lobsters and of the cold store.") == "p3"


def test_one_rare_term_is_only_a_candidate() -> None:
    """It may stand for anything."""
    lead = guide("The price of lobster was mentioned.").leads[0]
    assert (lead.provision, lead.confidence < SURE) == ("p3", True)


def test_words_that_always_go_together_count_once() -> None:
    """Civil society may speak of any provision."""
    assert led("Civil society organizations took the floor.") == ""


def test_a_heading_that_is_named_in_full_leads_into_its_section() -> None:
    """What its provisions have in common tells none of them from the others."""
    assert led("The Inter-American Ocean Bureau showed its charts of reefs.") == "p6"
    assert led("The Inter-American Ocean Bureau thanked the host.") == ""


def test_words_of_two_provisions_lead_to_neither() -> None:
    """Both are candidates, the likelier first."""
    lead = guide("Nets with small meshes, cold stores for shrimp: all was said.").leads[0]
    assert lead.confidence < SURE
    assert {i for i, _ in lead.candidates[:2]} == {"p2", "p3"}


def test_the_officer_and_a_reference_come_before_words() -> None:
    """What they say is not weighed against likeness, nor against what a delegation adds."""
    said = "Lobsters and the cold store (draft, section I.1)."
    assert guide(said).leads[0].provision == "p2"
    officers = guide(said, corrected={"p100": "p8"})
    assert officers.leads[0].provision == "p8"
    assert officers.lead("p100", said + " Charts of reefs.", "Charts of reefs.").provision == "p8"


def test_the_words_that_are_added_decide_where_the_paragraph_does_not() -> None:
    """A list of subjects leads nowhere; the subject put into it does."""
    plain, added = "The passages on other matters need work", ", on the charts of reefs"
    found = guide(plain)
    assert found.leads[0].confidence < SURE
    assert found.lead("p100", plain + added, added).provision == "p6"


def test_added_words_on_another_subject_than_the_paragraph_leave_it_unplaced() -> None:
    """Two sure ways are none."""
    plain, added = "Lobster and cold stores were discussed", ", and inspectors of vessels should be trained"
    lead = guide(plain).lead("p100", plain + added, added)
    assert lead.confidence < SURE
    assert {i for i, _ in lead.candidates[:2]} == {"p3", "p5"}


def test_a_new_paragraph_stands_for_itself() -> None:
    """What it stands beside is a candidate at most."""
    found = guide("Lobster and cold stores were discussed.")
    assert found.lead("p100", "Somebody sang a song.", "Somebody sang a song.", own=True).confidence < SURE
    assert found.lead("p100", "Charts of reefs are dear.", "Charts of reefs are dear.", own=True).provision == "p6"


def test_without_a_draft_in_its_language_a_report_leads_by_references_alone() -> None:
    """Text of two languages is never compared."""
    found = guide("Lobster and cold stores were discussed.", "See section I.2 of the draft.", draft=[])
    assert [lead.provision for lead in found.leads] == ["", "p3"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("costs", "cost"), ("financing", "financed"), ("reviewed", "review"), ("remesas", "remesa"), ("financiamiento", "financiar"),
     ("qualificações", "qualificação"), ("rapports", "rapport"), ("labour", "LABOUR")],
)  # fmt: skip
def test_forms_of_a_word_are_one_term(one: str, other: str) -> None:
    assert terms_of(one) == terms_of(other) != []


@pytest.mark.parametrize("name", MEETINGS)
def test_nothing_of_the_unseen_reports_leads_to_a_wrong_provision(name: str, tmp_path: Path) -> None:
    """Neither a paragraph by the proposed crosswalk nor a proposal on it; and most lead somewhere."""
    for found in judged(MEETINGS[name], tmp_path):
        assert [f"{j.words}: {j.found}" for j in found if j.wrong] == []
        keyed: list[Judged] = [j for j in found if j.labels]
        assert len(keyed) > 7
        assert sum(bool(j.found) for j in keyed) >= 0.65 * len(keyed)
