"""Tables of any reader's blocks: kinds of remarks, rows that are the form's own, and that nothing is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.remarks import Block, Piece
from pipeline.tables.answers import kind_of
from pipeline.tables.reading import Known, from_blocks

HEAD = ("No.", "Clause", "Type", "Comments", "Proposed change")


def paragraph(text: str, *emphasis: str, mark: str = "") -> Block:
    return Block("item" if mark else "paragraph", "", (Piece(text, emphasis),), list_mark=mark)


def table(*rows: tuple[str | Block, ...], number: int = 1) -> Block:
    cells = tuple(tuple((c if isinstance(c, Block) else paragraph(c),) for c in row) for row in rows)
    return Block("table", f"table {number}", rows=cells)


def remarks(*rows: tuple[str | Block, ...]):
    return from_blocks([table(HEAD, *rows)]).remarks


def reasons(*rows: tuple[str | Block, ...]):
    return [(s.place, s.reason) for s in from_blocks([table(HEAD, *rows)]).skipped][1:]


def test_tables_whose_headers_are_not_understood_are_no_comment_tables():
    """The caller reads them as prose."""
    assert from_blocks([table(("Month", "Activity"), ("May", "Review of the comments"))]) is None
    assert from_blocks([paragraph("No table at all")]) is None


@pytest.mark.parametrize(("reference", "type_", "text", "proposed", "kind"), [
    ("3.1", "te", "Too long.", "Delete it.", "proposal"),
    ("3.1", "te", "Too long.", "None", "comment"),
    ("3.1", "te", "Too long.", "N/A", "comment"),
    ("3.1", "te", "Demasiado largo.", "Ninguna.", "comment"),
    ("3.1", "te", "Trop long.", "Sans objet", "comment"),
    ("3.1", "te", "Longo demais.", "Nenhuma", "comment"),
    ("3.1", "te", "Too long.", "None of the three is needed", "proposal"),
    ("", "ge", "Well ordered.", "", "general comment"),
    ("General", "", "Well ordered.", "", "general comment"),
    ("General", "te", "Well ordered.", "", "comment"),
    ("", "", "Well ordered.", "", "comment"),
    ("3.1", "ge", "Well ordered.", "", "comment"),
    ("Todo el documento", "general", "Bien ordenado.", "—", "general comment"),
    ("4", "", "Sin comentarios.", "", "no comments"),
])  # fmt: skip
def test_what_a_row_asks_for_decides_its_kind(reference, type_, text, proposed, kind):
    """A proposal asks for a change; "none", in any language, asks for none."""
    assert kind_of(reference, type_, text, proposed) == kind


def test_a_proposed_change_keeps_where_it_looks_different():
    """Conventions such as "new text underlined" need the look of each stretch."""
    cell = Block("paragraph", "", (Piece("  The ", ()), Piece("fund", ("bold",)), Piece(" and", ("bold", "underline")), Piece(" seat ")))
    (remark,) = remarks(("1", "4", "te", "Add.", cell))
    assert remark.proposed == "The fund and seat"
    assert remark.emphasis == ((4, 12, "bold"), (8, 12, "underline"))


def test_the_number_that_a_list_gives_is_the_delegations_own():
    """Word computes it: the cell holds no characters."""
    (remark,) = remarks((paragraph("", mark="7."), "4", "te", "Add.", ""))
    assert remark.number == "7."


def test_hidden_words_of_a_filled_row_are_counted_and_not_read():
    """Internal matter is held: located, never quoted."""
    comment = Block("paragraph", "", (Piece("Unclear."), Piece(" Ask the capital.", ("hidden",))))
    found = from_blocks([table(HEAD, ("1", "4", "te", comment, ""))])
    assert [r.text for r in found.remarks] == ["Unclear."]
    assert ("table 1, row 2", "hidden", "") in [(s.place, s.reason, s.text) for s in found.skipped]


@pytest.mark.parametrize(("row", "reason"), [
    (("1", "2", "3", "4", "5"), "instruction"),
    (("(1)", "(2)", "(3)", "(4)", "(5)"), "instruction"),
    (("", "(e.g. 3.1)", "(e.g. te)", "", ""), "instruction"),
    (("MB = Member body; NC = National committee",), "legend"),
    (("** ge = general   te = technical",), "legend"),
    (("NOTE Columns 1, 2 and 4 are compulsory.",), "legend"),
    (HEAD, "header"),
    (("", "", "", "", ""), "blank"),
    (("", "-", "", "–", ""), "unfilled"),
    (("8", "3.1", "te", "", ""), "unfilled"),
])  # fmt: skip
def test_the_forms_own_rows_are_named_not_read(row, reason):
    """Counted by name, so that rows in and rows out can be compared."""
    assert reasons(row) == [("table 1, row 2", reason)]


@pytest.mark.parametrize("row", [
    ("1", "Annex", "ge", "No comment", ""),
    ("", "", "", "em: o prazo, ed: a data", ""),
    ("2", "3", "te", "4 is better than 5.", "6"),
])  # fmt: skip
def test_short_answers_are_not_taken_for_the_forms_own_rows(row):
    """They use the words of headings and the numbers of columns."""
    assert len(remarks(row)) == 1


def test_a_type_without_a_comment_is_told():
    """The delegation may have lost its words."""
    assert [n.kind for n in from_blocks([table(HEAD, ("8", "3.1", "te", "", ""))]).notices] == ["row without comment"]


def test_a_row_across_the_table_names_the_place_or_the_body_of_the_rows_below():
    """Compilations divide one table by delegations and sections."""
    rows = (("Peru",), ("1", "", "", "Unclear.", ""), ("Section II",), ("2", "", "", "Too long.", ""))
    found = from_blocks([table(HEAD, *rows)], Known(lambda words: words == "Peru"))
    assert [(r.bodies, r.reference) for r in found.remarks] == [(("Peru",), ""), (("Peru",), "Section II")]


def test_sentences_across_the_table_are_a_comment():
    """Nothing that a delegation wrote is taken for a heading because of its place."""
    (remark,) = remarks(("The delegation has studied the draft and regards the schedule as too short.",))
    assert (remark.kind, remark.place) == ("comment", "table 1, row 2")


def test_a_column_that_no_field_takes_stands_with_the_comment_under_its_heading():
    """Words of an unknown column are the delegation's as well."""
    block = table(("Clause", "Comments", "Priority"), ("4", "Unclear.", "high"))
    assert [r.text for r in from_blocks([block]).remarks] == ["Unclear.\nPriority: high"]


def test_the_draft_text_that_a_form_asks_for_is_quoted_as_the_place():
    """The words say better than a number where the comment belongs."""
    block = table(("Texto actual", "Texto propuesto"), ("los Estados podrán", "los Estados deberán"))
    (remark,) = from_blocks([block]).remarks
    assert (remark.kind, remark.reference, remark.proposed) == ("proposal", "“los Estados podrán”", "los Estados deberán")


def test_experts_names_are_no_words_of_the_delegation():
    """No personal name reaches an output (the column is counted)."""
    block = table(("Expert name", "Clause", "Comments"), ("A. Sample", "4", "Unclear."))
    found = from_blocks([block])
    assert "A. Sample" not in repr(found)
    assert [s.reason for s in found.skipped] == ["header", "personal name"]


def test_a_table_of_another_width_does_not_continue_the_one_above():
    """Its rows are named, so that the caller can read them as prose."""
    found = from_blocks([table(HEAD, ("1", "2", "te", "Add.", "")), table(("GT", "Working Group"), number=2)])
    assert [(s.place, s.reason) for s in found.skipped][1:] == [("table 2, row 1", "not a comment table")]


def test_a_second_header_of_other_columns_holds_from_there_on():
    """Sheets stack tables one below the other."""
    rows = (("1", "4", "te", "Add.", ""), ("Clause", "Proposed change", "Type", "Comments", "Decision"), ("5", "Delete.", "te", "", ""))
    assert [(r.reference, r.proposed) for r in remarks(*rows)] == [("4", ""), ("5", "Delete.")]


CELLS = ["", "4", "te", "ge", "-", "None", "General", "Comments", "the fund", "(e.g. 3.1)", "1", "2", "MX; BR", "Delete it."]
WORDS = st.sampled_from(CELLS)
ROWS = st.lists(st.lists(WORDS, min_size=1, max_size=6).map(tuple), max_size=8)


@settings(max_examples=150, deadline=None)
@given(ROWS)
def test_every_row_with_words_is_a_remark_or_named(rows):
    """Completeness: each row stands once as a remark or among the skipped, whatever is in it; none is invented."""
    found = from_blocks([table(HEAD, *rows)])
    told = {r.place for r in found.remarks} | {s.place for s in found.skipped}
    assert told == {f"table 1, row {number}" for number in range(1, len(rows) + 2)}
    assert len({r.place for r in found.remarks}) == len(found.remarks)


@settings(max_examples=150, deadline=None)
@given(ROWS)
def test_every_word_of_a_remark_row_stands_in_it(rows):
    """A cell of a filled row is in the remark, or among the skipped, word for word."""
    found = from_blocks([table(HEAD, *rows)])
    for remark in found.remarks:
        row = rows[int(remark.place.split()[-1]) - 2]
        said = "\n".join([remark.reference, remark.text, remark.proposed, remark.number, remark.type, *remark.bodies])
        aside = "\n".join(s.text for s in found.skipped if s.place == remark.place)
        assert all(cell in said or cell in aside for cell in row if any(c.isalnum() for c in cell))
