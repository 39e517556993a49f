"""report.json: the machine-readable account of a run (design.md section 6)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .model import Conflict, Draft, Merged, Notice, Placement, Proposal, Submission
from .publish import Edition
from .register import Register
from .settled import is_late
from .writers.account import Tally, kind_of, placement_of, tally


def account(edition: Edition, register: Register) -> dict[str, Any]:
    """Everything but the laws, which the audit adds."""
    counts = tally(edition.submissions, edition.merged)
    return {
        "draft": {"file": edition.config.draft, "sha256": edition.draft.sha256},
        "meeting_order": list(edition.order),
        "submissions": [_submission(s, counts[s.file]) | _standing(s, edition, register) for s in edition.submissions],
        "proposals": [_proposal(p, edition.draft) for p in edition.merged.proposals],
        "conflicts": [_conflict(c) for c in edition.merged.conflicts],
        "notices": [_notice(x) for x in notices(edition.submissions, edition.merged)],
        "ledger": [
            {"file": s.file, "kind": e.kind, "place": e.place, "state": e.state, "count": e.count} | ({"trace": e.trace} if e.trace else {})
            for s in edition.submissions
            for e in s.ledger
        ],
    }


def notices(submissions: Sequence[Submission], merged: Merged) -> list[Notice]:
    return [x for s in submissions for x in s.notices] + list(merged.notices)


def _submission(s: Submission, counts: Tally) -> dict[str, Any]:
    return {
        "file": s.file, "sha256": s.sha256, "contributors": list(s.contributors), "symbol": s.symbol, "received": s.received,
        "language": s.language, "form": s.told_form, "status": s.status, "reason": s.reason, "proposals": counts.proposals,
        "comments": counts.comments, "unplaced": counts.unplaced, "held": counts.held,
        **({"draft_span": list(s.draft_span)} if s.draft_span else {}), **({"made_on": s.base} if s.base else {}),
        **({"made_as": s.made_as, "read_as": s.form} if s.made_as else {}),
    }  # fmt: skip


def _standing(s: Submission, edition: Edition, register: Register) -> dict[str, Any]:
    """In which capacity each contributor speaks, in their order, and whether the file came after the deadline."""
    return {"capacity": register.capacities(s.contributors), "late": is_late(s.received, edition.config)}


def _proposal(p: Proposal, draft: Draft) -> dict[str, Any]:
    found = placement_of(p)
    return {
        "id": p.id, "contributors": list(p.contributors), "submission": p.submission, "source": p.source,
        "provision": {"id": p.provision, "label": p.label, "section": p.section}, "type": p.type, "placed_by": p.placed_by,
        "confidence": p.confidence, "conflict": p.conflict or None, "equal_to": list(p.equal_to), "flags": list(p.flags),
        "kind": kind_of(p), "evidence": found.evidence if found is not None else "",
        "candidates": _candidates(found, draft),
    }  # fmt: skip


def _candidates(found: Placement | None, draft: Draft) -> list[list[Any]]:
    """[label, confidence] of the provisions at which it might stand."""
    if found is None or not found.candidates:
        return []
    labels = {x.id: x.label for x in draft.provisions}
    return [[labels.get(ident, ident), share] for ident, share in found.candidates]


def _conflict(c: Conflict) -> dict[str, Any]:
    return {
        "id": c.id, "provision": c.provision, "kind": c.kind, "alternatives": c.alternatives, "proposals": list(c.proposals),
    }  # fmt: skip


def _notice(x: Notice) -> dict[str, Any]:
    return {"kind": x.kind, "file": x.file, "place": x.place, "message": x.message}
