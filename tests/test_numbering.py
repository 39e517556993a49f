"""Automatic numbers (pipeline/ooxml/numbering.py) and the citation labels made from them (pipeline/labels.py)."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from lxml import etree

from pipeline.labels import ProvisionLine, citation_labels
from pipeline.ooxml.numbering import Numbering, W

NAMESPACE = f'xmlns:w="{W[1:-1]}"'
KINDS = ("upperRoman", "upperLetter", "decimal", "lowerLetter", "lowerRoman")
PROGRAM = tuple(zip(KINDS, ("%1.", "%2.", "%3.", "(%4)", "(%5)"), strict=True))


def level(index: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{720 + 360 * index}" w:hanging="360"/></w:pPr></w:lvl>'
    )


def abstract(abstract_id: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{abstract_id}">{"".join(levels)}</w:abstractNum>'


def num(num_id: int, abstract_id: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{abstract_id}"/>{overrides}</w:num>'


def restart(index: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def paragraph(properties: str = "") -> etree._Element:
    return etree.fromstring(f"<w:p {NAMESPACE}><w:pPr>{properties}</w:pPr></w:p>")


def item(num_id: int, index: int | None = 0, more: str = "") -> etree._Element:
    ilvl = "" if index is None else f'<w:ilvl w:val="{index}"/>'
    return paragraph(f'{more}<w:numPr>{ilvl}<w:numId w:val="{num_id}"/></w:numPr>')


def styled(style_id: str, more: str = "") -> etree._Element:
    return paragraph(f'<w:pStyle w:val="{style_id}"/>{more}')


def style(style_id: str, inside: str = "", name: str = "", based_on: str = "", kind: str = "paragraph") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    head = f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name or style_id}"/>'
    return f"{head}{base}<w:pPr>{inside}</w:pPr></w:style>"


def document(lists: str, *styles: str) -> Numbering:
    numbering = f"<w:numbering {NAMESPACE}>{lists}</w:numbering>".encode()
    return Numbering(numbering, f"<w:styles {NAMESPACE}>{''.join(styles)}</w:styles>".encode())


def texts(numbering: Numbering, *paragraphs: etree._Element) -> list[str | None]:
    return [number.text if number else None for number in numbering.number(paragraphs)]


def program(*more: str) -> str:
    return abstract(1, *(level(i, form, text) for i, (form, text) in enumerate(PROGRAM))) + num(1, 1) + "".join(more)


def walk(lists: str, steps: str) -> str:
    """The labels for steps such as ``1:0 1:1`` (list:level), joined by spaces."""
    pairs = [step.split(":") for step in steps.split()]
    found = texts(document(lists), *(item(int(list_id), int(index)) for list_id, index in pairs))
    return " ".join(text if text is not None else "None" for text in found)


DECIMALS = abstract(5, *(level(i, "decimal", t) for i, t in enumerate(("%1.", "%1.%2", "%1.%2.%3")))) + num(5, 5)
CASES = {  # the first seven agree with what LibreOffice 7 shows for the same lists
    "levels": (program(), "1:0 1:1 1:2 1:3 1:3 1:4 1:4 1:2 1:1 1:2 1:0", "I. A. 1. (a) (b) (i) (ii) 2. B. 1. II."),
    "continued by another list": (program(num(7, 1)), "1:2 1:2 7:2 7:3 1:2", "1. 2. 3. (a) 4."),
    "restarted once": (program(num(6, 1, restart(2, 1))), "1:2 1:2 6:2 6:2 1:2", "1. 2. 1. 2. 3."),
    "started elsewhere": (program(num(8, 1, restart(3, 5))), "1:2 8:3 8:3", "1. (e) (f)"),
    "level replaced": (
        program(num(9, 1, f'<w:lvlOverride w:ilvl="2">{level(2, "decimal", "[%3]")}</w:lvlOverride>')),
        "1:2 9:2 1:2",
        "1. [2] 3.",
    ),
    "levels jumped over": (DECIMALS, "5:1 5:0 5:2", "1.1 2. 2.1.1"),
    "whole paths": (DECIMALS, "5:0 5:1 5:2 5:2 5:1 5:2", "1. 1.1 1.1.1 1.1.2 1.2 1.2.1"),
    "override stays the start": (program(num(8, 1, restart(3, 5))), "1:2 8:3 1:2 8:3", "1. (e) 2. (e)"),
    "never restarts": (
        abstract(1, level(0, "decimal", "%1."), level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>')) + num(1, 1),
        "1:0 1:1 1:0 1:1",
        "1. 1) 2. 2)",
    ),
    "restarts by the first level only": (
        abstract(1, level(0, "decimal", "%1."), level(1, "decimal", "%2)"),
                 level(2, "lowerLetter", "%3", '<w:lvlRestart w:val="1"/>')) + num(1, 1),
        "1:0 1:1 1:2 1:1 1:2 1:0 1:2",
        "1. 1) a 2) b 2. a",
    ),
    "legal": (abstract(1, level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>")) + num(1, 1),
              "1:0 1:0 1:1", "I II 2.1"),
}  # fmt: skip


@pytest.mark.parametrize(("lists", "steps", "expected"), CASES.values(), ids=CASES.keys())
def test_lists_count_as_word_counts(lists: str, steps: str, expected: str) -> None:
    """Levels, restarts, overrides and shared counts give the labels that Word shows."""
    assert walk(lists, steps) == expected


@pytest.mark.parametrize(
    ("form", "start", "expected"),
    [("decimal", 9, "9"), ("decimalZero", 9, "09"), ("upperRoman", 1994, "MCMXCIV"), ("lowerRoman", 4, "iv"),
     ("upperLetter", 26, "Z"), ("lowerLetter", 27, "aa"), ("lowerLetter", 53, "aaa"), ("ordinal", 11, "11th"),
     ("ordinal", 22, "22nd"), ("none", 3, ""), ("bullet", 1, "•"), ("hebrew1", 5, "5"), ("lowerLetter", 0, "0")],
)  # fmt: skip
def test_formats(form: str, start: int, expected: str) -> None:
    """Every format of meeting documents is written as Word writes it, and an unknown one in digits."""
    (number,) = document(abstract(1, level(0, form, "%1", start=start)) + num(1, 1)).number([item(1)])
    assert number
    assert (number.text, number.value, number.format) == (expected, start, form)


def test_number_tells_where_it_is_from() -> None:
    """A number carries list, abstract list, level, value and what separates it from the text."""
    lists = abstract(4, level(0, "decimal", "%1.", '<w:suff w:val="space"/>')) + num(2, 4)
    (number,) = document(lists).number([item(2)])
    assert number
    assert (number.num_id, number.abstract_id, number.level, number.value, number.suffix) == ("2", "4", 0, 1, " ")


def test_number_from_style_chain() -> None:
    """A style gives list and level to its paragraphs and children; w:pStyle sets the level; numId 0 switches off."""
    lists = abstract(1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2", '<w:pStyle w:val="Sub"/>')) + num(1, 1)
    own = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    styles = style("Top", own), style("Sub", own), style("Child", based_on="Top"), style("Off", off, based_on="Top")
    paragraphs = [*map(styled, ("Top", "Sub", "Child", "Off")), styled("Top", off), styled("No")]
    assert texts(document(lists, *styles), *paragraphs) == ["1.", "1.1", "2.", None, None, None]


def test_style_cycle_ends() -> None:
    """Styles that are based on each other do not hang the reader."""
    assert texts(document(program(), style("A", based_on="B"), style("B", based_on="A")), styled("A")) == [None]


def test_list_style_link() -> None:
    """A list that only links to a list style takes its levels from there."""
    linked = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Articles"/></w:abstractNum>'
    answer = abstract(1, '<w:styleLink w:val="Articles"/>', level(0, "upperRoman", "%1."))
    lists = answer + linked + num(1, 1) + num(2, 2)
    carried = style("Articles", '<w:numPr><w:numId w:val="1"/></w:numPr>', kind="numbering")
    assert texts(document(lists, carried), item(2), item(2, None)) == ["I.", "II."]
    assert texts(document(lists), item(2)) == ["I."]


BROKEN = ["", num(1, 9), abstract(9) + num(1, 9), '<w:num w:numId="1"/>', num(1, 9) + "<w:abstractNum/>"]


@pytest.mark.parametrize("lists", BROKEN)
def test_broken_numbering_gives_none(lists: str) -> None:
    """Missing lists and levels give no number and no error."""
    assert texts(document(lists), item(1), item(1, 12), paragraph()) == [None, None, None]


def test_parts_that_are_missing_or_not_xml() -> None:
    """A document without numbering or with a part that is not XML has no automatic numbers."""
    assert [Numbering(xml, xml).number([item(1)]) for xml in (None, b"", b"<w:")] == [[None]] * 3


def test_indent() -> None:
    """The paragraph outranks the list level, and the level outranks the style unless the style gave the list."""
    own = '<w:ind w:left="100"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    numbering = document(program(), style("Own", own), style("Quote", '<w:ind w:left="36pt" w:firstLine="10"/>'))
    indents = [numbering.indent_of(p) for p in (item(1, 2), item(1, 0, '<w:ind w:left="5"/>'), paragraph())]
    assert indents == [(1440, 360), (5, 360), (None, None)]
    assert numbering.indent_of(styled("Own")) == (100, 360)
    assert numbering.indent_of(styled("Quote")) == (720, -10)
    assert numbering.indent_of(item(1, 0, '<w:pStyle w:val="Quote"/>')) == (720, 360)


@pytest.mark.parametrize(
    ("found", "expected"),
    [(styled("Ttulo1"), 0), (styled("X", '<w:outlineLvl w:val="4"/>'), 4), (styled("Child"), 1), (styled("Toc"), None),
     (styled("Title"), None), (styled("Heading3"), 2), (styled("Titre2"), 1), (paragraph(), None)],
)  # fmt: skip
def test_outline_level(found: etree._Element, expected: int | None) -> None:
    """Heading levels come from the paragraph, the style chain, Word's English names or localised ids."""
    styles = [style("Ttulo1", name="heading 1"), style("N2", name="heading 2"), style("Child", based_on="N2")]
    styles += [style("Toc", '<w:outlineLvl w:val="9"/>', based_on="Ttulo1"), style("Title"), style("Titre2")]
    assert document("", *styles).outline_level(found) == expected


def test_a_thousand_paragraphs_are_quick() -> None:
    """1,000 numbered paragraphs take milliseconds (13 where measured; the limit leaves room for slow machines)."""
    numbering, paragraphs = document(program()), [item(1, i % 5) for i in range(1000)]
    started = time.perf_counter()
    assert len(numbering.number(paragraphs)) == 1000
    assert time.perf_counter() - started < 0.25


SIGNS = {"•": "bullet", "I": KINDS[0], "V": KINDS[0], "A": KINDS[1], "(i": KINDS[4], "(": KINDS[3]}


def line(spec: str) -> ProvisionLine:
    """``h0 II. | OBJECTIVES`` is a heading of level 0 with an automatic number, ``p | 3. Text`` a typed one."""
    head, _, text = spec.partition("|")
    kind, _, number = head.strip().partition(" ")
    depth = int(kind[1:]) if kind[1:] else None
    plain = ProvisionLine("heading" if kind[0] == "h" else "paragraph", depth, text=text.strip())
    form = next((form for sign, form in SIGNS.items() if number.startswith(sign)), "decimal")
    place = KINDS.index(form) if form in KINDS else 0
    return replace(plain, number=number, number_level=place, number_format=form, list_id="1") if number else plain


LABELS = {
    "automatic": "h0 II.|x=II; h1 A.|x=II.A; p 3.|x=II.A.3; p (b)|x=II.A.3(b); p (ii)|x=II.A.3(b)(ii); p 4.|x=II.A.4",
    "typed": "p|II. G=II; p|A. x=II.A; p|3. x=II.A.3; p|(b) x=II.A.3(b); p|(ii) x=II.A.3(b)(ii); p|4 bis. x=II.A.4 bis",
    "continuing": "h0 I.|x=I; p 1.|x=I.1; p 2.|x=I.2; h0 II.|x=II; p 3.|x=II.3",
    "unnumbered": "p|a=preamble, unnumbered para. 1; h0 I.|x=I; p|b=I, unnumbered para. 1; p|c=I, unnumbered para. 2",
    "bullets": "p 3.|x=3; p •|x=3, bullet 1; p •|x=3, bullet 2; p|- x=3, bullet 3; p|x=preamble, unnumbered para. 1",
    "words": "h0|General aims=General aims; p 1.|x=General aims, para. 1; p (a)|x=General aims, para. 1(a)",
    "long words": "h0|Follow-up and evaluation of the Program by the Council=Follow-up and evaluation of the…",
    "title": "h0|DRAFT PROGRAM=DRAFT PROGRAM; p|x=preamble, unnumbered para. 1; h1 I.|x=I; h2 A.|x=I.A",
    "whole paths": "h0 1.|x=1; h1 1.2|x=1.2; p 1.2.1|x=1.2.1",
    "twice": "p 3.|x=3; p 3.|x=3 (2nd); p 3.|x=3 (3rd); p •|x=3 (3rd), bullet 1",
    "letters that look Roman": "p|1. x=1; p|(h) x=1(h); p|(i) x=1(i); p|(j) x=1(j)",
    "no numbers": "p|U.S. policy=preamble, unnumbered para. 1; p|e.g. this=preamble, unnumbered para. 2",
}


@pytest.mark.parametrize("case", LABELS.values(), ids=LABELS.keys())
def test_labels(case: str) -> None:
    """A provision is labelled as a delegate cites it."""
    pairs = [part.split("=") for part in case.split("; ")]
    assert [label for label, _ in citation_labels([line(spec) for spec, _ in pairs])] == [label for _, label in pairs]


def test_sections_and_places() -> None:
    """Cells and notes go by their place, and the section is the chain of headings around a line."""
    cells = [ProvisionLine("cell", where=f"Table 1, row {row}") for row in (1, 2, 2)]
    lines = [line("p|x"), line("h0 I.|x"), line("h1 A.|x"), *cells, ProvisionLine("note", where="footnote 4")]
    labels, sections = zip(*citation_labels(lines), strict=True)
    assert sections == ("", "I", "I.A", "I.A", "I.A", "I.A", "")
    assert labels[3:] == ("Table 1, row 1", "Table 1, row 2, para. 1", "Table 1, row 2, para. 2", "footnote 4")
