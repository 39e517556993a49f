"""The annexes of the consolidated document: conflicts, proposals by contributor, texts, files received, notices."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.model import Conflict, Proposal, Submission
from pipeline.writers.account import UNREAD, Facts, all_notices, texts
from pipeline.writers.front_kit import Kit, Rows, conflict_bookmark, proposal_bookmark
from pipeline.writers.plain import names

ACROSS = 3  # proposals side by side in Annex II


def annexes(kit: Kit, facts: Facts) -> list[str]:
    parts = (conflicts_annex, proposals_annex, texts_annex, files_annex, notices_part)
    return [block for part in parts for block in part(kit, facts)]


def _or_none(
    kit: Kit, facts: Facts, heads: Sequence[str], widths: Sequence[int], rows: Rows, none: str = "none"
) -> str:
    """The table, or the sentence that there is nothing."""
    return kit.table([facts.say[head] for head in heads], widths, rows) if rows else kit.said("Text", facts.say[none])


def conflicts_annex(kit: Kit, facts: Facts) -> Iterator[str]:
    yield kit.said("Annex", facts.say["annex conflicts"])
    yield kit.said("Text", facts.say["annex conflicts note"])
    rows: Rows = [_conflict_row(kit, facts, conflict) for conflict in facts.merged.conflicts]
    heads = ("conflict", "provision", "kind", "options", "proposals")
    yield _or_none(kit, facts, heads, (10, 13, 14, 49, 14), rows, "no conflict")


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
    yield kit.said("Annex", facts.say["annex proposals"])
    yield kit.said("Text", facts.say["annex proposals note"])
    by: dict[str, list[Proposal]] = defaultdict(list)
    for proposal in facts.merged.proposals:
        for who in proposal.contributors or (facts.say["unassigned"],):
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
    return kit.cell(identifier + told + conflict)


def _in_columns(cells: list[str], empty: str) -> Rows:
    padded = cells + [empty] * (-len(cells) % ACROSS)
    return [padded[at : at + ACROSS] for at in range(0, len(padded), ACROSS)]


def texts_annex(kit: Kit, facts: Facts) -> Iterator[str]:
    yield kit.said("Annex", facts.say["annex texts"])
    yield kit.said("Text", facts.say["annex texts note"])
    rows: Rows = [_without_mark(kit, facts, p) for p in facts.merged.proposals if _has_no_mark(p)]
    rows += [_prose(kit, facts, s, *part) for s in facts.submissions for part in texts(s, facts.say)]
    yield _or_none(kit, facts, ("contributors", "place", "text"), (22, 20, 58), rows)


def _has_no_mark(proposal: Proposal) -> bool:
    tied = proposal.provision and proposal.type != "general comment"
    return not tied or not (proposal.edits or proposal.comment)


def _without_mark(kit: Kit, facts: Facts, proposal: Proposal) -> Sequence[str]:
    comment = proposal.comment.text if proposal.comment else ""
    words = "\n".join(text for text in (proposal.proposed_text, comment) if text)
    head = kit.strong(proposal.id) + kit.text(f" {', '.join(filter(None, (proposal.label, proposal.type)))}: ")
    return (
        _source(kit, names(proposal.contributors, facts.say["unassigned"]), proposal.submission),
        kit.cell(kit.text(proposal.source)),
        kit.cell(head + kit.text(words)),
    )


def _prose(kit: Kit, facts: Facts, submission: Submission, place: str, words: str) -> Sequence[str]:
    who = names(submission.contributors, facts.say["unassigned"])
    return _source(kit, who, submission.file), kit.cell(kit.text(place)), kit.cell(kit.text(words))


def _source(kit: Kit, who: str, file: str) -> str:
    return kit.cell(kit.text(who)) + kit.paragraph("Small", kit.text(file))


def files_annex(kit: Kit, facts: Facts) -> Iterator[str]:
    unread = [s for s in facts.submissions if s.status in UNREAD]
    yield kit.said("Annex", facts.say["annex files"])
    if unread:
        yield kit.said("Heading", facts.say["annex files unread"])
        yield kit.said("Note", facts.say["annex files unread note"])
        yield _files_table(kit, facts, unread)
        yield kit.said("Heading", facts.say["annex files all"])
    yield _files_table(kit, facts, [s for s in facts.submissions if s.status not in UNREAD])


def _files_table(kit: Kit, facts: Facts, submissions: Sequence[Submission]) -> str:
    rows: Rows = [_file_row(kit, facts, submission) for submission in submissions]
    heads = ("hash", "contributors", "received on", "status", "reason")
    return _or_none(kit, facts, heads, (34, 18, 12, 12, 24), rows)


def _file_row(kit: Kit, facts: Facts, s: Submission) -> Sequence[str]:
    return (
        kit.cell(kit.text(s.file)) + kit.paragraph("Small", kit.text(s.sha256)),
        kit.cell(kit.text(names(s.contributors, facts.say["unassigned"]))),
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
        yield _or_none(kit, facts, ("kind", "file", "place", "message"), (16, 22, 18, 44), rows)
