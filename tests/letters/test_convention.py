"""A declared convention is found in four languages; talk of bold or underlined words is none."""

from __future__ import annotations

import pytest

from pipeline.letters import declared_convention
from pipeline.remarks import Block, Piece


def blocks(*texts: str) -> list[Block]:
    return [Block("paragraph", f"paragraph {i}", (Piece(text),)) for i, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("words", "insertion", "deletion"),
    [
        ("The amendments are shown in bold.", ("bold",), ()),
        ("Proposed additions are underlined and deletions struck through.", ("underline",), ("strike",)),
        ("Bold text indicates additions; strikethrough indicates deletions.", ("bold",), ("strike",)),
        ("New text is highlighted.", ("highlight",), ()),
        ("Changes appear in bold and underlined.", ("bold", "underline"), ()),
        ("Los cambios figuran en negrita.", ("bold",), ()),
        ("Las adiciones están subrayadas y las supresiones, tachadas.", ("underline",), ("strike",)),
        ("Les modifications sont en gras.", ("bold",), ()),
        ("Les ajouts sont soulignés et les suppressions sont barrées.", ("underline",), ("strike",)),
        ("As alterações estão em negrito.", ("bold",), ()),
        ("Os acréscimos aparecem sublinhados e as supressões, riscadas.", ("underline",), ("strike",)),
    ],
)
def test_a_declaration_says_which_look_means_what(words, insertion, deletion):
    found = declared_convention(blocks("To the Secretariat", words))
    assert found is not None
    assert (found.insertion, found.deletion, found.place) == (insertion, deletion, "paragraph 2")


@pytest.mark.parametrize(
    "words",
    [
        "The words in bold in paragraph 4 should be replaced.",
        "Delete the underlined text.",
        "Headings are in bold.",
        "The amendments are set out below.",
        "No se subrayan los cambios.",
        "Los títulos figuran en negrita.",
        "Les modifications ne sont pas en gras.",
        'The phrase "changes in bold" is unclear.',
    ],
)
def test_talk_of_looks_declares_nothing(words):
    assert declared_convention(blocks(words)) is None
