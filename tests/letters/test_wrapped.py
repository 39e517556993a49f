"""A text of the draft inside a letter is found by most of its paragraphs, not by one that is quoted."""

from __future__ import annotations

import random

import pytest

from pipeline.letters import draft_span
from pipeline.remarks import Block, Piece

WORDS = [
    "post",
    "list",
    "year",
    "office",
    "family",
    "worker",
    "region",
    "record",
    "plan",
    "service",
    "city",
    "school",
    "border",
    "permit",
    "lawyer",
    "course",
    "data",
    "fund",
    "team",
    "letter",
]


def paragraph(seed: int, length: int = 30) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length)).capitalize() + "."


DRAFT = ["General aims", *(paragraph(i) for i in range(11))]


def blocks(*texts: str) -> list[Block]:
    return [Block("paragraph", f"paragraph {i}", (Piece(text),)) for i, text in enumerate(texts, 1)]


def amended(text: str) -> str:
    words = text.split()
    words[4:6] = ["every", "second"] if len(words) > 6 else words[4:6]
    return " ".join(words)


COMMENT = "Our delegation thanks all colleagues and asks for a short meeting in the coming weeks to speak of these matters."


@pytest.mark.parametrize("version", [DRAFT, [amended(text) for text in DRAFT], [*DRAFT[:3], COMMENT, *DRAFT[3:]]])
def test_a_version_of_the_draft_between_letter_and_signature_is_found(version):
    assert draft_span(blocks(COMMENT, "Annex", *version, "The Ambassador"), DRAFT) == (2, 2 + len(version))


def test_five_paragraphs_in_a_row_are_enough_of_a_long_draft():
    long = [paragraph(i) for i in range(100)]
    assert draft_span(blocks(COMMENT, *long[40:45], COMMENT), long) == (1, 6)


@pytest.mark.parametrize(
    "letter",
    [
        [],
        [COMMENT],
        [COMMENT, DRAFT[3], COMMENT],
        [text for pair in zip(DRAFT[1:], [COMMENT] * 11, strict=True) for text in (*pair, COMMENT)],
    ],
)
def test_quoting_paragraphs_among_comments_is_no_version(letter):
    assert draft_span(blocks(*letter), DRAFT) is None


def test_a_letter_on_a_draft_without_text_has_no_span():
    assert draft_span(blocks(COMMENT), []) is None
    assert draft_span(blocks(COMMENT), ["", " "]) is None


def test_a_draft_of_three_paragraphs_is_not_found_in_one_quotation():
    assert draft_span(blocks(COMMENT, DRAFT[1], COMMENT), DRAFT[1:4]) is None


def test_text_in_table_cells_counts():
    table = Block("table", "table 1", rows=((tuple(blocks(DRAFT[4])), tuple(blocks("x"))),))
    found = draft_span([*blocks(*DRAFT[:4]), table, *blocks(*DRAFT[5:])], DRAFT)
    assert found == (0, len(DRAFT))


def test_a_thousand_amended_paragraphs_are_found_as_one_text():
    draft = [paragraph(i, 60) for i in range(1000)]
    assert draft_span(blocks(*map(amended, draft)), draft) == (0, 1000)
