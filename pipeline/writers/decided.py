"""What reviewers decided, in the cells of the workbook; and the sheet of decisions that were not taken over."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.model import Decision, LeftDecision
from pipeline.writers.account import Facts
from pipeline.writers.phrases import DOCUMENT
from pipeline.writers.workbook_cells import Column, Rich, Row, Sheet, Value

COLUMNS = (
    ("id", 10, "id"), ("provision", 14, "text"), ("contributors", 18, "text"), ("type", 11, "text"), ("draft text", 42, "text"),
    ("proposed text", 42, "text"), ("rationale", 30, "text"), ("decision", 16, "choice"), ("agreed", 40, "open"), ("note", 28, "open"),
    ("left reason", 34, "text"), ("source", 18, "text"), ("source place", 18, "text"),
)  # fmt: skip


def cells_of(decision: Decision, say: Mapping[str, str]) -> tuple[str, Value, str]:
    """Decision in the language of the workbook, agreed text, note."""
    english, own = (words["decisions"].split(",") for words in (DOCUMENT["en"], say))
    chosen = dict(zip(english, own, strict=True)).get(decision.decision, decision.decision)
    return chosen, Rich(decision.pieces) if decision.pieces else decision.agreed, decision.note


def left_sheets(facts: Facts) -> list[Sheet]:
    """The one sheet, or none: it is there to be read again by the next run."""
    say = facts.say
    columns = tuple(Column(say[key], width, style) for key, width, style in COLUMNS)
    rows = [_row(left, say) for left in facts.merged.left]
    return [Sheet(say["sheet left decisions"], columns, rows, "B2", say["decisions"])] if rows else []


def _row(left: LeftDecision, say: Mapping[str, str]) -> Row:
    return (
        left.id, left.label, left.contributors, left.type, left.draft_text, left.proposed_text, left.said, *cells_of(left.filled, say),
        left.reason, left.file, left.place,
    )  # fmt: skip
