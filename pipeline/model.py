"""The values that the stages hand to each other. Frozen, in the words of the field; the standard library alone.

Offsets: a *story* is one stream of characters. A word is its characters, a paragraph mark is ``"\\n"``, and everything
else that stands in the text (note, image, field, break, table, row) is one *atom*, one character of plane 16. Offsets
count these characters from the start of the story; ``start`` is included, ``end`` is not.
"""

from __future__ import annotations

import copyreg
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, Literal

from .remarks import Remark

PARAGRAPH_MARK = "\n"
NOTHING_LEFT = "(deleted)"  # the text of an option that deletes the whole provision
FIRST_ATOM = 0x100000  # plane 16 of Unicode, private use: no text of a delegation holds it

Form = Literal["tracked", "clean", "table", "letter", "comments"]
Status = Literal[
    "merged", "rebased", "other-language", "comments-only", "unassigned", "superseded", "withdrawn", "withheld", "unreadable",
    "quarantined",
]  # fmt: skip
VERSIONS: tuple[Status, ...] = ("merged", "rebased")  # whose edits stand in the draft as marks
LIVE: tuple[Status, ...] = (*VERSIONS, "comments-only", "other-language")  # whose proposals and comments are shown
ProposalType = Literal[
    "amend", "delete", "insert", "move", "comment", "general comment", "support", "reservation", "withdrawal", "format",
]  # fmt: skip
Fate = Literal[
    "merged", "comment", "alternative", "support", "formatting", "inherited", "refreshed", "no effect", "courtesy",
    "superseded", "withdrawn", "unplaced", "held", "withheld", "quarantined",
]  # fmt: skip
ConflictKind = Literal[
    "rival replacement", "rival insertion", "overlapping deletion", "deletion against edit",
    "paragraph deleted against edited", "rewritten by several", "same cell", "row deleted against edited",
    "split or join against edit", "move against edit",
]  # fmt: skip
ProvisionKind = Literal["heading", "paragraph", "cell", "note", "header", "row"]
SpanKind = Literal["text", "draft", "paragraph", "atom", "field", "note", "table", "row", "cell"]
StoryKind = Literal["body", "cell", "rows", "note", "textbox", "header"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of inserted content.

    kind: "draft" is a stretch of the draft that stands again in an alternative; payload is its story and offsets.
    text: the words ("text", "draft"), the style name ("paragraph"), what makes two atoms the same (others).
    format: marks of emphasis that the words carry, such as ("b", "i", "superscript").
    payload: what the Word writer needs to draw an atom, opaque to everyone else.
    children: rows of a table, cells of a row, content of a cell or note.
    """

    kind: SpanKind
    text: str
    format: tuple[str, ...] = ()
    payload: str = ""
    children: tuple[Span, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two insertions equal: words and structure, not formatting (design.md section 3, law 2)."""
        text = "" if self.kind in ("paragraph", "row", "cell", "table") else self.text
        return (self.kind, text, tuple(words_key(self.children)))


def words_key(spans: tuple[Span, ...]) -> tuple[tuple[object, ...], ...]:
    """The key of a run of spans; neighbouring words count as one text, however they were cut into runs."""
    if len(spans) == 1 and spans[0].kind == "text":  # most often
        return (("text", spans[0].text, ()),)
    out: list[tuple[object, ...]] = []
    for span in spans:
        if span.kind in ("text", "draft"):
            before = str(out.pop()[1]) if out and out[-1][0] == "text" else ""
            out.append(("text", before + span.text, ()))
        else:
            out.append(span.key)
    return tuple(out)


def readable(spans: tuple[Span, ...]) -> str:
    """The spans as a person would read them: words, paragraph marks as line breaks, atoms named in brackets."""
    return "".join(_readable(s) for s in spans)


def _readable(span: Span) -> str:
    if span.kind in ("text", "draft"):
        return span.text
    if span.kind == "paragraph":
        return PARAGRAPH_MARK
    inner = readable(span.children).strip()
    if span.kind == "note":
        return f"[{span.text}: {inner}]"
    if span.kind in ("table", "row", "cell"):
        return inner + {"cell": " | ", "row": "\n", "table": "\n"}[span.kind]
    return f"[{span.text.split(':')[0]}]"


@dataclass(frozen=True, slots=True)
class Story:
    """One stream of the draft. ``parent`` and ``at`` say in which story, and at which offset, its atom stands."""

    id: str
    kind: StoryKind
    text: str
    parent: str = ""
    at: int = 0


@dataclass(frozen=True, slots=True)
class Provision:
    """One addressable unit of the draft: offsets [start, end) in its story, the paragraph mark at ``end``."""

    id: str
    label: str
    section: str
    kind: ProvisionKind
    story: str
    start: int
    end: int
    text: str
    number: str = ""  # automatic number as Word shows it, "3." or "(b)"


@dataclass(frozen=True, slots=True)
class Draft:
    file: str
    sha256: str
    stories: dict[str, Story]
    provisions: tuple[Provision, ...]  # in the order of the document
    atoms: dict[str, str] = field(default_factory=dict)  # atom character -> what a person reads for it


@dataclass(frozen=True, slots=True)
class Placement:
    """How, and how surely, something was tied to a provision (design.md section 2).

    by: marked, compared, form, cited, quoted, similar, by hand. confidence: 0 to 1. evidence: a sentence for the officer.
    candidates: (id of the provision, confidence), the best first, where it was not placed. key: names the remark in
    placements.xlsx, whatever its place in the file.
    """

    by: str
    confidence: float
    evidence: str = ""
    candidates: tuple[tuple[str, float], ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of [start, end) of a story of the draft: what stood there is deleted, ``inserted`` stands in its place.

    move: the same name on the deletion and on the insertion that make one move.
    marks: numbers of the submission's own marks that this edit comes from.
    flags: "unmarked" (changed beside the marks), "formatting", "derived" (from an instruction), "throughout".
    """

    story: str
    start: int
    end: int
    inserted: tuple[Span, ...] = ()
    source: str = ""
    move: str = ""
    flags: tuple[str, ...] = ()
    placement: Placement | None = None


CommentKind = Literal[
    "comment", "reply", "format", "general", "support", "reservation", "withdrawal", "unplaced", "report correction", "report mark",
]  # fmt: skip
TIED_TO_NOTHING = frozenset({"general", "unplaced", "report correction"})


@dataclass(frozen=True, slots=True)
class Comment:
    """What stands beside the text at [start, end) of a story: a Word comment, a remark of a table or letter, a change of formatting.

    language: of the words, where it is not the document's own. translation: into it, by the Secretariat, as returned.
    """

    story: str
    start: int
    end: int
    text: str
    source: str
    date: str = ""
    kind: CommentKind = "comment"
    placement: Placement | None = None
    language: str = ""
    translation: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger of law 3: a mark, comment, row or paragraph of a submission, and what became of it."""

    kind: str
    place: str
    state: Fate
    count: int = 1
    trace: tuple[str, ...] = ()  # of the words that no output shows; readers/untold.py


@dataclass(frozen=True, slots=True)
class Notice:
    kind: str
    file: str
    place: str
    message: str


@dataclass(frozen=True, slots=True)
class Submission:
    """One received file. ``contributors`` in the meeting's order; empty when unassigned."""

    file: str
    sha256: str
    contributors: tuple[str, ...]
    symbol: str | None
    received: str | None
    language: str
    form: Form
    status: Status
    reason: str | None = None
    edits: tuple[Edit, ...] = ()
    comments: tuple[Comment, ...] = ()
    ledger: tuple[Entry, ...] = ()
    notices: tuple[Notice, ...] = ()
    prose: tuple[tuple[str, str], ...] = ()  # (place, words) of a file that is no version of the draft
    base: str = ""  # the document that its edits and comments are on, where that is not the draft
    draft_span: tuple[int, int] | None = None  # first and last paragraph of the draft's text in a letter that wraps it
    remarks: tuple[Remark, ...] = ()  # what the file says beside the text, before it is placed
    made_as: str = ""  # "odt", "rtf" or "doc": the form of a version that LibreOffice turned into a Word file

    @property
    def told_form(self) -> str:
        """As report.json and the documents have it: a version in another form goes by that form."""
        return self.made_as if self.made_as and self.form in ("tracked", "clean") else self.form


@dataclass(frozen=True, slots=True)
class Proposal:
    id: str
    contributors: tuple[str, ...]
    submission: str
    source: str
    provision: str  # id of the provision
    label: str  # "II.A.3(b)", "after II.A.3" for a new paragraph
    section: str
    type: ProposalType
    edits: tuple[Edit, ...] = ()
    comment: Comment | None = None
    draft_text: str = ""
    proposed_text: str = ""
    change: tuple[tuple[str, str], ...] = ()  # ("=" | "-" | "+", words) in reading order
    placed_by: str = "marked"
    confidence: float = 1.0
    conflict: str = ""
    equal_to: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    id: str
    provision: str
    label: str
    kind: ConflictKind
    alternatives: bool
    proposals: tuple[str, ...]
    options: tuple[tuple[tuple[str, ...], str], ...] = ()  # (contributors, text of the provision as they want it)
    place: tuple[str, int] = ("", 0)  # story and offset of the first words that are contested


@dataclass(frozen=True, slots=True)
class Deletion:
    """[start, end) of the draft, deleted by exactly these contributors."""

    start: int
    end: int
    authors: tuple[str, ...]
    move: str = ""


@dataclass(frozen=True, slots=True)
class Insertion:
    """Content at one gap of the draft, inserted by exactly these contributors.

    block: whole paragraphs, rows or tables. label: what the Secretariat writes before it ("4 bis", "Alt. 1"), if any.
    """

    at: int
    authors: tuple[str, ...]
    spans: tuple[Span, ...]
    block: bool = False
    label: str = ""
    move: str = ""


@dataclass(frozen=True, slots=True)
class Union:
    """All proposals on one story: deletions that do not overlap, insertions in the order in which they are shown."""

    deletions: tuple[Deletion, ...] = ()
    insertions: tuple[Insertion, ...] = ()
    labels: tuple[tuple[int, str], ...] = ()  # the Secretariat's own words at a gap, such as "Draft"


@dataclass(frozen=True, slots=True)
class Decision:
    """What reviewers filled in for a proposal. decision: one of the list, in English, or "". pieces: the agreed text where
    words of it are struck through ("-"), underlined ("+") or bold ("#"); () where it is plain.
    """

    decision: str = ""
    agreed: str = ""
    note: str = ""
    pieces: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LeftDecision:
    """A decision that was not taken over: the proposal as it stood in the row, what was filled in, where it stood, and why."""

    id: str
    label: str
    contributors: str
    type: str
    draft_text: str
    proposed_text: str
    said: str
    filled: Decision
    file: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Merged:
    """decisions: by the id of the proposal; left: those that were made on another text than any of the proposals."""

    stories: dict[str, Union]
    proposals: tuple[Proposal, ...]
    conflicts: tuple[Conflict, ...]
    notices: tuple[Notice, ...] = ()
    decisions: dict[str, Decision] = field(default_factory=dict)
    left: tuple[LeftDecision, ...] = ()


def _whole(kind: type[Any]) -> Callable[[Any], tuple[type[Any], Any]]:
    values = attrgetter(*(f.name for f in fields(kind)))
    return lambda value: (kind, values(value))


# From process to process a value goes as the call that makes it. The state that dataclasses with slots give themselves takes two
# Python calls a value: three times the time out and twice the time in (measured on the union of 34 submissions).
for _kind in (
    Span, Story, Provision, Draft, Placement, Edit, Comment, Entry, Notice, Submission, Proposal, Conflict, Deletion, Insertion, Union,
    Decision, LeftDecision, Merged,
):  # fmt: skip
    copyreg.pickle(_kind, _whole(_kind))
