# ruff: noqa: E501 - markup is easier to check unbroken
"""Answers of every form with a sentence of its own in each place where a delegation may write (law 3), and a person in each
place where a program keeps one (law 6). What a program does not show holds a sentence that must be told nowhere.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment

from tests.forms import made
from tests.tables.builders import table

HEADS = ("MB", "Clause", "Paragraph", "Type of comment", "Comment (justification)", "Proposed change", "Secretariat observations")
DRAFT = Path(__file__).resolve().parents[2] / "inputs" / "draft-program.docx"
PLAIN_ROW = ("", "", "3", "ge", "The wording of this part is clear.", "", "")
DOCX = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")
BOX = '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'


@dataclass
class Sown:
    """shown: place -> sentence to be found again; hidden, persons: words to be found nowhere."""

    form: str
    shown: dict[str, str] = field(default_factory=dict)
    hidden: dict[str, str] = field(default_factory=dict)
    persons: dict[str, str] = field(default_factory=dict)

    def word(self, place: str) -> str:
        return "zq" + "".join(c for c in f"{self.form}{place}" if c.isalpha()).lower()

    def __call__(self, place: str) -> str:
        return self.shown.setdefault(place, f"The list should name {self.word(place)} yearly")

    def hide(self, place: str) -> str:
        return self.hidden.setdefault(place, f"The office would accept {self.word('hidden' + place)} quietly")

    def person(self, place: str) -> str:
        return self.persons.setdefault(place, f"Aurelio {self.word('person' + place)}")


def _rows(s: Sown, letter: str = "") -> list[tuple[str, ...]]:
    """A head, a row with a sentence in each column, a row with two lines in a cell."""
    each = tuple(s(f"{letter}column {head}") for head in HEADS[1:])
    lines = f"{s(f'{letter}first line')}\n{s(f'{letter}second line')}"
    return [HEADS, ("", *each), PLAIN_ROW, ("", "", "4", "te", lines, s(f"{letter}proposed beside lines"), "")]


def table_docx(s: Sown) -> bytes:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    boxed = made.p(made.r("The text is long."), BOX.format(made.p(made.r(s("text box in a cell")))))
    further = [
        ("", "", "5", "ge", made.p(made.r("The text needs a source."), note), "", ""),
        ("", "", "6", "ge", boxed, "", ""),
        ("", "", "7", "ge", made.p(made.r("The text is short."), made.r(s.hide("words in a cell"), "vanish")), "", ""),
    ]
    second = [("Office", "Duty"), (s("other table first"), s("other table second"))]
    body = made.p(made.r(s("paragraph above the table") + ".")) + table([*_rows(s), *further]) + made.p(made.r(s("paragraph between tables") + "."))
    body += table([HEADS, ("", "", "8", "ge", s("second table of comments"), "", "")]) + made.p(made.r("Duties of offices:")) + table(second)
    return made.docx(body, f'<w:footnote w:id="2">{made.p(made.r(s("footnote in a cell")))}</w:footnote>')


def letter_docx(s: Sown) -> bytes:
    p, r = made.p, made.r
    body = p(r("Comments on the draft"), properties='<w:outlineLvl w:val="0"/>') + p(r(s("paragraph") + "."))
    body += p(r(s("heading")), properties='<w:outlineLvl w:val="1"/>') + p(r("The text on this point is clear."))
    body += p(r("The text needs a source."), '<w:r><w:footnoteReference w:id="2"/></w:r>') + p(BOX.format(p(r(s("text box")))), r("A box."))
    body += "".join(p(r(f"{s(f'item {n}')}."), properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') for n in ("one", "two"))
    body += table([("Office", "Duty"), (s("table first cell"), s("table second cell"))])
    body += table([(s("second table"), "")])
    body += p(r("A line"), "<w:r><w:br/></w:r>", r(s("after a line break") + ".")) + p(r(s("last paragraph") + "."))
    body += p(r("Some words."), r(s.hide("words"), "vanish"))
    return made.docx(body, f'<w:footnote w:id="2">{p(r(s("footnote")))}</w:footnote>')


def wrapped(s: Sown) -> bytes:
    """The draft as it is, with the delegation's words before and behind it."""
    p, r = made.p, made.r
    before = p(r("The delegation of Bolivia presents its compliments to the Working Group and transmits its observations.")) + p(r(s("paragraph before") + "."), '<w:r><w:footnoteReference w:id="99"/></w:r>')
    before += p(r("Some words are"), r(s.hide("words"), "vanish"), r("missing here.")) + p(r("A line"), "<w:r><w:br/></w:r>", r(s("after a line break") + "."))
    before += table([("Office", "Duty"), (s("table first cell"), s("table second cell"))]) + p(BOX.format(p(r(s("text box")))), r("A box stands here."))
    before += p(r("The text of the draft follows.")) + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    after = p(r(s("paragraph behind") + "."))
    out = io.BytesIO()
    with zipfile.ZipFile(DRAFT) as draft, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in draft.namelist():
            data = draft.read(name)
            if name == "word/document.xml":
                start, end = data.index(b"<w:body>") + len(b"<w:body>"), data.rindex(b"<w:sectPr")
                data = data[:start] + before.encode() + data[start:end] + after.encode() + data[end:]
            elif name == "word/footnotes.xml":
                data = data.replace(b"</w:footnotes>", f'<w:footnote w:id="99">{p(r(s("footnote")))}</w:footnote></w:footnotes>'.encode())
            target.writestr(name, data)
    return out.getvalue()


def workbook(s: Sown) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = "Comments"
    for cells in _rows(s):
        sheet.append([text or None for text in cells])
    sheet.append([None, None, "5", "ge", CellRichText("The list should ", TextBlock(InlineFont(b=True), "name"), f" {s.word('rich text')} yearly")])
    s.shown["rich text"] = f"The list should name {s.word('rich text')} yearly"
    sheet.append([None, None, "6", "ge", s.hide("row")])
    sheet.row_dimensions[sheet.max_row].hidden = True
    sheet.append([None, None, "7", "ge", "The text is clear."])
    sheet.cell(sheet.max_row, 5).comment = Comment(f"{s.person('note author')}:\n{s('note on a cell')}", s.person("note author"))
    second = book.create_sheet("More")
    second.append(HEADS)
    second.append([None, None, "8", "ge", s("second sheet")])
    other = book.create_sheet("Notes")
    other.append([s("sheet without heads")])
    away = book.create_sheet("Away")
    away.append(HEADS)
    away.append([None, None, "9", "ge", s.hide("sheet")])
    away.sheet_state = "hidden"
    book.properties.creator, book.properties.lastModifiedBy = s.person("creator"), s.person("last modified by")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _odt_table(rows: list[tuple[str, ...]]) -> str:
    def cell(text: str) -> str:
        lines = "".join(f"<text:p>{line}</text:p>" for line in text.split("\n")) if not text.startswith("<") else text
        return f"<table:table-cell>{lines}</table:table-cell>"

    lines = "".join("<table:table-row>" + "".join(map(cell, row)) + "</table:table-row>" for row in rows)
    return f"<table:table>{lines}</table:table>"


def _odt_note(text: str) -> str:
    return f'<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>{text}</text:p></text:note-body></text:note>'


def _odt_box(text: str) -> str:
    return f"<draw:frame><draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame>"


def _odt(s: Sown, body: str) -> bytes:
    meta = (
        '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"><office:meta><meta:initial-creator>{s.person("first creator")}</meta:initial-creator>'
        f"<dc:creator>{s.person('creator')}</dc:creator></office:meta></office:document-meta>"
    )
    out = io.BytesIO(made.odt(body, made.odt_look("H", 'text:display="none"')))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("meta.xml", meta)
    return out.getvalue()


def table_odt(s: Sown) -> bytes:
    note = f"<text:p>The text needs a source.{_odt_note(s('footnote in a cell'))}</text:p>"
    hidden = f'<text:p>The text is short.<text:span text:style-name="H">{s.hide("words in a cell")}</text:span></text:p>'
    box = f"<text:p>The text is long.{_odt_box(s('text box in a cell'))}</text:p>"
    further = [("", "", str(n), "ge", words, "", "") for n, words in enumerate((note, hidden, box), 5)]
    body = f"<text:p>{s('paragraph above')}.</text:p>{_odt_table([*_rows(s), *further])}"
    second = _odt_table([HEADS, ("", "", "8", "ge", s("second table of comments"), "", "")])
    return _odt(s, f"{body}<text:p>{s('paragraph between')}.</text:p>{second}{_odt_table([('Office', 'Duty'), ('One', s('other table'))])}")


def letter_odt(s: Sown) -> bytes:
    items = "".join(f"<text:list-item><text:p>{s(f'item {n}')}.</text:p></text:list-item>" for n in ("one", "two"))
    body = f'<text:h text:outline-level="1">Comments on the draft</text:h><text:p>{s("paragraph")}.</text:p><text:h text:outline-level="2">{s("heading")}</text:h>'
    body += f"<text:p>The text needs a source.{_odt_note(s('footnote'))}</text:p><text:p>A box.{_odt_box(s('text box'))}</text:p><text:list>{items}</text:list>"
    body += _odt_table([("Office", "Duty"), (s("table first cell"), s("table second cell"))]) + f"<text:p>A line<text:line-break/>{s('after a line break')}.</text:p>"
    return _odt(s, body + f'<text:p>Some words. <text:span text:style-name="H">{s.hide("words")}</text:span></text:p>')


def html(s: Sown) -> bytes:
    body = f"<h1>Comments on the draft</h1><p>{s('paragraph')}.</p><h2>{s('heading')}</h2><p>The text is clear.</p>"
    body += f"<ul><li>{s('item one')}.</li><li>{s('item two')}.</li></ul><table><tr><th>Office</th><th>Duty</th></tr><tr><td>{s('cell')}</td><td>{s('second cell')}</td></tr></table>"
    body += f"<div>{s('division')}.</div><blockquote>{s('quotation')}.</blockquote><p>A line<br>{s('after a line break')}.</p><pre>{s('preformatted')}.</pre>"
    body += f"<dl><dt>{s('term')}</dt><dd>{s('meaning')}</dd></dl><table><caption>{s('caption')}</caption><tr><td>One</td></tr></table>"
    hidden = f'<p style="display:none">{s.hide("paragraph")}</p><!-- {s.hide("remark of the page")} -->'
    return made.html(body + hidden, f'<meta name="author" content="{s.person("page author")}">')


def html_table(s: Sown) -> bytes:
    def row(cells: tuple[str, ...]) -> str:
        return "<tr>" + "".join("<td>" + cell.replace("\n", "<br>") + "</td>" for cell in cells) + "</tr>"

    return made.html(f"<p>{s('paragraph above')}.</p><table>{''.join(map(row, _rows(s)))}</table>")


def rtf(s: Sown) -> bytes:
    body = f"\\pard Comments on the draft\\par\n\\pard {s('paragraph')}.{{\\footnote {s('footnote')}}}\\par\n\\pard A line\\line {s('after a line break')}.\\par\n"
    body += f"{{\\pard{{\\pntext\\'B7\\tab}}{{\\*\\pn\\pnlvlblt\\pnf1\\pnindent0{{\\pntxtb\\'B7}}}}\\fi-360\\li720 {s('item')}.\\par}}\n"
    body += f"\\trowd\\cellx1000\\cellx2000\\intbl Office\\cell Duty\\cell\\row\n\\trowd\\cellx1000\\cellx2000\\intbl {s('cell')}\\cell {s('second cell')}\\cell\\row\n"
    body += f"\\pard {{\\shp{{\\*\\shpinst{{\\shptxt \\pard {s('text box')}.\\par}}}}}}\\par\n"
    body += f"\\pard Some words. {{\\v {s.hide('words')}}}\\par\n\\pard {s('last paragraph')}.\\par"
    return ("{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Arial;}}{\\info{\\author " + s.person("author") + "}{\\operator " + s.person("operator") + "}}" + body + "}").encode("ascii")


def txt(s: Sown) -> bytes:
    lines = ("Comments on the draft", f"{s('paragraph')}.", s("heading"), f"- {s('item one')}.", f"- {s('item two')}.", f"2. {s('numbered')}.", f"{s('last')}.")
    return "\r\n\r\n".join(lines).encode()


def pdf(s: Sown) -> bytes:
    texts = ("Comments on the draft", s("paragraph") + ".", s("heading"), f"- {s('item')}.", s("last of a page") + ".")
    pages = [[(text, 72, 720 - 40 * i) for i, text in enumerate(texts)], [(s("second page") + ".", 72, 720), ("- 2 -", 300, 40)]]
    drawn = made.pdf(pages)
    info = f"trailer\n<< /Info << /Author ({s.person('author')}) /Producer (C:\\\\Users\\\\{s.person('path')}\\\\letter.doc) >>"
    return drawn.replace(b"trailer\n<<", info.encode())


def doc(s: Sown) -> bytes:
    paragraphs = f"Comments on the draft\r{s('paragraph')}.\r{s('item')}.\r"
    cells = f"{s('cell')}\x07{s('second cell')}\x07\x07"
    shown = f"{paragraphs}{cells}{s('last paragraph')}.\r"
    text = f"{shown}{s.hide('words')}\r"
    return made.doc(text, ((len(shown), len(text) - 1, 0x083C),), (len(paragraphs) + len(cells) - 1,))


def eml(s: Sown) -> bytes:
    """A mail with an attachment of each kind; the attachments are sown as forms of their own."""
    message = EmailMessage(policy=SMTP)
    message["From"] = f"{s.person('sender')} <{s.word('address')}@office.example>"
    message["To"], message["Cc"] = f"{s.person('receiver')} <to@office.example>", f"{s.person('copy')} <cc@office.example>"
    message["Subject"], message["Message-ID"] = "Comments", f"<{s.word('message id')}@mail.example>"
    message["Date"] = "Thu, 18 Nov 2004 10:00:00 -0500"
    s.persons |= {"address": s.word("address"), "message id": s.word("message id")}
    message.set_content(f"Comments on the draft\n\n{s('paragraph')}.\n\n- {s('item')}.\n\n{s('last paragraph')}.\n")
    for name, make in (("letter.docx", letter_docx), ("table.docx", table_docx)):
        message.add_attachment(make(s), *DOCX, filename=name)
    message.add_attachment(workbook(s), "application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet", filename="table.xlsx")
    message.add_attachment(txt(s), "text", "plain", filename="further.txt")
    return message.as_bytes()


def eml_html(s: Sown) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["From"], message["Subject"] = f"{s.person('sender')} <a@office.example>", "Comments"
    message.set_content(html(s).decode(), subtype="html")
    return message.as_bytes()


MADE: dict[str, tuple[str, Callable[[Sown], bytes]]] = {
    "Argentina.docx": ("table docx", table_docx),
    "Brazil.docx": ("letter docx", letter_docx),
    "Bolivia.docx": ("wrapped draft", wrapped),
    "Chile.xlsx": ("workbook", workbook),
    "Colombia.odt": ("table odt", table_odt),
    "Ecuador.odt": ("letter odt", letter_odt),
    "Mexico.html": ("page", html),
    "Panama.html": ("table page", html_table),
    "Paraguay.rtf": ("rich text", rtf),
    "Peru.txt": ("plain text", txt),
    "Suriname.pdf": ("portable", pdf),
    "Uruguay.doc": ("old word", doc),
    "Belize.eml": ("mail", eml),
    "Haiti.eml": ("page mail", eml_html),
}


def sow(folder: Path) -> dict[str, Sown]:
    """Write them all. File -> what was put in."""
    out = {}
    for file, (form, make) in MADE.items():
        out[file] = Sown(form)
        (folder / file).write_bytes(make(out[file]))
    return out
