"""Which lines of a plain text are paragraphs, and which were broken at a margin."""

from __future__ import annotations

import pytest

from pipeline.forms.plain import text_blocks


def said(text: str) -> list[str]:
    return [block.text for block in text_blocks(text)]


def test_lines_that_all_end_as_sentences_do_are_paragraphs() -> None:
    first = "General comment: each activity should name its source of funding."
    second = "Paragraph 5: delete the words “where appropriate”."
    assert said(f"{first}\n{second}\n") == [first, second]


@pytest.mark.parametrize("first", [
    "The delegation would welcome a clearer list of the areas that are",
    "The delegation would welcome a clearer list of areas responsible.",  # a sentence that ends at the margin
])  # fmt: skip
def test_lines_broken_at_a_margin_are_joined(first: str) -> None:
    lines = (first, "It would also welcome a list of the funds that each activity calls", "for.")
    assert said("\n".join(lines)) == [" ".join(lines)]
