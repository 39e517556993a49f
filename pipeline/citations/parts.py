"""One part of a reference: a unit with its numbers, such as ``paragraphs 3 and 5``, ``third bullet`` or ``viñeta tercera``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .steps import Label, Step, labels, peek
from .tokens import Token
from .words import LATIN, RANKS, WEAK

ORDINALS_AT_MOST = 8  # "the first, second and third"


@dataclass(frozen=True, slots=True)
class Part:
    """``items``: its numbers, several in a list. modifier: OP or PP. ordinal: counted, not numbered."""

    unit: str
    rank: int
    items: tuple[Label, ...] = ()
    modifier: str = ""
    ordinal: bool = False
    weak: bool = False
    total: int | None = None

    @property
    def doubtful(self) -> bool:
        return any(label.doubtful for label in self.items)


def skip(tokens: Sequence[Token], at: int) -> int:
    """Past articles, unless what looks like one is a letter in brackets."""
    for _ in range(3):
        token = peek(tokens, at)
        if not (("article" in token.tags and "unit" not in token.tags) or token.text == "'") or peek(tokens, at + 1).text in (")", "."):
            return at
        at += 1
    return at


def part(tokens: Sequence[Token], at: int, loose: bool = False, moved: bool = False, listed: int = 0) -> tuple[Part, int] | None:
    """The part at this token, with where it ends; None where no unit stands here."""
    at = skip(tokens, at)
    if "infine" in peek(tokens, at).tags:
        return Part("sentence", RANKS["sentence"], (_label("-1"),)), at + 1
    return _with_ordinal(tokens, at) or _with_unit(tokens, at, loose, moved, listed)


def _label(value: str, kind: str = "num") -> Label:
    return Label((Step(value, kind),))


# ---- third bullet, last sentence -------------------------------------------------------------------------------------


def _with_ordinal(tokens: Sequence[Token], at: int) -> tuple[Part, int] | None:
    values, after = _ordinals(tokens, at)
    if not values:
        return None
    modifier, after = _modifier(tokens, after)
    unit = peek(tokens, after).tags.get("unit", "")
    if unit in ("preamble", "dispositive") or not unit:
        return None
    modifier, after = (modifier, after + 1) if modifier else _modifier(tokens, after + 1)
    values, after = _latin(tokens, after, values)
    items = tuple(_label(value) for value in values)
    return _built(unit, items, modifier, ordinal=True), after


def _ordinals(tokens: Sequence[Token], at: int) -> tuple[list[str], int]:
    """``first``, ``1st and 3rd``, ``3.º, 3.er``, and ``3e`` or ``3o`` where the unit follows."""
    out: list[str] = []
    for _ in range(ORDINALS_AT_MOST):
        value, after = _ordinal(tokens, at)
        if not value:
            return out, at
        out, at = [*out, value], after
        more = at + (peek(tokens, at).text == ",")
        more = skip(tokens, more + ("and" in peek(tokens, more).tags))
        if more == at or not _ordinal(tokens, more)[0]:
            return out, at
        at = more
    return out, at


def _ordinal(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    token = peek(tokens, at)
    if "ordinal" in token.tags:
        return token.tags["ordinal"], at + 1
    listed = "and" in peek(tokens, at + 2).tags and _suffixed(tokens, at + 3)  # "2e et 3e paragraphes"
    return (token.text, at + 2) if _suffixed(tokens, at) and (listed or "unit" in peek(tokens, at + 2).tags) else ("", at)


def _suffixed(tokens: Sequence[Token], at: int) -> bool:
    following = peek(tokens, at + 1)
    return peek(tokens, at).kind == "num" and following.glued and following.low in ("e", "o", "a", "d")


def _latin(tokens: Sequence[Token], at: int, values: list[str]) -> tuple[list[str], int]:
    suffix = peek(tokens, at).low
    return ([*values[:-1], values[-1] + suffix], at + 1) if suffix in LATIN else (values, at)


def _modifier(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    modifier = peek(tokens, at).tags.get("mod", "")
    return modifier, at + bool(modifier)


# ---- paragraph 3, OP7, caput -----------------------------------------------------------------------------------------


def _with_unit(tokens: Sequence[Token], at: int, loose: bool, moved: bool, listed: int) -> tuple[Part, int] | None:
    modifier, after = _modifier(tokens, at)
    token = peek(tokens, after)
    unit = token.tags.get("unit", "")
    if modifier and not unit and (peek(tokens, at).text in ("PP", "PPs") or peek(tokens, at).low in ("op", "ops")):
        unit, after = "para", after - 1
    if modifier and not unit and "unit" in peek(tokens, at).tags:  # préambule alone
        modifier, unit, after = "", peek(tokens, at).tags["unit"], at
    if not unit:
        return None
    plural = 2 if listed or peek(tokens, after).plural else int(len(token.low) <= 5)
    note = " " in token.low or token.low.startswith("f")
    modifier, after = (modifier, after + 1) if modifier else _modifier(tokens, after + 1)
    if "single" in peek(tokens, after).tags:
        return _built(unit, (_label("1"),), modifier), after + 1
    if unit == "page":
        return _page(tokens, after, loose, plural)
    found, end = _numbered(tokens, after, unit, modifier, loose, plural, moved)
    if unit == "annex" and plural == 2 and not found.items:
        return None
    return replace(found, weak=unit in WEAK and not loose and not note), end


def _numbered(tokens: Sequence[Token], at: int, unit: str, modifier: str, loose: bool, listed: int, moved: bool) -> tuple[Part, int]:
    at += (listed == 2 or loose) and peek(tokens, at).text == ":"
    values, after = ([], at) if unit == "chapeau" else _trailing_ordinals(tokens, at)
    if values:
        return _built(unit, tuple(_label(value) for value in values), modifier, ordinal=True), after
    items, end = ([], at) if unit in ("chapeau", "preamble", "dispositive") else labels(tokens, at, loose, listed, moved)
    items, end = (items, end) if unit != "bullet" or all(i.steps[0].value.isdigit() for i in items) else ([], at)
    return _built(unit, tuple(items), modifier), end


def _trailing_ordinals(tokens: Sequence[Token], at: int) -> tuple[list[str], int]:
    """``viñeta tercera``: a word, for a number with its sign of order is a plain number here."""
    return ([], at) if peek(tokens, at).kind == "num" else _ordinals(tokens, at)


def _page(tokens: Sequence[Token], at: int, loose: bool, listed: int) -> tuple[Part, int] | None:
    """``6/54``, ``6 of 54``, ``3-5``."""
    at += loose and peek(tokens, at).text == ":"
    number = peek(tokens, at)
    between, total = peek(tokens, at + 1), peek(tokens, at + 2)
    if number.kind == total.kind == "num" and (between.text == "/" or "of" in between.tags):
        return Part("page", -1, (_label(number.text),), total=int(total.text[:6])), at + 3
    items, end = labels(tokens, at, loose, listed)
    return Part("page", -1, tuple(items)), end


def _built(unit: str, items: tuple[Label, ...], modifier: str, ordinal: bool = False) -> Part:
    if unit == "considerando":
        unit, modifier = "para", "PP"
    return Part(unit, _rank(unit, items), items, modifier, ordinal)


def _rank(unit: str, items: tuple[Label, ...]) -> int:
    """How deep the part stands: by its unit, and by its first number where units are used at any depth."""
    kind = items[0].steps[0].kind if items else ""
    if unit in ("sub", "point", "inciso", "alinea", "numeral") and kind in ("letter", "roman"):
        return 5 if kind == "letter" else 6
    if unit in ("section", "part", "chapter") and kind == "Letter":
        return RANKS["subsection"]
    if unit in ("sub", "alinea") and kind == "num" and len(items[0].steps) > 1:
        return RANKS["para"]
    return RANKS[unit]
