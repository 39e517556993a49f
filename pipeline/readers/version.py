"""A submission's version of the draft as an edit script over the draft's stories: the same for tracked and clean files.

What counts is the difference between the draft B and the text V that was sent, never how it was marked. Where V was made
on another version of the draft (``own_base``), the difference between that version and B is not the delegation's: its own
changes are carried over to B (design.md section 4).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ..compare import compare, keep_last_mark
from ..compare_lines import match, pair
from ..compare_words import Change
from ..model import FIRST_ATOM, PARAGRAPH_MARK, Edit, Span
from ..ooxml.nodes import DocumentTree, RowNode, StoryNode, TableNode
from .places import Places
from .rebase import Target, carried_over, plain_target
from .spans import SpanReader

OWN_TABLES = 0xF000  # atoms from here on are tables that the draft does not have
Hunk = tuple[str, int, int, str]  # story, [start, end) of the draft, what stands there instead


@dataclass(slots=True)
class Pair:
    """A story of the draft and the story of the submission that is its version, with what changed between them."""

    base: StoryNode
    version: StoryNode
    changes: list[Change]
    target: Target

    def to_base(self, offset: int) -> int:
        """Where an offset of the version lies in the draft; inside new text, where that text stands."""
        at = self.target.from_version(offset)
        shift = 0
        for c in self.changes:
            if at < c.v0:
                break
            if at < c.v1 or (c.v0 == c.v1 == at and c.b1 > c.b0):
                return c.b1
            shift = c.b1 - c.v1
        return at + shift


@dataclass
class Comparison:
    """Everything that differs between the draft and one version of it."""

    pairs: list[Pair] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    hunks: list[tuple[Hunk, bool]] = field(default_factory=list)  # unmarked differences; whether left out


@dataclass
class Comparer:
    """Compares the draft's tree with a submission's. ``left_out`` says which unmarked differences are not its own."""

    draft: DocumentTree
    draft_spans: SpanReader
    version: DocumentTree
    spans: SpanReader
    places: Places
    own_base: DocumentTree | None = None
    left_out: Callable[[Hunk], bool] = lambda hunk: False
    result: Comparison = field(default_factory=Comparison)
    bases: dict[str, StoryNode] = field(default_factory=dict)

    def run(self) -> Comparison:
        if self.own_base is not None:
            self.bases = matched_stories(self.draft, self.own_base)
        self.story(self.draft.body, self.version.body)
        for key, node in note_pairs(self.draft, self.version):
            self.story(self.draft.notes[key], node)
        return self.result

    def story(self, base: StoryNode, version: StoryNode) -> None:
        share_tables(base, version)
        own = self.bases.get(base.id)
        target = plain_target(version) if own is None else self._carried(base, version, own)
        text = base.text
        changes = compare([x.stream for x in base.lines], target.lines())
        changes = keep_last_mark(changes, text, target.text)
        found = Pair(base, version, changes, target)
        self.result.pairs.append(found)
        self.result.edits += [self._edit(base, version, c, target) for c in changes]
        self._inside(found)

    def _carried(self, base: StoryNode, version: StoryNode, own: StoryNode) -> Target:
        share_tables(base, own)
        differences = compare([x.stream for x in base.lines], [x.stream for x in own.lines])
        if not differences:
            return plain_target(version)
        shown = own.text
        hunks = [(base.id, d.b0, d.b1, shown[d.v0 : d.v1]) for d in differences]
        out = [d for d, h in zip(differences, hunks, strict=True) if self.left_out(h)]
        self.result.hunks += [(h, self.left_out(h)) for h in hunks]
        if not out:
            return plain_target(version)
        share_tables(base, version)
        changes = compare([x.stream for x in own.lines], [x.stream for x in version.lines])
        return carried_over(base, own, version, out, changes)

    def _edit(self, base: StoryNode, version: StoryNode, change: Change, target: Target) -> Edit:
        spans: list[Span] = []
        for piece in target.cut(change.v0, change.v1):
            reader, node = (self.spans, version) if piece.of_version else (self.draft_spans, base)
            spans += reader.cut(node, piece.start, piece.end)
        place = self.places.of(version, target.version_offset(change.v0))
        return Edit(base.id, change.b0, change.b1, tuple(spans), place)

    def _inside(self, found: Pair) -> None:
        """Go into the tables and text boxes that both sides have."""
        gone = [(c.b0, c.b1) for c in found.changes]
        by_atom = {t.line.text: t for t in found.version.tables}
        for table in found.base.tables:
            other = by_atom.get(table.line.text)
            if other is not None and not any(a <= table.at < b for a, b in gone):
                self.table(table, other)
        self._boxes(found, gone)

    def _boxes(self, found: Pair, gone: list[tuple[int, int]]) -> None:
        if not found.base.boxes or not found.version.boxes:
            return
        there = {found.to_base(at): boxes for at, boxes in found.version.boxes.items()}
        for at, boxes in found.base.boxes.items():
            if not any(a <= at < b for a, b in gone):
                for mine, theirs in zip(boxes, there.get(at, ()), strict=False):
                    self.story(mine, theirs)

    def table(self, base: TableNode, version: TableNode) -> None:
        """Rows are compared like paragraphs; a row whose cells are others in number is replaced whole."""
        old, new = [r.text for r in base.rows], [r.text for r in version.rows]
        touched: set[int] = set()
        for b0, b1, v0, v1 in pair(old, new):
            touched.update(range(b0, b1))
            if b1 - b0 == v1 - v0 == 1 and len(base.rows[b0].cells) == len(version.rows[v0].cells):
                self.row(base.rows[b0], version.rows[v0])
            else:
                self._replace_rows(base, version, (b0, b1, v0, v1))
        for i, k in match(old, new):
            if i not in touched and len(base.rows[i].cells) == len(version.rows[k].cells):
                self.same_row(base.rows[i], version.rows[k])

    def same_row(self, base: RowNode, version: RowNode) -> None:
        """Its words are the draft's; what hangs on them (a comment, another look) is still to be placed."""
        for mine, theirs in zip(base.cells, version.cells, strict=True):
            if mine.boxes or mine.tables:
                self.story(mine, theirs)
            else:
                self.result.pairs.append(Pair(mine, theirs, [], plain_target(theirs)))

    def row(self, base: RowNode, version: RowNode) -> None:
        for mine, theirs in zip(base.cells, version.cells, strict=True):
            self.story(mine, theirs)

    def _replace_rows(self, base: TableNode, version: TableNode, stretch: tuple[int, int, int, int]) -> None:
        b0, b1, v0, v1 = stretch
        for i in range(b0, b1):
            self.result.edits.append(Edit(base.id, i, i + 1, (), self.places.of_row(version, min(v0, len(version.rows) - 1))))
        for k in range(v0, v1):
            row = self.spans.row(version.rows[k].element, version.rows[k].cells)
            self.result.edits.append(Edit(base.id, b1, b1, (row,), self.places.of_row(version, k)))


def share_tables(base: StoryNode, version: StoryNode) -> None:
    """Tables of the version take the atom of the draft's table of which they are a version."""
    if not version.tables:
        return
    atoms = [chr(FIRST_ATOM + OWN_TABLES + k) for k in range(len(version.tables))]
    for i, k in match([_table_text(t) for t in base.tables], [_table_text(t) for t in version.tables]):
        atoms[k] = base.tables[i].line.text
    version.name_tables(atoms)


def _table_text(table: TableNode) -> str:
    """The words of a table without its atoms; never empty, so that empty tables match as well."""
    return "".join(c for r in table.rows for c in (*r.text, " ") if ord(c) < FIRST_ATOM) + f"{len(table.rows)} "


def matched_stories(base: DocumentTree, other: DocumentTree) -> dict[str, StoryNode]:
    """The other tree's stories by the ids of the draft's."""
    out: dict[str, StoryNode] = {}
    _match_story(base.body, other.body, out)
    for key, node in note_pairs(base, other):
        _match_story(base.notes[key], node, out)
    return out


def _match_story(base: StoryNode, other: StoryNode, out: dict[str, StoryNode]) -> None:
    out[base.id] = other
    share_tables(base, other)
    by_atom = {t.line.text: t for t in other.tables}
    for table in base.tables:
        found = by_atom.get(table.line.text)
        if found is None:
            continue
        for i, k in match([r.text for r in table.rows], [r.text for r in found.rows]):
            if len(table.rows[i].cells) == len(found.rows[k].cells):
                for mine, theirs in zip(table.rows[i].cells, found.rows[k].cells, strict=True):
                    _match_story(mine, theirs, out)


def note_pairs(base: DocumentTree, version: DocumentTree) -> list[tuple[tuple[str, str], StoryNode]]:
    """Notes of the version that are versions of the draft's notes and are still referred to."""
    keys = version.reader.notes
    out = []
    for ident, node in version.notes.items():
        key = keys.get(ident)
        if key is not None and len(key) == 2 and (key[0], key[1]) in base.notes:
            out.append(((key[0], key[1]), node))
    return out


NoteKey = tuple[str, str]  # kind and id


def note_keys(
    base: dict[NoteKey, str], version: dict[NoteKey, str], added: frozenset[NoteKey] = frozenset()
) -> dict[NoteKey, tuple[str, ...]]:
    """For each note of the version the atom key of the draft's note that it is a version of, or one of its own.

    added: notes whose references are marked as inserted. They come second: a new "Ibid." must not take the place of the
    draft's own.
    """
    out: dict[NoteKey, tuple[str, ...]] = {k: (k[0], "new", text) for k, text in version.items()}
    taken: set[tuple[str, ...]] = set()
    for kind in ("footnote", "endnote"):
        for second in (False, True):
            old = [k for k in base if k[0] == kind and k not in taken]
            new = [k for k in version if k[0] == kind and (k in added) == second]
            pairs = match([base[k] or " " for k in old], [version[k] or " " for k in new])
            out |= {new[j]: old[i] for i, j in pairs}
            taken |= {old[i] for i, _ in pairs}
    return out


def moved(edits: list[Edit], stories: dict[str, str]) -> list[Edit]:
    """Whole paragraphs that one version takes out at one place and puts in at another are named as a move."""
    out = list(edits)
    taken = {i: stories[e.story][e.start : e.end] for i, e in enumerate(edits) if not e.inserted and _whole(e, stories)}
    count = 0
    for k, e in enumerate(edits):
        if e.start != e.end or not e.inserted or e.inserted[-1].kind != "paragraph":
            continue
        words = "".join(s.text for s in e.inserted if s.kind == "text") + PARAGRAPH_MARK
        i = next((i for i, t in taken.items() if t == words and edits[i].story == e.story and len(t.split()) > 2), None)
        if i is not None and all(s.kind in ("text", "paragraph") for s in e.inserted):
            count += 1
            del taken[i]
            for j in (i, k):
                out[j] = Edit(e.story, edits[j].start, edits[j].end, edits[j].inserted, edits[j].source, f"move{count}")
    return out


def _whole(e: Edit, stories: dict[str, str]) -> bool:
    text = stories.get(e.story, "")
    return e.end > e.start and text[e.end - 1 : e.end] == PARAGRAPH_MARK and text[e.start - 1 : e.start] in ("", PARAGRAPH_MARK)
