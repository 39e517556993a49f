"""The words of French amendment instructions, without accents, by the signs that ``lexicon`` explains."""

WORDS = {
    "f": """lui, dans son integralite, en entier, entierement, integralement, le, la, les, l', un, une, nous, je, il, que, qu',
        notre, ma, mon, egalement, aussi, en outre, de plus, par ailleurs, donc, par consequent, en consequence, des lors,
        enfin, puis, ensuite, d'abord, delegation, gouvernement, notre delegation, ma delegation, s'il vous plait, svp,
        veuillez, merci de, bien vouloir, commentaire:, proposition:, modification proposee:, suggestion:, amendement:, notre
        proposition est, cette, cet, ce, ces, actuel, actuelle, tout, toute, entier, entiere, en un seul, en un seul paragraphe,
        en un, en deux, en deux paragraphes, respectueusement, comme, notre pays, l'ensemble du""",
    "!": """saurait gre, saurait gre au secretariat de bien vouloir, saurait gre au secretariat de, saurions gre au secretariat de
        bien vouloir, serait reconnaissante de bien vouloir, prie le secretariat de bien vouloir, prie le secretariat de,
        demande au secretariat de, y aurait lieu de, y aurait lieu d', aurait lieu de, y a lieu de, y a lieu d', priere d',
        priere de, prions le secretariat de, prions le secretariat de bien vouloir, propose, proposons, proposer, suggere,
        suggerons, suggerer, recommande, recommandons, demande, demandons, souhaite proposer, souhaitons proposer, souhaiterait
        proposer, souhaiterions proposer, souhaiterait, souhaiterions, souhaite, souhaitons, aimerions, aimerait, voudrions,
        voudrait, voudrions proposer, voudrait proposer, voudrions suggerer, voudrait suggerer, est propose, est suggere, est
        recommande, est demande, se permet de proposer, nous permettons de proposer, se permet de suggerer, nous permettons de
        suggerer, prefere, preferons, prefererait, prefererions, conviendrait, convient, serait preferable, est preferable,
        vaudrait mieux, serait souhaitable, serait opportun, faudrait, faut, a l'honneur de proposer, avons l'honneur de
        proposer, estime que, estimons que, considere que, considerons que, a notre avis, est d'avis que, sommes d'avis que,
        saurions gre, proposerait, proposerions, suggererait, suggererions, pense que, pensons que, juge preferable, est
        necessaire""",
    "p": """serait a, seraient a, serait, seraient, reste a, soient a, soit, soient, etre, doit etre, doivent etre, devrait etre,
        devraient etre, est, sont, est a, sont a""",
    "R": "remplacer, remplacez, remplacant, remplacons",
    "ρ": "remplacement de, le remplacement de, remplacement du, le remplacement du, remplacement des",
    "r": "remplace, remplacee, remplaces, remplacees, substitue, substituee",
    "Z": "substituer, substituez",
    "J": "changer, changez, modifier, modifiez, amender, amendez, corriger, corrigez",
    "y": "change, changee, modifie, modifiee, amende, corrige, corrigee",
    "W": "reformuler, reformulez, rediger, redigez, reecrire, reecrivez, revoir, libeller, libellez",
    "w": "reformule, reformulee, redige, redigee, reecrit, reecrite, libelle ainsi",
    "D": """supprimer, supprimez, supprimons, biffer, biffez, retirer, retirez, eliminer, eliminez, enlever, enlevez, rayer, rayez,
        omettre, omettez, effacer, effacez, oter, otez""",
    "δ": """suppression de, la suppression de, suppression du, la suppression du, suppression des, la suppression des, retrait de,
        le retrait de, retrait du, le retrait du, elimination de""",
    "d": """supprime, supprimee, supprimes, supprimees, biffe, biffee, biffes, retire, retiree, elimine, eliminee, enleve, enlevee,
        omis, omise""",
    "I": """inserer, inserez, ajouter, ajoutez, inclure, incluez, intercaler, intercalez, introduire, introduisez, incorporer,
        incorporez, ajoutons, rajouter, rajoutez""",
    "ι": """insertion de, insertion du, insertion des, ajout de, ajout du, ajout des, addition de, addition du, inclusion de,
        adjonction de, l'insertion de, l'ajout de, l'addition de, l'inclusion de""",
    "i": "insere, inseree, inseres, inserees, ajoute, ajoutee, ajoutes, ajoutees, inclus, incluse, intercale, intercalee, introduit",
    "M": "deplacer, deplacez, transferer, transferez, transposer",
    "μ": "deplacement de, le deplacement de, deplacement du, le deplacement du, transfert du, le transfert du",
    "m": "deplace, deplacee, deplaces, transfere, transferee",
    "G": "fusionner, fusionnez, regrouper, regroupez, combiner, combinez, joindre, reunir, reunissez",
    "γ": "fusion de, fusion des, la fusion de, la fusion des, regroupement des, le regroupement des",
    "g": "fusionnes, fusionnees, fusionne, regroupes, combines, reunis",
    "S": "diviser, divisez, scinder, scindez, separer, separez, couper",
    "s": "divise, scinde, separe, scindee, divisee",
    "L": """devient, deviendrait, doit devenir, devrait devenir, se lirait comme suit, devrait se lire ainsi, lire, lisez, devrait
        se lire, doit se lire, se lise, se lirait, devrait se lire comme suit, se lisant, qui se lit, qui se lirait, dire, se
        lire, il faut lire, faut lire, ecrire, utiliser, employer, mettre, serait libelle comme suit, devrait dire, devrait etre
        libelle comme suit, devrait s'intituler, ainsi libelle, ainsi redige, libelle comme suit, redige comme suit, est libelle
        comme suit, devrait etre redige comme suit, soit redige comme suit, soit libelle comme suit, soit ainsi redige, soit
        ainsi libelle, est ainsi redige""",
    "b": "par, avec",
    "F": "pour",
    "H": "la ou il est dit, ou il est dit, la ou on lit",
    "h": "au lieu de, a la place de, plutot que",
    "v": "a la place, a sa place, a leur place, en remplacement",
    "A": "apres, immediatement apres, juste apres, a la suite de, a la suite du, a la suite des",
    "B": "avant, immediatement avant, juste avant, devant",
    "N": "entre",
    "&": "et, et de, et d', ainsi que, et a",
    "/": "ou, soit l'un, ou bien",
    "o": """passage, passages, membre, chiffre, segment de phrase, mot, mots, expression, expressions, terme, termes, phrase,
        phrases, locution, membre de phrase, adjectif, verbe, vocable, phrase suivante, mots suivants, termes suivants, groupe
        de mots""",
    "O1": "premier, premiere",
    "O2": "deuxieme, second, seconde",
    "O3": "troisieme",
    "O4": "quatrieme",
    "O5": "cinquieme",
    "O-1": "dernier, derniere",
    "C": "occurrence, occurrences, mention, mentions, apparition, fois",
    "E": "toutes, tous, chaque, toutes les, tous les",
    "*": """partout ou il apparait, partout ou elle apparait, partout ou il figure, partout ou elle figure, chaque fois qu'il
        apparait, chaque fois qu'elle apparait, chaque fois qu'il figure, dans toutes ses occurrences, a chaque occurrence, dans
        tous les cas, partout ou ils apparaissent, partout ou elles apparaissent""",
    "x": """dans tout le texte, dans l'ensemble du texte, dans tout le document, dans l'ensemble du document, partout dans le texte,
        partout, tout au long du texte, tout au long du document, dans tout le projet, dans l'ensemble du projet, a travers le
        texte, dans l'integralite du texte""",
    "n": "nouveau, nouvel, nouvelle, supplementaire, additionnel",
    "=": """ainsi concu, ainsi concue, ayant la teneur suivante, libelle comme il suit, dont le texte serait, dont le texte serait
        le suivant, comme suit, suivant, suivante, ce qui suit, ainsi, de la maniere suivante, de la facon suivante""",
    "k": "texte, contenu, libelle, redaction",
    "e": "a la fin, en fin, a la toute fin",
    "a": "au debut, au commencement, en debut, en tete",
    "l": """a, au, aux, dans, en, sous, sur, s'agissant de, s'agissant du, concernant, en ce qui concerne, pour ce qui est de, pour
        ce qui est du, quant a, quant au, au sujet du, relativement a, relativement au""",
    "~": "de, du, des, d'",
    "U": "paragraphe, alinea, sous-paragraphe, disposition, inciso",
    "z": "commencant par, qui commence par, debutant par, qui debute par, commencant par les mots, qui commence par les mots",
    "c": """parce que, parce qu', car, afin de, afin d', afin que, afin qu', puisque, puisqu', etant donne que, etant donne qu',
        dans le but de, en vue de, dans un souci de, par souci de, pour des raisons de, pour plus de, pour assurer, pour eviter,
        pour tenir compte, pour refleter, pour plus, pour garantir, pour clarifier, pour harmoniser, pour inclure, pour mieux,
        pour renforcer, de maniere a, de facon a, de sorte que, ce qui, du fait que, vu que, en raison de, conformement a,
        conformement au, pour etre, a des fins de, compte tenu de, pour aligner, pour preciser, pour que""",
    "*2": "dans les deux cas, aux deux endroits, aux deux endroits ou il figure, aux deux endroits ou il apparait",
    "E2": "deux, les deux",
    "X": """ne, n', pas, jamais, ni, aucun, aucune, personne, non, oppose, opposons, s'oppose, opposerions, opposerait, contre,
        rejette, rejetons, objecte, appuie, appuyons, appui, soutient, soutenons, soutien, accord, accepte, acceptons,
        maintenir, conserver, garder, eviter, etait, etaient, fut, avait, avons, ont, a ete, ete, aurait, pourrait, pourraient,
        peut, peuvent, demande si, inquiete, regrette, regrettons, salue, saluons, sans, decide, convenu, qui, quiconque,
        proposee, faveur, rallie, souscrit, associe, approuve, approuvons""",
    "¿": """si, s'il, sauf, excepte, a moins que, a moins qu', pourvu que, a condition que, a condition de, mais, toutefois,
        cependant, neanmoins, seulement, lorsque, lorsqu', quand, jusqu'a, sinon, a defaut, au cas ou, dans le cas ou, bien que,
        tandis que, propose par, proposee par, l'an dernier, l'annee derniere, precedemment, peut-etre, eventuellement, dans la
        mesure, proposition du, proposition de, comme le propose, alternativement, suppose, supposons, suggere par, suggeree
        par, sous reserve, soit que""",
}  # fmt: skip
UNITS = (
    r"(?:sous-)?paragraphes?(?: (?:operatifs?|preambulaires?))?|par\.|paras?\b\.?|articles?|art\b\.?|sections?|chapitres?|alineas?|al\."
    r"|points?|pages?"
    r"|pp?\.|lignes?|titre|chapeau|preambule|annexe|parties?|puces?|tirets?|recommandations?|sous-sections?|intertitre"
)
UNLABELLED = "titre|chapeau|preambule"
ORDINALS = {
    "premiere": 1, "premier": 1, "deuxieme": 2, "seconde": 2, "second": 2, "troisieme": 3, "quatrieme": 4, "cinquieme": 5, "sixieme": 6,
    "avant-derniere": 0, "avant-dernier": 0, "derniere": -1, "dernier": -1,
}  # fmt: skip
SENTENCE = "phrase"
JOINTS = "et|a"
DOCUMENT = (
    r"projet(?: de (?:programme|texte|document))?(?: interamericain)?|programme(?: interamericain)?|document|rapport(?: du rapporteur)?"
    r"|preambule|introduction"
)
DELEGATION = r"(?:la |le )?(?:delegation|gouvernement|mission permanente|republique) (?:de (?:la |l')?|du |des |d')"
TAKES_BACK = (
    r"\b(?:s'oppose|nous opposons"
    r"|ne (?:peut|pouvons) (?:pas )?accepter|n'accept|n'est pas d'accord|n'appu|rejet|retir(?:e|ons) (?:sa|notre))"
)
FOREIGN = r"\b(?:comme suit|suivantes?|propositions?|proposee?s?|amendements?|suggestions?)\b"
