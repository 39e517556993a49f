"""The union of N edit scripts on one story (design.md section 4).

Invariants: the deletions of a story never overlap, and each carries exactly the contributors that delete it. Inserted
content stands at one gap, once for each distinct text, with exactly the contributors that insert it; the contents of one
contributor keep their order. So accepting one contributor's marks gives its own text, whoever else asked for what.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..model import Deletion, Edit, Insertion, Span, Union, words_key
from .voices import Ground, Voice, is_block

SUFFIXES = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies")


@dataclass(slots=True)
class Placed:
    """One inserted content at its gap."""

    at: int
    authors: set[str]
    spans: tuple[Span, ...]
    key: tuple[object, ...]
    block: bool
    label: str = ""
    move: str = ""


def unite(story: str, asked: Sequence[tuple[Voice, list[Edit]]], ground: Ground, labels: dict[int, str]) -> Union:
    """All edits of one story as one union."""
    gaps = _anchors(asked)
    found = _gathered(story, asked, gaps, ground)
    last = len(ground.draft.stories[story].text) - 1
    insertions = [i for at in sorted(found) for i in _ordered(found[at], ground.opens_paragraph(story, at), at == last)]
    numbered = [_insertion(p, ground) for p in insertions]
    return Union(tuple(_deletions(asked, ground)), tuple(_bis(story, numbered, ground)), tuple(sorted(labels.items())))


def settle_moves(unions: dict[str, Union]) -> dict[str, Union]:
    """Keep a move only where one contributor alone makes it and nobody else touches the moved words."""
    kept = {name for u in unions.values() for name in _whole_moves(u)}
    return {
        story: replace(
            u,
            deletions=tuple(d if d.move in kept or not d.move else replace(d, move="") for d in u.deletions),
            insertions=tuple(i if i.move in kept or not i.move else replace(i, move="") for i in u.insertions),
        )
        for story, u in unions.items()
    }


def _whole_moves(u: Union) -> Iterator[str]:
    for i in u.insertions:
        sources = [d for d in u.deletions if d.move == i.move] if i.move else []
        if len(sources) != 1 or sources[0].authors != i.authors:
            continue
        d = sources[0]
        touched = any(d.start < o.at < d.end for o in u.insertions)
        if not touched and d.end - d.start == sum(len(s.text) if s.kind == "text" else 1 for s in i.spans):
            yield i.move


def _anchors(asked: Sequence[tuple[Voice, list[Edit]]]) -> dict[int, int]:
    """The gap of each edit's new words, by identity of the edit: behind what it deletes.

    Rival replacements of overlapping words stand together, at the first end among them, wherever all of them can.
    """
    edits = sorted((e for _, es in asked for e in es if e.inserted), key=lambda e: (e.start, e.end))
    gaps: dict[int, int] = {}
    cluster: list[Edit] = []
    for e in [*edits, None]:
        if e is not None and (not cluster or e.start < max(c.end for c in cluster)):
            cluster.append(e)
            continue
        end = min((c.end for c in cluster if c.end > c.start), default=0)
        together = all(c.start <= end <= c.end for c in cluster) and not any(_has_table(c) for c in cluster)
        gaps.update({id(c): end if together and c.end > c.start else c.end for c in cluster})
        cluster = [e] if e is not None else []
    return gaps


def _has_table(e: Edit) -> bool:
    return any(s.kind == "table" for s in e.inserted)


def _gathered(story: str, asked: Sequence[tuple[Voice, list[Edit]]], gaps: dict[int, int], ground: Ground) -> dict[int, list[Placed]]:
    out: dict[int, list[Placed]] = {}
    for voice, edits in asked:
        mine: dict[int, list[Placed]] = defaultdict(list)
        for e in edits:
            if e.inserted:
                at = gaps[id(e)]
                ends = at != e.start and e.inserted[-1].kind == "paragraph" and ground.opens_paragraph(story, at)
                label = next((f for f in e.flags if f.startswith("Alt.")), "")
                authors = set(voice.contributors)
                # blocks are shown first: behind words of its own, a new paragraph runs on from them
                block = (is_block(e, ground) or ends) and all(p.block for p in mine[at])
                mine[at].append(Placed(at, authors, e.inserted, (block, *words_key(e.inserted)), block, label, e.move))
        for at, own in mine.items():
            out[at] = _joined(out.get(at, []), own)
    return out


def _joined(known: list[Placed], own: list[Placed]) -> list[Placed]:
    """Both sequences in one, equal contents once; each sequence keeps its order."""
    out: list[Placed] = []
    at = 0
    for p in own:
        same = next((i for i in range(at, len(known)) if known[i].key == p.key), None)
        if same is None:
            out.append(p)
            continue
        out += known[at:same]
        shared = known[same]
        shared.authors |= p.authors
        shared.move = ""  # two make it: named in words, not by move marks
        out.append(shared)
        at = same + 1
    rest = known[at:]
    return rest + out if at == 0 else out + rest


def _ordered(found: list[Placed], opens: bool, last: bool) -> list[Placed]:
    """Whole paragraphs before words, where a paragraph begins: words run on into what follows.

    At the last mark of a story words come before new paragraphs: they belong to the paragraph that the draft has.
    """
    if opens:
        found = sorted(found, key=lambda p: not p.block)
    if last:
        found = sorted(found, key=lambda p: not p.block and any(s.kind in ("paragraph", "table") for s in p.spans))
    return found


def _insertion(p: Placed, ground: Ground) -> Insertion:
    return Insertion(p.at, ground.ranked(p.authors), p.spans, p.block, p.label, p.move)


def _bis(story: str, insertions: list[Insertion], ground: Ground) -> Iterator[Insertion]:
    """New paragraphs of a numbered list get the number before them with bis, ter ... in the order shown."""
    count: dict[int, int] = defaultdict(int)
    for i in insertions:
        number = "" if i.label else _number_before(story, i, ground)
        if not number:
            yield i
            continue
        count[i.at] += 1
        suffix = SUFFIXES[count[i.at] - 1] if count[i.at] <= len(SUFFIXES) else str(count[i.at])
        yield replace(i, label=f"{number} {suffix}")


def _number_before(story: str, i: Insertion, ground: Ground) -> str:
    """The number of the list item before this gap; "" where the new paragraph is no item or brings its own number."""
    mark = i.spans[-1] if i.block else i.spans[0]  # behind the last paragraph of a story the mark comes first
    words = "".join(s.text for s in i.spans if s.kind == "text").lstrip()
    if mark.kind != "paragraph" or "listed" not in mark.format or i.at == 0 or _typed_number(words):
        return ""
    if not i.block and i.at != len(ground.draft.stories[story].text) - 1:
        return ""
    before = ground.paragraph_at(story, i.at - 1)
    return before.number.rstrip(".") if before is not None and before.kind == "paragraph" else ""


def _typed_number(words: str) -> bool:
    head = words.split(None, 1)[0] if words.split() else ""
    return bool(head) and (head[0] == "(" or head[-1:] in ".)") and len(head.strip("().")) <= 5 and head != words


def _deletions(asked: Sequence[tuple[Voice, list[Edit]]], ground: Ground) -> Iterator[Deletion]:
    """The deleted stretches, cut wherever the set of contributors changes."""
    events: dict[int, list[tuple[int, tuple[int, int], Voice, Edit]]] = defaultdict(list)
    for number, (voice, edits) in enumerate(asked):
        for index, e in enumerate(edits):
            if e.end > e.start:
                events[e.start].append((1, (number, index), voice, e))
                events[e.end].append((-1, (number, index), voice, e))
    active: dict[tuple[int, int], tuple[Voice, Edit]] = {}
    last = 0
    for at in sorted(events):
        if active and at > last:
            yield _deletion(last, at, active.values(), ground)
        for step, key, voice, e in sorted(events[at], key=lambda v: v[0]):
            if step > 0:
                active[key] = (voice, e)
            else:
                active.pop(key)
        last = at


def _deletion(start: int, end: int, active: Iterable[tuple[Voice, Edit]], ground: Ground) -> Deletion:
    authors = ground.ranked(c for voice, _ in active for c in voice.contributors)
    moves = {e.move for _, e in active}
    return Deletion(start, end, authors, moves.pop() if len(moves) == 1 else "")
