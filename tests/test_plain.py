"""Paragraphs that are the draft's own to the byte are put aside before a submission is parsed: nobody is to notice."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from pipeline.errors import Unreadable
from pipeline.ooxml import names as n
from pipeline.ooxml.package import Package
from pipeline.ooxml.plain import cut, fill, plain_paragraphs, stood_in
from pipeline.ooxml.preflight import read_checked
from pipeline.readers.draft import open_draft
from pipeline.readers.submission import Rules, read_submission
from tests.test_preflight import ORDINARY, archive

INPUTS = Path(__file__).parents[1] / "inputs"
HEAD = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="{n.W}" xmlns:w14="{n.W14}"><w:body>'
FOOT = "<w:sectPr/></w:body></w:document>"
IDS = re.compile(r"rsid|paraId|textId")
LOOKS = '<w:pPr><w:pStyle w:val="BodyText"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
ONE = f'<w:p>{LOOKS}<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">One </w:t></w:r><w:r><w:t>word</w:t></w:r></w:p>'
TWO = "<w:p><w:r><w:t>Two — dos ¶</w:t></w:r></w:p>"
SAVED = TWO.replace("<w:p>", '<w:p w14:paraId="0A1B2C3D" w14:textId="77777777" w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD">')
KNOWN = plain_paragraphs(f"{HEAD}{ONE}{TWO}{FOOT}".encode())


def test_words_and_properties_alone_make_a_plain_paragraph() -> None:
    assert list(KNOWN.values()) == ["One word", "Two — dos ¶"]


@pytest.mark.parametrize(
    "inside",
    [
        '<w:ins w:id="1" w:author="A"><w:r><w:t>x</w:t></w:r></w:ins>',
        '<w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr><w:r><w:t>x</w:t></w:r>',
        "<w:pPr><w:sectPr/></w:pPr><w:r><w:t>x</w:t></w:r>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>",
        "<w:r><w:rPr><w:rPrChange/></w:rPr><w:t>x</w:t></w:r>",
        "<w:r><w:tab/><w:t>x</w:t></w:r>",
        '<w:r><w:t>x</w:t><w:footnoteReference w:id="2"/></w:r>',
        '<w:bookmarkStart w:id="1" w:name="b"/><w:r><w:t>x</w:t></w:r><w:bookmarkEnd w:id="1"/>',
        "<w:r><w:t> x</w:t></w:r>",
        "<w:r><w:t>x &amp; y</w:t></w:r>",
    ],
)
def test_what_is_more_than_words_and_properties_is_not_plain(inside: str) -> None:
    assert plain_paragraphs(f"{HEAD}<w:p>{inside}</w:p>{FOOT}".encode()) == {}


def bare(root: etree._Element) -> bytes:
    for e in root.iter(etree.Element):
        for name in [a for a in e.attrib if IDS.search(a)]:
            del e.attrib[name]
    return etree.tostring(root, method="c14n")


def opened(folder: Path, document: str, known: dict[bytes, str]) -> Package | str:
    path = folder / "Mexico.docx"
    path.write_bytes(archive({**ORDINARY, "word/document.xml": document}))
    try:
        return read_checked(path, known)
    except Unreadable as reason:
        return f"{reason.kind} {reason.message} {reason.place}"


CELL = f"<w:tbl><w:tr><w:tc>{ONE}{SAVED}</w:tc></w:tr></w:tbl>"
DEEP = "<w:sdt><w:sdtContent>"
WHOLE = {
    "paragraphs": ONE + SAVED + "<w:p><w:r><w:t>Three</w:t></w:r></w:p>" + TWO,
    "nothing else": SAVED,
    "a cell": CELL,
    "a text box": f"<w:p><w:r><w:pict><w:txbxContent>{ONE}{TWO}</w:txbxContent></w:pict></w:r></w:p>{ONE}",
    "a mark around": f'<w:ins w:id="1" w:author="A">{ONE}</w:ins>{TWO}',
    "a comment around": f"<!-- {ONE} -->{TWO}",
    "characters": f"<w:p><w:r><w:t><![CDATA[{ONE}]]></w:t></w:r></w:p>{TWO}",
    "an instruction": f"<?x {ONE}?>{TWO}",
    "an attribute of that name": f'<w:p plain=""/>{ONE}',
    "ids in the words": f'<w:p><w:r><w:t>Two w:rsidR="00AB12CD"</w:t></w:r></w:p>{TWO}',
    "the prefix anew": f'<w:sdt xmlns:w="urn:x">{ONE}</w:sdt>{TWO}',
    "inside a paragraph": f"<w:p>{ONE}</w:p>",
    "deep": DEEP * 80 + ONE + "</w:sdtContent></w:sdt>" * 80,
}
REFUSED = {
    "an end tag too many": ONE + "</w:p>" + TWO,
    "a start tag too many": "<w:p>" + ONE + TWO,
    "crossed": f"<w:tbl>{ONE}<w:tr></w:tbl>",
    "in an attribute": f'<w:p x="{ONE}"/>',
    "a double": ONE + TWO.replace("<w:p>", '<w:p w:rsidR="00AB12CD" w:rsidR="00AB12CD">'),
    "a double of another kind": TWO.replace("<w:p>", '<w:p w:rsidR="00AB12CD" w:rsidRPr="00AB12CD" w:rsidR="00AB12CD">') + ONE,
    "a paragraph's double": TWO.replace("<w:p>", '<w:p w14:paraId="0A1B2C3D" w:rsidR="00AB12CD" w14:paraId="0A1B2C3D">') + ONE,
    "no such prefix": TWO.replace("<w:p>", '<w:p x:y="1">') + ONE,
    "too deep for what is inside": DEEP * 126 + ONE + "</w:sdtContent></w:sdt>" * 126,
    "far too deep": DEEP * 150 + ONE + "</w:sdtContent></w:sdt>" * 150,
    "no words": "<w:p/>",
}


@pytest.mark.parametrize("body", WHOLE.values(), ids=WHOLE)
def test_filled_in_a_part_is_what_it_was(tmp_path: Path, body: str) -> None:
    whole, other = opened(tmp_path, HEAD + body + FOOT, {}), opened(tmp_path, HEAD + body + FOOT, KNOWN)
    assert isinstance(whole, Package)
    assert isinstance(other, Package)
    other.fill_all()
    assert bare(other.xml(other.main_part)) == bare(whole.xml(whole.main_part))


@pytest.mark.parametrize("body", REFUSED.values(), ids=REFUSED)
def test_a_part_is_refused_as_if_nothing_were_put_aside(tmp_path: Path, body: str) -> None:
    refusals = [opened(tmp_path, HEAD + body + FOOT, known) for known in ({}, KNOWN)]
    assert isinstance(refusals[0], str)
    assert refusals[0] == refusals[1]


@pytest.mark.parametrize("unbound", [f' xmlns:w14="{n.W14}"', f' xmlns:w="{n.W}"'])
def test_a_prefix_that_is_not_declared_is_seen(tmp_path: Path, unbound: str) -> None:
    document = HEAD.replace(unbound, "") + SAVED + ONE + FOOT
    told = "damaged a part is not well-formed XML part word/document.xml"
    assert opened(tmp_path, document, {}) == opened(tmp_path, document, KNOWN) == told


@pytest.mark.parametrize("code", ["utf-16", "iso-8859-1"])
def test_another_encoding_is_parsed_as_it_is(tmp_path: Path, code: str) -> None:
    data = f"{HEAD}{ONE}{FOOT}".replace("UTF-8", code).encode(code, "xmlcharrefreplace")
    assert cut(data, KNOWN) is None


def test_a_paragraph_is_read_where_it_stands() -> None:
    """Only what the body, a cell or a control holds is read by itself; the rest is filled in before anybody looks."""
    part = cut(f"{HEAD}{CELL}{WHOLE['a text box']}{FOOT}".encode(), KNOWN)
    assert part is not None
    assert len(part.paragraphs) == 5
    root = etree.fromstring(part.data)
    aside = stood_in(root, part.paragraphs)
    assert aside is not None
    assert [KNOWN[p] for p in aside.values()] == ["One word", "Two — dos ¶", "One word"]
    for element, paragraph in aside.items():
        fill(element, paragraph)
    assert "".join(root.itertext()) == "One wordTwo — dos ¶" * 2 + "One word"


def test_every_sample_is_read_the_same() -> None:
    """A submission says the same, to the last place and notice, whether its plain paragraphs are put aside or not."""
    draft = open_draft(INPUTS / "draft-program.docx")
    known, aside = draft.plain, 0
    for path in sorted((INPUTS / "submissions").glob("*.docx")):
        found = []
        for plain in (known, {}):
            try:
                reading = read_submission(path, ("Mexico",), replace(draft, plain=plain), Rules(("INTERNAL",)))
                found.append((reading.submission, reading.hunks, sorted(reading.store.parts)))
            except Unreadable as reason:
                found.append(reason.message)
        assert found[0] == found[1], path.name
        aside += isinstance(found[0], tuple) and len(read_checked(path, known).plain) > 20
    assert aside > 5
