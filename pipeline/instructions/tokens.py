"""A text as the signs of the grammar: quotations first, then every other word by the lexicon of one language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.instructions.lexicon import QUOTE, Lexicon, folded, lexicon
from pipeline.instructions.quotations import Quotation

BREAK = re.compile(r"\s*\n\s*(?:\n|(?=[-•*–·▪]\s))|\s*\n\s*(?=\(?[a-z0-9]{1,2}\)\s)")
VAGUE = frozenset({
    "something", "another", "other", "others", "one", "it", "them", "this", "that", "algo", "otro", "otra", "otros", "outro",
    "outra", "outros", "autre", "autres", "quelque", "quelqu", "more", "less", "mas", "synonyms", "better", "clearer", "a", "an",
    "the", "un", "una", "une", "um", "uma",
})  # fmt: skip
WORD_NOUNS = frozenset({
    "word", "term", "palabra", "termino", "vocablo", "verbo", "verb", "mot", "terme", "palavra", "termo", "vocabulo", "verbe",
    "adjective", "adjetivo", "adjectif",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """[start, end) of the text. value: of an ordinal. quotation: what a "q" holds."""

    sign: str
    start: int
    end: int
    text: str
    value: int = 0
    quotation: Quotation | None = None


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The text with every quotation as one sign and single spaces; ``places[k]`` is where its k-th sign stands."""

    text: str
    places: tuple[int, ...]
    quoted: dict[int, Quotation]


def skeleton(text: str, found: tuple[Quotation, ...]) -> Skeleton:
    signs: list[str] = []
    places: list[int] = []
    quoted: dict[int, Quotation] = {}
    breaks = {m.start(): m.end() for m in BREAK.finditer(text)}
    opening = {q.start: q for q in found}
    at = 0
    while at < len(text):
        if at in opening:
            quoted[len(signs)] = opening[at]
            sign, end = QUOTE, opening[at].end
        elif at in breaks:
            sign, end = "\n", breaks[at]
        else:
            sign, end = text[at], at + 1
            sign = " " if sign.isspace() else sign
        if not (sign == " " and signs and signs[-1] in " \n"):
            signs.append(sign)
            places.append(at)
        at = end
    bare = "".join(s if s == "\n" else folded(s) for s in signs)
    return Skeleton(bare, (*places, len(text)), quoted)


def tokens(text: str, found: tuple[Quotation, ...], language: str) -> tuple[Token, ...]:
    words = lexicon(language)
    bones = skeleton(text, found)
    out = [_token(m, words, bones) for m in words.pattern.finditer(bones.text)]
    return tuple(_bare_mentions([t for t in out if t.sign], text))


def _token(match: re.Match[str], words: Lexicon, bones: Skeleton) -> Token:
    start, end = bones.places[match.start()], bones.places[match.end() - 1]
    end = bones.quoted[match.end() - 1].end if match.end() - 1 in bones.quoted else end + 1
    said, kind = " ".join(match[0].casefold().split()).replace(" :", ":"), match.lastgroup or ""
    token = Token("u", start, end, said)
    if kind == "q":
        return replace(token, sign="q", quotation=bones.quoted[match.start()])
    if kind == "sentence":
        return replace(token, sign="%", value=words.ordinals[said.split()[0]])
    if kind == "listed":
        sign = words.signs[said]
        return replace(token, sign=sign[0], value=int(sign[1:] or 0))
    signs = {"place": "P", "label": "P", "arrow": ">", "word": "u"}
    return replace(token, sign=signs.get(kind) or _mark(match[0]))


def _mark(sign: str) -> str:
    """Brackets and bullets carry no meaning of their own; a dash between two thoughts is a colon or a comma."""
    if sign in "()[]{}*•·▪°º*_":
        return ""
    if sign in "-–":
        return ":"
    if sign in "…!":
        return "."
    return {"¿": "?", "\n": "."}.get(sign, sign if sign in ".,;:?/&" else "u")


def _bare_mentions(found: list[Token], text: str) -> Iterator[Token]:
    """ "the word effective": one plain word after such a noun is named, not used; then also what shall replace it."""
    named = False
    for k, token in enumerate(found):
        before = [t for t in found[max(0, k - 2) : k] if t.sign != "f"]
        last = before[-1] if before else None
        mentioned = last is not None and last.sign == "o" and last.text in WORD_NOUNS and last is found[k - 1]
        replacing = named and last is not None and last.sign in "b" and _closes(found, k)
        if token.sign == "u" and token.text not in VAGUE and (mentioned or replacing):
            named = True
            yield replace(token, sign="q", quotation=Quotation(token.start, token.end, text[token.start : token.end], bare=True))
        else:
            yield token


def _closes(found: list[Token], at: int) -> bool:
    return at + 1 == len(found) or found[at + 1].sign in ".,;&l"


def sentences(found: tuple[Token, ...], text: str) -> Iterator[tuple[Token, ...]]:
    """Cut at full stops, also at one inside a closing quotation mark; a question keeps its "?"."""
    sentence: list[Token] = []
    for k, token in enumerate(found):
        if token.sign != ".":
            sentence.append(token)
        if (token.sign in ".?" and token.text != "¿") or _ends_inside(found, k, text):
            yield tuple(sentence)
            sentence = []
    yield tuple(sentence)


def _ends_inside(found: tuple[Token, ...], at: int, text: str) -> bool:
    quotation = found[at].quotation
    if quotation is None or quotation.text[-1:] not in (".", "!", "?") or at + 1 == len(found):
        return False
    return text[found[at + 1].start].isupper() and found[at + 1].sign not in ".,;:q"
