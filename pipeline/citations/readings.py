"""From parts to keys: what each number may mean, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from .parts import Part
from .steps import Label, Step
from .values import Key

MARKS = {"page": "p", "line": "l", "table": "T", "row": "r", "column": "c", "figure": "FIG", "note": "FN", "annex": "annex "}
MARKS |= {"sentence": "s", "bullet": "#"}
COUNTED = frozenset(("bullet", "sub", "alinea", "inciso", "point"))  # "second alinéa": the second child, whatever its own number
SECTIONAL = frozenset(("section", "part", "chapter", "subsection"))
PLACES = {"chapeau": "chapeau", "annex": "annex", "title": "title"}  # units that name a place without a number
READINGS_AT_MOST = 4
Steps = tuple[str, ...]


def keys_of(parts: Sequence[Part]) -> list[tuple[Key, ...]]:
    """The keys of all places that the parts name, from the largest part down; each with its other readings."""
    named = [part for part in parts if part.items or part.unit in PLACES]
    preamble = any(part.unit == "preamble" for part in parts)
    dispositive = any(part.unit == "dispositive" for part in parts)
    modifier = "PP" if preamble else "OP" if dispositive else ""
    options = [_options(part, modifier, alone=len(named) == 1) for part in named]
    if not named:
        return [(Key(("preamble",)),)] if preamble else []
    return [_key(combination, named) for combination in product(*options)]


def _options(part: Part, modifier: str, alone: bool) -> list[tuple[list[Steps], Label | None]]:
    """For each number of a part, its readings."""
    if not part.items:
        return [([(PLACES[part.unit],)], None)]
    return [(readings(part, label, modifier, alone), label) for label in part.items]


def _key(combination: Sequence[tuple[list[Steps], Label | None]], parts: Sequence[Part]) -> tuple[Key, ...]:
    label = combination[-1][1]
    paths = [tuple(step for path in choice for step in path) for choice in product(*(paths for paths, _ in combination))]
    counted = parts[-1].ordinal and parts[-1].unit in ("para", "article", "section", "subsection", "numeral")
    sectional = parts[0].unit in SECTIONAL
    if label is None or label.until is None:
        return tuple(Key(path, counted=counted, sectional=sectional) for path in _distinct(paths))
    parents = paths[0][: len(paths[0]) - len(readings(parts[-1], label, "", False)[0])]
    until = (*parents, *values(parts[-1].unit, label.until)) if label.until else ()
    return tuple(Key(path, until, counted=counted, sectional=sectional) for path in _distinct(paths))


def _distinct(paths: Iterable[Steps]) -> list[Steps]:
    return list(dict.fromkeys(paths))[:READINGS_AT_MOST]


def values(unit: str, steps: Sequence[Step]) -> Steps:
    """The steps as written in a key: page 7 is ``p7``, the third bullet ``#3``."""
    first, *rest = (step.value for step in steps)
    return (MARKS.get(unit, "") + first, *rest)


def readings(part: Part, label: Label, modifier: str, alone: bool) -> list[Steps]:
    """The readings of one number in its unit, the likeliest first."""
    path = values(part.unit, label.steps)
    modifier = part.modifier or (modifier if part.unit in ("para", "alinea", "point", "article") else "")
    if modifier:
        return [(modifier + path[0], *path[1:])]
    number = label.steps[0].value
    if part.ordinal and part.unit in COUNTED:
        return _by_order(part.unit, number)
    if part.unit in ("inciso", "alinea") and label.steps[0].kind == "num" and len(label.steps) == 1:
        return [path, (f"#{number}",)] if part.unit == "inciso" else [(f"#{number}",), path]
    if part.unit == "numeral" and label.steps[0].kind == "num" and alone:
        return [path, ("=", *path)]
    return [path, *_mistyped(part, label)]


def _by_order(unit: str, number: str) -> list[Steps]:
    """The EU counts unnumbered *alinéas*; others call the lettered ones so."""
    counted = number if number.startswith("-") else f"#{number}"
    if unit not in ("alinea", "inciso") or not number.isdigit() or not 0 < int(number) < 27:
        return [(counted,)]
    return [(counted,), (chr(96 + int(number)),)]


def _mistyped(part: Part, label: Label) -> list[Steps]:
    """l, I and 1, O and 0 look alike: the other reading, where the written one does not suit the unit."""
    values_ = [step.value for step in label.steps]
    kinds = [step.kind for step in label.steps]
    if part.unit in ("para", "article", "page", "line", "point") and values_[0] in ("l", "I", "O", "lO", "lI") and not label.bracketed:
        return [("1" if values_[0] != "O" else "0", *values_[1:])]
    if part.unit in ("section", "part") and kinds[:2] == ["num", "Letter"] and set(values_[0]) == {"1"} and len(values_[0]) < 4:
        return [("I" * len(values_[0]), *values_[1:])]
    if kinds[:2] == ["num", "letter"] and values_[1] in ("l", "o") and not label.bracketed:
        return [(values_[0] + ("1" if values_[1] == "l" else "0"), *values_[2:])]
    if kinds[:2] == ["num", "Letter"] and values_[1] == "O":
        return [(values_[0] + "0", *values_[2:])]
    return []
