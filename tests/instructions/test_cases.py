"""The cases in plain text: half of them were written without sight of the parser."""

from itertools import chain

import pytest

from pipeline.instructions import Applied, Refused
from pipeline.instructions.words import words
from tests.instructions.cases import Case, cases, missed, outcome, wrong

ALL = [*cases("cases.txt"), *cases("blind.txt")]
EDITS = [c for c in ALL if c.expected == "expect"]
ASKED = [c for c in ALL if c.expected != "refuse"]
# What turns every instruction into something that is none: {} is the sentence without its full stop.
TAKEN_BACK = {
    "en": ("If others agree, {}.", "{}?", "We oppose the following: {}.", "{} unless this is contested.", "We would never accept this: {}.",
           "The drafting group decided last year as follows. {}.", "{}. We oppose this change.", "Mexico said: {}.", "{} or not."),
    "es": ("Si los demás aceptan, {}.", "¿{}?", "Nos oponemos a lo siguiente: {}.", "{}, salvo que se objete.",
           "El grupo decidió lo siguiente: {}.",
           "{}. Nos oponemos a este cambio.", "México dijo: {}."),
    "fr": ("Si les autres l’acceptent, {}.", "{} ?", "Nous nous opposons à ce qui suit : {}.", "{}, sauf objection.",
           "Le groupe a décidé ce qui suit : {}.",
           "{}. Nous nous opposons à ce changement.", "Le Mexique a dit : {}."),
    "pt": ("Se os demais aceitarem, {}.", "{}?", "Opomo-nos ao seguinte: {}.", "{}, salvo objeção.", "O grupo decidiu o seguinte: {}.",
           "{}. Opomo-nos a esta mudança.", "O México disse: {}."),
}  # fmt: skip


def test_there_are_thirty_cases_a_language_and_a_third_is_to_be_refused():
    for language in ("en", "es", "fr", "pt"):
        assert sum(c.lang == language for c in ALL) >= 30
    assert len(ALL) / 4 < sum(c.expected == "refuse" for c in ALL) < len(ALL) / 2


@pytest.mark.parametrize("case", ALL, ids=lambda c: c.number)
def test_no_case_has_a_wrong_edit(case: Case):
    assert wrong(case, outcome(case)) == ""


def test_nearly_every_case_is_applied_or_refused_for_the_reason_given():
    """At least 110 of 120."""
    not_done = [said for case in ALL if (said := missed(case, outcome(case)))]
    print("\n".join(not_done))
    assert len(not_done) <= len(ALL) * 10 // 120, "\n".join(not_done)


@pytest.mark.parametrize("case", EDITS, ids=lambda c: c.number)
def test_words_that_do_not_change_stay_outside_the_edits(case: Case):
    done = outcome(case)
    assert isinstance(done, Applied | Refused)
    for start, end, new in done.edits if isinstance(done, Applied) else ():
        old_words, new_words = [w.exact for w in words(case.draft[start:end])], [w.exact for w in words(new)]
        assert not old_words or not new_words or (old_words[0] != new_words[0] and old_words[-1] != new_words[-1])
        assert _at_a_boundary(case.draft, start)
        assert _at_a_boundary(case.draft, end)


def _at_a_boundary(text: str, at: int) -> bool:
    return not (text[at - 1 : at].isalnum() and text[at : at + 1].isalnum() and at > 0)


FRAMED = list(chain.from_iterable([(c, frame) for frame in TAKEN_BACK[c.lang]] for c in ASKED))


@pytest.mark.parametrize(("case", "frame"), FRAMED, ids=lambda x: x.number if isinstance(x, Case) else x)
def test_an_instruction_under_a_condition_a_refusal_a_question_or_a_report_is_none(case: Case, frame: str):
    say = case.say.rstrip(". ")
    said = frame.format(say[0].lower() + say[1:] if frame[0] != "{" and ". {" not in frame else say)
    if case.value == case.say.split(":\n")[-1] and frame[:2] == "{}":
        return  # the words of the frame are words of the new paragraph, which has no quotation marks
    done = outcome(Case(case.number, case.lang, case.draft, said, "refuse", "*"))
    assert isinstance(done, Refused), said
