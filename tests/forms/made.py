"""Files of every form, made in code from one text, so that what is read can be held against what was put in."""

# ruff: noqa: E501 (markup and letters in one piece are easier to read)

from __future__ import annotations

import io
import struct
import zipfile

from tests.word import HEAD, R, W

TITLE = "Comments on the draft"
FIRST = "The delegation proposes a change – “new posts” – to the text of the working paper."
SECOND = "El párrafo cuatro debería ser más breve; são três as razões, déjà énoncées."
ITEM = "Keep a register of posts"
CELLS = ("Clause", "Remark", "Four", "Too long")
NOTE = "See the record of the meeting."
TEXTS = (TITLE, FIRST, SECOND, ITEM, *CELLS, NOTE)
HIDDEN = "Secret position of the office"
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def packed(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def docx(body: str, notes: str = "", styles: str = "") -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    return packed({
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(
            f'<Override PartName="/word/{part}.xml" ContentType="{kind}.{name}+xml"/>'
            for part, name in (("document", "document.main"), ("footnotes", "footnotes"), ("styles", "styles"))
        ) + "</Types>",
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{rel}/officeDocument"'
                       f' Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{package}/relationships"><Relationship Id="r1"'
                                        f' Type="{rel}/footnotes" Target="footnotes.xml"/>'
        f'<Relationship Id="r2" Type="{rel}/styles" Target="styles.xml"/></Relationships>',
        "word/document.xml": f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}"'
                             f' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{body}</w:body></w:document>',
        "word/footnotes.xml": f'{HEAD}<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>',
        "word/styles.xml": f'{HEAD}<w:styles xmlns:w="{W}">{styles}</w:styles>',
    })  # fmt: skip


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def r(text: str, looks: str = "") -> str:
    properties = "".join(
        f"<w:{look}/>" if "=" not in look else f'<w:{look.split("=")[0]} w:val="{look.split("=")[1]}"/>' for look in looks.split()
    )
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def whole_docx() -> bytes:
    cell = "<w:tc>{}</w:tc>"
    rows = "".join(f"<w:tr>{''.join(cell.format(p(r(t))) for t in pair)}</w:tr>" for pair in (CELLS[:2], CELLS[2:]))
    body = p(r(TITLE), properties='<w:outlineLvl w:val="0"/>') + p(r(FIRST) + '<w:r><w:footnoteReference w:id="2"/></w:r>') + p(r(SECOND))
    return docx(body + p(r(ITEM)) + f"<w:tbl>{rows}</w:tbl>" + p(r(HIDDEN, "vanish")), f'<w:footnote w:id="2">{p(r(NOTE))}</w:footnote>')


def odt(body: str, styles: str = "", manifest: str = "") -> bytes:
    return packed({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "META-INF/manifest.xml": manifest or "<manifest/>",
    })  # fmt: skip


def odt_look(name: str, attribute: str) -> str:
    return f'<style:style style:name="{name}" style:family="text"><style:text-properties {attribute}/></style:style>'


def whole_odt() -> bytes:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    rows = "".join(f"<table:table-row>{''.join(map(cell.format, pair))}</table:table-row>" for pair in (CELLS[:2], CELLS[2:]))
    note = f'<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>{NOTE}</text:p></text:note-body></text:note>'
    body = f'<text:h text:outline-level="1">{TITLE}</text:h><text:p>{FIRST}{note}</text:p><text:p>{SECOND}</text:p>'
    items = f"<text:list><text:list-item><text:p>{ITEM}</text:p></text:list-item></text:list><table:table>{rows}</table:table>"
    return odt(body + items + f'<text:p><text:span text:style-name="H">{HIDDEN}</text:span></text:p>', odt_look("H", 'text:display="none"'))


def html(body: str, head: str = "") -> bytes:
    return f'<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>T</title>{head}</head><body>{body}</body></html>'.encode()


def whole_html() -> bytes:
    rows = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in (CELLS[:2], CELLS[2:]))
    body = f'<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p><ul><li>{ITEM}</li></ul><table>{rows}</table><p>{NOTE}</p><p style="display:none">{HIDDEN}</p>'
    return html(body)


def rtf_words(text: str) -> str:
    return "".join(c if ord(c) < 128 else f"\\'{ord(c):02x}" if ord(c) < 256 else f"\\u{ord(c)}?" for c in text)


def rtf(body: str) -> bytes:
    return ("{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Arial;}}{\\info{\\author A Person}}" + body + "}").encode("ascii")


def whole_rtf() -> bytes:
    rows = "".join(f"\\trowd\\cellx1000\\cellx2000\\intbl {a}\\cell {b}\\cell\\row\n" for a, b in (CELLS[:2], CELLS[2:]))
    body = f"\\pard {TITLE}\\par\n\\pard {rtf_words(FIRST)}{{\\footnote {NOTE}}}\\par\n{rtf_words(SECOND)}\\par\n{ITEM}\\par\n{rows}\\pard{{\\v {HIDDEN}}}\\par"
    return rtf(body)


def whole_txt() -> bytes:
    return "\r\n\r\n".join((TITLE, FIRST, SECOND, f"- {ITEM}", *CELLS, NOTE)).encode()


def whole_eml() -> bytes:
    head = (
        "From: A Person <a.person@office.example>\r\nTo: b@office.example\r\nSubject: Comments\r\nDate: Thu, 18 Nov 2004 23:30:00 -0500\r\n"
    )
    return (head + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n").encode() + whole_txt()


def pdf(pages: list[list[tuple[str, int, int]]], fonts: tuple[str, ...] = ("Helvetica", "Helvetica-Bold")) -> bytes:
    """Pages of (words, x, y) in a PDF written by hand; words that begin with "*" are drawn in the second font."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    names = " ".join(
        f"/F{i} << /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>" for i, name in enumerate(fonts)
    )
    kids = []
    for page in pages:
        drawn = "".join(f"BT /F{int(t[:1] == '*')} 11 Tf {x} {y} Td ({_escaped(t.lstrip('*'))}) Tj ET\n" for t, x, y in page)
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << {names} >> >> /Contents {len(objects) + 2} 0 R >>"
        )
        objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}endstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{held}\nendobj\n".encode("cp1252")
    table = "".join(f"{at:010d} 00000 n \n" for at in places)
    return (
        out
        + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R"
        f" >>\nstartxref\n{len(out)}\n%%EOF".encode()
    )


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def whole_pdf() -> bytes:
    return pdf([[(text, 72, 720 - 30 * i) for i, text in enumerate(TEXTS)]])


def doc(text: str, looks: tuple[tuple[int, int, int], ...] = (), rows: tuple[int, ...] = (), remarks: str = "") -> bytes:
    """A Word 97 file of one UTF-16 piece. looks: (first, last + 1, property); rows: places of the marks that end rows.

    remarks: the text of comments, which stands behind the body.
    """
    body = (text + remarks).encode("utf-16-le")
    start, size = 0x800, len(text + remarks)
    pages_at = (start + len(body) + 511) // 512
    main = bytearray((pages_at + 2) * 512)
    struct.pack_into("<HH", main, 0, 0xA5EC, 0x00C1)
    struct.pack_into("<H", main, 0x0A, 0x0200)
    struct.pack_into("<i12xi", main, 0x4C, len(text), len(remarks))
    main[start : start + len(body)] = body
    clx = b"\x02" + struct.pack("<I", 16) + struct.pack("<II", 0, size) + struct.pack("<HIH", 0, start, 0)
    runs = _page(start, size, [(a, b, struct.pack("<HB", sprm, 1)) for a, b, sprm in looks], paragraphs=False)
    ends = _page(start, size, [(a, a + 1, struct.pack("<HB", 0x2417, 1)) for a in rows], paragraphs=True)
    main[pages_at * 512 : (pages_at + 2) * 512] = runs + ends
    table = bytearray(clx)
    for place, number in ((0x00FA, pages_at), (0x0102, pages_at + 1)):
        struct.pack_into("<II", main, place, len(table), 12)
        table += struct.pack("<III", start, start + len(body), number)
    struct.pack_into("<II", main, 0x01A2, 0, len(clx))
    return compound({"WordDocument": bytes(main), "1Table": bytes(table)})


def _page(start: int, size: int, marks: list[tuple[int, int, bytes]], paragraphs: bool) -> bytes:
    """One formatted page: bounds, where each run's properties stand, the properties from the end."""
    bounds = sorted({0, size, *(n for a, b, _ in marks for n in (a, b))})
    page, top = bytearray(512), 510
    count = len(bounds) - 1
    struct.pack_into(f"<{count + 1}I", page, 0, *(start + 2 * n for n in bounds))
    for k, first in enumerate(bounds[:-1]):
        held = next((h for a, b, h in marks if a <= first < b), b"")
        if not held:
            continue
        held = struct.pack("<BB", 0, (len(held) + 3) // 2) + b"\0\0" + held if paragraphs else bytes([len(held)]) + held
        top = (top - len(held)) & ~1
        page[top : top + len(held)] = held
        page[4 * (count + 1) + k * (13 if paragraphs else 1)] = top // 2
    page[511] = count
    return bytes(page)


def compound(streams: dict[str, bytes]) -> bytes:
    """An OLE compound file of version 3; streams are padded to 4,096 bytes, so that none lies in the mini stream."""
    sectors: list[bytes] = []
    chains: list[int] = []
    entries = [("Root Entry", 5, 0xFFFFFFFE, 0)]
    for name, held in streams.items():
        held = held.ljust(4096, b"\0")
        count = -(-len(held) // 512)
        first = len(sectors)
        sectors += [held[i * 512 : (i + 1) * 512].ljust(512, b"\0") for i in range(count)]
        chains += [*range(first + 1, first + count), 0xFFFFFFFE]
        entries.append((name, 2, first, len(held)))
    directory = b"".join(
        _entry(*e, child=1 if k == 0 else 0xFFFFFFFF, right=k + 1 if 0 < k < len(entries) - 1 else 0xFFFFFFFF)
        for k, e in enumerate(entries)
    )
    directory_at = len(sectors)
    sectors += [directory[i : i + 512].ljust(512, b"\0") for i in range(0, len(directory), 512)]
    chains += [*range(directory_at + 1, len(sectors)), 0xFFFFFFFE]
    fat_at = len(sectors)
    fats = -(-(len(chains) + 2) // 126)
    chains += [0xFFFFFFFD] * fats
    fat = struct.pack(f"<{len(chains)}I", *chains).ljust(512 * fats, b"\xff")
    head = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0"))
    struct.pack_into("<HHHHH", head, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", head, 44, fats, directory_at, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, fat_at)
    struct.pack_into("<108I", head, 80, *[*range(fat_at + 1, fat_at + fats)], *([0xFFFFFFFF] * (109 - fats)))
    return bytes(head) + b"".join(sectors) + fat


def _entry(name: str, kind: int, first: int, size: int, child: int, right: int) -> bytes:
    wide = (name + "\0").encode("utf-16-le")
    return (
        wide.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(wide), kind, 1, 0xFFFFFFFF, right, child).ljust(52, b"\0")
        + struct.pack("<IQ", first, size)
    )


DOC = f"{TITLE}\r{FIRST}\r{SECOND}\r{ITEM}\r{CELLS[0]}\x07{CELLS[1]}\x07\x07{CELLS[2]}\x07{CELLS[3]}\x07\x07{NOTE}\r"


def whole_doc() -> bytes:
    text = DOC + HIDDEN + "\r"
    ends = tuple(i for i, c in enumerate(text) if c == "\x07" and text[i - 1] == "\x07")
    return doc(text, ((len(DOC), len(text) - 1, 0x083C),), ends)


WHOLE = {
    ".docx": whole_docx, ".odt": whole_odt, ".html": whole_html, ".rtf": whole_rtf, ".txt": whole_txt, ".eml": whole_eml,
    ".pdf": whole_pdf, ".doc": whole_doc,
}  # fmt: skip
