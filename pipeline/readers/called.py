"""How contributors may be called in running text, and the rows of the comment form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..tables.reading import Known


@dataclass(frozen=True)
class Names:
    """How the contributors of a file, and all others, may be called. states: any name -> the register's own."""

    own: tuple[str, ...]
    states: Mapping[str, str]

    labels: Mapping[str, str] = field(default_factory=dict)  # of the comment form's rows -> id of the provision
    internal: tuple[str, ...] = ()  # what a note begins with that is not to circulate

    @property
    def known(self) -> Known:
        from ..tables.reading import Known  # needed for answers alone

        return Known(lambda words: words.strip() in self.states, self.labels)
