"""The edition for print says what the marks of consolidated.docx say, by a reading of both files of the audit's own.

Both are brought to the same form: for each paragraph its words in order, each stretch with the look that tells a reader on paper
what is proposed. The marks themselves are judged by laws 0 to 2; this ties the printed signs to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from pipeline.auditing.apart import Memo
from pipeline.auditing.marked import PLAIN, Paragraph, Story, all_words, pair_key, story_of
from pipeline.auditing.names import MARKS, PARSER, attribute, squeezed, tags
from pipeline.auditing.package import Package
from pipeline.auditing.rivals import SECRETARIAT

PARTS = ("document", "footnotes", "endnotes", "header", "footer")
LEFT = tags(
    *MARKS, "w:delText", "w:delInstrText", "w:cellIns", "w:cellDel", "w:rPrChange", "w:pPrChange", "w:trPrChange", "w:tcPrChange",
    "w:tblPrChange", "w:sectPrChange", "w:commentReference", "w:commentRangeStart",
)  # fmt: skip
WORDS = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>")
CODE = re.compile(r" ?\[([^\[\]]+)\] ?")


class Run(NamedTuple):
    """Words of one look. by: whose mark it stands in, and where that mark stands."""

    words: str
    look: frozenset[str] = PLAIN
    by: tuple[str, int] | None = None
    is_sign: bool = False  # the number of a comment, or codes: it does not part two marks


class Told(NamedTuple):
    """What a paragraph tells: its stretches of one look, and its words up to each sign of attribution, with the codes."""

    stretches: list[tuple[str, frozenset[str]]]
    attributed: list[tuple[str, str]]


def broken(marked: Path, printed: Path, codes: Mapping[str, str], memo: Memo | None = None) -> Iterator[str]:
    """How the edition for print differs from the marks. memo: pairs of paragraphs, by their bytes, that tell the same."""
    with_marks, without = Package(marked), Package(printed)
    numbers: dict[str, int] = {}
    for part in _parts(with_marks):
        asked = story_of(with_marks) if part == with_marks.main else Story(with_marks.part(part))
        pairs = Pairs(asked, Story(without.part(part)), codes, {} if memo is None else memo)
        yield from _differing(pairs, numbers, f"{printed.name}, {part}")
    yield from _missing(with_marks, without, numbers, codes)


@dataclass
class Pairs:
    """The paragraphs of both. new: those that nothing is known of; what they tell hangs on the codes, too."""

    asked: Story
    shown: Story
    codes: Mapping[str, str]
    memo: Memo

    @cached_property
    def new(self) -> dict[int, str]:
        """Number -> the key to keep it by, "" where it cannot be kept."""
        named = repr(sorted(self.codes.items())).encode()
        keys = {n: pair_key(named, self.asked.spelled(n), self.shown.spelled(n)) for n in range(min(len(self.asked), len(self.shown)))}
        return {n: key for n, key in keys.items() if not key or key not in self.memo}


def _parts(package: Package) -> list[str]:
    found = {rel.target for rel in package.rels(package.main).values() if rel.kind in PARTS and rel.target in package.parts}
    return [package.main, *sorted(found)]


def _missing(with_marks: Package, without: Package, numbers: Mapping[str, int], codes: Mapping[str, str]) -> Iterator[str]:
    """Comments that do not stand in the list with their number, their contributor and their words."""
    data = without.part(without.main)
    pieces = data[data.rfind(b"<w:bookmarkEnd") :].split(b"</w:p>") if numbers else []
    text = squeezed(" ".join(unescape(b"".join(WORDS.findall(piece)).decode()) for piece in pieces))
    for part in with_marks.related("comments"):
        for comment in etree.fromstring(with_marks.part(part), PARSER):
            number = numbers.get(attribute(comment, "id") or "")
            words = all_words(comment)
            if number is not None and f"(c{number}) {_names(attribute(comment, 'author') or '', codes)}: {words}".strip() not in text:
                yield f"print edition: comment (c{number}) is not in the list: {words[:60]!r}"


def _names(author: str, codes: Mapping[str, str]) -> str:
    return ", ".join(codes.get(who, who) for who in author.split("; "))


def _differing(pairs: Pairs, numbers: dict[str, int], place: str) -> Iterator[str]:
    """A mark that is left, and the first paragraph that tells something else; comments get their numbers in order.

    Raises ValueError where a part is not well formed.
    """
    asked, shown, new = pairs.asked, pairs.shown, pairs.new
    if not (asked.is_well_formed(new) and shown.is_well_formed([*new, *range(len(asked), len(shown))])):
        raise ValueError(f"{place} is not well formed")
    if left := shown.marks_left([*new, *range(len(asked), len(shown))], LEFT):
        yield f"print edition: {place}: a revision mark or comment is left"
    if len(asked) != len(shown):
        yield f"print edition: {place}: {len(shown)} paragraphs, not {len(asked)}"
    told = {n: _wanted(asked[n], pairs.codes, numbers) for n in (*new, *range(len(shown), len(asked)))}
    for number, key in new.items():
        if told[number] != (found := _shown(shown[number])):
            wanted, stands = _first_difference(told[number], found)
            yield f"print edition: {place}, paragraph {number + 1}: {stands} stands where the marks tell {wanted}"
            return
        if key and not left:
            pairs.memo[key] = True


def _first_difference(asked: Told, found: Told) -> tuple[object, object]:
    both = zip_longest([*asked.stretches, *asked.attributed], [*found.stretches, *found.attributed])
    return next((a, b) for a, b in both if a != b)


def _told(runs: list[Run], codes: Mapping[str, str] | None) -> Told:
    """codes: to say who stands behind a mark; None where the runs are those of print, which say it themselves."""
    stretches: list[tuple[str, frozenset[str]]] = []
    attributed: list[tuple[str, str]] = []
    so_far = ""
    for number, run in enumerate(runs):
        sign = CODE.fullmatch(run.words) if codes is None and run.is_sign else None
        if sign:
            attributed.append((so_far, sign[1]))
            so_far = ""
            continue
        so_far += run.words
        if stretches and stretches[-1][1] == run.look:
            stretches[-1] = (stretches[-1][0] + run.words, run.look)
        elif run.words:
            stretches.append((run.words, run.look))
        if codes is not None and run.by is not None and run.by[0] != SECRETARIAT and _ends(runs, number):
            attributed.append((so_far, _names(run.by[0], codes)))
            so_far = ""
    return Told(stretches, attributed)


def _ends(runs: list[Run], number: int) -> bool:
    """Whether no mark of the same contributors follows at once."""
    following = next((r for r in runs[number + 1 :] if not r.is_sign), None)
    return following is None or following.by != runs[number].by


def _shown(paragraph: Paragraph) -> Told:
    return _told([Run(r.words, r.look, None, r.is_small) for r in paragraph.runs], None)


def _wanted(paragraph: Paragraph, codes: Mapping[str, str], numbers: dict[str, int]) -> Told:
    """What the marks tell, put as the edition for print is to put it."""
    around = PLAIN.union(*(mark.look for mark in paragraph.around))
    runs: list[Run] = []
    for r in paragraph.runs:
        if r.refers is not None:
            runs.append(Run(f"(c{numbers.setdefault(r.refers, len(numbers) + 1)})", PLAIN, None, True))
        elif r.marks:
            look = r.look | around if r.is_math else (r.look | around).union(*(mark.look for mark in r.marks))
            runs.append(Run(r.words, look, (r.marks[0].author, r.marks[0].where)))
        else:
            runs.append(Run(r.words, r.look | around if around else r.look))
    end = paragraph.end
    if end is not None:
        whole = [r for r in runs if r.words and not r.is_sign and not (r.by and r.by[0] == SECRETARIAT)]
        if not whole or any(r.by is None or r.by[0] != end.author or not end.look <= r.look for r in whole):
            runs.append(Run("¶", end.look, (end.author, 0)))
    return _told(runs, codes)
