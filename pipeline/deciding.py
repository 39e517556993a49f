"""Which decision of the reviewers belongs to which proposal of this run. Pure: values in, values out.

A decision holds for the words on which it was made. It is taken over by the proposal's id, and only where contributors, type,
draft text and proposed text are those of the row; where ids were given anew, by these words alone, if they leave no doubt. All
else is left: listed with its own words, and tried again in the next run.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from .model import Decision, LeftDecision, Notice, Proposal

KIND = "decision"
FILLED_IN = ("decision", "agreed", "note")
WORDS = ("type", "draft text", "proposed text", "contributors", "rationale", "provision")  # on which was decided, if the row shows them
BESIDE = "inputs/ has a file of decisions of its own, which alone counts"
LONGEST = 300  # characters of an agreed text or note that a notice quotes; the whole stands in the workbook


@dataclass(frozen=True, slots=True)
class Filled:
    """A row as it was read. place: its sheet and number. left: whether it stood among those not taken over.

    shows: which of WORDS have a column. beside: it stood in outputs/ while inputs/ had a file of its own.
    """

    id: str
    label: str
    contributors: str
    type: str
    draft_text: str
    proposed_text: str
    said: str
    decision: str
    agreed: str
    note: str
    pieces: tuple[tuple[str, str], ...] = ()
    file: str = ""
    place: str = ""
    left: bool = False
    shows: tuple[str, ...] = WORDS
    beside: bool = False

    @property
    def values(self) -> tuple[str, str, str]:
        return (folded(self.decision), squeezed(self.agreed), squeezed(self.note))

    @property
    def told(self) -> str:
        """What was filled in, as a notice quotes it."""
        parts = (x if len(x) <= LONGEST else x[:LONGEST].rstrip() + " …" for x in (self.decision, self.agreed, self.note) if x)
        return "; ".join(f"“{squeezed(x)}”" for x in parts)


@dataclass(frozen=True, slots=True)
class Shown:
    """A row that was filled in, and how it stands in the workbook that was written of it: its id and the three cells."""

    row: Filled
    id: str
    cells: tuple[str, str, str]
    left: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """decisions: folded word of any language -> English. types: likewise, of proposals. names: likewise, of contributors.

    clean: text as a workbook holds it. note: how a word that is no decision stands in the note: "Decision: {word}".
    """

    decisions: Mapping[str, str]
    types: Mapping[str, str]
    names: Mapping[str, str]
    clean: Callable[[str], str]
    note: str


@dataclass(frozen=True, slots=True)
class Taken:
    decisions: dict[str, Decision]
    left: tuple[LeftDecision, ...]
    notices: tuple[Notice, ...]
    owners: tuple[tuple[Filled, str], ...]  # each row with the id of its proposal, "" where it is left


def folded(text: str) -> str:
    """As one compares words that were typed: without case, accents and double spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def squeezed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def in_force(read: Sequence[Filled], kept: Sequence[Shown]) -> list[Filled]:
    """The workbook over what had been kept. A row that stands as it was written is what it had been made of; an emptied one
    takes its decision back; one that is not in the workbook any more stays.
    """
    there: dict[tuple[bool, str], list[Filled]] = defaultdict(list)
    for row in read:
        there[row.left, row.id].append(row)
    out, untouched = [], set()
    for shown in kept:
        rows = there.get((shown.left, shown.id), [])
        same = next((r for r in rows if r.values == _values(shown.cells)), None)
        if same is not None or not rows:
            out.append(shown.row)
            untouched.add(id(same))
    return out + [r for r in read if any(r.values) and id(r) not in untouched]


def _values(cells: tuple[str, str, str]) -> tuple[str, str, str]:
    return (folded(cells[0]), squeezed(cells[1]), squeezed(cells[2]))


def beside(given: Sequence[Filled], others: Sequence[Filled], name: str) -> list[Filled]:
    """What stands in the last outputs alone, while inputs/ has a file of this name: it is listed, not used."""
    known = {(r.id, r.values) for r in given}
    return [replace(r, beside=True) for r in others if (r.beside or r.file != name) and (r.id, r.values) not in known]


# ---- which proposal


def decide(rows: Sequence[Filled], proposals: Sequence[Proposal], vocabulary: Vocabulary) -> Taken:
    """Each row with its proposal, or left with the reason."""
    finder = _Finder(proposals, vocabulary)
    found = {i: (None, BESIDE) if r.beside else finder.of(r) for i, r in enumerate(rows)}
    reasons = {i: reason for i, (p, reason) in found.items() if p is None}
    claims: dict[str, list[int]] = defaultdict(list)
    for i, (p, _) in found.items():
        if p is not None:
            claims[p.id].append(i)
    decisions: dict[str, Decision] = {}
    notices: list[tuple[int, Notice]] = []
    for ident, indices in claims.items():
        holding = _holding([rows[i] for i in indices])
        for i in indices:
            if holding is None:
                reasons[i] = "several rows decide on this proposal, each otherwise"
            elif rows[i].values != holding.values:
                reasons[i] = "the proposal was decided otherwise since"
            else:
                notices += [(i, n) for n in _told(rows[i], ident, vocabulary)]
        if holding is not None:
            decisions[ident] = _decision(holding, vocabulary)
    left = tuple(_left(rows[i], reasons[i], vocabulary) for i in sorted(reasons))
    notices += [(i, _not_taken(rows[i], reasons[i])) for i in reasons]
    owner = {i: ident for ident, indices in claims.items() for i in indices}
    owners = tuple((r, "" if i in reasons else owner[i]) for i, r in enumerate(rows))
    return Taken(decisions, left, tuple(n for _, n in sorted(notices, key=lambda x: x[0])), owners)


def _holding(rows: Sequence[Filled]) -> Filled | None:
    """Of several rows on one proposal the one that stands in its own row; none where these differ."""
    own = [r for r in rows if not r.left] or list(rows)
    return own[0] if len({r.values for r in own}) == 1 else None


class _Finder:
    def __init__(self, proposals: Sequence[Proposal], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._by_id = {p.id: p for p in proposals}
        self._by_text: dict[tuple[str, str], list[Proposal]] = defaultdict(list)
        for p in proposals:
            self._by_text[self._text(p.draft_text), self._text(p.proposed_text)].append(p)

    def of(self, row: Filled) -> tuple[Proposal | None, str]:
        """The proposal, or the reason why there is none."""
        if not {"proposed text", "draft text", "type"} <= set(row.shows):
            return None, "the row does not show on which words was decided (draft text, type, proposed text)"
        own = self._by_id.get(row.id)
        parted = self._parted(row, own) if own is not None else "no proposal of this run has this id"
        if own is not None and not parted:
            return own, ""
        alike = [p for p in self._by_text[squeezed(row.draft_text), squeezed(row.proposed_text)] if not self._parted(row, p)]
        here = [p for p in alike if folded(p.label) == folded(row.label)] or alike
        if len(here) == 1:
            return here[0], ""
        return None, f"{parted}, and {len(here)} proposals have the words on which was decided" if here else parted

    def _parted(self, row: Filled, p: Proposal) -> str:
        """In what the proposal is another than the one decided on; "" where it is the same."""
        said = self._text(p.comment.text) if p.comment is not None and not p.edits else ""
        differs = (
            ("the contributors are others", "contributors" in row.shows and self._names(row) != set(p.contributors)),
            ("the type is another", self._vocabulary.types.get(folded(row.type), row.type) != p.type),
            ("the proposed text is another", squeezed(row.proposed_text) != self._text(p.proposed_text)),
            ("the draft text is another", squeezed(row.draft_text) != self._text(p.draft_text)),
            ("the remark is another", "rationale" in row.shows and said not in squeezed(row.said)),
            ("the provision is another", self._is_elsewhere(row, p)),
        )
        return next((f"{why} now" for why, so in differs if so), "")

    def _is_elsewhere(self, row: Filled, p: Proposal) -> bool:
        """A number may change where the words of the provision are the same; a new paragraph has no such words."""
        return "provision" in row.shows and not p.draft_text.strip() and folded(row.label) != folded(p.label)

    def _names(self, row: Filled) -> set[str]:
        known = self._vocabulary.names
        names = (squeezed(name) for name in row.contributors.split(";"))
        return {known.get(folded(n)) or known.get(folded(n.rpartition(" (")[0]), n) for n in names if n}

    def _text(self, words: str) -> str:
        return squeezed(self._vocabulary.clean(words))


# ---- what is told


def _decision(row: Filled, vocabulary: Vocabulary) -> Decision:
    """A word that is none of the list is kept, in the note."""
    known = vocabulary.decisions.get(folded(row.decision), "")
    unknown = vocabulary.note.format(word=row.decision) if row.decision and not known else ""
    return Decision(known, row.agreed, "; ".join(x for x in (unknown, row.note) if x), row.pieces)


def _left(row: Filled, reason: str, vocabulary: Vocabulary) -> LeftDecision:
    """As it stood: also a word that is no decision stays in its cell."""
    decision = vocabulary.decisions.get(folded(row.decision), row.decision)
    filled = Decision(decision, row.agreed, row.note, row.pieces)
    return LeftDecision(
        row.id, row.label, row.contributors, row.type, row.draft_text, row.proposed_text, row.said, filled, row.file, row.place, reason,
    )  # fmt: skip


def _told(row: Filled, ident: str, vocabulary: Vocabulary) -> Iterable[Notice]:
    if row.decision and folded(row.decision) not in vocabulary.decisions:
        yield _notice(row, f"{ident}: “{squeezed(row.decision)}” is none of the decisions that can be chosen; it is kept as a note")
    if ident != row.id:
        yield _notice(row, f"{row.id}: {row.told} was decided on words that {ident} has now; it stands there")


def _not_taken(row: Filled, reason: str) -> Notice:
    return _notice(row, f"{row.id}, {row.label or 'no provision'}: {row.told} is not taken over: {reason}. It is kept in comparison.xlsx")


def _notice(row: Filled, message: str) -> Notice:
    return Notice(KIND, row.file, row.place, f"{message}.")
