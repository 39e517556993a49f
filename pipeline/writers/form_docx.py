"""The comment form for Word: the template with its facts and rows put in.

Each prefilled label stands in a content control whose tag is the row's hidden name (ECMA-376 part 1, 17.5.2.42). Word copies
the tag with the row. LibreOffice 7.4 drops tags and keeps titles (w:alias), so the title says the same; a bookmark of that name
is the third witness. The control's content is locked, the control itself may be deleted with its row (17.5.2.23).
"""

from __future__ import annotations

import datetime
import io
import itertools
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from docx import Document
from lxml import etree

from pipeline.ooxml.names import W
from pipeline.ooxml.names import parse as parse_xml
from pipeline.ooxml.package import Package
from pipeline.writers.form import TEMPLATES, Form, FormRow
from pipeline.writers.plain import day, escape

TEMPLATE = TEMPLATES / "comment-form.docx"
FACT, CELL = "Form Fact", "Form Cell"
FIRST_CONTROL = 70_000
EPOCH = datetime.date(2004, 1, 1)


def word_form(form: Form) -> Package:
    """The form with the token in place of the state's name. Raises ValueError where the template is another."""
    document = Document(str(TEMPLATE))
    _fill_facts(document, form)
    _fill_rows(document.tables[-1], form)
    out = io.BytesIO()
    document.save(out)
    return packed_docx(out.getvalue(), form.date)


def with_state(package: Package, token: str, state: str) -> Package:
    """A copy with the token replaced in every part that holds it."""
    old, new = token.encode(), escape(state).encode()
    return Package({name: part.replace(old, new) if old in part else part for name, part in package.parts.items()})


def packed_docx(data: bytes, date: str) -> Package:
    """The parts, the document dated by the meeting: python-docx keeps the template's dates, zip entries get none."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = parts["docProps/core.xml"].decode()
    stamp = f"{(day(date) or EPOCH).isoformat()}T00:00:00Z"
    parts["docProps/core.xml"] = re.sub(r"(?<=W3CDTF\">)[^<]*", stamp, core).encode()
    return Package(parts)


def _fill_facts(document: Any, form: Form) -> None:
    paragraphs = [paragraph for paragraph in document.paragraphs if paragraph.style.name == FACT]
    for paragraph, (_, words) in zip(paragraphs, form.facts, strict=True):
        paragraph.add_run(words).bold = True


def _fill_rows(table: Any, form: Form) -> None:
    """The template's first blank row is the pattern of all."""
    pattern, *spare = table._tbl.tr_lst[1:]
    cells = _cell_patterns(pattern)
    control = itertools.count(FIRST_CONTROL)
    rows = "".join(f"<w:tr>{''.join(_cells(row, cells, next(control)))}</w:tr>" for row in form.rows)
    for made in parse_xml(f'<w:tbl xmlns:w="{W}">{rows}</w:tbl>'.encode()):
        pattern.addprevious(made)
    for row in (pattern, *spare):
        table._tbl.remove(row)


def _cell_patterns(row: Any) -> list[tuple[str, str]]:
    """What opens each cell of the pattern row, and its empty paragraph's properties."""
    return [(_inner(cell.tcPr), _inner(cell.p_lst[0].pPr)) for cell in row.tc_lst]


def _inner(element: Any) -> str:
    text: str = etree.tostring(element, encoding="unicode")
    return re.sub(r' xmlns(:\w+)?="[^"]*"', "", text)


def _cells(row: FormRow, patterns: list[tuple[str, str]], control: int) -> Iterator[str]:
    contents = [_run(str(row.number)), _label(row, control), _run(row.text), "", "", ""]
    for (cell, paragraph), content in zip(patterns, contents, strict=True):
        yield f"<w:tc>{cell}<w:p>{paragraph}{content}</w:p></w:tc>"


def _label(row: FormRow, control: int) -> str:
    if not row.name:
        return _run(row.label)
    return (
        f'<w:bookmarkStart w:id="{control}" w:name="{row.name}"/>'
        f'<w:sdt><w:sdtPr><w:alias w:val="{row.name}"/><w:tag w:val="{row.name}"/><w:id w:val="{control}"/>'
        f'<w:lock w:val="contentLocked"/><w:text/></w:sdtPr><w:sdtContent>{_run(row.label)}</w:sdtContent></w:sdt>'
        f'<w:bookmarkEnd w:id="{control}"/>'
    )


def _run(words: str) -> str:
    """A run; line breaks and tabs become w:br and w:tab."""
    if not words:
        return ""
    safe = re.sub("[\n\t]", lambda found: "\0" if found[0] == "\n" else "\1", escape(words))
    text = safe.replace("\0", '</w:t><w:br/><w:t xml:space="preserve">').replace("\1", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
