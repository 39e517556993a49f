"""The characters of a paragraph as Word shows them, and the paragraphs that are nothing but characters.

Outer white space of a w:t counts only with xml:space="preserve" (XML 1.0, 2.10); a non-breaking hyphen is U+2011.
"""

from __future__ import annotations

from pipeline.auditing.names import MARKS, NAMES, SPACE, Element, tags

SIGNS = {"w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011", "w:softHyphen": "\u00ad"}
# Results that Word refreshes by itself (17.16.5): they are nobody's words.
VOLATILE = frozenset(
    "TOC PAGEREF REF NOTEREF SEQ STYLEREF PAGE NUMPAGES SECTIONPAGES DATE TIME FILENAME SAVEDATE PRINTDATE".split()  # noqa: SIM905 - names in running text
)
# All that can make a paragraph more than its characters; a paragraph without any of these is one string.
NOTABLE = tags(
    "w:p", "w:t", "w:tab", "w:ptab", *SIGNS, *MARKS, "w:delText", "w:fldChar", "w:fldSimple", "w:instrText",
    "w:delInstrText", "w:vanish", "w:sym", "w:footnoteReference", "w:endnoteReference", "w:drawing", "w:pict",
    "w:object", "w:txbxContent", "mc:AlternateContent", "mc:Fallback", "m:oMath", "m:oMathPara", "m:t",
)  # fmt: skip


def is_volatile(instruction: str | None) -> bool:
    return (instruction or "").split(maxsplit=1)[:1] != [] and (instruction or "").split()[0].upper() in VOLATILE


def written(t: Element) -> str:
    text: str = t.text or ""
    inner = text.strip(" \t\r\n")
    return text if inner == text or t.get(SPACE) == "preserve" else inner


def tab(element: Element) -> str:
    """A character in a run; in w:tabs the same name defines a tab stop."""
    return "\t" if NAMES[element.getparent().tag] == "w:r" else ""


def plain_paragraphs(root: Element) -> dict[Element, str | None]:
    """Every paragraph in order, with its text where that is all there is to it, else None.

    One flat pass; what follows a text box would be counted to the last paragraph in
    the box, so that whoever reads a box takes no text from here.
    """
    plain: dict[Element, str | None] = {}
    paragraph, words, simple = None, [], False
    for element in root.iter(*NOTABLE):
        kind = NAMES[element.tag]
        if kind == "w:t":
            words.append(written(element))
        elif kind == "w:p":
            if paragraph is not None:
                plain[paragraph] = "".join(words) if simple else None
            paragraph, words, simple = element, [], True
        elif kind in SIGNS:
            words.append(SIGNS[kind])
        elif kind in ("w:tab", "w:ptab"):
            words.append(tab(element))
        else:
            simple = False
    if paragraph is not None:
        plain[paragraph] = "".join(words) if simple else None
    return plain
