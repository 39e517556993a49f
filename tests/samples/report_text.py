# ruff: noqa: E501 - one provision or edit on a line, so that the prose reads as a list
"""A report of a Rapporteur on a special meeting. Original text, for illustration only."""
from .draft import paragraphs
from .model import Document

TEXT = [
    ("rc1", "CoverLeft", "Permanent Council of the"),
    ("rc2", "CoverLeft", "Organization of American States"),
    ("rc3", "CoverLeft", "Committee on Juridical and Political Affairs"),
    ("rc4", "CoverRight", "OEA/Ser.G"),
    ("rc5", "CoverRight", "CAJP/GT/TM-01/04"),
    ("rc6", "CoverRight", "14~October~2004"),
    ("rc7", "CoverRight", "Original: English"),
    ("rt1", "Title", "Report of the Rapporteur on the special meeting of the Working Group"),
    ("rt2", "Subtitle", "(Washington, D.C., 30~September and 1~October 2004; illustrative text)"),
    ("rh1", "Heading1", "Organization of the meeting"),
    ("r1", "ReportPara", "The special meeting was held at the headquarters of the Organization in four sessions, under the direction of the Chair of the Working Group."),
    ("r2", "ReportPara", "Representatives of member states, permanent observers, organs of the inter-American system, international organizations and civil society took part."),
    ("r3", "ReportPara", "The Working Group adopted the order of business without changes and took note of the draft program prepared for the meeting."),
    ("r4", "ReportPara", "The Chair recalled that the results of the meeting were to serve as a basis for written comments, and that no delegation was bound by the exchange of views."),
    ("rh2", "Heading1", "Opening presentations"),
    ("r5", "ReportPara", "The Special Rapporteurship described the patterns of migration observed in its visits and the difficulties that migrants meet in access to justice."),
    ("r6", "ReportPara", "It noted that the absence of comparable statistics makes it hard to measure the effect of public policies.[[fn:stat]]"),
    ("r7", "ReportPara", "An expert on international law presented the instruments in force and the state of their ratification in the Hemisphere."),
    ("r8", "ReportPara", "A representative of a regional consultation process explained how the process works and offered to share its conclusions."),
    ("rh3", "Heading1", "Subjects discussed"),
    ("rh4", "Heading2", "Nature of the program"),
    ("r9", "ReportPara", "Several delegations said that the program should be practical and should assign each activity to an organ."),
    ("r10", "ReportPara", "Some delegations preferred that activities be addressed to the Organization alone; others asked that measures by member states be included."),
    ("r11", "ReportPara", "It was suggested that the time frame for national measures be made flexible (draft, section II.A.2)."),
    ("rh5", "Heading2", "Rights and guarantees"),
    ("r12", "ReportPara", "Delegations agreed on the importance of due process and of consular assistance (draft, section II.B.3)."),
    ("r13", "ReportPara", "One delegation asked that the notice to the consular post not depend on a request (draft, section II.B.3(b))."),
    ("r14", "ReportPara", "The conditions of detention were mentioned by most speakers, and examples of alternatives were given."),
    ("r15", "ReportPara", "The situation of unaccompanied children and of women in domestic service was raised by organs and by civil society."),
    ("rh6", "Heading2", "Labor and development"),
    ("r16", "ReportPara", "Speakers described programs for temporary work and the protection that they offer to seasonal workers."),
    ("r17", "ReportPara", "The cost of sending remittances was examined, as well as their use in the communities of origin."),
    ("r18", "ReportPara", "Delegations asked that the recognition of qualifications be included among the activities of the agency for integral development."),
    ("rh7", "Heading2", "Discrimination and public opinion"),
    ("r19", "ReportPara", "Several participants drew attention to xenophobia in the media and to good practices against it."),
    ("r20", "ReportPara", "It was proposed that migrants themselves take part in the design of campaigns."),
    ("rh8", "Heading2", "Trafficking and smuggling"),
    ("r21", "ReportPara", "The difference between trafficking in persons and the smuggling of migrants was stressed."),
    ("r22", "ReportPara", "Delegations described their legislation and asked for technical assistance in this field."),
    ("rh9", "Heading1", "Contributions of organs and organizations"),
    ("r23", "ReportPara", "The Inter-American Commission of Women and the Inter-American Children’s Institute described activities that could form part of the program."),
    ("r24", "ReportPara", "The Pan American Health Organization referred to the access of migrants to health services."),
    ("r25", "ReportPara", "Civil society organizations presented a joint list of recommendations, which is available from the secretariat of the Working Group.[[fn:list]]"),
    ("rh10", "Heading1", "Conclusions of the Rapporteur"),
    ("r26", "ReportPara", "The draft is a sound basis for negotiation, and its structure by organ met with no objection."),
    ("r27", "ReportPara", "The passages that need most work are the obligations of member states, the frequency of reports and the financing."),
    ("r28", "ReportPara", "Delegations are asked to send their written comments in the fourth week of October, preferably as changes to the draft itself."),
    ("r29", "ReportPara", "The Secretariat will gather the comments in one document, to be distributed on 18~November 2004."),
    ("r30", "ReportPara", "The Working Group will take up that document in the first week of December 2004."),
]
NOTES = {
    "stat": "The figures mentioned in the presentation are not reproduced here.",
    "list": "The list is circulated in the language in which it was received.",
}


def report() -> Document:
    return Document(tuple(paragraphs(TEXT)), dict(NOTES), "Report of the Rapporteur", "CAJP/GT/TM-01/04")
