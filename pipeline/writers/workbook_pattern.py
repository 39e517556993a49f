"""The look of the workbook: what openpyxl builds of it, before rows are put in. Nothing here depends on a row."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.colors import Color
from openpyxl.utils import absolute_coordinate, get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import Outline, PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.functions import tostring

from pipeline.writers.workbook_cells import Column
from pipeline.writers.workbook_chart import add_shades_and_chart
from pipeline.writers.workbook_plan import Plan, PlannedSheet

FONT, SIZE = "Calibri", 10
INK, PAPER_SIZE = "FF1F3864", {"letter": 1, "a4": 9}
TURNED = 150.0  # points of a header whose names stand upright
EPOCH = datetime.date(2004, 1, 1)
_THIN = Side(style="thin", color="FFBFBFBF")
_EDGE = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_TOP = Alignment(wrap_text=True, vertical="top")
_PLAIN = Border()
_YELLOW = PatternFill("solid", fgColor="FFFFF9E5")
_LOOKS: dict[str, dict[str, Any]] = {
    "text": {},
    "id": {"font": Font(name=FONT, size=SIZE, bold=True)},
    "link": {"font": Font(name=FONT, size=SIZE, underline="single", color=INK)},
    "number": {"alignment": Alignment(horizontal="right", vertical="top")},
    "share": {"alignment": Alignment(horizontal="right", vertical="top"), "number_format": "0.00"},
    "small": {"font": Font(name=FONT, size=8)},
    "heading": {"font": Font(name=FONT, size=12, bold=True, color=INK), "border": _PLAIN, "alignment": Alignment(vertical="bottom")},
    "told": {"border": _PLAIN},
    "figure": {"alignment": Alignment(horizontal="left", vertical="top")},
    "total": {"font": Font(name=FONT, size=SIZE, bold=True), "alignment": Alignment(horizontal="right", vertical="top")},
    "choice": {"fill": _YELLOW},
    "open": {"fill": _YELLOW},
    "head": {
        "font": Font(name=FONT, size=SIZE, bold=True, color="FFFFFFFF"),
        "fill": PatternFill("solid", fgColor=INK),
        "alignment": Alignment(wrap_text=True, vertical="center"),
    },
    "title": {"font": Font(name=FONT, size=16, bold=True, color=INK), "border": _PLAIN, "alignment": Alignment(vertical="center")},
    "turned": {
        "font": Font(name=FONT, size=SIZE, bold=True, color="FFFFFFFF"),
        "fill": PatternFill("solid", fgColor=INK),
        "alignment": Alignment(text_rotation=90, wrap_text=True, horizontal="center", vertical="bottom"),
    },
}
_RUNS: dict[str, dict[str, Any]] = {
    "=": {},
    "-": {"strike": True, "color": Color(rgb="FFB00000")},
    "+": {"u": "single", "color": Color(rgb="FF00439C")},
    "#": {"b": True},
}


def new_book(plan: Plan) -> Any:
    book = Workbook()
    book.remove(book.active)
    stamp = datetime.datetime.combine(datetime.date.fromisoformat(plan.day) if plan.day else EPOCH, datetime.time())
    facts = book.properties
    facts.creator = facts.lastModifiedBy = "Secretariat"
    facts.title, facts.subject, facts.language = plan.title, plan.subject, plan.language
    facts.created = facts.modified = stamp
    return book


def numbers_of_looks(book: Any) -> dict[str, Any]:
    """Registers every style once, on cells of a passing sheet: openpyxl numbers styles as cells use them.

    Each on a cell of its own, since openpyxl registers the cell's style itself, which a later change would reach.
    Returns the numbers by name, those for text that begins like a formula, and the run properties by kind.
    """
    sheet = book.create_sheet("looks")
    numbers = {name: _style_number(sheet.cell(row, 1), name, False) for row, name in enumerate(_LOOKS, 1)}
    quoted = [[numbers[name], _style_number(sheet.cell(row, 2), name, True)] for row, name in enumerate(_LOOKS, 1)]
    book.remove(sheet)
    return {"numbers": numbers, "quoted": quoted, "runs": {kind: _run(settings) for kind, settings in _RUNS.items()}}


def _style_number(cell: Any, name: str, quoted: bool) -> int:
    """`quotePrefix` keeps text that begins with "=" text even when a reviewer edits the cell (18.8.45 xf)."""
    settings = {"font": Font(name=FONT, size=SIZE), "alignment": _TOP, "border": _EDGE, "fill": PatternFill()}
    settings |= {"number_format": "General"} | _LOOKS[name]
    for attribute, setting in settings.items():
        setattr(cell, attribute, setting)
    cell.quotePrefix = quoted
    return int(cell.style_id)


def _run(settings: dict[str, Any]) -> str:
    """The run properties that openpyxl writes for one kind of words, taken from a pattern."""
    block = TextBlock(InlineFont(rFont=FONT, sz=SIZE, **settings), "x")
    xml = tostring(CellRichText([block]).to_tree()).decode()
    found = re.search(r"<rPr>.*</rPr>", xml)
    assert found is not None, "openpyxl writes run properties before the text"
    return found[0]


def parts_of(plan: Plan) -> dict[str, str]:
    """The parts of a workbook with these sheets, each with its header alone."""
    book = new_book(plan)
    numbers_of_looks(book)
    for sheet in plan.sheets:
        _add_sheet(book, sheet, plan.paper)
    return _skeleton(book)


def _add_sheet(book: Any, sheet: PlannedSheet, paper: str) -> None:
    """The header, the view, the print set-up and everything that is told once for a sheet."""
    target = book.create_sheet(sheet.title)
    _fill_header(target, sheet)
    _set_up_columns(target, sheet)
    target.freeze_panes = sheet.frozen or None
    _set_up_print(target, sheet, paper)
    _filter(target, sheet)
    if sheet.has_rows:
        _offer_choices(target, sheet)
    if sheet.has_links:
        target["A1"]._hyperlink = Hyperlink(ref="A1", location="A1")  # the pattern that the links replace
    add_shades_and_chart(target, sheet)
    for name, cell in sheet.named:
        where = f"{quote_sheetname(sheet.title)}!{absolute_coordinate(cell)}"
        book.defined_names[name] = DefinedName(name, attr_text=where)


def _filter(target: Any, sheet: PlannedSheet) -> None:
    """Rows that have a name are an Excel table, which filters them; a table has one row at least (18.5.1.2 table)."""
    reach = f"A1:{get_column_letter(len(sheet.columns))}{sheet.last_row}"
    if not sheet.name or not sheet.has_rows:
        target.auto_filter.ref = reach if sheet.filtered else None
        return
    table = Table(displayName=sheet.name, ref=reach, autoFilter=AutoFilter(ref=reach))
    table.tableColumns = [TableColumn(id=number, name=column.title) for number, column in enumerate(sheet.columns, 1)]
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    target.add_table(table)


def _fill_header(target: Any, sheet: PlannedSheet) -> None:
    looks = {head: _passing(target, number, head) for number, head in enumerate(dict.fromkeys(c.head for c in sheet.columns), 1)}
    for number, column in enumerate(sheet.columns, 1):
        cell = target.cell(1, number)
        cell._style = looks[column.head]
        if column.title:
            cell.value, cell.data_type = column.title, "s"
    target.row_dimensions[1].height = max(map(_head_height, sheet.columns))
    target.row_dimensions[1].collapsed = sheet.folds_first


def _passing(target: Any, number: int, head: str) -> Any:
    cell = target.cell(1, number)
    _style_number(cell, head, False)
    return cell._style


def _head_height(column: Column) -> float:
    if column.head == "turned":
        return min(len(column.title) * 5.6 + 12, TURNED)
    lines = 1 if column.head == "title" else min(-(-len(column.title) // max(int(column.width) - 3, 3)), 4)
    return 14.0 * lines + (16 if column.head == "title" else 8)


def _set_up_columns(target: Any, sheet: PlannedSheet) -> None:
    """Widths, and folds, which the column or row before them opens."""
    before = False
    for number, column in enumerate(sheet.columns, 1):
        found = target.column_dimensions[get_column_letter(number)]
        found.width = column.width
        if column.folded:
            found.hidden, found.outlineLevel = True, 1
            if not before:
                target.column_dimensions[get_column_letter(number - 1)].collapsed = True
        before = column.folded
    target.sheet_properties.outlinePr = Outline(summaryBelow=False, summaryRight=False)
    target.sheet_format.outlineLevelRow = 1 if sheet.folds else 0


def _set_up_print(target: Any, sheet: PlannedSheet, paper: str) -> None:
    target.page_setup.orientation = "landscape"
    target.page_setup.paperSize = PAPER_SIZE[paper]
    target.page_setup.fitToWidth, target.page_setup.fitToHeight = sheet.across or 1, 0
    target.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    target.print_title_rows = "1:1"
    if sheet.across > 1:
        target.print_title_cols = sheet.titles
    target.oddHeader.left.text = "&A"
    target.oddFooter.center.text = sheet.page
    for side in ("left", "right"):
        setattr(target.page_margins, side, 0.4)


def _offer_choices(target: Any, sheet: PlannedSheet) -> None:
    for number, column in enumerate(sheet.columns, 1):
        if column.style == "choice":
            letter = get_column_letter(number)
            rule = DataValidation("list", formula1=f'"{sheet.choices}"', allow_blank=True, showErrorMessage=True)
            rule.add(f"{letter}2:{letter}{sheet.last_row}")
            target.add_data_validation(rule)


def _skeleton(book: Any) -> dict[str, str]:
    """The parts as openpyxl writes them. ExcelWriter itself, since Workbook.save stamps the clock on the properties."""
    buffer = io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED)).save()
    with zipfile.ZipFile(buffer) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
