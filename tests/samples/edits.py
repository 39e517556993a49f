"""What a delegation does to a document: each edit is a function from document to document.

Every edit leaves the rejected text as it was; that is what makes the samples trustworthy as a yardstick.
"""

from collections.abc import Callable
from dataclasses import replace

from .markup import reject, signed, without_comments
from .model import Block, Comment, Document, Para, Row, Table, accepted, map_paragraphs

Edit = Callable[[Document], Document]


def amend(key: str, script: str, by: int = 1) -> Edit:
    """Change words: `script` is a stretch of the paragraph (or of note `fn:key`) with its marks written in."""
    before, after = without_comments(reject(script)), signed(script, by)

    def put(text: str) -> str:
        if text.count(before) != 1:
            raise ValueError(f"{key}: {before!r} stands {text.count(before)} times in {text!r}")
        return text.replace(before, after)

    def edit(document: Document) -> Document:
        if key.startswith("fn:"):
            return replace(document, notes={**document.notes, key[3:]: put(document.notes[key[3:]])})
        one(document, key)
        return map_paragraphs(document, lambda para: replace(para, text=put(para.text)) if para.key == key else para)

    return edit


def one(document: Document, key: str) -> Para:
    found = [para for para in document.paragraphs() if para.key == key]
    if len(found) != 1:
        raise ValueError(f"{len(found)} paragraphs have the key {key!r}")
    return found[0]


def around(key: str, make: Callable[[Para], list[Para]]) -> Edit:
    """Put other paragraphs in the place of one body paragraph."""

    def edit(document: Document) -> Document:
        one(document, key)
        blocks: list[Block] = []
        for block in document.blocks:
            blocks += make(block) if isinstance(block, Para) and block.key == key else [block]
        return replace(document, blocks=tuple(blocks))

    return edit


def insert_after(key: str, new: str, text: str, style: str = "", by: int = 1, enter: bool = False) -> Edit:
    """A new paragraph. With `enter`, as Word marks a return typed at a line's end: the earlier mark is new."""

    def make(para: Para) -> list[Para]:
        words = signed("{+" + text + "+}", by)
        if enter:
            return [replace(para, key=f"{key}-end", mark="ins", who=by), replace(para, key=new, text=words)]
        return [para, Para(new, style or para.style, words, mark="ins", who=by)]

    return around(key, make)


def delete(key: str, by: int = 1) -> Edit:
    return around(key, lambda para: [replace(para, text=signed("{-" + para.text + "-}", by), mark="del", who=by)])


def rewrite(key: str, text: str, by: int = 1) -> Edit:
    """Replace all the words of a paragraph by others; notes of the old words go with them."""
    return around(key, lambda para: [replace(para, text=signed("{-" + para.text + "-}{+" + text + "+}", by))])


def move(key: str, after: str, by: int = 1) -> Edit:
    def edit(document: Document) -> Document:
        para = one(document, key)
        there = around(after, lambda anchor: [anchor, replace(para, key=f"{key}-moved", move="to", who=by)])
        return there(around(key, lambda _: [replace(para, move="from", who=by)])(document))

    return edit


def split(key: str, left: str, right: str, by: int = 1) -> Edit:
    """Make two paragraphs of one, between the words `left` and `right`."""

    def make(para: Para) -> list[Para]:
        head, tail = para.text.split(left + right)
        return [
            replace(para, key=f"{key}-first", text=head + left, mark="ins", who=by),
            replace(para, text=right + tail),
        ]

    return around(key, make)


def join(key: str, by: int = 1) -> Edit:
    """Delete the paragraph's mark, so that it runs on into the next."""
    return around(key, lambda para: [replace(para, mark="del", who=by)])


def restyle(key: str, style: str, by: int = 1) -> Edit:
    return around(key, lambda para: [replace(para, style=style, style_before=para.style, who=by)])


def add_note(key: str, text: str, by: int = 1) -> Edit:
    """The text of a note whose reference another edit inserts."""
    return lambda document: replace(document, notes={**document.notes, key: signed("{+" + text + "+}", by)})


def drop_note(key: str, by: int = 1) -> Edit:
    """Word marks the words of a note as deleted with its reference."""
    return lambda document: replace(
        document, notes={**document.notes, key: signed("{-" + document.notes[key] + "-}", by)}
    )


def rows(change: Callable[[Row], list[Row]]) -> Edit:
    def edit(document: Document) -> Document:
        blocks = [
            replace(b, rows=tuple(new for row in b.rows for new in change(row))) if isinstance(b, Table) else b
            for b in document.blocks
        ]
        return replace(document, blocks=tuple(blocks))

    return edit


def delete_row(key: str, by: int = 1) -> Edit:
    def gone(cell: Para) -> Para:
        return replace(cell, text=signed("{-" + cell.text + "-}", by) if cell.text else "", mark="del", who=by)

    return rows(lambda row: [replace(row, mark="del", cells=tuple(map(gone, row.cells)))] if row.key == key else [row])


def insert_row(after: str, key: str, texts: tuple[str, ...], by: int = 1) -> Edit:
    cells = tuple(
        Para(f"{key}c{n}", "TableText", signed("{+" + text + "+}", by), mark="ins", who=by)
        for n, text in enumerate(texts, 1)
    )
    return rows(lambda row: [row, Row(key, cells, mark="ins")] if row.key == after else [row])


def comment(name: str, text: str, by: int = 1, answers: str = "", done: bool = False) -> Edit:
    """The comment that `{#name|...#}` marks in the text; a reply shares the range of what it answers."""
    return lambda document: replace(document, comments={**document.comments, name: Comment(text, by, answers, done)})


def apply(document: Document, edits: list[Edit]) -> Document:
    for edit in edits:
        document = edit(document)
    return document


def unmarked(*edits: Edit) -> Edit:
    """The same edits made with revision marks switched off."""
    return lambda document: accepted(apply(document, list(edits)))
