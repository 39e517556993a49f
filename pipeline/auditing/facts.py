"""Reads what a paragraph, or a row of an annex, that was put aside comes down to (see ``apart``): from its bytes, or from its tree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from pipeline.auditing.apart import NUMBER, Facts, Tree, Unit
from pipeline.auditing.blocks import OPEN, TEXT, Guard, Paragraph, under
from pipeline.auditing.compiling import Compiler
from pipeline.auditing.looks import check_by_itself, emphasis_of, numbering_of
from pipeline.auditing.names import MARKS, NAMES, PARSER, Element, W, attribute, child, squeezed, tags
from pipeline.auditing.package import Package
from pipeline.auditing.reading import Reading
from pipeline.auditing.recount import marks_in
from pipeline.auditing.rivals import INSERTION, SECRETARIAT, glued_in
from pipeline.auditing.runs import Mark, plain

P, WORDS, BOOKMARKS, MARK_TAGS = tags("w:p"), tags("w:t"), tags("w:bookmarkStart"), tags(*MARKS)
ROW_TEXT = re.compile(rb'<w:t( xml:space="preserve")?>([^<]*)<')
ROW_NAME = re.compile(rb'<w:bookmarkStart (?:[^<>]* )?w:name="([^"<>]*)"')
PRESERVED = b'<w:t xml:space="preserve">'
SIGNS_IN_ROWS = frozenset((b"w:br", b"w:cr", b"w:tab", b"w:noBreakHyphen", b"w:softHyphen"))


class Ends(NamedTuple):
    """What the properties of a paragraph tell."""

    numbering: tuple[str, ...]
    mark: Guard
    authors: frozenset[str]
    marks: frozenset[tuple[str, str]]
    labels: tuple[str, ...]


def paragraph_facts(unit: Unit, tree: Tree, package: Package) -> Facts:
    """Of one paragraph: from its runs, where it could be read so, else from its tree."""
    if unit.runs is None:
        return _from_tree(tree(unit)[0], package)
    runs, pieces = unit.runs, list[tuple[Guard, tuple[str, ...], str]]()
    texts: dict[Mark, list[str]] = {mark: [] for mark in runs.marks}
    labels: dict[Mark, list[str]] = {m: [] for m in runs.marks if m.adds and m.author == SECRETARIAT}
    marks: tuple[Mark, ...] = ()
    guard = OPEN
    for run in runs.runs:
        if run.marks is not marks:
            marks, guard = run.marks, _guard(run.marks)
        for mark in marks:
            texts[mark].append(run.text)
            if mark in labels and not run.is_deleted:
                labels[mark].append(run.text)
        if run.text:
            emphasis = _emphasis(run.properties)
            if pieces and pieces[-1][0] is guard and pieces[-1][1] == emphasis:
                pieces[-1] = (guard, emphasis, pieces[-1][2] + run.text)
            else:
                pieces.append((guard, emphasis, run.text))
    ends = ends_of(NUMBER.sub(b"", runs.properties))
    words: Counter[str] = Counter()
    for mark, said in texts.items():
        words[mark.author] += len("".join(said).split())
    return Facts(
        ends.authors.union(m.author for m in runs.marks), ends.mark, ends.numbering, pieces,
        ends.marks.union((m.author, "w:ins" if m.adds else "w:del") for m in runs.marks), words,
        "".join(run.text for run in runs.runs)[:60] if runs.is_glued else "", tuple(runs.bookmarks),
        (*ends.labels, *map("".join, labels.values())),
    )  # fmt: skip


def _guard(marks: tuple[Mark, ...]) -> Guard:
    guard = OPEN
    for mark in marks:
        guard = under(guard, mark.author, mark.adds)
    return guard


@lru_cache(maxsize=4096)
def _emphasis(properties: bytes) -> tuple[str, ...]:
    return emphasis_of(_read(b"rPr", properties), undo=True) if properties else ()


@lru_cache(maxsize=4096)
def ends_of(properties: bytes) -> Ends:
    """Of the inside of a w:pPr."""
    element, authors = _read(b"pPr", properties), set[str]()
    mark = Compiler({}, authors).properties(child(element, "w:rPr"), MARKS)
    marks = frozenset((attribute(m, "author") or "", NAMES[m.tag]) for m in marks_in(element))
    return Ends(numbering_of(element, undo=True), mark, frozenset(authors), marks, tuple(labels_in(element)))


def _read(name: bytes, inside: bytes) -> Element:
    return etree.fromstring(b'<w:%s xmlns:w="%s">%s</w:%s>' % (name, W[1:-1].encode(), inside, name), PARSER)


def _from_tree(element: Element, package: Package) -> Facts:
    authors: set[str] = set()
    paragraph = Compiler({}, authors).intricate(element, OPEN)
    check_by_itself(paragraph, package)
    pieces = [(guard, emphasis_of(look, undo=True), text) for guard, kind, text, look in paragraph.pieces if kind is TEXT and text]
    marks = frozenset((attribute(mark, "author") or "", NAMES[mark.tag]) for mark in marks_in(element))
    numbering, glued = numbering_of(child(element, "w:pPr"), undo=True), next(glued_in(element), "")
    labels = tuple(labels_in(element))
    return Facts(frozenset(authors), paragraph.mark, numbering, pieces, marks, words_marked(element), glued, bookmarks_in(element), labels)


def words_marked(root: Element) -> Counter[str]:
    """Author -> words in its run-level marks; for XML without text boxes."""
    used: Counter[str] = Counter()
    for mark in root.iter(*MARK_TAGS):
        if len(mark):
            used[mark.get(W + "author") or ""] += len("".join(mark.itertext()).split())
    return used


def labels_in(root: Element) -> Iterator[str]:
    """The words of each of the Secretariat's insertions."""
    return ("".join(mark.itertext(*WORDS)) for mark in root.iter(*INSERTION) if attribute(mark, "author") == SECRETARIAT)


def bookmarks_in(root: Element) -> tuple[str, ...]:
    return tuple(attribute(b, "name") or "" for b in root.iter(*BOOKMARKS))


def row_facts(unit: Unit, tree: Tree) -> tuple[str, list[str]]:
    """(text, names of bookmarks) of rows, which hold no marks; white space in the text is squeezed."""
    data = unit.data
    if b"&#" in data or b"\r" in data or not SIGNS_IN_ROWS.isdisjoint(unit.tags) or data.count(b"<w:t ") > data.count(PRESERVED):
        element = tree(unit)
        return squeezed(" ".join(map(_walked, element.iter(*P)))), list(bookmarks_in(element))
    texts = (b"".join(text if kept else text.strip() for kept, text in ROW_TEXT.findall(piece)) for piece in data.split(b"</w:p>"))
    names = [plain(name) for name in ROW_NAME.findall(data)] if b"bookmarkStart" in data else []
    return squeezed(plain(b" ".join(texts))), names


def _walked(element: Element) -> str:
    return Reading(frozenset()).walk(Paragraph(OPEN, element, None, Compiler({}, set()).pieces(element)))
