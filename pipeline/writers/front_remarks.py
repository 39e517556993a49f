"""The annexes on what is no mark of a member state in the draft: each kind apart, in the words in which it was received."""

from collections.abc import Iterator, Sequence

from pipeline.model import Proposal, Submission
from pipeline.writers.account import (
    BY_ITSELF,
    Facts,
    candidates,
    evidence,
    has_mark,
    is_general,
    is_unplaced,
    named,
    of_bodies,
    on_report,
    superseded_parts,
    supported,
    supported_there,
    texts,
    words_of,
)
from pipeline.writers.front_kit import Kit, Rows
from pipeline.writers.phrases import shown_as
from pipeline.writers.plain import proposal_bookmark
from pipeline.writers.words.said import reason_in, said_in


def table_of(
    kit: Kit, facts: Facts, caption: str, heads: Sequence[str], widths: Sequence[int], rows: Rows, none: str = "none"
) -> str:
    """The table, or the sentence that there is nothing."""
    return kit.table(facts.say[caption], [facts.say[head] for head in heads], widths, rows) if rows else kit.said("Text", facts.say[none])


def how(p: Proposal, facts: Facts) -> str:
    """What placed it, and how surely; nothing where a mark stands at its own place."""
    return _by(p, facts) if p.provision and p.placed_by not in BY_ITSELF else ""


def _by(p: Proposal, facts: Facts) -> str:
    return facts.say["how"].format(by=shown_as("by", p.placed_by, facts.say), share=p.confidence)


def _annex(kit: Kit, facts: Facts, note: str, heads: Sequence[str], widths: Sequence[int], rows: Rows) -> Iterator[str]:
    if rows:
        yield kit.said("Intro", facts.say[f"annex {note} note"])
        yield table_of(kit, facts, "unplaced report" if note == "unplaced report" else f"annex {note}", heads, widths, rows)


def _plain(kit: Kit, words: str) -> str:
    return kit.cell(kit.text(words))


def _lines(kit: Kit, lines: Sequence[str]) -> str:
    return "".join(_plain(kit, line) for line in lines) or kit.cell("")


def _from(kit: Kit, facts: Facts, p: Proposal) -> str:
    """Id, contributors, file and place in one cell."""
    head = kit.cell(kit.entry(p.id) + kit.text(f" {named(p.contributors, facts)}"))
    return head + kit.paragraph("Small", kit.text(f"{p.submission}, {said_in(facts.language, p.source)}"))


def _where(kit: Kit, facts: Facts, p: Proposal) -> str:
    """The provision, which leads to the place in the draft, and the type."""
    label = _leading(kit, facts, p) if p.provision else kit.text(facts.say["not placed"])
    told = kit.cell(label) + _plain(kit, shown_as("type", p.type, facts.say))
    placed = how(p, facts)
    return told + (kit.paragraph("Small", kit.text(placed)) if placed else "")


def _leading(kit: Kit, facts: Facts, p: Proposal) -> str:
    """The label of the provision, which leads to the mark where it has one in the text."""
    label = said_in(facts.language, p.label)
    return kit.link(proposal_bookmark(p.id), label) if has_mark(p, facts.draft) else kit.text(label)


def _said(p: Proposal, facts: Facts) -> str:
    """What is asked for, and what was said with it."""
    return "\n".join(words for words in (p.proposed_text.strip("\n"), words_of(p.comment, facts)) if words)


def bodies(kit: Kit, facts: Facts) -> Iterator[str]:
    found = [p for p in facts.merged.proposals if of_bodies(p.contributors, facts) and not on_report(p)]
    found.sort(key=lambda p: facts.people.index(p.contributors[0]))
    rows: Rows = [(_from(kit, facts, p), _where(kit, facts, p), _plain(kit, _said(p, facts))) for p in found]
    yield from _annex(kit, facts, "bodies", ("contributor", "provision", "text"), (27, 20, 53), rows)


def support(kit: Kit, facts: Facts) -> Iterator[str]:
    found = [p for p in facts.merged.proposals if p.type == "support" and not is_unplaced(p)]
    rows: Rows = [_support_row(kit, facts, p) for p in found]
    heads = ("supporter", "supports", "provision", "words")
    yield from _annex(kit, facts, "support", heads, (25, 20, 17, 38), rows)


def _support_row(kit: Kit, facts: Facts, p: Proposal) -> Sequence[str]:
    there = set(supported_there(p, facts))
    marked = [(q.id, has_mark(q, facts.draft)) for q in facts.merged.proposals if q.id in there]
    links = [kit.link(proposal_bookmark(ident), ident) if led else kit.text(ident) for ident, led in marked]
    whom = _plain(kit, "; ".join(supported(p, facts)) or facts.say["not named"])
    return (
        _from(kit, facts, p), whom + (kit.cell(kit.text(", ").join(links)) if links else ""), _where(kit, facts, p),
        _plain(kit, words_of(p.comment, facts)),
    )  # fmt: skip


def general(kit: Kit, facts: Facts) -> Iterator[str]:
    found = [p for p in facts.merged.proposals if is_general(p) and not of_bodies(p.contributors, facts)]
    rows: Rows = [(_from(kit, facts, p), _plain(kit, _said(p, facts))) for p in found]
    yield from _annex(kit, facts, "general", ("contributor", "words"), (30, 70), rows)


def unplaced(kit: Kit, facts: Facts) -> Iterator[str]:
    """Remarks on the draft; then, by name alone, marks on the report that lead nowhere."""
    found = [p for p in facts.merged.proposals if is_unplaced(p)]
    rows: Rows = [_unplaced_row(kit, facts, p) for p in found if not on_report(p)]
    heads = ("contributor", "words", "evidence", "candidates")
    yield from _annex(kit, facts, "unplaced", heads, (24, 38, 18, 20), rows)
    leads: Rows = [_lead_row(kit, facts, p) for p in found if on_report(p)]
    if leads:
        yield kit.said("Heading", facts.say["unplaced report"])
    yield from _annex(kit, facts, "unplaced report", ("contributor", "evidence", "candidates"), (42, 33, 25), leads)


def _unplaced_row(kit: Kit, facts: Facts, p: Proposal) -> Sequence[str]:
    return (
        _from(kit, facts, p), _plain(kit, words_of(p.comment, facts)), _plain(kit, said_in(facts.language, evidence(p))),
        _lines(kit, candidates(p, facts) or (facts.say["no candidate"],)),
    )  # fmt: skip


def _lead_row(kit: Kit, facts: Facts, p: Proposal) -> Sequence[str]:
    told = candidates(p, facts) or (facts.say["no candidate"],)
    return _from(kit, facts, p), _plain(kit, said_in(facts.language, evidence(p))), _lines(kit, told)


def report(kit: Kit, facts: Facts) -> Iterator[str]:
    found = [p for p in facts.merged.proposals if on_report(p)]
    rows: Rows = [_report_row(kit, facts, p) for p in found]
    heads = ("contributor", "words", "leads to", "evidence")
    yield from _annex(kit, facts, "report", heads, (24, 36, 16, 24), rows)


def _report_row(kit: Kit, facts: Facts, p: Proposal) -> Sequence[str]:
    """A correction stands at no provision of the draft; the one to which it leads is told with its confidence."""
    link = kit.cell(_leading(kit, facts, p)) if p.provision else ""
    to = link or _lines(kit, candidates(p, facts) or (facts.say["no candidate"],))
    placed = kit.paragraph("Small", kit.text(_by(p, facts))) if p.confidence else ""
    return _from(kit, facts, p), _plain(kit, words_of(p.comment, facts)), to, _plain(kit, said_in(facts.language, evidence(p))) + placed


def others(kit: Kit, facts: Facts) -> Iterator[str]:
    rows: Rows = [_without_mark(kit, facts, p) for p in facts.merged.proposals if _stands_nowhere(p, facts)]
    rows += [_prose(kit, facts, s, *part) for s in facts.submissions for part in texts(s, facts.say)]
    yield from _annex(kit, facts, "texts", ("contributors", "place", "text"), (22, 20, 58), rows)


def _stands_nowhere(p: Proposal, facts: Facts) -> bool:
    """Neither in the draft nor in an annex of its own."""
    if p.provision and (p.edits or p.comment):
        return False
    return not (on_report(p) or is_unplaced(p) or is_general(p) or p.type == "support" or of_bodies(p.contributors, facts))


def _without_mark(kit: Kit, facts: Facts, p: Proposal) -> Sequence[str]:
    where = ", ".join(words for words in (said_in(facts.language, p.label), shown_as("type", p.type, facts.say)) if words)
    head = kit.entry(p.id) + kit.text(f" {where}{facts.say['colon']}")
    source = _source(kit, named(p.contributors, facts), p.submission)
    return source, _plain(kit, said_in(facts.language, p.source)), kit.cell(head + kit.text(_said(p, facts)))


def _prose(kit: Kit, facts: Facts, submission: Submission, place: str, words: str) -> Sequence[str]:
    who = named(submission.contributors, facts)
    return _source(kit, who, submission.file), _plain(kit, said_in(facts.language, place)), _plain(kit, words)


def _source(kit: Kit, who: str, file: str) -> str:
    return _plain(kit, who) + kit.paragraph("Small", kit.text(file))


def placements(kit: Kit, facts: Facts) -> Iterator[str]:
    """The evidence of every remark that stands at a provision."""
    found = [p for p in facts.merged.proposals if p.provision and evidence(p) and not on_report(p)]
    rows: Rows = [_placement_row(kit, facts, p) for p in found]
    heads = ("contributor", "provision", "evidence", "placed")
    yield from _annex(kit, facts, "placements", heads, (37, 18, 32, 13), rows)


def _placement_row(kit: Kit, facts: Facts, p: Proposal) -> Sequence[str]:
    told = _by(p, facts)
    label = kit.cell(_leading(kit, facts, p))
    who = kit.cell(kit.entry(p.id) + kit.text(f" {named(p.contributors, facts)}"))  # one line a remark: there are many
    return who, label, _plain(kit, said_in(facts.language, evidence(p))), _plain(kit, told)


def superseded(kit: Kit, facts: Facts) -> Iterator[str]:
    rows: Rows = [
        (_source(kit, named(s.contributors, facts), s.file), _plain(kit, s.received or ""),
         _plain(kit, said_in(facts.language, place)), _plain(kit, what),
         _plain(kit, reason_in(facts.language, words)))
        for s, place, what, words in superseded_parts(facts)
    ]  # fmt: skip
    heads = ("contributor", "received on", "place", "what", "words")
    yield from _annex(kit, facts, "superseded", heads, (24, 12, 16, 20, 28), rows)
