"""What the audit finds, in the words of report.json (design.md section 6, "laws")."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Laws:
    """own_view: contributor -> whether the document shows exactly what it sent. problems: one sentence each."""

    reject_all: bool
    own_view: dict[str, bool]
    attribution: bool
    completeness: dict[str, int]
    same_ids: bool
    leaks: list[str]
    problems: list[str]
    by_contributor: dict[str, bool] = field(default_factory=dict)
    determinism: bool | None = None

    @property
    def stops(self) -> bool:
        """Laws 0, 2 and 6 stop publication (design.md section 3)."""
        return not self.reject_all or not self.attribution or bool(self.leaks)

    @property
    def broken_views(self) -> tuple[str, ...]:
        return tuple(who for who, holds in self.own_view.items() if not holds)

    @property
    def hold(self) -> bool:
        return not self.problems

    def as_json(self) -> dict[str, Any]:
        return {
            "reject_all": self.reject_all, "own_view": self.own_view, "attribution": self.attribution,
            "completeness": self.completeness, "determinism": self.determinism, "same_ids": self.same_ids,
            "leaks": self.leaks, "by_contributor": self.by_contributor, "problems": self.problems,
        }  # fmt: skip
