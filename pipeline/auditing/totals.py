"""Law 3: every received file, mark, comment, row and paragraph ends in one state, and what is not held can be found in both outputs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pipeline.auditing import complete, decisions
from pipeline.auditing.case import NOT_LIVE, STATES, Case, Entry
from pipeline.auditing.names import squeezed

NOT_READ = ("unreadable", "quarantined")
SYSTEM_FILES = ("thumbs.db", "ehthumbs.db", "desktop.ini")  # what Windows leaves in a folder of pictures or a shared one
AROUND = 20_000  # characters, of a list of files
COUNTED = ("mark", "comment")
LONGEST_CELL, PIECE = 32_000, 8_000  # a cell holds 32,767 characters; longer text is split


def totals(case: Case) -> dict[str, int]:
    """What came in, counted anew, and what the ledger accounts for."""
    pairs = [_in_and_out(case, s) for s in case.submissions]
    return {"in": sum(i for i, _ in pairs), "out": sum(o for _, o in pairs)}


def broken(case: Case) -> Iterator[str]:
    yield from _files(case)
    yield from decisions.broken(case)
    for submission in case.submissions:
        came, went = _in_and_out(case, submission)
        if came != went:
            yield f"law 3: {submission['file']}: {came} marks, comments, rows and paragraphs came in, the ledger accounts for {went}"
        yield from _comments(case, submission)
        yield from complete.broken(case, submission)
    for entry in case.report.get("ledger", []):
        if entry["state"] not in STATES:
            yield f"law 3: {entry['file']}: {entry['place']} has the state {entry['state']!r}, which is none"


def _in_and_out(case: Case, submission: Entry) -> tuple[int, int]:
    """A file that was not read counts once; what a form of another kind holds cannot be recounted here."""
    file = submission["file"]
    if submission["status"] in NOT_READ:
        return 1, case.accounted(file, "file")
    facts = case.facts(file)
    out = case.accounted(file, *COUNTED)
    came, went = complete.counted(case, submission)
    return (facts["marks"] + len(facts["comments"]) + came if facts else out + came), out + went


def _files(case: Case) -> Iterator[str]:
    listed = {_typed(s["file"]) for s in case.submissions}
    root = case.inputs / "submissions"
    here = (p for p in root.rglob("*") if p.is_file() and p.name.lower() not in SYSTEM_FILES)
    for path in sorted(p for p in here if not p.name.startswith(("~$", "."))):
        if (file := _typed(str(path.relative_to(root)))) not in listed:
            yield f"law 3: {file} was received, but report.json does not list it"
    outputs = (("consolidated.docx", _typed(case.words.text)), ("comparison.xlsx", _typed(case.workbook_text)))
    names = {s["file"]: squeezed(_typed(Path(s["file"]).name)) for s in case.submissions}
    unnamed = {output: _not_in(text, names.values()) for output, text in outputs}
    for file, name in names.items():
        yield from (f"law 3: {file} is not named in {output}" for output, missing in unnamed.items() if name in missing)


def _not_in(text: str, names: Iterable[str]) -> set[str]:
    """Those that stand nowhere in the text. Files are listed together, so each is looked for first around the one before."""
    missing, last = set(), 0
    for name in names:
        found = text.find(name, max(last - AROUND, 0), last + AROUND)
        found = text.find(name) if found < 0 else found
        if found < 0:
            missing.add(name)
        else:
            last = found
    return missing


def _typed(text: str) -> str:
    """macOS hands out file names with accents apart (NFD)."""
    return unicodedata.normalize("NFC", text)


def _comments(case: Case, submission: Entry) -> Iterator[str]:
    """As many may be missing as the ledger holds back, internal ones first: those are never quoted."""
    file = submission["file"]
    if submission["status"] in NOT_LIVE:
        return
    missing = [(i, text, where) for _, text, i in _new_comments(case, file) if (where := _missing(case, text))]
    missing.sort(key=lambda comment: not comment[0])
    for internal, text, where in missing[case.ledger[file, "comment", "held"] :]:
        quoted = "an internal comment that is not held" if internal else f"the comment {text[:70]!r}"
        yield f"law 3: {file}: {quoted} is not in {where}"


def _new_comments(case: Case, file: str) -> list[Any]:
    """Those with a text that the draft did not bring along."""
    facts = case.facts(file)
    return [c for c in facts["comments"] if c[1] and c[1] not in _drafted(case)] if facts else []


def _drafted(case: Case) -> set[str]:
    facts = case.draft_facts
    return {text for _, text, _ in facts["comments"]} if facts else set()


def _missing(case: Case, text: str) -> str:
    """The outputs in which a comment is not to be found."""
    pieces = [text[i : i + PIECE] for i in range(0, len(text), PIECE)] if len(text) > LONGEST_CELL else [text]
    where = [] if text in case.words.comments or text in case.words.text else ["consolidated.docx"]
    where += [] if all(piece in case.workbook_text for piece in pieces) else ["comparison.xlsx"]
    return " and ".join(where)


