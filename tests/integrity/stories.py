"""The stories of a Word package: bodies of text that Word lays out, numbers and edits apart from each other."""

from collections.abc import Iterator

from lxml import etree

from tests.integrity.package import MC, Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
FALLBACK = f"{MC}Fallback"
TEXT_BOX = f"{W}txbxContent"
STORY_TYPES = ("document.main+xml", "header+xml", "footer+xml", "footnotes+xml", "endnotes+xml", ".comments+xml")
STORY_ROOTS = {f"{W}{name}" for name in ("body", "hdr", "ftr", "footnote", "endnote", "comment")}
INSERTING = {f"{W}ins", f"{W}moveTo"}
DELETING = {f"{W}del", f"{W}moveFrom"}


def w(name: str) -> str:
    return W + name


def short(tag: str) -> str:
    return tag.rpartition("}")[2]


def value(element: etree._Element | None) -> str:
    """The element's w:val."""
    return "" if element is None else element.get(f"{W}val", "")


def story_parts(package: Package) -> list[tuple[str, etree._Element]]:
    parts = dict.fromkeys(name for ending in STORY_TYPES for name in package.parts_of_type(ending))
    if package.main_part and package.main_part not in parts:
        parts = {package.main_part: None, **parts}
    return [(name, package.trees[name]) for name in parts]


def elements(root: etree._Element) -> Iterator[etree._Element]:
    """All elements in document order but those in mc:Fallback, which repeat the mc:Choice beside them."""
    if root.find(f".//{FALLBACK}") is None:
        yield from root.iter(etree.Element)  # many times faster than to descend by hand
        return
    yield root
    for child in root.iterchildren(etree.Element):
        if child.tag != FALLBACK:
            yield from elements(child)


def own_elements(root: etree._Element) -> Iterator[etree._Element]:
    """As ``elements``, without those of the text boxes that stand in the story: these are stories of their own."""
    for child in root.iterchildren(etree.Element):
        if child.tag != FALLBACK:
            yield child
            if child.tag != TEXT_BOX:
                yield from own_elements(child)


def stories(root: etree._Element) -> Iterator[etree._Element]:
    return (element for element in elements(root) if element.tag in STORY_ROOTS or element.tag == TEXT_BOX)


def enclosing(element: etree._Element) -> Iterator[etree._Element]:
    """The elements around this one, from the nearest out, up to the story's end."""
    for ancestor in element.iterancestors():
        if ancestor.tag == TEXT_BOX or ancestor.tag in STORY_ROOTS:
            return
        yield ancestor
