"""Edits of the draft from a remark, when and only when it says without doubt what is to change.

The edit is derived, the remark itself always stands beside it as a comment; what does not apply stays a comment.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..citations import Context, Ground, parse, resolve
from ..compare_words import compare_words
from ..instructions import Applied, Instruction, Refused, apply_all, apply_throughout
from ..model import FIRST_ATOM, PARAGRAPH_MARK, Draft, Edit, Placement, Provision, Span
from ..remarks import Remark
from .places import SURE

LIKENESS = 0.5  # share of words that a full text must have in common with the provision that it is to replace
MOST_LABEL = 3  # words of a label before a text
FEWEST = 4  # words of a full text
ATOM = chr(FIRST_ATOM)
NEW_PARAGRAPH = Span("paragraph", "", ("draft",))  # with the look of the paragraph beside it


class Doubt(Exception):
    """Why no edit is made, in a few words for the notice; never leaves this module."""


@dataclass(frozen=True)
class Derived:
    """edits, or in ``refused`` why there are none; ``remarks`` is what the officer should know of the edits."""

    edits: tuple[Edit, ...] = ()
    refused: str = ""
    remarks: tuple[str, ...] = ()


@dataclass
class Deriver:
    draft: Draft
    ground: Ground

    def __post_init__(self) -> None:
        self.by_id = {p.id: p for p in self.draft.provisions}
        self.plain = [p for p in self.draft.provisions if p.kind not in ("header", "row") and p.text]

    def derived(self, remark: Remark, provisions: Sequence[str], placement: Placement, instructions: Sequence[Instruction]) -> Derived:
        """What the remark changes at the provisions that it means."""
        try:
            edits, remarks = self._edits(remark, [self.by_id[p] for p in provisions], instructions)
        except Doubt as doubt:
            return Derived(refused=str(doubt))
        flag = "throughout" if any(i.scope == "throughout" for i in instructions) else "derived"
        made = tuple(replace(e, source=remark.place, placement=placement, flags=(*e.flags, flag)) for e in edits)
        return Derived(made, "", tuple(remarks))

    def _edits(self, remark: Remark, places: list[Provision], instructions: Sequence[Instruction]) -> tuple[list[Edit], tuple[str, ...]]:
        if any(i.scope == "throughout" for i in instructions):
            return self._throughout(instructions)
        if not places:
            raise Doubt("its place is not sure")
        if remark.emphasis:
            return self._shown(remark, places), ()
        if instructions:
            return self._instructed(places, instructions)
        return self._replaced(remark, places), ()

    # ---- instructions

    def _throughout(self, instructions: Sequence[Instruction]) -> tuple[list[Edit], tuple[str, ...]]:
        if len(instructions) != 1:
            raise Doubt("several instructions at once for the whole text")
        done = apply_throughout(instructions[0], [self._text(p) for p in self.plain])
        if isinstance(done, Refused):
            raise Doubt(str(done))
        edits = [e for p, hits in zip(self.plain, done.hits, strict=True) for e in _words(p, hits)]
        also = tuple(f"{self.plain[n].label}: also stands as “{form}”, not changed" for n, form in done.also)
        return edits, also

    def _instructed(self, places: list[Provision], instructions: Sequence[Instruction]) -> tuple[list[Edit], tuple[str, ...]]:
        edits: list[Edit] = []
        remarks: list[str] = []
        for p, given in self._dealt(places, instructions):
            done = apply_all(given, self._text(p))
            if isinstance(done, Refused):
                raise Doubt(f"{done} in {p.label}")
            edits += self._applied(done, p, given[0])
            remarks += done.remarks
        spans = sorted((e.story, e.start, e.end) for e in edits)
        if any(a[0] == b[0] and (a[2] > b[1] or a == b) for a, b in pairwise(spans)):
            raise Doubt("its changes meet")
        return edits, tuple(remarks)

    def _dealt(self, places: list[Provision], instructions: Sequence[Instruction]) -> Iterator[tuple[Provision, list[Instruction]]]:
        """Each instruction to the provision that it names itself; else all to each of the provisions."""
        first = instructions[0]
        if first.kind == "merge" or (first.kind == "new paragraph" and len(places) > 1):
            yield places[0 if first.target_side != "after" else -1], list(instructions)
            return
        named = {i.reference for i in instructions if i.reference}
        if len(named) > 1:
            for i in instructions:
                yield self._named(i.reference) if i.reference else places[0], [i]
            return
        for p in places:
            yield p, list(instructions)

    def _named(self, reference: str, section: str = "") -> Provision:
        found = [f for c in parse(reference) for f in resolve(c, self.ground, Context(section))[:1]]
        if not found or found[0].confidence < SURE or len(found[0].provisions) != 1 or found[0].document == "report":
            raise Doubt(f"“{reference}” is not one provision without doubt")
        return self.by_id[found[0].provisions[0]]

    def _applied(self, done: Applied, p: Provision, instruction: Instruction) -> list[Edit]:
        ways = {
            "edit": lambda: _words(p, done.edits),
            "rewrite": lambda: self._rewritten(p, done.new_text),
            "insert after": lambda: [self._new(self._after(p), done.new_text, p)],
            "insert before": lambda: [self._new(p.start, done.new_text, p)],
            "delete": lambda: [self._gone(p)],
            "move": lambda: self._moved(p, done),
            "merge": lambda: self._merged(p, done),
            "split": lambda: self._split(p, done),
        }
        return ways[done.action]()

    def _rewritten(self, p: Provision, text: str) -> list[Edit]:
        """Word by word; notes and pictures of the draft stay, since no words can name them."""
        old = self._text(p)
        out: list[Edit] = []
        for c in compare_words(old, text):
            out += _around_atoms(p, old, c.b0, c.b1, text[c.v0 : c.v1])
        if not out:
            raise Doubt("it reads so already")
        return out

    def _after(self, p: Provision) -> int:
        story = self.draft.stories[p.story]
        if story.kind != "body":
            raise Doubt("new paragraphs are made in the body of the draft only")
        return min(p.end + 1, len(story.text))

    def _new(self, at: int, text: str, p: Provision) -> Edit:
        if self.draft.stories[p.story].kind != "body" or not text.strip():
            raise Doubt("the new paragraph has no place or no words")
        spans = [s for line in text.strip().split("\n") if line.strip() for s in (Span("text", line.strip()), NEW_PARAGRAPH)]
        return Edit(p.story, at, at, tuple(spans))

    def _gone(self, p: Provision) -> Edit:
        story = self.draft.stories[p.story].text
        if self.draft.stories[p.story].kind != "body" or story[p.end : p.end + 1] != PARAGRAPH_MARK or p.end + 1 >= len(story):
            return Edit(p.story, p.start, p.end)
        return Edit(p.story, p.start, p.end + 1)

    def _moved(self, p: Provision, done: Applied) -> list[Edit]:
        text = self._text(p)
        if _has_atoms(text):
            raise Doubt("a note or picture stands in the paragraph to be moved")
        target = self._named(done.target, p.section)
        at = target.start if done.side == "before" or (done.side == "to" and target.start < p.start) else self._after(target)
        if p.start <= at <= p.end + 1 or target.story != p.story:
            raise Doubt("it stands there already")
        name = f"moved {p.id}"
        return [replace(self._gone(p), move=name), Edit(p.story, at, at, (Span("text", text), NEW_PARAGRAPH), move=name)]

    def _merged(self, p: Provision, done: Applied) -> list[Edit]:
        """Neighbours run together: the marks between them go."""
        story = self.draft.stories[p.story].text
        found = [self.by_id[i] for c in parse(done.target) for f in resolve(c, self.ground, Context(p.section))[:1] for i in f.provisions]
        places = sorted({(q.start, q.end) for q in found if q.story == p.story})
        if len(places) < 2 or any(b[0] != a[1] + 1 for a, b in pairwise(places)):
            raise Doubt("the paragraphs to be joined are not neighbours")
        return [Edit(p.story, end, end + 1, () if story[end - 1 : end] == " " else (Span("text", " "),)) for _, end in places[:-1]]

    def _split(self, p: Provision, done: Applied) -> list[Edit]:
        return [Edit(p.story, p.start + a, p.start + b, (NEW_PARAGRAPH,)) for a, b, _ in done.edits]

    # ---- full texts

    def _replaced(self, remark: Remark, places: list[Provision]) -> list[Edit]:
        """A full text for one provision, as comment tables have it."""
        text = remark.proposed.strip().strip('“”«»"').strip()
        if len(places) != 1 or not text:
            raise Doubt("it says no change of one provision")
        p = places[0]
        text = _unnumbered(text, p)
        if "\n" in text or len(text.split()) < FEWEST or _likeness(self._text(p), text) < LIKENESS:
            raise Doubt("its words are no version of the provision")
        return self._rewritten(p, text)

    def _shown(self, remark: Remark, places: list[Provision]) -> list[Edit]:
        """Additions and deletions shown by the looks that the file declares; a label may stand before the text."""
        gone, come = (_without(remark, look) for look in ("underline", "strike"))
        for p in places:
            for skipped in range(MOST_LABEL + 1):
                if _same(self._text(p), _from_word(gone, skipped)):
                    return self._rewritten(p, " ".join(_from_word(come, skipped).split()))
        raise Doubt("without its changes it is not the draft's text")

    def _text(self, p: Provision) -> str:
        return self.draft.stories[p.story].text[p.start : p.end]


def _words(p: Provision, edits: Sequence[tuple[int, int, str]]) -> list[Edit]:
    return [Edit(p.story, p.start + a, p.start + b, (Span("text", new),) if new else ()) for a, b, new in edits]


def _around_atoms(p: Provision, old: str, start: int, end: int, new: str) -> Iterator[Edit]:
    """The change in pieces that leave the atoms alone; the new words come with the first."""
    cuts = [start, *(k for k in range(start, end) if old[k] >= ATOM), end]
    stretches = [(a if number == 0 else a + 1, b) for number, (a, b) in enumerate(pairwise(cuts))] or [(start, end)]
    if old[start : start + 1] >= ATOM and end > start:
        stretches[0] = (start, start)
    for number, (a, b) in enumerate(stretches):
        if a < b or (number == 0 and new):
            yield Edit(p.story, p.start + a, p.start + b, (Span("text", new),) if new and number == 0 else ())


def _unnumbered(text: str, p: Provision) -> str:
    """Without the number that Word writes by itself, where the delegation typed it before its text."""
    first, _, rest = text.partition(" ")
    bare = first.strip("().:-–")
    return rest.strip() if bare and bare in (p.number.strip("(). "), p.label) and not p.text.startswith(first) else text


def _from_word(text: str, skipped: int) -> str:
    return text.split(None, skipped)[-1] if skipped and len(text.split()) > skipped else text


def _has_atoms(text: str) -> bool:
    return bool(text) and max(text) >= ATOM


def _without(remark: Remark, look: str) -> str:
    out, at = [], 0
    for start, end, found in sorted(remark.emphasis):
        if found == look:
            out.append(remark.proposed[at:start])
            at = end
    return "".join([*out, remark.proposed[at:]])


def _same(draft: str, text: str) -> bool:
    plain = ["".join(c for c in t.lower() if c.isalnum() and c < ATOM) for t in (draft, text)]
    return plain[0] == plain[1] != ""


def _likeness(one: str, other: str) -> float:
    a, b = (set(t.lower().split()) for t in (one, other))
    return len(a & b) / max(1, max(len(a), len(b)))
