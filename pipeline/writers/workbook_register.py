"""Sheets of what was received: who answered, which files, and what became of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from pipeline.model import Entry, Notice, Submission
from pipeline.writers.account import KINDS, Facts, Tally, across, all_notices, capacity_told, kind_of, tally, texts
from pipeline.writers.phrases import shown_as
from pipeline.writers.plain import names
from pipeline.writers.workbook_cells import Link, Row, Sheet, Value
from pipeline.writers.workbook_lists import columns_of

MOST_LEDGER_LINES = 5_000
_PEOPLE_COLUMNS = (
    ("contributor", 30, "id"), ("capacity", 18, "text"), ("answered", 10, "text"), ("is late", 9, "text"), ("files", 34, "text"),
    ("received on", 12, "text"), *((kind, 13, "number") for kind in KINDS),
)  # fmt: skip
_FILE_COLUMNS = (
    ("file", 30, "id"), ("contributors", 24, "text"), ("capacity", 12, "text"), ("symbol", 14, "text"), ("received on", 11, "text"),
    ("is late", 9, "text"), ("language", 9, "text"), ("form", 10, "text"), ("status", 14, "text"), ("reason", 40, "text"),
    ("proposals", 10, "number"), ("comments", 10, "number"), ("unplaced", 10, "number"), ("held", 8, "number"),
    ("sha256", 36, "small"),
)  # fmt: skip
_LEDGER_COLUMNS = (
    ("file", 34, "id"), ("kind", 18, "text"), ("place", 40, "text"), ("state", 16, "text"), ("count", 9, "number"),
)  # fmt: skip
_TEXT_COLUMNS = (
    ("file", 30, "id"), ("contributors", 20, "text"), ("status", 14, "text"), ("place", 22, "text"),
    ("text", 100, "text"),
)  # fmt: skip


def submissions_sheet(facts: Facts) -> Sheet:
    """The member states, then all others, each in the meeting's order; a file of several stands with each of them."""
    found = Counter((who, kind_of(p)) for p in facts.merged.proposals for who in p.contributors)
    everyone = across(facts)
    ordered = [*(n for n in everyone if n in facts.states), *(n for n in everyone if n not in facts.states)]
    rows = [_person_row(who, found, facts) for who in ordered]
    return Sheet(facts.say["sheet submissions"], columns_of(facts.say, _PEOPLE_COLUMNS), rows, name="Submissions")


def _person_row(who: str, found: Mapping[tuple[str, str], int], facts: Facts) -> Row:
    own = [s for s in facts.submissions if who in s.contributors]
    late = facts.say["yes"] if any(s.file in facts.late for s in own) else facts.say["no"] if own else ""
    dates = ", ".join(dict.fromkeys(s.received for s in own if s.received))
    shown = facts.shown.get(who, who)
    name: Value = Link(shown, facts.say["sheet files"], own[0].file) if own else shown
    return (
        name, capacity_told((who,), facts), facts.say["yes" if own else "no"], late, "\n".join(s.file for s in own), dates,
        *(found[who, kind] for kind in KINDS),
    )  # fmt: skip


def files_sheet(facts: Facts) -> Sheet:
    counts = tally(facts.submissions, facts.merged)
    rows = [_file_row(s, counts[s.file], facts) for s in facts.submissions]
    return Sheet(facts.say["sheet files"], columns_of(facts.say, _FILE_COLUMNS), rows, name="Files")


def _file_row(s: Submission, count: Tally, facts: Facts) -> Row:
    return (
        s.file, names(s.contributors, facts.say["unassigned"]), capacity_told(s.contributors, facts),
        s.symbol or "", s.received or "", facts.say["yes"] if s.file in facts.late else "", s.language, s.told_form,
        shown_as("status", s.status, facts.say), s.reason or "", count.proposals, count.comments, count.unplaced, count.held, s.sha256,
    )  # fmt: skip


def notices_sheet(facts: Facts) -> Sheet:
    rows = [_notice_row(notice, facts.say) for notice in all_notices(facts.submissions, facts.merged)]
    wanted = (("kind", 22, "id"), ("file", 30, "text"), ("place", 24, "text"), ("message", 90, "text"))
    return Sheet(facts.say["sheet notices"], columns_of(facts.say, wanted), rows, name="Notices")


def _notice_row(notice: Notice, say: Mapping[str, str]) -> Row:
    return shown_as("notice", notice.kind, say), notice.file, notice.place, notice.message


def ledger_sheet(facts: Facts) -> Sheet:
    lines = [(s.file, entry) for s in facts.submissions for entry in s.ledger]
    rows = list(_ledger_groups(lines, facts.say) if len(lines) > MOST_LEDGER_LINES else map(_ledger_row, lines))
    return Sheet(facts.say["sheet ledger"], columns_of(facts.say, _LEDGER_COLUMNS), rows, name="Ledger")


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
        (s.file, names(s.contributors, facts.say["unassigned"]), shown_as("status", s.status, facts.say), place, words)
        for s in facts.submissions
        for place, words in texts(s, facts.say)
    ]
    return Sheet(facts.say["sheet texts"], columns_of(facts.say, _TEXT_COLUMNS), rows, name="Texts")
