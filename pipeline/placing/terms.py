"""The words of a text as terms that can be compared: plain letters, without endings, small words left out. Four languages."""

from __future__ import annotations

import re

from ..citations.tokens import fold

WORD = re.compile(r"[a-z]+")
SHORTEST = 4  # letters of a term, and of what stands before an ending
ENDINGS_OF = {
    "en": "s es ies ed ied ing ings ly al ally ation ations ion ions ment ments ance ances ence ences ity ities er ers or ors",
    "es": "a o as os ar er ir ado ada ados adas ido ida idos idas ando iendo acion aciones cion ciones amiento amientos mente "
    "idad idades ico ica icos icas",
    "fr": "e ee ees er ement ements ite ites ant ants ante antes tion tions eux euse ique iques",
    "pt": "acao acoes cao coes amento amentos endo indo dade dades vel veis",
}
SMALL_IN = {
    "en": "that this these those with from into upon their them they which what when where while will would shall should could might must "
    "have having been being were also such than then there here very more most some other others each every both between during "
    "after before under over about against within without through only same said your ours",
    "es": "para como pero este esta estos estas esos esas aquel aquella desde hasta entre sobre bajo ante contra cual cuales cuyo cuya "
    "donde cuando sean sera seran sido haber habia tiene tienen puede pueden debe deben toda todo todas todos otra otro otras otros "
    "cada mismo misma mismos mismas mediante segun durante respecto",
    "fr": "pour dans avec sans sous leur leurs cette celui celle ceux elles sont etre avoir dont ainsi comme mais plus tout toute tous "
    "toutes autre autres entre lors apres avant chaque meme memes selon doit doivent peut peuvent",
    "pt": "para como pelo pela pelos pelas essa esse isso esta este isto aquele aquela seus suas mais entre sobre toda todo todas todos "
    "outra outro outras outros cada mesmo mesma quando onde sejam serao foram deve devem pode podem",
}
ENDINGS = tuple(sorted({e for words in ENDINGS_OF.values() for e in words.split()}, key=lambda e: (-len(e), e)))
SMALL = frozenset(w for words in SMALL_IN.values() for w in words.split())


def terms_of(text: str) -> list[str]:
    """In reading order, repeated ones included."""
    return [_term(w) for w in WORD.findall(fold(text)[0].lower()) if len(w) >= SHORTEST and w not in SMALL]


def _term(word: str) -> str:
    """Without its ending: "costs" and "cost", "reviewed" and "review", "financing" and "financed" are one."""
    found = next((e for e in ENDINGS if word.endswith(e) and len(word) - len(e) >= SHORTEST), "")
    stem = word.removesuffix(found)
    return stem[:-1] if len(stem) > SHORTEST and (stem[-1] in "aeiouy" or stem[-1] == stem[-2]) else stem
