"""What Excel repairs or refuses in a workbook (ECMA-376 part 1, 18): sheets, strings, tables, names."""

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from tests.integrity.package import Package, R, at

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CELL = re.compile(r"([A-Z]{1,3})([1-9]\d*)")
RANGE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d*)(?::\$?([A-Z]{1,3})\$?([1-9]\d*))?")
SHEET_IN_NAME = re.compile(r"(?:'((?:[^']|'')+)'|([A-Za-z_][\w.]*))!")
CELL_TYPES = {"b", "d", "e", "inlineStr", "n", "s", "str"}
STRING_LIMIT, SHEET_NAME_LIMIT = 32_767, 31
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def findings(package: Package, *, formulas: bool) -> Iterator[str]:
    part = package.main_part or ""
    root = package.trees[part]
    sheets = list(root.iterfind(f"{S}sheets/{S}sheet"))
    targets = {relationship.id: relationship.target for relationship in package.relationships.get(part, [])}
    yield from (at(part, sheet, what) for sheet in sheets for what in sheet_findings(package, sheet, targets))
    for what in ("name", "sheetId"):
        for value, count in Counter(sheet.get(what, "").lower() for sheet in sheets).items():
            if count > 1:
                yield f"{part}: {count} sheets with the {what} {value}"
    yield from name_findings(part, root, [sheet.get("name", "") for sheet in sheets])
    limits = (len(strings_of(package)), count_of(package, "cellXfs"), count_of(package, "dxfs"))
    for name in package.parts_of_type("worksheet+xml"):
        yield from worksheet_findings(name, package.trees[name], limits, formulas=formulas)
    yield from table_findings(package)
    yield from space_findings(package)


def strings_of(package: Package) -> list[str]:
    held = package.tree_of_type("sharedStrings+xml")
    return [string_of(item) for item in held[1].iterfind(f"{S}si")] if held else []


def string_of(item: etree._Element) -> str:
    """The text of a string with its rich runs, without the phonetic ones."""
    texts = [*item.iterfind(f"{S}t"), *item.iterfind(f"{S}r/{S}t")]
    return "".join(text.text or "" for text in texts)


def count_of(package: Package, group: str) -> int:
    held = package.tree_of_type("spreadsheetml.styles+xml")
    found = held[1].find(f"{S}{group}") if held else None
    return 0 if found is None else len(found)


def sheet_findings(package: Package, sheet: etree._Element, targets: dict[str, str]) -> Iterator[str]:
    name = sheet.get("name", "")
    if targets.get(sheet.get(f"{R}id", "")) not in package.trees:
        yield f"the sheet {name!r} has no part"
    if not name or len(name) > SHEET_NAME_LIMIT or re.search(r"[\\/?*:\[\]]|^'|'$", name):
        yield f"{name!r} is no sheet name"


def name_findings(part: str, root: etree._Element, sheets: list[str]) -> Iterator[str]:
    names = list(root.iterfind(f"{S}definedNames/{S}definedName"))
    for (name, _), count in Counter((n.get("name", "").lower(), n.get("localSheetId")) for n in names).items():
        if count > 1:
            yield f"{part}: {count} times the defined name {name}"
    for name in names:
        used = [(quoted or plain).replace("''", "'") for quoted, plain in SHEET_IN_NAME.findall(name.text or "")]
        missing = {sheet.lower() for sheet in used} - {sheet.lower() for sheet in sheets}
        if missing or not name.text or "#REF!" in name.text:
            yield at(part, name, f"the defined name {name.get('name')} stands for {name.text!r}")
        if name.get("localSheetId") is not None and not 0 <= int(name.get("localSheetId")) < len(sheets):
            yield at(part, name, f"the defined name {name.get('name')} belongs to no sheet")


def worksheet_findings(
    part: str, root: etree._Element, limits: tuple[int, int, int], *, formulas: bool
) -> Iterator[str]:
    strings, styles, differential = limits
    yield from row_findings(part, root)
    for cell in root.iter(f"{S}c"):
        yield from (at(part, cell, what) for what in cell_findings(cell, strings, styles, formulas=formulas))
    for rule in root.iter(f"{S}cfRule"):
        if rule.get("dxfId") is not None and int(rule.get("dxfId")) >= differential:
            yield at(part, rule, f"there is no differential style {rule.get('dxfId')}")
    for element in root.iter(f"{S}autoFilter", f"{S}mergeCell", f"{S}hyperlink"):
        if not RANGE.fullmatch(element.get("ref", "")):
            yield at(part, element, f"{element.get('ref')!r} is no range")


def row_findings(part: str, root: etree._Element) -> Iterator[str]:
    last_row = 0
    for row in root.iterfind(f"{S}sheetData/{S}row"):
        number = int(row.get("r", last_row + 1))
        if number <= last_row:
            yield at(part, row, f"row {number} stands after row {last_row}")
        last_row, last_column = number, 0
        for cell in row.iterfind(f"{S}c"):
            match = CELL.fullmatch(cell.get("r", "A1"))
            column = column_number(match[1]) if match and cell.get("r") else last_column + 1
            if match is None or (cell.get("r") and int(match[2]) != number) or column <= last_column:
                yield at(part, cell, f"the cell {cell.get('r')} is out of place")
            last_column = column


def column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def cell_findings(cell: etree._Element, strings: int, styles: int, *, formulas: bool) -> Iterator[str]:
    kind, content = cell.get("t", "n"), cell.findtext(f"{S}v")
    if kind not in CELL_TYPES:
        yield f"{kind!r} is no cell type"
    if cell.find(f"{S}f") is not None and not formulas:
        yield "a formula"
    if kind == "s" and not (content and content.isdigit() and int(content) < strings):
        yield f"there is no shared string {content}"
    inline = cell.find(f"{S}is")
    if (kind == "inlineStr") != (inline is not None):
        yield "the inline string and the cell's type do not agree"
    if inline is not None and len(string_of(inline)) > STRING_LIMIT:
        yield f"the string has over {STRING_LIMIT} characters"
    if kind == "n" and content and not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", content):
        yield f"{content!r} is no number"
    if int(cell.get("s", "0")) >= max(styles, 1):
        yield f"there is no cell style {cell.get('s')}"


def space_findings(package: Package) -> Iterator[str]:
    """Excel drops the outer spaces of a string without xml:space, and refuses one that is too long."""
    for part in [*package.parts_of_type("sharedStrings+xml"), *package.parts_of_type("worksheet+xml")]:
        for text in package.trees[part].iter(f"{S}t"):
            words = text.text or ""
            if words != words.strip() and text.get(XML_SPACE) != "preserve":
                yield at(part, text, "the space at its begin or end is lost: xml:space is not preserve")
    for number, words in enumerate(strings_of(package)):
        if len(words) > STRING_LIMIT:
            yield f"shared string {number}: has over {STRING_LIMIT} characters"


def table_findings(package: Package) -> Iterator[str]:
    tables = {name: package.trees[name] for name in package.parts_of_type("spreadsheetml.table+xml")}
    for what in ("id", "displayName"):
        for value, count in Counter(table.get(what, "").lower() for table in tables.values()).items():
            if count > 1:
                yield f"{count} tables with the {what} {value}"
    for sheet in package.parts_of_type("worksheet+xml"):
        for relationship in package.relationships.get(sheet, []):
            if relationship.target in tables:
                yield from one_table(package, sheet, relationship.target, tables[relationship.target])


def one_table(package: Package, sheet: str, part: str, table: etree._Element) -> Iterator[str]:
    """A column's name must be the text of its header cell, or Excel repairs the file (18.5.1.2, 18.5.1.3)."""
    match = RANGE.fullmatch(table.get("ref", ""))
    if match is None or match[3] is None:
        yield f"{part}: {table.get('ref')!r} is no table range"
        return
    names = [column.get("name", "") for column in table.iterfind(f"{S}tableColumns/{S}tableColumn")]
    first, last = column_number(match[1]), column_number(match[3])
    if len(names) != last - first + 1:
        yield f"{part}: {len(names)} columns in {table.get('ref')}"
    if len(set(map(str.lower, names))) != len(names):
        yield f"{part}: two columns have the same name"
    if table.get("headerRowCount", "1") != "0":
        heads = row_texts(package, sheet, int(match[2]), first, last)
        if heads != [decoded(name) for name in names]:
            yield f"{part}: the columns are named {names}, the header cells say {heads}"


def decoded(name: str) -> str:
    """Attributes hold line ends as _x000a_ (18.4.8 and ST_Xstring)."""
    return re.sub(r"_x([0-9a-fA-F]{4})_", lambda match: chr(int(match[1], 16)), name)


def row_texts(package: Package, sheet: str, row: int, first: int, last: int) -> list[str]:
    strings = strings_of(package)
    texts = {}
    for cell in package.trees[sheet].iter(f"{S}c"):
        match = CELL.fullmatch(cell.get("r", ""))
        if match and int(match[2]) == row and first <= column_number(match[1]) <= last:
            texts[column_number(match[1])] = cell_text(cell, strings)
    return [texts.get(column, "") for column in range(first, last + 1)]


def cell_text(cell: etree._Element, strings: list[str]) -> str:
    inline, content = cell.find(f"{S}is"), cell.findtext(f"{S}v") or ""
    if inline is not None:
        return string_of(inline)
    shared = cell.get("t") == "s" and content.isdigit() and int(content) < len(strings)
    return strings[int(content)] if shared else content
