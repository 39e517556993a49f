"""Whose proposal a sentence supports: the names as written."""

from __future__ import annotations

import re

from .acts_words import CONDITION, NOT_OUR_ACT, SUPPORTS, TARGET
from .sentences import masked

STOP = re.compile(
    r"\b(?:on|regarding|concerning|with\s+respect|with\s+regard|in\s+relation|relating|related|for|about|under|to|in|that|which|because|since|as|so"
    r"|sobre|respecto|relativ\w+|referente\w*|en\s+relación|en\s+lo|en|para|porque|concernant|sur|au\s+sujet|quant|dans|afin|quanto|em|no|na"
    r"|paragraph\w*|párrafos?|parágrafos?)\b|[.;:(]",
    re.I,
)
BY = (
    r"(?:(?:made|submitted|presented|put\s+forward|presentada|formulada|hecha|présentée|formulée|faite|apresentada|feita|formulada)\s+)?"
    r"(?:of|by|from|del?|de\s+la|de\s+los|du|des|d['’]|da|do|dos|das|de|por|par|pel[oa]s?)\s*(?:the\s+|la\s+|el\s+|l['’]|le\s+|las\s+|los\s+|o\s+|a\s+)?"
    r"(?:(?:delegations?|delegaci(?:ón|ones)|délégations?|delegaç(?:ão|ões))\s+(?:of\s+|del?\s+|de\s+la\s+|du\s+|da\s+|do\s+|d['’])?(?:the\s+)?)?"
)
PROPER = r"[A-ZÁÉÍÓÚÂÊÎÔÃÕÇ][\w.'’-]*(?:\s+[A-ZÁÉÍÓÚÂÊÎÔÃÕÇ][\w.'’-]*)*"
LIST = re.compile(
    rf"(?i:{BY})({PROPER}(?:(?:\s*,\s*|\s+(?:and|y|e|et)\s+)(?i:the\s+|the\s+|del?\s+|de\s+la\s+|du\s+|da\s+|do\s+|la\s+|le\s+)?{PROPER})*)"
)
POSSESSIVE = re.compile(rf"({PROPER})['’]s?\s")


def supported(text: str, names: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The states whose proposal is supported without conditions; empty where none is."""
    said = masked(text)
    verb = SUPPORTS.search(said)
    if verb is None or NOT_OUR_ACT.search(said) or CONDITION.search(said):
        return ()
    target = TARGET.search(said, verb.end(), verb.end() + 120)
    region = _region(said, verb.end(), target)
    found = named_in(region, names)
    if found or target is None:
        return found
    return () if names else _proper(region)


def _region(said: str, start: int, target: re.Match[str] | None) -> str:
    """From the verb to what the proposal is about."""
    stop = STOP.search(said, target.end() if target else start)
    return said[start : stop.start() if stop else len(said)]


def named_in(text: str, names: frozenset[str]) -> tuple[str, ...]:
    """Known names in the text, longest first where they overlap, in the order in which they stand."""
    taken: list[tuple[int, int]] = []
    for name in sorted(names, key=lambda n: (-len(n), n)):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, 0 if len(name) <= 4 else re.I):
            if all(match.end() <= a or match.start() >= b for a, b in taken):
                taken.append(match.span())
    return tuple(dict.fromkeys(text[a:b] for a, b in sorted(taken)))


def _proper(region: str) -> tuple[str, ...]:
    """Capitalised words after "of" or "by", where no register of names is at hand."""
    if possessive := POSSESSIVE.search(region):
        return (possessive[1],)
    found = LIST.search(region)
    if found is None:
        return ()
    parts = re.split(r"\s*,\s*|\s+(?:and|y|e|et)\s+", found[1])
    return tuple(re.sub(r"^(?:the|del?|de la|du|da|do|la|le)\s+", "", part.strip(), flags=re.I) for part in parts if part.strip())
