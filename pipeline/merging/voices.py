"""Who asks for what: the edits of each live submission, as the merge takes them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..model import PARAGRAPH_MARK, VERSIONS, Draft, Edit, Provision, Submission, words_key


@dataclass(frozen=True, slots=True)
class Voice:
    """The edits of one submission on behalf of its contributors."""

    file: str
    contributors: tuple[str, ...]
    edits: tuple[Edit, ...]


@dataclass
class Ground:
    """The draft with the look-ups that the merge needs. order: contributors in the meeting's order."""

    draft: Draft
    order: tuple[str, ...]
    _by_story: dict[str, list[Provision]] = field(default_factory=dict)
    _starts: dict[str, list[int]] = field(default_factory=dict)
    _rank: dict[str, int] = field(default_factory=dict)
    _ranked: dict[frozenset[str], tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._rank = {name: i for i, name in enumerate(self.order)}
        for p in self.draft.provisions:
            self._by_story.setdefault(p.story, []).append(p)
        for story, found in self._by_story.items():
            found.sort(key=lambda p: p.start)
            self._starts[story] = [p.start for p in found]

    @cached_property
    def tables(self) -> dict[tuple[str, int], str]:
        """The story and offset of each table's atom -> the story of its rows."""
        return {(s.parent, s.at): s.id for s in self.draft.stories.values() if s.kind == "rows"}

    def ranked(self, contributors: Iterable[str]) -> tuple[str, ...]:
        """The names in the meeting's order, each once."""
        names = frozenset(contributors)
        if names not in self._ranked:
            self._ranked[names] = tuple(sorted(names, key=lambda c: (self._rank.get(c, len(self._rank)), c)))
        return self._ranked[names]

    def paragraph_at(self, story: str, offset: int) -> Provision | None:
        """The paragraph that holds an offset; the last one before it otherwise."""
        if story not in self._starts:
            return None
        return self._by_story[story][max(bisect_right(self._starts[story], offset) - 1, 0)]

    def opens_paragraph(self, story: str, offset: int) -> bool:
        """Whether a paragraph (or table) begins at this gap."""
        text = self.draft.stories[story].text
        if offset == 0 or text[offset - 1] == PARAGRAPH_MARK:
            return True
        p = self.paragraph_at(story, offset)
        return p is None or p.start == offset

    def whole_paragraphs(self, e: Edit) -> bool:
        """Whether the edit takes out whole paragraphs, their marks included."""
        text = self.draft.stories[e.story].text
        return e.end > e.start and text[e.end - 1] == PARAGRAPH_MARK and self.opens_paragraph(e.story, e.start)


def voices(submissions: Sequence[Submission], ground: Ground) -> list[Voice]:
    """The submissions that put marks on the draft, in the meeting's order, then by file name."""
    live = [s for s in submissions if s.contributors and s.edits and s.status in VERSIONS]
    rank = {name: i for i, name in enumerate(ground.order)}
    live.sort(key=lambda s: (rank.get(s.contributors[0], len(rank)), s.received or "", s.file))
    return [Voice(s.file, s.contributors, s.edits) for s in live]


def edit_key(e: Edit) -> tuple[object, ...]:
    """What makes two edits the same proposal."""
    return (e.story, e.start, e.end, words_key(e.inserted))


def is_block(e: Edit, ground: Ground) -> bool:
    """Whole new paragraphs, rows or tables before what stands at a gap; a paragraph mark inside a paragraph splits it."""
    if e.start != e.end or not e.inserted:
        return False
    last = e.inserted[-1].kind
    return last in ("table", "row") or (last == "paragraph" and ground.opens_paragraph(e.story, e.start))


def is_new(e: Edit, ground: Ground) -> bool:
    """Whole new paragraphs, rows or tables, also behind the last paragraph of a story, whose mark stays the last."""
    text = ground.draft.stories[e.story].text
    appended = e.start == e.end == len(text) - 1 and text.endswith(PARAGRAPH_MARK)
    return is_block(e, ground) or (appended and bool(e.inserted) and e.inserted[0].kind == "paragraph")
