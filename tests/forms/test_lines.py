"""Which lines of a plain text are paragraphs, and which were broken at a margin."""

from __future__ import annotations

from pipeline.forms.plain import text_blocks


def said(text: str) -> list[str]:
    return [block.text for block in text_blocks(text)]


def test_lines_that_all_end_as_sentences_do_are_paragraphs() -> None:
    first = "General comment: each activity should name its source of funding."
    second = "Paragraph 5: delete the words “where appropriate”."
    assert said(f"{first}\n{second}\n") == [first, second]


def test_lines_broken_at_a_margin_are_joined() -> None:
    lines = (
        "The delegation would welcome a clearer list of the areas that are",
        "responsible for each of the activities of the Program, and of the",
        "funds.",
    )
    assert said("\n".join(lines)) == [" ".join(lines)]


def test_a_sentence_that_ends_at_the_margin_does_not_end_its_paragraph() -> None:
    lines = (
        "The delegation would welcome a clearer list of areas responsible.",
        "It would also welcome a list of the funds that each activity calls",
        "for.",
    )
    assert said("\n".join(lines)) == [" ".join(lines)]
