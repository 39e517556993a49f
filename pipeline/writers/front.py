"""What stands around the draft in consolidated.docx: the first pages and the annexes. No revision mark is made here.

The look is templates/consolidated.docx, which an officer may restyle in Word; the words are phrases.py.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.config import Config
from pipeline.model import Draft, Merged, Submission
from pipeline.writers.account import UNREAD, Facts, Tally, counts, facts_of, kind_of, named, of_bodies, tally
from pipeline.writers.front_annexes import annexes
from pipeline.writers.front_kit import BREAK, Kit, Rows, Say, styles_of
from pipeline.writers.plain import cleaner, day

EXAMPLE_ID = "MEX-07"
MOST_NAMED = 12  # unreadable files named on the first page; the annex on files has them all


@dataclass(frozen=True)
class Front:
    """Body-level blocks before and after the draft, and the w:style elements they use: XML strings with prefix w:."""

    before: list[str]
    after: list[str]
    styles: list[str]


def build_front(draft: Draft, submissions: Sequence[Submission], merged: Merged, config: Config) -> Front:
    """The Secretariat's pages. Bookmarks C_01 ... stand in Annex I, numbered from 900000; P_... are the marks' own."""
    facts = facts_of(draft, submissions, merged, config)
    kit = Kit(cleaner(draft.atoms))
    after, numbers = annexes(kit, facts)
    before = [*_cover(kit, facts, config), *_explanation(kit, facts, config, numbers), *_received(kit, facts), BREAK]
    return Front(before, after, styles_of(kit.document, [*before, *after]))


def written_date(iso: str, say: Say) -> str:
    date = day(iso)
    months = say["months"].split()
    return say["date"].format(day=date.day, month=months[date.month - 1], year=date.year) if date else iso


def _cover(kit: Kit, facts: Facts, config: Config) -> Iterator[str]:
    left = [kit.said("Cover", line.upper()) for line in (config.body, config.committee) if line]
    right = [kit.said("Cover", line) for line in _cover_facts(facts.say, config) if line]
    yield kit.plain_table((62, 38), [("".join(left) or kit.cell(""), "".join(right) or kit.cell(""))])
    yield kit.said("Title", facts.say["heading"])
    yield kit.said("Title Line", config.title)
    yield kit.said("Subtitle", f"({config.provenance})")


def _cover_facts(say: Say, config: Config) -> tuple[str, ...]:
    language = config.original_language or config.language
    original = say["original"].format(language=say.get(f"language {language}", language))
    return config.series, config.symbol, written_date(config.date or config.cut_off, say), original, config.circulation


def _explanation(kit: Kit, facts: Facts, config: Config, numbers: Mapping[str, str]) -> Iterator[str]:
    yield kit.said("Heading", facts.say["about"])
    yield kit.said("Text", _about(facts))
    yield kit.said("Text", facts.say["about cut-off"].format(date=written_date(config.cut_off, facts.say)))
    yield kit.paragraph("Text", kit.strong(facts.say["about prejudice"]))
    yield from _unread_note(kit, facts, numbers["files"])
    yield kit.said("Heading", facts.say["marks"])
    for key in ("marks author", "marks labels", "marks alternatives"):
        yield kit.said("Text", facts.say[key])
    yield kit.paragraph("Text", kit.strong(facts.say["marks accept"]))
    example = facts.merged.proposals[0].id if facts.merged.proposals else EXAMPLE_ID
    yield kit.said("Text", facts.say["marks ids"].format(id=example))


def _about(facts: Facts) -> str:
    found = facts.merged.proposals
    proposals = sum(kind_of(p) == "proposals" for p in found)
    return facts.say["about base"].format(draft=facts.draft.file, proposals=proposals, remarks=len(found) - proposals)


def _unread_note(kit: Kit, facts: Facts, annex: str) -> Iterator[str]:
    files = [s.file for s in facts.submissions if s.status in UNREAD]
    if files:
        count = facts.say["one file"] if len(files) == 1 else facts.say["several files"].format(count=len(files))
        first = "; ".join(files[:MOST_NAMED]) + ("; …" if len(files) > MOST_NAMED else "")
        yield kit.said("Note", facts.say["unread"].format(count=count, files=first, annex=annex))


def _received(kit: Kit, facts: Facts) -> Iterator[str]:
    """The counts by capacity; then the files of states and groups, of all others, and of nobody, apart."""
    yield kit.said("Heading", facts.say["received"])
    yield from _counts(kit, facts)
    parts = {
        "received of states": [s for s in facts.submissions if s.contributors and not of_bodies(s.contributors, facts)],
        "received of bodies": [s for s in facts.submissions if of_bodies(s.contributors, facts)],
        "received of nobody": [s for s in facts.submissions if not s.contributors],
    }
    for title, submissions in parts.items():
        if submissions:
            yield kit.said("Heading", facts.say[title])
            yield _received_table(kit, facts, submissions)


def _counts(kit: Kit, facts: Facts) -> Iterator[str]:
    heads = ("capacity", "contributors", "files", "proposals", "comments", "support", "on the report", "unplaced")
    rows: Rows = [[kit.cell(kit.text(str(value))) for value in (name, *numbers)] for name, numbers in counts(facts)]
    yield kit.table([facts.say[head] for head in heads], (19, 14, 9, 12, 13, 11, 11, 11), rows)
    yield kit.said("Small", facts.say["counts note"])


def _received_table(kit: Kit, facts: Facts, submissions: Sequence[Submission]) -> str:
    found = tally(facts.submissions, facts.merged)
    rows: Rows = [_received_row(kit, facts, s, found[s.file]) for s in submissions]
    heads = ("contributor", "file", "received on", "form", "status", "proposals", "comments")
    return kit.table([facts.say[head] for head in heads], (18, 23, 12, 10, 13, 12, 12), rows)


def _received_row(kit: Kit, facts: Facts, s: Submission, count: Tally) -> list[str]:
    told = (
        named(s.contributors, facts), s.file, s.received or "", s.form, s.status, str(count.proposals), str(count.comments),
    )  # fmt: skip
    return [kit.cell(kit.text(words)) for words in told]
