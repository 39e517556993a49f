"""What the officer decided: where a remark belongs, and where a paragraph of the report leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..citations import Ground, parse, resolve
from ..model import Draft

WHOLE = frozenset({"general", "whole", "document", "-"})


@dataclass(frozen=True)
class Choices:
    """placements: key of a remark -> id of a provision, "" for the document as a whole. crosswalk: paragraph -> provision.

    unknown: choices that name no provision, as written.
    """

    placements: Mapping[str, str] = field(default_factory=dict)
    crosswalk: Mapping[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()


def understood(draft: Draft, ground: Ground, placements: Mapping[str, str], crosswalk: Mapping[str, str]) -> Choices:
    """The officer's words as provisions: an id, a label, or any reference that leaves no doubt."""
    unknown: list[str] = []
    kept = _all(placements, draft, ground, unknown)
    return Choices(kept, _all(crosswalk, draft, ground, unknown), tuple(unknown))


def _all(written: Mapping[str, str], draft: Draft, ground: Ground, unknown: list[str]) -> dict[str, str]:
    out = {}
    for key, words in sorted(written.items()):
        found = _provision(words, draft, ground)
        if found is None:
            unknown.append(words)
        else:
            out[key] = found
    return out


def _provision(words: str, draft: Draft, ground: Ground) -> str | None:
    plain = words.strip()
    if plain.lower() in WHOLE:
        return ""
    for p in draft.provisions:
        if plain in (p.id, p.label):
            return p.id
    found = [f for c in parse(plain) for f in resolve(c, ground)[:1]]
    sure: Sequence[str] = found[0].provisions if found and found[0].confidence >= 0.8 else ()
    return sure[0] if len(sure) == 1 else None
