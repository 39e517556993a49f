"""The edition for print says what the marks of consolidated.docx say, by a reading of both files of the audit's own.

Both are brought to the same form: for each paragraph its words in order, each stretch with the look that tells a reader on paper
what is proposed. The marks themselves are judged by laws 0 to 2; this ties the printed signs to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from pipeline.auditing.names import MARKS, NAMES, PARSER, Element, attribute, child, is_on, name, squeezed, tags
from pipeline.auditing.package import Package

SECRETARIAT = "Secretariat"
ADDED, TAKEN = frozenset("+"), frozenset("-")
PARTS = ("document", "footnotes", "endnotes", "header", "footer")
LEFT = tags(
    *MARKS, "w:delText", "w:delInstrText", "w:cellIns", "w:cellDel", "w:rPrChange", "w:pPrChange", "w:trPrChange", "w:tcPrChange",
    "w:tblPrChange", "w:sectPrChange", "w:commentReference", "w:commentRangeStart",
)  # fmt: skip
BODY, REGION = re.compile(rb"<w:body(?: [^>]*)?>"), re.compile(rb'<w:bookmarkStart w:id="(\d+)" w:name="draft_text"/>')
WORDS = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>")
CODE = re.compile(r" ?\[([^\[\]]+)\] ?")
PARAGRAPH, TEXT = tags("w:p"), tags("w:t")
MATH = frozenset(("m:oMath", "m:oMathPara"))
HOLDING = frozenset(("w:hyperlink", "w:sdt", "w:sdtContent", "w:smartTag", "w:fldSimple", "w:customXml", "w:dir", "w:bdo"))
PLAIN: frozenset[str] = frozenset()


class Run(NamedTuple):
    """Words of one look: "+" bold and underlined, "-" struck through. by: whose mark it stands in, and where that mark stands."""

    words: str
    look: frozenset[str] = PLAIN
    by: tuple[str, int] | None = None
    is_sign: bool = False  # the number of a comment: it does not part two marks


class Told(NamedTuple):
    """What a paragraph tells: its stretches of one look, and its words up to each sign of attribution, with the codes."""

    stretches: list[tuple[str, frozenset[str]]]
    attributed: list[tuple[str, str]]


def broken(marked: Path, printed: Path, codes: Mapping[str, str]) -> Iterator[str]:
    """How the edition for print differs from the marks."""
    with_marks, without = Package(marked), Package(printed)
    numbers: dict[str, int] = {}
    for part in _parts(with_marks):
        wanted = [_wanted(p, codes, numbers) for p in paragraphs_of(root_of(with_marks.part(part)))]
        root = root_of(without.part(part))
        if next(root.iter(*LEFT), None) is not None:
            yield f"print edition: {printed.name}, {part}: a revision mark or comment is left"
        yield from _differing(wanted, [_shown(p) for p in paragraphs_of(root)], f"{printed.name}, {part}")
    yield from _missing(with_marks, without, numbers, codes)


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


def root_of(data: bytes) -> Element:
    """A part; of the main part only the draft's text, where it stands between its bookmarks: the pages around it are large."""
    head, begun = BODY.search(data), REGION.search(data)
    end = data.find(b'<w:bookmarkEnd w:id="%s"/>' % begun[1], begun.end()) if begun else -1
    if head is None or begun is None or end < 0:
        return etree.fromstring(data, PARSER)
    closing = b'<w:bookmarkEnd w:id="%s"/></w:body></w:document>' % begun[1]
    return etree.fromstring(data[: head.end()] + data[begun.start() : end] + closing, PARSER)


def all_words(root: Element) -> str:
    return squeezed(" ".join("".join(p.itertext(*TEXT)) for p in root.iter(*PARAGRAPH)))


def paragraphs_of(root: Element) -> Iterator[Element]:
    """Of the main part those between the bookmarks of the draft's text; of another all."""
    inside = not any(attribute(b, "name") == "draft_text" for b in root.iter(*tags("w:bookmarkStart")))
    number = None
    for element in root.iter(*tags("w:p", "w:bookmarkStart", "w:bookmarkEnd")):
        kind = name(element)
        if kind == "w:bookmarkStart" and attribute(element, "name") == "draft_text":
            inside, number = True, attribute(element, "id")
        elif kind == "w:bookmarkEnd" and number is not None and attribute(element, "id") == number:
            return
        elif kind == "w:p" and inside:
            yield element


def _differing(wanted: list[Told], shown: list[Told], place: str) -> Iterator[str]:
    if len(wanted) != len(shown):
        yield f"print edition: {place}: {len(shown)} paragraphs, not {len(wanted)}"
    for number, (asked, found) in enumerate(zip(wanted, shown, strict=False), 1):
        if asked != found:
            told, stands = _first_difference(asked, found)
            yield f"print edition: {place}, paragraph {number}: {stands} stands where the marks tell {told}"
            return


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


def _shown(paragraph: Element) -> Told:
    runs = [Run(*read_run(r)[:2], None, _is_small(r)) for r, _ in runs_of(paragraph)]
    return _told(runs, None)


def _wanted(paragraph: Element, codes: Mapping[str, str], numbers: dict[str, int]) -> Told:
    """What the marks tell, put as the edition for print is to put it."""
    around = PLAIN.union(*map(_look, marks_around(paragraph)))
    runs = [_marked(run, marks, numbers) for run, marks in runs_of(paragraph)]
    runs = [run if run.is_sign else run._replace(look=run.look | around) for run in runs] if around else runs
    end = _end(paragraph)
    if end is not None:
        look = _look(end)
        whole = [r for r in runs if r.words and not r.is_sign and not (r.by and r.by[0] == SECRETARIAT)]
        author = attribute(end, "author") or ""
        if not whole or any(r.by is None or r.by[0] != author or not look <= r.look for r in whole):
            runs.append(Run("¶", look, (author, id(paragraph))))
    return _told(runs, codes)


def _marked(run: Element, marks: tuple[Element, ...], numbers: dict[str, int]) -> Run:
    words, look, reference = read_run(run)
    if reference is not None:
        return Run(f"(c{numbers.setdefault(reference, len(numbers) + 1)})", PLAIN, None, True)
    if not marks:
        return Run(words, look)
    seen = look if NAMES[run.tag] in MATH else look.union(*map(_look, marks))
    return Run(words, seen, (attribute(marks[0], "author") or "", id(marks[0].getparent())))


def _look(mark: Element) -> frozenset[str]:
    if attribute(mark, "author") == SECRETARIAT:
        return PLAIN
    return ADDED if MARKS[name(mark)] else TAKEN


def _end(paragraph: Element) -> Element:
    """The mark of the paragraph's end that a contributor makes, or None."""
    properties = child(child(paragraph, "w:pPr"), "w:rPr")
    for c in properties if properties is not None else ():
        if name(c) in MARKS and attribute(c, "author") != SECRETARIAT:
            return c
    return None


def marks_around(paragraph: Element) -> tuple[Element, ...]:
    """The marks that a paragraph of a text box stands in, the outermost first."""
    return tuple(a for a in paragraph.iterancestors() if NAMES[a.tag] in MARKS)[::-1]


def runs_of(element: Element, marks: tuple[Element, ...] = ()) -> Iterator[tuple[Element, tuple[Element, ...]]]:
    """The runs of a paragraph with the marks around them, the outermost first; not those of a text box in it."""
    for c in element:
        kind = NAMES[c.tag]
        if kind == "w:r" or kind in MATH:
            yield c, marks
        elif kind in MARKS:
            yield from runs_of(c, (*marks, c))
        elif kind in HOLDING:
            yield from runs_of(c, marks)


def read_run(run: Element) -> tuple[str, frozenset[str], str | None]:
    """(words, own look, id of the comment that it refers to)."""
    words, look = "", PLAIN
    if NAMES[run.tag] in MATH:  # has no look of words
        return "".join(run.itertext(*tags("m:t"))), look, None
    for c in run:
        kind = NAMES[c.tag]
        if kind in ("w:t", "w:delText"):
            words += c.text or ""
        elif kind == "w:rPr":
            look = _own_look(c)
        elif kind == "w:commentReference":
            return "", PLAIN, attribute(c, "id") or ""
    return words, look, None


def _own_look(properties: Element) -> frozenset[str]:
    line = child(properties, "w:u")
    added = line is not None and is_on(child(properties, "w:b")) and attribute(line, "val") not in (None, "none")
    return (ADDED if added else PLAIN) | (TAKEN if is_on(child(properties, "w:strike")) else PLAIN)


def _is_small(run: Element) -> bool:
    """Whether it looks as the signs of attribution do."""
    properties = child(run, "w:rPr")
    return properties is not None and len(properties) == 1 and name(properties[0]) == "w:sz" and attribute(properties[0], "val") == "16"
