"""Words that the Secretariat never uses of itself: they rank proposals, count heads, praise or regret (law 7).

States may write what they wish; the list is held against the Secretariat's own words, in tests and in the written document.
"""

import re
from collections.abc import Mapping

PARTIAL: Mapping[str, tuple[str, ...]] = {
    "en": (
        r"majorit\w+", r"minorit\w+", r"most (?:delegations|states|members)", r"(?:few|many|some) (?:delegations|states)", r"unfortunately",
        r"regrettabl\w+", r"consensus", r"prevail\w*", r"widely", r"broad(?:ly)? support\w*", r"overwhelming\w*", r"preferabl\w+",
        r"(?:better|best|worse|stronger|weaker) (?:text|proposal|wording)", r"only one (?:delegation|state)", r"obvious\w*", r"clearly",
        r"compromise", r"reasonable", r"insist\w*", r"refus(?:e|es|ed|al)\b",
    ),
    "es": (
        r"mayor[ií]a\w*", r"mayoritari\w+", r"minor[ií]a\w*", r"minoritari\w+", r"(?:pocas|muchas|algunas) delegaciones",
        r"lamentablemente",
        r"desafortunadamente", r"por desgracia", r"consenso", r"prevalec\w+", r"amplio apoyo", r"ampliamente", r"preferible\w*",
        r"mejor (?:texto|propuesta|redacci[oó]n)", r"una sola delegaci[oó]n (?:se )?op\w+", r"obvi\w+", r"claramente", r"razonable\w*",
        r"extrem\w+", r"insist\w+",
    ),
    "fr": (
        r"majorit\w+", r"minorit\w+", r"la plupart", r"(?:peu|beaucoup|nombre) de d[ée]l[ée]gations", r"malheureusement", r"regrettabl\w+",
        r"consensus", r"pr[ée]val\w+", r"large(?:ment)? (?:appui|appuy\w+)", r"pr[ée]f[ée]rable\w*", r"meilleur\w*",
        r"clairement", r"raisonnable\w*", r"insist\w+",
    ),
    "pt": (
        r"maioria\w*", r"majorit[áa]ri\w+", r"minoria\w*", r"minorit[áa]ri\w+", r"(?:poucas|muitas|algumas) delega[çc][õo]es",
        r"infelizmente",
        r"lamentavelmente", r"consenso", r"prevalec\w+", r"amplo apoio", r"amplamente", r"prefer[íi]ve\w+", r"melhor\w*", r"[óo]bvi\w+",
        r"claramente", r"razo[áa]ve\w+", r"insist\w+",
    ),
}  # fmt: skip
_ANY = re.compile(r"(?<!\w)(?:" + "|".join(f"(?:{p})" for patterns in PARTIAL.values() for p in patterns) + r")(?!\w)", re.IGNORECASE)


def partial_words(text: str) -> list[str]:
    """What of a text is on the list, in any of the four languages, in the order of the text."""
    return [match[0] for match in _ANY.finditer(text)]
