"""Puts the rows into the workbook that openpyxl has built, and packs the file.

What openpyxl builds hangs on the titles and columns of the sheets alone (workbook_plan.py), so it may be kept: where it is,
openpyxl is not even loaded, which takes as long as two thousand rows.
"""

from __future__ import annotations

import hashlib
import html
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from pipeline.config import Config
from pipeline.ooxml.archive import Archive
from pipeline.store import to_json
from pipeline.writers.plain import cleaner, day, escape
from pipeline.writers.workbook_cells import Looks, Sheet, Stamped, Strings, column_letter
from pipeline.writers.workbook_plan import Plan, PlannedSheet

STAND_IN = 1_040_000  # rows that no sheet has; the pattern's last rows, replaced by the sheets' own
SHARED_STRINGS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LAST_ROW = re.compile(rf"(?<=[A-Z$]){STAND_IN // 1000}[0-9]{{3}}(?![0-9])")
INLINE = re.compile(r'(<c r="[A-Z]+1" s="[0-9]+") t="inlineStr"><is><t(?: xml:space="preserve")?>([^<]*)</t></is></c>')
Patterns = MutableMapping[str, Any]


@dataclass(slots=True)
class Book:
    """The workbook while its sheets are gathered. patterns: what is known of what openpyxl builds."""

    plan: Plan
    patterns: Patterns = field(default_factory=dict)


def new_book(title: str, subject: str, config: Config, patterns: Patterns | None = None) -> Book:
    written = day(config.cut_off) or day(config.date)
    plan = Plan(title, subject, config.language, written.isoformat() if written else "", config.paper)
    return Book(plan, {} if patterns is None else patterns)


def looks(book: Book) -> Looks:
    """The numbers of the styles, which are the same in every workbook."""
    found = _kept(book, "looks", [], _built_looks)
    return Looks(found["numbers"], dict(found["quoted"]), found["runs"])


def _built_looks(plan: Plan) -> dict[str, Any]:
    from pipeline.writers.workbook_pattern import new_book as openpyxls
    from pipeline.writers.workbook_pattern import numbers_of_looks

    return numbers_of_looks(openpyxls(plan))


def add_sheet(book: Book, sheet: Sheet, stamped: Stamped, config: Config, page: str) -> None:
    """One more sheet, with everything that is told once for it."""
    number = STAND_IN + len(book.plan.sheets) + 1
    titles = _distinct([column.title for column in sheet.columns]) if sheet.name else [column.title for column in sheet.columns]
    columns = tuple(replace(column, title=title) for column, title in zip(sheet.columns, titles, strict=True))
    planned = PlannedSheet(
        sheet.title, columns, sheet.frozen, sheet.choices, page, number, stamped.last_row > 1, bool(stamped.links), sheet.name,
        sheet.filtered, sheet.named, sheet.shaded, sheet.chart, sheet.across, sheet.titles, stamped.folds, stamped.folds_first,
    )  # fmt: skip
    book.plan.sheets.append(planned)


def _distinct(titles: Iterable[str]) -> list[str]:
    """Titles as a table takes them: one line each, none twice, whatever the case of its letters (18.5.1.3 tableColumn)."""
    out: list[str] = []
    used: Counter[str] = Counter()
    for title in titles:
        line = cleaner({})(" ".join(title.split())) or "-"
        used[line.lower()] += 1
        out.append(line if used[line.lower()] == 1 else f"{line} ({used[line.lower()]})")
    return out


def packed(book: Book, stamped: Sequence[Stamped], strings: Strings) -> bytes:
    """The file: the pattern's parts with the rows put in. No clock: zip entries are dated 1 January 1980."""
    parts = dict(_kept(book, "parts", book.plan, _built_parts))
    last = {str(planned.last_row): str(max(sheet.last_row, 2)) for planned, sheet in zip(book.plan.sheets, stamped, strict=True)}
    for name in parts:
        if name.startswith(("xl/worksheets/sheet", "xl/tables/", "xl/workbook.xml")):
            parts[name] = LAST_ROW.sub(lambda found: last[found[0]], parts[name])
    for number, (planned, sheet) in enumerate(zip(book.plan.sheets, stamped, strict=True), 1):
        name = f"xl/worksheets/sheet{number}.xml"
        parts[name] = _with_rows(_with_shared_heads(parts[name], strings), sheet, column_letter(len(planned.columns)))
    _add_strings(parts, strings)
    out = io.BytesIO()
    with Archive(out, "w") as archive:
        for name, part in sorted(parts.items()):
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _built_parts(plan: Plan) -> dict[str, str]:
    from pipeline.writers.workbook_pattern import parts_of

    return parts_of(plan)


def _kept(book: Book, what: str, hangs_on: Any, build: Any) -> Any:
    key = hashlib.sha256(to_json([what, _openpyxl(), hangs_on])).hexdigest()
    found = book.patterns.get(key)
    if found is None:
        found = book.patterns[key] = build(book.plan)
    return found


@cache
def _openpyxl() -> str:
    """Its version, as its own file says, without loading it."""
    spec = find_spec("openpyxl")
    origin = Path(spec.origin) if spec is not None and spec.origin else Path()
    return hashlib.sha256(origin.with_name("_constants.py").read_bytes()).hexdigest()


def _add_strings(parts: dict[str, str], strings: Strings) -> None:
    """openpyxl 3.1 writes strings inline and no shared strings; the part needs its type and its relationship."""
    parts["xl/sharedStrings.xml"] = strings.xml()
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{SHARED_STRINGS}"/></Types>'
    types = "[Content_Types].xml"
    parts[types] = _put(parts[types], "</Types>", override)
    relation = f'<Relationship Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml" Id="rIdStrings"/>'
    rels = "xl/_rels/workbook.xml.rels"
    parts[rels] = _put(parts[rels], "</Relationships>", relation + "</Relationships>")


def _with_shared_heads(part: str, strings: Strings) -> str:
    """The header's words among the shared strings, where all words are; openpyxl writes them into the sheet."""

    def shared(head: re.Match[str]) -> str:
        found = strings.of_cell(html.unescape(head[2]))
        return f'{head[1]} t="s"><v>{found.number}</v></c>' if found is not None else f"{head[1]}/>"

    return INLINE.sub(shared, part)


def _with_rows(part: str, stamped: Stamped, last_column: str) -> str:
    part = _put(part, r'<dimension ref="[^"]*"', f'<dimension ref="A1:{last_column}{stamped.last_row}"')
    if stamped.links:
        links = "".join([f'<hyperlink ref="{cell}" location="{escape(place)}"/>' for cell, place in stamped.links])
        part = _put(part, "<hyperlinks>.*</hyperlinks>", f"<hyperlinks>{links}</hyperlinks>")
    return _put(part, "</sheetData>", stamped.rows + "</sheetData>")  # last, since the rows are long


def _put(part: str, pattern: str, new: str) -> str:
    """The part with the one place that `pattern` names replaced; a pattern without it would lose rows in silence."""
    changed, count = re.subn(pattern, lambda _: new, part)
    if count != 1:
        raise ValueError(f"openpyxl wrote {pattern} {count} times; this writer expects it once")
    return changed
