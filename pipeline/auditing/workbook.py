"""The words of a workbook, cells one after another (ECMA-376 part 1, 18.4.8 shared strings, 18.3.1.53 inline)."""

from __future__ import annotations

import html
import re

from pipeline.auditing.names import squeezed
from pipeline.auditing.package import Package

ENDS_OF_TEXT = (b"</si>", b"</is>", b"</v>")
TEXT = re.compile(rb">([^<]+)")
SHARED, SHEET = re.compile(r"xl/sharedStrings\d*\.xml"), re.compile(r"xl/worksheets/[^/]+\.xml")


def workbook_text(package: Package) -> str:
    return squeezed(" ".join(text_of(package.part(name)) for name in package.parts if _has_words(package, name)))


def _has_words(package: Package, name: str) -> bool:
    """A sheet whose cells only number the shared strings says nothing by itself."""
    if SHEET.fullmatch(name):
        data = package.part(name)
        return b"inlineStr" in data or b't="str"' in data
    return SHARED.fullmatch(name) is not None


def text_of(data: bytes) -> str:
    """The text of a part as it was written by us (UTF-8, no CDATA), a line break after each string.

    A shared string may be cut into runs, so only its end parts words. Reading it as a tree takes five times as long.
    """
    for end in ENDS_OF_TEXT:
        data = data.replace(end, b"\n" + end)
    return html.unescape(b"".join(TEXT.findall(data)).decode("utf-8", "replace"))
