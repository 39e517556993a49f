"""Every form gives back every paragraph that was put in, hidden text never, and the same every time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from pipeline.errors import Unreadable
from pipeline.forms import FormReading, office, read_blocks
from pipeline.remarks import Block
from tests.forms import made


def leaves(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if block.kind == "table":
            yield from leaves(b for row in block.rows for cell in row for b in cell)
        else:
            yield block


def texts(reading: FormReading) -> list[str]:
    return [b.text for b in leaves(reading.blocks)]


def looks(reading: FormReading) -> dict[str, tuple[str, ...]]:
    return {p.text.strip(): p.emphasis for b in leaves(reading.blocks) for p in b.pieces if p.text.strip()}


@pytest.fixture
def read(tmp_path: Path, monkeypatch):
    """Reads bytes under a name, without LibreOffice: what a machine has installed must not decide a test."""
    monkeypatch.setattr(office, "NAMES", ())

    def reading(data: bytes, name: str) -> FormReading:
        path = tmp_path / name
        path.write_bytes(data)
        return read_blocks(path)

    return reading


@pytest.mark.parametrize("suffix", made.WHOLE)
def test_every_paragraph_of_every_form_is_found_once(suffix, read):
    reading = read(made.WHOLE[suffix](), f"Peru{suffix}")
    assert sorted(texts(reading)) == sorted(made.TEXTS)


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".html", ".rtf", ".doc"])
def test_hidden_text_is_counted_and_never_shown(suffix, read):
    reading = read(made.WHOLE[suffix](), f"Peru{suffix}")
    assert len(reading.held) == 1
    assert made.HIDDEN not in repr(reading)


@pytest.mark.parametrize("suffix", made.WHOLE)
def test_reading_twice_gives_the_same(suffix, read):
    data = made.WHOLE[suffix]()
    assert read(data, f"Peru{suffix}") == read(data, f"Peru{suffix}")


@pytest.mark.parametrize("suffix", made.WHOLE)
def test_every_block_has_a_place_of_its_own_kind(suffix, read):
    blocks = read(made.WHOLE[suffix](), f"Peru{suffix}").blocks
    places = [b.place for b in blocks]
    assert all(places)
    assert len(set(places)) == len(places)


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".html", ".rtf", ".doc"])
def test_a_table_keeps_its_rows_and_cells(suffix, read):
    table = next(b for b in read(made.WHOLE[suffix](), f"Peru{suffix}").blocks if b.kind == "table")
    assert [[cell[0].text for cell in row] for row in table.rows] == [list(made.CELLS[:2]), list(made.CELLS[2:])]
    assert table.rows[1][0][0].place == "table 1, row 2, cell 1"


@pytest.mark.parametrize(
    ("suffix", "wanted"),
    [(".docx", "not-a-docx"), (".odt", "damaged"), (".doc", "damaged"), (".pdf", "damaged"), (".rtf", "damaged"), (".msg", "not-a-docx")],
)
def test_a_file_that_is_not_what_its_name_says_asks_for_another(suffix, wanted, read):
    with pytest.raises(Unreadable) as refused:
        read(b"\x01\x02\x03 no such file \x00\x00\x00\x00", f"Peru{suffix}")
    assert refused.value.file == f"Peru{suffix}"
    assert refused.value.remedy.startswith("Ask")
    assert refused.value.kind in (wanted, "damaged")


@pytest.mark.parametrize("suffix", [*made.WHOLE, ".msg", ""])
def test_an_empty_file_is_said_to_be_empty(suffix, read):
    with pytest.raises(Unreadable) as refused:
        read(b" \r\n", f"Peru{suffix}")
    assert refused.value.kind == "empty"


@pytest.mark.parametrize("suffix", [".odt", ".doc", ".pdf", ".docx", ".rtf", ".html", ".eml"])
def test_a_truncated_file_is_refused_or_read_but_never_breaks(suffix, read):
    data, seen = made.WHOLE[suffix](), []
    for size in range(60, len(data), max(len(data) // 12, 1)):
        try:
            read(data[:size], f"Peru{suffix}")
        except Unreadable as refused:
            seen.append(refused.remedy)
    assert all(seen)


def test_an_outlook_message_asks_for_mail_as_text(read):
    with pytest.raises(Unreadable, match=r"Outlook.*\.eml"):
        read(made.compound({"__substg1.0_1000001F": b"x", "__properties_version1.0": b"x"}), "Peru.msg")


def test_a_renamed_file_is_read_as_what_it_is_and_says_so(read):
    reading = read(made.whole_rtf(), "Peru.doc")
    assert made.FIRST in texts(reading)
    assert any("the content is .rtf" in n.message for n in reading.notices)


def test_an_encrypted_office_file_asks_for_one_without_a_password(read):
    with pytest.raises(Unreadable) as refused:
        read(made.compound({"EncryptedPackage": b"x"}), "Peru.odt")
    assert refused.value.kind == "encrypted"
