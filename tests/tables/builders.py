"""Small Word files and workbooks with tables, written by the tests themselves.

A cell of a Word table is its text, one paragraph a line: ``2>text`` spans two columns, ``v>text`` begins a vertical merge,
``^`` continues one; what begins with ``<w:`` is XML as it stands.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl import Workbook

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
Rows = Sequence[Sequence[str]]


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def cell(notation: str) -> str:
    span, merge, text = re.fullmatch(r"(?:(\d)>)?(v>|\^)?(.*)", notation, re.DOTALL).groups()
    properties = f'<w:gridSpan w:val="{span}"/>' if span else ""
    properties += {"v>": '<w:vMerge w:val="restart"/>', "^": "<w:vMerge/>"}.get(merge or "", "")
    content = text if text.startswith("<w:") else "".join(paragraph(line) for line in text.split("\n"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(cells: Sequence[str], properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(map(cell, cells))}</w:tr>"


def table(rows: Rows) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(map(row, rows))}</w:tbl>"


def word_file(path: Path, body: str, page_header: str = "") -> Path:
    """A package of the fewest parts; `body` and `page_header` are XML."""
    header = f'<Relationship Id="rId9" Type="{R}/header" Target="header1.xml"/>' if page_header else ""
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{RELS}"><Relationship Id="rId1" Type="{R}/officeDocument"'
        ' Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELS}">{header}</Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
    }
    if page_header:
        parts["word/header1.xml"] = f'<w:hdr xmlns:w="{W}">{page_header}</w:hdr>'
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def workbook(path: Path, sheets: dict[str, Rows]) -> Workbook:
    """A workbook in memory with the rows on its sheets; the test changes it and saves it to its path."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for cells in rows:
            sheet.append([text or None for text in cells])
    book.save(path)
    return book
