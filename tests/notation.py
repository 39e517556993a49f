"""Documents in plain text, for the numbered cases: read from it, and written from what stands in consolidated.docx.

``# x`` is a heading, ``1. x`` and ``(a) x`` are numbered paragraphs, ``| x | y |`` is a row, ``[^x]`` a footnote.
``{+x|A+}`` is inserted by A, ``{-x|A-}`` deleted, ``{>x|A>}`` and ``{<x|A<}`` are the ends of a move, ``¶`` is a marked
paragraph mark, ``‹x›`` are the Secretariat's own words. In what a state sends, marks have no author,
and ``{*x*}`` is inserted by one person of the delegation and deleted by another.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.versions import Document, Paragraph, Row, Table, Token, tokens_of
from tests.views import W, _region

MARK = re.compile(r"\{([+*-])(.*?)\1\}|\[\^(.*?)\]")
SIGNS = {f"{W}ins": "{++}", f"{W}del": "{--}", f"{W}moveTo": "{>>}", f"{W}moveFrom": "{<<}"}
HEADS = {"# ": ("Heading1", None), "1. ": ("ListNumber", 0), "(a) ": ("ListNumber", 1)}


def document(text: str) -> Document:
    """The document that a case describes."""
    notes: dict[str, tuple[Paragraph, ...]] = {}
    blocks: list[Paragraph | Table] = []
    for k, line in enumerate(text.split("\n")):
        if line.startswith("| "):
            row = Row(tuple((Paragraph("", _tokens(c.strip(), notes)),) for c in line.strip("| ").split("|")))
            known = blocks.pop().rows if blocks and isinstance(blocks[-1], Table) else ()
            blocks.append(Table("t", (*known, row)))
            continue
        head = next((h for h in HEADS if line.startswith(h)), "")
        style, level = HEADS.get(head, ("", None))
        body = line.removeprefix(head)
        state = {"{+¶+}": "ins", "{-¶-}": "del"}.get(body[-5:], "")
        blocks.append(Paragraph(f"p{k}", _tokens(body[:-5] if state else body, notes), style, level, state))
    return Document(tuple(blocks), notes)


def _tokens(text: str, notes: dict[str, tuple[Paragraph, ...]]) -> tuple[Token, ...]:
    out: list[Token] = []
    at = 0
    for m in MARK.finditer(text):
        out += tokens_of(text[at : m.start()]) if m.start() > at else ()
        at = m.end()
        if m[3] is not None:
            name = f"n{len(notes)}"
            notes[name] = (Paragraph(name, tokens_of(m[3])),)
            out.append(Token("", kind="note", name=name))
        else:
            out += tokens_of(m[2], state={"+": "ins", "-": "del", "*": "both"}[m[1]])
    return (*out, *(tokens_of(text[at:]) if at < len(text) else ()))


def shown(path: Path) -> str:
    """The draft's part of a written document in the notation."""
    with zipfile.ZipFile(path) as archive:
        body = ET.fromstring(archive.read("word/document.xml")).find(f"{W}body")
        notes = ET.fromstring(archive.read("word/footnotes.xml"))
    assert body is not None
    inside = {n.get(f"{W}id", ""): n for n in notes}
    return "\n".join(line for node in _region(list(body)) for line in _lines(node, inside))


def _lines(node: ET.Element, notes: dict[str, ET.Element]) -> Iterator[str]:
    if node.tag == f"{W}p":
        yield _head(node) + _merged(_pieces(node, "", "", notes)) + _end(node)
    elif node.tag == f"{W}tbl":
        for row in node.iter(f"{W}tr"):
            cells = (" ¶ ".join(x for p in c for x in _lines(p, notes)) for c in row.findall(f"{W}tc"))
            yield f"| {' | '.join(cells)} |{_mark(row.findall(f'{W}trPr/*'), 'row')}"


def _head(p: ET.Element) -> str:
    style, number = (p.find(f"{W}pPr/{W}{x}") for x in ("pStyle", "numPr"))
    values = {x.tag: x.get(f"{W}val") for x in number} if number is not None else {}
    if values.get(f"{W}numId", "0") != "0":
        return "1. " if values[f"{W}ilvl"] == "0" else "(a) "
    return "# " if style is not None and style.get(f"{W}val") == "Heading1" else ""


def _end(p: ET.Element) -> str:
    return _mark(p.findall(f"{W}pPr/{W}rPr/*"), "¶")


def _mark(found: Iterable[ET.Element], sign: str) -> str:
    return "".join(_written(SIGNS[m.tag], m.get(f"{W}author", ""), sign) for m in found if m.tag in SIGNS)


def _written(signs: str, author: str, text: str) -> str:
    if not signs:
        return text
    if author == "Secretariat":
        return f"‹{text}›"
    return f"{signs[:2]}{text}|{author}{signs[2:]}"


def _merged(pieces: Iterable[tuple[str, str, str]]) -> str:
    out: list[tuple[str, str, str]] = []
    for signs, author, text in pieces:
        if out and out[-1][:2] == (signs, author):
            out[-1] = (signs, author, out[-1][2] + text)
        elif text:
            out.append((signs, author, text))
    return "".join(_written(*piece) for piece in out)


def _pieces(node: ET.Element, signs: str, author: str, notes: dict[str, ET.Element]) -> Iterator[tuple[str, str, str]]:
    for child in node:
        if child.tag in SIGNS:
            yield from _pieces(child, SIGNS[child.tag], child.get(f"{W}author", ""), notes)
        elif child.tag in (f"{W}t", f"{W}delText"):
            yield signs, author, child.text or ""
        elif child.tag == f"{W}footnoteReference":
            inner = " ¶ ".join(_merged(_pieces(p, "", "", notes)) for p in notes[child.get(f"{W}id", "")].findall(f"{W}p"))
            yield signs, author, f"[^{inner}]"
        elif child.tag != f"{W}pPr":
            yield from _pieces(child, signs, author, notes)
