"""Make templates/consolidated.docx: the styles of what the Secretariat adds around the draft. Run it after a change.

    python templates/make_template.py

Style ids begin with "Cons" and are based on nothing, so that they neither collide with the draft's styles nor change
with them. Each says everything about its look, since the draft's w:docDefaults (ECMA-376 part 1, 17.7.5.1) reach them.
"""

import datetime
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

TARGET = Path(__file__).with_name("consolidated.docx")
FONT = "Times New Roman"
MADE = datetime.datetime(2004, 1, 1)

# name -> (half-points, alignment, space before, space after in twips, run properties, paragraph properties)
PARAGRAPHS: Mapping[str, tuple[int, str, int, int, str, str]] = {
    "Cover": (22, "left", 0, 0, "", ""),
    "Title": (28, "center", 480, 120, "<w:b/>", "<w:keepNext/>"),
    "Subtitle": (22, "center", 60, 240, "<w:i/>", ""),
    "Heading": (24, "left", 280, 100, "<w:b/>", "<w:keepNext/>"),
    "Annex": (28, "left", 480, 120, "<w:b/>", "<w:keepNext/>"),
    "Conflict": (21, "left", 220, 20, "", "<w:keepNext/>"),
    "Under": (18, "left", 0, 60, "", "<w:keepNext/>"),
    "Text": (21, "both", 0, 100, "", ""),
    "Intro": (21, "both", 0, 100, "", "<w:keepNext/>"),
    "Mandate": (21, "both", 0, 100, "", ""),
    "Note": (21, "left", 120, 160, "<w:b/>", ""),
    "Cell": (18, "left", 20, 20, "", ""),
    "Kept": (18, "left", 20, 20, "", "<w:keepNext/>"),
    "Cell Head": (17, "left", 30, 30, "<w:b/>", "<w:keepNext/>"),
    "Small": (16, "left", 0, 20, "", ""),
    "Gap": (8, "left", 0, 0, "", ""),
}
OUTLINE = {"Annex": 0}  # stands in Word's navigation pane, after the headings of the draft
BOX = "".join(
    f'<w:{side} w:val="single" w:sz="8" w:space="4" w:color="000000"/>' for side in ("top", "left", "bottom", "right")
)
RULE = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
TABLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="ConsTable">
  <w:name w:val="Consolidation Table"/><w:uiPriority w:val="99"/>
  <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{RULE}</w:tblBorders>
    <w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>
      <w:bottom w:w="20" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>
  <w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/></w:tcPr></w:tblStylePr>
</w:style>"""
PLAIN = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="ConsPlain">
  <w:name w:val="Consolidation Plain"/><w:uiPriority w:val="99"/>
  <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>
    <w:right w:w="120" w:type="dxa"/></w:tblCellMar></w:tblPr>
</w:style>"""
LINK = f"""
<w:style {nsdecls("w")} w:type="character" w:customStyle="1" w:styleId="ConsLink">
  <w:name w:val="Consolidation Link"/><w:uiPriority w:val="99"/>
  <w:rPr><w:b/><w:color w:val="1F3864"/><w:u w:val="single"/></w:rPr>
</w:style>"""
CHARACTERS = {"Strong": "<w:b/>", "Inserted": '<w:b/><w:u w:val="single"/>', "Deleted": "<w:strike/>"}


def paragraph_style(name: str) -> str:
    size, alignment, before, after, run, paragraph = PARAGRAPHS[name]
    borders = f"<w:pBdr>{BOX}</w:pBdr>" if name == "Note" else ""
    level = f'<w:outlineLvl w:val="{OUTLINE[name]}"/>' if name in OUTLINE else ""
    indent = 'w:left="120" w:right="120"' if name == "Note" else 'w:left="0" w:right="0"'
    return f"""
<w:style {nsdecls("w")} w:type="paragraph" w:customStyle="1" w:styleId="Cons{name.replace(" ", "")}">
  <w:name w:val="Consolidation {name}"/><w:uiPriority w:val="99"/>
  <w:pPr>{paragraph}<w:widowControl/>{borders}<w:suppressAutoHyphens/>
    <w:spacing w:before="{before}" w:beforeAutospacing="0" w:after="{after}" w:afterAutospacing="0"
      w:line="240" w:lineRule="auto"/>
    <w:ind {indent} w:firstLine="0"/><w:jc w:val="{alignment}"/>{level}</w:pPr>
  <w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>{run}
    <w:color w:val="auto"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>
</w:style>"""


def character_style(name: str) -> str:
    return f"""
<w:style {nsdecls("w")} w:type="character" w:customStyle="1" w:styleId="Cons{name}">
  <w:name w:val="Consolidation {name}"/><w:uiPriority w:val="99"/><w:rPr>{CHARACTERS[name]}</w:rPr>
</w:style>"""


def build() -> Any:
    document = Document()
    styles = document.styles.element
    for xml in (*map(paragraph_style, PARAGRAPHS), *map(character_style, CHARACTERS), LINK, TABLE, PLAIN):
        styles.append(parse_xml(xml))
    for name in PARAGRAPHS:
        document.add_paragraph(f"Consolidation {name}", style=f"Consolidation {name}")
    _name(document.core_properties)
    for extra in document.element.body.findall(qn("w:p"))[: -len(PARAGRAPHS)]:
        document.element.body.remove(extra)
    return document


def _name(properties: Any) -> None:
    properties.author = properties.last_modified_by = "Secretariat"
    properties.title = "Styles of the consolidated document"
    properties.comments = properties.keywords = ""
    properties.created = properties.modified = MADE


def with_fixed_dates(package: bytes) -> bytes:
    """The same zip, each entry dated 1 January 1980, so that the template's bytes depend on this script alone."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()


def main() -> None:
    package = io.BytesIO()
    build().save(package)
    TARGET.write_bytes(with_fixed_dates(package.getvalue()))


if __name__ == "__main__":
    main()
