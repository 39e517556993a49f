"""Differences that say the same: what turning a file of another form into a Word file does to spaces, paragraphs and fields.

Observed in LibreOffice 7.4: a table of contents gains an empty paragraph at its end, the mark of an inserted or deleted paragraph
changes sides, fields come back as text or under another instruction.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..model import PARAGRAPH_MARK, Edit
from ..ooxml.nodes import DocumentTree
from ..ooxml.stories import Atoms
from .version import Hunk

SILENT = ("field", "break")


@dataclass(frozen=True)
class Spacing:
    """texts: the draft's stories by id. silent: the atoms that say nothing."""

    texts: dict[str, str]
    silent: frozenset[str]

    @classmethod
    def of(cls, draft: DocumentTree, atoms: Atoms) -> Spacing:
        return cls({s.id: s.text for s in draft.stories()}, frozenset(c for c, name in atoms.names().items() if name in SILENT))

    def is_only(self, hunk: Hunk) -> bool:
        """Whether an unmarked difference leaves every word, note and picture of the draft as it is."""
        story, start, end, text = hunk
        return self._said(self.texts.get(story, "")[start:end]) == self._said(text)

    def is_of(self, edit: Edit) -> bool:
        """Whether an edit changes the spaces within a paragraph alone: of a file without marks nobody can say that it was meant."""
        old = self.texts.get(edit.story, "")[edit.start : edit.end]
        if PARAGRAPH_MARK in old or any(s.kind not in ("text", "field") for s in edit.inserted):
            return False
        return self._said(old) == self._said("".join(s.text for s in edit.inserted if s.kind == "text"))

    def _said(self, text: str) -> str:
        return "".join(c for c in "".join(text.split()) if c not in self.silent)
