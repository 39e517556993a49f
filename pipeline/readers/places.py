"""Places in a received file as an officer would name them: "paragraph 41", "table 2, row 3, cell 1", "footnote 4"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count

from ..ooxml import names as n
from ..ooxml.names import Element
from ..ooxml.nodes import Roots, StoryNode, TableNode

CELL = re.compile(r"t(\d+)r(\d+)c(\d+)")


@dataclass
class Places:
    roots: Roots
    _numbers: dict[Element, int] = field(default_factory=dict)

    def paragraph_number(self, paragraph: Element) -> int:
        """The count of the paragraph in its part, tables included, from 1."""
        if not self._numbers:
            for root in self.roots.all():
                self._numbers.update(zip(root.iter(n.P), count(1)))
        return self._numbers.get(paragraph, 0)

    def of(self, node: StoryNode, offset: int) -> str:
        line = node.line_at(offset) if node.lines else None
        number = self.paragraph_number(line.elements[0]) if line is not None else 0
        return _described(node.id, number)

    def of_element(self, element: Element) -> str:
        """The place of a mark or comment anchor."""
        paragraph = element
        while paragraph is not None and paragraph.tag != n.P:
            paragraph = paragraph.getparent()
        if paragraph is None:
            return "document"
        root = element.getroottree().getroot().tag.rsplit("}", 1)[1]
        name = {"document": "", "footnotes": "footnotes, ", "endnotes": "endnotes, ", "hdr": "header, ", "ftr": "footer, "}
        return f"{name.get(root, '')}paragraph {self.paragraph_number(paragraph)}"

    def of_row(self, table: TableNode, row: int) -> str:
        return f"{_described(table.id, 0)}, row {row + 1}"


def _described(ident: str, number: int) -> str:
    if ident.startswith(("footnote:", "endnote:")):
        return ident.split("/")[0].replace(":", " ")
    where = _inside(ident)
    return f"{where}, paragraph {number}" if where and number else where or f"paragraph {number}"


@lru_cache(maxsize=64)
def _inside(ident: str) -> str:
    """The table or cell that a story stands in."""
    cell = CELL.findall(ident)
    where = ", ".join(f"table {t}, row {r}, cell {c}" for t, r, c in cell)
    table = re.search(r"/t(\d+)$", ident)
    return f"table {table.group(1)}" if not where and table else where
