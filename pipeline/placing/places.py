"""Which provisions a remark means. Below the threshold it is not placed: its candidates are shown instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..citations import Citation, Context, Found, Ground, following, parse, resolve, resolve_text
from ..instructions import Instruction
from ..letters.sentences import quotations
from ..model import Draft, Placement, Provision
from ..remarks import Remark
from .hints import CANDIDATES, Hints
from .mentions import HEAD, mentions, plain, rest_of, without_lead

SURE = 0.8  # from here on a placement counts; below it goes to the unplaced with its candidates
DOUBTFUL = 0.7
ENOUGH_WORDS = 3  # of a quotation that places a remark by itself
MOST_PLACES = 8  # provisions that one remark may be about; more are a range, shown at its first
NUMBERED = re.compile(r"(?<![\w.“«\"])(?:\d{1,2}(?![\w%])|\(?(?:[a-z]|[ivx]{1,4})\)|[A-Z](?=[,;:]))")
IN_A_ROW = re.compile(r"\brow \d+")
OPENS = re.compile(
    r"(?:beg[iu]n|start|comienz|empiez|inici|commen[cç]|d[ée]but|come[cç])\w*\s+(?:with|by|por|con|par|com|así|como)?\s*"
    r"(?:las palabras|the words|les mots|as palavras)?\s*$",
    re.I,
)


@dataclass(frozen=True)
class Where:
    """Provisions, the first of which carries the remark, and how sure that is; none where it is not placed.

    whole: it is about the document as a whole. report: paragraphs of the report that it is about.
    """

    provisions: tuple[str, ...]
    placement: Placement
    whole: bool = False
    report: tuple[str, ...] = ()


@dataclass
class Finder:
    """Looks one submission's remarks up, in order: "idem" is the place before."""

    draft: Draft
    ground: Ground
    chosen: Mapping[str, str]  # key of a remark -> id of the provision, "" for the whole document
    crosswalk: Mapping[str, tuple[str, float]] = field(default_factory=dict)  # paragraph of the report -> provision, how surely
    texts: Sequence[Provision] = ()  # the provisions in the language of the submission
    own_language: bool = True  # whether they are there
    context: Context = field(default_factory=Context)

    def __post_init__(self) -> None:
        self.by_id = {p.id: p for p in self.draft.provisions}
        self.hints = Hints(self.draft, self.texts, self.own_language)

    def where(self, remark: Remark, key: str, instructions: Sequence[Instruction]) -> Where:
        cited = self._cited(remark)
        if key in self.chosen:
            chosen = self.chosen[key]
            self.context = replace(self.context, previous=(chosen,)) if chosen else self.context
            return Where((chosen,) if chosen else (), Placement("by hand", 1.0, "placed by the officer", key=key), not chosen)
        if remark.provision in self.by_id:
            return Where((remark.provision,), Placement("form", 1.0, "the row of the comment form", key=key))
        quoted = self._quoted(remark, instructions)
        cited = [self.hints.narrowed(f, instructions) for f in cited]
        found = self._decided(remark, key, cited, quoted)
        if found.provisions and not found.report:
            self.context = replace(self.context, previous=found.provisions)
        return found

    def _decided(self, remark: Remark, key: str, cited: list[Found], quoted: list[Found]) -> Where:
        best = cited[0] if cited else None
        if best and not best.provisions:
            return Where((), Placement("cited", best.confidence, best.evidence, key=key), whole=True)
        if quoted and quoted[0].confidence >= SURE and (best is None or best.confidence < SURE):
            return Where(quoted[0].provisions, self._placement("quoted", quoted[0], key))
        if best and best.confidence >= SURE:
            return self._of_citation(best, key)
        hints = self.hints
        for found in (hints.on_the_page(remark, cited), hints.row_of_the_table(remark), hints.note_there(remark, self.context.previous)):
            if found is not None:
                return Where(found.provisions, self._placement("quoted" if found.evidence.endswith("stand") else "cited", found, key))
        return self._unplaced(remark, key, [*cited, *quoted])

    def _of_citation(self, best: Found, key: str) -> Where:
        if best.document != "report":
            return Where(best.provisions[:MOST_PLACES], self._placement("cited", best, key))
        leads = [self.crosswalk[r] for r in best.provisions if r in self.crosswalk and self.crosswalk[r][0]]
        sure = min(best.confidence, leads[0][1]) if leads else 0.0
        evidence = f"{best.evidence} of the report, " + ("which the crosswalk leads here" if leads else "which the crosswalk leads nowhere")
        placement = Placement("cited", round(sure, 2), evidence, tuple(leads[:CANDIDATES]) if sure < SURE else (), key)
        return Where((leads[0][0],) if sure >= SURE else (), placement, report=best.provisions)

    def _placement(self, by: str, found: Found, key: str) -> Placement:
        return Placement(by, round(found.confidence, 2), found.evidence, key=key)

    def _unplaced(self, remark: Remark, key: str, found: Sequence[Found]) -> Where:
        candidates = [(p, round(f.confidence, 2)) for f in found if f.document != "report" for p in f.provisions[:1]]
        candidates += self.hints.similar(remark)
        best = tuple({p: (p, c) for p, c in sorted(candidates, key=lambda c: c[1])}.values())
        ranked = tuple(sorted(best, key=lambda c: -c[1])[:CANDIDATES])
        evidence = f"nothing sure: {found[0].evidence}" if found else "no reference to a provision is understood"
        return Where((), Placement("similar", ranked[0][1] if ranked else 0.0, evidence, ranked, key))

    # ---- by citation

    def _cited(self, remark: Remark) -> list[Found]:
        """The answers to the reference as given, to the words before the first colon, and to the places that the text names.

        The surest wins, among equals the one that goes deeper: a heading's section gives way to its paragraph.
        """
        best: list[Found] = []
        start = self.context
        after = start
        if IN_A_ROW.search(remark.place) and remark.reference.strip():
            return self._cell(remark.reference)
        for words in mentions(remark):
            self.context = start
            found = self.hints.area(remark.text[:70], self._whole(self._resolved(words.citations), words.rest))
            if found and (not best or _rank(found[0], self.depth) > _rank(best[0], self.depth)):
                best, after = found, self.context
        self.context = after
        head = HEAD.match(without_lead(remark.text))
        return self.hints.by_heading(head[1]) or best if head and (not best or best[0].confidence < SURE) else best

    def _last_row(self, citation: Citation) -> Citation:
        """ "Last row" of a table by its number."""
        path = citation.key.path
        if "r-1" not in path:
            return citation
        table = path[: path.index("r-1")]
        rows = [int(p.path[len(table)][1:]) for p in self.ground.places if p.path[: len(table)] == table and len(p.path) > len(table)]
        last = tuple(f"r{max(rows)}" if step == "r-1" else step for step in path) if rows else path
        return replace(citation, candidates=(replace(citation.key, path=last),))

    def _without_sections(self, answers: list[list[Found]]) -> list[list[Found]]:
        """A section that is named beside a provision of it is only the way to it."""
        firsts = [self.by_id.get(a[0].provisions[0]) if a[0].provisions and a[0].document == "draft" else None for a in answers]
        inner = [p for p in firsts if p is not None and p.kind != "heading"]

        def only_leads(p: Provision | None) -> bool:
            return p is not None and p.kind == "heading" and any(q.section == p.label or q.section.startswith(p.label + ".") for q in inner)

        return [a for a, p in zip(answers, firsts, strict=True) if not only_leads(p)]

    def _cell(self, reference: str) -> list[Found]:
        """A clause cell is nothing but a reference."""
        answers = [list(found) for found in resolve_text(reference, self.ground, self.context) if found]
        for found in answers:
            if found[0].provisions and found[0].confidence >= SURE and found[0].document == "draft":
                self.context = replace(self.context, previous=found[0].provisions)
        return self.hints.area(reference, self._whole(_together(self._without_sections(answers)), rest_of(reference, parse(reference))))

    def _whole(self, found: list[Found], rest: str) -> list[Found]:
        """A section, or a paragraph with subparagraphs, is doubtful where a number or letter beside it was not understood."""
        if not found or found[0].document == "report" or found[0].confidence < SURE or not NUMBERED.search(rest):
            return found
        if not any(self._has_parts(p) for p in found[0].provisions):
            return found
        doubt = f"{found[0].evidence}, but “{rest.strip()[:40]}” beside it is not understood"
        return [replace(found[0], confidence=DOUBTFUL, evidence=doubt), *found[1:]]

    def _has_parts(self, provision: str) -> bool:
        p = self.by_id.get(provision)
        return p is not None and any(q.label.startswith((f"{p.label}.", f"{p.label}(", f"{p.label},")) for q in self.draft.provisions)

    def depth(self, provision: str) -> int:
        place = self.ground.by_id.get(provision) or (self.ground.report.by_id.get(provision) if self.ground.report else None)
        return len(place.path) if place else 0

    def _resolved(self, citations: Sequence[Citation]) -> list[Found]:
        answers = []
        for citation in citations:
            citation = self._last_row(citation)
            found = resolve(citation, self.ground, self.context)
            self.context = following(self.context, citation, found, self.ground)
            answers.append(list(found))
        return _together(self._without_sections([a for a in answers if a]))

    # ---- by quotation

    def _quoted(self, remark: Remark, instructions: Sequence[Instruction]) -> list[Found]:
        """The one provision that begins with, or holds, the words quoted."""
        if not self.own_language:
            return []
        for a, b in quotations(remark.text):
            words = plain(remark.text[a:b])
            if OPENS.search(remark.text[:a]) and len(words.split()) > 1:
                begin = [p for p in self.texts if plain(p.text).startswith(words)]
                if len(begin) == 1:
                    return [Found((begin[0].id,), 0.95, "the one provision that begins with the words quoted")]
        for words in (w for i in instructions for w in (i.old, i.anchor) if len(w.split()) >= ENOUGH_WORDS):
            holding = self.hints.holding(words)
            if len(holding) == 1:
                return [Found((holding[0],), 0.9, "the one provision that holds the words quoted")]
            if holding:
                return [Found((p,), 0.5, "one of several that hold the words quoted") for p in holding[:CANDIDATES]]
        return []


def _rank(found: Found, depth: Callable[[str], int]) -> tuple[bool, bool, int, float]:
    sure = found.confidence >= SURE
    return (sure, bool(found.provisions), max((depth(p) for p in found.provisions), default=0) if sure else 0, found.confidence)


def _together(answers: list[list[Found]]) -> list[Found]:
    """Several references at once: all their places, as sure as the least sure of them; where one is doubtful, its answers."""
    if len(answers) < 2:
        return answers[0] if answers else []
    firsts = [a[0] for a in answers]
    if any(f.document == "report" for f in firsts):
        return [f for f in firsts if f.document == "report"][:1] or firsts[:1]
    if all(f.confidence >= SURE for f in firsts) and all(f.provisions for f in firsts):
        places = tuple(dict.fromkeys(p for f in firsts for p in f.provisions))
        return [Found(places, min(f.confidence for f in firsts), "; ".join(f.evidence for f in firsts))]
    sure = [f for f in firsts if f.confidence >= SURE and f.provisions]
    if len({f.provisions for f in sure}) == 1 and len(sure) < len(firsts):  # the rest of its reference is what is doubtful
        sure = [replace(sure[0], confidence=DOUBTFUL)]
    return sure[:1] + [f for a in answers for f in a if f.provisions]
