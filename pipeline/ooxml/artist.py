"""Draws the union of all proposals into the draft's parts as revision marks.

A paragraph that nobody touches is copied. A touched one is written anew from its items: runs keep their formatting and are
cut where the set of contributors changes; each inserted content stands at its gap. Paragraph marks are tokens like any
other: an inserted one ends a paragraph of its own, a deleted one carries its mark in w:pPr/w:rPr.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..model import Deletion, Insertion, Span, Union
from . import names as n
from .canvas import SIGNED, Canvas, PartCanvas, Ready, Slot, cut, drawn
from .flow import Flow, Wording
from .inserted import Inserted
from .items import Item
from .marks import Marker
from .names import Element
from .numbering import Number, Numbering
from .stories import Line
from .xmltext import ParagraphProperties, XmlText, paragraph_properties

if TYPE_CHECKING:
    from .redrawn import Redrawn

DROPPED = frozenset({n.w("proofErr"), n.w("lastRenderedPageBreak")})
NO_NUMBER = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
DELETED_FIELD = ((re.compile(r"<(/?)w:instrText"), r"<\1w:delInstrText"), (re.compile(r"<(/?)w:t(?=[ >/])"), r"<\1w:delText"))


@dataclass(slots=True)
class Anchors:
    """What else stands at gaps: comments and bookmarks. Offsets of stories. tags: (words, bookmark to which they lead)."""

    starts: dict[tuple[str, int], list[int]] = field(default_factory=lambda: defaultdict(list))
    ends: dict[tuple[str, int], list[int]] = field(default_factory=lambda: defaultdict(list))
    bookmarks: dict[tuple[str, int], list[str]] = field(default_factory=lambda: defaultdict(list))
    block_bookmarks: dict[tuple[str, int], list[str]] = field(default_factory=lambda: defaultdict(list))
    tags: dict[tuple[str, int], list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    block_tags: dict[tuple[str, int], list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    provisions: dict[tuple[str, int], str] = field(default_factory=dict)  # story and start of a paragraph -> its bookmark

    def gaps(self) -> set[tuple[str, int]]:
        return {*self.starts, *self.ends, *self.bookmarks, *self.tags}


@dataclass(slots=True)
class DrawnStory:
    """The union of one story, ready for look-ups by offset."""

    deletions: Sequence[Deletion]
    ends: list[int]
    insertions: dict[int, list[Insertion]]
    labels: dict[int, str]
    gaps: list[int]
    at_gaps: frozenset[int]  # the same

    def leaves(self, start: int, end: int) -> bool:
        """Whether nothing changes between the two, what stands at the ends aside."""
        i, k = bisect_right(self.gaps, start), bisect_right(self.ends, start)
        return (i == len(self.gaps) or self.gaps[i] >= end) and (k == len(self.ends) or self.deletions[k].start >= end)

    def covering(self, at: int) -> Deletion | None:
        i = bisect_right(self.ends, at)
        d = self.deletions[i] if i < len(self.deletions) else None
        return d if d is not None and d.start <= at else None


@dataclass
class Artist:
    """Draws for one output. number_of: the automatic numbers of the draft's paragraphs; keep_numbers: let new paragraphs
    of lists be numbered by Word, as in the file of one contributor."""

    canvas: Canvas
    numbering: Numbering
    number_of: dict[Element, Number | None]
    marker: Marker
    inserted: Inserted
    anchors: Anchors = field(default_factory=Anchors)
    labels: bool = True
    all_labels: bool = False
    keep_numbers: bool = False
    wording: Wording = field(default_factory=Wording)
    next_bookmark: int = 500_000
    redrawn: Redrawn | None = None  # paragraphs as they were drawn before
    place: str = ""  # before the number of a bookmark that is a place for one
    places: Mapping[int, str] = field(default_factory=dict)  # of comments, by their numbers
    _stories: dict[str, DrawnStory] = field(default_factory=dict)
    _touched: set[tuple[str, int]] = field(default_factory=set)

    def use(self, unions: dict[str, Union]) -> None:
        """Take the proposals to draw."""
        gaps = self.anchors.gaps()
        by_story: dict[str, set[int]] = defaultdict(set)
        for story, at in gaps:
            by_story[story].add(at)
        for story in {*unions, *by_story}:
            self._stories[story] = self._prepared(story, unions.get(story, Union()), by_story[story])
        self.inserted.draft_runs = self._draft_runs

    def _prepared(self, story: str, union: Union, gaps: set[int]) -> DrawnStory:
        insertions: dict[int, list[Insertion]] = defaultdict(list)
        for i in union.insertions:
            insertions[i.at].append(i)
        labels = dict(union.labels)
        gaps = gaps | insertions.keys() | labels.keys()
        starts = self.canvas.starts(story)
        for at in gaps:
            self._touched.add((story, max(0, bisect_right(starts, at) - 1)))
        for d in union.deletions:
            first, last = bisect_right(starts, d.start) - 1, bisect_left(starts, d.end)
            self._touched.update((story, k) for k in range(max(0, first), last))
        return DrawnStory(union.deletions, [d.end for d in union.deletions], insertions, labels, sorted(gaps), frozenset(gaps))

    def part(self, part: PartCanvas) -> str:
        """One part of the draft with all marks in it."""
        return part.draw(self.slot) if self.anchors.provisions else part.redraw(self.slot, self._touched, self._stories)

    def slot(self, slot: Slot) -> str | None:
        if slot.kind == "p":
            if (slot.story, slot.index) not in self._touched:
                return self._untouched(slot)
            return self._paragraph(slot)
        if slot.kind in ("t", "end"):
            return self._between(slot)
        if slot.kind == "trpr":
            return self._row_properties(slot)
        return self._new_rows(slot)

    # paragraphs

    def _paragraph(self, slot: Slot) -> str:
        line = self.canvas.lines[slot.story][slot.index]
        work = ParagraphWork(self, self._stories[slot.story], slot.story, line)
        if self.redrawn is not None:
            return self.redrawn.paragraph(slot, work.story, line, lambda: self._whole(work))
        return self._whole(work)

    def _whole(self, work: ParagraphWork) -> str:
        xml = work.xml()
        return drawn(cut(xml), self.slot) if SIGNED in xml else xml

    def ready(self, story: str, line: Line) -> Ready:
        """The paragraph taken apart, by whichever output asks first."""
        found = self.canvas.ready.get((story, line.start))
        if found is None:
            items, xml = self.canvas.tree.reader.items(line), self.inserted.xml_of(line.elements[0])
            runs = (n.child(i.run, n.RPR) for i in items)
            looks = [xml.cached(look) if look is not None else "" for look in runs]
            whole = [_run(look, n.escape(i.text)) if i.kind == "text" else "" for i, look in zip(items, looks, strict=True)]
            fields = any(i.node.tag == n.FLD_CHAR for i in items)
            found = Ready(items, looks, whole, fields, xml, self.properties(line.elements[0]))
            self.canvas.ready[story, line.start] = found
        return found

    def _untouched(self, slot: Slot) -> str | None:
        """The paragraph as it is, behind the bookmark of its provision."""
        if not self.anchors.provisions:
            return None
        name = self.anchors.provisions.get((slot.story, self.canvas.lines[slot.story][slot.index].start))
        return self.bookmark(name) + drawn(slot.content, self.slot) if name else None

    def _between(self, slot: Slot) -> str:
        """New paragraphs and tables before a table, or behind the last block of a story."""
        known = self._stories.get(slot.story)
        insertions = known.insertions.get(slot.index, []) if known else []
        if not insertions:
            return ""
        line = self.canvas.line_at(slot.story, max(slot.index - 1, 0))
        flow = self.flow()
        for i in insertions:
            self.block(flow, i, slot.story, line if line.table is None else None)
        return flow.xml()

    def flow(self) -> Flow:
        return Flow(self.marker, self.labels, self.all_labels, self.wording)

    def block(self, flow: Flow, i: Insertion, story: str, beside: Line | None) -> None:
        """Whole new paragraphs or tables; ``beside`` is the draft's paragraph whose look they may take."""
        self.say(flow, i, story)
        for name in self.anchors.block_bookmarks.pop((story, id(i)), []):
            flow.add("", (), self.bookmark(name))
        for words, target in self.anchors.block_tags.pop((story, id(i)), []):
            flow.tag(words, target)
        element = beside.elements[0] if beside is not None else None
        self.inserted.write(flow, i.spans, i.authors, element, self.canvas.nodes[story].part, self.end_of_new(i, element), i.move)

    def say(self, flow: Flow, i: Insertion, story: str) -> None:
        """The label of a new paragraph: its number with bis, its number as an alternative, or who asks for it."""
        names = self.wording.named(i.authors)
        rivals = len(self._stories[story].insertions[i.at]) > 1
        if i.label:
            flow.label(f"[{i.label} ({names})] ")
        elif (rivals or self.all_labels) and i.spans[-1].kind == "paragraph":
            flow.label(f"[{names}] ")

    def end_of_new(self, i: Insertion, beside: Element) -> Callable[[Flow, Span], None]:
        """How the paragraph marks of a new paragraph end it."""
        kind = "moveTo" if i.move else "ins"

        def end(flow: Flow, mark: Span) -> None:
            flow.end(self.new_properties(mark, beside), (kind, i.authors))

        return end

    def new_properties(self, mark: Span, beside: Element) -> ParagraphProperties:
        """The look of a new paragraph: that of its neighbour where the style is the same, else its style alone."""
        if mark.format[:1] == ("draft",) or self.inserted.same_style(mark, beside):
            return self.unnumbered(beside, self.properties(beside).without("sectPr"))
        style = self.inserted.style_id(mark.text)
        return ParagraphProperties({"pStyle": f'<w:pStyle w:val="{n.attribute(style)}"/>'} if style else {})

    def properties(self, paragraph: Element) -> ParagraphProperties:
        known = self.canvas.properties
        if paragraph not in known:
            known[paragraph] = paragraph_properties(paragraph, self.inserted.xml_of(paragraph))
        return known[paragraph]

    def unnumbered(self, paragraph: Element, properties: ParagraphProperties) -> ParagraphProperties:
        """The same place on the page without a number, so that the draft's numbers do not move."""
        if self.keep_numbers or paragraph is None or self.number_of.get(paragraph) is None:
            return properties
        left, hanging = self.numbering.indent_of(paragraph)
        indent = f'<w:ind w:left="{max(left or 0, 0)}"' + (f' w:hanging="{hanging}"' if hanging and hanging > 0 else "") + "/>"
        return properties.with_(numPr=NO_NUMBER, ind=indent)

    def bookmark(self, name: str) -> str:
        self.next_bookmark += 1
        ident = f"{self.place}{self.next_bookmark}"
        return f'<w:bookmarkStart w:id="{ident}" w:name="{name}"/><w:bookmarkEnd w:id="{ident}"/>'

    def _draft_runs(self, story: str, start: int, end: int) -> Iterator[tuple[str, Element]]:
        """The words of a stretch of the draft with the properties of their runs."""
        line = self.canvas.line_at(story, start)
        at = line.start
        for item in self.canvas.tree.reader.items(line):
            stop = at + len(item.text)
            if item.text and stop > start and at < end:
                yield item.text[max(start - at, 0) : end - at], n.child(item.run, n.RPR)
            at = stop

    def comment(self, number: int) -> str:
        return self.places.get(number, str(number))

    # rows

    def _row_properties(self, slot: Slot) -> str | None:
        known = self._stories.get(slot.story)
        gone = known.covering(slot.index) if known else None
        if gone is None:
            return None
        inner = "".join(p for p in slot.content if isinstance(p, str))
        kept = re.sub(r"^<w:trPr[^>]*?/?>|</w:trPr>$", "", inner)
        return f"<w:trPr>{kept}{self.marker.mark('del', gone.authors)}</w:trPr>"

    def _new_rows(self, slot: Slot) -> str:
        known = self._stories.get(slot.story)
        out = []
        for i in known.insertions.get(slot.index, []) if known else []:
            names = self.anchors.block_bookmarks.pop((slot.story, id(i)), [])
            first = "".join(self.bookmark(x) for x in names)
            part = self.canvas.tree.body.part
            out += [self.inserted.row(s, i.authors, part, first if k == 0 else "") for k, s in enumerate(i.spans)]
        return "".join(out)


@dataclass
class ParagraphWork:
    """One paragraph of the draft while it is written anew."""

    artist: Artist
    story: DrawnStory
    name: str
    line: Line
    flow: Flow = field(init=False)
    open: list[Element] = field(default_factory=list)
    begun: bool = False
    splits: tuple[tuple[str, ...], ...] = ()
    look: Element = None  # the run before, whose look words take that are inserted after it
    ready: Ready = field(init=False)

    def __post_init__(self) -> None:
        self.flow = self.artist.flow()

    @property
    def element(self) -> Element:
        return self.line.elements[0]

    def xml(self) -> str:
        if self.element.tag != n.P:
            return self.artist.inserted.xml_of(self.element).of(self.element)
        ready = self.ready = self.artist.ready(self.name, self.line)
        items = ready.items
        self.look = next((i.run for i in items if i.kind == "text"), None)
        deleted_codes = self._deleted_codes(items) if ready.fields else {}
        at = self.line.start
        waiting = True  # whether the gap at this offset is still to be drawn
        for k, item in enumerate(items):
            if waiting and item.kind != "close" and not (item.kind == "static" and _field_end(item)):
                self._gap(at)
                waiting = False
            if item.kind == "text":
                self._words(item, k, at)
            else:
                self._item(item, ready.looks[k], at, deleted_codes.get(k))
            if item.text:
                at += len(item.text)
                waiting = True
        if waiting:
            self._gap(at)
        self._end(at)
        return self.flow.xml()

    def _item(self, item: Item, look: str, at: int, codes: Deletion | None) -> None:
        if item.kind == "open":
            self.flow.add("", (), self._x.opening(item.node))
            self.open.append(item.node)
        elif item.kind == "close":
            self.open.pop()
            self.flow.add("", (), self._x.closing(item.node))
        elif item.kind == "held":
            self.flow.add("", (), self._x.of(item.node))
        elif item.kind == "static":
            self._static(item, look, codes)
        else:
            self._atom(item, look, self.story.covering(at))

    @property
    def _x(self) -> XmlText:
        return self.ready.xml

    def _look_of(self, item: Item) -> str:
        properties = n.child(item.run, n.RPR)
        return self._x.cached(properties) if properties is not None else ""

    def _static(self, item: Item, look: str, codes: Deletion | None) -> None:
        if item.node.tag in DROPPED or (item.node.tag == n.T and not item.node.text):
            return
        node = self._x.of(item.node)
        if item.run is None:
            self.flow.add("", (), node)
            return
        run = f"<w:r>{look}{node}</w:r>"
        if codes is not None and not codes.move:
            self.flow.add("del", codes.authors, _deleted(run))
        else:
            self.flow.add("", (), run)

    def _words(self, item: Item, number: int, at: int) -> None:
        """The words of one run, cut at gaps and where the deleting contributors change."""
        self.begun = True
        self.look = item.run
        story, low, end, look = self.story, at, at + len(item.text), self.ready.looks[number]
        if story.leaves(at, end):
            self.flow.keep(self.ready.runs[number])
            return
        while low < end:
            if low > at:
                self._gap(low)
            k = bisect_right(story.ends, low)
            following = story.deletions[k] if k < len(story.deletions) else None
            gone = following if following is not None and following.start <= low else None
            high = end if following is None else min(end, following.start if gone is None else following.end)
            gap = bisect_right(story.gaps, low)
            if gap < len(story.gaps) and story.gaps[gap] < high:
                high = story.gaps[gap]
            self._run(look, n.escape(item.text[low - at : high - at]), gone)
            low = high

    def _run(self, look: str, words: str, gone: Deletion | None) -> None:
        if gone is None:
            self.flow.keep(_run(look, words))
        elif gone.move:
            self.flow.add("moveFrom", gone.authors, _run(look, words), move=gone.move)
        else:
            self.flow.add("del", gone.authors, f'<w:r>{look}<w:delText xml:space="preserve">{words}</w:delText></w:r>')

    def _atom(self, item: Item, look: str, gone: Deletion | None) -> None:
        self.begun = True
        xml = self._field(item, gone is not None) if item.key[:1] == ("field",) else self._x.of(item.node)
        if item.run is not None:
            xml = f"<w:r>{look}{xml}</w:r>"
        if gone is None:
            self.flow.add("", (), xml, live=True)
        elif gone.move:
            self.flow.add("moveFrom", gone.authors, xml, move=gone.move)
        else:
            self.flow.add("del", gone.authors, xml)

    def _field(self, item: Item, gone: bool) -> str:
        """A field that is one atom; a deleted w:fldSimple, which no mark may hold, as the runs that it stands for."""
        if not item.parts:
            return self.artist.inserted.runs_of_simple_field(item.node, gone) if gone else self._x.of(item.node)
        runs = "".join(
            f"<w:r>{self._look_of(p)}{self._x.of(p.node)}</w:r>" if p.run is not None else self._x.of(p.node)
            for p in item.parts
            if p.node.tag not in DROPPED and p.kind != "held"
        )
        return _deleted(runs) if gone else runs

    def _deleted_codes(self, items: list[Item]) -> dict[int, Deletion]:
        """The field codes whose whole field one deletion covers: they go with it."""
        out: dict[int, Deletion] = {}
        begun: list[tuple[int, int]] = []
        at = self.line.start
        for k, item in enumerate(items):
            kind = item.node.get(n.w("fldCharType")) if item.node.tag == n.FLD_CHAR and item.kind == "static" else None
            if kind == "begin":
                begun.append((k, at))
            elif kind == "end" and begun:
                first, start = begun.pop()
                gone = self.story.covering(start) if at > start else None
                if gone is not None and gone.end >= at:
                    out.update(dict.fromkeys(range(first, k + 1), gone))
            at += len(item.text)
        return out

    # gaps

    def _gap(self, at: int) -> None:
        anchors, key = self.artist.anchors, (self.name, at)
        if at not in self.story.at_gaps and (at != self.line.start or not anchors.provisions):
            return
        for number in anchors.starts.get(key, ()):
            self.flow.add("", (), f'<w:commentRangeStart w:id="{self.artist.comment(number)}"/>')
        waiting = self.story.insertions.get(at, [])
        blocks = [i for i in waiting if i.block] if at == self.line.start else []
        for i in blocks:
            self.artist.block(self.flow, i, self.name, self._neighbour(i))
        for name in anchors.bookmarks.get(key, ()):
            self.flow.add("", (), self.artist.bookmark(name))
        if at == self.line.start and (provision := anchors.provisions.get(key)):
            self.flow.add("", (), self.artist.bookmark(provision))
        for words, target in anchors.tags.get(key, ()):
            self.flow.tag(words, target)
        if label := self.story.labels.get(at):
            self.flow.label(f"[{label}] ")
            self.flow.now.rewriters = self._rewriters()
        for i in waiting:
            if i not in blocks:
                self._insert(i)
        for number in anchors.ends.get(key, ()):
            ident = self.artist.comment(number)
            reference = f'<w:r><w:commentReference w:id="{ident}"/></w:r>'
            self.flow.add("", (), f'<w:commentRangeEnd w:id="{ident}"/>{reference}')

    def _rewriters(self) -> frozenset[str]:
        """Who has an alternative of this paragraph, behind its end."""
        behind = self.story.insertions.get(self.line.start + len(self.line.stream), [])
        return frozenset(a for i in behind if i.label for a in i.authors)

    def _neighbour(self, i: Insertion) -> Line | None:
        """The paragraph before the gap, whose look a new paragraph takes; for an alternative the draft's own."""
        if self.line.start == 0:
            return self.line
        before = self.artist.canvas.line_at(self.name, self.line.start - 1)
        if before.table is not None:
            return self.line
        last = i.spans[-1]
        inserted = self.artist.inserted
        if last.kind == "paragraph" and last.format[:1] != ("draft",) and not inserted.same_style(last, before.elements[0]):
            return self.line
        return before

    def _insert(self, i: Insertion) -> None:
        self.begun = True
        tail = i.spans[0].kind == "paragraph" and bool(i.label)
        for name in self.artist.anchors.block_bookmarks.pop((self.name, id(i)), []):
            self.flow.add("", (), self.artist.bookmark(name))

        def end(flow: Flow, mark: Span) -> None:
            self._split(i, mark)
            if tail and len(self.splits) == 1:
                flow.label(f"[{i.label} ({self.artist.wording.named(i.authors)})] ")

        self.artist.inserted.write(
            self.flow, i.spans, i.authors, self.element, self.artist.canvas.nodes[self.name].part, end, i.move,
            look=n.child(self.look, n.RPR), named=tail,
        )

    def _split(self, i: Insertion, mark: Span) -> None:
        """An inserted paragraph mark inside the paragraph: the first half keeps the number (design.md section 4)."""
        for node in reversed(self.open):
            self.flow.add("", (), self._x.closing(node))
        properties = self.ready.properties.without("sectPr")
        if self.splits:
            properties = self.artist.unnumbered(self.element, properties)
        self.flow.end(properties, ("ins", i.authors))
        self.splits = (*self.splits, i.authors)
        for node in self.open:
            self.flow.add("", (), re.sub(r"<w:id w:val=\"[^\"]*\"/>", "", self._x.opening(node)))

    def _end(self, at: int) -> None:
        gone = self.story.covering(at)
        own = self.ready.properties
        mark = (("moveFrom" if gone.move else "del"), gone.authors) if gone is not None else None
        shown = self.artist.unnumbered(self.element, own) if self.splits else own
        change = (self.splits[0], own) if shown is not own else None
        self.flow.end(shown, mark, change)


def _run(look: str, words: str) -> str:
    return f'<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>'


def _field_end(item: Item) -> bool:
    return item.kind == "static" and item.node.tag == n.FLD_CHAR and item.node.get(n.w("fldCharType")) == "end"


def _deleted(runs: str) -> str:
    for pattern, new in DELETED_FIELD:
        runs = pattern.sub(new, runs)
    return runs
