"""The sheet Comparison: the provisions of the draft down, the contributors across, in each cell the text as proposed.

A cell with one change is the very value that Proposals shows, so that both are one shared string. It has no link, and no
identifier in it: LibreOffice drops the marks of a cell that is a link, and its line breaks (docs/workbook.md); the column
Proposals leads to the first of the row, which the others follow there.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pipeline.model import Proposal, Provision
from pipeline.writers.account import Facts, across, named, on_report, where_told
from pipeline.writers.phrases import shown_as
from pipeline.writers.workbook_cells import Column, Folded, Link, Rich, Row, Sheet, Value

SHORT = 300  # characters of a remark shown here; the whole stands in Proposals
Changes = Mapping[str, Value]
Place = tuple[str, str]  # provision, label: "II.A.3" or "after II.A.3"
_FIXED = (("provision", 18, "id", 0), ("draft text", 44, "text", 100), ("proposals", 12, "text", 0), ("conflict", 9, "text", 0))
_WIDTH = 40


def comparison_sheet(facts: Facts, changes: Changes) -> Sheet:
    there: dict[Place, list[Proposal]] = defaultdict(list)
    for p in facts.merged.proposals:
        if not on_report(p):
            there[p.provision, where_told(p, facts)].append(p)
    people = columns_across(facts)
    active = {who for found in there.values() for p in found for who in p.contributors or ("",)}
    rows = [_row(provision, label, there.get((at, label), []), people, changes, facts) for at, label, provision in _places(facts, there)]
    columns = (
        *(Column(facts.say[key], width, look, most) for key, width, look, most in _FIXED),
        *(Column(named((who,) if who else (), facts), _WIDTH, most=100, folded=who not in active) for who in people),
    )
    return Sheet(facts.say["sheet comparison"], columns, _with_headings(rows), "C2", name="Comparison", titles="A:B")


def columns_across(facts: Facts) -> tuple[str, ...]:
    """Contributors; "" for what is nobody's."""
    nobody = any(not p.contributors for p in facts.merged.proposals)
    return (*across(facts), *([""] if nobody else []))


def _places(facts: Facts, there: Iterable[Place]) -> list[tuple[str, str, Provision | None]]:
    """Every provision, what is to be inserted at it below it; what is tied to no provision last."""
    order = {provision.id: number for number, provision in enumerate(facts.draft.provisions)}
    own = {(provision.id, provision.label): provision for provision in facts.draft.provisions}
    found = sorted({*own, *there}, key=lambda place: (order.get(place[0], len(order)), place not in own, place[1]))
    return [(at, label, own.get((at, label))) for at, label in found]


def _row(
    provision: Provision | None, label: str, proposals: list[Proposal], people: tuple[str, ...], changes: Changes, facts: Facts
) -> tuple[Row, bool]:
    """The row, and whether it is a heading of the draft."""
    heading = provision is not None and provision.kind == "heading"
    words: Value = provision.text if provision is not None else ""
    if heading and words:
        words = Rich((("#", str(words)),))
    if not proposals:
        return Folded((label, words, *[""] * (len(people) + 2))), heading
    cells: dict[str, list[Proposal]] = defaultdict(list)
    for p in proposals:
        for who in p.contributors or ("",):
            cells[who].append(p)
    others = f" +{len(proposals) - 1}" if len(proposals) > 1 else ""
    ids = Link(proposals[0].id + others, facts.say["sheet proposals"], proposals[0].id)
    shown = [_cell(cells[who], changes, facts.say) if who in cells else "" for who in people]
    return (label, words, ids, _conflict(proposals, facts), *shown), heading


def _conflict(proposals: Iterable[Proposal], facts: Facts) -> Value:
    found = list(dict.fromkeys(p.conflict for p in proposals if p.conflict))
    return Link(found[0] + (f" +{len(found) - 1}" if len(found) > 1 else ""), facts.say["sheet conflicts"], found[0]) if found else ""


def _cell(proposals: list[Proposal], changes: Changes, say: Mapping[str, str]) -> Value:
    """One change as it stands in Proposals; several things one below the other, each after its identifier."""
    if len(proposals) == 1 and (only := changes[proposals[0].id]) != "":
        return only
    pieces: list[tuple[str, str]] = []
    for p in proposals:
        pieces += [("#", ("\n" if pieces else "") + p.id), ("=", " "), *_said(p, changes[p.id], say)]
    return Rich(tuple(pieces))


def _said(p: Proposal, changed: Value, say: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    if isinstance(changed, Rich):
        return changed.pieces
    words = p.comment.text if p.comment else p.proposed_text
    short = words if len(words) <= SHORT else words[:SHORT].rstrip() + " …"
    return (("=", f"{shown_as('type', p.type, say)}{say['colon']}{short}"),)


def _with_headings(rows: list[tuple[Row, bool]]) -> list[Row]:
    """A heading stays in view where a provision below it does, before the next heading; all else without proposals is folded."""
    out: list[Row] = []
    wanted = False
    for row, heading in reversed(rows):
        untouched = type(row) is Folded
        if heading and wanted and untouched:
            row = tuple(row)
        wanted = False if heading else wanted or not untouched
        out.append(row)
    return out[::-1]
