"""All that the laws are judged on: the received files, the written files, and the report that accounts for them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from string import ascii_uppercase, digits
from typing import Any, NamedTuple, TypeVar

from pipeline.auditing.comments import Comment, comments_of
from pipeline.auditing.document import Document, View
from pipeline.auditing.names import attribute, squeezed, tags
from pipeline.auditing.package import Package
from pipeline.auditing.received import Memo, digest, received
from pipeline.auditing.witnesses import Witnesses
from pipeline.auditing.workbook import workbook_text

NOT_LIVE = ("superseded", "withdrawn", "unreadable", "quarantined")
VERSIONS = ("tracked", "clean", "odt", "rtf", "doc")  # forms of a submission that is a version of the draft's text
SECRETARIAT = "Secretariat"
STATES = (
    "merged", "comment", "alternative", "support", "formatting", "inherited", "refreshed", "no effect", "courtesy",
    "superseded", "withdrawn", "unplaced", "held", "withheld", "quarantined",
)  # fmt: skip
BOOKMARKS = tags("w:bookmarkStart")
NUMBER = re.compile(r"-[0-9]+")
Made = TypeVar("Made")
Entry = dict[str, Any]  # one submission, proposal or line of the ledger, as report.json has it


class Words(NamedTuple):
    """What is to be found in consolidated.docx. text: its visible text and its comments. bookmarks: their names. ids: in the text."""

    text: str
    comments: frozenset[str]
    bookmarks: tuple[str, ...]
    ids: frozenset[str]


@dataclass
class Case:
    inputs: Path
    outputs: Path
    report: dict[str, Any]
    codes: dict[str, str]
    memo: Memo
    document: str = "consolidated.docx"  # the written file that is judged
    learnt: Mapping[str, Memo] = field(default_factory=dict)  # by written file: what is known of its paragraphs, by their bytes
    witnesses: Witnesses = field(default_factory=Witnesses)
    packages: dict[Path, Package] = field(default_factory=dict)
    looked_at: set[tuple[int, int]] = field(default_factory=set)  # parts that were searched for leaks, by check sum and size
    searched: set[int] = field(default_factory=set)  # paragraphs of such parts in which none were found, by their hash
    clean: set[str] = field(default_factory=set)  # files in which none was found, while none was found anywhere
    unsure: bool = False  # something was found, or is excused by other files: no file counts as clean any more
    _facts: dict[str, dict[str, Any] | None] = field(default_factory=dict)
    _made: dict[str, Any] = field(default_factory=dict)

    def kept(self, file: str) -> Memo:
        """What is known of the paragraphs of a written file; what is learnt of them is added."""
        if file in self.learnt:
            return self.learnt[file]
        return self.once(f"paragraphs of {file}", dict)

    @property
    def paragraphs(self) -> Memo:
        """What is known of those of the document that is judged (see ``apart``)."""
        return self.kept(self.document)

    def once(self, what: str, make: Callable[[], Made]) -> Made:
        """A value that a law needs for every file, made for the first."""
        if what not in self._made:
            self._made[what] = make()
        made: Made = self._made[what]
        return made

    def forget_written(self) -> None:
        """Frees what was read of the written files: the next one is judged without them."""
        self.packages.clear()
        for name in ("result", "own_views", "digests", "comments", "words", "workbook_text", "workbook_ids"):
            self.__dict__.pop(name, None)

    def package(self, path: Path, *, brief: bool = False) -> Package:
        """A written file, read once for all laws."""
        if path not in self.packages:
            judged = path == self.outputs / self.document
            self.packages[path] = Package(path, brief, self.paragraphs if judged else None)
        return self.packages[path]

    @cached_property
    def draft(self) -> Document:
        return Document(self.inputs / self.report["draft"]["file"])

    @cached_property
    def result(self) -> Document:
        return Document(self.package(self.outputs / self.document))

    @cached_property
    def base(self) -> View:
        """The draft, marks that it still carries accepted."""
        return self.draft.view(self.draft.all_accepted)

    @cached_property
    def submissions(self) -> list[Entry]:
        found: list[Entry] = self.report["submissions"]
        return found

    @cached_property
    def live(self) -> list[Entry]:
        return [s for s in self.submissions if s["status"] not in NOT_LIVE]

    @cached_property
    def sources(self) -> Counter[str]:
        """Contributor -> how many live files speak for it."""
        return Counter(c for s in self.live for c in s["contributors"])

    @cached_property
    def sole_versions(self) -> dict[str, Entry]:
        """Contributor -> its only live source, where that is a merged version of the draft's text (law 1)."""
        merged = [s for s in self.live if s["status"] == "merged" and s["form"] in VERSIONS]
        return {c: s for s in merged for c in s["contributors"] if self.sources[c] == 1}

    @cached_property
    def own_views(self) -> dict[str, View]:
        """What the consolidated document shows with one contributor's marks accepted; hidden text is left out."""
        return {c: self.result.view(self.result.only(c, self.codes.get(c))) for c in self.sole_versions}

    @cached_property
    def digests(self) -> dict[str, str]:
        return {who: digest(view) for who, view in self.own_views.items()}

    @cached_property
    def base_digest(self) -> str:
        return digest(self.base)

    @cached_property
    def meeting_places(self) -> dict[str, int]:
        """Name or code -> its place in the meeting's order; empty where the report does not give the order."""
        order = enumerate(self.report.get("meeting_order") or [])
        return {word: number for number, c in order for word in (c, self.codes.get(c, c))}

    def path(self, file: str) -> Path:
        return self.inputs / "submissions" / file

    def as_word(self, file: str) -> Path:
        """The file, or what LibreOffice made of it."""
        return self.witnesses.files.get(file) or self.path(file)

    def trip(self, file: str) -> Path | None:
        """The draft, gone the way of a file that LibreOffice turned into a Word file."""
        return self.witnesses.trips.get((self.draft.package.sha256, file))

    def facts(self, file: str) -> dict[str, Any] | None:
        if file not in self._facts:
            self._facts[file] = received(self.as_word(file), self.memo)
        return self._facts[file]

    def sent(self, file: str) -> View:
        document = Document(self.as_word(file))
        return document.view(document.everyone)

    @cached_property
    def ledger(self) -> Counter[tuple[str, str, str]]:
        """(file, kind, state) -> how many the report accounts for."""
        counts: Counter[tuple[str, str, str]] = Counter()
        for entry in self.report.get("ledger", []):
            counts[entry["file"], entry["kind"], entry["state"]] += entry["count"]
        return counts

    def accounted(self, file: str, *kinds: str) -> int:
        return sum(self.ledger[file, kind, state] for kind in kinds for state in STATES)

    @cached_property
    def comments(self) -> list[Comment]:
        return comments_of(self.result.package)

    @cached_property
    def draft_facts(self) -> dict[str, Any] | None:
        return received(self.inputs / self.report["draft"]["file"], self.memo)

    @cached_property
    def words(self) -> Words:
        """Of consolidated.docx; may be set, where another process has read it."""
        text = self.result.visible_text + " " + " ".join(c.text for c in self.comments)
        names = [attribute(b, "name") or "" for b in self.result.rest.iter(*BOOKMARKS)]
        return Words(text, frozenset(c.text for c in self.comments), (*names, *self.result.apart.names), ids_in(text))

    @cached_property
    def workbook_text(self) -> str:
        """Of comparison.xlsx; may be set likewise."""
        return workbook_text(self.package(self.outputs / "comparison.xlsx"))

    @cached_property
    def workbook_ids(self) -> frozenset[str]:
        """Of comparison.xlsx; may be set likewise."""
        return ids_in(self.workbook_text)


def ids_in(text: str) -> frozenset[str]:
    """What reads like the id of a proposal or of a conflict: a code and a number, as MEX-07.

    Looked for from its end: hyphens before a digit are rare, and capitals are not.
    """
    found = (_code_before(text, number.start()) + number[0] for number in NUMBER.finditer(text))
    return frozenset(ident for ident in found if ident[0] != "-")


def _code_before(text: str, end: int, length: int = 8) -> str:
    """The longest code that stands right before; "" where none does. length: of what is looked at first."""
    before = text[max(end - length, 0) : end]
    code = before[len(before.rstrip(ascii_uppercase + digits)) :]
    if len(code) == length:
        return _code_before(text, end, 2 * length)
    return code.lstrip(digits)


def different(got: View, expected: View, *, margins: bool = False) -> str | None:
    """The first place where two views part, or None; headers and footers count where ``margins`` is set."""
    place = _parting("paragraph", got.paragraphs, expected.paragraphs) or _parting("note", got.notes, expected.notes)
    return place or (_parting("header or footer", got.margins, expected.margins) if margins else None)


def _parting(kind: str, got: list[Any], expected: list[Any]) -> str | None:
    for number in range(max(len(got), len(expected)) if got != expected else 0):
        one, other = (side[number] if number < len(side) else None for side in (got, expected))
        if one != other:
            return f"{kind} {number + 1}: got {_shown(one, other)}, expected {_shown(other, one)}"
    return None


def _shown(value: Any, other: Any) -> str:
    """The value from shortly before the place where it parts from the other."""
    if value is None:
        return "nothing"
    text, rival = (v if isinstance(v, str) else str(v) for v in (value, other))
    same = next((i for i, (a, b) in enumerate(zip(text, rival, strict=False)) if a != b), min(len(text), len(rival)))
    start = max(0, same - 30)
    return repr(("\u2026" if start else "") + squeezed(text[start : start + 90]))
