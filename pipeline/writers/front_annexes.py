"""The annexes of the consolidated document in their order; here the one on files.

What has nothing in it is left out, so the numbers are given when it is known which annexes stand.
"""

from collections.abc import Callable, Iterator, Sequence

from pipeline.model import Submission
from pipeline.writers import front_remarks as remarks
from pipeline.writers.account import UNREAD, Facts, all_notices, named
from pipeline.writers.front_conflicts import conflicts_annex
from pipeline.writers.front_contributors import proposals_annex
from pipeline.writers.front_kit import Kit, Rows
from pipeline.writers.front_remarks import table_of
from pipeline.writers.phrases import shown_as
from pipeline.writers.plain import annex_bookmark
from pipeline.writers.words.said import reason_in, said_in

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
Part = Callable[[Kit, Facts], Iterator[str]]


def annexes(kit: Kit, facts: Facts) -> tuple[list[str], dict[str, tuple[str, str]]]:
    """The blocks of all annexes that have something to tell; and by the name of each its number and its title."""
    blocks: list[str] = []
    titles: dict[str, tuple[str, str]] = {}
    for name, part in PARTS.items():
        content = list(part(kit, facts))
        if content:
            number = ROMAN[len(titles)]
            title = facts.say["annex title"].format(number=number, title=facts.say[f"annex {name}"])
            titles[name] = number, title
            blocks += [kit.paragraph("Annex", kit.bookmarked(annex_bookmark(name), kit.text(title))), *content]
    return blocks, titles


def files_annex(kit: Kit, facts: Facts) -> Iterator[str]:
    unread = [s for s in facts.submissions if s.status in UNREAD]
    if unread:
        yield kit.said("Heading", facts.say["annex files unread"])
        yield kit.said("Note", facts.say["annex files unread note"])
        yield _files_table(kit, facts, "annex files unread", unread)
        yield kit.said("Heading", facts.say["annex files all"])
    yield _files_table(kit, facts, "annex files", [s for s in facts.submissions if s.status not in UNREAD])
    yield from notices_part(kit, facts)


def _files_table(kit: Kit, facts: Facts, caption: str, submissions: Sequence[Submission]) -> str:
    rows: Rows = [_file_row(kit, facts, submission) for submission in submissions]
    heads = ("hash", "contributors", "received on", "status", "reason")
    return table_of(kit, facts, caption, heads, (34, 18, 12, 13, 23), rows)


def _file_row(kit: Kit, facts: Facts, s: Submission) -> Sequence[str]:
    return (
        kit.cell(kit.text(s.file)) + kit.paragraph("Small", kit.text(s.sha256)),
        kit.cell(kit.text(named(s.contributors, facts))),
        kit.cell(kit.text(s.received or "")),
        kit.cell(kit.text(shown_as("status", s.status, facts.say))),
        kit.cell(kit.text(reason_in(facts.language, s.reason or ""))),
    )


def notices_part(kit: Kit, facts: Facts) -> Iterator[str]:
    notices = all_notices(facts.submissions, facts.merged)
    if notices:
        yield kit.said("Heading", facts.say["notices"])
        parts = [
            (shown_as("notice", n.kind, facts.say), n.file, said_in(facts.language, n.place), n.message) for n in notices
        ]
        rows: Rows = [[kit.cell(kit.text(part)) for part in line] for line in parts]
        yield table_of(kit, facts, "notices", ("kind", "file", "place", "message"), (16, 22, 18, 44), rows)


PARTS: dict[str, Part] = {
    "conflicts": conflicts_annex, "proposals": proposals_annex, "bodies": remarks.bodies, "support": remarks.support,
    "general": remarks.general, "unplaced": remarks.unplaced, "report": remarks.report, "texts": remarks.others,
    "placements": remarks.placements, "superseded": remarks.superseded, "files": files_annex,
}  # fmt: skip
