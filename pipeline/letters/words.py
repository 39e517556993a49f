"""Words of several blocks as one text with their looks, and whether one block may stand alone as a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..remarks import Block, Emphasis

Ranges = tuple[tuple[int, int, Emphasis], ...]
TITLE_WORDS = 16


@dataclass(frozen=True, slots=True)
class Stretch:
    """[start, end) of a block's words; ``marked`` puts its number or bullet before it."""

    block: Block
    start: int
    end: int
    marked: bool = False


def said(stretches: Sequence[Stretch]) -> str:
    """The stretches, one a line."""
    return "\n".join(_text(s) for s in stretches).strip()


def looks(stretches: Sequence[Stretch]) -> Ranges:
    """Where the words of ``said`` look different."""
    out: list[tuple[int, int, Emphasis]] = []
    at = 0
    lead = len("\n".join(_text(s) for s in stretches)) - len("\n".join(_text(s) for s in stretches).lstrip())
    length = len(said(stretches))
    for stretch in stretches:
        base = at + len(_mark(stretch)) - lead
        for start, end, look in _ranges(stretch.block):
            a, b = max(start, stretch.start) - stretch.start + base, min(end, stretch.end) - stretch.start + base
            if max(a, 0) < min(b, length):
                out.append((max(a, 0), min(b, length), look))
        at += len(_text(stretch)) + 1
    return tuple(_merged(out))


def _mark(stretch: Stretch) -> str:
    return f"{stretch.block.list_mark} " if stretch.marked and stretch.block.list_mark else ""


def _text(stretch: Stretch) -> str:
    return _mark(stretch) + words_of(stretch.block)[stretch.start : stretch.end]


def _ranges(block: Block) -> Ranges:
    out: list[tuple[int, int, Emphasis]] = []
    at = 0
    for piece in block.pieces:
        out += [(at, at + len(piece.text), look) for look in piece.emphasis]
        at += len(piece.text)
    return tuple(out)


def _merged(ranges: list[tuple[int, int, Emphasis]]) -> list[tuple[int, int, Emphasis]]:
    out: list[tuple[int, int, Emphasis]] = []
    for start, end, look in sorted(ranges, key=lambda r: (r[2], r[0])):
        if out and out[-1][2] == look and out[-1][1] >= start:
            out[-1] = (out[-1][0], end, look)
        else:
            out.append((start, end, look))
    return sorted(out)


def words_of(block: Block) -> str:
    """A table's words row by row, cells apart by a bar."""
    if block.kind != "table":
        return block.text
    return "\n".join(" | ".join(" ".join(words_of(b) for b in cell) for cell in row) for row in block.rows)


def whole(block: Block, marked: bool = False) -> Stretch:
    return Stretch(block, 0, len(words_of(block)), marked)


# "Corrections to the report", "Observaciones generales sobre el proyecto": as text formats have them, where no look tells a heading
PART_OF_ANSWER = re.compile(
    r"(?:(?:[A-Z]|[IVX]{1,4}|\d{1,2})[.)]\s+)?(?:(?:general|specific|proposed|written|detailed)\s+)?"
    r"(?:corrections?|comments|observations|proposals|amendments|remarks|suggestions|correcciones|comentarios|observaciones|propuestas|enmiendas"
    r"|sugerencias|commentaires|propositions|amendements|remarques|correções|comentários|observações|propostas|emendas|sugestões)"
    r"(?:\s+(?:generale?s|específic[ao]s|particulares|gera[il]s|générales|généraux|particulières|spécifiques))?"
    r"(?:\s+(?:to|on|about|of|a|al|sobre|de|del|à|au|aux|sur|du|ao|do|da)(?:\s+[^\W\d]+){1,5})?\s*:?",
    re.I,
)


def looks_like_title(block: Block) -> bool:
    """A heading by its style, or a short line, no sentence, that is all bold, underlined, in capitals or names a part of an answer."""
    text = block.text.strip()
    if block.kind == "heading":
        return True
    if block.kind == "table" or not text or len(text.split()) > TITLE_WORDS or re.search(r"[.;,]$", text):
        return False
    stressed = all({"bold", "underline"} & set(p.emphasis) for p in block.pieces if p.text.strip())
    return stressed or (text.isupper() and len(text.split()) > 1) or PART_OF_ANSWER.fullmatch(text) is not None
