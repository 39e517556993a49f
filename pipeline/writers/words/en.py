"""English: what the Secretariat says in the consolidated document and what both outputs share."""

WORDS = {
    # the facts on the first page
    "original": "Original: {language}",
    "language en": "English",
    "language es": "Spanish",
    "language fr": "French",
    "language pt": "Portuguese",
    "heading": "Consolidated document",
    "date": "{day} {month} {year}",
    "months": "January February March April May June July August September October November December",
    # what this document is
    "explanatory": "Explanatory note",
    "lead mandate": "Mandate",
    "lead base": "Base document",
    "note base": (
        "This document, prepared by the Secretariat, compiles the written proposals received on the base document “{draft}”. Proposals "
        "on the text: {proposals}. Other remarks: {remarks}."
    ),
    "lead cut-off": "Cut-off date",
    "note cut-off": "What was received by {date} is included.",
    "note deadline": "The date set for written proposals was {date}; what was received after it is included and so indicated.",
    "lead received": "Submissions",
    "note received": "Files received: {files}. Member states that sent them: {states}. Other contributors: {others}.",
    "note missing": "No submission was received from: {names}.",
    "note none missing": "A submission was received from every member state.",
    "note other": "This document shows what was sent on this text alone; consolidated.docx lists all submissions.",
    "lead prejudice": "Status",
    "note prejudice": (
        "This compilation is without prejudice to the position of any delegation and reflects no agreement. Order implies no "
        "preference."
    ),
    # how to read it
    "marks": "How to read this document",
    "lead marks": "Marks",
    "marks author": (
        "Words proposed for insertion are underlined and words proposed for deletion are struck through, under the name of the "
        "contributor. Equal proposals are shown once, under all their names, such as “Argentina; Mexico”, in the order of the meeting. "
        "Word chooses the colors; they have no meaning."
    ),
    "lead labels": "Labels",
    "marks labels": (
        "Words in square brackets under the name “Secretariat”, such as [Argentina: should] or [Mexico: delete], say whose proposal it "
        "is. They are no part of any proposal."
    ),
    "lead conflicts": "Conflicts and alternatives",
    "marks conflicts": (
        "Proposals on the same words that cannot all be adopted have a number, such as [C-03], which stands before them in the text "
        "and leads to Annex {annex}; there the wording of the draft and the alternatives stand side by side."
    ),
    "marks alternatives": (
        "Where several proposals rewrite one paragraph, the wording of the draft is labelled “Draft” and is followed by each proposed "
        "wording in full, labelled “Alt. 1”, “Alt. 2”, with its contributors. The numbers serve for reference only."
    ),
    "lead accept": "Accepting and rejecting",
    "marks accept": (
        "Rejecting all marks gives the base document. Accepting all marks does not give an agreed text, since proposals that exclude "
        "each other stand side by side."
    ),
    "lead one": "One delegation’s proposals",
    "marks one": (
        "In Word: Review > Show Markup > Specific People; clear “All Reviewers” and tick every name that holds the delegation, joint "
        "names included. Annex {annex} lists these names under each contributor. The folder by-contributor holds one document for each "
        "contributor, with its proposals alone."
    ),
    "lead ids": "Identifiers",
    "marks ids": (
        "Each proposal has an identifier, such as {id}, which is the same here, in the annexes and in the comparison workbook "
        "(comparison.xlsx)."
    ),
    "lead annexes": "Annexes",
    "received": "Submissions received",
    "unread": "Attention: could not be read: {count} ({files}). Nothing in this document reflects the content. See Annex {annex}.",
    "one file": "1 file",
    "several files": "{count} files",
    # labels in the text
    "draft option": "Draft",
    "alternative": "Alt. {number}",
    "colon": ": ",
    "to delete": "delete",
    "deleted option": "(delete)",
    "moved option": "(move)",
    # who contributed, and what came
    "received of states": "Member states and groups",
    "received of bodies": "Organs, organizations and civil society",
    "received of nobody": "Files of no known contributor",
    "capacity": "Capacity",
    "capacity state": "member state",
    "capacity group": "group",
    "capacity observer": "permanent observer",
    "capacity organ": "organ",
    "capacity organisation": "international organization",
    "capacity civil society": "civil society",
    "capacity nobody": "unassigned",
    "with capacity": "{name} ({capacity})",
    "counts": "Counts",
    "counts note": "A remark of several contributors is counted once under each capacity, and once in the total.",
    "files": "Files",
    "support": "Support",
    "on the report": "On the report",
    "total": "Total",
    "received how": "Form; status",
    "in conflicts": "In conflict",
    "late": "late",
    "to see": "To see these proposals in Word, tick: ",
    # languages
    "original pending": "[Original: {language}; translation pending] ",
    "original translated": "[Original: {language}] ",
    "translation pending": "Original: {language}; translation pending",
    "secretariat translation": "[Secretariat translation] ",
    "translation": "Secretariat translation",
    # the annexes
    "annex title": "Annex {number} – {title}",
    "annex conflicts": "Conflicts and alternatives",
    "annex conflicts note": (
        "Proposals on the same words that cannot all be adopted, beside the wording of the draft. Words that are not in the draft are "
        "bold and underlined; words that are left out are struck through. A text that keeps little of the draft stands without struck "
        "words. Order implies no preference."
    ),
    "conflict proposals": "Proposals: ",
    "annex proposals": "Proposals by contributor",
    "annex proposals note": (
        "Every proposal and remark of member states and groups on the draft, with its provision and its type. One of several "
        "contributors stands under each of them. Support is listed apart."
    ),
    "annex bodies": "Organs, organizations and civil society",
    "annex bodies note": (
        "What was received from contributors other than member states and groups, in full. It is counted apart from the proposals of "
        "member states."
    ),
    "annex support": "Support",
    "annex support note": "Contributors that support what others propose. They are not among the authors of the proposal or of its mark.",
    "annex placements": "How remarks were placed",
    "annex placements note": (
        "Remarks of tables and letters, with what tied each to its provision. The confidence is between 0 and 1 and says how sure the "
        "place is, nothing of the remark itself. The Secretariat corrects a place in placements.xlsx."
    ),
    "annex unplaced": "Proposals not placed",
    "annex unplaced note": (
        "Remarks that no evidence ties to one provision, in the words in which they were received, with the provisions at which they "
        "might stand. The Secretariat places them, in placements.xlsx, once the provision is known."
    ),
    "unplaced report": "Marks on the Rapporteur’s report that lead to no provision",
    "annex unplaced report note": (
        "Marks made on the Rapporteur’s report whose paragraph leads to no provision of the draft. Their words stand in the annex on "
        "the report. The Secretariat corrects in crosswalk.xlsx to which provision a paragraph leads."
    ),
    "annex report": "Comments on the Rapporteur’s report",
    "annex report note": (
        "Corrections of the Rapporteur’s report, and marks made on it. They are no proposals on the draft and are counted apart; where "
        "a paragraph of the report leads to a provision of the draft, that provision is named."
    ),
    "annex general": "General comments",
    "annex general note": "Comments of member states and groups on the draft as a whole, in the words in which they were received.",
    "annex texts": "Texts not tied to a provision",
    "annex texts note": (
        "Texts that are no version of the draft, and proposals that could not be shown as marks, in the words in which they were "
        "received."
    ),
    "annex superseded": "Superseded and withdrawn",
    "annex superseded note": "Kept in the register; nothing of it is shown as a mark.",
    "annex files": "Register of submissions",
    "annex files unread": "Files that could not be read",
    "annex files unread note": "Nothing in this document reflects the content of these files.",
    "annex files all": "All other files",
    "notices": "Notices",
    "none": "None.",
    "no conflict": "No conflict was found.",
    "counted": "{name} ({count})",
    "not reproduced": "{count} paragraphs, not reproduced: {status}",
    "unassigned": "(unassigned)",
    "not placed": "not placed",
    "in conflict": "see {id}",
    # columns of the tables and sheets
    "words": "Words as received",
    "supporter": "Supporter",
    "supports": "Supports the proposal of",
    "proposals there": "Proposals there",
    "not named": "(not named)",
    "evidence": "Evidence",
    "placed": "Placed",
    "candidates": "Candidates",
    "candidate": "Candidate {number}",
    "share": "{label} ({share:.2f})",
    "how": "{by}, {share:.2f}",
    "no candidate": "none",
    "correct in": "Correct in",
    "leads to": "Leads to",
    "key": "Key in that file",
    "what": "What",
    "file superseded": "whole file",
    "parts": "parts of the file, {state}: {count}",
    "conflict": "Conflict",
    "conflicts": "Conflicts",
    "provision": "Provision",
    "kind": "Kind",
    "options": "Options",
    "option": "Option {number}",
    "proposals": "Proposals",
    "contributor": "Contributor",
    "contributors": "Contributors",
    "file": "File",
    "received on": "Received",
    "form": "Form",
    "status": "Status",
    "comments": "Comments",
    "place": "Place",
    "text": "Text",
    "reason": "Reason",
    "hash": "File and SHA-256",
    "message": "Message",
    "id": "Id",
    "section": "Section",
    "draft text": "Draft text",
    "type": "Type",
    "proposed text": "Proposed text",
    "change": "Change (inserted underlined, deleted struck out)",
    "rationale": "Comment or rationale",
    "equal": "Also proposed by",
    "source": "Source file",
    "source place": "Place in the file",
    "language": "Language",
    "placed by": "Placed by",
    "confidence": "Confidence",
    "flags": "Flags",
    "decision": "Decision",
    "agreed": "Agreed text",
    "note": "Note",
    "alternatives": "Shown as alternatives",
    "symbol": "Symbol",
    "unplaced": "Unplaced",
    "held": "Held",
    "sha256": "SHA-256",
    "state": "State",
    "count": "Count",
    "yes": "yes",
    "no": "no",
    "continued": "{id} (continued)",
    "several places": "{first} … {last}",
    # sheets
    "sheet proposals": "Proposals",
    "sheet conflicts": "Conflicts",
    "sheet unplaced": "Unplaced",
    "sheet report": "On the report",
    "sheet general": "General comments",
    "sheet support": "Support",
    "sheet bodies": "Organs and others",
    "sheet superseded": "Superseded",
    "sheet counts": "Counts",
    "sheet submissions": "Submissions",
    "sheet notices": "Notices",
    "sheet ledger": "Ledger",
    "sheet texts": "Other texts",
    "page": "Page &P of &N",
    "decisions": "pending,agreed,agreed ad referendum,bracketed,not agreed,withdrawn,deferred",
    "decision title": "Decision",
    "decision error": "Please choose one of: {choices}.",
    # the closed lists of report.json as a document shows them
    "form tracked": "tracked changes",
    "form clean": "clean text",
    "form table": "table",
    "form letter": "letter",
    "form comments": "comments",
    "form odt": ".odt, through LibreOffice",
    "form rtf": ".rtf, through LibreOffice",
    "form doc": ".doc, through LibreOffice",
    "status merged": "merged",
    "status rebased": "rebased",
    "status other-language": "other language",
    "status comments-only": "comments only",
    "status unassigned": "unassigned",
    "status superseded": "superseded",
    "status withdrawn": "withdrawn",
    "status withheld": "withheld",
    "status unreadable": "unreadable",
    "status quarantined": "quarantined",
    "type amend": "amend",
    "type delete": "delete",
    "type insert": "insert",
    "type move": "move",
    "type comment": "comment",
    "type general comment": "general comment",
    "type support": "support",
    "type reservation": "reservation",
    "type withdrawal": "withdrawal",
    "type format": "format",
    "kind rival replacement": "rival replacement",
    "kind rival insertion": "rival insertion",
    "kind overlapping deletion": "overlapping deletion",
    "kind deletion against edit": "deletion against edit",
    "kind paragraph deleted against edited": "paragraph deleted against edited",
    "kind rewritten by several": "rewritten by several",
    "kind same cell": "same cell",
    "kind row deleted against edited": "row deleted against edited",
    "kind split or join against edit": "split or join against edit",
    "kind move against edit": "move against edit",
    "by marked": "marked",
    "by compared": "compared",
    "by form": "comment form",
    "by cited": "cited",
    "by quoted": "quoted",
    "by similar": "similar",
    "by by hand": "by hand",
    "notice choice": "choice of the officer",
    "notice converted": "converted",
    "notice corrected": "corrected",
    "notice draft text edited": "text of the draft edited",
    "notice draft text removed": "text of the draft removed",
    "notice form": "comment form",
    "notice held": "held",
    "notice late": "late",
    "notice letter": "letter",
    "notice lost in reading": "lost in reading",
    "notice no version": "no version of the draft",
    "notice not applied": "not applied",
    "notice other version": "other version",
    "notice quarantined": "quarantined",
    "notice register": "register",
    "notice row across the table": "row across the table",
    "notice row without comment": "row without comment",
    "notice superseded": "superseded",
    "notice table continued": "table continued",
    "notice to decide": "to decide",
    "notice translation": "translation",
    "notice unassigned": "unassigned",
    "notice unmarked": "unmarked",
    "notice unplaced": "unplaced",
    "notice unreadable": "unreadable",
    "notice withdrawn": "withdrawn",
    "notice withheld": "withheld",
}
