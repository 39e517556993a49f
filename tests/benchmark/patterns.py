"""Words that are long, repeated or unfinished: how long the patterns that read delegations' prose take for them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from pipeline.citations import parse as cite
from pipeline.instructions import parse as instruct
from pipeline.letters import draft_span
from pipeline.remarks import Block, Piece
from tests.instructions.cases import cases

TEN_THOUSAND = 10_000
UNITS = (
    "(b) ", "3, ", "paragraph ", "of section II ", "and 3 ", '"', "after ", "II.A.", "- 4 ",
    "merge 3 and ", "paragraphs 3, ", "of Convention ", "'", "I", "A/RES/", "2e et ",
)  # fmt: skip
ROW = "The delegation proposes that section II.A, paragraph 3 (b), be placed after paragraph 4 of section III."


def programs() -> Iterator[tuple[str, Callable[[], object], float]]:
    """(name, what is timed, at most how many seconds)."""
    for unit in UNITS:
        text = (unit * (TEN_THOUSAND // len(unit) + 1))[:TEN_THOUSAND]
        yield f"references in 10,000 characters of {unit!r}", lambda text=text: cite(text), 1
    yield "references in 1,700 rows", lambda: [cite(ROW) for _ in range(1700)], 3
    said = [c.say for c in cases("blind.txt")]
    yield "1,000 instructions", lambda: [instruct(said[k % len(said)]) for k in range(1000)], 2
    draft = [" ".join(f"w{(i * 7 + k * 13) % 997}" for k in range(60)) for i in range(1000)]
    blocks = [Block("paragraph", "", (Piece(f"{text} also"),)) for text in draft]
    yield "a draft of 1,000 paragraphs in a letter", lambda: draft_span(blocks, draft), 2


def seconds(work: Callable[[], object]) -> float:
    """Of the second time: the patterns are compiled by then."""
    work()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
