"""A sample document as values: blocks of marked-up text, notes and comments, with no Word in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from .markup import accept as accept_markup

NOTICES = {
    "en": "Illustrative sample; states no government’s position",
    "es": "Muestra ilustrativa; no expresa la posición de ningún gobierno",
    "fr": "Exemple fictif ; n’exprime la position d’aucun gouvernement",
    "pt": "Amostra ilustrativa; não expressa a posição de nenhum governo",
}


@dataclass(frozen=True)
class Para:
    """One paragraph. `mark` is the state of its paragraph mark, "ins" or "del", by `who`; `move` is "from" or "to"."""

    key: str
    style: str
    text: str
    mark: str = ""
    who: int = 1
    move: str = ""
    style_before: str = ""


@dataclass(frozen=True)
class Row:
    key: str
    cells: tuple[Para, ...]
    header: bool = False
    mark: str = ""
    merged: str = ""  # "restart" or "continue": the first cell's vertical merge


@dataclass(frozen=True)
class Table:
    key: str
    widths: tuple[int, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Contents:
    """The table of contents: a field whose result Word refreshes by itself."""

    key: str = "toc"
    title: str = "Contents"


Block = Para | Table | Contents


@dataclass(frozen=True)
class Comment:
    text: str
    who: int = 1
    answers: str = ""  # id of the comment this one replies to
    done: bool = False


@dataclass(frozen=True)
class Document:
    """`notice` stands in the headers; `language` is what Word believes the words to be written in."""

    blocks: tuple[Block, ...]
    notes: dict[str, str]
    title: str
    symbol: str
    comments: dict[str, Comment] = field(default_factory=dict)
    notice: str = NOTICES["en"]
    language: str = "en-US"

    def paragraphs(self) -> Iterator[Para]:
        for block in self.blocks:
            if isinstance(block, Para):
                yield block
            elif isinstance(block, Table):
                yield from (cell for row in block.rows for cell in row.cells)


def map_paragraphs(document: Document, change: Callable[[Para], Para]) -> Document:
    """The document with every paragraph, also those in cells, put through `change`."""
    return replace(document, blocks=tuple(map_block(block, change) for block in document.blocks))


def map_block(block: Block, change: Callable[[Para], Para]) -> Block:
    if isinstance(block, Para):
        return change(block)
    if isinstance(block, Table):
        return replace(block, rows=tuple(replace(row, cells=tuple(map(change, row.cells))) for row in block.rows))
    return block


def accepted(document: Document) -> Document:
    """The document as its author would have sent it clean: all marks accepted, comments kept."""
    whole = map_paragraphs(document, lambda para: replace(para, text=accept_markup(para.text), style_before=""))
    blocks: list[Block] = []
    held = ""
    for block in whole.blocks:
        if isinstance(block, Para):
            if block.move == "from":
                continue
            if block.mark == "del":
                held += block.text
                continue
            block, held = replace(block, text=held + block.text, mark="", move=""), ""
        elif isinstance(block, Table):
            block = replace(block, rows=tuple(settled(row) for row in block.rows if row.mark != "del"))
        blocks.append(block)
    return replace(
        whole, blocks=tuple(blocks), notes={key: accept_markup(text) for key, text in document.notes.items()}
    )


def settled(row: Row) -> Row:
    return replace(row, mark="", cells=tuple(replace(cell, mark="") for cell in row.cells))
