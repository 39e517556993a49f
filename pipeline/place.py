"""Stage: what stands outside the draft's own text tied to its provisions, before proposals are made of it.

Remarks of tables and letters become edits and comments; what a delegation marked on the draft in another language, or on
the Rapporteur's report, is consolidated on that text and stands at the provision of the draft as a comment (law 1).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from .align import align
from .citations import Ground, ground_of
from .config import Config
from .ingest import Ingested
from .model import Draft, Notice, Proposal, Submission
from .placing import Choices, Grounds, place_all
from .placing.beside import Way, carried
from .placing.choices import CROSSWALK, PLACEMENTS, in_force, understood
from .placing.crosswalk import Guide, Lead
from .placing.translations import Translation, notices_of, translated, unused
from .readers.bases import Base
from .readers.draft import draft_model
from .readers.language import language_of
from .readers.officer import filled_in, listed
from .readers.pages import page_starts
from .readers.translations import returned
from .settled import corrected

TRANSLATIONS = "translations.xlsx"
PREVIOUS = "previous"  # what was taken over from the last outputs is kept there
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

    @property
    def chosen(self) -> bool:
        """Whether the officer decided anything."""
        return self.choices != Choices()


def place(inputs: Path, old: Path, config: Config, draft: Draft, read: Ingested, order: Sequence[str], codes: Mapping[str, str]) -> Placed:
    """The submissions placed. old: the outputs of the last run, whose filled-in workbooks hold where inputs/ has none."""
    filled = {name: _filled(inputs, old, name) for name in (PLACEMENTS, CROSSWALK)}
    words = _returned(inputs, old)
    if not read.bases and not any(s.remarks for s in read.submissions) and not any(filled.values()) and not words:
        return Placed(corrected(read.submissions))
    models = {b.file.path.name: draft_model(b.file) for b in read.bases[1:]}
    report = next((models[b.file.path.name] for b in read.bases if b.kind == "report"), None)
    reports = next((b for b in read.bases if b.kind == "report"), None)
    theirs = ground_of(report.provisions, page_starts(reports.file)) if report is not None and reports is not None else None
    ground = ground_of(draft.provisions, page_starts(read.draft), theirs)
    choices = understood(draft, ground, filled[PLACEMENTS], filled[CROSSWALK])
    guides = {b.file.path.name: _guide(b, read, models, draft, config, ground, choices) for b in read.bases if b.kind == "report"}
    leads = guides[reports.file.path.name].leads if reports is not None else ()
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
    ways_to = {o.base.file.path.name: _way(o.base, draft, guides, choices) for o in others}
    beside = {s.file: s for o in others for s in _beside(marked, o, ways_to[o.base.file.path.name], order, codes)}
    by_file = {s.file: s for s in (*read.submissions, *settled)} | {s.file: s for s in place_all(grounds, list(beside.values()))}
    submissions = corrected([by_file[s.file] for s in read.submissions])
    stand = tuple(translated(submissions, words, config.language))
    left = notices_of(unused(stand, words, config.language), TRANSLATIONS)
    told = (*_untold(inputs, old, filled), *_told_of(choices, stand, report), *left)
    return Placed(stand, tuple(o for o in others if o.submissions), leads, report, choices, told, words)


# ---- the officer's workbooks


def _filled(inputs: Path, old: Path, name: str) -> dict[str, str]:
    """The officer's file in inputs/, else what was filled in in the last outputs (design.md section 5)."""
    if (inputs / name).is_file():
        return filled_in(inputs / name)
    return in_force(listed(old / name), filled_in(old / PREVIOUS / name))


def _untold(inputs: Path, old: Path, filled: Mapping[str, Mapping[str, str]]) -> list[Notice]:
    """What was filled in in outputs/ since the last run, and does not count because inputs/ has a workbook of its own."""
    out = []
    for name in (PLACEMENTS, CROSSWALK):
        if not (inputs / name).is_file():
            continue
        before = filled_in(old / PREVIOUS / name)
        new = {k: w for k, w in filled_in(old / name).items() if before.get(k) != w and filled[name].get(k) != w}
        message = f"is filled in in outputs/{name} but not in inputs/{name}, which alone counts: the choice is not used. Copy it there"
        out += [Notice("choice", name, f"row {key}", f"“{words}” {message}.") for key, words in new.items()]
    return out


def _told_of(choices: Choices, submissions: Sequence[Submission], report: Draft | None) -> list[Notice]:
    """Choices that could not be used: they name no provision, or what they were made for is not there in this run."""
    rows = {c.placement.key for s in submissions for c in s.comments if c.placement is not None}
    there = {PLACEMENTS: rows, CROSSWALK: {p.id for p in report.provisions} if report is not None else set()}
    unknown = choices.unknown()
    out = [
        Notice("choice", book, f"row {key}", f"“{words}” is not one provision of the draft without doubt; the choice is not used.")
        for book, key, words in unknown
    ]
    gone = [(b, k, w) for b, said in choices.written.items() for k, w in said.items() if k not in there[b] and (b, k, w) not in unknown]
    message = "was chosen for words that no file of this run holds; the choice is kept"
    return out + [Notice("choice", book, f"row {key}", f"“{words}” {message}.") for book, key, words in gone]


def _returned(inputs: Path, old: Path) -> dict[str, Translation]:
    """The translations, from where the officer's other files are taken as well."""
    given = inputs / TRANSLATIONS
    if given.is_file():
        return returned(given, LANGUAGES)
    return returned(old / PREVIOUS / TRANSLATIONS, LANGUAGES) | returned(old / TRANSLATIONS, LANGUAGES)


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


def _guide(
    base: Base, read: Ingested, models: Mapping[str, Draft], draft: Draft, config: Config, ground: Ground, choices: Choices
) -> Guide:
    """From one language's report to the draft. The officer's choices are by the paragraphs of the first report."""
    report = models[base.file.path.name]
    first = next(models[b.file.path.name] for b in read.bases if b.kind == "report")
    alike = [(p.id, p.kind, p.number) for p in report.provisions] == [(p.id, p.kind, p.number) for p in first.provisions]
    language = language_of("\n".join(p.text for p in report.provisions))
    spoken = (models[b.file.path.name] for b in read.bases if b.kind == "translation" and b.language == language)
    texts = draft if language == config.language else next(spoken, None)
    return Guide(report.provisions, texts.provisions if texts is not None else (), ground, choices.crosswalk if alike else {})


def _way(base: Base, draft: Draft, guides: Mapping[str, Guide], choices: Choices) -> Way:
    name = base.file.path.name
    return Way(name, base.kind, base.language, draft, guides.get(name), choices.placements)


def _beside(marked: frozenset[str], other: OtherText, way: Way, order: Sequence[str], codes: Mapping[str, str]) -> list[Submission]:
    """The submissions of another text with each proposal as a comment at the provision of the draft."""
    own = tuple(s for s in other.submissions if s.edits and s.file in marked)
    by_file: dict[str, list[Proposal]] = {}
    for p in align(other.draft, own, order, codes, {}):
        by_file.setdefault(p.submission, []).append(p)
    return [carried(s, by_file.get(s.file, []), way) for s in own]
