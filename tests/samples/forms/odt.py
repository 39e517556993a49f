# ruff: noqa: E501 - an XML element is easier to check unbroken
"""A letter or a comment table as OpenDocument text (ISO/IEC 26300), the notice in the page header."""

from xml.sax.saxutils import escape

from ..markup import parse
from ..model import NOTICES
from ..package import zipped
from .grid import Grid
from .letter import Letter

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
TYPE = "application/vnd.oasis.opendocument.text"
URN = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = (
    f'xmlns:office="{URN}:office:1.0" xmlns:style="{URN}:style:1.0" xmlns:text="{URN}:text:1.0" xmlns:table="{URN}:table:1.0" '
    f'xmlns:fo="{URN}:xsl-fo-compatible:1.0" xmlns:meta="{URN}:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"'
)
BOLD = '<office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>'
MANIFEST = (
    f'{HEAD}<manifest:manifest xmlns:manifest="{URN}:manifest:1.0" manifest:version="1.2">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{TYPE}"/>'
    + "".join(f'<manifest:file-entry manifest:full-path="{name}.xml" manifest:media-type="text/xml"/>' for name in ("content", "meta", "styles"))
    + "</manifest:manifest>"
)


def letter_odt(letter: Letter) -> bytes:
    return odt("".join(map(paragraph, letter.lines)), letter.language, letter.person, letter.date)


def grid_odt(grid: Grid) -> bytes:
    rows = ["<table:table-row>" + "".join(map(cell, row)) + "</table:table-row>" for row in grid.full_rows()]
    head = f"<table:table-header-rows>{rows[0]}</table:table-header-rows>"
    column = f'<table:table-column table:number-columns-repeated="{len(grid.widths)}"/>'
    table = f'<table:table table:name="Tabela1">{column}{head}{"".join(rows[1:])}</table:table>'
    return odt("".join(map(paragraph, grid.above)) + table, grid.language, grid.person, grid.date)


def cell(text: str) -> str:
    return f'<table:table-cell office:value-type="string">{paragraph(text)}</table:table-cell>'


def paragraph(markup: str) -> str:
    spans = (
        f'<text:span text:style-name="T1">{escape(piece.text)}</text:span>' if piece.bold else escape(piece.text)
        for piece in parse(markup)
    )
    return f'<text:p text:style-name="Standard">{"".join(spans)}</text:p>'


def odt(body: str, language: str, person: str, date: str) -> bytes:
    """The media type stands first and unpacked (part 3, 3.3)."""
    return zipped(
        {
            "mimetype": TYPE,
            "META-INF/manifest.xml": MANIFEST,
            "content.xml": f"{HEAD}<office:document-content {NAMESPACES}>{BOLD}<office:body><office:text>{body}</office:text></office:body></office:document-content>",
            "meta.xml": f"{HEAD}<office:document-meta {NAMESPACES}><office:meta><meta:initial-creator>{escape(person)}</meta:initial-creator><dc:date>{date}T12:00:00</dc:date></office:meta></office:document-meta>",
            "styles.xml": styles(language),
        }
    )


def styles(language: str) -> str:
    header = f'<style:header><text:p text:style-name="Standard">{NOTICES[language]}</text:p></style:header>'
    return (
        f'{HEAD}<office:document-styles {NAMESPACES}><office:styles><style:style style:name="Standard" style:family="paragraph">'
        f'<style:text-properties fo:language="{language}"/></style:style></office:styles>'
        '<office:automatic-styles><style:page-layout style:name="pm1"/></office:automatic-styles>'
        f'<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1">{header}</style:master-page></office:master-styles>'
        "</office:document-styles>"
    )
