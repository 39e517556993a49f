"""The whole run in order: ingest, align, merge, publish, audit; and what happens when a law breaks (design.md section 3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, reduce
from importlib import import_module
from operator import or_
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from .align import align
from .auditing.witnesses import Witnesses
from .cache import Drawer, drawer, program_version
from .config import Config, load_config
from .earlier import read_earlier
from .errors import InputError, LawBroken
from .handed_on import keep_aligned, keep_merged, keep_register
from .ingest import Ingested, Stages, ingest, read_draft
from .look import FACTS, Facts, begin_to_look
from .merge import merge, unite_all
from .model import VERSIONS, Draft, Entry, Merged, Notice, Proposal, Submission
from .ooxml.base import Base, prepare
from .parallel import beside, no_collector
from .publish import Edition, publish, write_document
from .readers.draft import DraftFile, draft_model
from .readers.submission import prose_of
from .register import Register, load_register
from .report import account
from .settled import corrected
from .store import read_json, write_json, write_listed
from .takeover import TakenOver, keep, taken_over, with_decisions
from .twice import differences
from .workspace import OFFICERS, Workspace, open_workspace

if TYPE_CHECKING:
    from .audit import Early, Laws
    from .place import Placed

Tell = Callable[[str], None]
Looked = Callable[[], Facts]
IDS = "previous/ids.json"
MANY = 2_000  # edits from which uniting them at the side of aligning them saves more than it costs
# Written file -> the drawer for what is known of its paragraphs: each is judged in one process, which keeps what it learnt.
LEARNT = {"consolidated.docx": "paragraphs", "consolidated.html": "page", "consolidated-print.docx": "print"}
MERGED_STATES = ("merged", "comment", "formatting", "alternative")


@dataclass(frozen=True)
class Options:
    """What the command line asks for. only: write just one output ("document")."""

    inputs: Path
    outputs: Path
    only: str = ""
    processes: int | None = None
    twice: bool = False  # run again and compare byte by byte (law 4)


@dataclass
class Run:
    """The state of one run, from the inputs to the verdict."""

    options: Options
    config: Config
    defaults: list[str]
    register: Register
    tell: Tell
    ids: dict[str, str] = field(default_factory=dict)
    placed: Placed | None = None
    witnesses: Witnesses = field(default_factory=Witnesses)
    aligned: tuple[Proposal, ...] = ()

    @cached_property
    def facts(self) -> Drawer:
        """What the audit knows of received and written files, by their hash."""
        return self.drawer(FACTS)

    @cached_property
    def turned(self) -> Drawer:
        """Received files of other forms as LibreOffice turned them into Word files."""
        return self.drawer("converted")

    def readable(self, file: str) -> Path:
        """A received file as it can be read as a Word file."""
        path = self.options.inputs / "submissions" / file
        return self.witnesses.files.get(file, path)

    def drawer(self, name: str) -> Drawer:
        """What was kept with the user for these inputs by this version of the program."""
        return drawer(self.options.inputs, name)

    @cached_property
    def filled(self) -> TakenOver:
        """What reviewers filled in; read once. Raises InputError."""
        known = self.drawer("decisions")
        found = taken_over(self.options.inputs, self.options.outputs.absolute(), known)
        known.close()
        return found

    def decided(self, merged: Merged, draft: Draft) -> Merged:
        """The merge with the reviewers' decisions on its proposals."""
        return with_decisions(merged, self.filled, draft, self.config, self.register.spoken_names())

    @property
    def codes(self) -> dict[str, str]:
        return {c.name: c.code for c in self.register.contributors}

    @property
    def order(self) -> tuple[str, ...]:
        return tuple(c.name for c in self.register.contributors)


@dataclass(frozen=True)
class Outcome:
    """What a run came to. exit_code as design.md section 7 says."""

    exit_code: int
    report: dict[str, Any]
    laws: Laws | None
    submissions: tuple[Submission, ...]
    merged: Merged
    defaults: tuple[str, ...] = ()


def begin(options: Options, tell: Tell) -> Run:
    """Read the officer's settings and the register."""
    _refuse_folders(options)
    config, defaults = load_config(options.inputs)
    run = Run(options, config, defaults, load_register(config.contributors), tell)
    kept = options.outputs / IDS
    run.ids = dict(read_json(kept)) if kept.is_file() else {}
    return run


def _refuse_folders(options: Options) -> None:
    """The outputs are exchanged as a whole, so neither folder may stand in the other."""
    inputs, outputs = options.inputs.resolve(), options.outputs.resolve()
    other = "Name another: --outputs DIR, or make consolidate OUTPUTS=DIR"
    if not inputs.is_dir():
        remedy = "Name it: --inputs DIR, or make consolidate INPUTS=DIR"
        raise InputError("the inputs folder is missing", file=str(options.inputs), remedy=remedy)
    if outputs.exists() and not outputs.is_dir():
        raise InputError("the outputs folder is a file", file=str(options.outputs), remedy=other)
    if inputs == outputs or inputs in outputs.parents or outputs in inputs.parents:
        raise InputError("the outputs and the inputs folder stand in each other", file=str(options.outputs), remedy=other)


def check(options: Options, tell: Tell, looked: Looked | None = None) -> Outcome:
    """All that consolidate does, audit included, in a folder that is thrown away: no output is written."""
    run = begin(options, tell)
    with TemporaryDirectory(prefix="consolidation-") as thrown_away:
        return _consolidate(run, Workspace(options.outputs.absolute(), Path(thrown_away)), looked, publishing=False)


def consolidate(options: Options, tell: Tell, looked: Looked | None = None) -> Outcome:
    """inputs/ to outputs/. Raises InputError (nothing written) and LawBroken (nothing published).

    looked: what ``begin_to_look`` gave, where the caller began with it before this module was loaded.
    """
    run = begin(options, tell)
    workspace = open_workspace(options.outputs)
    try:
        with no_collector():
            return _consolidate(run, workspace, looked)
    finally:
        workspace.discard()


def _consolidate(run: Run, workspace: Workspace, looked: Looked | None, publishing: bool = True) -> Outcome:
    stages = stages_of(workspace)
    if run.filled.rows:  # read first of all: a mistake in them is told before the work is done
        run.tell(f"{len(run.filled.rows)} decisions filled in")
    if looked is None and not run.options.only:
        looked = begin_to_look(run.options.inputs, run.options.processes)
    draft_file = read_draft(run.options.inputs, run.config)
    draft = draft_model(draft_file)
    read = ingest(run.options.inputs, run.config, run.register, draft_file, stages, run.tell, run.options.processes, run.turned)
    run.turned.close()
    run.witnesses = read.witnesses
    edition = _edition(run, draft_file, draft, replace(read, submissions=_placed(run, workspace, draft, read)))
    if run.options.only == "document":
        return _document_only(run, edition, workspace)
    if looked is not None:
        run.facts.update(looked())
    return close(run, edition, draft_file, stages, workspace, publishing)


def _placed(run: Run, workspace: Workspace, draft: Draft, read: Ingested) -> tuple[Submission, ...]:
    """Remarks placed; where there are none, and no other text, nothing is loaded that knows of them."""
    folders = (run.options.inputs, workspace.old, workspace.old / "previous")
    filled = any((folder / name).is_file() for folder in folders for name in OFFICERS)
    if not (read.bases or filled or any(s.remarks for s in read.submissions)):
        return tuple(corrected(read.submissions))
    from .place import place

    run.placed = place(run.options.inputs, workspace.old, run.config, draft, read, run.order, run.codes)
    return run.placed.submissions


def stages_of(workspace: Workspace) -> Stages:
    return Stages(workspace.old / "stages", workspace.new / "stages", program_version())


def close(run: Run, edition: Edition, draft_file: DraftFile, stages: Stages, workspace: Workspace, publishing: bool = True) -> Outcome:
    """Write, audit, keep what the stages hand on, and exchange the outputs. Raises LawBroken."""
    edition, laws, report = _published(run, edition, draft_file, stages, workspace)
    if laws.stops:
        said = "a law does not hold, nothing is published: " + "; ".join(laws.problems[:3])
        raise LawBroken(said, remedy="Keep the earlier outputs and report this run")
    if run.options.twice:
        laws = _compared(run, laws, report, workspace)
    if publishing:
        workspace.publish()
    withheld = any(s.status == "withheld" for s in edition.submissions)
    code = 4 if withheld or not laws.hold else 0
    return Outcome(code, report, laws, edition.submissions, edition.merged, tuple(run.defaults))


def _compared(run: Run, laws: Laws, report: dict[str, Any], workspace: Workspace) -> Laws:
    """Law 4, told in report.json: whether a second process, started on the same files, writes the same bytes."""
    run.tell("running again to compare")
    other = differences(run.options.inputs, workspace.new, workspace.old / IDS)
    found = [f"law 4: a second run differs in {name}" for name in other]
    laws = replace(laws, determinism=not other, problems=[*laws.problems, *found])
    report["laws"] = laws.as_json()
    write_listed(workspace.new / "report.json", report)
    return laws


def _edition(run: Run, draft_file: DraftFile, draft: Draft, read: Ingested) -> Edition:
    """Align and merge; a submission on which either fails is withheld, not the run."""
    submissions, merged = _merged(run, draft, read.submissions, frozenset())
    run.tell(f"merged {len(run.aligned)} proposals, {len(merged.conflicts)} conflicts")
    earlier = read_earlier(run.options.inputs)
    return Edition(draft, draft_base(draft_file), submissions, merged, read.store, run.config, run.order, run.codes, earlier=earlier)


def draft_base(draft: DraftFile) -> Base:
    return prepare(draft.package, draft.roots, draft.tree, draft.numbering, draft.numbers, draft.styles)


def _merged(
    run: Run, draft: Draft, submissions: tuple[Submission, ...], whole: frozenset[str]
) -> tuple[tuple[Submission, ...], Merged]:
    try:
        many = sum(len(s.edits) for s in submissions) >= MANY
        united = beside(lambda: unite_all(draft, submissions, run.order, whole)) if many else None
        run.aligned = align(draft, submissions, run.order, run.codes, run.ids)
        if united is not None:
            _load_what_follows(run.options)
        merged = merge(draft, submissions, run.aligned, run.order, whole, united)
        placing = run.placed.notices if run.placed is not None else ()
        return submissions, run.decided(replace(merged, notices=(*placing, *merged.notices)), draft)
    except Exception as error:  # the program's own fault: it costs only the submissions on which it fails alone
        guilty = {s.file for s in submissions if s.edits and not _merges(run, draft, s)}
        if not guilty:
            raise
        held = tuple(withheld(run, s, f"the merge failed on it ({type(error).__name__})") if s.file in guilty else s for s in submissions)
        return _merged(run, draft, held, whole)


def _load_what_follows(options: Options) -> None:
    """What every process of the next step needs, loaded before they part, while the union is made at the side."""
    if options.only != "document":
        import_module(".audit", __package__)


def _merges(run: Run, draft: Draft, submission: Submission) -> bool:
    try:
        merge(draft, [submission], align(draft, [submission], run.order, run.codes, {}), run.order)
    except Exception:  # as above: which of them it fails on is all that is asked
        return False
    return True


def withheld(run: Run, s: Submission, reason: str) -> Submission:
    """The submission taken out of the draft and put in full into an annex (design.md section 3)."""
    is_version = s.form in ("tracked", "clean") or s.draft_span  # of an answer all words stand in its comments already
    prose = prose_of(run.readable(s.file)) if is_version else ()
    said = tuple((c.source, c.text) for c in s.comments if c.kind != "format")
    ledger: tuple[Entry, ...] = tuple(replace(e, state="withheld") if e.state in MERGED_STATES else e for e in s.ledger)
    notice = Notice("withheld", s.file, "file", f"Withheld from the draft, in full in the annex: {reason}.")
    return replace(
        s, status="withheld", edits=(), comments=(), prose=prose + said, ledger=ledger, notices=(*s.notices, notice), reason=reason
    )


def _published(
    run: Run, edition: Edition, draft_file: DraftFile, stages: Stages, workspace: Workspace
) -> tuple[Edition, Laws, dict[str, Any]]:
    """Write and audit; where a contributor's own view fails, first whole paragraphs, then withhold."""
    laws, report = _written(run, edition, stages, workspace)
    whole = frozenset(_files_of(edition, laws.broken_views))
    if whole:
        run.tell("own view not exact: shown as paragraph alternatives: " + ", ".join(sorted(whole)))
        edition = _again(run, edition, edition.submissions, whole)
        laws, report = _written(run, edition, stages, workspace)
    still = _files_of(edition, laws.broken_views)
    if still:
        held = tuple(withheld(run, s, "its own text could not be shown exactly") if s.file in still else s for s in edition.submissions)
        edition = _again(run, edition, held, whole - still)
        laws, report = _written(run, edition, stages, workspace)
    run.facts.close()
    return edition, laws, report


def _again(run: Run, edition: Edition, submissions: tuple[Submission, ...], whole: frozenset[str]) -> Edition:
    submissions, merged = _merged(run, edition.draft, submissions, whole)
    return replace(edition, submissions=submissions, merged=merged)


def _files_of(edition: Edition, contributors: Sequence[str]) -> set[str]:
    return {s.file for s in edition.submissions if s.status in VERSIONS and set(s.contributors) & set(contributors)}


def _written(run: Run, edition: Edition, stages: Stages, workspace: Workspace) -> tuple[Laws, dict[str, Any]]:
    from .audit import audit, judge  # not needed where the document alone is asked for

    report = account(edition, run.register)
    report["other_texts"] = _others_written(run, edition, workspace)
    given = (run.options.inputs, workspace.new, report, run.codes)
    learnt = {file: run.drawer(name) for file, name in LEARNT.items()}
    judging = _keeping(judge(*given, run.facts, learnt, run.witnesses), learnt)
    early = publish(
        edition, stages, workspace.new, judging, run.options.processes, lambda: _keep(run, edition, stages, report, judging),
        run.drawer("patterns"), run.drawer("drawn"),
    )
    run.tell("written; auditing")
    laws = audit(*given, memo=run.facts, processes=run.options.processes or 2, early=reduce(or_, early), witnesses=run.witnesses)
    laws = _with_others(run, laws, workspace)
    report["laws"] = laws.as_json()
    write_listed(workspace.new / "report.json", report)
    return laws, report


def _keeping(judging: Callable[[str], Early], learnt: Mapping[str, Drawer]) -> Callable[[str], Early]:
    """Keeps what was learnt of a file, in the process that judged it."""

    def judged(name: str) -> Early:
        said = judging(name)
        if name in learnt:
            learnt[name].close()
        return said

    return judged


def _others_written(run: Run, edition: Edition, workspace: Workspace) -> list[dict[str, Any]]:
    """The officer's workbooks and the documents of other texts; what report.json says of these."""
    placed = run.placed
    if placed is None:
        return []
    from .others import account_of, write_officers, write_others

    if placed.chosen or any(s.remarks or s.base for s in edition.submissions):
        write_officers(edition, placed, workspace.new)
    return account_of(placed, write_others(edition, placed, workspace.new))


def _with_others(run: Run, laws: Laws, workspace: Workspace) -> Laws:
    """Laws 0 to 2 on the documents of other texts; what breaks there breaks the run as it does in the draft."""
    if run.placed is None:
        return laws
    from .audit import audit_other
    from .others import report_of

    for other in run.placed.others:
        given = (run.options.inputs, workspace.new, other.output, report_of(other, run.order), run.codes, run.facts)
        problems = audit_other(*given, run.witnesses)
        stops = any(p.startswith(("law 0", "law 2")) for p in problems)
        laws = replace(laws, problems=[*laws.problems, *problems], attribution=laws.attribution and not stops)
    return laws


def _document_only(run: Run, edition: Edition, workspace: Workspace) -> Outcome:
    """The merge to consolidated.docx alone: for measuring; no audit, the other outputs stay as they are."""
    write_document(edition, workspace.new)
    run.options.outputs.mkdir(parents=True, exist_ok=True)
    (workspace.new / "consolidated.docx").replace(workspace.old / "consolidated.docx")
    return Outcome(0, {}, None, edition.submissions, edition.merged)


def _keep(run: Run, edition: Edition, stages: Stages, report: dict[str, Any], judging: Callable[[str], Early]) -> Early:
    """What the stages hand on, the ids, and the account: written, and judged."""
    keep_aligned(stages.new, run.aligned or edition.merged.proposals)
    keep_merged(stages.new, edition.merged)
    keep_register(stages.new, edition.submissions)
    write_json(stages.new.parent / IDS, dict(sorted(run.ids.items(), key=lambda i: i[1])))
    write_listed(stages.new.parent / "report.json", report)
    keep(run.filled, edition.merged, edition.draft, edition.config, run.register.spoken_names(), stages.new.parent)
    return reduce(or_, map(judging, ("stages", "previous", "report.json")))
