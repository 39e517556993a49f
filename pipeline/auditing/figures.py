"""Law 5: the figures of the workbook's first sheet, and the total of its heat map, are those of report.json.

The cells are found by the workbook's own names for them (ECMA-376 part 1, 18.2.5 definedName), wherever they stand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from pipeline.auditing.case import Case
from pipeline.auditing.package import Package

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
PLACE = re.compile(r"'?((?:[^']|'')+?)'?!\$([A-Z]+)\$(\d+)")
KINDS = ("proposals", "comments", "support", "on the report", "unplaced")


def broken(case: Case) -> Iterator[str]:
    """A report of proposals without their kind was written by another program, and tells no figures."""
    expected = _expected(case.report)
    if expected is None:
        return
    found = _found(case.package(case.outputs / "comparison.xlsx"), expected)
    for name, number in expected.items():
        if found.get(name) != str(number):
            yield f"law 5: {name} in comparison.xlsx is {found.get(name)}, in report.json {number}"


def _expected(report: Mapping[str, Any]) -> dict[str, int] | None:
    proposals, submissions = report.get("proposals", []), report.get("submissions", [])
    if not all("kind" in p for p in proposals) or not all("capacity" in s for s in submissions):
        return None
    kinds = Counter(p["kind"] for p in proposals)
    pairs = [pair for s in submissions for pair in zip(s["contributors"], s["capacity"], strict=True)]
    figures = {
        "states": len({who for who, capacity in pairs if capacity == "member state"}), "files": len(submissions), "all": len(proposals),
        **{kind.replace(" ", "_"): kinds[kind] for kind in KINDS}, "conflicts": len(report.get("conflicts", [])),
    }  # fmt: skip
    named = {f"figure_{name}": number for name, number in figures.items()}
    return named | {"heat_total": len(proposals) - kinds["on the report"]}


def _found(package: Package, wanted: Mapping[str, int]) -> dict[str, str]:
    """Name -> the number in its cell, as written."""
    book = etree.fromstring(package.part("xl/workbook.xml"))
    targets = {r.get("Id"): r.get("Target") for r in etree.fromstring(package.part("xl/_rels/workbook.xml.rels"))}
    parts = {s.get("name"): str(targets[s.get(RELATION)]) for s in book.iter(f"{MAIN}sheet")}
    places = {n.get("name"): PLACE.fullmatch(n.text or "") for n in book.iter(f"{MAIN}definedName") if n.get("name") in wanted}
    cells: dict[str, dict[str, str]] = {}
    out = {}
    for name, place in places.items():
        sheet = parts.get(place[1].replace("''", "'")) if place else None
        if place and sheet:
            part = "xl/" + sheet.removeprefix("/xl/")
            cells.setdefault(part, _cells(package, part) if part not in cells else {})
            out[str(name)] = cells[part].get(place[2] + place[3], "")
    return out


def _cells(package: Package, part: str) -> dict[str, str]:
    values = ((c.get("r"), c.findtext(f"{MAIN}v")) for c in etree.fromstring(package.part(part)).iter(f"{MAIN}c"))
    return {str(at): value for at, value in values if value}
