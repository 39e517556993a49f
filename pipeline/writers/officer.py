"""The officer's workbooks: placements.xlsx and crosswalk.xlsx, proposed with each run, corrected by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from ..config import Config
from ..model import Draft, Submission
from ..placing.choices import CROSSWALK as CROSSWALK_FILE
from ..placing.choices import PLACEMENTS as PLACEMENTS_FILE
from ..placing.choices import Choices
from ..placing.crosswalk import Lead
from .plain import cleaner
from .workbook_cells import Column, Row, Sheet, Strings
from .workbook_stamp import Stamp
from .workbook_style import add_sheet, looks, new_book, packed

CHOICE = Column("Your choice", 20, "open")
PLACEMENTS = (
    Column("Key", 14, "small"), Column("Contributors", 20), Column("File", 26), Column("Place in the file", 18), Column("Words", 60),
    Column("Placed at", 16, "id"), Column("How", 10), Column("Confidence", 10, "share"), Column("Evidence", 40),
    Column("Candidate 1", 18), Column("Candidate 2", 18), Column("Candidate 3", 18), CHOICE,
)  # fmt: skip
CROSSWALK = (
    Column("Key", 10, "small"), Column("Paragraph of the report", 18), Column("Words", 60), Column("Leads to", 16, "id"),
    Column("Provision", 50), Column("Confidence", 10, "share"), Column("Evidence", 40), CHOICE,
)  # fmt: skip


def write_placements(path: Path, draft: Draft, submissions: Sequence[Submission], choices: Choices, config: Config) -> None:
    """One row for each remark of a table or letter; those that are not placed come first."""
    labels = {p.id: p.label for p in draft.provisions}
    spans = {(p.story, p.start): p.label for p in draft.provisions}
    rows: list[tuple[bool, Row]] = []
    for s in submissions:
        for c in s.comments:
            if c.placement is None or not c.placement.key:
                continue
            at = "" if c.kind in ("unplaced", "general", "report correction") else spans.get((c.story, c.start), "")
            found = c.placement
            three = [f"{labels.get(i, i)} ({share:.2f})" for i, share in found.candidates] + ["", "", ""]
            own = choices.written.get(PLACEMENTS_FILE, {}).get(found.key, "")
            where = at or ("general" if c.kind == "general" else "report" if c.kind == "report correction" else "")
            row: Row = (
                found.key,
                "; ".join(s.contributors),
                s.file,
                c.source,
                c.text,
                where,
                found.by,
                found.confidence,
                found.evidence,
                *three[:3],
                own,
            )
            rows.append((bool(where), row))
    ordered = [row for _, row in sorted(rows, key=lambda r: r[0])]
    write_sheet(path, Sheet("Placements", PLACEMENTS, ordered, "B2"), draft, config)


def write_crosswalk(path: Path, report: Draft, draft: Draft, leads: Sequence[Lead], choices: Choices, config: Config) -> None:
    """One row for each paragraph of the report."""
    theirs, ours = ({p.id: p for p in d.provisions} for d in (report, draft))
    rows: list[Row] = []
    for lead in leads:
        to = ours.get(lead.provision)
        own = choices.written.get(CROSSWALK_FILE, {}).get(lead.paragraph, "")
        p = theirs[lead.paragraph]
        rows.append((p.id, p.label, p.text, to.label if to else "", to.text if to else "", lead.confidence, lead.evidence, own))
    write_sheet(path, Sheet("Crosswalk", CROSSWALK, rows, "B2"), draft, config)


def write_kept(path: Path, choices: Mapping[str, str], draft: Draft, config: Config) -> None:
    """The choices alone, as written: also those for remarks that this run does not hold."""
    write_sheet(path, Sheet("Choices", (Column("Key", 14, "small"), CHOICE), sorted(choices.items()), "B2"), draft, config)


def write_sheet(path: Path, sheet: Sheet, draft: Draft, config: Config) -> None:
    """A workbook of one sheet, in the look of the comparison."""
    clean = cleaner(draft.atoms)
    book = new_book(clean(config.title), sheet.title, config)
    style = looks(book)
    strings = Strings(clean, style.runs)
    stamped = Stamp(sheet, style, strings, {}).stamped()
    add_sheet(book, sheet, stamped, config, "{page}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(packed(book, [stamped], strings))
