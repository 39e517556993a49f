"""The place that a sentence names is found as written, in four languages, and never inside a quotation."""

from __future__ import annotations

import pytest

from pipeline.letters.reference import reference_in


@pytest.mark.parametrize(
    "reference",
    [
        "Section II.A, para. 3(b)", "paragraph 3 (b) of section II.A", "subparagraphs 5 (b) and 22 (b)", "paragraphs 3, 5 and 7 bis",
        "OP7", "PP2bis", "third bullet of para. 4", "chapeau of paragraph 7", "after para. 4", "between paragraphs 4 and 5",
        'page 7, paragraph 4 (begins with "The delegation of ...")', "Page 6/54", "p. 106", "Rapporteur's report, para. 12",
        "last sentence of para. 6", "table 2", "footnote 3", "title of section II", "throughout the text", "idem", "the same paragraph",
        "sección II.A, párrafo"
        " 3, inciso b)", "párr. 3 b) de la secc. II", "literal b) del numeral 4", "página 7, párrafo 4 (comienza con «La delegación»)",
        "después del párrafo 10", "en todo el texto", "mismo párrafo", "segunda oración del párrafo 3",
        "deuxième alinéa du paragraphe 4 de la"
        " section III", "dans tout le texte", "après le paragraphe 5", "dernière phrase du paragraphe 6",
        "parágrafo 4, alínea b), da seção II", "em todo o texto", "após o parágrafo 7", "item 2", "mesmo parágrafo",
    ],
)  # fmt: skip
def test_a_reference_is_found_as_written(reference):
    found = reference_in(f"Comment: {reference} is not clear.")
    assert found is not None
    assert found.text == reference


@pytest.mark.parametrize(
    "words",
    [
        "The first step is a list.", "States in part of the"
                                     " region agree.", "We raise a point of order.", 'Replace "paragraph 5" by "this".',
        "The article is read.", "Section heads met.", "In 2004 the group met 4 times.",
    ],
)  # fmt: skip
def test_words_that_name_no_place_give_none(words):
    assert reference_in(words) is None


def test_a_pronoun_after_a_number_is_no_roman_numeral():
    found = reference_in("In paragraph 4, I propose a list.")
    assert found is not None
    assert found.text == "paragraph 4"
