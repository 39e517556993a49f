"""Law 7: the Secretariat's own words in the document rank nothing and count no heads.

Judged are the headings and explanations outside the draft, by their styles, and the labels in the text. What states wrote stands
in cells of tables; the title, the mandate and the names of files are not the Secretariat's wording either.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.auditing.case import Case
from pipeline.auditing.names import Element, attribute, child, tags
from pipeline.neutral import partial_words

OWN_STYLES = frozenset(("ConsHeading", "ConsAnnex", "ConsText", "ConsIntro", "ConsUnder", "ConsConflict", "ConsSmall", "ConsCellHead"))
KNOWN = "neutral words"  # under which is kept what was found to be neutral
TEXTS, PARAGRAPH = tags("w:t"), tags("w:p")
QUOTES = (("“", "”"), ("«", "»"))


def broken(case: Case) -> Iterator[str]:
    said = dict.fromkeys([*_explanations(case), *case.result.labels()])
    known = case.paragraphs.get(KNOWN, [])
    new = said.keys() - set(known)
    if not partial_words("\n".join(new)):  # the list is long: it is held against all at once first
        case.paragraphs[KNOWN] = sorted(said) if new else known
        return
    for words in said:
        if partial_words(words) and (found := partial_words(_without_names(case, words))):
            yield f"law 7: the Secretariat writes {found[0]!r} in {case.document}: {words[:70]!r}"


def _without_names(case: Case, words: str) -> str:
    for name in {name for s in case.submissions for name in s["contributors"]}:
        words = words.replace(name, "")
    return words


def _explanations(case: Case) -> Iterator[str]:
    for block in case.result.outside:
        if block.tag in PARAGRAPH and _style(block) in OWN_STYLES:
            yield _without_quotations("".join(block.itertext(*TEXTS)))


def _style(paragraph: Element) -> str:
    found = child(child(paragraph, "w:pPr"), "w:pStyle")
    return (attribute(found, "val") or "") if found is not None else ""


def _without_quotations(words: str) -> str:
    for opening, closing in QUOTES:
        while opening in words and closing in (rest := words.split(opening, 1)[1]):
            words = words.split(opening, 1)[0] + rest.split(closing, 1)[1]
    return words
