"""A file that is no version of the draft, read as an answer to it: a comment table, a letter, a mail with what came with it.

Every row and every paragraph ends as a remark or is named for what it is, so that law 3 can count them: what a remark
becomes is for the placing to say.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ..errors import Unreadable
from ..forms import Attachment, FormReading, as_word, read_blocks
from ..letters import Convention, declared_convention, segment
from ..model import Entry, Fate, Form, Notice, Submission
from ..remarks import Block, Emphasis, Remark
from ..tables.prefilled import is_form_text
from ..tables.reading import TableReading, from_blocks
from .aside import entries, footnotes_of, with_asides
from .called import Names
from .language import language_of
from .table_docx import read_table_docx
from .table_xlsx import read_table_xlsx
from .untold import entry

WORKBOOKS = (".xlsx", ".xlsm")
FORMS = frozenset({".docx", ".xlsx", ".odt", ".rtf", ".doc", ".html", ".htm", ".txt", ".pdf", ".eml"})
INSERTED: Emphasis = "underline"
DELETED: Emphasis = "strike"
DECLARABLE: tuple[Emphasis, ...] = ("bold", "underline", "strike", "highlight", "italic")
KEPT_IN_MAIL = frozenset({".docx", ".xlsx", ".odt", ".rtf", ".doc", ".pdf", ".txt", ".html", ".htm"})


@dataclass(frozen=True)
class Answer:
    """What a file says: remarks with their ledger."""

    form: Form
    remarks: tuple[Remark, ...]
    ledger: tuple[Entry, ...]
    notices: tuple[Notice, ...]
    language: str
    sent: str | None = None


def read_answer(path: Path, contributors: tuple[str, ...], names: Names, word: Path | None = None) -> Submission:
    """Read a file of any form. Raises Unreadable, with what to ask the delegation for. word: what LibreOffice made of it."""
    answer = answer_of(path, names, word)
    proposes = any(r.kind == "proposal" for r in answer.remarks)
    return Submission(
        path.name, hashlib.sha256(path.read_bytes()).hexdigest(), contributors, None, answer.sent, answer.language,
        answer.form, "merged" if proposes else "comments-only", None, (), (), answer.ledger, answer.notices, remarks=answer.remarks,
    )  # fmt: skip


def answer_of(path: Path, names: Names, word: Path | None = None) -> Answer:
    if path.suffix.lower() in WORKBOOKS:
        return _workbook(path, names)
    reading = read_blocks(path, as_word=word)
    table = read_table_docx(path, names.known) if path.suffix.lower() == ".docx" else from_blocks(reading.blocks, names.known)
    own = _answer(path, reading, table, names)
    return _with_attachments(path, own, reading.attachments, names) if reading.attachments else own


def _workbook(path: Path, names: Names) -> Answer:
    table = read_table_xlsx(path, names.known)
    if table is None:
        raise Unreadable(
            "no-comments", "no sheet of the workbook is a comment table", remedy="Ask for the comment form, or for a Word document"
        )
    table = with_asides(table.in_file(path.name), names.internal)
    ledger = (*_rows(table), *entries(table))
    table = replace(table, remarks=tuple(_declared(r, None) for r in table.remarks))
    return Answer("table", table.remarks, ledger, (*table.notices, *_held_notices(path.name, ledger)), _language(table.remarks))


def _answer(path: Path, reading: FormReading, table: TableReading | None, names: Names) -> Answer:
    """A comment table with what stands around it, or a letter."""
    prose = [b for b in reading.blocks if table is None or b.kind != "table"]
    ours = [b for b in prose if table is not None and is_form_text(b.text)]
    prose = [b for b in prose if b not in ours]
    segments = segment(prose, language_of(_words(prose)), names.own, names.states)
    said = [r for s in segments for r in s.remarks]
    ledger = [entry("paragraph", b.place, _fate(s.remark), _words([b])) for s in segments for b in _filled(prose[s.start : s.end])]
    ledger += [entry("paragraph", s.block.place, "courtesy", _words([s.block])) for s in reading.set_aside]
    ledger += [entry("paragraph", b.place, "no effect", _words([b])) for b in ours]
    ledger += [Entry("hidden text", place, "held") for place in reading.held]
    notices = list(reading.notices)
    if table is not None:
        table = with_asides(table.in_file(path.name), names.internal)
        notes = footnotes_of(reading.blocks) if path.suffix.lower() == ".docx" else []
        said, notices = [*said, *table.remarks, *notes], [*notices, *table.notices]
        ledger += [*_rows(table), *entries(table), *(Entry("paragraph", r.place, "comment") for r in notes)]
    convention = declared_convention(reading.blocks)
    shown = _shown_changes(prose, convention)
    remarks = tuple(shown.get(r.place) or _declared(r, convention) for r in said if r.kind != "courtesy")
    notices = [replace(x, file=path.name, place=x.place or "file") for x in notices]
    return Answer(
        "table" if table is not None else "letter", remarks, tuple(ledger), (*notices, *_held_notices(path.name, ledger)),
        _language(remarks) if remarks else language_of(_words(reading.blocks)), reading.sent,
    )  # fmt: skip


def _shown_changes(blocks: Sequence[Block], convention: Convention | None) -> dict[str, Remark]:
    """Paragraphs that show a change by looks that the file declares, by their place."""
    if convention is None:
        return {}
    out = {}
    for b in blocks:
        looks, at = [], 0
        for piece in b.pieces:
            end = at + len(piece.text)
            meant = _meant(piece.emphasis, convention)
            looks += [(at, end, meant)] if meant else []
            at = end
        if looks and b.place != convention.place and len(looks) < len(b.pieces):
            out[b.place] = Remark(b.place, "proposal", "", b.text, b.text, emphasis=tuple(looks))
    return out


def _meant(looks: Sequence[Emphasis], convention: Convention) -> Emphasis | None:
    if any(look in convention.deletion for look in looks):
        return "strike"
    return "underline" if looks and all(look in convention.insertion or look not in DECLARABLE for look in looks) else None


def _declared(remark: Remark, convention: Convention | None) -> Remark:
    """Emphasis counts only where the file says what it means: then "underline" is what comes, "strike" what goes."""
    if not remark.emphasis:
        return remark
    meant: dict[str, Emphasis] = {}
    if convention is not None:
        meant = {**dict.fromkeys(convention.insertion, INSERTED), **dict.fromkeys(convention.deletion, DELETED)}
    return replace(remark, emphasis=tuple((a, b, meant[look]) for a, b, look in remark.emphasis if look in meant))


def _with_attachments(path: Path, own: Answer, attachments: Sequence[Attachment], names: Names) -> Answer:
    """A mail with the files that came with it: each place is told with the name of its file."""
    parts = [own]
    unread: list[Notice] = []
    with TemporaryDirectory(prefix="attachments-") as folder:
        for number, attachment in enumerate(attachments):
            suffix = Path(attachment.name).suffix.lower()
            kept = Path(folder) / f"{number}{suffix}"
            kept.write_bytes(attachment.data)
            try:
                if suffix not in KEPT_IN_MAIL:
                    raise Unreadable("not-a-docx", f"this form ({suffix or 'none'}) is not read")
                with as_word(kept, suffix) if suffix == ".doc" else nullcontext() as made:
                    parts.append(_moved(answer_of(kept, names, made), f"attachment {attachment.name}, ", path.name))
                parts.append(Answer("letter", (), (Entry("attachment", f"attachment {attachment.name}", "comment"),), (), own.language))
            except Unreadable as error:
                place = f"attachment {attachment.name}"
                unread.append(
                    Notice("unreadable", path.name, place, f"The attachment could not be read: {error.message}. {error.remedy}".strip())
                )
                parts.append(Answer("letter", (), (Entry("attachment", place, "quarantined"),), (), own.language))
    remarks = tuple(r for p in parts for r in p.remarks)
    form: Form = "table" if any(p.form == "table" for p in parts) else "letter"
    ledger, notices = tuple(e for p in parts for e in p.ledger), (*(x for p in parts for x in p.notices), *unread)
    return Answer(form, remarks, ledger, notices, _language(remarks) if remarks else own.language, own.sent)


def _moved(answer: Answer, before: str, file: str) -> Answer:
    return replace(
        answer,
        remarks=tuple(replace(r, place=before + r.place) for r in answer.remarks),
        ledger=tuple(replace(e, place=before + e.place) for e in answer.ledger),
        notices=tuple(replace(x, file=file, place=before + x.place if x.place else before.rstrip(", ")) for x in answer.notices),
    )


def _rows(table: TableReading) -> list[Entry]:
    return [entry("comment" if ", cell " in r.place else "row", r.place, _fate(r), f"{r.text}\n{r.proposed}") for r in table.remarks]


def _held_notices(file: str, ledger: Sequence[Entry]) -> list[Notice]:
    return [Notice("held", file, e.place, "Hidden words are held, not shown.") for e in ledger if e.state == "held"]


def _fate(remark: Remark) -> Fate:
    """Before it is placed."""
    fates: dict[str, Fate] = {"courtesy": "courtesy", "no comments": "no effect", "support": "support"}
    return fates.get(remark.kind, "comment")


def _filled(blocks: Sequence[Block]) -> list[Block]:
    return [b for b in blocks if _words([b]).strip()]


def _words(blocks: Sequence[Block]) -> str:
    return "\n".join(b.text + "\n".join(_words(cell) for row in b.rows for cell in row) for b in blocks)


def _language(remarks: Sequence[Remark]) -> str:
    return language_of("\n".join(f"{r.text}\n{r.proposed}" for r in remarks))
