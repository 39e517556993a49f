"""Every filled row of five layouts arrives as one remark, and none is invented."""

from collections import Counter

import pytest

from tests.tables import specimens

LAYOUTS = {
    "spanish": (specimens.spanish, specimens.SPANISH),
    "french": (specimens.french, specimens.FRENCH),
    "portuguese": (specimens.portuguese, specimens.PORTUGUESE),
    "english": (specimens.english, specimens.ENGLISH),
    "two columns": (specimens.two_columns, specimens.TWO_COLUMNS),
}
SKIPPED = {
    "spanish": {"header": 1, "instruction": 2, "legend": 1, "heading": 1, "decision": 1, "blank": 1, "unfilled": 1},
    "french": {"header": 2},
    "portuguese": {"not a comment table": 2, "title block": 1, "header": 2, "hidden": 5},
    "english": {"title block": 1, "header": 2, "decision": 1},
    "two columns": {"header": 1, "blank": 1, "not a comment table": 2},
}


@pytest.mark.parametrize("name", list(LAYOUTS))
def test_each_filled_row_is_the_remark_that_a_person_reads(name, tmp_path):
    """Kind, number, bodies, place, type, comment and proposal, row by row in the order of the file."""
    read, expected = LAYOUTS[name]
    found = read(tmp_path)
    assert tuple((r.kind, r.number, r.bodies, r.reference, r.type, r.text, r.proposed) for r in found.remarks) == expected


@pytest.mark.parametrize("name", list(LAYOUTS))
def test_each_row_that_is_no_remark_is_named_with_its_reason(name, tmp_path):
    """A count by reason: a row that neither arrives nor is named was lost in silence."""
    read, _ = LAYOUTS[name]
    assert Counter(skipped.reason for skipped in read(tmp_path).skipped) == SKIPPED[name]


def test_a_table_without_a_header_of_its_own_is_told(tmp_path):
    """The officer sees which table was read under the header of another one."""
    notices = specimens.english(tmp_path).notices
    assert [(n.kind, n.file, n.place) for n in notices] == [("table continued", "CARICOM.docx", "table 3")]


def test_nothing_hidden_is_quoted(tmp_path):
    """Words of hidden columns, rows and sheets are counted, located, and stand nowhere in the reading."""
    found = specimens.portuguese(tmp_path)
    for secret in ("ver anexo", "Linha guardada", "Texto de trabalho", "suprimir"):
        assert secret not in repr(found)
    places = {skipped.place for skipped in found.skipped if skipped.reason == "hidden"}
    assert places == {"sheet Parte I, row 3", "sheet Parte I, row 4", "sheet Parte I, row 6", "sheet Rascunho, row 1",
                      "sheet Rascunho, row 2"}  # fmt: skip
