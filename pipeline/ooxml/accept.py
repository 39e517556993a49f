"""Accept all marks of a tree in place: for a draft that still carries some, and for content carried over from a submission.

The rules are those of stories.py: a deleted paragraph mark joins its paragraph to the next one of the same container.
"""

from __future__ import annotations

from . import names as n
from .names import Element


def accept_marks(root: Element) -> bool:
    """Make the tree read as if every mark in it had been accepted; True when there was one."""
    found = _drop_property_changes(root)
    for tr in list(root.iter(n.TR)):
        properties = tr.find(n.TRPR)
        if properties is not None and properties.find(n.DEL) is not None:
            tr.getparent().remove(tr)
            found = True
    for tc in list(root.iter(n.TC)):
        properties = tc.find(n.TCPR)
        if properties is not None and properties.find(n.CELL_DEL) is not None:
            tc.getparent().remove(tc)
            found = True
    found |= _join_paragraphs(root)
    for mark in list(root.iter(*n.DELETING)):
        if mark.getparent() is not None:
            mark.getparent().remove(mark)
            found = True
    for mark in list(root.iter(*n.INSERTING, n.CELL_INS)):
        unwrap(mark)
        found = True
    _drop_ranges(root)
    return found


def unwrap(element: Element) -> None:
    """Put the children of an element in its place."""
    parent = element.getparent()
    at = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(at, child)
    parent.remove(element)


def _drop_property_changes(root: Element) -> bool:
    changes = list(root.iter(*n.PROPERTY_CHANGES))
    for change in changes:
        change.getparent().remove(change)
    return bool(changes)


def _drop_ranges(root: Element) -> None:
    names = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")
    for e in list(root.iter(*(n.w(x) for x in names))):
        e.getparent().remove(e)


def _join_paragraphs(root: Element) -> bool:
    gone = [
        p for p in root.iter(n.P)
        if (properties := n.child(n.child(p, n.PPR), n.RPR)) is not None
        and any(c.tag in n.DELETING for c in properties)
    ]  # fmt: skip
    for p in gone:
        _join_to_next(p)
    return bool(gone)


def _join_to_next(paragraph: Element) -> None:
    """Move the content of a paragraph whose mark is deleted into the next one; it stays where there is none."""
    content = [c for c in paragraph if c.tag != n.PPR]
    following = paragraph.getnext()
    while following is not None and following.tag not in (n.P, n.TBL, n.SDT):
        following = following.getnext()
    if following is not None and following.tag == n.P:
        at = 1 if following.find(n.PPR) is not None else 0
        for offset, c in enumerate(content):
            following.insert(at + offset, c)
        paragraph.getparent().remove(paragraph)
    elif not any(c.tag not in n.DELETING for c in content) and len(paragraph.getparent()) > 1:
        paragraph.getparent().remove(paragraph)
