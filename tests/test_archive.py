"""Zip files that ISA-L packs are read by anybody, and are packed by it indeed."""

from __future__ import annotations

import io
import zipfile

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


def test_the_packer_is_the_one_that_was_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The standard library's own name for it may change: then this fails, and files are packed at a quarter of the speed."""
    fast = packed(zipfile.ZIP_DEFLATED)
    monkeypatch.setattr(archive, "LEVEL", 0)
    assert packed(zipfile.ZIP_DEFLATED) != fast
