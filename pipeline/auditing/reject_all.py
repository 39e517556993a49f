"""Law 0: with every mark rejected, the consolidated document is the draft."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from pipeline.auditing.blocks import HIDDEN, Accepted, Block
from pipeline.auditing.case import Case, different
from pipeline.auditing.document import Document
from pipeline.auditing.looks import Looks, Observer
from pipeline.auditing.names import MARKS, attribute, tags

MARK_TAGS = tags(*MARKS, "w:cellIns", "w:cellDel")


def broken(case: Case) -> Iterator[str]:
    got = case.result.view(frozenset({HIDDEN}))
    if place := different(got, case.base, margins=True):
        yield f"law 0: reject-all of consolidated.docx is not the draft: {place}"
    else:
        yield from (f"law 0: reject-all of consolidated.docx is not the draft: {place}" for place in _other_looks(case))
    for block in case.result.outside:
        for mark in block.iter(*MARK_TAGS):
            yield f"law 0: a mark by {attribute(mark, 'author')!r} stands outside draft_text in consolidated.docx"


def _other_looks(case: Case) -> Iterator[str]:
    """Compared only where the text is the same, so that stories and paragraphs answer each other.

    What the draft looks like is kept as a hash: where that is the document's, there is nothing to compare.
    """
    written = list(_stories(case.result, frozenset({HIDDEN}), undo=True))
    key, told = f"looks {case.draft.package.sha256}", _hash(written)
    if case.paragraphs.get(key) == told:
        return
    drafted = list(_stories(case.draft, case.draft.all_accepted, undo=False))
    for (story, expected), (_, got) in zip(drafted, written, strict=False):
        yield from _differences(story, got, expected)
    if _hash(drafted) == told:
        case.paragraphs[key] = told


def _hash(stories: list[tuple[str, Looks]]) -> str:
    return hashlib.sha256(repr(stories).encode("utf-8", "surrogatepass")).hexdigest()


def _stories(document: Document, accepted: Accepted, *, undo: bool) -> Iterator[tuple[str, Looks]]:
    """("body", looks), then notes in order of reference, then headers and footers."""
    package = document.package
    body = Observer(accepted, package, package.main, undo=undo)
    yield "body", _observed(body, document.region)
    for kind, ident in body.notes:
        observer = Observer(accepted, package, next(iter(package.related(f"{kind}s")), ""), undo=undo)
        yield f"{kind} {ident}", _observed(observer, document.note((kind, ident)) or [])
    for kind, _, part, blocks in document.margins:
        yield kind[2:8], _observed(Observer(accepted, package, part, undo=undo), blocks)


def _observed(observer: Observer, blocks: list[Block]) -> Looks:
    observer.blocks(blocks)
    return observer.looks


def _differences(story: str, got: Looks, expected: Looks) -> Iterator[str]:
    for number, (one, other) in enumerate(zip(got.lines, expected.lines, strict=False), 1):
        if one[0] != other[0]:
            yield f"{story}, paragraph {number}: style, level and list are {one[0]}, expected {other[0]}"
            return
        if one[1] != other[1]:
            yield f"{story}, paragraph {number}: formatting differs: {_first_unlike(one[1], other[1])}"
            return
    if got.fields != expected.fields:
        yield f"{story}: field instructions differ: {_first_unlike(got.fields, expected.fields)}"
    if got.pictures != expected.pictures:
        yield f"{story}: {len(got.pictures)} pictures, expected {len(expected.pictures)} (or others, in another order)"


def _first_unlike(got: Sequence[object], expected: Sequence[object]) -> str:
    for one, other in zip(got, expected, strict=False):
        if one != other:
            return f"got {str(one)[:120]}, expected {str(other)[:120]}"
    return "one has more than the other"
