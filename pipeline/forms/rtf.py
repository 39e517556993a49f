"""A Rich Text file, cleaned for pandoc: deleted text out, hidden text out and counted, signs written so that pandoc keeps them.

Observed in pandoc 3.9: ``\\deleted`` text comes out as if struck through, hidden text vanishes without a word, and of
``\\u8217?s`` the "s" is lost with the replacement sign. Control words by the Rich Text Format Specification 1.9.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .pandoc import blocks_of
from .reading import FormReading, Gathered

TOKEN = re.compile(r"\\bin(\d+) ?|\\([a-zA-Z]+)(-?\d+)? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|([^\\{}]+)", re.S)
ASIDE = frozenset(
    (
        "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "listtable", "listoverridetable", "revtbl", "fldinst",
        "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "atnid", "atnauthor", "annotation",
        "themedata", "colorschememapping", "latentstyles", "datastore", "xmlnstbl", "rsidtbl", "generator",
    )
)  # fmt: skip
LANGUAGES = {9: "en", 10: "es", 12: "fr", 22: "pt"}  # the low ten bits of a language number [MS-LCID]
COLOURED = "this file shows words highlighted; that look is lost in reading"


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside the open group."""

    hidden: bool = False
    deleted: bool = False
    aside: bool = False  # in a destination that is no text


def read(data: bytes, file: str) -> FormReading:
    """Raises Unreadable."""
    gathered = Gathered(file)
    text = data.decode("latin-1").rstrip("\0").replace("\\*\\footnote", "\\footnote")  # as LibreOffice writes it, and pandoc drops it
    blocks = blocks_of("".join(_cleaned(text, gathered)), "rtf")
    gathered.loses(len(re.findall(r"\\(?:revised|deleted)(?![a-z0])", text)), len(re.findall(r"\\annotation(?![a-z])", text)))
    if re.search(r"\\(?:highlight|cb)[1-9]", text):
        gathered.notice(COLOURED, kind="lost in reading")
    return gathered.reading(blocks)


def _cleaned(text: str, gathered: Gathered) -> Iterator[str]:
    stack, state, paragraph, silent, at = [], _State(), 1, False, 0
    while token := TOKEN.match(text, at):
        at = token.end() + int(token[1] or 0)  # binary data may hold any sign
        word, number, brace = token[2], token[3], token[6]
        if brace == "{":
            stack.append(state)
        elif brace == "}":
            state = stack.pop() if stack else _State()
        elif word or token[5] == "*":
            state = _after(state, word or "*", number)
            paragraph += word == "par" and not state.aside
            if word in ("lang", "langfe") and number and int(number) & 0x3FF in LANGUAGES:
                gathered.speaks(LANGUAGES[int(number) & 0x3FF])
        if token[1] is not None:
            continue
        words = bool(token[4] or token[7] or word in ("u", "tab"))
        if words and not state.aside and (state.hidden or state.deleted):
            if state.hidden and not silent and (token[7] or "x").strip():
                gathered.held.append(f"paragraph {paragraph}")
                silent = True
            continue
        silent = silent and not (words and not state.aside)
        yield _shown(token)


def _after(state: _State, word: str, number: str | None) -> _State:
    on = number != "0"
    if word == "v":
        return replace(state, hidden=on)
    if word == "deleted":
        return replace(state, deleted=on)
    if word == "plain":
        return replace(state, hidden=False, deleted=False)
    return replace(state, aside=True) if word in ASIDE else state


def _shown(token: re.Match[str]) -> str:
    """As it stood, but a Unicode sign keeps a space before its replacement."""
    if token[2] == "u" and token[3]:
        return f"\\u{token[3]} "
    return token[0]
