"""Places by page: "page 7, paragraph 4", "p. 106", by the page starts that the document or its PDF gave."""

from __future__ import annotations

from .ground import Ground, Place
from .numbers import Around, Hits, matched
from .values import Key

COUNTED, WITH_HEADINGS, NUMBERED, AGREED = 0.7, 0.6, 0.65, 0.85
WHOLE_PAGE, LINE, OTHER_TOTAL = 0.5, 0.3, 0.6


def on_page(key: Key, ground: Ground, around: Around, total: int | None) -> list[tuple[tuple[Place, ...], float]]:
    """The places of a page reference, ranked; a total that is not this document's makes the page doubtful."""
    weight = OTHER_TOTAL if total and ground.total and total != ground.total else 1.0
    first = int(key.path[0][1:])
    last = int(key.until[0][1:]) if key.until and key.until[0][1:].isdigit() else first
    here = tuple(p for p in ground.places if first <= ground.pages.get(p.id, 0) <= last and p.words)
    if not here:
        return []
    rest = key.path[1:]
    if not rest or rest[0].startswith("l"):
        return [(here, (LINE if rest else WHOLE_PAGE) * weight)]
    return [((place,), score * weight) for place, score in _in(rest, here, ground, around)]


def _in(rest: tuple[str, ...], here: tuple[Place, ...], ground: Ground, around: Around) -> Hits:
    number = rest[0].lstrip("#")
    if not number.lstrip("-").isdigit() or (len(rest) > 1 and not rest[1].startswith(("s", "chapeau"))):
        stand = {place.id for place in here}
        found = [(p, s) for p, s in matched(Key(rest), ground, around) if p.id in stand]
        return [(p, AGREED) for p, _ in found] if len(found) == 1 else [(p, min(s, COUNTED)) for p, s in found]
    return _fourth(int(number), here)


def _fourth(number: int, here: tuple[Place, ...]) -> Hits:
    """The fourth paragraph of the page, or the one numbered 4; headings are counted by few."""
    paragraphs = [place for place in here if place.kind == "paragraph"]
    blocks = [place for place in here if place.kind in ("paragraph", "heading", "title")]
    numbered = [place for place in here if place.path[-1:] == (str(number),)]
    counted = [(place, AGREED if numbered == [place] else score) for place, score in _nth(paragraphs, number, COUNTED)]
    others = [*((place, NUMBERED) for place in numbered), *_nth(blocks, number, WITH_HEADINGS)]
    best: dict[str, tuple[Place, float]] = {}
    for place, score in [*counted, *others]:
        best.setdefault(place.id, (place, score))
    return list(best.values())


def _nth(places: list[Place], number: int, score: float) -> Hits:
    at = number - 1 if number > 0 else number
    return [(places[at], score)] if number and -len(places) <= at < len(places) else []
