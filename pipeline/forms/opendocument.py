"""The body of an .odt as blocks: marks accepted, hidden text held.

A walk of its own: pandoc 3.9 drops text boxes, takes underlining for italics and shows hidden text, and a declared
convention ("additions are underlined") needs the difference. Elements by ODF 1.3 part 3; deletions stand apart in
``text:tracked-changes`` (5.5.1), so leaving that out accepts all marks.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..ooxml.names import Element, parse
from ..remarks import Block, Emphasis, Piece
from .limits import odt_parts
from .odt_look import OdtLooks, odf
from .reading import FormReading, Gathered, Kind, Places, emphases, joined, said

T, TABLE, DRAW, OFFICE = "text", "table", "draw", "office"
PARAGRAPHS = (odf(T, "p"), odf(T, "h"))
LISTS = (odf(T, "list-item"), odf(T, "list-header"))
BOXES = (odf(DRAW, "text-box"), odf(DRAW, "custom-shape"))
INDEXES = tuple(odf(T, f"{name}-mark{end}") for name in ("toc", "alphabetical-index", "user-index") for end in ("", "-start", "-end"))
SILENT = (
    odf(OFFICE, "annotation"), odf(OFFICE, "annotation-end"), odf(T, "tracked-changes"), odf(T, "ruby-text"), odf(T, "note-citation"),
    odf("svg", "title"), odf("svg", "desc"), *INDEXES,
)  # fmt: skip


def read(data: bytes, file: str) -> FormReading:
    """Raises Unreadable."""
    parts = odt_parts(data)
    content = parse(parts["content.xml"])
    styles = parse(parts["styles.xml"]) if "styles.xml" in parts else None
    reader = _Reader(OdtLooks(content, styles), Gathered(file))
    text = content.find(f"{odf(OFFICE, 'body')}/{odf(OFFICE, 'text')}")
    blocks = list(reader.container(text)) if text is not None else []
    marks, comments = (sum(1 for _ in content.iter(tag)) for tag in (odf(T, "changed-region"), odf(OFFICE, "annotation")))
    reader.gathered.loses(marks, comments)
    for language in reader.looks.languages:
        reader.gathered.speaks(language)
    return reader.gathered.reading(blocks)


class _Reader:
    def __init__(self, looks: OdtLooks, gathered: Gathered) -> None:
        self.looks = looks
        self.gathered = gathered
        self.places = Places()

    def container(self, parent: Element, mark: str = "") -> Iterator[Block]:
        """mark: of the list item in which the paragraphs stand, for the first of them."""
        for node in parent:
            if node.tag in PARAGRAPHS:
                yield from self.paragraph(node, mark)
                mark = ""
            elif node.tag == odf(T, "list"):
                yield from self.items(node, 1)
            elif node.tag == odf(TABLE, "table"):
                yield from self.table(node)
            elif node.tag in (odf(T, "section"), odf(T, "index-body"), odf(T, "index-title")) or _index(node):
                yield from self._section(node)
            elif node.tag in (*BOXES, odf(DRAW, "frame"), odf(DRAW, "g")):
                yield from self.box(node)

    def _section(self, node: Element) -> Iterator[Block]:
        if node.get(odf(T, "display")) == "none":
            if "".join(node.itertext()).strip():
                self.gathered.held.append(f"after paragraph {self.places.paragraphs}")
            return
        yield from self.container(node)

    def items(self, node: Element, level: int) -> Iterator[Block]:
        count = 0
        style = node.get(odf(T, "style-name")) or ""
        for item in node:
            if item.tag not in LISTS:
                continue
            count = int(item.get(odf(T, "start-value")) or count + 1) if item.tag == LISTS[0] else count
            mark = self.looks.list_mark(style, level, count) if item.tag == LISTS[0] else ""
            for inner in item:
                if inner.tag == odf(T, "list"):
                    yield from self.items(inner, level + 1)
                elif inner.tag in PARAGRAPHS:
                    yield from self.paragraph(inner, mark)
                    mark = ""

    def paragraph(self, node: Element, mark: str = "") -> Iterator[Block]:
        further: list[Element] = []
        hidden: list[str] = []
        base = self.looks.of(node, "paragraph")
        pieces = joined(self.inline(node, base & {"hidden"}, further, hidden))
        if pieces:
            level = int(node.get(odf(T, "outline-level")) or 1) if node.tag == odf(T, "h") else 0
            kind: Kind = "heading" if level else "item" if mark else "paragraph"
            yield Block(kind, self.places.paragraph(), pieces, level, mark)
        self.gathered.held += [self.places.cell or f"paragraph {self.places.paragraphs}" for _ in hidden]
        for other in further:
            yield from self.note(other) if other.tag == odf(T, "note") else self.box(other)

    def inline(self, node: Element, look: set[Emphasis], further: list[Element], hidden: list[str]) -> Iterator[Piece]:
        yield from self._words(node.text, look, hidden)
        for child in node:
            if not isinstance(child.tag, str) or child.tag in SILENT:
                pass
            elif child.tag == odf(T, "note") or child.tag in (*BOXES, odf(DRAW, "frame"), odf(DRAW, "g")):
                further.append(child)
            elif child.tag in (odf(T, "s"), odf(T, "tab"), odf(T, "line-break")):
                yield Piece(_white(child), emphases(look))
            elif child.tag in (odf(T, "hidden-text"), odf(T, "hidden-paragraph")):
                yield from self._words("".join(child.itertext()), look | {"hidden"}, hidden)
            else:
                yield from self.inline(child, look | self.looks.of(child, "text"), further, hidden)
            yield from self._words(child.tail, look, hidden)

    def _words(self, text: str | None, look: set[Emphasis], hidden: list[str]) -> Iterator[Piece]:
        """White space in the XML counts as one space (ODF 6.1.2)."""
        if not text:
            return
        shown = (" " if text[0].isspace() else "") + " ".join(text.split()) + (" " if text[-1].isspace() and text.strip() else "")
        if "hidden" not in look:
            yield Piece(shown, emphases(look))
        elif shown.strip():
            hidden.append(shown)

    def note(self, node: Element) -> Iterator[Block]:
        kind = "endnote" if node.get(odf(T, "note-class")) == "endnote" else "footnote"
        number = "".join(
            (node.find(odf(T, "note-citation")) if node.find(odf(T, "note-citation")) is not None else node).itertext()
        ).strip()
        body = node.find(odf(T, "note-body"))
        outer, self.places.cell = self.places.cell, f"{kind} {number}"
        yield from self.container(body) if body is not None else ()
        self.places.cell = outer

    def box(self, node: Element) -> Iterator[Block]:
        """A frame's text box, or a shape's own words; pictures have none."""
        yield from self.container(node)

    def table(self, node: Element) -> Iterator[Block]:
        place = self.places.table()
        outer = self.places.cell
        rows = []
        for i, row in enumerate(_rows(node), 1):
            cells = []
            for j, cell in enumerate((c for c in row if c.tag == odf(TABLE, "table-cell")), 1):
                self.places.cell = f"{place}, row {i}, cell {j}"
                cells.append(tuple(self.container(cell)))
            rows.append(tuple(cells))
        self.places.cell = outer
        block = Block("table", place, rows=tuple(rows))
        if said([block]):
            yield block


def _rows(table: Element) -> Iterator[Element]:
    for node in table:
        if node.tag == odf(TABLE, "table-row"):
            yield node
        elif node.tag in (odf(TABLE, "table-header-rows"), odf(TABLE, "table-rows"), odf(TABLE, "table-row-group")):
            yield from _rows(node)


def _index(node: Element) -> bool:
    """A table of contents and its kin: their words stand in an index-body."""
    return isinstance(node.tag, str) and node.tag.startswith(odf(T, "")) and node.find(odf(T, "index-body")) is not None


def _white(node: Element) -> str:
    if node.tag == odf(T, "s"):
        return " " * min(int(node.get(odf(T, "c")) or 1), 100)
    return "\t" if node.tag == odf(T, "tab") else "\n"
