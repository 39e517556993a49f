"""What is form alone: letterhead, address, date, reference line, compliments, closing formula, signature. Four languages."""

from __future__ import annotations

import re
from collections.abc import Sequence

MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto"
    r"|sep?tiembre|octubre|noviembre|diciembre|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|janeiro|fevereiro"
    r"|março|maio|junho|julho|setembro|outubro|novembro|dezembro)"
)
DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th|er|º)?\s+(?:de\s+)?{MONTH}\.?\s*,?\s*(?:de\s+|del\s+)?\d{{4}}|{MONTH}\s+\d{{1,2}},?\s+\d{{4}}|^\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}}$",
    re.I,
)
LINES = re.compile(
    r"\W*(?:ref(?:erence|erencia|érence)?\.?\s*(?::|no)|(?:note|nota|nv)\s+(?:verbale?\s+)?(?:n[.º°o]|no\.?|núm)|our\s+ref|subject\s*:|asunto\s*:|objet\s*:|assunto\s*:|re\s*:|to\s*:|cc\s*:"
    r"|attn?\b|a\s+la\s+atención|his\s+excellency|her\s+excellency|h\.\s?e\.|su\s+excelencia|son\s+excellence|sua\s+excelência|excelent[ií]ssim[oa]|a\s+sua\s+excelência"
    r"|(?:al?|au|à\s+la|ao)\s+(?:honorable|honorável|excelent[ií]sim[oa]|secretar[ií]a|secrétariat|secretariado)"
    r"|presente\.?$|(?:dear|estimad[oa]s?|cher|chère|prezad[oa]s?|caro)\s|(?:señor|señora|senhor|senhora|monsieur|madame|mr\.|mrs\.|ms\.|sr\.|sra\.|dr\.|dra\.)\b|excmo|exmo"
    r"|(?:organization\s+of\s+american\s+states|organización\s+de\s+los\s+estados\s+americanos|organisation\s+des\s+états\s+américains|organização\s+dos\s+estados\s+americanos)\W*$"
    r"|(?:encl(?:osure)?|attachment|adjunto|anexo|p\.\s?j\.|pièces?\s+jointes?)s?\s*[:.]"
    r"|original\s*:|tel(?:ephone|éfono)?\b|fax\b|t[ée]l\b|https?://|www\.|\S+@\S+|\d{3,5}\s+\w+.*\b(?:street|avenue|ave\.?|n\.?w\.?|calle|avenida|rue|rua|suite)\b)",
    re.I,
)
FORMULAS = re.compile(
    r"presents?\s+(?:its|his|her|their)\s+compliments|has\s+the\s+hono(?:u)?r\s+(?:to|of)|have\s+the\s+hono(?:u)?r|avails?\s+(?:itself|himself|myself|herself)\s+of"
    r"|assurances?\s+of\s+(?:its|my|his|our|her|their)|(?:saluda|saludan)\s+(?:muy\s+)?(?:atenta|cordial)|presenta\s+sus?\s+(?:atentos\s+|más\s+)?(?:saludos|cumplidos|cordiales)"
    r"|tiene\s+(?:el\s+honor|a\s+honra|el\s+agrado|a\s+bien)|tengo\s+el\s+(?:honor|agrado)|aprovecha\s+(?:la|esta)\s+(?:oportunidad|ocasión)|hace\s+propicia|propicia\s+la\s+(?:ocasión|oportunidad)"
    r"|seguridades\s+de\s+(?:su|mi)|présente\s+ses\s+compliments|a\s+l['’]honneur\s+de|ai\s+l['’]honneur\s+de|saisit\s+(?:cette|l['’])\s*occasion|assurances?\s+de\s+(?:sa|ma)"
    r"|apresenta\s+(?:os\s+)?seus\s+(?:atenciosos\s+)?(?:cumprimentos|protestos)|(?:tem|tenho)\s+a\s+honra|aproveita\s+(?:a|esta|o)\s+(?:oportunidade|ocasião|ensejo)|cumprimenta\s"
    r"|protestos\s+d[ae]|(?:please\s+find|find)\s+(?:attached|enclosed)|(?:attached|enclosed)\s+please\s+find|se\s+adjuntan?\b|\badjunt[oa]\s+(?:a\s+la\s+presente|sírvase|encontrará)"
    r"|veuillez\s+trouver|sin\s+otro\s+particular|sem\s+mais\s+para\s+o\s+momento|saludo\s+a\s+usted|ci-joint|segue(?:m)?\s+(?:em\s+)?anexo|em\s+anexo\s+(?:envia|segue|remet)",
    re.I,
)
THANKS = re.compile(
    r"\b(?:thanks?|wishes\s+to\s+thank|would\s+like\s+to\s+thank|(?:is|are|am)\s+grateful\s+to|agradec(?:e|emos|er)|remerci(?:e|ons|er)|congratulat\w+|felicit\w+)\b"
    r".{0,60}\b(?:chair\w*|secretaria\w*|secretar[ií]a|rapporteu\w+|relator\w*|working\s+group|presid\w+|présid\w+|grupo|groupe|secrétariat)",
    re.I,
)
CLOSINGS = re.compile(
    r"\W*(?:(?:yours\s+)?sincerely|yours\s+(?:truly|faithfully)|regards|(?:with\s+)?(?:(?:my|our)\s+)?(?:very\s+)?(?:best|kind|warm|kindest|warmest)\s+(?:regards|wishes)"
    r"|respectfully|(?:muy\s+)?atentamente|cordialmente|(?:con\s+|reciba[n]?\s+)?(?:un\s+)?(?:muy\s+)?(?:cordial(?:es)?|atento)\s+saludos?"
    r"|saludos(?:\s+cordiales)?|(?:bien\s+)?cordialement|bien\s+à\s+vous|(?:avec\s+)?(?:(?:mes|nos)\s+)?(?:meilleures|sincères|cordiales)\s+salutations|salutations\s+(?:distinguées|cordiales)|respectueusement|(?:muito\s+)?atenciosamente|(?:com\s+)?(?:os\s+)?(?:(?:meus|nossos)\s+)?(?:(?:cordiais|melhores)\s+(?:saudações|cumprimentos)|saudações\s+cordiais)|respeitosamente"
    r"|please\s+accept|sírvase\s+aceptar|veuillez\s+agréer|queira\s+aceitar|accept,?\s+\w+)\b",
    re.I,
)
ENDINGS = re.compile(
    r"avails?\s+(?:itself|himself|herself|myself)|assurances?\s+(?:of|de)\s|aprovecha\s+(?:la|esta)\s|propicia\s+la|seguridades\s+de|saisit\s+(?:cette|l['’])|aproveita\s|protestos\s+d|sin\s+otro\s+particular|saludo\s+a\s+usted|sem\s+mais\s+para",
    re.I,
)
# "The delegation presents the following comments on the draft Program." and no more
ANNOUNCES = re.compile(
    r".{0,90}\b(?:(?:presents?|submits?|makes?|offers?|presenta|formula|présente|soumet|formule|apresenta|submete)"
    r"\s+(?:the\s+following|l[ao]s\s+siguientes|les|[ao]s\s+seguintes)"
    r"|find\s+(?:below|hereunder)(?:\s+(?:the|our|its))?|a\s+continuación\s+se\s+presentan(?:\s+(?:l[ao]s|sus|nuestr[ao]s))?"
    r"|trouver\s+ci-(?:après|dessous)(?:\s+(?:les|nos|ses))?|seguem?\s+abaixo(?:\s+[ao]s)?)"
    r"\s+(?:\w+\s+){0,2}(?:proposals|comments|observations|propuestas|comentarios|observaciones|propositions|commentaires|observations|propostas|comentários|observações)"
    r"(?:\s+suivante?s)?(?:\s+(?:on|to|of|sobre|al|de|del|sur|du|au|ao|da|do)\s+[^.:;,]{0,80})?\s*[.:]?",
    re.I,
)
# Behind a formula in the same paragraph: "... submits its comments: the time frames are too short for us."
SAID_TOO = re.compile(r"[^\W\d_]\s?:\s+(?:\S+\s+){4}\S")
SHORT = 12


def is_closing(text: str) -> bool:
    """The formula after which only place, date and signature follow."""
    return bool(CLOSINGS.match(text) and len(text.split()) <= 40) or ENDINGS.search(text) is not None


def greets(text: str) -> bool:
    """The formulas of a letter or note verbale: no text of a draft has them."""
    return FORMULAS.search(text) is not None or is_closing(text)


def is_form(text: str) -> bool:
    """A line that is form wherever it stands."""
    words = text.split()
    if is_closing(text) or ANNOUNCES.fullmatch(text) or ((FORMULAS.search(text) or THANKS.search(text)) and not SAID_TOO.search(text)):
        return True
    if len(words) <= SHORT + 4 and (LINES.match(text) or (DATE.search(text) and len(words) <= SHORT)):
        return True
    return not any(c.isalnum() for c in text)


SENTENCE = re.compile(r"[^\W\d_]{3,}[.;!?][»”\"’)]*\s*$")


def may_be_letterhead(text: str, own_names: Sequence[str]) -> bool:
    """A short line before the letter has begun: names, addresses, titles."""
    named = any(name.casefold() in text.casefold() for name in own_names)
    return len(text.split()) <= SHORT + (6 if named else 0) and not SENTENCE.search(text)


def may_be_signature(text: str) -> bool:
    """A short line after the closing formula."""
    words = len(text.split())
    return words <= SHORT and not text.rstrip().endswith((":", ";")) and (words <= 3 or not SENTENCE.search(text))
