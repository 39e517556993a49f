"""What places a remark beside its references: words that it quotes, headings, rows and notes that it describes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ..citations import Found
from ..citations import words as citation_words
from ..citations.tokens import fold
from ..instructions import Instruction
from ..letters.sentences import quotations
from ..model import Draft, Provision
from ..remarks import Remark
from .mentions import plain

CANDIDATES = 3
TOGETHER = 0.85  # a place that is not sure by itself, with words that stand nowhere else in it
WORD = re.compile(r"[^\W\d_]{4,}")
AREA = re.compile(
    r"(?:responsible areas?|[áa]reas? respons[áa]ve(?:l|is)|[áa]reas? responsables?|domaines? responsables?)", re.I
)  # fmt: skip
COMMON = frozenset({"inter", "american", "interamerican", "organization", "commission"})
NUMBERS = re.compile(r"\b\d{1,3}\b|\b[A-Z]\b|\([a-z]{1,4}\)")
ORDINAL = {word: str(n) for n, words in citation_words.ORDINALS.items() if n > 0 for word in words.split(", ")}
ORDINALS = re.compile("|".join(rf"\b{w}\b" for w in sorted(ORDINAL, key=len, reverse=True)), re.I)
A_TABLE = re.compile(r"\b(?:time)?table\b|\bcalendar\b|cronograma|calendario|calendrier|\btabla\b|tableau|\bquadro\b|tabela", re.I)
ROW_NAMED = re.compile(rf"\b({'|'.join(ORDINAL)}|\d+)\s+(?:row|fila|ligne|rangée|linha)\b", re.I)
SAME_PLACE = re.compile(
    r"same (?:place|paragraph)|\bidem\b|\bibid|mism[oa] (?:lugar|párrafo)|même (?:endroit|paragraphe)|mesm[oa] (?:lugar|parágrafo)", re.I
)  # fmt: skip
A_NOTE = re.compile(r"foot\s?note|nota (?:al|de) (?:pie|rodapé)|note de bas", re.I)


@dataclass
class Hints:
    """texts: the provisions in the language of the submission; own_language: whether they are there."""

    draft: Draft
    texts: Sequence[Provision]
    own_language: bool

    def __post_init__(self) -> None:
        self.by_id = {p.id: p for p in self.draft.provisions}

    def on_the_page(self, remark: Remark, cited: list[Found]) -> Found | None:
        """Of the provisions of a page, the only one that holds words which the remark quotes."""
        best = cited[0] if cited else None
        if best is None or len(best.provisions) < 2 or best.document == "report" or not self.own_language:
            return None
        within = set(best.provisions)
        said = [remark.text[a:b] for a, b in quotations(remark.text)]
        kept = {p for words in said if plain(words) for p in self.holding(words) if p in within}
        evidence = f"{best.evidence}, where the words quoted stand"
        return replace(best, provisions=tuple(kept), confidence=TOGETHER, evidence=evidence) if len(kept) == 1 else None

    def row_of_the_table(self, remark: Remark) -> Found | None:
        """ "In the timetable, fourth row": where the draft has one table, with the words quoted in that row."""
        tables = {p.label.split(",")[0] for p in self.draft.provisions if p.kind == "cell"}
        lead = fold(remark.text[:80])[0].lower()
        row = ROW_NAMED.search(lead)
        if len(tables) != 1 or row is None or not A_TABLE.search(lead) or not self.own_language:
            return None
        number = ORDINAL.get(row[1], row[1])
        cells = {p.id for p in self.draft.provisions if p.label.startswith(f"{next(iter(tables))}, row {number}, ")}
        said = [remark.text[a:b] for a, b in quotations(remark.text)]
        kept = {p for words in said if plain(words) for p in self.holding(words) if p in cells}
        return Found(tuple(kept), TOGETHER, f"row {number} of the only table, where the words quoted stand") if len(kept) == 1 else None

    def note_there(self, remark: Remark, previous: Sequence[str]) -> Found | None:
        """ "Same place, the footnote": the only note of the provision cited before."""
        if not SAME_PLACE.search(remark.text[:60]) or not A_NOTE.search(remark.text[:60]) or len(previous) != 1:
            return None
        numbers: dict[str, str] = {}
        for p in (p for p in self.draft.provisions if p.story == "body"):
            text = self.draft.stories[p.story].text[p.start : p.end]
            for c in (c for c in text if self.draft.atoms.get(c, "").startswith("footnote")):
                numbers.setdefault(c, p.id)
        there = [n for n, (_, owner) in enumerate(numbers.items(), 1) if owner == previous[0]]
        notes = [p.id for p in self.draft.provisions if len(there) == 1 and p.label == f"footnote {there[0]}"]
        return Found((notes[0],), TOGETHER, "the only footnote of the place cited before") if len(notes) == 1 else None

    def area(self, words: str, found: list[Found]) -> list[Found]:
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

    def by_heading(self, head: str) -> list[Found]:
        """Words of a heading in place of its number: "Follow-up, B, 3", "3(b) of the general objective"."""
        words = set(plain(head).split())
        named = [(len(own & words), p) for p in self.texts if p.kind == "heading" and (own := _rare(p.text)) and _near(own, words)]
        best = [p for shared, p in named if shared == max(n for n, _ in named)]
        if len(best) != 1:
            return []
        section = best[0]
        rest = NUMBERS.findall(ORDINALS.sub(lambda m: f" {ORDINAL[m[0].lower()]} ", fold(head)[0]))
        if not rest or len(rest) > 3:
            return []
        label = section.label + "".join(f"({n.strip('()')})" if n.startswith("(") else f".{n}" for n in rest)
        places = [p for p in self.texts if p.label == label]
        return [Found((places[0].id,), 0.85, f"cited as “{head.strip()}”, by its heading")] if len(places) == 1 else []

    def holding(self, words: str) -> list[str]:
        said = f" {plain(words)} "
        return [p.id for p in self.texts if said in f" {plain(p.text)} "]

    def narrowed(self, best: Found, instructions: Sequence[Instruction]) -> Found:
        """Of several cells of a row, or paragraphs of a section, those that hold the words quoted."""
        quotes = [w for i in instructions for w in (i.old, i.anchor) if w]
        quotes = quotes if self.own_language else [w for w in quotes if not any(c.isalpha() for c in w)]
        if len(best.provisions) < 2 or not quotes:
            return best
        within = set(best.provisions)
        kept = {p for w in quotes for p in self.holding(w) if p in within}
        ordered = tuple(p for p in best.provisions if p in kept)
        return replace(best, provisions=ordered, evidence=f"{best.evidence}, where the words quoted stand") if ordered else best

    def similar(self, remark: Remark) -> list[tuple[str, float]]:
        """Never more than a candidate."""
        own = Counter(w.lower() for w in WORD.findall(f"{remark.reference} {remark.text} {remark.proposed}"))
        if not own or not self.own_language:
            return []
        scores = ((p.id, sum((own & words).values()) / max(8, min(sum(own.values()), sum(words.values())))) for p, words in self._words)
        return [(i, round(min(0.6, s), 2)) for i, s in sorted(scores, key=lambda x: -x[1])[:CANDIDATES] if s >= 0.2]

    @cached_property
    def _words(self) -> list[tuple[Provision, Counter[str]]]:
        return [(p, Counter(w.lower() for w in WORD.findall(p.text))) for p in self.texts if p.text]


def _rare(heading: str) -> set[str]:
    return {w for w in plain(heading).split() if len(w) > 3 and w not in COMMON}


def _near(own: set[str], words: set[str]) -> bool:
    """All words of the heading, or its last two, but for an ending."""
    stems = {w[:6] for w in words}
    return {w[:6] for w in own} <= stems or (len(own) > 2 and sum(w[:6] in stems for w in own) >= 2)
