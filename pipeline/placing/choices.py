"""What the officer decided: where a remark belongs, and where a paragraph of the report leads."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..citations import Ground, parse, resolve
from ..model import Draft
from .places import SURE

PLACEMENTS, CROSSWALK = "placements.xlsx", "crosswalk.xlsx"
WHOLE = frozenset({"general", "whole", "document", "-"})
SHARE = re.compile(r"\s*\([01]\.\d+\)$")  # a candidate copied with its confidence: "V.B.1 (0.30)"


@dataclass(frozen=True)
class Choices:
    """placements: key of a remark -> id of a provision, "" for the document as a whole. crosswalk: paragraph -> provision.

    written: the officer's own words by workbook and key, understood or not.
    """

    placements: Mapping[str, str] = field(default_factory=dict)
    crosswalk: Mapping[str, str] = field(default_factory=dict)
    written: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def unknown(self) -> list[tuple[str, str, str]]:
        """(workbook, key, words) of each choice that names no provision."""
        known = {PLACEMENTS: self.placements, CROSSWALK: self.crosswalk}
        return [(book, key, words) for book, said in self.written.items() for key, words in said.items() if key not in known[book]]


def understood(draft: Draft, ground: Ground, placements: Mapping[str, str], crosswalk: Mapping[str, str]) -> Choices:
    """The officer's words as provisions: an id, a label, or any reference that leaves no doubt."""
    written = {book: dict(sorted(said.items())) for book, said in ((PLACEMENTS, placements), (CROSSWALK, crosswalk)) if said}
    return Choices(_all(placements, draft, ground), _all(crosswalk, draft, ground), written)


def in_force(proposed: Mapping[str, str], kept: Mapping[str, str]) -> dict[str, str]:
    """The last outputs' workbook over what had been kept: a cell that was emptied takes its choice back.

    A choice whose remark is not listed there (its file was missing in that run) stays.
    """
    return {key: words for key, words in {**kept, **proposed}.items() if words}


def _all(written: Mapping[str, str], draft: Draft, ground: Ground) -> dict[str, str]:
    found = {key: _provision(words, draft, ground) for key, words in sorted(written.items())}
    return {key: ident for key, ident in found.items() if ident is not None}


def _provision(words: str, draft: Draft, ground: Ground) -> str | None:
    plain = SHARE.sub("", words.strip())
    if plain.lower() in WHOLE:
        return ""
    for p in draft.provisions:
        if plain in (p.id, p.label):
            return p.id
    found = [f for c in parse(plain) for f in resolve(c, ground)[:1]]
    sure: Sequence[str] = found[0].provisions if len(found) == 1 and found[0].confidence >= SURE and found[0].document != "report" else ()
    return sure[0] if len(sure) == 1 else None
