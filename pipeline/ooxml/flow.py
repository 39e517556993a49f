"""A stretch of text with marks as a flow of paragraphs: what is kept, deleted and inserted, by whom, in order.

The flow knows marks and paragraphs, not where they come from. When it is written out, rivals that would stand side by
side get the Secretariat's labels: no two insertions of different contributors are ever glued (design.md section 4).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from . import names as n
from .marks import SECRETARIAT, Marker
from .xmltext import ParagraphProperties

INSERTIONS = frozenset({"ins", "moveTo"})
SECRETARIAT_ONLY = (SECRETARIAT,)
SPACE_GONE = " </w:delText></w:r>"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of labels in the language of the document. names: contributor -> its name in it."""

    names: Mapping[str, str] = field(default_factory=dict)
    colon: str = ": "
    delete: str = "delete"

    def named(self, authors: Iterable[str]) -> str:
        return ", ".join(self.names.get(a, a) for a in authors)


@dataclass(slots=True)
class Piece:
    """Content under one mark, or none: kind is "", "ins", "del", "moveFrom", "moveTo".

    live: a run that every reader sees, so that what stands on its two sides is not glued.
    """

    kind: str
    authors: tuple[str, ...]
    xml: list[str]
    live: bool = False
    named: bool = False  # a label names its authors already
    move: str = ""


@dataclass(slots=True)
class Physical:
    """One w:p to write, or a finished block (a table)."""

    pieces: list[Piece] = field(default_factory=list)
    properties: ParagraphProperties = field(default_factory=lambda: ParagraphProperties({}))
    mark: tuple[str, tuple[str, ...]] | None = None  # kind and authors of the mark on the paragraph mark
    change: tuple[tuple[str, ...], ParagraphProperties] | None = None  # who changed the properties, and what they were
    block: str = ""
    rewriters: frozenset[str] = frozenset()  # who deletes the paragraph to have it as an alternative, which names them


@dataclass
class Flow:
    marker: Marker
    labels: bool = True
    all_labels: bool = False
    wording: Wording = field(default_factory=Wording)
    done: list[Physical] = field(default_factory=list)
    now: Physical = field(default_factory=Physical)

    def add(self, kind: str, authors: tuple[str, ...], xml: str, *, live: bool = False, named: bool = False, move: str = "") -> None:
        """Content under a mark; neighbours under the same mark become one."""
        pieces = self.now.pieces
        if kind and pieces:
            last = pieces[-1]
            if last.kind == kind and last.authors == authors and last.move == move:
                last.xml.append(xml)
                last.named |= named
                return
        pieces.append(Piece(kind, authors, [xml], live, named, move))

    def keep(self, xml: str) -> None:
        """Words of the draft that nobody changes."""
        self.now.pieces.append(Piece("", (), [xml], True))

    def label(self, text: str, bold: bool = True) -> None:
        """The Secretariat's own words."""
        if self.labels:
            self.add("ins", SECRETARIAT_ONLY, label_run(text, bold))

    def tag(self, words: str, bookmark: str) -> None:
        """The Secretariat's own words that lead to a bookmark: a field, since a mark holds runs and no w:hyperlink (17.13.5.18)."""
        if self.labels:
            self.add("ins", SECRETARIAT_ONLY, link_runs(words, bookmark))

    def end(
        self,
        properties: ParagraphProperties,
        mark: tuple[str, tuple[str, ...]] | None = None,
        change: tuple[tuple[str, ...], ParagraphProperties] | None = None,
    ) -> None:
        """A paragraph mark."""
        self.now.properties, self.now.mark, self.now.change = properties, mark, change
        self.done.append(self.now)
        self.now = Physical()

    def block(self, xml: str) -> None:
        """A finished block; words before it would be lost between paragraphs, so they must have ended."""
        self.done.append(Physical(block=xml))

    @property
    def empty(self) -> bool:
        return not self.now.pieces

    def xml(self) -> str:
        return "".join(p.block or self._paragraph(p) for p in self.done)

    def _paragraph(self, p: Physical) -> str:
        mark = self.marker.mark(p.mark[0], p.mark[1]) if p.mark else ""
        change = ""
        if p.change is not None:
            authors, old = p.change
            change = f"<w:pPrChange{self.marker.attributes(authors)}>{old.old()}</w:pPrChange>"
        return f"<w:p>{p.properties.xml(mark, change)}{''.join(self._pieces(p, _end_apart(p)))}</w:p>"

    def _pieces(self, p: Physical, apart: int) -> Iterable[str]:
        pieces = p.pieces
        contested, deleters = self._contested(p) if self.labels else (set(), {})
        before, behind = self._ranges(pieces)
        if not (contested or deleters or before):
            return [self._marked(piece, i == apart) if piece.kind else "".join(piece.xml) for i, piece in enumerate(pieces)]
        return self._labelled(pieces, apart, contested, deleters, before, behind)

    def _labelled(
        self, pieces: Sequence[Piece], apart: int, contested: set[int], deleters: Mapping[int, tuple[str, ...]],
        before: Mapping[int, str], behind: Mapping[int, str],
    ) -> Iterable[str]:  # fmt: skip
        label = ""  # an open label, such as "[Mexico: " whose bracket is not yet closed
        for i, piece in enumerate(pieces):
            yield before.get(i, "")
            if i in contested:
                names = self.wording.named(piece.authors)
                yield self._secretariat(f"{label}{' ' if label else ''}[{names}{self.wording.colon}")
                label = "]"
                yield self._marked(piece, i == apart) + behind.get(i, "")
                continue
            if (label and piece.kind) or (label and piece.live):
                yield self._secretariat(label)
                label = ""
            yield self._marked(piece, i == apart) + behind.get(i, "")
            if i in deleters:
                space = " " if piece.xml[-1].endswith(SPACE_GONE) else ""
                yield self._secretariat(f"[{self.wording.named(deleters[i])}{self.wording.colon}{self.wording.delete}]{space}", apart=True)
        if label:
            yield self._secretariat(label, apart=True)

    def _ranges(self, pieces: Sequence[Piece]) -> tuple[dict[int, str], dict[int, str]]:
        """The ends of moves before and behind pieces: a move has one range, around the controls and links that cut it."""
        before: dict[int, str] = {}
        behind: dict[int, str] = {}
        moved: dict[tuple[str, str], list[int]] = {}
        for i in [i for i, piece in enumerate(pieces) if piece.move]:
            moved.setdefault((pieces[i].kind, pieces[i].move), []).append(i)
        for (kind, name), held in moved.items():
            first, last = held[0], held[-1]
            while first and _between(pieces[first - 1]):
                first -= 1
            while last + 1 < len(pieces) and _between(pieces[last + 1]):
                last += 1
            before[first], behind[last] = self.marker.range(kind, name, pieces[held[0]].authors)
        return before, behind

    def _contested(self, p: Physical) -> tuple[set[int], dict[int, tuple[str, ...]]]:
        """The insertions that need a label, and behind which deletions stands who deletes alone.

        Rivals are marks by different contributors with nothing between them that everybody sees.
        """
        out: set[int] = set()
        deleters: dict[int, tuple[str, ...]] = {}
        group: list[int] = []
        for i, piece in enumerate([*p.pieces, Piece("", (), [], live=True)]):
            if piece.live and not piece.kind:
                self._settle(p, group, out, deleters)
                group = []
            elif (piece.kind in INSERTIONS or piece.kind == "del") and piece.authors != SECRETARIAT_ONLY:
                group.append(i)
        return out, deleters

    def _settle(self, p: Physical, group: Sequence[int], out: set[int], deleters: dict[int, tuple[str, ...]]) -> None:
        """One group of marks. Who replaces words is named at the new ones; who only deletes, behind each stretch that they delete."""
        insertions = [k for k in group if p.pieces[k].kind in INSERTIONS]
        named = {a for k in insertions for a in p.pieces[k].authors} | p.rewriters
        alone = {k: tuple(a for a in p.pieces[k].authors if a not in named) for k in group if p.pieces[k].kind == "del"}
        speakers = {p.pieces[k].authors for k in insertions} | {who for who in alone.values() if who}
        if len(speakers) + bool(p.rewriters) < 2 and not self.all_labels:
            return
        out.update(k for k in insertions if not p.pieces[k].named)
        behind = dict(zip(alone, [*alone.values(), ()][1:], strict=True))
        deleters.update({k: who for k, who in alone.items() if who and who != behind[k]})

    def _secretariat(self, text: str, apart: bool = False) -> str:
        return self.marker.mark("ins", SECRETARIAT_ONLY, label_run(text, False), apart)

    def _marked(self, piece: Piece, apart: bool) -> str:
        content = "".join(piece.xml)
        if not piece.kind:
            return content
        return self.marker.mark(piece.kind, piece.authors, content, apart)


def _end_apart(p: Physical) -> int:
    """Where the insertion stands that ends a paragraph without its paragraph mark (see Marker.mark); -1 for none."""
    for i in range(len(p.pieces) - 1, -1, -1):
        piece = p.pieces[i]
        if not _between(piece):
            return i if piece.kind in INSERTIONS and p.mark != (piece.kind, piece.authors) else -1
    return -1


def _between(piece: Piece) -> bool:
    """Whether the piece only opens or closes something around words."""
    return not piece.kind and not piece.live


def label_run(text: str, bold: bool) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{n.escape(text)}</w:t></w:r>'


def link_runs(words: str, bookmark: str) -> str:
    """A field that leads to a bookmark of the same document (17.16.5.25)."""
    code = f'<w:r><w:instrText xml:space="preserve"> HYPERLINK \\l "{bookmark}" </w:instrText></w:r>'
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}{code}{separate}{label_run(words, True)}{end}{label_run(' ', False)}"
