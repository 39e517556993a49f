"""What one part names in another: comments, notes, styles, list numbering, drawings."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from lxml import etree

from tests.integrity.package import Package, at
from tests.integrity.stories import W14, W15, elements, short, story_parts, value, w

ANCHORS = ("commentRangeStart", "commentRangeEnd", "commentReference")
STYLE_TYPES = {w("pStyle"): "paragraph", w("rStyle"): "character", w("tblStyle"): "table"}
STYLE_LINKS = (w("basedOn"), w("next"), w("link"))


def comment_findings(package: Package) -> Iterator[str]:
    """Word shows no comment without a reference, and none of its text without a range."""
    held = package.tree_of_type("wordprocessingml.comments+xml")
    part, comments = (held[0], list(held[1].iter(w("comment")))) if held else ("", [])
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    known = {comment.get(w("id")) for comment in comments}
    for story, root in story_parts(package):
        yield from anchor_findings(story, root, known, counts)
    yield from repeats(part, comments, "comment")
    for comment in comments:
        for anchor in ANCHORS:
            if counts[anchor][comment.get(w("id"))] != 1:
                yield at(part, comment, f"the comment has {counts[anchor][comment.get(w('id'))]} {anchor}")
    yield from reply_findings(package, comments)


def anchor_findings(
    part: str, root: etree._Element, known: set[str | None], counts: dict[str, Counter[str]]
) -> Iterator[str]:
    for element in elements(root):
        if element.tag.startswith(w("comment")) and short(element.tag) in ANCHORS:
            kind, number = short(element.tag), element.get(w("id"))
            counts[kind][number] += 1
            if number not in known:
                yield at(part, element, f"there is no comment {number}")
            if kind == "commentRangeEnd" and not counts["commentRangeStart"][number]:
                yield at(part, element, f"the comment {number} ends before it starts")


def reply_findings(package: Package, comments: list[etree._Element]) -> Iterator[str]:
    held = package.tree_of_type("wordprocessingml.commentsExtended+xml")
    known = {p.get(f"{W14}paraId") for comment in comments for p in comment.iter(w("p"))}
    for element in held[1].iter(f"{W15}commentEx") if held else ():
        for name in ("paraId", "paraIdParent"):
            number = element.get(f"{W15}{name}")
            if number is not None and number not in known:
                yield at(held[0], element, f"{name} {number} is no comment's paragraph")


def repeats(part: str, items: list[etree._Element], what: str, attribute: str = "id") -> Iterator[str]:
    for number, count in Counter(item.get(w(attribute)) for item in items).items():
        if count > 1:
            yield f"{part}: {count} times a {what} {number}"


def note_findings(package: Package) -> Iterator[str]:
    for kind in ("footnote", "endnote"):
        held = package.tree_of_type(f"wordprocessingml.{kind}s+xml")
        notes = list(held[1].iter(w(kind))) if held else []
        yield from repeats(held[0] if held else "", notes, kind)
        known, used = {note.get(w("id")) for note in notes}, set()
        for part, root in story_parts(package):
            for reference in (e for e in elements(root) if e.tag == w(f"{kind}Reference")):
                used.add(reference.get(w("id")))
                if reference.get(w("id")) not in known:
                    yield at(part, reference, f"there is no {kind} {reference.get(w('id'))}")
        for note in notes:
            # Word leaves an empty note behind where it deleted the reference; one with words would be lost text
            if note.get(w("id")) not in used and note.get(w("type"), "normal") == "normal" and has_words(note):
                yield at(held[0], note, f"no reference to the {kind} {note.get(w('id'))}")


def has_words(note: etree._Element) -> bool:
    return any((text.text or "").strip() for text in note.iter(w("t"), w("delText")))


def style_findings(package: Package) -> Iterator[str]:
    held = package.tree_of_type("wordprocessingml.styles+xml")
    if held is None:
        return
    styles = list(held[1].iter(w("style")))
    yield from repeats(held[0], styles, "style", "styleId")
    types = {style.get(w("styleId")): style.get(w("type"), "paragraph") for style in styles}
    for part, root in story_parts(package):
        for element in elements(root):
            if element.tag in STYLE_TYPES and types.get(value(element)) != STYLE_TYPES[element.tag]:
                yield at(part, element, f"there is no {STYLE_TYPES[element.tag]} style {value(element)!r}")
    for link in (link for style in styles for link in style if link.tag in STYLE_LINKS):
        if value(link) not in types:
            yield at(held[0], link, f"there is no style {value(link)!r}")


def numbering_findings(package: Package) -> Iterator[str]:
    held = package.tree_of_type("wordprocessingml.numbering+xml")
    numbers = list(held[1].iterchildren(w("num"))) if held else []
    abstract = list(held[1].iterchildren(w("abstractNum"))) if held else []
    yield from repeats(held[0] if held else "", numbers, "list", "numId")
    yield from repeats(held[0] if held else "", abstract, "abstract list", "abstractNumId")
    known = {number.get(w("numId")) for number in numbers} | {"0"}  # 0 takes a paragraph out of its list
    sources = {item.get(w("abstractNumId")) for item in abstract}
    for number in numbers:
        if value(number.find(w("abstractNumId"))) not in sources:
            yield at(held[0], number, f"there is no abstract list {value(number.find(w('abstractNumId')))}")
    for part, root in story_parts(package):
        for element in (e for e in elements(root) if e.tag == w("numId")):
            if value(element) not in known:
                yield at(part, element, f"there is no list {value(element)}")


def drawing_findings(package: Package) -> Iterator[str]:
    seen: set[str] = set()
    for part, root in story_parts(package):
        for element in (e for e in elements(root) if short(e.tag) == "docPr"):
            if element.get("id") in seen:
                yield at(part, element, f"the drawing id {element.get('id')} stands twice")
            seen.add(element.get("id"))
