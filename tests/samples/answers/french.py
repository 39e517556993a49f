# ruff: noqa: E501 - one paragraph on a line, so that the prose reads as a list
"""Letters in French: Canada's addendum and Haiti. Original text, invented people."""
from ..forms.letter import Letter

HAITI = Letter("fr", "2004-10-28", "Fernande Désulmé", (
    "Mission permanente de la République d’Haïti auprès de l’Organisation des États Américains",
    "La Mission permanente d’Haïti présente ses compliments au Secrétariat du Groupe de travail et a l’honneur de lui communiquer ci-après ses observations sur le projet de Programme.",
    "De manière générale, Haïti souhaite que les documents destinés aux migrants soient aussi diffusés en créole.",
    "Section II.A, paragraphe 3, alinéa c)~: ajouter «~et des diasporas~» à la fin de l’alinéa.",
    "Remplacer le paragraphe 7 de la section II.B par le texte suivant~: «~Encourager la baisse du coût des envois de fonds et l’accès des familles aux services bancaires.~»",
    "Supprimer le paragraphe 2 de la section IV.F.",
    "Au paragraphe 1 de la section III.C, mentionner aussi les accords entre pays voisins.",
    "L’alinéa e) du paragraphe 2 de la section I.B se lirait comme suit~: «~une démarche soucieuse de l’égalité entre les sexes dans la conception, l’exécution et l’évaluation des activités.~»",
    "Tableau~1, ligne~5~: remplacer «~premier semestre de 2006~» par «~2005~».",
    "Haïti appuie la proposition de l’Argentine relative à l’accès aux services de santé et d’éducation (après le paragraphe II.B.6).",
    "Haïti se réserve le droit de revenir sur la section V.A.",
    "La note de bas de page~3 appelle une précision~: la définition vaut-elle aussi pour les travailleurs saisonniers~?",
    "Il convient d’insérer, là où cela paraîtra le plus utile, les mots «~et le rapatriement pour raison médicale~».",
    "La Mission permanente d’Haïti saisit cette occasion pour renouveler au Secrétariat les assurances de sa haute considération.",
))

CANADA = Letter("fr", "2004-11-01", "Étienne Larochelle", (
    "Mission permanente du Canada",
    "En complément de ses propositions du 27~octobre, le Canada communique ce qui suit.",
    "Paragraphe 3 de la section V.B~: remplacer «~quatre ans~» par «~cinq ans~».",
    "Section III.A, par. 2~: ajouter «~dans la limite des ressources disponibles~» après «~assistance technique~».",
    "Idem, par. 3, al. a)~: préférer «~solutions de rechange à la détention~».",
    "Avant-dernier paragraphe de la section III.B~: ajouter «~et sur les voies régulières de migration~».",
    "Le Canada retire sa proposition relative à la phrase introductive du paragraphe I.B.2.",
    "Rapport du Rapporteur, paragraphe 6~: remplacer «~difficile~» par «~malaisé~».",
))
