"""Automatic numbers of paragraphs, as Word shows them, and what hangs on them: indents and heading levels.

Word stores no number, only how to count (ECMA-376 Part 1, 17.9): a paragraph, or its style, points to a ``w:num``,
which points to a ``w:abstractNum`` of up to nine levels. Nothing here raises: broken numbering gives no number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BULLET = "•"
LEVELS = 9
TWIPS = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "pc": 240.0, "pi": 240.0}
SUFFIXES = {"space": " ", "nothing": ""}
HEADING = re.compile(
    r"(?:heading|t[ií]?tulo|titre|titolo|ü?berschrift|intestazione|rubrik|kop|otsikko|nagwek|overskrift)\s?([1-9])",
    re.IGNORECASE,
)
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
         (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True)
class Number:
    """The automatic number of one paragraph: ``text`` as shown, ``suffix`` the white space after it (17.9.28)."""

    text: str
    level: int
    num_id: str
    abstract_id: str
    value: int
    format: str
    suffix: str = "\t"


@dataclass(frozen=True)
class _Level:
    """One ``w:lvl`` (17.9.6); ``restart`` is the one-based level that restarts it (17.9.10), 0 for never."""

    start: int
    format: str
    text: str
    restart: int
    legal: bool
    style: str | None
    suffix: str
    indent: etree._Element | None


@dataclass
class _Style:
    """One paragraph or numbering style, its properties and its place in the chain (17.7.4.3 ``basedOn``)."""

    id: str
    name: str
    based_on: str | None
    properties: etree._Element | None


@dataclass(frozen=True)
class _Reference:
    """A paragraph's membership in a list; ``depth`` is the style in the chain that gave it, -1 for the paragraph."""

    num_id: str
    level: int
    depth: int


@dataclass
class _Counts:
    """The running counts of one story: per abstract list, and which start overrides have been spent."""

    values: dict[str, list[int | None]] = field(default_factory=dict)
    spent: set[tuple[str, int]] = field(default_factory=set)


# ---- reading ---------------------------------------------------------------------------------------------------------


def _parse(xml: bytes | None) -> etree._Element | None:
    """The root of a part, or None; no entity is resolved and no network touched, since the part is a stranger's."""
    try:
        return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True)) if xml else None
    except (etree.XMLSyntaxError, ValueError):
        return None


def _children(root: etree._Element | None, name: str) -> Iterator[etree._Element]:
    return iter(()) if root is None else root.iterchildren(W + name)


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    return None if element is None else element.find(W + name)


def _val(element: etree._Element | None, name: str) -> str | None:
    child = _child(element, name)
    value: str | None = None if child is None else child.get(W + "val")
    return value


def _flag(element: etree._Element, name: str) -> bool:
    """A toggle is on when present without ``w:val`` (17.17.4)."""
    return element.find(W + name) is not None and _val(element, name) not in ("0", "false", "off")


def _integer(text: str | None) -> int | None:
    try:
        return int(text) if text and len(text) < 11 else None
    except ValueError:
        return None


def _twips(text: str | None) -> int | None:
    """Twips from a plain integer or a measure with a unit (22.9.2.14), such as ``36pt`` in Strict files."""
    match = re.fullmatch(r"(-?\d{1,7}(?:\.\d+)?)(pt|in|cm|mm|pc|pi)?", text or "")
    return round(float(match[1]) * TWIPS.get(match[2], 1.0)) if match else None


def _read_level(lvl: etree._Element, index: int) -> _Level:
    """Omitted parts take the standard's values: start 0 (17.9.25), decimal (17.9.17), no text (17.9.11), tab."""
    restart = _integer(_val(lvl, "lvlRestart"))
    fallback = lvl.find(f".//{W}numFmt")  # inside mc:AlternateContent, for custom formats
    return _Level(
        start=_integer(_val(lvl, "start")) or 0,
        format=_val(lvl, "numFmt") or ("decimal" if fallback is None else fallback.get(W + "val", "decimal")),
        text=_val(lvl, "lvlText") or "",
        restart=index if restart is None else restart,
        legal=_flag(lvl, "isLgl"),
        style=_val(lvl, "pStyle"),
        suffix=SUFFIXES.get(_val(lvl, "suff") or "tab", "\t"),
        indent=lvl.find(f"{W}pPr/{W}ind"),
    )


def _read_levels(parent: etree._Element | None) -> dict[int, _Level]:
    """The levels of an ``w:abstractNum``, or those that the overrides of a ``w:num`` replace whole (17.9.8)."""
    found = [] if parent is None else [*parent.iterchildren(W + "lvl"), *parent.iterfind(f"{W}lvlOverride/{W}lvl")]
    levels = ((_integer(lvl.get(W + "ilvl")) or 0, lvl) for lvl in found)
    return {index: _read_level(lvl, index) for index, lvl in levels if 0 <= index < LEVELS}


def _read_starts(num: etree._Element) -> dict[int, int]:
    """The start overrides of a ``w:num`` by level (17.9.26)."""
    overrides = num.iterchildren(W + "lvlOverride")
    pairs = ((_integer(item.get(W + "ilvl")), _integer(_val(item, "startOverride"))) for item in overrides)
    return {level: start for level, start in pairs if level is not None and start is not None}


# ---- writing a count -------------------------------------------------------------------------------------------------


def _decimal(value: int) -> str:
    return str(value)


def _decimal_zero(value: int) -> str:
    return f"{value:02d}"


def _roman(value: int) -> str:
    """Lower-case Roman; Word counts lists to 32,767 and has no numeral for zero."""
    if not 0 < value <= 32767:
        return str(value)
    text = ""
    for size, numeral in ROMAN:
        text, value = text + numeral * (value // size), value % size
    return text


def _letter(value: int) -> str:
    """a to z, then aa, bb, cc; Word starts again after 780 (17.18.59 ``lowerLetter``, observed)."""
    if value < 1:
        return str(value)
    turn, index = divmod((value - 1) % 780, 26)
    return "abcdefghijklmnopqrstuvwxyz"[index] * (turn + 1)


def _ordinal(value: int) -> str:
    """English ordinals; Word follows the language of the run, which does not bear on citations."""
    teen = 10 < abs(value) % 100 < 14
    return f"{value}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(abs(value) % 10, 'th')}"


def _nothing(value: int) -> str:
    return ""


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": _decimal,
    "decimalZero": _decimal_zero,
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda value: _letter(value).upper(),
    "lowerLetter": _letter,
    "ordinal": _ordinal,
    "none": _nothing,
    "bullet": _nothing,
}


# ---- styles ----------------------------------------------------------------------------------------------------------


class _Styles:
    """The paragraph and numbering styles of ``styles.xml``, with their chains of ``basedOn`` remembered."""

    def __init__(self, root: etree._Element | None) -> None:
        self._paragraph: dict[str, _Style] = {}
        self._numbering: dict[str, _Style] = {}
        self._default: str | None = None
        self._chains: dict[str | None, tuple[_Style, ...]] = {}
        for element in _children(root, "style"):
            self._add(element)

    def _add(self, element: etree._Element) -> None:
        kind, style_id = element.get(W + "type", "paragraph"), element.get(W + "styleId", "")
        name, based_on = _val(element, "name") or "", _val(element, "basedOn")
        style = _Style(style_id, name, based_on, _child(element, "pPr"))
        {"paragraph": self._paragraph, "numbering": self._numbering}.get(kind, {})[style_id] = style
        if kind == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
            self._default = style_id

    def chain(self, style_id: str | None) -> tuple[_Style, ...]:
        """The style and its ancestors, nearest first; without a known style, the default one's (17.7.4.17)."""
        if style_id not in self._chains:
            self._chains[style_id] = tuple(self._walk(style_id if style_id in self._paragraph else self._default))
        return self._chains[style_id]

    def _walk(self, style_id: str | None) -> Iterator[_Style]:
        seen: set[str] = set()
        while style_id is not None and style_id in self._paragraph and style_id not in seen:
            seen.add(style_id)
            yield self._paragraph[style_id]
            style_id = self._paragraph[style_id].based_on

    def list_of(self, style_id: str) -> str | None:
        """The ``w:numId`` that a numbering style carries (17.9.21)."""
        style = self._numbering.get(style_id)
        return _val(_child(style.properties, "numPr"), "numId") if style else None


# ---- lists -----------------------------------------------------------------------------------------------------------


class _Lists:
    """The lists of ``numbering.xml``, each level read once when first asked for."""

    def __init__(self, root: etree._Element | None, styles: _Styles) -> None:
        self._styles = styles
        self._abstracts = {a.get(W + "abstractNumId", ""): a for a in _children(root, "abstractNum")}
        self._nums = {n.get(W + "numId", ""): n for n in _children(root, "num")}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._starts: dict[str, dict[int, int]] = {}

    def abstract_of(self, num_id: str) -> str | None:
        abstract_id = _val(self._nums.get(num_id), "abstractNumId")
        return abstract_id if abstract_id in self._abstracts else None

    def levels(self, num_id: str) -> dict[int, _Level]:
        """The levels of a list, its own overrides first, then its abstract list or the one that its style links to."""
        if num_id not in self._levels:
            self._levels[num_id] = {}  # a list that links to itself ends here
            self._levels[num_id] = self._inherited(num_id) | _read_levels(self._nums.get(num_id))
        return self._levels[num_id]

    def _inherited(self, num_id: str) -> dict[int, _Level]:
        abstract = self._abstracts.get(self.abstract_of(num_id) or "")
        target = self._linked(_val(abstract, "numStyleLink"))
        return self.levels(target) if target and target != num_id else _read_levels(abstract)

    def _linked(self, style_id: str | None) -> str | None:
        """The list behind a ``w:numStyleLink`` (17.9.21): by its style, else by the ``w:styleLink`` that answers it."""
        if style_id is None:
            return None
        return self._styles.list_of(style_id) or next((n for n in self._nums if self._answers(n, style_id)), None)

    def _answers(self, num_id: str, style_id: str) -> bool:
        return _val(self._abstracts.get(self.abstract_of(num_id) or ""), "styleLink") == style_id

    def override(self, num_id: str, level: int) -> int | None:
        if num_id not in self._starts:
            self._starts[num_id] = _read_starts(self._nums[num_id])
        return self._starts[num_id].get(level)

    def linked_level(self, num_id: str, style_id: str) -> int | None:
        """The level that names the style in ``w:pStyle``, which outranks the style's own ``w:ilvl`` (17.9.23)."""
        return next((i for i, level in sorted(self.levels(num_id).items()) if level.style == style_id), None)

    def start(self, num_id: str, level: int) -> int:
        override, own = self.override(num_id, level), self.levels(num_id).get(level)
        return override if override is not None else own.start if own else 1


# ---- the whole -------------------------------------------------------------------------------------------------------


class Numbering:
    """Numbers, indents and heading levels of the paragraphs of one document.

    Built from the bytes of ``numbering.xml`` and ``styles.xml``; either may be missing.
    """

    def __init__(self, numbering_xml: bytes | None, styles_xml: bytes | None) -> None:
        self._styles = _Styles(_parse(styles_xml))
        self._lists = _Lists(_parse(numbering_xml), self._styles)
        self._by_style: dict[tuple[str | None, str | None, str | None], _Reference | None] = {}
        self._outlines: dict[str | None, int | None] = {}

    def number(self, paragraphs: Iterable[etree._Element]) -> list[Number | None]:
        """The number of each ``w:p`` of one story in document order; None where Word shows none.

        The caller leaves out paragraphs that do not count, such as those whose mark is deleted.
        """
        counts = _Counts()
        references = (self._reference(paragraph.find(W + "pPr")) for paragraph in paragraphs)
        return [self._count(reference, counts) if reference else None for reference in references]

    def indent_of(self, paragraph: etree._Element) -> tuple[int | None, int | None]:
        """Left indent and hanging indent in twips; a first-line indent counts as a negative hanging.

        The paragraph outranks its list level, which outranks the style, unless that style (or one based on it)
        gave the list: then the style outranks the level (17.9.22, 17.3.1.12).
        """
        sources = list(self._indents(paragraph.find(W + "pPr")))
        return _first(_left(source) for source in sources), _first(_hanging(source) for source in sources)

    def outline_level(self, paragraph: etree._Element) -> int | None:
        """The zero-based heading level by ``w:outlineLvl`` (17.3.1.20) or style; None for body text and Title."""
        properties = paragraph.find(W + "pPr")
        own = _integer(_val(properties, "outlineLvl"))
        return self._style_outline(_val(properties, "pStyle")) if own is None else _heading(own)

    def _style_outline(self, style_id: str | None) -> int | None:
        if style_id not in self._outlines:
            levels = (_outline(style) for style in self._styles.chain(style_id))
            unknown = None if self._styles.chain(style_id) else _named(style_id or "")
            self._outlines[style_id] = _heading(next((level for level in levels if level is not None), unknown))
        return self._outlines[style_id]

    def _reference(self, properties: etree._Element | None) -> _Reference | None:
        style_id, own = _val(properties, "pStyle"), _child(properties, "numPr")
        key = style_id, _val(own, "numId"), _val(own, "ilvl")
        if key not in self._by_style:
            self._by_style[key] = self._resolve(*key)
        return self._by_style[key]

    def _resolve(self, style_id: str | None, num_id: str | None, ilvl: str | None) -> _Reference | None:
        """List and level each come from the nearest that states them; ``numId`` 0 takes the number away (17.9.18)."""
        chain = self._styles.chain(style_id)
        stated = [(num_id, ilvl), *(_numbering_of(style) for style in chain)]
        depth, found = next(((i - 1, n) for i, (n, _) in enumerate(stated) if n is not None), (-1, None))
        if found in (None, "0") or self._lists.abstract_of(found) is None:
            return None
        linked = None if ilvl else _first(self._lists.linked_level(found, style.id) for style in chain)
        level = linked if linked is not None else _first(_integer(i) for _, i in stated) or 0
        return _Reference(found, level, depth) if level in self._lists.levels(found) else None

    def _indents(self, properties: etree._Element | None) -> Iterator[etree._Element]:
        """Every ``w:ind`` that bears on the paragraph, strongest first."""
        reference = self._reference(properties)
        level = self._lists.levels(reference.num_id)[reference.level].indent if reference else None
        styles = [_child(style.properties, "ind") for style in self._styles.chain(_val(properties, "pStyle"))]
        place = reference.depth + 1 if reference else 0
        sources = [_child(properties, "ind"), *styles[:place], level, *styles[place:]]
        return (source for source in sources if source is not None)

    def _count(self, reference: _Reference, counts: _Counts) -> Number:
        num_id, level = reference.num_id, reference.level
        abstract_id = self._lists.abstract_of(num_id) or ""
        values = counts.values.setdefault(abstract_id, [None] * LEVELS)
        self._advance(reference, values, counts.spent)
        shape = self._lists.levels(num_id)[level]
        label = self._label(num_id, level, values)
        return Number(label, level, num_id, abstract_id, values[level] or 0, shape.format, shape.suffix)

    def _advance(self, reference: _Reference, values: list[int | None], spent: set[tuple[str, int]]) -> None:
        """Counts one on. All lists of an abstract list share its counts; a start override resets them, once."""
        num_id, level = reference.num_id, reference.level
        for above in range(level):  # a level that was jumped over counts as begun (observed)
            values[above] = self._lists.start(num_id, above) if values[above] is None else values[above]
        before = values[level]
        fresh = self._lists.override(num_id, level) is not None and (num_id, level) not in spent
        spent.add((num_id, level))
        values[level] = self._lists.start(num_id, level) if fresh or before is None else before + 1
        self._restart_below(num_id, level, values)

    def _restart_below(self, num_id: str, level: int, values: list[int | None]) -> None:
        """Deeper levels start again when the level that restarts them, or one above it, is used (17.9.10)."""
        for index, below in self._lists.levels(num_id).items():
            if index > level and level < below.restart:
                values[index] = None

    def _label(self, num_id: str, level: int, values: list[int | None]) -> str:
        levels = self._lists.levels(num_id)
        if levels[level].format == "bullet":
            return BULLET
        return re.sub("%([1-9])", lambda m: _part(levels, level, int(m[1]) - 1, values), levels[level].text)


def _part(levels: dict[int, _Level], level: int, index: int, values: list[int | None]) -> str:
    """One ``%n`` of a label in the format of its own level, or in digits where the label is legal (17.9.4)."""
    value = values[index]
    if value is None or index > level or index not in levels:
        return ""
    shape = levels[index].format
    return FORMATS.get("decimal" if levels[level].legal and shape != "none" else shape, _decimal)(value)


def _first(values: Iterable[int | None]) -> int | None:
    return next((value for value in values if value is not None), None)


def _numbering_of(style: _Style) -> tuple[str | None, str | None]:
    own = _child(style.properties, "numPr")
    return _val(own, "numId"), _val(own, "ilvl")


def _left(indent: etree._Element) -> int | None:
    return _twips(indent.get(W + "left") or indent.get(W + "start"))


def _hanging(indent: etree._Element) -> int | None:
    """Hanging outranks first-line where both stand (17.3.1.12)."""
    first_line = _twips(indent.get(W + "firstLine"))
    hanging = _twips(indent.get(W + "hanging"))
    return hanging if hanging is not None else None if first_line is None else -first_line


def _heading(level: int | None) -> int | None:
    """Level 9 means body text (17.3.1.20)."""
    return level if level is not None and 0 <= level < LEVELS else None


def _outline(style: _Style) -> int | None:
    """What one style says of the heading level: 0 to 8, 9 for body text, None to ask the style it is based on.

    Word writes built-in names in English in every language; other programs localise the name or only the id.
    """
    stated = _integer(_val(style.properties, "outlineLvl"))
    if stated is None and style.name.casefold() == "title":
        return LEVELS
    return stated if stated is not None else _first((_named(style.name), _named(style.id)))


def _named(name: str) -> int | None:
    match = HEADING.fullmatch(name)
    return int(match[1]) - 1 if match else None
