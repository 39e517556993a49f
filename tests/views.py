"""What a reader sees in a Word file whose marks are accepted or rejected: a small reader that shares no code with the
pipeline, so that the two cannot be wrong together.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARKS = {f"{W}{x}": x for x in ("ins", "del", "moveFrom", "moveTo")}
Accepts = Callable[[str], bool]  # of a mark's author
Look = tuple[str, str, str]  # style, numbering, emphasis by character
View = list[str | list[list[list[str]]]]


def of(contributor: str) -> Accepts:
    """Accepts the marks of one contributor, joint ones included."""
    return lambda author: contributor in author.split("; ")


def everybody(author: str) -> bool:
    return True


def nobody(author: str) -> bool:
    return False


def view(path: Path, accepts: Accepts) -> View:
    """The draft's text: paragraphs, tables as rows of cells, notes and fields in brackets."""
    return [b.text if isinstance(b, Line) else [[[x.text for x in c] for c in r] for r in b] for b in _Reading(path, accepts).body()]


def looks(path: Path, accepts: Accepts) -> list[tuple[str, str, str, str]]:
    """For each paragraph, cells included: its text, style, numbering and emphasis."""
    out = []
    for b in _Reading(path, accepts).body():
        lines = [b] if isinstance(b, Line) else [x for r in b for c in r for x in c]
        out += [(x.text, x.style, x.number, x.emphasis) for x in lines]
    return out


@dataclass
class Line:
    text: str = ""
    emphasis: str = ""
    style: str = ""
    number: str = ""

    def add(self, text: str, emphasis: str = "-") -> None:
        self.text += text
        self.emphasis += emphasis * len(text)


@dataclass
class _Reading:
    path: Path
    accepts: Accepts
    notes: dict[str, ET.Element] = field(default_factory=dict)
    fields: list[str] = field(default_factory=list)

    def body(self) -> list[Line | list[list[list[Line]]]]:
        with zipfile.ZipFile(self.path) as archive:
            document = ET.fromstring(archive.read("word/document.xml"))
            if "word/footnotes.xml" in archive.namelist():
                root = ET.fromstring(archive.read("word/footnotes.xml"))
                self.notes = {n.get(f"{W}id", ""): n for n in root if n.get(f"{W}type") in (None, "normal")}
        found = document.find(f"{W}body")
        assert found is not None
        return list(self.blocks(_region(list(found))))

    def stands(self, mark: ET.Element) -> bool:
        """Whether what the mark holds is seen."""
        inserts = MARKS[mark.tag] in ("ins", "moveTo")
        return inserts == self.accepts(mark.get(f"{W}author", ""))

    def blocks(self, nodes: Iterable[ET.Element]) -> Iterator[Line | list[list[list[Line]]]]:
        waiting: Line | None = None
        some = False
        for node in _unwrapped(nodes):
            if node.tag == f"{W}tbl":
                rows = [self.row(r) for r in node.iter(f"{W}tr") if self.row_stands(r)]
                if rows:
                    if waiting is not None and waiting.text:
                        yield waiting
                    waiting, some = None, True
                    yield rows
            elif node.tag == f"{W}p":
                line = waiting or Line()
                self.inline(node, line)
                line.style, line.number = self.look(node)
                gone = any(not self.stands(m) for m in node.findall(f"{W}pPr/{W}rPr/*") if m.tag in MARKS)
                waiting = line if gone else None
                if not gone:
                    some = True
                    yield line
        if waiting is not None and (waiting.text or not some):
            yield waiting

    def row_stands(self, row: ET.Element) -> bool:
        return all(self.stands(m) for m in row.findall(f"{W}trPr/*") if m.tag in MARKS)

    def row(self, row: ET.Element) -> list[list[Line]]:
        return [[x for x in self.blocks(cell) if isinstance(x, Line)] for cell in row.findall(f"{W}tc")]

    def look(self, p: ET.Element) -> tuple[str, str]:
        properties = p.find(f"{W}pPr")
        change = properties.find(f"{W}pPrChange") if properties is not None else None
        if change is not None and not self.accepts(change.get(f"{W}author", "")):
            properties = change.find(f"{W}pPr")
        if properties is None:
            return "", ""
        style = properties.find(f"{W}pStyle")
        number = properties.find(f"{W}numPr")
        values = [x.get(f"{W}val", "") for x in number] if number is not None else []
        return (style.get(f"{W}val", "") if style is not None else ""), " ".join(values)

    def inline(self, node: ET.Element, line: Line) -> None:
        for child in node:
            if child.tag in MARKS:
                if self.stands(child):
                    self.inline(child, line)
            elif child.tag == f"{W}r":
                self.run(child, line)
            elif child.tag == f"{W}fldSimple":
                line.add(f"[{child.get(f'{W}instr', '').split()[0]}]")
            elif child.tag not in (f"{W}pPr", f"{W}sdtPr"):
                self.inline(child, line)

    def run(self, run: ET.Element, line: Line) -> None:
        shown = {f"{W}b": 1, f"{W}i": 2}
        emphasis = "-bix"[sum(shown.get(x.tag, 0) for x in run.findall(f"{W}rPr/*"))]
        for child in run:
            if child.tag == f"{W}fldChar":
                self.field(child.get(f"{W}fldCharType", ""), line)
            elif child.tag in (f"{W}instrText", f"{W}delInstrText"):
                self.fields[-1] += child.text or ""
            elif any(not _is_link(code) for code in self.fields):
                continue
            elif child.tag in (f"{W}t", f"{W}delText"):
                line.add(child.text or "", emphasis)
            elif child.tag == f"{W}footnoteReference":
                note = self.notes[child.get(f"{W}id", "")]
                line.add("⟨" + " / ".join(x.text for x in self.blocks(note) if isinstance(x, Line)) + "⟩")

    def field(self, kind: str, line: Line) -> None:
        if kind == "begin":
            self.fields.append("")
        elif kind == "end":
            code = self.fields.pop()
            if not _is_link(code):
                line.add(f"[{code.split()[0]}]")


def _is_link(code: str) -> bool:
    """A link shows its own words, whether a field or an element makes it; LibreOffice turns the one into the other."""
    return code.split()[:1] == ["HYPERLINK"]


def _region(nodes: Sequence[ET.Element]) -> Sequence[ET.Element]:
    """The blocks of the draft, where the Secretariat's stand around them."""
    names = [n.get(f"{W}name") for n in nodes]
    if "draft_text" not in names:
        return nodes
    first = names.index("draft_text")
    ident = nodes[first].get(f"{W}id")
    return nodes[first : next(i for i, n in enumerate(nodes) if n.tag == f"{W}bookmarkEnd" and n.get(f"{W}id") == ident)]


def _unwrapped(nodes: Iterable[ET.Element]) -> Iterator[ET.Element]:
    for node in nodes:
        if node.tag == f"{W}sdt":
            content = node.find(f"{W}sdtContent")
            yield from _unwrapped(content if content is not None else ())
        else:
            yield node
