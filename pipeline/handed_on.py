"""What the stages hand on, as readable JSON in outputs/stages: written by a whole run and by each stage alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from .model import Merged, Proposal, Submission
from .store import write_json, write_lines, write_listed


def keep_register(folder: Path, submissions: Sequence[Submission]) -> None:
    """What was received, as settled; what stands in each file is in stages/ingest."""
    write_json(folder / "register.json", [replace(s, edits=(), comments=(), ledger=(), prose=()) for s in submissions])


def keep_aligned(folder: Path, proposals: Sequence[Proposal]) -> None:
    """The proposals as align leaves them; their conflicts are the merge's."""
    write_lines(folder / "align.json", (replace(p, conflict="") if p.conflict else p for p in proposals))


def keep_merged(folder: Path, merged: Merged) -> None:
    found = {"stories": merged.stories, "conflicts": merged.conflicts, "notices": merged.notices}
    write_listed(folder / "merge.json", found)
