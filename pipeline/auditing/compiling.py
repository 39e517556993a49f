"""Turns the XML of a story into blocks, once, so that each view of it is a filter and no new walk.

A text box stands once (the fallback repeats it), a row or a cell may stand in a content control, and a mark may hold
runs, whole blocks or nothing but the mark of a paragraph (ECMA-376 part 1, 17.13.5).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pipeline.auditing import blocks as b
from pipeline.auditing.apart import APART
from pipeline.auditing.blocks import HIDDEN, OPEN, TEXT, Block, Guard, Paragraph, Piece, Table, authors_of, under
from pipeline.auditing.characters import SIGNS, is_volatile, plain_paragraphs, tab, written
from pipeline.auditing.known import STAND_IN
from pipeline.auditing.names import CELL_MARKS, MARKS, NAMES, ROW_MARKS, Element, attribute, child, is_on, tags

SKIPPED = {
    "w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:tblPrEx", "w:customXmlPr",
    "w:smartTagPr", "w:fldData", "mc:Fallback", "m:ctrlPr", "m:rPr", "m:sSupPr", "m:sSubPr", "m:fPr", "m:radPr",
    "m:dPr", "m:naryPr", "m:oMathParaPr",
}  # fmt: skip
FIELD_PARTS = {"begin": b.BEGIN, "separate": b.SEPARATE, "end": b.END}

Look = Element
StandIns = Callable[[int, Element, Guard], list[Paragraph]]  # the paragraphs for which an empty one stands in
Handler = Callable[["Compiler", Element, Guard, Look, list[Piece]], None]


def compiled(root: Element, authors: set[str]) -> list[Block]:
    """The blocks of a story; adds the authors of its marks."""
    return Compiler(plain_paragraphs(root), authors).blocks(root)


class Compiler:
    """Blocks of one part. ``authors`` grows with every mark, ``plain`` shrinks with every paragraph that is met."""

    def __init__(
        self, plain: dict[Element, str | None], authors: set[str], apart: StandIns | None = None, known: Sequence[list[str]] = ()
    ) -> None:
        self.plain = plain
        self.authors = authors
        self.apart = apart
        self.known = known  # texts that were put aside (see ``known``)

    def blocks(self, container: Iterator[Element] | Element, guard: Guard = OPEN) -> list[Block]:
        return list(self._blocks(container, guard))

    def _blocks(self, container: Iterator[Element] | Element, guard: Guard) -> Iterator[Block]:
        for c in container if container is not None else ():
            kind = NAMES[c.tag]
            if kind == "w:p" and self.apart is not None and (number := c.get(APART)) is not None:
                self.plain.pop(c, None)
                yield from self.apart(int(number), c, guard)
            elif kind == "w:p" and self.known and (number := c.get(STAND_IN)) is not None:
                self.plain.pop(c, None)
                yield from (Paragraph(guard, None, text, line=text if guard is OPEN else None) for text in self.known[int(number)])
            elif kind == "w:p":
                yield self.paragraph(c, guard)
            elif kind == "w:tbl":
                yield self.table(c, guard)
            elif kind in ("m:oMathPara", "m:oMath"):
                yield self.formula(c, guard)
            elif kind in MARKS:
                yield from self._blocks(c, self.marked(guard, c, MARKS[kind]))
            elif kind in ("w:sdt", "mc:AlternateContent"):
                yield from self._blocks(child(c, "w:sdtContent" if kind == "w:sdt" else "mc:Choice"), guard)
            elif kind in ("w:customXml", "w:smartTag"):
                yield from self._blocks(c, guard)

    def marked(self, guard: Guard, mark: Element, on_accept: bool) -> Guard:
        author = attribute(mark, "author") or ""
        self.authors.add(author)
        return under(guard, author, on_accept)

    def properties(self, element: Element, kinds: dict[str, bool]) -> Guard:
        """The guard that marks in a w:rPr, w:trPr or w:tcPr put on what they belong to."""
        guard = OPEN
        for c in element if element is not None else ():
            if NAMES[c.tag] in kinds:
                guard = self.marked(guard, c, kinds[NAMES[c.tag]])
        return guard

    def paragraph(self, p: Element, guard: Guard) -> Paragraph:
        text = self.plain.pop(p, None)
        return Paragraph(guard, p, text, line=text if guard is OPEN else None) if text is not None else self.intricate(p, guard)

    def intricate(self, p: Element, guard: Guard) -> Paragraph:
        mark = self.properties(child(child(p, "w:pPr"), "w:rPr"), MARKS)
        pieces = self.pieces(p)
        return Paragraph(guard, p, None, pieces, mark, _authors(pieces, mark))

    def pieces(self, p: Element) -> list[Piece]:
        pieces: list[Piece] = []
        self.inlines(p, OPEN, None, pieces)
        return pieces

    def formula(self, element: Element, guard: Guard) -> Paragraph:
        """A formula on its own line reads as a paragraph that nothing joins to its neighbours."""
        pieces: list[Piece] = []
        self.inline(element, OPEN, None, pieces)
        return Paragraph(guard, element, None, pieces, OPEN, _authors(pieces, OPEN))

    def table(self, tbl: Element, guard: Guard) -> Table:
        rows = [(self.properties(child(tr, "w:trPr"), ROW_MARKS), self.cells(tr)) for tr in _parts(tbl, "w:tr")]
        cells = [cell for _, row in rows for cell in row]
        guards = {row[0] for row in rows} | {cell[0] for cell in cells}
        return Table(guard, rows, authors_of(guards, [block for _, blocks in cells for block in blocks]))

    def cells(self, tr: Element) -> list[tuple[Guard, list[Block]]]:
        return [(self.properties(child(tc, "w:tcPr"), CELL_MARKS), self.blocks(tc)) for tc in _parts(tr, "w:tc")]

    def inlines(self, element: Element, guard: Guard, look: Look, out: list[Piece]) -> None:
        for c in element:
            self.inline(c, guard, look, out)

    def inline(self, element: Element, guard: Guard, look: Look, out: list[Piece]) -> None:
        kind = NAMES[element.tag]
        handler = HANDLERS.get(kind)
        if handler is not None:
            handler(self, element, guard, look, out)
        elif kind and kind not in SKIPPED:
            self.inlines(element, guard, look, out)

    def run(self, element: Element, guard: Guard, look: Look, out: list[Piece]) -> None:
        """Its properties come first (17.3.2.1), so that they are known when its text is met."""
        look = None
        for c in element:
            kind = NAMES[c.tag]
            if kind == "w:t":
                out.append((guard, TEXT, written(c), look))
            elif kind != "w:rPr":
                self.inline(c, guard, look, out)
            elif is_on(child(c, "w:vanish")):
                guard, look = under(guard, HIDDEN, True), c
            else:
                look = c

    def mark(self, element: Element, guard: Guard, look: Look, out: list[Piece]) -> None:
        self.inlines(element, self.marked(guard, element, MARKS[NAMES[element.tag]]), look, out)

    def text(self, element: Element, guard: Guard, look: Look, out: list[Piece]) -> None:
        out.append((guard, TEXT, written(element), look))

    def formula_text(self, element: Element, guard: Guard, look: Look, out: list[Piece]) -> None:
        out.append((guard, TEXT, element.text or "", look))

    def sign(self, element: Element, guard: Guard, look: Look, out: list[Piece]) -> None:
        out.append((guard, TEXT, SIGNS[NAMES[element.tag]], look))

    def tabulator(self, element: Element, guard: Guard, look: Look, out: list[Piece]) -> None:
        out.append((guard, TEXT, tab(element), look))

    def symbol(self, element: Element, guard: Guard, look: Look, out: list[Piece]) -> None:
        out.append((guard, TEXT, f"[sym {attribute(element, 'char')}]", look))

    def note(self, element: Element, guard: Guard, look: Look, out: list[Piece]) -> None:
        out.append((guard, b.NOTE, (NAMES[element.tag][2:-9], attribute(element, "id") or ""), look))

    def field_part(self, element: Element, guard: Guard, look: Look, out: list[Piece]) -> None:
        if part := FIELD_PARTS.get(attribute(element, "fldCharType") or ""):
            out.append((guard, part, "", look))

    def instruction(self, element: Element, guard: Guard, look: Look, out: list[Piece]) -> None:
        out.append((guard, b.INSTRUCTION, element.text or "", look))

    def simple_field(self, element: Element, guard: Guard, look: Look, out: list[Piece]) -> None:
        instruction = attribute(element, "instr")
        out.append((guard, b.SIMPLE, instruction or "", look))
        if not is_volatile(instruction):
            self.inlines(element, guard, look, out)

    def drawing(self, element: Element, guard: Guard, look: Look, out: list[Piece]) -> None:
        """A w:pict that only defines a shape type draws nothing."""
        if NAMES[element.tag] == "w:drawing" or any(NAMES[c.tag] not in ("", "shapetype") for c in element):
            boxes = [self.boxed(box) for box in text_boxes(element)]
            out.append((guard, b.DRAWN, boxes, element))

    def boxed(self, box: Element) -> list[Block]:
        """Words that follow a box would have been counted to the last paragraph in it: these are read anew."""
        for p in box.iter(*tags("w:p")):
            self.plain.pop(p, None)
        return self.blocks(box)


HANDLERS: dict[str, Handler] = {
    "w:r": Compiler.run, **dict.fromkeys(MARKS, Compiler.mark), "w:t": Compiler.text, "w:delText": Compiler.text,
    "m:t": Compiler.formula_text, **dict.fromkeys(SIGNS, Compiler.sign), "w:tab": Compiler.tabulator,
    "w:ptab": Compiler.tabulator, "w:sym": Compiler.symbol, "w:footnoteReference": Compiler.note,
    "w:endnoteReference": Compiler.note, "w:fldChar": Compiler.field_part, "w:instrText": Compiler.instruction,
    "w:delInstrText": Compiler.instruction, "w:fldSimple": Compiler.simple_field, "w:drawing": Compiler.drawing,
    "w:pict": Compiler.drawing, "w:object": Compiler.drawing,
}  # fmt: skip


def text_boxes(element: Element) -> Iterator[Element]:
    """The contents of the text boxes of a drawing; those inside another box belong to that one."""
    for c in element:
        if NAMES[c.tag] == "w:txbxContent":
            yield c
        elif NAMES[c.tag] != "mc:Fallback":
            yield from text_boxes(c)


def _parts(container: Element, wanted: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, those in content controls too (17.5.2.30, 17.5.2.32)."""
    for c in container if container is not None else ():
        kind = NAMES[c.tag]
        if kind == wanted:
            yield c
        elif kind == "w:sdt":
            yield from _parts(child(c, "w:sdtContent"), wanted)
        elif kind == "w:customXml":
            yield from _parts(c, wanted)


def _authors(pieces: list[Piece], mark: Guard) -> frozenset[str]:
    boxed = [block for _, kind, boxes, _ in pieces if kind == b.DRAWN for blocks in boxes for block in blocks]
    return authors_of({mark, *(piece[0] for piece in pieces)}, boxed)
