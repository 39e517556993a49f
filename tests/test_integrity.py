"""The package check: each finding has a specimen that triggers it, and sound files trigger none."""

import zipfile
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from openpyxl.worksheet.table import Table

from tests.benchmark import document as bench
from tests.benchmark import generate
from tests.integrity import findings

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{REL}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MARK = 'w:author="Peru" w:date="2004-10-25T09:00:00Z"'
PLAIN = "<w:p><w:r><w:t>shall</w:t></w:r></w:p>"
TABLE = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
KINDS = ("styles", "numbering", "footnotes", "endnotes", "comments", "commentsExtended")


def field_char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def move(side: str, number: int, name: str = "m1") -> str:
    start = f'<w:{side}RangeStart w:id="{number}" w:name="{name}" {MARK}/>'
    held = f'<w:{side} w:id="{number + 1}" {MARK}><w:r><w:t>moved</w:t></w:r></w:{side}>'
    return f'{start}{held}<w:{side}RangeEnd w:id="{number}"/>'


FIELD = "".join(field_char(kind) for kind in ("begin", "separate", "end"))
ANCHORED = (
    '<w:commentRangeStart w:id="0"/><w:r><w:t>may</w:t></w:r><w:commentRangeEnd w:id="0"/>'
    '<w:r><w:commentReference w:id="0"/></w:r>'
)
COMMENT = f'<w:comment w:id="0" w:initials="PER" {MARK}><w:p w14:paraId="00000001"/></w:comment>'
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:basedOn w:val="Normal"/></w:style>'
)
NUMBERING = '<w:abstractNum w:abstractNumId="0"/><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'  # one list
NOTE = '<w:footnote w:id="2"><w:p><w:r><w:t>note</w:t></w:r></w:p></w:footnote>'
NOTE_REFERENCE = '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
GOOD_BODY = (
    '<w:p><w:pPr><w:pStyle w:val="Normal"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    f'<w:rPr><w:ins w:id="1" {MARK}/><w:b/></w:rPr></w:pPr><w:r><w:rPr><w:rStyle w:val="Strong"/><w:b/></w:rPr>'
    '<w:t xml:space="preserve">States </w:t></w:r>'
    f'<w:ins w:id="2" {MARK}><w:r><w:t>may</w:t></w:r></w:ins>'
    f'<w:del w:id="3" {MARK}><w:r><w:delText>shall</w:delText></w:r></w:del></w:p>'
    f"<w:p>{move('moveFrom', 10)}</w:p><w:p>{move('moveTo', 20)}</w:p>"
    '<w:p><w:bookmarkStart w:id="0" w:name="P_PER_01"/><w:bookmarkEnd w:id="0"/>'
    f"{ANCHORED}</w:p>{NOTE_REFERENCE}"
    f'<w:p><w:ins w:id="4" {MARK}>{FIELD}</w:ins>{FIELD}</w:p>'
    f"{TABLE.format(PLAIN)}{PLAIN}<w:sectPr/>"
)
GOOD = {"styles": STYLES, "numbering": NUMBERING, "footnotes": NOTE, "comments": COMMENT}


def build(folder: Path, body: str, ignorable: str = "", **parts: str) -> Path:
    """A small package: ``parts`` holds the content of styles, numbering, footnotes, comments and so on."""
    names = [kind for kind in KINDS if kind in parts]
    path = folder / "specimen.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", content_types(names))
        package.writestr("_rels/.rels", bench.FIXED_PARTS["_rels/.rels"])
        package.writestr("word/_rels/document.xml.rels", relationships(names))
        root = f"<w:document {NAMESPACES} {ignorable}><w:body>{body}</w:body></w:document>"
        package.writestr("word/document.xml", root)
        for kind in names:
            tag = "w15:commentsEx" if kind == "commentsExtended" else f"w:{kind}"
            package.writestr(f"word/{kind}.xml", f"<{tag} {NAMESPACES}>{parts[kind]}</{tag}>")
    return path


def content_types(kinds: list[str]) -> str:
    overrides = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{TYPE}.{kind}+xml"/>' for kind in ["document.main", *kinds]
    ).replace("/word/document.main.xml", "/word/document.xml")
    defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{bench.OPC}/content-types">{defaults}{overrides}</Types>'


def relationships(kinds: list[str]) -> str:
    items = "".join(f'<Relationship Id="{kind}" Type="{REL}/{kind}" Target="{kind}.xml"/>' for kind in kinds)
    return f'<Relationships xmlns="{bench.OPC}/relationships">{items}</Relationships>'


def rewrite(path: Path, **replaced: tuple[str, str, str]) -> Path:
    """The package with (part, old, new) put in place in its parts."""
    with zipfile.ZipFile(path) as package:
        contents = {name: package.read(name).decode() for name in package.namelist()}
    for part, old, new in replaced.values():
        assert old in contents[part]
        contents[part] = contents[part].replace(old, new)
    with zipfile.ZipFile(path, "w") as package:
        for name, text in contents.items():
            package.writestr(name, text)
    return path


def test_a_sound_document_gives_no_finding(tmp_path: Path) -> None:
    """A document with every construct that is checked, each as Word writes it, is clean."""
    assert findings(build(tmp_path, GOOD_BODY, 'mc:Ignorable="w14 w15"', **GOOD), warnings=True) == []


def test_documents_of_the_libraries_give_no_finding(tmp_path: Path) -> None:
    """What python-docx and the bench's generator write is clean."""
    Document().save(tmp_path / "library.docx")
    generate.write_set(generate.Size(paragraphs=60, words=1500, submissions=2, edits=50), tmp_path)
    for path in [*tmp_path.glob("*.docx"), *tmp_path.glob("submissions/*.docx")]:
        assert findings(path) == [], path.name


BAD_BODIES = {
    "live text in a deletion": (
        f'<w:p><w:del w:id="1" {MARK}><w:r><w:t>x</w:t></w:r></w:del></w:p>',
        "live w:t inside",
    ),
    "live instruction in a deletion": (
        f'<w:p><w:del w:id="1" {MARK}><w:r><w:instrText>PAGE</w:instrText></w:r></w:del></w:p>',
        "live w:instrText inside w:del",
    ),
    "deleted text outside": ("<w:p><w:r><w:delText>x</w:delText></w:r></w:p>", "w:delText outside"),
    "deleted text in a move": (
        f"<w:p>{move('moveFrom', 1)}{move('moveTo', 5)}</w:p>".replace(
            "<w:t>moved</w:t>", "<w:delText>x</w:delText>", 1
        ),
        "w:delText outside",
    ),
    "nested deletion": (
        f'<w:p><w:del w:id="1" {MARK}><w:del w:id="2" {MARK}><w:r/></w:del></w:del></w:p>',
        "w:del inside w:del",
    ),
    "mark id twice": (f'<w:p><w:ins w:id="1" {MARK}/><w:del w:id="1" {MARK}/></w:p>', "w:id=1 is also that of w:ins"),
    "mark id no number": (f'<w:p><w:ins w:id="x" {MARK}/></w:p>', "is no number"),
    "no author": ('<w:p><w:ins w:id="1"/></w:p>', "has no author"),
    "long author": (f'<w:p><w:ins w:id="1" w:author="{"a" * 256}"/></w:p>', "256 characters"),
    "bad date": ('<w:p><w:ins w:id="1" w:author="Peru" w:date="25/10/2004"/></w:p>', "is no date"),
    "open bookmark": ('<w:p><w:bookmarkStart w:id="1" w:name="a"/></w:p>', "has no end"),
    "closing bookmark": ('<w:p><w:bookmarkEnd w:id="1"/></w:p>', "has no start"),
    "bookmark name twice": (
        "".join(f'<w:p><w:bookmarkStart w:id="{n}" w:name="a"/><w:bookmarkEnd w:id="{n}"/></w:p>' for n in (1, 2)),
        "name 'a' stands twice",
    ),
    "bookmark id twice": (
        "".join(f'<w:p><w:bookmarkStart w:id="1" w:name="{n}"/><w:bookmarkEnd w:id="1"/></w:p>' for n in "ab"),
        "bookmark id 1 stands twice",
    ),
    "long bookmark name": (
        f'<w:p><w:bookmarkStart w:id="1" w:name="{"a" * 41}"/><w:bookmarkEnd w:id="1"/></w:p>',
        "over 40 characters",
    ),
    "move without other side": (f"<w:p>{move('moveFrom', 1)}</w:p>", "'m1' has no moveTo side"),
    "move range left open": (
        f"<w:p>{move('moveFrom', 1)}{move('moveTo', 5)}</w:p>".replace('<w:moveToRangeEnd w:id="5"/>', ""),
        "moveToRangeStart 5 has no end",
    ),
    "move end without start": ('<w:p><w:moveToRangeEnd w:id="5"/></w:p>', "moveToRangeEnd 5 has no start"),
    "move without content": (
        f'<w:p>{move("moveFrom", 1)}<w:moveToRangeStart w:id="5" w:name="m1" {MARK}/>'
        '<w:moveToRangeEnd w:id="5"/></w:p>',
        "no w:moveTo stands in the range",
    ),
    "move outside a range": (f'<w:p><w:moveTo w:id="1" {MARK}><w:r/></w:moveTo></w:p>', "outside any moveTo range"),
    "move name twice": (f"<w:p>{move('moveFrom', 1)}{move('moveFrom', 5)}{move('moveTo', 9)}</w:p>", "stands twice on"),
    "field cut by acceptance": (
        f'<w:p>{field_char("begin")}<w:del w:id="1" {MARK}>{field_char("end")}</w:del></w:p>',
        "without its end, with all marks accepted",
    ),
    "field cut by rejection": (
        f'<w:p><w:ins w:id="1" {MARK}>{field_char("begin")}</w:ins>{field_char("end")}</w:p>',
        "end without its begin, with all marks rejected",
    ),
    "field cut in one view": (
        f'<w:p><w:ins w:id="1" w:author="Peru">{field_char("begin")}</w:ins>'
        f'<w:ins w:id="2" w:author="Peru; Chile">{field_char("end")}</w:ins></w:p>',
        "with only the marks of Chile accepted",
    ),
    "separate twice": (f"<w:p>{FIELD.replace('end', 'separate')}</w:p>", "a second separate"),
    "cell ends with a table": (
        TABLE.format(TABLE.format(PLAIN)) + PLAIN,
        "the cell does not end with a paragraph",
    ),
    "row without cell": ("<w:tbl><w:tblPr/><w:tblGrid/><w:tr/></w:tbl>" + PLAIN, "the row has no cell"),
    "paragraph in a row": (
        TABLE.format(PLAIN).replace("</w:tr>", f"{PLAIN}</w:tr>") + PLAIN,
        "paragraph stands in the row",
    ),
    "paragraph in a table": (
        TABLE.format(PLAIN).replace("</w:tbl>", f"{PLAIN}</w:tbl>") + PLAIN,
        "paragraph stands in the table",
    ),
    "table without rows": ("<w:tbl><w:tblPr/><w:tblGrid/></w:tbl>" + PLAIN, "the table has no row"),
    "table without grid": (TABLE.format(PLAIN).replace("<w:tblGrid/>", "") + PLAIN, "no tblGrid"),
    "paragraph in a paragraph": (f"<w:p>{PLAIN}</w:p>", "a paragraph stands in a paragraph"),
    "run in the body": ("<w:r><w:t>x</w:t></w:r>" + PLAIN, "a run stands in w:body"),
    "text in a paragraph": ("<w:p><w:t>x</w:t></w:p>", "not in a run"),
    "lost space": ("<w:p><w:r><w:t>shall </w:t></w:r></w:p>", "xml:space is not preserve"),
    "properties late": ("<w:p><w:r/><w:pPr/></w:p>", "w:pPr is not the first"),
    "properties twice": ("<w:p><w:pPr/><w:pPr/></w:p>", "w:pPr stands 2 times"),
    "section not last": (f"<w:sectPr/>{PLAIN}", "section properties of the body"),
    "empty text box": (
        "<w:p><w:r><w:pict><w:txbxContent/></w:pict></w:r></w:p>",
        "the story has no paragraph",
    ),
    "order of paragraph properties": (
        '<w:p><w:pPr><w:jc w:val="left"/><w:keepNext/></w:pPr></w:p>',
        "w:keepNext stands after w:jc",
    ),
    "order of run properties": ("<w:p><w:r><w:rPr><w:i/><w:b/></w:rPr></w:r></w:p>", "w:b stands after w:i"),
    "order of a paragraph mark's properties": (
        f'<w:p><w:pPr><w:rPr><w:b/><w:ins w:id="1" {MARK}/></w:rPr></w:pPr></w:p>',
        "w:ins stands after w:b",
    ),
    "order of row properties": (
        TABLE.format(PLAIN).replace("<w:tr>", f'<w:tr><w:trPr><w:ins w:id="1" {MARK}/><w:cantSplit/></w:trPr>') + PLAIN,
        "w:cantSplit stands after w:ins",
    ),
    "order of cell properties": (
        TABLE.format(f"<w:tcPr><w:vAlign/><w:tcW/></w:tcPr>{PLAIN}") + PLAIN,
        "w:tcW stands after w:vAlign",
    ),
    "order of section properties": (
        f"{PLAIN}<w:sectPr><w:pgSz/><w:headerReference/></w:sectPr>",
        "w:headerReference stands after w:pgSz",
    ),
    "property twice": ("<w:p><w:r><w:rPr><w:b/><w:b/></w:rPr></w:r></w:p>", "w:b stands twice"),
    "unknown relationship": ('<w:p><w:hyperlink r:id="rId9"/></w:p>', "id='rId9' names no relationship"),
    "reference to no comment": ('<w:p><w:r><w:commentReference w:id="7"/></w:r></w:p>', "there is no comment 7"),
    "reference to no note": ('<w:p><w:r><w:endnoteReference w:id="7"/></w:r></w:p>', "there is no endnote 7"),
    "unknown list": (
        '<w:p><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:p>',
        "there is no list 9",
    ),
    "undeclared prefix": (
        '<w:p><mc:AlternateContent><mc:Choice Requires="wps"/></mc:AlternateContent></w:p>',
        "the prefix wps is used but not declared",
    ),
}


@pytest.mark.parametrize(("body", "expected"), BAD_BODIES.values(), ids=BAD_BODIES.keys())
def test_a_damaged_body_gives_its_finding(tmp_path: Path, body: str, expected: str) -> None:
    """Each damage to a body is found and named."""
    assert any(expected in finding for finding in findings(build(tmp_path, body)))


BAD_PARTS = {
    "comment without anchors": (PLAIN, {"comments": COMMENT}, "the comment has 0 commentReference"),
    "comment without range": (
        '<w:p><w:r><w:commentReference w:id="0"/></w:r></w:p>',
        {"comments": COMMENT},
        "the comment has 0 commentRangeStart",
    ),
    "comment range turned round": (
        '<w:p><w:commentRangeEnd w:id="0"/><w:commentRangeStart w:id="0"/></w:p>',
        {"comments": COMMENT},
        "ends before it starts",
    ),
    "comment id twice": (f"<w:p>{ANCHORED}</w:p>", {"comments": COMMENT * 2}, "2 times a comment 0"),
    "long initials": (
        f"<w:p>{ANCHORED}</w:p>",
        {"comments": COMMENT.replace('"PER"', '"PER+BRA+MEX"')},
        "its initials have 11 characters",
    ),
    "comment without author": (
        f"<w:p>{ANCHORED}</w:p>",
        {"comments": '<w:comment w:id="0"><w:p/></w:comment>'},
        "has no author",
    ),
    "reply to nothing": (
        f"<w:p>{ANCHORED}</w:p>",
        {"comments": COMMENT, "commentsExtended": '<w15:commentEx w15:paraId="00000001" w15:paraIdParent="0000000F"/>'},
        "paraIdParent 0000000F is no comment's paragraph",
    ),
    "note without reference": (PLAIN, {"footnotes": NOTE}, "no reference to the footnote 2"),
    "note id twice": (NOTE_REFERENCE, {"footnotes": NOTE * 2}, "2 times a footnote 2"),
    "unknown style": ('<w:p><w:pPr><w:pStyle w:val="Gone"/></w:pPr></w:p>', {"styles": STYLES}, "no paragraph style"),
    "style of the wrong type": (
        '<w:p><w:pPr><w:pStyle w:val="Strong"/></w:pPr></w:p>',
        {"styles": STYLES},
        "there is no paragraph style 'Strong'",
    ),
    "style based on nothing": (PLAIN, {"styles": STYLES.replace('basedOn w:val="Normal"', 'basedOn w:val="x"')}, "'x'"),
    "style id twice": (PLAIN, {"styles": STYLES * 2}, "2 times a style Normal"),
    "list of nothing": (PLAIN, {"numbering": NUMBERING.replace('Id w:val="0"', 'Id w:val="5"')}, "no abstract list 5"),
    "list id twice": (PLAIN, {"numbering": NUMBERING * 2}, "2 times a list 1"),
}


@pytest.mark.parametrize(("body", "parts", "expected"), BAD_PARTS.values(), ids=BAD_PARTS.keys())
def test_parts_that_do_not_fit_give_their_finding(
    tmp_path: Path, body: str, parts: dict[str, str], expected: str
) -> None:
    """Each disagreement of the body with comments, notes, styles or lists is found and named."""
    assert any(expected in finding for finding in findings(build(tmp_path, body, **parts)))


BAD_PACKAGES = {
    "not well-formed": (("word/document.xml", "</w:body>", "</w:bodi>"), "not well-formed XML"),
    "DOCTYPE": (("word/document.xml", "<w:document", "<!DOCTYPE d><w:document"), "has a DOCTYPE"),
    "ignorable prefix": (("word/document.xml", "<w:document", '<w:document mc:Ignorable="w16"'), "the prefix w16"),
    "orphan override": (
        ("[Content_Types].xml", "</Types>", '<Override PartName="/word/gone.xml" ContentType="x"/></Types>'),
        "Override for word/gone.xml, which is not in the package",
    ),
    "override twice": (
        ("[Content_Types].xml", "</Types>", '<Override PartName="/word/Styles.xml" ContentType="x"/></Types>'),
        "2 Overrides for word/styles.xml",
    ),
    "no content type": (("[Content_Types].xml", "/word/styles.xml", "/word/document.xml"), "has no content type"),
    "lost target": (
        ("word/_rels/document.xml.rels", 'Target="styles.xml"', 'Target="gone.xml"'),
        "relationship styles to word/gone.xml, which is not in the package",
    ),
    "relationship id twice": (
        ("word/_rels/document.xml.rels", 'Id="numbering"', 'Id="styles"'),
        "2 relationships with the id styles",
    ),
    "no main document": (("_rels/.rels", "/officeDocument", "/other"), "no main document"),
    "strict form": (("word/document.xml", W, "http://purl.oclc.org/ooxml/wordprocessingml/main"), "transitional form"),
}


@pytest.mark.parametrize(("change", "expected"), BAD_PACKAGES.values(), ids=BAD_PACKAGES.keys())
def test_a_damaged_package_gives_its_finding(tmp_path: Path, change: tuple[str, str, str], expected: str) -> None:
    """Each damage to content types, relationships and XML is found and named."""
    path = rewrite(build(tmp_path, PLAIN, styles=STYLES, numbering=NUMBERING), change=change)
    assert any(expected in finding for finding in findings(path))


def test_a_name_that_stands_twice_in_the_archive_is_found(tmp_path: Path) -> None:
    """A second entry of the same name would hide the first from some readers."""
    path = build(tmp_path, PLAIN)
    with zipfile.ZipFile(path, "a") as package, pytest.warns(UserWarning, match="Duplicate name"):
        package.writestr("word/document.xml", "<x/>")
    assert any("stands 2 times in the archive" in finding for finding in findings(path))


def test_a_file_that_is_no_archive_is_one_finding(tmp_path: Path) -> None:
    """Garbage is reported, not raised."""
    (tmp_path / "x.docx").write_bytes(b"garbage")
    assert len(findings(tmp_path / "x.docx")) == 1


def test_drawing_ids_are_only_a_warning(tmp_path: Path) -> None:
    """Word itself repeats drawing ids, so they are told only to who asks."""
    path = build(tmp_path, '<w:p><w:r><w:drawing><wp:docPr id="1"/><wp:docPr id="1"/></w:drawing></w:r></w:p>')
    assert findings(path) == []
    assert any("the drawing id 1 stands twice" in finding for finding in findings(path, warnings=True))


def test_text_boxes_in_a_deletion_keep_their_live_text(tmp_path: Path) -> None:
    """A text box is a story of its own: a mark around its drawing does not reach into it."""
    box = f"<w:pict><w:txbxContent>{PLAIN}</w:txbxContent></w:pict>"
    assert findings(build(tmp_path, f'<w:p><w:del w:id="1" {MARK}><w:r>{box}</w:r></w:del></w:p>')) == []


def workbook(folder: Path) -> Path:
    """A workbook of two sheets, a table, a defined name and a filter, as openpyxl writes it."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Proposals"
    sheet.append(["Id", "Text"])
    sheet.append(["MEX-01", " shall "])
    sheet.append(["MEX-02", 7])
    sheet.add_table(Table(displayName="Rows", ref="A1:B3"))
    book.create_sheet("Matrix").auto_filter.ref = "A1:B2"
    book.defined_names["Ids"] = openpyxl.workbook.defined_name.DefinedName("Ids", attr_text="Proposals!$A$2:$A$3")
    book.save(folder / "book.xlsx")
    return folder / "book.xlsx"


def test_a_sound_workbook_gives_no_finding(tmp_path: Path) -> None:
    """What openpyxl writes is clean."""
    assert findings(workbook(tmp_path)) == []


SHEET, BOOK, TABLE_PART = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/tables/table1.xml"
BAD_WORKBOOKS = {
    "formula": ((SHEET, "<v>7</v>", "<f>1+6</f><v>7</v>"), "a formula"),
    "no number": ((SHEET, "<v>7</v>", "<v>seven</v>"), "'seven' is no number"),
    "lost string": ((SHEET, 't="n"><v>7</v>', 't="s"><v>99</v>'), "there is no shared string 99"),
    "cell type": ((SHEET, 't="n"', 't="text"'), "'text' is no cell type"),
    "inline string": ((SHEET, "<v>7</v>", "<is><t>7</t></is>"), "do not agree"),
    "cell out of place": ((SHEET, 'r="B3"', 'r="B2"'), "the cell B2 is out of place"),
    "row out of place": ((SHEET, '<row r="3"', '<row r="1"'), "row 1 stands after row 2"),
    "cell style": ((SHEET, '<c r="B3"', '<c s="40" r="B3"'), "there is no cell style 40"),
    "lost space": ((SHEET, ' xml:space="preserve"', ""), "xml:space is not preserve"),
    "sheet without part": ((BOOK, 'r:id="rId1"', 'r:id="rId77"'), "the sheet 'Proposals' has no part"),
    "sheet name twice": ((BOOK, 'name="Matrix"', 'name="proposals"'), "2 sheets with the name proposals"),
    "sheet name": ((BOOK, 'name="Matrix"', 'name="II.A/B"'), "'II.A/B' is no sheet name"),
    "defined name": ((BOOK, "Proposals!$A$2", "Gone!$A$2"), "the defined name Ids stands for"),
    "table columns": ((TABLE_PART, 'name="Text"', 'name="Texte"'), "the header cells say ['Id', 'Text']"),
    "table width": ((TABLE_PART, 'ref="A1:B3"', 'ref="A1:C3"'), "2 columns in A1:C3"),
    "table range": ((TABLE_PART, 'ref="A1:B3"', 'ref="all"'), "'all' is no table range"),
    "filter range": (("xl/worksheets/sheet2.xml", 'ref="A1:B2"', 'ref="A:"'), "'A:' is no range"),
}


@pytest.mark.parametrize(("change", "expected"), BAD_WORKBOOKS.values(), ids=BAD_WORKBOOKS.keys())
def test_a_damaged_workbook_gives_its_finding(tmp_path: Path, change: tuple[str, str, str], expected: str) -> None:
    """Each damage to sheets, cells, strings, names and tables is found and named."""
    assert any(expected in finding for finding in findings(rewrite(workbook(tmp_path), change=change)))


def test_formulas_can_be_allowed(tmp_path: Path) -> None:
    """A workbook that is meant to calculate is no finding where its test says so."""
    path = rewrite(workbook(tmp_path), change=(SHEET, "<v>7</v>", "<f>1+6</f><v>7</v>"))
    assert findings(path, formulas=True) == []
