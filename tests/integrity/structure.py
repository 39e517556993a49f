"""What may stand in what: rows, cells, paragraphs, runs (ECMA-376 part 1, 17.2 to 17.4)."""

from collections.abc import Iterator

from lxml import etree

from tests.integrity.package import Package, at
from tests.integrity.stories import (
    W,
    elements,
    enclosing,
    own_elements,
    short,
    stories,
    story_parts,
    w,
)

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
RUN_PARENTS = {
    w(name)
    for name in [
        *("p", "ins", "del", "moveFrom", "moveTo", "hyperlink", "fldSimple", "sdtContent", "smartTag", "customXml"),
        *("dir", "bdo", "rt", "rubyBase"),
    ]
}
NOTES = {w("footnote"), w("endnote")}
BLOCKS = {w("p"), w("tbl"), w("sdt"), w("customXml"), w("altChunk")}
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def findings(package: Package) -> Iterator[str]:
    for part, root in story_parts(package):
        for element in elements(root):
            check = CHECKS.get(element.tag)
            if check is not None:
                yield from (at(part, element, what) for what in check(element))
        for story in stories(root):
            # a body may be empty, and Word leaves an empty element where it deleted a note
            may_be_empty = story.tag == w("body") or (story.tag in NOTES and len(story) == 0)
            if not may_be_empty and not any(child.tag in BLOCKS for child in own_elements(story)):
                yield at(part, story, "the story has no paragraph")


def cell(element: etree._Element) -> Iterator[str]:
    last = last_block(element)
    if last is None or last.tag != w("p"):
        yield "the cell does not end with a paragraph"


def last_block(element: etree._Element) -> etree._Element | None:
    """The last paragraph or table, looked for inside content controls."""
    blocks = [child for child in element if child.tag in BLOCKS]
    if not blocks:
        return None
    if blocks[-1].tag == w("sdt"):
        content = blocks[-1].find(w("sdtContent"))
        return None if content is None else last_block(content)
    return last_block(blocks[-1]) if blocks[-1].tag == w("customXml") else blocks[-1]


def row(element: etree._Element) -> Iterator[str]:
    if not any(child.tag in (w("tc"), w("sdt"), w("customXml")) for child in element):
        yield "the row has no cell"
    if element.find(w("p")) is not None:
        yield "a paragraph stands in the row, outside any cell"


def table(element: etree._Element) -> Iterator[str]:
    if not any(child.tag in (w("tr"), w("sdt"), w("customXml")) for child in element):
        yield "the table has no row"
    if element.find(w("p")) is not None:
        yield "a paragraph stands in the table, outside any row"
    if element.find(w("tblPr")) is None or element.find(w("tblGrid")) is None:
        yield "the table has no tblPr or no tblGrid"


def paragraph(element: etree._Element) -> Iterator[str]:
    if any(outer.tag == w("p") for outer in enclosing(element)):
        yield "a paragraph stands in a paragraph"
    yield from leading(element, "pPr")


def run(element: etree._Element) -> Iterator[str]:
    parent = element.getparent()
    if parent.tag.startswith(W) and parent.tag not in RUN_PARENTS:
        yield f"a run stands in w:{short(parent.tag)}"
    yield from leading(element, "rPr")


def leading(element: etree._Element, properties: str) -> Iterator[str]:
    places = [place for place, child in enumerate(element.iterchildren(etree.Element)) if child.tag == w(properties)]
    if len(places) > 1:
        yield f"w:{properties} stands {len(places)} times"
    elif places and places[0]:
        yield f"w:{properties} is not the first"


def text(element: etree._Element) -> Iterator[str]:
    parent = element.getparent()
    if parent.tag != w("r") and not parent.tag.startswith(M):
        yield f"w:{short(element.tag)} stands in w:{short(parent.tag)}, not in a run"
    words = element.text or ""
    if words != words.strip(" ") and not preserves(element):
        yield "Word drops the space at its begin or end: xml:space is not preserve"


def preserves(element: etree._Element) -> bool:
    chain = [element, *element.iterancestors()]
    return next((link.get(XML_SPACE) for link in chain if link.get(XML_SPACE)), "default") == "preserve"


def body(element: etree._Element) -> Iterator[str]:
    sections = [place for place, child in enumerate(element) if child.tag == w("sectPr")]
    if len(sections) > 1 or (sections and sections[0] != len(element) - 1):
        yield "the section properties of the body are not one, or not last"


CHECKS = {
    w("tc"): cell,
    w("tr"): row,
    w("tbl"): table,
    w("p"): paragraph,
    w("r"): run,
    w("t"): text,
    w("delText"): text,
    w("body"): body,
}
