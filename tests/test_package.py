"""The parts of a Word file, and what is taken out of them before they reach an output."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from pipeline.ooxml.harmless import harmless, strip_jpeg, strip_png
from pipeline.ooxml.package import Package, Rel, open_package

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="RELS" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/></Types>'
)


def rel(id: str, kind: str, target: str, mode: str = "") -> str:
    return f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"{mode and f" TargetMode={mode!r}"}/>'


def rels(*entries: str) -> bytes:
    return f'<Relationships xmlns="{PACKAGE}">{"".join(entries)}</Relationships>'.encode()


def package(body: str = "<w:p/>", *entries: str, **parts: bytes) -> Package:
    """A tiny package; keyword parts are named with `__` for `/` and `_dot_` for `.`."""
    named = {name.replace("__", "/").replace("_dot_", "."): data for name, data in parts.items()}
    return Package(
        {
            "[Content_Types].xml": TYPES.encode(),
            "_rels/.rels": rels(rel("rId1", "officeDocument", "/word/document.xml")),
            "word/_rels/document.xml.rels": rels(*entries),
            "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>".encode(),
            **named,
        }
    )


def text(changed: Package) -> str:
    return changed.parts["word/document.xml"].decode()


def test_main_part_in_another_case() -> None:
    """The main part is found through its relationship, whatever the case of its name."""
    small = package()
    small.parts["_rels/.rels"] = rels(rel("rId1", "officeDocument", "WORD/Document.xml"))
    assert small.main_part == "word/document.xml"
    assert small.content_type("Word/document.XML") == f"{WORD}.document.main+xml"


@pytest.mark.parametrize(
    ("target", "expected", "external"),
    [
        ("styles.xml", "word/styles.xml", False),
        ("STYLES.xml", "word/styles.xml", False),
        ("/word/styles.xml", "word/styles.xml", False),
        ("../docProps/a%20b.xml", "docProps/a b.xml", False),
        ("../../../x.xml", "x.xml", False),
        ("NULL", "word/NULL", False),
        ("#bookmark", "#bookmark", True),
        ("http://oas.org/", "http://oas.org/", True),
        ("", "", True),
    ],
)
def test_targets(target: str, expected: str, external: bool) -> None:
    """Targets are resolved to parts; what leads outside or nowhere is kept and never fails."""
    small = package("", rel("rId1", "styles", target), word__styles_dot_xml=b"<a/>")
    assert small.rels("word/document.xml") == [Rel("rId1", f"{OFFICE}/styles", expected, external)]


def test_part_by_type_needs_the_part() -> None:
    """A relationship to a missing part gives no part."""
    small = package("", rel("rId1", "footnotes", "footnotes.xml"), rel("rId2", "endnotes", "endnotes.xml"),
                    word__endnotes_dot_xml=b"<a/>")  # fmt: skip
    assert small.part_by_type("word/document.xml", "footnotes") is None
    assert small.part_by_type("word/document.xml", "endnotes") == "word/endnotes.xml"


def test_add_rel_reuses_an_equal_one() -> None:
    """An equal relationship is used again, and a new one gets a free id."""
    small = package("", rel("rId2", "image", "media/a.png"), word__media__a_dot_png=b"x")
    assert small.add_rel("word/document.xml", f"{OFFICE}/image", "word/media/a.png") == "rId2"
    assert small.add_rel("word/document.xml", f"{OFFICE}/hyperlink", "http://a.b/?c&d", external=True) == "rId1"


def test_round_trip(tmp_path: Path) -> None:
    """Added and removed parts are read back as they were, from a name with a space."""
    small = package("<w:p><w:r><w:t>a</w:t></w:r></w:p>")
    small.add_part("word/a b.xml", f"{WORD}.comments+xml", b"<w:comments xmlns:w='%s'/>" % W.encode())
    small.add_part("word/gone.xml", "x/y", b"<a/>")
    small.add_rel("word/document.xml", f"{OFFICE}/comments", "word/a b.xml")
    small.add_rel("word/document.xml", f"{OFFICE}/gone", "word/gone.xml")
    small.remove_part("word/gone.xml")
    small.write_atomic(tmp_path / "my file.docx")
    again = open_package(tmp_path / "my file.docx")
    assert again.part_by_type("word/document.xml", "comments") == "word/a b.xml"
    assert again.content_type("word/a b.xml") == f"{WORD}.comments+xml"
    assert "gone" not in "".join(again.parts) + again.parts["word/_rels/document.xml.rels"].decode()
    assert [path.name for path in tmp_path.iterdir()] == ["my file.docx"]


def test_deterministic() -> None:
    """The same parts in any order give the same bytes, content types first, all dated 1980."""
    first, second = package("<w:p/>"), Package(dict(reversed(package("<w:p/>").parts.items())))
    data = first.save_bytes()
    assert data == second.save_bytes()
    entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    assert [entry.filename for entry in entries[:2]] == ["[Content_Types].xml", "_rels/.rels"]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_unchanged_lists_keep_their_bytes() -> None:
    """Relationships and content types that nobody changed are written as they came."""
    small = package("", rel("x", "styles", "styles.xml"))
    before = dict(small.parts)
    small.rels("word/document.xml")
    small.save_bytes()
    assert small.parts == before


def test_failed_write_leaves_the_earlier_file(tmp_path: Path) -> None:
    """A write that fails leaves the earlier output and nothing else."""
    path = tmp_path / "out.docx"
    path.write_bytes(b"earlier")
    broken = package()
    broken.parts["x"] = None  # type: ignore[assignment]
    with pytest.raises(TypeError):
        broken.write_atomic(path)
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"out.docx": b"earlier"}


def test_custom_xml_and_strays_go() -> None:
    """Custom XML, people and comment indexes go with their relationships, and so does what nothing leads to."""
    small = package(
        "<w:p/>", rel("rId1", "customXml", "../customXml/item1.xml"), rel("rId2", "people", "people.xml"),
        rel("rId3", "commentsExtended", "commentsExtended.xml"), rel("rId4", "vbaProject", "vbaProject.bin"),
        customXml__item1_dot_xml=b"<a/>", word__people_dot_xml=b"<a/>", word__commentsExtended_dot_xml=b"<a/>",
        word__vbaProject_dot_bin=b"x", word__stray_dot_xml=b"<a/>",
    )  # fmt: skip
    told = harmless(small)
    assert set(small.parts) == set(package().parts)
    assert "removed: part that nothing leads to (1)" in told
    assert "removed: custom XML part (1)" in told


def test_second_pass_finds_nothing() -> None:
    """What is harmless stays as it is."""
    small = package("<w:p/>", rel("rId1", "hyperlink", "https://oas.org", "External"))
    assert harmless(small) == []
    assert [one.target for one in small.rels("word/document.xml")] == ["https://oas.org"]


def test_calls_to_the_outside_become_inert() -> None:
    """Remote pictures and file links lose their relationship and their reference; the text of a link stays."""
    small = package(
        '<w:p><w:hyperlink r:id="rId1"><w:r><w:t>link</w:t></w:r></w:hyperlink><a:blip r:link="rId2" r:embed="rId3"/>'
        '<wp:docPr id="1"><a:hlinkClick r:id="rId1"/></wp:docPr></w:p>',
        rel("rId1", "hyperlink", "file:///C:/Users/ana/x.doc", "External"),
        rel("rId2", "image", r"\\server\x.png", "External"),
        rel("rId3", "image", "media/a.png"), word__media__a_dot_png=b"x",
    )  # fmt: skip
    assert harmless(small) == ["removed: link to a place outside the document (2)"]
    assert "<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>" in text(small)
    assert '<a:blip r:embed="rId3"/>' in text(small)
    assert "hlinkClick" not in text(small)


def test_embedded_objects_keep_their_picture() -> None:
    """An embedded object goes, the picture that stands for it stays; foreign text goes with its place."""
    small = package(
        '<w:p><w:r><w:object w:dxaOrig="1"><v:shape o:ole=""><v:imagedata r:id="rId1" o:title="\\\\server\\x"/>'
        '</v:shape><o:OLEObject r:id="rId2"/></w:object></w:r></w:p>'
        '<w:tbl><w:tr><w:tc><w:altChunk r:id="rId3"/></w:tc></w:tr></w:tbl>',
        rel("rId1", "image", "media/a.png"), rel("rId2", "oleObject", "embeddings/o.bin"),
        rel("rId3", "aFChunk", "c.htm"),
        word__media__a_dot_png=b"x", word__embeddings__o_dot_bin=b"x", word__c_dot_htm=b"x",
    )  # fmt: skip
    harmless(small)
    assert '<w:pict><v:shape><v:imagedata r:id="rId1"/></v:shape></w:pict>' in text(small)
    assert "<w:tc><w:p/></w:tc>" in text(small)
    assert not [name for name in small.parts if name.endswith((".bin", ".htm"))]


def test_fields_that_call_out() -> None:
    """INCLUDE, LINK and DDE fields become a locked QUOTE, even split over runs; other fields stay."""
    mark = '<w:fldChar w:fldCharType="{}"/>'
    small = package(
        f'<w:p><w:r>{mark.format("begin")}<w:instrText> INCL</w:instrText><w:instrText>UDETEXT "C:\\\\x" </w:instrText>'
        f'{mark.format("separate")}<w:t>result</w:t>{mark.format("end")}</w:r>'
        '<w:fldSimple w:instr=" DDEAUTO excel x "/><w:fldSimple w:instr=" PAGE "/>'
        '<w:fldSimple w:instr=\' HYPERLINK "https://oas.org" \'/></w:p>'
    )  # fmt: skip
    assert harmless(small) == ["removed: field that calls out (2)"]
    assert "<w:instrText> QUOTE </w:instrText><w:instrText></w:instrText>" in text(small)
    assert ("UDETEXT" in text(small), "DDEAUTO" in text(small), " PAGE " in text(small)) == (False, False, True)
    assert (text(small).count('w:fldLock="1"'), "result" in text(small), "oas.org" in text(small)) == (2, True, True)


@pytest.mark.parametrize("path", ["C:\\Users\\ana\\a.png", "\\\\server\\a.png", "file:///a.png", "/Users/ana/a.png"])
def test_alternative_texts_that_are_paths(path: str) -> None:
    """An alternative text that is a path goes; one that describes stays."""
    small = package(f'<w:p><wp:docPr id="1" name="Picture 1" descr="{path}" title="Map: and/or"/></w:p>')
    harmless(small)
    assert '<wp:docPr id="1" name="Picture 1" title="Map: and/or"/>' in text(small)


def test_settings_and_properties() -> None:
    """Document variables, template, revision-save ids and mail merge go, and so do the names in the properties."""
    core = (
        b'<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        b'xmlns:d="http://purl.org/dc/elements/1.1/"><d:title>T</d:title><d:creator>Ana</d:creator>'
        b"<c:lastModifiedBy>Ana</c:lastModifiedBy></c:coreProperties>"
    )
    names = ("docVars", "attachedTemplate", "rsids", "mailMerge", "compat")
    settings = f'<w:settings xmlns:w="{W}">{"".join(f"<w:{name}/>" for name in names)}</w:settings>'.encode()
    small = package("<w:p/>", rel("rId1", "settings", "settings.xml"))
    small.add_part("word/settings.xml", f"{WORD}.settings+xml", settings)
    small.add_part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", core)
    extended = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    small.add_part("docProps/app.xml", extended, b"<Company/>")
    small.add_rel("", f"{PACKAGE}/metadata/core-properties", "docProps/core.xml")
    small.add_rel("", f"{OFFICE}/extended-properties", "docProps/app.xml")
    harmless(small)
    assert [child.tag.partition("}")[2] for child in small.xml("word/settings.xml")] == ["compat"]
    assert (b"Ana" in small.parts["docProps/core.xml"], b"T<" in small.parts["docProps/core.xml"]) == (False, True)
    assert b"Company" not in small.parts["docProps/app.xml"]


def test_damaged_parts_go() -> None:
    """A part that cannot be read cannot be cleaned, so it goes with the links to it."""
    small = package('<w:p><w:footerReference r:id="rId1"/></w:p>', rel("rId1", "footer", "footer1.xml"))
    small.add_part("word/footer1.xml", f"{WORD}.footer+xml", b"<w:ftr instr=")
    assert harmless(small) == ["removed: damaged part (1)", "removed: link to a missing part (1)"]
    assert "footerReference" not in text(small)


def test_picture_metadata() -> None:
    """Exif, IPTC, comments and text chunks go from pictures; what is seen stays byte for byte."""
    segment = b"\xff%c" + struct.pack(">H", 7) + b"Maria"
    scan = b"\xff\xda\x00\x02data\xff\xd9"
    jpeg = b"\xff\xd8" + segment % 0xE0 + segment % 0xE1 + segment % 0xED + segment % 0xFE + scan
    assert strip_jpeg(jpeg) == b"\xff\xd8" + segment % 0xE0 + scan
    chunks = {kind: struct.pack(">L", 3) + kind + b"abc" + struct.pack(">L", zlib.crc32(kind + b"abc"))
              for kind in (b"IHDR", b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"IDAT", b"IEND")}  # fmt: skip
    head = b"\x89PNG\r\n\x1a\n"
    assert strip_png(head + b"".join(chunks.values())) == head + chunks[b"IHDR"] + chunks[b"IDAT"] + chunks[b"IEND"]


def test_cut_pictures_do_not_fail() -> None:
    """A picture that breaks off is left or shortened, never an error."""
    assert strip_jpeg(b"\xff\xd8\xff\xe1\x00") == b"\xff\xd8\xff\xe1\x00"
    assert strip_png(b"\x89PNG\r\n\x1a\n\x00") == b"\x89PNG\r\n\x1a\n"
