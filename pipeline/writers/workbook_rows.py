"""The sheets of the workbook in their order, and what stands in those of proposals and conflicts: values in rows, no format in it."""

from collections.abc import Mapping, Sequence

from pipeline.config import Config
from pipeline.earlier import Earlier
from pipeline.model import Conflict, Proposal, Submission
from pipeline.writers.account import (
    Facts,
    capacity_told,
    contested,
    evidence,
    language_of,
    on_report,
    provisions_by_id,
    translation_told,
    where_told,
)
from pipeline.writers.decided import cells_of, left_sheets
from pipeline.writers.phrases import shown_as
from pipeline.writers.plain import names
from pipeline.writers.workbook_areas import Area, areas
from pipeline.writers.workbook_cells import Column, Link, Rich, Row, Sheet, Value
from pipeline.writers.workbook_changes import changes_sheet
from pipeline.writers.workbook_compared import Changes, comparison_sheet
from pipeline.writers.workbook_heat import heat_sheet
from pipeline.writers.workbook_lists import LONG, columns_of, lists
from pipeline.writers.workbook_read_me import read_me_sheet
from pipeline.writers.workbook_register import files_sheet, ledger_sheet, notices_sheet, submissions_sheet, texts_sheet

# (key, width, look, whether folded away behind the column before it): the first screen shows who proposes what where, and the decision
_PROPOSAL_COLUMNS: tuple[tuple[str, float, str, bool], ...] = (
    ("id", 10, "id", False), ("provision", 18, "text", False), ("contributors", 18, "text", False), ("change", 58, "text", False),
    ("decision", 16, "choice", False), ("agreed", 36, "open", False), ("note", 24, "open", False), ("conflict", 9, "text", False),
    ("type", 12, "text", False), ("rationale", 36, "text", False),
    ("draft text", 58, "text", True), ("proposed text", 58, "text", True), ("language", 10, "text", True),
    ("translation", 44, "text", True),
    ("section", 18, "text", False),
    ("order", 8, "number", True), ("responsible", 40, "text", True), ("time frame", 14, "text", True), ("placed by", 11, "text", True),
    ("confidence", 11, "share", True), ("evidence", 50, "text", True),
    ("source", 26, "text", False),
    ("source place", 24, "text", True), ("capacity", 14, "text", True), ("received on", 11, "text", True), ("is late", 8, "text", True),
    ("equal", 24, "text", True), ("flags", 22, "text", True),
)  # fmt: skip
_CONFLICT_COLUMNS = (
    ("id", 9, "id"), ("provision", 14, "text"), ("kind", 18, "text"), ("alternatives", 13, "text"),
    ("proposals", 20, "text"), ("draft text", 40, "text"),
)  # fmt: skip


def sheets(facts: Facts, config: Config, earlier: Sequence[Earlier] | None) -> list[Sheet]:
    changes = {p.id: change(p) for p in facts.merged.proposals}
    apart = {sheet.name: sheet for sheet in lists(facts)}
    first = [name for name in ("General", "Unplaced") if name in apart]
    others = [
        proposals_sheet(facts, changes),
        *left_sheets(facts),
        comparison_sheet(facts, changes),
        heat_sheet(facts),
        conflicts_sheet(facts),
        *(apart[name] for name in first),
        *(sheet for name, sheet in apart.items() if name not in (*first, "Counts")),
        *([changes_sheet(facts, earlier, changes)] if earlier is not None else []),
        submissions_sheet(facts),
        files_sheet(facts),
        apart["Counts"],
        notices_sheet(facts),
        ledger_sheet(facts),
        texts_sheet(facts),
    ]
    return [read_me_sheet(facts, config, others), *others]


def proposals_sheet(facts: Facts, changes: Changes) -> Sheet:
    received, stated = {s.file: s for s in facts.submissions}, areas(facts.draft)
    listed = [p for p in facts.merged.proposals if not on_report(p)]
    rows = [
        _proposal_row(p, number, received.get(p.submission), stated.get(p.provision, Area()), changes[p.id], facts)
        for number, p in enumerate(listed, 1)
    ]
    columns = tuple(
        Column(facts.say[key], width, style, most=100 if key in LONG else 0, folded=folded)
        for key, width, style, folded in _PROPOSAL_COLUMNS
    )
    return Sheet(facts.say["sheet proposals"], columns, rows, "C2", facts.say["decisions"], name="Proposals", titles="A:B")


def _proposal_row(p: Proposal, number: int, source: Submission | None, area: Area, changed: Value, facts: Facts) -> Row:
    """In the order of _PROPOSAL_COLUMNS."""
    return (
        Link(p.id, facts.say["sheet comparison"], where_told(p, facts)), p.label, "; ".join(p.contributors),
        changed or _remark(p, facts.say), *_decided(p, facts),
        _to_conflict(p, facts.say), shown_as("type", p.type, facts.say), p.comment.text if p.comment else "",
        p.draft_text, p.proposed_text, language_of(p, source), translation_told(p, facts), p.section,
        number, area.responsible, area.time_frame, p.placed_by, p.confidence, evidence(p), p.submission,
        p.source, capacity_told(p.contributors, facts), (source.received if source else "") or "",
        facts.say["yes"] if p.submission in facts.late else "", ", ".join(p.equal_to), "; ".join(p.flags),
    )  # fmt: skip


def _remark(p: Proposal, say: Mapping[str, str]) -> Value:
    """What is said where no text is changed, so that no row is without its point on the first screen."""
    if p.comment is None or not p.comment.text:
        return ""
    return Rich((("#", shown_as("type", p.type, say) + say["colon"]), ("=", p.comment.text)))


def _decided(p: Proposal, facts: Facts) -> tuple[Value, Value, Value]:
    """Decision, agreed text and note, as reviewers filled them in."""
    found = facts.decisions.get(p.id)
    return cells_of(found, facts.say) if found is not None else ("", "", "")


def change(p: Proposal) -> Value:
    """The text with the change in it, one value for all sheets that show it; nothing where no text is changed."""
    pieces = tuple([piece for piece in p.change if piece[1]])
    return Rich(pieces) if {kind for kind, _ in pieces} - {"="} else ""


def _to_conflict(p: Proposal, say: Mapping[str, str]) -> Value:
    return Link(p.conflict, say["sheet conflicts"], p.conflict) if p.conflict else ""


def conflicts_sheet(facts: Facts) -> Sheet:
    most = max((len(conflict.options) for conflict in facts.merged.conflicts), default=0)
    drafts = provisions_by_id(facts.draft)
    proposals = {p.id: p for p in facts.merged.proposals}
    rows = [_conflict_row(c, contested(c, proposals, drafts), facts.say, most) for c in facts.merged.conflicts]
    say = facts.say
    columns = (
        *columns_of(say, _CONFLICT_COLUMNS),
        *(Column(say["option"].format(number=number), 40, most=100) for number in range(1, most + 1)),
    )
    return Sheet(say["sheet conflicts"], columns, rows, "C2", name="Conflicts", titles="A:B")


def _conflict_row(c: Conflict, draft: str, say: Mapping[str, str], most: int) -> Row:
    options: list[Value] = [_option(who, text, say) for who, text in c.options]
    return (
        _to_proposals(c, say), c.label, shown_as("kind", c.kind, say), say["yes"] if c.alternatives else say["no"], ", ".join(c.proposals),
        draft, *options, *[""] * (most - len(options)),
    )  # fmt: skip


def _to_proposals(c: Conflict, say: Mapping[str, str]) -> Value:
    return Link(c.id, say["sheet proposals"], c.proposals[0]) if c.proposals else c.id


def _option(who: tuple[str, ...], text: str, say: Mapping[str, str]) -> Rich:
    return Rich((("#", names(who, say["draft option"])), ("=", f"\n{text}")))
