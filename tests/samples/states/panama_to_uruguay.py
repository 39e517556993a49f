# ruff: noqa: E501 - one provision or edit on a line, so that the prose reads as a list
"""Panama, Peru and Chile, Trinidad and Tobago, United States, Uruguay. Original text, invented people."""
from ..edits import amend, comment, delete, delete_row, insert_after, rewrite
from ..submission import Submission

PERU_AND_CHILE = [
    amend("gen2", "within {-two-}{+three+} years"),
    amend("sco2a", "without discrimination of any kind{+ and irrespective of migratory status+};"),
    amend("gen3c", "of other international organizations and of {+organized +}civil society."),
    amend("spe8", "by means of comparable statistics{+ that respect confidentiality+} and studies"),
    amend("law3b", "the return of migrants in safety and dignity{+, with respect for family unity+};", by=2),
    amend("cid2", "places where migrants are held, {-and to report on the conditions of detention-}{+and to publish its findings+}."),
    insert_after("coo3", "pec-focal", "To publish the list of focal points and to keep it up to date.", by=2),
    amend("dem1", "in {-accordance with-}{+conformity with+} the law of the receiving state"),
    amend("sco3", "that migrants enjoy under national legislation or {+, where applicable, +}under"),
    amend("h-dem", "{-Promotion of democracy-}{+Democracy and participation+}"),
]

TRINIDAD_AND_TOBAGO = [
    amend("spe4", "To combat racism, {+racial discrimination, +}xenophobia"),
    amend("sco2c", "shared responsibility of countries of origin, transit{- and-}{+,+} destination{+ and return+};"),
    amend("dev1", "To finance projects on education, {+vocational training, +}science"),
    amend("cor2b", "other international {+and regional +}organizations;"),
    amend("leg3", "To prepare model provisions on consular {-notification-}{+notification and access+}."),
    delete("coo2"),
    insert_after("pah2", "tto-health", "To be invited to study the migration of health workers from small states."),
]

UNITED_STATES = [
    amend("gen2", "Member states {-shall-}{+may+} adopt"),
    amend("sys1", "for the states parties to it, the American Convention on Human Rights {-protect-}{+address the protection of+} all persons"),
    amend("sco2b", "the sovereign {-power-}{+right+} of each state to determine its migration policy"),
    amend("spe1", "To {-encourage the-}{+encourage states to consider+} ratification of"),
    amend("spe3cii", "in migration {-holding-}{+detention+} centers."),
    delete("rep2"),
    delete_row("t7"),
    amend("pah1", "{#c2|To be invited to prepare#}"),
    amend("law3a", "alternatives to the detention of migrants{+, where public safety allows+};", by=2),
    amend("res1", "{#c1|financed from the regular fund#}, within"),
    amend("res2", "{#c3|A voluntary fund#} shall be established"),
    amend("rep3", "reviewed four years after its adoption{+, in the light of the resources available+}.", by=2),
    comment("c1", "Would the regular fund also bear the cost of translation?"),
    comment("c2", "Is the organ aware of this invitation?", by=2),
    comment("c3", "Contributions in kind should be possible."),
    comment("c4", "It is; the exchange of letters is on file.", answers="c2"),
]

URUGUAY = [
    amend("sco2a", "without discrimination of any kind{+ and irrespective of migratory status+};"),
    amend("rep4", "The reports shall be public{+ and available on the website of the Organization+}."),
    amend("spe6", "To promote {+and facilitate +}the reunification of families"),
    rewrite("coo2", "To make use of the experience of regional consultation processes and to invite their secretariats to the meetings of focal points."),
    amend("cid4", "at least {-once-}{+twice+} a year"),
    delete("inf4"),
    insert_after("iin3", "ury-children", "To study the situation of children who remain in the country of origin."),
    amend("t4c4", "{-First half of 2006-}{+2006+}"),
    amend("fn:summits", "Summits held since {-1994-}{+1994 and to their follow-up+}."),
]

SUBMISSIONS = {
    "Panamá.docx": Submission(("Omaira Tuñón Córdoba",), "2004-10-26", [], clean=True, page_shift=2),
    "Peru y Chile.docx": Submission(("Fermín Chumpitaz Oyola", "Isidora Undurraga Petit"), "2004-10-28", PERU_AND_CHILE),
    "Trinidad and Tobago.docx": Submission(("Kerwyn Ramoutar-Joseph",), "2004-10-22", TRINIDAD_AND_TOBAGO, base="older", clean=True, page_shift=-1),
    "United States.docx": Submission(("Thaddeus Wexler-Crane", "Marguerite Ostrander"), "2004-10-29", UNITED_STATES),
    "Uruguay.docx": Submission(("Graciela Etchegoyhen Sosa",), "2004-10-27", URUGUAY, clean=True, page_shift=1),
}
