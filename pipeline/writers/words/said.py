"""What the stages say in English (places in files, evidence, reasons), for documents in the other languages.

report.json keeps the English. A sentence is made of these pieces; what stands in quotation marks was said by others and stays.
"""

import re
from functools import cache

LANGUAGES = ("es", "fr", "pt")
# English -> Spanish, French, Portuguese
PIECES: dict[str, tuple[str, str, str]] = {
    "Table": ("Cuadro", "Tableau", "Quadro"),
    "after": ("después de", "après", "após"),
    "although the number is another's": (
        "aunque el número es de otra", "bien que le numéro soit celui d’une autre", "embora o número seja de outra",
    ),
    "all before the first section": (
        "todo lo anterior a la primera sección", "tout ce qui précède la première section", "tudo o que antecede a primeira seção",
    ),
    "all its cells": ("todas sus celdas", "toutes ses cellules", "todas as suas células"),
    "and it begins with the words quoted": (
        "y comienza con las palabras citadas", "et elle commence par les mots cités", "e começa com as palavras citadas",
    ),
    "attachment": ("adjunto", "pièce jointe", "anexo"),
    "beside it is not understood": ("a su lado no se entiende", "à côté n’est pas compris", "ao lado não se entende"),
    "but": ("pero", "mais", "mas"),
    "but nothing begins with the words quoted": (
        "pero nada comienza con las palabras citadas", "mais rien ne commence par les mots cités",
        "mas nada começa com as palavras citadas",
    ),
    "by its heading; another number": (
        "por su título; otro número", "par son titre ; autre numéro", "por seu título; outro número",
    ),
    "by its heading": ("por su título", "par son titre", "por seu título"),
    "by its number; another heading": ("por su número; otro título", "par son numéro ; autre titre", "por seu número; outro título"),
    "by its number; other words": ("por su número; otras palabras", "par son numéro ; autres mots", "por seu número; outras palavras"),
    "cell": ("celda", "cellule", "célula"),
    "cited as": ("citado como", "cité comme", "citado como"),
    "column": ("columna", "colonne", "coluna"),
    "comment": ("comentario", "commentaire", "comentário"),
    "counted on the page": ("contado en la página", "compté sur la page", "contado na página"),
    "document": ("documento", "document", "documento"),
    "draft": ("proyecto", "projet", "projeto"),
    "each of the places named": ("cada uno de los lugares nombrados", "chacun des endroits nommés", "cada um dos lugares nomeados"),
    "endnote": ("nota final", "note de fin", "nota de fim"),
    "file": ("archivo", "fichier", "arquivo"),
    "footnote": ("nota al pie", "note de bas de page", "nota de rodapé"),
    "in the place cited before": (
        "en el lugar citado anteriormente", "à l’endroit cité précédemment", "no lugar citado anteriormente",
    ),
    "it begins alike": ("comienza de modo semejante", "elle commence de même", "começa de modo semelhante"),
    "it begins with the words quoted": (
        "comienza con las palabras citadas", "elle commence par les mots cités", "começa com as palavras citadas",
    ),
    "line": ("línea", "ligne", "linha"),
    "made on": ("hecho sobre", "établi sur", "feito sobre"),
    "no contributor in the file name": (
        "ningún proponente en el nombre del archivo", "aucun auteur dans le nom du fichier", "nenhum proponente no nome do arquivo",
    ),
    "no reference to a provision is understood": (
        "no se entiende ninguna referencia a una disposición", "aucun renvoi à une disposition n’est compris",
        "não se entende nenhuma referência a uma disposição",
    ),
    "no version of the draft": ("no es versión del proyecto", "n’est pas une version du projet", "não é versão do projeto"),
    "nothing sure": ("nada seguro", "rien de sûr", "nada certo"),
    "of the report": ("del informe", "du rapport", "do relatório"),
    "on the report at": ("en el informe, en", "dans le rapport, à", "no relatório, em"),
    "page": ("página", "page", "página"),
    "para.": ("párr.", "par.", "par."),
    "paragraph": ("párrafo", "paragraphe", "parágrafo"),
    "paragraph that begins": ("párrafo que comienza", "paragraphe qui commence par", "parágrafo que começa"),
    "paragraphs": ("párrafos", "paragraphes", "parágrafos"),
    "placed by the officer": ("ubicada por el funcionario", "placée par le fonctionnaire", "localizada pelo funcionário"),
    "replaced by": ("sustituido por", "remplacé par", "substituído por"),
    "responsible area": ("área responsable", "service responsable", "área responsável"),
    "row": ("fila", "ligne", "linha"),
    "sheet": ("hoja", "feuille", "planilha"),
    "table": ("cuadro", "tableau", "quadro"),
    "to after": ("hasta después de", "jusqu’après", "até depois de"),
    "unnumbered para.": ("párr. sin numerar", "par. sans numéro", "par. sem número"),
    "the one provision that begins with the words quoted": (
        "la única disposición que comienza con las palabras citadas", "la seule disposition qui commence par les mots cités",
        "a única disposição que começa com as palavras citadas",
    ),
    "the one provision that holds the words quoted": (
        "la única disposición que contiene las palabras citadas", "la seule disposition qui contient les mots cités",
        "a única disposição que contém as palavras citadas",
    ),
    "the only footnote of the place cited before": (
        "la única nota al pie del lugar citado anteriormente", "la seule note de bas de page de l’endroit cité précédemment",
        "a única nota de rodapé do lugar citado anteriormente",
    ),
    "of the only table": ("del único cuadro", "du seul tableau", "do único quadro"),
    "the place cited before": ("el lugar citado anteriormente", "l’endroit cité précédemment", "o lugar citado anteriormente"),
    "the row of the comment form": (
        "la fila del formulario de comentarios", "la ligne du formulaire d’observations", "a linha do formulário de comentários",
    ),
    "the same provision of the draft in the other language": (
        "la misma disposición del proyecto en el otro idioma", "la même disposition du projet dans l’autre langue",
        "a mesma disposição do projeto no outro idioma",
    ),
    "the whole document": ("todo el documento", "tout le document", "todo o documento"),
    "where the words quoted stand": (
        "donde figuran las palabras citadas", "où figurent les mots cités", "onde estão as palavras citadas",
    ),
    "beside a paragraph": ("junto a un párrafo", "à côté d’un paragraphe", "junto a um parágrafo"),
    "corrected by the officer": ("corregido por el funcionario", "corrigé par le fonctionnaire", "corrigido pelo funcionário"),
    "it is on the subject of the provision": (
        "trata del tema de la disposición", "il porte sur l’objet de la disposition", "trata do assunto da disposição",
    ),
    "it shares its terms with the provision": (
        "comparte términos con la disposición", "il a des termes en commun avec la disposition", "tem termos em comum com a disposição",
    ),
    "it stands under the same heading": ("está bajo el mismo título", "il figure sous le même titre", "está sob o mesmo título"),
    "its words lead to two provisions": (
        "sus palabras remiten a dos disposiciones", "ses mots renvoient à deux dispositions", "suas palavras remetem a duas disposições",
    ),
    "nothing in the draft is referred to": (
        "no se remite a nada del proyecto", "rien du projet n’est visé", "nada do projeto é mencionado",
    ),
    "the report refers to": ("el informe se refiere a", "le rapport renvoie à", "o relatório refere-se a"),
    "which leads here": ("que remite aquí", "qui renvoie ici", "que remete aqui"),
    "which leads nowhere": (
        "que no remite a ninguna disposición", "qui ne renvoie à aucune disposition", "que não remete a nenhuma disposição",
    ),
    "which leads nowhere for sure": (
        "que no remite con seguridad a ninguna disposición", "qui ne renvoie sûrement à aucune disposition",
        "que não remete com certeza a nenhuma disposição",
    ),
    "which the crosswalk leads here": (
        "que la tabla de correspondencias remite aquí", "que la table de correspondance renvoie ici",
        "que a tabela de correspondência remete aqui",
    ),
    "which the crosswalk leads nowhere": (
        "que la tabla de correspondencias no remite a ninguna disposición",
        "que la table de correspondance ne renvoie à aucune disposition",
        "que a tabela de correspondência não remete a nenhuma disposição",
    ),
    "with all that stands under it": ("con todo lo que comprende", "avec tout ce qu’elle comprend", "com tudo o que compreende"),
}  # fmt: skip
OPENINGS = ("made on ", "replaced by ", "no version of the draft", "no contributor in the file name")  # of reasons made of the pieces
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_PIECE = re.compile(r"(?<![\w.-])(?:" + "|".join(re.escape(p) for p in sorted(PIECES, key=len, reverse=True)) + r")(?![\w.-])")


@cache
def said_in(language: str, words: str) -> str:
    """A place, an evidence or a reason in the language of the document; what is not among the pieces stays in English."""
    if language not in LANGUAGES or not words:
        return words
    column = LANGUAGES.index(language)
    out, at = [], 0
    for quoted in _QUOTED.finditer(words):
        out += [_PIECE.sub(lambda m: PIECES[m[0]][column], words[at : quoted.start()]), quoted[0]]
        at = quoted.end()
    return "".join([*out, _PIECE.sub(lambda m: PIECES[m[0]][column], words[at:])])


def reason_in(language: str, words: str) -> str:
    """The reason of a status; the long ones, which tell an officer what to do, stay in English."""
    return said_in(language, words) if words.startswith(OPENINGS) else words
