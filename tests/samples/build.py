"""Writes every sample input; the one place that knows which file is made how."""

from collections.abc import Iterator
from pathlib import Path

from .answers import ANSWERS
from .answers.versions import VERSIONS
from .draft import draft
from .draft_es import draft_es
from .meeting import README, TOML
from .model import accepted
from .older import older
from .package import docx
from .report_text import report
from .states import SUBMISSIONS, UNREADABLE
from .submission import Submission
from .word import Hand

SECRETARIAT = ("Leocadia Arrúa Benavente", "Thorsten Vaillancourt Ede")
RAPPORTEUR = ("Evaristo Pumacahua Lind",)


def build(target: Path) -> list[Path]:
    """Write all files under `target` and return their paths in the order written."""
    return [written(target / name, content) for name, content in files()]


def written(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def files() -> Iterator[tuple[str, bytes]]:
    yield "consolidation.toml", TOML.encode()
    yield "README.md", README.encode()
    yield "draft-program.docx", docx(draft(), Hand("draft", SECRETARIAT, "2004-10-04"))
    yield "draft-program.es.docx", docx(draft_es(), Hand("draft-es", SECRETARIAT, "2004-10-06", page_shift=1))
    yield "rapporteur-report.docx", docx(report(), Hand("report", RAPPORTEUR, "2004-10-14"))
    yield (
        "earlier-drafts/draft-program-2003.docx",
        docx(older(), Hand("older", SECRETARIAT, "2003-11-20", page_shift=-1)),
    )
    for name, submission in (SUBMISSIONS | VERSIONS).items():
        yield f"submissions/{name}", written_submission(submission)
    for name, text in UNREADABLE.items():
        yield f"submissions/{name}", text.encode()
    for name, write in ANSWERS.items():
        yield f"submissions/{name}", write()


def written_submission(submission: Submission, clean: bool = False) -> bytes:
    """The file; with `clean`, or where the delegation retyped, the text with its marks accepted."""
    document = submission.document()
    if clean or submission.clean:
        document = accepted(document)
    seed = submission.people[0] if submission.clean else submission.base
    return docx(document, Hand(seed, submission.people, submission.date, submission.page_shift), submission.template)
