"""Puts the prose of the draft together into one document."""

from .draft_front import COVER, GENERAL, INTRODUCTION, NOTES, OBJECTIVES
from .draft_organs import FOLLOW_UP, ORGANS, TABLE, TABLE_WIDTHS
from .model import Block, Contents, Document, Para, Row, Table


def draft() -> Document:
    blocks: list[Block] = [*paragraphs(COVER), Contents()]
    blocks += paragraphs(INTRODUCTION + OBJECTIVES + GENERAL + ORGANS)
    blocks += [timetable(), *paragraphs(FOLLOW_UP)]
    return Document(tuple(blocks), dict(NOTES), "Draft Inter-American Program", "CAJP/GT/TM-00/04")


def paragraphs(rows: list[tuple[str, str, str]]) -> list[Para]:
    return [Para(*row) for row in rows]


def timetable() -> Table:
    return Table("timetable", TABLE_WIDTHS, tuple(row(*line) for line in TABLE))


def row(key: str, texts: tuple[str, ...], merged: str) -> Row:
    style = "TableHead" if key == "t0" else "TableText"
    return Row(
        key,
        tuple(Para(f"{key}c{n}", style, text) for n, text in enumerate(texts, 1)),
        header=key == "t0",
        merged=merged,
    )
