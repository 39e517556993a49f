"""The order of property elements: Word reads a wrong order as a broken file, or drops what comes too late.

The lists are the sequences of CT_PPr, CT_RPr and so on in wml.xsd (ECMA-376 part 1, annex A.1).
"""

from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from tests.integrity.package import Package, at
from tests.integrity.stories import W, elements, short, story_parts, w

SEQUENCES = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss "
    "imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange",
    "numPr": "ilvl numId numberingChange ins",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark "
    "headers cellIns cellDel cellMerge tcPrChange",
    "trPr": "ins del trPrChange",  # what comes before these may stand in any order
    "sectPr": "footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign "
    "noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
}
REPEATED = {"abstractNum", "num", "numPicBullet", "tblStylePr", "tr", "tc", "p"}
# what stands before those that SEQUENCES names; an empty set: all others
FIRST: dict[str, set[str]] = {"sectPr": {"headerReference", "footerReference"}, "trPr": set()}
RANKS = {w(parent): {w(name): rank for rank, name in enumerate(line.split())} for parent, line in SEQUENCES.items()}
MORE_PARTS = ("wordprocessingml.styles+xml", "wordprocessingml.numbering+xml")


def findings(package: Package) -> Iterator[str]:
    more = [(name, package.trees[name]) for ending in MORE_PARTS for name in package.parts_of_type(ending)]
    for part, root in [*story_parts(package), *more]:
        for element in elements(root):
            ranks = RANKS.get(element.tag)
            if ranks is not None:
                yield from (at(part, element, what) for what in disorder(element, ranks))


def disorder(element: etree._Element, ranks: dict[str, int]) -> Iterator[str]:
    """Children that no list names (other namespaces, range marks) may stand anywhere."""
    known = [child.tag for child in element if child.tag in ranks]
    for before, after in pairwise(known):
        if ranks[before] > ranks[after]:
            yield f"w:{short(after)} stands after w:{short(before)}"
        elif before == after and short(before) not in REPEATED:
            yield f"w:{short(after)} stands twice"
    yield from late(element, ranks)


def late(element: etree._Element, ranks: dict[str, int]) -> Iterator[str]:
    """Row properties stand before their marks, references to headers before the rest of a section's properties."""
    loose = [child for child in element if child.tag not in ranks and child.tag.startswith(W)]
    first = FIRST.get(short(element.tag))
    for child in loose if first is not None else ():
        before = child.getprevious()
        if (not first or short(child.tag) in first) and before is not None and before.tag in ranks:
            yield f"w:{short(child.tag)} stands after w:{short(before.tag)}"
