"""The Spanish draft: the English one with its words replaced, so that the two cannot differ in structure."""

from dataclasses import replace

from .draft import draft
from .draft_es_front import FRONT, NOTES
from .draft_es_organs import FOLLOW_UP, ORGANS, TABLE
from .model import NOTICES, Block, Contents, Document, map_paragraphs

TEXTS = FRONT | ORGANS | TABLE | FOLLOW_UP


def draft_es() -> Document:
    """Raises KeyError where a provision has no translation."""
    whole = map_paragraphs(draft(), lambda para: replace(para, text=TEXTS[para.key] if para.text else ""))
    return replace(
        whole,
        blocks=tuple(map(with_title, whole.blocks)),
        notes={key: NOTES[key] for key in whole.notes},
        title="Proyecto de Programa Interamericano",
        notice=NOTICES["es"],
        language="es-ES",
    )


def with_title(block: Block) -> Block:
    return replace(block, title="Índice") if isinstance(block, Contents) else block
