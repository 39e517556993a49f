"""Complex fields (ECMA-376 part 1, 17.16.18) must stay whole whichever marks a reader accepts or rejects."""

from collections.abc import Callable, Iterator

from lxml import etree

from tests.integrity.package import Package, at
from tests.integrity.stories import DELETING, FALLBACK, INSERTING, TEXT_BOX, stories, story_parts, w

View = Callable[[str], bool]  # whether the marks of this author are accepted


def findings(package: Package) -> Iterator[str]:
    """Judges the text with all marks accepted, with all rejected, and as each single author wants it."""
    parts = story_parts(package)
    authors = {name for _, root in parts for author in authors_of(root) for name in author.split("; ")}
    views: dict[str, View] = {"all marks accepted": lambda _: True, "all marks rejected": lambda _: False}
    for name in sorted(authors):
        views[f"only the marks of {name} accepted"] = lambda author, name=name: name in author.split("; ")
    for part, root in parts:
        for story in stories(root):
            yield from story_findings(part, story, views)


def authors_of(root: etree._Element) -> set[str]:
    return {element.get(w("author"), "") for tag in (*INSERTING, *DELETING) for element in root.iter(tag)}


def story_findings(part: str, story: etree._Element, views: dict[str, View]) -> Iterator[str]:
    if story.find(f".//{w('fldChar')}") is None:
        return
    for view, accepted in views.items():
        problem = unbalanced(visible_marks(story, accepted))
        if problem:
            yield at(part, problem[0] if problem[0] is not None else story, f"{problem[1]}, with {view}")


def visible_marks(root: etree._Element, accepted: View) -> Iterator[etree._Element]:
    """The w:fldChar elements that the view shows, in document order; text boxes are stories of their own."""
    for child in root.iterchildren(etree.Element):
        if child.tag in (FALLBACK, TEXT_BOX) or hidden(child, accepted):
            continue
        if child.tag == w("fldChar"):
            yield child
        yield from visible_marks(child, accepted)


def hidden(element: etree._Element, accepted: View) -> bool:
    mark = element
    if element.tag == w("tr"):
        marks = [element.find(f"{w('trPr')}/{w(name)}") for name in ("ins", "del")]
        return any(hidden(mark, accepted) for mark in marks if mark is not None)
    if element.tag in INSERTING:
        return not accepted(mark.get(w("author"), ""))
    return element.tag in DELETING and accepted(mark.get(w("author"), ""))


def unbalanced(marks: Iterator[etree._Element]) -> tuple[etree._Element | None, str] | None:
    """The first mark that does not fit, and why."""
    opened: list[list[etree._Element]] = []
    for mark in marks:
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            opened.append([mark])
        elif not opened:
            return mark, f"a field's {kind} without its begin"
        elif kind == "end":
            opened.pop()
        elif len(opened[-1]) > 1:
            return mark, "a second separate in a field"
        else:
            opened[-1].append(mark)
    return (opened[-1][0], "a field without its end") if opened else None
