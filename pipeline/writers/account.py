"""The counts and lists that both outputs, and report.json, must tell alike (law 5)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from pipeline.config import Config
from pipeline.model import Comment, Conflict, Decision, Draft, Merged, Notice, Placement, Proposal, Provision, Submission
from pipeline.register import load_register, names_in
from pipeline.settled import is_late
from pipeline.writers.phrases import headed, phrases, shown_as

REMARKS = ("comment", "general comment", "support", "reservation", "withdrawal")  # types that change no text
NOT_REPRODUCED = ("superseded", "withdrawn", "quarantined")  # their texts are located and counted, not circulated
UNREAD = ("unreadable", "quarantined")
OF_STATES = frozenset(("state", "group"))
CAPACITIES = ("state", "group", "observer", "organ", "organisation", "civil society")
SUPERSEDED = ("superseded", "withdrawn")
ON_REPORT = "On the Rapporteur’s report"  # how a mark made on the report begins where it stands beside the draft
BY_ITSELF = ("marked", "compared")  # placed by where the mark stands: there is no evidence to weigh


@dataclass(frozen=True)
class Facts:
    """What every sheet and annex draws on; `people` are the contributors in the meeting's order.

    capacity: contributor -> state, group, organ, organisation, civil society. spoken: any name of a contributor -> its own.
    language: of the document. shown: a contributor -> its name in that language, where that is another. codes: name -> code.
    missing: member states that take part in the meeting and sent nothing; states: all that do. late: files received after
    the deadline.
    """

    draft: Draft
    submissions: Sequence[Submission]
    merged: Merged
    people: tuple[str, ...]
    say: Mapping[str, str]
    capacity: Mapping[str, str] = field(default_factory=dict)
    spoken: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"
    shown: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    late: frozenset[str] = frozenset()
    decisions: Mapping[str, Decision] = field(default_factory=dict)

    @cached_property
    def capacities(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """Contributors -> their capacities, of those that were asked for."""
        return {}


@dataclass(frozen=True)
class Tally:
    proposals: int
    comments: int
    unplaced: int
    held: int


def facts_of(draft: Draft, submissions: Iterable[Submission], merged: Merged, config: Config) -> Facts:
    """Everything in the order in which it is told, whatever the order of the files."""
    submissions = tuple(submissions)
    people = meeting_order(config, submissions, merged)
    received, ordered = in_order(draft, submissions, merged, people)
    register = load_register(config.contributors)
    kinds = {c.name: c.kind for c in register.contributors}
    codes = {c.name: c.code for c in register.contributors}
    answered = {name for s in received for name in s.contributors}
    return Facts(
        draft, received, ordered, people, phrases(config.language), kinds, register.spoken_names(), config.language,
        names_in(config.language), codes, tuple(c.name for c in register.states if c.name not in answered),
        tuple(c.name for c in register.states), frozenset(s.file for s in received if is_late(s.received, config)),
        merged.decisions,
    )  # fmt: skip


def tally(submissions: Sequence[Submission], merged: Merged) -> dict[str, Tally]:
    """File -> its counts. `unplaced` and `held` come from the ledger, so that they agree with law 3."""
    proposed = Counter(p.submission for p in merged.proposals if kind_of(p) == "proposals")
    everything = Counter(p.submission for p in merged.proposals)
    return {
        s.file: Tally(proposed[s.file], everything[s.file] - proposed[s.file], _ended(s, "unplaced"), _ended(s, "held"))
        for s in submissions
    }


def _ended(submission: Submission, state: str) -> int:
    return sum(entry.count for entry in submission.ledger if entry.state == state)


# ---- what a proposal is, for the purpose of listing and counting it


def kind_of(p: Proposal) -> str:
    """The one column of the counts in which it stands."""
    if on_report(p):
        return "on the report"
    if is_unplaced(p):
        return "unplaced"
    if p.type == "support":
        return "support"
    return "comments" if p.type in REMARKS else "proposals"


def on_report(p: Proposal) -> bool:
    """A correction of the Rapporteur's report, or a mark made on it: no proposal on the draft."""
    c = p.comment
    return c is not None and (c.kind in ("report correction", "report mark") or c.text.startswith(ON_REPORT))


def is_unplaced(p: Proposal) -> bool:
    return p.comment is not None and p.comment.kind == "unplaced"


def is_general(p: Proposal) -> bool:
    return p.type == "general comment"


def where_told(p: Proposal, facts: Facts) -> str:
    """The label of the provision; that it speaks of the draft as a whole, or that no place was found."""
    return p.label or facts.say["whole draft" if is_general(p) else "not placed"]


def placement_of(p: Proposal) -> Placement | None:
    if p.comment is not None and p.comment.placement is not None:
        return p.comment.placement
    for edit in p.edits:  # asked of every proposal by every output: without a generator in a third of the time (measured)
        if edit.placement is not None:
            return edit.placement
    return None


def evidence(p: Proposal) -> str:
    found = placement_of(p)
    return found.evidence if found is not None else ""


def candidates(p: Proposal, facts: Facts) -> tuple[str, ...]:
    """The provisions at which it might stand, the best first: "II.A.3(b) (0.42)"."""
    labels = {provision.id: provision.label for provision in facts.draft.provisions}
    found = placement_of(p)
    pairs = found.candidates if found is not None else ()
    return tuple(facts.say["share"].format(label=labels.get(ident, ident), share=share) for ident, share in pairs[:3])


def capacities(names: Sequence[str], facts: Facts) -> tuple[str, ...]:
    """The capacities of these contributors, each once; none for a file of nobody's."""
    known, key = facts.capacities, tuple(names)
    if key not in known:
        own = {facts.capacity.get(name, "state") for name in key}
        known[key] = tuple(kind for kind in CAPACITIES if kind in own)
    return known[key]


def capacity_told(names: Sequence[str], facts: Facts) -> str:
    return "; ".join([facts.say[f"capacity {kind}"] for kind in capacities(names, facts)]) or facts.say["capacity nobody"]


def of_bodies(names: Sequence[str], facts: Facts) -> bool:
    """Whether none but organs, organisations and civil society speak."""
    own = capacities(names, facts)
    return bool(own) and OF_STATES.isdisjoint(own)


def named(names: Sequence[str], facts: Facts) -> str:
    """The names, with the capacity of those that are neither states nor groups."""
    if not names:
        return facts.say["unassigned"]
    return "; ".join(_named(name, facts) for name in names)


def _named(name: str, facts: Facts) -> str:
    shown = facts.shown.get(name, name)
    if not of_bodies((name,), facts):
        return shown
    return facts.say["with capacity"].format(name=shown, capacity=capacity_told((name,), facts))


KINDS = ("proposals", "comments", "support", "on the report", "unplaced")


def counts(facts: Facts) -> list[tuple[str, tuple[int, ...]]]:
    """Capacity -> contributors, files, and what came of each kind; then the total."""
    found = Counter((p.contributors, kind_of(p)) for p in facts.merged.proposals)
    rows = [(facts.say[f"capacity {kind}"], _counted(facts, found, kind)) for kind in CAPACITIES]
    nobody = sum(not s.contributors for s in facts.submissions)
    rows += [(facts.say["capacity nobody"], (0, nobody, *[0] * len(KINDS)))]
    return [row for row in rows if any(row[1])] + [(facts.say["total"], _counted(facts, found, ""))]


def _counted(facts: Facts, proposals: Counter[tuple[tuple[str, ...], str]], kind: str) -> tuple[int, ...]:
    def counts_here(names: Sequence[str]) -> bool:
        return not kind or kind in capacities(names, facts)

    people = [who for who in facts.people if counts_here((who,))]
    files = sum(counts_here(s.contributors) for s in facts.submissions)
    found: Counter[str] = Counter()
    for (names, what), count in proposals.items():
        if counts_here(names):
            found[what] += count
    return len(people), files, *(found[name] for name in KINDS)


# ---- support


def supported(p: Proposal, facts: Facts) -> tuple[str, ...]:
    """Whose proposal is supported: the contributors by their own names, others as the delegation named them."""
    from pipeline.placing.keys import keys_of  # for supports alone

    found = placement_of(p)
    remarks = [r for s in facts.submissions if s.file == p.submission for r in s.remarks]
    keyed = zip(remarks, keys_of(p.contributors, remarks), strict=True)
    about = (r.about for r, key in keyed if r.kind == "support" and found is not None and key == found.key)
    return tuple(facts.spoken.get(name, name) for name in next(about, ()))


def supported_there(p: Proposal, facts: Facts) -> tuple[str, ...]:
    """The proposals of those contributors at the same provision."""
    about = set(supported(p, facts))
    return tuple(q.id for q in facts.merged.proposals if q.provision == p.provision and q.edits and about & set(q.contributors))


# ---- languages


def words_of(comment: Comment | None, facts: Facts) -> str:
    """The words as received, with the head of another language, and the Secretariat's translation below."""
    if comment is None:
        return ""
    told = headed(comment.text, comment.language, facts.language, bool(comment.translation), facts.say)
    return f"{told}\n{facts.say['secretariat translation']}{comment.translation}" if comment.translation else told


def is_foreign(comment: Comment | None, language: str) -> bool:
    return comment is not None and comment.language not in ("", language)


def language_of(p: Proposal, source: Submission | None) -> str:
    own = p.comment.language if p.comment is not None else ""
    return own or (source.language if source else "")


def translation_told(p: Proposal, facts: Facts) -> str:
    """The translation, or that it is awaited; nothing where the words are in the document's language."""
    if p.comment is None or not is_foreign(p.comment, facts.language):
        return ""
    language = facts.say.get(f"language {p.comment.language}", p.comment.language)
    return p.comment.translation or facts.say["translation pending"].format(language=language)


# ---- order


def provisions_by_id(draft: Draft) -> dict[str, Provision]:
    return {provision.id: provision for provision in draft.provisions}


def is_in_text(story: str, draft: Draft) -> bool:
    """Whether bookmarks lead to what stands in this story: not in headers and footers, nor in a note that nothing refers to."""
    here = draft.stories.get(story)
    while here is not None and here.parent:
        here = draft.stories[here.parent]
    return here is None or here.kind == "body"


def has_mark(p: Proposal, draft: Draft) -> bool:
    """Whether the proposal has a place in the text that can be led to."""
    place = p.edits[0] if p.edits else p.comment
    return bool(p.provision) and (place is None or not place.story or is_in_text(place.story, draft))


def contested(conflict: Conflict, proposals: Mapping[str, Proposal], drafts: Mapping[str, Provision]) -> str:
    """The draft's wording that the alternatives change: of each provision that one of them asks to change, in the draft's order."""
    touched = {conflict.provision, *(p.provision for i in conflict.proposals if (p := proposals.get(i)) is not None and p.edits)}
    if len(touched) == 1:
        return "".join(drafts[ident].text for ident in touched if ident in drafts)
    return "\n".join(provision.text for ident, provision in drafts.items() if ident in touched)


def meeting_order(config: Config, submissions: Iterable[Submission], merged: Merged) -> tuple[str, ...]:
    """Every contributor that sent or proposed something, in the meeting's order; unknown names last, by alphabet."""
    present = {name for s in submissions for name in s.contributors}
    present |= {name for p in merged.proposals for name in p.contributors}
    order = {c.name: number for number, c in enumerate(load_register(config.contributors).contributors)}
    return tuple(sorted(present, key=lambda name: (order.get(name, len(order)), name)))


def across(facts: Facts) -> tuple[str, ...]:
    """Every member state that takes part and every other contributor, in the meeting's order."""
    known = {*facts.people, *facts.missing}
    return (*(name for name in facts.codes if name in known), *(name for name in facts.people if name not in facts.codes))


def in_order(
    draft: Draft, submissions: Iterable[Submission], merged: Merged, people: Sequence[str]
) -> tuple[list[Submission], Merged]:
    """Submissions by contributor, proposals by provision, contributor and date, whatever the order of the files."""
    rank = {name: number for number, name in enumerate(people)}
    place = {provision.id: number for number, provision in enumerate(draft.provisions)}

    @cache
    def ranks(names: tuple[str, ...]) -> list[int]:
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
        counted = say["not reproduced"].format(count=len(submission.prose), status=shown_as("status", submission.status, say))
        return (("", counted),)
    return submission.prose


def superseded_parts(facts: Facts) -> list[tuple[Submission, str, str, str]]:
    """(submission, place, what, words) of what was replaced or taken back: whole files, parts of files, and who said so."""
    rows: list[tuple[Submission, str, str, str]] = []
    for s in facts.submissions:
        if s.status in SUPERSEDED:
            rows.append((s, facts.say["file superseded"], shown_as("status", s.status, facts.say), s.reason or ""))
            continue
        for state in SUPERSEDED:
            places = list(dict.fromkeys(e.place for e in s.ledger if e.state == state))
            if places:
                gone = facts.say["parts"].format(count=_ended(s, state), state=shown_as("status", state, facts.say))
                rows.append((s, "; ".join(places), gone, ""))
    by_file = {s.file: s for s in facts.submissions}
    said = (p for p in facts.merged.proposals if p.type == "withdrawal" and p.submission in by_file)
    kind = shown_as("type", "withdrawal", facts.say)
    return rows + [(by_file[p.submission], p.source, f"{p.id}: {kind}, {p.label}", words_of(p.comment, facts)) for p in said]
