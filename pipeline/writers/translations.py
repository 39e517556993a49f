"""translations.xlsx: what awaits translation, with a column to fill in for each official language, and what was returned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..config import Config
from ..model import TIED_TO_NOTHING, Comment, Draft, Submission
from ..placing.translations import Translation, foreign_comments, key_of
from .officer import write_sheet
from .workbook_cells import Column, Row, Sheet

FACTS = (
    Column("Key", 14, "small"), Column("Contributors", 20), Column("File", 26), Column("Provision", 18), Column("Language", 11),
    Column("Original words", 60), Column("Status", 16),
)  # fmt: skip
AWAITED, DONE, UNUSED = "awaits translation", "translated", "no longer in a submission"


def write_translations(
    path: Path, draft: Draft, submissions: Sequence[Submission], returned: Mapping[str, Translation], config: Config,
    languages: Mapping[str, str],
) -> None:  # fmt: skip
    """One row for each text, however many provisions it stands at; translations whose words are gone come last."""
    wanted = _wanted(draft, submissions, config.language, languages)
    rows = [_row(t, returned.get(t.key), languages, config.language) for t in wanted.values()]
    rows += [(*_facts(t), UNUSED, *_texts(t, languages)) for key, t in sorted(returned.items()) if key not in wanted]
    if rows:
        columns = (*FACTS, *(Column(name, 44, "open") for name in languages.values()))
        write_sheet(path, Sheet("Translations", columns, rows, "B2"), draft, config)


def _wanted(draft: Draft, submissions: Sequence[Submission], language: str, languages: Mapping[str, str]) -> dict[str, Translation]:
    labels = {(p.story, p.start): p.label for p in draft.provisions}
    found: dict[str, list[tuple[Submission, Comment]]] = {}
    for s, c in foreign_comments(submissions, language):
        found.setdefault(key_of(s.contributors, c.text), []).append((s, c))
    return {key: _asked(key, same, labels, languages) for key, same in found.items()}


def _asked(
    key: str, same: Sequence[tuple[Submission, Comment]], labels: Mapping[tuple[str, int], str], languages: Mapping[str, str]
) -> Translation:
    s, c = same[0]
    where = "; ".join(dict.fromkeys(_label(c, labels) for _, c in same))
    return Translation(key, "; ".join(s.contributors), s.file, where, languages.get(c.language, c.language), c.text)


def _label(c: Comment, labels: Mapping[tuple[str, int], str]) -> str:
    return {"general": "general", "unplaced": "not placed", "report correction": "report"}[c.kind] if c.kind in TIED_TO_NOTHING else (
        labels.get((c.story, c.start), "")
    )  # fmt: skip


def _row(asked: Translation, done: Translation | None, languages: Mapping[str, str], language: str) -> Row:
    status = DONE if done is not None and done.texts.get(language) else AWAITED
    return (*_facts(asked), status, *_texts(done or asked, languages))


def _facts(t: Translation) -> tuple[str, ...]:
    return t.key, t.contributors, t.file, t.provision, t.language, t.words


def _texts(t: Translation, languages: Mapping[str, str]) -> Iterator[str]:
    return (t.texts.get(code, "") for code in languages)
