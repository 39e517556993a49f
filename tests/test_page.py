"""consolidated.html: what the marks say, as a page that can be filtered, and nothing that a state wrote is more than text in it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from pipeline.auditing.document import Document
from pipeline.auditing.marked import Story
from pipeline.auditing.package import Package
from pipeline.auditing.page import broken
from pipeline.config import load_config
from pipeline.register import load_register
from pipeline.store import read_json
from tests.meetings import SAMPLES, meeting, run
from tests.word import W

CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
CODES = {c.name: c.code for c in load_register(load_config(SAMPLES)[0].contributors).contributors}


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    shutil.copytree(SAMPLES, folder / "inputs")
    assert run(folder / "inputs", folder / "outputs").exit_code == 0
    return folder / "outputs"


@pytest.fixture(scope="module")
def page(outputs: Path) -> str:
    return (outputs / "consolidated.html").read_text(encoding="utf-8")


def found(outputs: Path, page: Path) -> list[str]:
    return list(broken(outputs / "consolidated.docx", page, read_json(outputs / "report.json"), CODES))


def test_the_page_of_the_samples_says_what_the_marks_say(outputs: Path) -> None:
    assert found(outputs, outputs / "consolidated.html") == []


FAULTS: dict[str, Callable[[str], str]] = {
    "an author is lost": lambda x: re.sub(r'<ins data-who="\w+ ', '<ins data-who="', x, count=1),
    "codes are another's": lambda x: re.sub(r'<span class="code" data-who="[^"]*"', '<span class="code" data-who="XXX"', x, count=1),
    "a mark is lost": lambda x: re.sub(r"<del [^>]*>(.*?)</del>", r"\1", x, count=1),
    "a word is lost": lambda x: x.replace("At successive Summits", "Summits", 1),
    "a conflict is lost": lambda x: x.replace('id="C_03"', 'id="C_xx"'),
    "a comment is lost": lambda x: x.replace("Would it help the reader to cite", "Would it help to cite"),
    "a script": lambda x: x.replace("<main", '<img src="https://example.org/x.png"><main', 1),
    "a handler": lambda x: x.replace("<main", '<main onclick="x()"', 1),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_the_audit_finds_what_the_page_does_not_say(fault: Callable[[str], str], outputs: Path, page: str, tmp_path: Path) -> None:
    changed = fault(page)
    assert changed != page
    (tmp_path / "page.html").write_text(changed, encoding="utf-8")
    assert found(outputs, tmp_path / "page.html")


def test_a_screen_reader_finds_its_way(page: str) -> None:
    tree = html.document_fromstring(page)
    assert tree.get("lang") == "en"
    assert tree.xpath("string(//title)")
    assert len(tree.xpath("//h1")) == 1
    assert len(tree.xpath("//main")) == 1
    assert tree.xpath("//select[not(ancestor::label)]|//input[not(ancestor::label)]") == []
    assert tree.xpath('//div[@class="scroll"]/table[thead]//th[not(@scope)]') == []
    assert not tree.xpath("//@id[. = preceding::*/@id]")


def test_the_page_asks_nothing_of_a_network(page: str) -> None:
    assert "default-src 'none'" in page
    assert not re.search(r"<(link|img|iframe|object)\b", page)
    assert not re.search(r"""\b(href|src)=["'](?!#)""", page)


def test_what_a_state_wrote_is_text_and_nothing_else(tmp_path: Path) -> None:
    rude = "<script>alert(1)</script> \" onload=x() javascript:alert(2) </title> ‮שלום 𝒜 &amp; $body$"
    inputs = meeting(tmp_path, "Mexico.docx")
    letter = f"Belize considers that the Program should say the following: {rude}\n"
    (inputs / "submissions" / "Belize.txt").write_text(letter, encoding="utf-8")
    run(inputs, tmp_path / "outputs")
    tree = html.document_fromstring((tmp_path / "outputs" / "consolidated.html").read_text(encoding="utf-8"))
    assert rude in " ".join(tree.text_content().split())
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//@onload")


@pytest.mark.parametrize(("language", "words"), [("es", "Sección"), ("fr", "Auteur"), ("pt", "Seção")])
def test_the_page_speaks_the_language_of_the_document(language: str, words: str, tmp_path: Path) -> None:
    inputs = meeting(tmp_path, settings=f'[meeting]\nlanguage = "{language}"\n')
    run(inputs, tmp_path / "outputs")
    tree = html.document_fromstring((tmp_path / "outputs" / "consolidated.html").read_text(encoding="utf-8"))
    assert tree.get("lang") == language
    assert words in tree.xpath("string(//form)")


def test_without_pandoc_all_else_is_published_and_the_audit_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.writers.page._program", lambda: str(tmp_path / "no-pandoc"))
    outcome = run(meeting(tmp_path), tmp_path / "outputs")
    assert outcome.exit_code == 4
    assert outcome.laws is not None
    assert any("consolidated.html" in problem for problem in outcome.laws.problems)
    assert (tmp_path / "outputs" / "consolidated-print.docx").is_file()
    assert not (tmp_path / "outputs" / "consolidated.html").exists()


# ---- in a browser


def in_browser(page: Path, choice: str) -> Any:
    """The page after its script has run, with a filter in the address."""
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", f"{page.as_uri()}#{choice}"]
    return html.document_fromstring(subprocess.run(command, capture_output=True, timeout=120, check=True).stdout.decode())


def visible(tree: Any) -> str:
    """The text of the draft as the style sheet shows it, without white space and what is not the draft's: numbers, codes, comments."""
    single = "single" in (tree.body.get("class") or "")
    out: list[str] = []

    def walk(e: Any) -> None:
        kinds = (e.get("class") or "").split()
        hidden = ("off" in kinds and e.tag != "del") or (single and "sec" in kinds) or e.get("hidden") is not None
        if e.tag == "del" and "off" not in kinds:
            hidden = True  # accepted
        if not (hidden or {"code", "note", "num"} & {*kinds} or e.tag == "sup"):
            out.append(e.text or "")
            for c in e:
                walk(c)
        out.append(e.tail or "")

    for p in tree.xpath('//main//div[@class="prov"]/*[@class="t"]'):
        if p.getparent().get("hidden") is None:
            walk(p)
    return re.sub(r"[\s¶]", "", "".join(out))


def accepted(path: Path, who: str) -> Iterator[str]:
    """The paragraphs of the document's text once the marks of one contributor are accepted and all others rejected."""
    document = Document(Package(path))
    lines = document.view(document.only(who) if who else frozenset()).paragraphs
    yield from (line for line in lines if not re.fullmatch(r"</?\w+>", line))


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
@pytest.mark.parametrize("who", ["", "Argentina", "Brazil", "Chile", "Mexico", "Uruguay", "United States"])
def test_with_one_contributor_chosen_the_page_reads_as_it_sent_it(who: str, outputs: Path) -> None:
    """And as the draft with none. Footnotes, and what Word counts by itself, stand in the one and not in the other."""
    text = visible(in_browser(outputs / "consolidated.html", f"who={CODES.get(who, 'none')}"))
    text = text.replace("sectionI.B.2", "section")  # a cross-reference, which Word refreshes by itself
    for paragraph in accepted(outputs / "consolidated.docx", who):
        for words in re.split(r"[\u2063\ufffc\n]", paragraph):
            assert all(re.sub(r"\s", "", piece) in text for piece in words.split("  ")), words


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
def test_the_filter_by_section_hides_all_others(outputs: Path) -> None:
    tree = in_browser(outputs / "consolidated.html", "at=III.C")
    shown = {p.get("data-sec") for p in tree.xpath('//div[@class="prov"]') if p.get("hidden") is None}
    assert shown == {"III.C"}
    assert tree.xpath('//div[contains(@class, "panel")]')[0].get("hidden") is None


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
def test_only_what_is_touched_is_shown_on_demand(outputs: Path) -> None:
    tree = in_browser(outputs / "consolidated.html", "who=MEX&touched=1")
    shown = [p for p in tree.xpath('//div[@class="prov"]') if p.get("hidden") is None and p.get("data-kind") != "heading"]
    assert 5 < len(shown) < 40
    assert all(any("off" not in (m.get("class") or "").split() for m in p.xpath(".//*[@data-who]")) for p in shown)


@pytest.mark.parametrize("gap", ["", "\n    "])
def test_a_line_of_contents_is_none_to_be_read_however_its_xml_is_laid_out(gap: str) -> None:
    """In a draft whose XML is indented, lines of contents were looked for on the page, where they do not stand (exit 4)."""
    lines = "".join(
        f'<w:p>{gap}<w:pPr>{gap}<w:pStyle w:val="{style}"/>{gap}</w:pPr>{gap}<w:r><w:t>Introduction</w:t></w:r>{gap}</w:p>'
        for style in ("TOC1", "Heading1")
    )
    start, end = '<w:bookmarkStart w:id="7" w:name="draft_text"/>', '<w:bookmarkEnd w:id="7"/>'
    part = f'<w:document xmlns:w="{W}"><w:body>{start}{lines}{end}</w:body></w:document>'
    story = Story(part.encode())
    assert [story.is_read(number) for number in range(len(story))] == [False, True]
