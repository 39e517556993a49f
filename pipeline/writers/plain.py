"""Text as an XML office file can hold it, and small facts of language that both outputs share.

XML 1.0 section 2.2 forbids most control characters, lone surrogates, U+FFFE and U+FFFF: one of them makes Word and
Excel refuse the whole file. They are shown as U+FFFD, so that a reader sees that something stood there.
"""

import datetime
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache

REPLACEMENT = "\ufffd"
_SUSPECT = re.compile("\r\n?|[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\U00100000-\U0010ffff]")
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})

Cleaner = Callable[[str], str]


def cleaner(atoms: Mapping[str, str]) -> Cleaner:
    """A function that makes text safe for XML; `atoms` says what a person reads for an atom of the draft (model.py)."""

    def readable(match: re.Match[str]) -> str:
        found = match[0]
        if found[0] == "\r":
            return "\n"
        return f"[{atoms[found]}]" if found in atoms else REPLACEMENT  # words around it would run into it

    def clean(text: str) -> str:
        # Nothing that is suspect is printable; asked ten times as fast as the pattern (measured).
        if text.isprintable() or text.replace("\n", "").isprintable():
            return text
        return text if _SUSPECT.search(text) is None else _SUSPECT.sub(readable, text)

    return clean


def escape(text: str) -> str:
    """Text for XML content and for attributes in double quotes."""
    return text.translate(_MARKUP) if "&" in text or "<" in text or ">" in text or '"' in text else text


def day(iso: str | None) -> datetime.date | None:
    """The date that an ISO string names, if it names one."""
    try:
        return datetime.date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None


def written_date(iso: str, say: Mapping[str, str]) -> str:
    date = day(iso)
    months = say["months"].split()
    return say["date"].format(day=date.day, month=months[date.month - 1], year=date.year) if date else iso


def names(contributors: tuple[str, ...], nobody: str) -> str:
    return "; ".join(contributors) or nobody


# ---- bookmarks, by which the text and the annexes lead to each other. Word takes letters, digits and underscores in their
# names, 40 at most (17.13.6.2).


@cache
def conflict_bookmark(identifier: str) -> str:
    """C-03 -> C_03, its entry in the annex."""
    return re.sub("[^A-Za-z0-9]", "_", identifier)


def contested_bookmark(identifier: str) -> str:
    """C-03 -> T_C_03, its place in the text."""
    return "T_" + conflict_bookmark(identifier)


def proposal_bookmark(identifier: str) -> str:
    """MEX-07 -> P_MEX_07, the bookmark at the mark (law 5)."""
    return "P_" + conflict_bookmark(identifier)


def entry_bookmark(identifier: str) -> str:
    """MEX-07 -> A_MEX_07, its entry in an annex."""
    return "A_" + conflict_bookmark(identifier)


def annex_bookmark(name: str) -> str:
    """conflicts -> X_conflicts, the title of the annex."""
    return "X_" + name


def provision_bookmarks(labels: Sequence[str]) -> list[str]:
    """II.A.3(b) -> S_II_A_3_b; each once, in the order of the labels."""
    out: list[str] = []
    used: Counter[str] = Counter()
    for label in labels:
        name = "S_" + re.sub("[^A-Za-z0-9]+", "_", label).strip("_")[:32].rstrip("_")
        used[name.lower()] += 1
        out.append(name if used[name.lower()] == 1 else f"{name}_{used[name.lower()]}")
    return out
