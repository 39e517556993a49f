"""What the draft states of its own activities: who is responsible, and when.

Two forms: a line "Responsible areas: ..." in a section, which speaks of the paragraphs above it as far as the line before
it (of those below where it stands right under the heading); and a table whose header row names such columns.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model import Draft, Provision

_RESPONSIBLE = (
    r"responsible (?:areas?|units?|bod(?:y|ies))|(?:áreas?|unidad(?:es)?|órganos?|domaines?|services?|unités?) responsables?"
    r"|(?:áreas?|unidades?|órgãos?) responsáve(?:l|is)"
)
_TIME = r"time[ -]?frames?|time[ -]?limits?|plazos?|calendarios?|délais?|échéances?|calendriers?|prazos?|cronogramas?"
_LEADS = tuple(re.compile(rf"\W*(?:{words})\s*[:–—-]\s*(\S.*)", re.IGNORECASE | re.DOTALL) for words in (_RESPONSIBLE, _TIME))
_HEADS = tuple(re.compile(rf"\W*(?:{words})\W*", re.IGNORECASE) for words in (_RESPONSIBLE, _TIME))
_CELL = re.compile(r"(.*/t\d+)r(\d+)c(\d+)")


@dataclass(frozen=True, slots=True)
class Area:
    responsible: str = ""
    time_frame: str = ""


def areas(draft: Draft) -> dict[str, Area]:
    """Provision -> what the draft states for it, where it states anything."""
    sections: dict[str, list[Provision]] = defaultdict(list)
    for p in draft.provisions:
        if p.section and p.kind in ("heading", "paragraph"):
            sections[p.section].append(p)
    found = [_stated(sections.values(), lead) for lead in _LEADS]
    cells = [dict(_in_tables(draft.provisions, head)) for head in _HEADS]
    responsible, times = (of_lines | of_cells for of_lines, of_cells in zip(found, cells, strict=True))
    return {ident: Area(responsible.get(ident, ""), times.get(ident, "")) for ident in {**responsible, **times}}


def _stated(sections: Iterable[Sequence[Provision]], lead: re.Pattern[str]) -> dict[str, str]:
    out: dict[str, str] = {}
    for section in sections:
        waiting: list[Provision] = []
        said, leads = "", False
        for p in section:
            match = lead.match(p.text)
            waiting.append(p)
            if match is None:
                continue
            leads = leads or all(w.kind == "heading" for w in waiting[:-1])
            said = said if leads and waiting[:-1] and said else match[1].strip()
            if leads:
                out.update((w.id, said) for w in waiting[:-1])
                said = match[1].strip()
            out.update((w.id, said) for w in waiting)
            waiting = []
        if leads:
            out.update((w.id, said) for w in waiting)
    return out


def _in_tables(provisions: Iterable[Provision], head: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """(cell, what its row says in the column that the header row names)."""
    tables: dict[str, dict[tuple[int, int], list[Provision]]] = defaultdict(lambda: defaultdict(list))
    for p in provisions:
        if match := _CELL.fullmatch(p.story):
            tables[match[1]][int(match[2]), int(match[3])].append(p)
    for cells in tables.values():
        column = next((c for (r, c), (first, *_) in cells.items() if r == 1 and head.fullmatch(first.text)), None)
        for (r, _), here in cells.items():
            if column is not None and r > 1:
                said = " ".join(p.text for p in _at(cells, r, column) if p.text)
                yield from ((p.id, said) for p in here if said)


def _at(cells: Mapping[tuple[int, int], list[Provision]], row: int, column: int) -> Sequence[Provision]:
    return cells.get((row, column), ())
