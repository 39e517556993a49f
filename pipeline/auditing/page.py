"""The reading page says what the marks of consolidated.docx say, by a reading of both of the audit's own.

Each paragraph's words must stand in the page in their order, each stretch with the kind of its mark and all its contributors, so that
whatever the page's filter hides or shows is what accepting or rejecting these marks gives; laws 0 to 2 judge the marks themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from lxml import etree, html

from pipeline.auditing.apart import Memo
from pipeline.auditing.marked import Mark, Paragraph, Story, all_words, pair_key, read, story_of
from pipeline.auditing.names import PARSER, attribute, squeezed, tags
from pipeline.auditing.package import Package
from pipeline.auditing.rivals import SECRETARIAT

Stretch = tuple[str, str, str]  # words; "ins", "del", "sec" or ""; codes of the contributors, parted by spaces
UNSEEN = re.compile(r"\s+")
# What may run, or ask a network for something.
OUTSIDE = etree.XPath(
    "//@src | //@srcset | //@action | //@poster | //@data | //@background | //@href[not(starts-with(., '#')) and . != '']"
    " | //@*[starts-with(name(), 'on')] | //link | //iframe | //object | //embed | //img"
)
# Attributes, by what stands before each "=", and elements: a page without any is not searched for them, which takes a while.
REACHING = re.compile(rb"(?:^|\W)(?:src|srcset|action|poster|data|background|on\w+)$")
LEADING_OUT = re.compile(rb'href\s*=(?!"[#"])')
LOADING = re.compile(rb"<(?:link|iframe|object|embed|img)")
IDS, LINKS = (etree.XPath(path, smart_strings=False) for path in ("//@id", "//main//a/@href"))


def broken(
    marked: Path, page: Path, report: Mapping[str, Any], codes: Mapping[str, str], memo: Memo | None = None
) -> Iterator[str]:
    """How the page differs from the marks, the report, and from a page that asks nothing of a network.

    memo: pairs of a paragraph and its element of the page, by their bytes, that say the same.
    """
    if not page.is_file():
        yield f"reading page: {page.name} is missing: pandoc could not write it"
        return
    package, data = Package(marked), page.read_bytes()
    tree = html.document_fromstring(data.decode())
    shown, notes = _shown(tree)
    story = story_of(package)
    yield from _differing(story, shown, codes, {} if memo is None else memo)
    notes_of, comments = _referred(story)
    yield from _notes_lost(package, notes_of, notes, codes)
    yield from _ids_lost(tree, report)
    text = squeezed(str(tree.text_content())) if comments else ""
    for part in package.related("comments"):
        for comment in etree.fromstring(package.part(part), PARSER):
            if attribute(comment, "id") in comments and (words := all_words(comment)) not in text:
                yield f"reading page: the comment {words[:60]!r} does not stand in it"
    if _may_reach_out(data.lower()):
        yield from _reaching_out(tree)


def _shown(tree: Any) -> tuple[list[Any], list[list[Stretch]]]:
    """The elements with the paragraphs of the text, and the paragraphs of its notes."""
    boxes = (box for main in tree.iter("main") for box in main.iter("div") if box.get("class") == "prov")
    found = [e for box in boxes for e in box.iterchildren(etree.Element) if e.get("class") == "t"]
    in_notes = {e for e in found if any((above.get("id") or "").startswith("note_") for above in e.iterancestors())}
    return [e for e in found if e not in in_notes], [_joined(_stretches(e)) for e in found if e in in_notes]


def _referred(story: Story) -> tuple[frozenset[str], frozenset[str]]:
    """What the text refers to: notes as "footnote 3", and comments by their ids."""
    found = set(story.refers())
    return frozenset(f"{k} {i}" for k, i in found if k != "comment"), frozenset(i for k, i in found if k == "comment")


def _stretches(element: Any, mark: tuple[str, str] = ("", "")) -> Iterator[Stretch]:
    yield element.text or "", *mark
    for e in element:
        kind = e.get("class") or ""
        if e.tag in ("ins", "del"):
            yield from _stretches(e, (e.tag, e.get("data-who") or ""))
        elif kind == "sec":
            yield from _stretches(e, ("sec", ""))
        elif kind == "code":
            yield "", "code", e.get("data-who") or ""
        elif kind != "num" and e.tag != "sup":
            yield from _stretches(e, mark)
        yield e.tail or "", *mark


def _wanted(paragraph: Paragraph, codes: Mapping[str, str]) -> list[Stretch]:
    around = paragraph.around
    return _joined((r.words, *_kind((*around, *r.marks), codes)) for r in paragraph.runs)


def _kind(marks: tuple[Mark, ...], codes: Mapping[str, str]) -> tuple[str, str]:
    """The mark that is seen, an insertion only where nothing is deleted, and whose it is."""
    if not marks:
        return "", ""
    seen = next((m for m in marks if not m.adds), marks[0])
    if seen.author == SECRETARIAT:
        return "sec", ""
    return "ins" if seen.adds else "del", " ".join(UNSEEN.sub("_", codes.get(one, one)) for one in seen.author.split("; "))


def _joined(stretches: Iterator[Stretch]) -> list[Stretch]:
    """Without white space, the sign of a paragraph's end and the codes, each of which must be those of the mark before it."""
    out: list[Stretch] = []
    for words, kind, who in stretches:
        if kind == "code":
            if not out or out[-1][2] != who:
                out.append(("codes of another mark", kind, who))
            continue
        solid = "".join(words.split()).replace("\u2011", "").replace("\u00ad", "")
        if solid in ("", "¶"):
            out += [("", kind, who)] if kind in ("ins", "del") else []  # a mark on what is no word, such as a note's reference
        elif out and out[-1][1:] == (kind, who):
            out[-1] = (out[-1][0] + solid, kind, who)
        else:
            out.append((solid, kind, who))
    return [("".join(s[0] for s in same), *mark) for mark, same in groupby((s for s in out if s[0]), lambda s: s[1:])]


def _differing(story: Story, shown: list[Any], codes: Mapping[str, str], memo: Memo) -> Iterator[str]:
    """The first paragraph that says something else. Raises ValueError where consolidated.docx is not well formed."""
    asked = [n for n in range(len(story)) if story.is_read(n)]
    if len(asked) != len(shown):
        yield f"reading page: {len(shown)} paragraphs, not {len(asked)}"
    named = repr(sorted(codes.items())).encode()
    keys = [pair_key(named, story.spelled(n), etree.tostring(t, with_tail=False)) for n, t in zip(asked, shown, strict=False)]
    new = [place for place, key in enumerate(keys) if not key or key not in memo]
    if not story.is_well_formed(asked[place] for place in new):
        raise ValueError("the text with marks is not well formed")
    for place in new:
        wanted, found = _wanted(story[asked[place]], codes), _joined(_stretches(shown[place]))
        if wanted != found:
            yield f"reading page: paragraph {place + 1} reads {found} where the marks tell {wanted}"
            return
        if keys[place]:
            memo[keys[place]] = True


def _notes_lost(package: Package, wanted_ids: frozenset[str], shown: list[list[Stretch]], codes: Mapping[str, str]) -> Iterator[str]:
    wanted: list[list[Stretch]] = []
    for kind in ("footnote", "endnote"):
        for part in package.related(f"{kind}s"):
            notes = (e for e in etree.fromstring(package.part(part), PARSER) if f"{kind} {attribute(e, 'id')}" in wanted_ids)
            wanted += [_wanted(p, codes) for note in notes for p in read(note.iter(*tags("w:p")))]
    lost = Counter(map(str, wanted)) - Counter(map(str, shown))
    yield from (f"reading page: a note reads otherwise than {note}" for note in lost)


def _ids_lost(tree: Any, report: Mapping[str, Any]) -> Iterator[str]:
    """Law 5: the same conflicts and proposals, each with a place to be led to."""
    ids = set(IDS(tree))
    for kind, prefix, pattern in (("conflicts", "", r"C_\d+"), ("proposals", "P_", r"P_\w+")):
        shown = set(filter(re.compile(pattern).fullmatch, ids))
        wanted = {prefix + re.sub(r"[^A-Za-z0-9]", "_", one["id"]) for one in report[kind]}
        if shown != wanted:
            yield f"reading page: its {kind} are not those of report.json: {sorted(shown ^ wanted)[:5]}"
    dead = {h[1:] for h in LINKS(tree) if h.startswith("#")} - ids
    yield from (f"reading page: nothing stands where a link to {target} leads" for target in sorted(dead))


def _may_reach_out(data: bytes) -> bool:
    names = {b"".join(before.rsplit(None, 1)[-1:]) for before in data.split(b"=")}
    return bool(LOADING.search(data) or LEADING_OUT.search(data)) or any(map(REACHING.search, names))


def _reaching_out(tree: Any) -> Iterator[str]:
    for found in OUTSIDE(tree):
        said = found.tag if etree.iselement(found) else f"{found.getparent().tag} {found.attrname}"
        yield f"reading page: {said} may run or ask for something"
