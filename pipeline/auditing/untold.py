"""Which sentences the account itself says are not shown: by the trace of four words in a row that its lines keep (law 3)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Set

IN_A_ROW = 4
MOST = 0.6  # of a sentence's rows of words that a trace must hold: a reader may divide a word at the margin otherwise


def is_untold(sentence: str, known: Set[str]) -> bool:
    """Whether the words are those of a courtesy, or of what has no effect, that the account lists."""
    words = re.findall(r"\w+", sentence.casefold())
    rows = [" ".join(words[k : k + IN_A_ROW]) for k in range(max(1, len(words) - IN_A_ROW + 1))]
    return bool(known) and sum(_digest(row) in known for row in rows) >= MOST * len(rows)


def _digest(row: str) -> str:
    return hashlib.sha256(row.encode("utf-8", "surrogatepass")).hexdigest()[:8]
