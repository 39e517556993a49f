"""Citation labels: how a delegate names a provision, such as ``II.A.3(b)``, ``3, bullet 2`` or ``footnote 4``.

Sections come from headings, numbers from Word's automatic numbering or, where there is none, from what was typed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

WORDS_AT_MOST = 40
HEADING_AT_MOST = 120
BULLETS = "•◦▪‣·●○–—-*"
NUMBER = re.compile(
    r"""\s*(?P<token>
        \(\s?(?:\d{1,3}|[ivxl]{1,7}|(?P<letter>[a-zA-Z])(?P=letter)?)\s?\)   # (3) (ii) (b) (aa)
      | (?:\d{1,3}(?:\.\w{1,3})+                                            # 1.2.3
         |[IVXL]{1,7}(?:\.[A-Z]|\.\d{1,3})+                                 # II.A.3
         |[A-Z](?:\.\d{1,3})+)(?=[.)]?\s)                                   # A.1
      | (?:\d{1,3}(?:\s(?:bis|ter|quater))?|[IVXL]{1,7}|[ivxl]{1,7}|[A-Za-z])(?=[.)])  # 3. 4 bis. II. b) A.
    )[.)]?-?(?:\s+|$)""",
    re.VERBOSE,
)
KINDS = ("upperRoman", "upperLetter", "decimal", "lowerLetter", "lowerRoman")
RANKS = {kind: rank for rank, kind in enumerate(KINDS)} | {"decimalZero": 2, "ordinal": 2}
PARENTHESISED_DECIMAL = 5


@dataclass(frozen=True)
class ProvisionLine:
    """What a label depends on, for one provision in document order.

    kind: heading, paragraph, cell, note or another story; level: zero-based heading level; number: automatic number as
    shown; text: the whole text, for typed numbers and words; where: the place of a cell ("Table 1, row 2, column 3") or
    note ("footnote 4"), the same for all its paragraphs.
    """

    kind: str
    level: int | None = None
    number: str | None = None
    number_level: int | None = None
    number_format: str | None = None
    list_id: str | None = None
    text: str = ""
    where: str = ""


@dataclass(frozen=True)
class _Mark:
    """A number or bullet at the head of a line, and its place among its kind; ``rank`` grows with depth."""

    token: str
    rank: int
    list_id: str | None
    level: int

    def holds(self, other: _Mark) -> bool:
        """Whether the other stands under this one: by level within one list, by kind of number across lists."""
        same_list = self.list_id is not None and self.list_id == other.list_id
        return self.level < other.level if same_list else self.rank < other.rank


@dataclass(frozen=True)
class _Section:
    """One open heading: its depth, what it adds to labels, the chain down to it, and the chain made unique."""

    depth: int
    token: str
    path: str
    wordy: bool
    label: str
    rank: int | None


@dataclass
class _State:
    """Where the walk stands in the document."""

    title: int | None
    sections: list[_Section] = field(default_factory=list)
    items: list[_Mark] = field(default_factory=list)
    bullets: list[_Mark] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    parent: str = ""
    taken: Counter[str] = field(default_factory=Counter)
    used: set[str] = field(default_factory=set)
    repeats: Counter[str] = field(default_factory=Counter)

    @property
    def section(self) -> str:
        return self.sections[-1].label if self.sections else ""

    @property
    def place(self) -> str:
        return self.sections[-1].path if self.sections else "preamble"


def citation_labels(lines: Sequence[ProvisionLine]) -> list[tuple[str, str]]:
    """The label of each line, unique in the document, and the label of its section, '' before any heading.

    A heading stands in the section that it opens. A note has section '': its place in the sequence does not tell
    where it is referred to.
    """
    state = _State(title=_title_of(lines))
    parts = Counter(line.where for line in lines if line.where)
    return [_label(index, line, parts, state) for index, line in enumerate(lines)]


def _label(index: int, line: ProvisionLine, parts: Counter[str], state: _State) -> tuple[str, str]:
    if line.where:
        return _unique(_placed(line, parts, state), state), state.section if line.kind == "cell" else ""
    mark = _mark_of(line, state)
    if index == state.title:
        return _unique(_shorten(line.text) or "title", state), ""
    if line.kind == "heading" or (mark and _reads_as_heading(line, mark)):
        return _open_section(line, mark, state)
    return _paragraph(line, mark, state), state.section


def _title_of(lines: Sequence[ProvisionLine]) -> int | None:
    """The document's title: a first heading without number, above all others, so that labels need not repeat it."""
    heads = [index for index, line in enumerate(lines) if _may_head(line)]
    if len(heads) < 2 or not _unnumbered_heading(lines[heads[0]]):
        return None
    level = lines[heads[0]].level or 0
    below = (lines[index].kind != "heading" or (lines[index].level or 0) > level for index in heads[1:])
    return heads[0] if all(below) else None


def _unnumbered_heading(line: ProvisionLine) -> bool:
    return line.kind == "heading" and not line.number and not NUMBER.match(line.text)


def _may_head(line: ProvisionLine) -> bool:
    mark = _mark_of(line, _State(None)) if line.kind == "paragraph" else None
    return bool(line.text.strip()) and (line.kind == "heading" or bool(mark and _reads_as_heading(line, mark)))


# ---- numbers ---------------------------------------------------------------------------------------------------------


def _mark_of(line: ProvisionLine, state: _State) -> _Mark | None:
    if line.number_format == "bullet":
        return _Mark("", 9, line.list_id, line.number_level or 0)
    if line.number and line.number.strip():
        kind = line.number_format or _kind(_bare(line.number), None)
        return _Mark(_bare(line.number), _rank(line.number, kind), line.list_id, line.number_level or 0)
    return _typed(line, state)


def _typed(line: ProvisionLine, state: _State) -> _Mark | None:
    """A number or bullet that was typed into the text."""
    text = line.text.lstrip()
    if line.kind != "heading" and text[:1] and text[0] in BULLETS and text[1:2].isspace():
        return _Mark("", 9, None, 0)
    match = NUMBER.match(text)
    if match is None:
        return None
    token = _bare(match["token"])
    return _Mark(token, _rank(match["token"], _kind(token, _before(token, line, state))), None, 0)


def _before(token: str, line: ProvisionLine, state: _State) -> str | None:
    """The number that a one-letter token would continue as a letter, if it stands open: h before i, B before C."""
    open_marks = [mark.token for mark in state.items] + [section.token for section in state.sections]
    return next((mark for mark in open_marks if len(mark) == 1 and ord(mark) + 1 == ord(token[0])), None)


def _bare(number: str) -> str:
    """The number without its punctuation: ``(b)`` is b, ``II.`` is II, ``3.-`` is 3."""
    return number.strip().strip(".()[]:;-–—°º ").strip()


def _kind(token: str, before: str | None) -> str:
    """The kind of a bare token; a single letter is Roman only for i, v, x unless it continues letters (h, i)."""
    last = token.rpartition(".")[2].split(" ")[0]
    if last.isdigit() or not last:
        return "decimal"
    case = "upper" if last.isupper() else "lower"
    roman = bool(re.fullmatch("[ivxl]+", last.lower())) and (len(last) > 1 or last.lower() in "ivx")
    return case + ("Roman" if roman and not (len(token) == 1 and before) else "Letter")


def _rank(shown: str, kind: str) -> int:
    digits = kind.startswith("decimal") and shown.strip().startswith("(")
    return PARENTHESISED_DECIMAL if digits else RANKS.get(kind, RANKS["decimal"])


def _reads_as_heading(line: ProvisionLine, mark: _Mark) -> bool:
    """An unstyled ``II. OBJECTIVES`` or ``A. Title``: capital number, short, and not a sentence."""
    text = line.text.strip()
    capital = mark.rank <= RANKS["upperLetter"] and line.kind == "paragraph"
    bracketed = (line.number or text).strip().startswith("(")
    return capital and not bracketed and 0 < len(text) <= HEADING_AT_MOST and text[-1] not in ".;:,"


# ---- sections --------------------------------------------------------------------------------------------------------


def _open_section(line: ProvisionLine, mark: _Mark | None, state: _State) -> tuple[str, str]:
    """Closes the sections that the heading ends, and opens its own."""
    if not line.text.strip() and not (mark and mark.token):
        return _unique(_counted("empty heading", state), state), state.section
    rank = mark.rank if mark else None
    depth = _depth(line, rank, state)
    state.sections = [section for section in state.sections if section.depth < depth]
    token = mark.token if mark and mark.token else _shorten(line.text)
    wordy = not (mark and mark.token) or " " in token
    path = _join(state.sections[-1] if state.sections else None, token, wordy)
    label = _unique(path, state)
    state.sections.append(_Section(depth, token, path, wordy, label, rank))
    state.items, state.bullets, state.counts, state.parent = [], [], Counter(), label
    return label, label


def _depth(line: ProvisionLine, rank: int | None, state: _State) -> int:
    """The styled level; an unstyled heading stands beside the open one of its kind of number, else under the last."""
    if line.level is not None:
        return line.level
    alike = [section.depth for section in state.sections if section.rank is not None and section.rank == rank]
    deeper = [s.depth + 1 for s in state.sections if s.rank is None or rank is None or s.rank < rank]
    return alike[-1] if alike else deeper[-1] if deeper and rank is not None else 0


def _join(section: _Section | None, token: str, wordy: bool) -> str:
    """``II`` and ``A`` make ``II.A``; words are set off by a comma; a number such as ``1.2`` holds its section."""
    if section is None or token.startswith(section.path + "."):
        return token
    if token.startswith(section.token + "."):
        return section.path.removesuffix(section.token) + token
    return f"{section.path}, {token}" if wordy or section.wordy else f"{section.path}.{token}"


def _shorten(text: str) -> str:
    """The first words, at most forty characters with the dots."""
    words = " ".join(text.split())
    if len(words) <= WORDS_AT_MOST:
        return words
    cut = words[: WORDS_AT_MOST - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:.-–—") + "…"


# ---- paragraphs ------------------------------------------------------------------------------------------------------


def _paragraph(line: ProvisionLine, mark: _Mark | None, state: _State) -> str:
    if mark and not mark.token:
        return _bullet(mark, state)
    if mark is None and not line.text.strip():  # apart, since nobody counts blank paragraphs when citing
        return _unique(_counted("empty para.", state), state)
    if mark:
        state.items = [*_holding(state.items, mark), mark]
    state.bullets = []
    state.parent = _unique(_item_label(state) if mark else _counted("unnumbered para.", state), state)
    return state.parent


def _holding(marks: list[_Mark], mark: _Mark) -> list[_Mark]:
    """The open marks that a new one stands under."""
    keep = list(marks)
    while keep and not keep[-1].holds(mark):
        keep.pop()
    return keep


def _item_label(state: _State) -> str:
    """``II.A`` then ``.3`` then ``(b)(ii)``; under words ``Objectives, para. 3``; letters alone ``II.A(a)``."""
    first, *rest = _chain(state.items)
    section = state.sections[-1] if state.sections else None
    tail = "".join(f"({mark.token})" for mark in rest)
    if first.rank > RANKS["decimal"]:
        return f"{section.path if section else ''}{', ' if section and section.wordy else ''}({first.token}){tail}"
    token = f"para. {first.token}" if section and section.wordy else first.token
    return _join(section, token, False) + tail


def _chain(items: list[_Mark]) -> list[_Mark]:
    """The open items without those that a later one spells out, as ``1.2.3`` does with ``1.2``."""
    return [m for i, m in enumerate(items) if not any(n.token.startswith(m.token + ".") for n in items[i + 1 :])]


def _bullet(mark: _Mark, state: _State) -> str:
    """Bullets count under the paragraph that they follow, and again at each depth."""
    outer = [bullet for bullet in state.bullets if bullet.level < mark.level]
    above = outer[-1].token if outer else state.parent or "preamble"
    state.counts[above] += 1
    label = _unique(f"{above}, bullet {state.counts[above]}", state)
    state.bullets = [*outer, replace(mark, token=label)]
    return label


def _counted(what: str, state: _State) -> str:
    state.counts[what] += 1
    return f"{state.place}, {what} {state.counts[what]}"


# ---- other places ----------------------------------------------------------------------------------------------------


def _placed(line: ProvisionLine, parts: Counter[str], state: _State) -> str:
    """The place itself; where it has several paragraphs, each with its number."""
    state.taken[line.where] += 1
    return f"{line.where}, para. {state.taken[line.where]}" if parts[line.where] > 1 else line.where


def _unique(label: str, state: _State) -> str:
    """The label, or with (2nd), (3rd) when it has been given before."""
    result = label
    while result in state.used:
        state.repeats[label] += 1
        count = state.repeats[label] + 1
        result = f"{label} ({count}{_ending(count)})"
    state.used.add(result)
    return result


def _ending(count: int) -> str:
    return "th" if 10 < count % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
