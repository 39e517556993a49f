"""Recognises paragraphs that many files have in common by their bytes, so that only the others are read as XML.

Thirty submissions on one draft say the same in four paragraphs of five. Such a paragraph, if it holds nothing but
properties and plain text, is put aside with its text before the part is parsed, and an empty w:p stands in for all that follow
each other.
Nothing that a law counts is put aside: marks, changes of properties, hidden text, sections, fields, notes, drawings.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

STAND_IN = "known"  # an attribute in no namespace: the number of the texts that it stands in for
SIGN = b" known="
STARTS = (b"<w:p>", b"<w:p ")
RSIDS = re.compile(rb' w:rsid\w*="[0-9A-Fa-f]*"')
UTF_8 = re.compile(rb"""\s*(?:<\?xml(?:(?!encoding)[^>])*(?:encoding=["']utf-8["'][^>]*)?\?>\s*)?<\w""", re.I)
COUNTED = rb"(?!ins\b|del\b|move|vanish|sectPr|\w*Change)"
PROPERTY = rb"<w:" + COUNTED + rb"\w+(?: [^<>]*)?/>"
WORDS = rb'(?:<w:lastRenderedPageBreak/>)?<w:t(?: xml:space="preserve")?>[^<]*</w:t>'
RUN = rb"<w:r(?: [^<>]*)?>(?:<w:rPr>(?:" + PROPERTY + rb")*</w:rPr>)?" + WORDS + rb"</w:r>"
NESTED = rb"(?:" + PROPERTY + rb"|</?w:(?:numPr|rPr|pBdr|tabs)>)*"
PLAIN = re.compile(rb"<w:p(?: [^<>]*)?(?<!/)>(?:<w:pPr>" + NESTED + rb"</w:pPr>)?(?:" + RUN + rb"|<w:proofErr [^<>]*/>)*")
TEXT = re.compile(rb'<w:t( xml:space="preserve")?>([^<]*)<')
END = b"</w:p>"


def without_known(data: bytes) -> tuple[bytes, list[list[str]]]:
    """The part with stand-ins for its plain paragraphs, and the texts of each; the part as it is where that is not safe."""
    if b'xmlns:w="' not in data or not UTF_8.match(data):
        return data, []
    *pieces, rest = RSIDS.sub(b"", data).split(END)
    groups: list[list[str]] = []
    out: list[bytes] = []
    follows = False  # what was put aside last
    for piece in pieces:
        start = 0 if piece.startswith(STARTS) else max(map(piece.rfind, STARTS))
        text = plain_text(piece[start:]) if start >= 0 else None
        if text is None:
            out += (piece, END)
        elif follows and not start:
            groups[-1].append(text)
        else:
            out.append(b'%s<w:p known="%d"/>' % (piece[:start], len(groups)))
            groups.append([text])
        follows = text is not None
    known = b"".join([*out, rest])
    return (data, []) if b"<!" in known or known.count(SIGN) != len(groups) else (known, groups)


@lru_cache(maxsize=20_000)
def plain_text(paragraph: bytes) -> str | None:
    """The text of a paragraph, given without its end tag; None where it is more than properties and text.

    Text with a "=" is not put aside: what looks for people and places by their attributes is to see it (see ``metadata``).
    """
    if b"&#" in paragraph or not PLAIN.fullmatch(paragraph):
        return None
    found = TEXT.findall(paragraph)
    if any(b"=" in text for _, text in found):
        return None
    return "".join([_characters(kept, text) for kept, text in found])


def _characters(kept: bytes, text: bytes) -> str:
    """As XML reads them: references undone, line ends as one character (XML 1.0, 2.11)."""
    plain = (text.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in text else text).decode()
    plain = html.unescape(plain) if "&" in plain else plain
    return plain if kept else plain.strip(" \t\r\n")
