"""What a file with comment tables holds beside their answers, so that none of its words is lost (design.md, law 3).

Another table, a note on a cell and a footnote of a cell are remarks of their own; words in the Secretariat's column stand
with the row, apart from what the delegation says there, so that no instruction is read in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ..model import Entry
from ..remarks import ASIDE, Block, Remark
from ..tables.furniture import Skipped
from ..tables.reading import TableReading
from .comments import is_internal
from .untold import entry

OTHER, NOTE, DECISION, HIDDEN, BLANK = "not a comment table", "note", "decision", "hidden", "blank"
NOTES = ("footnote ", "endnote ")


def with_asides(table: TableReading, markers: Sequence[str]) -> TableReading:
    """The reading with a remark for all words that it had put aside and that are not the form's own; internal notes are hidden."""
    skipped = tuple(Skipped(s.place, "hidden") if s.reason == NOTE and is_internal(s.text, markers) else s for s in table.skipped)
    decided = {place: "\n".join(s.text for s in found) for place, found in _by_place(s for s in skipped if s.reason == DECISION)}
    answers = tuple(replace(r, text=f"{r.text}{ASIDE}{decided.pop(r.place)}") if r.place in decided else r for r in table.remarks)
    alone = tuple(Remark(place, "general comment", text=f"{ASIDE}{words}") for place, words in decided.items())
    told = {r.place for r in (*answers, *alone)}
    kept = tuple(s for s in skipped if s.reason != NOTE and not (s.reason == DECISION and s.place in told))
    return replace(table, remarks=(*answers, *alone, *_other_tables(skipped), *_notes(skipped)), skipped=kept)


def _by_place(skipped: Iterator[Skipped]) -> Iterator[tuple[str, list[Skipped]]]:
    return ((place, list(found)) for place, found in groupby(skipped, key=lambda s: s.place))


def _other_tables(skipped: Sequence[Skipped]) -> Iterator[Remark]:
    """Each table is one remark, at its first row."""
    rows = (s for s in skipped if s.reason == OTHER)
    for _, found in groupby(rows, key=lambda s: s.place.rpartition(", row ")[0]):
        lines = list(found)
        yield Remark(lines[0].place, "general comment", text="\n".join(s.text for s in lines))


def _notes(skipped: Sequence[Skipped]) -> Iterator[Remark]:
    return (Remark(s.place, "general comment", text=s.text) for s in skipped if s.reason == NOTE and s.text)


def footnotes_of(blocks: Sequence[Block]) -> list[Remark]:
    """Notes that hang on the words of a cell: the reader of comment tables sees the cell alone."""
    cells = [b for block in blocks for row in block.rows for cell in row for b in cell]
    return [Remark(b.place, "general comment", text=b.text) for b in cells if b.place.startswith(NOTES) and b.text.strip()]


def entries(table: TableReading) -> list[Entry]:
    """Each row once, whatever is said of its cells; hidden words in it are counted beside it."""
    out: dict[tuple[str, str], Entry] = {}
    for s in table.skipped:
        known = ("row", s.place) in out
        if s.reason == HIDDEN:
            kind = "hidden text" if known or any(r.place == s.place for r in table.remarks) else "row"
            out[kind, s.place] = Entry(kind, s.place, "held")
        elif s.reason != BLANK and not known:
            out["row", s.place] = entry("row", s.place, "comment" if s.reason == OTHER else "no effect", s.text)
    for r in table.remarks:
        out.pop(("row", r.place), None)
    return list(out.values())
