"""The consolidated document as a reader moves in it: ways between text and annexes, labels, pages and properties."""

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from pipeline.writers.plain import provision_bookmarks
from tests.laws import run
from tests.notation import document, shown
from tests.word import package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAFT = "States shall act every year.\nOrgans shall report without delay."
SENT = {
    "Argentina": "States should act every year.\nOrgans shall report.",
    "Mexico": "States may act every year.\nOrgans shall report without delay.",
}


def consolidated(folder: Path, settings: str = "", sent: dict[str, str] | None = None) -> tuple[Path, dict[str, Any]]:
    inputs = folder / "inputs"
    (inputs / "submissions").mkdir(parents=True)
    (inputs / "draft-program.docx").write_bytes(package(document(DRAFT)))
    (inputs / "consolidation.toml").write_text(settings, encoding="utf-8")
    for name, text in (sent or SENT).items():
        (inputs / "submissions" / f"{name}.docx").write_bytes(package(document(text)))
    code, report, _ = run(inputs, folder / "outputs")
    assert (code, report["laws"]["problems"]) == (0, [])
    return folder / "outputs" / "consolidated.docx", report


def part(path: Path, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(path) as z:
        return z.read(name).decode("utf-8")


def bookmarks(main: str) -> list[str]:
    return re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', main)


def region(main: str) -> tuple[str, str, str]:
    """What stands before the draft, the draft, and what stands behind it."""
    before, _, rest = main.partition('<w:bookmarkStart w:id="499999"')
    inside, _, after = rest.partition('<w:bookmarkEnd w:id="499999"/>')
    return before, inside, after


def test_a_conflict_leads_to_the_annex_and_back(tmp_path: Path) -> None:
    """The number before the contested words is a field inside the Secretariat's insertion, so that rejecting it leaves nothing."""
    path, report = consolidated(tmp_path)
    _, inside, after = region(part(path))
    assert [c["id"] for c in report["conflicts"]] == ["C-01"]
    tag = next(e for e in etree.fromstring(part(path).encode()).iter(W + "instrText") if "C_01" in e.text)
    mark = next(a for a in tag.iterancestors() if a.tag == W + "ins")
    assert mark.get(W + "author") == "Secretariat"
    assert tag.text == ' HYPERLINK \\l "C_01" '
    assert "C_01" in bookmarks(after)
    assert "T_C_01" in bookmarks(inside)
    assert 'w:anchor="T_C_01"' in after


def test_every_link_leads_to_a_bookmark_that_stands_once(tmp_path: Path) -> None:
    """Dead links and doubled names would lead nowhere."""
    main = part(consolidated(tmp_path, '[output]\nlabels = "all"\n')[0])
    names = bookmarks(main)
    assert len(names) == len({n.lower() for n in names})
    targets = {*re.findall(r'w:anchor="([^"]+)"', main), *re.findall(r'HYPERLINK \\l "([^"]+)"', main)}
    assert {"A_ARG_01", "C_01", "P_ARG_01"} <= targets
    assert targets <= set(names)
    assert all(len(n) <= 40 for n in names)


def test_every_paragraph_of_the_draft_has_a_bookmark(tmp_path: Path) -> None:
    """Touched or not, a provision can be led to; the bookmark stands at its beginning."""
    _, inside, _ = region(part(consolidated(tmp_path)[0]))
    assert sum(n.startswith("S_") for n in bookmarks(inside)) == 2


def test_rivals_alone_are_labelled_unless_all_are_asked_for(tmp_path: Path) -> None:
    """A proposal that nobody contests says who makes it only by option, with its id; a deletion too."""
    rivals = shown(consolidated(tmp_path / "rivals")[0])
    every = shown(consolidated(tmp_path / "all", '[output]\nlabels = "all"\n')[0])
    assert "[Argentina: ›{+should|Argentina+}" in rivals
    assert "{- without delay|Argentina-}." in rivals
    assert "{- without delay|Argentina-}‹[Argentina: delete]›." in every
    assert "[ARG-02] ›{- without delay" in every


def test_labels_speak_the_language_of_the_document(tmp_path: Path) -> None:
    """Names of states, the label of the draft and the word for a deletion; authors stay as the register has them."""
    last = "Organs shall report without delay."
    sent = {"Argentina": f"Nothing of this text remains here.\n{last}", "Brazil": f"Another wording altogether.\n{last}", "Mexico": last}
    path, _ = consolidated(tmp_path, '[meeting]\nlanguage = "es"\n', sent)
    text = shown(path)
    assert "[Proyecto]" in text
    assert "(Brasil)" in text
    assert "[México: suprimir]" in text
    assert "; Mexico-}" in text
    assert "Alt. 1" in text


def test_the_properties_say_what_the_document_is(tmp_path: Path) -> None:
    """Title, subject and language; the Secretariat is the only name."""
    settings = '[meeting]\ntitle = "Propuestas"\nsymbol = "X/1"\nlanguage = "es"\n'
    core = part(consolidated(tmp_path, settings)[0], "docProps/core.xml")
    assert "<dc:title>Propuestas</dc:title>" in core
    assert "<dc:subject>X/1 Comisión de Asuntos Jurídicos y Políticos</dc:subject>" in core
    assert "<dc:language>es</dc:language>" in core
    assert re.findall(r"<dc:creator>(.*?)</dc:creator>", core) == ["Secretariat"]
    assert "lastModifiedBy" not in core


@pytest.mark.parametrize(("paper", "size"), [("letter", 'w:w="12240" w:h="15840"'), ("a4", 'w:w="11906" w:h="16838"')])
def test_the_paper_is_that_of_the_secretariats_pages_alone(tmp_path: Path, paper: str, size: str) -> None:
    """Front matter and annexes take the size; the draft's section is its own."""
    before, _, after = region(part(consolidated(tmp_path, f'[output]\npaper = "{paper}"\n')[0]))
    draft, *rest = re.findall(r"<w:sectPr\b.*?</w:sectPr>", after)
    assert size in before
    assert size in rest[-1]
    assert draft in part(tmp_path / "inputs" / "draft-program.docx") or size not in draft


def test_pages_are_numbered_where_the_draft_does_not_inherit_it(tmp_path: Path) -> None:
    """A draft without a header would take over ours; the annexes have "- 2 -" and no footer of the draft's."""
    path, _ = consolidated(tmp_path)
    before, _, after = region(part(path))
    assert "headerReference" not in before
    assert "<w:titlePg/>" in before
    assert len(re.findall("<w:headerReference", after)) == len(re.findall("<w:footerReference", after)) == 2
    assert "- </w:t>" in part(path, "word/headerConsolidation.xml")


def test_names_of_provisions_are_names_that_word_takes() -> None:
    """Letters, digits and underscores, 40 at most, each once whatever its case."""
    assert provision_bookmarks(["II.A.3(b)", "II.A.3 b", "ii.a.3(b)", "x" * 90]) == [
        "S_II_A_3_b", "S_II_A_3_b_2", "S_ii_a_3_b_3", "S_" + "x" * 32,
    ]  # fmt: skip
