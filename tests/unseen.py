# ruff: noqa: E501 - one paragraph or row on a line, so that the prose reads as a list
"""Eight more submissions that cite in other ways than the samples, with their key. Original text; nothing was tuned on them before the key stood.

Each line is what the delegation writes and, beside it, the labels where a careful officer would put it; none where it has no place.
"""

from __future__ import annotations

from tests.placement import Row
from tests.samples.forms.grid import Grid, grid_docx
from tests.samples.forms.letter import Letter, letter_docx, letter_txt
from tests.samples.forms.xlsx import grid_xlsx

Keyed = tuple[str, str]  # words, labels tied by ";"

SURINAME: tuple[Keyed, ...] = (
    ("Suriname would ask that, at II(B)(4), the words “related intolerance” be followed by “, including on grounds of language,”.", "II.B.4"),
    ("Item (c) under paragraph 3 of Part III, Section A, might end with “and of domestic workers”.", "III.A.3(c)"),
    ("The last paragraph of section II.B could mention the protection of data.", "II.B.8"),
    ("With regard to the definition of “migrant” given in I.B.4, Suriname proposes to delete “of their families”.", "I.B.4"),
    ("As for the paragraph on the voluntary fund (V.C.2), “shall be established” should be softened to “may be established”.", "V.C.2"),
    ("Under Legal affairs, number 2: replace “a course” with “an annual course”.", "IV.G.2"),
    ("Sub-item (ii) of II.B.3(c) should speak of reception centers.", "II.B.3(c)(ii)"),
    ("Suriname cannot accept paragraphs 1 to 3 of section V.C as drafted.", "V.C.1;V.C.2;V.C.3"),
    ("Our remark on paragraph II.B.9 of the earlier version no longer applies.", ""),
    ("Paragraph 5 of resolution AG/RES. 1928 should be recalled somewhere.", ""),
    ("See in this connection our letter of 3 March 2004, paragraph 2.", ""),
    ("A provision on displacement by storms and floods is missing.", ""),
)
JAMAICA: tuple[Keyed, ...] = (
    ("Para II B 2 - after “due process” add “and to interpretation”", "II.B.2"),
    ("Sec. IV, sub-sec. E, item 1: delete “in the execution of the Program”", "IV.E.1"),
    ("4th footnote: “once the Commission has approved it” to go", "footnote 4"),
    ("Table, PAHO row, time frame: “2006” instead of “2007”", "Table 1, row 8, column 4"),
    ("I.B para 2 lit. (d): “as a primary consideration” should read “as the primary consideration”", "I.B.2(d)"),
    ("Ibid., lit. (e): add “, execution” after “design”", "I.B.2(e)"),
    ("Section III C: para 1 - “orderly” should read “safe and orderly”", "III.C.1"),
    ("V-B, paras. 2 & 4: delete both", "V.B.2;V.B.4"),
)
PERU: tuple[Keyed, ...] = (
    ("En el acápite (b) del párrafo tercero de la sección IV.D, añadir “y la prevención de accidentes” al final.", "IV.D.3(b)"),
    ("Sección V, literal B, numeral 1: donde dice “informe anual”, debería decir “informe semestral”.", "V.B.1"),
    ("El último párrafo del apartado III.C podría suprimirse.", "III.C.4"),
    ("En el objetivo específico 6, eliminar la mención de la legislación de cada Estado.", "II.B.6"),
    ("Se propone incorporar, a continuación del numeral II.A.1, un párrafo nuevo sobre la cooperación fronteriza.", "II.A.1"),
    ("El Perú recuerda el artículo 22 de la Convención Americana sobre Derechos Humanos.", ""),
    ("En el párrafo V.B.3 no se comparte el plazo.", "V.B.3"),
    ("La segunda actividad del Instituto Interamericano del Niño merece un presupuesto propio.", "IV.C.2"),
)
CANADA: tuple[Keyed, ...] = (
    ("Au point c) du chiffre 2 de la section V.A, supprimer «~enregistrées auprès de l’Organisation~».", "V.A.2(c)"),
    ("Les paragraphes 2 et 4 de la section III.B gagneraient à être réunis.", "III.B.2;III.B.4"),
    ("Partie II, titre B, par. 1~: ajouter «~et la mise en œuvre~» après «~ratification~».", "II.B.1"),
    ("IV-F-1~: préférer «~faciliter~» à «~encourager~».", "IV.F.1"),
    ("Le premier alinéa du paragraphe 3 de la section III.A appelle une définition.", "III.A.3(a)"),
    ("Note 1~: indiquer la date des Sommets.", "footnote 1"),
    ("Le Canada renvoie au paragraphe 12 de la résolution du Conseil permanent.", ""),
)
BRAZIL: tuple[Keyed, ...] = (
    ("Na alínea c, inciso ii, do parágrafo 3 da seção II.B, o Brasil prefere “centros de acolhida”.", "II.B.3(c)(ii)"),
    ("Item 1 da seção V.C: suprimir “dentro dos recursos disponíveis”.", "V.C.1"),
    ("Na seção IV.G, itens 1 e 3, incluir a expressão “em formato eletrônico”.", "IV.G.1;IV.G.3"),
    ("Quanto ao terceiro parágrafo da seção III.C, seriam úteis dois pontos focais por Estado.", "III.C.3"),
    ("No mesmo parágrafo, acrescentar “e um suplente” ao final.", "III.C.3"),
    ("Suprima-se o penúltimo parágrafo da seção V.B.", "V.B.3"),
    ("O Brasil gostaria de ver mencionadas as cidades de fronteira.", ""),
)
PANAMA: tuple[tuple[str, str, str, str, str], ...] = (
    ("1", "III.B.2", "Las organizaciones de migrantes conocen los medios.", "Agregar “y de sus organizaciones”.", "III.B.2"),
    ("2", "Cap. IV, secc. H, núm. 2", "La salud mental queda fuera.", "Incluir la salud mental.", "IV.H.2"),
    ("3", "IV.A.3, incisos a) y c)", "Convendría fijar un plazo para ambos.", "", "IV.A.3(a);IV.A.3(c)"),
    ("4", "Pie de página n.º 2", "Falta el símbolo del documento.", "", "footnote 2"),
    ("5", "I.B, 2, letra c)", "Los países de retorno cuentan también.", "Agregar “y retorno”.", "I.B.2(c)"),
    ("6", "misma sección, párr. 3", "La redacción es clara.", "", "I.B.3"),
    ("7", "Todo el documento", "Panamá felicita a la Relatoría por la claridad del texto.", "", ""),
    ("8", "XII.4", "Este punto se trató en la sesión anterior.", "", ""),
)
HAITI: tuple[tuple[str, str, str, str, str], ...] = (
    ("II.A", "2", "Le délai est trop court.", "Remplacer «~deux ans~» par «~trois ans~».", "II.A.2"),
    ("II.B", "3 c) i)", "Les ports manquent.", "Ajouter «~et dans les ports~».", "II.B.3(c)(i)"),
    ("idem", "4", "La discrimination fondée sur la langue manque.", "", "II.B.4"),
    ("Annexe", "", "Une annexe statistique serait utile.", "", ""),
    ("IV.B", "2 a) et b)", "Les deux services vont de pair.", "", "IV.B.2(a);IV.B.2(b)"),
    ("V.B", "dernier paragraphe", "Les rapports seraient aussi traduits.", "", "V.B.4"),
)
BELIZE: tuple[tuple[str, str, str, str], ...] = (
    ("II.B.5", "“trafficking in persons” leaves out related offences.", "Replace “trafficking in persons” with “trafficking in persons and related offences”.", "II.B.5"),
    ("V.C.3", "Which institutions are meant?", "", "V.C.3"),
    ("Para 12", "The wording is long.", "", ""),
    ("II.B.33", "Please check this number.", "", ""),
    ("IV.J.1", "Same remark.", "", ""),
    ("III.B (4)", "The costs of such systems are not known.", "Add “at no additional cost”.", "III.B.4"),
    ("3(b) of II.A", "Agreed.", "", "II.A.3(b)"),
)


def submissions() -> dict[str, bytes]:
    """File name -> bytes, in the forms of the samples."""
    table = ("Section", "Comment", "Proposed change")
    return {
        "Suriname.docx": letter_docx(_letter("en", "Dear Chair,", SURINAME, "Yours faithfully,")),
        "Jamaica.txt": letter_txt(_letter("en", "Comments of Jamaica on the draft Program", JAMAICA)),
        "Peru.docx": letter_docx(_letter("es", "El Perú formula las siguientes observaciones.", PERU, "Atentamente,")),
        "Canada.docx": letter_docx(_letter("fr", "Le Canada communique ce qui suit.", CANADA)),
        "Brasil.docx": letter_docx(_letter("pt", "O Brasil apresenta as seguintes observações.", BRAZIL, "Atenciosamente,")),
        "Panama.xlsx": grid_xlsx(_grid("es", ("N.º", "Sección", "Comentario", "Texto propuesto"), [r[:4] for r in PANAMA]), "Observaciones"),
        "Haiti.docx": grid_docx(_grid("fr", ("Section", "Paragraphe", "Observation", "Modification proposée"), [r[:4] for r in HAITI])),
        "Belize.docx": grid_docx(_grid("en", table, [r[:3] for r in BELIZE])),
    }


def _letter(language: str, opening: str, points: tuple[Keyed, ...], closing: str = "") -> Letter:
    return Letter(language, "2004-10-28", "", tuple(x for x in (opening, *(words for words, _ in points), closing) if x))


def _grid(language: str, heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> Grid:
    return Grid(language, "2004-10-28", "", (), (heads, *rows), (1500,) * len(heads))


def key() -> list[Row]:
    """What a careful officer finds, one row for each thing that a delegation says."""
    letters = {"Suriname.docx": SURINAME, "Jamaica.txt": JAMAICA, "Peru.docx": PERU, "Canada.docx": CANADA, "Brasil.docx": BRAZIL}
    out = [_row(file, words.replace("~", "\u00a0"), labels) for file, points in letters.items() for words, labels in points]
    tables = {"Panama.xlsx": (PANAMA, 2), "Haiti.docx": (HAITI, 2), "Belize.docx": (BELIZE, 1)}
    return out + [_row(file, str(r[column]), str(r[-1])) for file, (rows, column) in tables.items() for r in rows]


def _row(file: str, words: str, labels: str) -> Row:
    return Row(file, words, "proposal", tuple(x for x in labels.split(";") if x), True, False)
