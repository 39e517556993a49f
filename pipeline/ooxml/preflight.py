"""Whether a received file can be read safely, decided before anything in it is trusted.

Guards: zip bombs (declared and real size), names that leave the archive, encrypted and macro-bearing files, entities
(the billion laughs), Strict Open XML, files that are not Word's. Each refusal tells what to ask the delegation for.
A missing styles part or bad document properties is no reason to refuse: Word opens such files.
"""

import hashlib
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NoReturn

from lxml import etree

from pipeline.errors import Unreadable, UnreadableKind
from pipeline.ooxml.package import CONTENT_TYPES, Package
from pipeline.ooxml.plain import cut, stood_in

TOTAL_LIMIT = 512 * 2**20
ENTRY_LIMIT = 256 * 2**20
RATIO_FLOOR = 10 * 2**20
RATIO_LIMIT = 200
ENTRIES_LIMIT = 10_000
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BROKEN_ARCHIVE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError, OverflowError
)  # fmt: skip
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/"
DECLARED_ENCODING = re.compile(rb"""^[^>]{0,80}?encoding\s*=\s*["']([\w.:-]+)""")
READABLE_ENCODING = re.compile(rb"utf-?8|utf-?16(le|be)?|us-ascii|iso-8859-\d+|windows-125\d", re.I)
NEEDED = (
    "styles", "numbering", "settings", "footnotes", "endnotes", "comments", "commentsExtended", "header", "footer"
)  # fmt: skip
NO_TEXT = ("drawing", "pict", "object", "oMath", "altChunk", "sym", "tbl")  # what speaks without text
LIMITED = etree.XMLParser(resolve_entities=False, no_network=True)

WORD_FILE = "an ordinary Word document (.docx)"
ASK = {
    "encrypted": "Ask the delegation for the file without a password",
    "macro": "Ask the delegation to save it without macros, as " + WORD_FILE,
    "strict": "Ask the delegation to save it as Word Document (.docx), not Strict Open XML Document",
    "not-a-docx": "Ask the delegation for " + WORD_FILE,
    "damaged": "Ask the delegation to open it in Word, save it again and resend it",
    "too-large": "Ask the delegation for a smaller file, its pictures compressed",
    "unsafe": "Do not open it; ask the delegation to copy the text into a new Word document",
    "empty": "Ask the delegation whether the right file was sent",
}
OTHER_FORMATS = {
    b"%PDF": "a PDF file", b"{\\rtf": "a Rich Text file", b"<html": "a web page", b"<!doc": "a web page",
    b"\xff\xd8": "a picture", b"\x89PNG": "a picture",
}  # fmt: skip
OTHER_OFFICE = {"spreadsheetml": "an Excel workbook", "presentationml": "a PowerPoint presentation"}


def check(path: Path) -> None:
    """Raise Unreadable where the file cannot be read safely."""
    read_checked(path)


def read_checked(path: Path, known: Mapping[bytes, str] | None = None) -> Package:
    """The package, its needed parts parsed once. known: see ``package.open_package``."""
    try:
        return _checked(path, known or {})
    except Unreadable as reason:
        reason.file = path.name
        raise


def _checked(path: Path, known: Mapping[bytes, str]) -> Package:
    if path.stat().st_size > TOTAL_LIMIT:
        _refuse("too-large", f"the file is larger than {TOTAL_LIMIT // 2**20} MB")
    data = path.read_bytes()
    _check_signature(data)
    if path.suffix.lower() in (".docm", ".dotm"):
        _refuse("macro", "the file is a macro-enabled Word document")
    parts = entries(data)
    check_markup(parts, filter(is_xml, parts))
    package = Package(parts)
    package.sha256 = hashlib.sha256(data).hexdigest()
    return _check_document(package, known)


def _refuse(kind: UnreadableKind, message: str, place: str = "") -> NoReturn:
    raise Unreadable(kind, message, place=place, remedy=ASK[kind])


def _check_signature(data: bytes) -> None:
    if not data.strip(b"\0 \r\n\t"):
        _refuse("empty", "the file holds nothing")
    if data.startswith(OLE2):
        _refuse_ole(data)
    if not data.startswith(b"PK"):
        start = data[:64].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
        known = (what for mark, what in OTHER_FORMATS.items() if start.startswith(mark.lower()))
        _refuse("not-a-docx", f"the file is {next(known, 'no Word document')}, whatever its name says")


def _refuse_ole(data: bytes) -> NoReturn:
    """[MS-OFFCRYPTO] 2.3: an encrypted package is an OLE file with a stream EncryptedPackage; a .doc is one as well."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        _refuse("encrypted", "the file is protected by a password")
    old = "WordDocument".encode("utf-16-le") in data
    _refuse("not-a-docx", "the file is in the old Word format (.doc)" if old else "the file is an old Office file")


# the archive


def entries(data: bytes) -> dict[str, bytes]:
    """Every entry's bytes, none read further than its limit, all checksums verified."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            _check_listing(infos)
            return {info.filename: _read(archive, info) for info in infos}
    except BROKEN_ARCHIVE:
        _refuse("damaged", "the file is incomplete or damaged (its archive cannot be read)")


def _check_listing(infos: list[zipfile.ZipInfo]) -> None:
    names = [info.orig_filename for info in infos]
    if len(infos) > ENTRIES_LIMIT:
        _refuse("too-large", f"the file has {len(infos)} parts, more than {ENTRIES_LIMIT}")
    if bad := next((name for name in names if _leaves_archive(name)), None):
        _refuse("unsafe", "the name of a part leads out of the file", f"part {ascii(bad)[1:80]}")
    if len({name.lower() for name in names}) < len(names):
        _refuse("unsafe", "the file holds two parts with the same name")
    if any(info.flag_bits & 1 for info in infos):
        _refuse("encrypted", "the file's archive is protected by a password")
    if any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in infos):
        _refuse("unsafe", "the file is packed in a way that Word does not use")
    _check_sizes(infos)


def _leaves_archive(name: str) -> bool:
    return name.startswith("/") or "\\" in name or "\0" in name or ":" in name[:2] or ".." in name.split("/")


def _check_sizes(infos: list[zipfile.ZipInfo]) -> None:
    if sum(info.file_size for info in infos) > TOTAL_LIMIT:
        _refuse("too-large", f"the file unpacks to more than {TOTAL_LIMIT // 2**20} MB")
    for info in infos:
        if info.file_size > ENTRY_LIMIT:
            _refuse("too-large", f"a part unpacks to more than {ENTRY_LIMIT // 2**20} MB", f"part {info.filename}")
        if info.file_size > max(RATIO_FLOOR, RATIO_LIMIT * info.compress_size):
            _refuse("unsafe", "a part is packed as tightly as in a zip bomb", f"part {info.filename}")


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Never more than declared and one byte: what a lying header hides is not unpacked, and its checksum fails."""
    with archive.open(info) as stream:
        data = stream.read(info.file_size + 1)
    if len(data) != info.file_size:
        _refuse("damaged", "a part is shorter or longer than the file says", f"part {info.filename}")
    return data


# the markup


def is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml"))


def check_markup(parts: dict[str, bytes], names: Iterable[str]) -> None:
    """Part 2 clause 6.1.4 forbids a DOCTYPE. With zero bytes taken out, UTF-16 and UTF-32 read alike."""
    for name in names:
        data = parts[name].replace(b"\0", b"") if b"\0" in parts[name][:4] else parts[name]
        encoding = DECLARED_ENCODING.match(data[:200])
        if encoding and not READABLE_ENCODING.fullmatch(encoding[1]):
            _refuse("unsafe", "a part is written in an unusual encoding", f"part {name}")
        if b"<!" in data and (b"<!DOCTYPE" in data or b"<!ENTITY" in data):
            _refuse("unsafe", "a part defines entities (DOCTYPE), which Word never writes", f"part {name}")


def _check_document(package: Package, known: Mapping[bytes, str]) -> Package:
    if package.find(CONTENT_TYPES) is None:
        _refuse("not-a-docx", "the file is an archive but no Office document")
    main = _main_part(package)
    _check_kind(package, main)
    if not _is_checked_without(package, main, known):
        _check_part(package, main)
    for name in _needed(package, main):
        if name != main:
            _check_part(package, name)
    _check_root(package, package.xml(main))
    return package


def _main_part(package: Package) -> str:
    for name in [name for name in package.parts if name.lower().endswith((".rels", CONTENT_TYPES.lower()))]:
        _check_part(package, name)
    if main := package.part_by_type("", "officeDocument"):
        return main
    if any(rel.type.endswith("/officeDocument") for rel in package.rels("")):
        _refuse("damaged", "the part that holds the text is missing")
    _refuse("not-a-docx", "the file does not say which of its parts is the document")


def _check_kind(package: Package, main: str) -> None:
    kind = package.content_type(main)
    macros = any(name.lower().rpartition("/")[2] == "vbaproject.bin" for name in package.parts)
    if macros or "macroenabled" in kind.lower():
        _refuse("macro", "the file contains macros")
    if other := next((what for mark, what in OTHER_OFFICE.items() if mark in kind), None):
        _refuse("not-a-docx", f"the file is {other}")


def _needed(package: Package, main: str) -> list[str]:
    """The parts that are read: where one of them is broken, Word does not open the file either."""
    wanted = (rel for rel in package.rels(main) if rel.type.rpartition("/")[2] in NEEDED and not rel.external)
    return sorted({rel.target for rel in wanted if rel.target in package.parts})


def _check_part(package: Package, name: str) -> None:
    """Parsed with libxml2's limits on (depth 256, text of 10 MB), which no real document reaches."""
    if not is_xml(name):
        check_markup(package.parts, [name])
    try:
        root = etree.fromstring(package.parts[name], LIMITED)
    except (etree.XMLSyntaxError, ValueError) as error:
        large = re.search("depth|huge|too long|limit", str(error), re.I)
        kind: UnreadableKind = "too-large" if large else "damaged"
        _refuse(kind, "a part is not well-formed XML" if not large else "a part is nested too deep", f"part {name}")
    package.keep_tree(name, root)


def _is_checked_without(package: Package, main: str, known: Mapping[bytes, str]) -> bool:
    """Whether the main part is well-formed, as seen by what is left of it once known paragraphs are put aside.

    Where it is not, or too little is left to tell, the part is to be parsed as it is.
    """
    part = cut(package.parts[main], known) if known and is_xml(main) else None
    if part is None:
        return False
    try:
        root = etree.fromstring(part.data, LIMITED)
    except (etree.XMLSyntaxError, ValueError):
        return False
    aside = stood_in(root, part.paragraphs)
    if aside is None:
        return False
    package.keep_tree(main, root)
    package.put_aside(aside, known)
    return True


def _check_root(package: Package, root: Any) -> None:
    namespace = etree.QName(root).namespace or ""
    if namespace.startswith(STRICT):
        _refuse("strict", "the file is in the Strict form of Open XML, which is read differently")
    if root.tag != f"{{{W}}}document":
        _refuse("not-a-docx", "the file's main part is no Word text")
    body = root.find(f"{{{W}}}body")
    if body is None or not (any(text.strip() for text in package.plain.values()) or _speaks(body)):
        _refuse("empty", "the document holds no text")


def _speaks(body: Any) -> bool:
    """An empty document taken for an edited draft would delete all of it."""
    if any(text.strip() for text in body.itertext()):
        return True
    return next(body.iter(*(f"{{*}}{tag}" for tag in NO_TEXT)), None) is not None
