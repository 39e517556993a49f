"""The last stage: reads the written files back and says which of the laws of design.md section 3 hold."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.auditing.case import Case
from pipeline.auditing.judgement import judged
from pipeline.auditing.received import Memo, views_of
from pipeline.auditing.verdict import Laws

__all__ = ["Laws", "audit", "views_of"]


def audit(
    inputs: Path,
    outputs: Path,
    report: Mapping[str, Any],
    register_codes: Mapping[str, str],
    *,
    memo: Memo | None = None,
    processes: int = 1,
) -> Laws:
    """Judge laws 0 to 3, 5 and 6 on the files in ``outputs``; law 4 is left open, since it takes a second run.

    report: as report.json has it, with "ledger" and, where there is one, "meeting_order". register_codes: contributor
    -> code. memo: what is known of files by their hash; it grows, and may be kept as JSON for the next run.
    Everything that is to be published must stand in ``outputs`` by now: what is written later is not judged.
    """
    return judged(Case(inputs, outputs, dict(report), dict(register_codes), {} if memo is None else memo), processes)
