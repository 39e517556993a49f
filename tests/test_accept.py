"""Marks of a draft that was not cleaned are taken as accepted (design.md section 4)."""

from lxml import etree

from pipeline.ooxml import names as n
from pipeline.ooxml.accept import accept_marks

WHO = 'w:id="7" w:author="Ann Example" w:date="2004-10-20T10:00:00Z"'


def root_of(inner: str) -> etree._Element:
    return etree.fromstring(f'<w:body xmlns:w="{n.W}">{inner}</w:body>')


def test_cells_that_a_mark_merged_are_merged_and_nobody_is_named():
    """17.13.5.1: "rest" begins a merged cell, "cont" goes on with it; vMerge stands before the borders of the cell."""
    cell = '<w:tc><w:tcPr><w:tcW w:w="100"/><w:tcBorders/><w:cellMerge {who} w:vMerge="{how}"/></w:tcPr><w:p/></w:tc>'
    root = root_of("<w:tbl>" + "".join(f"<w:tr>{cell.format(who=WHO, how=how)}</w:tr>" for how in ("rest", "cont")) + "</w:tbl>")
    assert accept_marks(root)
    assert [[etree.QName(c).localname for c in pr] for pr in root.iter(n.TCPR)] == [["tcW", "vMerge", "tcBorders"]] * 2
    assert [m.get(n.VAL) for m in root.iter(n.w("vMerge"))] == ["restart", "continue"]


def test_cells_that_a_mark_parted_stand_alone():
    """Only vMergeOrig is given: the cell was merged before the mark, and is not after it."""
    root = root_of(f'<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/><w:cellMerge {WHO} w:vMergeOrig="cont"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>')
    assert accept_marks(root)
    assert not list(root.iter(n.w("vMerge"), n.w("cellMerge")))


def test_ranges_around_controls_go_and_their_text_stays():
    """17.13.5.4 to 17.13.5.11: they carry the name of whoever added, deleted or moved the control."""
    inner = "".join(
        f'<w:customXml{what}RangeStart {WHO}/><w:sdt><w:sdtContent><w:customXml{what}RangeEnd w:id="7"/>'
        f"<w:p><w:r><w:t>{what}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        for what in ("Ins", "Del", "MoveFrom", "MoveTo")
    )
    root = root_of(inner)
    assert accept_marks(root)
    assert "Ann" not in etree.tostring(root).decode()
    assert "".join(root.itertext()) == "InsDelMoveFromMoveTo"
