"""Each stage alone: the JSON of the stage before, under outputs/stages, read back; its own JSON written there.

``consolidate`` goes through the same functions in one process. A stage run alone trusts the JSON as it stands, so an
officer or a developer can look at it, change it, and run what follows. Nothing is published without an audit:
``publish`` audits what it wrote before it exchanges the outputs, ``audit`` judges again what lies there.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from . import ingest as reading
from .align import align
from .audit import Laws, audit
from .auditing.witnesses import Witnesses
from .cache import program_version
from .earlier import read_earlier
from .errors import InputError, LawBroken
from .handed_on import keep_aligned, keep_merged, keep_register
from .merge import merge
from .model import Conflict, Draft, Merged, Notice, Proposal, Submission, Union
from .ooxml.carry import PartsStore
from .place import place
from .publish import Edition
from .readers.draft import DraftFile, draft_model
from .run import (
    IDS,
    Options,
    Outcome,
    Run,
    Tell,
    begin,
    close,
    draft_base,
    stages_of,
    withheld,
)
from .settled import settled as settle
from .store import load, read_json, to_json, to_listed
from .workspace import open_workspace


@dataclass(frozen=True)
class Alone:
    """A stage run by itself: the run, the draft, and the folder in which the stages keep their JSON."""

    run: Run
    draft_file: DraftFile
    draft: Draft
    folder: Path


def start(options: Options, tell: Tell) -> Alone:
    run = begin(options, tell)
    draft_file = reading.read_draft(options.inputs, run.config)
    return Alone(run, draft_file, draft_model(draft_file), options.outputs.absolute() / "stages")


def run_ingest(options: Options, tell: Tell) -> str:
    """inputs/ -> stages/ingest/*.json and stages/register.json."""
    alone = start(options, tell)
    stages = reading.Stages(alone.folder, alone.folder, program_version())
    found = reading.ingest(options.inputs, alone.run.config, alone.run.register, alone.draft_file, stages, tell, kept=alone.run.turned)
    alone.run.turned.close()
    _remove_left_over(alone.folder / "ingest", found.submissions)
    keep_register(alone.folder, found.submissions)
    return f"{len(found.submissions)} files read: {alone.folder / 'register.json'}"


def run_align(options: Options, tell: Tell) -> str:
    """stages/ingest, stages/register.json -> stages/align.json; ids that are new are kept in previous/."""
    alone = start(options, tell)
    run = alone.run
    proposals = align(alone.draft, read_submissions(alone), run.order, run.codes, run.ids)
    keep_aligned(alone.folder, proposals)
    _write(options.outputs / IDS, to_json(dict(sorted(run.ids.items(), key=lambda item: item[1]))))
    return f"{len(proposals)} proposals: {alone.folder / 'align.json'}"


def run_merge(options: Options, tell: Tell) -> str:
    """stages/ingest, stages/align.json -> stages/merge.json."""
    alone = start(options, tell)
    merged = merge(alone.draft, read_submissions(alone), read_proposals(alone.folder), alone.run.order)
    placed = alone.run.placed
    merged = replace(merged, notices=(*(placed.notices if placed else ()), *merged.notices))
    merged = alone.run.decided(merged, alone.draft)
    keep_merged(alone.folder, merged)
    return f"{len(merged.conflicts)} conflicts in {len(merged.stories)} stories: {alone.folder / 'merge.json'}"


def run_publish(options: Options, tell: Tell) -> Outcome:
    """All stages' JSON -> the outputs, audited before they are exchanged. Raises LawBroken."""
    alone = start(options, tell)
    alone.run.witnesses = witnessed(alone.run, alone.draft_file)
    edition = read_edition(alone)
    workspace = open_workspace(options.outputs)
    try:
        stages = stages_of(workspace)
        shutil.copytree(stages.old / "ingest", stages.new / "ingest")
        return close(alone.run, edition, alone.draft_file, stages, workspace)
    finally:
        workspace.discard()


def witnessed(run: Run, draft: DraftFile) -> Witnesses:
    """The files of other forms as Word files, made or taken from what is kept."""
    inputs = run.options.inputs
    received, bases = reading.received_files(inputs, run.config, run.register), reading.bases_of(inputs, run.config, draft)
    received = reading.converted(received, draft, bases, run.turned)
    run.turned.close()
    return reading.witnesses_of(received)


def run_audit(options: Options, tell: Tell) -> tuple[Laws, dict[str, Any]]:
    """inputs/ and the written files -> the laws in report.json. Raises LawBroken where law 0, 2 or 6 does not hold."""
    run = begin(options, tell)
    path = options.outputs / "report.json"
    report = dict(_read(path, "consolidate"))
    laws = audit(
        options.inputs, options.outputs, report, run.codes, witnesses=witnessed(run, reading.read_draft(options.inputs, run.config))
    )
    report["laws"] = laws.as_json()
    _write(path, to_listed(report))
    if laws.stops:
        said = "a law does not hold for these outputs: " + "; ".join(laws.problems[:3])
        raise LawBroken(said, remedy="Do not circulate them; run consolidate")
    return laws, report


def read_submissions(alone: Alone) -> tuple[Submission, ...]:
    """The submissions as the register settled them, with what stands in each, placed."""
    found = settled_submissions(alone)
    run, bases = alone.run, reading.bases_of(alone.run.options.inputs, alone.run.config, alone.draft_file)
    read = reading.Ingested(alone.draft_file, found, bases=bases)
    run.placed = place(run.options.inputs, alone.folder.parent, run.config, alone.draft, read, run.order, run.codes)
    return run.placed.submissions


def settled_submissions(alone: Alone) -> tuple[Submission, ...]:
    rows = load(tuple[Submission, ...], _read(alone.folder / "register.json", "ingest"))
    settled = settle([_filled(alone, row) for row in rows], alone.run.config)
    return tuple(
        withheld(alone.run, s, row.reason or "") if row.status == "withheld" else s
        for s, row in zip(settled, rows, strict=True)
    )


def _filled(alone: Alone, row: Submission) -> Submission:
    read = load(Submission, _read_file(alone.folder, row.file)["submission"])
    notices = tuple(replace(notice, file=row.file) for notice in read.notices)
    return replace(read, file=row.file, symbol=row.symbol, received=row.received, notices=notices)


def read_proposals(folder: Path) -> tuple[Proposal, ...]:
    return load(tuple[Proposal, ...], _read(folder / "align.json", "align"))


def read_edition(alone: Alone) -> Edition:
    """All that the outputs are written from."""
    submissions, run = read_submissions(alone), alone.run
    store = PartsStore()
    for s in submissions:
        parts = _read_file(alone.folder, s.file)["parts"]
        store.parts.update({name: reading.stored_part(part) for name, part in parts.items()})
    base, merged = draft_base(alone.draft_file), run.decided(read_merged(alone.folder), alone.draft)
    earlier = read_earlier(run.options.inputs)
    return Edition(alone.draft, base, submissions, merged, store, run.config, run.order, run.codes, earlier=earlier)


def read_merged(folder: Path) -> Merged:
    """The merge as it was, each proposal with the first conflict that names it."""
    value = _read(folder / "merge.json", "merge")
    conflicts = load(tuple[Conflict, ...], value["conflicts"])
    notices = load(tuple[Notice, ...], value["notices"])
    first: dict[str, str] = {}
    for conflict in conflicts:
        for ident in conflict.proposals:
            first.setdefault(ident, conflict.id)
    proposals = tuple(replace(p, conflict=first.get(p.id, "")) for p in read_proposals(folder))
    return Merged({name: load(Union, union) for name, union in value["stories"].items()}, proposals, conflicts, notices)


def _read_file(folder: Path, file: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = _read(folder / "ingest" / _stage_name(file), "ingest")
    return found


def _stage_name(file: str) -> str:
    return f"{file.replace('/', '__')}.json"


def _read(path: Path, stage: str) -> Any:
    if not path.is_file():
        what, remedy = "what the stage before hands on is missing", f"Run `python -m pipeline {stage}` first"
        raise InputError(what, file=str(path), remedy=remedy)
    try:
        return read_json(path)
    except ValueError as error:
        remedy = f"Mend it, or run `python -m pipeline {stage}` again"
        raise InputError(f"is not JSON: {error}", file=str(path), remedy=remedy) from None


def _write(path: Path, data: bytes) -> None:
    """In one step, so that a reader never sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.{os.getpid()}")
    half.write_bytes(data)
    half.replace(path)


def _remove_left_over(folder: Path, submissions: tuple[Submission, ...]) -> None:
    """A file that was taken back leaves no reading behind."""
    known = {_stage_name(s.file) for s in submissions}
    for path in folder.glob("*.json"):
        if path.name not in known:
            path.unlink()
