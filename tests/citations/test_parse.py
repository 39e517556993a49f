"""Every reference in the table of examples, and those made from the grammar, means the key written beside it."""

from __future__ import annotations

import csv
import re
import string
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.citations import canonical, parse

from .references import IN_SENTENCE, NOT_OF_THE_DRAFT, generated

with Path(__file__).with_name("examples.tsv").open(encoding="utf-8") as table:
    EXAMPLES = [(row["lang"], row["text"], row["canonical"]) for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)]
SAME = "II-A-3-b ; II/A/3(b) ; IIA3b ; 3.b ; 3b) ; 3 b"
KEYED = [row for row in EXAMPLES if row[0] != "any"]
SEVERAL_WORDINGS = [row for row in KEYED if " / " in row[1] and ";" not in row[2] and row[2] != "4.#3"]
AMBIGUOUS = {"numeral 4": "=.4", "acápite B, inciso 2": "B.#2", "article 3, deuxième alinéa": "3.b"}
GENERATED = list(generated())


def test_the_table_of_examples_is_whole() -> None:
    """54 examples: fifty with a key, four that describe how to read."""
    assert len(EXAMPLES) == 54
    assert len(KEYED) == 50


@pytest.mark.parametrize(("language", "text", "key"), KEYED)
def test_an_example_has_its_key(language: str, text: str, key: str) -> None:
    """The whole cell of the table has the key; "|" there parts the two names of one example."""
    assert canonical(parse(text, language)) == key.replace("|", ";")


@pytest.mark.parametrize(("language", "text", "key"), SEVERAL_WORDINGS)
def test_each_wording_of_an_example_has_its_key(language: str, text: str, key: str) -> None:
    forms = text.split(" / ")
    keys = key.split("|") * (len(forms) if "|" not in key else 1)
    assert [canonical(parse(form, language)) for form in forms] == keys


@pytest.mark.parametrize(("language", "text", "key"), KEYED)
def test_only_ambiguous_examples_are_unsure(language: str, text: str, key: str) -> None:
    """Ambiguous words give ranked readings; all others one reading, and confidence."""
    citations = parse(text, language)
    if text in AMBIGUOUS:
        assert [c.confident for c in citations] == [False]
        assert [k.notation for k in citations[0].candidates] == [key, AMBIGUOUS[text]]
    else:
        assert all(c.confident and not c.ambiguous for c in citations)


@pytest.mark.parametrize("form", SAME.split(" ; "))
def test_separators_and_compact_forms_mean_the_same(form: str) -> None:
    assert [row[1] for row in EXAMPLES if row[2] == "(same)"] == [SAME]
    assert canonical(parse(form)) == ("3.b" if form.startswith("3") else "II.A.3.b")


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("paragraph l", {"l", "1"}),
        ("section Il.A", {"II.A"}),
        ("section 11.A", {"11.A", "II.A"}),
        ("section І.A", {"I.A"}),
        ("paragraph 1О", {"1.O", "10"}),
    ],
)
def test_letters_that_look_alike_are_never_confident(text: str, readings: set[str]) -> None:
    """l, I and 1, II and 11, a Cyrillic О: read, but flagged."""
    (citation,) = parse(text)
    assert not citation.confident
    assert {key.notation for key in citation.candidates} == readings


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("para.\u00a03\u2009(b)", "3.b"),
        ("section II\u2011A", "II.A"),
        ("alínea ”b” do parágrafo 3\u00ba", "3.b"),
        ("pa\u0301rrafo 3, inciso b)", "3.b"),
        ("3.\u00aa viñeta", "#3"),
        ("para\u00adgraph 3", "3"),
    ],
)
def test_spaces_hyphens_quotes_and_accents_of_all_kinds_are_read(text: str, key: str) -> None:
    assert canonical(parse(text)) == key


@pytest.mark.parametrize("text", ["ibid.", "idem", "same paragraph", "mismo párrafo", "même paragraphe", "o mesmo parágrafo"])
def test_the_same_place_again_is_a_relation(text: str) -> None:
    (citation,) = parse(text)
    assert (citation.relation, citation.key.notation) == ("same", "=")


# ---- the generator ---------------------------------------------------------------------------------------------------


def test_the_generator_makes_references_in_all_languages() -> None:
    languages = [language for language, _, _ in GENERATED]
    assert len(set(GENERATED)) >= 500
    assert all(languages.count(language) >= 100 for language in ("en", "es", "fr", "pt"))


def test_no_confident_reading_of_a_generated_reference_is_wrong() -> None:
    """Where every citation is confident, the key is the one meant."""
    read = [(text, key, parse(text, language)) for language, text, key in GENERATED]
    wrong = [(text, key, canonical(c)) for text, key, c in read if canonical(c) != key and all(one.confident for one in c)]
    assert wrong == []


def test_nine_in_ten_generated_references_are_confident() -> None:
    sure = [text for language, text, key in GENERATED if (c := parse(text, language)) and all(one.confident for one in c)]
    assert len(sure) >= 0.9 * len(GENERATED)


@pytest.mark.parametrize("words", NOT_OF_THE_DRAFT)
def test_what_is_no_place_of_the_draft_is_never_confident(words: str) -> None:
    """Dates, symbols, amounts and other instruments, alone in a cell and in a sentence."""
    found = [c for text in (words, IN_SENTENCE.format(words)) for c in parse(text) if c.confident]
    assert found == []


# ---- details ---------------------------------------------------------------------------------------------------------


def test_offsets_give_the_words_as_written() -> None:
    text = "Se pide que el pa\u0301rrafo 3 b) de la sección\u00a0II.A se suprima."
    (citation,) = parse(text, "es")
    assert text[citation.start : citation.end] == citation.text == "pa\u0301rrafo 3 b) de la sección\u00a0II.A"


def test_opening_words_and_totals_are_kept_as_written() -> None:
    (citation,) = parse("página 7/54, párrafo 4 (que comienza con “La delegación del Perú …”)", "es")
    assert (citation.page, citation.total, citation.quote) == (7, 54, "La delegación del Perú")


def test_a_quotation_holds_no_reference() -> None:
    assert canonical(parse("In paragraph 2 replace “as in paragraph 9” by “as in section IV”.")) == "2"


def test_a_move_has_two_places_and_is_no_range() -> None:
    assert canonical(parse("Move paragraph 3 (b) to section III.")) == "3.b;+to:III"
    assert canonical(parse("Trasladar el párrafo 3 al 5")) == "3;+to:5"


def test_a_number_of_delegations_is_no_paragraph() -> None:
    assert canonical(parse("In paragraph 3, 5 delegations asked for time.")) == "3"
    assert canonical(parse("We note that para. 3 and 5 annexes remain open.")) == "3"
    assert not parse("A second paragraph could follow.")[0].confident


def test_the_delegations_own_enumeration_is_no_part_of_a_reference() -> None:
    assert canonical(parse("(i) delete paragraph 3; (ii) delete paragraph 4")) == "3;4"
    assert canonical(parse("paragraph 3, (ii) paragraph 4, and (iii) paragraph 5")) == "3;4;5"


def test_a_report_of_another_body_is_not_the_rapporteurs() -> None:
    assert parse("paragraph 4 of the report of the Commission") == ()
    assert canonical(parse("paragraph 4 of the report of the meeting")) == "RAP:4"


def test_another_instrument_near_by_makes_a_reference_unsure() -> None:
    (citation,) = parse("As the Convention provides, paragraph 4 should remain.")
    assert not citation.confident


def test_the_language_ranks_the_readings_of_alinea() -> None:
    assert parse("segunda alínea", "pt")[0].key.notation == "b"
    assert parse("deuxième alinéa", "fr")[0].key.notation == "#2"


# ---- any text --------------------------------------------------------------------------------------------------------

WORDS = [
    "paragraph",
    "section",
    "II",
    "(b)",
    "3",
    "and",
    ",",
    "of",
    "«",
    "»",
    '"',
    "(",
    ")",
    "to",
    "bis",
    "párrafo",
    "after",
    "page",
    "same",
]


@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_text_is_read_and_its_offsets_hold(text: str) -> None:
    """parse never raises, and each citation is a stretch of the text, in order."""
    citations = parse(text)
    assert all(text[c.start : c.end] == c.text for c in citations)
    assert [c.start for c in citations] == sorted(c.start for c in citations)


def test_plain_words_hold_no_reference() -> None:
    text = re.sub(f"[{string.digits}]", "", "The delegation thanks the Chair and asks that the matter be taken up later.")
    assert parse(text) == ()
