"""Takes out of a package what must not reach an output: what runs, what calls out, what tells who wrote it and where.

Text, pictures, marks and the results of fields stay as they are; `rsid` attributes and paragraph ids are the writer's
concern. Parts that nothing leads to any more are removed with the rest, since a reader never shows them.
"""

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from pipeline.ooxml.package import CONTENT_TYPES, HEAD, OFFICE_RELS, Element, Package, Rel

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - the prefix that the format itself uses
R = f"{{{OFFICE_RELS}}}"
VML_SHAPE = "{urn:schemas-microsoft-com:vml}shape"
STARTING = ("OLEObject", "objectEmbed", "objectLink", "control", "movie")
DC = "{http://purl.org/dc/elements/1.1/}"
CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"

# last segment of a relationship's type -> what is told to the officer
REMOVED = {
    "customXml": "custom XML part", "customXmlProps": "custom XML part", "custom-properties": "custom property list",
    "vbaProject": "macro project", "wordVbaData": "macro project", "keyMapCustomizations": "customisation",
    "attachedToolbars": "customisation", "extensibility": "customisation", "printerSettings": "printer setting",
    "thumbnail": "thumbnail", "people": "list of people", "commentsIds": "comment index",
    "commentsExtended": "comment index", "commentsExtensible": "comment index", "aFChunk": "embedded foreign text",
    "oleObject": "embedded object", "package": "embedded object", "control": "control",
    "activeXControlBinary": "control", "attachedTemplate": "template link", "mailMergeSource": "mail merge link",
    "mailMergeHeaderSource": "mail merge link", "recipientData": "mail merge link",
    "origin": "digital signature", "classificationlabels": "classification label", "webextension": "add-in",
    "webextensiontaskpanes": "add-in",
}  # fmt: skip
SETTINGS = {
    "docVars": "document variable list", "attachedTemplate": "template setting", "rsids": "list of revision-save ids",
    "mailMerge": "mail merge set-up", "saveThroughXslt": "path",
}  # fmt: skip
SAFE_LINK = re.compile(r"\s*(?:https?:|mailto:|#)", re.I)
# elements that mean nothing without their relationship
TIED = (
    "hlinkClick", "hlinkHover", "externalData", "subDoc", "control", "OLEObject", "headerReference", "footerReference"
)  # fmt: skip
CALLING_FIELDS = r"INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|DDE|DDEAUTO|LINK|EMBED|DATABASE|RD"
PATH = r"""(?:[A-Za-z]:[\\/]|\\\\\w|file:|/(?:Users|home|Volumes|private|tmp)/)"""
CALLS = re.compile(rf"""\s*(?:(?:{CALLING_FIELDS})\b|HYPERLINK\s+(?:\\[a-z]\s+)*"?{PATH})""", re.I)
PATH_TEXT = re.compile(rf"""(?:^|[\s"'(]){PATH}""")
NAMED = ("descr", "title", "alt", "name", "href", O + "title", O + "href")
# bytes without which a part holds nothing to change (UTF-16 parts are always looked at)
SIGNS = re.compile(rb"altChunk|object|OLEObject|[iI]nstr|descr=|title=|alt=|href=|name=|dataBinding|control")
R_USE = re.compile(rb":(?:id|embed|link|href|pict|dm|lo|qs|cs)=")  # whoever may use a relationship
# parts whose relationship was told when it was cut
TOLD_ALREADY = re.compile(r"customXml|embeddings|docProps|vba|activeX|printerSettings|comments|people|afchunk", re.I)
MINIMAL_APP = (
    f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Microsoft Office Word</Application></Properties>"
).encode()

JPEG_DROPPED = (0xE1, 0xED, 0xFE)  # APP1 Exif and XMP, APP13 IPTC, COM
PNG_HEAD = b"\x89PNG\r\n\x1a\n"
PNG_DROPPED = (b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"tIME")

Told = Counter[str]


def harmless(package: Package) -> list[str]:
    """Change the package in place; lines that tell what was removed, without quoting any of it."""
    told: Told = Counter()
    _drop_unparsable(package, told)
    broken = {source: _cut_rels(package, source, told) for source in package.sources()}
    for name in _markup_parts(package):
        _clean_markup(package, name, broken.get(name, set()), told)
    _clean_settings(package, told)
    _clean_properties(package, told)
    _drop_unreachable(package, told)
    _clean_images(package, told)
    return [f"removed: {what} ({count})" for what, count in sorted(told.items())]


# relationships and parts


def _drop_unparsable(package: Package, told: Told) -> None:
    """What cannot be read cannot be cleaned; links to it go with those to missing parts."""
    for name in sorted({*_markup_parts(package), *_settings_parts(package)}):
        if _tree(package, name) is None:
            package.parts.pop(name)
            told["damaged part"] += 1


def _cut_rels(package: Package, source: str, told: Told) -> set[str]:
    """Drop what runs or calls out; the ids that lead nowhere now."""
    rels = package.rels(source)
    cut = {rel: reason for rel in rels if (reason := _reason(package, rel))}
    told.update(cut.values())
    if cut:
        package.set_rels(source, [rel for rel in rels if rel not in cut])
    return {rel.id for rel in cut}


def _kind(rel: Rel) -> str:
    return rel.type.rpartition("/")[2]


def _reason(package: Package, rel: Rel) -> str | None:
    """Why a relationship goes; None where it stays. Word takes one that leads nowhere for damage."""
    if _kind(rel) in REMOVED:
        return REMOVED[_kind(rel)]
    if not rel.external:
        return None if rel.target in package.parts else "link to a missing part"
    safe = _kind(rel) == "hyperlink" and SAFE_LINK.match(rel.target)
    return None if safe else "link to a place outside the document"


def _drop_unreachable(package: Package, told: Told) -> None:
    kept = {package.find(CONTENT_TYPES), *_reachable(package)}
    for name in sorted(set(package.parts) - kept):
        if name.lower().endswith(".rels"):
            continue
        if not TOLD_ALREADY.search(name):
            told["part that nothing leads to"] += 1
        package.remove_part(name)


def _reachable(package: Package) -> set[str]:
    seen: set[str] = set()
    open_ends = [""]
    while open_ends:
        targets = {rel.target for rel in package.rels(open_ends.pop()) if not rel.external} & set(package.parts)
        open_ends += sorted(targets - seen)
        seen |= targets
    return seen


# markup


def _markup_parts(package: Package) -> Iterator[str]:
    reachable = _reachable(package)
    for name in sorted(reachable):
        data, kind = package.parts[name], package.content_type(name)
        markup = kind.endswith("+xml") and ("wordprocessingml" in kind or "drawingml" in kind or "vml" in kind)
        if markup and (SIGNS.search(data) or R_USE.search(data) or b"\0" in data[:4]):
            yield name


def _settings_parts(package: Package) -> list[str]:
    kind = "wordprocessingml.settings+xml"
    return [name for name in sorted(package.parts) if package.content_type(name).endswith(kind)]


def _clean_markup(package: Package, name: str, broken: set[str], told: Told) -> None:
    root = package.xml(name)
    before = told.copy()
    touched = _drop_foreign(root) + _flatten_objects(root) + _cut_uses(root, broken) + _unbind(root)
    _silence_fields(root, told)
    _drop_paths(root, told)
    if touched or told != before:
        package.set_xml(name, root)


def _tree(package: Package, name: str) -> Element | None:
    try:
        return package.xml(name)
    except etree.XMLSyntaxError:
        return None


def _drop(element: Element) -> None:
    if (parent := element.getparent()) is not None:
        parent.remove(element)


def _drop_foreign(root: Element) -> int:
    """A cell that held nothing else keeps the paragraph that it must have (ECMA-376 part 1, 17.4.65)."""
    chunks = list(root.iter(W + "altChunk"))
    for chunk in chunks:
        parent = chunk.getparent()
        _drop(chunk)
        if parent.tag == W + "tc" and parent.find(W + "p") is None:
            etree.SubElement(parent, W + "p")
    return len(chunks)


def _flatten_objects(root: Element) -> int:
    """Drop what an object (17.3.3.19) would start and keep the picture that stands for it."""
    found = list(root.iter(W + "object"))
    for container in found:
        for child in list(container):
            if etree.QName(child).localname in STARTING:
                container.remove(child)
        drawing = container.find(W + "drawing")
        if drawing is not None:
            container.getparent().replace(container, drawing)
        elif len(container):
            _to_picture(container)
        else:
            _drop(container)
    return len(found)


def _to_picture(container: Element) -> None:
    """w:pict holds the same VML shape; the size of the object's window is no attribute of it."""
    container.tag = W + "pict"
    for key in (W + "dxaOrig", W + "dyaOrig"):
        container.attrib.pop(key, None)
    for shape in container.iter(VML_SHAPE):
        shape.attrib.pop(O + "ole", None)


def _cut_uses(root: Element, broken: set[str]) -> int:
    """Whoever used a removed relationship loses the attribute, or goes where it is nothing without it."""
    users = root.xpath("//*[@r:*]", namespaces={"r": OFFICE_RELS}) if broken else []
    touched = 0
    for user in users:
        for key in [key for key, value in user.attrib.items() if key.startswith(R) and value in broken]:
            touched += 1
            del user.attrib[key]
            if etree.QName(user).localname in TIED:
                _drop(user)
    return touched


def _unbind(root: Element) -> int:
    bindings = list(root.iter(W + "dataBinding", W15 + "dataBinding"))
    for binding in bindings:
        _drop(binding)
    return len(bindings)


# fields


def _silence_fields(root: Element, told: Told) -> None:
    """QUOTE calls nothing; the lock (17.16.18, fldLock) keeps Word from refreshing the result away."""
    for simple in root.iter(W + "fldSimple"):
        if CALLS.match(simple.get(W + "instr", "")):
            simple.set(W + "instr", " QUOTE ")
            simple.set(W + "fldLock", "1")
            told["field that calls out"] += 1
    for begin, pieces in _fields(root):
        texts = [piece.text or "" for piece in pieces]
        if any(CALLS.match(text) for text in ("".join(texts), *texts)):
            for piece in pieces:
                piece.text = " QUOTE " if piece is pieces[0] else ""
            begin.set(W + "fldLock", "1")
            told["field that calls out"] += 1


def _fields(root: Element) -> Iterator[tuple[Element, list[Element]]]:
    """Every complex field's begin mark and pieces of instruction, a nested field's apart from its outer one's."""
    opened: list[tuple[Element, list[Element]]] = []
    for element in list(root.iter(W + "fldChar", W + "instrText", W + "delInstrText")):
        kind = element.get(W + "fldCharType")
        if element.tag != W + "fldChar":
            if opened:
                opened[-1][1].append(element)
        elif kind == "begin":
            opened.append((element, []))
        elif kind == "end" and opened:
            yield opened.pop()
    yield from opened


def _drop_paths(root: Element, told: Told) -> None:
    """Word writes the path of an inserted picture as its alternative text or title."""
    for element in root.iter("*"):
        for key in [key for key in NAMED if PATH_TEXT.search(element.get(key, ""))]:
            if key == "name":
                element.set(key, "")
            else:
                del element.attrib[key]
            told["path in a description"] += 1


# settings and properties


def _clean_settings(package: Package, told: Told) -> None:
    for name in _settings_parts(package):
        root = package.xml(name)
        found = [child for key in SETTINGS for child in root.findall(W + key)]
        for child in found:
            told[SETTINGS[etree.QName(child).localname]] += 1
            root.remove(child)
        if found:
            package.set_xml(name, root)


def _clean_properties(package: Package, told: Told) -> None:
    if app := package.part_by_type("", "extended-properties"):
        package.parts[app] = MINIMAL_APP
    core = package.part_by_type("", "core-properties")
    root = _tree(package, core) if core else None
    if core and root is None:
        package.remove_part(core)
    elif core and root is not None:
        people = [child for child in root if child.tag in (DC + "creator", CP + "lastModifiedBy")]
        for child in people:
            root.remove(child)
            told["name in the document properties"] += 1
        package.set_xml(core, root)


# pictures


def _clean_images(package: Package, told: Told) -> None:
    for name in sorted(package.parts):
        clean = without_metadata(package.parts[name])
        if len(clean) != len(package.parts[name]):
            package.parts[name] = clean
            told["picture's metadata"] += 1


def without_metadata(data: bytes) -> bytes:
    if data.startswith(b"\xff\xd8"):
        return strip_jpeg(data)
    return strip_png(data) if data.startswith(PNG_HEAD) else data


def strip_jpeg(data: bytes) -> bytes:
    """Without Exif, XMP, IPTC and comments (ITU-T T.81 annex B); as it was where its segments cannot be followed."""
    kept, place = [data[:2]], 2
    while data[place : place + 1] == b"\xff" and place + 4 <= len(data):
        marker, end = data[place + 1], place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        if marker == 0xDA:
            return b"".join([*kept, data[place:]])
        if marker not in JPEG_DROPPED:
            kept.append(data[place:end])
        place = end
    return data


def strip_png(data: bytes) -> bytes:
    """Without text, Exif and time chunks (PNG 1.2 clauses 4.2.3 and 4.2.4)."""
    kept, place = [PNG_HEAD], len(PNG_HEAD)
    while place + 12 <= len(data):
        end = place + 12 + int.from_bytes(data[place : place + 4], "big")
        if data[place + 4 : place + 8] not in PNG_DROPPED:
            kept.append(data[place:end])
        place = end
    return b"".join(kept)
