"""Documents as plain values, and what edits make of them: what the generator of families says that a state sent.

A document is blocks; a paragraph is tokens (words, spaces, notes, fields). An edited document still holds what it
deletes: each token, paragraph mark and row says in which state it is, as Word's own revision marks do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

GONE = {True: ("del", "from", "both"), False: ("ins", "to", "both")}  # accept -> states that fall away


@dataclass(frozen=True, slots=True)
class Token:
    """kind: "word" (also a space), "note", "field", "mark". name: of the note, or the field's instruction.

    look: "b", "i" or both. wrap: the control, link or bookmark around it. state: "", "ins", "del", "from", "to", and
    "both" for words that one person of a delegation inserted and another deleted.
    """

    text: str
    look: str = ""
    kind: str = "word"
    name: str = ""
    wrap: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    uid: str
    tokens: tuple[Token, ...]
    style: str = ""
    level: int | None = None  # of the automatic numbering
    state: str = ""  # of the paragraph mark
    move: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[tuple[Paragraph, ...], ...]
    state: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    uid: str
    rows: tuple[Row, ...]


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    blocks: tuple[Block, ...]
    notes: Mapping[str, tuple[Paragraph, ...]] = field(default_factory=dict)

    def stories(self) -> Iterator[tuple[Paragraph, ...]]:
        """Body (without its tables), cells and notes, each as its paragraphs."""
        yield tuple(b for b in self.blocks if isinstance(b, Paragraph))
        for table in (b for b in self.blocks if isinstance(b, Table)):
            yield from (cell for row in table.rows for cell in row.cells)
        yield from self.notes.values()

    def paragraphs(self) -> dict[str, Paragraph]:
        return {p.uid: p for story in self.stories() for p in story}


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of the draft. target: uid of a paragraph, table or (for notes) paragraph that holds the reference.

    kind: "words" ([start, end) of the tokens gives way to ``words``), "new" (a paragraph behind the target), "drop",
    "move" (behind ``to``), "split" (at start), "join" (with the next), "row" (behind row start), "drop row", "note" (at
    start).
    """

    kind: str
    target: str
    start: int = 0
    end: int = 0
    words: str = ""
    to: str = ""


def tokens_of(words: str, **given: str) -> tuple[Token, ...]:
    """Words and single spaces, in turn."""
    out: list[Token] = []
    for k, word in enumerate(words.split(" ")):
        if k:
            out.append(Token(" ", **given))
        if word:
            out.append(Token(word, **given))
    return tuple(out)


def edited(draft: Document, edits: Sequence[Edit], junk: str = "") -> Document:
    """The draft with the edits as marks. junk: words that one person adds to insertions and another deletes again."""
    work = _Work({}, dict(draft.notes), junk)
    for e in edits:
        work.by_target.setdefault(e.target, []).append(e)
    blocks: list[Block] = []
    for at, block in enumerate(draft.blocks):
        if isinstance(block, Table):
            blocks.append(_table(block, work))
        else:
            _paragraph(block, at == len(draft.blocks) - 1, blocks, work, draft.paragraphs())
    notes = {k: _story(v, work) for k, v in work.notes.items() if k in draft.notes}
    return Document(tuple(blocks), {**work.notes, **notes})


@dataclass
class _Work:
    by_target: dict[str, list[Edit]]
    notes: dict[str, tuple[Paragraph, ...]]
    junk: str

    def of(self, target: str, *kinds: str) -> list[Edit]:
        return [e for e in self.by_target.get(target, []) if e.kind in kinds]


def _story(paragraphs: Sequence[Paragraph], work: _Work) -> tuple[Paragraph, ...]:
    out: list[Block] = []
    known = {p.uid: p for p in paragraphs}
    for k, p in enumerate(paragraphs):
        _paragraph(p, k == len(paragraphs) - 1, out, work, known)
    return tuple(b for b in out if isinstance(b, Paragraph))


def _paragraph(p: Paragraph, last: bool, out: list[Block], work: _Work, known: Mapping[str, Paragraph]) -> None:
    """The paragraph and what stands behind it. At the end of a story Word marks the paragraph mark before instead."""
    for e in work.of(p.uid, "drop", "move"):
        state = "del" if e.kind == "drop" else "from"
        gone = replace(p, tokens=tuple(replace(t, state=state) for t in p.tokens), state=state, move=e.to and f"move {p.uid}")
        out.append(_dropped_last(gone, out) if last else gone)
        break
    else:
        out += _halves(p, work)
    _joined(out, work.of(p.uid, "join"))
    for e in work.of(p.uid, "new"):
        new = replace(p, uid=f"{p.uid}+", tokens=tokens_of(e.words, state="ins"), state="ins", style=_body_style(p))
        if last:
            before = out[-1]
            assert isinstance(before, Paragraph)
            out[-1], new = replace(before, state="ins"), replace(new, state="")
        out.append(new)
    for e in (e for es in work.by_target.values() for e in es if e.kind == "move" and e.to == p.uid):
        moved = known[e.target]
        tokens = tuple(replace(t, state="to", wrap="") for t in moved.tokens)
        out.append(replace(moved, uid=f"{moved.uid}*", tokens=tokens, state="to", move=f"move {e.target}"))


def _dropped_last(gone: Paragraph, out: list[Block]) -> Paragraph:
    """The last mark of a story stays: the mark before goes instead, or what was inserted before takes the last mark."""
    k = next(k for k in range(len(out) - 1, -1, -1) if not isinstance(out[k], Paragraph) or out[k].state not in GONE[True])
    before = out[k]
    if isinstance(before, Table):  # a paragraph must follow it: an empty one stays
        return replace(gone, state="")
    if not before.state:
        out[k] = replace(before, state="del")
        return replace(gone, state="")
    del out[k]
    return replace(before, tokens=(*before.tokens, *gone.tokens), state="", move="")


def _body_style(p: Paragraph) -> str:
    return "" if p.style.startswith("Heading") else p.style


def _joined(out: list[Block], joins: Sequence[Edit]) -> None:
    if joins:
        before = out[-1]
        assert isinstance(before, Paragraph)
        out[-1] = replace(before, tokens=(*before.tokens, *tokens_of(joins[0].words or " ", state="ins")), state="del")


def _halves(p: Paragraph, work: _Work) -> list[Paragraph]:
    """The paragraph with its word edits, cut at inserted marks."""
    tokens = list(p.tokens)
    for e in sorted(work.of(p.uid, "words", "split", "note"), key=lambda e: (-e.start, -e.end)):
        tokens[e.start : e.end] = _changed(e, tokens, work)
    out, rest = [], []
    for t in tokens:
        if t.kind == "mark":
            out.append(replace(p, tokens=tuple(rest), state="ins"))
            rest = []
        else:
            rest.append(t)
    return [*out, replace(p, uid=f"{p.uid}/" if out else p.uid, tokens=tuple(rest))]


def _changed(e: Edit, tokens: Sequence[Token], work: _Work) -> Iterable[Token]:
    beside = (*tokens[max(e.start - 1, 0) : e.start], *tokens[e.end : e.end + 1])
    wrap = beside[0].wrap if len(beside) == 2 and beside[0].wrap == beside[1].wrap else ""
    look = beside[0].look if beside else ""
    if e.kind == "split":
        return [Token("", kind="mark"), *(replace(t, state="del") for t in tokens[e.start : e.end])]
    if e.kind == "note":
        name = f"{e.target}@{e.start}"
        work.notes[name] = (Paragraph(name, tokens_of(e.words, state="ins")),)
        return [Token("", kind="note", name=name, state="ins", wrap=wrap)]
    new = tokens_of(e.words, state="ins", look=look, wrap=wrap)
    if work.junk and new:
        new = (*new, *tokens_of(work.junk, state="both", look=look, wrap=wrap))
    return [*(replace(t, state="del") for t in tokens[e.start : e.end]), *new]


def _table(table: Table, work: _Work) -> Table:
    rows: list[Row] = []
    dropped = {e.start for e in work.of(table.uid, "drop row")}
    _new_rows(rows, table, -1, work)
    for k, row in enumerate(table.rows):
        if k in dropped:
            cells = tuple(tuple(_dropped(p) for p in cell) for cell in row.cells)
            rows.append(Row(cells, "del"))
        else:
            rows.append(Row(tuple(_story(cell, work) for cell in row.cells)))
        _new_rows(rows, table, k, work)
    return Table(table.uid, tuple(rows))


def _dropped(p: Paragraph) -> Paragraph:
    return replace(p, tokens=tuple(replace(t, state="del") for t in p.tokens), state="del")


def _new_rows(rows: list[Row], table: Table, behind: int, work: _Work) -> None:
    for e in work.of(table.uid, "row"):
        if e.start == behind:
            texts = [f"{e.words} {k}" for k in range(1, len(table.rows[0].cells) + 1)]
            cells = ((Paragraph(f"{table.uid}+", tokens_of(t, state="ins"), state="ins"),) for t in texts)
            rows.append(Row(tuple(cells), "ins"))


# what a reader sees


def settled(document: Document, accept: bool) -> Document:
    """The document with all marks accepted or rejected; notes that nothing refers to are left out."""
    blocks: list[Block] = []
    for block in _lines(document.blocks, accept):
        if isinstance(block, Paragraph):
            blocks.append(block)
            continue
        rows = tuple(Row(tuple(tuple(_lines(c, accept)) for c in r.cells)) for r in block.rows if r.state not in GONE[accept])
        if rows:
            blocks.append(Table(block.uid, rows))
    clean = Document(tuple(blocks))
    used = {t.name for story in clean.stories() for p in story for t in p.tokens if t.kind == "note"}
    return Document(clean.blocks, {k: tuple(_lines(v, accept)) for k, v in document.notes.items() if k in used})


def _lines(blocks: Iterable[Block], accept: bool) -> Iterator[Block]:
    """Paragraphs joined where a mark falls away; before a table or at the end of a story an empty one vanishes."""
    waiting: tuple[Token, ...] = ()
    last: Paragraph | None = None
    some = False
    for block in blocks:
        if isinstance(block, Table):
            if last is not None and waiting:
                yield replace(last, tokens=waiting, state="")
            waiting, last = (), None
            yield block
            continue
        tokens = (*waiting, *(replace(t, state="") for t in block.tokens if t.state not in GONE[accept]))
        if block.state in GONE[accept]:
            waiting, last = tokens, block
        else:
            waiting, last, some = (), None, True
            yield replace(block, tokens=tokens, state="")
    if last is not None and (waiting or not some):
        yield replace(last, tokens=waiting, state="")


View = list[str | list[list[list[str]]]]


def view(document: Document, accept: bool) -> View:
    """Paragraphs as text, tables as rows of cells of paragraphs; notes and fields stand in brackets."""
    clean = settled(document, accept)
    return [
        _text(b, clean) if isinstance(b, Paragraph) else [[[_text(p, clean) for p in c] for c in r.cells] for r in b.rows]
        for b in clean.blocks
    ]


def _text(p: Paragraph, document: Document) -> str:
    out = []
    for t in p.tokens:
        if t.kind == "note":
            out.append("⟨" + " / ".join(_text(n, document) for n in document.notes[t.name]) + "⟩")
        else:
            out.append(f"[{t.name.split()[0]}]" if t.kind == "field" else t.text)
    return "".join(out)
