# ruff: noqa: E501 - an XML element is easier to check unbroken
"""A comment table as a workbook, as Excel saves it: shared strings, merged title rows (ECMA-376 part 1, 18.3 and 18.4)."""

from itertools import count
from xml.sax.saxutils import escape

from ..model import NOTICES
from ..package import OFFICE, RELATIONS, zipped
from ..parts import HEAD
from .grid import Grid

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PARTS = {
    "xl/workbook.xml": f"{TYPE}.sheet.main+xml",
    "xl/worksheets/sheet1.xml": f"{TYPE}.worksheet+xml",
    "xl/sharedStrings.xml": f"{TYPE}.sharedStrings+xml",
    "xl/styles.xml": f"{TYPE}.styles+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}
STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
CORE = (
    f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{}</dc:creator></cp:coreProperties>'
)


def grid_xlsx(grid: Grid, sheet: str) -> bytes:
    """The notice and the titles stand in merged rows, a blank row follows, then the table."""
    titles = [(text,) for text in (f"({NOTICES[grid.language]})", *grid.above)]
    rows: list[tuple[str, ...]] = [*titles, (), *grid.rows]
    strings: dict[str, int] = {}
    heads = {len(titles) + 2 + n for n, row in enumerate(grid.rows) if row == grid.rows[0]}
    content = {
        "xl/worksheets/sheet1.xml": worksheet(rows, heads | set(range(1, len(titles) + 1)), strings, grid.widths, len(titles)),
        "xl/sharedStrings.xml": shared(strings),
        "xl/styles.xml": STYLES,
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="{escape(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "docProps/core.xml": CORE.format(escape(grid.person)),
        "_rels/.rels": relations({"officeDocument": "xl/workbook.xml", "metadata/core-properties": "docProps/core.xml"}),
        "xl/_rels/workbook.xml.rels": relations({"worksheet": "worksheets/sheet1.xml", "sharedStrings": "sharedStrings.xml", "styles": "styles.xml"}),
    }
    return zipped({"[Content_Types].xml": content_types(), **dict(sorted(content.items()))})


def worksheet(rows: list[tuple[str, ...]], bold: set[int], strings: dict[str, int], widths: tuple[int, ...], merged: int) -> str:
    last = chr(64 + len(widths))
    columns = "".join(f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in enumerate(widths, 1))
    lines = "".join(line(n, row, n in bold, strings) for n, row in enumerate(rows, 1) if row)
    merges = "".join(f'<mergeCell ref="A{n}:{last}{n}"/>' for n in range(1, merged + 1))
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}"><dimension ref="A1:{last}{len(rows)}"/><cols>{columns}</cols>'
        f'<sheetData>{lines}</sheetData><mergeCells count="{merged}">{merges}</mergeCells></worksheet>'
    )


def line(number: int, row: tuple[str, ...], bold: bool, strings: dict[str, int]) -> str:
    cells = "".join(
        f'<c r="{chr(64 + column)}{number}" s="{int(bold)}" t="s"><v>{strings.setdefault(text, len(strings))}</v></c>'
        for column, text in enumerate(row, 1)
        if text
    )
    return f'<row r="{number}">{cells}</row>'


def shared(strings: dict[str, int]) -> str:
    items = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
    return f'{HEAD}<sst xmlns="{MAIN}" uniqueCount="{len(strings)}">{items}</sst>'


def relations(targets: dict[str, str]) -> str:
    numbers = count(1)
    package = OFFICE.replace("officeDocument/", "package/")
    rows = "".join(
        f'<Relationship Id="rId{next(numbers)}" Type="{package if "/" in kind else OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'{HEAD}<Relationships xmlns="{RELATIONS}">{rows}</Relationships>'


def content_types() -> str:
    rows = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in PARTS.items())
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )
