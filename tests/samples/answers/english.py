# ruff: noqa: E501 - one paragraph on a line, so that the prose reads as a list
"""Letters in English: Antigua and Barbuda, Bahamas, Barbados, Belize, Dominica, Grenada, Saint Vincent. Original text, invented people."""
from ..forms.letter import Letter

BAHAMAS = Letter("en", "2004-10-28", "Ianthe Rolle-Moxey", (
    "Permanent Mission of the Commonwealth of The Bahamas to the Organization of American States",
    "28~October 2004",
    "The Permanent Mission of The Bahamas presents its compliments to the Secretariat of the Working Group and has the honor to refer to the draft Program (CAJP/GT/TM-00/04) and to the request for written comments.",
    "{!General comment!}",
    "The Bahamas finds the arrangement by organ helpful. It would nevertheless ask that the resource implications of each activity be stated, since a small administration cannot report to several bodies on one subject.",
    "{!Proposals!}",
    "In paragraph I.B.1, replace “where it so provides” with “where it expressly so provides”.",
    "Paragraph II.A.2: delete the words “within two years,”.",
    "In section II.B, paragraph 5, insert “, in particular women and children” after “the victims”.",
    "Paragraph 2 of section III.B should read as follows: “To carry out campaigns against discrimination in schools and in the media, with the participation of migrants themselves.”",
    "After paragraph III.C.4 add a new paragraph: “To invite the focal points to share their experience by electronic means between meetings.”",
    "Subparagraph (c) of paragraph 3 of section IV.D: after “qualifications” add “and of prior work experience”.",
    "In the same section, paragraph 1, “a high rate of emigration” should be “high emigration”.",
    "In footnote 6, delete “and to voluntary contributions”.",
    "In the timetable, fourth row (Inter-American Commission of Women), replace “2005” with “2005–2006”.",
    "{!Other positions!}",
    "The Bahamas supports the proposal of Mexico on paragraph II.B.3(b).",
    "The Bahamas reserves its position on section V.C, pending consultations in capital.",
    "The expression “orderly migration” would deserve a short definition.",
    "The Permanent Mission of The Bahamas avails itself of this opportunity to renew to the Secretariat the assurances of its highest consideration.",
))

GRENADA = Letter("en", "2004-10-27", "Leopold Duverney", (
    "Dear Chair,",
    "Grenada thanks the Rapporteur for the clear report and the Secretariat for the draft. Our remarks follow in the order of the text.",
    "- p. 8 of the draft, point on racism: please insert “racial discrimination,” after “racism,”.",
    "- 3(b) of the general objective: “strengthen” should be “deepen”.",
    "- II-B-6: add “, where feasible,” after “promote”.",
    "- IIIA1 – delete “and to keep it up to date”, as no officer is available for that work.",
    "- Children’s Institute, second activity: “three border areas” to be replaced by “three border areas, one of them in the Caribbean”.",
    "- same place, the footnote: replace “by agreement” with “in consultation”.",
    "- Follow-up, B, 3: we would prefer five years.",
    "- Disaster relief is missing from the list; please add “in cooperation with the bodies that deal with disaster relief” where it fits.",
    "Grenada could not go along with the deletion of paragraph V.B.4 that another delegation suggests.",
    "Yours faithfully,",
    "Permanent Mission of Grenada",
))

BARBADOS_ATTACHMENT = Letter("en", "2004-10-28", "Glenroy Applewhaite", (
    "{!Comments of Barbados on the draft Program!}",
    "IV.D.2: replace “to disseminate the results” with “to publish the results”.",
    "I.A, para. 6 (on the American Declaration): after “jurisdiction of a state” insert “, including persons in transit”.",
    "The paragraph of the background that begins “On 15~January 2004 the Permanent Council” could be shortened: delete “with the participation of governments, international organizations and civil society”.",
    "V.A.1 and V.A.2: replace “shall examine” and “shall coordinate” with “should examine” and “should coordinate”.",
    "The chapeau of paragraph II.B.3: “in particular” might be deleted.",
    "Barbados supports the general comment of CARICOM on small island states.",
))
BARBADOS = Letter("en", "2004-10-28", "Glenroy Applewhaite", (
    "Dear colleagues,",
    "Please find attached the comments of Barbados.",
    "One point came too late for the attachment: in paragraph IV.E.2, replace “each Summit” with “each Summit and of its ministerial meetings”.",
    "With kind regards,",
    "Permanent Mission of Barbados",
), {"Barbados comments.docx": BARBADOS_ATTACHMENT})

# Pages are those that Word stored in the sample report and draft; the fourth reference names a wrong page on purpose.
BELIZE = Letter("en", "2004-11-08", "Delmira Cuthkelvin", (
    "Embassy and Permanent Mission of Belize",
    "8 November 2004",
    "The Permanent Mission of Belize regrets the delay and submits the following comments, which refer to the English version of the report of the Rapporteur (CAJP/GT/TM-01/04) and to the draft Program (CAJP/GT/TM-00/04).",
    "A. Corrections to the report",
    "page 3, paragraph 6 (begins with “It was suggested that the time frame”): suggest replace with: “It was suggested by some delegations that the time frame for national measures be made flexible (draft, section II.A.2).”",
    "page 3, paragraph 8 (begins with “One delegation asked that the notice”): suggest replace “One delegation” with “Two delegations”.",
    "page 4, paragraph 2 (begins with “The difference between trafficking”): suggest add at the end: “Several delegations referred to the protection of victims.”",
    "page 2, paragraph 3 (begins with “The cost of sending remittances”): suggest delete “, as well as their use in the communities of origin”.",
    "page 5, paragraph 5: “preferably” should be deleted.",
    "B. Comments on the draft Program",
    "Section III.C, paragraph 3: Belize suggests adding “and an alternate” after “one”.",
    "Page 10, paragraph on guidelines (begins with “To prepare guidelines on the treatment”): suggest replace “unaccompanied migrant children” with “unaccompanied and separated migrant children”.",
    "Page 8, paragraph 10 of that page (begins with “To encourage lower costs”): suggest replace with: “To encourage lower costs, wider choice and greater transparency in the sending of remittances.”",
    "Belize supports the proposal of Colombia on paragraph IV.A.4.",
    "Page 22, line 4: suggest replace “regular” with “lawful”.",
    "Belize has no further comments.",
))

DOMINICA = Letter("en", "2004-10-27", "Verlyn Toussaint-Laronde", (
    "The Permanent Mission of the Commonwealth of Dominica presents its compliments to the Secretariat and wishes to state the following.",
    "Dominica supports the proposal of Mexico on paragraph II.B.3(b) and that of Argentina on paragraph V.B.1.",
    "It also associates itself with the comments of CARICOM.",
    "It could not support the deletion of paragraph III.C.2.",
))

ANTIGUA_AND_BARBUDA = Letter("en", "2004-10-21", "", (
    "Permanent Mission of Antigua and Barbuda",
    "Antigua and Barbuda has no comments on the draft Program at this stage.",
))

SAINT_VINCENT = Letter("en", "2004-10-26", "Cadman Ollivierre-Snagg", (
    "{!Amendments of Saint Vincent and the Grenadines to the draft Program!}",
    "In the texts below, additions are shown in bold and underlined, and deletions are struck through.",
    "II.B.1 To encourage the ratification of, or accession to, the international instruments that protect migrants{!{_, and their incorporation in domestic law_}!}.",
    "III.B.3 To distribute, in the languages of the migrants concerned, information on {!{_their _}!}rights and on the risks of irregular migration.",
    "IV.F.1 To {=encourage=}{!{_facilitate_}!} the participation of migrants in community life in accordance with the law of the receiving state.",
    "V.B.2 Member states may submit information on the measures that they have taken{!{_ and on the difficulties met_}!}.",
    "II.A.3(a) to coordinate the activities of the organs that deal with migration{!{_ and with development_}!};",
))
