"""Writes inserted content: spans of a submission as runs, paragraphs, tables, notes, fields and pictures of the output."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from ..model import Span
from . import names as n
from .carry import STORED, PartsStore
from .flow import Flow
from .marks import Marker
from .names import Element
from .package import Package, Rel
from .xmltext import ParagraphProperties, XmlText, run_properties

Authors = tuple[str, ...]
End = Callable[[Flow, Span], None]
SPECIAL = re.compile("([\t‑\xad])")
ELEMENTS = {"\t": "<w:tab/>", "‑": "<w:noBreakHyphen/>", "\xad": "<w:softHyphen/>"}
NOTE_STYLES = {"footnote": "footnote text", "endnote": "endnote text"}


@dataclass
class Inserted:
    """Writes into one output package. styles: style names of the draft by id; notes: new notes by kind, as XML."""

    package: Package
    store: PartsStore
    marker: Marker
    styles: dict[str, str]
    scopes: dict[str, XmlText]
    notes: dict[str, list[str]] = field(default_factory=lambda: {"footnote": [], "endnote": []})
    next_note: dict[str, int] = field(default_factory=lambda: {"footnote": 1, "endnote": 1})
    next_drawing: int = 90_000
    draft_runs: Callable[[str, int, int], Iterator[tuple[str, Element]]] = lambda story, start, end: iter(())
    _ids: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for ident, name in self.styles.items():
            self._ids.setdefault(name, ident)

    def xml_of(self, element: Element) -> XmlText:
        """The serialiser for the part in which the element stands."""
        tag = element.getroottree().getroot().tag if element is not None else n.w("document")
        return self.scopes[tag]

    def style_id(self, name: str) -> str:
        return self._ids.get(name, "")

    def same_style(self, mark: Span, beside: Element) -> bool:
        """Whether a new paragraph has the style of the draft's paragraph beside it, or one that the draft lacks."""
        if beside is None:
            return False
        style = n.child(n.child(beside, n.PPR), n.w("pStyle"))
        name = self.styles.get(style.get(n.VAL), "") if style is not None else "normal"
        return mark.text == name or (mark.text or "normal") == name or (bool(mark.text) and mark.text not in self._ids)

    def write(
        self, flow: Flow, spans: Sequence[Span], authors: Authors, beside: Element, part: str, end: End, move: str = "",
        look: Element = None, named: bool = False,
    ) -> None:  # fmt: skip
        """The spans under the marks of their contributors; ``end`` writes their paragraph marks."""
        kind = "moveTo" if move else "ins"
        base = look if look is not None or beside is None else n.child(next(iter(beside.iter(n.R_)), None), n.RPR)
        for span in spans:
            if span.kind == "paragraph":
                end(flow, span)
            elif span.kind == "table":
                flow.block(self.table(span, authors, part))
            elif span.kind == "draft":
                story, start, stop = span.payload.split("\x1f")
                for text, properties in self.draft_runs(story, int(start), int(stop)):
                    whole = self.xml_of(beside).cached(properties) if properties is not None else ""
                    flow.add(kind, authors, run(text, whole), named=True, move=move)
            else:
                flow.add(kind, authors, self.inline(span, authors, base, part), named=named, move=move)

    def inline(self, span: Span, authors: Authors, base: Element, part: str) -> str:
        """What stands inside a paragraph, without its mark."""
        if span.kind == "text":
            return run(span.text, run_properties(base, span.format, self.scopes[n.w("document")]))
        if span.kind == "field":
            return self.field(span)
        if span.kind == "note":
            return self.note(span, authors, part)
        return self.atom(span, part)

    def atom(self, span: Span, part: str) -> str:
        kind, _, rest = span.text.partition(":")
        if kind == "break":
            return "<w:r><w:br/></w:r>" if rest == "line" else f'<w:r><w:br w:type="{n.attribute(rest)}"/></w:r>'
        if kind == "symbol":
            font, _, char = rest.rpartition(":")
            return f'<w:r><w:sym w:font="{n.attribute(font)}" w:char="{n.attribute(char)}"/></w:r>'
        xml = self.placed(span.payload, part)
        return xml if kind in ("math", "alternate") else f"<w:r>{xml}</w:r>"

    def placed(self, payload: str, part: str) -> str:
        """A carried-over drawing with its parts in this package and a number of its own."""
        xml = re.sub(f"{STORED}([0-9a-f]+)", lambda m: self.relate(part, m[1]), payload)

        def numbered(m: re.Match[str]) -> str:
            self.next_drawing += 1
            return f'{m[1]} id="{self.next_drawing}"'

        return re.sub(r'(<wp:docPr\b[^>]*?)\sid="\d+"', numbered, xml)

    def relate(self, part: str, name: str) -> str:
        """The relation from a part of the output to a stored part, which is added when first asked for."""
        stored = self.store.parts[name]
        target = f"word/media/{name}.{stored.suffix}"
        if target not in self.package.parts:
            self.package.add_part(target, stored.content_type, stored.data)
            if stored.rels:
                self._relate_inside(target, stored.rels)
        return self.package.add_rel(part, stored.relation, target)

    def _relate_inside(self, target: str, rels: tuple[tuple[str, str, str], ...]) -> None:
        """Parts that a stored part draws on keep the ids by which it names them."""
        out = []
        for ident, kind, name in rels:
            inner = self.store.parts[name]
            path = f"word/media/{name}.{inner.suffix}"
            if path not in self.package.parts:
                self.package.add_part(path, inner.content_type, inner.data)
                if inner.rels:
                    self._relate_inside(path, inner.rels)
            out.append(Rel(ident, kind, path))
        self.package.set_rels(target, out)

    def field(self, span: Span) -> str:
        """A field that Word refreshes by itself, with the result that it showed."""
        instruction, _, result = span.payload.partition("\x1f")
        return complex_field(instruction, result, deleted=False)

    def runs_of_simple_field(self, node: Element, deleted: bool) -> str:
        result = "".join(t.text or "" for t in node.iter(n.T))
        return complex_field(node.get(n.w("instr")) or "", result, deleted)

    # notes, tables

    def note(self, span: Span, authors: Authors, part: str) -> str:
        """The reference to a new note; the note itself is kept for the notes part."""
        kind = span.text
        number = self.next_note[kind]
        self.next_note[kind] += 1
        raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        own = f"word/{kind}s.xml"
        flow = Flow(self.marker, labels=False)
        flow.add("ins", authors, f"<w:r>{raised}<w:{kind}Ref/></w:r>")
        self.write(flow, span.children, authors, None, own, self._note_end(kind, authors))
        self.notes[kind].append(f'<w:{kind} w:id="{number}">{flow.xml()}</w:{kind}>')
        return f'<w:r>{raised}<w:{kind}Reference w:id="{number}"/></w:r>'

    def _note_end(self, kind: str, authors: Authors) -> End:
        style = self.style_id(NOTE_STYLES[kind])
        properties = ParagraphProperties({"pStyle": f'<w:pStyle w:val="{n.attribute(style)}"/>'} if style else {})
        return lambda flow, mark: flow.end(properties)

    def table(self, span: Span, authors: Authors, part: str) -> str:
        skeleton = span.payload if "<w:tblGrid" in span.payload else f"{span.payload}<w:tblGrid/>"
        skeleton = skeleton if "<w:tblPr" in skeleton else f"<w:tblPr/>{skeleton}"
        rows = "".join(self.row(r, authors, part) for r in span.children)
        return f"<w:tbl>{skeleton}{rows}</w:tbl>"

    def row(self, span: Span, authors: Authors, part: str, first: str = "") -> str:
        """A row with its mark; ``first`` is what else stands at the start of its first cell."""
        properties = re.sub(r"^<w:trPr/?>|</w:trPr>$", "", span.payload)
        cells = "".join(self.cell(c, authors, part, first if i == 0 else "") for i, c in enumerate(span.children))
        return f"<w:tr><w:trPr>{properties}{self.marker.mark('ins', authors)}</w:trPr>{cells}</w:tr>"

    def cell(self, span: Span, authors: Authors, part: str, first: str) -> str:
        flow = Flow(self.marker, labels=False)
        if first:
            flow.add("", (), first)
        self.write(flow, span.children, authors, None, part, self._cell_end(authors))
        closing = "<w:p/>" if not flow.done or flow.done[-1].block else ""
        return f"<w:tc>{span.payload}{flow.xml()}{closing}</w:tc>"

    def _cell_end(self, authors: Authors) -> End:
        def end(flow: Flow, mark: Span) -> None:
            style = self.style_id(mark.text)
            children = {"pStyle": f'<w:pStyle w:val="{n.attribute(style)}"/>'} if style else {}
            flow.end(ParagraphProperties(children), ("ins", authors))

        return end


def run(text: str, properties: str) -> str:
    """One run; tabs and hyphens of their own kind are elements."""
    if not SPECIAL.search(text):
        return f'<w:r>{properties}<w:t xml:space="preserve">{n.escape(text)}</w:t></w:r>'
    parts = (ELEMENTS.get(p) or f'<w:t xml:space="preserve">{n.escape(p)}</w:t>' for p in SPECIAL.split(text) if p)
    return f"<w:r>{properties}{''.join(parts)}</w:r>"


def complex_field(instruction: str, result: str, deleted: bool) -> str:
    code, words = ("delInstrText", "delText") if deleted else ("instrText", "t")
    shown = f'<w:r><w:{words} xml:space="preserve">{n.escape(result)}</w:{words}></w:r>' if result else ""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:{code} xml:space="preserve">{n.escape(instruction)}</w:{code}></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
