"""What stands in a received file of any form, counted without the readers: rows and paragraphs with their words (law 3).

==================  =================================================  ======================================
form                taken apart by                                     places
==================  =================================================  ======================================
.docx               lxml, paragraphs and rows of the main part         as the officer is told them
.xlsx               openpyxl, rows that show                           as the officer is told them
.odt                zipfile and lxml                                   rows; paragraphs one after the other
.html .rtf .txt     lxml, control words, blank lines                   one after the other
.pdf                pypdf, lines up to the end of a sentence           one after the other
.eml                the standard library, and the forms attached       of each attachment
.doc                olefile, by ``word97``                             one after the other
==================  =================================================  ======================================
"""

from __future__ import annotations

import email
import io
import re
import struct
import zipfile
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pypdf
from lxml import etree, html

from pipeline.auditing import word97
from pipeline.auditing.names import NAMES, PARSER, Element, attribute, child, is_on, squeezed, tags
from pipeline.auditing.package import UNREADABLE, Package

TABLE, ROW, CELL, P, RUN, TEXT = (tags(f"w:{name}") for name in ("tbl", "tr", "tc", "p", "r", "t"))
BOX, NOTES, MARKED = (
    tags("w:txbxContent"),
    tags("w:footnoteReference", "w:endnoteReference"),
    tags("w:ins", "w:del", "w:moveTo", "w:moveFrom"),
)
GONE = ("w:del", "w:moveFrom", "mc:Fallback", "w:sdtPr", "w:rPr", "w:pPr")
ODF_DROPPED = ("annotation", "tracked-changes", "note-citation", "title", "desc", "ruby-text", "table-of-content")
BLOCKS = ["p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "div", "dt", "dd", "caption", "pre", "blockquote"]
UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
RTF = re.compile(r"\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\(.)|([{}])|([^\\{}]+)", re.I | re.S)
RTF_ASIDE = frozenset(
    [
        "fonttbl",
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "fldinst",
        "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
        "annotation",
        "atnid",
        "atnauthor",
        "pn",
        "pntext",
        "listtext",
        "listtable",
    ]
)
SENTENCE_END = re.compile(r"[.:;!?]\W*$")
FAILED = (*UNREADABLE, struct.error, TypeError, AttributeError, LookupError, pypdf.errors.PyPdfError)


class Passage(NamedTuple):
    """A row or paragraph with words that show. place: "" where only its turn is known. texts: a row's cells, else one.

    at: in a Word file the number of the paragraph where it stands, begins, or is referred to.
    """

    kind: str
    place: str
    texts: tuple[str, ...]
    at: int = 0


def passages(name: str, data: bytes) -> list[Passage] | None:
    """None for a form that is not counted anew, and for a file that cannot be read so."""
    reader = READERS.get(Path(name).suffix.lower())
    try:
        return None if reader is None else [p for p in reader(data) if any(squeezed(t) for t in p.texts)]
    except FAILED:
        return None


def _paragraphs(texts: Iterator[str]) -> Iterator[Passage]:
    return (Passage("paragraph", "", (text,)) for text in texts)


# ---- Word


def _docx(data: bytes) -> Iterator[Passage]:
    """Rows are told by their table, text boxes and notes stand by themselves; with marks, turns alone are sure."""
    package = Package(Path("received.docx"))
    package.data = data
    root = package.xml(package.main)
    sure = next(root.iter(*MARKED), None) is None
    numbers = {p: number for number, p in enumerate(root.iter(*P), 1)}
    outermost = [t for t in root.iter(*TABLE) if not any(a.tag in (*TABLE, *BOX) for a in t.iterancestors())]
    for k, table in enumerate(outermost, 1):
        rows = [r for r in table.iter(*ROW) if next(r.iterancestors(*TABLE)) is table]
        plain = sure and not any(len(list(r.iter(*CELL))) == 1 and next(r.iter(*TABLE), None) is not None for r in rows)
        for i, row in enumerate(rows, 1):
            at = next((numbers[p] for p in row.iter(*P)), 0)
            yield Passage("row", f"table {k}, row {i}" if plain else "", tuple(map(words, row.iter(*CELL))), at)
    for paragraph, number in numbers.items():
        above = [a.tag for a in paragraph.iterancestors()]
        if not any(tag in TABLE or tag in BOX for tag in above) and "mc:Fallback" not in (NAMES[tag] for tag in above):
            yield Passage("paragraph", f"paragraph {number}" if sure else "", (words(paragraph, boxes=False),), number)
            yield from (Passage("paragraph", "", (words(box),), number) for box in paragraph.iter(*BOX) if not _repeats(box))
    yield from _noted(package, root, numbers)


def _repeats(box: Element) -> bool:
    return any(NAMES[a.tag] == "mc:Fallback" or (a.tag in RUN and _hides(a)) for a in box.iterancestors())


def _noted(package: Package, root: Element, numbers: dict[Element, int]) -> Iterator[Passage]:
    """Notes that the text refers to."""
    for kind in ("footnote", "endnote"):
        used = {attribute(r, "id"): numbers[next(r.iterancestors(*P))] for r in root.iter(*tags(f"w:{kind}Reference"))}
        for part in package.related(f"{kind}s"):
            notes = ((note, attribute(note, "id")) for note in package.xml(part))
            yield from (Passage("paragraph", "", (words(note),), used[i]) for note, i in notes if i in used)


def words(element: Element, *, boxes: bool = True) -> str:
    """What shows of a Word element, a line for each paragraph."""
    kind = NAMES[element.tag]
    if kind in GONE or (element.tag in RUN and _hides(element)) or (not boxes and element.tag in BOX) or _prompts(element):
        return ""
    if element.tag in TEXT:
        return element.text or ""
    end = {"w:p": "\n", "w:tc": "\n", "w:br": "\n", "w:cr": "\n", "w:tab": " ", "w:noBreakHyphen": "\u2011"}.get(kind, "")
    return "".join(words(e, boxes=boxes) for e in element if isinstance(e.tag, str)) + end


def _hides(run: Element) -> bool:
    return is_on(child(child(run, "w:rPr"), "w:vanish"))


def _prompts(element: Element) -> bool:
    return NAMES[element.tag] == "w:sdt" and child(child(element, "w:sdtPr"), "w:showingPlcHdr") is not None


# ---- OpenDocument


def _odt(data: bytes) -> Iterator[Passage]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("content.xml"), PARSER)
    hidden = _hidden_styles(root)
    for k, table in enumerate((e for e in root.iter() if _local(e) == "table"), 1):
        rows = (r for r in table.iter() if _local(r) == "table-row" and next(a for a in r.iterancestors() if _local(a) == "table") is table)
        for i, row in enumerate(rows, 1):
            yield Passage("row", f"table {k}, row {i}", tuple(_odf_words(c, hidden, True) for c in row if _local(c) == "table-cell"))
    for p in (e for e in root.iter() if _local(e) in ("p", "h") and e.tag.endswith(("text:1.0}p", "text:1.0}h"))):
        if not any(_local(a) in ("table-cell", *ODF_DROPPED) for a in p.iterancestors()):
            yield Passage("paragraph", "", (_odf_words(p, hidden),))


def _local(element: Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _hidden_styles(root: Element) -> frozenset[str]:
    found = (s for s in root.iter() if _local(s) == "style" and any(_local(p) == "text-properties" and _off(p) for p in s))
    return frozenset(value for s in found for key, value in s.attrib.items() if key.endswith("}name"))


def _off(properties: Element) -> bool:
    return any(key.endswith("}display") and value == "none" for key, value in properties.attrib.items())


def _odf_words(element: Element, hidden: frozenset[str], whole: bool = False) -> str:
    """whole: with what hangs on it, boxes and notes, which are paragraphs of their own elsewhere."""
    name = _local(element)
    style = next((value for key, value in element.attrib.items() if key.endswith("}style-name")), "") if name else ""
    if (
        not name
        or name in (*ODF_DROPPED, "hidden-text", "hidden-paragraph")
        or style in hidden
        or (not whole and name in ("note", "frame"))
    ):
        return ""
    inner = "".join(_odf_words(c, hidden, whole) + (c.tail or "") for c in element)
    return (element.text or "") + inner + ("\n" if name in ("p", "h", "line-break", "s", "tab") else "")


# ---- workbooks


def _xlsx(data: bytes) -> Iterator[Passage]:
    """Rows and columns that show, and notes on their cells."""
    for sheet in openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets:
        if sheet.sheet_state != "visible":
            continue
        rows: dict[int, list[str]] = {}
        for (row, column), cell in sorted(sheet._cells.items()):
            if _shows(sheet, row, column):
                rows.setdefault(row, []).append("" if cell.value is None else str(cell.value))
                if cell.comment is not None:
                    note = cell.comment.text.removeprefix(f"{cell.comment.author}:")
                    yield Passage("comment", f"sheet {sheet.title}, cell {cell.coordinate}", (note,))
        yield from (Passage("row", f"sheet {sheet.title}, row {row}", tuple(cells)) for row, cells in rows.items())


def _shows(sheet: Any, row: int, column: int) -> bool:
    line = sheet.row_dimensions.get(row)
    columns = (c for letter, c in sheet.column_dimensions.items() if (c.min or 0) <= column <= (c.max or 0))
    return not (line is not None and (line.hidden or line.height == 0)) and not any(c.hidden or c.width == 0 for c in columns)


# ---- pages, plain and rich text, mail


def _html(data: bytes) -> Iterator[Passage]:
    charset = re.search(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", data[:4096], re.I)
    return _page(_decoded(data, charset[1].decode("ascii", "replace") if charset else ""))


def _page(text: str) -> Iterator[Passage]:
    root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), parser=html.HTMLParser(no_network=True))
    dropped = [
        e for e in root.iter() if not isinstance(e.tag, str) or e.tag in ("head", "script", "style", "svg", "template") or _is_unseen(e)
    ]
    for element in dropped:
        if element.getparent() is not None:
            element.drop_tree()
    for element in root.iter(*BLOCKS, "br", "td", "th"):
        sign = "\u2029" if element.tag in BLOCKS and not any(a.tag == "tr" for a in element.iterancestors()) else "\n"
        element.text, element.tail = sign + (element.text or ""), sign + (element.tail or "")
    return _paragraphs(iter(root.text_content().split("\u2029")))


def _is_unseen(element: Element) -> bool:
    return bool(UNSEEN.search(element.get("style") or "")) or element.get("hidden") is not None


def _txt(data: bytes) -> Iterator[Passage]:
    return _lines(_decoded(data))


def _lines(text: str) -> Iterator[Passage]:
    return _paragraphs(iter(re.split(r"\n[ \t]*\n|\f", text.replace("\r\n", "\n").replace("\r", "\n"))))


def _decoded(data: bytes, declared: str = "") -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    for name in ("utf-8-sig", declared or "cp1252"):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")


def _rtf(data: bytes) -> Iterator[Passage]:
    return _paragraphs(iter("".join(_rtf_words(data.decode("latin-1"))).split("\x1e")))


def _rtf_words(text: str) -> list[str]:
    """Destinations that are no text or may be ignored (\\*), hidden and deleted text left out; \\uN with its one sign of replacement.

    What a note or a text box says stands behind the paragraph that it hangs on.
    """
    aside = gone = False
    main: list[str] = []
    sink, skip = main, 0
    stack, hanging = [], []
    for word, number, code, sign, brace, plain in RTF.findall(text):
        if brace == "{":
            stack.append((aside, gone, sink))
        elif brace == "}":
            aside, gone, sink = stack.pop() if stack else (False, False, main)
        elif sign == "*" or word in RTF_ASIDE:
            aside = True
        elif word in ("v", "deleted", "plain"):
            gone = word != "plain" and number != "0"
        elif word in ("footnote", "shptxt"):
            aside, gone, sink = False, False, ["\x1e"]
            hanging.append(sink)
        elif not (aside or gone):
            out = _rtf_sign(word, number, code, sign, plain)
            sink.append(out[skip:] if plain or code else out)
            skip = 1 if word == "u" else max(0, skip - len(out)) if plain or code else skip
            if out == "\x1e" and sink is main and hanging:
                main[-1:] = [said for note in hanging for said in note] + [out]
                hanging = []
    return main + [said for note in hanging for said in note]


def _rtf_sign(word: str, number: str, code: str, sign: str, plain: str) -> str:
    if word == "u":
        return chr(int(number) % 65536)
    if code:
        return bytes([int(code, 16)]).decode("cp1252", "replace")
    named = {"par": "\x1e", "row": "\x1e", "sect": "\x1e", "page": "\x1e", "line": "\n", "tab": " ", "cell": "\n", "emdash": "\u2014",
             "endash": "\u2013", "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c", "rdblquote": "\u201d"}  # fmt: skip
    return (
        named.get(word, "") if word else {"~": "\u00a0", "_": "\u2011"}.get(sign, sign if sign in "\\{}" else "") if sign else _flat(plain)
    )


def _flat(plain: str) -> str:
    return plain.replace("\r", "").replace("\n", "")


def _pdf(data: bytes) -> Iterator[Passage]:
    lines = [line for page in pypdf.PdfReader(io.BytesIO(data)).pages for line in page.extract_text().splitlines()]
    ends = (line + ("\x1e" if SENTENCE_END.search(line) or not line.strip() else "\n") for line in lines)
    return _paragraphs(iter("".join(ends).split("\x1e")))


def _eml(data: bytes) -> Iterator[Passage]:
    message = email.message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("plain", "html"))
    if body is not None:
        yield from _page(body.get_content()) if body.get_content_subtype() == "html" else _lines(body.get_content())
    for part in message.iter_attachments():
        name = re.split(r"[\\/]", part.get_filename() or "")[-1]
        if name and not part.is_multipart():
            before = f"attachment {name}, "
            held = part.get_payload(decode=True)
            inner = passages(name, held) or [] if isinstance(held, bytes) else []
            yield Passage("attachment", before.rstrip(", "), (name,))
            yield from (p._replace(place=before + p.place) for p in inner)


READERS: dict[str, Callable[[bytes], Iterator[Passage]]] = {
    ".docx": _docx, ".odt": _odt, ".xlsx": _xlsx, ".html": _html, ".htm": _html, ".rtf": _rtf, ".txt": _txt, ".pdf": _pdf, ".eml": _eml,
    ".doc": lambda data: _paragraphs(word97.paragraphs(data)),
}  # fmt: skip
