"""Pandoc's view of a text as blocks: its JSON syntax tree, read with ``--sandbox`` (no files, no network), limited in time.

The program is the one that pypandoc brings; it is called directly, because pypandoc gives no limit on time and asks the
program for its formats before every call.
"""

from __future__ import annotations

import functools
import json
import re
import subprocess
from collections.abc import Iterator
from typing import Any

import pypandoc

from ..errors import Unreadable
from ..ooxml.preflight import ASK
from ..remarks import Block, Emphasis, Piece
from .reading import Kind, Places, emphases, joined, refuse, said

SECONDS = 60
MEMORY = "-M1024M"
LOOKS: dict[str, Emphasis] = {"Strong": "bold", "Emph": "italic", "Underline": "underline", "Strikeout": "strike"}
STYLES: tuple[tuple[Emphasis, str], ...] = (
    ("bold", r"font-weight\s*:\s*(?:bold|[6-9]00)"), ("italic", r"font-style\s*:\s*(?:italic|oblique)"),
    ("underline", r"text-decoration[\w-]*\s*:[^;]*underline"), ("strike", r"text-decoration[\w-]*\s*:[^;]*line-through"),
    ("highlight", r"background(?:-color)?\s*:\s*(?!transparent|white|none|inherit|initial|#fff\b|#ffffff)[\w#(]"),
)  # fmt: skip
HOLDERS = ("Div", "Figure", "BlockQuote")
Tree = Any  # JSON of pandoc, checked where it is read


def blocks_of(text: str, form: str) -> tuple[Block, ...]:
    """The text, in a format that pandoc reads, as blocks; raises Unreadable."""
    return tuple(_Reader().blocks(_tree(text, form)["blocks"]))


@functools.cache
def _program() -> str:
    return str(pypandoc.get_pandoc_path())


def _tree(text: str, form: str) -> Tree:
    command = [_program(), "+RTS", MEMORY, "-RTS", "--sandbox", "-f", form, "-t", "json"]
    try:
        done = subprocess.run(command, input=text.encode(), capture_output=True, timeout=SECONDS, check=True)
        return json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        refuse("too-large", f"the file could not be read within {SECONDS} seconds", ASK["too-large"])
    except (subprocess.CalledProcessError, ValueError, RecursionError) as error:
        raise Unreadable("damaged", "the file cannot be read", remedy=ASK["damaged"]) from error


class _Reader:
    def __init__(self) -> None:
        self.places = Places()
        self.notes = 0

    def blocks(self, nodes: list[Tree]) -> Iterator[Block]:
        for node in nodes:
            yield from self.block(node["t"], node.get("c"))

    def block(self, tag: str, held: Tree) -> Iterator[Block]:
        if tag in ("Para", "Plain"):
            yield from self.paragraph(held)
        elif tag == "Header":
            yield from self.paragraph(held[2], "heading", held[0])
        elif tag == "LineBlock":
            for line in held:
                yield from self.paragraph(line)
        elif tag == "CodeBlock":
            yield from self.paragraph([{"t": "Str", "c": held[1]}])
        elif tag in ("OrderedList", "BulletList"):
            yield from self.items(tag, held)
        elif tag == "DefinitionList":
            for term, meanings in held:
                yield from self.paragraph(term)
                yield from (block for meaning in meanings for block in self.blocks(meaning))
        elif tag == "Table":
            yield from self.table(held)
        elif tag in HOLDERS:
            yield from self.blocks(held if tag == "BlockQuote" else held[-1])

    def paragraph(self, inlines: list[Tree], kind: Kind = "paragraph", level: int = 0, mark: str = "") -> Iterator[Block]:
        further: list[list[Tree]] = []
        pieces = joined(_pieces(inlines, frozenset(), further))
        if pieces:
            yield Block(kind, self.places.paragraph(), pieces, level, mark)
        for note in further:
            yield from self.note(note)

    def note(self, nodes: list[Tree]) -> Iterator[Block]:
        self.notes += 1
        outer, self.places.cell = self.places.cell, f"footnote {self.notes}"
        yield from self.blocks(nodes)
        self.places.cell = outer

    def items(self, tag: str, held: Tree) -> Iterator[Block]:
        start, style, closing = (held[0][0], held[0][1]["t"], held[0][2]["t"]) if tag == "OrderedList" else (0, "", "")
        for number, item in enumerate(held[1] if tag == "OrderedList" else held, start):
            mark = _mark(number, style, closing) if tag == "OrderedList" else "•"
            yield from self.item(item, mark)

    def item(self, nodes: list[Tree], mark: str) -> Iterator[Block]:
        """The item's first paragraph carries its number; what follows in it are plain blocks."""
        if nodes and nodes[0]["t"] in ("Para", "Plain"):
            yield from self.paragraph(nodes[0]["c"], "item", 0, mark)
            nodes = nodes[1:]
        yield from self.blocks(nodes)

    def table(self, held: Tree) -> Iterator[Block]:
        place, outer = self.places.table(), self.places.cell
        yield from self.blocks(held[1][1])
        listed = [*held[3][1], *(row for body in held[4] for part in (body[2], body[3]) for row in part), *held[5][1]]
        rows = []
        for i, row in enumerate(listed, 1):
            cells = []
            for j, cell in enumerate(row[1], 1):
                self.places.cell = f"{place}, row {i}, cell {j}"
                cells.append(tuple(self.blocks(cell[4])))
            rows.append(tuple(cells))
        self.places.cell = outer
        block = Block("table", place, rows=tuple(rows))
        if said([block]):
            yield block


def _pieces(inlines: list[Tree], look: frozenset[Emphasis], notes: list[list[Tree]]) -> Iterator[Piece]:
    for node in inlines:
        tag, held = node["t"], node.get("c")
        if tag == "Note":
            notes.append(held)
        elif tag in ("Str", "Space", "SoftBreak", "LineBreak"):
            yield Piece({"Str": held, "LineBreak": "\n"}.get(tag, " "), emphases(look))
        elif tag in ("Code", "Math"):
            yield Piece(held[1], emphases(look))
        elif tag in LOOKS:
            yield from _pieces(held, look | {LOOKS[tag]}, notes)
        elif tag == "Quoted":
            left, right = ("‘", "’") if held[0]["t"] == "SingleQuote" else ("“", "”")
            yield from _pieces([{"t": "Str", "c": left}, *held[1], {"t": "Str", "c": right}], look, notes)
        elif tag in ("Superscript", "Subscript", "SmallCaps"):
            yield from _pieces(held, look, notes)
        elif tag in ("Span", "Link", "Cite"):
            yield from _pieces(held[1], look | (_attributed(held[0]) if tag != "Cite" else frozenset()), notes)


def _attributed(attributes: Tree) -> frozenset[Emphasis]:
    style = next((value for key, value in attributes[2] if key == "style"), "")
    marked: frozenset[Emphasis] = frozenset({"highlight"} if "mark" in attributes[1] else set())
    return marked | {name for name, pattern in STYLES if re.search(pattern, style, re.I)}


def _mark(number: int, style: str, closing: str) -> str:
    shown = _letters(number, style) if "Alpha" in style else _roman(number, style) if "Roman" in style else str(number)
    return {"OneParen": f"{shown})", "TwoParens": f"({shown})"}.get(closing, f"{shown}.")


def _letters(number: int, style: str) -> str:
    turn, at = divmod(max(number, 1) - 1, 26)
    shown = "abcdefghijklmnopqrstuvwxyz"[at] * (turn + 1)
    return shown.upper() if style.startswith("Upper") else shown


def _roman(number: int, style: str) -> str:
    shown = ""
    for size, numeral in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        shown, number = shown + numeral * (number // size), number % size
    return shown.upper() if style.startswith("Upper") else shown
