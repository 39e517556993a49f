"""Places by their number: whole, from its end ("para. 3 (b)" where one section has it), counted, or relative to the context."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .ground import Ground, Place, Steps, branch, children
from .values import Key
from .words import LATIN

Hits = list[tuple[Place, float]]
WHOLE, HEADINGS_LEFT_OUT, FROM_END, SOME_LEFT_OUT = 0.97, 0.95, 0.9, 0.85
IN_SECTION, BESIDE_PREVIOUS, SEVERAL = 0.9, 0.75, 0.6
ABSENT = 0.4  # the document has no such place, only what would hold it
INSIDE = re.compile(r"s-?\d+|l\d+|chapeau")  # places inside a provision
PREAMBULAR = re.compile(r"(PP|OP)(-?\d+)(\w*)")
ROMAN_UNITS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True, slots=True)
class Around:
    """What is being spoken of: the section's path, and the path of the place cited before."""

    section: Steps = ()
    previous: Steps = ()


def located(key: Key, ground: Ground, around: Around) -> Hits:
    """The places of a key's start, ranked; empty where the document has none."""
    *parents, last = key.path
    if last.startswith("FN") and parents:
        return matched(Key((last,)), ground, around)  # notes are numbered through, whatever they hang on
    if INSIDE.fullmatch(last) and not matched(key, ground, around):
        return _inside(tuple(parents), key, ground, around)
    if PREAMBULAR.fullmatch(key.path[0]):
        return _of_resolution(key, ground, around)
    if last.startswith("#"):
        return _child(tuple(parents), int(re.sub(r"\D", "", last) or 0), key, ground, around)
    if last.startswith("-"):
        return _from_end(tuple(parents), int(last), key, ground, around)
    return _counted(key, ground, around) if key.counted else matched(key, ground, around) or _wide(key, ground, around)


def _inside(parents: Steps, key: Key, ground: Ground, around: Around) -> Hits:
    if not parents:
        return [(place, BESIDE_PREVIOUS) for place in _at(ground, around.previous)]
    return [(place, score * 0.98) for place, score in located(_part_of(key, parents), ground, around)]


def _part_of(key: Key, path: Steps) -> Key:
    return Key(path, sectional=key.sectional)


def _at(ground: Ground, path: Steps) -> list[Place]:
    return [place for place in ground.by_last.get(path[-1].casefold(), ()) if place.path == path] if path and path[-1] else []


# ---- by number -------------------------------------------------------------------------------------------------------


def matched(key: Key, ground: Ground, around: Around) -> Hits:
    """The places whose label holds the steps in this order and ends with the last of them."""
    graded = _graded(key, ground)
    best = max((score for _, score in graded), default=0.0)
    top = [(place, score) for place, score in graded if score == best]
    near = _near(key, ground, around)
    if near and not (len(top) == 1 and top[0][0] is near[0][0] and best > near[0][1]):
        sure = near[0][1] if len(key.path) > 1 or best < WHOLE or near[0][0] in [p for p, _ in top] else min(near[0][1], BESIDE_PREVIOUS)
        return [(near[0][0], sure), *((place, 0.5 * score) for place, score in graded if place is not near[0][0])]
    if len(top) == 1:
        return [*top, *((place, 0.4) for place, score in graded if score < best)]
    return [(place, max(0.1, SEVERAL - 0.05 * len(top))) for place, _ in top]


def _graded(key: Key, ground: Ground) -> Hits:
    found = ground.by_last.get(key.path[-1].casefold(), ())
    graded = [(place, score) for place in found if (score := _grade(key, place, ground))]
    as_written = [(place, score) for place, score in graded if _within(key.path, place.path) is not None]
    return as_written or graded


def _grade(key: Key, place: Place, ground: Ground) -> float:
    """How fully the key says the place's label, 0 where it says another one."""
    path = place.path
    exact = _within(key.path, path)
    at = exact if exact is not None else _within(tuple(s.casefold() for s in key.path), tuple(s.casefold() for s in path))
    if at is None or (key.sectional and path[: at + 1] not in ground.headings):
        return 0.0
    short = tuple(step for step in path if len(step) < 8 and " " not in step)
    score = WHOLE if key.path == path else HEADINGS_LEFT_OUT if key.path == short else SOME_LEFT_OUT
    score = FROM_END if score == SOME_LEFT_OUT and path[-len(key.path) :] == key.path else score
    return score if exact is not None else score - 0.15


def _within(steps: Steps, path: Steps) -> int | None:
    """Where in the path the first step stands, if all steps follow in order and the last one ends it."""
    if not path or steps[-1] != path[-1]:
        return None
    at = len(path)
    for step in reversed(steps):
        at -= 1
        while at >= 0 and path[at] != step:
            at -= 1
        if at < 0:
            return None
    return at


def _near(key: Key, ground: Ground, around: Around) -> Hits:
    """The place in the section spoken of, or beside the place cited before."""
    for base, score in ((around.section, IN_SECTION), (around.previous, _relative(key))):
        for depth in range(len(base), 0, -1):
            here = _at(ground, base[:depth] + key.path)
            if here and not key.sectional:
                return [(here[0], score)]
    return []


def _relative(key: Key) -> float:
    """A letter alone belongs to what was just cited; a number alone may start anew."""
    return SOME_LEFT_OUT if not key.path[0][:1].isdigit() else BESIDE_PREVIOUS


def _wide(key: Key, ground: Ground, around: Around) -> Hits:
    """What the document numbers otherwise: section 2 for II, a whole table; else the nearest place that it has: 7 for 7 bis."""
    first, *rest = key.path
    table = [place for place in ground.places if key.path == place.path[: len(key.path)]]
    if table:
        return [(place, IN_SECTION) for place in table]
    other = _other_numeral(first) if key.sectional else ""
    converted = matched(Key((other, *rest), sectional=True), ground, around) if other else []
    if converted:
        return [(place, min(score, 0.75)) for place, score in converted]
    if key.path == ("title",):
        return [(place, 0.5) for place in ground.places[:1] if place.words]
    base = without_latin(key.path)
    nearest = base if base != key.path else key.path[:-1]
    return [(place, ABSENT) for place, _ in located(_part_of(key, nearest), ground, around)[:1]] if nearest else []


def without_latin(path: Steps) -> Steps:
    """7 bis belongs after 7."""
    return (*path[:-1], re.sub(f"(?:{'|'.join(LATIN)})$", "", path[-1])) if path else path


def _other_numeral(step: str) -> str:
    romans = ["", *(tens + unit for tens in ("", "X") for unit in ROMAN_UNITS)]
    if step.isdigit():
        return romans[int(step)] if int(step) < len(romans) else ""
    return str(romans.index(step)) if step and step in romans else ""


# ---- by counting -----------------------------------------------------------------------------------------------------


def _holders(parents: Steps, key: Key, ground: Ground, around: Around) -> Hits:
    """What the counted place is counted in: the parents cited, else the section spoken of."""
    if parents:
        return located(_part_of(key, parents), ground, around)
    return [(place, IN_SECTION) for place in _at(ground, around.section)]


def _paragraphs(ground: Ground, place: Place) -> list[Place]:
    return [child for child in children(ground, place) if child.kind != "heading"]


def _counted(key: Key, ground: Ground, around: Around) -> Hits:
    """``third paragraph of section II.A``: numbered 3, and the third; sure only where both are one."""
    if not key.path[-1].isdigit():
        return matched(key, ground, around) or _wide(key, ground, around)
    numbered = matched(key, ground, around)
    number = int(key.path[-1])
    third: Hits = []
    for holder, score in _holders(key.path[:-1], key, ground, around)[:1]:
        inside = _paragraphs(ground, holder)
        third = [(inside[number - 1], min(score, 0.75))] if 0 < number <= len(inside) else []
    if not third or (numbered and numbered[0][0] is third[0][0]):
        return numbered
    if numbered and numbered[0][1] >= 0.8:
        return [(numbered[0][0], 0.7), (third[0][0], 0.6)]
    return [*third, *((place, min(score, 0.6)) for place, score in numbered)]


def _child(parents: Steps, number: int, key: Key, ground: Ground, around: Around) -> Hits:
    holders = located(_part_of(key, parents), ground, around) if parents else [(p, BESIDE_PREVIOUS) for p in _at(ground, around.previous)]
    out: Hits = []
    for holder, score in holders[:3]:
        inside = children(ground, holder)
        marked = [child for child in inside if child.path[-1] == f"#{number}"]
        if marked:
            out.append((marked[0], score))
        elif 0 < number <= len(inside):
            out.append((inside[number - 1], min(score, SOME_LEFT_OUT)))
        else:
            out.append((holder, min(score, 0.5)))
    return out


def _from_end(parents: Steps, number: int, key: Key, ground: Ground, around: Around) -> Hits:
    """The last paragraph: of the section, or of the whole body."""
    holders = _holders(parents, key, ground, around)[:1]
    body = [place for place in ground.places if place.kind == "paragraph" and place.words]
    if not holders and not parents:
        return [(body[number], 0.75)] if len(body) >= -number else []
    inside = [place for holder, _ in holders for place in _paragraphs(ground, holder)]
    return [(inside[number], min(holders[0][1], SOME_LEFT_OUT))] if len(inside) >= -number else []


# ---- resolutions -----------------------------------------------------------------------------------------------------


def _of_resolution(key: Key, ground: Ground, around: Around) -> Hits:
    """PP2 counts the paragraphs of the preamble; OP7 is numbered, or counted where operative paragraphs have no numbers."""
    match = PREAMBULAR.fullmatch(key.path[0])
    if match is None:
        return []
    kind, number, latin = match[1], int(match[2]), match[3]
    rest = key.path[1:]
    if kind == "OP":
        numbered = matched(Key((match[2] + latin, *rest)), ground, around)
        if numbered or rest:
            return numbered
    counted = _preambular(ground) if kind == "PP" else _operative(ground)
    at = number - 1 if number > 0 else number
    if not -len(counted) <= at < len(counted) or number == 0:
        return []
    score = 0.4 if latin else SOME_LEFT_OUT if kind == "PP" else 0.75
    return _below(counted[at], rest, score, ground)


def _below(place: Place, rest: Steps, score: float, ground: Ground) -> Hits:
    under = [p for p in branch(ground, place) if rest and p.path[-len(rest) :] == rest]
    return [(under[0] if under else place, score if under or not rest else score * 0.7)]


def _first_numbered(ground: Ground) -> int:
    return next((p.order for p in ground.places if p.kind == "paragraph" and p.words and not p.unnumbered), len(ground.places))


def _preambular(ground: Ground) -> list[Place]:
    return [p for p in ground.places[: _first_numbered(ground)] if p.kind == "paragraph" and p.words and p.sentence]


def _operative(ground: Ground) -> list[Place]:
    """The unnumbered paragraphs after the preamble, without the words that introduce them ("RESOLVES:")."""
    preamble = _preambular(ground)
    start = preamble[-1].order if preamble else -1
    after = (p for p in ground.places if p.order > start and p.kind == "paragraph" and p.unnumbered)
    return [p for p in after if p.words and not p.introduces]
