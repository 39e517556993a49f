"""Stage: what stands outside the draft's own text tied to its provisions, before proposals are made of it.

Remarks of tables and letters become edits and comments; what a delegation marked on the draft in another language, or on
the Rapporteur's report, is consolidated on that text and stands at the provision of the draft as a comment (law 1).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from .align import align
from .citations import ground_of
from .config import Config
from .ingest import Ingested
from .model import Comment, Draft, Notice, Placement, Proposal, Submission
from .placing import Choices, Grounds, place_all
from .placing.choices import understood
from .placing.crosswalk import Lead, proposed_crosswalk
from .placing.places import SURE
from .placing.translations import Translation, notices_of, translated, unused
from .readers.bases import Base
from .readers.draft import draft_model
from .readers.officer import filled_in
from .readers.pages import page_starts
from .readers.translations import returned
from .settled import corrected

PLACEMENTS, CROSSWALK, TRANSLATIONS = "placements.xlsx", "crosswalk.xlsx", "translations.xlsx"
LANGUAGES = {"en": "English", "es": "Spanish", "fr": "French", "pt": "Portuguese"}


@dataclass(frozen=True)
class OtherText:
    """A document beside the draft on which delegations made marks, and what they sent on it."""

    base: Base
    draft: Draft
    submissions: tuple[Submission, ...]

    @property
    def output(self) -> str:
        """consolidated.es.docx, consolidated-report.docx, consolidated-report.es.docx."""
        suffixes = self.base.file.path.stem.split(".")[1:]
        name = "consolidated-report" if self.base.kind == "report" else "consolidated"
        return ".".join([name, *suffixes[-1:], "docx"])


@dataclass(frozen=True)
class Placed:
    """Submissions as they stand on the draft; the other texts; what the officer may correct."""

    submissions: tuple[Submission, ...]
    others: tuple[OtherText, ...] = ()
    leads: tuple[Lead, ...] = ()
    report: Draft | None = None
    choices: Choices = field(default_factory=Choices)
    notices: tuple[Notice, ...] = ()
    translations: Mapping[str, Translation] = field(default_factory=dict)


def place(inputs: Path, old: Path, config: Config, draft: Draft, read: Ingested, order: Sequence[str], codes: Mapping[str, str]) -> Placed:
    """The submissions placed. old: the outputs of the last run, whose filled-in workbooks hold where inputs/ has none."""
    if not read.bases and not any(s.remarks for s in read.submissions):
        return Placed(corrected(read.submissions))
    models = {b.file.path.name: draft_model(b.file) for b in read.bases[1:]}
    report = next((models[b.file.path.name] for b in read.bases if b.kind == "report"), None)
    reports = next((b for b in read.bases if b.kind == "report"), None)
    theirs = ground_of(report.provisions, page_starts(reports.file)) if report is not None and reports is not None else None
    ground = ground_of(draft.provisions, page_starts(read.draft), theirs)
    choices = understood(draft, ground, _filled(inputs, old, PLACEMENTS), _filled(inputs, old, CROSSWALK))
    leads = proposed_crosswalk(report.provisions, draft.provisions, ground, choices.crosswalk) if report is not None else ()
    ways = {lead.paragraph: (lead.provision, lead.confidence) for lead in leads if lead.provision}
    own = [s for s in read.submissions if not s.base]
    spoken = {
        b.language: (m, ground_of(m.provisions, page_starts(b.file), theirs))
        for b in read.bases
        if b.kind == "translation"
        for m in [models[b.file.path.name]]
    }
    grounds = Grounds(draft, config.language, ground, spoken, ways, choices.placements)
    settled = place_all(grounds, own)
    others = tuple(_other(b, models[b.file.path.name], read.submissions, config, order, choices) for b in read.bases[1:])
    marked = frozenset(s.file for s in read.submissions if s.base)
    beside = {s.file: s for other in others for s in _beside(marked, other, draft, ways, order, codes)}
    by_file = {s.file: s for s in settled} | {s.file: s for s in place_all(grounds, list(beside.values()))}
    unknown = tuple(
        Notice("choice", PLACEMENTS, "", f"“{words}” names no provision of the draft; the choice is not used.") for words in choices.unknown
    )
    words = _returned(inputs, old)
    stand = translated(corrected([by_file[s.file] for s in read.submissions]), words, config.language)
    notices = unknown + notices_of(unused(stand, words, config.language), TRANSLATIONS)
    return Placed(tuple(stand), tuple(o for o in others if o.submissions), leads, report, choices, notices, words)


def _filled(inputs: Path, old: Path, name: str) -> dict[str, str]:
    """The officer's file in inputs/, else what was filled in in the last outputs (design.md section 5)."""
    kept = filled_in(old / "previous" / name) | filled_in(old / name)
    return filled_in(inputs / name) if (inputs / name).is_file() else kept


def _returned(inputs: Path, old: Path) -> dict[str, Translation]:
    """The translations, from where the officer's other files are taken as well."""
    given = inputs / TRANSLATIONS
    if given.is_file():
        return returned(given, LANGUAGES)
    return returned(old / "previous" / TRANSLATIONS, LANGUAGES) | returned(old / TRANSLATIONS, LANGUAGES)


def _other(
    base: Base, draft: Draft, submissions: Sequence[Submission], config: Config, order: Sequence[str], choices: Choices
) -> OtherText:
    """What was sent on this text; letters in its language have their instructions applied to it."""
    name = base.file.path.name
    own = [
        replace(s, status="merged", base="") for s in submissions if s.base == name and s.edits and s.contributors and s.status not in DEAD
    ]
    letters = _letters(base, draft, submissions, config, choices)
    return OtherText(base, draft, corrected((*own, *letters)))


DEAD = ("superseded", "withdrawn", "unassigned", "unreadable", "quarantined", "withheld")


def _letters(base: Base, draft: Draft, submissions: Sequence[Submission], config: Config, choices: Choices) -> tuple[Submission, ...]:
    """Remarks in the language of a translated draft, with the edits that they give on it."""
    if base.kind != "translation":
        return ()
    spoken = [s for s in submissions if s.remarks and not s.base and s.language == base.language and s.status not in DEAD]
    placed = place_all(
        Grounds(draft, base.language, ground_of(draft.provisions, page_starts(base.file)), {}, {}, choices.placements), spoken
    )
    return tuple(replace(s, status="merged") for s in placed if s.edits)


# ---- at the provision of the draft


def _beside(
    marked: frozenset[str],
    other: OtherText,
    draft: Draft,
    ways: Mapping[str, tuple[str, float]],
    order: Sequence[str],
    codes: Mapping[str, str],
) -> list[Submission]:
    """The submissions of another text with each proposal as a comment at the provision of the draft."""
    own = tuple(s for s in other.submissions if s.edits and s.file in marked)
    proposals = align(other.draft, own, order, codes, {})
    by_file: dict[str, list[Proposal]] = {}
    for p in proposals:
        by_file.setdefault(p.submission, []).append(p)
    return [_carried(s, by_file.get(s.file, []), other, draft, ways) for s in own]


def _carried(
    s: Submission, proposals: Sequence[Proposal], other: OtherText, draft: Draft, ways: Mapping[str, tuple[str, float]]
) -> Submission:
    comments = tuple(_comment(p, other, draft, ways) for p in proposals)
    translated = other.base.kind == "translation"
    return replace(
        s, status="other-language" if translated else "comments-only", base=other.base.file.path.name, edits=(), comments=comments,
        ledger=tuple(replace(e, state="comment") if e.state == "merged" else e for e in s.ledger),
    )  # fmt: skip


def _comment(p: Proposal, other: OtherText, draft: Draft, ways: Mapping[str, tuple[str, float]]) -> Comment:
    by_id = {q.id: q for q in draft.provisions}
    ident, sure, evidence = p.provision, 1.0, "the same provision of the draft in the other language"
    if other.base.kind == "report":
        ident, sure = ways.get(p.provision, ("", 0.0))
        evidence = f"on the report at {p.label}, which the crosswalk leads here"
    to = by_id.get(ident) if sure >= SURE else None
    evidence = evidence if to is not None else f"on the report at {p.label}, which leads to no provision for sure"
    placement = Placement(
        "marked", round(sure, 2), evidence, ((ident, round(sure, 2)),) if to is None and ident else (), f"{p.submission}:{p.source}"[:40]
    )
    text = told(p, other)
    language = other.base.language
    if to is None:
        return Comment("body", 0, 0, text, p.source, "", "unplaced", placement, language)
    return Comment(to.story, to.start, to.end, text, p.source, p.comment.date if p.comment else "", "comment", placement, language)


def told(p: Proposal, other: OtherText) -> str:
    """What was asked for on the other text, in its own words."""
    words = p.comment.text if p.comment else p.proposed_text.strip() or f"({p.type}) {p.draft_text.strip()}"
    if other.base.kind == "report":
        head = f"On the Rapporteur’s report, {p.label}: "
        return head + (words if p.comment or p.type != "delete" else f"delete “{p.draft_text.strip()}”")
    asked = words if p.comment or p.type != "delete" else f"({p.type})"
    draft = f"\n({p.draft_text.strip()})" if p.edits and p.draft_text.strip() else ""
    return asked + draft
