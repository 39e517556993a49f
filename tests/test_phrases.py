"""The Secretariat's words: the same in four languages, and neutral in each."""

import re

import pytest

from pipeline.neutral import PARTIAL, partial_words
from pipeline.writers.phrases import DOCUMENT, PHRASES, phrases, shown_as
from pipeline.writers.words.said import reason_in, said_in

LANGUAGES = ("en", "es", "fr", "pt")
ALIKE = re.compile(r"\{[^}]*\}|&P|&N|\w+\.xlsx|by-contributor|\[C-03\]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_phrase_and_no_other(language: str) -> None:
    """A key that is missing in one language would stop a document at the last moment."""
    assert PHRASES[language].keys() == PHRASES["en"].keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_takes_the_same_values_in_every_language(language: str) -> None:
    """Placeholders, names of files and fields of page numbers are the same, so that no value is lost."""
    for key, english in PHRASES["en"].items():
        assert sorted(ALIKE.findall(PHRASES[language][key])) == sorted(ALIKE.findall(english)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_secretariat_ranks_nothing_counts_no_heads_and_regrets_nothing(language: str) -> None:
    """No phrase holds a word of the list, in whichever language."""
    assert {key: found for key, said in PHRASES[language].items() if (found := partial_words(said))} == {}


@pytest.mark.parametrize("language", ["es", "fr", "pt"])
def test_sentences_are_translated(language: str) -> None:
    """Nothing of several words is left in English."""
    same = [key for key, said in PHRASES[language].items() if said == PHRASES["en"][key]]
    assert [key for key in same if len(re.findall(r"[^\W\d]{2,}", PHRASES["en"][key])) > 3] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Most delegations support it"), ("en", "Unfortunately, the majority"), ("es", "La mayoría de las delegaciones"),
        ("es", "Lamentablemente"),
        ("fr", "La plupart des délégations"), ("fr", "malheureusement"), ("pt", "A maioria"), ("pt", "infelizmente"),
    ],
)  # fmt: skip
def test_the_list_knows_the_words_of_each_language(language: str, words: str) -> None:
    """A list that found nothing would pass everything."""
    assert language in PARTIAL
    assert partial_words(words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_twelve_months_and_seven_decisions(language: str) -> None:
    """Lists inside one phrase have the same number of entries."""
    assert len(phrases(language)["months"].split()) == 12
    assert len(phrases(language)["decisions"].split(",")) == 7


def test_an_unknown_entry_of_a_closed_list_is_shown_as_it_is() -> None:
    """A new kind of notice must not stop a run."""
    assert shown_as("status", "merged", DOCUMENT["es"]) == "incorporado"
    assert shown_as("notice", "something new", DOCUMENT["es"]) == "something new"


def test_words_in_brackets_head_what_is_in_another_language() -> None:
    """The register of the Organization: "Original: español", without prejudice to any delegation."""
    assert phrases("es")["original"].format(language=phrases("es")["language es"]) == "Original: español"
    assert "sin perjuicio de la posición de ninguna delegación" in phrases("es")["note prejudice"]
    assert "sans préjudice de la position" in phrases("fr")["note prejudice"]
    assert "sem prejuízo da posição" in phrases("pt")["note prejudice"]


def test_places_and_evidence_are_put_into_the_language_piece_by_piece() -> None:
    """What others said, in quotation marks, stays; English documents are not touched; long reasons stay whole."""
    assert said_in("es", 'cited as "page 4, paragraph 2", where the words quoted stand') == (
        'citado como "page 4, paragraph 2", donde figuran las palabras citadas'
    )
    assert said_in("fr", "table 1, row 12") == "tableau 1, ligne 12"
    assert said_in("pt", "after Table 1, row 5") == "após Quadro 1, linha 5"
    assert said_in("en", "table 1, row 12") == "table 1, row 12"
    assert said_in("es", "sheet Observaciones, row 16") == "hoja Observaciones, fila 16"
    assert reason_in("es", "made on draft-program.es.docx") == "hecho sobre draft-program.es.docx"
    assert reason_in("es", "the file is protected") == "the file is protected"
