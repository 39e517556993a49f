"""Law 3 for what reviewers filled in: each row of their workbook arrives at the same words in comparison.xlsx, or in its list.

Read from the XML of the sheets, by heads of its own, without the reader that took the decisions over.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from lxml import etree

from pipeline.auditing.case import Case
from pipeline.auditing.names import PARSER, Element, squeezed
from pipeline.auditing.package import UNREADABLE, Package

VERSION = "decisions 1"
GIVEN, KEPT, WRITTEN = "decisions.xlsx", "previous/comparison.xlsx", "comparison.xlsx"
SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml")
COLUMN: Final = re.compile(r"[A-Z]+")
CARRIED_ON: Final = re.compile(r" \([^()]*\)$")
ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
DEEPEST = 20  # the row in which the heads stand at the latest
HEADS: Mapping[str, str] = {
    "id": r"id\.?", "decision": "decision|decisao", "agreed": "agreed text|texto acordado|texte convenu", "note": r"not[ae]\b.*",
    "draft": "draft text|texto del proyecto|texte du projet|texto do projeto",
    "proposed": "proposed text|texto propuesto|texte propose|texto proposto",
    "why": "why not taken over|por que no se incorporo|pourquoi elle n’est pas reprise|por que nao foi incorporada",
}  # fmt: skip
DECISIONS = (
    ("pending", "pendiente", "en suspens", "pendente"), ("agreed", "acordado", "convenu"),
    ("agreed ad referendum", "acordado ad referendum", "convenu ad referendum"),
    ("bracketed", "entre corchetes", "entre crochets", "entre colchetes"), ("not agreed", "no acordado", "non convenu", "nao acordado"),
    ("withdrawn", "retirado", "retire"), ("deferred", "aplazado", "reporte", "adiado"),
)  # fmt: skip
MEANING = {word: number for number, words in enumerate(DECISIONS) for word in words}


class Row(NamedTuple):
    """What was filled in, and the words beside it; left: in the list of decisions that were not taken over."""

    id: str
    decision: str
    agreed: str
    note: str
    draft: str
    proposed: str
    left: bool


def broken(case: Case) -> Iterator[str]:
    """Rows that arrive nowhere. The officer's own file is judged, else the workbook of the last outputs that was filled in."""
    given = case.inputs / GIVEN
    path = given if given.is_file() else case.outputs / KEPT
    if not path.is_file():
        return
    try:
        came = _rows(case, path)
        there: dict[str, list[Row]] = {}
        for row in _rows(case, case.outputs / WRITTEN) if came else ():
            there.setdefault(row.agreed, []).append(row)
    except UNREADABLE as error:
        yield f"law 3: {path.name}: the decisions cannot be judged: {error!r}"
        return
    for row in came:
        if not any(_arrived(row, other) for other in there.get(row.agreed, ())):
            yield f"law 3: {path.name}: what was decided on {row.id} is neither at these words in comparison.xlsx nor listed there"


def _arrived(row: Row, other: Row) -> bool:
    at_home = other.id == row.id if other.left else (other.draft, other.proposed) == (row.draft, row.proposed)
    meant = MEANING.get(_plain(row.decision), row.decision) == MEANING.get(_plain(other.decision), other.decision)
    return at_home and row.note in other.note and (meant or row.decision in other.note)


def _rows(case: Case, path: Path) -> list[Row]:
    key = f"{VERSION} {case.package(path).sha256}"
    if key not in case.memo:
        case.memo[key] = [list(row) for row in filled_rows(Package(path))]
    return [Row(*row) for row in case.memo[key]]


def filled_rows(package: Package) -> Iterator[Row]:
    """The rows of each sheet with such heads in which something was filled in."""
    strings = _strings(package)
    for name in package.parts:
        if SHEET.fullmatch(name):
            yield from _of_sheet(etree.fromstring(package.part(name), PARSER), strings)


def _strings(package: Package) -> list[str]:
    name = next((n for n in package.parts if re.fullmatch(r"xl/sharedStrings\d*\.xml", n)), None)
    return [_words(item) for item in etree.fromstring(package.part(name), PARSER)] if name else []


def _words(item: Element) -> str:
    """Of a string, whatever runs it stands in; how it is read aloud (rPh) is none of it."""
    return "".join(t.text or "" for t in item.iter("{*}t") if not t.getparent().tag.endswith("}rPh"))


def _of_sheet(root: Element, strings: list[str]) -> Iterator[Row]:
    heads: dict[str, str] = {}
    found: dict[str, dict[str, str]] = {}
    for number, row in enumerate(root.iter("{*}row"), 1):
        if heads:
            told = {heads[at]: _value(cell, strings) for cell in row if (at := _column(cell)) in heads}
            _gather(found, told)
        elif number > DEEPEST:
            return
        else:
            titles = {_column(cell): _plain(_value(cell, strings)) for cell in row}
            named = {at: key for at, title in titles.items() for key, known in HEADS.items() if re.fullmatch(known, title)}
            heads = named if {"id", "decision"} <= set(named.values()) or {"id", "agreed"} <= set(named.values()) else {}
    for ident, row in found.items():
        decision, agreed, note, draft, proposed = (squeezed(row.get(k, "")) for k in ("decision", "agreed", "note", "draft", "proposed"))
        if decision or agreed or note:
            yield Row(ident.partition("\x1f")[0], decision, agreed, note, draft, proposed, "why" in heads.values())


def _gather(found: dict[str, dict[str, str]], told: dict[str, str]) -> None:
    """A row that carries another on belongs to it; two rows with one id are two."""
    ident = told.get("id", "").strip()
    first = CARRIED_ON.sub("", ident)
    if first != ident and first in found:
        found[first] = {key: found[first].get(key, "") + told.get(key, "") for key in {*found[first], *told}}
    elif ident:
        found[ident if ident not in found else f"{ident}\x1f{len(found)}"] = told


def _column(cell: Element) -> str:
    found = COLUMN.match(cell.get("r") or "")
    return found[0] if found else ""


def _value(cell: Element, strings: list[str]) -> str:
    """The cell's words; a formula that came to nothing counts as it was typed."""
    kind = cell.get("t")
    if kind == "inlineStr":
        return _unescaped(_words(cell))
    values = {child.tag.rpartition("}")[2]: child.text or "" for child in cell}
    if kind == "s":
        return _unescaped(strings[int(values["v"])]) if values.get("v") else ""
    return values.get("v") or (f"={values['f']}" if values.get("f") else "")


def _unescaped(text: str) -> str:
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _plain(text: str) -> str:
    """Without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return squeezed("".join(c for c in plain if not unicodedata.combining(c)))
