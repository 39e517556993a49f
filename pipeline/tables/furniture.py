"""Rows that are the form's own words, not the delegation's: numbering, examples, legends, repeated headers, title blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.tables.grid import Grid, Row
from pipeline.tables.headings import Header, is_covered, one_line
from pipeline.tables.vocabulary import NO_COMMENTS, fold

Reason = Literal[
    "blank", "header", "instruction", "legend", "title block", "heading", "unfilled", "decision", "personal name", "hidden", "note",
    "not a comment table",
]  # fmt: skip
NUMBERED = re.compile(r"[(\[]?(\d{1,2})[)\].]?")
EXAMPLE = re.compile(r"[(\[].*[)\]]|(?:e\.\s?g\.|p\.\s?ej|p\.\s?ex|par ex|por ej|por ex|z\.\s?B).*", re.I | re.DOTALL)
EXAMPLE_ROW = {"example", "ejemplo", "exemple", "exemplo", "beispiel"}
LEGEND = re.compile(
    r"""\W*\d{0,2}\W*(?:MB|NC|CM|CO|ge|te|ed)\s*=\s*\w
    | \W*note:?\s+(?:columns?|columnas?|colonnes?|colunas?)\b
    | \W*(?:columns?|columnas?|colonnes?|colunas?)\b[^.]*\b(?:compulsory|obligator|obrigat)
    | \W*\d?\W*(?:type\s+of\s+comment|tipo\s+de\s+(?:comentario|observaci[oó]n|coment[aá]rio)|type\s+de\s+commentaire)\s*[:=]""",
    re.I | re.VERBOSE,
)  # fmt: skip
LABEL = re.compile(
    r"(?:date|document|project|template|title|from|to|member state|name|nombre|nom|nome|position|cargo|e-?mail|fecha|documento"
    r"|proyecto|t[ií]tulo|projet|titre|data|projeto|estado(?: miembro| membro)?|[eé]tat membre|country|pa[ií]s|pays"
    r"|organi[sz]ation|delegation|delegaci[oó]n)\b[^.]{0,60}:.*"
    r"|template for comments.*|plantilla para .*|mod[eè]le .*|modelo (?:de|para) .*",
    re.I | re.DOTALL,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row, or a cell of one, that says nothing of the delegation's. text: "" for what is hidden, which is never quoted."""

    place: str
    reason: Reason
    text: str = ""


def furniture(row: Row, header: Header, above_answers: bool) -> Reason | None:
    """Why a row under a header is none of the delegation's. above_answers: no answer has come yet."""
    if not row.own:
        return "hidden" if row.hides else "blank"
    if fold(row.text) in header.lines or repeats(row, header):
        return "header"
    if is_numbering(row, header) or (above_answers and _is_example(row)):
        return "instruction"
    if above_answers and _is_second_line(row):
        return "header"
    return "legend" if len(row.own) <= 2 and LEGEND.match(row.own[0].text) else None


def _is_second_line(row: Row) -> bool:
    """More headings below the header; a short answer such as "Annex | ge | No comment" has words of headings as well."""
    headings = all(is_covered(cell.text) and fold(cell.text) not in NO_COMMENTS for cell in row.own)
    return headings and len(row.own) > 2 and not any(cell.text.endswith(".") for cell in row.own)


def repeats(row: Row, header: Header) -> bool:
    """The header once more in other words of the same meaning, as a form in two languages repeats it."""
    again = one_line(row)
    return again is not None and again.roles() == header.roles() and all(is_covered(cell.text) for cell in row.own)


def is_numbering(row: Row, header: Header) -> bool:
    """Every column counted from the first: 1, 2, 3 or (1), (2), (3). Letters may be answers: (a), (b), (c)."""
    signs = [match[1] for cell in row.own if (match := NUMBERED.fullmatch(cell.text))]
    counted = [str(number) for number in range(1, len(row.own) + 1)]
    return signs == counted and len(signs) >= max(3, len(header.columns) - 1)


def _is_example(row: Row) -> bool:
    return all(EXAMPLE.fullmatch(cell.text) for cell in row.own) or fold(row.own[0].text) in EXAMPLE_ROW


def is_title_block(grid: Grid) -> bool:
    """The form's own head: "Template for comments | Date: | Document:"."""
    filled = [row for row in grid.rows if row.own]
    labels = [cell for row in filled for cell in row.own if LABEL.fullmatch(cell.text)]
    return 0 < len(filled) <= 4 and len(labels) > 1 and all(_labelled(row) for row in filled)


def _labelled(row: Row) -> bool:
    return any(LABEL.fullmatch(cell.text) for cell in row.own)


def heading_of(row: Row, header: Header) -> str:
    """The words of a row of one cell across the columns; "" for any other row."""
    cells: Sequence[object] = row.cells
    across = len(cells) == 1 or (len(row.own) == 1 and row.own[0].width >= header.width)
    return row.own[0].text if across and len(header.columns) > 1 and row.own else ""
