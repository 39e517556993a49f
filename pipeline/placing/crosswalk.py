"""From paragraphs of the Rapporteur's report to provisions of the draft: proposed here, corrected by the officer.

States comment on the report; the consolidated text is the draft. A paragraph leads to what it refers to itself, else to the
provision on the same subject (``likeness``), else to the section whose heading it stands under, which is only a candidate.
What a delegation adds to a paragraph may say more of its subject than the paragraph does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..citations import Ground, parse, resolve
from ..model import Provision
from .likeness import Like, Likeness
from .places import SURE
from .terms import terms_of

BY_HAND, SURE_REFERENCE, SAME_HEADING, TWO_WAYS = 1.0, 0.95, 0.7, 0.7


@dataclass(frozen=True, slots=True)
class Lead:
    """Where one paragraph of the report leads. provision "" where nothing is found; others: the next candidates, with confidence."""

    paragraph: str
    provision: str
    confidence: float
    evidence: str
    others: tuple[tuple[str, float], ...] = ()

    @property
    def settled(self) -> bool:
        """Whether the report or the officer says so: no words lead elsewhere then."""
        return self.confidence >= SURE_REFERENCE

    @property
    def candidates(self) -> tuple[tuple[str, float], ...]:
        """The provision first."""
        return ((self.provision, self.confidence), *self.others) if self.provision else ()


@dataclass
class Guide:
    """Leads from one language's report to the draft.

    texts: the draft's provisions in the language of the report, with the draft's ids; () where there are none, since text of
    two languages is never compared. corrected: the officer's own, by paragraph of the report.
    """

    report: Sequence[Provision]
    texts: Sequence[Provision]
    ground: Ground
    corrected: Mapping[str, str]

    def __post_init__(self) -> None:
        common = Counter(t for p in self.report for t in set(terms_of(p.text)))
        self.likeness = Likeness([p for p in self.texts if p.text], common)
        self.by_paragraph = {lead.paragraph: lead for lead in self._leads()}

    @property
    def leads(self) -> tuple[Lead, ...]:
        """One for each paragraph of the report with words."""
        return tuple(self.by_paragraph.values())

    def lead(self, paragraph: str, text: str, asked: str = "", *, own: bool = False) -> Lead:
        """Where a proposal leads. text: the paragraph as proposed; asked: the words added; own: a paragraph of its own."""
        known = self.by_paragraph.get(paragraph, Lead(paragraph, "", 0.0, "nothing in the draft is referred to"))
        if own:
            return _joined(paragraph, self._cited(paragraph, text) or _liked(paragraph, self.likeness.ranked(text, text)), _unsure(known))
        if known.settled or not asked:
            return known
        return _joined(paragraph, _liked(paragraph, self.likeness.ranked(text, asked)), known)

    def _leads(self) -> list[Lead]:
        headings = {_plain(p.text): p for p in self.texts if p.kind == "heading"}
        out: list[Lead] = []
        heading: Provision | None = None
        for p in (p for p in self.report if p.text.strip()):
            if p.kind == "heading":
                heading = headings.get(_plain(p.text))
            out.append(self._lead(p, heading))
        return out

    def _lead(self, p: Provision, heading: Provision | None) -> Lead:
        if p.id in self.corrected:
            return Lead(p.id, self.corrected[p.id], BY_HAND, "corrected by the officer")
        cited = self._cited(p.id, p.text)
        if cited is not None:
            return cited
        liked = _liked(p.id, self.likeness.ranked(p.text) if p.section and p.kind == "paragraph" else ())
        if heading is not None and liked.confidence < SURE:
            return _joined(p.id, Lead(p.id, heading.id, SAME_HEADING, "it stands under the same heading"), liked)
        return liked

    def _cited(self, paragraph: str, text: str) -> Lead | None:
        """By the report's own reference, where that leaves no doubt."""
        for citation in parse(text):
            found = [] if citation.document == "report" or citation.relation == "throughout" else resolve(citation, self.ground)
            if found and found[0].document != "report" and found[0].confidence >= SURE and found[0].provisions:
                sure = min(SURE_REFERENCE, round(found[0].confidence, 2))
                return Lead(paragraph, found[0].provisions[0], sure, f"the report refers to “{citation.text}”")
        return None


def _liked(paragraph: str, likes: Sequence[Like]) -> Lead:
    if not likes:
        return Lead(paragraph, "", 0.0, "nothing in the draft is referred to")
    first, *rest = likes
    told = "it is on the subject of the provision" if first.confidence >= SURE else "it shares its terms with the provision"
    return Lead(paragraph, first.provision, first.confidence, told, tuple((x.provision, x.confidence) for x in rest))


def _joined(paragraph: str, one: Lead, other: Lead) -> Lead:
    """The surer of two; where both are sure of different provisions, neither."""
    if one.confidence >= SURE and other.confidence >= SURE and one.provision != other.provision:
        one, other = (replace(x, confidence=TWO_WAYS, evidence="its words lead to two provisions") for x in (one, other))
    first, second = (one, other) if one.confidence > other.confidence else (other, one)
    more = {p: (p, c) for p, c in (*second.candidates, *first.others) if p != first.provision}
    return replace(first, paragraph=paragraph, others=tuple(sorted(more.values(), key=lambda x: -x[1])))


def _unsure(lead: Lead) -> Lead:
    """What stands beside a paragraph is not sure to be about the same; where the officer leads the paragraph, it follows."""
    if lead.confidence == BY_HAND:
        return lead
    return replace(lead, confidence=min(lead.confidence, TWO_WAYS), evidence=f"beside a paragraph: {lead.evidence}")


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
