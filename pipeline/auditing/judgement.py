"""Judges law by law; a written file that cannot be read breaks the law that it was to be judged by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.auditing import attribution, ids, leaks, own_views, reject_all, totals
from pipeline.auditing.case import Case
from pipeline.auditing.package import UNREADABLE
from pipeline.auditing.received import Memo
from pipeline.auditing.verdict import Laws


def judged(inputs: Path, outputs: Path, report: Mapping[str, Any], codes: Mapping[str, str], memo: Memo) -> Laws:
    case = Case(inputs, outputs, dict(report), dict(codes), memo)
    changed, misattributed = _found(0, reject_all.broken, case), _found(2, attribution.broken, case)
    views, own_files = _views(case), own_views.by_contributor(case)
    uncounted, unnamed = _found(3, totals.broken, case), _found(5, ids.broken, case)
    leaked = _found(6, leaks.broken, case)
    said = [p for problems in (views, own_files) for p in problems.values() if p]
    return Laws(
        reject_all=not changed,
        own_view={who: problem is None for who, problem in views.items()},
        attribution=not misattributed,
        completeness=totals.totals(case),
        same_ids=not unnamed,
        leaks=leaked,
        problems=list(dict.fromkeys([*changed, *said, *misattributed, *uncounted, *unnamed, *leaked])),
        by_contributor={file: problem is None for file, problem in own_files.items()},
    )


def own_files_of(
    inputs: Path, outputs: Path, report: Mapping[str, Any], codes: Mapping[str, str], memo: Memo, files: Iterable[str]
) -> dict[str, Any]:
    """What ``judged`` needs to know of these files of by-contributor/, to update a memo with: for another process."""
    case = Case(inputs, outputs, dict(report), dict(codes), {**memo})
    own_views.by_contributor(case, files)
    return {key: case.memo[key] for key in case.memo.keys() - memo.keys()}


def _views(case: Case) -> dict[str, str | None]:
    """Contributor -> what is wrong with its own view, or None."""
    views: dict[str, str | None] = dict.fromkeys(case.sole_versions)
    try:
        views.update(own_views.broken(case))
    except UNREADABLE as error:
        views = {who: f"law 1: {who}: consolidated.docx cannot be read: {error}" for who in case.sole_versions}
    return views


def _found(law: int, broken: Callable[[Case], Iterator[str]], case: Case) -> list[str]:
    try:
        return list(broken(case))
    except UNREADABLE as error:
        return [f"law {law}: the written files cannot be judged: {error!r}"]
