"""Zip files are read by anybody, and the same bytes are packed the same way each time."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest

from pipeline.ooxml import archive
from pipeline.ooxml.archive import Archive

WORDS = b"Member states shall adopt the measures required to give effect to the Program. " * 2000


def packed(kind: int) -> bytes:
    out = io.BytesIO()
    with Archive(out, "w") as made:
        made.writestr(zipfile.ZipInfo("a.xml"), WORDS, kind)
        made.writestr(zipfile.ZipInfo("b.xml"), b"", kind)
    return out.getvalue()


@pytest.mark.parametrize("kind", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_the_standard_library_reads_it(kind: int) -> None:
    with zipfile.ZipFile(io.BytesIO(packed(kind))) as made:
        assert made.testzip() is None
        assert (made.read("a.xml"), made.read("b.xml")) == (WORDS, b"")
        assert {info.compress_type for info in made.infolist()} == {kind}


def test_the_packer_is_zlib_at_the_level_that_was_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """What another packer makes of the same bytes may change from run to run (law 4); at another level it takes longer."""
    for level in (archive.LEVEL, 9):
        monkeypatch.setattr(archive, "LEVEL", level)
        packer = zlib.compressobj(level, zlib.DEFLATED, -15)
        assert packer.compress(WORDS) + packer.flush() in packed(zipfile.ZIP_DEFLATED)
