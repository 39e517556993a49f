"""Words of the print edition alone."""

WORDS = {
    "en": {
        "print edition": "Print edition",
        "print marks": (
            "Words proposed for insertion are bold and underlined; words proposed for deletion are struck through. Behind them, in square "
            "brackets, stand the codes of all contributors that make the proposal: {codes}. The sign ¶ is the end of a paragraph that is "
            "proposed, or proposed for deletion, by itself. No color is needed to read this edition."
        ),
        "print labels": "Other words in square brackets, such as [Argentina: should] or [Mexico: delete], are the Secretariat’s.",
        "print comments": (
            "Rationales, opinions, support and reservations have a number in the text, such as (c12); they stand by this number at the end "
            "of the document."
        ),
        "print no marks": (
            "This edition holds no revision marks. The same text with marks is consolidated.docx, which serves for work in Word."
        ),
        "print list": "Comments by number",
        "lead comments": "Comments",
    },
    "es": {
        "print edition": "Edición para imprimir",
        "print marks": (
            "Las palabras cuya inserción se propone están en negrita y subrayadas; aquellas cuya supresión se propone, tachadas. Detrás, "
            "entre corchetes, figuran los códigos de todos los que formulan la propuesta: {codes}. El signo ¶ es el final de un párrafo "
            "que se propone, o se propone suprimir, por sí solo. No se necesita color para leer esta edición."
        ),
        "print labels": "Otras palabras entre corchetes, como [Argentina: debería] o [México: suprimir], son de la Secretaría.",
        "print comments": (
            "Las fundamentaciones, opiniones, apoyos y reservas llevan un número en el texto, como (c12); figuran por ese número al final "
            "del documento."
        ),
        "print no marks": (
            "Esta edición no contiene marcas de revisión. El mismo texto con marcas es consolidated.docx, que sirve para trabajar en Word."
        ),
        "print list": "Comentarios por número",
        "lead comments": "Comentarios",
    },
    "fr": {
        "print edition": "Édition à imprimer",
        "print marks": (
            "Les mots dont l’insertion est proposée sont en gras et soulignés ; ceux dont la suppression est proposée sont barrés. À leur "
            "suite figurent, entre crochets, les codes de tous les auteurs de la proposition : {codes}. Le signe ¶ est la fin d’un "
            "paragraphe qui est proposée, ou dont la suppression est proposée, à elle seule. Aucune couleur n’est nécessaire pour lire "
            "cette édition."
        ),
        "print labels": "Les autres mots entre crochets, par exemple [Argentine : devrait] ou [Mexique : supprimer], sont du Secrétariat.",
        "print comments": (
            "Les motifs, avis, appuis et réserves portent un numéro dans le texte, par exemple (c12) ; ils figurent sous ce numéro à la "
            "fin du document."
        ),
        "print no marks": (
            "Cette édition ne contient aucune marque de révision. Le même texte avec les marques est consolidated.docx, qui sert au "
            "travail dans Word."
        ),
        "print list": "Commentaires par numéro",
        "lead comments": "Commentaires",
    },
    "pt": {
        "print edition": "Edição para impressão",
        "print marks": (
            "As palavras cuja inserção é proposta estão em negrito e sublinhadas; aquelas cuja supressão é proposta estão tachadas. Depois "
            "delas, entre colchetes, constam os códigos de todos os autores da proposta: {codes}. O sinal ¶ é o fim de um parágrafo que é "
            "proposto, ou cuja supressão é proposta, por si só. Não é necessária cor para ler esta edição."
        ),
        "print labels": "Outras palavras entre colchetes, como [Argentina: deveria] ou [México: suprimir], são da Secretaria.",
        "print comments": (
            "As justificativas, opiniões, apoios e reservas têm um número no texto, como (c12); constam por esse número no fim do "
            "documento."
        ),
        "print no marks": (
            "Esta edição não contém marcas de revisão. O mesmo texto com marcas é consolidated.docx, que serve para o trabalho no Word."
        ),
        "print list": "Comentários por número",
        "lead comments": "Comentários",
    },
}
