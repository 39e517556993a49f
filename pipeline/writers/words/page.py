"""Words of the reading page alone."""

WORDS = {
    "en": {
        "page filter": "What is shown", "page who": "Contributor", "page all": "all contributors", "page draft": "the draft alone",
        "page at": "Section", "page everywhere": "whole draft", "page touched": "only where something is proposed or said",
        "page count": "Provisions shown with proposals or comments: {count}", "page skip": "To the text",
        "page text": "The draft with all proposals",
        "page remarks": "Remarks that stand at no provision", "page notes": "Notes", "page provision": "Provision",
        "page how": (
            "Words proposed for insertion are bold and underlined, words proposed for deletion are struck through; the codes of all"
            " contributors that make the proposal follow in square brackets. The sign ¶ is the end of a paragraph that is proposed,"
            " or proposed for deletion, by itself. Comments stand below the provision. With one contributor chosen, its proposals "
            "alone are shown, and the text reads as this contributor sent it. Conflicts have a number that leads to the list."
        ),
    },
    "es": {
        "page filter": "Qué se muestra", "page who": "Autor", "page all": "todos los autores", "page draft": "solo el proyecto",
        "page at": "Sección", "page everywhere": "todo el proyecto", "page touched": "solo donde algo se propone o se dice",
        "page count": "Disposiciones mostradas con propuestas o comentarios: {count}", "page skip": "Al texto",
        "page text": "El proyecto con todas las propuestas", "page remarks": "Observaciones sin disposición", "page notes": "Notas",
        "page provision": "Disposición",
        "page how": (
            "Las palabras cuya inserción se propone están en negrita y subrayadas; aquellas cuya supresión se propone, tachadas; "
            "siguen entre corchetes los códigos de todos los que formulan la propuesta. El signo ¶ es el final de un párrafo que se"
            " propone, o se propone suprimir, por sí solo. Los comentarios figuran debajo de la disposición. Si se elige un autor, "
            "se muestran solo sus propuestas, y el texto se lee como ese autor lo envió. Las propuestas incompatibles llevan un "
            "número que conduce a la lista."
        ),
    },
    "fr": {
        "page filter": "Ce qui est affiché", "page who": "Auteur", "page all": "tous les auteurs", "page draft": "le projet seul",
        "page at": "Section", "page everywhere": "tout le projet", "page touched": "seulement là où quelque chose est proposé ou dit",
        "page count": "Dispositions affichées avec propositions ou commentaires : {count}", "page skip": "Au texte",
        "page text": "Le projet avec toutes les propositions", "page remarks": "Observations sans disposition", "page notes": "Notes",
        "page provision": "Disposition",
        "page how": (
            "Les mots dont l’insertion est proposée sont en gras et soulignés, ceux dont la suppression est proposée sont barrés ; "
            "les codes de tous les auteurs de la proposition suivent entre crochets. Le signe ¶ est la fin d’un paragraphe qui est "
            "proposée, ou dont la suppression est proposée, à elle seule. Les commentaires figurent sous la disposition. Si un "
            "auteur est choisi, seules ses propositions sont affichées, et le texte se lit tel que cet auteur l’a envoyé. Les "
            "propositions incompatibles portent un numéro qui mène à la liste."
        ),
    },
    "pt": {
        "page filter": "O que se mostra", "page who": "Autor", "page all": "todos os autores", "page draft": "somente o projeto",
        "page at": "Seção", "page everywhere": "todo o projeto", "page touched": "somente onde algo é proposto ou dito",
        "page count": "Disposições mostradas com propostas ou comentários: {count}", "page skip": "Ao texto",
        "page text": "O projeto com todas as propostas", "page remarks": "Observações sem disposição", "page notes": "Notas",
        "page provision": "Disposição",
        "page how": (
            "As palavras cuja inserção é proposta estão em negrito e sublinhadas; aquelas cuja supressão é proposta estão tachadas;"
            " seguem entre colchetes os códigos de todos os autores da proposta. O sinal ¶ é o fim de um parágrafo que é proposto, "
            "ou cuja supressão é proposta, por si só. Os comentários constam abaixo da disposição. Escolhido um autor, mostram-se "
            "somente as suas propostas, e o texto se lê como esse autor o enviou. As propostas incompatíveis têm um número que leva"
            " à lista."
        ),
    },
}  # fmt: skip
