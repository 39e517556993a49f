"""Disagreement as data: which proposals cannot all be adopted, and of what kind (a closed list in model.py)."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import PARAGRAPH_MARK, ConflictKind, Edit, Provision
from .voices import Ground, Voice, edit_key, is_new

PRIORITY: tuple[ConflictKind, ...] = (
    "row deleted against edited", "move against edit", "paragraph deleted against edited", "split or join against edit",
    "same cell", "rival replacement", "rival insertion", "deletion against edit", "overlapping deletion",
)  # fmt: skip


Key = tuple[object, ...]  # what makes two edits the same proposal


@dataclass(frozen=True, slots=True)
class Wish:
    """One edit and the submission that makes it."""

    voice: Voice
    edit: Edit


@dataclass(frozen=True, slots=True)
class Clash:
    """A set of wishes that cannot all be adopted."""

    provision: Provision | None
    kind: ConflictKind
    edits: tuple[tuple[str, str, int, int], ...]  # (file, story, start, end) of each wish


def clashes(story: str, asked: Sequence[tuple[Voice, list[Edit]]], ground: Ground) -> list[Clash]:
    """The conflicts within one story, in the order of the text."""
    wishes = sorted((Wish(v, e) for v, es in asked for e in es), key=lambda w: (w.edit.start, w.edit.end))
    found: list[tuple[int, int, ConflictKind]] = []
    reach = [_reach(w.edit, ground) for w in wishes]
    keys = [edit_key(w.edit) for w in wishes]
    asked_by: dict[str, set[Key]] = defaultdict(set)
    for w, key in zip(wishes, keys, strict=True):
        asked_by[w.voice.file].add(key)
    open_ones: list[int] = []
    for k, w in enumerate(wishes):
        open_ones = [i for i in open_ones if reach[i][1] >= reach[k][0]]
        for i in open_ones:
            both_asked = keys[k] in asked_by[wishes[i].voice.file] or keys[i] in asked_by[w.voice.file]  # then both can be adopted
            kind = _kind(wishes[i], w, ground) if keys[i] != keys[k] and not both_asked else None
            if kind is not None:
                found.append((i, k, kind))
        open_ones.append(k)
    return [_clash(group, wishes, kinds, ground) for group, kinds in _components(found)]


def _reach(e: Edit, ground: Ground) -> tuple[int, int]:
    """The stretch in which another edit could clash: for splits and joins the paragraphs that they touch."""
    if not _splits_or_joins(e, ground):
        return e.start, e.end
    first, last = ground.paragraph_at(e.story, e.start), ground.paragraph_at(e.story, e.end)
    return (first.start if first else e.start), (last.end if last else e.end)


def _kind(a: Wish, b: Wish, ground: Ground) -> ConflictKind | None:
    """The kind of conflict between two wishes that are not the same, or None where both can be adopted."""
    one, other = a.edit, b.edit
    if not set(a.voice.contributors).isdisjoint(b.voice.contributors) and a.voice.file == b.voice.file:
        return None
    if is_new(one, ground) and is_new(other, ground):
        return None
    touching = _touch(one, other, ground)
    if not touching:
        parted = _splits_or_joins(one, ground) or _splits_or_joins(other, ground)
        return "split or join against edit" if parted and _same_paragraph(one, other, ground) else None
    return _touching_kind(one, other, ground)


def _touching_kind(one: Edit, other: Edit, ground: Ground) -> ConflictKind:
    if one.move or other.move:
        return "move against edit"
    if one.story.rsplit("/", 1)[-1].count("c"):
        return "same cell"
    if _whole(one, ground) != _whole(other, ground):
        return "paragraph deleted against edited"
    if _splits_or_joins(one, ground) or _splits_or_joins(other, ground):
        return "split or join against edit"
    deletes = [e.end > e.start for e in (one, other)]
    inserts = [bool(e.inserted) for e in (one, other)]
    if all(deletes) and all(inserts):
        return "rival replacement"
    if not any(deletes):
        return "rival insertion"
    return "overlapping deletion" if not any(inserts) else "deletion against edit"


def _touch(one: Edit, other: Edit, ground: Ground) -> bool:
    if one.start == one.end and other.start == other.end:
        return one.start == other.start and not is_new(one, ground) and not is_new(other, ground)
    if one.start == one.end or other.start == other.end:
        point, span = (one, other) if one.start == one.end else (other, one)
        return span.start < point.start < span.end
    return one.start < other.end and other.start < one.end


def _whole(e: Edit, ground: Ground) -> bool:
    return not e.inserted and ground.whole_paragraphs(e)


def _splits_or_joins(e: Edit, ground: Ground) -> bool:
    text = ground.draft.stories[e.story].text
    if PARAGRAPH_MARK not in text[e.start : e.end] and not any(s.kind == "paragraph" for s in e.inserted):
        return False
    return not (is_new(e, ground) or _whole(e, ground))


def _same_paragraph(one: Edit, other: Edit, ground: Ground) -> bool:
    if is_new(one, ground) or is_new(other, ground):
        return False
    a, b = _reach(one, ground), _reach(other, ground)
    return a[0] <= b[1] and b[0] <= a[1]


def _components(found: list[tuple[int, int, ConflictKind]]) -> list[tuple[list[int], set[ConflictKind]]]:
    """Wishes that hang together through conflicts, and the kinds of those."""
    parent: dict[int, int] = {}

    def root(k: int) -> int:
        while parent.setdefault(k, k) != k:
            k = parent[k]
        return k

    for i, k, _ in found:
        parent[root(k)] = root(i)
    groups: dict[int, list[int]] = defaultdict(list)
    kinds: dict[int, set[ConflictKind]] = defaultdict(set)
    for k in sorted(parent):
        groups[root(k)].append(k)
    for i, _, kind in found:
        kinds[root(i)].add(kind)
    return [(group, kinds[k]) for k, group in groups.items()]


def _clash(group: list[int], wishes: list[Wish], kinds: set[ConflictKind], ground: Ground) -> Clash:
    first = wishes[group[0]].edit
    provision = ground.paragraph_at(first.story, first.start)
    return Clash(provision, next(k for k in PRIORITY if k in kinds), tuple(_place(wishes[k]) for k in group))


def _place(w: Wish) -> tuple[str, str, int, int]:
    return w.voice.file, w.edit.story, w.edit.start, w.edit.end


def container_clashes(by_story: Mapping[str, Sequence[tuple[Voice, list[Edit]]]], ground: Ground) -> Iterator[Clash]:
    """What one takes away whole while another edits inside it: a row, a table, a text box, a note with its reference."""
    inside: dict[str, dict[int, list[Wish]]] = defaultdict(lambda: defaultdict(list))
    for story, asked in by_story.items():
        wishes = [Wish(v, e) for v, es in asked for e in es]
        for parent, at in _around(story, ground):
            inside[parent][at] += wishes
    for parent, asked in by_story.items():
        held = inside.get(parent, {})
        taken = _taken(asked, sorted(held))
        by_row = ground.draft.stories[parent].kind == "rows"
        groups: dict[tuple[object, ...], tuple[list[Wish], list[Wish]]] = {}
        for at, takers in sorted(taken.items()):
            files = {w.voice.file for w in takers}
            others = [w for w in held[at] if w.voice.file not in files]
            if others:
                key = (at if by_row else None, *map(_place, takers))
                groups.setdefault(key, (takers, []))[1].extend(others)
        for takers, others in groups.values():
            kind = _container_kind(takers, others, ground)
            yield Clash(_provision_of(others[0].edit, ground), kind, tuple(map(_place, (*takers, *others))))


def _taken(asked: Sequence[tuple[Voice, list[Edit]]], places: list[int]) -> dict[int, list[Wish]]:
    """Who takes away what stands at these offsets of a story."""
    taken: dict[int, list[Wish]] = defaultdict(list)
    for voice, edits in asked if places else ():
        for e in edits:
            for at in places[bisect_left(places, e.start) : bisect_left(places, e.end)]:
                taken[at].append(Wish(voice, e))
    return taken


def _around(story: str, ground: Ground) -> Iterator[tuple[str, int]]:
    """Where the story stands, where what it stands in stands, and so on: (story, offset)."""
    here = ground.draft.stories[story]
    while here.parent:
        yield here.parent, here.at
        here = ground.draft.stories[here.parent]


def _container_kind(takers: Sequence[Wish], others: Sequence[Wish], ground: Ground) -> ConflictKind:
    if any(w.edit.move for w in takers):
        return "move against edit"
    if any(ground.draft.stories[w.edit.story].kind in ("rows", "cell") for w in (*takers, *others)):
        return "row deleted against edited"
    return "paragraph deleted against edited" if all(_whole(w.edit, ground) for w in takers) else "deletion against edit"


def _provision_of(e: Edit, ground: Ground) -> Provision | None:
    """The paragraph that an edit begins in; of rows, the first cell."""
    at_row = ground.draft.stories[e.story].kind == "rows"
    return ground.paragraph_at(f"{e.story}r{e.start + 1}c1", 0) if at_row else ground.paragraph_at(e.story, e.start)
