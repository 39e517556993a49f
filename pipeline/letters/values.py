"""What a letter says, with the blocks that say it."""

from __future__ import annotations

from dataclasses import dataclass

from ..remarks import Remark


@dataclass(frozen=True, slots=True)
class Segment:
    """The blocks [start, end) and what they say.

    The segments of a letter tile its blocks: each block ends in exactly one. ``further`` holds the other points where one
    paragraph makes several ("Peru supports the proposal of Mexico on paragraph 4 and withdraws its own").
    """

    remark: Remark
    start: int
    end: int
    further: tuple[Remark, ...] = ()

    @property
    def remarks(self) -> tuple[Remark, ...]:
        return (self.remark, *self.further)
