"""Which provisions a remark means. Below the threshold it is not placed: its candidates are shown instead."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..citations import Citation, Context, Found, Ground, following, parse, resolve, resolve_text
from ..instructions import Instruction
from ..letters.sentences import quotations
from ..model import Draft, Placement, Provision
from ..remarks import Remark

SURE = 0.8  # from here on a placement counts; below it goes to the unplaced with its candidates
CANDIDATES = 3
DOUBTFUL = 0.7
BESIDE = 12  # characters after a reference in which its rest may stand: "section IV.G, itens 1 e 3"
ENOUGH_WORDS = 3  # of a quotation that places a remark by itself
MOST_PLACES = 8  # provisions that one remark may be about; more are a range, shown at its first
WORD = re.compile(r"[^\W\d_]{4,}")
HEAD = re.compile(r"([^:“«\"\n]{1,70}?)\s*(?::|\s[–—-]\s)")
AREA = re.compile(
    r"(?:responsible areas?|[áa]reas? respons[áa]ve(?:l|is)|[áa]reas? responsables?|domaines? responsables?)", re.I
)  # fmt: skip
COMMON = frozenset({"inter", "american", "interamerican", "organization", "commission"})
NUMBERS = re.compile(r"\b\d{1,3}\b|\b[A-Z]\b|\([a-z]{1,4}\)")
COUNTED = (
    "first primera première primeira second segunda deuxième segunda third tercera troisième terceira "
    "fourth cuarta quatrième quarta"
)
ORDINAL = {w: str(i // 4 + 1) for i, w in enumerate(COUNTED.split())}
ORDINALS = re.compile("|".join(rf"\b{w}\b" for w in sorted(ORDINAL, key=len, reverse=True)), re.I)
NUMBERED = re.compile(r"(?<![\w.“«\"])(?:\d{1,2}(?![\w%])|\(?(?:[a-z]|[ivx]{1,4})\)|[A-Z](?=[,;:]))")
TOGETHER = 0.85  # a place that is not sure by itself, with words that stand nowhere else in it
A_TABLE = re.compile(r"\b(?:time)?table\b|\bcalendar\b|cronograma|calendario|calendrier|\btabla\b|tableau|\bquadro\b|tabela", re.I)
ROW_NAMED = re.compile(rf"\b({'|'.join(ORDINAL)}|\d+)\s+(?:row|fila|ligne|rangée|linha)\b", re.I)
SAME_PLACE = re.compile(
    r"same (?:place|paragraph)|\bidem\b|\bibid|mism[oa] (?:lugar|párrafo)|même (?:endroit|paragraphe)|mesm[oa] (?:lugar|parágrafo)", re.I
)  # fmt: skip
A_NOTE = re.compile(r"foot\s?note|nota (?:al|de) (?:pie|rodapé)|note de bas", re.I)
IN_A_ROW = re.compile(r"\brow \d+")
ASIDE = re.compile(r"\s*\([^()]{4,}\)")
OPENS = re.compile(
    r"(?:beg[iu]n|start|comienz|empiez|inici|commen[cç]|d[ée]but|come[cç])\w*\s+(?:with|by|por|con|par|com|así|como)?\s*"
    r"(?:las palabras|the words|les mots|as palavras)?\s*$",
    re.I,
)
MARKER = re.compile(r"^(?:[-•*–]\s+|\d{1,2}\.\s+(?=[A-ZÁÉÍÓÚ]))")


@dataclass(frozen=True)
class Where:
    """Provisions, the first of which carries the remark, and how sure that is; none where it is not placed.

    whole: it is about the document as a whole. report: paragraphs of the report that it is about.
    """

    provisions: tuple[str, ...]
    placement: Placement
    whole: bool = False
    report: tuple[str, ...] = ()


def keys_of(contributors: Sequence[str], remarks: Sequence[Remark]) -> list[str]:
    """Names each remark by its words, so that the officer's choice finds it again when the file is sent anew.

    Of equal ones ("idem", "editorial", delete "the") the second is told from the first, the third from both.
    """
    return unlike([key_of_words("; ".join(contributors), r.reference, r.text, r.proposed) for r in remarks])


def unlike(keys: Sequence[str]) -> list[str]:
    seen: Counter[str] = Counter()
    out = []
    for key in keys:
        seen[key] += 1
        out.append(key if seen[key] == 1 else f"{key}-{seen[key]}")
    return out


def key_of_words(*words: str) -> str:
    return hashlib.sha256("\x1f".join(" ".join(w.split()) for w in words).encode()).hexdigest()[:12]


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

    def where(self, remark: Remark, key: str, instructions: Sequence[Instruction]) -> Where:
        cited = self._cited(remark)
        if key in self.chosen:
            chosen = self.chosen[key]
            self.context = replace(self.context, previous=(chosen,)) if chosen else self.context
            return Where((chosen,) if chosen else (), Placement("by hand", 1.0, "placed by the officer", key=key), not chosen)
        if remark.provision in self.by_id:
            return Where((remark.provision,), Placement("form", 1.0, "the row of the comment form", key=key))
        quoted = self._quoted(remark, instructions)
        cited = [self._narrowed(f, instructions) for f in cited]
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
        for found in (self._on_the_page(remark, cited), self._row_of_the_table(remark), self._note_there(remark)):
            if found is not None:
                return Where(found.provisions, self._placement("quoted" if found.evidence.endswith("stand") else "cited", found, key))
        return self._unplaced(remark, key, [*cited, *quoted])

    # ---- by place and words together

    def _on_the_page(self, remark: Remark, cited: list[Found]) -> Found | None:
        """Of the provisions of a page, the only one that holds words which the remark quotes."""
        best = cited[0] if cited else None
        if best is None or len(best.provisions) < 2 or best.document == "report" or not self.own_language:
            return None
        within = set(best.provisions)
        said = [remark.text[a:b] for a, b in quotations(remark.text)]
        kept = {p for words in said if _plain(words) for p in self.holding(words) if p in within}
        evidence = f"{best.evidence}, where the words quoted stand"
        return replace(best, provisions=tuple(kept), confidence=TOGETHER, evidence=evidence) if len(kept) == 1 else None

    def _row_of_the_table(self, remark: Remark) -> Found | None:
        """ "In the timetable, fourth row": where the draft has one table, with the words quoted in that row."""
        tables = {p.label.split(",")[0] for p in self.draft.provisions if p.kind == "cell"}
        lead = remark.text[:80]
        row = ROW_NAMED.search(lead)
        if len(tables) != 1 or row is None or not A_TABLE.search(lead) or not self.own_language:
            return None
        number = ORDINAL.get(row[1].lower(), row[1])
        cells = {p.id for p in self.draft.provisions if p.label.startswith(f"{next(iter(tables))}, row {number}, ")}
        said = [remark.text[a:b] for a, b in quotations(remark.text)]
        kept = {p for words in said if _plain(words) for p in self.holding(words) if p in cells}
        return Found(tuple(kept), TOGETHER, f"row {number} of the only table, where the words quoted stand") if len(kept) == 1 else None

    def _note_there(self, remark: Remark) -> Found | None:
        """ "Same place, the footnote": the only note of the provision cited before."""
        if not SAME_PLACE.search(remark.text[:60]) or not A_NOTE.search(remark.text[:60]) or len(self.context.previous) != 1:
            return None
        numbers: dict[str, str] = {}
        for p in (p for p in self.draft.provisions if p.story == "body"):
            text = self.draft.stories[p.story].text[p.start : p.end]
            for c in (c for c in text if self.draft.atoms.get(c, "").startswith("footnote")):
                numbers.setdefault(c, p.id)
        there = [n for n, (_, owner) in enumerate(numbers.items(), 1) if owner == self.context.previous[0]]
        notes = [p.id for p in self.draft.provisions if len(there) == 1 and p.label == f"footnote {there[0]}"]
        return Found((notes[0],), TOGETHER, "the only footnote of the place cited before") if len(notes) == 1 else None

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
        candidates += self._similar(remark)
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
        for words in _references(remark):
            self.context = start
            found = self._area(remark.text[:70], self._whole(self._resolved(words.citations), words.rest))
            if found and (not best or _rank(found[0], self.depth) > _rank(best[0], self.depth)):
                best, after = found, self.context
        self.context = after
        head = HEAD.match(_without_lead(remark.text))
        return self._by_heading(head[1]) or best if head and (not best or best[0].confidence < SURE) else best

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
        return self._area(reference, self._whole(_together(self._without_sections(answers)), _rest(reference, parse(reference))))

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

    def _area(self, words: str, found: list[Found]) -> list[Found]:
        """ "Responsible area" of a section, which has no number."""
        at = self.by_id.get(found[0].provisions[0]) if found and len(found[0].provisions) == 1 and found[0].document == "draft" else None
        if at is None or at.kind != "heading" or not AREA.search(words):
            return found
        inside = [p for p in self.draft.provisions if p.section == at.label and p.kind == "paragraph" and AREA.match(p.text)]
        return (
            [replace(found[0], provisions=(inside[0].id,), evidence=f"{found[0].evidence}, responsible area")]
            if len(inside) == 1
            else found
        )

    def _by_heading(self, head: str) -> list[Found]:
        """Words of a heading in place of its number: "Follow-up, B, 3", "3(b) of the general objective"."""
        words = set(_plain(head).split())
        named = [(len(own & words), p) for p in self.texts if p.kind == "heading" and (own := _rare(p.text)) and _near(own, words)]
        best = [p for shared, p in named if shared == max(n for n, _ in named)]
        if len(best) != 1:
            return []
        section = best[0]
        rest = NUMBERS.findall(ORDINALS.sub(lambda m: f" {ORDINAL[m[0].lower()]} ", head))
        if not rest or len(rest) > 3:
            return []
        label = section.label + "".join(f"({n.strip('()')})" if n.startswith("(") else f".{n}" for n in rest)
        places = [p for p in self.texts if p.label == label]
        return [Found((places[0].id,), 0.85, f"cited as “{head.strip()}”, by its heading")] if len(places) == 1 else []

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
            words = _plain(remark.text[a:b])
            if OPENS.search(remark.text[:a]) and len(words.split()) > 1:
                begin = [p for p in self.texts if _plain(p.text).startswith(words)]
                if len(begin) == 1:
                    return [Found((begin[0].id,), 0.95, "the one provision that begins with the words quoted")]
        for words in (w for i in instructions for w in (i.old, i.anchor) if len(w.split()) >= ENOUGH_WORDS):
            holding = self.holding(words)
            if len(holding) == 1:
                return [Found((holding[0],), 0.9, "the one provision that holds the words quoted")]
            if holding:
                return [Found((p,), 0.5, "one of several that hold the words quoted") for p in holding[:CANDIDATES]]
        return []

    def holding(self, words: str) -> list[str]:
        plain = f" {_plain(words)} "
        return [p.id for p in self.texts if plain in f" {_plain(p.text)} "]

    def _narrowed(self, best: Found, instructions: Sequence[Instruction]) -> Found:
        """Of several cells of a row, or paragraphs of a section, those that hold the words quoted."""
        quotes = [w for i in instructions for w in (i.old, i.anchor) if w]
        quotes = quotes if self.own_language else [w for w in quotes if not any(c.isalpha() for c in w)]
        if len(best.provisions) < 2 or not quotes:
            return best
        within = set(best.provisions)
        kept = {p for w in quotes for p in self.holding(w) if p in within}
        ordered = tuple(p for p in best.provisions if p in kept)
        return replace(best, provisions=ordered, evidence=f"{best.evidence}, where the words quoted stand") if ordered else best

    # ---- by likeness

    def _similar(self, remark: Remark) -> list[tuple[str, float]]:
        """Never more than a candidate."""
        own = Counter(w.lower() for w in WORD.findall(f"{remark.reference} {remark.text} {remark.proposed}"))
        if not own or not self.own_language:
            return []
        scores = ((p.id, sum((own & words).values()) / max(8, min(sum(own.values()), sum(words.values())))) for p, words in self._words)
        return [(i, round(min(0.6, s), 2)) for i, s in sorted(scores, key=lambda x: -x[1])[:CANDIDATES] if s >= 0.2]

    @property
    def _words(self) -> list[tuple[Provision, Counter[str]]]:
        if not hasattr(self, "_kept"):
            self._kept = [(p, Counter(w.lower() for w in WORD.findall(p.text))) for p in self.texts if p.text]
        return self._kept


@dataclass(frozen=True)
class _Reference:
    """The places that some words name, and what of these words is none of them."""

    citations: list[Citation]
    rest: str


def _rest(words: str, citations: Sequence[Citation]) -> str:
    return "".join(" " if any(c.start <= k < c.end for c in citations) else x for k, x in enumerate(words))


def _references(remark: Remark) -> list[_Reference]:
    """The places that a remark names: at its head, in its text before what it quotes, in a reference carried to it."""
    out: list[_Reference] = []
    text = _without_lead(remark.text)
    if head := HEAD.match(text):
        out.append(_named_in(ASIDE.sub("", head[1])))
    quoted = quotations(text)
    lead = [c for c in parse(text) if _is_place(c) and not any(a <= c.start < b for a, b in quoted)]
    first = next((a for a, b in quoted if not any(c.quote and a < c.end and c.start < b for c in lead)), len(text))
    before = [c for c in lead if c.start < first] or lead[:1]
    until = max((c.end for c in before), default=0)
    out.append(_Reference([c for c in before if c.relation == "at"] or before, _rest(text, parse(text))[: until + BESIDE]))
    if remark.reference.strip() and (remark.reference not in remark.text or not any(r.citations for r in out)):
        out.append(_named_in(remark.reference))
    return [reference for reference in out if reference.citations]


def _rare(heading: str) -> set[str]:
    return {w for w in _plain(heading).split() if len(w) > 3 and w not in COMMON}


def _near(own: set[str], words: set[str]) -> bool:
    """All words of the heading, or its last two, but for an ending."""
    stems = {w[:6] for w in words}
    return {w[:6] for w in own} <= stems or (len(own) > 2 and sum(w[:6] in stems for w in own) >= 2)


def _named_in(words: str) -> _Reference:
    found = parse(words)
    return _Reference([c for c in found if _is_place(c)], _rest(words, found))


def _without_lead(text: str) -> str:
    """The last line that is no title put before the point, without bullet or number of a list."""
    lines = [line for line in text.split("\n") if line.strip()]
    body = " ".join(lines[1:]) if len(lines) > 1 and len(lines[0].split()) < 6 and not any(c.isdigit() for c in lines[0]) else text
    return MARKER.sub("", body.strip())


def _rank(found: Found, depth: Callable[[str], int]) -> tuple[bool, bool, int, float]:
    sure = found.confidence >= SURE
    return (sure, bool(found.provisions), max((depth(p) for p in found.provisions), default=0) if sure else 0, found.confidence)


def _is_place(citation: Citation) -> bool:
    return citation.relation not in ("throughout", "old", "to")


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


def _plain(text: str) -> str:
    """Words alone, for comparing quotations: quotation marks, case and spaces left out."""
    return " ".join(re.findall(r"\w+", text.lower()))
