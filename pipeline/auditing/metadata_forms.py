"""What files other than .docx keep about people and places beside their text: names, addresses, paths, templates (law 6).

.odt by ODF 1.3 part 3, 4.3 and 5.5.2; .rtf by its specification 1.9.1 (information group, tables of authors); .doc by the
property sets of the compound file and the tables of [MS-DOC] 2.5.6: authors of marks and of comments, who saved it where.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable, Iterator

import olefile
from lxml import etree

from pipeline.auditing.metadata import EMAIL, LONG_ENOUGH, PATH, SHIPPED_TEMPLATES, WHO
from pipeline.auditing.names import PARSER
from pipeline.auditing.package import UNREADABLE

Told = tuple[str, str]  # "person" or "place", and what is told
FAILED = (*UNREADABLE, struct.error, TypeError, AttributeError, LookupError)
ODF_PEOPLE = ("creator", "initial-creator", "printed-by")
RTF_GROUP = re.compile(
    r"\{(?:\\\*)?\\(author|operator|manager|atnauthor|revtbl|template|hlinkbase|staticval)(?![a-z])((?:[^{}]|\{[^{}]*\})*)\}"
)
RTF_SIGN = re.compile(r"\\u(-?\d+) ?(?:\\'[0-9a-f]{2}|[^\\{}])?|\\'([0-9a-fA-F]{2})|\\[a-z]+-?\d* ?|\\([^a-z])|[\r\n]")
MARKERS, COMMENTERS, SAVERS = 0x0232, 0x01BA, 0x02D2  # where the FIB tells SttbfRMark, GrpXstAtnOwners, SttbSavedBy
EXTENDED = 0xFFFF


def told_by(name: str, data: bytes) -> tuple[list[str], list[str]]:
    """(people, places); both empty where the form keeps none, or the file cannot be read."""
    reader = READERS.get(name.lower()[name.rfind(".") :])
    try:
        found = [(kind, text.strip()) for kind, text in reader(data)] if reader else []
    except FAILED:
        found = []
    people, places = (
        sorted({text for kind, text in found if kind == wanted and len(text) >= LONG_ENOUGH}) for wanted in ("person", "place")
    )
    return people, places


def _odt(data: bytes) -> Iterator[Told]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name.endswith(".xml") and "/" not in name}
    for name, part in parts.items():
        for element in etree.fromstring(part, PARSER).iter(etree.Element):
            local = etree.QName(element).localname
            text = "".join(element.itertext())
            defined = local == "user-defined" and any(WHO.search(v) for k, v in element.attrib.items() if k.endswith("}name"))
            if local in ODF_PEOPLE or defined:
                yield "person", text
            elif local == "template":
                yield from (_template(v) for k, v in element.attrib.items() if k.endswith(("}href", "}title")))
        if name in ("meta.xml", "settings.xml"):
            yield from _addresses(part.decode("utf-8", "replace"))


def _rtf(data: bytes) -> Iterator[Told]:
    for word, held in RTF_GROUP.findall(data.decode("latin-1")):
        if word == "revtbl":
            yield from (("person", _rtf_text(one).rstrip(";")) for one in re.findall(r"\{([^{}]*)\}", held))
        elif word == "template":
            yield _template(_rtf_text(held))
        elif word in ("hlinkbase", "staticval"):
            yield from _addresses(_rtf_text(held))
        else:
            yield "person", _rtf_text(held)


def _rtf_text(held: str) -> str:
    def sign(found: re.Match[str]) -> str:
        if found[1]:
            return chr(int(found[1]) % 0x10000)
        return bytes.fromhex(found[2]).decode("cp1252", "replace") if found[2] else found[3] or ""

    return RTF_SIGN.sub(sign, held.replace("{", "").replace("}", "")).strip()


def _doc(data: bytes) -> Iterator[Told]:
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        kept = ole.get_metadata()
        for value in (kept.author, kept.last_saved_by, kept.manager):
            yield "person", _decoded(value)
        yield _template(_decoded(kept.template))
        main = bytes(ole.openstream("WordDocument").read())
        table = bytes(ole.openstream("1Table" if struct.unpack_from("<H", main, 10)[0] & 0x0200 else "0Table").read())
    yield from (("person", name) for name in _strings(_stretch(main, table, MARKERS)))
    yield from (("person", name) for name in _counted(_stretch(main, table, COMMENTERS)))
    saved = list(_strings(_stretch(main, table, SAVERS)))  # who and where, in turn
    yield from (("person", name) for name in saved[::2])
    yield from (("place", path) for path in saved[1::2])


def _decoded(value: bytes | str | None) -> str:
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError:
            return value.decode("cp1252", "replace")
    return value or ""


def _stretch(main: bytes, table: bytes, at: int) -> bytes:
    start, length = struct.unpack_from("<II", main, at)
    return table[start : start + length]


def _strings(held: bytes) -> Iterator[str]:
    """A table of strings, [MS-DOC] 2.2.4."""
    if len(held) >= 6 and struct.unpack_from("<H", held)[0] == EXTENDED:
        yield from _counted(held[6:], struct.unpack_from("<H", held, 4)[0])


def _counted(held: bytes, extra: int = 0) -> Iterator[str]:
    at = 0
    while at + 2 <= len(held):
        size = 2 * struct.unpack_from("<H", held, at)[0]
        yield held[at + 2 : at + 2 + size].decode("utf-16-le", "replace")
        at += 2 + size + extra


def _template(name: str) -> Told:
    return "place", "" if SHIPPED_TEMPLATES.match(name.strip()) else name


def _addresses(text: str) -> Iterator[Told]:
    yield from (("place", found) for pattern in (EMAIL, PATH) for found in pattern.findall(text))


READERS: dict[str, Callable[[bytes], Iterator[Told]]] = {".odt": _odt, ".rtf": _rtf, ".doc": _doc}
