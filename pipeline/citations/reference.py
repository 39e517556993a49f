"""One whole reference: its parts from either end, with what is said about it (relation, document, opening words)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .foreign import other_report
from .parts import Part, part, skip
from .steps import Label, aligned, alike, chain, enumerator, labels, peek
from .tokens import Token, label_like, roman
from .values import Document
from .words import RANKS

PARTS_AT_MOST = 8
TIES = frozenset(("-", ":", ";"))


@dataclass(frozen=True, slots=True)
class Reference:
    """Tokens [start, end) and the parts in them, each with the number of "of" before it: more of them, larger unit."""

    start: int
    end: int
    parts: tuple[tuple[int, Part], ...] = ()
    document: Document = ""
    quote: str = ""
    heading: str = ""
    bare: bool = False
    moved: bool = False
    shared: tuple[Part, ...] = field(default=())  # parents that a neighbour gives

    @property
    def ordered(self) -> tuple[Part, ...]:
        """From the largest part to the smallest; of two alike, what stands after "of" holds the other."""
        ranked = sorted(self.parts, key=lambda entry: (entry[1].rank, -entry[0]))
        return (*self.shared, *(found for _, found in ranked))

    @property
    def ranks(self) -> frozenset[int]:
        return frozenset(found.rank for _, found in self.parts)

    def holding(self, parents: tuple[Part, ...]) -> Reference:
        return replace(self, shared=(*parents, *self.shared))


def reference(tokens: Sequence[Token], at: int, loose: bool, moved: bool = False, bare: bool = False, listed: int = 0) -> Reference | None:
    """The reference that begins at this token. loose: a clause cell; bare: numbers without a unit may stand here."""
    first = part(tokens, at, loose, moved, listed)
    if first is None:
        first = bare_part(tokens, at, loose, moved, listed) if loose or bare else _strong(tokens, at, moved)
        found = first and Reference(at, first[1], ((0, first[0]),), bare=True, moved=moved)
    else:
        found = Reference(at, first[1], ((0, first[0]),), moved=moved)
    if not found:
        return None
    heading = _heading(tokens, found)
    return grown(tokens, replace(found, heading=heading, end=found.end + bool(heading)), loose)


def bare_part(tokens: Sequence[Token], at: int, loose: bool, moved: bool, listed: int = 0) -> tuple[Part, int] | None:
    if enumerator(tokens, at):
        return None
    joins = bool(peek(tokens, at).tags.keys() & {"and", "article", "of", "to"})
    if joins and peek(tokens, at + 1).kind == "word":
        return None
    items, end = labels(tokens, at, loose, 2 if loose or listed else 0, moved)
    return (Part("", _bare_rank(items[0]), tuple(items)), end) if items else None


def _bare_rank(label: Label) -> int:
    return {"Roman": 1, "Letter": 2, "letter": 5, "roman": 6}.get(label.steps[0].kind, 3)


def _strong(tokens: Sequence[Token], at: int, moved: bool) -> tuple[Part, int] | None:
    """A number that no prose holds by chance: II.A.3, 3 (b)."""
    if not (tokens[at].kind == "num" or (tokens[at].kind == "word" and "I" <= tokens[at].text[0] <= "X")):
        return None
    label = chain(tokens, at)
    steps = label[0].steps if label else ()
    if label is None or len(steps) < 2:
        return None
    sectional = steps[0].kind == "Roman" and "A" <= steps[1].value[0] <= "K" and (len(steps) > 2 or len(steps[0].value) > 1)
    lettered = steps[0].kind == "num" and label[0].bracketed and steps[1].kind in ("letter", "roman")
    if not (sectional or lettered):
        return None
    items, end = labels(tokens, at, False, 0, moved)
    return Part("", _bare_rank(items[0]), tuple(items)), end


def _heading(tokens: Sequence[Token], found: Reference) -> str:
    """``section "Specific objectives"``: the words of the heading stand for its number."""
    unit = found.parts[0][1]
    quote = peek(tokens, found.end)
    named = unit.unit in ("section", "heading", "subsection") and not unit.items and quote.kind == "quote"
    return quote.text.strip('" ') if named else ""


# ---- larger and smaller parts ----------------------------------------------------------------------------------------


def grown(tokens: Sequence[Token], found: Reference, loose: bool) -> Reference:
    """With all the parts that are tied to it."""
    for _ in range(PARTS_AT_MOST):
        more = _until(tokens, found) or _bracketed(tokens, found) or _of(tokens, found, loose) or _tied(tokens, found, loose)
        if more is None:
            return found
        found = more
    return found


def _with(found: Reference, new: Part, end: int, deeper: int = 0) -> Reference:
    """With one more part; a point or item after a letter stands under it, wherever it stands elsewhere."""
    last_of, last = found.parts[-1]
    if deeper and new.rank > last.rank:  # numeral 5 del literal A
        new = replace(new, rank=last.rank - 1)
    if new.unit in ("point", "numeral", "inciso") and last.rank >= 4 and not deeper and new.rank <= last.rank:
        new = replace(new, rank=last.rank + 1)
    if new.unit == "line" and any(p.unit in ("table", "row") for _, p in found.parts):
        new = replace(new, unit="row", rank=RANKS["row"])  # French and Portuguese have one word for both
    if last.unit == "" and new.unit == "line":
        found = replace(found, parts=(*found.parts[:-1], (last_of, replace(last, unit="page", rank=-1))))
    return replace(found, parts=(*found.parts, (last_of + deeper, new)), end=end)


def _bracketed(tokens: Sequence[Token], found: Reference) -> Reference | None:
    """``paragraph 7 (chapeau)``."""
    inner = part(tokens, found.end + 1) if peek(tokens, found.end).text == "(" else None
    if inner is None or peek(tokens, inner[1]).text != ")" or inner[0].rank in found.ranks or not _says(inner[0]):
        return None
    return _with(found, inner[0], inner[1] + 1)


def _until(tokens: Sequence[Token], found: Reference) -> Reference | None:
    """``paragraph 3 to paragraph 5``: a range that says its unit twice."""
    last_of, last = found.parts[-1]
    new = part(tokens, found.end + 1) if peek(tokens, found.end).tags.keys() & {"to"} or peek(tokens, found.end).text == "-" else None
    if found.moved or new is None or new[0].unit != last.unit or len(last.items) != 1 or len(new[0].items) != 1:
        return None
    item = replace(last.items[0], until=aligned(last.items[0].steps, new[0].items[0].steps))
    return replace(found, parts=(*found.parts[:-1], (last_of, replace(last, items=(item,)))), end=new[1])


def _says(found: Part) -> bool:
    return bool(found.items) or found.unit in ("chapeau", "annex")


def _of(tokens: Sequence[Token], found: Reference, loose: bool) -> Reference | None:
    """``... of paragraph 3``, ``... of the Rapporteur's report``, ``... on page 7``."""
    at = found.end + (peek(tokens, found.end).text == "," and "of" in peek(tokens, found.end + 1).tags)
    if "of" not in peek(tokens, at).tags:
        return None
    at = skip(tokens, at + 1)
    token = peek(tokens, at)
    if "doc" in token.tags and not _longer_name(tokens, at):
        return replace(found, document=document_of(token), end=at + 1)
    larger = part(tokens, at, loose)
    if larger is None and label_like(token) and ((roman(token.text) and token.text.isupper()) or (loose and token.kind != "num")):
        larger = bare_part(tokens, at, loose, False)
    if larger is None or (not _says(larger[0]) and larger[0].unit not in ("preamble", "dispositive")):
        return None
    return _with(found, larger[0], larger[1], 1)


def _longer_name(tokens: Sequence[Token], at: int) -> bool:
    """``the text of ...``, ``the report of the Commission``."""
    return (tokens[at].low == "text" and "of" in peek(tokens, at + 1).tags) or other_report(tokens, at)


def document_of(token: Token) -> Document:
    return "report" if token.tags["doc"] == "report" else "draft"


def _tied(tokens: Sequence[Token], found: Reference, loose: bool) -> Reference | None:
    """``section II, paragraph 3``; without a comma; after a dash or colon; a bare number in a cell."""
    token = peek(tokens, found.end)
    at = found.end + ((token.text in TIES and (loose or token.text != ";")) or token.text == ",")
    at += at > found.end and token.text == "," and "of" in peek(tokens, at).tags and "unit" in peek(tokens, skip(tokens, at + 1)).tags
    if "rel" in peek(tokens, at).tags or "move" in peek(tokens, at).tags:
        return None
    new = part(tokens, at, loose)
    if new is None and (loose or at > found.end or found.parts[-1][1].unit == "section"):
        new = _bare_below(tokens, at, found, loose)
    if new is None or not (new[0].items or new[0].unit == "chapeau"):
        return None
    flexible = new[0].unit in ("point", "numeral", "inciso", "alinea") and found.parts[-1][1].rank >= 4
    if new[0].rank in found.ranks and not flexible:
        return None
    return _with(found, *new)


def _bare_below(tokens: Sequence[Token], at: int, found: Reference, loose: bool) -> tuple[Part, int] | None:
    """``sect. II, 3 (b)``: a number under the one before; in prose only where it cannot be a quantity."""
    joins = "and" in peek(tokens, at).tags and peek(tokens, at + 1).text != ")"
    label = None if joins or enumerator(tokens, at) else chain(tokens, at, loose)
    last = found.parts[-1][1]
    if label is None or not last.items or alike(last.items[-1].steps[-1], label[0].steps[0]):
        return None
    if not loose and not label[0].bracketed:
        return None
    rank = max(_bare_rank(label[0]), last.rank + 1)
    return Part("", rank, (label[0],)), label[1]
