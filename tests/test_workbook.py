"""comparison.xlsx, read back with openpyxl and as plain parts: what a reviewer opens, filters and trusts."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock

from pipeline.config import Config
from pipeline.model import Comment, Conflict, Draft, Edit, Entry, Merged, Notice, Placement, Proposal, Provision, Submission
from pipeline.writers.workbook import write_workbook

SHEETS = [
    "Read me", "Proposals", "Comparison", "Heat map", "Conflicts", "Submissions", "Files", "Counts", "Notices", "Ledger", "Other texts",
]  # fmt: skip
WITHOUT_TABLE = ("Read me", "Heat map")
SHALL = "States shall act."


def proposal(identifier: str, who: str = "Mexico", **more: Any) -> Proposal:
    change = (("=", "States "), ("-", "shall"), ("+", "may"), ("=", " act."))
    facts = {"edits": (Edit("body", 7, 12),), "draft_text": SHALL, "proposed_text": "States may act.", "change": change}
    place = (f"{who}.docx", "paragraph 1", "p1", "II.A.1", "II.A", "amend")
    return Proposal(identifier, (who,), *place, **{**facts, **more})  # type: ignore[arg-type]


def submission(who: str, **more: Any) -> Submission:
    facts: dict[str, Any] = {"symbol": None, "received": "2004-10-25", "language": "en", "form": "tracked"}
    return Submission(f"{who}.docx", "ab" * 32, (who,), **{**facts, "status": "merged", **more})


def values() -> tuple[Draft, list[Submission], Merged, Config]:
    provisions = (Provision("p1", "II.A.1", "II.A", "paragraph", "body", 0, len(SHALL), SHALL),)
    proposals = (
        proposal("MEX-01", conflict="C-01", equal_to=("PER-04",)),
        proposal("ARG-01", "Argentina", conflict="C-01", comment=Comment("body", 0, 1, "Because.", "comment 1")),
    )
    options = ((("Argentina",), "States may act."), (("Mexico",), "States may act at once."))
    conflict = Conflict("C-01", "p1", "II.A.1", "rival replacement", False, ("ARG-01", "MEX-01"), options)
    received = [
        submission("Mexico", ledger=(Entry("insertion", "paragraph 1", "merged", 2), Entry("comment", "c 2", "held"))),
        submission("Argentina", notices=(Notice("another version", "Argentina.docx", "whole file", "It differs."),)),
        submission("Jamaica", status="unreadable", reason="Encrypted.", received=None),
        submission("Uruguay", form="letter", prose=(("paragraph 1", "With compliments."),)),
    ]
    return Draft("draft.docx", "0" * 64, {}, provisions), received, Merged({}, proposals, (conflict,)), Config()


def written(path: Path, *proposals: Proposal) -> Path:
    draft, received, merged, config = values()
    merged = replace(merged, proposals=proposals) if proposals else merged
    write_workbook(path / "comparison.xlsx", draft, received, merged, config)
    return path / "comparison.xlsx"


def rows(path: Path, sheet: str, **options: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(path, **options)[sheet].iter_rows()]


def column(path: Path, sheet: str, title: str) -> list[Any]:
    head, *others = rows(path, sheet)
    return [row[head.index(title)] for row in others]


def test_each_sheet_of_rows_is_a_table_with_frozen_head_and_repeated_title_row(tmp_path: Path) -> None:
    """Every sheet of rows is an Excel table over exactly its rows, is filtered by it, and is scrolled and printed under its header."""
    book = openpyxl.load_workbook(written(tmp_path))
    assert book.sheetnames == SHEETS
    assert book.active.title == "Read me"
    for sheet in book:
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert sheet.oddFooter.center.text == "Page &P of &N"
        assert sheet.auto_filter.ref is None
        if sheet.title in WITHOUT_TABLE:
            assert not sheet.tables
            continue
        (table,) = sheet.tables.values()
        assert table.ref == table.autoFilter.ref == sheet.dimensions
        assert [c.name for c in table.tableColumns] == [cell.value for cell in sheet[1]]
        assert sheet.freeze_panes in ("B2", "C2")


def test_tables_have_names_and_numbers_of_their_own(tmp_path: Path) -> None:
    """Excel repairs a file in which two tables share one."""
    with zipfile.ZipFile(written(tmp_path)) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/tables/")]
    for what in ("id", "displayName"):
        found = [re.search(rf'<table [^>]*?\b{what}="([^"]+)"', part)[1] for part in parts]  # type: ignore[index]
        assert len(set(found)) == len(parts) == len(SHEETS) - len(WITHOUT_TABLE)


def test_every_proposal_conflict_file_and_text_has_its_row(tmp_path: Path) -> None:
    """Ids, files, notices, ledger lines and other texts are all found in their sheet, in the meeting's order."""
    path = written(tmp_path)
    assert column(path, "Proposals", "Id") == ["ARG-01", "MEX-01"]
    assert column(path, "Conflicts", "Id") == ["C-01"]
    assert column(path, "Conflicts", "Option 2") == ["Mexico\nStates may act at once."]
    assert column(path, "Files", "File") == ["Argentina.docx", "Jamaica.docx", "Mexico.docx", "Uruguay.docx"]
    assert column(path, "Files", "Held") == [0, 0, 1, 0]
    assert column(path, "Notices", "Message") == ["It differs."]
    assert column(path, "Ledger", "Count") == [2, 1]
    assert column(path, "Other texts", "Text") == ["With compliments."]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "_x0041_"])
def test_what_a_state_wrote_is_never_a_formula(tmp_path: Path, text: str) -> None:
    """Text that begins like a formula is a string, stays one when edited, and reads as it was typed."""
    path = written(tmp_path, proposal("MEX-01", proposed_text=text, comment=Comment("body", 0, 1, text, "c 1")))
    sheet = openpyxl.load_workbook(path)["Proposals"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == text]
    assert [cell.data_type for cell in cells] == ["s", "s"]
    assert all(cell.quotePrefix for cell in cells) or text.startswith("_")
    with zipfile.ZipFile(path) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist() if "sheet" in name)


def test_the_shared_strings_tell_in_how_many_cells_they_are_used(tmp_path: Path) -> None:
    """Each cell once, also one that begins like a formula (ECMA-376 part 1, 18.4.9: count)."""
    path = written(tmp_path, proposal("MEX-01", proposed_text="-1"), proposal("PER-01", "Peru", proposed_text="-1"))
    with zipfile.ZipFile(path) as archive:
        cells = sum(archive.read(name).count(b't="s"') for name in archive.namelist() if name.startswith("xl/worksheets/sheet"))
        strings = archive.read("xl/sharedStrings.xml").decode()
    assert re.findall(r'<sst [^>]* count="(\d+)" uniqueCount="(\d+)">', strings) == [(str(cells), str(strings.count("<si>")))]


def test_what_one_text_holds_does_not_change_how_another_is_written(tmp_path: Path) -> None:
    """Texts that XML escapes, and such as it forbids, stand among others in one column."""
    said = ["plain", 'A & B <i> "quoted"', "tab\tand\nline", "bell\x07", "_x0041_", "plain too"]
    listed = [proposal(f"MEX-{n:02}", proposed_text=words, change=(("=", "first "), ("+", words))) for n, words in enumerate(said)]
    path = written(tmp_path, *listed)
    expected = [words.replace("\x07", "\ufffd") for words in said]
    assert column(path, "Proposals", "Proposed text") == expected
    assert column(path, "Proposals", "Change (inserted underlined, deleted struck out)") == [f"first {words}" for words in expected]


def test_a_change_is_rich_text_with_insertions_underlined_and_deletions_struck_out(tmp_path: Path) -> None:
    """The change can be read without colours."""
    sheet = openpyxl.load_workbook(written(tmp_path), rich_text=True)["Proposals"]
    change = sheet["D2"].value
    assert isinstance(change, CellRichText)
    blocks = [part for part in change if isinstance(part, TextBlock)]
    looks = [(block.text, bool(block.font.strike), block.font.u) for block in blocks]
    assert ("shall", True, None) in looks
    assert ("may", False, "single") in looks
    assert str(change) == "States shallmay act."


@pytest.mark.parametrize("text", ["wörds " * 14_000, "\U0001f30e" * 40_000])
def test_a_text_too_long_for_a_cell_continues_in_rows_below(tmp_path: Path, text: str) -> None:
    """Nothing is cut: the pieces, put together, are the text, and each row says whose it is."""
    path = written(tmp_path, proposal("MEX-01", proposed_text=text, change=(("+", text),)))
    pieces = column(path, "Proposals", "Proposed text")
    ids = column(path, "Proposals", "Id")
    assert "".join(pieces) == text
    assert "".join(column(path, "Proposals", "Change (inserted underlined, deleted struck out)")) == text
    assert all(len(piece.encode("utf-16-le")) <= 2 * 32_767 for piece in pieces)
    assert ids == ["MEX-01", *["MEX-01 (continued)"] * (len(pieces) - 1)]


def test_characters_that_xml_forbids_are_shown_as_replaced(tmp_path: Path) -> None:
    """A control character or half a surrogate pair is seen as U+FFFD, and the file opens; other scripts stay."""
    path = written(tmp_path, proposal("MEX-01", proposed_text="a\x00b\x0bc\ud800d\ufffe مهاجر 𝒜\r\nnext"))
    assert column(path, "Proposals", "Proposed text") == ["a\ufffdb\ufffdc\ufffdd\ufffd مهاجر 𝒜\nnext"]


def test_reviewers_find_a_list_of_decisions_and_empty_columns(tmp_path: Path) -> None:
    """Decision offers the seven words; Decision, Agreed text and Note are empty, and stand on the first screen."""
    sheet = openpyxl.load_workbook(written(tmp_path))["Proposals"]
    (rule,) = sheet.data_validations.dataValidation
    assert rule.formula1 == '"pending,agreed,agreed ad referendum,bracketed,not agreed,withdrawn,deferred"'
    assert str(rule.sqref) == "E2:E3"
    assert [cell.value for cell in sheet[1]][4:7] == ["Decision", "Agreed text", "Note"]
    assert [cell.value for cell in sheet[2]][4:7] == [None, None, None]


def test_ids_lead_from_proposals_to_conflicts_and_the_comparison_and_back(tmp_path: Path) -> None:
    """Links stand on short cells of one line: LibreOffice neither wraps a link nor keeps the marks in it."""
    book = openpyxl.load_workbook(written(tmp_path))
    proposals, comparison, conflicts = book["Proposals"], book["Comparison"], book["Conflicts"]
    assert proposals["A2"].hyperlink.location == "'Comparison'!A2"
    assert proposals["H2"].hyperlink.location == "'Conflicts'!A2"
    assert conflicts["A2"].hyperlink.location == comparison["C2"].hyperlink.location == "'Proposals'!A2"
    assert comparison["C2"].value == "ARG-01 +1"
    assert comparison["D2"].hyperlink.location == "'Conflicts'!A2"
    assert conflicts["E2"].value == "ARG-01, MEX-01"
    links = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert max(len(str(cell.value)) for cell in links) <= 24
    assert not any("\n" in str(cell.value) for cell in links)


def test_the_order_of_files_and_the_clock_change_no_byte(tmp_path: Path) -> None:
    """The same values give the same bytes, in whatever order submissions and proposals come."""
    draft, received, merged, config = values()
    shuffled = replace(merged, proposals=merged.proposals[::-1])
    write_workbook(tmp_path / "one.xlsx", draft, received, merged, config)
    write_workbook(tmp_path / "two.xlsx", draft, received[::-1], shuffled, config)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_the_properties_name_the_secretariat_and_the_cut_off_date_alone(tmp_path: Path) -> None:
    """No person, program user or clock stands in the properties."""
    with zipfile.ZipFile(written(tmp_path)) as archive:
        core = archive.read("docProps/core.xml").decode()
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert re.findall(r"<dc:creator[^>]*>([^<]*)<", core) == ["Secretariat"]
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2004-11-18T00:00:00Z"}


def test_a_withdrawn_text_is_counted_and_not_reproduced(tmp_path: Path) -> None:
    """The words of a withdrawn letter are in no sheet; that there were some is."""
    draft, _, merged, config = values()
    letter = submission("Uruguay", status="withdrawn", prose=(("paragraph 1", "Forget this."),))
    write_workbook(tmp_path / "w.xlsx", draft, [letter], merged, config)
    assert column(tmp_path / "w.xlsx", "Other texts", "Text") == ["1 paragraphs, not reproduced: withdrawn"]


def test_a_long_ledger_is_summed_and_keeps_its_total(tmp_path: Path) -> None:
    """Beyond 5,000 lines the ledger stands per file, kind and state, with the first and the last place."""
    draft, _, merged, config = values()
    entries = tuple(Entry("insertion", f"paragraph {number}", "merged") for number in range(1, 6002))
    write_workbook(tmp_path / "l.xlsx", draft, [submission("Mexico", ledger=entries)], merged, config)
    line = ["Mexico.docx", "insertion", "paragraph 1 … paragraph 6001", "merged", 6001]
    assert rows(tmp_path / "l.xlsx", "Ledger")[1:] == [line]


def test_an_empty_consolidation_still_gives_an_openable_workbook(tmp_path: Path) -> None:
    """With no submission at all each sheet has its header."""
    draft, _, _, config = values()
    write_workbook(tmp_path / "e.xlsx", draft, [], Merged({}, (), ()), config)
    assert openpyxl.load_workbook(tmp_path / "e.xlsx").sheetnames == SHEETS


# ---- what stands apart


def remark(identifier: str, who: str, kind: Any, words: str, placed: Placement, language: str = "en", translation: str = "") -> Proposal:
    comment = Comment("body", 0, 17, words, "row 3", "", kind, placed, language, translation)
    tied = {} if kind == "comment" else {"provision": "", "label": "", "section": ""}
    return replace(
        proposal(identifier, who, edits=(), change=(), proposed_text=""), type="comment", comment=comment, placed_by=placed.by,
        confidence=placed.confidence, **tied,
    )  # fmt: skip


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Path:
    near = Placement("cited", 0.0, "nothing sure", (("p1", 0.42),), "abc123")
    cited = Placement("cited", 0.97, "cited as “II.A.1”")
    return written(
        tmp_path_factory.mktemp("apart"),
        remark("PER-01", "Peru", "unplaced", "Somewhere a word is missing.", near),
        remark("PER-02", "Peru", "comment", "On the Rapporteur’s report, III.2: read “may”.", cited),
        remark("CIM-01", "Inter-American Commission of Women", "comment", "Un término queda sin definir.", cited, "es"),
        remark("HTI-01", "Haiti", "comment", "Le délai est court.", cited, "fr", "The time limit is short."),
    )


def test_what_is_unplaced_has_a_sheet_with_candidates_and_the_row_to_correct(apart: Path) -> None:
    """The officer finds the candidate, the file to correct and the key in it; the row in Proposals stays."""
    assert column(apart, "Unplaced", "Candidate 1") == ["II.A.1 (0.42)"]
    assert column(apart, "Unplaced", "Correct in") == ["placements.xlsx"]
    assert column(apart, "Unplaced", "Key in that file") == ["abc123"]
    assert "PER-01" in column(apart, "Proposals", "Id")


def test_what_concerns_the_report_is_in_its_sheet_alone(apart: Path) -> None:
    """Neither the proposals nor the comparison hold it."""
    assert column(apart, "On the report", "Id") == ["PER-02"]
    assert column(apart, "On the report", "Leads to") == ["II.A.1"]
    assert "PER-02" not in column(apart, "Proposals", "Id")
    assert not any("PER-02" in str(cell) for row in rows(apart, "Comparison") for cell in row)


def test_proposals_say_capacity_language_translation_confidence_and_evidence(apart: Path) -> None:
    """The words received are untouched; the translation stands in a column of the Secretariat's."""
    told = dict(zip(column(apart, "Proposals", "Id"), rows(apart, "Proposals")[1:], strict=True))
    head = rows(apart, "Proposals")[0]
    wanted = ("Comment or rationale", "Language", "Secretariat translation", "Capacity", "Placed by", "Confidence", "Evidence")
    assert [told["HTI-01"][head.index(x)] for x in wanted] == [
        "Le délai est court.", "fr", "The time limit is short.", "member state", "cited", 0.97, "cited as “II.A.1”",
    ]  # fmt: skip
    assert [told["CIM-01"][head.index(x)] for x in wanted[:4]] == [
        "Un término queda sin definir.", "es", "Original: Spanish; translation pending", "organ",
    ]  # fmt: skip


def test_organs_are_apart_in_their_sheet_and_in_the_counts(apart: Path) -> None:
    """The counts of member states do not hold what an organ said."""
    assert column(apart, "Organs and others", "Id") == ["CIM-01"]
    counts = {row[0]: row[1:] for row in rows(apart, "Counts")[1:]}
    assert counts["organ"] == [1, 0, 0, 1, 0, 0, 0]
    assert counts["member state"][2:] == [0, 1, 0, 1, 1]
    assert counts["Total"][2:] == [0, 2, 0, 1, 1]
