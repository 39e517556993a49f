# ruff: noqa: E501 - an XML element is easier to check unbroken
"""The styles and the automatic numbering, by which provisions get labels such as II.A.3(b)."""
from .parts import part

FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'
# id, name, based on, following style, paragraph properties, run properties
PARAGRAPHS = [
    ("Normal", "Normal", "", "", "", ""),
    ("Heading1", "heading 1", "Normal", "Normal", '<w:keepNext/><w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/>', '<w:b/><w:caps/><w:sz w:val="24"/>'),
    ("Heading2", "heading 2", "Normal", "Normal", '<w:keepNext/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="1"/>', "<w:b/>"),
    ("Heading3", "heading 3", "Normal", "Normal", '<w:keepNext/><w:spacing w:before="200" w:after="80"/><w:outlineLvl w:val="2"/>', "<w:b/><w:i/>"),
    ("Provision", "Provision", "Normal", "", '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr><w:jc w:val="both"/>', ""),
    ("Subitem", "Sub-item", "Normal", "", '<w:numPr><w:ilvl w:val="3"/><w:numId w:val="1"/></w:numPr><w:jc w:val="both"/>', ""),
    ("Subsubitem", "Sub-sub-item", "Normal", "", '<w:numPr><w:ilvl w:val="4"/><w:numId w:val="1"/></w:numPr><w:jc w:val="both"/>', ""),
    ("ReportPara", "Report paragraph", "Normal", "", '<w:numPr><w:numId w:val="2"/></w:numPr><w:jc w:val="both"/>', ""),
    ("BodyText", "Body Text", "Normal", "", '<w:jc w:val="both"/>', ""),
    ("Areas", "Responsible areas", "Normal", "", '<w:ind w:left="720"/><w:jc w:val="both"/>', ""),
    ("CoverLeft", "Cover left", "Normal", "", '<w:spacing w:after="0"/>', "<w:caps/>"),
    ("CoverRight", "Cover right", "Normal", "", '<w:spacing w:after="0"/><w:ind w:left="6200"/>', ""),
    ("Title", "Title", "Normal", "Normal", '<w:spacing w:before="480" w:after="120"/><w:jc w:val="center"/>', "<w:b/><w:caps/>"),
    ("Subtitle", "Subtitle", "Normal", "Normal", '<w:spacing w:after="240"/><w:jc w:val="center"/>', ""),
    ("TOCHeading", "TOC Heading", "Normal", "Normal", '<w:keepNext/><w:spacing w:before="360"/>', "<w:b/>"),
    ("TOC1", "toc 1", "Normal", "Normal", '<w:tabs><w:tab w:val="left" w:pos="480"/><w:tab w:val="right" w:leader="dot" w:pos="9350"/></w:tabs><w:spacing w:after="40"/>', ""),
    ("TOC2", "toc 2", "Normal", "Normal", '<w:tabs><w:tab w:val="left" w:pos="880"/><w:tab w:val="right" w:leader="dot" w:pos="9350"/></w:tabs><w:spacing w:after="40"/><w:ind w:left="240"/>', ""),
    ("TOC3", "toc 3", "Normal", "Normal", '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9350"/></w:tabs><w:spacing w:after="40"/><w:ind w:left="880"/>', "<w:i/>"),
    ("TableText", "Table text", "Normal", "", '<w:spacing w:before="40" w:after="40"/>', '<w:sz w:val="20"/>'),
    ("TableHead", "Table head", "TableText", "", "", "<w:b/>"),
    ("FootnoteText", "footnote text", "Normal", "", '<w:spacing w:after="0"/>', '<w:sz w:val="20"/>'),
    ("CommentText", "annotation text", "Normal", "", "", '<w:sz w:val="20"/>'),
    ("Header", "header", "Normal", "", '<w:tabs><w:tab w:val="center" w:pos="4680"/><w:tab w:val="right" w:pos="9360"/></w:tabs><w:spacing w:after="0"/>', '<w:sz w:val="18"/>'),
    ("Footer", "footer", "Normal", "", '<w:tabs><w:tab w:val="center" w:pos="4680"/><w:tab w:val="right" w:pos="9360"/></w:tabs><w:spacing w:after="0"/>', ""),
]
CHARACTERS = [
    ("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
    ("CommentReference", "annotation reference", '<w:sz w:val="16"/><w:szCs w:val="16"/>'),
    ("Hyperlink", "Hyperlink", '<w:color w:val="0000FF"/><w:u w:val="single"/>'),
]
LATENT = "".join(
    f'<w:lsdException w:name="{name}"{more}/>'
    for name, more in [
        ("Normal", ' w:uiPriority="0" w:qFormat="1"'),
        ("heading 1", ' w:uiPriority="9" w:qFormat="1"'),
        ("heading 2", ' w:semiHidden="1" w:uiPriority="9" w:unhideWhenUsed="1" w:qFormat="1"'),
        ("heading 3", ' w:semiHidden="1" w:uiPriority="9" w:unhideWhenUsed="1" w:qFormat="1"'),
        ("toc 1", ' w:semiHidden="1" w:uiPriority="39" w:unhideWhenUsed="1"'),
        ("toc 2", ' w:semiHidden="1" w:uiPriority="39" w:unhideWhenUsed="1"'),
        ("footnote text", ' w:semiHidden="1" w:unhideWhenUsed="1"'),
        ("Title", ' w:uiPriority="10" w:qFormat="1"'),
        ("Table Grid", ' w:uiPriority="39"'),
    ]
)
DEFAULTS = (
    f'<w:docDefaults><w:rPrDefault><w:rPr>{FONT}<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376">'
    f"{LATENT}</w:latentStyles>"
)
GRID = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/>'
    f"<w:tblPr><w:tblBorders>{GRID}</w:tblBorders></w:tblPr></w:style>"
)
# text, format, style, left indent, hanging
LEVELS = [
    ("%1.", "upperRoman", "Heading1", 720, 720),
    ("%2.", "upperLetter", "Heading2", 720, 720),
    ("%3.", "decimal", "Provision", 720, 720),
    ("(%4)", "lowerLetter", "Subitem", 1296, 576),
    ("(%5)", "lowerRoman", "Subsubitem", 1872, 576),
]


def styles(language: str) -> str:
    return part("styles", DEFAULTS.replace('w:lang w:val="en-US"', f'w:lang w:val="{language}"') + "".join(map(paragraph_style, PARAGRAPHS)) + "".join(map(character_style, CHARACTERS)) + TABLES)


def paragraph_style(row: tuple[str, ...]) -> str:
    key, name, base, following, paragraph, characters = row
    default = ' w:default="1"' if key == "Normal" else ""
    custom = ' w:customStyle="1"' if name[0].isupper() and key in {"Provision", "Subitem", "Subsubitem", "ReportPara", "Areas", "CoverLeft", "CoverRight", "TableText", "TableHead"} else ""
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{key}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{base}"/>' if base else "")
        + (f'<w:next w:val="{following}"/>' if following else "")
        + "<w:qFormat/>"
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{characters}</w:rPr>" if characters else "")
        + "</w:style>"
    )


def character_style(row: tuple[str, str, str]) -> str:
    key, name, look = row
    return f'<w:style w:type="character" w:styleId="{key}"><w:name w:val="{name}"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:rPr>{look}</w:rPr></w:style>'


def numbering() -> str:
    """One list with five levels for the draft (a level restarts after any higher one), one running list for the report."""
    levels = "".join(level(n, *row) for n, row in enumerate(LEVELS))
    report = level(0, "%1.", "decimal", "ReportPara", 720, 720)
    return part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0"><w:nsid w:val="3A5C1E07"/><w:multiLevelType w:val="multilevel"/><w:tmpl w:val="6F2A90D4"/>{levels}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:nsid w:val="51D80B9E"/><w:multiLevelType w:val="singleLevel"/><w:tmpl w:val="0A7744C2"/>{report}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
    )


def level(n: int, text: str, form: str, style: str, left: int, hanging: int) -> str:
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{style}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )
