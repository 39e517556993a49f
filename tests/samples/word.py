# ruff: noqa: E501 - an XML element is easier to check unbroken
"""Writes a document's stories as Word would have saved them: rsids, split runs, proofing marks, revision marks.

Each file has a `Hand`: who wrote, when, and the seed from which run splits and save ids follow, so that two files with the same words
differ in their XML as files from two offices do.
"""

import random
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from .markup import Piece, parse
from .model import Block, Contents, Document, Para, Row, Table

FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@dataclass
class Hand:
    """The circumstances of one file. `people` are the authors of marks, the first one wrote most of them."""

    seed: str
    people: tuple[str, ...]
    date: str
    page_shift: int = 0
    revision: int = field(default=100, init=False)

    def rsid(self, key: str) -> str:
        return f"00{zlib.crc32(f'{self.seed}/{key}'.encode()) % 0xFFFFFF:06X}"

    def para_id(self, key: str) -> str:
        return f"{zlib.crc32(f'{self.seed}/{key}/id'.encode()) % 0x7FFFFFFE + 1:08X}"

    def rsids(self) -> list[str]:
        return sorted({self.rsid(str(n)) for n in range(7)} | {self.rsid("text")})

    def stamp(self, who: int) -> str:
        """The attributes of the next mark; the clock moves a minute every third mark."""
        self.revision += 1
        minutes = 9 * 60 + self.revision // 3
        return (
            f'w:id="{self.revision}" w:author={quoteattr(self.people[who - 1])} '
            f'w:date="{self.date}T{minutes // 60:02d}:{minutes % 60:02d}:00Z"'
        )


class Writer:
    """Turns one document into the XML of its body, notes and comments."""

    def __init__(self, document: Document, hand: Hand):
        self.document, self.hand = document, hand
        self.note_ids: dict[str, int] = {}
        self.comment_ids = {name: n for n, name in enumerate(document.comments)}
        self.bookmark = 1000
        self.headings = 0
        self.counter = 0

    # --- blocks -----------------------------------------------------------------------------------------------------

    def body(self) -> str:
        return "".join(self.block(block) for block in self.document.blocks)

    def block(self, block: Block) -> str:
        if isinstance(block, Contents):
            return self.contents(block)
        return self.table(block) if isinstance(block, Table) else self.paragraph(block)

    def paragraph(self, para: Para) -> str:
        dice = random.Random(f"{self.hand.seed}/{para.key}")
        inner = "".join(self.content(para, dice))
        if para.style.startswith("Heading"):
            inner = self.heading_bookmark(inner)
        attributes = (
            f'w14:paraId="{self.hand.para_id(para.key)}" w14:textId="77777777" '
            f'w:rsidR="{self.hand.rsid("text")}" w:rsidRDefault="{self.hand.rsid(str(int(dice.random() * 7)))}"'
        )
        before, after = self.move_range(para) if para.move else ("", "")
        return f"<w:p {attributes}>{self.properties(para)}{before}{inner}</w:p>{after}"

    def move_range(self, para: Para) -> tuple[str, str]:
        """What Word sets around a moved paragraph: the start inside it, the end after it, both halves under one name."""
        kind = "moveFrom" if para.move == "from" else "moveTo"
        name = f"move{zlib.crc32(para.key.removesuffix('-moved').encode()) % 10**9}"
        start = self.hand.stamp(para.who)
        return f'<w:{kind}RangeStart w:name="{name}" {start}/>', f'<w:{kind}RangeEnd w:id="{self.hand.revision}"/>'

    def properties(self, para: Para) -> str:
        kind = {"from": "moveFrom", "to": "moveTo"}.get(para.move, para.mark)
        mark = f"<w:rPr><w:{kind} {self.hand.stamp(para.who)}/></w:rPr>" if kind else ""
        change = ""
        if para.style_before:
            change = f'<w:pPrChange {self.hand.stamp(para.who)}><w:pPr><w:pStyle w:val="{para.style_before}"/></w:pPr></w:pPrChange>'
        style = f'<w:pStyle w:val="{para.style}"/>' if para.style else ""
        return f"<w:pPr>{style}{mark}{change}</w:pPr>" if style or mark or change else ""

    def heading_bookmark(self, inner: str) -> str:
        self.headings += 1
        number = self.next_bookmark()
        return f'<w:bookmarkStart w:id="{number}" w:name="{toc_name(self.headings)}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'

    def next_bookmark(self) -> int:
        self.bookmark += 1
        return self.bookmark

    def table(self, table: Table) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in table.widths)
        rows = "".join(self.row(row, table.widths) for row in table.rows)
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>'
            f'<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def row(self, row: Row, widths: tuple[int, ...]) -> str:
        inside = "<w:cantSplit/>" + ("<w:tblHeader/>" if row.header else "")
        inside += f"<w:{row.mark} {self.hand.stamp(row.cells[0].who)}/>" if row.mark else ""
        cells = ""
        for n, (cell, width) in enumerate(zip(row.cells, widths, strict=True)):
            merge = (
                {"restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}.get(row.merged, "")
                if n == 0
                else ""
            )
            cells += f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}</w:tcPr>{self.paragraph(cell)}</w:tc>'
        rsid = self.hand.rsid(row.key)
        return f'<w:tr w:rsidR="{self.hand.rsid("text")}" w:rsidTr="{rsid}" w14:paraId="{self.hand.para_id(row.key)}" w14:textId="77777777"><w:trPr>{inside}</w:trPr>{cells}</w:tr>'

    def contents(self, block: Contents) -> str:
        """The contents as Word saves them: one outer TOC field, a link and a PAGEREF field in each line."""
        kept = [p for p in self.document.blocks if isinstance(p, Para) and p.style.startswith("Heading")]
        lines = [
            self.contents_line(para, n, number)
            for n, (para, number) in enumerate(zip(kept, heading_numbers(kept), strict=True), 1)
        ]
        lines[0] = lines[0].replace("</w:pPr>", "</w:pPr>" + begin(' TOC \\o "1-3" \\h \\z \\u '), 1)
        end = f'<w:p w14:paraId="{self.hand.para_id("toc-end")}" w14:textId="77777777" w:rsidR="{self.hand.rsid("text")}" w:rsidRDefault="{self.hand.rsid("text")}">{FIELD_END}</w:p>'
        head = self.paragraph(Para("toc-head", "TOCHeading", block.title))
        return (
            '<w:sdt><w:sdtPr><w:id w:val="-118720451"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
            f"<w:sdtContent>{head}{''.join(lines)}{end}</w:sdtContent></w:sdt>"
        )

    def contents_line(self, para: Para, n: int, number: str) -> str:
        level, name = para.style[-1], toc_name(n)
        link = f" PAGEREF {name} \\h "
        page = 2 + n // 4 + self.hand.page_shift * (n > 9)
        words = "".join(piece.text for piece in parse(para.text) if not piece.inserted)
        label = f"<w:r><w:t>{number}</w:t></w:r><w:r><w:tab/></w:r>" if number else ""
        return (
            f'<w:p w14:paraId="{self.hand.para_id(f"toc{n}")}" w14:textId="77777777" w:rsidR="{self.hand.rsid("text")}" w:rsidRDefault="{self.hand.rsid("1")}">'
            f'<w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr><w:hyperlink w:anchor="{name}" w:history="1">{label}{run(words)}<w:r><w:tab/></w:r>'
            f"{begin(link)}<w:r><w:t>{page}</w:t></w:r>{FIELD_END}</w:hyperlink></w:p>"
        )

    # --- runs -------------------------------------------------------------------------------------------------------

    def content(self, para: Para, dice: random.Random) -> Iterator[str]:
        """The paragraph's runs, wrapped in their marks, between the ends of comment ranges."""
        if dice.random() < 0.06:
            yield "<w:r><w:lastRenderedPageBreak/></w:r>"
        open_comments: tuple[str, ...] = ()
        for (comments, inserted), outer in groupby(parse(para.text), key=lambda p: (p.comments, p.inserted)):
            yield from self.ends(open_comments, comments)
            yield from self.starts(open_comments, comments)
            open_comments = comments
            yield self.marked(outer, inserted, para, dice)
        yield from self.ends(open_comments, ())

    def marked(self, pieces: Iterable[Piece], inserted: int, para: Para, dice: random.Random) -> str:
        inner = ""
        for deleted, group in groupby(pieces, key=lambda p: p.deleted):
            runs = "".join(self.piece(piece, dice) for piece in group)
            inner += f"<w:del {self.hand.stamp(deleted)}>{runs}</w:del>" if deleted else runs
        if para.move:
            kind = "moveFrom" if para.move == "from" else "moveTo"
            return f"<w:{kind} {self.hand.stamp(para.who)}>{inner}</w:{kind}>"
        return f"<w:ins {self.hand.stamp(inserted)}>{inner}</w:ins>" if inserted else inner

    def starts(self, before: tuple[str, ...], now: tuple[str, ...]) -> Iterator[str]:
        for name in now:
            if name not in before:
                yield from (f'<w:commentRangeStart w:id="{number}"/>' for number in self.thread(name))

    def ends(self, before: tuple[str, ...], now: tuple[str, ...]) -> Iterator[str]:
        for name in before:
            if name not in now:
                for number in self.thread(name):
                    yield f'<w:commentRangeEnd w:id="{number}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'

    def thread(self, name: str) -> list[int]:
        """A comment and its replies share one range."""
        return [n for other, n in self.comment_ids.items() if name in (other, self.document.comments[other].answers)]

    def piece(self, piece: Piece, dice: random.Random) -> str:
        look = self.look(piece)
        if piece.kind == "text":
            return "".join(self.cut(piece, look, dice))
        if piece.kind == "fn":
            number = self.note_ids.setdefault(piece.arg, len(self.note_ids) + 1)
            return (
                f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
            )
        if piece.kind == "nbh":
            return f"<w:r>{look}<w:noBreakHyphen/></w:r>"
        inner = run(piece.text, look, bool(piece.deleted))
        if piece.kind == "ref":
            code = begin(f" REF {piece.arg} \\w \\h ")
            return (code.replace("instrText", "delInstrText") if piece.deleted else code) + inner + FIELD_END
        if piece.kind == "bm":
            number = self.next_bookmark()
            return f'<w:bookmarkStart w:id="{number}" w:name="{piece.arg}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'
        return f'<w:sdt><w:sdtPr><w:alias w:val={quoteattr(piece.arg)}/><w:tag w:val="program"/><w:id w:val="73512208"/><w:text/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'

    def look(self, piece: Piece) -> str:
        """Run properties in the schema's order: b, i, strike, vanish, u, then the marked change of format."""
        inside = "<w:b/>" if piece.bold or piece.emboldened else ""
        inside += "<w:i/>" if piece.italic else ""
        inside += "<w:strike/>" if piece.struck else ""
        inside += "<w:vanish/>" if piece.hidden else ""
        inside += '<w:u w:val="single"/>' if piece.underlined else ""
        inside += f"<w:rPrChange {self.hand.stamp(piece.emboldened)}><w:rPr/></w:rPrChange>" if piece.emboldened else ""
        return f"<w:rPr>{inside}</w:rPr>" if inside else ""

    def cut(self, piece: Piece, look: str, dice: random.Random) -> Iterator[str]:
        """Runs break at any letter, as they do after years of saving; some words are marked as misspelt."""
        for part in parts(piece.text, dice):
            rsid = f' w:rsidRPr="{self.hand.rsid(str(int(dice.random() * 7)))}"' if dice.random() < 0.5 else ""
            whole = run(part, look, bool(piece.deleted)).replace("<w:r>", f"<w:r{rsid}>", 1)
            spelling = dice.random() < 0.05 and not (piece.deleted or piece.inserted)
            yield f'<w:proofErr w:type="spellStart"/>{whole}<w:proofErr w:type="spellEnd"/>' if spelling else whole


def parts(text: str, dice: random.Random) -> Iterator[str]:
    at = 0
    while at < len(text):
        length = 6 + int(dice.random() * 150) if dice.random() < 0.6 else len(text)
        yield text[at : at + length]
        at += length


def run(text: str, look: str = "", deleted: bool = False) -> str:
    name = "w:delText" if deleted else "w:t"
    space = ' xml:space="preserve"' if text != text.strip(" ") else ""
    return f"<w:r>{look}<{name}{space}>{escape(text)}</{name}></w:r>"


def begin(instruction: str) -> str:
    """A complex field up to its result."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">{escape(instruction)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def toc_name(n: int) -> str:
    return f"_Toc8834{n:04d}"


def heading_numbers(headings: list[Para]) -> list[str]:
    """The automatic numbers of the headings, as Word writes them into its contents."""
    roman, first, second, numbers = ["I", "II", "III", "IV", "V", "VI"], 0, 0, []
    for para in headings:
        if para.style == "Heading1":
            first, second = first + 1, 0
        second += para.style == "Heading2"
        numbers.append({"Heading1": f"{roman[first - 1]}.", "Heading2": f"{chr(64 + second)}."}.get(para.style, ""))
    return numbers
