"""The sheets of comparison.xlsx that show the draft as a whole: Read me, Comparison, Heat map, Submissions, Changes."""

import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText

from pipeline.auditing.case import Case
from pipeline.auditing.figures import broken
from pipeline.config import Config
from pipeline.earlier import NAME, Earlier, read_earlier
from pipeline.errors import InputError
from pipeline.model import Comment, Conflict, Draft, Merged, Proposal, Provision, Submission
from pipeline.writers.workbook import write_workbook
from pipeline.writers.workbook_areas import Area, areas
from tests.meetings import meeting, run
from tests.test_workbook import column, proposal, rows, submission

LABELS = ("I", "I.1", "I.2", "II", "II.1", "II.2", "II.3")
DEADLINE = Config(deadline="2004-10-29", title="Texts of the meeting")


def provision(number: int, label: str, text: str = "", story: str = "body") -> Provision:
    kind = "heading" if label in ("I", "II") else "paragraph"
    return Provision(f"p{number}", label, label.split(".")[0], kind, story, 0, 1, text or f"Words of {label}.")  # type: ignore[arg-type]


def at(ident: str, label: str, **more: Any) -> Proposal:
    number = LABELS.index(label.removeprefix("after ")) + 1
    who = {"MEX": "Mexico", "ARG": "Argentina", "PER": "Peru"}[ident[:3]]
    return replace(proposal(ident, who), provision=f"p{number}", label=label, section=label.removeprefix("after ").split(".")[0], **more)


DRAFT = Draft("draft.docx", "0" * 64, {}, tuple(provision(n, label) for n, label in enumerate(LABELS, 1)))
RECEIVED = [
    submission("Mexico"), submission("Argentina", received="2004-11-02"), submission("Bolivia"), submission("CARICOM"), submission("Peru"),
]  # fmt: skip
MERGED = Merged(
    {},
    (
        at("MEX-01", "II.2", contributors=("Argentina", "Mexico"), conflict="C-01"),
        at("MEX-02", "II.2", edits=(), change=(), comment=Comment("body", 0, 1, "Why?", "c 1"), type="comment"),
        at("PER-01", "after II.2"),
        replace(at("PER-02", "I.1"), provision="", label="", section="", type="general comment", change=(), edits=()),
    ),
    (Conflict("C-01", "p6", "II.2", "rival insertion", False, ("MEX-01",)),),
)


def book(
    folder: Path, merged: Merged = MERGED, received: list[Submission] = RECEIVED, config: Config = DEADLINE,
    earlier: tuple[Earlier, ...] | None = None,
) -> Path:  # fmt: skip
    path = folder / "comparison.xlsx"
    write_workbook(path, DRAFT, received, merged, config, None, earlier)
    return path


# ---- Comparison


def test_every_provision_has_its_row_with_the_contributors_across_in_the_meetings_order(tmp_path: Path) -> None:
    """Untouched provisions stand too; what is to be inserted stands below its provision, what has no place last."""
    head, *lines = rows(book(tmp_path), "Comparison")
    assert [line[0] for line in lines] == [*LABELS[:6], "after II.2", "II.3", "(draft as a whole)"]
    assert head[:4] == ["Provision", "Draft text", "Proposals", "Conflict"]
    people = head[4:]
    assert [p for p in people if p in ("Argentina", "Bolivia", "Mexico", "Peru")] == ["Argentina", "Bolivia", "Mexico", "Peru"]
    shown = {p: lines[5][head.index(p)] for p in people if lines[5][head.index(p)]}
    assert shown == {"Argentina": "States shallmay act.", "Mexico": "MEX-01 States shallmay act.\nMEX-02 comment: Why?"}


def test_untouched_provisions_fold_below_the_row_before_them_and_headings_of_touched_ones_stay(tmp_path: Path) -> None:
    """The sheet opens with what is proposed; the rest unfolds by the sign at the row above it, the header's for the first."""
    sheet = openpyxl.load_workbook(book(tmp_path))["Comparison"]
    folded = [sheet[f"A{n}"].value for n in range(2, sheet.max_row + 1) if sheet.row_dimensions[n].hidden]
    assert folded == ["I", "I.1", "I.2", "II.1", "II.3"]
    assert all(sheet.row_dimensions[n].outlineLevel == (1 if sheet.row_dimensions[n].hidden else 0) for n in range(2, 11))
    assert [n for n in range(1, 11) if sheet.row_dimensions[n].collapsed] == [1, 5, 8]
    assert (sheet.sheet_properties.outlinePr.summaryBelow, sheet.sheet_properties.outlinePr.summaryRight) == (False, False)
    assert sheet.sheet_format.outlineLevelRow == 1


def test_columns_of_contributors_without_proposals_are_folded(tmp_path: Path) -> None:
    """Who sent no proposal, and who sent nothing, is there and out of the way."""
    sheet = openpyxl.load_workbook(book(tmp_path))["Comparison"]
    titles = {cell.value: cell.column_letter for cell in sheet[1]}
    hidden = {title for title, letter in titles.items() if sheet.column_dimensions[letter].hidden}
    assert {"Bolivia", "CARICOM", "Canada"} <= hidden
    assert hidden.isdisjoint({"Argentina", "Mexico", "Peru", "Provision"})


def test_one_change_is_one_shared_string_in_proposals_and_comparison(tmp_path: Path) -> None:
    """A text that stands in three cells is written once, marks and all."""
    path = book(tmp_path, replace(MERGED, proposals=(replace(MERGED.proposals[0], change=(("-", "one"), ("+", "two"))),)))
    with zipfile.ZipFile(path) as archive:
        strings = archive.read("xl/sharedStrings.xml").decode()
    assert strings.count(">two<") == 1
    found = openpyxl.load_workbook(path, rich_text=True)
    cells = [c.value for name in ("Proposals", "Comparison") for row in found[name].iter_rows() for c in row if str(c.value) == "onetwo"]
    assert [type(value) for value in cells] == [CellRichText] * 3


# ---- Heat map


def test_the_heat_map_counts_each_proposal_with_each_contributor_and_once_in_the_totals(tmp_path: Path) -> None:
    """The total is the number of rows of Proposals; a section without any stands with 0."""
    head, *lines = rows(book(tmp_path), "Heat map")
    by = {line[0]: dict(zip(head, line, strict=True)) for line in lines if line[0]}
    assert (by["II"]["Total"], by["II"]["Argentina"], by["II"]["Mexico"], by["II"]["Peru"]) == (3, 1, 2, 1)
    assert (by["I"]["Total"], by["(draft as a whole)"]["Peru"], by["not placed"]["Total"]) == (0, 1, 0)
    assert by["Total"]["Total"] == 4 == len(rows(book(tmp_path), "Proposals")) - 1
    assert by["II"]["Title"] == "Words of II."


def test_the_heat_map_has_one_hue_and_a_chart_below_all_cells(tmp_path: Path) -> None:
    """Numbers stay visible on the shades; the bars have a title and titles of axes, and cover nothing."""
    sheet = openpyxl.load_workbook(book(tmp_path))["Heat map"]
    (shaded,) = sheet.conditional_formatting
    (shades,) = shaded.sqref.ranges
    assert (shades.min_row, shades.max_row) == (2, sheet.max_row - 1)
    (rule,) = shaded.rules
    assert (rule.type, len(rule.colorScale.color)) == ("colorScale", 2)
    (chart,) = sheet._charts
    assert chart.anchor._from.row > sheet.max_row
    with zipfile.ZipFile(book(tmp_path)) as archive:
        drawn = archive.read("xl/charts/chart1.xml").decode()
    assert re.findall(r"<a:t>([^<]*)</a:t>", drawn) == ["Proposals and remarks by section", "Section", "Number"]
    assert "'Heat map'!$C$2:$C$6" in drawn
    assert "bar3DChart" not in drawn
    assert "<barChart>" in drawn


# ---- Read me


def named(path: Path) -> dict[str, Any]:
    found = openpyxl.load_workbook(path)
    places = {name: next(iter(place.destinations)) for name, place in found.defined_names.items()}
    return {name: found[sheet][cell.replace("$", "")].value for name, (sheet, cell) in places.items()}


def test_the_first_sheet_tells_the_figures_under_names(tmp_path: Path) -> None:
    """States, files, proposals by kind and conflicts, where the audit and an officer's formula find them."""
    told = named(book(tmp_path))
    assert told["figure_states"] == 4
    assert told["figure_of_states"] == 34
    assert (told["figure_all"], told["figure_proposals"], told["figure_comments"], told["figure_conflicts"]) == (4, 2, 2, 1)
    assert told["heat_total"] == 4


def test_the_first_sheet_leads_to_every_other_and_explains_every_word_of_the_decisions(tmp_path: Path) -> None:
    """A reader with five minutes finds each sheet, the marks and the drop-down there."""
    found = openpyxl.load_workbook(book(tmp_path), rich_text=True)
    sheet = found["Read me"]
    links = {c.value: c.hyperlink.location for row in sheet.iter_rows() for c in row if c.hyperlink}
    assert links == {name: f"'{name}'!A1" for name in found.sheetnames[1:]}
    first = [str(c.value) for c in sheet["A"]]
    assert all(word in first for word in found["Proposals"].data_validations.dataValidation[0].formula1.strip('"').split(","))
    assert "States shallmay act." in first
    assert sum(isinstance(c.value, CellRichText) for c in sheet["A"]) == 4
    assert any("without prejudice to the position of any delegation" in str(c.value) for c in sheet["B"])


@pytest.mark.parametrize(("language", "first"), [("es", "Léame"), ("fr", "Lisez-moi"), ("pt", "Leia-me")])
def test_the_sheets_speak_the_working_language(tmp_path: Path, language: str, first: str) -> None:
    """Titles of sheets and columns, and the words of the drop-down, are in the language of the document."""
    config = replace(DEADLINE, language=language)
    found = openpyxl.load_workbook(book(tmp_path, config=config, earlier=()))
    assert found.sheetnames[0] == first
    assert max(map(len, found.sheetnames)) <= 31
    assert len(found["Propositions" if language == "fr" else "Propuestas" if language == "es" else "Propostas"].tables) == 1


def report(merged: Merged = MERGED) -> dict[str, Any]:
    kinds = ["proposals", "comments", "proposals", "comments"]
    capacity = {c: "group" if c == "CARICOM" else "member state" for s in RECEIVED for c in s.contributors}
    return {
        "submissions": [{"contributors": list(s.contributors), "capacity": [capacity[c] for c in s.contributors]} for s in RECEIVED],
        "proposals": [{"id": p.id, "kind": kind} for p, kind in zip(merged.proposals, kinds, strict=True)],
        "conflicts": [{"id": "C-01"}],
    }  # fmt: skip


def test_the_audit_holds_the_figures_to_the_report(tmp_path: Path) -> None:
    """A figure, or the heat map's total, that is not report.json's breaks law 5; so does one that is not there."""
    config = replace(DEADLINE, contributors={"CARICOM": {"kind": "group", "code": "CARICOM"}})
    path = book(tmp_path, config=config)
    told = report()
    assert list(broken(Case(tmp_path, tmp_path, told, {}, {}))) == []
    told["proposals"].append({"id": "X-09", "kind": "support"})
    problems = "\n".join(broken(Case(tmp_path, tmp_path, told, {}, {})))
    assert re.findall(r"law 5: (\w+) in comparison.xlsx is (\d+), in report.json (\d+)", problems) == [
        ("figure_all", "4", "5"), ("figure_support", "0", "1"), ("heat_total", "4", "5"),
    ]  # fmt: skip
    found = openpyxl.load_workbook(path)
    del found.defined_names["figure_files"]
    found.save(path)
    assert list(broken(Case(tmp_path, tmp_path, report(), {}, {}))) == ["law 5: figure_files in comparison.xlsx is None, in report.json 5"]


# ---- Proposals, Submissions


def test_details_of_proposals_are_folded_behind_the_column_that_opens_them(tmp_path: Path) -> None:
    """The first screen shows id, provision, contributors, change and decision; the folds open from the left."""
    sheet = openpyxl.load_workbook(book(tmp_path))["Proposals"]
    heads = [cell.value for cell in sheet[1]]
    hidden = [cell.value for cell in sheet[1] if sheet.column_dimensions[cell.column_letter].hidden]
    assert heads[:5] == ["Id", "Provision", "Contributors", "Change (inserted underlined, deleted struck out)", "Decision"]
    assert {"Draft text", "Order", "Responsible area", "Time frame", "Late", "Received"} <= set(hidden)
    openers = [cell.value for cell in sheet[1] if sheet.column_dimensions[cell.column_letter].collapsed]
    assert openers == ["Comment or rationale", "Section", "Source file"]
    assert column(tmp_path / "comparison.xlsx", "Proposals", "Order") == [1, 2, 3, 4]


def test_a_proposal_that_came_late_says_so(tmp_path: Path) -> None:
    """A flag: the row stands where it would stand."""
    late = replace(MERGED.proposals[0], id="ARG-01", submission="Argentina.docx", contributors=("Argentina",))
    path = book(tmp_path, replace(MERGED, proposals=(*MERGED.proposals, late)))
    assert dict(zip(column(path, "Proposals", "Id"), column(path, "Proposals", "Late"), strict=True)) == {
        "ARG-01": "yes", "MEX-01": None, "MEX-02": None, "PER-01": None, "PER-02": None,
    }  # fmt: skip


def test_submissions_list_all_member_states_answered_or_not_then_the_others(tmp_path: Path) -> None:
    """Thirty-four states in the meeting's order; with their files, dates, lateness and numbers."""
    config = replace(DEADLINE, contributors={"CARICOM": {"kind": "group", "code": "CARICOM"}})
    head, *lines = rows(book(tmp_path, config=config), "Submissions")
    told = {line[0]: dict(zip(head, line, strict=True)) for line in lines}
    assert [line[0] for line in lines][34:] == ["CARICOM"]
    assert {who for who, line in told.items() if line["Answered"] == "yes"} == {"Argentina", "Bolivia", "CARICOM", "Mexico", "Peru"}
    assert (told["Argentina"]["Late"], told["Mexico"]["Late"], told["Canada"]["Late"]) == ("yes", "no", None)
    assert (told["Mexico"]["Files"], told["Mexico"]["Proposals"], told["Mexico"]["Comments"]) == ("Mexico.docx", 1, 1)


# ---- what the draft states


def test_a_line_on_the_responsible_area_speaks_of_the_provisions_above_it() -> None:
    """In each of the four languages; as far as the line before it."""
    words = ("To study.", "Área responsable: la Comisión.", "To teach.", "Responsible areas: the Institute; the Agency.", "To end.")
    texts = tuple(replace(provision(n, "IV.A.1", text), section="IV.A") for n, text in enumerate(words))
    found = areas(Draft("d", "", {}, texts))
    assert found["p0"] == found["p1"] == Area("la Comisión.")
    assert found["p2"] == found["p3"] == Area("the Institute; the Agency.")
    assert "p4" not in found


def test_a_line_right_under_the_heading_speaks_of_what_follows() -> None:
    """As far as the next line of the kind."""
    words = ("Time frame: 2005", "To study.", "To teach.")
    heading = replace(provision(9, "II"), section="IV.A")
    texts = (heading, *(replace(provision(n, "IV.A.1", text), section="IV.A") for n, text in enumerate(words)))
    found = areas(Draft("d", "", {}, texts))
    assert {found[ident].time_frame for ident in ("p9", "p0", "p1", "p2")} == {"2005"}


def test_a_table_with_such_columns_speaks_of_its_rows() -> None:
    """The header row names the columns; a row without an entry has none."""
    cells = (("Activity", "Responsible area", "Time frame"), ("Studies", "The Commission", "2005"), ("Visits", "", "Continuous"))
    texts = tuple(
        replace(provision(10 * r + c, f"Table 1, row {r}, column {c}", "", f"body/t1r{r}c{c}"), text=words)
        for r, line in enumerate(cells, 1) for c, words in enumerate(line, 1)
    )  # fmt: skip
    found = areas(Draft("d", "", {}, texts))
    assert found["p21"] == found["p23"] == Area("The Commission", "2005")
    assert found["p31"] == Area("", "Continuous")
    assert "p11" not in found


# ---- Changes


def test_changes_since_the_previous_issue_are_listed(tmp_path: Path) -> None:
    """New; in other words, or with other contributors; no longer proposed. What is as it was is not there."""
    earlier = (
        Earlier("MEX-01", ("Mexico",), "II.2", "amend"), Earlier("MEX-02", ("Mexico",), "II.2", "comment"),
        Earlier("PER-00", ("Peru",), "after II.2", "amend"), Earlier("ARG-05", ("Argentina",), "I.1", "delete"),
    )  # fmt: skip
    head, *lines = rows(book(tmp_path, earlier=earlier), "Changes")
    assert head[:2] == ["Id", "Since the previous issue"]
    assert [(line[0], line[1], line[-1]) for line in lines] == [
        ("MEX-01", "changed", "MEX-01: Mexico, II.2, amend"), ("PER-01", "changed", "PER-00: Peru, after II.2, amend"),
        ("PER-02", "new", None), ("ARG-05", "no longer proposed", None),
    ]  # fmt: skip


def test_without_a_previous_report_there_is_no_sheet_of_changes(tmp_path: Path) -> None:
    """Only a report.json that the officer gives is compared with: a second run of the same inputs gives the same bytes."""
    assert "Changes" not in openpyxl.load_workbook(book(tmp_path)).sheetnames
    assert read_earlier(tmp_path) is None


def test_a_run_compares_with_the_report_in_its_inputs(tmp_path: Path) -> None:
    """The whole way: one proposal of the previous issue is not there, all others are new."""
    inputs = meeting(tmp_path, "Uruguay.docx")
    one = {"id": "MEX-77", "contributors": ["Mexico"], "provision": {"id": "p1", "label": "I.1", "section": "I"}, "type": "amend"}
    (inputs / NAME).write_text(json.dumps({"proposals": [one]}), "utf-8")
    outcome = run(inputs, tmp_path / "outputs")
    _, *lines = rows(tmp_path / "outputs" / "comparison.xlsx", "Changes")
    assert outcome.exit_code == 0
    assert {line[0]: line[1] for line in lines} == {
        **{p["id"]: "new" for p in outcome.report["proposals"]}, "MEX-77": "no longer proposed",
    }  # fmt: skip


def test_a_previous_report_is_read_from_the_inputs(tmp_path: Path) -> None:
    """What is none is refused with its name and what to do."""
    one = {"id": "MEX-01", "contributors": ["Mexico"], "provision": {"id": "p1", "label": "I.1", "section": "I"}, "type": "amend"}
    (tmp_path / NAME).write_text(json.dumps({"proposals": [one]}), "utf-8")
    assert read_earlier(tmp_path) == (Earlier("MEX-01", ("Mexico",), "I.1", "amend"),)
    for text in ("{", "[]", '{"proposals": [{}]}', '{"proposals": 3}'):
        (tmp_path / NAME).write_text(text, "utf-8")
        with pytest.raises(InputError, match=r"no report\.json") as caught:
            read_earlier(tmp_path)
        assert caught.value.file == NAME
