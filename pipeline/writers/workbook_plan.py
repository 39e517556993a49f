"""What the look of a workbook hangs on: its sheets without their rows, as values."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PlannedSheet:
    """columns: (title, width, style). last_row: a number that stands for that of the last row, its own for each sheet."""

    title: str
    columns: tuple[tuple[str, float, str], ...]
    frozen: str
    choices: str
    page: str
    last_row: int
    has_rows: bool
    has_links: bool


@dataclass(slots=True)
class Plan:
    """A workbook before it is written. day: of its properties, ISO; paper: letter or a4."""

    title: str
    subject: str
    language: str
    day: str
    paper: str
    sheets: list[PlannedSheet] = field(default_factory=list)
