"""Writes the documents of tests/versions.py as Word packages: a writer of the tests' own, small on purpose.

Runs are cut where Word would cut them (looks, marks, spelling), ids of notes follow the order of the text, and marks
carry the names of two people of one delegation.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from xml.sax.saxutils import escape

from tests.versions import Block, Document, Paragraph, Row, Table, Token

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
REL = "http://schemas.openxmlformats.org/package/2006/relationships"
PARTS = ("styles", "numbering", "footnotes", "settings")
STYLES = (
    ("Normal", "Normal"), ("Heading1", "heading 1"), ("Heading2", "heading 2"), ("ListNumber", "List Number"),
    ("FootnoteText", "footnote text"),
)  # fmt: skip
TAGS = {"ins": "ins", "del": "del", "from": "moveFrom", "to": "moveTo"}


@dataclass
class _Writer:
    people: Sequence[str]
    cut: int  # every so many tokens a run is cut
    notes: dict[str, int] = field(default_factory=dict)
    wraps: list[str] = field(default_factory=list)
    number: int = 100

    def next(self) -> int:
        self.number += 1
        return self.number

    def mark(self, state: str, person: int = 0) -> str:
        who = escape(self.people[person % len(self.people)], {'"': "&quot;"})
        return f'w:{TAGS[state]} w:id="{self.next()}" w:author="{who}" w:date="2004-10-25T09:{self.number % 60:02d}:00Z"'

    def blocks(self, blocks: Sequence[Block]) -> str:
        return "".join(self.paragraph(b) if isinstance(b, Paragraph) else self.table(b) for b in blocks)

    def table(self, table: Table) -> str:
        columns = len(table.rows[0].cells)
        grid = '<w:gridCol w:w="2400"/>' * columns
        rows = "".join(self.row(r) for r in table.rows)
        return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'

    def row(self, row: Row) -> str:
        mark = f"<w:trPr><{self.mark(row.state)}/></w:trPr>" if row.state else ""
        cells = "".join(f'<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr>{self.blocks(c)}</w:tc>' for c in row.cells)
        return f"<w:tr>{mark}{cells}</w:tr>"

    def paragraph(self, p: Paragraph, before: str = "") -> str:
        properties = f'<w:pStyle w:val="{p.style}"/>' if p.style else ""
        if p.level is not None:
            properties += f'<w:numPr><w:ilvl w:val="{p.level}"/><w:numId w:val="1"/></w:numPr>'
        if p.state:
            properties += f"<w:rPr><{self.mark(p.state)}/></w:rPr>"
        opening = closing = ""
        if p.move and p.state in ("from", "to"):
            ident, tag = self.next(), TAGS[p.state]
            who = f'w:author="{self.people[0]}" w:date="2004-10-25T09:00:00Z"'
            opening = f'<w:{tag}RangeStart w:id="{ident}" w:name="{p.move}" {who}/>'
            closing = f'<w:{tag}RangeEnd w:id="{ident}"/>'
        inner = before + opening + self.inline(p.tokens)
        held = f"<w:pPr>{properties}</w:pPr>" if properties else ""
        return f'<w:p w:rsidR="00A1{self.number % 10_000:04d}">{held}{inner}</w:p>{closing}'

    def inline(self, tokens: Sequence[Token]) -> str:
        out = []
        for wrap, held in groupby(tokens, key=lambda t: t.wrap):
            inner = "".join(self.marked(state, list(run)) for state, run in groupby(held, key=lambda t: t.state))
            out.append(self.wrapped(wrap, inner))
        return "".join(out)

    def wrapped(self, wrap: str, inner: str) -> str:
        if not wrap or wrap in self.wraps:
            return inner
        self.wraps.append(wrap)
        if wrap.startswith("control"):
            return f'<w:sdt><w:sdtPr><w:id w:val="{self.next()}"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'
        if wrap.startswith("link"):
            return f'<w:hyperlink w:anchor="_Ref1">{inner}</w:hyperlink>'
        ident, name = self.next(), f"_Ref{sum(x.startswith('mark') for x in self.wraps)}"
        return f'<w:bookmarkStart w:id="{ident}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{ident}"/>'

    def marked(self, state: str, tokens: Sequence[Token]) -> str:
        runs = self.runs(tokens, state in ("del", "both"))
        if not state:
            return runs
        if state == "both":
            return f"<{self.mark('ins')}><{self.mark('del', 1)}>{runs}</w:del></w:ins>"
        return f"<{self.mark(state, self.number // 7)}>{runs}</w:{TAGS[state]}>"

    def runs(self, tokens: Sequence[Token], deleted: bool) -> str:
        out = []
        for (kind, look, _), held in groupby(enumerate(tokens), key=lambda t: (t[1].kind, t[1].look, t[0] // self.cut)):
            shown = "".join(f"<w:{x}/>" for x in ("b", "i") if x in look)
            properties = f"<w:rPr>{shown}</w:rPr>" if shown else ""
            if kind == "word":
                text, tag = "".join(t.text for _, t in held), "delText" if deleted else "t"
                out.append(f'<w:r>{properties}<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>')
            else:
                out += [self.atom(t, deleted) for _, t in held]
        return "".join(out)

    def atom(self, token: Token, deleted: bool) -> str:
        if token.kind == "note":
            number = self.notes.setdefault(token.name, len(self.notes) + 2)
            raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            return f'<w:r>{raised}<w:footnoteReference w:id="{number}"/></w:r>'
        code, words = ("delInstrText", "delText") if deleted else ("instrText", "t")
        begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{x}"/></w:r>' for x in ("begin", "separate", "end"))
        result = f"<w:r><w:{words}>{self.cut}</w:{words}></w:r>"  # differs from file to file, as Word refreshes it
        return f'{begin}<w:r><w:{code} xml:space="preserve"> {token.name} </w:{code}></w:r>{separate}{result}{end}'

    def note(self, paragraphs: Sequence[Paragraph], number: int) -> str:
        own = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        first = self.paragraph(paragraphs[0], own)
        return f'<w:footnote w:id="{number}">{first}{self.blocks(paragraphs[1:])}</w:footnote>'


def package(document: Document, people: Sequence[str] = ("Ana Paz", "Luis Rey"), cut: int = 9) -> bytes:
    """The document as a .docx; the same document gives the same bytes."""
    writer = _Writer(people, cut)
    body = writer.blocks(document.blocks) + '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'
    notes = "".join(writer.note(document.notes[name], number) for name, number in list(writer.notes.items()))
    space = f'xmlns:w="{W}" xmlns:r="{R}"'
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _rels([("officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": _rels([(x, f"{x}.xml") for x in PARTS]),
        "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {space}>{''.join(map(_style, STYLES))}</w:styles>",
        "word/numbering.xml": f"<w:numbering {space}>{_numbering()}</w:numbering>",
        "word/settings.xml": f"<w:settings {space}/>",
        "word/footnotes.xml": f"<w:footnotes {space}>{_separators()}{notes}</w:footnotes>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2004, 10, 25, 9, 0, 0)), HEAD + text)
    return out.getvalue()


def _types() -> str:
    overrides = "".join(f'<Override PartName="/word/{x}.xml" ContentType="{WORD}.{x}+xml"/>' for x in PARTS)
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>{overrides}</Types>'
    )


def _rels(found: Sequence[tuple[str, str]]) -> str:
    inner = "".join(f'<Relationship Id="rId{k}" Type="{R}/{kind}" Target="{x}"/>' for k, (kind, x) in enumerate(found, 1))
    return f'<Relationships xmlns="{REL}">{inner}</Relationships>'


def _style(style: tuple[str, str]) -> str:
    ident, name = style
    default = ' w:default="1"' if ident == "Normal" else ""
    based = "" if ident == "Normal" else '<w:basedOn w:val="Normal"/>'
    level = f'<w:pPr><w:outlineLvl w:val="{int(ident[-1]) - 1}"/></w:pPr>' if ident.startswith("Heading") else ""
    return f'<w:style w:type="paragraph"{default} w:styleId="{ident}"><w:name w:val="{name}"/>{based}{level}</w:style>'


def _numbering() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{k}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{720 * (k + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        for k, (kind, text) in enumerate((("decimal", "%1."), ("lowerLetter", "(%2)")))
    )
    abstract = f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    return f'{abstract}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def _separators() -> str:
    return "".join(
        f'<w:footnote w:type="{kind}" w:id="{k}"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>'
        for k, kind, tag in ((-1, "separator", "separator"), (0, "continuationSeparator", "continuationSeparator"))
    )
