"""A name is found as whole words, wherever in a text it stands, and not within others."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.auditing.leaks import _stands_in


@pytest.mark.parametrize("text", ["Ana Ruiz", "(Ana Ruiz)", "of Ana Ruiz.", "Susana Ruiz, Ana Ruiz", "xAna Ruiz Ana Ruiz"])
def test_a_name_is_found(text: str) -> None:
    assert _stands_in("Ana Ruiz", text)


@pytest.mark.parametrize("text", ["", "Susana Ruiz", "Ana Ruizes", "_Ana Ruiz", "Ana  Ruiz", "Ána Ruiz"])
def test_what_only_holds_its_letters_is_not_it(text: str) -> None:
    assert not _stands_in("Ana Ruiz", text)


@given(st.text("ab_ á", min_size=1, max_size=3), st.text("ab_ á.", max_size=12))
def test_it_is_what_the_pattern_says(name: str, text: str) -> None:
    assert _stands_in(name, text) is (re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None)
