"""Where sentences and quotations begin and end, in four languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

PAIRS = {"“": "”", "«": "»", "„": "“", "‹": "›"}
SHORT = re.compile(
    r"(?:\b(?:paras?|pars?|parag|art|arts|pp?|pág|págs|párr|párrs|secc?|sect|no|nº|núm|num|inc|lit|cf|fig|vol|ed|vs|e\.g|i\.e|etc|rev|add|corr"
    r"|mr|mrs|ms|dr|dra|sr|sra|srs|st|d\.c|ss|exc?a?|al|approx|op|pp|ref|chap|cap|n)|\b[A-Za-z]|^\W*\w{1,3})\.$",
    re.I,
)
END = re.compile(r"[.!?]+[»”\"’)\]]*(?=\s+[\"“«‹(]?[A-ZÁÉÍÓÚÀÈÊÇÔÕÑ0-9\x00])")


def quotations(text: str) -> list[tuple[int, int]]:
    """Ranges [start, end) of quoted words, the marks included; a quotation left open runs to the end."""
    out: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        close = _closing(text, at)
        if close is None:
            at += 1
            continue
        end = text.find(close, at + 1)
        if close == "”" and end < 0:
            end = text.find('"', at + 1)
        end = len(text) if end < 0 else end + 1
        out.append((at, end))
        at = end
    return out


def _closing(text: str, at: int) -> str | None:
    """The sign that closes a quotation which begins here. An inch sign after a digit opens none; nor does an apostrophe."""
    sign = text[at]
    if sign in PAIRS:
        return PAIRS[sign]
    if sign == '"':
        return '"'
    if sign in "‘'" and not text[at - 1 : at].isalnum() and re.match(r".[^\W\d_].*?[’'](?!\w)", text[at:], re.S):
        match = re.match(r".[^\W\d_].*?([’'])(?!\w)", text[at:], re.S)
        return match[1] if match and match[1] not in text[at + 1 : at + match.end() - 1] else None
    return None


def masked(text: str) -> str:
    """The text with quoted words blanked by NUL, sign for sign: patterns must not read what is quoted."""
    out = list(text)
    for start, end in quotations(text):
        out[start:end] = "\0" * (end - start)
    return "".join(out)


def open_quotation(text: str) -> str:
    """The sign that still has to close, "" where all is closed."""
    last = quotations(text)[-1:]
    if not last or last[0][1] < len(text):
        return ""
    start, end = last[0]
    close = _closing(text, start) or ""
    closed = end - start > 1 and text[end - 1] in (close, '"' if close == "”" else close)
    return "" if closed else close


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Ranges [start, end) that tile the text."""
    hidden = masked(text)
    start = 0
    for match in END.finditer(hidden):
        if SHORT.search(hidden[start : match.start() + 1]):
            continue
        end = match.end() + len(hidden[match.end() :]) - len(hidden[match.end() :].lstrip())
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)
