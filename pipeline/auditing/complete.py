"""Law 3 for answers of every form: what ``forms`` finds in a file, held against the ledger and the words of both outputs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import partial
from typing import Any

from pipeline.auditing.case import NOT_LIVE, Case, Entry
from pipeline.auditing.forms import Passage, passages
from pipeline.auditing.names import solid, squeezed

VERSION = "forms 1"
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
    ledger, lost = _ledger(case, submission["file"]), partial(_lost, case)
    adrift: dict[str, list[str]] = defaultdict(list)
    for p in _found(case, submission):
        states = ledger.get(p.place)
        if states is None and _is_placed(p, ledger):
            yield f"law 3: {submission['file']}: {p.place} is not accounted for"
        elif states is None:
            adrift[p.place] += [text for text in (lost(p),) if text]
        elif not states & NOT_SHOWN and (text := lost(p)):
            yield f"law 3: {submission['file']}: {p.place}: {text[:70]!r} is not in both outputs"
    for before, texts in adrift.items():
        if len(texts) > _allowed(case, submission["file"], before):
            yield f"law 3: {submission['file']}: {before}{texts[-1][:70]!r} is not in both outputs"


def _found(case: Case, submission: Entry) -> list[Passage]:
    """Of an answer that is live; of a letter around the draft's text only what stands around it."""
    if submission["form"] not in ANSWERS or submission["status"] in (*NOT_LIVE, "withheld") or not case.path(submission["file"]).is_file():
        return []
    found = [Passage(kind, place, tuple(texts)) for kind, place, texts in _kept(case, submission["file"]) or []]
    span = submission.get("draft_span")
    return found if not span else [p for p in found if _is_around(p, *span)]


def _kept(case: Case, file: str) -> list[Any] | None:
    key = f"{VERSION} {case.package(case.path(file)).sha256}"
    if key not in case.memo:
        found = passages(file, case.path(file).read_bytes())
        case.memo[key] = None if found is None else [[p.kind, p.place, list(p.texts)] for p in found]
    known: list[Any] | None = case.memo[key]
    return known


def _is_around(p: Passage, first: int, last: int) -> bool:
    number = re.fullmatch(r"paragraph (\d+)", p.place)
    return number is not None and not first <= int(number[1]) <= last


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


def _allowed(case: Case, file: str, before: str) -> int:
    """How many may be missing: what the ledger says is not shown, in that attachment or in the file itself."""
    states = Counter(
        e["place"].startswith(before) if before else "attachment " not in e["place"]
        for e in case.report.get("ledger", [])
        if e["file"] == file and e["state"] in NOT_SHOWN
    )
    return states[True] * (2 if file.lower().endswith(".pdf") else 1)


def _lost(case: Case, p: Passage) -> str:
    """The first sentence that is missing in one of the outputs; names of bodies in a row's first cell are none."""
    texts = p.texts[1:] if p.kind == "row" and len(p.texts) > 2 else p.texts
    sentences = (s for text in texts for part in SENTENCE.split(text) if len((s := squeezed(part)).split()) >= WORDS)
    return next((s for s in sentences if not ADDRESS.search(s) and not _is_shown(case, s)), "")


def _is_shown(case: Case, sentence: str) -> bool:
    """Verbatim in both but for spaces and the bullet of a list; the draft's own words are there in any case."""
    said = solid(sentence.lstrip("-–•* "))
    both = all(said in text for text in case.once("both outputs", lambda: tuple(map(solid, (case.words.text, case.workbook_text)))))
    return both or said in case.once("draft's words", lambda: solid(" ".join(case.base.paragraphs)))
