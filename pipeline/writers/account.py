"""The counts and lists that both outputs, and report.json, must tell alike (law 5)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.config import Config
from pipeline.model import Draft, Merged, Notice, Proposal, Provision, Submission
from pipeline.register import load_register

REMARKS = ("comment", "general comment")  # types that change no text and count as comments
NOT_REPRODUCED = ("superseded", "withdrawn", "quarantined")  # their texts are located and counted, not circulated
UNREAD = ("unreadable", "quarantined")


@dataclass(frozen=True)
class Facts:
    """What every sheet and annex draws on; `people` are the contributors in the meeting's order."""

    draft: Draft
    submissions: Sequence[Submission]
    merged: Merged
    people: tuple[str, ...]
    say: Mapping[str, str]


@dataclass(frozen=True)
class Tally:
    proposals: int
    comments: int
    unplaced: int
    held: int


def tally(submissions: Sequence[Submission], merged: Merged) -> dict[str, Tally]:
    """File -> its counts. `unplaced` and `held` come from the ledger, so that they agree with law 3."""
    remarks = Counter(p.submission for p in merged.proposals if p.type in REMARKS)
    everything = Counter(p.submission for p in merged.proposals)
    return {
        s.file: Tally(everything[s.file] - remarks[s.file], remarks[s.file], _ended(s, "unplaced"), _ended(s, "held"))
        for s in submissions
    }


def _ended(submission: Submission, state: str) -> int:
    return sum(entry.count for entry in submission.ledger if entry.state == state)


def provisions_by_id(draft: Draft) -> dict[str, Provision]:
    return {provision.id: provision for provision in draft.provisions}


def meeting_order(config: Config, submissions: Iterable[Submission], merged: Merged) -> tuple[str, ...]:
    """Every contributor that sent or proposed something, in the meeting's order; unknown names last, by alphabet."""
    present = {name for s in submissions for name in s.contributors}
    present |= {name for p in merged.proposals for name in p.contributors}
    order = {c.name: number for number, c in enumerate(load_register(config.contributors).contributors)}
    return tuple(sorted(present, key=lambda name: (order.get(name, len(order)), name)))


def in_order(
    draft: Draft, submissions: Iterable[Submission], merged: Merged, people: Sequence[str]
) -> tuple[list[Submission], Merged]:
    """Submissions by contributor, proposals by provision, contributor and date, whatever the order of the files."""
    rank = {name: number for number, name in enumerate(people)}
    place = {provision.id: number for number, provision in enumerate(draft.provisions)}

    def ranks(names: Iterable[str]) -> list[int]:
        return [rank[name] for name in names] or [len(rank)]

    received = sorted(submissions, key=lambda s: (ranks(s.contributors), s.received or "", s.file))
    date = {s.file: s.received or "" for s in received}

    def proposal_key(p: Proposal) -> tuple[object, ...]:
        return (place.get(p.provision, len(place)), ranks(p.contributors), date.get(p.submission, ""), p.id)

    return received, replace(merged, proposals=tuple(sorted(merged.proposals, key=proposal_key)))


def all_notices(submissions: Iterable[Submission], merged: Merged) -> list[Notice]:
    """Each notice once, whether a submission or the merge gave it."""
    return list(dict.fromkeys([*merged.notices, *(notice for s in submissions for notice in s.notices)]))


def texts(submission: Submission, say: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """(place, words) of a file that is no version of the draft; of a withdrawn or replaced one only the count."""
    if submission.prose and submission.status in NOT_REPRODUCED:
        told = say["not reproduced"].format(count=len(submission.prose), status=submission.status)
        return (("", told),)
    return submission.prose
