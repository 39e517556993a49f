"""Sheets of what stands apart from the proposals on the draft; a sheet without rows is left out, but for the counts."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from pipeline.model import Proposal
from pipeline.writers.account import (
    KINDS,
    Facts,
    candidates,
    capacity_told,
    counts,
    evidence,
    is_general,
    is_unplaced,
    language_of,
    of_bodies,
    on_report,
    placement_of,
    superseded_parts,
    supported,
    supported_there,
    translation_told,
)
from pipeline.writers.phrases import shown_as
from pipeline.writers.plain import names
from pipeline.writers.workbook_cells import Column, Link, Row, Sheet

Columns = tuple[tuple[str, float, str], ...]
_FROM: Columns = (
    ("id", 11, "id"), ("contributors", 22, "text"), ("capacity", 13, "text"), ("source", 28, "text"),
    ("source place", 20, "text"),
)  # fmt: skip
_WORDS: Columns = (("words", 60, "text"), ("language", 9, "text"), ("translation", 36, "text"))
LONG = ("words", "evidence", "translation", "text", "message", "draft text", "proposed text", "change", "rationale")  # may grow wider
_PLACED: Columns = (("placed by", 10, "text"), ("confidence", 10, "share"), ("evidence", 34, "text"))


def lists(facts: Facts) -> list[Sheet]:
    made = (_sheet(name, columns, list(rows(facts)), facts) for name, (columns, rows) in LISTS.items())
    return [sheet for sheet in made if sheet.rows]


def _sheet(name: str, columns: Columns, rows: list[Row], facts: Facts) -> Sheet:
    heads = (Column(_title(key, facts), width, style, most=100 if key in LONG else 0) for key, width, style in columns)
    return Sheet(facts.say[f"sheet {name}"], tuple(heads), rows, name=name.capitalize())


def columns_of(say: Mapping[str, str], wanted: Iterable[tuple[str, float, str]]) -> tuple[Column, ...]:
    return tuple(Column(say[key], width, style, most=100 if key in LONG else 0) for key, width, style in wanted)


def _title(key: str, facts: Facts) -> str:
    name, _, number = key.partition(" #")
    return facts.say[name].format(number=number) if number else facts.say[name]


def _from(p: Proposal, facts: Facts) -> Row:
    ident = p.id if on_report(p) else Link(p.id, facts.say["sheet proposals"], p.id)
    return ident, names(p.contributors, facts.say["unassigned"]), capacity_told(p.contributors, facts), p.submission, p.source


def _words(p: Proposal, facts: Facts) -> Row:
    source = next((s for s in facts.submissions if s.file == p.submission), None)
    said = "\n".join(x for x in (p.proposed_text.strip("\n"), p.comment.text if p.comment else "") if x)
    return said, language_of(p, source), translation_told(p, facts)


def _placed(p: Proposal) -> Row:
    return p.placed_by, p.confidence, evidence(p)


def unplaced(facts: Facts) -> Iterator[Row]:
    """With where the officer places them: a mark on the report follows its paragraph's line of the crosswalk."""
    for p in facts.merged.proposals:
        if is_unplaced(p):
            found = placement_of(p)
            three = (*candidates(p, facts), "", "", "")[:3]
            key = "" if on_report(p) or found is None else found.key
            file = "crosswalk.xlsx" if on_report(p) else "placements.xlsx"
            yield *_from(p, facts), *_words(p, facts), evidence(p), *three, file, key


def report(facts: Facts) -> Iterator[Row]:
    for p in facts.merged.proposals:
        if on_report(p):
            yield *_from(p, facts), *_words(p, facts), p.label or "; ".join(candidates(p, facts)), p.confidence, evidence(p)


def general(facts: Facts) -> Iterator[Row]:
    for p in facts.merged.proposals:
        if is_general(p) and not of_bodies(p.contributors, facts):
            yield *_from(p, facts), *_words(p, facts)


def support(facts: Facts) -> Iterator[Row]:
    for p in facts.merged.proposals:
        if p.type == "support" and not is_unplaced(p):
            whom = "; ".join(supported(p, facts)) or facts.say["not named"]
            yield *_from(p, facts), whom, p.label, ", ".join(supported_there(p, facts)), *_words(p, facts), *_placed(p)


def bodies(facts: Facts) -> Iterator[Row]:
    for p in facts.merged.proposals:
        if of_bodies(p.contributors, facts) and not on_report(p):
            yield *_from(p, facts), p.label or facts.say["not placed"], shown_as("type", p.type, facts.say), *_words(p, facts), *_placed(p)


def superseded(facts: Facts) -> Iterator[Row]:
    for s, place, what, words in superseded_parts(facts):
        yield s.file, names(s.contributors, facts.say["unassigned"]), s.received or "", place, what, words


def counted(facts: Facts) -> Iterator[Row]:
    for name, numbers in counts(facts):
        yield name, *numbers


LISTS: dict[str, tuple[Columns, Callable[[Facts], Iterator[Row]]]] = {
    "unplaced": (
        (
            *_FROM, *_WORDS, ("evidence", 34, "text"), ("candidate #1", 18, "text"), ("candidate #2", 18, "text"),
            ("candidate #3", 18, "text"), ("correct in", 15, "text"), ("key", 14, "small"),
        ),
        unplaced,
    ),
    "report": ((*_FROM, *_WORDS, ("leads to", 16, "text"), ("confidence", 10, "share"), ("evidence", 34, "text")), report),
    "general": ((*_FROM, *_WORDS), general),
    "support": ((*_FROM, ("supports", 22, "text"), ("provision", 14, "text"), ("proposals there", 16, "text"), *_WORDS, *_PLACED), support),
    "bodies": ((*_FROM, ("provision", 14, "text"), ("type", 14, "text"), *_WORDS, *_PLACED), bodies),
    "superseded": (
        (
            ("file", 32, "id"), ("contributors", 22, "text"), ("received on", 11, "text"), ("place", 24, "text"), ("what", 28, "text"),
            ("words", 60, "text"),
        ),
        superseded,
    ),
    "counts": (
        (("capacity", 22, "id"), ("contributors", 13, "number"), ("files", 10, "number"), *((k, 13, "number") for k in KINDS)), counted,
    ),
}  # fmt: skip
