"""A text as tokens that the grammar reads: folded to one alphabet, with the offsets of the text as it was written."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from . import words as w

SPACE_AND_QUOTES = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"', "’": "'", "‘": "'", "′": "'", "º": "º", "°": "º", "ª": "ª"}
CONFUSABLE = dict(zip("АВЕКМНОРСТХІаеорсхуіΑΒΕΗΙΚΜΝΟΡΤΧ", "ABEKMHOPCTXIaeopcxyiABEHIKMNOPTX", strict=True))
MISTYPED = re.compile("(?=.*l)[IVXl]{2,5}")  # "section Il"
TOKEN = re.compile(
    r"""(?P<quote>"[^"\n]{1,400}")
    |(?P<symbol>\b(?![IVXL]+/)[A-Z]{1,6}/(?=[A-Za-z]{2})[A-Za-z.\-/]*(?:\s?\d[\w/.\-]*)?(?:\s\([A-Z][A-Z0-9/\-]+\))?)
    |(?P<date>\b\d{1,2}\s(?:de\s)?(?:jan|feb|mar|apr|abr|may|mai|jun|jul|aug|ago|sep|set|oct|out|nov|dec|dic|dez|ene|fev|avr|juin|juil|aout)
       [a-z]*(?:\s(?:de\s)?\d{4})?\b)
    |(?P<num>\d+)(?P<ord>\.?(?:[ºª]|(?:er|era|ero|ro|ra|st|nd|rd|th|eme|ieme|me|re|do|da|to|ta|mo|ma)\b))?
    |(?P<word>[A-Za-z]+)
    |(?P<ellipsis>\.\.\.|…)
    |(?P<punct>[^\s]|\n)""",
    re.VERBOSE,
)


@dataclass(slots=True)
class Token:
    """``tags``: what the word can be, such as unit -> para. ``glued``: no space before it. ``plural`` of a unit."""

    kind: str
    text: str
    low: str
    start: int
    end: int
    glued: bool
    tags: dict[str, str] = field(default_factory=dict)
    doubtful: bool = False
    plural: bool = False


END = Token("end", "", "", 0, 0, False)


def _phrase(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[a-z]+|[^\sa-z]", text.strip()))


def _lexicon() -> dict[str, list[tuple[tuple[str, ...], dict[str, str]]]]:
    """First word -> the phrases that begin with it, longest first, with all their tags."""
    tagged: dict[tuple[str, ...], dict[str, str]] = {}
    lists = [(f"unit {unit}", text) for unit, text in w.UNITS.items()] + list(w.OTHERS.items())
    lists.extend((f"ordinal {number}", text) for number, text in w.ORDINALS.items())
    for tag, text in lists:
        name, _, value = tag.partition(" ")
        for words in text.split(","):
            tagged.setdefault(_phrase(words), {})[name] = value
    out: dict[str, list[tuple[tuple[str, ...], dict[str, str]]]] = {}
    for phrase, tags in sorted(tagged.items(), key=lambda entry: -len(entry[0])):
        out.setdefault(phrase[0], []).append((phrase, tags))
    return out


LEXICON = _lexicon()


class _Alphabet(dict[int, str]):
    """Spaces, hyphens, quotes and letters of all kinds to plain ones; what has no width to nothing."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kind = unicodedata.category(char)
        plain = SPACE_AND_QUOTES.get(char) or CONFUSABLE.get(char)
        plain = plain if plain is not None else {"Zs": " ", "Pd": "-", "Cf": "", "Mn": "", "Zl": "\n", "Zp": "\n"}.get(kind)
        self[code] = unicodedata.normalize("NFD", char)[0] if plain is None else plain
        return self[code]


ALPHABET = _Alphabet()


def fold(text: str) -> tuple[str, list[int]]:
    """The text in plain letters, and the offset in the written text of each of its characters and of its end."""
    plain = text.translate(ALPHABET)
    if len(plain) == len(text):
        return plain, list(range(len(text) + 1))
    return plain, [at for at, char in enumerate(text) if ALPHABET[ord(char)]] + [len(text)]


def tokens_of(text: str) -> tuple[list[Token], str, list[int]]:
    """The tokens of a text, with the folded text that their offsets count in and the way back."""
    plain, offsets = fold(text)
    doubtful = not CONFUSABLE.keys().isdisjoint(text)
    out: list[Token] = []
    for match in TOKEN.finditer(plain):
        token = _token(match, out[-1].end if out else -1)
        token.doubtful = doubtful and not CONFUSABLE.keys().isdisjoint(text[offsets[token.start] : offsets[token.end]])
        out.append(token)
    return _phrases(out), plain, offsets


def _token(match: re.Match[str], before: int) -> Token:
    kind = match.lastgroup or ""
    kind = "num" if kind == "ord" else kind
    text = match["num"] if kind == "num" else match[0]
    token = Token(kind, text, text.lower(), match.start(), match.end(), match.start() == before)
    if match["ord"]:
        token.tags["ordinal"] = text
    return token


def _phrases(tokens: list[Token]) -> list[Token]:
    """Tokens with the words of the lexicon joined and tagged; an abbreviation takes its full stop with it."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        length, tags = _known(tokens, at)
        token = tokens[at]
        if length:
            token = _joined(tokens[at : at + length], tags)
            at = _full_stop(tokens, at + length, token)
        else:
            at += 1
        if out and out[-1].tags.get("unit") in ("section", "part", "annex") and MISTYPED.fullmatch(token.text):
            token.text, token.doubtful = token.text.replace("l", "I"), True
        out.append(token)
    return out


def _known(tokens: list[Token], at: int) -> tuple[int, dict[str, str]]:
    for phrase, tags in LEXICON.get(tokens[at].low, ()) if tokens[at].kind in ("word", "punct") else ():
        if all(tokens[at + i].low == part for i, part in enumerate(phrase) if i) if at + len(phrase) <= len(tokens) else False:
            return len(phrase), tags
    return 0, {}


def _joined(parts: list[Token], tags: dict[str, str]) -> Token:
    text = " ".join(part.text for part in parts)
    token = Token("word", text, text.lower(), parts[0].start, parts[-1].end, parts[0].glued, dict(tags))
    token.plural = (text.endswith(("s", "S", "§§", "¶¶", "pp")) and text.lower() not in ("ss", "infine")) or text in ("§ §", "pp")
    token.doubtful = any(part.doubtful for part in parts)
    if text in ("PP", "PPs"):  # preambular paragraph; pages are pp.
        token.tags = {"mod": "PP"}
    return token


def _full_stop(tokens: list[Token], at: int, token: Token) -> int:
    """Past the full stop of an abbreviation; a short word that needs one and has none is no unit."""
    if token.low in ("id", "ib") and not (at < len(tokens) and tokens[at].text == "."):
        token.tags.pop("same", None)
    stop = at < len(tokens) and tokens[at].text == "." and tokens[at].glued
    number = at < len(tokens) and tokens[at].kind == "num"
    if token.low in w.DOTTED and not stop and not (number and (token.low not in ("par", "al", "l") or token.glued)):
        token.tags.pop("unit", None)
    if stop and token.tags.keys() & {"unit", "mod", "same", "onwards"} and len(token.low) <= 6:
        token.end = tokens[at].end
        return at + 1
    return at


def label_like(token: Token) -> bool:
    """Whether the token can be a number or letter of a label: 3, b, B, iv, II, or a quoted letter."""
    if token.kind == "num":
        return len(token.text) <= 3 and (token.text[0] != "0" or token.text == "0")
    if token.kind == "quote":
        return bool(re.fullmatch(r'"\s?[A-Za-z0-9]{1,3}\)?\s?"', token.text))
    letter = len(token.text) == 1 and token.text.isalpha() and "unit" not in token.tags
    return token.kind == "word" and (letter or roman(token.text))


def roman(text: str) -> bool:
    """A Roman numeral up to 89 in one case; L, C and D alone are letters."""
    if len(text) > 8 or text not in (text.upper(), text.lower()):
        return False
    return bool(re.fullmatch(r"l?x{0,3}(?:ix|iv|v?i{0,3})|xl(?:ix|iv|v?i{0,3})", text.lower())) and text.lower() not in ("", "l")
