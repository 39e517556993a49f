"""The annexes of the consolidated document in their order; here those on conflicts, proposals and files.

What has nothing in it is left out, so the numbers are given when it is known which annexes stand.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from pipeline.model import Conflict, Proposal, Submission
from pipeline.writers import front_remarks as remarks
from pipeline.writers.account import UNREAD, Facts, all_notices, named, of_bodies, on_report
from pipeline.writers.front_kit import Kit, Rows, conflict_bookmark, proposal_bookmark
from pipeline.writers.front_remarks import how, table_of
from pipeline.writers.plain import names

ACROSS = 3  # proposals side by side in the list by contributor
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
Part = Callable[[Kit, Facts], Iterator[str]]


def annexes(kit: Kit, facts: Facts) -> tuple[list[str], dict[str, str]]:
    """The blocks of all annexes that have something to tell, and the number of each by its name."""
    blocks: list[str] = []
    numbers: dict[str, str] = {}
    for name, part in PARTS.items():
        content = list(part(kit, facts))
        if content:
            numbers[name] = ROMAN[len(numbers)]
            title = facts.say["annex title"].format(number=numbers[name], title=facts.say[f"annex {name}"])
            blocks += [kit.said("Annex", title), *content]
    return blocks, numbers


def conflicts_annex(kit: Kit, facts: Facts) -> Iterator[str]:
    yield kit.said("Text", facts.say["annex conflicts note"])
    rows: Rows = [_conflict_row(kit, facts, conflict) for conflict in facts.merged.conflicts]
    heads = ("conflict", "provision", "kind", "options", "proposals")
    yield table_of(kit, facts, heads, (10, 13, 14, 49, 14), rows, "no conflict")


def _conflict_row(kit: Kit, facts: Facts, conflict: Conflict) -> Sequence[str]:
    name = conflict_bookmark(conflict.id)
    options = [_option(kit, facts, who, words) for who, words in conflict.options]
    links = [kit.link(proposal_bookmark(identifier), identifier) for identifier in conflict.proposals]
    return (
        kit.cell(kit.bookmarked(name, kit.strong(conflict.id))),
        kit.cell(kit.text(conflict.label)),
        kit.cell(kit.text(conflict.kind)),
        "".join(options) or kit.cell(""),
        kit.cell(kit.text(", ").join(links)),
    )


def _option(kit: Kit, facts: Facts, who: tuple[str, ...], words: str) -> str:
    return kit.cell(kit.strong(names(who, facts.say["draft option"]) + ": ") + kit.text(words))


def proposals_annex(kit: Kit, facts: Facts) -> Iterator[str]:
    """Those of states and groups; support and what concerns the report stand apart."""
    yield kit.said("Text", facts.say["annex proposals note"])
    by: dict[str, list[Proposal]] = defaultdict(list)
    for proposal in facts.merged.proposals:
        if on_report(proposal) or proposal.type == "support":
            continue
        for who in proposal.contributors or (facts.say["unassigned"],):
            if not of_bodies((who,), facts):
                by[who].append(proposal)
    for who in sorted(by, key=[*facts.people, facts.say["unassigned"]].index):
        yield kit.said("Heading", facts.say["counted"].format(name=who, count=len(by[who])))
        yield kit.plain_table((33, 33, 34), _in_columns([_proposal(kit, facts, p) for p in by[who]], kit.cell("")))


def _proposal(kit: Kit, facts: Facts, proposal: Proposal) -> str:
    """Id, provision and type in one cell; the id leads to the mark where the proposal has a place in the draft."""
    name = proposal_bookmark(proposal.id)
    identifier = kit.link(name, proposal.id) if proposal.provision else kit.strong(proposal.id)
    where = proposal.label or facts.say["not placed"]
    told = kit.text(f"\u2002{where}, {proposal.type}" + (", " if proposal.conflict else ""))
    conflict = kit.link(conflict_bookmark(proposal.conflict), proposal.conflict) if proposal.conflict else ""
    placed = how(proposal, facts)
    return kit.cell(identifier + told + conflict + (kit.text(f" ({placed})") if placed else ""))


def _in_columns(cells: list[str], empty: str) -> Rows:
    padded = cells + [empty] * (-len(cells) % ACROSS)
    return [padded[at : at + ACROSS] for at in range(0, len(padded), ACROSS)]


def files_annex(kit: Kit, facts: Facts) -> Iterator[str]:
    unread = [s for s in facts.submissions if s.status in UNREAD]
    if unread:
        yield kit.said("Heading", facts.say["annex files unread"])
        yield kit.said("Note", facts.say["annex files unread note"])
        yield _files_table(kit, facts, unread)
        yield kit.said("Heading", facts.say["annex files all"])
    yield _files_table(kit, facts, [s for s in facts.submissions if s.status not in UNREAD])
    yield from notices_part(kit, facts)


def _files_table(kit: Kit, facts: Facts, submissions: Sequence[Submission]) -> str:
    rows: Rows = [_file_row(kit, facts, submission) for submission in submissions]
    heads = ("hash", "contributors", "received on", "status", "reason")
    return table_of(kit, facts, heads, (34, 18, 12, 13, 23), rows)


def _file_row(kit: Kit, facts: Facts, s: Submission) -> Sequence[str]:
    return (
        kit.cell(kit.text(s.file)) + kit.paragraph("Small", kit.text(s.sha256)),
        kit.cell(kit.text(named(s.contributors, facts))),
        kit.cell(kit.text(s.received or "")),
        kit.cell(kit.text(s.status)),
        kit.cell(kit.text(s.reason or "")),
    )


def notices_part(kit: Kit, facts: Facts) -> Iterator[str]:
    notices = all_notices(facts.submissions, facts.merged)
    if notices:
        yield kit.said("Heading", facts.say["notices"])
        parts = [(notice.kind, notice.file, notice.place, notice.message) for notice in notices]
        rows: Rows = [[kit.cell(kit.text(part)) for part in line] for line in parts]
        yield table_of(kit, facts, ("kind", "file", "place", "message"), (16, 22, 18, 44), rows)


PARTS: dict[str, Part] = {
    "conflicts": conflicts_annex, "proposals": proposals_annex, "bodies": remarks.bodies, "support": remarks.support,
    "general": remarks.general, "unplaced": remarks.unplaced, "report": remarks.report, "texts": remarks.others,
    "placements": remarks.placements, "superseded": remarks.superseded, "files": files_annex,
}  # fmt: skip
