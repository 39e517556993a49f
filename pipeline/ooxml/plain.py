"""Plain paragraphs that a received file has in common with the draft, known by their bytes: only the others are parsed and walked.

A submission has four paragraphs of five from the draft, to the letter of their XML once revision-save ids (clause 17.15.1.70)
are left out. Those that are nothing but properties and words are put aside before the part is parsed, and an empty w:p stands
in for each; who needs what is inside has it filled in. A part with stand-ins is well-formed exactly where the whole part is:
what was put aside is well-formed, as it is in the draft.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from . import names as n
from .names import Element

STAND_IN = "plain"  # an attribute in no namespace
EMPTY, SIGN = b'<w:p plain=""/>', b' plain="'
START, END = b"<w:p>", b"</w:p>"
LARGE = 2**23  # bytes: a part that comes near to libxml2's limits is parsed as it is
DEEP = 200  # elements around a paragraph, likewise
FRONT = 20_000  # bytes in which the root's tag ends
DECLARED = b'xmlns:w="%b"' % n.W.encode()
DECLARED_14 = b'xmlns:w14="%b"' % n.W14.encode()
# As Word begins its main part: in UTF-8, with the prefix by which paragraphs are known declared on the root.
HEAD = re.compile(rb'(?:<\?xml version="1\.0"(?: encoding="(?:UTF|utf)-8")?(?: standalone="\w+")? ?\?>\s*)?<w:document( [^<>]*)>')
PREFIX = re.compile(rb"xmlns:w[\s=]")
# Ids in the order in which Word writes them, each once at most, where they are all that the tag has: a double stays and is seen.
SAVED = rb'(?:R="\w{8}"(?: w:rsidRPr="\w{8}")?|RPr="\w{8}")(?: w:rsidRDefault="\w{8}")?(?: w:rsidP="\w{8}")?>'
SAVE_IDS = re.compile(rb" w:rsid(?<=<w:[pr] w:rsid)" + SAVED)
PARAGRAPH_IDS = re.compile(
    rb' w14:paraId(?<=<w:p w14:paraId)="[0-9A-F]{8}"(?: w14:textId="[0-9A-F]{8}")?(?=>| w:rsid' + SAVED + rb")"
)  # fmt: skip
# Properties (17.3.1, 17.3.2) with which a paragraph is no more than its words: none hides, none is a mark.
PROPERTIES = (
    "pStyle|keepNext|keepLines|pageBreakBefore|widowControl|ilvl|numId|suppressLineNumbers|top|left|bottom|right|between|bar|tab|"
    "suppressAutoHyphens|kinsoku|wordWrap|overflowPunct|topLinePunct|autoSpaceDE|autoSpaceDN|bidi|adjustRightInd|ind|"
    "contextualSpacing|mirrorIndents|suppressOverlap|jc|textDirection|textAlignment|outlineLvl|"
    "rStyle|rFonts|b|bCs|i|iCs|caps|smallCaps|strike|dstrike|noProof|snapToGrid|color|spacing|w|kern|position|sz|szCs|highlight|u|bdr|"
    "shd|vertAlign|rtl|cs|em|lang"
)
PROPERTY = rb"<w:(?:" + PROPERTIES.encode() + rb')(?: w:\w+="[^"<>]*")*/>'
OWN = rb"(?:<w:pPr>(?:" + PROPERTY + rb"|<w:(numPr|rPr|pBdr|tabs)>(?:" + PROPERTY + rb")*</w:\1>)*</w:pPr>)?"
TEXT = rb'<w:t( xml:space="preserve")?>([^<]*)</w:t>'
RUN = rb"<w:r>(?:<w:rPr>(?:" + PROPERTY + rb")*</w:rPr>)?(?:<w:lastRenderedPageBreak/>)?" + TEXT + rb"</w:r>"
PLAIN = re.compile(START + OWN + rb"(?:" + RUN + rb'|<w:proofErr w:type="\w+"/>)*')
WORDS = re.compile(TEXT)
AROUND = frozenset({n.w("body"), n.TBL, n.TR, n.TC, n.SDT, n.SDT_CONTENT})


@dataclass(frozen=True, slots=True)
class Cut:
    """A part without ids and with stand-ins for plain paragraphs, and these, in order: their bytes without end tag."""

    data: bytes
    paragraphs: list[bytes]


def plain_paragraphs(data: bytes) -> dict[bytes, str]:
    """The words of the plain paragraphs of a well-formed part by their bytes, without ids and end tag."""
    if (bare := _without_ids(data)) is None or _is_suspect(data):
        return {}
    *pieces, _ = bare.split(END)
    found = dict.fromkeys(p[at:] for p in pieces if (at := p.rfind(START)) >= 0 and PLAIN.fullmatch(p, at))
    return {p: text for p in found if (text := _words(p)) is not None}


def _words(paragraph: bytes) -> str | None:
    """None where white space falls away at the edges of a w:t, or a reference or a line end is read as something else."""
    if b"&" in paragraph or b"\r" in paragraph:
        return None
    found = [(kept, text.decode()) for kept, text in WORDS.findall(paragraph)]
    return "".join([text for _, text in found]) if all(kept or text == text.strip(n.WHITE) for kept, text in found) else None


def cut(data: bytes, known: Mapping[bytes, str]) -> Cut | None:
    """The part without the paragraphs that are known; None where that is not safe, or where there are none."""
    if len(data) > LARGE or (bare := _without_ids(data)) is None:
        return None
    out: list[bytes] = []
    paragraphs: list[bytes] = []
    for piece in bare.split(END):
        if piece in known:
            out.append(EMPTY)
            paragraphs.append(piece)
        elif (start := piece.rfind(START)) > 0 and piece[start:] in known:
            out += (piece[:start], EMPTY)
            paragraphs.append(piece[start:])
        else:
            out += (piece, END)
    if not paragraphs or out.pop() is not END:  # nothing follows the last end tag but the end of the part
        return None
    rest = b"".join(out)
    return None if _is_suspect(rest) or rest.count(SIGN) != len(paragraphs) else Cut(rest, paragraphs)


def _without_ids(data: bytes) -> bytes | None:
    """None where the part does not begin as Word begins it."""
    head = HEAD.match(data[:FRONT])
    if head is None or DECLARED not in head[1]:
        return None
    return SAVE_IDS.sub(b">", PARAGRAPH_IDS.sub(b"", data) if DECLARED_14 in head[1] else data)


def _is_suspect(data: bytes) -> bool:
    """Whether tags may be none (in comments, sections of characters, instructions), or the prefix be declared anew."""
    return b"<!" in data or data.count(b"<?") > data.startswith(b"<?xml") or len(PREFIX.findall(data)) != 1


def stood_in(root: Element, paragraphs: Sequence[bytes]) -> dict[Element, bytes] | None:
    """The stand-ins in a part that was cut, with what they stand for; None where the part is to be parsed as it is.

    What is read in one with what stands around it (a text box, a block-level mark) is filled in at once.
    """
    found = [p for p in root.iter(n.P) if p.get(STAND_IN) is not None]
    chains = {container: [container, *container.iterancestors()] for container in {p.getparent() for p in found}}
    if len(found) != len(paragraphs) or any(len(chain) > DEEP for chain in chains.values()):
        return None
    own = {container for container, chain in chains.items() if _is_own(chain, root)}
    out = dict(zip(found, paragraphs, strict=True))
    for p in [p for p in found if p.getparent() not in own] if len(own) < len(chains) else ():
        fill(p, out.pop(p))
    return out


def _is_own(chain: list[Element], root: Element) -> bool:
    """Whether paragraphs are read one by one there: those of the body itself, of a cell, of a content control."""
    *around, document = chain
    return document is root and all(e.tag in AROUND for e in around) and around[-1:] == [root.find(n.w("body"))]


def fill(stand_in: Element, paragraph: bytes) -> None:
    """Put what a paragraph holds into the element that stands in for it."""
    del stand_in.attrib[STAND_IN]
    stand_in.extend(list(etree.fromstring(b"<w:p " + DECLARED + paragraph[len(START) - 1 :] + END)))
