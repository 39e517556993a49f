"""The draft's text with all proposals as HTML, from the drawing of consolidated.docx: one element for each paragraph.

A mark is an ins or del with the codes of its contributors in data-who, by which the page filters; the Secretariat's own is a span.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..model import Draft, Provision
from ..ooxml import names as n
from ..ooxml.blocks import Block, Kept, Paragraph, Region, Stretch, says, unescaped
from ..ooxml.marks import JOINT, SECRETARIAT
from ..ooxml.names import Element
from ..ooxml.package import Package
from ..ooxml.unmarked import PILCROW, is_whole
from .plain import cleaner, provision_bookmarks

SIGNS = {n.w("br"): "<br>", n.w("cr"): "<br>", n.w("tab"): "\t", n.w("noBreakHyphen"): "\u2011", n.w("softHyphen"): "\u00ad"}
HOLDING = frozenset(map(n.w, ("hyperlink", "sdt", "sdtContent", "smartTag", "fldSimple", "customXml", "dir", "bdo")))
BOOKMARK, STYLE = n.w("bookmarkStart"), n.w("pStyle")
REFERENCE, COMMENT_REFERENCE = (n.FOOTNOTE_REF, n.ENDNOTE_REF), n.w("commentReference")
NUMBER = re.compile(r"\[(C-\d+)\]")
CONTENTS = re.compile(r"TOC ?\d", re.I)
# The same in the text of a plain paragraph.
STYLE_TEXT = re.compile(r'<w:pStyle w:val="([^"]*)"')
SIGNS_TEXT = {tag.rpartition("}")[2]: sign for tag, sign in SIGNS.items()}
STEP_TEXT = re.compile(
    r'<w:(?:(?:t|delText)(?: [^>]*)?>([^<]*)<|(br|cr|tab|noBreakHyphen|softHyphen)\b'
    r'|(footnote|endnote)Reference\b[^>]*? w:id="([^"]*)"|bookmarkStart\b[^>]*? w:name="([^"]*)")'
)
Step = tuple[str, str, str]  # ("ins" | "del" | "sec" | "" | "html", author, HTML)


@dataclass(frozen=True)
class Names:
    """codes: by name; shown: names in the language of the page."""

    codes: Mapping[str, str]
    shown: Mapping[str, str]

    def of(self, author: str) -> tuple[str, ...]:
        return tuple(author.split(JOINT))

    def code(self, name: str) -> str:
        return self.codes.get(name, name)

    def tokens(self, people: Sequence[str]) -> str:
        """For data-who: codes without spaces, parted by spaces."""
        return html.escape(" ".join(re.sub(r"\s", "_", self.code(who)) for who in people), quote=True)

    def told(self, people: Sequence[str]) -> str:
        return html.escape("; ".join(self.shown.get(who, who) for who in people), quote=True)

    def sign(self, people: Sequence[str]) -> str:
        return html.escape("[" + ", ".join(map(self.code, people)) + "]")


@dataclass
class Body:
    """text: of the draft; notes: its footnotes; sections: (path, title) in their order."""

    text: str
    notes: str
    sections: list[tuple[str, str]]


@dataclass
class Writer:
    names: Names
    provisions: Mapping[str, Provision]
    comments: Mapping[str, tuple[str, str]]
    kept: Kept = field(default_factory=dict[str, Any])
    notes: list[str] = field(default_factory=list)  # ids of footnotes and endnotes, in the order of their references
    section: str = ""
    pending: list[str] = field(default_factory=list)  # bookmarks that stand before their paragraph
    _signatures: dict[str, tuple[str, str, str]] = field(default_factory=dict)

    def region(self, region: Region) -> Iterator[str]:
        if region.is_marked_as_a_whole:
            yield from self.blocks(region.tree(region.blocks))
            return
        for block in region.blocks:
            told = self.kept.get(block.key)
            if told is None:
                if block.paragraph is None:
                    yield from self.blocks(region.tree([block]))
                    continue
                told = self.told(block, block.paragraph)
            if told:
                bookmarks, inner, own, comments = told
                remarks = [number for i in comments if (number := block.numbers[i]) in self.comments]
                yield self.written(bookmarks, inner, own, remarks)

    def told(self, block: Block, p: Paragraph) -> list[Any]:
        """Of one that need not be parsed: its bookmarks, its text, whether it is the draft's own, and which of its numbers are comments'.

        Nothing of a line of contents. Kept, unless notes are numbered in it.
        """
        told = self.read(block, p)
        if "noteReference " not in block.text:
            self.kept[block.key] = told
        return told

    def read(self, block: Block, p: Paragraph) -> list[Any]:
        style = STYLE_TEXT.search(p.properties)
        if style is not None and CONTENTS.fullmatch(style[1]):
            return []
        bookmarks: list[str] = []
        inner = self.marked([step for s in p.stretches for step in self.steps_text(s, bookmarks)])
        sign, own = self.end_text(p)
        return [bookmarks, inner + sign, own, [i for i, kind in enumerate(block.numbered_kinds) if kind == "commentReference"]]

    def end_text(self, p: Paragraph) -> tuple[str, str]:
        own = any(says(s.xml) for s in p.stretches[::2]) or not any(says(s.xml) for s in p.stretches[1::2])
        for end in p.ends:
            if end.author != SECRETARIAT:
                whole = p.is_whole(end)
                return "" if whole else self.marked([(end.kind, end.author, PILCROW)]), "1" if own and not whole else "0"
        return "", "1" if own else "0"

    def steps_text(self, s: Stretch, bookmarks: list[str]) -> Iterator[Step]:
        kind, author = _kind_of(s.kind, s.author), s.author
        for words, sign, reference, number, name in STEP_TEXT.findall(s.xml):
            if words:
                yield kind, author, _linked(words) if kind == "sec" else words
            elif name:
                bookmarks.append(unescaped(name))
            elif sign:
                yield kind, author, SIGNS_TEXT[sign]
            elif reference:
                yield kind, author, self.note(f"{reference[0]}{number}")

    def blocks(self, parent: Element) -> Iterator[str]:
        for e in parent:
            if e.tag == n.P and not _is_contents(e):
                yield self.paragraph(e)
            elif e.tag == n.TBL:
                yield f'<div class="scroll"><table>{"".join(self.rows(e))}</table></div>'
            elif e.tag == BOOKMARK:
                self.pending.append(e.get(n.NAME) or "")
            elif e.tag in HOLDING or e.tag in n.MARKS:
                yield from self.blocks(e)

    def rows(self, table: Element) -> Iterator[str]:
        for row in _within(table, n.TR):
            cells = "".join(f"<td>{''.join(self.blocks(cell))}</td>" for cell in _within(row, n.TC))
            yield f"<tr>{cells}</tr>"

    def paragraph(self, p: Element) -> str:
        """The paragraph, then the comments on it."""
        remarks: list[str] = []
        inner = self.marked(list(self.steps(p, remarks, _around(p))))
        sign, own = self.end(p)
        return self.written([b.get(n.NAME) or "" for b in p.iter(BOOKMARK)], inner + sign, own, remarks) + "".join(self.boxes(p))

    def written(self, bookmarks: Sequence[str], inner: str, own: str, remarks: Sequence[str]) -> str:
        found = [*self.pending, *bookmarks]
        self.pending = []
        provision = next((self.provisions[name] for name in found if name in self.provisions), None)
        if provision is not None:
            self.section = provision.section
        kind = provision.kind if provision is not None else "paragraph"
        number = f'<span class="num">{html.escape(provision.number)}</span>' if provision is not None and provision.number else ""
        anchors = "".join(f'<a id="{html.escape(name, quote=True)}"></a>' for name in found if name[:2] in ("P_", "T_", "S_"))
        tag = f"h{min(3 + self.section.count('.'), 6)}" if kind == "heading" else "p"
        text = f'<{tag} class="t">{number}{inner}</{tag}>'
        return (
            f'<div class="prov" data-sec="{html.escape(self.section, quote=True)}" data-kind="{kind}" data-own="{own}">{anchors}{text}'
            f"{''.join(map(self.remark, remarks))}</div>\n"
        )

    def boxes(self, p: Element) -> Iterator[str]:
        """The paragraphs of text boxes, behind the one that they hang on; once, though older programs are given them again."""
        for box in p.iter(n.TEXT_BOX):
            if next(box.iterancestors(n.FALLBACK), None) is None:
                yield from self.blocks(box)

    def end(self, p: Element) -> tuple[str, str]:
        """(the sign of a proposed end, where it is not that of the whole paragraph; "1" where words of the draft's own stand in it)."""
        texts = [t for t in p.iter(n.T, n.w("delText")) if t.text]
        own = any(next(t.iterancestors(*n.MARKS), None) is None for t in texts) or not texts
        properties = p.find(f"{n.PPR}/{n.RPR}")
        for mark in properties if properties is not None else ():
            if mark.tag in n.MARKS and mark.get(n.AUTHOR) != SECRETARIAT:
                whole = is_whole(p, mark)
                sign = "" if whole else self.marked([("del" if mark.tag in n.DELETING else "ins", mark.get(n.AUTHOR), PILCROW)])
                return sign, "1" if own and not whole else "0"
        return "", "1" if own else "0"

    def steps(self, element: Element, remarks: list[str], mark: tuple[str, str] = ("", "")) -> Iterator[Step]:
        for e in element:
            if e.tag == n.R_:
                yield from self.run(e, remarks, mark)
            elif e.tag in n.MARKS:
                inner = _mark_of(e)
                yield from self.steps(e, remarks, inner if not mark[0] or inner[0] == "del" else mark)
            elif e.tag in HOLDING:
                yield from self.steps(e, remarks, mark)
            elif e.tag in (n.OMATH, n.OMATH_PARA):
                yield *mark, html.escape("".join(e.itertext(n.M_T)), quote=False)

    def run(self, run: Element, remarks: list[str], mark: tuple[str, str]) -> Iterator[Step]:
        for e in run:
            if e.tag == n.T or e.tag == n.w("delText"):
                words = html.escape(e.text or "", quote=False)
                yield *mark, _linked(words) if mark[0] == "sec" else words
            elif e.tag in SIGNS:
                yield *mark, SIGNS[e.tag]
            elif e.tag in REFERENCE:
                yield *mark, self.note(f"{'f' if e.tag == n.FOOTNOTE_REF else 'e'}{e.get(n.ID)}")
            elif e.tag == COMMENT_REFERENCE and e.get(n.ID) in self.comments:
                remarks.append(e.get(n.ID) or "")

    def note(self, ident: str) -> str:
        """The sign that leads to a note, which is kept for the end of the text."""
        self.notes.append(ident)
        number = len(self.notes)
        return f'<sup><a id="back_{number}" href="#note_{number}">{number}</a></sup>'

    def marked(self, steps: Sequence[Step]) -> str:
        """Neighbours of one mark in one element; the codes after the last mark of the same contributors."""
        groups: list[list[str]] = []
        for kind, author, words in steps:
            if groups and groups[-1][:2] == [kind, author]:
                groups[-1][2] += words
            else:
                groups.append([kind, author, words])
        out = []
        for i, (kind, author, words) in enumerate(groups):
            if kind == "sec":
                out.append(f'<span class="sec">{words}</span>')
            elif not kind:
                out.append(words)
            else:
                who, told, sign = self.signature(author)
                out.append(f"<{kind} {who} {told}>{words}</{kind}>")
                if i + 1 == len(groups) or groups[i + 1][1] != author:
                    out.append(f'<span class="code" {who}> {sign}{" " if words[-1:].isspace() else ""}</span>')
        return "".join(out)

    def signature(self, author: str) -> tuple[str, str, str]:
        """data-who and title of a mark, and the codes that stand behind it."""
        found = self._signatures.get(author)
        if found is None:
            people = self.names.of(author)
            who, told = f'data-who="{self.names.tokens(people)}"', f'title="{self.names.told(people)}"'
            found = self._signatures[author] = who, told, self.names.sign(people)
        return found

    def remark(self, number: str) -> str:
        author, words = self.comments[number]
        people = self.names.of(author)
        return f'<p class="note" data-who="{self.names.tokens(people)}"><b>{self.names.told(people)}:</b> {html.escape(words)}</p>'


def body_of(package: Package, region: Region | None, draft: Draft, names: Names, kept: Kept) -> Body:
    labelled = dict(zip(provision_bookmarks([p.label for p in draft.provisions]), draft.provisions, strict=True))
    writer = Writer(names, labelled, _comments(package), kept)
    text = "".join(writer.region(region)) if region is not None else ""
    clean = cleaner(draft.atoms)
    sections = {p.section: f"{p.number} {clean(p.text)}".strip() for p in draft.provisions if p.kind == "heading" and p.section}
    return Body(text, _notes(package, writer), list(sections.items()))


def _mark_of(e: Element) -> tuple[str, str]:
    author = e.get(n.AUTHOR) or ""
    return _kind_of("del" if e.tag in n.DELETING else "ins", author), author


def _kind_of(kind: str, author: str) -> str:
    return "sec" if author == SECRETARIAT else kind


def _linked(words: str) -> str:
    """The numbers of conflicts as links to where their texts stand side by side."""
    return NUMBER.sub(r'<a href="#C_\1">[\1]</a>', words).replace("#C_C-", "#C_") if "[C-" in words else words


def _around(p: Element) -> tuple[str, str]:
    """The mark that a paragraph of a text box stands in."""
    found = [_mark_of(a) for a in p.iterancestors(*n.MARKS)]
    return next((m for m in found if m[0] == "del"), found[-1] if found else ("", ""))


def _within(parent: Element, tag: str) -> Iterator[Element]:
    """Its rows or cells, those in content controls as well; not those of a table in a cell."""
    for e in parent:
        if e.tag == tag:
            yield e
        elif e.tag in HOLDING:
            yield from _within(e, tag)


def _is_contents(p: Element) -> bool:
    """Whether it is a line of a table of contents, which Word makes and a page does not need."""
    style = p.find(f"{n.PPR}/{STYLE}")
    return style is not None and CONTENTS.fullmatch(style.get(n.VAL) or "") is not None


def _comments(package: Package) -> dict[str, tuple[str, str]]:
    part = package.part_by_type(package.main_part, "comments")
    found = package.xml(part) if part else ()
    return {c.get(n.ID): (c.get(n.AUTHOR) or "", "\n".join("".join(p.itertext(n.T)) for p in c.iter(n.P))) for c in found}


def _notes(package: Package, writer: Writer) -> str:
    """Footnotes and endnotes in the order of their references, with the marks on them."""
    elements: dict[str, Element] = {}
    for kind in ("footnote", "endnote"):
        part = package.part_by_type(package.main_part, f"{kind}s")
        elements |= {f"{kind[0]}{e.get(n.ID)}": e for e in package.xml(part)} if part else {}
    out, number = [], 0
    while number < len(writer.notes):
        element = elements.get(writer.notes[number])
        number += 1
        if element is not None:
            out.append(f'<div id="note_{number}"><a href="#back_{number}">{number}</a>{"".join(writer.blocks(element))}</div>')
    return "".join(out)
