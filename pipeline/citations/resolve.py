"""From references to provisions: every answer with its confidence and its evidence, the likeliest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .ground import Ground, Place, Steps, branch, path_of, plain_label
from .numbers import Around, Hits, located, without_latin
from .openings import by_heading, by_opening
from .pages import on_page
from .parser import parse
from .values import Citation, Document, Key

FORMER = 0.6  # a number of an earlier version
WHOLE_LABEL = 0.99
SECOND_READING = 0.7
UNSURE_WORDS = 0.85  # the reference itself is doubtful (typing, another instrument near)
ANSWERS_AT_MOST = 5
Answer = tuple[tuple[Place, ...], float, str]


@dataclass(frozen=True, slots=True)
class Found:
    """One answer. provisions: their ids in order, none for the whole document. confidence: 0 to 1; under 0.8 is a guess."""

    provisions: tuple[str, ...]
    confidence: float
    evidence: str
    document: Document = "draft"


@dataclass(frozen=True, slots=True)
class Context:
    """What is being spoken of. section: its label; previous: the provisions of the last answer; document: whose numbers."""

    section: str = ""
    previous: tuple[str, ...] = ()
    document: Document = "draft"


def resolve(citation: Citation, ground: Ground, context: Context = Context()) -> tuple[Found, ...]:
    """The provisions that a citation means, ranked; empty where the document has no such place."""
    document: Document = citation.document or context.document or "draft"
    here = ground.report if document == "report" else ground
    if here is None:
        return ()
    around = Around(path_of(context.section) if context.section else (), _previous(here, context))
    numbered = _labelled(citation, here) or _by_key(citation, here, around)
    answers = _with_opening(citation, numbered, here) if citation.quote else numbered
    return tuple(_found(citation, answer, document) for answer in _ranked(answers))


def resolve_text(text: str, ground: Ground, context: Context = Context(), language: str = "") -> tuple[tuple[Found, ...], ...]:
    """What a clause cell or sentence cites, reference by reference; the draft's own label, as a whole cell, is certain."""
    place = ground.by_label.get(plain_label(text))
    if place is not None and len(place.path) > 1:
        return ((Found((place.id,), WHOLE_LABEL, f'cited as "{place.label}"', "draft"),),)
    return resolve_all(parse(text, language), ground, context)


def resolve_all(citations: Sequence[Citation], ground: Ground, context: Context = Context()) -> tuple[tuple[Found, ...], ...]:
    """The references of one text in order, each in the context of those before it."""
    out: list[tuple[Found, ...]] = []
    for citation in citations:
        out.append(resolve(citation, ground, context))
        context = following(context, citation, out[-1], ground)
    return tuple(out)


def following(context: Context, citation: Citation, found: Sequence[Found], ground: Ground) -> Context:
    """The context for the next reference: the place found, and its section where a section alone was cited."""
    if not found or not found[0].provisions or found[0].confidence < 0.5:
        return context
    here = ground.report if found[0].document == "report" and ground.report else ground
    place = here.by_id[found[0].provisions[0]]
    opened = place.kind == "heading" and citation.relation == "at" and len(found[0].provisions) == 1
    return replace(context, previous=found[0].provisions, section=place.label if opened else context.section)


def _previous(ground: Ground, context: Context) -> Steps:
    place = ground.by_id.get(context.previous[0]) if context.previous else None
    return place.path if place else ()


def _labelled(citation: Citation, ground: Ground) -> list[Answer]:
    """The draft's own label, word for word."""
    place = ground.by_label.get(plain_label(citation.text)) if citation.relation == "at" and citation.confident else None
    whole = place is not None and (len(place.path) > 1 or place.path == citation.key.path)
    return [((place,), 0.97, "")] if place and whole and not citation.heading else []


# ---- by key ----------------------------------------------------------------------------------------------------------


def _by_key(citation: Citation, ground: Ground, around: Around) -> list[Answer]:
    weight = FORMER if citation.relation == "old" else 1.0 if citation.confident or citation.ambiguous else UNSURE_WORDS
    out: list[Answer] = []
    for rank, key in enumerate(citation.candidates):
        part = SECOND_READING**rank * weight
        out.extend((places, score * part, why) for places, score, why in _of_key(citation, key, ground, around))
    return _doubted(out) if citation.ambiguous else out


def _doubted(answers: list[Answer]) -> list[Answer]:
    """Readings that lead to one place leave no doubt; to several, none of them is sure."""
    likely = {tuple(p.id for p in places) for places, score, _ in answers if score >= 0.4}
    return answers if len(likely) < 2 else [(places, min(score, 0.75), why) for places, score, why in answers]


def _of_key(citation: Citation, key: Key, ground: Ground, around: Around) -> list[Answer]:
    if key.path == ("*",):
        return [((), 1.0, "the whole document")]
    if not key.path:
        return [((place,), score, "its heading reads so") for place, score in by_heading(citation.heading, ground)]
    if key.path[0].startswith("="):
        return _same(citation, key, ground, around)
    if key.path[0][0] == "p" and key.path[0][1:].isdigit():
        return [(places, score, "counted on the page") for places, score in on_page(key, ground, around, citation.total)]
    if key.path == ("preamble",):
        return [(places, 0.75, "all before the first section") for places in [_preamble(ground)] if places]
    if key.until is not None:
        return _range(key, ground, around)
    if key.also:
        return _all_of(key, ground, around)
    hits = _anchor(key, ground, around) if citation.relation == "new" else located(key, ground, around)
    if hits and hits[0][0].kind == "cell" and hits[0][0].path != key.path:
        return [(tuple(place for place, _ in hits), hits[0][1], "all its cells")]
    if citation.relation == "throughout":
        return [(branch(ground, place), score, "with all that stands under it") for place, score in hits]
    return _headed(citation, key, hits, ground) if citation.heading else [((place,), score, "") for place, score in hits]


def _headed(citation: Citation, key: Key, hits: Hits, ground: Ground) -> list[Answer]:
    """``II.A General objective``, ``section "General objective", paragraph 3``: the heading must fit the number."""
    headings = [place for place, _ in by_heading(citation.heading, ground)]
    fitting = [place for place, _ in hits if any(place.path in (h.path, h.path + key.path) for h in headings)]
    if fitting:
        return [((place,), 0.95, "its heading reads so") for place in fitting]
    others: list[Answer] = [((place,), 0.6, "by its heading; another number") for place in headings]
    return [((place,), score * 0.75, "by its number; another heading") for place, score in hits] + others


def _preamble(ground: Ground) -> tuple[Place, ...]:
    opens = (p.order for p in ground.places if p.kind == "heading" or (p.kind == "paragraph" and p.words and not p.unnumbered))
    first = next(opens, len(ground.places))
    return tuple(p for p in ground.places[:first] if p.words)


def _same(citation: Citation, key: Key, ground: Ground, around: Around) -> list[Answer]:
    """The place cited before, or what is cited under it."""
    base = around.previous
    if key.path[0] == "=section":
        while base and base not in ground.headings:
            base = base[:-1]
    if not base:
        return []
    if len(key.path) > 1:
        inner = replace(key, path=key.path[1:])
        return [(places, score, "in the place cited before") for places, score, _ in _of_key(citation, inner, ground, Around(base, base))]
    here = next((place for place in ground.places if place.path == base), None)
    return [((here,), 0.9, "the place cited before")] if here else []


def _anchor(key: Key, ground: Ground, around: Around) -> list[tuple[Place, float]]:
    """Where a new paragraph goes: 4 bis after 4, a new 5 after the present 4 where there is no 5."""
    base = without_latin(key.path)
    hits = located(replace(key, path=base), ground, around)
    if hits or base != key.path or not base[-1].isdigit():
        return hits if base != key.path else [(place, min(score, 0.75)) for place, score in hits]
    before = (*base[:-1], str(int(base[-1]) - 1))
    return [(place, min(score, 0.75)) for place, score in located(replace(key, path=before), ground, around)]


def _range(key: Key, ground: Ground, around: Around) -> list[Answer]:
    """All provisions from the first to the last with what stands under it."""
    starts = located(replace(key, until=None), ground, around)
    out: list[Answer] = []
    for start, score in starts[:ANSWERS_AT_MOST]:
        end, sure = _end(key, start, ground)
        last = branch(ground, end)[-1].order
        inside = tuple(p for p in ground.places[start.order : last + 1] if p.kind not in ("note", "header"))
        out.append((inside, min(score, sure), f"from {start.label} to {end.label}"))
    return out


def _end(key: Key, start: Place, ground: Ground) -> tuple[Place, float]:
    """The last place of a range: beside its start, by the numbers given for it; without any, the last sibling."""
    siblings = [p for p in ground.places if len(p.path) == len(start.path) and p.path[:-1] == start.path[:-1] and p.order >= start.order]
    if not key.until:
        numbered = [p for p in siblings if not p.unnumbered]
        return (numbered or siblings)[-1], 0.8
    beside = [p for p in siblings if p.path[-1] == key.until[-1]] if len(key.until) == len(key.path) else []
    ends = beside or [p for p, score in located(Key(key.until), ground, Around(start.path[:-1])) if score >= 0.8 and p.order > start.order]
    return (ends[0], 1.0) if ends else (start, 0.5)


def _all_of(key: Key, ground: Ground, around: Around) -> list[Answer]:
    """Each place of "between" or "merge", as one answer."""
    hits = [located(Key(path, sectional=key.sectional), ground, around) for path in (key.path, *key.also)]
    found = [each[0] for each in hits if each]
    if not found:
        return []
    missing = 1.0 if len(found) == len(hits) else 0.5
    return [(tuple(place for place, _ in found), missing * min(score for _, score in found), "each of the places named")]


# ---- opening words ---------------------------------------------------------------------------------------------------


def _with_opening(citation: Citation, numbered: list[Answer], ground: Ground) -> list[Answer]:
    """The quoted words outweigh the number; where they stand nowhere the number alone is a guess."""
    opened = by_opening(citation.quote, ground)
    if not opened:
        return [(places, score * 0.6, "but nothing begins with the words quoted") for places, score, _ in numbered]
    meant = {p.id: score for places, score, _ in numbered for p in places}
    both = [(place, score) for place, score in opened if place.id in meant]
    if both:
        sure = 0.95 if len(both) == 1 or max(meant.values()) >= 0.9 else 0.75
        place = both[0][0]
        best: Answer = ((place,), max(sure, meant[place.id]) if sure > 0.9 else sure, "and it begins with the words quoted")
        return [best, *(((p,), 0.5 * s, "it begins alike") for p, s in opened if p is not place)]
    clear = len(opened) == 1 or opened[0][1] > opened[1][1] + 0.1
    named = "although the number is another's" if numbered else "it begins with the words quoted"
    first = 0.9 * opened[0][1] if clear and len(citation.quote.split()) > 2 else 0.6
    rest: list[Answer] = [(places, min(score, 0.4), "by its number; other words") for places, score, _ in numbered]
    return [((place,), first if at == 0 else min(first, 0.5), named) for at, (place, _) in enumerate(opened)] + rest


# ---- answers ---------------------------------------------------------------------------------------------------------


def _ranked(answers: list[Answer]) -> list[Answer]:
    """The likeliest first, each set of provisions once."""
    best: dict[tuple[str, ...], Answer] = {}
    for answer in sorted(answers, key=lambda a: -a[1]):
        best.setdefault(tuple(place.id for place in answer[0]), answer)
    return list(best.values())[:ANSWERS_AT_MOST]


def _found(citation: Citation, answer: Answer, document: Document) -> Found:
    places, score, why = answer
    cited = " ".join(citation.text.split())
    evidence = f'cited as "{cited}"' + (f", {why}" if why else "")
    return Found(tuple(place.id for place in places), round(score, 3), evidence, document)
