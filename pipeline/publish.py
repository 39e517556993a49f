"""Stage: the outputs written from what the merge found. Each output is independent of the others and written in parallel."""

from __future__ import annotations

import hashlib
import multiprocessing
import shutil
from collections.abc import Callable, MutableMapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.synchronize import Event
from pathlib import Path
from subprocess import SubprocessError
from typing import Any, Generic, TypeVar

from .cache import Drawer, shelves
from .config import Config
from .earlier import Earlier
from .ingest import Stages
from .merge import own_unions
from .model import LIVE, Draft, Merged, Submission
from .ooxml.base import Base
from .ooxml.carry import PartsStore
from .ooxml.output import Around, Properties
from .parallel import beside, each, give_back
from .register import names_in
from .store import read_json, to_json, write_json
from .writers.marked import Setting, consolidated, of_contributor

DOCUMENT, WORKBOOK, PRINT = "consolidated.docx", "comparison.xlsx", "consolidated-print.docx"
PAGE = "consolidated.html"
FOLDER = "by-contributor"
JUDGED = {DOCUMENT: (DOCUMENT,), "the other editions": (PAGE, PRINT)}  # task -> files; the two others read the same of the first
Verdict = TypeVar("Verdict")
KEPT, WRITING = "by-contributor.json", "the editions of the document"
WRITTEN = "comparison.json"  # the hash of the workbook: what another has was filled in by somebody


@dataclass(frozen=True)
class Edition:
    """All that the outputs are written from."""

    draft: Draft
    base: Base
    submissions: tuple[Submission, ...]
    merged: Merged
    store: PartsStore
    config: Config
    order: tuple[str, ...]
    codes: dict[str, str]
    whole: bool = True  # all submissions, not those on one text alone
    earlier: tuple[Earlier, ...] | None = None  # the proposals of the previous issue, where one was given

    @property
    def setting(self) -> Setting:
        c = self.config
        subject = " ".join(words for words in (c.symbol, c.working_group or c.committee) if words)
        return Setting(self.codes, Properties(c.title, c.language, c.date, subject), c.date, c.labels == "all", names_in(c.language))


def write_document(
    edition: Edition, target: Path, name: str = DOCUMENT, others: bool = False, drawn: MutableMapping[str, Any] | None = None
) -> None:
    """consolidated.docx, or the like on another text, with front matter and annexes; others: its editions to print and to read as well.

    drawn: what was drawn before, and is to be kept.
    """
    around = beside(lambda: _around(edition))
    e = edition
    editions = consolidated(
        e.base, e.draft, e.merged, e.submissions, e.store, e.setting, around, shelves(drawn) if drawn is not None else None
    )
    (target / name).write_bytes(editions.marked)
    if others:
        kept = shelves({} if drawn is None else drawn)
        from .writers.account import facts_of
        from .writers.page import reading_page

        facts = facts_of(edition.draft, edition.submissions, edition.merged, edition.config)
        page = b""
        with suppress(OSError, SubprocessError):  # of pandoc: the audit tells that the page is missing, the rest is published
            page = reading_page(editions.package, editions.region(), facts, edition.config, kept)
        if page:
            (target / PAGE).write_bytes(page)
        (target / PRINT).write_bytes(editions.printed(kept("printed", edition.codes)))


def _around(edition: Edition) -> Around:
    from .writers.front import build_front  # python-docx is loaded by the process that needs it

    front = build_front(edition.draft, edition.submissions, edition.merged, edition.config, edition.whole)
    blocks = tuple(front.before), tuple(front.after), tuple(front.styles)
    return Around(*blocks, edition.config.paper, tuple(front.printed), front.listed)


def file_of(contributor: str) -> str:
    """The name of the contributor's own document."""
    return f"{FOLDER}/{contributor.replace('/', '-')}.docx"


def contributors_of(submissions: Sequence[Submission], order: Sequence[str]) -> list[str]:
    """Who has a document of its own: every contributor of a live submission, in the meeting's order."""
    live = {c for s in submissions if s.status in LIVE for c in s.contributors}
    return [c for c in order if c in live]


def publish(
    edition: Edition, stages: Stages, target: Path, judge: Callable[[str], Verdict], processes: int | None = None,
    keep: Callable[[], Verdict] | None = None, patterns: Drawer | None = None,
    drawn: Drawer | None = None,
) -> list[Verdict]:
    """Write all outputs into ``target``. A contributor's document that nothing has changed is taken over from the last run.

    judge: asked of every file as soon as it is written; the answers are the result.
    keep: something else to write at the same time, with an answer of its own.
    patterns: what openpyxl built for earlier workbooks; kept by the process that writes this one. drawn: the same for the document.
    """
    (target / FOLDER).mkdir(parents=True, exist_ok=True)
    known = read_json(stages.old / KEPT) if (stages.old / KEPT).is_file() else {}
    people = contributors_of(edition.submissions, edition.order)
    keys = {c: _key(edition, c, stages) for c in people}
    fresh = [c for c in people if not _taken_over(stages.old.parent, target, file_of(c), keys[c], known)]

    tasks = _Tasks(edition, target, judge, keep, patterns, drawn)
    said = [verdict for verdicts in each(tasks.done, tasks.in_order(fresh), processes) for verdict in verdicts]
    sums = {file_of(c): {"key": keys[c], "sha256": sha256(target / file_of(c))} for c in people}
    write_json(stages.new / KEPT, sums)
    write_json(stages.new / WRITTEN, {"sha256": sha256(target / WORKBOOK)})
    return said


@dataclass
class _Tasks(Generic[Verdict]):
    """What is written and judged, by whichever process is free. The document is written by one task and judged by others."""

    edition: Edition
    target: Path
    judge: Callable[[str], Verdict]
    keep: Callable[[], Verdict] | None
    patterns: Drawer | None
    drawn: Drawer | None
    written: Event = field(default_factory=lambda: multiprocessing.get_context().Event())  # the editions of the document

    def in_order(self, people: list[str]) -> list[str]:
        """Half of the contributors first: by then the document is written, and the rest fills the time of who is ready first."""
        half = len(people) // 2
        return [WRITING, WORKBOOK, *([KEPT] if self.keep is not None else []), *people[:half], *JUDGED, *people[half:]]

    def done(self, task: str) -> list[Verdict]:
        """The verdicts on what the task has written or waited for; a task is one of the names above or a contributor."""
        if task == WRITING:
            return self._write_editions()
        if task == KEPT and self.keep is not None:
            return [self.keep()]
        if task in JUDGED:
            self.written.wait()
            return [self.judge(name) for name in JUDGED[task]]
        if task == WORKBOOK:
            self._write_workbook()
            return [self.judge(WORKBOOK)]
        _write_own(self.edition, task, self.target)
        return [self.judge(file_of(task))]

    def _write_editions(self) -> list[Verdict]:
        try:
            write_document(self.edition, self.target, others=True, drawn=self.drawn)
        finally:
            self.written.set()  # also where it failed: nobody waits for ever
        if self.drawn is not None:
            self.drawn.close()
        give_back()
        return []

    def _write_workbook(self) -> None:
        from .writers.workbook import write_workbook

        e = self.edition
        write_workbook(self.target / WORKBOOK, e.draft, e.submissions, e.merged, e.config, self.patterns, e.earlier)
        if self.patterns is not None:
            self.patterns.close()
        give_back()


def _write_own(edition: Edition, contributor: str, target: Path) -> None:
    unions = own_unions(edition.draft, edition.submissions, contributor, edition.order)
    data = of_contributor(edition.base, unions, contributor, edition.submissions, edition.store, edition.setting)
    (target / file_of(contributor)).write_bytes(data)


def _key(edition: Edition, contributor: str, stages: Stages) -> str:
    """What a contributor's document depends on."""
    own = [s for s in edition.submissions if contributor in s.contributors]
    what = [stages.version, edition.draft.sha256, contributor, *sorted(edition.codes.items()), edition.setting.properties, own]
    return hashlib.sha256(to_json(what)).hexdigest()


def _taken_over(old: Path, target: Path, name: str, key: str, known: dict[str, dict[str, str]]) -> bool:
    """Whether the last run's document can stand: same inputs, and the file is as that run left it."""
    found = known.get(name)
    if found is None or found["key"] != key or not (old / name).is_file() or sha256(old / name) != found["sha256"]:
        return False
    shutil.copyfile(old / name, target / name)
    return True


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
