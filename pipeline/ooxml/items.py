"""The inside of a paragraph as a flat list of items, for one view of its marks.

A view either accepts or rejects the marks of the document. Word's own order of things is kept: words, atoms, and between
them zero-width items (bookmarks, field codes, borders of containers) that the draft keeps and that nobody compares.
Observed: python-docx skips inserted and moved text, text boxes stand twice, fields may be cut by marks and by paragraphs;
walking each view on its own keeps fields whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from . import names as n
from .names import Element

ItemKind = Literal["text", "char", "atom", "static", "open", "close", "held"]
AtomKey = tuple[str, ...]


@dataclass(slots=True)
class Item:
    """One item. ``text`` is what it adds to the stream of characters ("" for static, open, close and held items).

    node: the w:t, the atom's element or the container; parts: the items of a field that is one atom.
    run: the w:r that holds it, None outside runs. marks: the marks (elements) of the document in which it stands.
    """

    kind: ItemKind
    text: str
    node: Element
    run: Element = None
    parts: tuple[Item, ...] = ()
    marks: tuple[Element, ...] = ()
    key: AtomKey = ()
    depth: int = 0  # paragraph containers around it


@dataclass(slots=True)
class Frame:
    """An open complex field: its instruction so far, whether its result has begun, where it began."""

    paragraph: int
    index: int
    instruction: str = ""
    result: bool = False

    @property
    def volatile(self) -> bool:
        words = self.instruction.split(None, 1)
        return bool(words) and words[0].upper() in n.VOLATILE


CONTAINERS = frozenset(n.w(x) for x in ("hyperlink", "smartTag", "customXml", "dir", "bdo", "fldSimple"))
CHARACTERS = {n.w("tab"): "\t", n.w("ptab"): "\t", n.w("noBreakHyphen"): "‑", n.w("softHyphen"): "\xad"}
BREAKS = frozenset({n.w("br"), n.w("cr")})
NOTE_REFERENCES = {n.FOOTNOTE_REF: "footnote", n.ENDNOTE_REF: "endnote"}
PICTURES = frozenset({n.DRAWING, n.PICT, n.OBJECT})
DEL_TEXT, VANISH = n.w("delText"), n.w("vanish")


def volatile_instruction(text: str) -> bool:
    words = text.split(None, 1)
    return bool(words) and words[0].upper() in n.VOLATILE


def hidden(run: Element) -> bool:
    """Whether the run's own properties hide it (clause 17.3.2.41)."""
    vanish = n.child(n.child(run, n.RPR), VANISH)
    return vanish is not None and not n.is_off(vanish.get(n.VAL))


@dataclass
class Walker:
    """Walks the paragraphs of one story in order; fields that span paragraphs are followed.

    accept: the view. atom: gives the character of an atom from its key and element. settled: marks that count as accepted
    in both views (they stood in the draft already). hiding: whether runs may be hidden.
    """

    accept: bool
    atom: Callable[[AtomKey, Element], str]
    settled: Callable[[Element], bool] = lambda mark: False
    hiding: bool = True
    frames: list[Frame] = field(default_factory=list)
    paragraph: int = 0
    items: list[Item] = field(default_factory=list)
    _marks: tuple[Element, ...] = ()
    _depth: int = 0

    @property
    def refreshed(self) -> bool:
        """Inside the result of a field that Word refreshes by itself."""
        return bool(self.frames) and any(f.result and f.volatile for f in self.frames)

    def keeps(self, mark: Element) -> bool:
        inserting = mark.tag in n.INSERTING
        return inserting == (self.accept or self.settled(mark))

    def walk(self, paragraph: Element) -> list[Item]:
        """The items of one paragraph in this view; its mark is not among them."""
        self.items = []
        self.paragraph += 1
        self._marks = ()
        self._depth = 0
        if paragraph.tag == n.P:
            self._children(paragraph)
        else:
            self._math(paragraph)
        return self.items

    def _children(self, parent: Element) -> None:
        for node in parent:
            self._inline(node)

    def _inline(self, node: Element) -> None:
        tag = node.tag
        if tag == n.R_:
            self._run(node)
        elif tag in n.MARKS:
            self._mark(node)
        elif tag in CONTAINERS or tag == n.SDT:
            self._container(node)
        elif tag in (n.OMATH, n.OMATH_PARA):
            self._math(node)
        elif tag == n.ALTERNATE:
            self._atom(("alternate", visible_text(node)), node, None)
        elif tag != n.PPR and isinstance(tag, str):
            self._add("static", "", node)

    def _mark(self, node: Element) -> None:
        if self.keeps(node):
            outer = self._marks
            self._marks = (*outer, node)
            self._children(node)
            self._marks = outer

    def _container(self, node: Element) -> None:
        if node.tag == n.FLD_SIMPLE and volatile_instruction(node.get(n.w("instr")) or ""):
            if self.refreshed:
                self._add("static", "", node)
            else:
                self._atom(field_key(node.get(n.w("instr")) or ""), node, None)
            return
        self._add("open", "", node)
        self._depth += 1
        inner = node.find(n.SDT_CONTENT) if node.tag == n.SDT else node
        if inner is not None:
            self._children(inner)
        self._depth -= 1
        self._add("close", "", node)

    def _math(self, node: Element) -> None:
        """A formula; marks may stand inside it, around a single sign."""
        kept = (t.text or "" for t in node.iter(n.T, n.M_T) if all(self.keeps(a) for a in t.iterancestors(*n.MARKS)))
        self._atom(("math", "".join(kept)), node, None)

    def _run(self, run: Element) -> None:
        if self.hiding and hidden(run):
            self._add("held", "", run)
            return
        for node in run:
            tag = node.tag
            if tag == n.T or tag == DEL_TEXT:
                self._text(n.text_of(node), node, run)
            elif tag == n.RPR:
                continue
            elif tag == n.FLD_CHAR:
                self._field_character(node, run)
            elif tag in (n.INSTR, n.DEL_INSTR):
                if self.frames:
                    self.frames[-1].instruction += node.text or ""
                self._add("static", "", node, run)
            else:
                self._special(tag, node, run)

    def _special(self, tag: str, node: Element, run: Element) -> None:
        if tag in CHARACTERS:
            self._add("static" if self.refreshed else "char", "" if self.refreshed else CHARACTERS[tag], node, run)
        elif tag in BREAKS:
            self._atom(("break", node.get(n.w("type")) or "line"), node, run)
        elif tag == n.w("sym"):
            self._atom(("symbol", node.get(n.w("font")) or "", node.get(n.w("char")) or ""), node, run)
        elif tag in NOTE_REFERENCES:
            self._atom((NOTE_REFERENCES[tag], node.get(n.ID) or ""), node, run)
        elif (tag in PICTURES and (tag != n.PICT or _draws(node))) or (
            tag == n.ALTERNATE and any(node.find(f"{n.CHOICE}//{x}") is not None for x in PICTURES)
        ):
            self._atom(("picture",), node, run)
        elif visible_text(node):
            self._atom(("other", tag, visible_text(node)), node, run)
        else:
            self._add("static", "", node, run)

    def _text(self, text: str, node: Element, run: Element) -> None:
        if self.refreshed:
            self._add("static", "", node, run)
        elif text:
            self._add("text", text, node, run)
        else:
            self._add("static", "", node, run)

    def _atom(self, key: AtomKey, node: Element, run: Element) -> None:
        if self.refreshed:
            self._add("static", "", node, run)
            return
        character = self.atom(key, node)
        self.items.append(Item("atom", character, node, run, (), self._marks, key, self._depth))

    def _add(self, kind: ItemKind, text: str, node: Element, run: Element = None) -> None:
        self.items.append(Item(kind, text, node, run, (), self._marks, (), self._depth))

    def _field_character(self, node: Element, run: Element) -> None:
        kind = node.get(n.w("fldCharType"))
        if kind == "begin":
            self.frames.append(Frame(self.paragraph, len(self.items)))
        elif kind == "separate" and self.frames:
            self.frames[-1].result = True
        self._add("static", "", node, run)
        if kind == "end" and self.frames:
            self._close(self.frames.pop())

    def _close(self, frame: Frame) -> None:
        """A volatile field within one paragraph becomes one atom; other fields stay transparent."""
        if not frame.volatile or frame.paragraph != self.paragraph or self.refreshed:
            return
        whole = self.items[frame.index :]
        if any(i.kind in ("open", "close") for i in whole) or any(i.depth != whole[0].depth for i in whole):
            return
        key = field_key(frame.instruction)
        first = whole[0]
        atom = Item("atom", self.atom(key, first.node), first.node, None, tuple(whole), first.marks, key, first.depth)
        self.items[frame.index :] = [atom]


def field_key(instruction: str) -> AtomKey:
    """A volatile field is known by its keyword and its first argument; switches and results do not count."""
    words = instruction.split()
    return ("field", words[0].upper() if words else "", next((x for x in words[1:] if not x.startswith("\\")), ""))


def visible_text(node: Element) -> str:
    """All words inside, as far as they are text (maths included), of the first of two renderings."""
    return "".join(_words(node))


def _words(node: Element) -> Iterator[str]:
    for e in node.iter(n.T, n.M_T):
        if not any(a.tag == n.FALLBACK for a in e.iterancestors()):
            yield e.text or ""


def _draws(pict: Element) -> bool:
    """A w:pict that only defines a shape type draws nothing."""
    return any(not str(c.tag).endswith("}shapetype") for c in pict)


def item_text(items: list[Item]) -> str:
    return "".join(i.text for i in items)
