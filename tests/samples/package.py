# ruff: noqa: E501 - an XML element is easier to check unbroken
"""Zips the parts of a .docx with fixed dates, so that the same words give the same bytes."""

import io
import re
import zipfile

from . import parts, styles
from .model import Document
from .word import Hand, Writer

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# part name: (relationship id, relationship type, content type)
WORD_PARTS = {
    "word/styles.xml": ("rId1", f"{OFFICE}/styles", f"{TYPE}.styles+xml"),
    "word/numbering.xml": ("rId2", f"{OFFICE}/numbering", f"{TYPE}.numbering+xml"),
    "word/settings.xml": ("rId3", f"{OFFICE}/settings", f"{TYPE}.settings+xml"),
    "word/footnotes.xml": ("rId4", f"{OFFICE}/footnotes", f"{TYPE}.footnotes+xml"),
    "word/comments.xml": ("rId5", f"{OFFICE}/comments", f"{TYPE}.comments+xml"),
    "word/commentsExtended.xml": (
        "rId6",
        "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
        f"{TYPE}.commentsExtended+xml",
    ),
    "word/people.xml": ("rId7", "http://schemas.microsoft.com/office/2011/relationships/people", f"{TYPE}.people+xml"),
    "word/header1.xml": ("rId10", f"{OFFICE}/header", f"{TYPE}.header+xml"),
    "word/header2.xml": ("rId11", f"{OFFICE}/header", f"{TYPE}.header+xml"),
    "word/footer1.xml": ("rId12", f"{OFFICE}/footer", f"{TYPE}.footer+xml"),
    "word/footer2.xml": ("rId13", f"{OFFICE}/footer", f"{TYPE}.footer+xml"),
}
ROOT_PARTS = {
    "word/document.xml": ("rId1", f"{OFFICE}/officeDocument", f"{TYPE}.document.main+xml"),
    "docProps/core.xml": (
        "rId2",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "application/vnd.openxmlformats-package.core-properties+xml",
    ),
    "docProps/app.xml": (
        "rId3",
        f"{OFFICE}/extended-properties",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    ),
}
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def docx(document: Document, hand: Hand, template: str = "") -> bytes:
    """The bytes of a Word file; `template` is the path of an attached template, which must not leave the file."""
    writer = Writer(document, hand)
    content = {"word/document.xml": parts.body(writer), "word/footnotes.xml": parts.footnotes(writer)}
    if document.comments:
        content["word/comments.xml"] = parts.comments(document, hand)
        content["word/commentsExtended.xml"] = parts.comments_extended(document, hand)
        content["word/people.xml"] = parts.people(hand)
    tracked = re.search(r"<w:(ins|del|moveFrom) ", content["word/document.xml"]) is not None
    content["word/styles.xml"], content["word/numbering.xml"] = styles.styles(document.language), styles.numbering()
    content["word/settings.xml"] = parts.settings(hand, tracked, bool(template))
    content |= {name: write(document) for name, write in parts.HEADERS.items()}
    content["docProps/core.xml"], content["docProps/app.xml"] = (
        parts.core(document, hand),
        parts.app(template.rsplit("/", 1)[-1] or "Normal.dotm"),
    )
    content["_rels/.rels"] = relations(ROOT_PARTS, content)
    content["word/_rels/document.xml.rels"] = relations(WORD_PARTS, content)
    if template:
        content["word/_rels/settings.xml.rels"] = (
            f'{parts.HEAD}<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/attachedTemplate" Target="{template}" TargetMode="External"/></Relationships>'
        )
    return zipped({"[Content_Types].xml": content_types(content), **dict(sorted(content.items()))})


def relations(table: dict[str, tuple[str, str, str]], content: dict[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{name.removeprefix("word/") if table is WORD_PARTS else name}"/>'
        for name, (key, kind, _) in table.items()
        if name in content
    )
    return f'{parts.HEAD}<Relationships xmlns="{RELATIONS}">{rows}</Relationships>'


def content_types(content: dict[str, str]) -> str:
    rows = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, (_, _, kind) in (WORD_PARTS | ROOT_PARTS).items()
        if name in content
    )
    return (
        f'{parts.HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{rows}</Types>"
    )


def zipped(content: dict[str, str]) -> bytes:
    """Stored, not deflated: compressed bytes may differ between versions of zlib, and the files are small."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in content.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            archive.writestr(entry, text.encode())
    return buffer.getvalue()
