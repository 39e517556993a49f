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

from pipeline.writers.plain import Cleaner, entry_bookmark, escape

TEMPLATE = Path(__file__).resolve().parents[2] / "templates" / "consolidated.docx"
FIRST_BOOKMARK = 900_000
_NAMESPACES = re.compile(r' xmlns(:\w+)?="[^"]*"')
_SIGNS, _BREAK = re.compile("[\n\t]"), "\n"
_RUN = "<w:r><w:t>@</w:t></w:r>"


def serialised(element: Any) -> str:
    return _NAMESPACES.sub("", etree.tostring(element, encoding="unicode"))


@dataclass
class Kit:
    """What the pages are made of. `clean` makes a text safe for XML. `document` is the opened template.

    entries: whether the text leads to the entries of proposals, which then have bookmarks.
    """

    clean: Cleaner
    entries: bool = False
    document: Any = field(default_factory=lambda: Document(str(TEMPLATE)))
    _numbers: Any = field(default_factory=lambda: itertools.count(FIRST_BOOKMARK))
    _paragraphs: dict[str, tuple[str, str]] = field(default_factory=dict)
    _entered: set[str] = field(default_factory=set)

    def text(self, words: str, style: str = "") -> str:
        """A run; line breaks and tabs become w:br and w:tab. `style` names a character style."""
        safe = escape(self.clean(words))
        if "\n" in safe or "\t" in safe:
            safe = _SIGNS.sub(lambda sign: f'</w:t><w:{"br" if sign[0] == _BREAK else "tab"}/><w:t xml:space="preserve">', safe)
        look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
        spaces = ' xml:space="preserve"' if safe != safe.strip() or "<w:" in safe else ""
        return f"<w:r>{look}<w:t{spaces}>{safe}</w:t></w:r>"

    def strong(self, words: str) -> str:
        return self.text(words, "ConsStrong")

    def lead(self, head: str, words: str, style: str = "Text") -> str:
        """A paragraph that begins with what it is about."""
        return self.paragraph(style, self.strong(f"{head}. ") + self.text(words))

    def link(self, anchor: str, words: str) -> str:
        """Words that lead to a bookmark of the same document (17.16.22)."""
        return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{self.text(words, "ConsLink")}</w:hyperlink>'

    def entry(self, identifier: str, anchor: str = "") -> str:
        """The id of a proposal in an annex, which leads to its mark where it has one; the first such entry can be led to."""
        shown = self.link(anchor, identifier) if anchor else self.strong(identifier)
        if not self.entries or identifier in self._entered:
            return shown
        self._entered.add(identifier)
        return self.bookmarked(entry_bookmark(identifier), shown)

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

    def table(
        self, caption: str, heads: Sequence[str], widths: Sequence[int], rows: Sequence[Sequence[str]], *, ends_section: bool = False
    ) -> str:
        """A ruled table whose first row repeats on each page. Cells are paragraphs; `widths` are per cent.

        caption: what a screen reader says of it (w:tblCaption, ISO/IEC 29500-1:2011, 17.4.62).
        ends_section: LibreOffice 7.4 loses rows that are kept whole where a section ends behind the table and a page inside it.
        """
        top, row, end = _table_pattern("Table", tuple(widths))
        if ends_section:
            row = tuple(piece.replace("<w:cantSplit/>", "") for piece in row)
        head = _stamped(row, [self.said("Cell Head", words) for words in heads])
        head = head.replace("</w:trPr>", "<w:tblHeader/></w:trPr>", 1)
        top = top.replace("</w:tblPr>", f'<w:tblCaption w:val="{escape(self.clean(caption))}"/></w:tblPr>', 1)
        return "".join([top, head, *(_stamped(row, cells) for cells in rows), end])

    def plain_table(self, widths: Sequence[int], rows: Sequence[Sequence[str]]) -> str:
        """A table without rules and without a head, for lists that stand in columns."""
        top, row, end = _table_pattern("Plain", tuple(widths))
        return "".join([top, *(_stamped(row, cells) for cells in rows), end])


def _stamped(row: Sequence[str], cells: Sequence[str]) -> str:
    """Cells between the pieces of the pattern row; there is one piece more than cells."""
    return row[0] + "".join([cell + piece for cell, piece in zip(cells, row[1:], strict=True)])


@cache
def _template() -> Any:
    """Opened once for all patterns."""
    return Document(str(TEMPLATE))


@cache
def _table_pattern(style: str, widths: tuple[int, ...]) -> tuple[str, tuple[str, ...], str]:
    """(what stands before the rows, the pieces of a row around its cells, what stands after)."""
    table = _template().add_table(rows=1, cols=len(widths), style=f"Consolidation {style}")
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


def styles_of(document: Any, blocks: Sequence[str], language: str = "en") -> list[str]:
    """The w:style elements that the blocks use, with all that these are based on or linked to, sorted by id.

    Paragraph styles carry the language, for spelling and for screen readers (w:lang, 17.3.2.20). A style that an officer
    based on one of Word's own gets a copy named for us, so it never meets the draft's.
    """
    every = {style.get(qn("w:styleId")): style for style in document.styles.element.findall(qn("w:style"))}
    wanted = {after.partition('"')[0] for after in "".join(blocks).split('Style w:val="')[1:]}  # of paragraphs, runs and tables
    found: set[str] = set()
    while wanted - found:
        found |= wanted & every.keys()
        wanted = {child.get(qn("w:val")) for name in found for child in every[name] if child.tag in _FOLLOWED} | found
        wanted &= every.keys()
    own = {name: name if name.startswith("Cons") else f"Cons{name}" for name in found}
    return [_own_copy(every[name], own, language) for name in sorted(found, key=lambda name: own[name])]


_FOLLOWED = (qn("w:basedOn"), qn("w:link"))
_REFERENCES = (*_FOLLOWED, qn("w:next"))
_DROPPED = (qn("w:rsid"), qn("w:numPr"), qn("w:qFormat"), qn("w:locked"))


LOCALES = {"en": "en-US", "es": "es-ES", "fr": "fr-FR", "pt": "pt-BR"}


def _own_copy(style: Any, own: Mapping[str, str], language: str) -> str:
    copy = etree.fromstring(etree.tostring(style))
    copy.set(qn("w:styleId"), own[copy.get(qn("w:styleId"))])
    copy.attrib.pop(qn("w:default"), None)
    name = copy.find(qn("w:name"))
    if not name.get(qn("w:val")).startswith("Consolidation"):
        name.set(qn("w:val"), "Consolidation " + name.get(qn("w:val")))
    for element in list(copy.iter()):
        _make_own(element, own)
    if copy.get(qn("w:type")) == "paragraph":
        _speak(copy, LOCALES.get(language, language))
    return serialised(copy)


def _speak(style: Any, locale: str) -> None:
    """w:lang stands behind what the template says of the look (its place in CT_RPr: near the end)."""
    run = style.find(qn("w:rPr"))
    if run is None:
        run = etree.SubElement(style, qn("w:rPr"))
    for old in run.findall(qn("w:lang")):
        run.remove(old)
    etree.SubElement(run, qn("w:lang")).set(qn("w:val"), locale)


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
