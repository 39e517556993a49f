"""A letter's blocks as segments: headings and opening lines go with what they open, new text with its instruction.

A place that a heading names holds until the next heading of the same rank or a coarser one; a place that an opening line
names ("On paragraph 4, Peru proposes the following:") holds for the list below it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..remarks import Block, Remark, RemarkKind
from .acts import Act, act_of, only_further, opens_new_text
from .courtesies import is_closing, is_form, may_be_letterhead, may_be_signature
from .points import Point, points_of
from .reference import REPORT_RANK, Reference, entered, reference_in, within
from .sentences import open_quotation
from .support import named_in, supported
from .values import Segment
from .words import Stretch, looks, looks_like_title, said, whole, words_of

REPORT = re.compile(r"\b(?:report|informe|rapport|relatório)\b|CAJP/GT/TM-16", re.I)
DRAFT = re.compile(
    r"\b(?:draft\s+(?:inter|program|text)|program(?:me)?\b|programa|programme|projet|projeto|proyecto|anteprojeto|key\s+issues)", re.I
)
PAGE = re.compile(r"\b(?:page|página|pág\.|p\.)\s*\d", re.I)
BEGINS = re.compile(r"\b(?:begin|start|comien|empie|commen|começ|inici)\w*\s+(?:with|con|por|par|com|pel)", re.I)
WRONG = re.compile(
    r"\b(?:does\s+not\s+(?:accurately\s+)?reflect|was\s+not\s+said|incorrect|inaccurate|erroneous|misquot|should\s+be\s+corrected|correction|no\s+refleja|incorrect|erróne|inexact"
    r"|correcc|ne\s+reflète\s+pas|erroné|não\s+reflete|equivocad|incorret|correç|rectifi|retific)\w*",
    re.I,
)
REASON = re.compile(
    r"\W*(?:rationale|justification|reason(?:s|ing)?|explanation|justificación|fundament(?:o|ación)|motivo|explicación|razón|motif|exposé\s+des\s+motifs|explication|justificativa"
    r"|justificação|razões|explicação|note|nota)\s*[:.–—-]",
    re.I,
)
OPENING_QUOTE = re.compile(r"[\"“«„‘]")
LIST_ACTS: tuple[Act, ...] = ("support", "reservation", "withdrawal", "proposal")


def segment(
    blocks: Sequence[Block], language: str = "", own_names: Sequence[str] = (), state_names: Mapping[str, str] | None = None
) -> tuple[Segment, ...]:
    """The letter as segments that tile its blocks.

    language: of the letter, "" where unknown; patterns of all four hold in any case, since letters quote each other.
    own_names: of the delegation, in any language. state_names: every name by which a state may be called, to its own.
    """
    letter = _Letter(tuple(blocks), tuple(own_names), frozenset(state_names or ()))
    return _without_empty_endings(letter.segments())


@dataclass
class _Letter:
    """A walk down the letter; the fields are what is open at this point of it."""

    blocks: tuple[Block, ...]
    own_names: tuple[str, ...]
    names: frozenset[str]
    at: int = 0
    headings: tuple[Reference, ...] = ()
    opening: Reference | None = None  # of the list that is open
    opening_act: Act | None = None
    of_report: bool = False
    begun: bool = False
    closed: bool = False
    waiting: int | None = None  # first of the headings that go with what follows
    out: list[Segment] = field(default_factory=list)

    def segments(self) -> tuple[Segment, ...]:
        while self.at < len(self.blocks):
            self.step()
        self.flush()
        return tuple(self.out)

    def step(self) -> None:
        block = self.blocks[self.at]
        text = words_of(block).strip()
        act = None if block.kind == "table" else self.act(text)
        if self.is_courtesy(block, text, act):
            self.courtesy(block, text)
        elif block.kind != "table" and self.is_heading(block, text, act):
            self.heading(text, title=looks_like_title(block))
        elif self.is_opening(block, text, act):
            self.open_list(text, act)
        else:
            self.point(block, text)

    def act(self, text: str) -> Act | None:
        found = [point.act for point in points_of(text, self.names)]
        return next((act for act in found if act), None)

    # courtesy

    def is_courtesy(self, block: Block, text: str, act: Act | None) -> bool:
        if block.kind == "table" or act is not None:
            return act is None and not text
        reference = reference_in(text)
        if is_form(text) and (reference is None or not _bears_comment(text, reference)):
            return True
        if self.closed and may_be_signature(text) and reference is None:
            return True
        return not self.begun and block.kind != "heading" and reference is None and may_be_letterhead(text, self.own_names)

    def courtesy(self, block: Block, text: str) -> None:
        """An introduction that names the report ("corrections to the report:") sets the context for what follows."""
        self.flush()
        if text.endswith(":"):
            self.of_report = _names_report(text)
        self.closed = is_closing(text) or (self.closed and bool(text))
        self.add(self.at, self.at + 1, Remark(block.place, "courtesy", text=text))
        self.at += 1

    # headings and opening lines

    def is_heading(self, block: Block, text: str, act: Act | None) -> bool:
        if act is not None:
            return False
        own = reference_in(text)
        if own is not None and (own.start == 0 or re.fullmatch(r"\W*\w{1,7}\W+(?:(?:the|el|la|le)\s+)?", text[: own.start])):
            rest = text[own.end :].strip(" .:–—-")
            if not rest or (text.endswith(":") and len(rest.split()) <= 3 and len(text.split()) <= 12):
                return True
        return looks_like_title(block)

    def heading(self, text: str, title: bool) -> None:
        own = reference_in(text)
        if own is not None and not self.headings and not self.of_report:
            self.flush()  # a title above the first heading that names a place is the letter's own
        self.opening = self.opening_act = None
        if title or REPORT.search(text):
            self.of_report = _names_report(text) or (self.of_report and own is not None and not DRAFT.search(text))
        if own is not None:
            self.headings = entered(self.headings, own)
        elif title:
            self.headings = ()
        self.begun, self.closed = self.begun or own is not None, False
        self.waiting = self.at if self.waiting is None else self.waiting
        self.at += 1

    def is_opening(self, block: Block, text: str, act: Act | None) -> bool:
        """Ends with a colon, and what follows is a list of points, not the new text of one instruction."""
        if not text.endswith(":") or self.at + 1 >= len(self.blocks) or block.kind == "table":
            return False
        following = self.blocks[self.at + 1]
        if following.kind == "table" or OPENING_QUOTE.match(following.text.strip()):
            return False
        acts = act_of(following.text, self.names) is not None
        if acts:
            return True
        return following.kind == "item" and not (act == "proposal" and opens_new_text(text) and _asks_for_new_text(text))

    def open_list(self, text: str, act: Act | None) -> None:
        self.opening, self.opening_act = reference_in(text), act
        self.of_report = _names_report(text) or (self.of_report and not DRAFT.search(text))
        self.begun = True
        self.waiting = self.at if self.waiting is None else self.waiting
        self.at += 1

    def flush(self) -> None:
        """Headings that nothing follows say nothing of their own."""
        if self.waiting is None:
            return
        for k in range(self.waiting, self.at):
            self.add(k, k + 1, Remark(self.blocks[k].place, "courtesy", text=words_of(self.blocks[k])))
        self.waiting = None

    # points

    def point(self, block: Block, text: str) -> None:
        start = self.at if self.waiting is None else self.waiting
        heads = [whole(b, marked=True) for b in self.blocks[start : self.at]]
        in_list = block.kind == "item" or (self.waiting is not None and self.at > 0)
        if not in_list:
            self.opening = self.opening_act = None
        points = points_of(words_of(block), self.names) if block.kind != "table" else [Point(0, len(words_of(block)), None, None)]
        tail, reasons, end = self.following(points[-1], self.at)
        remarks = [
            self.remark(block, p, heads if k == 0 else [], *((tail, reasons) if p is points[-1] else ([], [])))
            for k, p in enumerate(points)
        ]
        self.begun, self.closed, self.waiting = True, False, None
        self.add(start, end, remarks[0], tuple(remarks[1:]))
        self.at = end

    def following(self, point: Point, at: int) -> tuple[list[Stretch], list[Stretch], int]:
        """The new text, and the reasons, in the blocks below an instruction."""
        end = at + 1
        text = words_of(self.blocks[at])[point.start : point.end]
        if point.act == "proposal" and (close := open_quotation(text)):
            end = self.until_closed(end, close)
        elif point.act == "proposal" and opens_new_text(text) and end < len(self.blocks):
            end = self.new_text(end)
        tail = [whole(b, marked=True) for b in self.blocks[at + 1 : end]]
        first = end
        while point.act == "proposal" and end < len(self.blocks) and REASON.match(self.blocks[end].text):
            end += 1
        return tail, [whole(b, marked=True) for b in self.blocks[first:end]], end

    def until_closed(self, at: int, close: str) -> int:
        """Up to the block that closes the quotation; only what is open where none does."""
        for k in range(at, min(at + 60, len(self.blocks))):
            if close in words_of(self.blocks[k]) or (close == "”" and '"' in words_of(self.blocks[k])):
                return k + 1
        return at

    def new_text(self, at: int) -> int:
        """A quotation to its end; else one paragraph, and the list items below it that ask for nothing themselves."""
        first = self.blocks[at]
        if act_of(first.text, self.names) == "proposal" or first.kind == "heading":
            return at
        if OPENING_QUOTE.match(first.text.strip()):
            close = open_quotation(first.text)
            end = self.until_closed(at + 1, close) if close else at + 1
            while end < len(self.blocks) and OPENING_QUOTE.match(self.blocks[end].text.strip()):
                end += 1
            return end
        end = at + 1
        while end < len(self.blocks) and self.blocks[end].kind == "item" and self.act(self.blocks[end].text) is None and self.plain(end):
            end += 1
        return end

    def plain(self, at: int) -> bool:
        """No new point begins here."""
        reference = reference_in(self.blocks[at].text)
        return reference is None or reference.start > 12

    def remark(self, block: Block, point: Point, heads: list[Stretch], tail: list[Stretch], reasons: list[Stretch]) -> Remark:
        words = words_of(block)[point.start : point.end]
        context = self.headings if self.opening is None else entered(self.headings, self.opening)
        reference = within(context, point.reference)
        act = point.act or (self.opening_act if self.opening_act in LIST_ACTS and block.kind == "item" else None)
        kind = self.kind(act, reference, words)
        asked = [Stretch(block, *(point.asks or (point.start, point.end))), *tail] if act == "proposal" else []
        return Remark(
            block.place, kind, reference, said([*heads, Stretch(block, point.start, point.end), *tail, *reasons]), said(asked),
            number=block.list_mark if any(c.isalnum() for c in block.list_mark) and point.start == 0 else "",
            about=self.about(act, words, point), emphasis=looks(asked),
        )  # fmt: skip

    def kind(self, act: Act | None, reference: str, words: str) -> RemarkKind:
        of_report = self.of_report or bool(
            re.search(r"\b(?:rapporteur|relator|relatora|relatoría|relatoria|rapporteuse)\b", reference, re.I)
        )
        by_page = bool(PAGE.search(reference)) and bool(BEGINS.search(reference + words)) and not DRAFT.search(words)
        if act == "proposal":
            return "report correction" if of_report or by_page else "proposal"
        if act is not None:
            return act
        if of_report and WRONG.search(words):
            return "report correction"
        return "comment" if reference else "general comment"

    def about(self, act: Act | None, words: str, point: Point) -> tuple[str, ...]:
        if act != "support":
            return ()
        own = {name.casefold() for name in self.own_names}
        found = supported(words, self.names) or (named_in(words, self.names) if point.act is None else ())
        return tuple(name for name in found if name.casefold() not in own)

    def add(self, start: int, end: int, remark: Remark, further: tuple[Remark, ...] = ()) -> None:
        self.out.append(Segment(remark, start, end, further))


def _names_report(text: str) -> bool:
    reference = reference_in(text)
    return bool(REPORT.search(text)) and (not DRAFT.search(text) or (reference is not None and reference.rank == REPORT_RANK))


def _bears_comment(text: str, reference: Reference) -> bool:
    """A form of words that names a place says something of it, unless the place is the subject of the letter only."""
    return reference.rank > 1 and len(text.split()) > 12 and not text.endswith(":")


def _asks_for_new_text(text: str) -> bool:
    """One instruction that the list below completes, not a list of instructions."""
    return re.search(
        r"amendments|changes|proposals|suggestions|modifications|enmiendas|cambios|propuestas|sugerencias|modificaciones|amendements|propositions|changements"
        r"|emendas|alterações|propostas|sugestões|modificações",
        text, re.I,
    ) is None  # fmt: skip


def _without_empty_endings(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """ "No further comments" below proposals is courtesy: the delegation did comment."""
    said_more = any(r.kind in ("proposal", "comment", "report correction", "support", "reservation") for s in segments for r in s.remarks)
    if not said_more:
        return segments
    out = []
    for s in segments:
        if s.remark.kind == "no comments" and not s.further and not s.remark.reference and only_further(s.remark.text):
            s = Segment(Remark(s.remark.place, "courtesy", text=s.remark.text), s.start, s.end)
        out.append(s)
    return tuple(out)
