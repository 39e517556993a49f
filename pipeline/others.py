"""What was marked on another text than the draft, written and judged: the draft in another language, the Rapporteur's report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from .align import align
from .merge import merge
from .model import Proposal
from .ooxml.base import prepare
from .place import LANGUAGES, PREVIOUS, TRANSLATIONS, OtherText, Placed
from .publish import Edition, write_document
from .writers.officer import write_crosswalk, write_kept, write_placements
from .writers.translations import write_translations


def write_others(edition: Edition, placed: Placed, target: Path) -> dict[str, tuple[Proposal, ...]]:
    """consolidated.es.docx, consolidated-report.docx and the like. File -> the proposals that it shows."""
    return {other.output: _write(edition, other, target) for other in placed.others}


def _write(edition: Edition, other: OtherText, target: Path) -> tuple[Proposal, ...]:
    file = other.base.file
    proposals = align(other.draft, other.submissions, edition.order, edition.codes, {})
    merged = merge(other.draft, other.submissions, proposals, edition.order)
    base = prepare(file.package, file.roots, file.tree, file.numbering, file.numbers, file.styles)
    config = replace(edition.config.spoken(other.base.language or edition.config.language), draft=file.path.name)
    one = Edition(other.draft, base, other.submissions, merged, edition.store, config, edition.order, edition.codes, whole=False)
    write_document(one, target, other.output)
    return merged.proposals


def write_officers(edition: Edition, placed: Placed, target: Path) -> None:
    """placements.xlsx and crosswalk.xlsx, for the officer to correct; what was chosen is kept beside them for the next run."""
    for name, words in placed.choices.written.items():
        write_kept(target / PREVIOUS / name, words, edition.draft, edition.config)
    write_placements(target / "placements.xlsx", edition.draft, edition.submissions, placed.choices, edition.config)
    given = (edition.draft, edition.submissions, placed.translations, edition.config, LANGUAGES)
    write_translations(target / TRANSLATIONS, *given)
    if placed.report is not None:
        write_crosswalk(target / "crosswalk.xlsx", placed.report, edition.draft, placed.leads, placed.choices, edition.config)


def report_of(other: OtherText, order: tuple[str, ...]) -> dict[str, Any]:
    """What the audit needs to judge the document on another text."""
    rows = [
        {"file": s.file, "contributors": list(s.contributors), "status": s.status, "form": s.told_form, "made_as": s.made_as}
        for s in other.submissions
    ]
    return {"draft": {"file": other.base.file.path.name}, "meeting_order": list(order), "submissions": rows, "ledger": []}


def account_of(placed: Placed, proposals: Mapping[str, tuple[Proposal, ...]]) -> list[dict[str, Any]]:
    """For report.json."""
    return [
        {
            "file": o.output,
            "draft": o.base.file.path.name,
            "submissions": [s.file for s in o.submissions],
            "proposals": len(proposals[o.output]),
        }
        for o in placed.others
    ]
