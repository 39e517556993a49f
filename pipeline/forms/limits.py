"""What a file is, told by its content, and the guards that hold before it is parsed."""

from __future__ import annotations

import re
from pathlib import Path

from ..ooxml import preflight
from .reading import ASK_WORD, refuse

TEXT_LIMIT = 64 * 2**20  # no delegation's prose comes near; pandoc holds a file many times over in memory
ODT = b"application/vnd.oasis.opendocument.text"
MARKUP = re.compile(rb"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|meta|p|div|table)\b", re.I | re.S)
MAIL = re.compile(rb"(?:[A-Za-z][A-Za-z-]{1,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){3}")
ENCODED_MAIL = re.compile(rb"^(?:received|from|mime-version|return-path):", re.I | re.M)
STREAMS = {"WordDocument": ".doc", "__substg1.0_": ".msg", "Workbook": ".xls", "PowerPoint Document": ".ppt"}
ASK_MAIL = "Ask the delegation for the mail as text (.eml) with its attachments, or for the Word file"
CONTROLS = frozenset(range(1, 9)) | frozenset(range(14, 32)) - {0x1A, 0x1B}
TEXTS = (".txt", ".text", ".md", "")
PAGES = (".html", ".htm", ".xhtml")


def load(path: Path, suffix: str) -> tuple[bytes, str]:
    """The bytes and the form they really have, as a suffix: delegations rename files without converting them."""
    if path.stat().st_size > preflight.TOTAL_LIMIT:
        refuse("too-large", f"the file is larger than {preflight.TOTAL_LIMIT // 2**20} MB", preflight.ASK["too-large"])
    data = path.read_bytes()
    if not data.strip(b"\0 \r\n\t\xef\xbb\xbf\xff\xfe"):
        refuse("empty", "the file holds nothing", preflight.ASK["empty"])
    form = real_form(data, suffix.lower())
    if form in (".rtf", ".html", ".txt") and len(data) > TEXT_LIMIT:
        refuse("too-large", f"the file is larger than {TEXT_LIMIT // 2**20} MB", preflight.ASK["too-large"])
    return data, form


def real_form(data: bytes, suffix: str) -> str:
    """ ".docx", ".odt", ".rtf", ".html", ".txt", ".pdf", ".eml" or ".doc"; raises Unreadable for all else."""
    start = data[:2048].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \r\n\t")
    if data.startswith(preflight.OLE2):
        return _old_office(data)
    if data.startswith(b"PK"):
        return ".odt" if ODT in data[:200] or suffix == ".odt" else ".docx"
    if start.startswith(b"{\\rtf"):
        return ".rtf"
    if b"%PDF-" in data[:1024]:
        return ".pdf"
    return _by_words(data, start, suffix)


def _by_words(data: bytes, start: bytes, suffix: str) -> str:
    if suffix in PAGES or MARKUP.match(start) or MARKUP.match(start.replace(b"\0", b"")):
        return ".html"
    if suffix == ".eml" or (suffix not in TEXTS and MAIL.match(start) and ENCODED_MAIL.search(start)):
        return ".eml"
    if suffix in TEXTS and b"\0\0\0" not in data[:4096] and not _is_binary(data[:4096]):
        return ".txt"
    picture = data.startswith((b"\xff\xd8", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*"))
    if picture:
        refuse("not-a-docx", "the file is a picture, not a text")
    refuse("damaged" if suffix in (".docx", ".odt", ".doc", ".rtf", ".pdf") else "not-a-docx", f"the content is not what {suffix} promises")


def _is_binary(start: bytes) -> bool:
    """More than one in a hundred bytes is a control character, and it is no UTF-16, which is half zeros."""
    return sum(b in CONTROLS for b in start) * 100 > len(start) and start.count(0) * 5 < len(start)


def _old_office(data: bytes) -> str:
    """[MS-CFB] names its streams in UTF-16; an encrypted .docx is such a file as well."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        refuse("encrypted", "the file is protected by a password", preflight.ASK["encrypted"])
    found = [suffix for name, suffix in STREAMS.items() if name.encode("utf-16-le") in data]
    if ".msg" in found:
        refuse("not-a-docx", "the file is an Outlook message (.msg)", ASK_MAIL)
    if ".doc" not in found:
        refuse("not-a-docx", "the file is an old Office file, not a text", ASK_WORD)
    return ".doc"


def odt_parts(data: bytes) -> dict[str, bytes]:
    """The parts of an .odt under the guards of a .docx: sizes, ratios, names, entities."""
    parts = preflight.entries(data)
    manifest = parts.get("META-INF/manifest.xml", b"")
    if b"encryption-data" in manifest:
        refuse("encrypted", "the file is protected by a password", preflight.ASK["encrypted"])
    if "content.xml" not in parts:
        refuse("damaged", "the part that holds the text is missing", preflight.ASK["damaged"], "part content.xml")
    preflight.check_markup(parts, [name for name in ("content.xml", "styles.xml") if name in parts])
    return parts
