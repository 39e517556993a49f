"""Letters of the tests' own making, with what each block is, written by hand.

One line a block: what it is, a bar, the words. ``kind @ reference > states`` opens a segment; ``+`` goes on with it; ``&``
is a further point of the block before. ``#`` before the words makes a heading, ``(a)``, ``1.`` or ``-`` an item.
"""
# ruff: noqa: E501 (one line a block is the notation)

LETTERS = {
    "en note verbale": ("Peru", """
courtesy                                     | PERMANENT MISSION OF PERU
courtesy                                     | Note No. 7-5-M/204
courtesy                                     | The Permanent Mission of Peru presents its compliments to the Secretariat and has the honour to submit the comments that follow:
general comment                              | The text is balanced and its structure is easy to follow.
comment @ paragraph 2                        | In paragraph 2 the term used for the registry is unclear.
proposal @ paragraph 4                       | In paragraph 4, replace "may" by "should".
proposal @ after paragraph 6                 | Insert a new paragraph after paragraph 6 that should read as follows:
+                                            | "States shall keep a list of open posts."
support @ paragraph 4 > Mexico               | Peru supports the proposal of Mexico on paragraph 4.
reservation @ paragraph 9                    | Peru reserves its position on paragraph 9.
withdrawal @ paragraph 11                    | Peru withdraws its proposal on paragraph 11.
courtesy                                     | The Permanent Mission of Peru avails itself of this opportunity to renew the assurances of its highest consideration.
courtesy                                     | Washington, D.C., 18 November 2004
"""),
    "en headings and lists": ("Canada", """
courtesy                                     | # Comments of Canada
proposal @ Section II                        | # Section II
+                                            | Delete the second half of the text.
proposal @ Section II, Paragraph 4           | # Paragraph 4
+                                            | (a) Replace "list" by "register".
proposal @ Section II, Paragraph 4           | (b) Delete "as needed".
proposal @ Section II, Paragraph 4, subparagraph (c) | (c) Move subparagraph (c) to the end.
comment @ Section II, Paragraph 5            | # Paragraph 5
+                                            | The deadline seems short.
proposal @ paragraph 7                       | # Annex
+                                            | On paragraph 7, Canada proposes the following changes:
+                                            | - insert "annual" before "report";
proposal @ paragraph 7                       | - delete the last word.
no comments @ paragraph 8                    | Canada has no comments on paragraph 8.
"""),
    "en report corrections": ("Brazil", """
courtesy                                     | Dear Mr. Chair,
report correction @ the Rapporteur's report, Page 7, paragraph 4 (begins with "The delegation of") | # Corrections to the Rapporteur's report
+                                            | Page 7, paragraph 4 (begins with "The delegation of")
+                                            | We suggest replacing it with: "The delegation spoke of training."
report correction @ the Rapporteur's report, Page 9, paragraph 1 | Page 9, paragraph 1: the summary does not reflect what was said.
proposal @ Paragraph 3                       | # Comments on the draft program
+                                            | Paragraph 3 should read as follows: "Posts are open."
courtesy                                     | Yours sincerely,
courtesy                                     | The Alternate Representative
"""),
    "en several points in one paragraph": ("Peru", """
support @ paragraph 4 > Mexico, Brazil       | Peru supports the proposal of Mexico and Brazil on paragraph 4 and withdraws its own proposal on paragraph 5. It reserves its position on paragraph 6.
& withdrawal @ paragraph 5                   |
& reservation @ paragraph 6                  |
comment @ paragraph 7                        | Peru does not support the proposal of Chile on paragraph 7.
comment @ paragraph 8                        | Peru could support the proposal of Chile on paragraph 8 if the date is kept.
general comment                              | Migrants should be included in the statistics of the region.
general comment                              | Peru reserves the right to submit further comments at a later date.
"""),
    "en no comments": ("Jamaica", """
courtesy                                     | The Permanent Mission of Jamaica presents its compliments to the Secretariat.
no comments                                  | Jamaica has no comments on the draft.
courtesy                                     | Kind regards,
courtesy                                     | Second Secretary
"""),
    "es nota": ("México", """
courtesy                                     | MISIÓN PERMANENTE DE MÉXICO
courtesy                                     | Washington, D.C., 3 de noviembre de 2004
courtesy                                     | La Misión Permanente de México saluda atentamente a la Secretaría y tiene el honor de remitir sus observaciones:
general comment                              | El texto recoge bien lo tratado en la reunión.
proposal @ párrafo 3, inciso b)              | En el párrafo 3, inciso b), reemplazar «podrán» por «deberán».
proposal @ párrafo 5                         | El párrafo 5 debería decir lo siguiente:
+                                            | «Los registros se revisarán cada año.»
support @ párrafo 6 > Brasil                 | México se suma a la propuesta del Brasil sobre el párrafo 6.
reservation @ párrafo 8                      | México reserva su posición sobre el párrafo 8.
withdrawal @ párrafo 9                       | México retira su propuesta sobre el párrafo 9.
courtesy                                     | México no tiene más comentarios.
courtesy                                     | La Misión Permanente aprovecha la oportunidad para reiterar las seguridades de su más alta consideración.
"""),
    "es lista": ("Chile", """
proposal @ Párrafo 4                         | # Párrafo 4
+                                            | 1. Suprimir la palabra "anual".
proposal @ Párrafo 4                         | 2. Agregar al final: "cuando corresponda".
proposal @ después del párrafo 10            | Agregar después del párrafo 10 un nuevo párrafo con el siguiente texto:
+                                            | El comité publicará la lista.
+                                            | Justificación: hoy nadie la publica.
comment @ Mismo párrafo                      | Mismo párrafo: el plazo parece corto.
support @ numeral 2 > México, Perú           | Chile apoya las enmiendas de México y del Perú al numeral 2.
comment @ numeral 3                          | Chile no apoya la propuesta de México sobre el numeral 3.
"""),
    "fr note": ("Haïti", """
courtesy                                     | La Mission permanente d'Haïti présente ses compliments au Secrétariat et a l'honneur de lui transmettre ce qui suit :
proposal @ paragraphe 4                      | Au paragraphe 4, remplacer « peuvent » par « doivent ».
proposal @ deuxième alinéa du paragraphe 5   | Supprimer le deuxième alinéa du paragraphe 5.
support @ paragraphe 6 > Mexique             | Haïti appuie la proposition du Mexique sur le paragraphe 6.
reservation @ paragraphe 7                   | Haïti réserve sa position sur le paragraphe 7.
withdrawal @ paragraphe 8                    | Haïti retire sa proposition sur le paragraphe 8.
no comments @ paragraphe 9                   | Haïti n'a pas d'observations sur le paragraphe 9.
comment @ paragraphe 10                      | Le paragraphe 10 reprend une idée déjà exprimée.
courtesy                                     | La Mission permanente saisit cette occasion pour renouveler les assurances de sa haute considération.
"""),
    "pt nota": ("Brasil", """
courtesy                                     | A Missão Permanente do Brasil apresenta seus cumprimentos à Secretaria e tem a honra de enviar o seguinte:
proposal @ parágrafo 4                       | No parágrafo 4, substituir "poderão" por "deverão".
proposal @ parágrafo 5                       | O parágrafo 5 passaria a ler-se: "O registro é público."
support @ parágrafo 6 > México               | O Brasil apoia a proposta do México sobre o parágrafo 6.
reservation @ parágrafo 7                    | O Brasil reserva a sua posição sobre o parágrafo 7.
withdrawal @ parágrafo 8                     | O Brasil retira a sua proposta sobre o parágrafo 8.
no comments @ parágrafo 9                    | O Brasil não tem comentários sobre o parágrafo 9.
general comment                              | O texto ficou mais claro do que antes.
courtesy                                     | A Missão Permanente aproveita a oportunidade para renovar os protestos da sua alta consideração.
courtesy                                     | Washington, 12 de novembro de 2004
"""),
    "mixed languages": ("CARICOM", """
courtesy                                     | Subject: observaciones / comments
proposal @ Sección III, párrafo 2            | # Sección III
+                                            | Suprímase el párrafo 2.
proposal @ Sección III, paragraph 3          | In paragraph 3, add "and training" after "work".
comment @ Sección III, paragraphe 4          | Le paragraphe 4 est trop long.
proposal @ En todo el texto                  | # Otros
+                                            | En todo el texto, reemplazar "lista" por "registro".
proposal @ parágrafo 6                       | Propõe-se suprimir o parágrafo 6.
"""),
}  # fmt: skip
