"""Law 1 for a file of another form (.odt, .rtf, .doc): what its contributor is shown, held against two readings of what it sent.

The first is the Word file that LibreOffice made of it, read here as every Word file: there LibreOffice is the witness of the
reader and of the audit alike. The second is this package's own reading of the received bytes (``forms``), deletions left out, for
which no LibreOffice is needed. Both are compared by their words: spaces and empty paragraphs, which a conversion moves, do not
count, nor does what the draft itself comes back with when it goes the same way, into the form and back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from pipeline.auditing.case import Case
from pipeline.auditing.complete import passages_of
from pipeline.auditing.document import Document, View
from pipeline.auditing.names import solid, squeezed

SILENT = str.maketrans("", "", "\u2063\ufffc\u200b\u00ad")  # signs of notes and drawings; what shows nothing
STRUCTURE = ("<table>", "</table>", "<row>", "<cell>")
CUTS = re.compile(r"[^\w\s‑'’-]+|\S*\d\S*")
WORDS = 4  # fewer say nothing, and stand in any text


def parting(case: Case, file: str, view: View, sent: View) -> str | None:
    """The first place where the view and what was sent, as LibreOffice reads it, say different words; None where there is none."""
    got, wanted = lines(view), lines(sent)
    gone, come = _conversions_own(case, file)
    return _first(_without(got, gone), _without(wanted, come), Counter(_words(gone)) + Counter(_words(come)))


def unlike(case: Case, file: str, view: View) -> str | None:
    """The first words that the received bytes say and the view does not, or the other way round; None where the bytes are not read.

    Held together are the stretches between signs and figures: what a field shows, which no view has, is such a figure nearly always.
    """
    found = passages_of(case, file)
    if not found:
        return None
    said = [line for p in found for text in p.texts for line in text.split("\n")]
    shown, (gone, _) = lines(view), _conversions_own(case, file)
    lost = _not_in(_stretches(said), [*shown, *_said_by_draft(case)])
    if lost:
        return f"{lost[:70]!r} stands in the file and is not shown"
    added = _not_in(_stretches(_without(shown, gone)), [*said, *case.once("around fields", lambda: _around_fields(case))])
    return f"{added[:70]!r} is shown and does not stand in the file" if added else None


def _said_by_draft(case: Case) -> list[str]:
    """With what its fields show."""

    def read() -> list[str]:
        from pipeline.auditing.forms import passages

        path = case.draft.package.path
        return [text for p in passages(path.name, path.read_bytes()) or [] for text in p.texts]

    return case.once("draft as sent", read)


def _around_fields(case: Case) -> list[str]:
    """Stretches of the draft that stand nowhere in it once its fields show something."""
    as_sent = solid("".join(_said_by_draft(case)))
    return [stretch for stretch in _stretches(lines(case.base)) if solid(stretch) not in as_sent]


def _stretches(texts: Iterable[str]) -> Iterator[str]:
    return (stretch for text in texts for stretch in CUTS.split(text))


def lines(view: View) -> list[str]:
    """Of the body and the notes, those with words."""
    found = (text.translate(SILENT) for texts in (view.paragraphs, *view.notes) for text in texts if text not in STRUCTURE)
    return [line for text in found if (line := squeezed(text))]


def _conversions_own(case: Case, file: str) -> tuple[list[str], list[str]]:
    """Lines of the draft that do not come back from the form as they were, and those that come in their place."""
    trip = case.trip(file)
    if trip is None:
        return [], []
    drafted, went = (Counter(lines(v)) for v in (case.base, case.once(f"trip {trip.name}", lambda: _whole(trip))))
    return list((drafted - went).elements()), list((went - drafted).elements())


def _whole(path: Path) -> View:
    document = Document(path)
    return document.view(document.everyone)


def _without(found: Sequence[str], others: Iterable[str]) -> list[str]:
    left, out = Counter(map(solid, others)), []
    for line in found:
        if left[solid(line)] > 0:
            left[solid(line)] -= 1
        else:
            out.append(line)
    return out


def _words(found: Iterable[str]) -> Iterator[str]:
    return (word for line in found for word in line.split())


def _first(got: Sequence[str], wanted: Sequence[str], excused: Counter[str]) -> str | None:
    """Lines pair by pair. A line that the contributor changed where the conversion changed it too may differ by the words of both."""
    if solid("".join(got)) == solid("".join(wanted)) and len(got) == len(wanted):
        return None
    for one, other in zip_longest(got, wanted, fillvalue=""):
        if solid(one) != solid(other):
            more, less = Counter(one.split()), Counter(other.split())
            if not (more - less) + (less - more) <= excused:
                return f"got {one[:90]!r}, expected {other[:90]!r}"
    return None


def _not_in(texts: Iterable[str], others: Iterable[str]) -> str:
    """The first text of some words that stands nowhere in the others."""
    all_of_them = solid("".join(others)).translate(SILENT)
    enough = (text for text in map(squeezed, texts) if len(text.split()) >= WORDS)
    return next((text for text in enough if solid(text).translate(SILENT) not in all_of_them), "")
