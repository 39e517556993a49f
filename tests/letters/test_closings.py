"""The formula that closes a letter, and sentences that only begin as one."""

from __future__ import annotations

import pytest

from pipeline.letters.courtesies import is_closing

CLOSING = (
    "With kind regards,", "Kind regards,", "With our best wishes", "Regards,", "Yours faithfully,", "Con un cordial saludo,",
    "Reciba un atento saludo,", "Saludos cordiales", "Muy atentamente,", "Bien à vous,", "Avec mes meilleures salutations,",
    "Salutations cordiales,",
    "Bien cordialement,", "Com os melhores cumprimentos,", "Com os meus cordiais cumprimentos,", "Saudações cordiais,", "Atenciosamente,",
)  # fmt: skip
SAID = (
    "Regarding paragraph 4, the delegation asks that it be deleted.", "Wishes of the families should be heard.",
    "With regard to section II, more time is needed.", "Best practices should be listed in an annex.",
    "Con respecto al párrafo 4, se pide más tiempo.",
    "Avec le texte actuel, les délais sont trop courts.", "Com o texto atual, os prazos são curtos.",
)  # fmt: skip


@pytest.mark.parametrize("text", CLOSING)
def test_a_closing_formula_is_one(text: str) -> None:
    assert is_closing(text)


@pytest.mark.parametrize("text", SAID)
def test_what_only_begins_as_one_is_said(text: str) -> None:
    assert not is_closing(text)
