"""What the comment form says to a member state, before it is drawn for Word or Excel: the same rows in both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.config import Config
from pipeline.model import Draft, Provision
from pipeline.tables.prefilled import INSTRUCTIONS, LABELS, name_of
from pipeline.writers.plain import cleaner

__all__ = ["INSTRUCTIONS", "LABELS", "Form", "FormRow", "file_stem", "form_of", "form_text"]

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
STATE_TOKEN = "@@member-state@@"  # one form is drawn, and the name of each state put in
ATOM = re.compile("[\U00100000-\U0010ffff]")
SHOWN = frozenset({"heading", "paragraph", "cell", "note"})
LONGEST = 30_000  # characters; a cell of Excel holds 32,767
GENERAL = "General"
SPARE_ROWS = 5  # below the provisions, for what is on none of them

TYPES = ("general", "technical", "editorial")


@dataclass(frozen=True, slots=True)
class FormRow:
    """One prefilled row. name: the hidden one of prefilled.py, "" for a row on no provision."""

    number: int
    label: str
    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """What every state's form says; dates are ISO, "" where unknown."""

    rows: tuple[FormRow, ...]
    document: str
    deadline: str
    date: str

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        return (("state", STATE_TOKEN), ("document", self.document), ("deadline", self.deadline))


def form_of(draft: Draft, config: Config) -> Form:
    """The form on a draft: a row for general comments, one for each provision with words, and spare ones."""
    document = " – ".join(part for part in (config.symbol, Path(draft.file).stem) if part)
    return Form(tuple(_rows(draft)), document, config.deadline, config.date or config.cut_off)


def _rows(draft: Draft) -> Iterator[FormRow]:
    yield FormRow(1, GENERAL, "")
    clean = cleaner(draft.atoms)
    shown = [provision for provision in draft.provisions if provision.kind in SHOWN]
    texts = [(provision, form_text(provision, clean(ATOM.sub("", provision.text)))) for provision in shown]
    filled = [(provision, text) for provision, text in texts if text]
    for number, (provision, text) in enumerate(filled, 2):
        yield FormRow(number, provision.label or provision.id, text, name_of(provision.id, text))
    yield from (FormRow(number, "", "") for number in range(len(filled) + 2, len(filled) + 2 + SPARE_ROWS))


def form_text(provision: Provision, clean: str) -> str:
    """The words of a provision as the form shows them: notes and pictures are atoms of the draft, and left out."""
    text = clean.strip()
    return text if len(text) <= LONGEST else text[:LONGEST] + " […]"


def file_stem(state: str) -> str:
    """ "Mexico - comment form": the register finds the state in it again."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]', "-", state).strip(" .") + " - comment form"
