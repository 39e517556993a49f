"""Judges law by law; a written file that cannot be read breaks the law that it was to be judged by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.auditing import attribution, figures, ids, leaks, neutral, own_views, page, printed, reject_all, totals
from pipeline.auditing.case import Case, Words
from pipeline.auditing.package import UNREADABLE
from pipeline.auditing.received import unknown, views_of
from pipeline.auditing.verdict import Laws
from pipeline.parallel import each, give_back, no_collector

DOCUMENT, PRINT, WORKBOOK, OWN = "consolidated.docx", "consolidated-print.docx", "comparison.xlsx", "by-contributor/"
PAGE = "consolidated.html"
FIGURES = 10  # of law 5: the same identifiers, and the same figures
OTHER_EDITIONS = {PRINT: 8, PAGE: 9, WORKBOOK: FIGURES}  # what says again what the marks, or report.json, say

LAWS: dict[int, Callable[[Case], Iterator[str]]] = {
    0: reject_all.broken, 2: attribution.broken, 3: totals.broken, 5: ids.broken, FIGURES: figures.broken, 7: neutral.broken,
    8: lambda case: printed.broken(case.outputs / DOCUMENT, case.outputs / PRINT, case.codes, case.kept(PRINT)),
    9: lambda case: page.broken(case.outputs / DOCUMENT, case.outputs / PAGE, case.report, case.codes, case.kept(PAGE)),
}  # fmt: skip
OF_DOCUMENT = (2, 0, 7)  # laws that are judged on consolidated.docx and the received files alone


@dataclass(frozen=True)
class Early:
    """What was said of written files while others were still being written. leaks: by file; own: of by-contributor/."""

    leaks: dict[str, list[str]] = field(default_factory=dict)
    own: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    views: dict[str, str | None] | None = None
    laws: dict[int, list[str]] = field(default_factory=dict)
    words: Words | None = None
    workbook_text: str | None = None
    workbook_ids: frozenset[str] | None = None
    clean: frozenset[str] = frozenset()  # files in which nothing was found, as leaks.searched_for names them

    def __or__(self, other: Early) -> Early:
        return Early(
            self.leaks | other.leaks, self.own | other.own, other.views if self.views is None else self.views, self.laws | other.laws,
            self.words or other.words, self.workbook_text or other.workbook_text, self.workbook_ids or other.workbook_ids,
            self.clean | other.clean,
        )  # fmt: skip


def judged(case: Case, processes: int, early: Early) -> Laws:
    """The verdict on one set of files, with what is known of some of them."""
    with no_collector():
        _know_received(case, processes)
        early = early | (Early() if early.views is not None else _of_document(case))
        own_files = _own_files(case, early)
        _tell(case, early)
        others = {law: _found(law, case) for law in OTHER_EDITIONS.values() if law not in early.laws}
        found = {**early.laws, **others, 3: _found(3, case), 6: _leaks(case, early)}
        found[5] = [*_found(5, case), *found[FIGURES]]
        views = early.views or {}
        said = [p for problems in (views, own_files) for p in problems.values() if p]
        case.memo.update(dict.fromkeys(early.clean | case.clean, True))
        return Laws(
            reject_all=not found[0],
            own_view={who: problem is None for who, problem in views.items()},
            attribution=not found[2],
            completeness=totals.totals(case),
            same_ids=not found[5],
            leaks=found[6],
            problems=list(dict.fromkeys([*found[0], *said, *found[2], *found[3], *found[5], *found[6], *found[7], *found[8], *found[9]])),
            by_contributor={file: problem is None for file, problem in own_files.items()},
        )


def judged_file(case: Case, name: str) -> Early:
    """All that can be said of one written file, or of a folder of them, without the others."""
    with no_collector():
        early = _early(case, name)
        path = case.outputs / name
        paths = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        early |= Early(leaks={_name(case, p): _leaks_in(case, p) for p in paths}, clean=frozenset(case.clean))
        case.forget_written()  # a process judges many files: it held half of the run's memory in them (measured)
        if name in (DOCUMENT, PRINT):
            give_back()
        return early


def judged_other(case: Case) -> list[str]:
    """Laws 0 to 2 on a document that holds the marks on another text: the draft in another language, or the report."""
    with no_collector():
        said = [p for p in _views(case).values() if p]
        found = [p for law in OF_DOCUMENT for p in _found(law, case)]
        return [p.replace(DOCUMENT, case.document) for p in (*said, *found)]


def _early(case: Case, name: str) -> Early:
    if name.startswith(OWN):
        return Early(own={name.removeprefix(OWN): own_views.own_file(case, name.removeprefix(OWN))})
    if name in OTHER_EDITIONS:
        early = Early(laws={OTHER_EDITIONS[name]: _found(OTHER_EDITIONS[name], case)})
        return early | Early(workbook_text=case.workbook_text, workbook_ids=case.workbook_ids) if name == WORKBOOK else early
    return _of_document(case) if name == DOCUMENT else Early()


def _of_document(case: Case) -> Early:
    return Early(views=_views(case), laws={law: _found(law, case) for law in OF_DOCUMENT}, words=_words(case))


def _tell(case: Case, early: Early) -> None:
    """What other processes have read, put where the laws look for it."""
    if early.words is not None:
        case.words = early.words
    if early.workbook_text is not None:
        case.workbook_text = early.workbook_text
    if early.workbook_ids is not None:
        case.workbook_ids = early.workbook_ids


def _leaks(case: Case, early: Early) -> list[str]:
    known = early.leaks
    found = (known[name] if (name := _name(case, path)) in known else _leaks_in(case, path) for path in leaks.files_of(case))
    return list(dict.fromkeys(line for lines in found for line in lines))


def _leaks_in(case: Case, path: Path) -> list[str]:
    """What the file tells; nothing where these very bytes were searched for the same before and told nothing."""
    try:
        key = leaks.searched_for(case, path)
        found = [] if key in case.memo else list(leaks.broken_in(case, [path]))
        case.unsure |= bool(found)
        if not case.unsure:
            case.clean.add(key)
        return found
    except UNREADABLE as error:
        case.unsure = True
        return [f"law 6: the written files cannot be judged: {error!r}"]


def _name(case: Case, path: Path) -> str:
    return path.relative_to(case.outputs).as_posix()


def _words(case: Case) -> Words | None:
    try:
        return case.words
    except UNREADABLE:
        return None


def _know_received(case: Case, processes: int) -> None:
    paths = [case.inputs / case.report["draft"]["file"], *(case.as_word(s["file"]) for s in case.submissions)]
    for known in each(lambda path: views_of([path]), unknown(paths, case.memo), processes):
        case.memo.update(known)


def _own_files(case: Case, early: Early) -> dict[str, str | None]:
    """File of by-contributor/ -> what is wrong with it, or None."""
    files = sorted(path.name for path in (case.outputs / OWN).glob("*.docx"))
    verdicts = (early.own.get(file) or own_views.own_file(case, file) for file in files)
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
        return [f"law {5 if law == FIGURES else law}: the written files cannot be judged: {error!r}"]
