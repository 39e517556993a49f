"""The words of column headings, by what they say of a column, in English, Spanish, French, Portuguese and German.

The forms: the ISO/IEC/CEN commenting template (MB/NC, Line number, Clause/Subclause, Paragraph/Figure/Table, Type of comment,
Comments, Proposed change, Observations of the secretariat) in its editions and translations, and its kin in other bodies.
A heading is understood by its words, not as a phrase: no two bodies write the same one. Words are folded: small letters,
without accents; a star stands for any ending.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Literal

Sense = Literal[
    "body", "number", "reference", "item", "disposition", "type", "kind", "wording", "current", "proposed", "comment",
    "rationale", "decision", "office", "by", "title", "person", "joint",
]  # fmt: skip

WORDS: dict[Sense, str] = {
    "body": """mb nc co cm nm mbs bm member members miembro miembros membre membres membro membros mitglied* state states
        estado estados etat etats country countries pais paises pays land delegation* delegacion* delegac* delegue*
        organization* organisation* organizacion* organizac* organismo* organisme* source fuente fonte quelle commenter*
        commenting stakeholder* institution* institucion* instituic* contributor* party parties entidad* entidade*""",
    "number": "no n nr num number numero id seq serial lfd nummer numeracion",
    "reference": """clause* subclause* section* subsection* paragraph* para paras parrafo* paragrafo* article* articulo*
        artigo* art page* pagina* line* linea* linha* ligne* zeile* figure* figura* table* tabla* tabela* tableau* quadro
        list annex* anexo* annexe* chapter* capitulo* chapitre* kapitel seccion* subseccion* secao secoes numeral* inciso*
        literal* apartado* alinea* provision* disposicion* dispositivo* reference* referencia* ref location ubicacion
        emplacement localizacao place lugar part parte partie abschnitt* unterabschnitt* absatz bild tabelle* seite*
        anhang clausula* punto* point* ponto* footnote* nota note nummerierung heading subclausula* preambul*""",
    "item": "item items",
    "disposition": "disposition dispositions",
    "type": "type types tipo tipos art category categoria categorie kategorie nature naturaleza nature natureza",
    "kind": """ge te ed gen tech edit general generales geral gerais generale generaux technical tecnico tecnica technique
        editorial redactionnel* allgemein technisch redaktionell substantive linguistic""",
    "wording": "text texts texto textos texte textes wording language wortlaut version redaccion redacao libelle formulation",
    "current": """current existing present original originale originaux actual actuel actuelle atual vigente draft drafted
        proyecto projet projeto entwurf initial initiale existente""",
    "proposed": """propos* propuest* sugg* sugerid* sugest* sugerencia* recommend* recomend* recommand* amend* enmienda*
        emenda* modif* change changes cambio* alterac* nueva nuevo nova nouveau nouvelle new anderung* vorschlag*
        vorgeschlag* alternative* alternativ* reformul* redraft* revised revision edit edits correction*""",
    "comment": """comment comments comentario* commentaire* kommentar* observation* observacion* observac* remark*
        remarque* bemerkung* stellungnahme* feedback opinion opinions opiniones avis parecer view views input inputs
        consideracion* considerac*""",
    "rationale": """justif* rationale* reason* razon* raison* motif motifs motiv* begrundung* explanation* explicac* fundament*
        argument* exposicion expose""",
    "decision": """decision decisiones decisao response* respuesta* reponse* resposta* resolution resolucion entscheidung*
        outcome status accepted aceptad* accepte* aceito action antwort*""",
    "office": "secretariat* secretaria sekretariat* secretariado rapporteur* relator relatora relatoria editor editors",
    "by": "by por par von submitted presentad* presente apresentad* from",
    "title": "title titulo titre titel subject asunto assunto objet tema theme topic",
    "person": "name names nombre nom nome author* autor* auteur* contact* contacto email mail expert experto perito",
    "joint": """of the report informe rapport relatorio bericht
        de del la las los el le les du des da do das dos der die das des on for to a au aux en in and y e et
        und or o ou oder if any each with which about sobre sur como como so as per your su sus sua seu suas votre code
        specific especifico* especifica* detailed s l d additional optional required obligatori* please use only
        be must should que se""",
}  # fmt: skip
NO_CHANGE = frozenset(
    """none|n a|na|nil|no change|no changes|no proposed change|no proposal|not applicable|see comment|see comments
    |ninguno|ninguna|ningun cambio|sin cambio|sin cambios|no aplica|no se aplica|sin propuesta|no hay
    |neant|aucun|aucune|aucun changement|sans objet|s o|sans changement|pas de proposition
    |nenhum|nenhuma|nenhuma alteracao|sem alteracao|sem alteracoes|nao se aplica|nao aplicavel|sem proposta
    |keine|keiner|keine anderung|entfallt|""".replace("\n    ", "").split("|")
)  # fmt: skip
NO_COMMENTS = NO_CHANGE | frozenset(
    """no comment|no comments|no further comments|sin comentario|sin comentarios|sin observaciones|no hay comentarios
    |sans commentaire|sans commentaires|pas de commentaire|pas de commentaires|aucun commentaire|pas d observations
    |sem comentario|sem comentarios|sem observacoes|kein kommentar|keine kommentare""".replace("\n    ", "").split("|")
)  # fmt: skip
PARENTHESES = re.compile(r"[(\[][^()\[\]]*[)\]]")
HYPHENED = re.compile(r"[^\W\d_]+(?:[-\u00ad]\s*[^\W\d_]+)+")
NOTE_SIGN = re.compile(r"(?<=[^\W\d_])[\d*]+\b|[¹²³⁴-⁹†‡*]+")  # "MB/NC1", "comment2": references to the form's notes


def fold(text: str) -> str:
    """Small letters without accents, everything else one space."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))
    return re.sub(r"[\W_]+", " ", bare).strip()


def words(heading: str) -> tuple[str, ...]:
    """The folded words of a heading; examples in parentheses and the signs of notes are no words of it."""
    text = NOTE_SIGN.sub("", HYPHENED.sub(_without_line_hyphen, heading))
    bare = PARENTHESES.sub(" ", text)
    return tuple(fold(bare if fold(bare) else text).split())


def _without_line_hyphen(found: re.Match[str]) -> str:
    """ "com-ment" is one word that a narrow column cut, "Estado-membro" two."""
    whole = re.sub(r"[-\u00ad]\s*", "", found[0])
    return whole if senses(fold(whole)) else found[0]


@cache
def senses(word: str) -> frozenset[Sense]:
    """What a folded word can say; empty for a word that no heading uses."""
    return frozenset(sense for sense, pattern in _patterns().items() if pattern.fullmatch(word))


@cache
def _patterns() -> dict[Sense, re.Pattern[str]]:
    return {sense: re.compile("|".join(map(_pattern, stems.split()))) for sense, stems in WORDS.items()}


def _pattern(stem: str) -> str:
    return fold(stem) + (r"\w*" if stem.endswith("*") else "")
