"""French: what the Secretariat says in comparison.xlsx alone."""

WORDS = {
    "sheet read me": "Lisez-moi",
    "sheet comparison": "Comparaison",
    "sheet heat": "Carte thermique",
    "sheet changes": "Modifications",
    "sheet files": "Fichiers",
    # columns
    "order": "Ordre",
    "responsible": "Domaine responsable",
    "time frame": "Délai",
    "is late": "Hors délai",
    "answered": "A répondu",
    "title": "Titre",
    "no section": "(hors des sections)",
    "whole draft": "(ensemble du projet)",
    "what changed": "Depuis l’édition précédente",
    "before": "Avant",
    "change new": "nouvelle",
    "change changed": "modifiée",
    "change gone": "n’est plus proposée",
    # the chart
    "chart": "Propositions et observations par section",
    "chart number": "Nombre",
    # the first sheet
    "read title": "Comparaison des propositions",
    "read what": "Ce qu’est ce classeur",
    "what workbook": "Classeur",
    "what workbook told": (
        "Établi par le Secrétariat. Il énumère les propositions et observations écrites sur « {draft} », une par ligne : dans l’ordre du "
        "projet, puis dans celui de la réunion, puis par date. Les identifiants et les nombres sont ceux de consolidated.docx."
    ),
    "read figures": "Chiffres",
    "figure states": "États membres qui ont répondu",
    "figure of states": "États membres qui participent",
    "figure files": "Fichiers reçus",
    "figure all": "Propositions et observations",
    "figure proposals": "– propositions sur le texte",
    "figure comments": "– commentaires",
    "figure support": "– appuis",
    "figure on the report": "– sur le rapport du Rapporteur",
    "figure unplaced": "– non placées",
    "figure conflicts": "Conflits",
    "read use": "Comment s’en servir",
    "use filter": "Filtrer et trier",
    "use filter told": "Par les flèches de l’en-tête d’une feuille. La colonne Ordre de Propositions rétablit l’ordre.",
    "use fold": "Plier et déplier",
    "use fold told": (
        "Par les signes + et − au-dessus des colonnes et à côté des lignes. Sont pliés les détails des propositions, les dispositions "
        "sans propositions et les auteurs sans propositions."
    ),
    "use links": "Suivre les liens",
    "use links told": "Un identifiant ou nom souligné mène à sa ligne dans une autre feuille : de Propositions à Comparaison, et retour.",
    "use long": "Textes longs",
    "use long told": (
        "Excel montre au plus 409 points d’une ligne ; un texte plus long se lit en entier dans la barre de formule. Ce qu’une cellule ne "
        "peut contenir continue à la ligne suivante, sous le même identifiant."
    ),
    "read marks": "Comment les changements sont montrés",
    "sample kept": "Les États ",
    "sample deleted": "doivent",
    "sample inserted": "peuvent",
    "sample end": " agir.",
    "sample id": "MEX-07",
    "mark inserted": "Souligné : mots dont l’insertion est proposée.",
    "mark deleted": "Barré : mots dont la suppression est proposée.",
    "mark change": "Un changement à sa place. Les couleurs n’ont pas de sens propre.",
    "mark bold": "Gras : un identifiant, un nom ou un titre.",
    "read decisions": "Décision, texte convenu et note",
    "decisions for": "Pour les réviseurs",
    "decisions for told": (
        "Les réviseurs remplissent ces colonnes de Propositions. L’identifiant d’une ligne ne change pas : il dit à quelle proposition se "
        "rapporte ce qui est noté."
    ),
    "decision 1": "pas encore examinée",
    "decision 2": "acceptée comme elle figure dans le texte convenu ou, s’il est vide, comme elle a été proposée",
    "decision 3": "acceptée, sous réserve de confirmation",
    "decision 4": "reste entre crochets ; la rédaction est ouverte",
    "decision 5": "examinée et non acceptée",
    "decision 6": "retirée par ceux qui l’ont présentée",
    "decision 7": "à examiner plus tard",
    "read sheets": "Feuilles",
    "about proposals": "Une ligne par proposition et observation, avec des colonnes pour la décision.",
    "about comparison": (
        "Les dispositions du projet en lignes, les auteurs en colonnes ; chaque cellule montre le texte proposé, avec ses "
        "changements."
    ),
    "about heat": (
        "Nombre de propositions et d’observations par section et auteur. Celle qui est de plusieurs figure dans la colonne de chacun "
        "et une fois dans le total."
    ),
    "about conflicts": "Propositions sur les mêmes mots qui ne peuvent toutes être adoptées, les variantes côte à côte.",
    "about general": "Commentaires d’États membres et de groupes sur l’ensemble du projet.",
    "about unplaced": "Observations que rien ne rattache à une seule disposition, avec celles où elles pourraient figurer.",
    "about support": "Auteurs qui appuient ce que d’autres proposent.",
    "about report": "Corrections du rapport du Rapporteur et marques faites sur celui-ci.",
    "about bodies": "Ce qu’ont envoyé les organes, les organisations et la société civile.",
    "about superseded": "Ce qui a été remplacé ou retiré.",
    "about changes": "Ce qui est nouveau, modifié ou n’est plus proposé depuis l’édition précédente.",
    "about submissions": "Les États membres, qu’ils aient répondu ou non, puis les autres auteurs, avec leurs fichiers et nombres.",
    "about files": "Le registre des fichiers reçus, avec ce qu’il est advenu de chacun.",
    "about counts": "Nombres selon la qualité des auteurs.",
    "about notices": "Ce que le Secrétariat doit savoir de certains fichiers.",
    "about ledger": "Ce qu’il est advenu de chaque marque, commentaire, ligne et paragraphe reçus.",
    "about texts": "Textes qui ne sont pas une version du projet, dans les mots reçus.",
}
