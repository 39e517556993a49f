"""The annex that lists the proposals of each contributor, with the names under which Word shows them."""

from collections import defaultdict
from collections.abc import Iterator

from pipeline.model import Proposal
from pipeline.ooxml.marks import Marker
from pipeline.writers.account import Facts, has_mark, of_bodies, on_report
from pipeline.writers.front_kit import Kit, Rows
from pipeline.writers.front_remarks import how
from pipeline.writers.phrases import shown_as
from pipeline.writers.plain import conflict_bookmark, proposal_bookmark
from pipeline.writers.words.said import said_in

ACROSS = 3  # proposals side by side


def listed(facts: Facts) -> dict[str, list[Proposal]]:
    """Contributor -> its proposals; those of states and groups alone. Support and what concerns the report stand apart."""
    by: dict[str, list[Proposal]] = defaultdict(list)
    for proposal in facts.merged.proposals:
        if on_report(proposal) or proposal.type == "support":
            continue
        for who in proposal.contributors or (facts.say["unassigned"],):
            by[who].append(proposal)
    return {who: found for who, found in by.items() if not of_bodies((who,), facts)}


def contributor_bookmark(name: str, facts: Facts) -> str:
    """N_017: the heading of a contributor in the annex, by its place in the meeting's order."""
    return f"N_{[*facts.people, facts.say['unassigned']].index(name):03d}"


def proposals_annex(kit: Kit, facts: Facts) -> Iterator[str]:
    by, names = listed(facts), author_names(facts)
    yield kit.said("Intro", facts.say["annex proposals note"])
    for who in sorted(by, key=[*facts.people, facts.say["unassigned"]].index):
        title = facts.say["counted"].format(name=facts.shown.get(who, who), count=len(by[who]))
        yield kit.paragraph("Heading", kit.bookmarked(contributor_bookmark(who, facts), kit.text(title)))
        if names.get(who):
            yield kit.paragraph("Under", kit.text(facts.say["to see"]) + kit.strong("  |  ".join(names[who])))
        yield kit.plain_table((33, 33, 34), _in_columns([_proposal(kit, facts, p) for p in by[who]], kit.cell("")))


def author_names(facts: Facts) -> dict[str, list[str]]:
    """Contributor -> every author of marks and comments that holds it, as Word lists them: alone first, then by number of names."""
    authors = {p.contributors for p in facts.merged.proposals if p.comment is not None}
    for union in facts.merged.stories.values():
        authors.update(d.authors for d in union.deletions)
        authors.update(i.authors for i in union.insertions)
    marker = Marker(facts.codes, {})
    rank = {name: number for number, name in enumerate(facts.people)}
    out: dict[str, list[str]] = defaultdict(list)
    for joint in sorted(authors, key=lambda joint: (len(joint), [rank.get(who, len(rank)) for who in joint])):
        written = marker.author(joint)
        for who in joint:
            out[who].append(written)
    return out


def _proposal(kit: Kit, facts: Facts, proposal: Proposal) -> str:
    """Id, provision and type in one cell; the id leads to the mark where the proposal has a place in the draft."""
    identifier = kit.entry(proposal.id, proposal_bookmark(proposal.id) if has_mark(proposal, facts.draft) else "")
    where, kind = said_in(facts.language, proposal.label) or facts.say["not placed"], shown_as("type", proposal.type, facts.say)
    told = kit.text(f"\u2002{where}, {kind}" + (", " if proposal.conflict else ""))
    conflict = kit.link(conflict_bookmark(proposal.conflict), proposal.conflict) if proposal.conflict else ""
    placed = how(proposal, facts)
    return kit.cell(identifier + told + conflict + (kit.text(f" ({placed})") if placed else ""))


def _in_columns(cells: list[str], empty: str) -> Rows:
    padded = cells + [empty] * (-len(cells) % ACROSS)
    return [padded[at : at + ACROSS] for at in range(0, len(padded), ACROSS)]
