"""Reads from XML what a paragraph, or a row of an annex, that was put aside comes down to (see ``apart``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.auditing.apart import Facts
from pipeline.auditing.blocks import OPEN, Paragraph, Piece
from pipeline.auditing.characters import plain_paragraphs
from pipeline.auditing.compiling import Compiler
from pipeline.auditing.looks import look_of
from pipeline.auditing.names import MARKS, NAMES, Element, W, attribute, tags
from pipeline.auditing.package import Package
from pipeline.auditing.reading import Reading
from pipeline.auditing.recount import marks_in
from pipeline.auditing.rivals import INSERTION, SECRETARIAT, glued_in

P, WORDS, BOOKMARKS, MARK_TAGS = tags("w:p"), tags("w:t"), tags("w:bookmarkStart"), tags(*MARKS)


def paragraph_facts(element: Element, package: Package) -> tuple[Facts, list[Piece]]:
    """Of one paragraph, with the pieces for the views that will be asked for; they let go of its XML."""
    authors: set[str] = set()
    paragraph = Compiler({}, authors).intricate(element, OPEN)
    marks = frozenset((attribute(mark, "author") or "", NAMES[mark.tag]) for mark in marks_in(element))
    glued = next(glued_in(element), "")
    shown = {frozenset[str](): Reading(frozenset()).walk(paragraph)}
    look, words, names = look_of(paragraph, package), words_marked(element), bookmarks_in(element)
    facts = Facts(frozenset(authors), paragraph.mark, look, marks, words, glued, names, tuple(labels_in(element)), shown)
    return facts, [(guard, kind, value, None) for guard, kind, value, _ in paragraph.pieces]


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


def row_facts(rows: list[Element]) -> Iterator[tuple[str, list[str]]]:
    """(text, names of bookmarks) of each row, which holds no marks."""
    plain = plain_paragraphs(rows[0].getparent())
    for row in rows:
        texts = (plain[p] if plain[p] is not None else _walked(p) for p in row.iter(*P))
        yield " ".join(text for text in texts if text), list(bookmarks_in(row))


def _walked(element: Element) -> str:
    return Reading(frozenset()).walk(Paragraph(OPEN, element, None, pieces_of(element)))


def pieces_of(element: Element) -> list[Piece]:
    return Compiler({}, set()).pieces(element)
