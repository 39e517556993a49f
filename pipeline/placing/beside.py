"""What was asked for on another text, as comments at the provisions of the draft, never as marks on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..model import Comment, CommentKind, Draft, Notice, Placement, Proposal, Submission
from .crosswalk import Guide, Lead
from .hints import CANDIDATES
from .keys import key_of_words, unlike
from .places import SURE


@dataclass(frozen=True)
class Way:
    """From another text to the draft: its guide where it is a report, and the officer's choices by key.

    file: the text's own name. kind: "translation" or "report". language: "" where it is the draft's.
    """

    file: str
    kind: str
    language: str
    draft: Draft
    guide: Guide | None
    chosen: Mapping[str, str]


def carried(s: Submission, proposals: Sequence[Proposal], way: Way) -> Submission:
    """Keys are by the words, so that a choice finds them again when the file is revised."""
    keys = unlike([key_of_words("; ".join(s.contributors), way.kind, p.label, told(p, way.kind)) for p in proposals])
    comments = tuple(_comment(p, key, way) for p, key in zip(proposals, keys, strict=True))
    notices = [
        Notice("unplaced", s.file, c.source, f"Not placed on the draft: {c.placement.evidence}. See the candidates in placements.xlsx.")
        for c in comments
        if c.kind == "unplaced" and c.placement is not None
    ]
    translated = way.kind == "translation"
    return replace(
        s, status="other-language" if translated else "comments-only", base=way.file, edits=(), comments=comments,
        ledger=tuple(replace(e, state="comment") if e.state == "merged" else e for e in s.ledger), notices=(*s.notices, *notices),
    )  # fmt: skip


def _comment(p: Proposal, key: str, way: Way) -> Comment:
    by_id = {q.id: q for q in way.draft.provisions}
    ident, placement = _placed(p, key, way)
    to = by_id.get(ident) if placement.confidence >= SURE else None
    text, language = told(p, way.kind), way.language
    if to is None:
        kind: CommentKind = "general" if placement.by == "by hand" else "unplaced"
        return Comment("body", 0, 0, text, p.source, "", kind, placement, language)
    return Comment(to.story, to.start, to.end, text, p.source, p.comment.date if p.comment else "", "comment", placement, language)


def _placed(p: Proposal, key: str, way: Way) -> tuple[str, Placement]:
    """Where a proposal on another text belongs in the draft: by hand, by the crosswalk and its own words, by its number."""
    if key in way.chosen:
        return way.chosen[key], Placement("by hand", 1.0, "placed by the officer", key=key)
    if way.guide is None:
        return p.provision, Placement("marked", 1.0, "the same provision of the draft in the other language", key=key)
    lead = _lead(p, way.guide)
    sure = lead.confidence >= SURE
    evidence = f"on the report at {p.label}, " + ("which leads nowhere" if not lead.provision else _led(lead, sure))
    candidates = () if sure else tuple((i, round(c, 2)) for i, c in lead.candidates[:CANDIDATES])
    return lead.provision, Placement("marked", round(lead.confidence, 2), evidence, candidates, key)


def _led(lead: Lead, sure: bool) -> str:
    return f"which leads here: {lead.evidence}" if sure else f"which leads nowhere for sure: {lead.evidence}"


def _lead(p: Proposal, guide: Guide) -> Lead:
    """A comment is about the paragraph where it stands; a new paragraph stands for itself."""
    if p.comment is not None:
        return guide.lead(p.provision, p.draft_text)
    added = " ".join(words for sign, words in p.change if sign == "+")
    return guide.lead(p.provision, p.proposed_text, added, own=p.type == "insert" and p.label.startswith(("after ", "before ")))


def told(p: Proposal, kind: str) -> str:
    """What was asked for on the other text, in its own words."""
    words = p.comment.text if p.comment else p.proposed_text.strip() or f"({p.type}) {p.draft_text.strip()}"
    if kind == "report":
        head = f"On the Rapporteur’s report, {p.label}: "
        return head + (words if p.comment or p.type != "delete" else f"delete “{p.draft_text.strip()}”")
    asked = words if p.comment or p.type != "delete" else f"({p.type})"
    draft = f"\n({p.draft_text.strip()})" if p.edits and p.draft_text.strip() else ""
    return asked + draft
