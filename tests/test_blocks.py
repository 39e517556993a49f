"""The draft's region read and changed as text, block by block: it says and gives the same as its tree does."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from pipeline.ooxml import names as n
from pipeline.ooxml.blocks import Block, Region, region_of
from pipeline.ooxml.unmarked import Unmarking, codes_of, unmark
from pipeline.writers.page_text import Names, Writer
from tests.meetings import SAMPLES, run

CODES = {"Argentina": "ARG", "Brazil": "BRA", "Mexico": "M&X"}
HEAD = f'<w:document xmlns:w="{n.W}"><w:body>'
WORDS = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
GONE = '<w:r><w:rPr><w:b/></w:rPr><w:delText xml:space="preserve">{}</w:delText></w:r>'


def ins(inner: str, who: str = "Brazil", tag: str = "ins") -> str:
    return f'<w:{tag} w:id="1" w:author="{who}">{inner}</w:{tag}>'


def ended(tag: str, who: str) -> str:
    return f'<w:pPr><w:rPr><w:{tag} w:id="3" w:author="{who}"/></w:rPr></w:pPr>'


SAID, HERE = WORDS.format("States &amp; others "), '<w:r><w:commentReference w:id="7"/></w:r>'
PLACE = '<w:bookmarkStart w:id="4" w:name="P_BRA_01"/><w:bookmarkEnd w:id="4"/>'
PARAGRAPHS = {
    "words": SAID,
    "nothing": "",
    "a comment": f'<w:commentRangeStart w:id="7"/>{SAID}<w:commentRangeEnd w:id="7"/>{HERE}',
    "one mark": SAID + ins(SAID),
    "of two words one": ins(GONE.format("may"), tag="del") + PLACE + ins(SAID),
    "a comment between two marks": ins(SAID) + HERE + ins(GONE.format("may"), tag="del"),
    "rivals": ins(SAID) + ins(SAID, "Mexico") + ins(SAID, "Argentina; Mexico"),
    "the Secretariat between": ins(SAID) + ins(WORDS.format("[C-01]"), "Secretariat") + ins(SAID),
    "a name with signs": ins(SAID, "Q&quot;s &amp; R&lt;s"),
    "a new paragraph": ended("ins", "Brazil") + ins(SAID),
    "a new paragraph and another's words": ended("ins", "Brazil") + ins(SAID) + ins(SAID, "Mexico"),
    "a new paragraph with its label": ended("ins", "Brazil") + ins(SAID, "Secretariat") + ins(SAID),
    "a joining": ended("del", "Mexico") + SAID,
    "a joining after a mark of the same": ended("del", "Mexico") + SAID + ins(GONE.format("x"), "Mexico", "del"),
    "a move": ins(WORDS.format("x"), tag="moveFrom") + SAID + ins(SAID, tag="moveTo"),
    "changed properties": f'<w:pPr><w:jc w:val="left"/><w:pPrChange w:id="5" w:author="Brazil"><w:pPr/></w:pPrChange></w:pPr>{SAID}',
    "properties that were none": f'<w:pPr><w:pPrChange w:id="5" w:author="Brazil"><w:pPr><w:b/></w:pPr></w:pPrChange></w:pPr>{SAID}',
    "a mark in a mark": ins(SAID + ins(GONE.format("x"), "Mexico", "del")),
    "a mark in a link": f'<w:hyperlink w:anchor="a">{ins(SAID)}</w:hyperlink>{ins(SAID)}',
    "a link in a mark": ins(f'<w:hyperlink w:anchor="a">{SAID}</w:hyperlink>'),
    "a link that holds a range alone": f'<w:hyperlink w:anchor="a"><w:commentRangeStart w:id="7"/></w:hyperlink>{SAID}{HERE}',
    "a look": ins('<w:r><w:rPr><w:rStyle w:val="a"/><w:u w:val="double"/><w:lang w:val="es"/></w:rPr><w:t>x</w:t></w:r>'),
    "a field": ins('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText> PAGE </w:delInstrText></w:r>', tag="del"),
    "signs": SAID + ins('<w:r><w:tab/><w:t>x</w:t><w:br/><w:noBreakHyphen/></w:r>'),
    "an empty text": '<w:r><w:t xml:space="preserve"></w:t></w:r>' + ins("<w:r><w:t/></w:r>") + SAID,
    "a reference to a character": WORDS.format("a&#13;b"),
    "a note": SAID + '<w:r><w:footnoteReference w:id="2"/></w:r>' + ins(SAID),
    "a formula": f'<m:oMath xmlns:m="{n.M}"><m:r><m:t>x</m:t></m:r></m:oMath>{ins(SAID)}',
    "a control": f'<w:sdt><w:sdtPr/><w:sdtContent>{ins(SAID)}</w:sdtContent></w:sdt>',
}  # fmt: skip


def of_blocks(text: str) -> Region:
    main = f'{HEAD}<w:bookmarkStart w:id="9" w:name="draft_text"/>{text}<w:bookmarkEnd w:id="9"/></w:body></w:document>'
    region = region_of(main)
    assert region is not None
    assert "".join(b.text for b in region.blocks) == text
    return region


def by_tree(region: Region, changing: Callable[[etree._Element], None]) -> str:
    return region.changed(region.blocks, changing)


def both_printed(region: Region) -> tuple[str, str]:
    numbers: dict[str, int] = {}
    tree = by_tree(region, lambda body: unmark(body, codes_of(CODES), numbers))
    text = Unmarking(codes_of(CODES))
    return text.region(region) + str(text.comments), tree + str(numbers)


def both_told(region: Region) -> tuple[str, str]:
    one, other = (Writer(Names(CODES, {}), {}, {"7": ("Brazil", "Why?")}) for _ in range(2))
    return "".join(one.region(region)) + str(one.notes), "".join(other.blocks(region.tree(region.blocks))) + str(other.notes)


@pytest.mark.parametrize("inner", PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_a_paragraph_as_text_is_as_its_tree(inner: str) -> None:
    region = of_blocks(f"<w:p>{inner}</w:p><w:p>{SAID}{HERE}</w:p>")
    assert len(region.blocks) == 2
    for text, tree in (both_printed(region), both_told(region)):
        assert text == tree


def test_most_paragraphs_need_no_tree() -> None:
    parsed = {name for name, inner in PARAGRAPHS.items() if Block(f"<w:p>{inner}</w:p>").paragraph is None}
    assert parsed == {
        "nothing", "a mark in a mark", "an empty text", "a reference to a character", "a formula", "a control",
    }  # fmt: skip


def test_blocks_hold_whole_elements() -> None:
    paragraph, cell = f"<w:p>{SAID}</w:p>", "<w:tc><w:p/></w:tc>"
    table = f"<w:tbl><w:tr><w:tc><w:tbl><w:tr>{cell}</w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>"
    box = f"<w:p><w:r><w:pict><w:txbxContent>{paragraph}</w:txbxContent></w:pict></w:r></w:p>"
    found = [b.text for b in of_blocks(f'{paragraph}<w:p/>{table}{box}<w:bookmarkEnd w:id="1"/>\n{paragraph}').blocks]
    assert found == [paragraph, "<w:p/>", table, box, '<w:bookmarkEnd w:id="1"/>', "\n", paragraph]


def test_marks_around_blocks_are_seen_as_a_whole() -> None:
    region = of_blocks(ins(f"<w:p>{SAID}</w:p>") + ins(f"<w:p>{SAID}</w:p>"))
    for text, tree in (both_printed(region), both_told(region)):
        assert text == tree


def test_the_samples_as_text_are_as_their_tree(tmp_path: Path) -> None:
    run(SAMPLES, tmp_path / "outputs")
    for path in (tmp_path / "outputs").glob("consolidated*.docx"):
        with zipfile.ZipFile(path) as archive:
            region = region_of(archive.read("word/document.xml").decode())
        assert region is not None
        assert sum(b.paragraph is not None for b in region.blocks) > 20
        for text, tree in (both_printed(region), both_told(region)):
            assert text == tree
