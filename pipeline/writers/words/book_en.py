"""English: what the Secretariat says in comparison.xlsx alone."""

WORDS = {
    "sheet read me": "Read me",
    "sheet comparison": "Comparison",
    "sheet heat": "Heat map",
    "sheet changes": "Changes",
    "sheet files": "Files",
    # columns
    "order": "Order",
    "responsible": "Responsible area",
    "time frame": "Time frame",
    "is late": "Late",
    "answered": "Answered",
    "title": "Title",
    "no section": "(outside the sections)",
    "whole draft": "(draft as a whole)",
    "what changed": "Since the previous issue",
    "before": "Before",
    "change new": "new",
    "change changed": "changed",
    "change gone": "no longer proposed",
    # the chart
    "chart": "Proposals and remarks by section",
    "chart number": "Number",
    # the first sheet
    "read title": "Comparison of proposals",
    "read what": "What this is",
    "what workbook": "Workbook",
    "what workbook told": (
        "Prepared by the Secretariat. It lists the written proposals and remarks on “{draft}”, one row each: in the order of the draft, "
        "then of the meeting, then by date. Identifiers and numbers are those of consolidated.docx."
    ),
    "read figures": "Figures",
    "figure states": "Member states that answered",
    "figure of states": "Member states that take part",
    "figure files": "Files received",
    "figure all": "Proposals and remarks",
    "figure proposals": "– proposals on the text",
    "figure comments": "– comments",
    "figure support": "– support",
    "figure on the report": "– on the Rapporteur’s report",
    "figure unplaced": "– not placed",
    "figure conflicts": "Conflicts",
    "read use": "How to use it",
    "use filter": "Filter and sort",
    "use filter told": "By the arrows in the header of a sheet. The column Order of Proposals restores the order.",
    "use fold": "Fold and unfold",
    "use fold told": (
        "By the signs + and − above the columns and beside the rows. Folded away are details of proposals, provisions without "
        "proposals, and contributors without proposals."
    ),
    "use links": "Follow links",
    "use links told": "An underlined identifier or name leads to its row in another sheet: from Proposals to Comparison, from there back.",
    "use long": "Long texts",
    "use long told": (
        "Excel shows at most 409 points of a row; a longer text is read in full in the formula bar. What one cell cannot hold "
        "continues in the row below, under the same identifier."
    ),
    "read marks": "How changes are shown",
    "sample kept": "States ",
    "sample deleted": "shall",
    "sample inserted": "may",
    "sample end": " act.",
    "sample id": "MEX-07",
    "mark inserted": "Underlined: words proposed for insertion.",
    "mark deleted": "Struck through: words proposed for deletion.",
    "mark change": "A change in its place. The colors have no meaning of their own.",
    "mark bold": "Bold: an identifier, a name or a heading.",
    "read decisions": "Decision, Agreed text and Note",
    "decisions for": "For the reviewers",
    "decisions for told": (
        "These columns of Proposals are filled in by the reviewers. The Id of a row stays as it is: it tells to which proposal an entry "
        "belongs."
    ),
    "decision 1": "not yet considered",
    "decision 2": "accepted as it stands in Agreed text or, where that is empty, as proposed",
    "decision 3": "accepted, subject to confirmation",
    "decision 4": "stays in square brackets; the wording is open",
    "decision 5": "considered and not accepted",
    "decision 6": "taken back by its contributors",
    "decision 7": "to be considered at a later time",
    "read sheets": "Sheets",
    "about proposals": "One row for each proposal and remark, with columns for the decision.",
    "about comparison": "The draft’s provisions down, the contributors across; each cell shows the text as proposed, with its changes.",
    "about heat": (
        "Number of proposals and remarks by section and contributor. One of several contributors stands in the column of each and once "
        "in the total."
    ),
    "about conflicts": "Proposals on the same words that cannot all be adopted, with the alternatives side by side.",
    "about general": "Comments of member states and groups on the draft as a whole.",
    "about unplaced": "Remarks that no evidence ties to one provision, with the provisions at which they might stand.",
    "about support": "Contributors that support what others propose.",
    "about report": "Corrections of the Rapporteur’s report and marks made on it.",
    "about bodies": "What organs, organizations and civil society sent.",
    "about superseded": "What was replaced or taken back.",
    "about changes": "What is new, changed or no longer proposed since the previous issue.",
    "about submissions": "The member states, answered or not, then the other contributors, with their files and numbers.",
    "about files": "The register of the files received, with what became of each.",
    "about counts": "Numbers by capacity of the contributors.",
    "about notices": "What the Secretariat should know of single files.",
    "about ledger": "What became of each mark, comment, row and paragraph received.",
    "about texts": "Texts that are no version of the draft, in the words received.",
}
