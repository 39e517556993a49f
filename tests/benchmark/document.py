"""Writes a paragraph model as a small but complete .docx, with Word's revision marks where an author is given."""

import random
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MARK_DATE = "2004-10-25T09:00:00Z"
STYLE_OF = {"heading 1": "Heading1", "heading 2": "Heading2", "list": "ListParagraph", "body": "BodyText"}
LOOKS = ("", "<w:b/>", "<w:i/>", "<w:b/><w:i/>")
MARK_TAG = {"inserted": "ins", "deleted": "del"}


@dataclass(frozen=True)
class Paragraph:
    kind: str
    words: tuple[str, ...]
    looks: tuple[int, ...]  # an index of LOOKS for each word
    mark: str = "kept"  # of the paragraph mark: kept, inserted or deleted

    def marked(self, mark: str) -> "Paragraph":
        return replace(self, mark=mark)


@dataclass(frozen=True)
class Piece:
    """One word of a version, and whether its contributor keeps, deletes or inserts it."""

    mark: str
    word: str
    look: int


class Marks:
    """Numbers the marks of one document; without an author the document is clean, as if retyped."""

    def __init__(self, author: str) -> None:
        self.author = author
        self.last = 0

    def attributes(self) -> str:
        self.last += 1
        return f'w:id="{self.last}" w:author="{escape(self.author)}" w:date="{MARK_DATE}"'


def write(path: Path, content: Iterable[tuple[Paragraph, list[Piece]]], author: str) -> None:
    """``author`` empty: inserted pieces are plain text and deleted ones are left out."""
    marks, rng = Marks(author), random.Random(path.stem)
    body = "".join(paragraph_xml(paragraph, pieces, marks, rng) for paragraph, pieces in content)
    parts = {**FIXED_PARTS, "word/document.xml": document_xml(body)}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name, (2004, 10, 25, 9, 0, 0)), text, zipfile.ZIP_DEFLATED)


def paragraph_xml(paragraph: Paragraph, pieces: list[Piece], marks: Marks, rng: random.Random) -> str:
    if not marks.author:
        if paragraph.mark == "deleted":
            return ""
        pieces = [replace(piece, mark="kept") for piece in pieces if piece.mark != "deleted"]
    pieces = [replace(piece, word=piece.word + " ") for piece in pieces[:-1]] + pieces[-1:]
    own = ""
    if marks.author and paragraph.mark != "kept":
        own = f"<w:rPr><w:{MARK_TAG[paragraph.mark]} {marks.attributes()}/></w:rPr>"
    numbering = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if paragraph.kind == "list" else ""
    properties = f'<w:pPr><w:pStyle w:val="{STYLE_OF[paragraph.kind]}"/>{numbering}{own}</w:pPr>'
    runs = "".join(
        stretch_xml(mark, list(group), marks, rng) for mark, group in groupby(pieces, key=lambda piece: piece.mark)
    )
    return f'<w:p w:rsidR="{rsid(rng)}" w:rsidRDefault="{rsid(rng)}">{properties}{runs}</w:p>'


def stretch_xml(mark: str, pieces: list[Piece], marks: Marks, rng: random.Random) -> str:
    """Neighbouring pieces of one mark, cut into runs where the look changes."""
    tag = "delText" if mark == "deleted" else "t"
    runs = "".join(
        run_xml(tag, look, "".join(piece.word for piece in group), rng)
        for look, group in groupby(pieces, key=lambda piece: piece.look)
    )
    return runs if mark == "kept" else f"<w:{MARK_TAG[mark]} {marks.attributes()}>{runs}</w:{MARK_TAG[mark]}>"


def run_xml(tag: str, look: int, text: str, rng: random.Random) -> str:
    properties = f"<w:rPr>{LOOKS[look]}</w:rPr>" if look else ""
    return f'<w:r w:rsidR="{rsid(rng)}">{properties}<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def rsid(rng: random.Random) -> str:
    return f"00{rng.randrange(16):X}{rng.choice('1234567')}{rng.choice('89AB')}00{rng.randrange(10)}"


def document_xml(body: str) -> str:
    section = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" '
    section += 'w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
    return f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{REL}"><w:body>{body}{section}</w:body></w:document>'


def style_xml(style: str, name: str, more: str = "", properties: str = "") -> str:
    return f'<w:style w:type="paragraph"{more} w:styleId="{style}"><w:name w:val="{name}"/>{properties}</w:style>'


BASED = '<w:basedOn w:val="Normal"/>'
OPC = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
FIXED_PARTS = {
    "[Content_Types].xml": f'{HEAD}<Types xmlns="{OPC}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{WORD_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{WORD_TYPE}.numbering+xml"/></Types>',
    "_rels/.rels": f'{HEAD}<Relationships xmlns="{OPC}/relationships">'
    f'<Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{OPC}/relationships">'
    f'<Relationship Id="rId1" Type="{REL}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{REL}/numbering" Target="numbering.xml"/></Relationships>',
    "word/styles.xml": f'{HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="24"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault/></w:docDefaults>"
    + style_xml("Normal", "Normal", ' w:default="1"')
    + style_xml("Heading1", "heading 1", "", f'{BASED}<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>')
    + style_xml("Heading2", "heading 2", "", f'{BASED}<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:i/></w:rPr>')
    + style_xml("BodyText", "Body Text", "", f'{BASED}<w:pPr><w:jc w:val="both"/></w:pPr>')
    + style_xml("ListParagraph", "List Paragraph", "", f'{BASED}<w:pPr><w:ind w:left="720"/></w:pPr>')
    + "</w:styles>",
    "word/numbering.xml": f'{HEAD}<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">'
    '<w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
}
