"""The last stage: reads the written files back and says which of the laws of design.md section 3 hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pipeline.auditing.case import Case
from pipeline.auditing.judgement import Early, judged, judged_file, judged_other
from pipeline.auditing.received import Memo, views_of
from pipeline.auditing.verdict import Laws
from pipeline.auditing.witnesses import Witnesses

__all__ = ["Early", "Laws", "audit", "audit_other", "judge", "views_of"]


def audit(
    inputs: Path,
    outputs: Path,
    report: Mapping[str, Any],
    register_codes: Mapping[str, str],
    *,
    memo: Memo | None = None,
    processes: int = 1,
    early: Early | None = None,
    witnesses: Witnesses | None = None,
) -> Laws:
    """Judge laws 0 to 3, 5 and 6 on the files in ``outputs``; law 4 is left open, since it takes a second run.

    report: as report.json has it, with "ledger" and, where there is one, "meeting_order". register_codes: contributor
    -> code. memo: what is known of files by their hash; it grows, and may be kept as JSON for the next run.
    witnesses: files of other forms as Word files, where LibreOffice made some.
    early: what ``judge`` said of files where and when they were written; the others are judged here.
    Everything that is to be published must stand in ``outputs`` by now: what is written later is not judged.
    """
    known, seen = {} if memo is None else memo, witnesses or Witnesses()
    return judged(Case(inputs, outputs, dict(report), dict(register_codes), known, witnesses=seen), processes, early or Early())


def judge(
    inputs: Path, outputs: Path, report: Mapping[str, Any], register_codes: Mapping[str, str], memo: Memo,
    learnt: Mapping[str, Memo] | None = None, witnesses: Witnesses | None = None,
) -> Callable[[str], Early]:  # fmt: skip
    """A function that judges one written file, or a folder, by its name below ``outputs``; the answer is for ``audit``.

    learnt: by file, what is known of its paragraphs by their bytes; it grows where that file is judged.
    """
    known, seen = {} if learnt is None else learnt, witnesses or Witnesses()
    case = Case(inputs, outputs, dict(report), dict(register_codes), memo, learnt=known, witnesses=seen)
    return lambda name: judged_file(case, name)


def audit_other(
    inputs: Path, outputs: Path, document: str, report: Mapping[str, Any], register_codes: Mapping[str, str], memo: Memo,
    witnesses: Witnesses | None = None,
) -> list[str]:  # fmt: skip
    """What breaks laws 0 to 2 in ``document``, which holds the marks on another text than the draft."""
    return judged_other(Case(inputs, outputs, dict(report), dict(register_codes), memo, document, witnesses=witnesses or Witnesses()))
