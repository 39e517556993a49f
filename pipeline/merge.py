"""Stage: all submissions united over the draft. Pure: values in, values out; nothing is drawn (design.md section 4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from .merging.alternatives import Rewritten, Room, choose, room_of
from .merging.conflicts import Clash, clashes, container_clashes
from .merging.union import settle_moves, unite
from .merging.voices import Ground, Voice, voices
from .model import NOTHING_LEFT, Conflict, Deletion, Draft, Edit, Merged, Proposal, Submission, Union, readable

Asked = list[tuple[Voice, list[Edit]]]


@dataclass
class _Work:
    """What the merge of one set of submissions has found so far."""

    ground: Ground
    by_story: dict[str, Asked]
    unions: dict[str, Union]
    clashes: list[Clash]
    rewritten: list[tuple[str, Rewritten]]
    room: Room


@dataclass(frozen=True)
class United:
    """The unions by story, the conflicts that have no number yet, and the paragraphs shown as alternatives."""

    unions: dict[str, Union]
    clashes: tuple[Clash, ...]
    rewritten: tuple[Rewritten, ...]


def merge(
    draft: Draft,
    submissions: Sequence[Submission],
    proposals: Sequence[Proposal],
    order: Sequence[str],
    whole_paragraphs: frozenset[str] = frozenset(),
    united: Callable[[], United] | None = None,
) -> Merged:
    """Unite the edits of all live submissions.

    proposals: what align made of the submissions. order: contributors in the meeting's order.
    whole_paragraphs: files whose changes are shown as whole paragraphs, the fall-back of design.md section 3.
    united: gives what ``unite_all`` made of the same, where it was begun before the proposals were there.
    """
    found = united() if united is not None else unite_all(draft, submissions, order, whole_paragraphs)
    conflicts, named = _named(found, list(proposals), Ground(draft, tuple(order)))
    return Merged(found.unions, tuple(named), tuple(conflicts))


def unite_all(
    draft: Draft, submissions: Sequence[Submission], order: Sequence[str], whole_paragraphs: frozenset[str] = frozenset()
) -> United:
    """All that the merge finds before the proposals are named."""
    ground = Ground(draft, tuple(order))
    by_story = _by_story(voices(submissions, ground))
    room = room_of((one for asked in by_story.values() for one in asked), ground)
    work = _Work(ground, by_story, {}, [], [], room)
    for story, asked in work.by_story.items():
        _unite_story(work, story, asked, whole_paragraphs)
    work.clashes += container_clashes(work.by_story, ground)
    unions = settle_moves(_with_rows_gone(work.unions, ground))
    return United(unions, tuple(work.clashes), tuple(r for _, r in work.rewritten))


def own_unions(draft: Draft, submissions: Sequence[Submission], contributor: str, order: Sequence[str]) -> dict[str, Union]:
    """What one contributor alone asks for, joint submissions included: its own view as marks."""
    ground = Ground(draft, tuple(order))
    own = [replace(s, contributors=(contributor,)) for s in submissions if contributor in s.contributors]
    unions = {story: unite(story, asked, ground, {}) for story, asked in _by_story(voices(own, ground)).items()}
    return settle_moves(_with_rows_gone(unions, ground))


def _by_story(asked: Sequence[Voice]) -> dict[str, Asked]:
    out: dict[str, Asked] = defaultdict(list)
    for number, voice in enumerate(asked):
        mine: dict[str, list[Edit]] = defaultdict(list)
        for e in voice.edits:
            mine[e.story].append(replace(e, move=f"{number}.{e.move}") if e.move else e)
        for story, edits in mine.items():
            out[story].append((voice, edits))
    return out


def _unite_story(work: _Work, story: str, asked: Asked, forced: frozenset[str]) -> None:
    kind = work.ground.draft.stories[story].kind
    found = clashes(story, asked, work.ground) if kind != "rows" else []
    rewritten: list[Rewritten] = []
    if kind in ("body", "cell", "note") and (len(asked) > 1 or forced):
        asked, rewritten = choose(asked, story, work.ground, forced, work.room)
    taken = {r.provision.id for r in rewritten if len(r.texts) > 1}
    work.clashes += [c for c in found if c.provision is None or c.provision.id not in taken]
    work.rewritten += [(story, r) for r in rewritten]
    work.unions[story] = unite(story, asked, work.ground, {r.provision.start: "Draft" for r in rewritten})


def _with_rows_gone(unions: dict[str, Union], ground: Ground) -> dict[str, Union]:
    """Who deletes a table or a row deletes all that stands in it, as Word marks it."""
    gone: dict[str, list[Deletion]] = {}
    for story in ground.draft.stories.values():  # parents come before what stands in them
        above = gone.get(story.parent, []) + list(unions.get(story.parent, Union()).deletions)
        authors = ground.ranked(a for d in above if d.start <= story.at < d.end for a in d.authors)
        if authors and story.kind in ("rows", "cell") and story.text:
            gone[story.id] = [Deletion(0, len(story.text), authors)]
    if not gone:
        return unions
    return {**unions, **{s: _with_deletion(unions.get(s, Union()), d[0], ground) for s, d in gone.items()}}


def _with_deletion(union: Union, whole: Deletion, ground: Ground) -> Union:
    """The union with more contributors who delete everything."""
    out, at = [], 0
    for d in union.deletions:
        if d.start > at:
            out.append(Deletion(at, d.start, whole.authors))
        out.append(Deletion(d.start, d.end, ground.ranked((*d.authors, *whole.authors))))
        at = d.end
    if at < whole.end:
        out.append(Deletion(at, whole.end, whole.authors))
    return replace(union, deletions=tuple(out))


def _named(united: United, proposals: list[Proposal], ground: Ground) -> tuple[list[Conflict], list[Proposal]]:
    """Conflicts with their numbers, and the proposals told of them."""
    by_edit = {(p.submission, e.story, e.start, e.end): p for p in proposals for e in p.edits}
    by_id = {p.id: p for p in proposals}
    by_place = defaultdict(list)
    for p in proposals:
        if p.edits:
            by_place[p.provision].append(p)
    position = {p.id: i for i, p in enumerate(ground.draft.provisions)}
    entries: list[tuple[int, Conflict]] = []
    for c in united.clashes:
        found = dict.fromkeys(by_edit[place].id for place in c.edits if place in by_edit)
        place = c.provision
        options = tuple(_options([by_id[i] for i in found], ground))
        _, story, start, _ = c.edits[0]
        entries.append((position.get(place.id, 0) if place else 0, Conflict(
            "", place.id if place else "", place.label if place else "", c.kind, False, tuple(found), options,
            (story, start))))  # fmt: skip
    for r in united.rewritten:
        if len(r.texts) < 2:
            continue
        members = tuple(p.id for p in by_place[r.provision.id] if p.type == "amend")
        options = tuple((who, readable(spans).strip()) for who, spans in r.texts)
        entries.append((position.get(r.provision.id, 0), Conflict(
            "", r.provision.id, r.provision.label, "rewritten by several", True, members, options,
            (r.provision.story, r.provision.start))))  # fmt: skip
    entries.sort(key=lambda e: e[0])
    conflicts = [replace(c, id=f"C-{i:02d}") for i, (_, c) in enumerate(entries, 1)]
    of: dict[str, str] = {}
    for conflict in conflicts:
        for ident in conflict.proposals:
            of.setdefault(ident, conflict.id)
    return conflicts, [replace(p, conflict=of.get(p.id, "")) if p.id in of else p for p in proposals]


def _options(proposals: list[Proposal], ground: Ground) -> list[tuple[tuple[str, ...], str]]:
    """Who asks for which text, equal texts once, in the meeting's order of who asks first."""
    texts: dict[str, set[str]] = defaultdict(set)
    for p in proposals:
        texts[p.proposed_text.strip() or NOTHING_LEFT].update(p.contributors)
    told = [(ground.ranked(who), text) for text, who in texts.items()]
    place = {name: i for i, name in enumerate(ground.order)}
    return sorted(told, key=lambda option: [place.get(who, len(place)) for who in option[0]])
