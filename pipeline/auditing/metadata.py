"""What Word keeps about people and places in a file, beside its text: names, addresses, paths, revision-save ids."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Set

from lxml import etree

from pipeline.auditing.names import Element
from pipeline.auditing.package import Package

AUTHOR = re.compile(rb"""author=(?:"([^"]*)"|'([^']*)')""")
USER = re.compile(rb"""userId=(?:"([^"]*)"|'([^']*)')""")
DESCRIBED = re.compile(rb"""(?:descr|title|alt)="([^"]*)\"""")
RSID = re.compile(rb"""rsid\w*(?:\s+w:val)?=\\?["']([0-9A-Fa-f]{8})""")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PATH = re.compile(r"""(?:file:/+|[A-Za-z]:[\\/]|\\\\\w)[^"<>|]+""")
# custom properties that say who, whatever program set them
WHO = re.compile(r"author|mail|name|manager|owner|user|editor|reviewer", re.I)
PROPERTY_PARTS = re.compile(r"docProps/|people\.xml$|custom.*\.xml$|comments\w*\.xml$|settings\.xml")
CORE, APP = ("creator", "lastModifiedBy"), ("Manager",)
LONG_ENOUGH = 4  # shorter names are found in anything
SHIPPED_TEMPLATES = re.compile(r"normal(\.dot[mx]?)?$|normalemail", re.I)


def people_in(package: Package) -> list[str]:
    """Names of authors of marks and comments, of those who made and saved the file, and accounts."""
    found = [*_attributes(package, AUTHOR, b"author="), *_property_names(package)]
    for user in _attributes(package, USER, b"userId="):
        found.append(user.split("::")[1] if user.startswith("S::") and user.count("::") else user)
    return sorted({name.strip() for name in found if len(name.strip()) >= LONG_ENOUGH})


def places_in(package: Package) -> list[str]:
    """E-mail addresses, paths and templates that the file's properties and relationships name."""
    found = [place for name in package.markup() for place in _places_of(package, name)]
    named = _texts(package, "docProps/app.xml", ("Template",))
    found += [template for template in named if not SHIPPED_TEMPLATES.match(template.strip())]
    return sorted({place.strip() for place in found if len(place.strip()) >= LONG_ENOUGH})


def rsids_in(data: bytes, but: Set[bytes] = frozenset()) -> set[str]:
    """Revision-save ids (17.15.1.70): they tell which files were edited in one session. but: those that are not asked for."""
    return {found.decode().upper() for found in set(RSID.findall(data)) - but} if b"rsid" in data else set()


def _attributes(package: Package, pattern: re.Pattern[bytes], sign: bytes) -> Iterator[str]:
    for name in package.markup():
        data = package.telling(name)
        if sign in data:
            yield from (html.unescape((a or b).decode("utf-8", "replace")) for a, b in set(pattern.findall(data)))


def _property_names(package: Package) -> Iterator[str]:
    yield from _texts(package, "docProps/core.xml", CORE)
    yield from _texts(package, "docProps/app.xml", APP)
    for e in _root(package, "docProps/custom.xml"):
        if WHO.search(e.get("name", "")):
            yield "".join(e.itertext())


def _places_of(package: Package, name: str) -> Iterator[str]:
    data = package.part(name) if PROPERTY_PARTS.search(name) else package.telling(name)
    if PROPERTY_PARTS.search(name) or (name.endswith(".rels") and b"External" in data):
        text = html.unescape(data.decode("utf-8", "replace"))
        yield from (t for t in EMAIL.findall(text) if PROPERTY_PARTS.search(name))
        yield from PATH.findall(text)
    if b"descr=" in data or b"alt=" in data:
        for described in set(DESCRIBED.findall(data)):
            yield from PATH.findall(html.unescape(described.decode("utf-8", "replace")))


def _texts(package: Package, part: str, wanted: Iterable[str]) -> Iterator[str]:
    return (e.text for e in _root(package, part) if etree.QName(e).localname in wanted and e.text)


def _root(package: Package, part: str) -> list[Element]:
    return [e for e in package.xml(part) if isinstance(e.tag, str)] if part in package.parts else []
