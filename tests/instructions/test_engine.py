"""What the cases in plain text cannot show: notes, the whole text, references, and texts that nobody meant as instructions."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.instructions import Applied, Refused, amended, apply, apply_all, apply_throughout, parse
from pipeline.instructions.english import WORDS as ENGLISH
from pipeline.instructions.french import WORDS as FRENCH
from pipeline.instructions.portuguese import WORDS as PORTUGUESE
from pipeline.instructions.quotations import quotations
from pipeline.instructions.spanish import WORDS as SPANISH

NOTE = "\U00100001"
QUICK = settings(max_examples=300, deadline=None, derandomize=True, database=None)
PROSE = """
    the authorities insert data after each visit before they add a page and delete old files replaced by new ones between offices
    el registro sustituido recibe datos para cada visita y después el personal elimina o añade un archivo nuevo entre oficinas
    le bureau insère des données après la visite et remplace les fichiers supprimés par ceux qui sont ajoutés entre deux visites
    o escritório insere dados após a visita e substitui os arquivos suprimidos por outros acrescentados entre visitas
"""
SPOKEN = PROSE.split()
MARKS = "“”«»\"'‘’„‹›.,;:?!()-… \n"


def done(say: str, paragraph: str, language: str = "en") -> str:
    """The paragraph after what is said, or the reason for a refusal."""
    said = parse(say, language)
    result = apply_all(said, paragraph) if said else Refused("not understood")
    return amended(paragraph, result.edits) if isinstance(result, Applied) else str(result)


def test_a_note_inside_the_quoted_words_is_never_deleted():
    paragraph = f"Samples{NOTE} are kept."
    assert done("Delete “Samples are”.", paragraph) == "note or image inside"
    assert done("Replace “Samples are” by “Tests are”.", paragraph) == "note or image inside"
    assert done("Delete the first sentence.", f"Samples{NOTE} are kept. Logs are not.") == "note or image inside"


def test_words_come_after_the_note_that_belongs_to_their_anchor():
    assert done("Insert “and logs” after “Samples”.", f"Samples{NOTE} are kept.") == f"Samples{NOTE} and logs are kept."


def test_a_rewriting_says_that_it_does_not_mention_a_note():
    (said,) = parse("Paragraph 4 should read: “Samples and logs are kept.”")
    result = apply(said, f"Samples{NOTE} are kept.")
    assert isinstance(result, Applied)
    assert (result.action, result.remarks) == ("rewrite", ("a note or image is not mentioned",))


def test_throughout_the_text_changes_whole_words_keeps_capitals_and_tells_other_forms():
    (said,) = parse("Throughout the text, replace “worker” by “employee”.")
    found = apply_throughout(said, ["Worker and worker’s card.", "Workers and co-worker.", "WORKER", "A worker."])
    assert not isinstance(found, Refused)
    assert found.hits == (((0, 6, "Employee"),), (), (), ((2, 8, "employee"),))
    assert set(found.also) >= {(1, "Workers"), (2, "WORKER")}


def test_throughout_the_text_without_a_hit_is_refused():
    (said,) = parse("Dans tout le texte, remplacer « travailleur » par « employé ».", "fr")
    assert str(apply_throughout(said, ["Rien ici."])) == "not found"


def test_a_reference_is_kept_as_written_with_its_place():
    text = "In paragraph 3(b), second sentence, replace “a” by “b” and, in paragraph 5 bis, delete “c”."
    first, second = parse(text)
    assert text[slice(*first.reference_at)] == first.reference == "paragraph 3(b), second sentence"
    assert second.reference == "paragraph 5 bis"
    assert (first.sentence, second.sentence) == (2, 0)


def test_instructions_with_a_reference_of_their_own_beside_a_common_one_are_two_readings():
    for text in ("In paragraph 3, delete “a” in paragraph 4, and delete “b”.", "Delete “a”, in paragraph 4, delete “b”."):
        (said,) = parse(text)
        assert said.doubt == "two readings"


def test_the_letters_of_a_list_of_changes_are_no_provisions():
    said = parse("In paragraph 3: (a) replace “a” by “b”; (b) delete “c”.")
    assert [i.reference for i in said] == ["paragraph 3", "paragraph 3"]
    assert [i.reference for i in parse("(b): delete “c”.")] == ["(b)"]


def test_instructions_after_as_follows_are_never_taken_for_the_new_text():
    said = parse("Amend paragraph 3 as follows: replace “a” by “b” and delete “c”.")
    assert [(i.kind, i.reference) for i in said] == [("replace", "paragraph 3"), ("delete", "paragraph 3")]
    for say in ("Paragraph 3 should read as follows: the text proposed by Mexico in its letter.",
                "Paragraph 3 should read as follows: As proposed by Mexico in its letter."):  # fmt: skip
        assert not any(isinstance(apply(i, "The pump is tested."), Applied) for i in parse(say))


def test_who_asks_is_handed_on_so_that_nobody_else_is_credited():
    assert [i.proponent for i in parse("Mexico proposes to delete “a”.")] == ["Mexico"]
    assert [i.proponent for i in parse("La delegación de Costa Rica propone suprimir “a”.", "es")] == ["Costa Rica"]
    assert [i.proponent for i in parse("We propose to delete “a”.")] == [""]
    assert [i.kind for i in parse("One delegation proposes to delete “a”.")] == ["unclear"]


@pytest.mark.parametrize(
    "marks",
    ["“{}”", "« {} »", '"{}"', "'{}'", "‘{}’", "„{}“", "‚{}‘", "‹{}›", "”{}”", "“{}“", "«\u00a0{}\u00a0»"],
)  # fmt: skip
def test_every_style_of_quotation_marks_is_read(marks: str):
    say = f"Replace {marks.format('kept dry')} by {marks.format('kept cool')}."
    assert done(say, "Samples are kept dry.") == "Samples are kept cool."


@pytest.mark.parametrize("text", ["replace “a by “b”", "replace “a” by b”", 'replace "a by "b"', "replace «a» by «b", "delete ‘a"])
def test_marks_without_a_partner_are_noticed(text: str):
    assert not quotations(text)[1]


def test_the_words_after_an_elision_have_to_fit_it():
    assert done("Remplacer « ancien » par « autre ».", "L’ancien bureau.", "fr") == "L’autre bureau."
    assert done("Remplacer « ancien » par « nouveau ».", "L’ancien bureau.", "fr") == "two readings"
    assert done("Supprimer « ancien ».", "L’ancien bureau.", "fr") == "two readings"


def test_a_misquotation_is_forgiven_within_the_measure_only():
    paragraph = "The office shall keep a full list of all permits and of their holders."
    assert done("Delete “a full lst of all permits and of their holders”.", paragraph) == "The office shall keep."
    assert done("Replace “keep a complete list of all permits and” by “keep a complete list of permits and”.", paragraph) == (
        "The office shall keep a full list of permits and of their holders."
    )
    assert done("Replace “office may keep a full list of all permits” by “office keeps none”.", paragraph) == "not found"
    assert done("Delete “a complete list of”.", paragraph) == "not found"


def test_a_vague_wish_never_becomes_words_of_the_draft():
    paragraph = "The office keeps the effective list."
    for say in ("Replace “effective” by a stronger word.", "Replace the word effective by something.", "Insert a date after “list”."):
        assert done(say, paragraph) in ("not understood",)


def test_new_text_without_marks_is_taken_only_where_its_end_is_certain():
    assert [i.new for i in parse("Paragraph 4 should read as follows:\nThe pump is tested.")] == ["The pump is tested."]
    (said,) = parse("Paragraph 4 should read as follows: The pump is tested. This would be clearer.")
    assert said.doubt == "quotation unclear"


def test_every_phrase_of_a_lexicon_has_one_sign():
    for table in (ENGLISH, SPANISH, FRENCH, PORTUGUESE):
        phrases = [p.strip() for sign, listed in table.items() if sign != "z" for p in listed.split(",")]
        assert len(phrases) == len(set(phrases))


@QUICK
@given(st.lists(st.one_of(st.sampled_from(SPOKEN), st.sampled_from(MARKS)), max_size=40), st.sampled_from(["", "en", "es", "fr", "pt"]))
def test_random_sentences_never_crash_and_edit_nothing_without_a_quotation(parts: list[str], language: str):
    text = " ".join(parts)
    for said in parse(text, language):
        result = apply(said, text)
        assert 0 <= said.start <= said.end <= len(text)
        if isinstance(result, Applied) and result.edits:
            assert said.exact or set(text) & set("“”«»\"'‘’„‹›")


@QUICK
@given(st.text(alphabet=MARKS + "abcéàl’ " + NOTE, max_size=60), st.text(alphabet=MARKS + "abcéàl’ " + NOTE, max_size=60))
def test_any_two_texts_can_be_asked_to_replace_each_other_in_any_third(old: str, new: str):
    paragraph = old[::2] + " " + new + " " + old
    asked = ("Replace “{0}” by “{1}”.", "Delete “{0}”.", "Insert “{1}” after “{0}”.", "Insert “{1}” at the beginning.")
    for say in (form.format(old, new) for form in asked):
        said = parse(say)
        result = apply_all(said, paragraph) if said else None
        if isinstance(result, Applied):
            assert amended(paragraph, result.edits).count(NOTE) >= paragraph.count(NOTE)


def test_prose_with_quotations_and_verbs_of_change_yields_no_edit():
    """Words of every table shuffled around a quotation: what is no clause is no instruction."""
    chance = random.Random(7)
    quoted = ("“list”", "“office”")
    for line in PROSE.strip().split("\n"):
        for _ in range(800):
            said = [chance.choice(line.split()) for _ in range(chance.randint(5, 14))]
            said.insert(chance.randint(0, len(said)), chance.choice(quoted))
            sentence = " ".join(said).capitalize() + "."
            assert not any(isinstance(apply(i, "The office keeps a list."), Applied) for i in parse(sentence)), sentence
