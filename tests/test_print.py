"""consolidated-print.docx: what the marks say, in signs that need neither marks nor colour."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from pipeline.auditing.printed import broken
from pipeline.ooxml import names as n
from pipeline.ooxml.unmarked import codes_of, unmark
from tests.meetings import SAMPLES, meeting, parts_of, run

CODES = {"Argentina": "ARG", "Brazil": "BRA", "Mexico": "MEX"}
INS, DEL = '<w:ins w:id="1" w:author="{}">', '<w:del w:id="2" w:author="{}">'


def printed(body: str) -> str:
    """The body as it is for print: "+words+" bold and underlined, "-words-" struck through, paragraphs parted by a bar."""
    root = n.parse(f'<w:body xmlns:w="{n.W}">{body}</w:body>'.encode())
    unmark(root, codes_of(CODES), {})
    assert not list(root.iter(*n.MARKS, n.w("delText"), *n.PROPERTY_CHANGES, n.w("commentReference")))
    return "|".join("".join(map(shown, p.iter(n.R_))) for p in root.iter(n.P))


def shown(run: etree._Element) -> str:
    words = "".join(t.text or "" for t in run.iter(n.T))
    look = {c.tag for c in (run.find(n.RPR) if run.find(n.RPR) is not None else ())}
    sign = "-" if n.w("strike") in look else ""
    sign += "+" if {n.w("b"), n.w("u")} <= look else ""
    return f"{sign}{words}{sign}"


def words(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def inserted(text: str, who: str) -> str:
    return INS.format(who) + words(text) + "</w:ins>"


def deleted(text: str, who: str) -> str:
    return DEL.format(who) + words(text, "delText") + "</w:del>"


END = '<w:pPr><w:rPr><w:{} w:id="3" w:author="{}"/></w:rPr></w:pPr>'
CASES = {
    "an insertion": (f"<w:p>{words('States ')}{inserted('shall', 'Argentina')}</w:p>", "States +shall+ [ARG]"),
    "joint authors": (f"<w:p>{inserted('shall', 'Argentina; Brazil')}</w:p>", "+shall+ [ARG, BRA]"),
    "a replacement has its codes once": (
        f'<w:p>{deleted("may", "Mexico")}<w:bookmarkStart w:id="9" w:name="P"/>{inserted("shall", "Mexico")}{words(".")}</w:p>',
        "-may-+shall+ [MEX].",
    ),
    "rivals have each their own": (
        f"<w:p>{inserted('may', 'Mexico')}{inserted('shall', 'Brazil')}</w:p>", "+may+ [MEX]+shall+ [BRA]",
    ),
    "a space at the end stands behind the codes": (f"<w:p>{inserted('all ', 'Mexico')}{words('states')}</w:p>", "+all +[MEX] states"),
    "the Secretariat has no code": (f"<w:p>{inserted('[C-01] ', 'Secretariat')}{words('States')}</w:p>", "[C-01] States"),
    "a new paragraph": (
        f"<w:p>{END.format('ins', 'Brazil')}{inserted('New.', 'Brazil')}</w:p><w:p>{words('Old.')}</w:p>", "+New.+ [BRA]|Old.",
    ),
    "a split": (f"<w:p>{END.format('ins', 'Brazil')}{words('One,')}</w:p><w:p>{words('two.')}</w:p>", "One,+¶+ [BRA]|two."),
    "a joining": (f"<w:p>{END.format('del', 'Brazil')}{words('One.')}</w:p><w:p>{words('Two.')}</w:p>", "One.-¶- [BRA]|Two."),
    "deleted from what another inserts": (
        f"<w:p>{INS.format('Mexico')}{words('all ')}{deleted('the', 'Brazil')}</w:ins></w:p>", "+all +-+the-+ [MEX]",
    ),
    "a comment is a number": (
        f'<w:p><w:commentRangeStart w:id="7"/>{words("States")}<w:commentRangeEnd w:id="7"/>'
        '<w:r><w:commentReference w:id="7"/></w:r></w:p>',
        "States(c1)",
    ),
    "a move": (
        f'<w:p><w:moveFrom w:id="1" w:author="Brazil">{words("here")}</w:moveFrom>{words(" ")}'
        f'<w:moveTo w:id="2" w:author="Brazil">{words("there")}</w:moveTo></w:p>',
        "-here- [BRA] +there+ [BRA]",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES.keys())
def test_marks_become_signs(body: str, expected: str) -> None:
    assert printed(body) == expected


def test_run_properties_keep_the_order_of_the_schema() -> None:
    own = '<w:rPr><w:rStyle w:val="X"/><w:i/><w:color w:val="FF0000"/><w:u w:val="none"/><w:vertAlign w:val="superscript"/></w:rPr>'
    root = n.parse(f'<w:body xmlns:w="{n.W}"><w:p>{INS.format("Brazil")}<w:r>{own}<w:t>x</w:t></w:r></w:ins></w:p></w:body>'.encode())
    unmark(root, codes_of(CODES), {})
    assert [etree.QName(c).localname for c in next(root.iter(n.RPR))] == ["rStyle", "b", "i", "color", "u", "vertAlign"]


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("print")
    inputs = folder / "inputs"
    shutil.copytree(SAMPLES, inputs)
    assert run(inputs, folder / "outputs").exit_code == 0
    return folder / "outputs"


def changed(outputs: Path, target: Path, change: Callable[[str], str]) -> Path:
    """consolidated-print.docx with its main part changed."""
    source = outputs / "consolidated-print.docx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                text = data.decode()
                data = change(text).encode()
                assert data.decode() != text
            new.writestr(name, data)
    return target


def codes() -> dict[str, str]:
    from pipeline.config import load_config
    from pipeline.register import load_register

    return {c.name: c.code for c in load_register(load_config(SAMPLES)[0].contributors).contributors}


def test_the_print_edition_of_the_samples_holds_no_marks_and_says_what_they_say(outputs: Path) -> None:
    parts = parts_of(outputs / "consolidated-print.docx")
    assert not re.search(rb"<w:(ins|del|moveFrom|moveTo|delText|\w+Change|commentReference)\b", parts["word/document.xml"])
    assert not [name for name in parts if "comments" in name]
    assert not list(broken(outputs / "consolidated.docx", outputs / "consolidated-print.docx", codes()))


CODE = '<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t xml:space="preserve"> ['
END_OF_REGION = '<w:bookmarkEnd w:id="499999"/>'
LEFT_MARK = '<w:p><w:ins w:id="1" w:author="Brazil"/></w:p>'
FAULTS: dict[str, Callable[[str], str]] = {
    "a code is lost": lambda x: re.sub(re.escape(CODE) + r"[\w, ]+\]</w:t></w:r>", "", x, count=1),
    "a code is another's": lambda x: re.sub("(" + re.escape(CODE) + r")[\w, ]+\]", r"\1XXX]", x, count=1),
    "a strike is lost": lambda x: x.replace("<w:strike/>", "", 1),
    "an underline is lost": lambda x: x.replace('<w:u w:val="single"/>', "", 1),
    "a word is lost": lambda x: x.replace("At successive Summits", "Summits"),
    "a mark is left": lambda x: x.replace(END_OF_REGION, LEFT_MARK + END_OF_REGION),
    "a comment is not listed": lambda x: x.replace("(c5) ", "", 1),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_the_audit_finds_what_print_does_not_say(fault: Callable[[str], str], outputs: Path, tmp_path: Path) -> None:
    path = changed(outputs, tmp_path / "consolidated-print.docx", fault)
    assert list(broken(outputs / "consolidated.docx", path, codes()))


@pytest.mark.parametrize(("language", "words"), [("es", "negrita"), ("fr", "gras"), ("pt", "negrito")])
def test_the_legend_speaks_the_language_of_the_document(language: str, words: str, tmp_path: Path) -> None:
    inputs = meeting(tmp_path)
    (inputs / "consolidation.toml").write_text(f'[meeting]\nlanguage = "{language}"\n', encoding="utf-8")
    run(inputs, tmp_path / "outputs")
    assert words in parts_of(tmp_path / "outputs" / "consolidated-print.docx")["word/document.xml"].decode()
