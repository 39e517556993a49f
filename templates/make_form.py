"""Make templates/comment-form.docx and .xlsx: the blank comment form. Run it after a change.

    python templates/make_form.py

`make request` fills them: paragraphs and cells are found by style and by place, so the look may be changed here or in Word.
"""

import datetime
import io
import sys
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, Twips
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from pipeline.tables.prefilled import HEADING, HEADINGS  # noqa: E402  run as a script, the package is beside it
from pipeline.writers.form import INSTRUCTIONS, LABELS, TYPES  # noqa: E402
from pipeline.writers.form_docx import CELL, FACT, packed_docx  # noqa: E402
from pipeline.writers.form_xlsx import FACT_ROWS, HEADER_ROW, SHEET, TEXT_COLUMN, packed_xlsx  # noqa: E402

FONT, INK, GREY, PALE = "Calibri", "1F3864", "BFBFBF", "F2F2F2"
MADE = "2004-01-01"
WIDTHS = (600, 1500, 4200, 1300, 3300, 3300)  # twips; 14,200 on landscape letter
STYLES = {"Form Title": (15, True), FACT: (10, False), "Form Instruction": (9, False), "Form Head": (9, True), CELL: (9, False)}
COLUMNS = (2, 6, 20, 60, 13, 45, 45)  # characters; the first holds the provision ids
BLANK_ROWS = 12


def word_form() -> Any:
    document = Document()
    for name, (size, bold) in STYLES.items():
        _add_style(document, name, size, bold)
    _set_page(document.sections[0])
    document.add_paragraph(LABELS["title"], style="Form Title")
    for fact in ("state", "document", "deadline"):
        document.add_paragraph(LABELS[fact] + " ", style=FACT)
    _add_instruction(document)
    _add_table(document)
    document.add_paragraph(style="Form Instruction")  # a text ends with a paragraph: LibreOffice loses a table that ends it
    _name(document.core_properties)
    return document


def _add_style(document: Any, name: str, size: int, bold: bool) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(4 if size > 9 else 2)
    style.paragraph_format.line_spacing = 1.0


def _set_page(section: Any) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Twips(15840), Twips(12240)
    section.left_margin = section.right_margin = Twips(820)
    section.top_margin = section.bottom_margin = Twips(900)


def _add_instruction(document: Any) -> None:
    paragraph = document.add_paragraph(style="Form Instruction")
    for number, words in enumerate(INSTRUCTIONS):
        run = paragraph.add_run(words)
        run.italic = number % 2 == 1
        if number + 1 < len(INSTRUCTIONS):
            run.add_break()


def _add_table(document: Any) -> None:
    table = document.add_table(rows=1 + BLANK_ROWS, cols=len(HEADINGS))
    table.style, table.autofit = "Table Grid", False
    _set_borders(table)
    for row in table.rows:
        for number, cell in enumerate(row.cells):
            cell.width = Twips(WIDTHS[number])
            cell.paragraphs[0].style = CELL
            if number == 2 and row is not table.rows[0]:
                _shade(cell, PALE)
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Twips(width)
    _fill_head(table.rows[0])


def _fill_head(row: Any) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
    properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    for cell, heading in zip(row.cells, HEADINGS, strict=True):
        cell.paragraphs[0].style = "Form Head"
        cell.paragraphs[0].add_run(heading)
        for old in cell._tc.tcPr.findall(qn("w:shd")):
            cell._tc.tcPr.remove(old)
        _shade(cell, "D9E2F3")


def _shade(cell: Any, fill: str) -> None:
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>'))


def _set_borders(table: Any) -> None:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{GREY}"/>' for side in sides)
    borders = parse_xml(f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>")
    table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(borders)


def _name(properties: Any) -> None:
    properties.author = properties.last_modified_by = "Secretariat"
    properties.title, properties.comments, properties.keywords = "Comment form", "", ""
    properties.created = properties.modified = datetime.datetime.fromisoformat(MADE)


def excel_form() -> Any:
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    _add_head(sheet)
    for number, heading in enumerate((HEADING, *HEADINGS), 1):
        _dress(sheet.cell(HEADER_ROW, number, heading), head=True)
    for row in range(HEADER_ROW + 1, HEADER_ROW + 1 + BLANK_ROWS):
        for number in range(1, len(HEADINGS) + 2):
            _dress(sheet.cell(row, number), pale=number == TEXT_COLUMN)
    for number, width in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.column_dimensions["A"].hidden = True
    _set_view(sheet)
    book.properties.creator = book.properties.lastModifiedBy = "Secretariat"
    book.properties.title = "Comment form"
    return book


def _add_head(sheet: Any) -> None:
    for row, words in ((1, LABELS["title"]), *((row, LABELS[fact]) for fact, row in FACT_ROWS.items())):
        sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=4)
        sheet.cell(row, 2, words).font = Font(name=FONT, size=14 if row == 1 else 10, bold=row == 1)
        sheet.merge_cells(start_row=row, start_column=5, end_row=row, end_column=7)
        sheet.cell(row, 5).font = Font(name=FONT, size=10, bold=True)
    row = HEADER_ROW - 1
    sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=7)
    sheet.cell(row, 2, "\n".join(INSTRUCTIONS)).font = Font(name=FONT, size=9)
    sheet.cell(row, 2).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[row].height = 56


def _dress(cell: Any, head: bool = False, pale: bool = False) -> None:
    line = Side(style="thin", color="FF" + GREY)
    cell.font = Font(name=FONT, size=10, bold=head, color="FFFFFFFF" if head else None)
    cell.border = Border(left=line, right=line, top=line, bottom=line)
    cell.alignment = Alignment(wrap_text=True, vertical="center" if head else "top")
    if head or pale:
        cell.fill = PatternFill("solid", fgColor="FF" + (INK if head else PALE))


def _set_view(sheet: Any) -> None:
    sheet.freeze_panes = sheet.cell(HEADER_ROW + 1, 3)
    sheet.row_dimensions[HEADER_ROW].height = 42
    rule = DataValidation("list", formula1=f'"{",".join(TYPES)}"', allow_blank=True, showErrorMessage=False)
    rule.add(f"E{HEADER_ROW + 1}:E{HEADER_ROW + BLANK_ROWS}")
    sheet.add_data_validation(rule)
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"


def main() -> None:
    package = io.BytesIO()
    word_form().save(package)
    (HERE / "comment-form.docx").write_bytes(packed_docx(package.getvalue(), MADE).save_bytes())
    (HERE / "comment-form.xlsx").write_bytes(packed_xlsx(excel_form(), MADE).save_bytes())


if __name__ == "__main__":
    main()
