"""The comment form for Excel: the template with its facts and rows put in, the hidden names in a hidden first column."""

from __future__ import annotations

import datetime
import io
import zipfile
from copy import copy
from typing import Any

from openpyxl import load_workbook
from openpyxl.writer.excel import ExcelWriter

from pipeline.ooxml.package import Package
from pipeline.writers.form import TEMPLATES, Form, FormRow
from pipeline.writers.plain import day

TEMPLATE = TEMPLATES / "comment-form.xlsx"
SHEET = "Comments"
FACT_ROWS = {"state": 2, "document": 3, "deadline": 4}
HEADER_ROW = 6
FACT_COLUMN, LAST_COLUMN = 5, 7
EPOCH = datetime.date(2004, 1, 1)


def excel_form(form: Form) -> Package:
    """The form with the token in place of the state's name."""
    book = load_workbook(TEMPLATE)
    sheet = book[SHEET]
    for fact, words in form.facts:
        _write(sheet.cell(FACT_ROWS[fact], FACT_COLUMN), words)
    pattern = [copy(sheet.cell(HEADER_ROW + 1, column)._style) for column in range(1, LAST_COLUMN + 1)]
    for number, row in enumerate(form.rows, HEADER_ROW + 1):
        _fill(sheet, number, row, pattern)
    last = max(sheet.max_row, HEADER_ROW + len(form.rows))
    for rule in sheet.data_validations.dataValidation:
        rule.sqref = type(rule.sqref)(f"E{HEADER_ROW + 1}:E{last}")
    return packed_xlsx(book, form.date)


def _fill(sheet: Any, number: int, row: FormRow, pattern: list[Any]) -> None:
    for column, words in enumerate((row.name, str(row.number), row.label, row.text, "", "", ""), 1):
        cell = sheet.cell(number, column)
        cell._style = copy(pattern[column - 1])
        _write(cell, words)


def _write(cell: Any, words: str) -> None:
    """As typed text: openpyxl takes what begins with "=" for a formula."""
    if words:
        cell.value = words
        cell.data_type = "s"


def packed_xlsx(book: Any, date: str) -> Package:
    """The parts, dated by the meeting. ExcelWriter itself, since Workbook.save stamps the clock on the properties."""
    stamp = datetime.datetime.combine(day(date) or EPOCH, datetime.time())
    book.properties.created = book.properties.modified = stamp
    out = io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(out, "w")).save()
    with zipfile.ZipFile(out) as archive:
        return Package({name: archive.read(name) for name in archive.namelist()})
