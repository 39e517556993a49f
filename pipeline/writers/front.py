"""What stands around the draft in consolidated.docx: the first pages and the annexes. No revision mark is made here.

The look is templates/consolidated.docx, which an officer may restyle in Word; the words are phrases.py.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.config import Config
from pipeline.model import Draft, Merged, Submission
from pipeline.settled import is_late
from pipeline.writers.account import UNREAD, Facts, Tally, counts, facts_of, kind_of, named, of_bodies, tally
from pipeline.writers.front_annexes import annexes
from pipeline.writers.front_contributors import contributor_bookmark, listed
from pipeline.writers.front_kit import Kit, Rows, Say, styles_of
from pipeline.writers.phrases import shown_as
from pipeline.writers.plain import annex_bookmark, cleaner, written_date

EXAMPLE_ID = "MEX-07"
MOST_NAMED = 12  # unreadable files named on the first page; the annex on files has them all


@dataclass(frozen=True)
class Front:
    """Body-level blocks before and after the draft, and the w:style elements they use: XML strings with prefix w:.

    printed: the blocks before it in the edition for print; listed: the heading of its list of comments.
    """

    before: list[str]
    after: list[str]
    styles: list[str]
    printed: list[str]
    listed: str


def build_front(draft: Draft, submissions: Sequence[Submission], merged: Merged, config: Config, whole: bool = True) -> Front:
    """The Secretariat's pages. Bookmarks C_01 ... stand in Annex I, numbered from 900000; P_... are the marks' own.

    whole: these are all submissions, not those on one text alone.
    """
    facts = facts_of(draft, submissions, merged, config)
    kit = Kit(cleaner(draft.atoms), entries=config.labels == "all")
    after, titles = annexes(kit, facts)
    cover, explanation = [*_cover(kit, facts, config)], [*_explanation(kit, facts, config, titles, whole)]
    received = [*_received(kit, facts, config)]
    before = [*cover, *explanation, *_reading(kit, facts, titles), *received]
    printed = [*cover, kit.said("Subtitle", facts.say["print edition"]), *explanation, *_reading_print(kit, facts, titles), *received]
    listed = kit.said("Annex", facts.say["print list"])
    return Front(before, after, styles_of(kit.document, [*before, *after], config.language), printed, listed)


def _cover(kit: Kit, facts: Facts, config: Config) -> Iterator[str]:
    left = [kit.said("Cover", line.upper()) for line in (config.body, config.committee) if line]
    left += [kit.said("Cover", config.working_group)] if config.working_group else []
    right = [kit.said("Cover", line) for line in _cover_facts(facts.say, config) if line]
    yield kit.plain_table((62, 38), [("".join(left) or kit.cell(""), "".join(right) or kit.cell(""))])
    yield kit.said("Title", config.title)
    yield kit.said("Subtitle", f"({config.provenance})")


def _cover_facts(say: Say, config: Config) -> tuple[str, ...]:
    language = config.original_language or config.language
    original = say["original"].format(language=say.get(f"language {language}", language))
    return config.series, config.symbol, written_date(config.date or config.cut_off, say), original, config.circulation


def _explanation(kit: Kit, facts: Facts, config: Config, titles: Mapping[str, tuple[str, str]], whole: bool) -> Iterator[str]:
    say = facts.say
    yield kit.said("Heading", say["explanatory"])
    for number, words in enumerate(config.mandate.splitlines()):
        yield kit.said("Mandate", words) if number else kit.lead(say["lead mandate"], words, "Mandate")
    yield kit.lead(say["lead base"], _about(facts))
    yield kit.lead(say["lead cut-off"], _dates(facts, config))
    yield kit.lead(say["lead received"], _who(facts, whole))
    yield from _unread_note(kit, facts, titles["files"][0] if "files" in titles else "")
    yield kit.paragraph("Text", kit.strong(f"{say['lead prejudice']}. {say['note prejudice']}"))


def _about(facts: Facts) -> str:
    found = facts.merged.proposals
    proposals = sum(kind_of(p) == "proposals" for p in found)
    return facts.say["note base"].format(draft=facts.draft.file, proposals=proposals, remarks=len(found) - proposals)


def _dates(facts: Facts, config: Config) -> str:
    told = [facts.say["note cut-off"].format(date=written_date(config.cut_off, facts.say))]
    if config.deadline:
        told.append(facts.say["note deadline"].format(date=written_date(config.deadline, facts.say)))
    return " ".join(told)


def _who(facts: Facts, whole: bool) -> str:
    """How many answered, and which member states did not."""
    people = {name for s in facts.submissions for name in s.contributors}
    states = sum(facts.capacity.get(name, "state") == "state" for name in people)
    told = facts.say["note received"].format(files=len(facts.submissions), states=states, others=len(people) - states)
    return f"{told} {_missing(facts) if whole else facts.say['note other']}"


def _missing(facts: Facts) -> str:
    names = "; ".join(facts.shown.get(name, name) for name in facts.missing)
    return facts.say["note missing"].format(names=names) if names else facts.say["note none missing"]


def _unread_note(kit: Kit, facts: Facts, annex: str) -> Iterator[str]:
    files = [s.file for s in facts.submissions if s.status in UNREAD]
    if files:
        count = facts.say["one file"] if len(files) == 1 else facts.say["several files"].format(count=len(files))
        first = "; ".join(files[:MOST_NAMED]) + ("; …" if len(files) > MOST_NAMED else "")
        yield kit.said("Note", facts.say["unread"].format(count=count, files=first, annex=annex))


def _reading(kit: Kit, facts: Facts, titles: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """How to read the marks, and where the annexes are."""
    say = facts.say
    example = facts.merged.proposals[0].id if facts.merged.proposals else EXAMPLE_ID
    yield kit.said("Heading", say["marks"])
    yield kit.lead(say["lead marks"], say["marks author"])
    yield kit.lead(say["lead labels"], say["marks labels"])
    yield _conflicts(kit, say, titles)
    yield kit.paragraph("Text", kit.strong(f"{say['lead accept']}. {say['marks accept']}"))
    yield kit.lead(say["lead one"], say["marks one"].format(annex=titles["proposals"][0]))
    yield kit.lead(say["lead ids"], say["marks ids"].format(id=example))
    yield from _annexes(kit, say, titles)


def _reading_print(kit: Kit, facts: Facts, titles: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """The same for the edition that holds no marks."""
    say = facts.say
    named = {facts.shown.get(name, name): facts.codes.get(name, name) for name in facts.people}
    codes = "; ".join(f"{code} {name}" if code != name else name for name, code in named.items())
    yield kit.said("Heading", say["marks"])
    yield kit.lead(say["lead marks"], say["print marks"].format(codes=codes))
    yield kit.lead(say["lead labels"], say["print labels"])
    yield _conflicts(kit, say, titles)
    yield kit.lead(say["lead comments"], say["print comments"])
    yield kit.said("Text", say["print no marks"])
    yield from _annexes(kit, say, titles)


def _conflicts(kit: Kit, say: Say, titles: Mapping[str, tuple[str, str]]) -> str:
    return kit.lead(say["lead conflicts"], f"{say['marks conflicts'].format(annex=titles['conflicts'][0])} {say['marks alternatives']}")


def _annexes(kit: Kit, say: Say, titles: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    yield kit.said("Heading", say["lead annexes"])
    lines = [kit.paragraph("Kept", kit.link(annex_bookmark(name), title)) for name, (_, title) in titles.items()]
    half = -(-len(lines) // 2)
    padded = [*lines, kit.paragraph("Kept", "")][: 2 * half]
    yield kit.plain_table((50, 50), list(zip(padded[:half], padded[half:], strict=True)))


def _received(kit: Kit, facts: Facts, config: Config) -> Iterator[str]:
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
            yield _received_table(kit, facts, config, facts.say[title], submissions)


def _counts(kit: Kit, facts: Facts) -> Iterator[str]:
    heads = ("capacity", "contributors", "files", "proposals", "comments", "support", "on the report", "unplaced")
    rows: Rows = [[kit.paragraph("Kept", kit.text(str(value))) for value in (name, *numbers)] for name, numbers in counts(facts)]
    yield kit.table(facts.say["counts"], [facts.say[head] for head in heads], (15, 13, 10, 13, 14, 9, 13, 13), rows)
    yield kit.said("Small", facts.say["counts note"])


def _received_table(kit: Kit, facts: Facts, config: Config, title: str, submissions: Sequence[Submission]) -> str:
    found, names = tally(facts.submissions, facts.merged), listed(facts)
    contested = _contested(facts)
    rows: Rows = [
        _received_row(kit, facts, s, found[s.file], contested.get(s.file, 0), is_late(s.received, config), names) for s in submissions
    ]
    heads = ("contributor", "file", "received on", "received how", "proposals", "comments", "in conflicts")
    return kit.table(title, [facts.say[head] for head in heads], (16, 19, 12, 16, 12, 14, 11), rows, ends_section=True)


def _contested(facts: Facts) -> dict[str, int]:
    """File -> how many of its proposals are in a conflict."""
    out: dict[str, int] = {}
    for p in facts.merged.proposals:
        if p.conflict:
            out[p.submission] = out.get(p.submission, 0) + 1
    return out


def _received_row(
    kit: Kit, facts: Facts, s: Submission, count: Tally, contested: int, late: bool, names: Mapping[str, object]
) -> list[str]:
    """The contributor leads to its proposals, where it has any in the list."""
    who = [_to_own_list(kit, facts, name, name in names) for name in s.contributors] or [kit.text(facts.say["unassigned"])]
    received = (s.received or "") + (f" ({facts.say['late']})" if late else "")
    how = f"{shown_as('form', s.told_form, facts.say)}; {shown_as('status', s.status, facts.say)}"
    told = (s.file, received, how, str(count.proposals), str(count.comments), str(contested))
    return [kit.cell(kit.text("; ").join(who)), *(kit.cell(kit.text(words)) for words in told)]


def _to_own_list(kit: Kit, facts: Facts, name: str, there: bool) -> str:
    words = named((name,), facts)
    return kit.link(contributor_bookmark(name, facts), words) if there else kit.text(words)
