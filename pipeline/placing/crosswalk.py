"""From paragraphs of the Rapporteur's report to provisions of the draft: proposed here, corrected by the officer.

States comment on the report; the consolidated text is the draft. A paragraph leads to what it refers to itself, else to
the section whose heading it stands under, else to the provision whose words it shares; the last two are only candidates.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..citations import Ground, parse, resolve
from ..model import Provision

WORD = re.compile(r"[^\W\d_]{4,}")
SURE_REFERENCE, SAME_HEADING, SHARED = 0.95, 0.7, 0.6
ENOUGH = 0.3  # share of a paragraph's rare words that a provision must have


@dataclass(frozen=True, slots=True)
class Lead:
    """Where one paragraph of the report leads. provision "" where nothing is found."""

    paragraph: str
    provision: str
    confidence: float
    evidence: str


def proposed_crosswalk(
    report: Sequence[Provision], draft: Sequence[Provision], ground: Ground, corrected: Mapping[str, str]
) -> tuple[Lead, ...]:
    """One lead for each paragraph of the report with words; the officer's own come first and are sure."""
    likeness = _Likeness([p for p in draft if p.text])
    headings = {_plain(p.text): p for p in draft if p.kind == "heading"}
    out: list[Lead] = []
    heading: Provision | None = None
    for p in report:
        if not p.text.strip():
            continue
        if p.kind == "heading":
            heading = headings.get(_plain(p.text))
        out.append(_lead(p, ground, heading, likeness, corrected))
    return tuple(out)


def _lead(p: Provision, ground: Ground, heading: Provision | None, likeness: _Likeness, corrected: Mapping[str, str]) -> Lead:
    if p.id in corrected:
        return Lead(p.id, corrected[p.id], 1.0, "corrected by the officer")
    for citation in parse(p.text):
        found = [] if citation.document == "report" or citation.relation == "throughout" else resolve(citation, ground)
        if found and found[0].document != "report" and found[0].confidence >= 0.8 and found[0].provisions:
            return Lead(
                p.id, found[0].provisions[0], min(SURE_REFERENCE, round(found[0].confidence, 2)), f"the report refers to “{citation.text}”"
            )
    alike = likeness.best(p.text)
    if alike is not None:
        return Lead(p.id, alike[0].id, alike[1], "it shares its terms with the provision")
    if heading is not None:
        return Lead(p.id, heading.id, SAME_HEADING, "it stands under the same heading")
    return Lead(p.id, "", 0.0, "nothing in the draft is referred to")


class _Likeness:
    """Rare words count for more: the inverse of how many provisions hold them."""

    def __init__(self, draft: Sequence[Provision]) -> None:
        self.draft = [(p, set(_words(p.text))) for p in draft]
        counts = Counter(w for _, words in self.draft for w in words)
        self.weight = {w: math.log(1 + len(self.draft) / n) for w, n in counts.items()}

    def best(self, text: str) -> tuple[Provision, float] | None:
        own = set(_words(text))
        whole = math.fsum(self.weight.get(w, 1.0) for w in own)
        if not whole:
            return None
        shares = [(math.fsum(self.weight[w] for w in own & words) / whole, p) for p, words in self.draft]
        share, place = max(shares, key=lambda s: s[0])
        return (place, round(min(SHARED, share + 0.1), 2)) if share >= ENOUGH else None


def _words(text: str) -> list[str]:
    return [w.lower() for w in WORD.findall(text)]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
