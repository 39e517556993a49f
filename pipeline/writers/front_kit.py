"""Paragraphs and tables of the Secretariat's own pages: python-docx makes each pattern, strings are stamped from it.

Building 6,800 rows with python-docx takes seconds; a pattern and str.replace take milliseconds. Blocks carry the
prefix w: and no namespace declarations, since they are put into a document that declares it.
"""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from pipeline.writers.plain import Cleaner, escape

TEMPLATE = Path(__file__).resolve().parents[2] / "templates" / "consolidated.docx"
FIRST_BOOKMARK = 900_000
BREAK = '<w:p><w:pPr><w:pStyle w:val="ConsText"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
_NAMESPACES = re.compile(r' xmlns(:\w+)?="[^"]*"')
_RUN = "<w:r><w:t>@</w:t></w:r>"


def serialised(element: Any) -> str:
    return _NAMESPACES.sub("", etree.tostring(element, encoding="unicode"))


def conflict_bookmark(identifier: str) -> str:
    """C-03 -> C_03: Word takes letters, digits and underscores, 40 at most, in the name of a bookmark (17.13.6.2)."""
    return re.sub("[^A-Za-z0-9]", "_", identifier)


def proposal_bookmark(identifier: str) -> str:
    """MEX-07 -> P_MEX_07, the bookmark at the mark (law 5)."""
    return "P_" + conflict_bookmark(identifier)


@dataclass
class Kit:
    """What the pages are made of. `clean` makes a text safe for XML. `document` is the opened template."""

    clean: Cleaner
    document: Any = field(default_factory=lambda: Document(str(TEMPLATE)))
    _numbers: Any = field(default_factory=lambda: itertools.count(FIRST_BOOKMARK))
    _paragraphs: dict[str, tuple[str, str]] = field(default_factory=dict)

    def text(self, words: str, style: str = "") -> str:
        """A run; line breaks and tabs become w:br and w:tab. `style` names a character style."""
        safe = escape(self.clean(words)).replace("\n", "\0br").replace("\t", "\0tab")
        if "\0" in safe:
            safe = re.sub("\0(br|tab)", r'</w:t><w:\1/><w:t xml:space="preserve">', safe)
        look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
        spaces = ' xml:space="preserve"' if safe != safe.strip() or "<w:" in safe else ""
        return f"<w:r>{look}<w:t{spaces}>{safe}</w:t></w:r>"

    def strong(self, words: str) -> str:
        return self.text(words, "ConsStrong")

    def link(self, anchor: str, words: str) -> str:
        """Words that lead to a bookmark of the same document (17.16.22)."""
        return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{self.text(words, "ConsLink")}</w:hyperlink>'

    def bookmarked(self, name: str, content: str) -> str:
        number = next(self._numbers)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'

    def paragraph(self, style: str, content: str) -> str:
        """One paragraph in 'Consolidation <style>' around runs that are XML already."""
        if style not in self._paragraphs:
            made = self.document.add_paragraph("@", style=f"Consolidation {style}")
            before, after = serialised(made._p).split(_RUN)
            self._paragraphs[style] = (before, after)
        before, after = self._paragraphs[style]
        return f"{before}{content}{after}"

    def said(self, style: str, words: str) -> str:
        return self.paragraph(style, self.text(words))

    def cell(self, content: str) -> str:
        return self.paragraph("Cell", content)

    def table(self, heads: Sequence[str], widths: Sequence[int], rows: Sequence[Sequence[str]]) -> str:
        """A ruled table whose first row repeats on each page. Cells are paragraphs; `widths` are per cent."""
        top, row, end = _table_pattern("Table", tuple(widths))
        head = _stamped(row, [self.said("Cell Head", words) for words in heads])
        head = head.replace("</w:trPr>", "<w:tblHeader/></w:trPr>", 1)
        return "".join([top, head, *(_stamped(row, cells) for cells in rows), end])

    def plain_table(self, widths: Sequence[int], rows: Sequence[Sequence[str]]) -> str:
        """A table without rules and without a head, for lists that stand in columns."""
        top, row, end = _table_pattern("Plain", tuple(widths))
        return "".join([top, *(_stamped(row, cells) for cells in rows), end])


def _stamped(row: Sequence[str], cells: Sequence[str]) -> str:
    """Cells between the pieces of the pattern row; there is one piece more than cells."""
    return row[0] + "".join([cell + piece for cell, piece in zip(cells, row[1:], strict=True)])


@cache
def _table_pattern(style: str, widths: tuple[int, ...]) -> tuple[str, tuple[str, ...], str]:
    """(what stands before the rows, the pieces of a row around its cells, what stands after)."""
    table = Document(str(TEMPLATE)).add_table(rows=1, cols=len(widths), style=f"Consolidation {style}")
    table.autofit = False
    _set_width(table._tbl.tblPr.find(qn("w:tblW")), 100)
    _keep_rows_whole(table)
    for column, width in enumerate(widths):
        table._tbl.tblGrid.findall(qn("w:gridCol"))[column].set(qn("w:w"), str(width * 94))
        cell = table.cell(0, column)
        cell.text = "@"
        cell.width = 1
        _set_width(cell._tc.tcPr.find(qn("w:tcW")), width)
    xml = re.sub(r"<w:p>(?:(?!</w:p>).)*</w:p>", "@", serialised(table._tbl))
    top, row, end = re.split(r"(<w:tr>.*</w:tr>)", xml)
    return top, tuple(row.split("@")), end


def _set_width(element: Any, percent: int) -> None:
    """Fiftieths of a per cent (17.18.90), so that a table fits whatever page the draft has."""
    element.set(qn("w:type"), "pct")
    element.set(qn("w:w"), str(percent * 50))


def _keep_rows_whole(table: Any) -> None:
    """Short rows do not break across pages; a row longer than a page still does in Word and LibreOffice."""
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def styles_of(document: Any, blocks: Sequence[str]) -> list[str]:
    """The w:style elements that the blocks use, with all that these are based on or linked to, sorted by id.

    A style that an officer based on one of Word's own gets a copy named for us, so it never meets the draft's.
    """
    every = {style.get(qn("w:styleId")): style for style in document.styles.element.findall(qn("w:style"))}
    wanted = set(re.findall(r'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', "".join(blocks)))
    found: set[str] = set()
    while wanted - found:
        found |= wanted & every.keys()
        wanted = {child.get(qn("w:val")) for name in found for child in every[name] if child.tag in _FOLLOWED} | found
        wanted &= every.keys()
    own = {name: name if name.startswith("Cons") else f"Cons{name}" for name in found}
    return [_own_copy(every[name], own) for name in sorted(found, key=lambda name: own[name])]


_FOLLOWED = (qn("w:basedOn"), qn("w:link"))
_REFERENCES = (*_FOLLOWED, qn("w:next"))
_DROPPED = (qn("w:rsid"), qn("w:numPr"), qn("w:qFormat"), qn("w:locked"))


def _own_copy(style: Any, own: Mapping[str, str]) -> str:
    copy = etree.fromstring(etree.tostring(style))
    copy.set(qn("w:styleId"), own[copy.get(qn("w:styleId"))])
    copy.attrib.pop(qn("w:default"), None)
    name = copy.find(qn("w:name"))
    if not name.get(qn("w:val")).startswith("Consolidation"):
        name.set(qn("w:val"), "Consolidation " + name.get(qn("w:val")))
    for element in list(copy.iter()):
        _make_own(element, own)
    return serialised(copy)


def _make_own(element: Any, own: Mapping[str, str]) -> None:
    """References follow the new ids; what would need other parts, other prefixes or an editing session goes."""
    target = element.get(qn("w:val"))
    if element.tag in _REFERENCES and target in own:
        element.set(qn("w:val"), own[target])
    elif element.tag in (*_REFERENCES, *_DROPPED) or not element.tag.startswith(_W):
        element.getparent().remove(element)
    for name in [name for name in element.attrib if not name.startswith(_W)]:
        del element.attrib[name]


_W = qn("w:p")[:-1]
Rows = list[Sequence[str]]
Say = Mapping[str, str]
