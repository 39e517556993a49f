"""The look of the workbook: what openpyxl builds before the rows are stamped into it, and how the file is packed."""

import datetime
import html
import io
import re
import zipfile
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.colors import Color
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import REL_NS, SHARED_STRINGS
from openpyxl.xml.functions import tostring

from pipeline.config import Config
from pipeline.writers.plain import day, escape
from pipeline.writers.workbook_cells import Looks, Sheet, Stamped, Strings

FONT, SIZE = "Calibri", 10
INK, PAPER_SIZE = "FF1F3864", {"letter": 1, "a4": 9}
PACKING = 3  # zlib level: a tenth larger than the default, in half the time
INLINE = re.compile(r'(<c r="[A-Z]+1" s="[0-9]+") t="inlineStr"><is><t(?: xml:space="preserve")?>([^<]*)</t></is></c>')
EPOCH = datetime.date(2004, 1, 1)
_THIN = Side(style="thin", color="FFBFBFBF")
_EDGE = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_TOP = Alignment(wrap_text=True, vertical="top")
_YELLOW = PatternFill("solid", fgColor="FFFFF9E5")
_LOOKS: dict[str, dict[str, Any]] = {
    "text": {},
    "id": {"font": Font(name=FONT, size=SIZE, bold=True)},
    "link": {"font": Font(name=FONT, size=SIZE, underline="single", color=INK)},
    "number": {"alignment": Alignment(horizontal="right", vertical="top")},
    "share": {"alignment": Alignment(horizontal="right", vertical="top"), "number_format": "0.00"},
    "small": {"font": Font(name=FONT, size=8)},
    "choice": {"fill": _YELLOW},
    "open": {"fill": _YELLOW},
    "head": {
        "font": Font(name=FONT, size=SIZE, bold=True, color="FFFFFFFF"),
        "fill": PatternFill("solid", fgColor=INK),
        "alignment": Alignment(wrap_text=True, vertical="center"),
    },
}
_RUNS: dict[str, dict[str, Any]] = {
    "=": {},
    "-": {"strike": True, "color": Color(rgb="FFB00000")},
    "+": {"u": "single", "color": Color(rgb="FF00439C")},
    "#": {"b": True},
}


def new_book(title: str, subject: str, config: Config) -> Any:
    book = Workbook()
    book.remove(book.active)
    stamp = datetime.datetime.combine(day(config.cut_off) or day(config.date) or EPOCH, datetime.time())
    facts = book.properties
    facts.creator = facts.lastModifiedBy = "Secretariat"
    facts.title, facts.subject, facts.language = title, subject, config.language
    facts.created = facts.modified = stamp
    return book


def looks(book: Any) -> Looks:
    """Registers every style once, on cells of a passing sheet: openpyxl numbers styles as cells use them.

    Each on a cell of its own, since openpyxl registers the cell's style itself, which a later change would reach.
    """
    sheet = book.create_sheet("looks")
    numbers = {name: _style_number(sheet.cell(row, 1), name, False) for row, name in enumerate(_LOOKS, 1)}
    quoted = {numbers[name]: _style_number(sheet.cell(row, 2), name, True) for row, name in enumerate(_LOOKS, 1)}
    book.remove(sheet)
    return Looks(numbers, quoted, {kind: _run(settings) for kind, settings in _RUNS.items()})


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


def add_sheet(book: Any, sheet: Sheet, stamped: Stamped, config: Config, page: str) -> None:
    """The header, the view, the print set-up and everything that is told once for a sheet."""
    target = book.create_sheet(sheet.title)
    _fill_header(target, sheet)
    area = f"A1:{get_column_letter(len(sheet.columns))}{stamped.last_row}"
    target.auto_filter.ref = area
    target.freeze_panes = sheet.frozen
    _set_up_print(target, config, page)
    _offer_choices(target, sheet, stamped.last_row)
    if stamped.links:
        target["A1"]._hyperlink = Hyperlink(ref="A1", location="A1")  # the pattern that _with_rows replaces


def _fill_header(target: Any, sheet: Sheet) -> None:
    pattern = target.cell(1, 1)
    _style_number(pattern, "head", False)
    for number, column in enumerate(sheet.columns, 1):
        cell = target.cell(1, number)
        cell.value, cell.data_type, cell._style = column.title, "s", pattern._style
        target.column_dimensions[get_column_letter(number)].width = column.width
    most = max(-(-len(column.title) // max(int(column.width) - 3, 3)) for column in sheet.columns)
    target.row_dimensions[1].height = 14.0 * min(most, 4) + 8


def _set_up_print(target: Any, config: Config, page: str) -> None:
    target.page_setup.orientation = "landscape"
    target.page_setup.paperSize = PAPER_SIZE[config.paper]
    target.page_setup.fitToWidth, target.page_setup.fitToHeight = 1, 0
    target.sheet_properties.pageSetUpPr.fitToPage = True
    target.print_title_rows = "1:1"
    target.oddHeader.left.text = "&A"
    target.oddFooter.center.text = page
    for side in ("left", "right"):
        setattr(target.page_margins, side, 0.4)


def _offer_choices(target: Any, sheet: Sheet, last_row: int) -> None:
    for number, column in enumerate(sheet.columns, 1):
        if column.style == "choice" and last_row > 1:
            letter = get_column_letter(number)
            rule = DataValidation("list", formula1=f'"{sheet.choices}"', allow_blank=True, showErrorMessage=True)
            rule.add(f"{letter}2:{letter}{last_row}")
            target.add_data_validation(rule)


def packed(book: Any, stamped: Sequence[Stamped], strings: Strings) -> bytes:
    """The file: the skeleton's parts with the rows put in. No clock: zip entries are dated 1 January 1980."""
    parts = _skeleton(book)
    for number, sheet in enumerate(stamped, 1):
        name = f"xl/worksheets/sheet{number}.xml"
        parts[name] = _with_rows(_with_shared_heads(parts[name], strings), sheet, book.worksheets[number - 1])
    _add_strings(parts, strings)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=PACKING) as archive:
        for name, part in sorted(parts.items()):
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED, PACKING)
    return out.getvalue()


def _skeleton(book: Any) -> dict[str, str]:
    """The parts as openpyxl writes them. ExcelWriter itself, since Workbook.save stamps the clock on the properties."""
    buffer = io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED)).save()
    with zipfile.ZipFile(buffer) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def _add_strings(parts: dict[str, str], strings: Strings) -> None:
    """openpyxl 3.1 writes strings inline and no shared strings; the part needs its type and its relationship."""
    parts["xl/sharedStrings.xml"] = strings.xml()
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{SHARED_STRINGS}"/></Types>'
    types = "[Content_Types].xml"
    parts[types] = _put(parts[types], "</Types>", override)
    relation = f'<Relationship Type="{REL_NS}/sharedStrings" Target="sharedStrings.xml" Id="rIdStrings"/>'
    rels = "xl/_rels/workbook.xml.rels"
    parts[rels] = _put(parts[rels], "</Relationships>", relation + "</Relationships>")


def _with_shared_heads(part: str, strings: Strings) -> str:
    """The header's words among the shared strings, where all words are; openpyxl writes them into the sheet."""

    def shared(head: re.Match[str]) -> str:
        return f'{head[1]} t="s"><v>{strings.number(html.unescape(head[2])).number}</v></c>'

    return INLINE.sub(shared, part)


def _with_rows(part: str, stamped: Stamped, target: Any) -> str:
    part = _put(part, r'<dimension ref="[^"]*"', f'<dimension ref="{target.auto_filter.ref}"')
    part = _put(part, "</sheetData>", stamped.rows + "</sheetData>")
    if not stamped.links:
        return part
    links = "".join(f'<hyperlink ref="{cell}" location="{escape(place)}"/>' for cell, place in stamped.links)
    return _put(part, "<hyperlinks>.*</hyperlinks>", f"<hyperlinks>{links}</hyperlinks>")


def _put(part: str, pattern: str, new: str) -> str:
    """The part with the one place that `pattern` names replaced; a skeleton without it would lose rows in silence."""
    changed, count = re.subn(pattern, lambda _: new, part)
    if count != 1:
        raise ValueError(f"openpyxl wrote {pattern} {count} times; this writer expects it once")
    return changed
