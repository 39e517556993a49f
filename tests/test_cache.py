"""What is kept with the user for the next run: it may save time, and must change nothing else."""

from __future__ import annotations

import shutil
import stat
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from pipeline import cache
from pipeline.audit import judge
from pipeline.auditing.all_or_none import put_aside
from pipeline.auditing.apart import Cut, Facts, NotByItself, Unit, cut, facts_of, known_or_read
from pipeline.auditing.blocks import HIDDEN
from pipeline.auditing.document import Document
from pipeline.auditing.facts import paragraph_facts, row_facts
from pipeline.auditing.names import NAMES, Element, attribute
from pipeline.auditing.package import UNREADABLE, Package
from pipeline.auditing.reading import Reading
from pipeline.auditing.received import digest
from pipeline.auditing.recount import marks_in
from pipeline.auditing.runs import runs_of
from pipeline.cache import MOST, Drawer, drawer
from pipeline.ooxml.redrawn import Redrawn
from pipeline.ooxml.unmarked import Unmarking
from pipeline.run import IDS, Options, begin
from pipeline.store import read_json
from pipeline.twice import differing_files
from tests.meetings import SAMPLES, SUBMISSIONS, files_of, meeting, parts_of, run

Spoil = Callable[[bytes], bytes]
SPOILT: dict[str, Spoil] = {
    "half a file": lambda data: data[: len(data) // 2],
    "a changed letter": lambda data: data.replace(b"migrant", b"tourist"),
    "no JSON": lambda data: b"\0" * 100,
    "nothing": lambda data: b"",
    "a list": lambda data: b"[1, 2]",
}


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder, empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))
    return tmp_path / "user" / cache.FOLDER


@pytest.fixture(scope="module")
def consolidated(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """(inputs, outputs) of a few samples."""
    folder = tmp_path_factory.mktemp("consolidated")
    inputs = meeting(folder, *(p.name for p in sorted(SUBMISSIONS.glob("*.docx"))[:12]))
    run(inputs, folder / "outputs")
    return inputs, folder / "outputs"


def change(inputs: Path) -> None:
    """One delegation sends a correction."""
    shutil.copyfile(SUBMISSIONS / "Panamá.docx", inputs / "submissions" / "Uruguay.docx")


def tampered(path: Path, old: str, new: str) -> None:
    """The main part with the first ``old`` that stands in the draft's region replaced."""
    parts = parts_of(path)
    before, sign, region = parts["word/document.xml"].decode().partition('w:name="draft_text"')
    assert old in region
    parts["word/document.xml"] = (before + sign + region.replace(old, new, 1)).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)


def marks_of(root: Element) -> list[tuple[str, str]]:
    return [(attribute(mark, "author") or "", NAMES[mark.tag]) for mark in marks_in(root)]


def fresh(inputs: Path, outputs: Path, ids: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A run with nothing kept anywhere but the ids that were given."""
    with monkeypatch.context() as context:
        context.setenv("XDG_CACHE_HOME", str(outputs.with_name("nothing")))
        (outputs / IDS).parent.mkdir(parents=True)
        shutil.copyfile(ids, outputs / IDS)
        run(inputs, outputs)
    return outputs


def test_what_is_kept_changes_no_byte(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cold, warm, and warm with one changed submission: each as if nothing had been kept."""
    inputs, outputs = meeting(tmp_path), tmp_path / "outputs"
    run(inputs, outputs)
    cold = files_of(outputs)
    run(inputs, outputs)
    assert files_of(outputs) == cold
    ids = Path(shutil.copyfile(outputs / IDS, tmp_path / "ids.json"))
    change(inputs)
    run(inputs, outputs)
    assert (outputs / "report.json").read_bytes() != cold["report.json"]
    assert differing_files(outputs, fresh(inputs, tmp_path / "fresh", ids, monkeypatch)) == []


@pytest.mark.parametrize("gone", ["Mexico.docx", "Bolivia.docx", "Saint Lucia - comment table.docx"])
def test_drawn_paragraphs_take_the_numbers_of_the_document(gone: str, tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a submission falls away, marks, bookmarks, comments and conflicts behind it count on from others."""
    inputs, outputs = tmp_path / "inputs", tmp_path / "outputs"
    shutil.copytree(SAMPLES, inputs)
    run(inputs, outputs)
    before = (outputs / "consolidated.docx").read_bytes()
    ids = Path(shutil.copyfile(outputs / IDS, tmp_path / "ids.json"))
    (inputs / "submissions" / gone).unlink()
    run(inputs, outputs)
    assert (outputs / "consolidated.docx").read_bytes() != before
    assert differing_files(outputs, fresh(inputs, tmp_path / "fresh", ids, monkeypatch)) == []


def test_what_was_drawn_is_not_drawn_again(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inputs, outputs = meeting(tmp_path), tmp_path / "outputs"
    run(inputs, outputs)
    before = files_of(outputs)
    for made_of, method in ((Redrawn, "_with_places"), (Unmarking, "_paragraph")):
        monkeypatch.setattr(made_of, method, None)  # whoever calls it fails
    monkeypatch.setattr(subprocess, "run", None)
    assert run(inputs, outputs).exit_code == 0
    assert files_of(outputs) == before


def test_a_machine_without_a_place_for_it_gives_the_same(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inputs = meeting(tmp_path)
    run(inputs, tmp_path / "one")
    (tmp_path / "file").write_text("no folder can stand here")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    run(inputs, tmp_path / "other")
    assert differing_files(tmp_path / "one", tmp_path / "other") == []


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_spoilt_cache_counts_for_nothing(spoil: Spoil, tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inputs, outputs = meeting(tmp_path), tmp_path / "outputs"
    run(inputs, outputs)
    ids = Path(shutil.copyfile(outputs / IDS, tmp_path / "ids.json"))
    for path in kept.iterdir():
        path.write_bytes(spoil(path.read_bytes()))
    change(inputs)
    run(inputs, outputs)
    assert differing_files(outputs, fresh(inputs, tmp_path / "fresh", ids, monkeypatch)) == []


def test_it_lies_with_the_user_alone(tmp_path: Path, kept: Path) -> None:
    inputs = meeting(tmp_path)
    run(inputs, tmp_path / "outputs")
    assert {p.name.split("-")[1] for p in kept.iterdir()} == {
        "drawn.json", "facts.json", "paragraphs.json", "patterns.json", "page.json", "print.json",
    }  # fmt: skip
    assert {stat.S_IMODE(p.stat().st_mode) for p in kept.iterdir()} == {0o600}
    assert stat.S_IMODE(kept.stat().st_mode) == 0o700


def test_what_nobody_asked_for_is_not_kept_on(tmp_path: Path) -> None:
    first = Drawer(tmp_path / "drawer.json")
    first["asked for"], first["forgotten"] = [1], [2]
    first.close()
    second = Drawer(tmp_path / "drawer.json")
    assert second.get("asked for") == [1]
    second.close()
    third = Drawer(tmp_path / "drawer.json")
    assert ("asked for" in third, "forgotten" in third) == (True, False)


def test_a_drawer_that_is_too_large_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LARGEST", 100)
    large = Drawer(tmp_path / "drawer.json")
    large["words"] = "w" * 200
    large.close()
    assert not (tmp_path / "drawer.json").exists()


def test_old_drawers_go_when_there_are_many(tmp_path: Path, kept: Path) -> None:
    for number in range(MOST + 5):
        one = drawer(tmp_path, "facts", str(number))
        one["a"] = number
        one.close()
    assert len(list(kept.iterdir())) == MOST


def test_paragraphs_judged_by_themselves_give_the_views_of_the_whole(consolidated: tuple[Path, Path]) -> None:
    """Whoever is accepted, a document with its paragraphs put aside reads as its tree does, new or known."""
    path = consolidated[1] / "consolidated.docx"
    whole, memo = Document(Package(path)), dict[str, Any]()
    everyone = sorted(whole.everyone)
    assert len(everyone) > 5
    for _ in range(2):
        aside = Document(Package(path, memo=memo))
        assert len(aside.apart.facts) > 50
        assert len(aside.apart.texts) > 20
        for accepted in (frozenset(), whole.everyone, *(whole.only(who) for who in everyone), frozenset(everyone[::2])):
            assert aside.view(accepted) == whole.view(accepted)
        assert " ".join(sorted(aside.visible_text.split())) == " ".join(sorted(whole.visible_text.split()))
        assert sorted(aside.labels()) == sorted(whole.labels())
        assert {*aside.apart.marks, *marks_of(aside.rest)} == set(marks_of(whole.body)) == set(marks_of(aside.body))
    assert len(memo) > 70


def test_a_paragraph_by_its_runs_is_what_its_tree_says(consolidated: tuple[Path, Path]) -> None:
    """Most paragraphs are read from their bytes; the tree of the same says the same."""
    package = Package(consolidated[1] / "consolidated.docx")
    part = cut(package.part(package.main), {})
    by_runs = [unit for unit in part.paragraphs if unit.runs is not None]
    assert len(by_runs) > 50
    assert any(b"HYPERLINK" in unit.data for unit in by_runs)
    assert any(unit.runs.marks and any(m.adds for m in unit.runs.marks) for unit in by_runs if unit.runs is not None)
    for unit in by_runs:
        one, other = paragraph_facts(unit, part.tree, package), paragraph_facts(Unit(unit.key, unit.data, None), part.tree, package)
        assert facts_of(orjson.loads(orjson.dumps(one.as_json()))) == one
        assert (one.mark, one.look, one.marks) == (other.mark, other.look, other.marks)
        assert (one.glued, one.bookmarks) == (other.glued, other.bookmarks)
        assert sorted(one.labels) == sorted(other.labels)
        contributors = one.authors - {"Secretariat"}
        assert {who: one.words.get(who, 0) for who in contributors} == {who: other.words.get(who, 0) for who in contributors}
        for accepted in (frozenset(), one.authors, *map(frozenset, zip(sorted(one.authors), strict=True))):
            assert shown(one, accepted) == shown(other, accepted)
        assert one.authors == other.authors


def shown(facts: Facts, accepted: frozenset[str]) -> str:
    return "".join(text for (needs, bars), _, text in facts.pieces if needs <= accepted and bars.isdisjoint(accepted))


def test_a_contributors_document_put_aside_gives_the_views_of_the_whole(consolidated: tuple[Path, Path]) -> None:
    """With all of its marks accepted, and with all rejected."""
    read = 0
    for path in sorted((consolidated[1] / "by-contributor").iterdir()):
        whole, aside = Document(Package(path)), Document(Package(path), all_or_none=True)
        groups = put_aside(Package(path).part("word/document.xml")).groups
        read += sum(bool(p.authors) for group in groups for p in group)
        assert aside.everyone == whole.everyone
        for accepted in (frozenset({HIDDEN}), whole.everyone):
            assert aside.view(accepted) == whole.view(accepted), path.name
    assert read > 30


@pytest.mark.parametrize("spoil", ["</w:r>", "&nbsp;", '<w:r q:id="1"/>'])
def test_a_contributors_document_that_is_not_well_formed_is_not_read(spoil: str, tmp_path: Path, consolidated: tuple[Path, Path]) -> None:
    marked = (p for p in sorted((consolidated[1] / "by-contributor").iterdir()) if b"</w:ins>" in parts_of(p)["word/document.xml"])
    path = Path(shutil.copy(next(marked), tmp_path / "own.docx"))
    parts = parts_of(path)
    before, sign, after = parts["word/document.xml"].rpartition(b"</w:ins>")
    parts["word/document.xml"] = before + sign + spoil.encode() + after
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    with pytest.raises(UNREADABLE):
        Document(Package(path), all_or_none=True)


HELD = '<w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr>{inside}</w:p>'
SAID = '<w:r><w:t xml:space="preserve">words </w:t></w:r>'


@pytest.mark.parametrize(
    ("inside", "is_read"),
    [
        pytest.param(SAID, True, id="a run"),
        pytest.param(f'<w:ins w:id="1" w:author="A &amp; B" w:date="2004">{SAID}</w:ins>', True, id="a mark around a run"),
        pytest.param(f'<w:ins w:id="1" w:author="A"><w:del w:id="2" w:author="B">{SAID}</w:del></w:ins>', True, id="a mark in a mark"),
        pytest.param("<w:r><w:t> words</w:t></w:r>", False, id="white space that does not count"),
        pytest.param("<w:r><w:t>words</w:t><w:tab/></w:r>", False, id="a tabulator"),
        pytest.param("<w:r><w:rPr><w:vanish/></w:rPr><w:t>words</w:t></w:r>", False, id="hidden text"),
        pytest.param("<w:r><w:t>&#119;ords</w:t></w:r>", False, id="a character by its number"),
        pytest.param(f"<w:moveTo w:id='1' w:author='A'>{SAID}</w:moveTo>", False, id="a move"),
        pytest.param(f'<w:ins w:id="1">{SAID}</w:ins>', False, id="a mark of nobody"),
        pytest.param(f'<w:ins w:id="1" w:author="a>b">{SAID}</w:ins>', False, id="a sign in a name that ends a tag"),
        pytest.param('<w:r><w:rPr><w14:ligatures w:val="1"/></w:rPr><w:t>words</w:t></w:r>', False, id="a property of another space"),
        pytest.param('<w:r><w:rPr><w:b q:val="1"/></w:rPr><w:t>words</w:t></w:r>', False, id="an attribute of another space"),
        pytest.param('<w:r><w:footnoteReference w:id="2"/></w:r>', False, id="a note"),
        pytest.param(f'<w:hyperlink w:anchor="there">{SAID}</w:hyperlink>', False, id="a link"),
        pytest.param(f"{SAID}words beside a run", False, id="words in no run"),
    ],
)
def test_only_what_is_known_by_heart_is_read_from_bytes(inside: str, is_read: bool) -> None:
    assert (runs_of(HELD.format(inside=inside).encode()) is not None) is is_read


def test_properties_of_another_space_are_not_read_from_bytes() -> None:
    """Word folds headings by w15:collapsed: the paragraph is read from its tree, where the prefix is declared."""
    folded = HELD.format(inside=SAID).replace("</w:pPr>", '<w15:collapsed w:val="1"/></w:pPr>')
    assert runs_of(folded.encode()) is None


LINKED = (
    '<w:p><w:ins w:id="1" w:author="Secretariat"><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">[C-01] </w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:ins>'
    "<w:r><w:t>States agree.</w:t></w:r></w:p>"
)


@pytest.mark.parametrize(
    ("code", "aside"),
    [
        pytest.param('HYPERLINK \\l "conflict_C_01"', 1, id="a link to a bookmark"),
        pytest.param("PAGEREF conflict_C_01", 0, id="another field"),
        pytest.param('HYPERLINK "https://example.org"', 0, id="a link out of the document"),
    ],
)
def test_of_fields_only_a_link_within_the_document_stands_in_a_paragraph_put_aside(code: str, aside: int) -> None:
    words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    part = (
        f'<w:document xmlns:w="{words}"><w:body><w:bookmarkStart w:id="9" w:name="draft_text"/>'
        f'{LINKED.format(code=code)}<w:bookmarkEnd w:id="9"/></w:body></w:document>'
    )
    assert len(cut(part.encode(), {}).paragraphs) == aside


def with_rows(*rows: str) -> Cut:
    """A part with these rows behind the draft's text, cut."""
    words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    around = '<w:bookmarkStart w:id="9" w:name="draft_text"/><w:bookmarkEnd w:id="9"/>'
    return cut(f'<w:document xmlns:w="{words}"><w:body>{around}<w:tbl>{"".join(rows)}</w:tbl></w:body></w:document>'.encode(), {})


ROW = "<w:tr><w:tc><w:p>{inside}</w:p></w:tc></w:tr>"
PLAIN_ROW, MARKED_ROW = ROW.format(inside=SAID), ROW.format(inside=f'<w:ins w:id="1" w:author="A">{SAID}</w:ins>')


def test_rows_that_follow_each_other_are_put_aside_at_once() -> None:
    part = with_rows(PLAIN_ROW, PLAIN_ROW, PLAIN_ROW)
    assert [unit.data for unit in part.rows] == [(3 * PLAIN_ROW).encode()]
    assert row_facts(part.rows[0], part.tree) == ("words words words", [])


def test_a_row_that_cannot_be_put_aside_leaves_its_neighbours_so() -> None:
    part = with_rows(PLAIN_ROW, MARKED_ROW, PLAIN_ROW)
    assert [unit.data for unit in part.rows] == 2 * [PLAIN_ROW.encode()]
    assert part.data.count(b'w:author="A"') == 1


def test_a_row_with_a_table_in_it_is_put_aside_without_what_is_around_it() -> None:
    part = with_rows(PLAIN_ROW, ROW.format(inside=f"</w:p><w:tbl>{PLAIN_ROW}</w:tbl><w:p>"))
    assert [unit.data for unit in part.rows] == 2 * [PLAIN_ROW.encode()]


@pytest.mark.parametrize("spoil", ["</w:tbl>", "&nbsp;", '<w:r q:id="1"/>'])
def test_rows_that_are_no_xml_are_not_read(spoil: str) -> None:
    with pytest.raises(NotByItself):
        known_or_read(with_rows(PLAIN_ROW, ROW.format(inside=SAID + spoil)), {}, lambda unit, tree: pytest.fail("no paragraph"), row_facts)


def test_a_view_by_stretches_is_that_of_one_walk(consolidated: tuple[Path, Path]) -> None:
    paths = [consolidated[1] / "consolidated.docx", *sorted((SAMPLES / "submissions").glob("*.docx"))]
    read = 0
    for path in paths:
        try:
            document = Document(Package(path))
        except UNREADABLE:
            continue
        read += 1
        for accepted in (frozenset(), document.everyone, document.all_accepted, *(frozenset({who}) for who in document.everyone)):
            walk = Reading(accepted)
            assert document.view(accepted).paragraphs == walk.blocks(document.region), path.name
    assert read > 8


@pytest.mark.parametrize(
    ("old", "new", "law"),
    [
        pytest.param('<w:delText xml:space="preserve">', '<w:delText xml:space="preserve">other', 0, id="deleted words are others"),
        pytest.param('<w:t xml:space="preserve">', '<w:t xml:space="preserve">other', 1, id="words stand that nobody wrote"),
        pytest.param('<w:pStyle w:val="', '<w:pStyle w:val="Other', 0, id="a paragraph looks otherwise than in the draft"),
        pytest.param('w:author="', 'w:author="Nobody; ', 2, id="a mark names somebody else"),
    ],
)
def test_a_warm_audit_finds_what_is_wrong(old: str, new: str, law: int, tmp_path: Path, consolidated: tuple[Path, Path]) -> None:
    """What is kept of a paragraph stands for its bytes alone: one that was tampered with is read, and judged, anew."""
    inputs, outputs = consolidated
    begun = begin(Options(inputs, outputs), lambda message: None)
    report, memo, paragraphs = read_json(outputs / "report.json"), begun.facts, dict[str, Any]()

    def found(folder: Path) -> dict[int, list[str]]:
        said = judge(inputs, folder, report, begun.codes, memo, {"consolidated.docx": paragraphs})("consolidated.docx")
        return {**said.laws, 1: [problem for problem in (said.views or {}).values() if problem]}

    assert not any(found(outputs).values())
    assert len(paragraphs) > 50
    shutil.copytree(outputs, tmp_path / "tampered")
    tampered(tmp_path / "tampered" / "consolidated.docx", old, new)
    assert found(tmp_path / "tampered")[law]
    assert not any(found(outputs).values())


IN_PRINT = "consolidated-print.docx"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param(IN_PRINT, '<w:t xml:space="preserve">', '<w:t xml:space="preserve">other ', id="other words in print"),
        pytest.param(IN_PRINT, '<w:u w:val="single"/>', "", id="an insertion that is not underlined"),
        pytest.param(IN_PRINT, "</w:p>", '<w:ins w:id="1" w:author="Nobody"/></w:p>', id="a mark that is left in print"),
        pytest.param(IN_PRINT, "</w:p>", "</w:r></w:p>", id="print that is not well formed"),
        pytest.param("consolidated.html", 'class="t">', 'class="t">other ', id="other words on the page"),
        pytest.param("consolidated.html", '<ins data-who="', '<ins data-who="XXX ', id="a mark of somebody else on the page"),
        pytest.param("consolidated.html", '<p class="t"', '<p onclick="go()" class="t"', id="something that runs on the page"),
        pytest.param("consolidated.html", '<p class="t"', '<p\nSRC = x class="t"', id="something that the page asks for"),
        pytest.param("consolidated.docx", '<w:t xml:space="preserve">', '<w:t xml:space="preserve">other ', id="other words with marks"),
    ],
)
def test_warm_editions_are_found_to_differ(file: str, old: str, new: str, tmp_path: Path, consolidated: tuple[Path, Path]) -> None:
    """What is kept of a pair of paragraphs stands for the bytes of both: where one was tampered with both are read anew."""
    inputs, outputs = consolidated
    if not (outputs / "consolidated.html").is_file():
        pytest.skip("pandoc wrote no page")
    begun, report = begin(Options(inputs, outputs), lambda message: None), read_json(outputs / "report.json")
    learnt: dict[str, dict[str, Any]] = {"consolidated.html": {}, IN_PRINT: {}}

    def found(folder: Path) -> list[str]:
        judging = judge(inputs, folder, report, begun.codes, begun.facts, learnt)
        return [line for name in learnt for lines in judging(name).laws.values() for line in lines]

    assert found(outputs) == []
    assert all(len(kept) > 50 for kept in learnt.values())
    shutil.copytree(outputs, tmp_path / "tampered")
    if file.endswith(".docx"):
        tampered(tmp_path / "tampered" / file, old, new)
    else:
        page = (outputs / file).read_text(encoding="utf-8")
        before, sign, text = page.partition("<main")
        (tmp_path / "tampered" / file).write_text(before + sign + text.replace(old, new, 1), encoding="utf-8")
    for _ in range(2):
        assert found(tmp_path / "tampered")  # and what is wrong is not kept for right
    assert found(outputs) == []


def test_the_same_digest_is_the_same_view(consolidated: tuple[Path, Path]) -> None:
    document = Document(Package(consolidated[1] / "consolidated.docx"))
    views = [document.view(document.only(who)) for who in sorted(document.everyone)]
    assert len({digest(v) for v in views}) == len({(tuple(v.paragraphs), tuple(map(tuple, v.notes))) for v in views})


def test_what_openpyxl_built_is_not_built_again(consolidated: tuple[Path, Path], tmp_path: Path, kept: Path) -> None:
    inputs, outputs = consolidated
    run(inputs, tmp_path / "outputs")
    patterns = next(p for p in kept.iterdir() if "patterns" in p.name)
    written = patterns.stat().st_mtime_ns
    run(inputs, tmp_path / "outputs")
    assert patterns.stat().st_mtime_ns == written
    assert parts_of(tmp_path / "outputs" / "comparison.xlsx") == parts_of(outputs / "comparison.xlsx")
