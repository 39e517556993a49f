"""Comment tables of Word files, from the XML parts: python-docx skips inserted words and content controls.

The delegation's own marks count as accepted: what it inserted is what it says (ECMA-376 part 1, 17.13.5). Words whose
run is hidden (17.3.2.41) stay marked as such and are never read as an answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from ..ooxml import names as n
from ..ooxml.names import Element
from ..ooxml.package import Package, open_package
from ..remarks import Emphasis, Piece
from ..tables.grid import Cell, Grid, Row, joined
from ..tables.prefilled import read_name
from ..tables.reading import NOTHING_KNOWN, Known, TableReading, read_grids

LOOKS: tuple[tuple[str, Emphasis], ...] = (
    ("b", "bold"), ("i", "italic"), ("strike", "strike"), ("dstrike", "strike"), ("vanish", "hidden"), ("webHidden", "hidden"),
)  # fmt: skip
SIGNS = {
    n.w("tab"): "\t", n.w("br"): "\n", n.w("cr"): "\n", n.w("noBreakHyphen"): "\u2011", n.w("ptab"): "\t",
}  # fmt: skip
BOOKMARK, DROP_DOWN, TAG, ALIAS = n.w("bookmarkStart"), n.w("ddList"), n.w("tag"), n.w("alias")
NO_WORDS = n.DELETING | n.PROPERTY_CHANGES | {n.INSTR, n.DEL_INSTR, n.w("delText"), n.FALLBACK, n.w("sdtPr"), n.w("rubyPr"), n.w("rt")}


def read_table_docx(path: Path, known: Known = NOTHING_KNOWN) -> TableReading | None:
    """The comment tables of a .docx; None where it has none. Raises Unreadable."""
    package = open_package(path)
    body = package.xml(package.main_part).find(n.w("body"))
    found = read_grids(tuple(grids(body)), tuple(_page_headers(package)), known)
    return found and found.in_file(path.name)


def grids(body: Element) -> Iterator[Grid]:
    """The tables of a body in reading order. A table of one column around others is lay-out: those inside it count."""
    for number, table in enumerate(_outermost(body), 1):
        yield _grid(table, f"table {number}")


def _outermost(part: Element) -> Iterator[Element]:
    for element in part.iterchildren():
        if element.tag == n.TBL:
            yield from _outermost_in_lay_out(element) if _is_lay_out(element) else (element,)
        elif element.tag not in NO_WORDS:
            yield from _outermost(element)


def _outermost_in_lay_out(table: Element) -> Iterator[Element]:
    for cell in table.iter(n.TC):
        if next(cell.iterancestors(n.TBL)) is table:
            yield from _outermost(cell)


def _is_lay_out(table: Element) -> bool:
    """Whether a table of single cells holds tables and no words of its own."""
    rows = list(_unwrapped(table, n.TR))
    cells = [list(_unwrapped(row, n.TC)) for row in rows]
    inside = [paragraph for row in cells for cell in row for paragraph in _unwrapped(cell, n.P)]
    if any(len(row) > 1 for row in cells) or table.find(f".//{n.TC}//{n.TBL}") is None:
        return False
    return not any(piece.text.strip() for paragraph in inside for piece in _runs(paragraph))


def _page_headers(package: Package) -> Iterator[Grid]:
    """Tables of page headers: never comments, but the ISO template keeps the headings of its columns there."""
    for relation in package.rels(package.main_part):
        if relation.type.endswith("/header") and relation.target in package.parts:
            yield from grids(package.xml(relation.target))


def _unwrapped(parent: Element, tag: str) -> Iterator[Element]:
    """The children of a name, also those inside content controls, custom XML and marks around them."""
    for element in parent.iterchildren():
        if element.tag == tag:
            yield element
        elif element.tag in (n.SDT, n.SDT_CONTENT, n.w("customXml"), *n.INSERTING, n.ALTERNATE, n.CHOICE):
            yield from _unwrapped(element, tag)


def _grid(table: Element, place: str) -> Grid:
    kept = [(number, row) for number, row in enumerate(_unwrapped(table, n.TR), 1) if not _is_deleted(row)]
    merged: dict[int, Cell] = {}  # by grid column, the cell that a vertical merge carries down
    return Grid(place, tuple(_row(row, f"{place}, row {number}", merged) for number, row in kept))


def _is_deleted(row: Element) -> bool:
    return row.find(f"{n.TRPR}/{n.DEL}") is not None


def _row(row: Element, place: str, merged: dict[int, Cell]) -> Row:
    """Cells at their grid columns: w:gridBefore leaves some out (17.4.14), w:gridSpan takes several (17.4.17)."""
    cells: list[Cell] = []
    column = _number(row.find(f"{n.TRPR}/{n.w('gridBefore')}"), 0)
    for element in _unwrapped(row, n.TC):
        cell = _cell(element, column, merged)
        cells.append(cell)
        column += cell.width
    heading = row.find(f"{n.TRPR}/{n.w('tblHeader')}")
    tagged = _tag_around(row, tuple(cells))
    return Row(place, tagged, heading is not None and not n.is_off(heading.get(n.VAL)))


def _cell(element: Element, column: int, merged: dict[int, Cell]) -> Cell:
    """A w:vMerge without w:val continues the cell above (17.4.84); what stands in it does not show in Word."""
    width = _number(element.find(f"{n.TCPR}/{n.w('gridSpan')}"), 1)
    merge = element.find(f"{n.TCPR}/{n.w('vMerge')}")
    own = Cell(joined(_blocks(element)), column, width, False, _tag(element))
    if merge is None:
        merged.pop(column, None)
        return own
    if merge.get(n.VAL) != "restart" and column in merged and not own.text:
        return Cell(merged[column].pieces, column, width, True)
    merged[column] = own
    return own


def _number(element: Element, otherwise: int) -> int:
    value = "" if element is None else element.get(n.VAL) or ""
    return int(value) if value.isdigit() and 0 < int(value) < 64 else otherwise


def _tag(cell: Element) -> str:
    """The name that a content control or a bookmark in the cell, or a control around it, gives it."""
    around = cell.getparent().getparent()
    controls = [*cell.iter(n.SDT), *([around] if around is not None and around.tag == n.SDT else [])]
    names = [_value(control.find(f"{n.w('sdtPr')}/{said}")) for control in controls for said in (TAG, ALIAS)]
    names += [bookmark.get(n.NAME) or "" for bookmark in cell.iter(BOOKMARK)]
    return next((name for name in names if read_name(name)), "")


def _tag_around(row: Element, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """LibreOffice may move a bookmark that begins a cell's text between the row's cells."""
    if any(cell.tag for cell in cells) or not cells:
        return cells
    names = (bookmark.get(n.NAME) or "" for bookmark in row.iterchildren(BOOKMARK))
    name = next((name for name in names if read_name(name)), "")
    return (Cell(cells[0].pieces, cells[0].column, cells[0].width, cells[0].carried, name), *cells[1:]) if name else cells


def _value(element: Element) -> str:
    return "" if element is None else element.get(n.VAL) or ""


def _blocks(parent: Element) -> list[list[Piece]]:
    """Paragraphs, each as its pieces; a table in a cell as lines of its rows. A deleted mark joins two paragraphs."""
    out: list[list[Piece]] = []
    joins = False
    for element in _paragraphs_and_tables(parent):
        pieces = _table_lines(element) if element.tag == n.TBL else _runs(element)
        if joins:
            out[-1] += pieces
        else:
            out.append(pieces)
        joins = element.tag == n.P and element.find(f"{n.PPR}/{n.RPR}/{n.DEL}") is not None
    return out


def _paragraphs_and_tables(parent: Element) -> Iterator[Element]:
    for element in parent.iterchildren():
        if element.tag in (n.P, n.TBL):
            yield element
        elif element.tag not in NO_WORDS and not _is_placeholder(element):
            yield from _paragraphs_and_tables(element)


def _table_lines(table: Element) -> list[Piece]:
    rows = [row for row in _unwrapped(table, n.TR) if not _is_deleted(row)]
    return list(joined([joined([joined(_blocks(c)) for c in _unwrapped(row, n.TC)], " | ") for row in rows]))


def _runs(parent: Element) -> list[Piece]:
    """The words of a paragraph in stretches of one look; a text box is a line of its own."""
    found = [piece for element in parent.iterchildren() for piece in _inline(element)]
    looks = groupby(found, key=lambda piece: piece.emphasis)
    return [Piece("".join(piece.text for piece in same), look) for look, same in looks]


def _inline(element: Element) -> Iterator[Piece]:
    if element.tag == n.R_:
        yield from _run(element)
    elif element.tag == n.M_T:
        yield Piece(element.text or "")
    elif element.tag not in NO_WORDS and not _is_placeholder(element) and isinstance(element.tag, str):
        for child in element.iterchildren():
            yield from _inline(child)


def _run(run: Element) -> Iterator[Piece]:
    look = _look(run.find(n.RPR))
    for element in run.iterchildren():
        if element.tag == n.T:
            yield Piece(n.text_of(element), look)
        elif element.tag in SIGNS:
            yield Piece(SIGNS[element.tag], look)
        elif element.tag == n.FLD_CHAR:
            yield Piece(_chosen(element), look)
        elif element.tag in (n.DRAWING, n.PICT, n.ALTERNATE):
            yield from _text_boxes(element)


def _text_boxes(drawing: Element) -> Iterator[Piece]:
    """A text box stands twice, for new and for old programs: the choice is read, not the fallback."""
    for box in drawing.iter(n.TEXT_BOX):
        if not any(above.tag == n.FALLBACK for above in box.iterancestors()):
            yield from (Piece("\n"), *joined(_blocks(box)))


def _chosen(field: Element) -> str:
    """What a legacy drop-down shows: its result is an index, 0 where unset (17.16.28 ddList)."""
    choices = field.find(f".//{DROP_DOWN}")
    if choices is None:
        return ""
    entries = [_value(entry) for entry in choices.iterchildren(n.w("listEntry"))]
    at = int(_value(choices.find(n.w("result"))) or 0)
    return entries[at].strip() if at < len(entries) else ""


def _look(properties: Element) -> tuple[Emphasis, ...]:
    if properties is None:
        return ()
    found = [look for tag, look in LOOKS if (p := properties.find(n.w(tag))) is not None and not n.is_off(p.get(n.VAL))]
    underline, highlight = properties.find(n.w("u")), properties.find(n.w("highlight"))
    if underline is not None and underline.get(n.VAL) != "none":
        found.append("underline")
    if highlight is not None and highlight.get(n.VAL) != "none":
        found.append("highlight")
    return tuple(sorted(set(found)))


def _is_placeholder(element: Element) -> bool:
    """A content control that shows its prompt holds no answer (17.5.2.39 showingPlcHdr)."""
    shown = element.find(f"{n.w('sdtPr')}/{n.w('showingPlcHdr')}") if element.tag == n.SDT else None
    return shown is not None and not n.is_off(shown.get(n.VAL))
