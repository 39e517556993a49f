"""Counts the marks of a received file anew, to hold the ledger against (law 3).

A mark is a maximal run of neighbouring elements of one kind and author: around runs or blocks, or in the properties of
a paragraph mark (w:pPr/w:rPr), a row (w:trPr) or a numbering. A mark of a cell or a change of properties is one each.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.auditing.names import MARKS, NAMES, Element, attribute, outside_fallback, tags
from pipeline.auditing.package import Package

STORIES = ("footnotes", "endnotes", "header", "footer")
CHANGES = (
    "w:cellIns", "w:cellDel", "w:cellMerge", "w:rPrChange", "w:pPrChange", "w:sectPrChange", "w:tblPrChange",
    "w:trPrChange", "w:tcPrChange", "w:tblPrExChange", "w:tblGridChange", "w:numberingChange",
)  # fmt: skip
COUNTED = tags(*MARKS, *CHANGES)
BETWEEN = frozenset(("", "w:proofErr", "w:bookmarkStart", "w:bookmarkEnd", "w:commentRangeStart", "w:commentRangeEnd"))


def count_marks(package: Package) -> int:
    return sum(1 for part in counted_parts(package) for mark in marks_in(package.xml(part)) if not _continues(mark))


def counted_parts(package: Package) -> list[str]:
    """Every story but the comments."""
    return [package.main, *dict.fromkeys(part for kind in STORIES for part in package.related(kind))]


def marks_in(root: Element) -> Iterator[Element]:
    return outside_fallback(root, *COUNTED)


def _continues(mark: Element) -> bool:
    """Whether the neighbour before it is a mark of the same kind and author."""
    kind = NAMES[mark.tag]
    before = mark.getprevious() if kind in MARKS else None
    while before is not None and NAMES[before.tag] in BETWEEN:
        before = before.getprevious()
    return before is not None and before.tag == mark.tag and attribute(before, "author") == attribute(mark, "author")
