"""A letter with the text of the draft appended, in one Word file: the letter is cut off and read as what it is.

Only what stands before the first, or after the last, paragraph that the draft has; only where it greets or signs, and
where nothing of it is marked, and where it says who writes or to whom: a title or a preamble that a delegation inserts is a
proposal, "presents its compliments" is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import Entry, Fate
from ..ooxml import names as n
from ..ooxml.items import NOTE_REFERENCES, hidden
from ..ooxml.names import Element
from ..ooxml.nodes import Roots
from ..ooxml.package import Package
from ..remarks import Block, Piece, Remark
from .called import Names
from .draft import DraftFile, plain
from .places import Places
from .untold import entry

KNOWN = 3  # paragraphs of the draft that must be there, and a tenth of them
FEWEST = 2  # paragraphs of a letter
LONGEST = 40  # paragraphs of one; beyond, what stands around the draft is something else
ALIKE = 0.5  # share of words from which a paragraph is rather a version of one of the draft's
ADDRESS = re.compile(
    r"(?:dear|sirs?\b|madam|yours|sincerely|excelenc|estimad|señor|atentamente|cordialmente|monsieur|madame|cher|veuillez|prezad|senhor|"
    r"atenciosamente|respeitosamente|respetuosamente|respectfully)", re.I
)  # fmt: skip
MARKED = (n.w("ins"), n.w("moveTo"), n.w("del"), n.w("moveFrom"))


@dataclass(frozen=True)
class Wrapping:
    """What the letter says, its ledger, and the paragraphs [first, last] of the file that are the draft's text."""

    remarks: tuple[Remark, ...]
    ledger: tuple[Entry, ...]
    draft_span: tuple[int, int]


def unwrap(package: Package, roots: Roots, places: Places, draft: DraftFile, names: Names) -> Wrapping | None:
    """Take the letter out of the tree; None, and the tree as it was, where there is none."""
    own = draft.own_words

    def is_own(block: Element) -> bool:
        return _words_of(block, package) in own

    blocks = [e for e in roots.body if e.tag != n.w("sectPr")]
    first_known = next((i for i, e in enumerate(blocks) if is_own(e)), None)
    if first_known is None or (not first_known and is_own(blocks[-1])):  # nothing stands around the draft's text
        return None
    last_known = next(i for i in range(len(blocks) - 1, -1, -1) if is_own(blocks[i]))
    before, after = blocks[:first_known], blocks[last_known + 1 :]
    for paragraph in [p for e in (*before, *after) for p in e.iter(n.P)]:
        package.whole(paragraph)
    parts = [part for part in (before, after) if _is_letter(part, own, names)]
    if parts and sum(map(is_own, blocks)) < max(KNOWN, len(own) // 10):
        return None
    if not parts:
        return None
    places.paragraph_number(roots.body)  # numbered as they stood in the file
    cut = [e for part in parts for e in part]
    first = places.paragraph_number(_first(blocks[first_known:] if before in parts else blocks))
    last = places.paragraph_number(_first(blocks[: last_known + 1][::-1] if after in parts else blocks[::-1]))
    blocks_of_letter = _blocks(cut, roots, places)
    from ..letters import segment

    segments = segment(blocks_of_letter, "", names.own, names.states)
    blocks_said = ((s, b) for s in segments for b in blocks_of_letter[s.start : s.end] if b.text.strip())
    ledger = [entry("paragraph", b.place, _fate(s.remark), b.text) for s, b in blocks_said]
    ledger += [Entry("hidden text", places.of_element(r), "held") for e in cut for r in e.iter(n.R_) if hidden(r) and _said(r).strip()]
    for e in cut:
        roots.body.remove(e)
    return Wrapping(tuple(r for s in segments for r in s.remarks if r.kind != "courtesy"), tuple(ledger), (first, last))


def _words_of(block: Element, package: Package) -> str:
    """The words of a paragraph, "" for any other block."""
    text = package.plain.get(block)
    return plain(text if text is not None else "".join([t.text or "" for t in block.iter(n.T)])) if block.tag == n.P else ""


def _first(blocks: Sequence[Element]) -> Element:
    return next((p for e in blocks for p in ([e] if e.tag == n.P else e.iter(n.P))), None)


def _is_letter(blocks: Sequence[Element], own: frozenset[str], names: Names) -> bool:
    texts = [text for e in blocks if (text := plain("".join(t.text or "" for t in e.iter(n.T))))]
    if not FEWEST <= len(texts) <= LONGEST or any(True for e in blocks for _ in e.iter(*MARKED)):
        return False
    if any(_alike(text, other) for text in texts for other in own if abs(len(text) - len(other)) < max(len(text), len(other)) / 2):
        return False
    from ..letters.courtesies import greets  # patterns of four languages, for the few files that need them

    return any(greets(text) for text in texts) and _has_sender(texts, names)


def _has_sender(texts: Sequence[str], names: Names) -> bool:
    """A letter says who writes, or to whom; a preamble that "expresses its highest consideration" does neither."""
    words = {f" {_folded(name)} " for name in names.own if len(name) > 3}
    return any(ADDRESS.match(text) or any(w in f" {_folded(text)} " for w in words) for text in texts)


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _alike(one: str, other: str) -> bool:
    """Short words do not count: "Permanent Mission of …" is no version of "Permanent Council of the"."""
    a, b = ({w for w in text.casefold().split() if len(w) > 3} for text in (one, other))
    return len(a & b) >= max(1, ALIKE * max(len(a), len(b)))


def _blocks(elements: Sequence[Element], roots: Roots, places: Places) -> list[Block]:
    """A paragraph, or a table, as one block; the notes that hang on it behind it."""
    return [
        Block("paragraph", place, (Piece(" ".join(_words(part).split())),))
        for e in elements
        for place, part in ((f"paragraph {places.paragraph_number(_first([e]))}", e), *_notes(e, roots))
    ]


def _notes(element: Element, roots: Roots) -> Iterator[tuple[str, Element]]:
    for reference in element.iter(*NOTE_REFERENCES):
        kind, ident = NOTE_REFERENCES[reference.tag], reference.get(n.ID) or ""
        found = roots.notes[kind][1] if kind in roots.notes else ()
        note = next((e for e in found if e.get(n.ID) == ident), None)
        if note is not None:
            yield f"{kind} {ident}", note


def _words(element: Element) -> str:
    """What shows, a space where a line, a cell or a paragraph ends; a text box counts once (ECMA-376 part 3, 7.6)."""
    if element.tag in (n.FALLBACK, n.DEL, n.w("moveFrom")) or (element.tag == n.R_ and hidden(element)):
        return ""
    ends = " " if element.tag in (n.P, n.w("br"), n.w("cr"), n.w("tab")) else ""
    return (element.text or "" if element.tag == n.T else "") + "".join(map(_words, element)) + ends


def _said(run: Element) -> str:
    return "".join(t.text or "" for t in run.iter(n.T))


def _fate(remark: Remark) -> Fate:
    return "courtesy" if remark.kind == "courtesy" else "comment"
