"""The comparison of texts: natural, the same for equal wishes, and never touching the last mark of a story."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.compare import compare, keep_last_mark
from pipeline.compare_lines import alike, match
from pipeline.compare_words import Change, compare_words
from tests.test_laws import FAMILIES

QUICK = settings(FAMILIES, max_examples=300)
WORDS = ("shall", "may", "the", "and", "report", "migrants", "States", "rights", ",", ".")
lines = st.lists(st.lists(st.sampled_from(WORDS), max_size=7).map(lambda words: " ".join(words) + "\n"), min_size=1, max_size=7)


def applied(changes: list[Change], base: str, version: str) -> str:
    out, at = [], 0
    for c in changes:
        assert at <= c.b0 <= c.b1 <= len(base)
        out += [base[at : c.b0], version[c.v0 : c.v1]]
        at = c.b1
    return "".join([*out, base[at:]])


def shown(base: str, version: str) -> str:
    """The changes in brackets: [-deleted-][+inserted+]."""
    out, at = "", 0
    for c in compare_words(base, version):
        out += base[at : c.b0] + (f"[-{base[c.b0 : c.b1]}-]" if c.b1 > c.b0 else "")
        out += f"[+{version[c.v0 : c.v1]}+]" if c.v1 > c.v0 else ""
        at = c.b1
    return out + base[at:]


@QUICK
@given(lines, lines)
def test_the_changes_turn_the_base_into_the_version(base, version):
    """Whatever the pairing, nothing is lost and nothing invented."""
    assert applied(compare(base, version), "".join(base), "".join(version)) == "".join(version)


@QUICK
@given(lines, lines)
def test_the_last_mark_stays(base, version):
    """Word can neither insert nor delete the last paragraph mark of a story."""
    old, new = "".join(base), "".join(version)
    changes = keep_last_mark(compare(base, version), old, new)
    assert applied(changes, old, new) == new
    assert all(c.b1 < len(old) for c in changes)


@QUICK
@given(lines)
def test_a_text_is_no_change_of_itself(base):
    """Comparing the draft with itself proposes nothing."""
    assert compare(base, base) == []


@pytest.mark.parametrize(
    ("base", "version", "expected"),
    [
        ("States shall act.", "States should act.", "States [-shall-][+should+] act."),
        ("all the states", "all the the states", "all [+the +]the states"),
        ("to protect rights", "to protect human rights", "to protect [+human +]rights"),
        ("One. Two. Three.", "One. Two. Two. Three.", "One. [+Two. +]Two. Three."),
        ("One. Two. Three.", "One. Three.", "One. [-Two. -]Three."),
        ("the rights of migrants now", "the dignity of families now", "the [-rights of migrants-][+dignity of families+] now"),
        ("rights for all migrants now", "rights of all families now", "rights [-for-][+of+] all [-migrants-][+families+] now"),
        ("it’s here", "it’s there", "it’s [-here-][+there+]"),
        ("a reporter came", "a report came", "a [-reporter-][+report+] came"),
    ],
)
def test_changes_stand_where_a_person_would_make_them(base, version, expected):
    """Whole words, with the space behind them, at sentence borders; a kept stop-word between replacements is no island."""
    assert shown(base, version) == expected


def test_long_stretches_give_what_short_ones_give():
    """The C++ port and the Python edition of the comparison agree on a plain replacement."""
    tail = " ".join(f"word{k}" for k in range(200))
    long = compare_words(f"shall {tail} yes", f"may {tail} no")
    assert [(c.b0, c.b1) for c in long] == [(0, 5), (len(tail) + 7, len(tail) + 10)]


def test_a_split_is_one_inserted_mark():
    """The halves together are more alike the draft's paragraph than either alone."""
    base = ["States shall report every year. Reports are public and free.\n", "Last.\n"]
    version = ["States shall report every year.\n", "Reports are public and free.\n", "Last.\n"]
    assert compare(base, version) == [Change(31, 32, 31, 32)]


def test_a_join_is_one_deleted_mark():
    """The other way round."""
    base = ["States shall report every year.\n", "Reports are public and free.\n", "Last.\n"]
    version = ["States shall report every year. Reports are public and free.\n", "Last.\n"]
    assert compare(base, version) == [Change(31, 32, 31, 32)]


def test_the_last_paragraphs_go_with_the_mark_before_them():
    """Two paragraphs taken out at the end leave no empty one behind."""
    base, version = ["One.\n", "Two.\n", "Three.\n"], ["One.\n"]
    changes = keep_last_mark(compare(base, version), "".join(base), "".join(version))
    assert [(c.b0, c.b1) for c in changes] == [(4, 9), (9, 16)]


def test_a_paragraph_behind_the_last_is_inserted_before_its_mark():
    """As Word writes it."""
    changes = keep_last_mark(compare(["One.\n"], ["One.\n", "Two.\n"]), "One.\n", "One.\nTwo.\n")
    assert changes == [Change(4, 4, 4, 9)]


def test_rewritten_paragraphs_are_paired_one_to_one():
    """Two paragraphs that share nothing are versions of each other where one stands for one."""
    assert match(["alpha beta\n"], ["gamma delta\n"]) == [(0, 0)]
    assert match(["alpha beta\n", "x y z\n"], ["x y z\n"]) == [(1, 0)]


def test_a_blank_line_does_not_part_a_paragraph_from_its_version():
    """Equal blank lines stand anywhere; a changed paragraph that moved past one is still compared word by word."""
    base = ["Title\n", "States shall report on migrants every year.\n", "\n", "Last words here.\n"]
    version = ["\n", "States should report on migrants every year.\n", "\n"]
    old, new = "".join(base), "".join(version)
    assert [(old[c.b0 : c.b1], new[c.v0 : c.v1]) for c in compare(base, version)] == [
        ("Title", ""), ("shall", "should"), ("Last words here.\n", ""),
    ]  # fmt: skip


def test_one_of_two_equal_headings_does_not_part_a_paragraph_from_its_version():
    """The lone heading was taken for the first of the two, and all around it for new: so much that the file counted as a letter."""
    long = "Each state that has ratified the Convention is invited to report; others are encouraged to do so."
    base = ["General activities\n", f"{long}\n", "General activities\n", "Encourage the ratification of instruments.\n"]
    version = ["General\n", f"{long.replace('is invited', 'shall be invited')}\n", "General activities\n"]
    old = "".join(base)
    gone = [old[c.b0 : c.b1] for c in compare(base, version)]
    assert gone == [" activities", "is", "Encourage the ratification of instruments.\n"]


def test_likeness_counts_shared_words():
    """Half of the words in common is one half."""
    assert alike(Counter("ab"), Counter("bc")) == pytest.approx(0.5)
    assert alike(Counter(), Counter()) == 0.0
