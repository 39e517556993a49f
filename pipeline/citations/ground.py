"""The documents that references point into: the provisions of the draft, and the paragraphs of the report, as places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..labels import NUMBER
from ..model import Provision
from .tokens import fold

Steps = tuple[str, ...]
REPEATED = re.compile(r" \(\d+(?:st|nd|rd|th)\)$")
WORDED = re.compile(r"(?P<name>Table|row|column|footnote|endnote|bullet|para\.) (?P<n>.+)")
SHORT = {"Table": "T", "row": "r", "column": "c", "footnote": "FN", "endnote": "EN", "bullet": "#", "para.": ""}
NUMBERED = re.compile(r"(?:[IVXL]+|[A-Z]|\d{1,3}(?: ?(?:bis|ter|quater))?)?(?:\.\w{1,3}(?: ?(?:bis|ter|quater))?)*(?:\([\w ]+\))*")
ORGAN = re.compile(r"[^a-z]+[,:]?")  # "THE GENERAL ASSEMBLY," opens and carries the paragraphs of a resolution, but is none
CLAUSE_END = re.compile(r"[,;](?: (?:and|y|et|e))?$")


@dataclass(frozen=True, slots=True)
class Place:
    """One provision as references see it. path: the steps of its label. order: its place in the document. words: without a typed number."""

    id: str
    label: str
    path: Steps
    order: int
    kind: str
    words: tuple[str, ...]
    sentence: bool  # ends with a comma or semicolon: a paragraph of a preamble
    introduces: bool  # "THE GENERAL ASSEMBLY,", "RESOLVES:"

    @property
    def unnumbered(self) -> bool:
        return bool(re.fullmatch(r"u\d+", self.path[-1])) if self.path else False


@dataclass(frozen=True, slots=True)
class Ground:
    """A document to resolve references in.

    pages: the page of each provision, for those that begin after the first known page start; total: the last page.
    report: the second document, if there is one. Made by ``ground_of``.
    """

    places: tuple[Place, ...]
    pages: dict[str, int] = field(default_factory=dict)
    total: int = 0
    report: Ground | None = None
    by_last: dict[str, tuple[Place, ...]] = field(default_factory=dict)
    by_id: dict[str, Place] = field(default_factory=dict)
    by_label: dict[str, Place] = field(default_factory=dict)
    headings: frozenset[Steps] = frozenset()


def ground_of(provisions: Sequence[Provision], page_starts: Sequence[tuple[str, int]] = (), report: Ground | None = None) -> Ground:
    """The ground for the provisions of a document in order; page_starts: the first provision of each page, with its number."""
    places = tuple(_place(order, provision) for order, provision in enumerate(provisions))
    by_last: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        if place.path:
            by_last[place.path[-1].casefold()].append(place)
    return Ground(
        places, _pages(places, page_starts), max((page for _, page in page_starts), default=0), report,
        {step: tuple(found) for step, found in by_last.items()}, {place.id: place for place in places},
        {plain_label(place.label): place for place in reversed(places)},
        frozenset(place.path for place in places if place.kind == "heading"),
    )  # fmt: skip


def plain_label(label: str) -> str:
    return " ".join(fold(label)[0].casefold().split())


def words_of(text: str) -> tuple[str, ...]:
    """The words alone, without accents, case and punctuation."""
    return tuple(re.findall(r"[a-z0-9]+", fold(text)[0].casefold()))


def _place(order: int, provision: Provision) -> Place:
    text = provision.text.strip()
    clause = bool(CLAUSE_END.search(text)) and not ORGAN.fullmatch(text)
    kind = "title" if provision.kind == "heading" and not provision.section else provision.kind
    path = ("title",) if kind == "title" else () if kind == "header" else path_of(provision.label)
    typed = NUMBER.match(text) if not provision.number else None
    words = words_of(text[typed.end() :] if typed else text)
    return Place(provision.id, provision.label, path, order, kind, words, clause, bool(ORGAN.fullmatch(text)))


def path_of(label: str) -> Steps:
    """``II.A.3(b)`` as steps; headings without a number stay words, paragraphs without one are u1, u2."""
    steps: list[str] = []
    for piece in REPEATED.sub("", label).split(", "):
        worded = WORDED.fullmatch(piece)
        if worded:
            mark = SHORT[worded["name"]]
            steps.extend((mark + worded["n"],) if mark else _steps(worded["n"]))
        elif NUMBERED.fullmatch(piece):
            steps.extend(_steps(piece))
        else:
            steps.append(re.sub(r"^(u|e)(?:nnumbered|mpty) para\. (?=\d+$)", r"\1", piece))
    return tuple(steps)


def _steps(piece: str) -> list[str]:
    return [step.replace(" ", "") for step in re.split(r"[.()]+", piece) if step]


def _pages(places: Sequence[Place], starts: Sequence[tuple[str, int]]) -> dict[str, int]:
    first = dict(starts)
    out: dict[str, int] = {}
    page = 0
    for place in places if starts else ():
        page = first.get(place.id, page)
        if place.kind not in ("note", "header"):
            out[place.id] = page
    return out


def branch(ground: Ground, place: Place) -> tuple[Place, ...]:
    """The place and all that stands under it, in order: what "after paragraph 3" comes after."""
    depth = len(place.path)
    return tuple(p for p in ground.places if p is place or (p.path[:depth] == place.path and len(p.path) > depth))


def children(ground: Ground, place: Place) -> tuple[Place, ...]:
    """The provisions one level under the place; its unnumbered paragraphs count, empty ones do not."""
    depth = len(place.path) + 1
    return tuple(p for p in ground.places if len(p.path) == depth and p.path[:-1] == place.path and p.words)
