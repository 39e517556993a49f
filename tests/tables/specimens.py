"""Five layouts of comment tables as delegations send them, each with the remarks that a person reads in it.

The remarks were written from the layouts by hand. (kind, number, bodies, reference, type, text, proposed) in this order.
"""

from __future__ import annotations

from pathlib import Path

from pipeline.readers.table_docx import read_table_docx
from pipeline.readers.table_xlsx import read_table_xlsx
from pipeline.tables.reading import TableReading
from tests.tables.builders import paragraph, table, word_file, workbook

Expected = tuple[str, str, tuple[str, ...], str, str, str, str]


def spanish(folder: Path) -> TableReading | None:
    """Seven columns, numbered, an example row and a legend, a section heading, a row that only has a dash."""
    path = word_file(folder / "Costa Rica.docx", paragraph("Observaciones al proyecto") + table([
        ["N.º", "Sección / Párrafo", "Página", "Tipo de observación", "Observaciones", "Texto propuesto",
         "Observaciones de la Secretaría"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        ["", "(p. ej. II.A.3)", "(p. ej. 6)", "(p. ej. te)", "", "", ""],
        ["7>ge = general; te = técnica; ed = editorial"],
        ["1", "I.A.2", "4", "ed", "Falta una coma en la segunda línea.", "Añadir una coma tras «registro».", ""],
        ["7>Sección II: Objetivos"],
        ["2", "II.A.3(b)", "6", "te", "El plazo no consta.\nConviene fijarlo.", "«en un plazo de noventa días»", "Aceptada"],
        ["3", "", "", "te", "El indicador es difícil de medir.", "-", ""],
        ["", "", "", "", "", "", ""],
        ["4", "General", "", "ge", "El esquema es claro.", "Ninguno", ""],
        ["5", "V.B.1", "", "", "", "", ""],
    ]))  # fmt: skip
    return read_table_docx(path)


SPANISH: tuple[Expected, ...] = (
    ("proposal", "1", (), "I.A.2, página 4", "ed", "Falta una coma en la segunda línea.", "Añadir una coma tras «registro»."),
    ("proposal", "2", (), "II.A.3(b), página 6", "te", "El plazo no consta.\nConviene fijarlo.", "«en un plazo de noventa días»"),
    ("comment", "3", (), "Sección II: Objetivos", "te", "El indicador es difícil de medir.", ""),
    ("general comment", "4", (), "General", "ge", "El esquema es claro.", "Ninguno"),
)


def french(folder: Path) -> TableReading | None:
    """A header of two lines with cells merged both ways, clauses merged down, sub-numbered rows."""
    path = word_file(folder / "Haïti.docx", table([
        ["v>N°", "2>Référence", "v>Type de\ncommentaire", "2>Contribution de l’État membre", "v>Décision du\nsecrétariat"],
        ["^", "Article", "Alinéa", "^", "Commentaires", "Proposition de modification", "^"],
        ["1", "v>12", "a)", "te", "La durée est trop courte.", "Remplacer « six » par « douze ».", ""],
        ["1.1", "^", "b)", "ed", "Accord à corriger.", "néant", ""],
        ["2", "III.4", "", "te", "Le terme n’est pas défini.", "", ""],
        ["2a", "", "", "te", "Même terme dans la note.", "Ajouter une définition.", ""],
        ["3", "v>IV.1", "", "", "v>Ces deux points se recoupent.", "Fusionner avec IV.2.", ""],
        ["4", "^", "2", "", "^", "Supprimer.", ""],
    ]))  # fmt: skip
    return read_table_docx(path)


FRENCH: tuple[Expected, ...] = (
    ("proposal", "1", (), "article 12, a)", "te", "La durée est trop courte.", "Remplacer « six » par « douze »."),
    ("comment", "1.1", (), "article 12, b)", "ed", "Accord à corriger.", "néant"),
    ("comment", "2", (), "III.4", "te", "Le terme n’est pas défini.", ""),
    ("proposal", "2a", (), "III.4", "te", "Même terme dans la note.", "Ajouter une définition."),
    ("proposal", "3", (), "IV.1", "", "Ces deux points se recoupent.", "Fusionner avec IV.2."),
    ("proposal", "4", (), "IV.1, alinéa 2", "", "Ces deux points se recoupent.", "Supprimer."),
)


def portuguese(folder: Path) -> TableReading | None:
    """A workbook of several sheets: a hidden column, row and sheet, a sheet that is no comment table."""
    path = folder / "Brasil.xlsx"
    head = ["Item", "Dispositivo", "Comentários", "Justificativa", "Redação proposta", "Notas internas"]
    book = workbook(path, {
        "Instruções": [["Preencha as planilhas seguintes."], ["Uma linha por comentário."]],
        "Parte I": [
            ["Comentários ao projeto"], [], head,
            ["1", "I.B.1", "O verbo é vago.", "O texto repete o título.", "substituir «apoiar» por «financiar»", "ver anexo"],
            ["2", "I.B.2", "Sem objeção ao texto.", "", "não se aplica", ""],
            ["3", "I.B.3", "Linha guardada.", "", "suprimir", ""],
        ],
        "Parte II": [head[:5], ["1", "IV.C", "", "", "incluir novo parágrafo sobre prazos", ""]],
        "Rascunho": [head[:5], ["9", "V.A", "Texto de trabalho.", "", "", ""]],
    })  # fmt: skip
    first = book["Parte I"]
    first.column_dimensions["F"].hidden = True
    first.row_dimensions[6].hidden = True
    book["Rascunho"].sheet_state = "hidden"
    book.save(path)
    return read_table_xlsx(path)


PORTUGUESE: tuple[Expected, ...] = (
    ("proposal", "1", (), "I.B.1", "", "O verbo é vago.\nO texto repete o título.", "substituir «apoiar» por «financiar»"),
    ("comment", "2", (), "I.B.2", "", "Sem objeção ao texto.", "não se aplica"),
    ("proposal", "1", (), "IV.C", "", "", "incluir novo parágrafo sobre prazos"),
)


def english(folder: Path) -> TableReading | None:
    """Several bodies, a title block, a table cut in two without a header on its second page, then a repeated header."""
    head = ["MB/NC1", "Line number\n(e.g. 17)", "Clause/ Subclause\n(e.g. 3.1)", "Paragraph/ Figure/ Table\n(e.g. Table 1)",
            "Type of com-ment2", "Comments", "Proposed change", "Observations of the secretariat"]  # fmt: skip
    path = word_file(folder / "CARICOM.docx", "".join([
        table([["Template for comments", "Date: 2004-10-20", "Document: draft program"]]),
        table([
            head,
            ["JM", "17", "2.1", "2", "te", "The threshold is not stated.", "Insert “of five per cent” after “threshold”.", ""],
            ["BB", "", "2.4", "Table 1", "ed", "The unit is missing.", "n/a", "Noted"],
        ]),
        paragraph("continued overleaf"),
        table([
            ["TT-003", "", "3.1", "", "te", "The review cycle is too long.", "Replace “five” by “three”.", ""],
            ["JM; BB", "", "", "", "ge", "The text is well ordered.", "", ""],
        ]),
        table([head, ["LC", "", "4", "", "te", "", "Delete the last sentence.", ""], ["GD", "", "5", "", "", "No comments", "", ""]]),
    ]))  # fmt: skip
    return read_table_docx(path)


ENGLISH: tuple[Expected, ...] = (
    ("proposal", "", ("JM",), "line 17, 2.1, paragraph 2", "te", "The threshold is not stated.",
     "Insert “of five per cent” after “threshold”."),
    ("comment", "", ("BB",), "2.4, Table 1", "ed", "The unit is missing.", "n/a"),
    ("proposal", "003", ("TT",), "3.1", "te", "The review cycle is too long.", "Replace “five” by “three”."),
    ("general comment", "", ("JM", "BB"), "", "ge", "The text is well ordered.", ""),
    ("proposal", "", ("LC",), "4", "te", "", "Delete the last sentence."),
    ("no comments", "", ("GD",), "5", "", "No comments", ""),
)  # fmt: skip


def two_columns(folder: Path) -> TableReading | None:
    """An article and a comment, nothing else; a list in a cell and a table that is none of comments."""
    path = word_file(folder / "Uruguay.docx", table([
        ["Artículo", "Comentario"],
        ["3", "Se sugiere precisar el alcance."],
        ["4 bis", "Es preciso:\na) fijar un plazo;\nb) nombrar un responsable."],
        ["", ""],
        ["Anexo I", "La lista está incompleta"],
    ]) + table([["Sigla", "Significado", "Idioma"], ["GT", "Grupo de Trabajo", "español"]]))  # fmt: skip
    return read_table_docx(path)


TWO_COLUMNS: tuple[Expected, ...] = (
    ("comment", "", (), "artículo 3", "", "Se sugiere precisar el alcance.", ""),
    ("comment", "", (), "artículo 4 bis", "", "Es preciso:\na) fijar un plazo;\nb) nombrar un responsable.", ""),
    ("comment", "", (), "Anexo I", "", "La lista está incompleta", ""),
)
