"""Judges law by law; a written file that cannot be read breaks the law that it was to be judged by."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.auditing import attribution, ids, leaks, own_views, reject_all, totals
from pipeline.auditing.case import Case
from pipeline.auditing.package import UNREADABLE
from pipeline.auditing.received import unknown, views_of
from pipeline.auditing.verdict import Laws
from pipeline.parallel import each, no_collector

LAWS: dict[int, Callable[[Case], Iterator[str]]] = {
    2: attribution.broken, 6: leaks.broken, 3: totals.broken, 5: ids.broken, 0: reject_all.broken,
}  # fmt: skip


def judged(case: Case, processes: int) -> Laws:
    """The verdict on one set of files; with more than one process, files and laws are looked at side by side."""
    with no_collector():
        _know_received(case, processes)
        views = _views(case)
        own_files = _own_files(case, processes)
        found = dict(zip(LAWS, each(lambda law: _found(law, case), list(LAWS), processes), strict=True))
        said = [p for problems in (views, own_files) for p in problems.values() if p]
        return Laws(
            reject_all=not found[0],
            own_view={who: problem is None for who, problem in views.items()},
            attribution=not found[2],
            completeness=totals.totals(case),
            same_ids=not found[5],
            leaks=found[6],
            problems=list(dict.fromkeys([*found[0], *said, *found[2], *found[3], *found[5], *found[6]])),
            by_contributor={file: problem is None for file, problem in own_files.items()},
        )


def _know_received(case: Case, processes: int) -> None:
    paths = [case.inputs / case.report["draft"]["file"], *(case.path(s["file"]) for s in case.submissions)]
    for known in each(lambda path: views_of([path]), unknown(paths, case.memo), processes):
        case.memo.update(known)


def _own_files(case: Case, processes: int) -> dict[str, str | None]:
    """File of by-contributor/ -> what is wrong with it, or None."""
    files = sorted(path.name for path in (case.outputs / "by-contributor").glob("*.docx"))
    verdicts = each(lambda file: own_views.own_file(case, file), files, processes)
    return {file: _remembered(case, *verdict) for file, verdict in zip(files, verdicts, strict=True)}


def _remembered(case: Case, key: str, verdict: str | None) -> str | None:
    case.memo[key] = verdict
    return verdict


def _views(case: Case) -> dict[str, str | None]:
    """Contributor -> what is wrong with its own view, or None."""
    views: dict[str, str | None] = dict.fromkeys(case.sole_versions)
    try:
        views.update(own_views.broken(case))
    except UNREADABLE as error:
        views = {who: f"law 1: {who}: consolidated.docx cannot be read: {error}" for who in case.sole_versions}
    return views


def _found(law: int, case: Case) -> list[str]:
    try:
        return list(LAWS[law](case))
    except UNREADABLE as error:
        return [f"law {law}: the written files cannot be judged: {error!r}"]
