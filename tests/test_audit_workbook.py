"""How the audit reads a workbook: its words and the identifiers in them, whatever characters stand around them."""

import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.auditing.case import ids_in
from pipeline.auditing.names import squeezed
from pipeline.auditing.package import Package
from pipeline.auditing.workbook import text_of, workbook_text

SPACES = [c for c in map(chr, range(0x3001)) if c.isspace()]
MARKUP = ["</t></si><si><t>", "</is>", "<v>", "</v>", "<r/>"]
PIECES = [*SPACES, *MARKUP, "a", "é", "\u200b", "\u2011", ">", "&amp;", "&#160;", "&#x2003;", "&nbsp;"]


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_one_space_stands_between_words_whatever_parted_them(tmp_path_factory: pytest.TempPathFactory, pieces: list[str]) -> None:
    part = f"<sst><si><t>{''.join(pieces)}</t></si></sst>".encode()
    path: Path = tmp_path_factory.mktemp("book") / "book.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/sharedStrings.xml", part)
    assert workbook_text(Package(path)) == squeezed(text_of(part))


@given(st.text("ABZ019- aé", max_size=60))
def test_an_id_is_the_longest_code_before_a_number(text: str) -> None:
    assert ids_in(text) == frozenset(re.findall("[A-Z][A-Z0-9]*-[0-9]+", text))


def test_an_id_may_be_of_any_length() -> None:
    long = "A" + "0B" * 50 + "-12"
    assert ids_in(f"x 0{long}, -7 and é-8 are none") == {long}
