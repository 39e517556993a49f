"""Whether a sentence takes back all that a delegation sent, in four languages: nothing short of that counts.

A part ("its proposals on remittances", "all but one", a cited paragraph) is never all: what is taken back by provision is for
the placing to find.
"""

from __future__ import annotations

import re

MATTER = (
    r"(?:proposals?|comments?|observations?|amendments?|suggestions?|propuestas?|enmiendas?|sugerencias?|observaciones|comentarios?"
    r"|propositions?|amendements?|propostas?|emendas?|sugestões|observações|comentários?)"
)
PAPER = (
    r"(?:submissions?|contributions?|documents?|texts?|communications?|documentos?|presentaci[óo]n|presentaciones|contribuci[óo]n"
    r"|contribuciones|textos?|comunicaci[óo]n|soumissions?|documents?|textes?|contribuiç(?:ão|ões)|comunicaç(?:ão|ões)|submiss(?:ão|ões))"
)
WHOSE = r"(?:(?:the|its|our|their|sus?|nuestr[ao]s?|las?|los|el|ses|leurs?|nos|les?|sa|son|notre|[ao]s?|suas?|seus?|nossas?|nossos?)\s+)"
EVERY = (
    r"(?:all|the\s+(?:whole|entirety)|tod[ao]s|la\s+totalidad|el\s+conjunto|tou(?:te)?s|l['’](?:ensemble|intégralité)|la\s+totalité"
    r"|a\s+totalidade|o\s+conjunto)\s+(?:(?:of|de|des|das|dos|del|d['’])\s*)?"
)
WHOLLY = (
    r"(?:in\s+(?:full|(?:its|their)\s+entirety)|altogether|entirely|en\s+su\s+totalidad|por\s+completo|íntegramente"
    r"|dans\s+(?:leur|son)\s+(?:totalité|intégralité|ensemble)|intégralement|na\s+íntegra|na\s+(?:sua\s+)?totalidade|integralmente)"
)
VERB = (
    r"(?:withdr(?:aws?|ew|awn|awing)|retir(?:a|an|amos|ar|ó|ado|ou|am|aram|e|ent|ons|er)|retiradas?|retirados?)"
    r"(?:\s+(?:hereby|formally|formalmente|formellement|par\s+la\s+présente|por\s+la\s+presente|pela\s+presente))?"
)
DETAIL = r"(?:[\w’'-]+\s+){0,2}"
PASSIVE = r"(?:is|are|be|has\s+been|have\s+been|quedan?|ficam?|sont|est|são|está)\s+(?:hereby\s+|considered\s+|as\s+)*"
WHOLE = re.compile(
    rf"\b{VERB}\s+{EVERY}{WHOSE}*{DETAIL}(?:{MATTER}|{PAPER})\b"
    rf"|\b{VERB}\s+{WHOSE}+{DETAIL}{PAPER}\b"
    rf"|\b{VERB}\s+{WHOSE}+{DETAIL}{MATTER}\s+(?:[\w’'-]+\s+){{0,3}}{WHOLLY}"
    rf"|\b{EVERY}{WHOSE}*{DETAIL}(?:{MATTER}|{PAPER})\s+(?:[\w’'-]+\s+){{0,3}}{PASSIVE}{VERB}"
    rf"|\b{PASSIVE}{VERB}\s+{EVERY}{WHOSE}*{DETAIL}(?:{MATTER}|{PAPER})\b",
    re.I,
)
IN_PART = re.compile(
    r"\b(?:except|exception|other\s+than|apart\s+from|save\s+for|but\s+(?:one|that|the)|salvo|excepto|excepción|menos|sauf|exceto|exceção"
    r"|partly|part\s+of|partially|parcial\w*|partie|not|cannot|no|ne|não|nunca|jamais|never)\b"
    r"|\b(?:on|about|regarding|concerning|relating\s+to|in\s+respect\s+of|sobre|relativ\w+|respecto|referentes?|concernant|sur|acerca"
    r"|quanto)\s+(?!(?:(?:the|el|al|le|o|ao|à|a|present|presente)\s+)*(?:draft|proyecto|projet|projeto|program\w*|inter-american))",
    re.I,
)
CONDITION = re.compile(r"\b(?:if|unless|would|could|might|provided|si|podría|pourrait|se|caso|poderia)\b", re.I)
SENTENCE_END = re.compile(r"(?<=[.;!?])\s+|\n+")


def withdraws_all(text: str) -> bool:
    """Whether a sentence of it takes back everything, without exception, condition or place."""
    return any(WHOLE.search(s) and not IN_PART.search(s) and not CONDITION.search(s) for s in SENTENCE_END.split(text))
