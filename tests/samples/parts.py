# ruff: noqa: E501 - an XML element is easier to check unbroken
"""The parts around the body: notes, comments, settings, headers and footers, properties."""

from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

from .model import Comment, Document, Para
from .word import Hand, Writer, begin, run

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15"'
)
PAGE_NUMBER = (
    begin(" PAGE   \\* MERGEFORMAT ")
    + '<w:r><w:rPr><w:noProof/></w:rPr><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId10"/><w:headerReference w:type="first" r:id="rId11"/>'
    '<w:footerReference w:type="default" r:id="rId12"/><w:footerReference w:type="first" r:id="rId13"/>'
    '<w:pgSz w:w="12240" w:h="15840" w:code="1"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/>'
    '<w:cols w:space="720"/><w:titlePg/><w:docGrid w:linePitch="360"/></w:sectPr>'
)


def part(root: str, inner: str) -> str:
    return f"{HEAD}<w:{root} {NAMESPACES}>{inner}</w:{root}>"


def body(writer: Writer) -> str:
    return part("document", f"<w:body>{writer.body()}{SECTION}</w:body>")


def footnotes(writer: Writer) -> str:
    """Notes in the order in which the body first refers to them; the body must have been written before."""
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
    inner = ""
    for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
        inner += f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for key, number in writer.note_ids.items():
        text = writer.paragraph(Para(f"note-{key}", "FootnoteText", writer.document.notes[key]))
        inner += f'<w:footnote w:id="{number}">{text.replace("</w:pPr>", "</w:pPr>" + mark, 1)}</w:footnote>'
    return part("footnotes", inner)


def comments(document: Document, hand: Hand) -> str:
    return part("comments", "".join(one_comment(n, c, hand) for n, c in enumerate(document.comments.values())))


def one_comment(number: int, comment: Comment, hand: Hand) -> str:
    person = hand.people[comment.who - 1]
    initials = "".join(word[0] for word in person.split())
    reference = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
    return (
        f'<w:comment w:id="{number}" w:author={quoteattr(person)} w:date="{hand.date}T16:{10 + number}:00Z" w:initials={quoteattr(initials)}>'
        f'<w:p w14:paraId="{hand.para_id(f"comment{number}")}" w14:textId="77777777" w:rsidR="{hand.rsid("text")}" w:rsidRDefault="{hand.rsid("1")}">'
        f'<w:pPr><w:pStyle w:val="CommentText"/></w:pPr>{reference}{run(comment.text)}</w:p></w:comment>'
    )


def comments_extended(document: Document, hand: Hand) -> str:
    """Which comments are replies and which are resolved ([MS-DOCX] 2.5.4.2, commentEx)."""
    ids = {name: hand.para_id(f"comment{n}") for n, name in enumerate(document.comments)}
    inner = ""
    for name, comment in document.comments.items():
        parent = f' w15:paraIdParent="{ids[comment.answers]}"' if comment.answers else ""
        inner += f'<w15:commentEx w15:paraId="{ids[name]}"{parent} w15:done="{int(comment.done)}"/>'
    return f"{HEAD}<w15:commentsEx {NAMESPACES}>{inner}</w15:commentsEx>"


def people(hand: Hand) -> str:
    inner = "".join(
        f'<w15:person w15:author={quoteattr(name)}><w15:presenceInfo w15:providerId="None" w15:userId={quoteattr(name)}/></w15:person>'
        for name in hand.people
    )
    return f"{HEAD}<w15:people {NAMESPACES}>{inner}</w15:people>"


def settings(hand: Hand, tracking: bool, template: bool) -> str:
    rsids = "".join(f'<w:rsid w:val="{value}"/>' for value in hand.rsids())
    return part(
        "settings",
        '<w:zoom w:percent="100"/>'
        + '<w:proofState w:spelling="clean" w:grammar="clean"/>'
        + ('<w:attachedTemplate r:id="rId1"/>' if template else "")
        + ("<w:trackRevisions/>" if tracking else "")
        + '<w:defaultTabStop w:val="720"/><w:hyphenationZone w:val="425"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:rsids><w:rsidRoot w:val="{hand.rsids()[0]}"/>{rsids}</w:rsids>'
        '<w:themeFontLang w:val="en-US"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
    )


def header(text: str, align: str) -> str:
    return part("hdr", f'<w:p><w:pPr><w:pStyle w:val="Header"/><w:jc w:val="{align}"/></w:pPr>{run(text)}</w:p>')


def first_header(document: Document) -> str:
    return header(document.notice, "center")


def other_header(document: Document) -> str:
    return header(f"{document.symbol} – {document.notice}" if document.symbol else document.notice, "right")


def footer(document: Document) -> str:
    return part(
        "ftr",
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="center"/></w:pPr>{run("- ")}{PAGE_NUMBER}{run(" -")}</w:p>',
    )


def first_footer(document: Document) -> str:
    return part("ftr", '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p>')


def core(document: Document, hand: Hand) -> str:
    """The people whom Word writes into every file without being asked."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(document.title)}</dc:title><dc:creator>{escape(hand.people[-1])}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(hand.people[0])}</cp:lastModifiedBy><cp:revision>14</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">2004-10-04T14:20:00Z</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{hand.date}T18:05:00Z</dcterms:modified></cp:coreProperties>'
    )


def app(template: str) -> str:
    return (
        f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Template>{template}</Template><TotalTime>96</TotalTime><Application>Microsoft Office Word</Application><DocSecurity>0</DocSecurity></Properties>"
    )


HEADERS: dict[str, Callable[[Document], str]] = {
    "word/header1.xml": other_header,
    "word/header2.xml": first_header,
    "word/footer1.xml": footer,
    "word/footer2.xml": first_footer,
}
