"""The first sheet: what the workbook is, its figures, how it is read and filled in, and what the other sheets hold."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.config import Config
from pipeline.writers.account import KINDS, Facts, kind_of
from pipeline.writers.plain import written_date
from pipeline.writers.workbook_cells import Column, Link, Rich, Row, Sheet, Styled, Value

FIRST_FIGURE = "figure_"  # how the names of the cells with figures begin
_PARTS = ("what", "figures", "marks", "use", "decisions", "sheets")


def read_me_sheet(facts: Facts, config: Config, others: Sequence[Sheet]) -> Sheet:
    say = facts.say
    parts = (_what(facts, config), _figures(facts), _marks(facts), _use(facts), _decisions(facts), _sheets(facts, others))
    rows: list[Row] = []
    named: list[tuple[str, str]] = []
    for part, lines in zip(_PARTS, parts, strict=True):
        rows += [("", ""), (Styled(say[f"read {part}"], "heading"), "")] if rows else [(Styled(say[f"read {part}"], "heading"), "")]
        for key, (lead, told) in lines:
            rows.append((lead, told))
            if key:
                named.append((FIRST_FIGURE + key, f"B{len(rows) + 1}"))
    columns = (Column(say["read title"], 34, "told", head="title"), Column("", 96, "told", head="title"))
    return Sheet(say["sheet read me"], columns, rows, "", filtered=False, named=tuple(named))


Lines = Iterator[tuple[str, tuple[Value, Value]]]  # what names the second cell, and the two cells


def _line(lead: str | Rich | Link, told: str | int, key: str = "") -> tuple[str, tuple[Value, Value]]:
    first: Value = lead if isinstance(lead, Link) else Styled(lead, "id" if isinstance(lead, str) else "text")
    return key, (first, Styled(told, "figure" if isinstance(told, int) else "text"))


def _what(facts: Facts, config: Config) -> Lines:
    say = facts.say
    yield _line(say["title"], config.title)
    yield _line(say["what workbook"], say["what workbook told"].format(draft=facts.draft.file))
    told = [say["note cut-off"].format(date=written_date(config.cut_off, say))]
    if config.deadline:
        told.append(say["note deadline"].format(date=written_date(config.deadline, say)))
    yield _line(say["lead cut-off"], " ".join(told))
    yield _line(say["lead prejudice"], say["note prejudice"])


def _figures(facts: Facts) -> Lines:
    """Each equal to what report.json says; the audit compares them, by their names."""
    say, kinds = facts.say, Counter(map(kind_of, facts.merged.proposals))
    answered = len(set(facts.states) - set(facts.missing))
    figures = {
        "states": answered, "of states": len(facts.states), "files": len(facts.submissions), "all": len(facts.merged.proposals),
        **{kind: kinds[kind] for kind in KINDS}, "conflicts": len(facts.merged.conflicts),
    }  # fmt: skip
    for key, number in figures.items():
        yield _line(say[f"figure {key}"], number, key.replace(" ", "_"))


def _marks(facts: Facts) -> Lines:
    say = facts.say
    deleted, inserted = ("-", say["sample deleted"]), ("+", say["sample inserted"])
    yield _line(Rich((inserted,)), say["mark inserted"])
    yield _line(Rich((deleted,)), say["mark deleted"])
    yield _line(Rich((("=", say["sample kept"]), deleted, inserted, ("=", say["sample end"]))), say["mark change"])
    yield _line(Rich((("#", say["sample id"]),)), say["mark bold"])


def _use(facts: Facts) -> Lines:
    for key in ("filter", "fold", "links", "long"):
        yield _line(facts.say[f"use {key}"], facts.say[f"use {key} told"])


def _decisions(facts: Facts) -> Lines:
    yield _line(facts.say["decisions for"], facts.say["decisions for told"])
    for number, word in enumerate(facts.say["decisions"].split(","), 1):
        yield _line(word, facts.say[f"decision {number}"])


def _sheets(facts: Facts, others: Sequence[Sheet]) -> Lines:
    for sheet in others:
        key = "heat" if sheet.chart else sheet.name.lower()
        yield _line(Link(sheet.title, sheet.title), facts.say.get(f"about {key}", ""))
