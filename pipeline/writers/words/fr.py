"""French, in the register of the Organization's documents; the keys are those of en.py."""

WORDS = {
    # the facts on the first page
    "original": "Original : {language}",
    "language en": "anglais",
    "language es": "espagnol",
    "language fr": "français",
    "language pt": "portugais",
    "heading": "Document consolidé",
    "date": "{day} {month} {year}",
    "months": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    # what this document is
    "explanatory": "Note explicative",
    "lead mandate": "Mandat",
    "lead base": "Document de base",
    "note base": (
        "Le présent document, établi par le Secrétariat, rassemble les propositions écrites reçues au sujet du document de base « "
        "{draft} ». Propositions sur le texte : {proposals}. Autres observations : {remarks}."
    ),
    "lead cut-off": "Date de clôture",
    "note cut-off": "Les communications reçues jusqu’à la date suivante sont prises en compte : {date}.",
    "note deadline": (
        "Le délai fixé pour les propositions écrites expirait à la date suivante : {date} ; ce qui est arrivé ensuite est inclus et "
        "signalé."
    ),
    "lead received": "Communications",
    "note received": "Fichiers reçus : {files}. États membres qui les ont envoyés : {states}. Autres participants : {others}.",
    "note missing": "Aucune communication n’a été reçue de : {names}.",
    "note none missing": "Une communication a été reçue de chaque État membre.",
    "note other": (
        "Le présent document montre uniquement ce qui a été envoyé sur ce texte ; consolidated.docx énumère toutes les communications."
    ),
    "lead prejudice": "Portée",
    "note prejudice": (
        "La présente compilation est sans préjudice de la position de quelque délégation que ce soit et ne traduit aucun accord. "
        "L’ordre n’implique aucune préférence."
    ),
    # how to read it
    "marks": "Comment lire le présent document",
    "lead marks": "Marques",
    "marks author": (
        "Les mots dont l’insertion est proposée sont soulignés et ceux dont la suppression est proposée sont barrés, sous le nom de "
        "l’auteur. Les propositions identiques figurent une seule fois, sous tous les noms, par exemple « Argentina; Mexico », dans "
        "l’ordre de la réunion. Les couleurs sont choisies par Word et n’ont aucune signification."
    ),
    "lead labels": "Étiquettes",
    "marks labels": (
        "Les mots entre crochets sous le nom « Secretariat », par exemple [Argentine : devrait] ou [Mexique : supprimer], indiquent "
        "l’auteur de la proposition. Ils ne font partie d’aucune proposition."
    ),
    "lead conflicts": "Propositions incompatibles et variantes",
    "marks conflicts": (
        "Les propositions portant sur les mêmes mots qui ne peuvent être toutes adoptées ont un numéro, par exemple [C-03], qui les "
        "précède dans le texte et renvoie à l’Annexe {annex}, où le libellé du projet et les variantes figurent côte à côte."
    ),
    "marks alternatives": (
        "Lorsque plusieurs propositions reformulent un même paragraphe, le libellé du projet porte l’étiquette « Projet » et il est "
        "suivi de chaque libellé proposé, en entier, portant l’étiquette « Alt. 1 », « Alt. 2 », avec ses auteurs. Les numéros ne "
        "servent que de référence."
    ),
    "lead accept": "Accepter et refuser",
    "marks accept": (
        "Le refus de toutes les marques donne le document de base. L’acceptation de toutes les marques ne donne pas un texte convenu, "
        "puisque des propositions qui s’excluent y figurent côte à côte."
    ),
    "lead one": "Propositions d’une seule délégation",
    "marks one": (
        "Dans Word : Révision > Afficher les marques > Personnes spécifiques ; désactivez « Tous les relecteurs » et cochez chaque nom "
        "où figure la délégation, y compris les noms communs. L’Annexe {annex} énumère ces noms sous chaque auteur. Le dossier "
        "by-contributor contient un document par auteur, avec ses seules propositions."
    ),
    "lead ids": "Identifiants",
    "marks ids": (
        "Chaque proposition a un identifiant, par exemple {id}, qui est le même ici, dans les annexes et dans le tableau comparatif "
        "(comparison.xlsx)."
    ),
    "lead annexes": "Annexes",
    "received": "Communications reçues",
    "unread": (
        "Attention : lecture impossible : {count} ({files}). Rien dans le présent document n’en reflète le contenu. Voir l’Annexe "
        "{annex}."
    ),
    "one file": "1 fichier",
    "several files": "{count} fichiers",
    # labels in the text
    "draft option": "Projet",
    "alternative": "Alt. {number}",
    "colon": " : ",
    "to delete": "supprimer",
    "deleted option": "(supprimer)",
    "moved option": "(déplacer)",
    # who contributed, and what came
    "received of states": "États membres et groupes",
    "received of bodies": "Organes, organisations et société civile",
    "received of nobody": "Fichiers sans auteur connu",
    "capacity": "Qualité",
    "capacity state": "État membre",
    "capacity group": "groupe",
    "capacity observer": "observateur permanent",
    "capacity organ": "organe",
    "capacity organisation": "organisation internationale",
    "capacity civil society": "société civile",
    "capacity nobody": "non attribué",
    "with capacity": "{name} ({capacity})",
    "counts": "Chiffres",
    "counts note": "L’observation de plusieurs auteurs est comptée une fois sous chaque qualité et une seule fois dans le total.",
    "files": "Fichiers",
    "support": "Appui",
    "on the report": "Sur le rapport",
    "total": "Total",
    "received how": "Forme ; statut",
    "in conflicts": "En conflit",
    "late": "hors délai",
    "to see": "Pour voir ces propositions dans Word, cochez : ",
    # languages
    "original pending": "[Original : {language} ; traduction à venir] ",
    "original translated": "[Original : {language}] ",
    "translation pending": "Original : {language} ; traduction à venir",
    "secretariat translation": "[Traduction du Secrétariat] ",
    "translation": "Traduction du Secrétariat",
    # the annexes
    "annex title": "Annexe {number} – {title}",
    "annex conflicts": "Propositions incompatibles et variantes",
    "annex conflicts note": (
        "Propositions portant sur les mêmes mots qui ne peuvent être toutes adoptées, à côté du libellé du projet. Les mots qui ne "
        "figurent pas dans le projet sont en gras et soulignés ; ceux qui sont omis sont barrés. Un texte qui conserve peu du projet "
        "figure sans mots barrés. L’ordre n’implique aucune préférence."
    ),
    "conflict proposals": "Propositions : ",
    "annex proposals": "Propositions par auteur",
    "annex proposals note": (
        "Toutes les propositions et observations des États membres et des groupes sur le projet, avec leur disposition et leur type. "
        "Celle de plusieurs auteurs figure sous chacun d’eux. Les appuis sont énumérés à part."
    ),
    "annex bodies": "Organes, organisations et société civile",
    "annex bodies note": (
        "Ce qui a été reçu de participants autres que les États membres et les groupes, intégralement. Il en est tenu un compte "
        "distinct de celui des propositions des États membres."
    ),
    "annex support": "Appui",
    "annex support note": (
        "Participants qui appuient ce que d’autres proposent. Ils ne figurent pas parmi les auteurs de la proposition ni de sa marque."
    ),
    "annex placements": "Emplacement des observations",
    "annex placements note": (
        "Observations de tableaux et de lettres, avec ce qui rattache chacune à sa disposition. Le degré de certitude va de 0 à 1 et "
        "ne concerne que l’emplacement, non l’observation elle-même. Le Secrétariat corrige un emplacement dans placements.xlsx."
    ),
    "annex unplaced": "Propositions non placées",
    "annex unplaced note": (
        "Observations qu’aucun indice ne rattache à une seule disposition, dans les termes où elles ont été reçues, avec les "
        "dispositions auxquelles elles pourraient se rapporter. Le Secrétariat les place, dans placements.xlsx, lorsque la disposition "
        "est connue."
    ),
    "unplaced report": "Marques sur le rapport du Rapporteur qui ne renvoient à aucune disposition",
    "annex unplaced report note": (
        "Marques portées sur le rapport du Rapporteur dont le paragraphe ne renvoie à aucune disposition du projet. Leur texte figure "
        "dans l’annexe sur le rapport. Le Secrétariat corrige dans crosswalk.xlsx à quelle disposition renvoie un paragraphe."
    ),
    "annex report": "Observations sur le rapport du Rapporteur",
    "annex report note": (
        "Corrections du rapport du Rapporteur et marques portées sur celui-ci. Ce ne sont pas des propositions sur le projet et elles "
        "sont comptées à part ; lorsqu’un paragraphe du rapport renvoie à une disposition du projet, celle-ci est indiquée."
    ),
    "annex general": "Observations générales",
    "annex general note": (
        "Observations des États membres et des groupes sur l’ensemble du projet, dans les termes où elles ont été reçues."
    ),
    "annex texts": "Textes non rattachés à une disposition",
    "annex texts note": (
        "Textes qui ne sont pas une version du projet et propositions qui n’ont pu être présentées sous forme de marques, dans les "
        "termes où ils ont été reçus."
    ),
    "annex superseded": "Communications remplacées et retirées",
    "annex superseded note": "Conservées au registre ; rien n’en est présenté sous forme de marque.",
    "annex files": "Registre des communications",
    "annex files unread": "Fichiers qui n’ont pu être lus",
    "annex files unread note": "Rien dans le présent document ne reflète le contenu de ces fichiers.",
    "annex files all": "Tous les autres fichiers",
    "notices": "Avis",
    "none": "Néant.",
    "no conflict": "Aucune proposition incompatible n’a été relevée.",
    "counted": "{name} ({count})",
    "not reproduced": "{count} paragraphes, non reproduits : {status}",
    "unassigned": "(non attribué)",
    "not placed": "non placée",
    "in conflict": "voir {id}",
    # columns of the tables and sheets
    "words": "Texte reçu",
    "supporter": "Auteur de l’appui",
    "supports": "Appuie la proposition de",
    "proposals there": "Propositions à cet endroit",
    "not named": "(non nommé)",
    "evidence": "Indice",
    "placed": "Emplacement",
    "candidates": "Possibilités",
    "candidate": "Possibilité {number}",
    "share": "{label} ({share:.2f})",
    "how": "{by}, {share:.2f}",
    "no candidate": "aucune",
    "correct in": "À corriger dans",
    "leads to": "Renvoie à",
    "key": "Clé dans ce fichier",
    "what": "Objet",
    "file superseded": "fichier entier",
    "parts": "parties du fichier, {state} : {count}",
    "conflict": "Conflit",
    "conflicts": "Conflits",
    "provision": "Disposition",
    "kind": "Genre",
    "options": "Options",
    "option": "Option {number}",
    "proposals": "Propositions",
    "contributor": "Auteur",
    "contributors": "Auteurs",
    "file": "Fichier",
    "received on": "Reçu le",
    "form": "Forme",
    "status": "Statut",
    "comments": "Commentaires",
    "place": "Endroit",
    "text": "Texte",
    "reason": "Motif",
    "hash": "Fichier et SHA-256",
    "message": "Message",
    "id": "Id.",
    "section": "Section",
    "draft text": "Texte du projet",
    "type": "Type",
    "proposed text": "Texte proposé",
    "change": "Modification (insertions soulignées, suppressions barrées)",
    "rationale": "Commentaire ou motif",
    "equal": "Proposé aussi par",
    "source": "Fichier d’origine",
    "source place": "Endroit dans le fichier",
    "language": "Langue",
    "placed by": "Placée par",
    "confidence": "Certitude",
    "flags": "Indications",
    "decision": "Décision",
    "agreed": "Texte convenu",
    "note": "Note",
    "alternatives": "Présenté sous forme de variantes",
    "symbol": "Cote",
    "unplaced": "Non placées",
    "held": "Retenu",
    "sha256": "SHA-256",
    "state": "Situation",
    "count": "Nombre",
    "yes": "oui",
    "no": "non",
    "continued": "{id} (suite)",
    "several places": "{first} … {last}",
    # sheets
    "sheet proposals": "Propositions",
    "sheet conflicts": "Conflits",
    "sheet unplaced": "Non placées",
    "sheet report": "Sur le rapport",
    "sheet general": "Observations générales",
    "sheet support": "Appui",
    "sheet bodies": "Organes et autres",
    "sheet superseded": "Remplacées",
    "sheet counts": "Chiffres",
    "sheet submissions": "Communications",
    "sheet notices": "Avis",
    "sheet ledger": "Grand livre",
    "sheet texts": "Autres textes",
    "page": "Page &P sur &N",
    "decisions": "en suspens,convenu,convenu ad referendum,entre crochets,non convenu,retiré,reporté",
    "decision title": "Décision",
    "decision error": "Veuillez choisir l’une des valeurs suivantes : {choices}.",
    # the closed lists of report.json as a document shows them
    "form tracked": "suivi des modifications",
    "form clean": "texte sans marques",
    "form table": "tableau",
    "form letter": "lettre",
    "form comments": "commentaires",
    "form odt": ".odt, par LibreOffice",
    "form rtf": ".rtf, par LibreOffice",
    "form doc": ".doc, par LibreOffice",
    "status merged": "incorporé",
    "status rebased": "transposé",
    "status other-language": "autre langue",
    "status comments-only": "observations seules",
    "status unassigned": "non attribué",
    "status superseded": "remplacé",
    "status withdrawn": "retiré",
    "status withheld": "en annexe",
    "status unreadable": "illisible",
    "status quarantined": "en quarantaine",
    "type amend": "modifier",
    "type delete": "supprimer",
    "type insert": "insérer",
    "type move": "déplacer",
    "type comment": "commentaire",
    "type general comment": "observation générale",
    "type support": "appui",
    "type reservation": "réserve",
    "type withdrawal": "retrait",
    "type format": "mise en forme",
    "kind rival replacement": "remplacements incompatibles",
    "kind rival insertion": "insertions incompatibles",
    "kind overlapping deletion": "suppressions qui se chevauchent",
    "kind deletion against edit": "suppression et modification",
    "kind paragraph deleted against edited": "paragraphe supprimé et modifié",
    "kind rewritten by several": "reformulé par plusieurs",
    "kind same cell": "même cellule",
    "kind row deleted against edited": "ligne supprimée et modifiée",
    "kind split or join against edit": "scission ou fusion et modification",
    "kind move against edit": "déplacement et modification",
    "by marked": "marque",
    "by compared": "comparaison",
    "by form": "formulaire",
    "by cited": "renvoi",
    "by quoted": "texte cité",
    "by similar": "ressemblance",
    "by by hand": "à la main",
    "notice choice": "choix du fonctionnaire",
    "notice converted": "converti",
    "notice corrected": "corrigé",
    "notice draft text edited": "texte du projet modifié",
    "notice draft text removed": "texte du projet ôté",
    "notice form": "formulaire",
    "notice held": "retenu",
    "notice late": "hors délai",
    "notice letter": "lettre",
    "notice lost in reading": "perdu à la lecture",
    "notice no version": "n’est pas une version du projet",
    "notice not applied": "non appliqué",
    "notice other version": "autre version",
    "notice quarantined": "en quarantaine",
    "notice register": "registre",
    "notice row across the table": "ligne sur toute la largeur",
    "notice row without comment": "ligne sans commentaire",
    "notice superseded": "remplacé",
    "notice table continued": "suite du tableau",
    "notice to decide": "à décider",
    "notice translation": "traduction",
    "notice unassigned": "non attribué",
    "notice unmarked": "sans marque",
    "notice unplaced": "non placée",
    "notice unreadable": "illisible",
    "notice withdrawn": "retiré",
    "notice withheld": "en annexe",
}
