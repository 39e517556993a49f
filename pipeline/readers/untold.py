"""Lines of the ledger for what no output shows, with a trace of the words, so that the audit can tell them from lost ones.

A trace is no quotation: of each four words in a row (letters and digits, case folded, one space between) the first eight
hexadecimal digits of their SHA-256. What is held has none.
"""

from __future__ import annotations

import hashlib
import re

from ..model import Entry, Fate

IN_A_ROW = 4
UNTOLD: tuple[Fate, ...] = ("courtesy", "no effect")


def entry(kind: str, place: str, fate: Fate, text: str) -> Entry:
    """text: all that stands at the place."""
    return Entry(kind, place, fate, trace=trace(text) if fate in UNTOLD else ())


def trace(text: str) -> tuple[str, ...]:
    words = re.findall(r"\w+", text.casefold())
    rows = {" ".join(words[k : k + IN_A_ROW]) for k in range(max(1, len(words) - IN_A_ROW + 1))}
    return tuple(sorted(hashlib.sha256(row.encode("utf-8", "surrogatepass")).hexdigest()[:8] for row in rows))
