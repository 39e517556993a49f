"""A Word file as the laws look at it: the draft's own region, its notes, its sections' headers and footers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from pipeline.auditing.all_or_none import Aside, put_aside
from pipeline.auditing.apart import APART, Apart, NotByItself, known_or_read
from pipeline.auditing.blocks import HIDDEN, OPEN, TEXT, Accepted, Block, Guard, Paragraph
from pipeline.auditing.characters import plain_paragraphs
from pipeline.auditing.compiling import Compiler, StandIns, compiled
from pipeline.auditing.facts import labels_in, paragraph_facts, row_facts
from pipeline.auditing.known import STAND_IN
from pipeline.auditing.names import NAMES, PARSER, Element, attribute, child, squeezed, tags
from pipeline.auditing.package import Package
from pipeline.auditing.reading import Reading
from pipeline.auditing.stretches import Stretches

REGION = "draft_text"
DANGLING = ["<<dangling note>>"]
SECTIONS = tags("w:sectPr")
FEW = 4  # authors: so few views are walked sooner than the story is cut into stretches


class View(NamedTuple):
    """notes: in order of reference, without empty paragraphs. margins: (kind, type, paragraphs) of headers, footers."""

    paragraphs: list[str]
    notes: list[list[str]]
    margins: list[tuple[str, str, list[str]]]


class Document:
    """Raises one of package.UNREADABLE where the file is no readable Word document.

    all_or_none: only two views will be asked for, those with everybody accepted and with nobody (see ``all_or_none``).
    """

    def __init__(self, package: Package | Path, *, all_or_none: bool = False) -> None:
        self.package = package if isinstance(package, Package) else Package(package)
        self._authors: set[str] = set()
        self._notes: dict[tuple[str, str], list[Block] | None] = {}
        self.apart = Apart([], [], [])
        self.rest, stand_ins = (self._aside() if all_or_none else None) or self._parted()
        self._compiler = Compiler(plain_paragraphs(self.rest), self._authors, stand_ins, self.package.known)
        self.inside, self.outside = _region(self.rest)
        self.region = self._compiler.blocks(self.inside)
        self._compiler.apart = None  # no circle: none is looked for (see parallel.no_collector)
        if any(p.get(APART) is not None for p in self._compiler.plain):
            raise ValueError("a paragraph outside the draft's region was put aside")

    def _parted(self) -> tuple[Element, StandIns | None]:
        """The body without what can be judged by itself, and the paragraphs of that, where there are any."""
        package = self.package
        root, part = package.rest()
        memo = {} if package.memo is None else package.memo
        try:
            self.apart = known_or_read(part, memo, partial(paragraph_facts, package=package), row_facts)
        except (etree.XMLSyntaxError, NotByItself):  # the first: a prefix that an element around it declares
            root = package.xml(package.main)
        return child(root, "w:body"), self._stand_in if self.apart.facts else None

    def _aside(self) -> tuple[Element, StandIns | None] | None:
        """The same for a file of which two views are asked for; None where it must be taken as it is."""
        aside = Aside(b"") if self.package.hiding else put_aside(self.package.part(self.package.main))
        if not aside.groups or not aside.is_well_formed():
            return None
        self._authors.update(*(p.authors for group in aside.groups for p in group))

        def stand_in(number: int, _: Element, guard: Guard) -> list[Paragraph]:
            group = aside.groups[number]
            return group if guard is OPEN else [replace(p, guard=guard, line=None) for p in group]

        return child(etree.fromstring(aside.data, PARSER), "w:body"), stand_in

    @cached_property
    def body(self) -> Element:
        """The whole body; ``rest`` and ``apart`` are quicker to have."""
        return child(self.package.xml(self.package.main), "w:body")

    def _stand_in(self, number: int, element: Element, guard: Guard) -> list[Paragraph]:
        facts = self.apart.facts[number]
        self._authors |= facts.authors
        text = "".join([text for _, _, text in facts.pieces]) if not facts.authors else None
        mark = OPEN if facts.mark == OPEN else facts.mark  # readings ask whether it is OPEN itself
        pieces = [(OPEN if piece_guard == OPEN else piece_guard, TEXT, text, emphasis) for piece_guard, emphasis, text in facts.pieces]
        line = text if guard is OPEN else None
        return [Paragraph(guard, element, text, pieces, mark, facts.authors, {}, facts.look, True, line)]

    @cached_property
    def everyone(self) -> Accepted:
        """Every author of a mark, in any story that a view shows."""
        for key in [*self._note_stories("footnote"), *self._note_stories("endnote")]:
            self.note(key)
        _ = self.margins
        return frozenset(self._authors)

    @property
    def all_accepted(self) -> Accepted:
        return self.everyone | {HIDDEN}

    def only(self, contributor: str, code: str | None = None) -> Accepted:
        """The authors that count for one contributor: a joint author counts for each of its members (law 2)."""
        return frozenset(self._by_member.get(contributor, [])) | frozenset(self._by_member.get(code, []))

    @cached_property
    def _by_member(self) -> dict[str | None, list[str]]:
        """Name or code -> the author strings in which it stands."""
        found: dict[str | None, list[str]] = {}
        for author in self.everyone:
            for member in author.split("; "):
                found.setdefault(member, []).append(author)
        return found

    def view(self, accepted: Accepted) -> View:
        """What stands once exactly these authors' marks are accepted; hidden text where HIDDEN is among them."""
        paragraphs, referred = self._stretches.read(accepted) if len(self._authors) > FEW else self._walked(accepted)
        notes = [self._note_text(key, accepted) for key in referred]
        margins = [(kind, where, Reading(accepted).blocks(blocks)) for kind, where, _, blocks in self.margins]
        return View(paragraphs, notes, margins)

    def _walked(self, accepted: Accepted) -> tuple[list[str], list[tuple[str, str]]]:
        body = Reading(accepted)
        return body.blocks(self.region), body.notes

    @cached_property
    def _stretches(self) -> Stretches:
        return Stretches(self.region)

    def _note_text(self, key: tuple[str, str], accepted: Accepted) -> list[str]:
        blocks = self.note(key)
        return DANGLING if blocks is None else [text for text in Reading(accepted).blocks(blocks) if text]

    def note(self, key: tuple[str, str]) -> list[Block] | None:
        """The blocks of the note ("footnote", id), or None where there is none."""
        if key not in self._notes:
            found = self._note_stories(key[0]).get(key)
            self._notes[key] = None if found is None else compiled(found, self._authors)
        return self._notes[key]

    def _note_stories(self, kind: str) -> dict[tuple[str, str], Element]:
        return self._footnotes if kind == "footnote" else self._endnotes

    @cached_property
    def _footnotes(self) -> dict[tuple[str, str], Element]:
        return self._stories("footnote")

    @cached_property
    def _endnotes(self) -> dict[tuple[str, str], Element]:
        return self._stories("endnote")

    def _stories(self, kind: str) -> dict[tuple[str, str], Element]:
        root = self.root(f"{kind}s")
        notes = [note for note in (root if root is not None else ()) if isinstance(note.tag, str)]
        return {(kind, attribute(note, "id") or ""): note for note in reversed(notes)}

    def root(self, kind: str) -> Element:
        """The root of the part that the main part uses for footnotes, endnotes or comments, or None."""
        parts = self.package.related(kind)
        return self.package.xml(parts[0]) if parts else None

    @cached_property
    def margins(self) -> list[tuple[str, str, str, list[Block]]]:
        """(kind, type, part, blocks) of every header and footer that the draft's own sections refer to."""
        return [(kind, where, part, self._margin(part)) for kind, where, part in self._margin_parts()]

    def _margin(self, part: str) -> list[Block]:
        return compiled(self.package.xml(part), self._authors)

    def labels(self) -> Iterator[str]:
        """The words of each of the Secretariat's insertions in the body."""
        yield from labels_in(self.rest)
        yield from (words for facts in self.apart.facts for words in facts.labels)

    def _margin_parts(self) -> Iterator[tuple[str, str, str]]:
        rels = self.package.rels(self.package.main)
        for reference in (c for section in self._sections() for c in section):
            if NAMES[reference.tag] in ("w:headerReference", "w:footerReference"):
                ident = next((v for k, v in reference.attrib.items() if k.endswith("}id")), "")
                if ident in rels and rels[ident].target in self.package.parts:
                    yield NAMES[reference.tag], attribute(reference, "type") or "", rels[ident].target

    def _sections(self) -> list[Element]:
        """The draft's last section properties stand after the region, in a paragraph of their own (design.md 6)."""
        found = [(self.rest.index(_top(section, self.rest)), section) for section in self.rest.iter(*SECTIONS)]
        first = self.rest.index(self.inside[0]) if self.inside else 0
        last = first + len(self.inside) - 1
        own = [section for number, section in found if first <= number <= last]
        if self.inside and NAMES[self.inside[-1].tag] != "w:sectPr":
            own += [section for number, section in found if number > last][:1]
        return own

    @cached_property
    def visible_text(self) -> str:
        """All that can be read with every mark accepted, hidden text left out: squeezed, for looking words up."""
        view = self.view(self.everyone)
        notes = [line for note in view.notes for line in note]
        margins = [line for _, _, lines in view.margins for line in lines]
        return " ".join([squeezed(" ".join([*view.paragraphs, *notes, *margins, *self._around()])), *filter(None, self.apart.texts)])

    def _around(self) -> Iterator[str]:
        """The paragraphs outside the region that were not put aside: front matter and annexes."""
        for paragraph, text in list(self._compiler.plain.items()):
            if self.package.known and (number := paragraph.get(STAND_IN)) is not None:
                yield from self.package.known[int(number)]
            else:
                yield text if text is not None else self._read_alone(paragraph)

    def _read_alone(self, paragraph: Element) -> str:
        return Reading(self.everyone).walk(self._compiler.intricate(paragraph, OPEN))


def _region(body: Element) -> tuple[list[Element], list[Element]]:
    """Blocks inside and outside the body-level bookmark `draft_text`; without one, all are inside."""
    blocks = list(body)
    start = _place(body, "w:bookmarkStart", "name", REGION)
    if start is None:
        return blocks, []
    end = _place(body, "w:bookmarkEnd", "id", attribute(blocks[start], "id"))
    if end is None:
        raise ValueError(f"the end of bookmark {REGION} does not stand in the body itself")
    return blocks[start:end], blocks[:start] + blocks[end:]


def _place(body: Element, kind: str, key: str, value: str | None) -> int | None:
    return next((body.index(c) for c in body.iterchildren(*tags(kind)) if attribute(c, key) == value), None)


def _top(element: Element, body: Element) -> Element:
    """The child of the body in which an element stands."""
    while (parent := element.getparent()) is not body:
        element = parent
    return element
