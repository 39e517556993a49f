"""A letter as a small PDF with text (ISO 32000-1): standard font, WinAnsi encoding, nothing compressed."""

import textwrap
from collections.abc import Iterator

from .letter import Letter

LINES_PER_PAGE, COLUMNS = 46, 88
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>"


def letter_pdf(letter: Letter) -> bytes:
    """Objects: 1 catalog, 2 page tree, 3 font, 4 information, then a page and its content for each page."""
    pages = list(paged(letter))
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    day = letter.date.replace("-", "")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        FONT.encode(),
        b"<< /Author (" + escaped(letter.person) + f") /CreationDate (D:{day}120000Z) >>".encode(),
    ]
    for n, lines in enumerate(pages):
        objects += [page(6 + 2 * n), content(lines, n + 1)]
    return assembled(objects)


def paged(letter: Letter) -> Iterator[list[str]]:
    """Lines of each page; a blank line stands between paragraphs."""
    lines = [line for text in letter.texts() for line in (*textwrap.wrap(text, COLUMNS), "")]
    for start in range(0, len(lines), LINES_PER_PAGE):
        yield lines[start : start + LINES_PER_PAGE]


def page(contents: int) -> bytes:
    resources = "/Resources << /Font << /F1 3 0 R >> >>"
    return f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] {resources} /Contents {contents} 0 R >>".encode()


def content(lines: list[str], number: int) -> bytes:
    shown = b"".join(b"(" + escaped(line) + b") Tj T*\n" for line in lines)
    stream = b"BT /F1 11 Tf 14 TL 72 720 Td\n" + shown + b"ET\n"
    stream += b"BT /F1 9 Tf 300 40 Td (- %d -) Tj ET\n" % number
    return b"<< /Length %d >>\nstream\n%sendstream" % (len(stream), stream)


def escaped(text: str) -> bytes:
    raw = text.encode("cp1252")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def assembled(objects: list[bytes]) -> bytes:
    out, offsets = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    trailer = b"trailer << /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (size, table, trailer)
