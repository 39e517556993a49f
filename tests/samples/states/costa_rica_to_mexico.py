# ruff: noqa: E501 - one provision or edit on a line, so that the prose reads as a list
"""Costa Rica, Dominican Republic, Ecuador, El Salvador, Mexico. Original text, invented people."""
from ..edits import amend, comment, delete, insert_after, move, restyle, unmarked
from ..submission import Submission

COSTA_RICA = [
    amend("spe6", "in accordance with the {-legislation-}{+laws+} of each state"),
    amend("law3c", "including those of seasonal {+and domestic +}workers."),
    amend("rep3", "reviewed {-four-}{+three+} years"),
]

# Made on the version of 2003, which says "five years" where the draft says "four years".
COSTA_RICA_REVISED = [
    amend("spe6", "in accordance with the {-legislation-}{+laws+} of each state"),
    amend("law3c", "including those of seasonal workers{-.-}{+;+}"),
    insert_after("law3c", "cri-list", "the access of migrants to public services."),
    amend("inf3", "information on {+their +}rights"),
    amend("rep3", "reviewed {-five-}{+three+} years"),
    amend("dev1", "in communities with a high rate of emigration{+ or of return+}."),
    amend("cim1", "employed in domestic service{+ and in agriculture+} and to recommend"),
    amend("res3", "of international {+and regional +}financial institutions"),
    delete("smt2"),
    amend("t3c4", "{-2005-}{+2005–2006+}"),
]

DOMINICAN_REPUBLIC = [
    amend("gen2", "Member states {-shall-}{+should+} adopt"),
    amend("spe2", "irrespective of {-their migratory status-}{+their situation+}."),
    amend("inf2", "To carry out {+periodic +}campaigns against discrimination"),
    amend("cim2b", "legal and psychological assistance{-.-}{+;+}"),
    insert_after("cim2b", "dom-cim", "vocational training."),
    amend("rep4", "The reports shall be public{+ and shall be translated into the official languages+}."),
    delete("dev3c"),
    amend("fn:term", "This definition does not affect those {-contained-}{+that appear+} in treaties"),
    amend("t1c2", "Thematic studies{+ and reports+}"),
]

ECUADOR = [
    unmarked(
        amend("coo3", "one designated by each member state{+ within six months+}."),
        amend("pah2", "on the health of seasonal workers and of their {-families-}{+children+}."),
    ),
    amend("spe5", "and to assist {-the victims-}{+the victims and witnesses+}."),
    amend("sys1", "protect all persons subject to the jurisdiction of a state, {-regardless of-}{+whatever+} their migratory status"),
    amend("law2", "To offer technical assistance, at the request of {-a-}{+any+} member state"),
    amend("cid3b", "the detention of {+children, in particular of +}unaccompanied children;"),
    amend("cor2c", "civil society organizations{- registered with the Organization-}."),
    amend("dev3a", "equal pay for {+equal work or for +}work of equal value"),
    restyle("demA", "BodyText"),
    amend("leg1", "{#c1|a public register#} of the treaties"),
    comment("c1", "The register could be kept on the website of the Organization."),
]

EL_SALVADOR = [
    amend("sco2a", "without discrimination of any kind{+ and irrespective of migratory status+};"),
    amend("spe4", "To combat racism, {+sexism, +}xenophobia"),
    amend("spe7", "To {-encourage lower costs-}{+encourage, with the banks, lower costs+} and greater transparency"),
    amend("cid3c", "violence against migrants in transit{+, in particular on railways and highways+}."),
    insert_after("cid3c", "slv-petition", "the disappearance of migrants."),
    amend("res1", "within the resources available.[[fn:funds]]{+ {%Capital asks us not to insist on this paragraph in December.%}+}"),
    amend("dev2", "remittances on local development and {+on the communities of origin, and +}to disseminate"),
    amend("iin3", "To promote the {+timely and free +}registration of the birth"),
    move("smt2", after="cor2c"),
    comment("c1", "To be placed with the follow-up."),
    amend("smt1", "{#c1|Summit Implementation Review Group#}"),
]

MEXICO = [
    amend("gen2", "Member states {-shall-}{+may+} adopt"),
    amend("sco2a", "without discrimination of any kind{+ and irrespective of migratory status+};"),
    amend("spe3", "To facilitate {+the full exercise of the right to +}consular assistance, in particular:"),
    amend("spe3b", "prompt notice to the consular post, {-where the detained person so requests-}{+without {-any -}delay+};"),
    amend("law3c", "including those of seasonal workers{-.-}{+;+}", by=2),
    insert_after("law3c", "mex-list", "the regularization of migrants.", by=2),
    delete("rep4"),
    amend("rep2", "Member states {-may-}{+shall+} submit information"),
    amend("fn:funds", "allocated in the program[[nbh]]budget and to {+earmarked +}voluntary contributions", by=2),
    amend("t2c4", "{-Continuous-}{+At least two a year+}"),
    insert_after("leg3", "mex-model", "To prepare a model agreement on labor mobility.", by=2),
    amend("ga1", "to prepare a program that {-brings-}{+draws+} the work"),
    amend("coo4", "{#c1|every two years#}"),
    amend("sum1", "touches every country of the {*Hemisphere*}, whether", by=2),
    comment("c1", "An annual meeting would be preferable if resources allow."),
    comment("c2", "Resources for an annual meeting are not available at present.", by=2, answers="c1"),
]

SUBMISSIONS = {
    "Costa Rica.docx": Submission(("Ileana Zeledón Sancho",), "2004-10-20", COSTA_RICA),
    "Costa Rica rev. 1.docx": Submission(("Ileana Zeledón Sancho", "Rodolfo Brenes Malavassi"), "2004-10-28", COSTA_RICA_REVISED, base="older", page_shift=-1),
    "República Dominicana.docx": Submission(("Altagracia Báez Polanco",), "2004-10-29", DOMINICAN_REPUBLIC, clean=True, page_shift=1),
    "Ecuador - observaciones.docx": Submission(("Galo Moncayo Terán",), "2004-10-27", ECUADOR),
    "El Salvador.docx": Submission(("Yesenia Menjívar Alfaro",), "2004-10-26", EL_SALVADOR),
    "Mexico.docx": Submission(("Citlali Arizmendi Lozoya", "Baltasar Urrutia Ocampo"), "2004-10-25", MEXICO),
}
