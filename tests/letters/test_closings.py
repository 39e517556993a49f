"""Closing formulas and titles in letters, and sentences that only begin as one."""

from __future__ import annotations

import pytest

from pipeline.letters.courtesies import is_closing, is_form
from pipeline.letters.words import looks_like_title
from pipeline.remarks import Block, Piece

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


TITLES = (
    "Corrections to the report", "A. Corrections to the report", "Comments on the draft Program", "General comments", "Specific proposals:",
    "Observaciones generales",
    "Comentarios sobre el proyecto de Programa", "Remarques générales", "Propositions sur le projet de Programme", "Observações gerais",
    "Propostas ao projeto de Programa",
)  # fmt: skip
NO_TITLES = (
    "Comments are welcome on the draft Program.", "No comments", "Comment: the Program should be shorter",
    "Proposals 4 and 5 should be merged",
    "Corrections to the report were sent in October and have not been taken into account", "The general comments of CARICOM",
)  # fmt: skip


@pytest.mark.parametrize(("text", "is_title"), [*((t, True) for t in TITLES), *((t, False) for t in NO_TITLES)])
def test_a_line_that_names_a_part_of_the_answer_is_a_title(text: str, is_title: bool) -> None:
    assert looks_like_title(Block("item", "paragraph 1", (Piece(text),))) is is_title


ANNOUNCING = (
    "The delegation of Peru submits the following comments on the draft Program.",
    "La delegación del Perú presenta las siguientes propuestas:",
    "Please find below the comments of Grenada.", "A continuación se presentan las observaciones de la delegación:",
    "Seguem abaixo os comentários da delegação:", "La délégation soumet les observations suivantes sur le projet de Programme.",
    "A delegação apresenta os seguintes comentários ao projeto:",
)  # fmt: skip


@pytest.mark.parametrize("text", ANNOUNCING)
def test_a_line_that_only_announces_is_form(text: str) -> None:
    assert is_form(text)


SAID_WITH_IT = (
    "The delegation submits the following comments: time frames are too short, and funds are not named.",
    "Please find below our comment: the time frames are too short for a small administration.",
    "A continuación se presentan observaciones: el plazo es demasiado corto para nosotros.",
    "The Mission presents its compliments and has the honour to comment as follows: the text does not name any source of funds.",
    "La Mission a l’honneur de faire savoir ce qui suit : les délais prévus sont trop courts pour un petit État.",
)


@pytest.mark.parametrize("text", SAID_WITH_IT)
def test_what_is_said_in_the_same_breath_is_not(text: str) -> None:
    assert not is_form(text)
