"""Letters are cut as a person cut them, no block is lost, and nothing is made of words that only speak of acts."""

from __future__ import annotations

import re

import pytest

from pipeline.letters import segment
from pipeline.remarks import Block, Piece
from tests.letters.samples import LETTERS

NAMES = {
    name: name
    for name in (
        "Mexico",
        "México",
        "Mexique",
        "Brazil",
        "Brasil",
        "Brésil",
        "Chile",
        "Peru",
        "Perú",
        "Canada",
        "Jamaica",
        "Haïti",
        "Trinidad and Tobago",
    )
}


def block(words: str, number: int, kind: str = "paragraph") -> Block:
    if words.startswith("# "):
        return Block("heading", f"paragraph {number}", (Piece(words[2:]),), 1)
    if mark := re.match(r"(\([a-z]\)|\d+\.|-) ", words):
        return Block("item", f"paragraph {number}", (Piece(words[mark.end() :]),), 0, mark[1])
    return Block("paragraph", f"paragraph {number}", (Piece(words),))


def letter(text: str) -> tuple[list[Block], list[list]]:
    """The blocks, and for each segment [start, end, [(kind, reference, states)]]."""
    blocks, expected = [], []
    for line in text.strip().splitlines():
        what, _, words = (part.strip() for part in line.partition(" |"))
        if words:
            blocks.append(block(words, len(blocks) + 1))
        if what == "+":
            expected[-1][1] = len(blocks)
            continue
        head, _, states = what.removeprefix("&").partition(" > ")
        kind, _, reference = head.partition(" @ ")
        remark = (kind.strip(), reference.strip(), tuple(s for s in states.split(", ") if s))
        if what.startswith("&"):
            expected[-1][2].append(remark)
        else:
            expected.append([len(blocks) - 1, len(blocks), [remark]])
    return blocks, expected


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_is_cut_as_a_person_cut_it(name):
    own, text = LETTERS[name]
    blocks, expected = letter(text)
    found = [[s.start, s.end, [(r.kind, r.reference, r.about) for r in s.remarks]] for s in segment(blocks, "", [own], NAMES)]
    assert found == expected


@pytest.mark.parametrize("name", LETTERS)
def test_every_block_ends_in_exactly_one_segment_with_all_its_words(name):
    blocks, _ = letter(LETTERS[name][1])
    at = 0
    for s in segment(blocks, "", [LETTERS[name][0]], NAMES):
        assert s.start == at < s.end
        text = " ".join(r.text for r in s.remarks)
        assert all(
            sentence in text
            for b in blocks[s.start : s.end]
            for sentence in re.split(r"(?<=\.) ", b.text)
            if " and withdraws" not in sentence
        )
        at = s.end
    assert at == len(blocks)


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_reads_the_same_without_names_but_for_support(name):
    """A register of names only tells whose proposal is supported."""
    blocks, expected = letter(LETTERS[name][1])
    found = [[s.start, s.end, [(r.kind, r.reference) for r in s.remarks]] for s in segment(blocks, "en", [LETTERS[name][0]])]
    assert found == [[a, b, [(k, ref) for k, ref, _ in remarks]] for a, b, remarks in expected]


@pytest.mark.parametrize(
    "words",
    [
        "The report supports the view of several states.",
        "Peru cannot support the proposal of Mexico.",
        "Peru asks Mexico to withdraw its proposal.",
        "States may add posts and move staff as they wish.",
        "The draft recommends that states include teachers.",
        "Peru has no objection to the dates.",
        "Peru has no comments other than those made before.",
        "Peru would support the proposal of Mexico provided that dates are added.",
        "México no retira su propuesta.",
        "El Perú no puede apoyar la propuesta de México.",
        "El informe propone incluir más datos.",
        "Haïti ne soutient pas la proposition du Mexique.",
        "O Brasil não apoia a proposta do México.",
        "Training was added to the plan and lists were replaced by registers.",
        'The sentence "Peru withdraws its proposal" was quoted in the press.',
    ],
)
def test_words_about_acts_are_no_acts(words):
    (found,) = segment([block(words, 1)], "", ["Peru"], NAMES)
    assert found.remark.kind in ("general comment", "comment"), words
    assert not found.further


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("Peru supports Mexico's proposal.", ("Mexico",)),
        ("Peru supports the proposal made by Trinidad and Tobago on staff from Chile.", ("Trinidad and Tobago",)),
        ("Peru endorses the amendments of Mexico, Brazil and Chile.", ("Mexico", "Brazil", "Chile")),
        ("La delegación apoya lo propuesto por México.", ("México",)),
        ("Haïti se rallie à la proposition du Brésil.", ("Brésil",)),
        ("Soma-se à proposta do México.", ("México",)),
        ("Jamaica wishes to co-sponsor the amendment of Trinidad and Tobago to paragraph 6.", ("Trinidad and Tobago",)),
    ],
)
def test_support_names_whose_proposal_it_is(words, states):
    (found,) = segment([block(words, 1)], "", ["Peru"], NAMES)
    assert (found.remark.kind, found.remark.about) == ("support", states)


def test_new_text_over_several_blocks_belongs_to_its_instruction():
    """A quotation that opens in one block and closes in a later one."""
    blocks, _ = letter(
        "x | Paragraph 4 should read as follows:\nx | “The list is open.\nx | (a) by post;\nx | (b) by hand.”\nx | Paragraph 5 is clear."
    )
    first, second = segment(blocks)
    assert (first.start, first.end, second.remark.kind) == (0, 4, "comment")
    assert first.remark.proposed == "Paragraph 4 should read as follows:\n“The list is open.\n(a) by post;\n(b) by hand.”"


def test_reasons_stand_beside_a_proposal_and_not_in_it():
    blocks, _ = letter("x | Delete paragraph 4.\nx | Rationale: it says nothing new.")
    (found,) = segment(blocks)
    assert found.remark.proposed == "Delete paragraph 4."
    assert found.remark.text.endswith("Rationale: it says nothing new.")


def test_emphasis_is_kept_where_it_stands_in_the_proposed_words():
    pieces = (Piece("Paragraph 4 should read: "), Piece("Posts are "), Piece("always", ("bold", "underline")), Piece(" open."))
    (found,) = segment([Block("paragraph", "paragraph 1", pieces)])
    assert {(found.remark.proposed[a:b], look) for a, b, look in found.remark.emphasis} == {("always", "bold"), ("always", "underline")}


def test_the_number_of_an_item_is_the_delegations_own():
    blocks, _ = letter("x | 3. Delete paragraph 4.\nx | - Delete paragraph 5.")
    assert [s.remark.number for s in segment(blocks)] == ["3.", ""]


def test_an_empty_letter_has_no_segments():
    assert segment([]) == ()


def test_a_table_in_a_letter_is_one_segment_with_its_words():
    cell = (Block("paragraph", "table 1, row 1, cell 1", (Piece("Figures of the year"),)),)
    (found,) = segment([Block("table", "table 1", rows=((cell, cell),))])
    assert found.remark.text == "Figures of the year | Figures of the year"
