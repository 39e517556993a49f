"""A submission with something private in each place where Word keeps such things (law 6).

Each plant is one word that stands nowhere else, named after its place, so that a word that is found in an output names
the hole through which it came. ``SHOWN`` stands in visible text and must stay.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {
    "w": W,
    "r": REL,
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
SHOWN = "visible.person@example.org"  # in the text that the state wrote
RSIDS = ("00ABCDE1", "00ABCDE2", "00ABCDE3")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."


class Plants:
    """Words to plant, each asked for by its place."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}

    def __call__(self, place: str) -> str:
        return self.words.setdefault(place, "Zq" + place.replace(" ", "").replace("-", ""))

    def name(self, place: str) -> str:
        return f"Aurelio {self(place)}"

    def path(self, place: str) -> str:
        return f"C:\\Users\\{self(place)}\\letter.docx"

    def mail(self, place: str) -> str:
        return f"{self(place)}@mail.example"


def sown(draft: Path) -> tuple[dict[str, bytes], Plants]:
    """The parts of a submission made from the draft, with every plant."""
    with zipfile.ZipFile(draft) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    plants = Plants()
    for sow in (_properties, _settings, _document, _comments, _notes_and_headers, _styles, _other_parts):
        sow(parts, plants)
    return parts, plants


def plant(draft: Path, target: Path) -> Plants:
    """Write that submission."""
    parts, plants = sown(draft)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = plants.name("zip comment").encode()
        for name, data in parts.items():
            archive.writestr(name, data)
    return plants


Parts = dict[str, bytes]


def _add(parts: Parts, name: str, data: str | bytes, content_type: str) -> None:
    parts[name] = data.encode() if isinstance(data, str) else data
    entry = f'<Override PartName="/{name}" ContentType="{content_type}"/>'.encode()
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", entry + b"</Types>")


def _relate(
    parts: Parts, ident: str, kind: str, target: str, *, source: str = "word/_rels/document.xml.rels", external: bool = False
) -> None:
    kind = kind if kind.startswith("http") else f"{REL}/{kind}"
    mode = ' TargetMode="External"' if external else ""
    entry = f'<Relationship Id="{ident}" Type="{kind}" Target="{target}"{mode}/>'
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    parts[source] = parts.get(source, empty).replace(b"</Relationships>", entry.encode() + b"</Relationships>")


def _properties(parts: Parts, p: Plants) -> None:
    dc, cp = "http://purl.org/dc/elements/1.1/", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    terms, xsi = "http://purl.org/dc/terms/", "http://www.w3.org/2001/XMLSchema-instance"
    parts["docProps/core.xml"] = (
        f'<cp:coreProperties xmlns:cp="{cp}" xmlns:dc="{dc}" xmlns:dcterms="{terms}" xmlns:xsi="{xsi}">'
        f"<dc:title>{p('core title')}</dc:title><dc:subject>{p('core subject')}</dc:subject>"
        f"<dc:creator>{p.name('core creator')}</dc:creator>"
        f"<cp:keywords>{p('core keywords')}</cp:keywords><dc:description>{p.path('core description')}</dc:description>"
        f"<cp:lastModifiedBy>{p.name('core last modified by')}</cp:lastModifiedBy><cp:category>{p('core category')}</cp:category>"
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2004-10-25T10:00:00Z</dcterms:modified></cp:coreProperties>'
    ).encode()
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    parts["docProps/app.xml"] = (
        f'<Properties xmlns="{space}"><Template>{p.path("app template")}</Template><Manager>{p.name("app manager")}</Manager>'
        f"<Company>{p('app company')}</Company><HyperlinkBase>{p.path('app hyperlink base')}</HyperlinkBase></Properties>"
    ).encode()
    custom, types = space.replace("extended", "custom"), "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    _add(parts, "docProps/custom.xml",
         f'<Properties xmlns="{custom}" xmlns:vt="{types}"><property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" '
         f'pid="2" name="{p("custom name")}">'
         f"<vt:lpwstr>{p.mail('custom value')}</vt:lpwstr></property></Properties>",
         "application/vnd.openxmlformats-officedocument.custom-properties+xml")  # fmt: skip
    _relate(parts, "rIdZ90", "custom-properties", "docProps/custom.xml", source="_rels/.rels")


def _settings(parts: Parts, p: Plants) -> None:
    more = (
        f'<w:attachedTemplate xmlns:r="{REL}" r:id="rIdT"/>'
        f'<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="native"/>'
        f'<w:connectString w:val="{p.path("mail merge")}"/></w:mailMerge>'
        f'<w:docVars><w:docVar w:name="{p("variable name")}" w:val="{p.mail("variable value")}"/></w:docVars>'
        f'<w:rsids><w:rsidRoot w:val="{RSIDS[0]}"/><w:rsid w:val="{RSIDS[1]}"/></w:rsids>'
    )
    parts["word/settings.xml"] = parts["word/settings.xml"].replace(b"</w:settings>", more.encode() + b"</w:settings>")
    path = "file:///" + p.path("attached template").replace("\\", "/")
    _relate(parts, "rIdT", "attachedTemplate", path, source="word/_rels/settings.xml.rels", external=True)


def _document(parts: Parts, p: Plants) -> None:
    root = etree.fromstring(parts["word/document.xml"])
    body = root[0]
    ordinary = [e for e in body if e.tag == f"{{{W}}}p" and "".join(e.itertext()).strip() and e.find(f".//{{{W}}}fldChar") is None]
    at = body.index(ordinary[40])
    for piece in reversed(_pieces(parts, p)):
        body.insert(at, piece)
    ordinary[44].append(_fragment(f'<w:r {DECLARED} w:rsidR="{RSIDS[2]}"><w:t xml:space="preserve"> as amended</w:t></w:r>'))
    _mark_formatting(ordinary[46], p)
    root.insert(0, etree.Comment(p("xml comment")))
    root.addprevious(etree.ProcessingInstruction("editor", p("processing instruction")))
    parts["word/document.xml"] = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    _relate(parts, "rIdZ1", "image", "media/zimage.png")
    parts["word/media/zimage.png"] = _png(p.name("image metadata"))
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(b"<Override", b'<Default Extension="png" ContentType="image/png"/><Override', 1)
    _relate(parts, "rIdZ2", "hyperlink", f"mailto:{p.mail('hyperlink')}", external=True)
    _relate(parts, "rIdZ3", "hyperlink", "file:///" + p.path("drawing hyperlink").replace("\\", "/"), external=True)
    _relate(parts, "rIdZ4", "image", "file://server/" + p("linked image"), external=True)


def _mark_formatting(paragraph: etree._Element, p: Plants) -> None:
    run = next(paragraph.iter(f"{{{W}}}r"))
    properties = run.find(f"{{{W}}}rPr")
    if properties is None:
        properties = etree.SubElement(run, f"{{{W}}}rPr")
        run.insert(0, properties)
    properties.append(_fragment(f"<w:b {DECLARED}/>"))
    author = f'w:author="{p.name("formatting author")}" w:date="2004-10-25T10:00:00Z"'
    properties.append(_fragment(f'<w:rPrChange {DECLARED} w:id="9901" {author}><w:rPr/></w:rPrChange>'))


def _fragment(xml: str) -> etree._Element:
    return etree.fromstring(xml)


def _inserted(content: str, p: Plants, number: int, properties: str = "") -> etree._Element:
    """A new paragraph, marked under a personal name."""
    mark = f'w:id="{9000 + number}" w:author="{p.name("insertion author")}" w:date="2004-10-25T10:00:00Z"'
    return _fragment(
        f'<w:p {DECLARED} w:rsidR="{RSIDS[1]}" w14:paraId="5EC2E7A1"><w:pPr>{properties}<w:rPr><w:ins {mark}/></w:rPr></w:pPr>'
        f'<w:ins {mark.replace("90", "91", 1)}>{content}</w:ins></w:p>'
    )


def _text(words: str, properties: str = "") -> str:
    return f'<w:r w:rsidR="{RSIDS[2]}"><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words} </w:t></w:r>'


def _field(instruction: str, result: str) -> str:
    kind = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
    return kind.format("begin") + code + kind.format("separate") + _text(result) + kind.format("end")


def _pieces(parts: Parts, p: Plants) -> list[etree._Element]:
    taken_back = (
        f'<w:del w:id="9801" w:author="{p.name("deletion author")}" w:date="2004-10-25T10:00:00Z"><w:r>'
        f"<w:delText>{p('inserted and deleted again')} a sentence on which the delegation thought again</w:delText></w:r></w:del>"
    )
    hiding = '<w:rStyle w:val="ZHidden"/>'
    contents = [
        _text(f"The secretariat of the network may be reached at {SHOWN} on working days."),
        _text("A sentence") + _text(p("hidden sentence") + " is only for our own capital", "<w:vanish/>") + _text("that goes on."),
        _text("Another") + _text(p("hidden by style") + " is only for our own capital", hiding) + _text("that goes on."),
        _text("Words stay") + taken_back,
        f'<w:hyperlink r:id="rIdZ2" w:tooltip="{p.name("hyperlink tooltip")}">{_text("Write to us")}</w:hyperlink>',
        _field(f'HYPERLINK "mailto:{p.mail("hyperlink field")}"', "Write to them"),
        _field(f'INCLUDETEXT "{p.path("include field")}"', "Included words"),
        _field(f'DDEAUTO "{p.path("dde field")}"', "Linked words"),
        _text("Filed as") + _field("FILENAME \\p", p.path("file name field")),
        f'<w:r>{_drawing(p)}</w:r>' + _text("with a picture"),
        f'<w:r>{_linked_drawing(p)}</w:r>' + _text("with a linked picture"),
        f'<w:r>{_vml(p)}</w:r>' + _text("with an old picture"),
        f'<w:bookmarkStart w:id="9701" w:name="{p("bookmark")}"/>' + _text("Marked words") + '<w:bookmarkEnd w:id="9701"/>',
        f'<w:sdt><w:sdtPr><w:alias w:val="{p.name("control alias")}"/><w:tag w:val="{p.path("control tag")}"/></w:sdtPr>'
        f"<w:sdtContent>{_text('Controlled words')}</w:sdtContent></w:sdt>",
        f'<w:smartTag w:uri="urn:x" w:element="person"><w:smartTagPr><w:attr w:name="e" w:val="{p.mail("smart tag")}"/></w:smartTagPr>'
        f"{_text('Tagged words')}</w:smartTag>",
    ]  # fmt: skip
    styled = _inserted(_text("A paragraph in a style of its own"), p, 50, '<w:pStyle w:val="ZStyle"/>')
    return [*(_inserted(content, p, number) for number, content in enumerate(contents)), styled, *_blocks(p)]


def _blocks(p: Plants) -> list[etree._Element]:
    mark = f'w:author="{p.name("row author")}" w:date="2004-10-25T10:00:00Z"'
    table = (
        f'<w:tbl {DECLARED}><w:tblPr><w:tblCaption w:val="{p.path("table caption")}"/>'
        f'<w:tblDescription w:val="{p.path("table description")}"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:trPr><w:ins w:id="9601" {mark}/></w:trPr><w:tc><w:p>'
        f'<w:ins w:id="9602" {mark}>{_text("A new table")}</w:ins></w:p></w:tc></w:tr></w:tbl>'
    )
    return [_fragment(table), _fragment(f'<w:altChunk {DECLARED} r:id="rIdZ6"/>')]


def _shape(p: Plants, place: str, blip: str) -> str:
    named = f'descr="{p.path(place + " description")}" title="{p.name(place + " title")}" name="{p.path(place + " name")}"'
    return (
        f'<w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="71" {named}><a:hlinkClick r:id="rIdZ3"/>'
        f'</wp:docPr><a:graphic><a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="72" {named}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip {blip}/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def _drawing(p: Plants) -> str:
    return _shape(p, "drawing", 'r:embed="rIdZ1"')


def _linked_drawing(p: Plants) -> str:
    return _shape(p, "linked drawing", 'r:link="rIdZ4"')


def _vml(p: Plants) -> str:
    return (
        f'<w:pict><v:shape id="{p("vml id")}" alt="{p.path("vml alt")}" style="width:9pt;height:9pt">'
        f'<v:imagedata r:id="rIdZ1" o:title="{p.name("vml title")}" o:href="{p.path("vml href")}"/></v:shape></w:pict>'
    )


def _png(text: str) -> bytes:
    """A black point with a text chunk, where cameras and programs leave names."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"tEXt", b"Author\0" + text.encode()), (b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, data) for kind, data in chunks)


def _comments(parts: Parts, p: Plants) -> None:
    def comment(number: int, text: str, initials: str) -> str:
        return (
            f'<w:comment w:id="{number}" w:author="{p.name("comment author")}" w:initials="{initials}" w:date="2004-10-25T10:00:00Z">'
            f'<w:p w14:paraId="0000000{number}"><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>'
        )

    texts = [
        "A comment for everybody to read in the meeting", p("resolved comment") + " was settled between colleagues long ago",
        f"@{p('mentioned person')} please look at this before it goes out", f"INTERNAL: {p('internal comment')} awaits the budget office",
        f"RESERVADO {p('reservado comment')} en espera de la capital",
    ]  # fmt: skip
    comments = "".join(comment(i, text, p("initials")[:9] if not i else "AZ") for i, text in enumerate(texts, 1))
    p.words["initials"] = p("initials")[:9]
    _add(parts, "word/comments.xml", f"<w:comments {DECLARED}>{comments}</w:comments>", WORD + "comments+xml")
    extended = f'<w15:commentsEx {DECLARED}><w15:commentEx w15:paraId="00000002" w15:done="1"/></w15:commentsEx>'
    _add(parts, "word/commentsExtended.xml", extended, WORD + "commentsExtended+xml")
    person = (
        f'<w15:people {DECLARED}><w15:person w15:author="{p.name("person")}"><w15:presenceInfo w15:providerId="AD" '
        f'w15:userId="S::{p.mail("presence")}::0f0f"/></w15:person></w15:people>'
    )
    _add(parts, "word/people.xml", person, WORD + "people+xml")
    _relate(parts, "rIdZ10", "comments", "comments.xml")
    _relate(parts, "rIdZ11", "http://schemas.microsoft.com/office/2011/relationships/commentsExtended", "commentsExtended.xml")
    _relate(parts, "rIdZ12", "http://schemas.microsoft.com/office/2011/relationships/people", "people.xml")
    _anchor(parts, len(texts))


def _anchor(parts: Parts, count: int) -> None:
    root = etree.fromstring(parts["word/document.xml"])
    paragraph = [e for e in root.iter(f"{{{W}}}p") if "".join(e.itertext()).strip()][70]
    for number in range(1, count + 1):
        paragraph.append(_fragment(f'<w:commentRangeStart {DECLARED} w:id="{number}"/>'))
        paragraph.append(_fragment(f'<w:commentRangeEnd {DECLARED} w:id="{number}"/>'))
        paragraph.append(_fragment(f'<w:r {DECLARED}><w:commentReference w:id="{number}"/></w:r>'))
    parts["word/document.xml"] = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def _notes_and_headers(parts: Parts, p: Plants) -> None:
    _append_run(parts, "word/footnotes.xml", -1, "footnote author", p, p("hidden in a footnote"))
    _append_run(parts, "word/header1.xml", 0, "header author", p, p("hidden in a header"))


def _append_run(parts: Parts, part: str, at: int, author: str, p: Plants, hidden: str) -> None:
    root = etree.fromstring(parts[part])
    paragraph = list(root.iter(f"{{{W}}}p"))[at]
    mark = f'w:id="9{len(author)}55" w:author="{p.name(author)}" w:date="2004-10-25T10:00:00Z"'
    content = _text(" amended") + _text(hidden + " is only for our own capital", "<w:vanish/>")
    paragraph.append(_fragment(f"<w:ins {DECLARED} {mark}>{content}</w:ins>"))
    parts[part] = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def _styles(parts: Parts, p: Plants) -> None:
    more = (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="ZStyle"><w:name w:val="{p.name("style name")}"/></w:style>'
        f'<w:style w:type="character" w:customStyle="1" w:styleId="ZHidden"><w:name w:val="ZHidden"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"</w:styles>", more.encode() + b"</w:styles>")


def _other_parts(parts: Parts, p: Plants) -> None:
    _add(parts, "customXml/item1.xml", f"<about><who>{p.mail('custom xml')}</who></about>", "application/xml")
    _relate(parts, "rIdZ5", "customXml", "../customXml/item1.xml")
    _add(parts, "word/chunk.htm", f"<html><body>{p('alternative chunk')}</body></html>", "text/html")
    _relate(parts, "rIdZ6", "aFChunk", "chunk.htm")
    settings = "application/vnd.openxmlformats-officedocument.wordprocessingml.printerSettings"
    _add(parts, "word/printerSettings1.bin", p.path("printer settings").encode(), settings)
    _relate(parts, "rIdZ7", "printerSettings", "printerSettings1.bin")
    _add(parts, "docProps/thumbnail.jpeg", p("thumbnail").encode(), "image/jpeg")
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
    _relate(parts, "rIdZ91", kind, "docProps/thumbnail.jpeg", source="_rels/.rels")
