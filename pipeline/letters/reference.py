"""The place in the draft or the report that a sentence names, as the delegation wrote it. What it means is found elsewhere.

A reference is a chain of elements ("page 7, paragraph 4 (begins with ...)"); ranks say what lies inside what, so that
"subparagraph (b)" under the heading "Paragraph 4" is read with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .sentences import masked

REPORT = (
    r"(?:(?:the\s+)?(?:draft\s+)?report\s+of\s+the\s+(?:special\s+)?(?:rapporteur|meeting)|(?:the\s+)?rapporteur['’]s\s+(?:draft\s+)?report"
    r"|informe\s+(?:del?|de\s+la)\s+(?:relator(?:a|ía)?|reunión)|rapport\s+d(?:u|e\s+la)\s+(?:rapporteuse|rapporteur|réunion)"
    r"|relatório\s+d[oa]\s+(?:relator(?:a|ia)?|reunião))"
)
UNITS = (
    (1, r"annex(?:es)?|anexos?|annexes?|chapters?|capítulos?|chapitres?|parts?|partes?|parties?|sections?|sects?\.?|secci(?:ón"
        r"|ones)|seccs?\.?"
        r"|seç(?:ão|ões)|títulos?|titles?|titres?|headings?|apartados?|acápites?|rubriques?"),
    (2, r"pages?|pp?\.|págs?\.?|páginas?"),
    (3, r"paragraphs?|paras?\.?|párrafos?|párrs?\.?|paragraphes?|parágrafos?|§+|articles?|arts?\.?|artículos?|artigos?|numerales|numerais"
        r"|numeral|items?|itens|points?|puntos?|pontos?|tables?|tablas?|tableaux?|tabelas?|cuadros?|quadros?|figures?|figuras?|footnotes?"
        r"|notas?\s+al\s+pie|notes?\s+de\s+bas\s+de\s+page|notas?\s+de\s+rodapé|objectives?|objetivos?|objectifs?|activit(?:y|ies)"
        r"|actividad(?:es)?"
        r"|activités?|atividades?|considerandos?|ops?|pps?|op\.?\s+paras?\.?|incisos?\s+dispositivos?"),
    (4, r"sub-?\s?paragraphs?|sub-?paras?\.?|sub-?párrafos?|sous-paragraphes?|sub-?parágrafos?|alin[eé]as?|alíneas?|incisos?"
        r"|literales|literal"
        r"|letras?|letters?|lettres?|lits?\.|bullets?(?:\s+points?)?|viñetas?|guion(?:es)?|guión|tirets?|puces?|travess(?:ão|ões)"
        r"|marcador(?:es)?"
        r"|clauses?|chapeau|encabezado|chapô|caput"),
    (5, r"sentences?|oraci(?:ón|ones)|frases?|phrases?|líneas?|linhas?|lignes?|lines?|oraç(?:ão|ões)|períodos?"),
)  # fmt: skip
RANKS = [(rank, re.compile(rf"(?i:\b(?:{words})(?![^\W\d_])|§)")) for rank, words in reversed(UNITS)]
REPORT_RANK = 0
UNIT = "(?i:" + "|".join(words for _, words in reversed(UNITS)) + ")"
LATIN = r"(?:\s?(?:bis|ter|quater|quinquies)\b)?"
INNER = rf"(?:\s?\(\w{{1,4}}\)|(?<=\d)\.?\s?[a-z]\))*{LATIN}"
NUMBER = rf"(?:\(?[a-zA-Z]\)|\([ivx]+\)|[IVXLC]+\b(?:[.\s]{{0,2}}[A-Z]\b)?(?:\.\d+)*|\d+(?:[./]\d+)*|[A-Z]\b(?:\.\d+)*){INNER}"
NEXT = rf"(?:\(?[a-z]\)|\([ivx]+\)|[IVXLC]{{2,}}\b|\d+(?:[./]\d+)*){INNER}"
AND = r"\s*(?:,|;|–|—|-|/|&|\b(?:and|y|e|et|to|a|à|al|ao|through|hasta|até|jusqu['’]au?|or|o|ou)\b)\s*(?:(?:the|al|au|o|el|le)\s+)?"
NUMBERS = rf"{NUMBER}(?:(?:{AND}){{1,2}}{NEXT})*"
ORDINAL = (
    r"(?i:\b(?:first|second|third|fourth|fifth|sixth|last|final|penultimate|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]"
    r"|quint[oa]|últim[oa]"
    r"|penúltim[oa]|premi(?:er|ère)|deuxième|seconde?|troisième|quatrième|cinquième|derni(?:er|ère)|primeir[oa]|terceir[oa]|quart[oa]"
    r"|opening|introductory|concluding|\d+(?:st|nd|rd|th|er|e|ème|º|ª|°)))"
)
KIND = (
    r"(?i:(?:preambular|operative|preambulares|operativos?|dispositivos?|resolutivos?|preambulaires?"
    r"|preâmbulares|unnumbered|new|nuevo|nouveau|novo)\s+)?"
)
NOUN = r"(?:(?i:n[.º°]{1,2}|no\.|number|número|núm\.|numéro)\s*)?"
CHAPEAU = r"(?i:\b(?:chapeau|in\s+fine|(?:title|título|titre|heading|encabezado|caput|chapô)(?=\s+(?:of|del?|du|da|do|de\s+la)\s)))"
CODE = r"\b(?:OP|PP)\s?\d+" + LATIN
BARE = rf"(?<![\w/.])\d+(?:\s?\([a-z]{{1,4}}\))+{LATIN}|(?<![\w/.])\d+\s?\b(?:bis|ter|quater)\b"
ELEMENT = (
    rf"(?:{CODE}|\b{UNIT}\s*{KIND}{NOUN}{NUMBERS}|§+\s*{NUMBERS}|{ORDINAL}\s+{KIND}(?:{UNIT})\b"
    rf"|\b{UNIT}\s+{ORDINAL}|{CHAPEAU}|{BARE}|(?i:{REPORT}))"
)
LINK = r"(?:\s*[,;:]?\s*(?:(?i:of|in|on|from|under|del?|de\s+la|du|des|da|do|dos|das|en|dans|em|no|na|the|la|el|le|l['’]|au|à\s+la)\s+)*)"
BEGINS = (
    r"(?:\s*[,(]?\s*(?i:(?:(?:which|that|que|qui)\s+)?(?:begins?|beginning|starts?|starting|comienza|empieza|comenzando|commen[cç]e"
    r"|commençant"
    r"|começa|começando|inicia(?:ndo)?))\s+(?i:with|by|con|por|par|com|pel[ao]s?)?[^()\0]*\0+[^()\w]*\)?)"
)
ANCHOR = (
    r"(?:(?i:\b(?:immediately\s+)?(?:after|before|between|following)|\b(?:después|antes|depois)\s+d[eo]l?|\b(?:a\s+continuación\s+del?"
    r"|tras|entre"
    r"|après|avant|após))\s+(?i:the\s+|el\s+|la\s+|le\s+|o\s+|a\s+|los\s+|las\s+|les\s+|os\s+|as\s+)?)?"
)
CHAIN = re.compile(rf"{ANCHOR}{ELEMENT}(?:{LINK}{ELEMENT})*{BEGINS}?")
GLOBAL = re.compile(
    r"(?:throughout\s+the\s+(?:text|draft|document|program(?:me)?|report)|in\s+the\s+whole\s+text|en\s+todo\s+el\s+(?:texto|documento"
    r"|proyecto|programa)"
    r"|a\s+lo\s+largo\s+del\s+texto|dans\s+(?:tout\s+le|l['’]ensemble\s+du)\s+(?:texte|document|projet)|em\s+todo\s+o\s+(?:texto"
    r"|documento|projeto)"
    r"|ao\s+longo\s+do\s+texto)",
    re.I,
)
SAME = re.compile(
    r"(?:\b(?:idem|ídem|ibid(?:em)?\.?)(?!\w)|\b(?:the\s+)?same\s+(?:paragraph|section|page|subparagraph|sentence)"
    r"|\b(?:el\s+|la\s+)?mism[oa]\s+(?:párrafo|sección|página|inciso)|\b(?:le\s+|la\s+)?même\s+(?:paragraphe|section|page|alinéa)"
    r"|\b(?:o\s+|a\s+)?mesm[oa]\s+(?:parágrafo|seção|página|alínea))",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """``rank``: of its coarsest element, 0 the report, 1 a section, 2 a page, 3 a paragraph, 4 a part of one, 5 a sentence."""

    text: str
    rank: int
    start: int
    end: int


def reference_in(text: str) -> Reference | None:
    """The first place that the text names outside its quotations."""
    hidden = masked(text)
    found = [m for pattern in (SAME, GLOBAL, CHAIN) if (m := pattern.search(hidden)) is not None]
    if not found:
        return None
    first = min(found, key=lambda m: (m.start(), -m.end()))
    return Reference(text[first.start() : first.end()].strip(" ,;:"), _rank(first[0]), first.start(), first.end())


def _rank(chain: str) -> int:
    if re.search(REPORT, chain, re.I):
        return REPORT_RANK
    if SAME.match(chain) or GLOBAL.match(chain):
        return 1
    ranks = [rank for rank, pattern in RANKS if pattern.search(chain)]
    if re.match(r"(?i:title|título|titre|heading|encabezado)\b", chain) and ranks:
        return max(min(ranks), 3) if len(ranks) == 1 else min(ranks)
    return min(ranks, default=3)


def within(context: tuple[Reference, ...], own: Reference | None) -> str:
    """The reference in its context: headings that are coarser than what the sentence names, then its own words."""
    if own is None:
        return ", ".join(r.text for r in context)
    return ", ".join([*(r.text for r in context if r.rank < own.rank), own.text])


def entered(context: tuple[Reference, ...], own: Reference) -> tuple[Reference, ...]:
    """The context below a heading: what was open at the same rank or a finer one is closed."""
    return (*(r for r in context if r.rank < own.rank), own)
