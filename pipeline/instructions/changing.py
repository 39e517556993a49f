"""The smallest edits that replace, delete or insert words, with the white space, commas and capitals they need."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from pipeline.instructions.values import FIRST_ATOM, Doubt, TextEdit, amended
from pipeline.instructions.words import Match, Word, bare, words

ENDING = ",.;:!?)]}”»"
# Openings of a phrase that stands between two commas of its own: with the phrase, both go.
ASIDE = re.compile(
    r"(?:where|wherever|as|if|when|whenever|inter alia|subject to|in particular|in principle|to the extent|in accordance|for example"
    r"|at least"
    r"|cuando|segun|si|en particular|en principio|en la medida|de conformidad|entre otr[oa]s|por ejemplo|al menos|conforme"
    r"|siempre que|a mas tardar"
    r"|lorsque|si|s il|s'il|selon|le cas echeant|au besoin|en particulier|notamment|en principe|dans la mesure|conformement|entre autres"
    r"|par exemple"
    r"|quando|se|conforme|sempre que|em particular|em principio|na medida|de acordo|entre outr[oa]s|por exemplo|ao menos|caso)\b"
)
JOINING = frozenset(["and", "or", "y", "e", "o", "u", "et", "ou", "nor", "ni", "nem"])
ARTICLES = frozenset({
    "the", "a", "an", "each", "every", "all", "any", "this", "these", "those", "no", "el", "la", "los", "las", "un", "una", "cada",
    "todo", "toda", "todos", "todas", "le", "les", "l", "une", "chaque", "tout", "toute", "tous", "toutes", "o", "os", "as",
    "um", "uma",
})  # fmt: skip


def replacement(match: Match, old: str, new: str, paragraph: str) -> tuple[TextEdit, ...]:
    """Only the words in which ``old`` and ``new`` differ, each put where the draft has it.

    So a capital, an accent or a word that was quoted wrongly stays as the draft has it, unless it was to be changed.
    """
    new = _capital_as_in_draft(match, new, paragraph)
    if match.manner == "ellipsis":
        return _between(match.start, match.end, new, paragraph)
    edits = tuple(_word_edits(match, new))
    if match.manner == "exact" and not _comes_out(match, new, paragraph, edits):
        return ((match.start, match.end, new),)
    return edits


def _comes_out(match: Match, new: str, paragraph: str, edits: tuple[TextEdit, ...]) -> bool:
    end = len(paragraph) - match.end
    after = amended(paragraph, edits)
    stretch = after[match.start : len(after) - end]
    return [w.exact for w in words(stretch)] == [w.exact for w in words(new)] and _gaps(stretch) == _gaps(new)


def _gaps(text: str) -> list[bool]:
    found = words(text)
    return [b.start > a.end for a, b in pairwise(found)]


def _capital_as_in_draft(match: Match, new: str, paragraph: str) -> str:
    there, quoted = paragraph[match.start], match.quoted[0].exact[0]
    if there.isupper() and quoted.islower() and new[:1].islower():
        return new[0].upper() + new[1:]
    if there.islower() and quoted.isupper() and new[:1].isupper() and not new[:2].isupper():
        return new[0].lower() + new[1:]
    return new


def _between(start: int, end: int, new: str, paragraph: str) -> tuple[TextEdit, ...]:
    there = tuple(w for w in words(paragraph) if start <= w.start and w.end <= end)
    return tuple(_word_edits(Match(start, end, there, there, "exact"), new))


def _word_edits(match: Match, new: str) -> Iterator[TextEdit]:
    coming = words(new)
    place = _places(match)
    first_differs = match.quoted[0].exact != match.words[0].exact
    old = [w.exact for w in match.quoted]
    if first_differs and coming and coming[0].folded == match.quoted[0].folded:
        old[0] = coming[0].exact  # the capital that the draft has
    compared = SequenceMatcher(None, old, [w.exact for w in coming], autojunk=False)
    for tag, a, b, c, d in compared.get_opcodes():
        if tag == "equal":
            continue
        before, after = place.get(a - 1), place.get(b)
        if (before is None and a > 0) or (after is None and b < len(old)):
            raise Doubt("not found")  # beside a word that was quoted wrongly
        start, end = before.end if before else match.start, after.start if after else match.end
        there = [w for w in match.words if start <= w.start and w.end <= end]
        yield _one_edit(there, before, after, coming, (c, d), new)


def _places(match: Match) -> dict[int, Word]:
    """Which word of the draft stands for which that was quoted; what was quoted wrongly stands for none."""
    if match.manner != "misquoted":
        return dict(enumerate(match.words))
    compared = SequenceMatcher(None, [w.folded for w in match.quoted], [w.folded for w in match.words], autojunk=False)
    return {a + k: match.words[b + k] for a, b, size in compared.get_matching_blocks() for k in range(size)}


def _one_edit(
    there: list[Word], before: Word | None, after: Word | None, coming: tuple[Word, ...], span: tuple[int, int], new: str
) -> TextEdit:
    """Words for words; where only one side has words, one of the gaps beside them comes or goes with them."""
    c, d = span
    if there and c < d:
        return there[0].start, there[-1].end, new[coming[c].start : coming[d - 1].end]
    if there:
        return (*_with_a_gap(there, before, after, 0 < c < len(coming) and coming[c].start > coming[c - 1].end), "")
    if before is not None:
        return before.end, before.end, new[coming[c - 1].end if c else coming[c].start : coming[d - 1].end]
    if after is None:
        raise Doubt("not found")
    return after.start, after.start, new[coming[c].start : coming[d].start if d < len(coming) else coming[d - 1].end]


def _with_a_gap(there: list[Word], before: Word | None, after: Word | None, apart: bool) -> tuple[int, int]:
    """What to delete so that one gap is left between the neighbours, or none where the new text has none."""
    start, end = there[0].start, there[-1].end
    if before is None or after is None:
        return before.end if before else start, after.start if after else end
    if not apart:
        return before.end, after.start
    return (start, after.start) if start > before.end else (before.end, end)


def deletion(start: int, end: int, paragraph: str) -> tuple[TextEdit, ...]:
    """The words and one of the spaces beside them; a comma that would be left without its partner goes as well."""
    before, after = paragraph[:start].rstrip(), paragraph[end:].lstrip(" \u00a0")
    gap = len(paragraph[end:]) - len(after)
    if not before or before[-1] in ".!?":
        return _from_the_start(start, end, paragraph)
    _refuse_half_of_an_aside(start, end, paragraph)
    if before[-1] == "," and after[:1] == ",":
        return _aside(len(before) - 1, end + gap + 1, start, end, paragraph)
    if before[-1] == "," and (not after or after[0] in ".;:"):
        return ((len(before) - 1, end, ""),)
    if before[-1] == "(" and after[:1] == ")":
        return ((len(before[:-1].rstrip()), end + gap + 1, ""),)
    if not after or after[0] in ENDING:
        return ((len(before), end, ""),)
    return ((start, end + (gap if start > len(before) or before[-1] in "(“«'’" else 0), ""),)


def _from_the_start(start: int, end: int, paragraph: str) -> tuple[TextEdit, ...]:
    """What follows becomes the beginning of the sentence, with its capital."""
    rest = paragraph[end:]
    left = re.match(r"\s*[,;:]?\s*", rest)
    end += left.end() if left else 0
    following = words(paragraph[end:])[:1]
    if not following:
        raise Doubt("two readings")
    if not paragraph[start].isupper() or not paragraph[end].islower():
        return ((start, end, ""),)
    word = paragraph[end : end + following[0].end]
    return (start, end, ""), (end, end + len(word), word[0].upper() + word[1:])


def _refuse_half_of_an_aside(start: int, end: int, paragraph: str) -> None:
    """“, where appropriate” without the second comma, or the other way round, leaves the other comma to hang."""
    inside = paragraph[start:end]
    opens, closes = inside[:1] == ",", inside[-1:] == ","
    if opens != closes and ASIDE.match(bare(inside.strip(", "))):
        if opens and paragraph[end:].lstrip()[:1] == ",":
            raise Doubt("two readings")
        if closes and paragraph[:start].rstrip()[-1:] == ",":
            raise Doubt("two readings")


def _aside(comma: int, behind: int, start: int, end: int, paragraph: str) -> tuple[TextEdit, ...]:
    following = words(paragraph[behind:])[:1]
    if not ASIDE.match(bare(paragraph[start:end])) or not following or following[0].folded in JOINING:
        raise Doubt("two readings")
    return ((comma, behind, ""),)


def placed_after(match: Match, new: str, paragraph: str) -> TextEdit:
    """Behind the words and behind a note that belongs to them."""
    at = match.end
    while at < len(paragraph) and paragraph[at] >= FIRST_ATOM:
        at += 1
    return at, at, new if new[:1] in tuple(",;:.)") else " " + new


def placed_before(start: int, new: str, paragraph: str, small: bool = False) -> tuple[TextEdit, ...]:
    before = paragraph[:start].rstrip()
    if new[:1] in tuple(",;:"):
        if not before:
            raise Doubt("two readings")
        return ((len(before), len(before), new),)
    if before and before[-1] not in ".!?":
        return ((start, start, new + " "),)
    return _at_the_start(start, new, paragraph, small)


def _at_the_start(start: int, new: str, paragraph: str, small: bool) -> tuple[TextEdit, ...]:
    """The capital goes to the new first word; the old one gives it up where it is an article or was quoted ``small``."""
    new = new[:1].upper() + new[1:] if paragraph[start : start + 1].isupper() else new
    old = words(paragraph[start:])[:1]
    word = paragraph[start : start + old[0].end] if old else ""
    if new[-1:] not in tuple(".!?") and word[:1].isupper() and (small or bare(word) in ARTICLES):
        return (start, start, new + " "), (start, start + len(word), word[0].lower() + word[1:])
    return ((start, start, new + " "),)
