"""Words of a paragraph with their places, and where words that somebody quotes stand among them.

The measure of a misquotation: of a quotation of four to seven words one may be misspelt (two letters at most, in a word
of five or more); from eight words on, one word in eight may be wrong, missing or too many. First and last word are
always right, and no number, negation or modal verb is ever taken for another word. Several candidates are none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from pipeline.instructions.values import FIRST_ATOM, Doubt

Manner = Literal["exact", "folded", "misquoted", "ellipsis"]
WORD = re.compile(r"[\U00100000-\U0010ffff]|(?:[^\W\d_]|[\u0300-\u036f])+|\d+(?:[.,]\d+)*|\.\.\.|\S")
SIGNS = {
    **dict.fromkeys("“”„«»‹›\"", '"'),
    **dict.fromkeys("‘’‚'ʼ", "'"),
    **dict.fromkeys("-‐‑‒–—―", "-"),
    "…": "...",
}
ELLIPSIS = "..."
CLOSING = frozenset(".,;:")
ELISIONS = frozenset(["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu"])
VOWELS = frozenset("aeiouyhœæ")
FEWEST_MISQUOTED, ONE_IN = 4, 8
PROTECTED = frozenset({
    "not", "no", "nor", "never", "without", "shall", "should", "may", "might", "must", "can", "could", "will", "would", "ne", "pas",
    "ni", "sans", "doit", "doivent", "devrait", "devraient", "peut", "peuvent", "nunca", "sin", "debe", "deben", "debera",
    "deberan", "deberia", "deberian", "puede", "pueden", "podra", "podran", "nao", "nem", "sem", "deve", "devem", "devera",
    "deverao", "deveria", "deveriam", "pode", "podem", "poderao", "and", "or", "y", "o", "e", "ou", "et",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """[start, end) of a text. exact: as compared first, with one kind of quotation mark and dash; folded: caseless, bare."""

    start: int
    end: int
    exact: str
    folded: str


@dataclass(frozen=True, slots=True)
class Match:
    """[start, end) of the paragraph: its words there, and those that were quoted for them."""

    start: int
    end: int
    words: tuple[Word, ...]
    quoted: tuple[Word, ...]
    manner: Manner


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """Every word, number, sign and atom; white space is none of them."""
    return tuple(_word(m) for m in WORD.finditer(text))


def _word(match: re.Match[str]) -> Word:
    exact = SIGNS.get(match[0]) or unicodedata.normalize("NFC", match[0])
    if exact == "'" and not (_letter(match, match.start() - 1) and _letter(match, match.end())):
        exact = '"'  # a quotation within a quotation, whatever marks the two texts use
    return Word(match.start(), match.end(), exact, bare(exact))


def _letter(match: re.Match[str], at: int) -> bool:
    return 0 <= at < len(match.string) and match.string[at].isalpha()


@lru_cache(maxsize=16384)
def bare(word: str) -> str:
    spread = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in spread if not unicodedata.combining(sign)) or word


def atoms_in(text: str, start: int, end: int) -> bool:
    return any(sign >= FIRST_ATOM for sign in text[start:end])


def matches(quote: str, paragraph: str, to_the_letter: bool = False) -> list[Match]:
    """Where the quotation stands: to the letter first, and only where nothing does, in the next freer manner."""
    quoted = words(quote)
    if not quoted:
        raise Doubt("quotation unclear")
    found = _first_found(quoted, paragraph, to_the_letter)
    if any(atoms_in(paragraph, m.start, m.end) for m in found):
        raise Doubt("note or image inside")
    return found


def _first_found(quoted: tuple[Word, ...], paragraph: str, to_the_letter: bool) -> list[Match]:
    hay = tuple(w for w in words(paragraph) if w.exact < FIRST_ATOM)
    cut = _without_closing(quoted)
    ways: list[tuple[Callable[[tuple[Word, ...]], list[Match]], tuple[Word, ...]]] = [
        (lambda q: _run(q, hay, paragraph, "exact"), quoted),
        (lambda q: _run(q, hay, paragraph, "folded"), quoted),
        (lambda q: _run(q, hay, paragraph, "exact"), cut),
        (lambda q: _run(q, hay, paragraph, "folded"), cut),
        (lambda q: _spans(q, hay, paragraph), quoted),
        (lambda q: _misquoted(q, hay, paragraph), cut),
    ]
    for way, asked in ways[: 1 if to_the_letter else None]:
        if found := way(asked):
            return found
    return []


def _without_closing(quoted: tuple[Word, ...]) -> tuple[Word, ...]:
    return quoted[:-1] if len(quoted) > 1 and quoted[-1].exact in CLOSING else quoted


def _run(quoted: tuple[Word, ...], hay: Sequence[Word], paragraph: str, manner: Manner) -> list[Match]:
    same = _same_letters if manner == "exact" else _same_word
    if manner == "folded" and len(quoted) == 1 and len(quoted[0].folded) <= 3:
        same = _same_but_case  # “ou” is not “où”
    size = len(quoted)
    found = []
    for k in range(len(hay) - size + 1):
        if same(quoted[0], hay[k]) and all(same(q, h) for q, h in zip(quoted, hay[k : k + size], strict=True)):
            there = tuple(hay[k : k + size])
            if bounded(paragraph, there[0].start, there[-1].end):
                found.append(Match(there[0].start, there[-1].end, there, quoted, manner))
    return _apart(found)


def _same_letters(one: Word, other: Word) -> bool:
    return one.exact == other.exact


def _same_word(one: Word, other: Word) -> bool:
    return one.folded == other.folded


def _same_but_case(one: Word, other: Word) -> bool:
    return one.exact.casefold() == other.exact.casefold()


def _apart(found: list[Match]) -> list[Match]:
    out: list[Match] = []
    for match in found:
        if not out or match.start >= out[-1].end:
            out.append(match)
    return out


def bounded(paragraph: str, start: int, end: int) -> bool:
    """Whole words: not a part of "non-regular", "and/or", "States’" or "State’s"; after an elision ("l’État") a word begins."""
    before, after = paragraph[max(0, start - 2) : start], paragraph[end : end + 2]
    if paragraph[start].isalnum() and before and not _begins(paragraph, start, before):
        return False
    if not paragraph[end - 1].isalnum() or not after:
        return True
    if after[0].isalnum() or (after[0] in "-‐‑/_" and after[1:].isalnum()):
        return False
    return after[0] not in "’'" or not (after[1:].isalpha() or paragraph[end - 1] in "sSzx")


def _begins(paragraph: str, start: int, before: str) -> bool:
    if before[-1].isalnum() or (before[-1] in "-‐‑/_" and before[:-1].isalnum()):
        return False
    if before[-1] not in "’'" or not before[:-1].isalpha():
        return True
    return elided(paragraph, start)


def elided(paragraph: str, start: int) -> bool:
    """Whether "l’", "d’", "qu’" stands right before: what follows has to begin with a vowel."""
    found = re.search(r"([^\W\d_]+)['’]$", paragraph[max(0, start - 10) : start])
    return bool(found) and bare(found[1]) in ELISIONS if found else False


def _spans(quoted: tuple[Word, ...], hay: Sequence[Word], paragraph: str) -> list[Match]:
    """ "X ... Y": from X to the Y after it, where each pair that could be meant is counted."""
    parts = _parts(quoted)
    if len(parts) < 2 or not all(parts):
        return []
    found = [_run(p, hay, paragraph, "exact") or _run(p, hay, paragraph, "folded") for p in parts]
    return [
        Match(head.start, tail.end, (*head.words, *tail.words), quoted, "ellipsis")
        for head in found[0]
        for tail in found[-1]
        if head.end < tail.start and all(any(head.end <= m.start and m.end <= tail.start for m in middle) for middle in found[1:-1])
    ]


def _parts(quoted: tuple[Word, ...]) -> list[tuple[Word, ...]]:
    parts: list[list[Word]] = [[]]
    for k, word in enumerate(quoted):
        beside = {w.exact for w in quoted[max(0, k - 1) : k + 2]}
        if word.exact == ELLIPSIS:
            parts.append([])
        elif not (word.exact in "[]()" and ELLIPSIS in beside):
            parts[-1].append(word)
    return [tuple(p) for p in parts]


def _misquoted(quoted: tuple[Word, ...], hay: Sequence[Word], paragraph: str) -> list[Match]:
    size = len(quoted)
    if sum(w.exact.isalnum() for w in quoted) < FEWEST_MISQUOTED or any(w.exact == ELLIPSIS for w in quoted):
        return []
    wrong = size // ONE_IN
    found = []
    for start in (k for k, w in enumerate(hay) if w.folded == quoted[0].folded):
        for length in range(max(2, size - wrong), size + wrong + 1):
            there = tuple(hay[start : start + length])
            if len(there) == length and there[-1].folded == quoted[-1].folded and _near(quoted, there, wrong):
                found.append(Match(there[0].start, there[-1].end, there, quoted, "misquoted"))
    return [m for m in found if bounded(paragraph, m.start, m.end)]


def _near(quoted: tuple[Word, ...], there: tuple[Word, ...], wrong: int) -> bool:
    changes = list(_changes(quoted, there))
    if any(bare(w.exact) in PROTECTED or w.exact[0].isdigit() for one, other in changes for w in (*one, *other)):
        return False
    if sum(max(len(one), len(other)) for one, other in changes) <= wrong:
        return True
    return len(changes) == 1 and len(changes[0][0]) == len(changes[0][1]) == 1 and _misspelt(changes[0][0][0], changes[0][1][0])


def _changes(quoted: tuple[Word, ...], there: tuple[Word, ...]) -> Iterator[tuple[tuple[Word, ...], tuple[Word, ...]]]:
    compared = SequenceMatcher(None, [w.folded for w in quoted], [w.folded for w in there], autojunk=False)
    for tag, a, b, c, d in compared.get_opcodes():
        if tag != "equal":
            yield quoted[a:b], there[c:d]


def _misspelt(one: Word, other: Word) -> bool:
    """At most two letters apart in a word of five or more, and not another form of it (States, State)."""
    a, b = sorted((one.folded, other.folded), key=len)
    if len(a) < 5 or len(b) - len(a) > 2 or b.startswith(a):
        return False
    kept = sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    return len(b) - kept <= 2 and a[-2:] == b[-2:]
