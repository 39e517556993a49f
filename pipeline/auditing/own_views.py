"""Law 1: each contributor finds in the consolidated document exactly what it sent, and so does its own file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from pipeline.auditing import converted
from pipeline.auditing.blocks import HIDDEN
from pipeline.auditing.case import Case, Entry, different
from pipeline.auditing.document import Document, View
from pipeline.auditing.names import solid
from pipeline.auditing.package import UNREADABLE
from pipeline.auditing.received import VERSION, digest, inserted_texts

LEFT_IN_PART = ("other version", "to decide")  # notices that name what of a file is left out


def broken(case: Case) -> Iterator[tuple[str, str]]:
    """(contributor, problem) for every own view that is not what was sent."""
    for who, submission in case.sole_versions.items():
        facts = case.facts(submission["file"])
        if _is_converted(case, submission):
            if not _is_left_in_part(case, submission) and (place := _of_other_form(case, submission["file"], case.own_views[who])):
                yield who, f"law 1: {who}: consolidated.docx does not show what {submission['file']} says: {place}"
        elif facts is None:
            yield who, f"law 1: {who}: {submission['file']} is listed as merged, but it is no readable Word document"
        elif facts["view"] != case.digests[who]:
            place = different(case.own_views[who], case.sent(submission["file"]))
            yield who, f"law 1: {who}: consolidated.docx does not show what {submission['file']} says: {place}"
    for submission in case.live:
        if submission["status"] == "rebased" or _is_converted_in_part(case, submission):
            yield from ((who, problem) for problem in _rebased(case, submission) for who in submission["contributors"])


def _rebased(case: Case, submission: Entry) -> Iterator[str]:
    """Made on another version: its view cannot be had, but every text that it inserts must be shown."""
    file = submission["file"]
    try:
        sent = Document(case.as_word(file))
    except UNREADABLE:
        yield f"law 1: {file} is listed as rebased, but it is no readable Word document"
        return
    if not _is_other_version(case, file, sent):
        yield f"law 1: {file} is listed as rebased, but nothing shows that it was made on another version"
    views = (case.result.view(case.result.only(who, case.codes.get(who))) for who in submission["contributors"])
    shown = solid(" ".join(line for view in views for line in view.paragraphs) + case.words.text)
    missing = [text for text in inserted_texts(sent) if solid(text) not in shown]
    if len(missing) > case.ledger[file, "mark", "withdrawn"]:  # what the contributor took back is not to be seen
        yield from (f"law 1: {file}: the inserted text {text[:60]!r} is not shown in consolidated.docx" for text in missing)


def _of_other_form(case: Case, file: str, view: View) -> str | None:
    """What a file that LibreOffice turned into a Word file says in this and in its own bytes, against a view."""
    said = converted.parting(case, file, view, case.sent(file)) if case.facts(file) else None
    return said or converted.unlike(case, file, view)


def _is_converted(case: Case, submission: Entry) -> bool:
    return bool(submission.get("made_as")) or submission["file"] in case.witnesses.files


def _is_converted_in_part(case: Case, submission: Entry) -> bool:
    """A version in another form goes as merged even where it would be rebased as a Word file (docs/converted.md)."""
    return bool(submission.get("made_as")) and submission["status"] == "merged" and _is_left_in_part(case, submission)


def _way_of(case: Case, submission: Entry) -> str:
    """What a verdict on a file of another form hangs on beside the files themselves."""
    trip = case.trip(submission["file"])
    return f"{trip.stem if trip else ''} {_is_left_in_part(case, submission)}"


def _is_left_in_part(case: Case, submission: Entry) -> bool:
    """Not all that a file of another form says is its contributor's proposal: as of a rebased Word file, its view cannot be had."""
    return any(x["file"] == submission["file"] and x["kind"] in LEFT_IN_PART for x in case.report.get("notices", []))


def _is_other_version(case: Case, file: str, sent: Document) -> bool:
    """With its marks rejected it is not the draft; a file without marks may come from an earlier draft."""
    if not sent.everyone and not (case.inputs / "earlier-drafts").is_dir():
        return False
    rejected = sent.view(frozenset({HIDDEN}))
    if file in case.witnesses.files:
        return converted.parting(case, file, case.base, rejected) is not None
    return different(rejected, case.base) is not None


def own_file(case: Case, file: str) -> tuple[str, str | None]:
    """(key for the memo, what is wrong with this file of by-contributor/ or None).

    The verdict hangs on three files alone: this one, the draft, and what the contributor sent.
    """
    path = case.outputs / "by-contributor" / file
    source = case.sole_versions.get(contributor_of(case, path))
    facts = case.facts(source["file"]) if source else None
    sent = facts["view"] if facts else ""
    if source and _is_converted(case, source):
        sent = " ".join((case.package(case.path(source["file"])).sha256, sent, _way_of(case, source)))
    key = f"{VERSION} own file {case.package(path, brief=True).sha256} {case.draft.package.sha256} {sent}"
    if key in case.memo:
        return key, case.memo[key]
    verdict = _own_file(case, path, source, sent)
    case.package(path).forget_trees()
    return key, verdict and f"law 1: by-contributor/{file}: {verdict}"


def _own_file(case: Case, path: Path, source: Entry | None, sent: str) -> str | None:
    try:
        document = Document(case.package(path), all_or_none=True)
    except UNREADABLE as error:
        return f"it cannot be read ({error})"
    if place := different(document.view(frozenset({HIDDEN})), case.base, margins=True):
        return f"rejecting all does not give the draft: {place}"
    accepted = document.view(document.everyone)
    if source is not None and _is_converted(case, source):
        place = None if _is_left_in_part(case, source) else _of_other_form(case, source["file"], accepted)
        return place and f"accepting all does not give {source['file']}: {place}"
    if source is None or not sent or digest(accepted) == sent:
        return None
    return f"accepting all does not give {source['file']}: {different(accepted, case.sent(source['file']))}"


def contributor_of(case: Case, path: Path) -> str:
    """Whose file it is: the contributor that the name names, by name or code."""
    stem = _plain(path.stem)
    exact = (c for c in case.sources if stem in (_plain(c), _plain(case.codes.get(c, c))))
    within = (c for c in sorted(case.sources, key=len, reverse=True) if _plain(c) in stem)
    return next(exact, "") or next(within, "")


def _plain(text: str) -> str:
    """Letters and digits alone, as a file name may hold them."""
    return "".join(sign for sign in unicodedata.normalize("NFC", text) if sign.isalnum())


