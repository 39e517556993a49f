"""Which provision of the draft a paragraph on the same subject means, by rare terms that both have.

Likeness by itself places nothing sure. It counts as sure where the two share at least two rare terms that do not merely
go together, where these make up enough of the provision, and where no other provision comes near.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ..model import Provision
from .mentions import plain
from .terms import terms_of

RARE, RARELY = 4, 0.05  # provisions, headings among them, in which a rare term stands at most, and the share of a short draft's
ABOVE = 0.5  # what a term in the headings or the chapeau above a provision counts, beside one of its own
ASKED = 2.0  # what a word that a delegation adds counts more than one of the paragraph around it
FEWEST = 2  # rare terms in common
COVERED = 0.3  # share of the provision's own weight that they must make up
AHEAD = 1.5  # times the likeness of the next provision
SURE, LIKELY = 0.85, 0.6
MOST = 4  # provisions that are ranked
LANDING = ("paragraph",)  # headings, cells, notes and margins only name a subject


@dataclass(frozen=True, slots=True)
class Like:
    """A provision, how surely it is meant, and the terms in common."""

    provision: str
    confidence: float
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """A provision as terms. above: those of its headings and chapeaux. sections: the labels of its headings."""

    id: str
    own: frozenset[str]
    above: frozenset[str]
    sections: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Query:
    """weights: what each term of a text counts, beside the headings that it names in full. asked: the rare ones that a delegation adds."""

    weights: Mapping[str, float]
    asked: frozenset[str]
    named: frozenset[str]


@dataclass
class Likeness:
    """Of a draft, in one language. common: term -> in how many paragraphs of the report it stands."""

    draft: Sequence[Provision]
    common: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        own = {p.id: terms_of(p.text) for p in self.draft if p.kind in (*LANDING, "heading")}
        self.spread = Counter(t for terms in own.values() for t in set(terms))
        self.weight = {t: math.log(1 + len(own) / n) for t, n in self.spread.items()}
        self.rare = max(1, min(RARE, round(RARELY * len(own))))
        self.together = _always_together(own.values(), self.spread)
        names = [(p.label, plain(p.text)) for p in self.draft if p.kind == "heading" and len(own[p.id]) >= FEWEST]
        self.headings = sorted(names, key=lambda n: (-len(n[1]), n[0]))
        by_label = {p.label: frozenset(own[p.id]) for p in self.draft if p.id in own}
        landing = [p for p in self.draft if p.kind in LANDING and p.section and own[p.id]]
        self.texts = [_text(p, terms_of(self._without_named(p.text)[1]), by_label) for p in landing]

    def ranked(self, text: str, asked: str = "") -> tuple[Like, ...]:
        """Provisions on the subject of the text, the likeliest first. asked: the words of it that a delegation adds."""
        named, rest = self._without_named(text)
        texts = [d for d in self.texts if not named or named & d.sections]
        query = self._query(rest, asked, named, texts)
        if any(query.asked & d.own for d in texts):  # where its own words stand, rather than those around them
            texts = [d for d in texts if query.asked & d.own]
        scored = sorted(((self._score(query, d), k) for k, d in enumerate(texts)), key=lambda s: (-s[0], s[1]))
        found = [(score, texts[k]) for score, k in scored[:MOST] if score > 0]
        return tuple(self._like(query, found, k) for k in range(len(found)))

    def _query(self, rest: str, asked: str, named: frozenset[str], texts: Sequence[_Text]) -> _Query:
        """Inside a section that is named, what all its provisions say tells none of them."""
        added = {t for t in terms_of(asked) if t in self.weight}
        weights = {t: self._rarity(t) * (ASKED if t in added else 1) for t in {*terms_of(rest), *added} if t in self.weight}
        if named and len(texts) > 1:
            here = Counter(t for d in texts for t in d.own)
            weights = {t: w * math.log(len(texts) / max(1, here[t])) / math.log(len(texts)) for t, w in weights.items()}
        return _Query(weights, frozenset(t for t in added if self.spread[t] <= self.rare), named)

    def _without_named(self, text: str) -> tuple[frozenset[str], str]:
        """The headings of several words that stand in a text, longest first, and the text without them."""
        found, rest = set(), plain(text)
        for label, words in self.headings:
            if re.search(rf"\b{words}\b", rest):
                found.add(label)
                rest = re.sub(rf"\b{words}\b", " ", rest, count=1)
        return frozenset(found), rest

    def _rarity(self, term: str) -> float:
        """What the report says throughout tells none of its paragraphs from the others."""
        return self.weight[term] / (1 + math.log(max(1, self.common.get(term, 1))))

    def _score(self, query: _Query, d: _Text) -> float:
        """Of the cosine of both, what depends on the provision."""
        near = self._weighed(query.weights, d.own)
        size = math.sqrt(math.fsum(self.weight[t] ** 2 for t in sorted(d.own)))
        return (near + ABOVE * self._weighed(query.weights, d.above)) / size if near else 0.0

    def _weighed(self, weights: Mapping[str, float], terms: frozenset[str]) -> float:
        return math.fsum(weights[t] * self.weight[t] for t in sorted(weights.keys() & terms))

    def _like(self, query: _Query, found: Sequence[tuple[float, _Text]], k: int) -> Like:
        score, d = found[k]
        shared = tuple(sorted(query.weights.keys() & (d.own | d.above), key=lambda t: (-query.weights[t], t)))
        after = found[k + 1][0] if k + 1 < len(found) else 0.0
        size = math.sqrt(math.fsum(w * w for w in query.weights.values()))
        sure = k == 0 and score >= AHEAD * after and self._is_meant(query, d)
        return Like(d.id, SURE if sure else round(min(LIKELY, score / size), 2), shared)

    def _is_meant(self, query: _Query, d: _Text) -> bool:
        """Two rare terms in common, one of them its own; of those that never stand without each other ("civil society") one counts."""
        own, above = (
            {self.together.get(t, t) for t in query.weights.keys() & ts if self.spread[t] <= self.rare} for ts in (d.own, d.above)
        )
        concepts = len(own | above) + (len(query.named) == 1)
        return bool(own) and concepts >= FEWEST and len(query.named) <= 1 and self._covered(query, d) >= COVERED

    def _covered(self, query: _Query, d: _Text) -> float:
        whole = math.fsum(self.weight[t] for t in sorted(d.own)) or 1.0
        own, above = (math.fsum(self.weight[t] for t in sorted(query.weights.keys() & terms)) for terms in (d.own, d.above))
        return (own + ABOVE * above) / whole


def _text(p: Provision, own: Sequence[str], by_label: Mapping[str, frozenset[str]]) -> _Text:
    labels = frozenset((*_parents(p.label), *_parents(p.section), p.section))
    above = frozenset(t for x in labels for t in by_label.get(x, ()))
    return _Text(p.id, frozenset(own), above, labels)


def _parents(label: str) -> list[str]:
    """The labels above "II.B.3(c)(i)": "II.B.3(c)", "II.B.3", "II.B", "II"."""
    out = [label[:k] for k, c in enumerate(label) if c in ".(," and k]
    return list(dict.fromkeys(out))


def _always_together(texts: Iterable[Sequence[str]], spread: Mapping[str, int]) -> dict[str, str]:
    """Term -> the first of those with which it stands side by side wherever one of them stands."""
    pairs: dict[tuple[str, str], int] = defaultdict(int)
    for terms in texts:
        for pair in {(a, b) for a, b in pairwise(terms) if a != b}:
            pairs[pair] += 1
    out: dict[str, str] = {}
    for (a, b), n in sorted(pairs.items()):
        if n == spread[a] == spread[b]:
            out[b] = out.get(a, a)
    return out
