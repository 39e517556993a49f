"""The sheet Heat map: sections down, contributors across, how many proposals and remarks; and bars of the totals."""

from collections import Counter

from pipeline.writers.account import Facts, on_report, where_told
from pipeline.writers.workbook_cells import Chart, Column, Row, Sheet, Styled, Value, column_letter
from pipeline.writers.workbook_compared import columns_across

TOTAL = "heat_total"  # name of the cell with the total of all
FIRST = 4  # number of the first contributor's column
TITLE = 90  # characters of a heading


def heat_sheet(facts: Facts) -> Sheet:
    """One of several contributors counts in the column of each, and once in the totals."""
    people, sections = columns_across(facts), _sections(facts)
    cells: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    for p in facts.merged.proposals:
        if not on_report(p):
            section = p.section if p.provision else where_told(p, facts)
            totals[section] += 1
            cells.update((section, who) for who in p.contributors or ("",))
    sections |= dict.fromkeys(sorted(totals.keys() - sections.keys()), "")
    own = {who: sum(cells[section, who] for section in sections) for who in people}
    rows: list[Row] = [
        (section or facts.say["no section"], title, Styled(totals[section], "total"), *(cells[section, who] or "" for who in people))
        for section, title in sections.items()
    ]
    sums: list[Value] = [Styled(number, "total") for number in (totals.total(), *own.values())]
    rows.append((Styled(facts.say["total"], "id"), "", *sums))
    last = len(sections) + 1
    columns = (
        Column(facts.say["section"], 24, "id"), Column(facts.say["title"], 44), Column(facts.say["total"], 8, "number"),
        *(Column(_name(who, facts), 5.5, "number", head="turned", folded=not own[who]) for who in people),
    )  # fmt: skip
    return Sheet(
        facts.say["sheet heat"], columns, rows, "D2", filtered=False, named=((TOTAL, f"C{last + 1}"),),
        shaded=f"{column_letter(FIRST)}2:{column_letter(len(columns))}{last}" if people else "",
        chart=Chart(facts.say["chart"], facts.say["section"], facts.say["chart number"], "A", "C", last, f"A{last + 3}"),
        across=1,
    )  # fmt: skip


def _name(who: str, facts: Facts) -> str:
    return facts.shown.get(who, who) or facts.say["unassigned"]


def _sections(facts: Facts) -> dict[str, str]:
    """Section -> its heading, in the order of the draft; what stands outside them, and what has no place, last."""
    found = {p.section: "" for p in facts.draft.provisions if p.section}
    for p in facts.draft.provisions:
        if p.kind == "heading" and p.section and p.label == p.section and not found[p.section]:
            found[p.section] = p.text[:TITLE]
    return found | dict.fromkeys(("", facts.say["whole draft"], facts.say["not placed"]), "")
