"""The sheet Changes: what is new, changed or no longer proposed since the issue that went before.

A proposal keeps its identifier while its contributor, provision and words stay (design of ids in align). So an identifier
that is new at a provision where the same contributors have lost one is the same wish in other words: changed.
"""

from collections.abc import Iterator, Sequence

from pipeline.earlier import Earlier
from pipeline.model import Proposal
from pipeline.writers.account import Facts
from pipeline.writers.phrases import shown_as
from pipeline.writers.plain import names
from pipeline.writers.workbook_cells import Link, Row, Sheet, Value
from pipeline.writers.workbook_compared import Changes
from pipeline.writers.workbook_lists import columns_of

_COLUMNS = (
    ("id", 11, "id"), ("what changed", 22, "text"), ("contributors", 24, "text"), ("provision", 18, "text"), ("type", 14, "text"),
    ("change", 60, "text"), ("before", 44, "text"),
)  # fmt: skip
Key = tuple[tuple[str, ...], str]


def changes_sheet(facts: Facts, earlier: Sequence[Earlier], changes: Changes) -> Sheet:
    rows = list(_rows(facts, earlier, changes))
    return Sheet(facts.say["sheet changes"], columns_of(facts.say, _COLUMNS), rows, name="Changes")


def _rows(facts: Facts, earlier: Sequence[Earlier], changes: Changes) -> Iterator[Row]:
    now = {p.id for p in facts.merged.proposals}
    known = {e.id: e for e in earlier}
    gone: dict[Key, list[Earlier]] = {}
    for e in earlier:
        if e.id not in now:
            gone.setdefault((e.contributors, e.label), []).append(e)
    for p in facts.merged.proposals:
        before, lost = known.get(p.id), gone.get((p.contributors, p.label))
        if before is None and lost:
            yield _row(p, "change changed", facts, changes, _told(lost.pop(0), facts))
        elif before is None:
            yield _row(p, "change new", facts, changes, "")
        elif (before.contributors, before.label, before.type) != (p.contributors, p.label, p.type):
            yield _row(p, "change changed", facts, changes, _told(before, facts))
    for e in (e for left in gone.values() for e in left):
        who = names(e.contributors, facts.say["unassigned"])
        yield e.id, facts.say["change gone"], who, e.label, shown_as("type", e.type, facts.say), "", ""


def _row(p: Proposal, what: str, facts: Facts, changes: Changes, before: str) -> Row:
    who = names(p.contributors, facts.say["unassigned"])
    shown: Value = changes[p.id] or (p.comment.text if p.comment else "")
    return Link(p.id, facts.say["sheet proposals"], p.id), facts.say[what], who, p.label, shown_as("type", p.type, facts.say), shown, before


def _told(e: Earlier, facts: Facts) -> str:
    who, kind = names(e.contributors, facts.say["unassigned"]), shown_as("type", e.type, facts.say)
    return f"{e.id}: {who}, {e.label or facts.say['not placed']}, {kind}"
