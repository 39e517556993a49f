"""Law 3 for answers of every form: what ``forms`` finds in a file, held against the ledger and the words of both outputs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.auditing.case import NOT_LIVE, Case, Entry
from pipeline.auditing.names import solid, squeezed
from pipeline.auditing.untold import is_untold

if TYPE_CHECKING:
    from pipeline.auditing.forms import Passage  # brings openpyxl and pypdf along: loaded for answers alone

VERSION = "forms 3"
ANSWERS = ("table", "letter")
NOT_SHOWN = frozenset(("courtesy", "no effect", "held", "superseded", "withdrawn", "withheld", "quarantined"))
WORDS = 4  # fewer say nothing, and stand in any text
SENTENCE = re.compile(r"(?<=[.:;!?])\s+|\n")
ADDRESS = re.compile(r"\S+@\S+|\S-\n")  # masked in mails; a word divided at the margin


def counted(case: Case, submission: Entry) -> tuple[int, int]:
    """Rows and paragraphs of a file with a place of their own, and those that the ledger accounts for; all of them where none has."""
    ledger = _ledger(case, submission["file"])
    found = [p for p in _found(case, submission) if _is_placed(p, ledger)]
    if not found:
        total = case.accounted(submission["file"], "row", "paragraph")
        return total, total
    return len(found), sum(p.place in ledger for p in found)


def broken(case: Case, submission: Entry) -> Iterator[str]:
    """Passages without an entry, and passages that are to be shown and are not."""
    ledger, lost = _ledger(case, submission["file"]), partial(_lost, case, submission["file"])
    adrift: dict[str, list[Passage]] = defaultdict(list)
    found = _found(case, submission)
    for p in found:
        states = ledger.get(p.place)
        if states is None and _is_placed(p, ledger):
            yield f"law 3: {submission['file']}: {p.place} is not accounted for"
        elif states is None:
            adrift[p.place].append(p)
        elif states - NOT_SHOWN and (text := lost(p)):
            yield f"law 3: {submission['file']}: {p.place}: {text[:70]!r} is not in both outputs"
    for before, turns in adrift.items():
        for text in _lost_in_turn(case, submission["file"], before, turns, {p.place for p in found}):
            yield f"law 3: {submission['file']}: {before}{text[:70]!r} is not in both outputs"


def _found(case: Case, submission: Entry) -> list[Passage]:
    """Of an answer that is live; of a letter around the draft's text only what stands around it."""
    if submission["form"] not in ANSWERS or submission["status"] in (*NOT_LIVE, "withheld") or not case.path(submission["file"]).is_file():
        return []
    from pipeline.auditing.forms import Passage

    span = submission.get("draft_span")
    path = case.as_word(submission["file"]) if span else case.path(submission["file"])  # the span counts paragraphs of the Word file
    found = [Passage(kind, place, tuple(texts), at) for kind, place, texts, at in _kept(case, path) or []]
    return found if not span else [p for p in found if p.at and not span[0] <= p.at <= span[1]]


def passages_of(case: Case, file: str) -> list[Passage]:
    """What the received bytes say, whatever the form; nothing where they cannot be read here."""
    from pipeline.auditing.forms import Passage

    return [Passage(kind, place, tuple(texts), at) for kind, place, texts, at in _kept(case, case.path(file)) or []]


def _kept(case: Case, path: Path) -> list[Any] | None:
    key = f"{VERSION} {path.suffix.lower()} {case.package(path).sha256}"
    if key not in case.memo:
        from pipeline.auditing.forms import passages

        found = passages(path.name, path.read_bytes())
        case.memo[key] = None if found is None else [[p.kind, p.place, list(p.texts), p.at] for p in found]
    known: list[Any] | None = case.memo[key]
    return known


def _ledger(case: Case, file: str) -> dict[str, set[str]]:
    """Place -> the states of what stands there."""

    def gathered() -> dict[str, dict[str, set[str]]]:
        found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for entry in case.report.get("ledger", []):
            found[entry["file"]][entry["place"]].add(entry["state"])
        return found

    return case.once("ledger by place", gathered).get(file, {})


def _is_placed(p: Passage, ledger: dict[str, set[str]]) -> bool:
    """A row of a letter's table, which counts as one, is told by its table."""
    table = p.place.partition(", row ")[0]
    return bool(p.place) and not p.place.endswith(", ") and (p.kind != "row" or any(k.startswith(f"{table}, row ") for k in ledger))


def _lost_in_turn(case: Case, file: str, before: str, turns: list[Passage], claimed: set[str]) -> list[str]:
    """Of passages of which only the turn is known, in an attachment or in the file itself.

    Where the ledger has as many entries in reading order, each is held against its own; else as many may be missing as it says
    are held: twice as many in a PDF, whose paragraphs may be cut otherwise here than by the reader. Courtesies are known by their trace.
    """
    entries = [e for e in _entries(case).get(file, ()) if _is_of(e["place"], before) and e["place"] not in claimed]
    lost, is_pdf = [_lost(case, file, p) for p in turns], file.lower().endswith(".pdf")
    if len(entries) == len(turns) and not is_pdf and (entries := _in_order(entries, before)):
        return [text for text, e in zip(lost, entries, strict=True) if text and not _is_untraced(e)]
    allowed = sum(map(_is_untraced, entries)) * (2 if is_pdf else 1)
    return [text for text in lost if text][allowed:]


def _is_untraced(entry: Entry) -> bool:
    """Not to be shown, and without a trace of its words."""
    return entry["state"] in NOT_SHOWN and not entry.get("trace")


def _in_order(entries: list[Entry], before: str) -> list[Entry]:
    """By their numbers; rows, and what a mail quotes between tables, stand in the ledger apart from the paragraphs around them: []."""
    numbers = [re.fullmatch(r"paragraph (\d+)", e["place"].removeprefix(before)) for e in entries]
    if all(numbers):
        return [e for _, e in sorted(zip(numbers, entries, strict=True), key=lambda pair: int(pair[0][1]) if pair[0] else 0)]
    is_mail = any(e["file"].lower().endswith(".eml") for e in entries)
    return [] if is_mail or any(e["kind"] == "row" for e in entries) else entries


def _entries(case: Case) -> dict[str, list[Entry]]:
    """File -> what the ledger says of its rows and paragraphs, in order."""

    def gathered() -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in case.report.get("ledger", []):
            if entry["kind"] in ("row", "paragraph"):
                found[entry["file"]].append(entry)
        return found

    return case.once("rows and paragraphs", gathered)


def _is_of(place: str, before: str) -> bool:
    return place.startswith(before) if before else not place.startswith("attachment ")


def _lost(case: Case, file: str, p: Passage) -> str:
    """The first sentence that is missing in one of the outputs and is no courtesy; names of bodies in a row's first cell are none."""
    texts = p.texts[1:] if p.kind == "row" and len(p.texts) > 2 and _is_of_names(p.texts[0]) else p.texts
    sentences = (s for text in texts for part in SENTENCE.split(text) if len((s := squeezed(part)).split()) >= WORDS)
    missing = (s for s in sentences if not ADDRESS.search(s) and not _is_shown(case, s))
    return next((s for s in missing if not is_untold(s, _traces(case).get(file, frozenset()))), "")


def _is_of_names(cell: str) -> bool:
    """A sentence has words in small letters."""
    return sum(word[0].islower() for word in cell.split()) < WORDS


def _traces(case: Case) -> dict[str, set[str]]:
    """File -> the trace of what the ledger says is not shown."""

    def gathered() -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for entry in case.report.get("ledger", []):
            found[entry["file"]].update(entry.get("trace", ()))
        return found

    return case.once("traces", gathered)


def _is_shown(case: Case, sentence: str) -> bool:
    """Verbatim in both but for spaces and the bullet of a list; the draft's own words are there in any case."""
    said = solid(sentence.lstrip("-–•* "))
    both = all(said in text for text in case.once("both outputs", lambda: tuple(map(solid, (case.words.text, case.workbook_text)))))
    return both or said in case.once("draft's words", lambda: solid(" ".join(case.base.paragraphs)))
