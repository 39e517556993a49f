"""Writes the draft with marks: consolidated.docx with everybody's, by-contributor/*.docx with one contributor's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from ..cache import Shelves
from ..model import LIVE, TIED_TO_NOTHING, Comment, Draft, Insertion, Merged, Proposal, Submission, Union, words_key
from ..ooxml.artist import Anchors, Artist
from ..ooxml.base import Base
from ..ooxml.blocks import Kept, Region, moved_to, region_of
from ..ooxml.carry import PartsStore
from ..ooxml.comments import Note, add_comments, first_free
from ..ooxml.flow import Wording
from ..ooxml.inserted import Inserted
from ..ooxml.marks import SECRETARIAT, Marker
from ..ooxml.output import Around, Properties, add_styles, draw_parts, set_properties, with_around
from ..ooxml.package import Package
from ..ooxml.redrawn import Redrawn
from .phrases import headed, phrases
from .plain import conflict_bookmark, contested_bookmark, entry_bookmark, proposal_bookmark, provision_bookmarks


@dataclass(frozen=True)
class Setting:
    """What an output needs beside the proposals.

    codes: ISO codes by name; all_labels: attribution in words everywhere; names: in the language of the document.
    """

    codes: Mapping[str, str]
    properties: Properties
    secretariat_date: str = ""
    all_labels: bool = False
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def say(self) -> Mapping[str, str]:
        return phrases(self.properties.language)


class Editions(NamedTuple):
    """consolidated.docx, and what the same for print and as a page to read are made of, the page first."""

    marked: bytes
    printed: Callable[[Kept], bytes]
    package: Package
    region: Callable[[], Region | None]


def consolidated(
    base: Base,
    draft: Draft,
    merged: Merged,
    submissions: Sequence[Submission],
    store: PartsStore,
    setting: Setting,
    around: Callable[[], Around],
    kept: Shelves | None,
) -> Editions:
    """consolidated.docx: every proposal as marks, comments, labels and bookmarks; front matter and annexes around it.

    around: asked for last, so that it may be made at the same time by another process. kept: what was drawn before; None where
    nothing is to be kept: then paragraphs are drawn with their numbers at once.
    """
    package = base.package()
    artist = _artist(base, package, store, setting, _dates(submissions))
    artist.all_labels = setting.all_labels
    artist.wording = Wording(setting.names, setting.say["colon"], setting.say["to delete"])
    comments = [(p.contributors, p.comment) for p in merged.proposals if p.comment is not None]
    notes = _anchored_comments(base, package, artist.anchors, _with_translations(comments, setting))
    _bookmarks(base, artist.anchors, merged, setting.all_labels)
    _conflicts(base, artist.anchors, merged)
    artist.anchors.provisions = _provisions(base, draft)
    said = [setting.secretariat_date, setting.all_labels, setting.names, setting.properties.language]
    artist.redrawn = Redrawn(artist, kept("drawn", draft.sha256, said)) if kept is not None else None
    artist.use(_in_words(merged.stories, setting.say))
    main = draw_parts(package, base.canvas, artist, artist.inserted)
    pages = around()
    whole = with_around(package, main, pages)
    marked = _saved(package, whole, notes, artist.marker, setting, pages.styles)
    region = cache(lambda: region_of(whole))

    def for_print(kept: Kept) -> bytes:
        from .printed import printed

        other = with_around(package, main, replace(pages, before=pages.printed))
        return printed(package, other, moved_to(region(), other), setting.codes, pages.listed, kept)

    return Editions(marked, for_print, package, region)


def of_contributor(
    base: Base, unions: dict[str, Union], contributor: str, submissions: Sequence[Submission], store: PartsStore, setting: Setting
) -> bytes:
    """The draft with one contributor's marks alone: rejecting gives the draft, accepting what was sent."""
    package = base.package()
    own = [s for s in submissions if contributor in s.contributors]
    artist = _artist(base, package, store, setting, _dates(own))
    artist.labels, artist.keep_numbers = False, True
    comments = [((contributor,), _headed(c, setting)) for s in own if s.status in LIVE for c in s.comments]
    notes = _anchored_comments(base, package, artist.anchors, comments)
    artist.use(unions)
    main = draw_parts(package, base.canvas, artist, artist.inserted)
    return _saved(package, main, notes, artist.marker, setting, ())


def _dates(submissions: Iterable[Submission]) -> dict[str, str]:
    out: dict[str, str] = {}
    for s in submissions:
        for c in s.contributors:
            out[c] = max(out.get(c, ""), s.received or "")
    return out


def _artist(base: Base, package: Package, store: PartsStore, setting: Setting, dates: Mapping[str, str]) -> Artist:
    marker = Marker(setting.codes, dates, setting.secretariat_date, base.first_mark)
    inserted = Inserted(package, store, marker, base.styles, base.scopes, next_note=dict(base.next_note))
    return Artist(base.canvas, base.numbering, base.number_of, marker, inserted)


def _saved(
    package: Package, main: str, notes: list[Note], marker: Marker, setting: Setting, styles: tuple[str, ...]
) -> bytes:
    package.parts[package.main_part] = main.encode("utf-8")
    add_comments(package, notes, marker)
    add_styles(package, styles)
    set_properties(package, setting.properties)
    return package.save_bytes()


def _headed(comment: Comment, setting: Setting) -> Comment:
    """The words as received, after a head that says in which other language they are."""
    own = setting.properties.language
    return replace(comment, text=headed(comment.text, comment.language, own, bool(comment.translation), setting.say))


def _with_translations(
    comments: Iterable[tuple[tuple[str, ...], Comment]], setting: Setting
) -> Iterator[tuple[tuple[str, ...], Comment]]:
    """Each comment, followed by the Secretariat's own with the translation that was returned."""
    head = setting.say["secretariat translation"]
    for authors, comment in comments:
        yield authors, _headed(comment, setting)
        if comment.translation:
            yield (SECRETARIAT,), replace(comment, text=head + comment.translation, date=setting.secretariat_date)


def _anchored_comments(
    base: Base, package: Package, anchors: Anchors, comments: Iterable[tuple[tuple[str, ...], Comment]]
) -> list[Note]:
    """Number the comments and hang them at the nearest gaps where Word allows them."""
    out = []
    number = first_free(package)
    for authors, comment in comments:
        start = base.gap(comment.story, comment.start)
        if comment.kind in TIED_TO_NOTHING or start is None:
            continue
        end = base.gap(comment.story, comment.end)
        end = end if end is not None and end[0] == start[0] and end[1] >= start[1] else start
        anchors.starts[start].append(number)
        anchors.ends[end].append(number)
        out.append(Note(number, authors, comment.text, comment.date))
        number += 1
    return out


def _in_words(stories: dict[str, Union], say: Mapping[str, str]) -> dict[str, Union]:
    """The label of the draft's own wording in the language of the document."""
    return {
        story: replace(u, labels=tuple((at, say["draft option"]) for at, _ in u.labels)) if u.labels else u for story, u in stories.items()
    }


def _provisions(base: Base, draft: Draft) -> dict[tuple[str, int], str]:
    """A bookmark for each heading, paragraph and cell, where its paragraph begins."""
    names = zip(draft.provisions, provision_bookmarks([p.label for p in draft.provisions]), strict=True)
    return {(p.story, p.start): name for p, name in names if base.gap(p.story, p.start) == (p.story, p.start)}


def _conflicts(base: Base, anchors: Anchors, merged: Merged) -> None:
    """The number of each conflict before its words, leading to the annex, and a bookmark for the way back."""
    for c in merged.conflicts:
        gap = base.gap(*c.place)
        if gap is not None:
            anchors.bookmarks[gap].append(contested_bookmark(c.id))
            anchors.tags[gap].append((f"[{c.id}]", conflict_bookmark(c.id)))


def _bookmarks(base: Base, anchors: Anchors, merged: Merged, tagged: bool) -> None:
    """A bookmark for each proposal at its mark: P_MEX_07. tagged: its id as well, leading to its entry in the annex."""
    blocks: dict[tuple[str, int], list[Insertion]] = defaultdict(list)
    for story, union in merged.stories.items():
        for i in union.insertions:
            blocks[(story, i.at)].append(i)
    for p in merged.proposals:
        name, tag = proposal_bookmark(p.id), (f"[{p.id}]", entry_bookmark(p.id))
        own = _own_insertion(p, blocks)
        if own is not None:
            anchors.block_bookmarks[(p.edits[0].story, id(own))].append(name)
            if tagged:
                anchors.block_tags[(p.edits[0].story, id(own))].append(tag)
            continue
        place = p.edits[0] if p.edits else p.comment
        gap = base.gap(place.story, place.start) if place is not None else None
        if gap is not None and not (p.comment is not None and p.comment.kind in TIED_TO_NOTHING):
            anchors.bookmarks[gap].append(name)
            if tagged and p.edits:
                anchors.tags[gap].append(tag)


def _own_insertion(p: Proposal, blocks: Mapping[tuple[str, int], list[Insertion]]) -> Insertion | None:
    """The new paragraph, table or row that the proposal asks for, where it asks for one alone."""
    e = p.edits[0] if p.edits else None
    if e is None or e.start != e.end or p.type != "insert":
        return None
    key = words_key(e.inserted)
    found = (i for i in blocks.get((e.story, e.start), ()) if set(p.contributors) <= set(i.authors))
    return next((i for i in found if words_key(i.spans) == key and i.spans[0].kind != "table"), None)
