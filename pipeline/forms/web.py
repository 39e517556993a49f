"""A web page, cleaned for pandoc: scripts and the like out, what is not displayed out and counted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from ..ooxml.names import Element
from ..ooxml.preflight import ASK
from ..remarks import Block
from .pandoc import blocks_of
from .plain import decoded
from .reading import FormReading, Gathered, refuse

DROPPED = (
    "script", "style", "head", "iframe", "object", "embed", "applet", "noscript", "template", "svg", "math", "canvas", "audio",
    "video", "form", "img", "link", "meta", "base", "frame", "frameset",
)  # fmt: skip
WORDS_KEPT = ("form", "noscript", "object")  # these may hold a page's text
UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)


def read(data: bytes, file: str) -> FormReading:
    """Raises Unreadable."""
    declared = CHARSET.search(data[:4096])
    gathered = Gathered(file)
    return gathered.reading(page_blocks(decoded(data, declared[1].decode("ascii", "replace") if declared else ""), gathered))


def page_blocks(page: str, gathered: Gathered) -> tuple[Block, ...]:
    """The blocks of a page of text; hidden matter is put down in ``gathered``."""
    root = _root(page)
    for tag in ("lang", "{http://www.w3.org/XML/1998/namespace}lang"):
        gathered.speaks(root.get(tag) or "")
    unseen = list(_unseen(root))
    for element in unseen:
        if "".join(element.itertext()).strip():
            gathered.held.append(f"line {element.sourceline or 0} of the page")
        _drop(element)
    etree.strip_elements(root, etree.Comment, etree.ProcessingInstruction, *(t for t in DROPPED if t not in WORDS_KEPT), with_tail=False)
    etree.strip_tags(root, *WORDS_KEPT)
    return blocks_of(html.tostring(root, encoding="unicode"), "html-smart-auto_identifiers")


def _root(page: str) -> Element:
    page = re.sub(r"^\s*<\?xml[^>]*\?>", "", page).replace("\0", "")
    try:
        return html.document_fromstring(page, parser=html.HTMLParser(no_network=True, huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        refuse("empty", "the page holds no text", ASK["empty"])


def _unseen(root: Element) -> Iterator[Element]:
    """Outermost elements that a browser does not show; class rules count where the page itself states them."""
    rules = "".join(style.text_content() for style in root.iter("style"))
    hidden = {name.strip().lstrip(".#") for names, body in RULE.findall(rules) if UNSEEN.search(body) for name in names.split(",")}
    body = root.find("body")
    stack = [root if body is None else body]
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        marks = {*(element.get("class") or "").split(), element.get("id") or ""} - {""}
        if UNSEEN.search(element.get("style") or "") or element.get("hidden") is not None or marks & hidden:
            yield element
        else:
            stack += reversed(list(element))


def _drop(element: Element) -> None:
    """Take the element out; words that follow it stay."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)
