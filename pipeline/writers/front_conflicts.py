"""The annex on conflicts: for each, the wording of the draft and the alternatives side by side, with the words that differ."""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.compare_words import compare_words
from pipeline.model import NOTHING_LEFT, Conflict, Proposal
from pipeline.writers.account import Facts, contested, has_mark, is_in_text, provisions_by_id
from pipeline.writers.front_kit import Kit
from pipeline.writers.phrases import shown_as
from pipeline.writers.plain import conflict_bookmark, contested_bookmark, proposal_bookmark
from pipeline.writers.words.said import said_in

SIDE_BY_SIDE = 4  # columns of a page, the draft's among them
KEPT_SHARE = 0.4  # of the draft's words: a text that keeps less stands without the words that it leaves out
LOOKS = {"=": "", "+": "ConsInserted", "-": "ConsDeleted"}
Pieces = Sequence[tuple[str, str]]


def conflicts_annex(kit: Kit, facts: Facts) -> Iterator[str]:
    yield kit.said("Intro", facts.say["annex conflicts note"])
    if not facts.merged.conflicts:
        yield kit.said("Text", facts.say["no conflict"])
    by_id = {p.id: p for p in facts.merged.proposals}
    drafts = provisions_by_id(facts.draft)
    for conflict in facts.merged.conflicts:
        yield from _conflict(kit, facts, conflict, kit.clean(contested(conflict, by_id, drafts)), by_id)


def _conflict(kit: Kit, facts: Facts, c: Conflict, draft: str, by_id: Mapping[str, Proposal]) -> Iterator[str]:
    """Its number, which leads to its place in the text; its proposals, each leading to its mark; then the texts."""
    shown = kit.link(contested_bookmark(c.id), c.id) if is_in_text(c.place[0], facts.draft) else kit.strong(c.id)
    number = kit.bookmarked(conflict_bookmark(c.id), shown)
    told = f"\u2002{said_in(facts.language, c.label)}{facts.say['colon']}{shown_as('kind', c.kind, facts.say)}"
    yield kit.paragraph("Conflict", number + kit.text(told))
    links = [
        kit.link(proposal_bookmark(i), i) if (p := by_id.get(i)) is None or has_mark(p, facts.draft) else kit.text(i) for i in c.proposals
    ]
    yield kit.paragraph("Under", kit.text(facts.say["conflict proposals"]) + kit.text(", ").join(links))
    heads = [facts.say["draft option"], *(_head(facts, number, who) for number, (who, _) in enumerate(c.options, 1))]
    changes = {p.proposed_text.strip(): p.change for i in c.proposals if (p := by_id.get(i)) is not None}
    cells = [kit.cell(kit.text(draft)), *(_option(kit, facts, draft, words, changes) for _, words in c.options)]
    yield from _tables(kit, f"{c.id}, {c.label}", heads, cells)


def _tables(kit: Kit, caption: str, heads: Sequence[str], cells: Sequence[str]) -> Iterator[str]:
    """As many texts side by side as can be read; the rest below, in tables of the same width."""
    across = min(len(cells), SIDE_BY_SIDE)
    for at in range(0, len(cells), across):
        row, over = list(cells[at : at + across]), across - len(cells[at : at + across])
        widths = (*[100 // across] * (across - 1), 100 - 100 // across * (across - 1))
        yield kit.table(caption, [*heads[at : at + across], *[""] * over], widths, [[*row, *[kit.cell("")] * over]])
        yield kit.said("Gap", "")


def _head(facts: Facts, number: int, who: Sequence[str]) -> str:
    names = ", ".join(facts.shown.get(name, name) for name in who)
    return f"{facts.say['alternative'].format(number=number)} ({names})"


def _option(kit: Kit, facts: Facts, draft: str, words: str, changes: Mapping[str, Pieces]) -> str:
    if words == NOTHING_LEFT:
        return kit.cell(kit.strong(facts.say["deleted option"]))
    if words == draft.strip():
        return kit.cell(kit.strong(facts.say["moved option"] + " ") + kit.text(words))
    pieces = changes.get(words) or _compared(draft, words)
    kept = sum([len(text.split()) for kind, text in pieces if kind == "="])
    whole = kept >= KEPT_SHARE * len(draft.split())
    return kit.cell("".join([kit.text(text, LOOKS[kind]) for kind, text in _trimmed(pieces) if text and (whole or kind != "-")]))


def _trimmed(pieces: Pieces) -> list[tuple[str, str]]:
    """Without the paragraph marks at the end, which would leave empty lines in the cell."""
    out = list(pieces)
    while out and not out[-1][1].strip("\n"):
        out.pop()
    return [*out[:-1], (out[-1][0], out[-1][1].rstrip("\n"))] if out else out


def _compared(draft: str, words: str) -> list[tuple[str, str]]:
    out: list[tuple[str, str]] = []
    at = 0
    for change in compare_words(draft, words):
        out += [("=", draft[at : change.b0]), ("-", draft[change.b0 : change.b1]), ("+", words[change.v0 : change.v1])]
        at = change.b1
    return [*out, ("=", draft[at:])]
