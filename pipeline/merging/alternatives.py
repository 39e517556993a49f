"""Which paragraphs are shown as alternatives instead of fragments, and how (docs/alternatives.md has the measure).

A paragraph is shown as alternatives when at least two distinct texts are asked for and either two of them keep less than
three fifths of its words, or rivals meet at three places or more. Then the draft's paragraph stands once, labelled ``Draft``,
deleted by all who rewrite it, and each distinct text follows once as a paragraph of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..model import FIRST_ATOM, PARAGRAPH_MARK, Edit, Provision, Span, readable, words_key
from .voices import Ground, Voice, edit_key

KEPT_SHARE = 0.6
RIVAL_PLACES = 3
SPARE = 100  # words
Room = dict[str, int]  # file -> words that alternatives may still mark for it beyond those that it changes


@dataclass(frozen=True, slots=True)
class Rewritten:
    """One paragraph shown as alternatives, and who asks for which text."""

    provision: Provision
    texts: tuple[tuple[tuple[str, ...], tuple[Span, ...]], ...]


class Crowd(NamedTuple):
    """size: rewritten texts and places of rivals; is_one: whether they are too many to read as fragments."""

    size: int
    is_one: bool


def room_of(asked: Iterable[tuple[Voice, list[Edit]]], ground: Ground) -> Room:
    """For each file as many words as it changes itself, and a few: so its marks stay within law 2's measure (minimal marks)."""
    room: Room = defaultdict(lambda: SPARE)
    for voice, edits in asked:
        room[voice.file] += sum(_words_changed(e, ground) for e in edits)
    return room


def _words_changed(e: Edit, ground: Ground) -> int:
    return len(ground.draft.stories[e.story].text[e.start : e.end].split()) + len(readable(e.inserted).split())


def choose(
    asked: Sequence[tuple[Voice, list[Edit]]], story: str, ground: Ground, forced: frozenset[str], room: Room
) -> tuple[list[tuple[Voice, list[Edit]]], list[Rewritten]]:
    """The edits with those of crowded paragraphs widened to whole paragraphs, and the paragraphs so treated.

    forced: files whose every change is shown as whole paragraphs (the fall-back of design.md section 3). room: used up
    by what is shown so, the most crowded paragraphs first; where it ends, paragraphs stay as fragments.
    """
    inside = _by_paragraph(asked, story, ground)
    out = [(voice, list(edits)) for voice, edits in asked]
    rewritten = []
    crowds = {p: _crowd(p, edits.values()) for p, edits in inside.items()}
    for provision, edits in sorted(inside.items(), key=lambda item: (-crowds[item[0]].size, item[0].start)):
        must, crowded = any(asked[k][0].file in forced for k in edits), crowds[provision].is_one
        if not (must or crowded) or not _whole(provision, edits, out, story, ground):
            continue
        only = (
            {k for k in edits if must and asked[k][0].file in forced}
            if must and not crowded
            else set(edits)
        )
        found = {k: _text(provision, edits[k], story) for k in sorted(only)}
        if not must and not _takes_room({asked[k][0].file: _cost(provision, edits[k], spans, ground) for k, spans in found.items()}, room):
            continue
        numbers = _numbered(found)
        for k, spans in found.items():
            gone = {id(e) for e in edits[k]}
            label = f"Alt. {numbers[words_key(spans)]}"
            whole = Edit(story, provision.start, provision.end + 1, spans, edits[k][0].source, "", (label,))
            out[k] = (out[k][0], [e for e in out[k][1] if id(e) not in gone] + [whole])
        rewritten.append(Rewritten(provision, tuple(_who(found, asked, ground))))
    return [(v, sorted(es, key=lambda e: (e.start, e.end))) for v, es in out], sorted(rewritten, key=lambda r: r.provision.start)


def _cost(p: Provision, edits: list[Edit], spans: tuple[Span, ...], ground: Ground) -> int:
    """Words that the alternative marks beyond those that change: the draft's paragraph deleted, the whole text inserted."""
    return len(p.text.split()) + len(readable(spans).split()) - sum(_words_changed(e, ground) for e in edits)


def _takes_room(costs: Mapping[str, int], room: Room) -> bool:
    """Takes the words from everybody's room; from nobody's where it is not enough for one."""
    if any(cost > room[file] for file, cost in costs.items()):
        return False
    for file, cost in costs.items():
        room[file] -= cost
    return True


def _crowd(p: Provision, edits: Iterable[list[Edit]]) -> Crowd:
    """How much rivals stand in each other's way in one paragraph."""
    distinct = {tuple([edit_key(e) for e in es]): es for es in edits}
    words = len(p.text.split())
    rewrites = sum([_kept(p, es, words) < KEPT_SHARE for es in distinct.values()])
    places = _rival_places({key: e for keys, es in distinct.items() for key, e in zip(keys, es, strict=True)}.values())
    return Crowd(places + rewrites, len(distinct) > 1 and (rewrites >= 2 or places >= RIVAL_PLACES))


def _by_paragraph(asked: Sequence[tuple[Voice, list[Edit]]], story: str, ground: Ground) -> dict[Provision, dict[int, list[Edit]]]:
    """For each paragraph the edits inside it, by the number of the voice."""
    out: dict[Provision, dict[int, list[Edit]]] = defaultdict(lambda: defaultdict(list))
    for k, (_, edits) in enumerate(asked):
        for e in edits:
            p = ground.paragraph_at(story, e.start)
            if p is not None and p.start <= e.start and e.end <= p.end and not (e.start == e.end == p.start and _ends_block(e)):
                out[p][k].append(e)
    return out


def _ends_block(e: Edit) -> bool:
    return bool(e.inserted) and e.inserted[-1].kind in ("paragraph", "table")


def _kept(p: Provision, edits: list[Edit], words: int) -> float:
    """The share of its words that stay. words: how many it has."""
    if sum([e.end - e.start for e in edits]) < (1 - KEPT_SHARE) * words:  # a word has one character at least
        return 1.0
    gone = sum([len(p.text[e.start - p.start : e.end - p.start].split()) for e in edits])
    return 1 - gone / max(1, words)


def _rival_places(distinct: Iterable[Edit]) -> int:
    """At how many places two distinct edits touch the same words."""
    spans = sorted((e.start, e.end) for e in distinct)
    places, end, rival = 0, -1, False
    for start, stop in spans:
        if start < end or (start == stop == end):
            places += not rival
            rival, end = True, max(end, stop)
        else:
            rival, end = False, stop
    return places


def _whole(p: Provision, inside: dict[int, list[Edit]], asked: Sequence[tuple[Voice, list[Edit]]], story: str, ground: Ground) -> bool:
    """Whether the paragraph can be shown whole: plain words, a mark of its own, nobody's edit across its borders."""
    text = ground.draft.stories[story].text
    if text[p.end : p.end + 1] != PARAGRAPH_MARK or p.end + 1 >= len(text) or any(ord(c) >= FIRST_ATOM for c in p.text):
        return False
    if ord(text[p.end + 1]) >= FIRST_ATOM and ground.paragraph_at(story, p.end + 1) is p:
        return False
    ours = {id(e) for es in inside.values() for e in es}
    crossing = [e for _, es in asked for e in es if e.start <= p.end and e.end > p.start and e.start < e.end and id(e) not in ours]
    plain = all(s.kind == "text" for es in inside.values() for e in es for s in e.inserted)
    return plain and not any(e.start > p.start or e.end < p.end + 1 for e in crossing)


def _text(p: Provision, edits: list[Edit], story: str) -> tuple[Span, ...]:
    """The paragraph as one contributor wants it: the draft's words where they stay, its own where they do not."""
    out: list[Span] = []
    at = p.start
    for e in sorted(edits, key=lambda e: (e.start, e.end)):
        out += _draft_words(p, at, e.start, story)
        out += e.inserted
        at = e.end
    out += _draft_words(p, at, p.end, story)
    return (*out, Span("paragraph", "", ("draft", str(p.start))))


def _draft_words(p: Provision, start: int, end: int, story: str) -> Iterator[Span]:
    if end > start:
        yield Span("draft", p.text[start - p.start : end - p.start], (), f"{story}\x1f{start}\x1f{end}")


def _numbered(found: dict[int, tuple[Span, ...]]) -> dict[object, int]:
    out: dict[object, int] = {}
    for spans in found.values():
        out.setdefault(words_key(spans), len(out) + 1)
    return out


def _who(
    found: dict[int, tuple[Span, ...]], asked: Sequence[tuple[Voice, list[Edit]]], ground: Ground
) -> Iterable[tuple[tuple[str, ...], tuple[Span, ...]]]:
    texts: dict[object, tuple[set[str], tuple[Span, ...]]] = {}
    for k, spans in found.items():
        texts.setdefault(words_key(spans), (set(), spans))[0].update(asked[k][0].contributors)
    return [(ground.ranked(who), spans) for who, spans in texts.values()]
