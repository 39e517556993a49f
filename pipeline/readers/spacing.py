"""Differences that say the same: what turning a file of another form into a Word file does to spaces, paragraphs and fields.

Observed in LibreOffice 7.4: a table of contents gains an empty paragraph at its end, the mark of an inserted or deleted paragraph
changes sides, fields come back as text or under another instruction.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

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

    def without(self, edits: Sequence[Edit], went: Collection[Hunk] | None) -> list[Edit]:
        """The edits as they were meant. went: what the draft comes back with; None for a file with marks, of which each was meant."""
        meant = [e for e in edits if not self._is_empty(e)]
        meant = meant if went is None else [e for e in meant if not (self._is_within(e) or self._as_hunk(e) in went)]
        starts = {(e.story, e.start) for e in meant}
        return [self._whole(e) if (e.story, e.end) not in starts and (e.story, e.end + 1) not in starts else e for e in meant]

    def _whole(self, edit: Edit) -> Edit:
        """A paragraph whose words are all deleted goes as a whole: in .rtf and .doc the deletion of its mark is lost."""
        text = self.texts.get(edit.story, "")
        opens = text[max(edit.start - 1, 0) : edit.start] in ("", PARAGRAPH_MARK)
        if edit.inserted or edit.start == edit.end or not opens or text[edit.end : edit.end + 1] != PARAGRAPH_MARK:
            return edit
        return edit if edit.end + 1 >= len(text) else replace(edit, end=edit.end + 1)

    def _is_empty(self, edit: Edit) -> bool:
        """A paragraph without words, put in between two: what is left of a deleted one. Within a paragraph it splits that."""
        text = self.texts.get(edit.story, "")
        is_between = PARAGRAPH_MARK in (text[max(edit.start - 1, 0) : edit.start] or PARAGRAPH_MARK, text[edit.start : edit.start + 1])
        return bool(text) and edit.start == edit.end and is_between and {s.kind for s in edit.inserted} == {"paragraph"}

    def _is_within(self, edit: Edit) -> bool:
        """Whether it changes the spaces within a paragraph alone: of a file without marks nobody can say that it was meant."""
        old = self.texts.get(edit.story, "")[edit.start : edit.end]
        if edit.story not in self.texts or PARAGRAPH_MARK in old or any(s.kind not in ("text", "field") for s in edit.inserted):
            return False
        return self._said(old) == self._said("".join(s.text for s in edit.inserted if s.kind == "text"))

    @staticmethod
    def _as_hunk(edit: Edit) -> Hunk:
        """As a difference between two texts shows, where it adds words and paragraphs alone."""
        return edit.story, edit.start, edit.end, "".join(PARAGRAPH_MARK if s.kind == "paragraph" else s.text for s in edit.inserted)

    def _said(self, text: str) -> str:
        return "".join(c for c in "".join(text.split()) if c not in self.silent)
