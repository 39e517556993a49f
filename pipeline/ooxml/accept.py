"""Accept all marks of a tree in place: for a draft that still carries some, and for content carried over from a submission.

The rules are those of stories.py: a deleted paragraph mark joins its paragraph to the next one of the same container.
"""

from __future__ import annotations

from . import names as n
from .names import Element

RANGES = tuple(
    n.w(f"{what}Range{end}")
    for what in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
    for end in ("Start", "End")
)
CELL_MERGE, VERTICAL = n.w("cellMerge"), n.w("vMerge")
# What stands behind vMerge in the properties of a cell (17.4.66 CT_TcPr).
BEHIND_VERTICAL = frozenset(
    n.w(x)
    for x in (
        "tcBorders", "shd", "noWrap", "tcMar", "textDirection", "tcFitText", "vAlign", "hideMark", "headers", "cellIns", "cellDel",
        "cellMerge", "tcPrChange",
    )
)  # fmt: skip


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
    return _drop_ranges(root) | _merge_cells(root) | found


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


def _drop_ranges(root: Element) -> bool:
    """Where moved text begins and ends, and where controls around text came and went (17.13.5.4 to 17.13.5.11): the text stays."""
    ranges = list(root.iter(*RANGES))
    for e in ranges:
        e.getparent().remove(e)
    return bool(ranges)


def _merge_cells(root: Element) -> bool:
    """Cells that a mark merged or parted (17.13.5.1 cellMerge) stand as it says; the order of tcPr puts vMerge in its place."""
    merges = list(root.iter(CELL_MERGE))
    for mark in merges:
        properties, value = mark.getparent(), mark.get(n.w("vMerge"))
        for known in properties.findall(VERTICAL):
            properties.remove(known)
        if value is not None:
            merged = properties.makeelement(VERTICAL, {n.VAL: {"rest": "restart"}.get(value, "continue")})
            after = next((c for c in properties if c.tag in BEHIND_VERTICAL), None)
            properties.append(merged) if after is None else after.addprevious(merged)
        properties.remove(mark)
    return bool(merges)


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
