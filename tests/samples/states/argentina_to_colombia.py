# ruff: noqa: E501 - one provision or edit on a line, so that the prose reads as a list
"""Argentina, Brazil, Canada, CARICOM, Colombia: tracked on the draft. Original text, invented people."""
from ..edits import add_note, amend, comment, delete, drop_note, insert_after, insert_row, join, move, rewrite, split
from ..submission import Submission

ARGENTINA = [
    amend("gen2", "Member states {-shall-}{+should+} adopt"),
    amend("sum3", "contribution {-that migrants make-}{+of migrants+}, both"),
    amend("sco2b", "migration policy, exercised in accordance with {+human rights obligations and +}international law"),
    amend("spe1", "To encourage the {+universal +}ratification of"),
    amend("spe4", "To combat racism, {+racial discrimination, +}xenophobia"),
    insert_after("spe6", "arg-health", "To promote access of migrants to basic health and education services.", by=2),
    amend("law3a", "alternatives to the {+administrative +}detention of migrants", by=2),
    amend("cid4", "at least {-once-}{+twice+} a year", by=2),
    amend("t4c4", "{-First half of 2006-}{+2005+}"),
    insert_row("t3", "arg-row", ("Inter-American Commission of Women", "Directory of shelters", "National delegates", "2006")),
    amend("rep1", "to the Permanent Council{+ and, through it, to the General Assembly+}."),
    amend("res2", "A voluntary fund {-shall-}{+may+} be established", by=2),
    amend("sys3", "{#c1|clarified the scope#} of the guarantees"),
    comment("c1", "Would it help the reader to cite the opinions by number in a footnote?"),
]

BRAZIL = [
    amend("gen2", "Member states {-shall-}{+should+} adopt"),
    amend("sco1", "addressed to the organs, agencies and entities of the Organization and, {-where it so provides-}{+as appropriate+}, to member states."),
    amend("spe4", "To combat racism, {+racial discrimination, +}xenophobia"),
    amend("spe7", "transparency in the sending of {*remittances*}."),
    amend("inf1", "migration, police and judicial authorities{+[[fn:bra]]+} in the rights"),
    add_note("bra", "The training materials will be available in Portuguese as well."),
    amend("inf3", "and on the risks of irregular migration{+, {-including -}smuggling and trafficking in particular+}."),
    move("coo4", after="coo2"),
    amend("cid4", "at least once {-a year-}{+every two years+}"),
    amend("dev2", "remittances on local development and {+on the families of migrants, and +}to disseminate"),
    insert_after("dem2", "bra-dem", "To compile the practices of member states on the vote of nationals abroad.", enter=True),
    amend("t5c2", "Study on remittances{+ and local development+}"),
]

CANADA = [
    amend("gen2", "within two years, the {+legislative or other +}measures"),
    amend("sco2", "principles]] guide the {-execution-}{+implementation+} of the Program:"),
    amend("spe2", "{#c1|due process for migrants#}"),
    amend("spe8", "by means of comparable statistics{+, disaggregated by sex and age,+} and studies"),
    amend("cor1", "of the Program{- and -}{+.+}{+It +}shall designate"),
    split("cor1", "{+.+}", "{+It +}"),
    rewrite("leg2", "To offer a yearly seminar on migration law, open to legal advisers of all member states and to staff of legal aid offices."),
    amend("rep1", "an {-annual-}{+biennial+} report"),
    amend("iin1", "{-To prepare guidelines-}{+To prepare, with the participation of specialized agencies, guidelines+} on the treatment"),
    amend("t4c2", "Guidelines on {#c3|unaccompanied {+and separated +}children#}", by=2),
    delete("coo2", by=2),
    comment("c1", "We suggest using the same expression throughout the text: due process of law."),
    comment("c2", "Agreed; see also paragraph II.B.3.", by=2, answers="c1"),
    comment("c3", "Consequential change for the guidelines in section IV.C.", by=2),
]

CARICOM = [
    amend("gen3b", "{#c1|cooperation among member states#}"),
    amend("res2", "{#c2|A voluntary fund#} shall be established"),
    amend("smt2", "{#c3|during the preparation of each Summit#}"),
    amend("t6c4", "{#c4|2005#}"),
    comment("c1", "General comment: the Program should take the position of small island states into account throughout."),
    comment("c2", "The relation of this fund to the existing specific funds needs clarification."),
    comment("c3", "Support for this paragraph as drafted."),
    comment("c4", "The date seems early, given the resources of the area."),
]

COLOMBIA = [
    amend("cid4", "at least {-once-}{+twice+} a year"),
    amend("spe5", "and to assist {-the victims-}{+the victims and witnesses+}."),
    amend("spe3a", "with a consular officer{-;-}{+ and +}"),
    join("spe3a"),
    rewrite("leg2", "To organize, together with universities of the region, courses on the rights of migrants for judges, prosecutors and public defenders."),
    amend("iin2", "in three border areas.{-[[fn:pilot]]-}"),
    drop_note("pilot"),
    amend("coo1", "on orderly migration{+, on the social security of migrants+} and on temporary work"),
    insert_after("sco2e", "col-principle", "attention to persons in a situation of forced displacement across borders.", by=2),
    amend("sco2e", "evaluation of activities{-.-}{+;+}", by=2),
    amend("inf4", "with due {-protection of personal data-}{+respect for privacy+}", by=2),
    amend("pah1", "on the access of migrants to {+emergency and +}primary health care"),
]

SUBMISSIONS = {
    "Argentina - comentarios (25-10-2004).docx": Submission(("Ximena Quiroga Baltierra", "Norberto Iturralde Funes"), "2004-10-25", ARGENTINA),
    "Brasil.docx": Submission(("Thaís Vasconcellos Meirelles",), "2004-10-26", BRAZIL),
    "Proposals of Canada.docx": Submission(("Maeve Thorburn-Gagnon", "Étienne Larochelle"), "2004-10-27", CANADA, template="file:///C:/Documents%20and%20Settings/mthorburn/Templates/Delegation%20letter.dot"),
    "CARICOM - general comments.docx": Submission(("Winsome Braithwaite-Alleyne",), "2004-10-28", CARICOM),
    "Colombia.docx": Submission(("Hernando Echavarría Pombo", "Luz Dary Cifuentes Arango"), "2004-10-25", COLOMBIA),
}
