"""Law 2: a mark names every contributor that proposes it and no other, and marks no more than changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from pipeline.auditing.case import Case, Entry
from pipeline.auditing.facts import words_marked
from pipeline.auditing.names import MARKS, NAMES, Element, W, attribute, tags
from pipeline.auditing.recount import counted_parts, marks_in
from pipeline.auditing.rivals import JOINT, SECRETARIAT, glued_in, members

LONGEST_AUTHOR = 255  # ST_String of w:author; Word refuses a longer one (observed)
MARK_TAGS, BOX = tags(*MARKS), tags("w:txbxContent", "mc:Fallback")
WORDS = tags("w:t", "w:delText")
NOTES = ("footnotes", "endnotes")


def broken(case: Case) -> Iterator[str]:
    kinds = _authors(case)
    known = {SECRETARIAT, *case.sources, *(case.codes.get(c, c) for c in case.sources)}
    for author in sorted({author for author, _ in kinds}):
        yield from _strange(case, author, known)
    for author, kind in sorted(kinds):
        if SECRETARIAT in author.split(JOINT) and kind != "w:ins":
            yield f"law 2: a mark {kind} by {author!r} in consolidated.docx: the Secretariat only inserts"
    for where in _glued(case):
        yield f"law 2: insertions of different contributors stand glued together in consolidated.docx: {where!r}"
    yield from _too_much(case)
    yield from _comments_of_others(case)


def _authors(case: Case) -> set[tuple[str, str]]:
    """(author, kind) of every mark, in every story."""
    package = case.result.package
    roots = (case.result.rest if part == package.main else package.xml(part) for part in counted_parts(package))
    found = {(attribute(mark, "author") or "", NAMES[mark.tag]) for root in roots for mark in marks_in(root)}
    return found.union(case.result.apart.marks)


def _strange(case: Case, author: str, known: set[str]) -> Iterator[str]:
    names = author.split(JOINT)
    for name in sorted(set(names) - known):
        yield f"law 2: author {author!r} in consolidated.docx: {name!r} is no contributor with a live submission"
    if len(author) > LONGEST_AUTHOR:
        yield f"law 2: author {author[:60]!r}… in consolidated.docx: {len(author)} characters, over {LONGEST_AUTHOR}"
    if len(set(names)) < len(names) or (SECRETARIAT in names and len(names) > 1):
        yield f"law 2: author {author!r} in consolidated.docx names one twice, or the Secretariat and others"
    if (ordered := _in_order(case, names)) != names:
        yield f"law 2: author {author!r} in consolidated.docx: in the meeting's order it is {JOINT.join(ordered)!r}"


def _in_order(case: Case, names: list[str]) -> list[str]:
    place = case.meeting_places
    return sorted(names, key=lambda name: place[name]) if place.keys() >= set(names) else names


def _glued(case: Case) -> Iterator[str]:
    """Neighbouring insertions that have no contributor in common, and no label or kept text between them."""
    result = case.result
    roots = [result.rest, *(root for kind in NOTES if (root := result.root(kind)) is not None)]
    yield from (where for root in roots for where in glued_in(root))
    yield from (facts.glued for facts in result.apart.facts if facts.glued)


def _too_much(case: Case) -> Iterator[str]:
    """Words in marks against words that differ, with room for restored spaces, alternatives and moved text."""
    used = _words_marked(case)
    alone, drafted = len(case.live) == 1, Counter(case.base.paragraphs)
    for who in case.sole_versions:
        authors = case.result.only(who, case.codes.get(who))
        marked = sum(count for author, count in used.items() if author in authors)
        if marked > _room(0, alone) and marked > _room(_known_to_change(case, who, drafted), alone):
            needed = words_changed(case.base.paragraphs, case.own_views[who].paragraphs)
            if marked > _room(needed, alone):
                yield f"law 2: {who}: {marked} words are marked in consolidated.docx where {needed} changed"


def _room(changed: int, alone: bool) -> float:
    return 1.5 * changed + 40 if alone else 3 * changed + 200


def _words_marked(case: Case) -> Counter[str]:
    """Author -> words in its run-level marks; what a text box inside a mark says is not counted to the mark."""
    body, used = case.result.rest, Counter(case.result.apart.words)
    if next(body.iter(*BOX), None) is None:
        return used + words_marked(body)
    for mark in body.iter(*MARK_TAGS):
        if len(mark):
            used[mark.get(W + "author") or ""] += len(_outside_boxes(mark).split())
    return used


def _outside_boxes(mark: Element) -> str:
    return "".join(t.text or "" for t in mark.iter(*WORDS) if not _boxed(t, mark))


def _boxed(element: Element, mark: Element) -> bool:
    while element is not mark:
        if element.tag in BOX:
            return True
        element = element.getparent()
    return any(a.tag in BOX[-1:] for a in mark.iterancestors())


def _known_to_change(case: Case, who: str, drafted: Counter[str]) -> int:
    """``_at_least_changed`` of what one contributor is shown, kept for the same two texts."""
    key = f"words {case.base_digest} {case.digests[who]}"
    known: int | None = case.paragraphs.get(key)
    if known is None:
        known = case.paragraphs[key] = _at_least_changed(drafted, Counter(case.own_views[who].paragraphs))
    return known


def _at_least_changed(old: Counter[str], new: Counter[str]) -> int:
    """A lower bound of ``words_changed`` that is quick to have: how often each word stands in the one and the other.

    Of two versions, as how often each paragraph stands in them: those that stand as often in both cannot change it.
    """
    before, after = (Counter(_words_of(side.items() - other.items())) for side, other in ((old, new), (new, old)))
    return sum(abs(before[word] - after[word]) for word in {word for word, _ in before.items() ^ after.items()})


def _words_of(counted: Iterable[tuple[str, int]]) -> list[str]:
    return " ".join(" ".join([paragraph] * count) for paragraph, count in counted).split()


def words_changed(old: list[str], new: list[str]) -> int:
    """Words deleted and inserted between two versions, compared by paragraphs first."""
    total = 0
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            total += _words_between(" ".join(old[a:b]).split(), " ".join(new[c:d]).split())
    return total


def _words_between(old: list[str], new: list[str]) -> int:
    opcodes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return sum(b - a + d - c for kind, a, b, c, d in opcodes if kind != "equal")


def _comments_of_others(case: Case) -> Iterator[str]:
    """A comment that was carried over stands under one of those who sent it. Whoever else sent the same words has them as well."""
    sent = [(_names_of(case, s), [text for _, text, _ in (case.facts(s["file"]) or {}).get("comments", [])]) for s in case.live]
    for submission, (own, texts) in zip(case.live, sent, strict=True):
        for text in filter(None, texts):
            found = {c.author for c in case.comments if text in c.text}
            strange = sorted(a for a in found if not any(members(a) & names and any(text in t for t in said) for names, said in sent))
            if strange and not any(own & members(author) for author in found):
                yield f"law 2: {submission['file']}: its comment {text[:50]!r} stands under {strange[0]!r}"


def _names_of(case: Case, submission: Entry) -> set[str]:
    """Names and codes of those who sent it."""
    return {name for c in submission["contributors"] for name in (c, case.codes.get(c, c))}
