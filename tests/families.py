"""Draws families: a draft and what two to six states sent on it, with rival and equal edits among them.

Everything is drawn from one ``random.Random``; Hypothesis hands in its own, so that a failing family shrinks.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tests.versions import Document, Edit, Paragraph, Row, Table, Token, edited, settled, tokens_of
from tests.word import package

STATES = ("Argentina", "Brazil", "Canada", "Chile", "Mexico", "Peru", "Uruguay")  # in the meeting's order
PEOPLE = (("Ana Paz", "Luis Rey"), ("Rui Melo", "Eva Luz"), ("Jon Ash", "Amy Fox"))
SENTENCES = (
    "Member states shall ensure the protection of the human rights of all migrants and of their families.",
    "The Commission will prepare a report on the situation of migrant workers every two years.",
    "To request the Permanent Council to follow up on this Program.",
    "The organs of the system may exchange best practices, and may publish them.",
    "Each state that has ratified the Convention is invited to report; others are encouraged to do so.",
    "Nothing in this Program limits the right of states to regulate entry into their territory.",
    "Promote education, in the languages of the host country, for the children of migrants.",
    "The costs are met from the regular budget and from external funds.",
    "States recognize the contribution that migrants make to their communities of origin.",
    "A workshop on the prevention of trafficking shall be held in the first half of the year.",
    "Consular officers must have access to detained nationals without delay.",
    "Encourage the ratification of the relevant instruments of the region.",
)
HEADINGS = ("General activities", "Objectives of the Program", "Activities of the organs", "Follow-up and review")
CELLS = ("Justice Studies Center", "High", "Two years", "Inter-American Children’s Institute", "The Commission", "n/a")
WORDS = (
    "should", "may", "as appropriate", "in accordance with national law", "take note of", "voluntary", "all persons",
    "without discrimination", "2006", "the General Secretariat", "invite", "and their families",
)  # fmt: skip
PARAGRAPHS = (
    "To establish a fund for the return of migrants in dignity.", "Reports shall be made public within one month.",
    "The media are called upon to avoid stereotypes of migrants.", "To convene a meeting of experts.",
)  # fmt: skip
Footprint = frozenset[tuple[str, int]]


@dataclass(frozen=True)
class Sent:
    """What one submission holds. names: its contributors; marked: with the edits as marks."""

    names: tuple[str, ...]
    tracked: bool
    edits: tuple[Edit, ...]
    marked: Document
    people: tuple[str, str]
    cut: int

    @property
    def file(self) -> str:
        return f"{' and '.join(self.names)}.docx"

    def data(self) -> bytes:
        return package(self.marked if self.tracked else settled(self.marked, True), self.people, self.cut)


@dataclass(frozen=True)
class Family:
    draft: Document
    sent: tuple[Sent, ...]

    def __repr__(self) -> str:
        """What a person needs to see of a failing family."""
        texts = [f"{p.uid}: {''.join(t.text or t.kind.join('[]') for t in p.tokens)}" for p in self.draft.paragraphs().values()]
        asked = [f"{s.file} ({'tracked' if s.tracked else 'clean'}): {e}" for s in self.sent for e in s.edits]
        return "\n".join(["", *texts, *asked])

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """Hypothesis prints values field by field unless told otherwise."""
        printer.text(repr(self))


def family(rng: random.Random, states: tuple[int, int] = (2, 6)) -> Family:
    """A draft and the submissions of some states."""
    draft = draw_draft(rng)
    names = [(s,) for s in sorted(rng.sample(STATES, rng.randint(*states)))]
    if len(names) > 2 and rng.random() < 0.15:
        names[:2] = [(*names[0], *names[1])]
    made: list[tuple[Edit, ...]] = []
    sent = []
    for number, who in enumerate(names):
        edits = draw_edits(rng, draft, made, number)
        made.append(edits)
        tracked = rng.random() < 0.6 or kept(draft, edits) < 0.3
        junk = " perhaps" if tracked and rng.random() < 0.3 else ""
        marked = edited(draft, edits, junk)
        sent.append(Sent(who, tracked, edits, marked, PEOPLE[number % 3], rng.choice((3, 5, 9, 40))))
    return Family(draft, tuple(sent))


# the draft


def draw_draft(rng: random.Random) -> Document:
    bodies: list[Paragraph | Table] = [Paragraph("h1", tokens_of(rng.choice(HEADINGS)), "Heading1")]
    notes: dict[str, tuple[Paragraph, ...]] = {}
    count = rng.randint(3, 7)
    table_at = rng.randint(0, count) if rng.random() < 0.5 else -1
    for k in range(count):
        kind = rng.choice(("list", "list", "list", "plain", "plain", "heading", "repeat", "empty"))
        before = bodies[-1]
        if kind == "repeat" and isinstance(before, Paragraph) and before.level is not None:
            plain = tuple(replace(t, wrap="") for t in before.tokens if t.kind == "word")
            bodies.append(replace(before, uid=f"p{k}", tokens=plain))
        elif kind == "heading":
            bodies.append(Paragraph(f"p{k}", tokens_of(rng.choice(HEADINGS)), "Heading2"))
        elif kind == "empty" and 0 < k < count - 1:
            bodies.append(Paragraph(f"p{k}", ()))
        else:
            tokens = _decorated(rng, f"p{k}", notes)
            level = rng.choice((0, 0, 1)) if kind in ("list", "repeat") else None
            bodies.append(Paragraph(f"p{k}", tokens, "ListNumber" if level is not None else "", level))
        if k == table_at:
            bodies.append(_draw_table(rng))
    if isinstance(bodies[-1], Table):
        bodies.append(Paragraph("end", tokens_of(rng.choice(SENTENCES))))
    return Document(tuple(bodies), notes)


def _decorated(rng: random.Random, uid: str, notes: dict[str, tuple[Paragraph, ...]]) -> tuple[Token, ...]:
    """One to three sentences in one to four looks, at times with a control, a link, a bookmark, a field or a note."""
    tokens = list(tokens_of(" ".join(rng.sample(SENTENCES, rng.choice((1, 1, 2, 3))))))
    for _ in range(rng.choice((0, 0, 1, 3))):
        a = rng.randrange(len(tokens))
        look = rng.choice(("b", "i", "bi"))
        tokens[a : a + 5] = [replace(t, look=look) for t in tokens[a : a + 5]]
    extra = rng.choice(("", "", "", "control", "link", "mark", "field", "note", "note"))
    at = rng.randrange(2, len(tokens) - 4)
    if extra in ("control", "link", "mark"):
        tokens[at : at + 4] = [replace(t, wrap=f"{extra} {uid}") for t in tokens[at : at + 4]]
    elif extra == "field":
        tokens[at:at] = [Token(" "), Token("", kind="field", name=rng.choice(("PAGE", "REF _Ref1 \\h", "NUMPAGES")))]
    elif extra == "note":
        name = f"n{uid}"
        tokens.insert(at, Token("", kind="note", name=name))
        notes[name] = (Paragraph(name, tokens_of(rng.choice(SENTENCES))),)
    return tuple(tokens)


def _draw_table(rng: random.Random) -> Table:
    columns = rng.randint(2, 3)
    rows = []
    for r in range(rng.randint(2, 4)):
        cells = ((Paragraph(f"c{r}.{k}", tokens_of(rng.choice(CELLS + SENTENCES[:4]))),) for k in range(columns))
        rows.append(Row(tuple(cells)))
    return Table("t", tuple(rows))


# edits


def draw_edits(rng: random.Random, draft: Document, made: Sequence[Sequence[Edit]], number: int) -> tuple[Edit, ...]:
    """One to five edits of one state; among those of later states every other is a rival, every fourth is equal."""
    out: list[Edit] = []
    taken: set[tuple[str, int]] = set()
    earlier = [e for es in made for e in es]
    turn = rng.randrange(4)
    for k in range(rng.randint(1, 5)):
        way = ("rival", "equal", "rival", "fresh")[(turn + k) % 4] if earlier else "fresh"
        for _ in range(4):
            e = draw_edit(rng, draft, way, earlier)
            where = footprint(e, draft) if e is not None else frozenset()
            if e is not None and not taken & where and _fits(e, out):
                out.append(e)
                taken |= where
                break
    return tuple(out)


def _fits(e: Edit, others: Sequence[Edit]) -> bool:
    """A table keeps a row at least, a body most of its paragraphs."""
    return sum(o.kind == e.kind for o in others) < (1 if e.kind == "drop row" else 2) or e.kind == "words"


def draw_edit(rng: random.Random, draft: Document, way: str, earlier: Sequence[Edit]) -> Edit | None:
    if way == "equal":
        return rng.choice(earlier)
    if way == "rival":
        return rival(rng, draft, rng.choice(earlier))
    kind = rng.choice(("words", "words", "words", "rewrite", "new", "drop", "move", "split", "join", "row", "note"))
    return FRESH.get(kind, fresh_words)(rng, draft)


def _target(rng: random.Random, draft: Document, body: bool = False) -> Paragraph:
    found = [p for p in (draft.blocks if body else draft.paragraphs().values()) if isinstance(p, Paragraph) and p.tokens]
    return rng.choice(found)


def fresh_words(rng: random.Random, draft: Document) -> Edit:
    p = _target(rng, draft)
    start = rng.randrange(len(p.tokens))
    return words_edit(rng, p, start, min(len(p.tokens), start + rng.choice((1, 1, 3, 5))))


def words_edit(rng: random.Random, p: Paragraph, start: int, end: int) -> Edit:
    """Replace, insert or delete around [start, end), the way that a person leaves the spaces."""
    space = start > 0 and p.tokens[start - 1].text == " "
    way = rng.choice(("replace", "replace", "insert", "delete"))
    if way == "replace":
        return Edit("words", p.uid, start, end, rng.choice(WORDS))
    if way == "insert":
        return Edit("words", p.uid, start, start, rng.choice(WORDS) + " " if space or not start else " " + rng.choice(WORDS))
    return Edit("words", p.uid, start - 1 if space else start, end)


def _rewrite(rng: random.Random, draft: Document) -> Edit:
    p = _target(rng, draft)
    return Edit("words", p.uid, 0, len(p.tokens), rng.choice(SENTENCES))


def _new(rng: random.Random, draft: Document) -> Edit:
    return Edit("new", _target(rng, draft).uid, words=rng.choice(PARAGRAPHS))


def _drop(rng: random.Random, draft: Document) -> Edit | None:
    """Not the first block, and not a last one that follows a table: Word needs a paragraph there."""
    where = rng.randrange(1, len(draft.blocks))
    p = draft.blocks[where]
    if not isinstance(p, Paragraph) or (where == len(draft.blocks) - 1 and not isinstance(draft.blocks[where - 1], Paragraph)):
        return None
    return Edit("drop", p.uid)


def _move(rng: random.Random, draft: Document) -> Edit | None:
    found = [b for b in draft.blocks[:-1] if isinstance(b, Paragraph) and b.uid != "h1"]
    if len(found) < 2:
        return None
    p, to = rng.sample(found, 2)
    at = {b.uid: k for k, b in enumerate(draft.blocks)}
    plain = p.tokens and all(t.kind == "word" for t in p.tokens)
    return Edit("move", p.uid, to=to.uid) if plain and at[p.uid] != at[to.uid] + 1 else None


def _split(rng: random.Random, draft: Document) -> Edit | None:
    p = _target(rng, draft)
    spaces = [k for k, t in enumerate(p.tokens) if t.text == " " and not t.wrap]
    if not spaces:
        return None
    at = rng.choice(spaces)
    return Edit("split", p.uid, at, at + rng.randint(0, 1))


def _join(rng: random.Random, draft: Document) -> Edit | None:
    at = rng.randrange(len(draft.blocks) - 1)
    p, following = draft.blocks[at : at + 2]
    if not isinstance(p, Paragraph) or not isinstance(following, Paragraph) or p.uid == "h1":
        return None
    return Edit("join", p.uid, words=rng.choice((" ", " and ")))


def _row(rng: random.Random, draft: Document) -> Edit | None:
    table = next((b for b in draft.blocks if isinstance(b, Table)), None)
    if table is None:
        return None
    if rng.random() < 0.5:
        return Edit("drop row", table.uid, rng.randrange(len(table.rows)))
    return Edit("row", table.uid, rng.randrange(-1, len(table.rows)), words=rng.choice(WORDS))


def _note(rng: random.Random, draft: Document) -> Edit:
    """A new note, an edited one or one left out."""
    held = [(p, k) for p in draft.paragraphs().values() for k, t in enumerate(p.tokens) if t.kind == "note"]
    if held and rng.random() < 0.7:
        p, k = rng.choice(held)
        if rng.random() < 0.4:
            return Edit("words", p.uid, k, k + 1)
        note = draft.notes[p.tokens[k].name][0]
        at = rng.randrange(len(note.tokens))
        return words_edit(rng, note, at, min(len(note.tokens), at + 3))
    p = _target(rng, draft, body=True)
    at = rng.randrange(1, len(p.tokens) + 1)
    return Edit("note", p.uid, at, at, rng.choice(SENTENCES))


FRESH: dict[str, Callable[[random.Random, Document], Edit | None]] = {
    "rewrite": _rewrite, "new": _new, "drop": _drop, "move": _move, "split": _split, "join": _join, "row": _row, "note": _note,
}  # fmt: skip


def rival(rng: random.Random, draft: Document, e: Edit) -> Edit | None:
    """Another edit at the same place."""
    table = next((b for b in draft.blocks if isinstance(b, Table)), None)
    if table is not None and e.target == table.uid:
        row = min(max(e.start, 0), len(table.rows) - 1)
        if e.kind == "row":
            return replace(e, words=rng.choice(WORDS))
        p = rng.choice(table.rows[row].cells)[0]
    else:
        p = draft.paragraphs()[e.target]
    if e.kind in ("new", "note"):
        return replace(e, words=rng.choice(PARAGRAPHS))
    body = any(b is p for b in draft.blocks[1:-1])
    if body and rng.random() < 0.15:
        return Edit("drop", p.uid)
    if not p.tokens:
        return Edit("drop", p.uid) if body else None
    if e.kind == "words" and rng.random() < 0.7:
        start = max(0, min(e.start + rng.randint(-2, 2), len(p.tokens) - 1))
        end = max(start + 1, min(e.end + rng.randint(-1, 3), len(p.tokens)))
        return words_edit(rng, p, start, end)
    if rng.random() < 0.3:
        return Edit("words", p.uid, 0, len(p.tokens), rng.choice(SENTENCES))
    start = rng.randrange(len(p.tokens))
    return words_edit(rng, p, start, min(len(p.tokens), start + 5))


# how edits relate


def kept(draft: Document, edits: Sequence[Edit]) -> float:
    """The share of the body that stays; an unmarked file that keeps next to nothing is taken for a letter, rightly."""
    tokens = [t for b in edited(draft, edits).blocks if isinstance(b, Paragraph) for t in b.tokens if t.state in ("", "del", "from")]
    return sum(not t.state for t in tokens) / max(1, len(tokens))


def footprint(e: Edit, draft: Document) -> Footprint:
    """The tokens and gaps that an edit touches; two edits of one state touch no common ones."""
    known = draft.paragraphs()
    if e.kind in ("row", "drop row"):
        table = next(b for b in draft.blocks if isinstance(b, Table))
        cells = table.rows[e.start].cells if e.kind == "drop row" else ()
        return frozenset({(f"{e.kind} {e.target}", e.start), *(t for c in cells for p in c for t in _all(p))})
    p = known[e.target]
    if e.kind == "new":
        return frozenset({(f"behind {e.target}", 0)})
    if e.kind == "drop":
        return frozenset(_all(p))
    if e.kind == "move":
        return frozenset({*_all(p), (f"behind {e.to}", 0)})
    if e.kind == "join":
        following = draft.blocks[[b.uid for b in draft.blocks].index(e.target) + 1].uid
        return frozenset({(e.target, len(p.tokens)), (e.target, -1), (f"behind {e.target}", 0), (following, 0), (following, -1)})
    return frozenset((e.target, k) for k in range(e.start, e.end + 1))


def _all(p: Paragraph) -> Iterator[tuple[str, int]]:
    return ((p.uid, k) for k in range(-1, len(p.tokens) + 1))


def shares(found: Family) -> tuple[int, int, int]:
    """How many edits there are, how many of them rival one of another state, how many are equal to one."""
    rivals = equals = total = 0
    for s in found.sent:
        others = [e for o in found.sent if o is not s for e in o.edits]
        places = [(o, footprint(o, found.draft)) for o in others]
        for e in s.edits:
            total += 1
            rivals += any(o != e and footprint(e, found.draft) & where for o, where in places)
            equals += e in others
    return total, rivals, equals
