"""Counts the marks of a received file anew, to hold the ledger against (law 3).

A mark is a maximal run of neighbouring elements of one kind and author. It stands around runs or blocks, in the
properties of a paragraph mark (w:pPr/w:rPr) or of a row (w:trPr); a change of properties is a mark each.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.auditing.names import MARKS, NAMES, Element, attribute, outside_fallback, tags
from pipeline.auditing.package import Package

STORIES = ("footnotes", "endnotes", "header", "footer")
CHANGES = (
    "w:cellIns", "w:cellDel", "w:cellMerge", "w:rPrChange", "w:pPrChange", "w:sectPrChange", "w:tblPrChange", "w:trPrChange",
    "w:tcPrChange", "w:tblPrExChange", "w:tblGridChange", "w:numberingChange",
)  # fmt: skip
COUNTED = tags(*MARKS, *CHANGES)
BETWEEN = frozenset(("", "w:proofErr", "w:bookmarkStart", "w:bookmarkEnd", "w:commentRangeStart", "w:commentRangeEnd"))


def count_marks(package: Package) -> int:
    return sum(1 for part in counted_parts(package) for mark in marks_in(package.xml(part)) if not _continues(mark))


def counted_parts(package: Package) -> list[str]:
    """Every story but the comments."""
    return [package.main, *dict.fromkeys(part for kind in STORIES for part in package.related(kind))]


def marks_in(root: Element) -> Iterator[Element]:
    return (mark for mark in outside_fallback(root, *COUNTED) if _is_mark(mark))


def _is_mark(element: Element) -> bool:
    """Not what w:numPr or a run's own w:rPr holds, nor what a change of properties keeps of the past."""
    parent = element.getparent()
    kind = NAMES[parent.tag]
    if NAMES[element.tag] not in MARKS or kind not in ("w:rPr", "w:numPr"):
        return True
    return kind == "w:rPr" and NAMES[parent.getparent().tag] == "w:pPr"


def _continues(mark: Element) -> bool:
    """Whether the neighbour before it is a mark of the same kind and author."""
    kind = NAMES[mark.tag]
    before = mark.getprevious() if kind in MARKS else None
    while before is not None and NAMES[before.tag] in BETWEEN:
        before = before.getprevious()
    return before is not None and before.tag == mark.tag and attribute(before, "author") == attribute(mark, "author")
