"""What a received file comes down to for the laws: kept by the file's hash, so that an unchanged file is read once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, MutableMapping
from pathlib import Path
from typing import Any

from pipeline.auditing.comments import comments_of
from pipeline.auditing.document import Document, View
from pipeline.auditing.metadata import people_in, places_in
from pipeline.auditing.names import Element, child, is_on, outside_fallback, squeezed, tags
from pipeline.auditing.package import UNREADABLE, Package
from pipeline.auditing.recount import count_marks, counted_parts

Memo = MutableMapping[str, Any]
VERSION = "1"  # of what is kept; a new one when it is made differently
SENTENCE_END = re.compile(r"[.;:!?\n]+")
SECRET_WORDS = 3  # fewer words say nothing, and stand in any text

INS, DELETED, INSERTED = tags("w:ins"), tags("w:delText"), tags("w:t")


def received(path: Path, memo: Memo) -> dict[str, Any] | None:
    """See ``_facts``; None where the file is no readable Word document."""
    package = Package(path, brief=True)
    key = _key(package)
    if key not in memo:
        memo[key] = _facts_or_none(package)
    facts: dict[str, Any] | None = memo[key]
    return facts


def unknown(paths: Iterable[Path], memo: Memo) -> list[Path]:
    """Those that the memo knows nothing of."""
    return [path for path in paths if path.is_file() and _key(Package(path)) not in memo]


def _key(package: Package) -> str:
    return key_of(package.sha256)


def key_of(sha256: str) -> str:
    """Under which the memo knows a file."""
    return f"{VERSION} {sha256}"


def views_of(paths: Iterable[Path]) -> dict[str, Any]:
    """What ``received`` keeps of these files, to update a memo with: for work in another process."""
    memo: dict[str, Any] = {}
    for path in paths:
        received(path, memo)
    return memo


def _facts_or_none(package: Package) -> dict[str, Any] | None:
    try:
        return _facts(Document(package)) if package.path.suffix.lower() == ".docx" else None
    except UNREADABLE:
        return None


def _facts(document: Document) -> dict[str, Any]:
    """All that the laws ask of a received file but its text, which ``view`` stands for as a hash."""
    package = document.package
    comments = comments_of(package)
    return {
        "view": digest(document.view(document.everyone)),
        "marks": count_marks(package),
        "comments": [[c.author, c.text, c.internal] for c in comments],
        "people": people_in(package),
        "places": places_in(package),
        "secrets": sorted({s for text in _secrets(package) for s in sentences(text)}),
    }


def digest(view: View, *, margins: bool = False) -> str:
    """Stands for a view where only equality is asked for. Law 1 leaves headers and footers out, law 0 does not."""
    lines = ["\x1d".join(view.paragraphs), *("\x1d".join(["\x1e", *note]) for note in view.notes)]
    lines += ["\x1d".join(["\x1f", kind, where, *texts]) for kind, where, texts in view.margins if margins]
    return hashlib.sha256("\x1c".join(lines).encode("utf-8", "surrogatepass")).hexdigest()


def sentences(text: str) -> list[str]:
    """The stretches of a text that are long enough to be known again."""
    return [s for part in SENTENCE_END.split(text) if len((s := squeezed(part)).split()) >= SECRET_WORDS]


def _secrets(package: Package) -> Iterator[str]:
    """Hidden text, and text inserted and deleted again within the file."""
    for name in counted_parts(package):
        data = package.telling(name)
        if b"vanish" in data:
            runs = package.xml(name).iter(*tags("w:r"))
            yield from _neighbours(run for run in runs if is_on(child(child(run, "w:rPr"), "w:vanish")))
        if b"delText" in data:
            yield from (_words(d) for d in package.xml(name).iter(*tags("w:del")) if _is_inserted(d))


def _neighbours(runs: Iterable[Element]) -> Iterator[str]:
    """The text of runs, those that follow each other in one."""
    text, last = "", None
    for run in runs:
        if last is not None and run.getprevious() is not last:
            yield text
            text = ""
        text += _words(run)
        last = run
    yield text


def _words(element: Element) -> str:
    return "".join(element.itertext(*INSERTED, *DELETED, with_tail=False))


def _is_inserted(deletion: Element) -> bool:
    while (deletion := deletion.getparent()) is not None:
        if deletion.tag in INS:
            return True
    return False


def inserted_texts(document: Document) -> Iterator[str]:
    """Texts of four words or of 24 characters that the body's insertions add; hidden and deleted ones left out."""
    for mark in outside_fallback(document.body, *tags("w:ins", "w:moveTo")):
        text = squeezed("".join(t.text or "" for t in mark.iter(*INSERTED) if _is_shown(t)))
        if len(text.split()) >= 4 or len(text) >= 24:
            yield text


def _is_shown(t: Element) -> bool:
    inside = any(True for _ in t.iterancestors(*tags("w:del", "w:moveFrom", "w:txbxContent")))
    return not inside and not is_on(child(child(t.getparent(), "w:rPr"), "w:vanish"))


