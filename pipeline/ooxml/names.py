"""Qualified names of WordprocessingML (ECMA-376 Part 1, clause 17) that the readers and writers meet."""

from __future__ import annotations

from typing import Any, Final

from lxml import etree

Element = Any  # lxml ships no types of its own

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
W15: Final = "http://schemas.microsoft.com/office/word/2012/wordml"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    """The Clark name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


P, R_, T, TBL, TR, TC = w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc")
PPR, RPR, TRPR, TCPR, SDT, SDT_CONTENT = w("pPr"), w("rPr"), w("trPr"), w("tcPr"), w("sdt"), w("sdtContent")
INS, DEL, MOVE_FROM, MOVE_TO = w("ins"), w("del"), w("moveFrom"), w("moveTo")
CELL_INS, CELL_DEL = w("cellIns"), w("cellDel")
FLD_CHAR, INSTR, DEL_INSTR, FLD_SIMPLE = w("fldChar"), w("instrText"), w("delInstrText"), w("fldSimple")
FOOTNOTE_REF, ENDNOTE_REF = w("footnoteReference"), w("endnoteReference")
DRAWING, PICT, OBJECT = w("drawing"), w("pict"), w("object")
ALTERNATE, CHOICE, FALLBACK = f"{{{MC}}}AlternateContent", f"{{{MC}}}Choice", f"{{{MC}}}Fallback"
OMATH, OMATH_PARA, M_T = f"{{{M}}}oMath", f"{{{M}}}oMathPara", f"{{{M}}}t"
TEXT_BOX = w("txbxContent")
VAL, ID, AUTHOR, DATE, STYLE_ID, NAME = w("val"), w("id"), w("author"), w("date"), w("styleId"), w("name")

INSERTING: Final = frozenset({INS, MOVE_TO})
DELETING: Final = frozenset({DEL, MOVE_FROM})
MARKS: Final = INSERTING | DELETING
PROPERTY_CHANGES: Final = frozenset(
    w(n)
    for n in (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblPrExChange",
        "tblGridChange", "numberingChange",
    )
)  # fmt: skip

# Results that Word refreshes by itself when it repaginates, updates fields or prints (clause 17.16.5).
VOLATILE: Final = frozenset(
    [
        "TOC",
        "PAGEREF",
        "REF",
        "NOTEREF",
        "SEQ",
        "STYLEREF",
        "PAGE",
        "NUMPAGES",
        "SECTIONPAGES",
        "DATE",
        "TIME",
        "FILENAME",
        "SAVEDATE",
        "PRINTDATE",
    ]
)
WHITE: Final = " \t\r\n"
PARSER: Final = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)


def parse(data: bytes) -> Element:
    """The root of an XML part; entities are never resolved."""
    return etree.fromstring(data, PARSER)


def is_off(value: str | None) -> bool:
    """Whether an on/off property (clause 17.17.4) is switched off by its w:val."""
    return value in ("0", "false", "off")


def child(element: Element, tag: str) -> Element:
    """The first child of that name, or None; of None, None."""
    return None if element is None else next(element.iterchildren(tag), None)


def text_of(node: Element) -> str:
    """The characters of a w:t as Word shows them: outer white space counts only with xml:space="preserve"."""
    text: str = node.text or ""
    if text[:1] in WHITE or text[-1:] in WHITE:
        return text if node.get(XML_SPACE) == "preserve" else text.strip(WHITE)
    return text


def attribute(value: str) -> str:
    """The value as it stands between double quotes in XML."""
    return escape(value).replace('"', "&quot;")


def escape(text: str) -> str:
    """The text as it stands between tags in XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def clean_text(text: str) -> str:
    """The text without characters that XML 1.0 forbids."""
    return "".join(c if c >= " " or c in "\t\n\r" else "�" for c in text if c not in "￾￿")
