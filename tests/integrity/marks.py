"""Revision marks, bookmarks and moves (ECMA-376 part 1, 17.13): ids, authors, dates, pairs, and the text inside."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from lxml import etree

from tests.integrity.package import Package, at
from tests.integrity.stories import elements, enclosing, short, story_parts, w

TRACKED = {
    w(name)
    for name in [
        *("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange"),
        *("trPrChange", "tcPrChange", "cellIns", "cellDel", "cellMerge", "numberingChange"),
        *("moveFromRangeStart", "moveToRangeStart"),
        *("customXmlInsRangeStart", "customXmlDelRangeStart"),
        *("customXmlMoveFromRangeStart", "customXmlMoveToRangeStart"),
    ]
}
NUMBERED_ONLY = {w("tblGridChange")}  # has an id, but no author (17.13.5.33)
DATE = re.compile(r"\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)?")
AUTHOR_LIMIT, INITIALS_LIMIT, NAME_LIMIT = 255, 9, 40
NESTING = {w("del"), w("ins"), w("moveFrom"), w("moveTo")}


def findings(package: Package) -> Iterator[str]:
    seen: dict[str, str] = {}
    for part, root in story_parts(package):
        for element in elements(root):
            if element.tag in TRACKED or element.tag in NUMBERED_ONLY:
                yield from id_findings(part, element, seen)
            if element.tag in TRACKED or element.tag == w("comment"):
                yield from (at(part, element, what) for what in author_findings(element))
            yield from (at(part, element, what) for what in text_findings(element))


def id_findings(part: str, element: etree._Element, seen: dict[str, str]) -> Iterator[str]:
    number = element.get(w("id"), "")
    if not re.fullmatch(r"-?\d+", number):
        yield at(part, element, f"w:id={number!r} is no number")
    elif number in seen:
        yield at(part, element, f"w:id={number} is also that of {seen[number]}")
    else:
        seen[number] = f"w:{short(element.tag)} in {part}"


def author_findings(element: etree._Element) -> Iterator[str]:
    author, date, initials = (element.get(w(name)) for name in ("author", "date", "initials"))
    if author is None:
        yield "has no author"
    elif len(author) > AUTHOR_LIMIT:
        yield f"its author has {len(author)} characters, over {AUTHOR_LIMIT}"
    if initials and len(initials) > INITIALS_LIMIT:
        yield f"its initials have {len(initials)} characters, over {INITIALS_LIMIT}"
    if date is not None and not DATE.fullmatch(date):
        yield f"w:date={date!r} is no date and time"


def text_findings(element: etree._Element) -> Iterator[str]:
    """w:del holds w:delText and w:delInstrText; w:moveFrom keeps w:t (17.13.5.14, 17.13.5.22)."""
    if element.tag in (w("t"), w("instrText")):
        if inside(element, w("del")):
            yield f"live w:{short(element.tag)} inside w:del"
    elif element.tag in (w("delText"), w("delInstrText")):
        if not inside(element, w("del")):
            yield f"w:{short(element.tag)} outside any w:del"
    elif element.tag in NESTING and inside(element, element.tag):
        yield f"w:{short(element.tag)} inside w:{short(element.tag)}"


def inside(element: etree._Element, tag: str) -> bool:
    return any(outer.tag == tag for outer in enclosing(element))


def bookmark_findings(package: Package) -> Iterator[str]:
    names: Counter[str] = Counter()
    numbers: Counter[str] = Counter()
    for part, root in story_parts(package):
        starts = [element for element in elements(root) if element.tag == w("bookmarkStart")]
        ends = [element for element in elements(root) if element.tag == w("bookmarkEnd")]
        yield from pair_findings(part, starts, ends)
        for start in starts:
            name = start.get(w("name"), "")
            names[name.lower()] += 1
            numbers[start.get(w("id"), "")] += 1
            if names[name.lower()] > 1:
                yield at(part, start, f"the bookmark name {name!r} stands twice")
            if numbers[start.get(w("id"), "")] > 1:
                yield at(part, start, f"the bookmark id {start.get(w('id'))} stands twice")
            if not name or len(name) > NAME_LIMIT:
                yield at(part, start, f"the bookmark name {name!r} is empty or over {NAME_LIMIT} characters")


def pair_findings(part: str, starts: list[etree._Element], ends: list[etree._Element]) -> Iterator[str]:
    opened = Counter(start.get(w("id")) for start in starts)
    closed = Counter(end.get(w("id")) for end in ends)
    for element in starts:
        if element.get(w("id")) not in closed:
            yield at(part, element, f"w:{short(element.tag)} {element.get(w('id'))} has no end")
    for element in ends:
        if closed[element.get(w("id"))] > opened[element.get(w("id"))]:
            yield at(part, element, f"w:{short(element.tag)} {element.get(w('id'))} has no start")


def move_findings(package: Package) -> Iterator[str]:
    """Each range is closed, its name stands once on each side, and marks of that side stand inside it."""
    places: dict[str, dict[str, str]] = {"moveFrom": {}, "moveTo": {}}
    for part, root in story_parts(package):
        for side in places:
            yield from side_findings(part, root, side, places[side])
    for side, other in (("moveFrom", "moveTo"), ("moveTo", "moveFrom")):
        for name in places[side].keys() - places[other].keys():
            yield f"{places[side][name]}: the move {name!r} has no {other} side"


def side_findings(part: str, root: etree._Element, side: str, places: dict[str, str]) -> Iterator[str]:
    open_ranges: dict[str, etree._Element] = {}
    filled: dict[str, bool] = defaultdict(bool)
    for element in elements(root):
        number = element.get(w("id"), "")
        if element.tag == w(f"{side}RangeStart"):
            name = element.get(w("name"), "")
            if not name or name in places:
                yield at(part, element, f"the move name {name!r} is empty or stands twice on the {side} side")
            places[name] = at(part, element, side)
            open_ranges[number] = element
        elif element.tag == w(f"{side}RangeEnd"):
            start = open_ranges.pop(number, None)
            if start is None:
                yield at(part, element, f"{side}RangeEnd {number} has no start")
            elif not filled[number]:
                yield at(part, start, f"no w:{side} stands in the range of the move {start.get(w('name'))!r}")
        elif element.tag == w(side):
            filled.update(dict.fromkeys(open_ranges, True))
            # Word leaves a moved paragraph mark outside: it stands in w:pPr, before the range that starts in its text
            if not open_ranges and element.getparent().tag != w("rPr"):
                yield at(part, element, f"w:{side} outside any {side} range")
    for start in open_ranges.values():
        yield at(part, start, f"{side}RangeStart {start.get(w('id'))} has no end")
