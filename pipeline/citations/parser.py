"""All references of a text, in order: walks the tokens once, from reference to reference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .certainty import certain
from .foreign import other_instrument
from .neighbours import opening_words, with_parents
from .parts import part, skip
from .readings import SECTIONAL, keys_of
from .reference import Reference, document_of, grown, reference
from .steps import peek
from .tokens import Token, tokens_of
from .values import Citation, Document, Key, Relation
from .words import TITLE_CELLS, WHOLE_CELLS
from .written import Found, Written, citations_of

CELL_AT_MOST = 60  # tokens of a clause cell
HEADING_AT_MOST = 8  # words of a heading after its number in a clause cell
UNIT_NEAR = 6  # "new paragraph after 4": how far back a unit may stand that a bare number needs
RELATIONS: dict[str, Relation] = {"after": "after", "before": "before", "between": "between", "old": "old", "merge": "merge"}
JOINING = frozenset(("with", "con", "avec", "com", "into"))
PASSED = frozenset(",;.:-/()[]\n&\"'")


def parse(text: str, language: str = "") -> tuple[Citation, ...]:
    """All references in a clause cell or a sentence, in order; a list gives one citation for each place.

    language: "en", "es", "fr" or "pt" where known; it only ranks the readings of *alínea*.
    """
    tokens, plain, offsets = tokens_of(text)
    found = _cell(tokens, plain) if len(tokens) <= CELL_AT_MOST else None
    if found is None:
        found, _ = _walk(tokens, loose=False)
    return tuple(c for one in found for c in citations_of(one, tokens, Written(text, plain, offsets), language))


# ---- clause cells ----------------------------------------------------------------------------------------------------


def _cell(tokens: list[Token], plain: str) -> list[Found] | None:
    """What a cell cites that holds references and nothing else; None where it is prose."""
    words = " ".join(plain.lower().strip(" .:;()-\n").split())
    if words in WHOLE_CELLS or words in TITLE_CELLS:
        key = Key(("*",) if words in WHOLE_CELLS else ("title",))
        return [Found(Reference(0, len(tokens)), 0, ((key,),))]
    found, complete = _walk(tokens, loose=True)
    return found if complete and found else _headed(found, tokens, plain)


def _headed(found: list[Found], tokens: list[Token], plain: str) -> list[Found] | None:
    """``II.A General objective``: a number and the words of its heading."""
    first = found[0] if found else None
    if first is None or first.start or not first.reference.bare or len(first.keys) != 1:
        return None
    rest = tokens[first.reference.end :]
    rest = rest[1:] if rest and rest[0].text in ("-", ".", ":") else rest
    cites = any(token.tags.keys() & {"unit", "doc"} for token in rest)
    if cites or not rest or len(rest) > HEADING_AT_MOST or rest[-1].text in ".;?!" or not rest[0].text[0].isupper():
        return None
    path = first.keys[0][0].path
    sure = first.confident and len(path) > 1 and not path[0].isdigit()
    heading = plain[rest[0].start : rest[-1].end]
    return [replace(first, reference=replace(first.reference, heading=heading), confident=sure)]


# ---- the walk --------------------------------------------------------------------------------------------------------


def _walk(tokens: list[Token], loose: bool) -> tuple[list[Found], bool]:
    """The references, and whether there is nothing else."""
    out: list[Found] = []
    complete, at, unit_at = True, 0, -UNIT_NEAR - 1
    while at < len(tokens):
        unit_at = at if "unit" in tokens[at].tags else unit_at
        found = _one(tokens, at, loose, at - unit_at <= UNIT_NEAR, out)
        if found and other_instrument(tokens, found.start, found.reference.end):
            complete, at = False, found.reference.end
        elif found and found.keys:
            unit_at = found.reference.end if any(p.unit for _, p in found.reference.parts) else unit_at
            out.append(_judged(tokens, found, out, loose))
            at = found.reference.end
        else:
            complete = complete and _passed(tokens[at]) and not (tokens[at].text == ":" and peek(tokens, at + 1).glued)
            at += 1
    return out, complete


def _passed(token: Token) -> bool:
    return token.text in PASSED or bool(token.tags.keys() & {"and", "of", "article"})


def _judged(tokens: list[Token], found: Found, out: list[Found], loose: bool) -> Found:
    ref = found.reference
    slash = found.start > 1 and peek(tokens, found.start - 1).text == "/" and not tokens[found.start - 1].glued
    alternative = bool(out) and slash and out[-1].reference.end == found.start - 1
    sure = found.confident and certain(tokens, ref, found.keys, loose)
    total = found.total or next((p.total for _, p in ref.parts if p.total), None)
    return replace(found, confident=sure, alternative=alternative, total=total)


def _one(tokens: list[Token], at: int, loose: bool, unit_near: bool, out: list[Found]) -> Found | None:
    """The reference at this token, with the words before it that belong to it."""
    tags = tokens[at].tags
    if "throughout" in tags or "wherever" in tags:
        return _throughout(tokens, at, loose)
    if "same" in tags or "samemod" in tags:
        return _same(tokens, at)
    if "rel" in tags:
        return _related(tokens, at, loose, unit_near)
    if "new" in tags:
        found = _plain(tokens, skip(tokens, at + 1), loose)
        return replace(found, start=at, relation="new") if found and found.keys else None
    if "doc" in tags and "unit" not in tags:
        return _of_document(tokens, at, loose)
    if "to" in tags and out and out[-1].reference.end == at and _moved(tokens, out[-1].start):
        found = _plain(tokens, at + 1, loose, bare=True)
        return replace(found, start=at, relation="to") if found else None
    return (_page_of_total(tokens, at) if loose else None) or _plain(tokens, at, loose, out=out)


def _moved(tokens: list[Token], at: int) -> bool:
    return any("move" in token.tags for token in tokens[max(0, at - 5) : at])


def _plain(tokens: list[Token], at: int, loose: bool, bare: bool = False, listed: int = 0, out: Sequence[Found] = ()) -> Found | None:
    at = skip(tokens, at)
    if at >= len(tokens):
        return None
    ref = reference(tokens, at, loose, _moved(tokens, at), bare, listed)
    if ref is None:
        return None
    before = out[-1].reference if out and out[-1].relation == "at" else None
    ref = opening_words(tokens, with_parents(tokens, before, ref))
    ref = grown(tokens, ref, loose) if ref.quote else ref
    keys = tuple(keys_of(ref.ordered)) or (((Key(),),) if ref.quote or ref.heading else ())
    return _marked_new(tokens, Found(ref, at, keys))


def _marked_new(tokens: list[Token], found: Found) -> Found:
    """``paragraphe 4 bis (nouveau)``."""
    end = found.reference.end
    brackets = peek(tokens, end).text == "(" and peek(tokens, end + 2).text == ")"
    if not found.keys or "new" not in peek(tokens, end + brackets).tags:
        return found
    return replace(found, reference=replace(found.reference, end=end + 1 + 2 * brackets), relation="new")


# ---- words before a reference ----------------------------------------------------------------------------------------


def _related(tokens: list[Token], at: int, loose: bool, unit_near: bool) -> Found | None:
    """after 4, between 4 and 5, former para. 8, merges paras. 10 and 11."""
    relation = RELATIONS[tokens[at].tags["rel"]]
    several = 2 * (relation in ("between", "merge"))
    begin = skip(tokens, at + 1)
    begin += "new" in peek(tokens, begin).tags
    found = _plain(tokens, begin, loose, bare=loose or unit_near or relation == "merge", listed=several)
    if found is None or not found.keys:
        return None
    if several:
        return _several(tokens, found, at, relation, loose)
    listing = any(token.text == ":" for token in tokens[begin : found.reference.end])  # "the following paragraphs: 3 and 4"
    return replace(found, start=at, relation="at" if listing else relation)


def _several(tokens: list[Token], found: Found, at: int, relation: Relation, loose: bool) -> Found | None:
    """The places of "between" and "merge" make one key; fewer than two make none."""
    keys, end, ref = list(found.keys), found.reference.end, found.reference
    for _ in range(4):
        joined = "and" in peek(tokens, end).tags or peek(tokens, end).low in JOINING or peek(tokens, end).text == ","
        more = _plain(tokens, skip(tokens, end + 1), loose, out=(found,)) if joined else None
        if more is None or not more.keys:
            break
        keys, end, found = [*keys, *more.keys], more.reference.end, more
    paths = [key[0].path for key in keys]
    if len(paths) == 1 and keys[0][0].until:
        paths.append(keys[0][0].until)
    if len(paths) < 2:
        return None
    return Found(replace(ref, end=end), at, ((Key(paths[0], also=tuple(paths[1:])),),), relation)


def _same(tokens: list[Token], at: int) -> Found | None:
    """idem; same paragraph, subparagraph (c)."""
    end, step = at + 1, "="
    if "samemod" in tokens[at].tags:
        unit = peek(tokens, end).tags.get("unit", "")
        if not unit or unit in ("sentence", "line", "point") or peek(tokens, end).plural:
            return None
        step = "=section" if unit in SECTIONAL else "=page" if unit == "page" else "="
        end += 1
    inner = end + (peek(tokens, end).text == ",")
    ref = reference(tokens, inner, loose=True) if end < len(tokens) else None
    if ref is None or not keys_of(ref.ordered):
        return Found(opening_words(tokens, Reference(at, end)), at, ((Key((step,)),),), "same")
    keys = tuple(tuple(replace(key, path=(step, *key.path)) for key in keys) for keys in keys_of(ref.ordered))
    return Found(opening_words(tokens, ref), at, keys, "same")


def _throughout(tokens: list[Token], at: int, loose: bool) -> Found | None:
    whole = ((Key(("*",)),),)
    if "wherever" in tokens[at].tags:
        return Found(Reference(at, at + 1), at, whole, "throughout")
    after = skip(tokens, at + 1)
    if "doc" in peek(tokens, after).tags:
        return Found(Reference(at, after + 1, document=document_of(tokens[after])), at, whole, "throughout")
    found = _plain(tokens, after, loose) if part(tokens, after) else None
    if found and found.keys:
        return replace(found, start=at, relation="throughout")
    alone = peek(tokens, at + 1).kind in ("end", "punct") and tokens[at].low == "throughout"
    return Found(Reference(at, at + 1), at, whole, "throughout") if alone else None


def _of_document(tokens: list[Token], at: int, loose: bool) -> Found | None:
    """``Rapporteur's report, para. 12``."""
    document: Document = document_of(tokens[at])
    begin = at + 1 + (peek(tokens, at + 1).text in (",", ":", "(", "-"))
    found = _plain(tokens, begin, loose) if part(tokens, begin) or loose else None
    if found is None or not found.keys:
        return None
    return replace(found, start=at, reference=replace(found.reference, document=found.reference.document or document))


def _page_of_total(tokens: list[Token], at: int) -> Found | None:
    """The cell ``36/173``; of two small numbers the second may as well be a paragraph."""
    number, slash, total = (peek(tokens, i) for i in range(at, at + 3))
    joined = number.kind == total.kind == "num" and (slash.text == "/" or "of" in slash.tags)
    if not joined or peek(tokens, at + 3).text == "/" or len(total.text) > 4:
        return None
    page, pages = int(number.text), int(total.text)
    if not 0 < page <= pages or pages > 2000 or len(number.text) > 4:
        return None
    other = () if pages >= 20 else (Key((number.text, total.text)),)
    return Found(Reference(at, at + 3), at, ((Key((f"p{page}",)), *other),), total=pages)
