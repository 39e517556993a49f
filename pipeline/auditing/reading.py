"""A story as it reads once some authors' marks are accepted and all others rejected (ECMA-376 part 1, 17.13.5).

A paragraph whose inserted mark is rejected, or whose deleted mark is accepted, runs into the next one. What stands in
the result of a field that Word refreshes is left out. A paragraph that does not depend on the accepted authors is read
once for everybody.
"""

from __future__ import annotations

from typing import Any, ClassVar

from pipeline.auditing.blocks import (
    BEGIN,
    DRAWN,
    END,
    INSTRUCTION,
    NOTE,
    OPEN,
    SEPARATE,
    TEXT,
    Accepted,
    Block,
    Outcome,
    Paragraph,
    Table,
    stands,
    words_that_stand,
)
from pipeline.auditing.characters import is_volatile


class Reading:
    """One walk over one story. notes: (kind, id) in order. fields: the open ones, (instruction, in its result)."""

    observes: ClassVar[bool] = False  # what stands is to be seen, not only to be had

    def __init__(self, accepted: Accepted) -> None:
        self.accepted = accepted
        self.notes: list[tuple[str, str]] = []
        self.fields: list[tuple[str, bool]] = []

    def blocks(self, blocks: list[Block]) -> list[str]:
        """The lines of a container."""
        lines, left = self.lines(blocks)
        return lines + (left or [""] * (left is not None and not lines))

    def lines(self, blocks: list[Block]) -> tuple[list[str], list[str] | None]:
        """The lines, and what the last paragraph leaves where its mark is gone (None where nothing is left open).

        ``pending`` is the text of a paragraph whose mark is gone.
        """
        lines: list[str] = []
        pending: str | None = None
        last: Paragraph | None = None
        for block in blocks:
            if block.line is not None and pending is None and not self.fields and not self.observes:
                lines.append(block.line)
                continue
            if block.guard is not OPEN and not stands(block.guard, self.accepted):
                continue
            if isinstance(block, Table):
                if rows := self.table(block):
                    lines += [*self._left_over(pending, last), *rows]
                    pending = last = None
                continue
            was_refreshed = bool(self.fields) and self.refreshed()
            text = self.paragraph(block)
            if was_refreshed and not text.strip():
                continue
            pending, last = (pending or "") + text, block
            if block.mark is OPEN or stands(block.mark, self.accepted):
                lines.append(pending)
                self.ended(block)
                pending = last = None
        return lines, None if pending is None else self._left_over(pending, last)

    def _left_over(self, pending: str | None, last: Paragraph | None) -> list[str]:
        """What has nothing to run into stands by itself."""
        if pending and last is not None:
            self.ended(last)
        return [pending] if pending else []

    def ended(self, paragraph: Paragraph) -> None:
        """Called for each paragraph mark that stands."""

    def paragraph(self, paragraph: Paragraph) -> str:
        if paragraph.text is not None:
            return "" if self.fields and self.refreshed() else paragraph.text
        if self.fields:
            return self.walk(paragraph)
        if paragraph.is_words:
            return words_that_stand(paragraph.pieces, self.accepted)
        text: str = self._recalled(paragraph)
        return text

    def table(self, table: Table) -> list[str]:
        lines: list[str] = self.rows(table) if self.fields else self._recalled(table)
        return lines

    def _recalled(self, block: Block) -> Any:
        """What the same accepted authors have been shown already, with its side effects."""
        key = self.accepted & block.authors
        if key not in block.seen:
            block.seen[key] = self._first_time(block)
        else:
            self.notes += block.seen[key][1]
            self.fields = list(block.seen[key][2])
        return block.seen[key][0]

    def _first_time(self, block: Block) -> Outcome:
        start = len(self.notes)
        shown = self.walk(block) if isinstance(block, Paragraph) else self.rows(block)
        return shown, self.notes[start:], list(self.fields)

    def rows(self, table: Table) -> list[str]:
        lines: list[str] = []
        rows = 0
        for guard, cells in table.rows:
            if stands(guard, self.accepted):
                rows += 1
                lines.append("<row>")
                for cell_guard, blocks in cells:
                    if stands(cell_guard, self.accepted):
                        lines += ["<cell>", *self.blocks(blocks)]
        return ["<table>", *lines, "</table>"] if rows else []

    def walk(self, paragraph: Paragraph) -> str:
        out: list[str] = []
        accepted = self.accepted
        for guard, kind, value, look in paragraph.pieces:
            if guard is not OPEN and not (guard[0] <= accepted and guard[1].isdisjoint(accepted)):
                continue
            if kind is TEXT:
                if not self.fields or not self.refreshed():
                    out.append(value)
                    self.shown(value, look)
            elif kind is NOTE or kind is DRAWN:
                if not self.refreshed():
                    self.atom(kind, value, look, out)
            else:
                self.field(kind, value)
        return "".join(out)

    def shown(self, text: str, look: object) -> None:
        """Called for each piece of text that stands."""

    def atom(self, kind: str, value: Any, look: object, out: list[str]) -> None:
        if kind is NOTE:
            self.notes.append(value)
            out.append("\u2063")
        else:
            out.append("\ufffc")
            out += ["{" + "\u00b6".join(self.box(blocks)) + "}" for blocks in value]

    def box(self, blocks: list[Block]) -> list[str]:
        return self.blocks(blocks)

    def field(self, kind: str, value: str) -> None:
        if kind is BEGIN:
            self.fields.append(("", False))
        elif self.fields and kind is INSTRUCTION:
            self.fields[-1] = (self.fields[-1][0] + value, self.fields[-1][1])
        elif self.fields and kind is SEPARATE:
            self.fields[-1] = (self.fields[-1][0], True)
        elif self.fields and kind is END:
            self.fields.pop()

    def refreshed(self) -> bool:
        """Inside the result of a field that Word refreshes by itself."""
        return any(in_result and is_volatile(instruction) for instruction, in_result in self.fields)
