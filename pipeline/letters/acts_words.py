"""The words of the acts, in English, Spanish, French and Portuguese. Each pattern is read on text whose quotations are blanked."""

from __future__ import annotations

import re


def _any(*languages: str) -> str:
    return "(?:" + "|".join(languages) + ")"


def _words(*languages: str) -> re.Pattern[str]:
    return re.compile(_any(*languages), re.I)


OWN_MATTER = r"(?:proposal|amendment|suggestion|comment|observation|reservation)s?"
WITHDRAWS = _words(
    rf"\b(?:hereby\s+)?(?:withdraws?|withdrawn|withdrew|withdrawing)\s+(?:its|our|the|their|his|my)\s+(?:[\w-]+\s+){{0,3}}{OWN_MATTER}",
    rf"\b{OWN_MATTER}\b.{{0,80}}\b(?:is|are|has\s+been|have\s+been)\s+(?:hereby\s+)?withdrawn\b",
    r"\bretir(?:a|an|amos|ar|ó|ado|ou|aram)\s+(?:formalmente\s+)?(?:su|sus|nuestras?|la|las|mi|a\s+sua|as\s+suas|sua|suas|nossas?"
    r"|a\s+nossa)\s+(?:\w+\s+){0,2}"
    r"(?:propuestas?|enmiendas?|sugerencias?|observaci|comentarios?|reservas?|propostas?|emendas?|sugest|observaç|comentários?)",
    r"\b(?:queda|quedan|fica|ficam)\s+retiradas?\b",
    r"\bretir(?:e|ent|ons|er|é)\s+(?:par\s+la\s+présente\s+)?(?:sa|ses|leurs?|notre|nos|la)\s+(?:\w+\s+){0,2}(?:propositions?"
    r"|amendements?|suggestions?|observations?|réserves?)",
)  # fmt: skip
RESERVES = _words(
    r"\breserv(?:es?|ing|ed)\s+(?:its|our|their|the|a)\s+(?:final\s+)?(?:position|right)",
    r"\b(?:enters?|places?|plac(?:e|ing)|makes?|expresses|maintains?|enter|register)\s+(?:a|its|our|the|general"
    r"|some)?\s*(?:\w+\s+)?reservations?\b",
    r"\breserva\s+(?:de\s+)?(?:su\s+)?(?:posición|postura)|\bse\s+reserva(?:n|mos)?\s+(?:su|la|el|nuestra)\s+(?:posición|postura|derecho)",
    r"\breserva(?:n|mos)?\s+(?:su|nuestra)\s+(?:posición|postura)|\b(?:formula|hace|mantiene|interpone|presenta|expresa)\w*\s+(?:una\s+"
    r"|su\s+|sus\s+)?(?:\w+\s+)?reservas?\b",
    r"\bréserv(?:e|ent|ons|er)\s+(?:sa|leur|notre)\s+position|\bse\s+réserve\s+(?:le\s+droit|sa\s+position)",
    r"\b(?:émet|formule|maintient|exprime|fait)\w*\s+(?:une\s+|sa\s+|des\s+|ses\s+)?(?:\w+\s+)?réserves?\b",
    r"\breserva(?:m|mos)?\s+(?:a\s+)?(?:sua|nossa)\s+posição|\breserva-se\s+(?:a\s+sua\s+posição|o\s+direito)|\breserva\s+de\s+posição",
    r"\b(?:formula|faz|mantém|apresenta|expressa)\w*\s+(?:uma\s+|sua\s+|a\s+sua\s+)?(?:\w+\s+)?reservas?\b",
)  # fmt: skip
# "reserves the right to send further comments" reserves nothing of the text
RESERVES_WORDS = _words(
    r"\bright\s+to\s+(?:submit|make|present|offer|provide|send|add|comment|revert|return|supplement|further)",
    r"\bderecho\s+(?:de|a)\s+(?:present|formul|envi|hac|remit|realiz|complement|ampli)",
    r"\bdroit\s+(?:de|d['’])\s*(?:présent|formul|soumett|envoy|fair|transmett|complét|revenir)",
    r"\bdireito\s+(?:de|a)\s+(?:apresent|formul|envi|faz|remet|transmit|complement|volt)",
)
SUPPORTS = _words(
    r"\b(?:supports?|endorses?|backs?|seconds?|co-?sponsors?|joins?|support\s+for|in\s+favou?r\s+of)\b",
    r"\b(?:associates?|aligns?)\s+(?:itself|ourselves|themselves)\s+with|\b(?:concurs?|agrees?)\s+with\b",
    r"\b(?:apoya(?:n|mos)?|respalda(?:n|mos|m)?|apoyar|acompaña(?:n|mos)?|hace\s+suy[ao]s?)\b|\bse\s+(?:suma|adhiere|asocia)n?\s+a"
    r"|\bnos\s+sumamos\s+a",
    r"\b(?:su\s+)?(?:apoyo|respaldo)\s+a\b|\b(?:está\s+de\s+acuerdo|concuerda|coincide)\s+con\b",
    r"\b(?:appu(?:ie|ient|yons|yer)|soutien(?:t|nent)|soutenons)\b|\bs['’]associe(?:nt)?\s+à|\bse\s+ralli(?:e|ent)\s+à|\bsouscri(?:t"
    r"|vent)\s+à|\bfait\s+sienne",
    r"\bapoia(?:m|mos|r)?\b|\b(?:soma|associa)-se\s+[àa]|\bse\s+(?:soma|associa)\s+[àa]|\b(?:adere\s+[àa]|concorda\s+com|subscreve"
    r"|endossa|está\s+de\s+acordo\s+com)\b",
)
TARGET = _words(
    r"\b(?:proposals?|amendments?|positions?|suggestions?|wording|text|language|comments?|observations?|reservations?)\b",
    r"\b(?:propuestas?|enmiendas?|posición|sugerencias?|texto|redacción|comentarios?|observaciones|reservas?)\b|\blo\s+propuesto",
    r"\b(?:propositions?|amendements?|libellé|texte|observations?|commentaires?)\b|\b(?:propostas?|emendas?|posição|sugest(?:ão|ões)"
    r"|redação|observações)\b",
)
# negated, asked of others, or said of the past
NOT_OUR_ACT = _words(
    r"\b(?:not|cannot|can['’]t|unable\s+to|never|neither)\s+(?:\w+\s+){0,2}(?:support|endorse|withdraw|join|agree|reserve|concur"
    r"|associate|be\s+in\s+a\s+position)",
    r"\b(?:asks?|invites?|requests?|urges?|calls?\s+(?:up)?on|encourages?|hopes?|suggests?)\b.{0,60}\bto\s+(?:withdraw|support|join)",
    r"\bno\s+(?:\w+\s+){0,2}(?:apoy|respald|suma|adhier|asoci|acompañ|retir|acuerdo|concuerd|coincid|está\s+de)",
    r"\b(?:pide|solicita|invita|exhorta|insta)\b.{0,60}\b(?:retir|apoy|que\s+retir)",
    r"\bn(?:e|['’])\s*(?:\w+\s+){0,3}(?:appui|appuy|sout|s['’]?assoc|ralli|souscri|retir|peut|est\s+pas)|\b(?:demande|invite"
    r"|prie)\b.{0,60}\b(?:de|à)\s+(?:retirer|appuyer|soutenir)",
    r"\bnão\s+(?:\w+\s+){0,2}(?:apoi|endoss|soma|associ|ader|concord|subscrev|retir|está\s+de)|\b(?:pede|solicita"
    r"|convida)\b.{0,60}\b(?:retir|apoi)",
)  # fmt: skip
CONDITION = _words(
    r"\b(?:could|would|might|may|can)\s+(?:also\s+)?(?:support|join|endorse|agree)|\bprovided\s+that\b|\bsubject\s+to\b"
    r"|\bon\s+condition\b|\bunless\b|\bif\b",
    r"\b(?:podría|apoyaría|respaldaría)\w*|\bsiempre\s+(?:y\s+cuando|que)\b|\ba\s+condición\b|\bsalvo\s+que\b|\bsi\b",
    r"\b(?:pourrait|appuierait|soutiendrait)\b|\bà\s+condition\b|\bsous\s+réserve\b|\bpourvu\b|\b(?:poderia|apoiaria)\b|\bdesde\s+que\b"
    r"|\bcontanto\b|\bse\s+for\b",
)
NO_COMMENTS = _words(
    r"\b(?:has|have|had|with|offers?|makes?|submits?|wishes\s+to\s+make)\s+no\s+(?:[\w-]+\s+){0,2}(?:comments?|observations?|remarks?"
    r"|suggestions?)\b",
    r"\bdo(?:es)?\s+not\s+(?:\w+\s+)?have\s+(?:any\s+)?(?:\w+\s+)?(?:comments?|observations?|remarks?)\b|^\W*no\s+(?:comments?"
    r"|observations?)\W*$",
    r"\b(?:no\s+(?:tiene|tienen|tenemos|formula|formulará|presenta|presentará|hará|realizará)|carece\s+de|sin)\s+(?:ningún\s+|mayores\s+"
    r"|más\s+|otr[oa]s\s+)?(?:comentario|observaci)\w*",
    r"\bn['’](?:a|ont|avons)\s+(?:pas|aucune?|point)\s*(?:d['’]|de\s+)?\s*(?:autres?\s+)?(?:\w+\s+)?(?:observation|commentaire"
    r"|remarque)s?|\bsans\s+(?:observation|commentaire)s?\b"
    r"|\bne\s+formule\s+(?:pas|aucune?)\s*(?:d['’]|de\s+)?\s*(?:observation|commentaire)s?|^\W*(?:pas\s+d['’]|aucune?\s+)(?:observation"
    r"|commentaire)s?\W*$",
    r"\b(?:não\s+(?:tem|têm|temos|formula|apresenta|apresentará|fará)|sem)\s+(?:quaisquer\s+|nenhum[a]?\s+|outr[oa]s\s+"
    r"|mais\s+)?(?:comentário|observaç)\w*|\bnada\s+a\s+observar",
)
NO_COMMENTS_BUT = _words(
    r"\b(?:other|besides)\s+than|\bexcept|\bbeyond\b|\bapart\s+from|\baside\s+from|\bsave\s+(?:for|that)",
    r"\b(?:salvo|excepto|más\s+que|además\s+de|aparte\s+de|fuera\s+de|sin\s+perjuicio)\b",
    r"\b(?:sauf|hormis|autres\s+que|excepté|en\s+dehors)\b|\b(?:exceto|além\s+d|afora|a\s+não\s+ser)",
)
ONLY_FURTHER = _words(
    r"\b(?:further|other|additional)\s+(?:\w+\s+)?(?:comments?|observations?|remarks?)|\b(?:más|otr[oa]s|mayores)\s+(?:comentario"
    r"|observaci)",
    r"\b(?:comentarios|observaciones)\s+adicionales|\bautres?\s+(?:observation|commentaire)|\b(?:outr[oa]s|mais)\s+(?:comentário"
    r"|observaç)|\badicionais\b",
)

VERBS = _any(
    r"replace|delete|insert|add|amend|substitute|change|move|merge|reword|rephrase|strike(?:\s+out)?|omit|remove|reformulate|split|combine"
    r"|renumber|redraft|transfer|relocate|append|include|invert|correct|modify|read|use|join|incorporate",
    r"re(?:e)?mplazar|sustituir|suprimir|eliminar|insertar|agregar|añadir|incluir|modificar|enmendar|cambiar|trasladar|mover|fusionar"
    r"|incorporar"
    r"|intercalar|reformular|reordenar|corregir|unir|refundir|dividir|tachar|adicionar|leer|borrar",
    r"sust?it[úu]y(?:a|as|an)(?:se)?|supr[íi]m(?:a|as)(?:se)?|re(?:e)?mpl[áa]c(?:e|es|en)(?:se)?|agr[ée]gu(?:e|es)(?:se)?|elim[íi]n(?:e"
    r"|es)(?:se)?|ins[ée]rt(?:e|es)(?:se)?"
    r"|añ[áa]da(?:se)?|incorp[óo]re(?:se)?|incl[úu]ya(?:se)?|modif[íi]que(?:se)?|traslád?e(?:se)?|trasládese|léase|dígase"
    r"|fusiónense|muévase",
    r"remplacer|supprimer|insérer|ajouter|modifier|substituer|déplacer|fusionner|intercaler|reformuler|biffer|lire|corriger|scinder"
    r"|transférer|inclure"
    r"|réunir|remplacez|supprimez|insérez|ajoutez|modifiez|déplacez|lisez|retrancher|rayer",
    r"substituir|suprimir|eliminar|inserir|acrescentar|adicionar|incluir|modificar|alterar|emendar|mover|transferir|fundir|excluir"
    r"|intercalar|reformular"
    r"|corrigir|unir|dividir|(?:substitua|suprima|acrescente|insira|inclua|altere|exclua|elimine|modifique|transfira|mova|fundam|leia"
    r"|adicione)(?:m)?-se"
    r"|substitua|suprima|acrescente|insira|inclua|altere|exclua|elimine|modifique|leia-se|remover|trocar",
)  # fmt: skip
INSTRUCTION = re.compile(rf"\b{VERBS}\b(?!\s*[-’'](?!\0))", re.I)
BEFORE_INSTRUCTION = re.compile(
    r"\W*(?:and|then|also|or|y|e|et|o|ou|please|kindly|to|finally|lastly|moreover|in\s+addition,?|furthermore,?|suggest|favor\s+de"
    r"|además,?|también|por\s+favor,?"
    r"|asimismo,?|de\s+igual\s+manera,?|également|aussi|puis|enfin,?|veuillez|de\s+plus,?|também|além\s+disso,?|favor|por\s+fim,?"
    r"|finalmente,?)\W*",
    re.I,
)
NOT_SPEAKER = (
    r"(?<!report\s)(?<!draft\s)(?<!document\s)(?<!informe\s)(?<!proyecto\s)"
    r"(?<!rapport\s)(?<!projet\s)(?<!relatório\s)(?<!projeto\s)(?<!not\s)(?<!no\s)(?<!não\s)(?<!rapporteur\s)"
)
PROPOSES = re.compile(
    rf"{NOT_SPEAKER}\b"
    + _any(
        r"propos(?:e|es|ing)|suggest(?:s|ing)?|recommend(?:s|ing)?|requests?|(?:it\s+is\s+)(?:proposed|suggested)|would\s+(?:prefer|like"
        r"|propose|suggest)|wishes?\s+to"
        r"|prefers|asks?|our\s+proposal\s+is|its\s+proposal\s+is",
        r"propone(?:mos|n)?|propon(?:er|iendo)|sugier(?:e|en)|sugerimos|sugerir|recomienda(?:n)?|recomendamos|solicita(?:mos|n)?|pide"
        r"|pedimos|se\s+propone|desea|desearía"
        r"|plantea|quisiera|preferiría",
        r"propos(?:e|ent|ons|er)|suggèr(?:e|ent)|suggérons|recommand(?:e|ent|ons)|demand(?:e|ent|ons)|souhait(?:e|erait|ons)|préférerait"
        r"|il\s+est\s+proposé",
        r"prop(?:õe|õem|omos|or)|suger(?:e|em|imos|ir)|recomenda(?:m|mos)?|solicita(?:m|mos)?|pede(?:m)?|pedimos|deseja|gostaria|prefere"
        r"|propõe-se|sugere-se",
    )
    + r"\b",
    re.I,
)
AMENDING = _words(
    r"\b(?:delet|remov|replac|insert|adding\b|addition\b|add\b|added\b|amend|including\b|inclusion\b|include\b|substitut|reword|rephras"
    r"|reformulat|moving\b|move\b|moved\b|merg|"
    r"split|changing\b|change\b|changed\b|modif|strik|omit|re-?number|redraft|alternative|the\s+following\s+(?:text|wording|language"
    r"|paragraph|amendment|change|sentence))",
    r"\b(?:supr(?:im|es)|elimin|re(?:e)?mplaz|re(?:e)?mplac|insert|inserci|agreg|añad|adici[óo]n|enmend|enmienda|modific|inclu|sust"
    r"|fusion|traslad|mov(?:er|ido)|cambi|"
    r"incorpor|reformul|redacción|intercal|el\s+siguiente\s+(?:texto|párrafo))",
    r"\b(?:suppr|rempla|insér|insert|ajout|amend|modifi|inclu|substit|fusion|déplac|reformul|biffe|le\s+(?:texte"
    r"|paragraphe)\s+suivant|libellé)",
    r"\b(?:supr(?:im|ess)|elimin|substit|inser|acresc|adici|emend|modific|alter|inclu|exclu|fus|fund|transfer|mov(?:er|id)|reformul"
    r"|redação|o\s+seguinte\s+(?:texto|parágrafo))",
)
READS = _words(
    r"\bshould\s+(?:\w+\s+)?(?:read|say)\b|\bto\s+read\b|\breads?\s+as\s+follows\b|\bwould\s+(?:then\s+)?read\b|\bbe\s+(?:replaced"
    r"|substituted)\s+(?:by|with)\b"
    r"|\bsuggest(?:s|ed)?\s+(?:to\s+)?(?:replac|delet|insert|add(?:ing)?\b|amend|remov)",
    r"\b(?:debe|debería|deberá|debiera)\s+(?:decir|leerse)|\bque\s+diga\b|\bdiría\b|\bqued(?:e|aría|ará|a)\s+(?:redactad|así"
    r"|como\s+sigue)|\bse\s+leería\b|\bléase\b|\bdígase\b"
    r"|\bsea\s+(?:re(?:e)?mplazad|sustituid)|\bcuyo\s+texto\s+sería\b",
    r"\b(?:devrait|doit|devraient)\s+(?:donc\s+|plutôt\s+)?se\s+lire|\bse\s+li(?:t|rait)\s+(?:comme\s+suit|ainsi)"
    r"|\blibellée?\s+comme\s+suit|\brédigée?\s+(?:comme\s+suit|ainsi)|\bau\s+lieu\s+de\b.*\blire\b",
    r"\b(?:deve|deveria|deverá)\s+(?:dizer|ler-se)|\bpassaria\s+a\s+(?:ler-se|dizer|ter)|\bpasse\s+a\s+(?:ler|dizer|ter|vigorar)"
    r"|\bcom\s+a\s+seguinte\s+redação|\bleia-se\b|\bonde\s+se\s+lê\b",
)  # fmt: skip
PASSIVE = _words(
    r"\b(?:should|must|could|ought\s+to|shall|needs?\s+to)\s+(?:also\s+|instead\s+)?be\s+(?:deleted|replaced|amended|inserted|added"
    r"|included|moved|merged|reworded|rephrased"
    r"|removed|changed|substituted|omitted|split|struck|renumbered|redrafted|modified|corrected|placed)\b",
    r"\b(?:debe|deben|debería|deberían|podría|podrían)\s+(?:suprimir|eliminar|re(?:e)?mplazar|sustituir|modificar|agregar|incluir|añadir"
    r"|insertar|trasladar|fusionar|incorporar|corregir)se"
    r"|\b(?:debe|deben|debería|deberían)\s+ser\s+(?:suprimid|eliminad|re(?:e)?mplazad|sustituid|modificad|trasladad)|\bse\s+(?:suprima"
    r"|elimine|re(?:e)?mplace|sustituya|agregue|añada"
    r"|inserte|incluya|modifique|incorpore|traslade|fusione)n?\b",
    r"\b(?:devrai(?:t|ent)|doi(?:t|vent)|pourrai(?:t|ent))\s+être\s+(?:supprim|remplac|modifi|insér|ajout|déplac|reformul|fusionn|corrig)"
    r"|\bsoi(?:t|ent)\s+(?:supprim|remplac|modifi|insér|ajout|déplac|reformul|fusionn)",
    r"\b(?:deve|devem|deveria|deveriam|poderia)\s+ser\s+(?:suprimid|substituíd|alterad|inserid|acrescentad|incluíd|modificad|excluíd"
    r"|movid|fundid|corrigid|eliminad)"
    r"|\bseja(?:m)?\s+(?:suprimid|substituíd|alterad|inserid|acrescentad|incluíd|modificad|excluíd|movid|fundid|eliminad)",
)  # fmt: skip
DRAFTING = _words(
    r"\b(?:words?|phrase|paragraph|sub-?paragraph|sentence|text|title|heading|wording|term|expression|clause|bullet|footnote|section"
    r"|reference\s+to)\b",
    r"\b(?:palabras?|párrafo|inciso|literal|oración|frase|texto|título|encabezado|redacción|término|expresión|referencia\s+a|numeral"
    r"|sección|mención)\b",
    r"\b(?:mots?|paragraphe|alinéa|phrase|texte|titre|libellé|terme|expression|référence\s+à|mention|section)\b",
    r"\b(?:palavras?|parágrafo|alínea|inciso|frase|texto|título|redação|termo|expressão|referência\s+a|menção|seção)\b",
)
