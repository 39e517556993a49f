"""consolidated-print.docx: the consolidated document for paper, where no mark and no colour is needed to read it.

Made from the same drawing as consolidated.docx: its marks become signs (ooxml/unmarked.py), its comments a list at the end.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..ooxml import names as n
from ..ooxml.blocks import Kept, Region
from ..ooxml.output import LAST_SECTION
from ..ooxml.package import Package
from ..ooxml.unmarked import Unmarking, codes_of, comment_sign

STORIES = ("footnotes", "endnotes", "header", "footer")
OF_COMMENTS = ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people")


def printed(package: Package, main: str, region: Region | None, codes: Mapping[str, str], title: str, kept: Kept) -> bytes:
    """The file as bytes. package: consolidated.docx as it was saved, which is changed; main: its main part with the pages for print.

    region: the draft's blocks in it. title: the block that heads the list of comments. kept: what was made of blocks before.
    """
    said = codes_of(dict(codes))
    unmarking = Unmarking(said, kept)
    texts = _comments(package)
    if region is not None:  # the pages around it hold no marks
        main = f"{main[: region.start]}{unmarking.region(region)}{main[region.end :]}"
    for name in _other_stories(package):
        root = n.parse(package.parts[name])
        unmarking.tree(root)
        package.set_xml(name, root)
    numbers = unmarking.comments
    listed = [_comment(comment_sign(number), said(texts[key][0]), texts[key][1]) for key, number in numbers.items() if key in texts]
    if listed:
        main = _before_last_section(main, title + "".join(listed))
    package.parts[package.main_part] = main.encode("utf-8")
    for kind in OF_COMMENTS:
        if part := package.part_by_type(package.main_part, kind):
            package.remove_part(part)
    return package.save_bytes()


def _other_stories(package: Package) -> list[str]:
    """Notes, headers and footers; their comments are numbered after those of the text."""
    related = {rel.target for rel in package.rels(package.main_part) if rel.type.rpartition("/")[2] in STORIES and not rel.external}
    return sorted(name for name in related if name in package.parts)


def _comments(package: Package) -> dict[str, tuple[str, list[str]]]:
    """Id -> (author, paragraphs)."""
    part = package.part_by_type(package.main_part, "comments")
    found = n.parse(package.parts[part]) if part else ()
    return {c.get(n.ID): (c.get(n.AUTHOR) or "", ["".join(p.itertext(n.T)) for p in c.iter(n.P)]) for c in found}


def _comment(sign: str, who: str, paragraphs: list[str]) -> str:
    head = f'<w:r><w:rPr><w:rStyle w:val="ConsStrong"/></w:rPr><w:t xml:space="preserve">{sign} {n.escape(who)}: </w:t></w:r>'
    start, run = '<w:p><w:pPr><w:pStyle w:val="ConsText"/></w:pPr>', '<w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'
    return "".join(start + ("" if i else head) + run.format(n.escape(words)) for i, words in enumerate(paragraphs))


def _before_last_section(main: str, blocks: str) -> str:
    """The blocks behind the annexes, before the properties of the last section."""
    head, _, end = main.rpartition("</w:body>")
    section = LAST_SECTION.search(head)
    at = section.start() if section else len(head)
    return f"{head[:at]}{blocks}{head[at:]}</w:body>{end}"
