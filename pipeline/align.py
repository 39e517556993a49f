"""Stage: every edit and comment of every submission tied to the provision that it concerns, as proposals with sticky ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .merging.ids import Ids
from .merging.proposals import ProposalMaker, equal_ones
from .merging.voices import Ground
from .model import LIVE, Draft, Proposal, Submission


def align(
    draft: Draft, submissions: Sequence[Submission], order: Sequence[str], codes: Mapping[str, str], known_ids: dict[str, str]
) -> tuple[Proposal, ...]:
    """The proposals in the order of the draft, then of the meeting, then of the text.

    order: contributors in the meeting's order; codes: their codes; known_ids: what earlier runs gave, extended in place.
    """
    ground = Ground(draft, tuple(order))
    maker = ProposalMaker(ground, Ids(codes, known_ids))
    proposals = [p for s in in_meeting_order(submissions, order) for p in maker.of(s)]
    index = {p.id: i for i, p in enumerate(draft.provisions)}
    return tuple(equal_ones(sorted(proposals, key=lambda p: index.get(p.provision, len(index)))))


def in_meeting_order(submissions: Sequence[Submission], order: Sequence[str]) -> list[Submission]:
    """Live submissions by their first contributor's place in the meeting, then date, then file name."""
    rank = {name: i for i, name in enumerate(order)}
    live = [s for s in submissions if s.contributors and s.status in LIVE]
    return sorted(live, key=lambda s: (rank.get(s.contributors[0], len(rank)), s.received or "", s.file))
