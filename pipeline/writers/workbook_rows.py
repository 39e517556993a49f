"""What stands in the sheets of the workbook: values in rows, no format in it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pipeline.model import Conflict, Draft, Entry, Notice, Proposal, Provision, Submission
from pipeline.writers.account import (
    Facts,
    Tally,
    all_notices,
    capacity_told,
    evidence,
    language_of,
    named,
    on_report,
    provisions_by_id,
    tally,
    texts,
    translation_told,
)
from pipeline.writers.decided import cells_of, left_sheets
from pipeline.writers.plain import names
from pipeline.writers.workbook_cells import Column, Link, Rich, Row, Sheet, Value
from pipeline.writers.workbook_lists import lists

MOST_LEDGER_LINES = 5_000
CONTEXT = 32  # characters of unchanged text shown around a change in the matrix
_SHORT = 300  # characters of one piece of a change shown in the matrix; the whole stands in Proposals
_PROPOSAL_COLUMNS = (
    ("id", 10, "id"), ("section", 8, "text"), ("provision", 14, "text"), ("draft text", 42, "text"),
    ("contributors", 18, "text"), ("type", 11, "text"), ("proposed text", 42, "text"), ("change", 48, "text"),
    ("rationale", 34, "text"), ("equal", 13, "text"), ("conflict", 9, "text"), ("source", 20, "text"),
    ("source place", 16, "text"), ("received on", 11, "text"), ("language", 9, "text"), ("translation", 30, "text"),
    ("capacity", 12, "text"), ("placed by", 10, "text"), ("confidence", 10, "share"), ("evidence", 28, "text"),
    ("flags", 14, "text"), ("decision", 16, "choice"), ("agreed", 40, "open"),
    ("note", 28, "open"),
)  # fmt: skip
_SUBMISSION_COLUMNS = (
    ("file", 30, "id"), ("contributors", 24, "text"), ("capacity", 12, "text"), ("symbol", 14, "text"), ("received on", 11, "text"),
    ("language", 9, "text"), ("form", 10, "text"), ("status", 14, "text"), ("reason", 40, "text"),
    ("proposals", 10, "number"), ("comments", 10, "number"), ("unplaced", 10, "number"), ("held", 8, "number"),
    ("sha256", 36, "small"),
)  # fmt: skip
_CONFLICT_COLUMNS = (
    ("id", 9, "id"), ("provision", 14, "text"), ("kind", 18, "text"), ("alternatives", 13, "text"),
    ("proposals", 20, "text"), ("draft text", 40, "text"),
)  # fmt: skip
_LEDGER_COLUMNS = (
    ("file", 34, "id"), ("kind", 18, "text"), ("place", 40, "text"), ("state", 16, "text"), ("count", 9, "number"),
)  # fmt: skip
_TEXT_COLUMNS = (
    ("file", 30, "id"), ("contributors", 20, "text"), ("status", 14, "text"), ("place", 22, "text"),
    ("text", 100, "text"),
)  # fmt: skip


def sheets(facts: Facts) -> list[Sheet]:
    return [
        proposals_sheet(facts),
        *left_sheets(facts),
        matrix_sheet(facts),
        conflicts_sheet(facts),
        *lists(facts),
        submissions_sheet(facts),
        notices_sheet(facts),
        ledger_sheet(facts),
        texts_sheet(facts),
    ]


def _columns(say: Mapping[str, str], wanted: Iterable[tuple[str, float, str]]) -> tuple[Column, ...]:
    return tuple(Column(say[key], width, style) for key, width, style in wanted)


def proposals_sheet(facts: Facts) -> Sheet:
    received = {s.file: s for s in facts.submissions}
    rows = [_proposal_row(p, received.get(p.submission), facts) for p in facts.merged.proposals if not on_report(p)]
    columns = _columns(facts.say, _PROPOSAL_COLUMNS)
    return Sheet(facts.say["sheet proposals"], columns, rows, "B2", facts.say["decisions"])


def _proposal_row(p: Proposal, source: Submission | None, facts: Facts) -> Row:
    return (
        p.id, p.section, p.label, p.draft_text, "; ".join(p.contributors), p.type, p.proposed_text, _change(p),
        p.comment.text if p.comment else "", ", ".join(p.equal_to), _to_conflict(p, facts.say), p.submission, p.source,
        (source.received if source else "") or "", language_of(p, source), translation_told(p, facts),
        capacity_told(p.contributors, facts), p.placed_by, p.confidence, evidence(p), "; ".join(p.flags), *_decided(p, facts),
    )  # fmt: skip


def _decided(p: Proposal, facts: Facts) -> tuple[str, Value, str]:
    """Decision, agreed text and note, as reviewers filled them in."""
    found = facts.decisions.get(p.id)
    return cells_of(found, facts.say) if found is not None else ("", "", "")


def _change(p: Proposal) -> Value:
    pieces = tuple(piece for piece in p.change if piece[1])
    return Rich(pieces) if any(kind != "=" for kind, _ in pieces) else ""


def _to_conflict(p: Proposal, say: Mapping[str, str]) -> Value:
    return Link(p.conflict, say["sheet conflicts"], p.conflict) if p.conflict else ""


def matrix_sheet(facts: Facts) -> Sheet:
    cells = _matrix_cells(p for p in facts.merged.proposals if not on_report(p))
    words = {(provision.id, provision.label): provision.text for provision in facts.draft.provisions}
    unplaced = facts.say["not placed"]
    rows = [
        (label or unplaced, words.get((at, label), ""), *(cells[at, label].get(who, "") for who in facts.people))
        for at, label in _matrix_order(facts.draft, cells)
    ]
    columns = (
        Column(facts.say["provision"], 14, "id"),
        Column(facts.say["draft text"], 50),
        *(Column(named((who,), facts), 30) for who in facts.people),
    )
    return Sheet(facts.say["sheet matrix"], columns, rows, "C2")


def _matrix_order(draft: Draft, cells: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """(provision, label) in the order of the draft; what is tied to no provision last."""
    order = {provision.id: number for number, provision in enumerate(draft.provisions)}
    return sorted(cells, key=lambda cell: (order.get(cell[0], len(order)), cell[1]))


def _matrix_cells(proposals: Iterable[Proposal]) -> dict[tuple[str, str], dict[str, Value]]:
    pieces: dict[tuple[str, str], dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for p in proposals:
        short = (("#", p.id), ("=", " "), *excerpt(p))
        for who in p.contributors:
            cell = pieces[p.provision, p.label][who]
            cell.extend((("=", "\n"), *short) if cell else short)
    return {at: {who: Rich(tuple(cell)) for who, cell in row.items()} for at, row in pieces.items()}


def excerpt(p: Proposal) -> tuple[tuple[str, str], ...]:
    """The change with a little of the text around it, or the words of a proposal that changes no text."""
    pieces = [piece for piece in p.change if piece[1]]
    if any(kind != "=" for kind, _ in pieces):
        last = len(pieces) - 1
        return tuple(
            (kind, _around(words, n > 0, n < last) if kind == "=" else _start(words))
            for n, (kind, words) in enumerate(pieces)
        )
    return (("=", f"{p.type}: {_start(p.comment.text if p.comment else p.proposed_text)}"),)


def _start(words: str) -> str:
    return words if len(words) <= _SHORT else words[:_SHORT].rstrip() + " …"


def _around(words: str, after: bool, before: bool) -> str:
    """The end and the beginning of unchanged words, as far as a change stands next to them."""
    if len(words) <= 2 * CONTEXT:
        return words
    left = words[:CONTEXT].rsplit(" ", 1)[0] + " " if after else ""
    right = " " + words[-CONTEXT:].split(" ", 1)[-1] if before else ""
    return f"{left}…{right}"


def conflicts_sheet(facts: Facts) -> Sheet:
    most = max((len(conflict.options) for conflict in facts.merged.conflicts), default=0)
    drafts = provisions_by_id(facts.draft)
    rows = [_conflict_row(c, drafts, facts.say, most) for c in facts.merged.conflicts]
    say = facts.say
    columns = (
        *_columns(say, _CONFLICT_COLUMNS),
        *(Column(say["option"].format(number=number), 40) for number in range(1, most + 1)),
    )
    return Sheet(say["sheet conflicts"], columns, rows)


def _conflict_row(c: Conflict, drafts: Mapping[str, Provision], say: Mapping[str, str], most: int) -> Row:
    options: list[Value] = [_option(who, text, say) for who, text in c.options]
    return (
        c.id, c.label, c.kind, say["yes"] if c.alternatives else say["no"], _to_proposals(c, say),
        drafts[c.provision].text if c.provision in drafts else "", *options, *[""] * (most - len(options)),
    )  # fmt: skip


def _to_proposals(c: Conflict, say: Mapping[str, str]) -> Value:
    return Link(", ".join(c.proposals), say["sheet proposals"], c.proposals[0]) if c.proposals else ""


def _option(who: tuple[str, ...], text: str, say: Mapping[str, str]) -> Rich:
    return Rich((("#", names(who, say["draft option"])), ("=", f"\n{text}")))


def submissions_sheet(facts: Facts) -> Sheet:
    counts = tally(facts.submissions, facts.merged)
    rows = [_submission_row(s, counts[s.file], facts) for s in facts.submissions]
    return Sheet(facts.say["sheet submissions"], _columns(facts.say, _SUBMISSION_COLUMNS), rows)


def _submission_row(s: Submission, count: Tally, facts: Facts) -> Row:
    return (
        s.file, names(s.contributors, facts.say["unassigned"]), capacity_told(s.contributors, facts),
        s.symbol or "", s.received or "", s.language, s.form,
        s.status, s.reason or "", count.proposals, count.comments, count.unplaced, count.held, s.sha256,
    )  # fmt: skip


def notices_sheet(facts: Facts) -> Sheet:
    rows = [_notice_row(notice) for notice in all_notices(facts.submissions, facts.merged)]
    wanted = (("kind", 22, "id"), ("file", 30, "text"), ("place", 24, "text"), ("message", 90, "text"))
    return Sheet(facts.say["sheet notices"], _columns(facts.say, wanted), rows)


def _notice_row(notice: Notice) -> Row:
    return notice.kind, notice.file, notice.place, notice.message


def ledger_sheet(facts: Facts) -> Sheet:
    lines = [(s.file, entry) for s in facts.submissions for entry in s.ledger]
    rows = list(_ledger_groups(lines, facts.say) if len(lines) > MOST_LEDGER_LINES else map(_ledger_row, lines))
    return Sheet(facts.say["sheet ledger"], _columns(facts.say, _LEDGER_COLUMNS), rows)


def _ledger_row(line: tuple[str, Entry]) -> Row:
    file, entry = line
    return file, entry.kind, entry.place, entry.state, entry.count


def _ledger_groups(lines: Iterable[tuple[str, Entry]], say: Mapping[str, str]) -> Iterator[Row]:
    """One line for each file, kind and state, from the first place to the last; the total stays the same."""
    totals: Counter[tuple[str, str, str]] = Counter()
    first_last: dict[tuple[str, str, str], tuple[str, str]] = {}
    for file, entry in lines:
        key = (file, entry.kind, entry.state)
        totals[key] += entry.count
        first_last[key] = (first_last.get(key, (entry.place,))[0], entry.place)
    for (file, kind, state), count in totals.items():
        first, last = first_last[file, kind, state]
        yield file, kind, first if first == last else say["several places"].format(first=first, last=last), state, count


def texts_sheet(facts: Facts) -> Sheet:
    rows = [
        (s.file, names(s.contributors, facts.say["unassigned"]), s.status, place, words)
        for s in facts.submissions
        for place, words in texts(s, facts.say)
    ]
    return Sheet(facts.say["sheet texts"], _columns(facts.say, _TEXT_COLUMNS), rows)
