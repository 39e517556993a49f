"""From sentences to instructions: all of a sentence is read, or nothing of it is followed."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.instructions.building import instructions, unclear
from pipeline.instructions.clearing import VERBS, cores, plain, without_proponent
from pipeline.instructions.grammar import clauses
from pipeline.instructions.lexicon import LANGUAGES, PLAIN_WORD, folded, lexicon
from pipeline.instructions.quotations import Quotation, mentions, quotations
from pipeline.instructions.tokens import Token, sentences, tokens
from pipeline.instructions.values import Instruction, Kind, Reason

WHOLE: frozenset[Kind] = frozenset({"rewrite", "new paragraph"})
COLON = re.compile(r":(?=\s)")
SENTENCE_END = re.compile(r"[.!?][”»\"]?\s+[^\Wa-z\d]")
FEWEST_WORDS = 4  # of a new text that stands without quotation marks


def parse(text: str, language: str = "") -> tuple[Instruction, ...]:
    """The instructions of a remark, in order; empty where nothing is asked for.

    ``language`` is a hint (ISO 639-1); the words themselves decide. What asks for something but cannot be followed
    without doubt is one Instruction of kind "unclear" with its ``doubt``, so that it can be shown to the officer.
    Questions, conditions, refusals, reports and support for somebody else's proposal give nothing.
    """
    found, sound = quotations(text)
    spoken = _language(text, found, language)
    found = found or _mentions(text, spoken)
    read = _read(text, found, spoken)
    if not sound and read:
        return (unclear(read[0].start, read[-1].end, "quotation unclear"),)
    if not any(i.kind in WHOLE and i.new for i in read):
        read = _with_text_after_colon(text, found, spoken) or read
    return read


def _mentions(text: str, language: str) -> tuple[Quotation, ...]:
    """Words without marks end where a condition or an alternative begins, and who can say where: then they are none."""
    found = mentions(text)
    doubtful = any(t.sign in ".¿/?;:" for q in found for t in tokens(q.text, (), language))
    return () if doubtful else found


def _language(text: str, found: tuple[Quotation, ...], hint: str) -> str:
    """The language whose lexicon knows most of the words."""
    said = PLAIN_WORD.findall(folded(_outside(text, found)).casefold())
    known = {name: sum(len(w) for w in said if w in lexicon(name).vocabulary) for name in LANGUAGES}
    return max(known, key=lambda name: (known[name], name == hint))


def _outside(text: str, found: tuple[Quotation, ...]) -> str:
    edges = [0, *(edge for q in found for edge in (q.start, q.end)), len(text)]
    return " ".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))


def _read(text: str, found: tuple[Quotation, ...], language: str) -> tuple[Instruction, ...]:
    out: list[Instruction] = []
    told = list(sentences(tokens(text, found, language), text))
    asking: list[int] = []
    for k, sentence in enumerate(told):
        read = _sentence(sentence, text)
        if not read:
            continue
        if k and k - 1 not in asking and _governed(told[k - 1], text, language):
            return ()
        asking.append(k)
        out += read
    if asking and any(_takes_back(sentence, text, language) for sentence in told[asking[0] + 1 :]):
        return ()
    return tuple(out)


def _governed(before: tuple[Token, ...], text: str, language: str) -> bool:
    """ "We cannot accept the following amendments:" takes back every line below it."""
    if not before:
        return False
    said = folded(text[before[0].start : before[-1].end])
    stopped = any(t.sign in "Xu¿" for t in before)
    return stopped and (before[-1].sign == ":" or bool(lexicon(language).foreign.search(said)))


def _takes_back(sentence: tuple[Token, ...], text: str, language: str) -> bool:
    """A sentence after the instruction that opposes it, or puts another in its place."""
    if not sentence:
        return False
    said = folded(text[sentence[0].start : sentence[-1].end])
    return sentence[0].sign in "¿/" or bool(lexicon(language).takes_back.search(said))


def _sentence(sentence: tuple[Token, ...], text: str) -> list[Instruction]:
    signs = {t.sign for t in sentence}
    if "?" in signs or not signs & (VERBS | {"L", "H", "h", ">"}):
        return []
    sentence, proponent = without_proponent(sentence, text)
    for core, tail in cores(sentence):
        kept = plain(core)
        read = clauses("".join(t.sign for t in kept))
        if read is not None and not _conditional(tail):
            made = instructions(read, kept, text)
            return [replace(i, proponent=proponent) for i in made]
    return _not_read(sentence)


def _conditional(tail: tuple[Token, ...]) -> bool:
    """Reasons that are none: "because ..., unless", "... or not"."""
    signs = "".join(t.sign for t in tail)
    return "¿" in signs or "/X" in signs


def _not_read(sentence: tuple[Token, ...]) -> list[Instruction]:
    """Not a clause: of no interest, or something that the officer should see."""
    signs = [t.sign for t in sentence]
    core = signs[: signs.index("c")] if "c" in signs else signs
    if any(s in "X¿κ" for s in core) or "¿" in signs or not any(s in VERBS for s in core):
        return []
    if "q" not in core and "!" not in core and core[0] not in VERBS:
        return []
    doubt: Reason = "two readings" if "/" in core and "q" in core else "not understood"
    return [unclear(sentence[0].start, sentence[-1].end, doubt)]


def _with_text_after_colon(text: str, found: tuple[Quotation, ...], language: str) -> tuple[Instruction, ...]:
    """ "Paragraph 4 should read as follows:" and the new text without quotation marks.

    Only where it cannot be mistaken how far that text goes: a paragraph of its own, or one sentence on the same line.
    """
    for colon in (m.start() for m in COLON.finditer(text)):
        rest = text[colon + 1 :]
        words = rest.strip()
        start = colon + 1 + len(rest) - len(rest.lstrip())
        inside = any(q.start <= colon < q.end for q in found)
        if inside or len(words.split()) < FEWEST_WORDS or words[0] in "“„«\"" or parse(rest, language):
            continue
        outer = (*(q for q in found if q.end <= colon), Quotation(start, start + len(words), words))
        read = _read(text[: start + len(words)], outer, language)
        if read and read[-1].kind in WHOLE and read[-1].new == words:
            return (unclear(read[0].start, read[-1].end, "quotation unclear"),) if _uncertain(rest, language) else read
    return ()


def _uncertain(rest: str, language: str) -> bool:
    """Whether the text without marks, or the end of it, may be a remark on the text ("as proposed by ...")."""
    words = rest.strip()
    own_line = "\n" in rest[: len(rest) - len(rest.lstrip())]
    doubtful = SENTENCE_END.search(words) or not words[0].isupper() or any(t.sign in "¿!" for t in tokens(words, (), language))
    return "\n" in words or (bool(doubtful) and not own_line) or bool(lexicon(language).takes_back.search(folded(words)))
