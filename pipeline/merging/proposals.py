"""Proposals: what one submission wishes for one provision, with the words before and after, for people to read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..model import (
    PARAGRAPH_MARK,
    TIED_TO_NOTHING,
    Comment,
    Draft,
    Edit,
    Placement,
    Proposal,
    ProposalType,
    Provision,
    Submission,
    readable,
    words_key,
)  # fmt: skip
from .ids import Ids
from .voices import Ground, is_new

Piece = tuple[str, str]
COMMENT_TYPES: dict[str, ProposalType] = {
    "format": "format", "general": "general comment", "support": "support", "reservation": "reservation", "withdrawal": "withdrawal",
}  # fmt: skip
ATOMS = "\U00100000"
MANY = 50  # tables in one go


@dataclass
class ProposalMaker:
    ground: Ground
    ids: Ids

    @property
    def draft(self) -> Draft:
        return self.ground.draft

    def of(self, submission: Submission) -> list[Proposal]:
        """All proposals and comments of one submission, in the order of the draft."""
        out = [self._proposal(submission, group) for group in self._groups(submission.edits)]
        out += [self._comment(submission, c) for c in submission.comments]
        return out

    def _groups(self, edits: Sequence[Edit]) -> Iterator[list[Edit]]:
        """Edits that make one proposal: a move, a new paragraph, or all that is asked for one paragraph."""
        moves: dict[str, list[Edit]] = defaultdict(list)
        places: dict[tuple[str, int, int], list[Edit]] = {}
        order: list[list[Edit]] = []
        for number, e in enumerate(edits):
            p = self.ground.paragraph_at(e.story, e.start)
            apart = is_new(e, self.ground) or self.ground.whole_paragraphs(e) or p is None
            key = (e.story, p.start if p is not None and not apart else e.start, number + 1 if apart else 0)
            group = moves[e.move] if e.move else places.setdefault(key, [])
            if not group:
                order.append(group)
            group.append(e)
        yield from order

    def _proposal(self, s: Submission, edits: list[Edit]) -> Proposal:
        kind = self._type(edits)
        first = next((e for e in edits if e.end > e.start), edits[0]) if kind == "move" else edits[0]
        provision = self._provision(first)
        change = self._moved(edits) if kind == "move" else self._change(edits, provision)
        before = "".join(t for op, t in change if op in "=-")
        after = "".join(t for op, t in change if op in "=+")
        key = [provision.id if provision else "", kind, *(f"{op}{t}" for op, t in change if op != "=")]
        placed = first.placement or Placement("marked" if s.form == "tracked" else "compared", 1.0)
        return Proposal(
            self.ids.give(s.contributors, *key), s.contributors, s.file, first.source, provision.id if provision else "",
            self._label(kind, first, provision) + self._target(kind, edits), provision.section if provision else "",
            kind, tuple(edits), None,
            before, after, change, placed.by, placed.confidence,
            flags=tuple(dict.fromkeys(f for e in edits for f in e.flags)),
        )  # fmt: skip

    def _tables(self, e: Edit) -> list[str]:
        """The rows of the tables that the edit takes out, where it takes out nothing else; its story's atoms say where they stand."""
        if e.inserted or not 0 < e.end - e.start <= MANY or self.draft.stories[e.story].text[e.start] < ATOMS:
            return []
        found = [self.ground.tables.get((e.story, at), "") for at in range(e.start, e.end)]
        return found if all(found) else []

    def _provision(self, e: Edit) -> Provision | None:
        story = self.draft.stories[e.story]
        if tables := self._tables(e):
            return self.ground.paragraph_at(f"{tables[0]}r1c1", 0)
        if story.kind == "rows":
            row = min(e.start, len(story.text) - 1)
            return self.ground.paragraph_at(f"{e.story}r{row + 1}c1", 0)
        back = e.start - 1 if is_new(e, self.ground) and e.start > 0 else e.start
        return self.ground.paragraph_at(e.story, back)

    def _type(self, edits: list[Edit]) -> ProposalType:
        first = edits[0]
        if any(e.move for e in edits):
            return "move"
        if len(edits) == 1 and is_new(first, self.ground):
            return "insert"
        rows = self.draft.stories[first.story].kind == "rows"
        if len(edits) == 1 and not first.inserted and (rows or self.ground.whole_paragraphs(first) or self._tables(first)):
            return "delete"
        return "amend"

    def _label(self, kind: ProposalType, e: Edit, provision: Provision | None) -> str:
        if provision is None:
            return ""
        label = provision.label
        if self.draft.stories[e.story].kind == "rows":
            label = label.split(", column")[0]
        elif self._tables(e):
            label = label.split(", row")[0]
        if kind == "insert":
            return f"before {label}" if e.start == 0 else f"after {label}"
        return label

    def _target(self, kind: ProposalType, edits: list[Edit]) -> str:
        """Where a moved paragraph goes."""
        to = next((e for e in edits if e.inserted), None) if kind == "move" else None
        place = self._provision(to) if to is not None else None
        return f" to after {place.label}" if place is not None else ""

    def _moved(self, edits: list[Edit]) -> tuple[Piece, ...]:
        """A move shows what leaves and what arrives, not what stands between."""
        out = [("-", self.draft.stories[e.story].text[e.start : e.end]) for e in edits]
        out += [("+", readable(e.inserted)) for e in edits]
        return tuple((op, self._shown(t)) for op, t in out if t)

    def _change(self, edits: list[Edit], provision: Provision | None) -> tuple[Piece, ...]:
        first = edits[0]
        if self.draft.stories[first.story].kind == "rows":
            return tuple(self._row_change(edits))
        if len(edits) == 1 and (tables := self._tables(first)):
            gone = (replace(first, story=rows, start=0, end=len(self.draft.stories[rows].text)) for rows in tables)
            return tuple(self._row_change(gone))
        start, end = self._bounds(edits, provision)
        text, at = self.draft.stories[first.story].text, start
        out: list[Piece] = []
        for e in sorted(edits, key=lambda e: (e.start, e.end)):
            if e.story != first.story:
                continue
            out += [("=", text[at : e.start]), ("-", text[e.start : e.end]), ("+", readable(e.inserted))]
            at = max(e.end, at)
        out.append(("=", text[at:end]))
        return tuple((op, self._shown(t)) for op, t in out if t)

    def _bounds(self, edits: list[Edit], provision: Provision | None) -> tuple[int, int]:
        low, high = min(e.start for e in edits), max(e.end for e in edits)
        if provision is None or any(is_new(e, self.ground) or e.move for e in edits):
            return low, low if not any(e.end > e.start for e in edits) else high
        last = self.ground.paragraph_at(edits[0].story, high - 1 if high > low else high)
        return min(low, provision.start), max(high, last.end if last and last.start <= high else high)

    def _row_change(self, edits: Iterable[Edit]) -> Iterator[Piece]:
        gap = ""
        for e in edits:
            for row in range(e.start, e.end):
                cells = (s for i, s in self.draft.stories.items() if i.startswith(f"{e.story}r{row + 1}c") and s.kind == "cell")
                yield "-", gap + self._shown(" | ".join(c.text.strip() for c in cells))
                gap = PARAGRAPH_MARK
            if e.inserted:
                yield "+", readable(e.inserted)

    def _shown(self, text: str) -> str:
        """Atoms of the draft by their names, such as [footnote]."""
        if text.isascii() or max(text) < ATOMS:
            return text
        return "".join(f"[{self.draft.atoms.get(c, '…')}]" if c >= ATOMS else c for c in text)

    def _comment(self, s: Submission, c: Comment) -> Proposal:
        provision = self.ground.paragraph_at(c.story, c.start) if c.kind not in TIED_TO_NOTHING else None
        kind = COMMENT_TYPES.get(c.kind, "comment")
        placed = c.placement or (Placement("marked", 1.0) if provision else Placement("by hand", 0.0))
        words = self._shown(self.draft.stories[c.story].text[c.start : c.end]) if provision else ""
        ident = self.ids.give(s.contributors, provision.id if provision else "", kind, c.text)
        return Proposal(
            ident, s.contributors, s.file, c.source, provision.id if provision else "", provision.label if provision else "",
            provision.section if provision else "", kind, (), c, words or (self._shown(provision.text) if provision else ""), "", (),
            placed.by, placed.confidence,
        )  # fmt: skip


def equal_ones(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Proposals that ask for the same, each told of the others."""
    out = list(proposals)
    same: dict[object, list[Proposal]] = defaultdict(list)
    for p in out:
        if p.edits:
            same[tuple((e.story, e.start, e.end, words_key(e.inserted)) for e in p.edits)].append(p)
    equal = {id(p): tuple(o.id for o in group if o is not p) for group in same.values() if len(group) > 1 for p in group}
    return [replace(p, equal_to=equal[id(p)]) if id(p) in equal else p for p in out]
