"""comparison.xlsx: every proposal, provision and file in sheets that can be filtered, printed and filled in.

openpyxl builds the workbook with its styles, views, drop-downs and properties; the rows are stamped into it
(workbook_cells.py says why). Nothing here reads the clock.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.config import Config
from pipeline.earlier import Earlier
from pipeline.model import Draft, Merged, Submission
from pipeline.writers.account import Facts, facts_of
from pipeline.writers.plain import cleaner
from pipeline.writers.workbook_cells import Sheet, Stamped, Strings, continued, places
from pipeline.writers.workbook_rows import sheets
from pipeline.writers.workbook_stamp import Stamp, fitted
from pipeline.writers.workbook_style import Patterns, add_sheet, looks, new_book, packed


def write_workbook(
    path: Path, draft: Draft, submissions: Sequence[Submission], merged: Merged, config: Config, patterns: Patterns | None = None,
    earlier: Sequence[Earlier] | None = None,
) -> None:  # fmt: skip
    """Write the workbook to `path`. The same values give the same bytes, in whatever order the submissions come.

    patterns: what openpyxl built for an earlier workbook, which this one may share. earlier: the proposals of the previous issue.
    """
    path.write_bytes(_workbook(facts_of(draft, submissions, merged, config), config, patterns, earlier))


def _workbook(facts: Facts, config: Config, patterns: Patterns | None, earlier: Sequence[Earlier] | None) -> bytes:
    clean = cleaner(facts.draft.atoms)
    book = new_book(clean(config.title), facts.say["heading"], config, patterns)
    style = looks(book)
    strings = Strings(clean, style.runs)
    whole = [_whole(sheet, facts) for sheet in sheets(facts, config, earlier)]
    where = places(whole)
    stamped: list[Stamped] = [Stamp(sheet, style, strings, where).stamped() for sheet in whole]
    for sheet, rows in zip(whole, stamped, strict=True):
        add_sheet(book, sheet, rows, config, facts.say["page"])
    return packed(book, stamped, strings)


def _whole(sheet: Sheet, facts: Facts) -> Sheet:
    order = next((at for at, column in enumerate(sheet.columns) if column.title == facts.say["order"]), -1)
    return fitted(replace(sheet, rows=continued(sheet.rows, facts.say["continued"], order)))
