"""How the audit finds identifiers among the words of a workbook or document."""

import re

from hypothesis import given
from hypothesis import strategies as st

from pipeline.auditing.case import ids_in


@given(st.text("ABZ019- aé", max_size=60))
def test_an_id_is_the_longest_code_before_a_number(text: str) -> None:
    assert ids_in(text) == frozenset(re.findall("[A-Z][A-Z0-9]*-[0-9]+", text))


def test_an_id_may_be_of_any_length() -> None:
    long = "A" + "0B" * 50 + "-12"
    assert ids_in(f"x 0{long}, -7 and é-8 are none") == {long}
