"""Stretches of a submission's text as spans: the content of an insertion, free of the file that it came from."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..model import Span
from ..ooxml import names as n
from ..ooxml.carry import PartsStore, carried_xml
from ..ooxml.items import Item
from ..ooxml.names import Element
from ..ooxml.nodes import DocumentTree, StoryNode
from ..ooxml.stories import Line, Reader, Table

OWN_STYLE = "own style"  # one that the draft lacks; its name may be a person's
TOGGLES = {n.w(x): x for x in ("b", "i", "strike", "dstrike", "caps", "smallCaps")}


@dataclass
class SpanReader:
    """Cuts spans out of the stories of one document.

    styles: names of paragraph styles by id; numbered: names of the styles that number their paragraphs in the draft.
    """

    tree: DocumentTree
    store: PartsStore
    styles: dict[str, str] = field(default_factory=dict)
    numbered: frozenset[str] = frozenset()

    @property
    def reader(self) -> Reader:
        return self.tree.reader

    def cut(self, node: StoryNode, start: int, end: int) -> tuple[Span, ...]:
        """The spans of [start, end) of one story."""
        out: list[Span] = []
        at = start
        while at < end:
            line = node.line_at(at)
            stop = min(end, line.start + len(line.stream))
            if line.table is not None:
                out.append(self.table(line.table, node.part))
            else:
                out += self._line(line, at - line.start, stop - line.start, node.part)
            at = stop
        return tuple(_joined(out))

    def _line(self, line: Line, start: int, end: int, part: str) -> list[Span]:
        out: list[Span] = []
        at = 0
        for item in self.reader.items(line):
            stop = at + len(item.text)
            if item.text and stop > start and at < end:
                out.append(self._item(item, item.text[max(start - at, 0) : end - at], part))
            at = stop
        if start <= len(line.text) < end:
            out.append(self.paragraph(line))
        return out

    def _item(self, item: Item, text: str, part: str) -> Span:
        if item.kind != "atom":
            return Span("text", text, emphasis(item.run))
        kind = item.key[0]
        if kind == "field":
            return Span("field", ":".join(item.key[1:]), (), field_payload(item))
        if kind in ("footnote", "endnote"):
            return self.note(kind, item)
        name = ":".join(item.key) if kind in ("break", "symbol") else f"{kind}:{':'.join(item.key[1:])}"
        payload = "" if kind in ("break", "symbol") else carried_xml(item.node, self.reader.package, part, self.store)
        return Span("atom", name, (), payload)

    def note(self, kind: str, item: Item) -> Span:
        node = self.tree.notes.get((kind, item.node.get(n.ID) or ""))
        children = self.cut(node, 0, len(node.text)) if node is not None else (Span("paragraph", ""),)
        return Span("note", kind, (), "", children)

    def table(self, table: Table, part: str) -> Span:
        skeleton = "".join(_bare(c) for c in table.element if c.tag in (n.w("tblPr"), n.w("tblGrid")))
        rows = tuple(self.row(r.element, [StoryNode("", "cell", c.element, c.lines, part=part) for c in r.cells]) for r in table.rows)
        return Span("table", "table", (), skeleton, rows)

    def row(self, element: Element, cells: list[StoryNode]) -> Span:
        properties = element.find(n.TRPR)
        children = tuple(Span("cell", "", (), _bare(c.container.find(n.TCPR)), self.cut(c, 0, len(c.text))) for c in cells)
        return Span("row", "", (), _bare(properties), children)

    def paragraph(self, line: Line) -> Span:
        """The paragraph mark that ends a line: the name of its style, and whether it is in a list."""
        properties = n.child(self.reader.package.whole(line.mark), n.PPR)
        style = n.child(properties, n.w("pStyle"))
        number = n.child(n.child(properties, n.w("numPr")), n.w("numId"))
        listed = number is not None and number.get(n.VAL) not in ("0", None)
        name = self.styles.get(style.get(n.VAL), OWN_STYLE) if style is not None else ""
        listed |= number is None and name in self.numbered
        return Span("paragraph", name, ("listed",) if listed else ())


def emphasis(run: Element) -> tuple[str, ...]:
    """The emphasis that a run carries of its own: bold, italic, underline, struck, capitals, raised or lowered."""
    properties = n.child(run, n.RPR)
    if properties is None:
        return ()
    out = []
    for c in properties:
        if c.tag in TOGGLES and not n.is_off(c.get(n.VAL)):
            out.append(TOGGLES[c.tag])
        elif c.tag == n.w("u") and c.get(n.VAL) not in (None, "none"):
            out.append("u")
        elif c.tag == n.w("vertAlign") and c.get(n.VAL) in ("superscript", "subscript"):
            out.append(c.get(n.VAL))
    return tuple(out)


def field_payload(item: Item) -> str:
    """Instruction and shown result of a field that is one atom, parted by a unit separator."""
    if item.key[1] == "FILENAME":  # its result may be a path of the sender's
        return "FILENAME\x1f"
    if item.node.tag == n.FLD_SIMPLE:
        return f"{item.node.get(n.w('instr'))}\x1f{''.join(t.text or '' for t in item.node.iter(n.T))}"
    instruction = "".join(p.node.text or "" for p in item.parts if p.node.tag in (n.INSTR, n.DEL_INSTR))
    result = "".join(p.node.text or "" for p in item.parts if p.node.tag == n.T)
    return f"{instruction}\x1f{result}"


def _bare(properties: Element) -> str:
    """Properties of a table, row or cell without marks, identifiers and relations."""
    if properties is None:
        return ""
    children = "".join(_xml(c) for c in properties if c.tag not in n.PROPERTY_CHANGES and c.tag in KEPT_PROPERTIES)
    name = properties.tag.rsplit("}", 1)[1]
    return f"<w:{name}>{children}</w:{name}>"


def _xml(e: Element) -> str:
    name = e.tag.rsplit("}", 1)[1]
    attributes = "".join(
        f' w:{k.rsplit("}", 1)[1]}="{n.attribute(v)}"' for k, v in e.attrib.items() if k.startswith(f"{{{n.W}}}") and "rsid" not in k
    )
    return f"<w:{name}{attributes}>{''.join(_xml(c) for c in e if str(c.tag).startswith(f'{{{n.W}}}'))}</w:{name}>"


KEPT_PROPERTIES = frozenset(
    n.w(x)
    for x in (
        "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "gridCol",
        "gridBefore", "gridAfter", "wBefore", "wAfter", "cantSplit", "trHeight", "tblHeader",
        "tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "vAlign",
    )
)  # fmt: skip


def _joined(spans: list[Span]) -> list[Span]:
    """Neighbouring words with the same emphasis as one span."""
    out: list[Span] = []
    for s in spans:
        if out and s.kind == out[-1].kind == "text" and s.format == out[-1].format:
            out[-1] = Span("text", out[-1].text + s.text, s.format)
        else:
            out.append(s)
    return out
