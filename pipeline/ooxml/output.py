"""An output package made from the draft's: its parts drawn anew, with notes, comments, styles and properties of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from . import names as n
from .artist import Artist
from .blocks import BODY
from .canvas import Canvas
from .inserted import Inserted
from .package import Package

NOTE_NUMBER = re.compile(r'(\bw:id=")(-?\d+)"')  # the first in a note's XML is its own
NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
LAST_SECTION = re.compile(r"<w:sectPr\b(?:(?!<w:sectPr\b).)*$", re.DOTALL)
FIRST_SECTION = re.compile(r"<w:sectPr\b(?:[^>]*/>|.*?</w:sectPr>)", re.DOTALL)
BOTH = ("even", "default")
MARGIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
PAGE_NUMBER = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">- </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t>'
    '</w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> -</w:t></w:r></w:p>'
)
# A line of one point: of the usual height it may fall onto a page of its own, which then is empty.
SECTION_END = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>{}</w:pPr></w:p>'
)
STYLES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
PAPER = {"letter": (12240, 15840), "a4": (11906, 16838)}


@dataclass(frozen=True, slots=True)
class Around:
    """What the Secretariat puts around the draft: blocks before and after it, and their styles, as XML text.

    printed: the blocks before it in the print edition; listed: the one that heads its list of comments.
    """

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    paper: str = "letter"
    printed: tuple[str, ...] = ()
    listed: str = ""


@dataclass(frozen=True, slots=True)
class Properties:
    title: str
    language: str
    date: str
    subject: str = ""


def draw_parts(package: Package, canvas: Canvas, artist: Artist, inserted: Inserted) -> str:
    """Write notes, headers and footers into the package; the main part is returned as text."""
    main = ""
    drawn = {part: artist.part(c) for part, c in sorted(canvas.parts.items())}
    for part, text in drawn.items():
        if part == package.main_part:
            main = text
        else:
            package.parts[part] = text.encode("utf-8")
    for kind, notes in inserted.notes.items():
        if notes:
            main = _add_notes(package, kind, notes, main)
    return main


def _add_notes(package: Package, kind: str, notes: list[str], main: str) -> str:
    """New notes among the draft's, in the order in which the text refers to them, and numbered in this order.

    Observed: Word ties a note to its reference by its number; LibreOffice 7.4 the next higher number to the next reference.
    Returns the main part with these numbers.
    """
    part = package.part_by_type(package.main_part, f"{kind}s")
    if not part or part not in package.parts:
        part = f"word/{kind}s.xml"
        package.add_part(part, NOTES_TYPE.format(f"{kind}s"), _empty_notes(kind).encode())
        package.add_rel(package.main_part, f"{RELATIONS}{kind}s", part)
    text = package.parts[part].decode("utf-8")
    one = re.compile(rf"<w:{kind} .*?</w:{kind}>", re.DOTALL)
    reference = re.compile(rf'(<w:{kind}Reference\b[^>]*?w:id=")(-?\d+)"')
    found = list(dict.fromkeys(number for _, number in reference.findall(main)))
    order = {number: i for i, number in enumerate(found)}
    ascending = dict(zip(found, sorted(found, key=int), strict=True))
    sorted_notes = sorted([*one.findall(text), *notes], key=lambda x: order.get(_note_number(x), -1))
    head = text[: text.index(f"<w:{kind} ")]
    written = "".join(NOTE_NUMBER.sub(lambda m: f'{m[1]}{ascending.get(m[2], m[2])}"', x, count=1) for x in sorted_notes)
    package.parts[part] = f"{head}{written}</w:{kind}s>".encode()
    return reference.sub(lambda m: f'{m[1]}{ascending[m[2]]}"', main)


def _note_number(note: str) -> str:
    found = NOTE_NUMBER.search(note)
    return found[2] if found else ""


def _empty_notes(kind: str) -> str:
    """A notes part with the two separators that Word expects (clause 17.11.23)."""
    separators = "".join(
        f'<w:{kind} w:type="{name}" w:id="{ident}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for ident, name in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{kind}s xmlns:w="{n.W}">{separators}</w:{kind}s>'


def with_around(package: Package, main: str, around: Around) -> str:
    """The main part with the draft between bookmarks, front matter before it and annexes behind (design.md section 6)."""
    opening = BODY.search(main)
    if opening is None:
        return main
    head, rest = main[: opening.end()], main[opening.end() :]
    content, _, closing = rest.rpartition("</w:body>")
    section = LAST_SECTION.search(content)
    body = content[: section.start()] if section else content
    own = section[0] if section else "<w:sectPr/>"
    own_section = SECTION_END.format(own)
    start = '<w:bookmarkStart w:id="499999" w:name="draft_text"/>'
    end = '<w:bookmarkEnd w:id="499999"/>'
    header = _margin_part(package, "header", PAGE_NUMBER)
    first = FIRST_SECTION.search(body)
    front = "".join(around.before) + _front_section(around, header, first[0] if first else own) if around.before else ""
    margins = _references("header", header, BOTH) + _references("footer", _margin_part(package, "footer", "<w:p/>"), BOTH)
    after = "".join(around.after) + _section(around.paper, margins)
    return f"{head}{front}{start}{body}{end}{own_section}{after}</w:body>{closing}"


def _front_section(around: Around, header: str, draft: str) -> str:
    """The page number from the second page on, where the draft's first section has a header of its own: else it would inherit ours."""
    shared = [kind for kind in BOTH if re.search(rf'<w:headerReference\b[^>]*w:type="{kind}"', draft)]
    return SECTION_END.format(_section(around.paper, _references("header", header, shared), "<w:titlePg/>"))


def _section(paper: str, margins: str, last: str = "") -> str:
    width, height = PAPER.get(paper, PAPER["letter"])
    return (
        f'<w:sectPr xmlns:r="{n.R}">{margins}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="1440"'
        f' w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/>{last}</w:sectPr>'
    )


def _references(kind: str, relation: str, types: Iterable[str]) -> str:
    return "".join(f'<w:{kind}Reference w:type="{t}" r:id="{relation}"/>' for t in types)


def _margin_part(package: Package, kind: str, content: str) -> str:
    """A header or footer of the Secretariat's pages, so that they do not inherit the draft's. Returns the relationship's id."""
    name, tag = f"word/{kind}Consolidation.xml", "hdr" if kind == "header" else "ftr"
    text = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{tag} xmlns:w="{n.W}">{content}</w:{tag}>'
    package.add_part(name, MARGIN_TYPE.format(kind), text.encode())
    return package.add_rel(package.main_part, f"{RELATIONS}{kind}", name)


def add_styles(package: Package, styles: tuple[str, ...]) -> None:
    """The Secretariat's styles beside the draft's."""
    if not styles:
        return
    part = package.part_by_type(package.main_part, "styles")
    if not part or part not in package.parts:
        part = "word/styles.xml"
        empty = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles xmlns:w="{n.W}"></w:styles>'
        package.add_part(part, STYLES_TYPE, empty.encode())
        package.add_rel(package.main_part, f"{RELATIONS}styles", part)
    root = package.xml(part)
    for style in styles:
        root.append(n.parse(f'<b xmlns:w="{n.W}">{style}</b>'.encode())[0])
    package.set_xml(part, root)


def set_properties(package: Package, properties: Properties) -> None:
    """Title, subject, language and date of the output; no person's name (law 6)."""
    date = f'<dcterms:created xsi:type="dcterms:W3CDTF">{properties.date}T00:00:00Z</dcterms:created>' if properties.date else ""
    text = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties'
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{n.escape(properties.title)}</dc:title><dc:subject>{n.escape(properties.subject)}</dc:subject><dc:creator>Secretariat</dc:creator>"
        f"<dc:language>{n.escape(properties.language)}</dc:language>{date}</cp:coreProperties>"
    )
    part = package.find("docProps/core.xml")
    package.add_part(part or "docProps/core.xml", CORE_TYPE, text.encode())
    if part is None:
        package.add_rel("", CORE_RELATION, "docProps/core.xml")
