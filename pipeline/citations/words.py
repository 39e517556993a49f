"""The words of references in English, Spanish, French and Portuguese, lower case and without accents.

One list for all languages: delegations mix them, and few words clash. Those that do (*alinéa*, *inciso*, *numeral*) have a
unit of their own, since they have more than one reading.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.split(","))


UNITS = {
    "section": "section, sections, sect, sects, sec, secs, seccion, secciones, secc, secao, secoes",
    "chapter": "chapter, chapters, capitulo, capitulos, chapitre, chapitres, cap, ch",
    "part": "part, parts, parte, partes, partie, parties",
    "subsection": "subsection, subsections, sub-section, apartado, apartados, acapite, acapites, subseccion, sous-section, "
    "subsecao",
    "para": "paragraph, paragraphs, para, paras, par, pars, parrafo, parrafos, parr, parrs, paragraphe, paragraphes, "
    "paragrafo, paragrafos, parag, §, §§, ¶, ¶¶, clause, clauses, subclause, sub-clause, clausula, clausulas, "
    "operative clause, whereas clause",
    "article": "article, articles, articulo, articulos, artigo, artigos, art, arts",
    "numeral": "numeral, numerales",
    "point": "item, items, punto, puntos, point, points, ponto, pontos, sub-item, subitem, num",
    "sub": "subparagraph, subparagraphs, sub-paragraph, sub-paragraphs, subpara, subparas, sub-para, sub-paras, "
    "subsubparagraph, subparrafo, subparrafos, literal, literales, lit, letra, letras, lettre, lettres, letter, "
    "letters, subinciso, subincisos, sous-alinea, sous-alineas, sous-paragraphe, sous-paragraphes, subparagrafo, "
    "subparagrafos, sub-paragrafo, sous-point, subalinea",
    "inciso": "inciso, incisos, inc, incs",
    "alinea": "alinea, alineas, al",
    "bullet": "bullet, bullets, bullet point, bullet points, indent, indents, vineta, vinetas, guion, guiones, tiret, tirets, "
    "travessao, travessoes, marcador, marcadores, puce, puces",
    "sentence": "sentence, sentences, oracion, oraciones, frase, frases, phrase, phrases, periodo, periodos",
    "chapeau": "chapeau, caput, encabezado, encabezamiento, introductory part, introductory words, parrafo introductorio, "
    "phrase introductive, phrase liminaire, partie introductive, frase introductoria, frase introdutoria",
    "page": "page, pages, p, pp, pg, pgs, pag, pags, pagina, paginas",
    "line": "line, lines, l, linea, lineas, renglon, renglones, ligne, lignes, linha, linhas",
    "table": "table, tables, cuadro, cuadros, tabla, tablas, tableau, tableaux, quadro, quadros, tabela, tabelas, tab",
    "row": "row, rows, fila, filas, rangee",
    "column": "column, columns, col, columna, columnas, colonne, colonnes, coluna, colunas",
    "figure": "figure, figures, fig, figura, figuras",
    "note": "footnote, footnotes, foot-note, fn, note, notes, nota, notas, nota al pie, nota a pie de pagina, nota al pie "
    "de pagina, nota de pie de pagina, note de bas de page, nota de rodape, endnote, endnotes, notas al pie",
    "annex": "annex, annexes, anexo, anexos, annexe, appendix, apendice, appendice",
    "preamble": "preamble, preambulo, preambule, preambular part, parte preambular",
    "dispositive": "dispositif, operative part, parte dispositiva, parte resolutiva, parte operativa, dispositivo, partie "
    "operative",
    "considerando": "considerando, considerandos, considerant, considerants, recital, recitals",
    "heading": "heading, encabezamiento de seccion, rubrica, rubrique",
}
RANKS = {
    "page": -1, "annex": 0, "part": 0, "chapter": 0, "section": 1, "table": 1, "figure": 1, "note": 1, "heading": 1,
    "preamble": 1, "dispositive": 1,
    "subsection": 2, "row": 2, "column": 3, "para": 3, "article": 3, "numeral": 3, "point": 3, "considerando": 3,
    "inciso": 4, "sub": 5, "alinea": 5, "bullet": 7, "sentence": 8, "chapeau": 8, "line": 9,
}  # fmt: skip
DOTTED = _words(  # words unless a full stop or a number follows
    "par al p l num lit inc cap ch col tab fn pg"
)
WEAK = _words(  # everyday words beside a number
    "part point note line article sentence heading numeral"
)

OTHERS = {
    "mod OP": "operative, operativo, operativa, operativos, resolutivos, dispositivos, op, ops, resolutivo, "
    "resolutiva, dispositivo, operatif, deliberative",
    "mod u": "unnumbered",
    "mod PP": "preambular, preambulares, preambulatory, preamble, preambulaire, preambulo, considerativo",
    "rel after": "after, following, despues de, despues del, a continuacion de, a continuacion del, tras, apres, apos, depois "
    "de, depois do, a la suite de, a la suite du, luego de, luego del, em seguida a",
    "rel before": "before, preceding, antes de, antes del, antes do, avant, anterior a",
    "rel between": "between, entre",
    "rel old": "former, formerly, old, antiguo, antigua, anteriormente, ancien, ancienne, antigo, antiga, ex",
    "rel merge": "merge, merges, merging, merged, combine, combines, combining, fusionar, fusiona, fusionando, fusion de, "
    "fusionner, fusionne, fusionnant, fundir, funde, combinar, combina, combiner, refundir, refunde, mesclar, "
    "juntar",
    "move": "move, moves, moving, transfer, relocate, mover, trasladar, trasladese, deplacer, deslocar, transferir, "
    "transferer, shift",
    "new": "new, additional, nuevo, nueva, nouveau, nouvel, nouvelle, novo, nova",
    "same": "idem, ibid, ibidem, id, ib",
    "samemod": "same, mismo, misma, meme, mesmo, mesma",
    "infine": "in fine",
    "single": "unico, unica, unique, sole",
    "of": "of, in, on, under, within, from, de, del, en, du, des, dans, sur, do, da, dos, das, no, na, em, d, sous, bajo, "
    "sob",
    "article": "the, el, la, los, las, le, les, l, o, os, a, as, lo",
    "and": "and, or, y, e, o, u, et, ou, &, as well as, asi como, ainsi que, bem como",
    "to": "to, through, thru, al, a, ao, hasta, ate, jusqu'a, jusqu'au, au",
    "onwards": "y siguientes, y sigs, y ss, et seq, et seqq, ff, et suivants, et suivantes, et s, e seguintes, e ss, and "
    "following, and the following, ss, sgts",
    "begin": "begins with, beginning with, beginning, begins, starting with, starts with, starting, starts, que comienza "
    "con, que comienza, que empieza con, que empieza, que inicia con, que inicia, que se inicia con, comienza con, "
    "empieza con, commencant par, qui commence par, debutant par, qui debute par, commence par, que comeca com, "
    "comecando por, comecando com, que se inicia com, iniciado por, comeca com, que principia con, que dice, which "
    "reads, reading",
    "doc report": "rapporteur ' s report, report of the rapporteur, rapporteur s report, rapporteurs report, rapporteur report, "
    "report, informe del relator, informe de la relatora, informe de la relatoria, informe, rapport du rapporteur, "
    "rapport de la rapporteuse, rapport, rapport de la rapporteure, relatorio do relator, relatorio da relatora, "
    "relatorio, rap",
    "doc draft": "draft program, draft programme, draft inter-american program, draft, inter-american program, program, "
    "programme, proyecto de programa, proyecto, programa interamericano, programa, projet de programme, projet, "
    "programme interamericain, projeto de programa, projeto, document, documento, text, texto, texte",
    "throughout": "throughout, everywhere in, en todo, en toda, a lo largo de, a lo largo del, dans tout, dans toute, dans "
    "l'ensemble de, dans l'ensemble du, em todo, em toda, ao longo de, ao longo do, ao longo da, throughout the "
    "whole, partout dans",
    "wherever": "wherever it appears, wherever it occurs, wherever they appear, wherever they occur, wherever the term appears, "
    "cada vez que aparezca, dondequiera que aparezca, donde aparezca, partout ou il apparait, chaque fois qu'il "
    "apparait, sempre que apareca, onde quer que apareca",
}

ORDINALS = {
    1: "first, primer, primero, primera, premier, premiere, primeiro, primeira",
    2: "second, segundo, segunda, deuxieme, second, seconde",
    3: "third, tercer, tercero, tercera, troisieme, terceiro, terceira",
    4: "fourth, cuarto, cuarta, quatrieme, quarto, quarta",
    5: "fifth, quinto, quinta, cinquieme",
    6: "sixth, sexto, sexta, sixieme",
    7: "seventh, septimo, septima, septieme, setimo, setima",
    8: "eighth, octavo, octava, huitieme, oitavo, oitava",
    9: "ninth, noveno, novena, neuvieme, nono, nona",
    10: "tenth, decimo, decima, dixieme",
    11: "eleventh, undecimo, onzieme",
    12: "twelfth, duodecimo, douzieme",
    -1: "last, final, ultimo, ultima, dernier, derniere, derradeiro",
    -2: "penultimate, last but one, second last, penultimo, penultima, avant-dernier, avant-derniere",
    -3: "antepenultimate, antepenultimo, antepenultima, antepenultieme",
}
LATIN = _words(
    "bis ter quater quinquies sexies septies octies"
)

FOREIGN = _words(  # what else has articles and paragraphs
    "convention conventions convencion convenio convenios convencao declaration declaracion declaracao charter carta charte "
    "protocol protocolo protocole covenant pact pacto pacte statute estatuto statut rules reglamento reglement regulamento "
    "law laws ley leyes loi lois lei leis act acts constitution constitucion constituicao resolution resolutions resolucion "
    "resolucao treaty tratado traite agreement acuerdo accord acordo code codigo decree decreto decret regulation "
    "regulations agenda temario directive directiva diretiva opinion judgment sentencia arret sentenca plan plano goal "
    "goals orden ordre ordem declarations note-verbale contract contrato contrat budget presupuesto orcamento bill penal "
    "civil"
)
VERBS = _words(  # a letter before one of these may be a label: "section B should"
    "should shall must is be are has have needs may can could would deals contains reads states refers debe deben debera deberia podria es "
    "dice sea soit seja establece contiene doit devrait peut est deve deveria pode diz"
)
OWN = _words(  # "the draft convention" is the draft
    "draft proyecto projet projeto present presente this este"
)

WHOLE_CELLS = _phrases(
    "general, general comment, general comments, general remark, general remarks, general observations, whole document, "
    "entire document, all, whole text, the whole document, entire text, document, comentario general, comentarios "
    "generales, observaciones generales, observacion general, todo el documento, todo el texto, documento completo, "
    "commentaire general, commentaires generaux, observations generales, remarques generales, generale, generales, "
    "generalites, ensemble du document, ensemble du texte, tout le document, tout le texte, geral, gerais, comentario "
    "geral, comentarios gerais, observacoes gerais, todo o documento, todo o texto, documento inteiro, ge"
)
TITLE_CELLS = _phrases(
    "title, the title, document title, title page, titulo, el titulo, titulo del documento, titulo del programa, titre, le "
    "titre, titre du document, o titulo, titulo do documento"
)
