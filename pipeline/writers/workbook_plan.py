"""What the look of a workbook hangs on: its sheets without their rows, as values."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.writers.workbook_cells import Chart, Column


@dataclass(frozen=True, slots=True)
class PlannedSheet:
    """A sheet as ``workbook_cells.Sheet`` describes it, without its rows.

    last_row: a number that stands for that of the last row, its own for each sheet. folds: rows are folded away; folds_first:
    the first one is.
    """

    title: str
    columns: tuple[Column, ...]
    frozen: str
    choices: str
    page: str
    last_row: int
    has_rows: bool
    has_links: bool
    name: str = ""
    filtered: bool = True
    named: tuple[tuple[str, str], ...] = ()
    shaded: str = ""
    chart: Chart | None = None
    across: int = 1
    titles: str = "A:A"
    folds: bool = False
    folds_first: bool = False


@dataclass(slots=True)
class Plan:
    """A workbook before it is written. day: of its properties, ISO; paper: letter or a4."""

    title: str
    subject: str
    language: str
    day: str
    paper: str
    sheets: list[PlannedSheet] = field(default_factory=list)
