"""Sticky ids: the same contributor, provision and words keep their id; a retired id is never given again (law 5)."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass
class Ids:
    """Gives ids such as ``MEX-07``. known: what earlier runs gave, by key; it only ever grows."""

    codes: Mapping[str, str]
    known: dict[str, str] = field(default_factory=dict)
    _next: Counter[str] = field(default_factory=Counter)
    _seen: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        for ident in self.known.values():
            code, _, number = ident.rpartition("-")
            self._next[code] = max(self._next[code], int(number) if number.isdigit() else 0)

    def give(self, contributors: tuple[str, ...], *what: str) -> str:
        """The id for these contributors' wish; equal wishes of one contributor are counted apart."""
        first = contributors[0] if contributors else "X"
        words = "\x1f".join([*contributors, *what])
        self._seen[words] += 1
        digest = hashlib.sha256(f"{words}\x1f{self._seen[words]}".encode()).hexdigest()[:20]
        if digest not in self.known:
            code = self.codes.get(first, first[:3].upper())
            self._next[code] += 1
            self.known[digest] = f"{code}-{self._next[code]:02d}"
        return self.known[digest]
