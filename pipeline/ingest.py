"""Stage: every received file read, named and settled. One bad file never stops the others and never disappears."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from typing import Any, NoReturn

from .auditing.witnesses import Witnesses
from .config import LANGUAGES, Config
from .conversions import Conversions, convert, of_other_form
from .errors import InputError, PipelineError, Unreadable
from .model import Entry, Notice, Status, Submission
from .ooxml.carry import PartsStore, StoredPart
from .parallel import FEW, beside, each
from .readers.bases import Base, base_of, nearest
from .readers.draft import DraftFile, draft_model, open_draft
from .readers.submission import Conversion, Reading, Rules, read_submission, version_hunks
from .readers.version import Hunk
from .register import Named, Register
from .settled import given_date, settled
from .store import from_json, load, to_json

SKIPPED = ("~$", ".")
SYSTEM_FILES = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini"})
ARCHIVES = frozenset({".zip", ".7z", ".rar", ".gz", ".tar"})
ASK_WORD, ASK_FILES = "Ask for a Word document (.docx)", "Ask for the files one by one, not packed"
QUARANTINED = frozenset({"macro", "unsafe", "too-large"})
WORD = frozenset({".docx", ".docm", ".dotx", ".dotm", ""})
Progress = Callable[[str], None]


@dataclass
class Ingested:
    """The draft and all submissions, settled. store: parts that carried-over drawings need."""

    draft: DraftFile
    submissions: tuple[Submission, ...]
    store: PartsStore = field(default_factory=PartsStore)
    bases: tuple[Base, ...] = ()  # the draft and the other documents that files may be made on, where there are any
    witnesses: Witnesses = field(default_factory=Witnesses)


@dataclass(frozen=True)
class Received:
    """One file of inputs/submissions. name: its path below that folder."""

    path: Path
    name: str
    named: Named
    sha256: str
    conversions: Conversions = field(default_factory=Conversions)

    @property
    def as_word(self) -> Path | None:
        """The file as LibreOffice turned it into a Word file; None where it was not."""
        return self.conversions.files.get(self.sha256)

    @property
    def form(self) -> str:
        """The form that a file turned into a Word file really has."""
        return self.conversions.forms.get(self.sha256, "")

    @property
    def named_as(self) -> tuple[str, ...]:
        """What the file name tells: contributors, symbol, date."""
        return (*(c.name for c in self.named.contributors), self.named.symbol or "", self.named.received or "")


@dataclass(frozen=True)
class Stages:
    """Where stages keep what they hand on: ``old`` of the last run, ``new`` of this one."""

    old: Path
    new: Path
    version: str


def read_draft(inputs: Path, config: Config) -> DraftFile:
    """The draft; a missing or broken one is a mistake that a person must mend."""
    path = inputs / config.draft
    if not path.is_file():
        raise InputError("the draft is missing", file=str(path), remedy='Put it there, or name it in consolidation.toml (draft = "…")')
    return open_draft(path)


def ingest(
    inputs: Path,
    config: Config,
    register: Register,
    draft: DraftFile,
    stages: Stages,
    tell: Progress,
    processes: int | None = None,
    kept: MutableMapping[str, Any] | None = None,
) -> Ingested:
    """Read every submission; what has not changed since the last run is taken from its stage file.

    kept: files of other forms as LibreOffice turned them into Word files; it grows.
    """
    received = received_files(inputs, config, register)
    earlier = tuple(open_draft(p) for p in sorted((inputs / "earlier-drafts").glob("*.docx")) if not p.name.startswith(SKIPPED))
    left_out = frozenset(h for e in earlier for h in version_hunks(draft, e))
    bases = bases_of(inputs, config, draft)
    received = converted(received, draft, bases, {} if kept is None else kept)

    @cache
    def labels() -> dict[str, str]:
        from .request import form_labels  # brings python-docx and openpyxl along: for answers alone

        return form_labels(draft_model(draft))

    rules = Rules(config.internal_markers, left_out, earlier, register.spoken_names(), bases, labels)
    first = _read_all(received, draft, rules, stages, tell, processes)
    shared = _shared_hunks(first) - left_out
    readings = first
    if shared:
        again = replace(rules, left_out=left_out | shared)
        readings = [
            r if not shared.intersection(r.hunks) else _read_one(f, draft, again, stages)[0] for f, r in zip(received, first, strict=True)
        ]
    store = PartsStore()
    for r in readings:
        store.parts.update(r.store.parts)
    submissions = settled([_named(r.submission, f, config) for r, f in zip(readings, received, strict=True)], config)
    return Ingested(draft, tuple(submissions), store, rules.bases, witnesses_of(received))


def converted(received: Sequence[Received], draft: DraftFile, bases: Sequence[Base], kept: MutableMapping[str, Any]) -> list[Received]:
    """With those of other forms as Word files, and the texts that they may be made on gone the same way."""
    conversions = convert([(f.sha256, f.path) for f in received], (draft, *(b.file for b in bases if b.kind != "draft")), kept)
    return [replace(f, conversions=conversions) for f in received]


def witnesses_of(received: Sequence[Received]) -> Witnesses:
    """What the audit is handed of the files that were turned into Word files."""
    files = {f.name: f.as_word for f in received if f.as_word is not None}
    trips = {(text, f.name): path for f in received for (text, form), path in f.conversions.trips.items() if f.form == form}
    return Witnesses(files, trips, [f.conversions for f in received[:1]])


def bases_of(inputs: Path, config: Config, draft: DraftFile) -> tuple[Base, ...]:
    """The draft first, then the draft in other languages and the report, where they are there."""
    others = [(p, "translation", p.stem.rsplit(".", 1)[1]) for p in _other_languages(inputs / config.draft)]
    report = inputs / config.report
    others += [(report, "report", config.language)] if report.is_file() else []
    others += [(p, "report", p.stem.rsplit(".", 1)[1]) for p in _other_languages(report)]
    if not others:
        return ()
    bases = tuple(base_of(open_draft(path), kind, language) for path, kind, language in others)
    for base in bases:
        if base.kind == "translation":
            _refuse_other_structure(draft, base.file)
    return (base_of(draft, "draft", config.language), *bases)


def _refuse_other_structure(draft: DraftFile, other: DraftFile) -> None:
    """Provisions of two languages answer each other by their turn: kinds and numbers must be the same throughout."""
    ours, theirs = ([(p.kind, p.number) for p in draft_model(d).provisions] for d in (draft, other))
    if ours == theirs:
        return
    same = next((i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs)))
    words = [" ".join(p.text.split()[:8]) for p in draft_model(other).provisions[same : same + 1]]
    place = f"paragraph that begins “{words[0]}”" if words and words[0] else f"provision {same + 1}"
    told = f"has not the structure of {draft.path.name} ({len(theirs)} provisions, {len(ours)} there; the first difference is here)"
    raise InputError(told, file=str(other.path), place=place, remedy="Give both the same paragraphs, or take it out")


def _other_languages(path: Path) -> list[Path]:
    """draft-program.es.docx beside draft-program.docx."""
    return sorted(p for lang in LANGUAGES if (p := path.with_name(f"{path.stem}.{lang}{path.suffix}")).is_file())


def received_files(inputs: Path, config: Config, register: Register) -> list[Received]:
    """The files of inputs/submissions in the order of their names; lock and system files are none."""
    folder = inputs / "submissions"
    if not folder.is_dir():
        raise InputError("the folder of submissions is missing", file=str(folder), remedy="Put the files as received there")
    out = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        if path.name.startswith(SKIPPED) or path.name.lower() in SYSTEM_FILES:
            continue
        name = path.relative_to(folder).as_posix()
        named = register.from_file_name(path.name, config.files)
        out.append(Received(path, name, named, hashlib.sha256(path.read_bytes()).hexdigest()))
    return out


def _read_all(
    received: Sequence[Received], draft: DraftFile, rules: Rules, stages: Stages, tell: Progress, processes: int | None
) -> list[Reading]:
    """What has changed is read by other processes, a few files at the side while this one takes up what is kept."""
    out = []

    def work(file: Received) -> tuple[Reading, bool]:
        return _read_one(file, draft, rules, stages)

    changed = [f for f in received if not _stands(f, draft, rules, stages)]
    read: Iterator[tuple[Reading, bool]]
    if processes != 1 and len(changed) < FEW:
        at_the_side = [beside(partial(work, f)) for f in changed]
        read = (result() for result in at_the_side)
    else:
        read = each(work, changed, processes)
    names = {f.name for f in changed}
    for number, file in enumerate(received, 1):
        reading, fresh = next(read) if file.name in names else _read_one(file, draft, rules, stages)
        out.append(reading)
        tell(f"read {number}/{len(received)}  {file.name}{'' if fresh else '  (unchanged)'}")
    return out


def _stands(file: Received, draft: DraftFile, rules: Rules, stages: Stages) -> bool:
    """Whether the last run's reading of the file can be taken up."""
    return _is_keyed(_kept_in(stages.old, file), _key(file, draft, rules, stages))


def _kept_in(folder: Path, file: Received) -> Path:
    return folder / "ingest" / f"{file.name.replace('/', '__')}.json"


def _read_one(file: Received, draft: DraftFile, rules: Rules, stages: Stages) -> tuple[Reading, bool]:
    """The reading of one file, and whether it was read anew."""
    key = _key(file, draft, rules, stages)
    kept = _kept(_kept_in(stages.old, file), key)
    target = _kept_in(stages.new, file)
    target.parent.mkdir(parents=True, exist_ok=True)
    if kept is not None:
        target.write_bytes(kept[1])
        return kept[0], False
    try:
        reading = _reading(file, draft, rules)
    except PipelineError:
        raise
    except Exception as error:  # the program's own fault: it costs this file alone, and the file is read again next time
        reading, key = _failed(file, error), ""
    target.write_bytes(to_json({"key": key, **_as_json(reading)}))
    return reading, True


def _key(file: Received, draft: DraftFile, rules: Rules, stages: Stages) -> str:
    """What a reading depends on: the file, the draft, the rules and the program."""
    parts = [
        file.name,
        file.sha256,
        file.conversions.key(file.sha256),
        draft.sha256,
        stages.version,
        *file.named_as,
        *rules.internal_markers,
        *(e.sha256 for e in rules.earlier),
        *(b.file.sha256 for b in rules.bases),
    ]
    hunks = sorted(map(str, rules.left_out)) if rules.left_out else []
    return hashlib.sha256("\x1f".join([*parts, *hunks]).encode()).hexdigest()


def _kept(path: Path, key: str) -> tuple[Reading, bytes] | None:
    if not _is_keyed(path, key):
        return None
    data = path.read_bytes()
    value = from_json(data)
    store = PartsStore({k: stored_part(v) for k, v in value["parts"].items()})
    return Reading(load(Submission, value["submission"]), store, tuple(tuple(h) for h in value["hunks"])), data


def _is_keyed(path: Path, key: str) -> bool:
    """The key stands first in the file."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return f'"key": "{key}"'.encode() in file.read(200)


def _as_json(reading: Reading) -> dict[str, Any]:
    parts = {
        k: {**{f: getattr(p, f) for f in ("content_type", "relation", "suffix", "rels")}, "data": base64.b64encode(p.data).decode()}
        for k, p in sorted(reading.store.parts.items())
    }
    return {"submission": reading.submission, "hunks": reading.hunks, "parts": parts}


def stored_part(value: dict[str, Any]) -> StoredPart:
    rels = tuple((a, b, c) for a, b, c in value["rels"])
    return StoredPart(base64.b64decode(value["data"]), value["content_type"], value["relation"], value["suffix"], rels)


def _reading(file: Received, draft: DraftFile, rules: Rules) -> Reading:
    contributors = tuple(c.name for c in file.named.contributors)
    try:
        reading = _version_or_answer(file, contributors, draft, rules)
    except Unreadable as error:
        status: Status = "quarantined" if error.kind in QUARANTINED else "unreadable"
        return Reading(_unread(file, status, error.message, error.remedy, error.place), PartsStore())
    reading.submission = replace(reading.submission, file=file.name)
    return reading


def _version_or_answer(file: Received, contributors: tuple[str, ...], draft: DraftFile, rules: Rules) -> Reading:
    """A Word file may be a version of the draft; all else, and a Word file that is none, is an answer to it."""
    suffix = file.path.suffix.lower()
    if suffix in WORD:
        return _word_file(file, file.path, contributors, draft, rules)
    if file.as_word is not None:
        try:
            reading = _word_file(file, file.as_word, contributors, draft, rules)
            return of_other_form(reading, file.name, file.sha256, file.form, file.as_word)
        except Unreadable:  # what LibreOffice wrote is not worth more than the file itself
            return Reading(_answer(file, contributors, rules), PartsStore())
    from .readers.answer import FORMS

    if suffix not in FORMS:
        refuse_form(file.path)
    return Reading(_answer(file, contributors, rules), PartsStore())


def _word_file(file: Received, path: Path, contributors: tuple[str, ...], draft: DraftFile, rules: Rules) -> Reading:
    """path: the file itself, or what it was turned into."""
    base = nearest(path, rules.bases) if rules.bases else None
    if base is not None and base.kind != "draft":
        other = read_submission(path, contributors, base.file, replace(rules, earlier=()), _conversion(file, base.file))
        if other.submission.form != "letter" or other.submission.draft_span:  # not one that only quotes that text
            return _of_other_text(other, base)
    reading = read_submission(path, contributors, draft, rules, _conversion(file, draft))
    if reading.submission.form != "letter" or reading.submission.draft_span:
        return reading
    answer = _answer(file, contributors, rules)
    return replace(reading, submission=with_word_comments(answer, reading.submission))


def _conversion(file: Received, text: DraftFile) -> Conversion | None:
    return Conversion(file.form, file.conversions.trips.get((text.sha256, file.form))) if file.as_word else None


def refuse_form(path: Path) -> NoReturn:
    """A form that is not read: what it is, where its content tells (an Outlook message, a picture), and what to ask for."""
    suffix = path.suffix.lower()
    if suffix in ARCHIVES:
        raise Unreadable("not-a-docx", f"the file is an archive ({suffix})", remedy=ASK_FILES)
    from .forms.limits import load as load_form

    load_form(path, suffix)
    raise Unreadable("not-a-docx", f"this form ({suffix}) is not read", remedy=ASK_WORD)


def _answer(file: Received, contributors: tuple[str, ...], rules: Rules) -> Submission:
    from .readers.answer import read_answer  # the readers of ten forms: for answers alone

    return read_answer(file.path, contributors, rules.names_of(contributors, answering=True), file.as_word)


def _of_other_text(reading: Reading, base: Base) -> Reading:
    """A version of the draft in another language, or of the report: its edits are on that text."""
    s = reading.submission
    status: Status = "other-language" if base.kind == "translation" else "comments-only"
    reason = f"made on {base.file.path.name}"
    return Reading(replace(s, status=status, base=base.file.path.name, reason=reason, language=base.language), reading.store)


def with_word_comments(answer: Submission, word: Submission) -> Submission:
    """What a letter or table in Word holds beside its text: comments, held matter, the date of saving."""
    said = (c for c in word.comments if c.kind in ("comment", "reply", "general"))
    beside = tuple(replace(c, story="body", start=0, end=0, kind="general") for c in said)
    kept = tuple(e for e in word.ledger if e.kind in ("comment", "hidden text", "mark"))
    own = tuple(e for e in answer.ledger if e.kind != "hidden text")
    notices = tuple(x for x in word.notices if x.kind == "held")
    return replace(answer, comments=beside, ledger=own + kept, received=word.received, notices=answer.notices + notices)


def _failed(file: Received, error: Exception) -> Reading:
    """A file on which the reader itself failed. The error's own words may hold the file's, so they are not told (law 6)."""
    remedy = "Save it again in Word as a .docx and replace it; if that does not help, enter its proposals by hand and report this file"
    return Reading(_unread(file, "unreadable", f"reading it failed ({type(error).__name__})", remedy), PartsStore())


def _unread(file: Received, status: Status, reason: str, remedy: str, place: str = "") -> Submission:
    said = f"{reason}. {remedy}".strip()
    notice = Notice(status, file.name, place or "file", said if said.endswith(".") else said + ".")
    contributors = tuple(c.name for c in file.named.contributors)
    return Submission(
        file.name, file.sha256, contributors, file.named.symbol, file.named.received, "", "letter", status, said,
        ledger=(Entry("file", "file", "quarantined"),), notices=(notice,),
    )  # fmt: skip


def _shared_hunks(readings: Sequence[Reading]) -> set[Hunk]:
    """Unmarked differences that stand in at least two files are differences of versions (design.md section 4)."""
    counts = Counter(h for r in readings for h in dict.fromkeys(r.hunks))
    return {h for h, count in counts.items() if count > 1}


def _named(s: Submission, file: Received, config: Config) -> Submission:
    """With symbol and date from the file name or the officer; date of last saving where neither tells."""
    date = given_date(file.name, config) or s.received
    return replace(s, file=file.name, symbol=file.named.symbol, received=date, notices=tuple(replace(x, file=file.name) for x in s.notices))
