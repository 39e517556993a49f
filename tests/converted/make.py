"""Writes the specimens beside this file again. Needs LibreOffice; run as ``python -m tests.converted.make``.

A draft, Peru's marked copy and Chile's retyped one are made in code; LibreOffice turns them into each form, and that into Word.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.forms import office
from tests.forms.made import packed
from tests.word import HEAD, R, W

HERE = Path(__file__).parent
FORMS = (".odt", ".rtf", ".doc")
PEOPLE = ("Rosaura Ibáñez Quiñones", "Teófilo Cárdenas Lobatón")
HEADINGS = ("Introduction", "Cooperation", "Follow-up")
TEXTS = (
    "The General Assembly has asked the Permanent Council to prepare a program on migration.",
    "Member states shall cooperate with one another in the exchange of information on migration.",
    "The organs of the Organization will assist member states, at their request, in the training of officials.",
    "A network of focal points will be established, one designated by each member state.",
    "The network will meet every two years at the headquarters of the Organization.",
    "Member states may submit information on the measures that they have taken.",
    "The reports shall be public.",
    "The Permanent Council will examine the execution of the Program each year.",
)
CELLS = (("Activity", "Time frame"), ("Training of officials", "Two years"), ("Meeting of the network", "Continuous"))
NOTE = "Subject to the resources allocated in the program-budget."
ADDED = "Special attention will be given to unaccompanied children."
HIDDEN = "Secret position of the foreign office on this paragraph"
COMMENTS = (
    "An annual meeting would be preferable.", "INTERNAL not before the minister has agreed to it.",
    "The minister agreed by telephone yesterday.",
)  # fmt: skip
DATE = 'w:date="2004-10-25T09:30:00Z"'
RUN = '<w:r>{}<w:t xml:space="preserve">{}</w:t></w:r>'
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def run(text: str, look: str = "") -> str:
    return RUN.format(f"<w:rPr>{look}</w:rPr>" if look else "", text)


def paragraph(*runs: str, style: str = "", mark: str = "") -> str:
    held = (f'<w:pStyle w:val="{style}"/>' if style else "") + (f"<w:rPr>{mark}</w:rPr>" if mark else "")
    return f"<w:p>{f'<w:pPr>{held}</w:pPr>' if held else ''}{''.join(runs)}</w:p>"


def marked(kind: str, ident: int, text: str = "") -> str:
    """An insertion or deletion; of a paragraph's mark where there is no text."""
    inner = run(text).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ") if kind == "del" else run(text)
    start = f'<w:{kind} w:id="{ident}" w:author="{PEOPLE[ident % 2]}" {DATE}'
    return f"{start}>{inner}</w:{kind}>" if text else f"{start}/>"


def commented(ident: int, inner: str, *further: int) -> str:
    """further: ids of comments on the same words."""
    idents = (ident, *further)
    starts, ends = ("".join(f'<w:commentRange{end} w:id="{i}"/>' for i in idents) for end in ("Start", "End"))
    return starts + inner + ends + "".join(f'<w:r><w:commentReference w:id="{i}"/></w:r>' for i in idents)


def table(last: str) -> str:
    cells = [[paragraph(run(text)) for text in row] for row in CELLS]
    cells[2][1] = last
    cell = '<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr>{}</w:tc>'
    rows = "".join(f"<w:tr>{''.join(map(cell.format, row))}</w:tr>" for row in cells)
    grid = '<w:tblGrid><w:gridCol w:w="2400"/><w:gridCol w:w="2400"/></w:tblGrid>'
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>{grid}{rows}</w:tbl>'


def body(texts: list[str], last: str) -> str:
    """texts: the paragraphs, in XML."""
    noted = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r></w:p>'
    texts[2] = texts[2].removesuffix("</w:p>") + noted
    parts = (texts[:2], texts[2:5], texts[5:])
    out = (paragraph(run(h), style="Heading1") + "".join(p) for h, p in zip(HEADINGS, parts, strict=True))
    return "".join(out) + table(last) + paragraph(run("")) + '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'


def draft() -> bytes:
    return word(body([paragraph(run(t)) for t in TEXTS], paragraph(run(CELLS[2][1]))))


def peru(bold: bool = True) -> bytes:
    """Marked: words replaced and put in, a paragraph added, one deleted, a cell changed, hidden words, comments; bold as a marked change.

    LibreOffice 7.4 writes the date of such a change as words into an .rtf file.
    """
    texts = [paragraph(run(t)) for t in TEXTS]
    texts[1] = paragraph(run("Member states "), marked("del", 1, "shall"), marked("ins", 2, "should"), run(TEXTS[1][19:]))
    texts[3] = paragraph(run(TEXTS[3][:-1]), marked("ins", 3, " and known to the others"), run("."), run(HIDDEN, "<w:vanish/>"))
    texts[4] = paragraph(run("The network will meet "), commented(0, run("every two years")), run(TEXTS[4][37:]))
    look = f'<w:b/><w:rPrChange w:id="9" w:author="{PEOPLE[1]}" {DATE}><w:rPr/></w:rPrChange>'
    texts[5] = paragraph(run("Member states "), run("may", look if bold else ""), run(TEXTS[5][17:]))
    texts[6] = paragraph(marked("del", 4, TEXTS[6]), mark=marked("del", 5))
    texts[7] = paragraph(run(TEXTS[7][:21]), commented(1, run(TEXTS[7][21:]), 2))
    texts[1] += paragraph(marked("ins", 6, ADDED), mark=marked("ins", 7))
    said = (
        f'<w:comment w:id="{i}" w:author="{PEOPLE[i % 2]}" w:initials="RI" {DATE}>{paragraph(run(text))}</w:comment>'
        for i, text in enumerate(COMMENTS)
    )
    return word(body(texts, paragraph(marked("del", 8, "Continuous"), marked("ins", 10, "Once a year"))), "".join(said))


def chile() -> bytes:
    """Retyped: words replaced, a paragraph left out, none of it marked."""
    texts = [paragraph(run(t.replace("every two years", "every year"))) for t in TEXTS]
    texts[6] = ""
    return word(body(texts, paragraph(run("Once a year"))))


def word(inner: str, comments: str = "") -> bytes:
    names = ("document", "footnotes", "styles", *(["comments"] if comments else []))
    kinds = ((name, f"{CONTENT}.{name}{'.main' if name == 'document' else ''}+xml") for name in names)
    relation = "".join(f'<Relationship Id="r{i}" Type="{R}/{name}" Target="{name}.xml"/>' for i, name in enumerate(names[1:], 1))
    core = (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:creator>{PEOPLE[0]}</dc:creator><cp:lastModifiedBy>{PEOPLE[1]}</cp:lastModifiedBy>"
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2004-10-25T18:05:00Z</dcterms:modified></cp:coreProperties>'
    )
    styles = (("Normal", "Normal"), ("Heading1", "heading 1"))
    parts = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in kinds)
        + '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{R}/officeDocument"'
        f' Target="word/document.xml"/><Relationship Id="r2" Type="{PACKAGE}/relationships/metadata/core-properties"'
        ' Target="docProps/core.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{relation}</Relationships>',
        "word/document.xml": f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{inner}</w:body></w:document>',
        "word/footnotes.xml": f'{HEAD}<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">{paragraph(run(NOTE))}</w:footnote></w:footnotes>',
        "word/styles.xml": f'{HEAD}<w:styles xmlns:w="{W}">'
        + "".join(f'<w:style w:type="paragraph" w:styleId="{i}"><w:name w:val="{name}"/></w:style>' for i, name in styles)
        + "</w:styles>",
        "docProps/core.xml": core,
    }
    if comments:
        parts["word/comments.xml"] = f'{HEAD}<w:comments xmlns:w="{W}">{comments}</w:comments>'
    return packed(parts)


def specimens() -> Iterator[tuple[str, bytes]]:
    """draft.docx as it is; each text in each form, and the Word file that LibreOffice makes of that."""
    yield "draft.docx", draft()
    for form in FORMS:
        made = {"draft": draft(), "Peru": peru(bold=form != ".rtf"), "Chile": chile()}
        there = office.converted_all([(data, ".docx") for data in made.values()], form)
        back = office.converted_all([(data or b"", form) for data in there])
        for name, data, again in zip(made, there, back, strict=True):
            if data is None or again is None:
                raise SystemExit(f"LibreOffice made nothing of {name}{form}")
            yield f"{name}{form}", data
            yield f"{name}{form}.docx", again


if __name__ == "__main__":
    for file, content in specimens():
        (HERE / file).write_bytes(content)
