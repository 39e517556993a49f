"""Paragraphs as they were drawn before, by all that their drawing hangs on: the proposals and signs at them, and who speaks when.

Numbers of marks, bookmarks and comments count on through a document. They are kept as places, counted from the paragraph's
beginning, and given when it is put in. What has numbers or parts elsewhere (notes, pictures, text boxes) is not kept.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..model import Insertion
from ..store import to_json
from .blocks import Kept
from .canvas import Slot
from .stories import Line

if TYPE_CHECKING:
    from .artist import Artist, DrawnStory

MARK, BOOKMARK, COMMENT = "\x03", "\x04", "\x05"  # before the number of a place; no XML holds these characters
PLACE = re.compile(f"([{MARK}{BOOKMARK}{COMMENT}])(\\d+)")
BY_ITSELF = frozenset({"text", "draft", "paragraph", "field"})  # spans that are drawn with nothing elsewhere


@dataclass
class Redrawn:
    """Draws the paragraphs of one document, or takes them as they were. kept: for this draft and the settings of the document."""

    artist: Artist
    kept: Kept

    def paragraph(self, slot: Slot, story: DrawnStory, line: Line, draw: Callable[[], str]) -> str:
        end = line.start + len(line.stream)
        gaps = story.gaps[bisect_left(story.gaps, line.start) : bisect_right(story.gaps, end)]
        inserted = (i for at in gaps for i in story.insertions.get(at, ()))
        if not all(isinstance(piece, str) for piece in slot.content) or not all(map(_by_itself, inserted)):
            return draw()
        numbers: dict[int, int] = {}  # of comments -> which of this paragraph's it is
        key = self._key(slot.story, story, line.start, end, gaps, numbers)
        found = self.kept.get(key)
        if found is None:
            found = self.kept[key] = self._with_places(draw, numbers)
        return self._numbered(found, list(numbers))

    def _key(self, name: str, story: DrawnStory, start: int, end: int, gaps: list[int], numbers: dict[int, int]) -> str:
        first, last = bisect_right(story.ends, start), len(story.deletions)
        deletions = []
        while first < last and story.deletions[first].start < end:
            deletions.append(story.deletions[first])
            first += 1
        at_gaps = [list(self._at(name, story, at, at == end, numbers)) for at in gaps]
        authors = {d.authors for d in deletions} | {i.authors for at in gaps for i in story.insertions.get(at, ())}
        signed = sorted(map(self.artist.marker.signed, authors))
        return hashlib.blake2b(to_json([name, start, deletions, at_gaps, signed]), digest_size=16).hexdigest()

    def _at(self, name: str, story: DrawnStory, at: int, behind: bool, numbers: dict[int, int]) -> Iterator[Any]:
        """What stands at a gap. behind: of the gap behind the paragraph only who is named there counts."""
        insertions = story.insertions.get(at, [])
        yield at
        if behind:
            yield [(i.label, i.authors) for i in insertions]
            return
        anchors, key = self.artist.anchors, (name, at)
        yield insertions
        yield [(anchors.block_bookmarks.get((name, id(i))), anchors.block_tags.get((name, id(i)))) for i in insertions]
        yield from (story.labels.get(at), anchors.bookmarks.get(key), anchors.tags.get(key), anchors.provisions.get(key))
        for comments in (anchors.starts.get(key, ()), anchors.ends.get(key, ())):
            yield [numbers.setdefault(number, len(numbers)) for number in comments]

    def _with_places(self, draw: Callable[[], str], numbers: dict[int, int]) -> list[Any]:
        """The paragraph with places for its numbers, and how many marks and bookmarks it has."""
        artist, marker = self.artist, self.artist.marker
        before = marker.next_id, artist.next_bookmark
        marker.next_id, artist.next_bookmark = 0, 0
        marker.place, artist.place, artist.places = MARK, BOOKMARK, {number: f"{COMMENT}{i}" for number, i in numbers.items()}
        try:
            return [draw(), marker.next_id, artist.next_bookmark]
        finally:
            marker.next_id, artist.next_bookmark = before
            marker.place, artist.place, artist.places = "", "", {}

    def _numbered(self, found: list[Any], comments: list[int]) -> str:
        text, marks, bookmarks = found
        first = {MARK: self.artist.marker.next_id, BOOKMARK: self.artist.next_bookmark}
        self.artist.marker.next_id += marks
        self.artist.next_bookmark += bookmarks
        return PLACE.sub(lambda m: str(comments[int(m[2])] if m[1] == COMMENT else first[m[1]] + int(m[2])), text)


def _by_itself(i: Insertion) -> bool:
    return all(s.kind in BY_ITSELF for s in i.spans)
