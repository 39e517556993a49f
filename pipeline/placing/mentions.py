"""The places that a remark names: at its head, in its text before what it quotes, in a reference carried to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..citations import Citation, parse
from ..letters.sentences import quotations
from ..remarks import Remark

BESIDE = 12  # characters after a reference in which its rest may stand: "section IV.G, itens 1 e 3"
HEAD = re.compile(r"([^:“«\"\n]{1,70}?)\s*(?::|\s[–—-]\s)")
ASIDE = re.compile(r"\s*\([^()]{4,}\)")
MARKER = re.compile(r"^(?:[-•*–]\s+|\d{1,2}\.\s+(?=[A-ZÁÉÍÓÚ]))")


@dataclass(frozen=True)
class Mention:
    """The places that some words name, and what of these words is none of them."""

    citations: list[Citation]
    rest: str


def rest_of(words: str, citations: Sequence[Citation]) -> str:
    return "".join(" " if any(c.start <= k < c.end for c in citations) else x for k, x in enumerate(words))


def mentions(remark: Remark) -> list[Mention]:
    """The places that a remark names: at its head, in its text before what it quotes, in a reference carried to it."""
    out: list[Mention] = []
    text = without_lead(remark.text)
    if head := HEAD.match(text):
        out.append(named_in(ASIDE.sub("", head[1])))
    quoted = quotations(text)
    lead = [c for c in parse(text) if is_place(c) and not any(a <= c.start < b for a, b in quoted)]
    first = next((a for a, b in quoted if not any(c.quote and a < c.end and c.start < b for c in lead)), len(text))
    before = [c for c in lead if c.start < first] or lead[:1]
    until = max((c.end for c in before), default=0)
    out.append(Mention([c for c in before if c.relation == "at"] or before, rest_of(text, parse(text))[: until + BESIDE]))
    if remark.reference.strip() and (remark.reference not in remark.text or not any(r.citations for r in out)):
        out.append(named_in(remark.reference))
    return [reference for reference in out if reference.citations]


def named_in(words: str) -> Mention:
    found = parse(words)
    return Mention([c for c in found if is_place(c)], rest_of(words, found))


def without_lead(text: str) -> str:
    """The last line that is no title put before the point, without bullet or number of a list."""
    lines = [line for line in text.split("\n") if line.strip()]
    body = " ".join(lines[1:]) if len(lines) > 1 and len(lines[0].split()) < 6 and not any(c.isdigit() for c in lines[0]) else text
    return MARKER.sub("", body.strip())


def is_place(citation: Citation) -> bool:
    return citation.relation not in ("throughout", "old", "to")


def plain(text: str) -> str:
    """Words alone, for comparing quotations: quotation marks, case and spaces left out."""
    return " ".join(re.findall(r"\w+", text.lower()))
