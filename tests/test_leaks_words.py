"""A name is found as whole words, wherever in a text it stands, and not within others."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.auditing.leaks import FEW, Sought, _stands_in


@pytest.mark.parametrize("text", ["Ana Ruiz", "(Ana Ruiz)", "of Ana Ruiz.", "Susana Ruiz, Ana Ruiz", "xAna Ruiz Ana Ruiz"])
def test_a_name_is_found(text: str) -> None:
    assert _stands_in("Ana Ruiz", text)


@pytest.mark.parametrize("text", ["", "Susana Ruiz", "Ana Ruizes", "_Ana Ruiz", "Ana  Ruiz", "Ána Ruiz"])
def test_what_only_holds_its_letters_is_not_it(text: str) -> None:
    assert not _stands_in("Ana Ruiz", text)


@given(st.text("ab_ á", min_size=1, max_size=3), st.text("ab_ á.", max_size=12))
def test_it_is_what_the_pattern_says(name: str, text: str) -> None:
    assert _stands_in(name, text) is (re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None)


@given(st.lists(st.text("abé .", min_size=1, max_size=9), max_size=2 * FEW), st.text("abé .", max_size=60))
def test_words_are_found_by_the_terms_in_them_as_they_are_one_by_one(words: list[str], text: str) -> None:
    assert Sought.of(words).stand_in(text.encode()) is any(word in text for word in words)


def test_words_without_a_term_in_common_are_looked_for_at_once() -> None:
    words = [f"name{n}" for n in range(FEW + 1)]
    sought = Sought.of(words)
    assert len(sought.by_term) == 1
    assert sought.stand_in(b"of name7.")
    assert not sought.stand_in(b"of names.")
