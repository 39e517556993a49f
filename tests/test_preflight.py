"""What is refused before it is trusted, and what is not refused."""

import io
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from pipeline.errors import Unreadable
from pipeline.ooxml import preflight
from pipeline.ooxml.preflight import check

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/></Types>'
)
TEXT = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>Text</w:t></w:r></w:p></w:body></w:document>'


def rels(*entries: tuple[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(entries, 1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'


ORDINARY = {
    "[Content_Types].xml": TYPES,
    "_rels/.rels": rels(("officeDocument", "word/document.xml")),
    "word/document.xml": TEXT,
}


def archive(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def refusal(folder: Path, data: bytes, name: str = "Mexico.docx") -> Unreadable:
    path = folder / name
    path.write_bytes(data)
    with pytest.raises(Unreadable) as caught:
        check(path)
    assert caught.value.file == name
    assert caught.value.remedy
    return caught.value


def with_part(name: str, data: str | bytes) -> bytes:
    return archive({**ORDINARY, name: data})


def test_ordinary_file(tmp_path: Path) -> None:
    """A file without styles, numbering, properties or settings is read."""
    (tmp_path / "x.docx").write_bytes(archive(ORDINARY))
    check(tmp_path / "x.docx")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b"\0" * 500, "empty"),
        (b"%PDF-1.4", "not-a-docx"),
        (b"{\\rtf1 x}", "not-a-docx"),
        (b"plain text", "not-a-docx"),
        (preflight.OLE2 + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "not-a-docx"),
        (preflight.OLE2 + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (archive({"a.txt": "a"}), "not-a-docx"),
        (archive(ORDINARY)[:-30], "damaged"),
        (b"PK\x03\x04" + b"\0" * 40, "damaged"),
    ],
)
def test_other_files(tmp_path: Path, data: bytes, kind: str) -> None:
    """What is no Word file, or half of one, is told apart by its bytes and not by its name."""
    assert refusal(tmp_path, data).kind == kind


def test_wrong_checksum(tmp_path: Path) -> None:
    """A part whose bytes do not give its checksum is damage."""
    data = archive(ORDINARY, zipfile.ZIP_STORED).replace(b"<w:t>Text", b"<w:t>Tixt")
    assert refusal(tmp_path, data).kind == "damaged"


def test_lying_header(tmp_path: Path) -> None:
    """A part larger than the file declares is not unpacked beyond what is declared."""
    data = bytearray(archive({**ORDINARY, "word/media/a.bin": b"\0" * 5_000_000}))
    entry = data.rfind(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<L", 10)
    assert refusal(tmp_path, bytes(data)).kind == "damaged"


def test_zip_bomb(tmp_path: Path) -> None:
    """A part that unpacks to more than 10 MB and 200 times its size is unsafe."""
    assert refusal(tmp_path, with_part("word/media/a.bin", b"\0" * (11 * 2**20))).kind == "unsafe"


def test_sizes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole, each part and the number of parts have a limit."""
    for limit, value in (("TOTAL_LIMIT", 1000), ("ENTRY_LIMIT", 500), ("ENTRIES_LIMIT", 2)):
        with monkeypatch.context() as patched:
            patched.setattr(preflight, limit, value)
            assert refusal(tmp_path, with_part("word/x.bin", b"x" * 900)).kind == "too-large"


@pytest.mark.parametrize(
    "name", ["/etc/x.xml", "../x.xml", "word/../../x.xml", "word\\x.xml", "C:x.xml", "WORD/document.xml"]
)
def test_names_of_parts(tmp_path: Path, name: str) -> None:
    """Part names that leave the file, or stand for two parts, are unsafe."""
    assert refusal(tmp_path, with_part(name, "<a/>")).kind == "unsafe"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_entities(tmp_path: Path, encoding: str) -> None:
    """A DOCTYPE in any XML part is refused before any is parsed, in any encoding."""
    text = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    error = refusal(tmp_path, with_part("word/theme/theme1.xml", text.encode(encoding)))
    assert (error.kind, error.place) == ("unsafe", "part word/theme/theme1.xml")


def test_unusual_encoding(tmp_path: Path) -> None:
    """An encoding in which a DOCTYPE could hide is refused."""
    text = b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4APA-a/+AD4-'
    assert refusal(tmp_path, with_part("word/document.xml", text)).kind == "unsafe"


def test_macros(tmp_path: Path) -> None:
    """Macros are refused by the file's name, by its type and by the part that holds them."""
    typed = {**ORDINARY, "[Content_Types].xml": TYPES.replace(
        f"{WORD}.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml"
    )}  # fmt: skip
    assert refusal(tmp_path, archive(ORDINARY), "Mexico.docm").kind == "macro"
    assert refusal(tmp_path, archive(typed)).kind == "macro"
    assert refusal(tmp_path, with_part("word/vbaProject.bin", b"x")).kind == "macro"


def test_strict(tmp_path: Path) -> None:
    """Strict Open XML is refused with the way to save it otherwise."""
    strict = "http://purl.oclc.org/ooxml"
    parts = {
        **ORDINARY,
        "_rels/.rels": ORDINARY["_rels/.rels"].replace(OFFICE, f"{strict}/officeDocument/relationships"),
        "word/document.xml": TEXT.replace(W, f"{strict}/wordprocessingml/main"),
    }
    error = refusal(tmp_path, archive(parts))
    assert error.kind == "strict"
    assert "not Strict Open XML Document" in str(error)


def test_workbook(tmp_path: Path) -> None:
    """A workbook with the name of a Word file is told to be a workbook."""
    workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    parts = {**ORDINARY, "[Content_Types].xml": TYPES.replace(f"{WORD}.document.main+xml", workbook)}
    assert "Excel workbook" in str(refusal(tmp_path, archive(parts)))


def test_missing_main_part(tmp_path: Path) -> None:
    """A file whose text is missing is damaged; one that names no text is no Word file."""
    absent = {name: data for name, data in ORDINARY.items() if name != "word/document.xml"}
    assert refusal(tmp_path, archive(absent)).kind == "damaged"
    assert refusal(tmp_path, archive({**ORDINARY, "_rels/.rels": rels()})).kind == "not-a-docx"


def test_broken_relationships(tmp_path: Path) -> None:
    """Relationships that are no XML are damage, whichever part they belong to."""
    assert refusal(tmp_path, with_part("word/_rels/header1.xml.rels", "<broken")).kind == "damaged"


@pytest.mark.parametrize("part", ["styles", "numbering", "footnotes", "endnotes", "comments", "header"])
def test_broken_parts(tmp_path: Path, part: str) -> None:
    """A needed part that is no XML is damage, named by its part."""
    parts = {
        **ORDINARY,
        "word/_rels/document.xml.rels": rels((part, f"{part}.xml")),
        f"word/{part}.xml": "<w:x",
    }
    error = refusal(tmp_path, archive(parts))
    assert (error.kind, error.place) == ("damaged", f"part word/{part}.xml")


def test_bad_properties(tmp_path: Path) -> None:
    """Properties that are no XML are no reason to refuse a file."""
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    listed = ORDINARY["_rels/.rels"].replace(
        "</Relationships>", f'<Relationship Id="rId9" Type="{core}" Target="docProps/core.xml"/></Relationships>'
    )
    (tmp_path / "x.docx").write_bytes(archive({**ORDINARY, "_rels/.rels": listed, "docProps/core.xml": "<broken"}))
    check(tmp_path / "x.docx")


def test_nothing_said(tmp_path: Path) -> None:
    """A document without a word is refused, since taken for an edited draft it would delete all of it."""
    assert refusal(tmp_path, archive({**ORDINARY, "word/document.xml": TEXT.replace("Text", " ")})).kind == "empty"


def test_deep_nesting(tmp_path: Path) -> None:
    """Markup nested beyond any real document is refused before a program recurses into it."""
    deep = TEXT.replace("<w:p>", "<w:sdt>" * 3000 + "<w:p>").replace("</w:p>", "</w:p>" + "</w:sdt>" * 3000)
    assert refusal(tmp_path, archive({**ORDINARY, "word/document.xml": deep})).kind == "too-large"
