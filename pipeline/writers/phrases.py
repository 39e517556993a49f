"""The Secretariat's own words in both outputs, in one place. Neutral by law 7: no ranking, no words of majority.

Sentences with braces take values by name. The other official languages are added here as further keys of PHRASES.
"""

from collections.abc import Mapping
from types import MappingProxyType

_ENGLISH = {
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
    "about": "What this document is",
    "about base": (
        "This document is a compilation, prepared by the Secretariat, of the written proposals received on "
        "the base document “{draft}”. It contains {proposals} proposals on the text and {remarks} other remarks, "
        "taken from the files listed below, where they are counted by the capacity of the contributor."
    ),
    "about cut-off": "Proposals received by {date} are included.",
    "about prejudice": (
        "This compilation is without prejudice to the position of any delegation and reflects no agreement. "
        "Order implies no preference."
    ),
    "marks": "How to read the marks",
    "marks author": (
        "Each proposal is shown in the text as a revision mark under the name of the contributor that made "
        "it. Proposals that are equal are shown once, under all the names that made them, such as “Argentina;"
        " Mexico”; names stand in the order of the meeting."
    ),
    "marks labels": (
        "Words in square brackets under the name “Secretariat”, such as [Argentina: should], were added by "
        "the Secretariat to say whose words follow. They are no part of any proposal."
    ),
    "marks alternatives": (
        "Where several proposals rewrite the same paragraph, the wording of the draft is labelled “Draft” and"
        " is followed by each proposed wording in full, labelled “Alt. 1”, “Alt. 2”, with the contributors "
        "that propose it. The numbers serve for reference only."
    ),
    "marks accept": (
        "Rejecting all marks gives the base document. Accepting all marks does not give an agreed text, since"
        " proposals that exclude each other stand side by side."
    ),
    "marks ids": (
        "Each proposal has an identifier, such as {id}, which is the same here, in the annexes and in the "
        "comparison workbook."
    ),
    "received": "Submissions received",
    "unread": (
        "Attention: could not be read: {count} ({files}). Nothing in this document reflects the content. "
        "See Annex {annex}."
    ),
    "one file": "1 file",
    "several files": "{count} files",
    # who contributed, and what came
    "received of states": "Member states and groups",
    "received of bodies": "Organs, organisations and civil society",
    "received of nobody": "Files of no known contributor",
    "capacity": "Capacity",
    "capacity state": "member state",
    "capacity group": "group",
    "capacity organ": "organ",
    "capacity organisation": "organisation",
    "capacity civil society": "civil society",
    "capacity nobody": "unassigned",
    "with capacity": "{name} ({capacity})",
    "counts": "Counts",
    "counts note": "A remark of several contributors is counted once under each capacity, and once in the total.",
    "files": "Files",
    "support": "Support",
    "on the report": "On the report",
    "total": "Total",
    # languages
    "original pending": "[Original: {language}; translation pending] ",
    "original translated": "[Original: {language}] ",
    "translation pending": "Original: {language}; translation pending",
    "secretariat translation": "[Secretariat translation] ",
    "translation": "Secretariat translation",
    # the annexes
    "annex title": "Annex {number} – {title}",
    "annex conflicts": "Conflicts",
    "annex conflicts note": (
        "Proposals on the same words that cannot all be adopted. The options are those of the contributors, "
        "in the order of the meeting; order implies no preference."
    ),
    "annex proposals": "Proposals by contributor",
    "annex proposals note": (
        "Every proposal and remark of member states and groups on the draft, with its provision and its type. One of "
        "several contributors stands under each of them. Support is listed apart."
    ),
    "annex bodies": "Organs, organisations and civil society",
    "annex bodies note": (
        "What was received from contributors other than member states and groups, in full. It is counted apart from "
        "the proposals of member states."
    ),
    "annex support": "Support",
    "annex support note": (
        "Contributors that support what others propose. They are not among the authors of the proposal or of its mark."
    ),
    "annex placements": "How remarks were placed",
    "annex placements note": (
        "Remarks of tables and letters, with what tied each to its provision. The confidence is between 0 and 1 and says "
        "how sure the place is, nothing of the remark itself. A place is corrected in placements.xlsx."
    ),
    "annex unplaced": "Unplaced",
    "annex unplaced note": (
        "Remarks that no evidence ties to one provision, in the words in which they were received. To place one, enter "
        "the provision (such as II.A.2), or “general”, under “Your choice” in its row of placements.xlsx, put that file "
        "into the inputs and run again; the choice stays."
    ),
    "unplaced report": "Marks on the Rapporteur’s report that lead to no provision",
    "annex unplaced report note": (
        "Marks made on the Rapporteur’s report whose paragraph leads to no provision of the draft. Their words stand in "
        "the annex on the report. The way from the paragraph to a provision is corrected in crosswalk.xlsx."
    ),
    "annex report": "Comments on the Rapporteur’s report",
    "annex report note": (
        "Corrections of the Rapporteur’s report, and marks made on it. They are no proposals on the draft and are counted "
        "apart; where a paragraph of the report leads to a provision of the draft, that provision is named."
    ),
    "annex general": "General comments",
    "annex general note": "Comments of member states and groups on the draft as a whole, in the words in which they were received.",
    "annex texts": "Texts not tied to a provision",
    "annex texts note": (
        "Texts that are no version of the draft, and proposals that could not be shown as marks, in the words in which "
        "they were received."
    ),
    "annex superseded": "Superseded and withdrawn",
    "annex superseded note": "Kept in the register; nothing of it is shown as a mark.",
    "annex files": "Files received",
    "annex files unread": "Files that could not be read",
    "annex files unread note": "Nothing in this document reflects the content of these files.",
    "annex files all": "All other files",
    "notices": "Notices",
    "none": "None.",
    "no conflict": "No conflict was found.",
    "draft option": "Draft",
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
    "sheet matrix": "Matrix",
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
}

PHRASES: Mapping[str, Mapping[str, str]] = MappingProxyType({"en": MappingProxyType(_ENGLISH)})


def phrases(language: str) -> Mapping[str, str]:
    """The words in the language of the document; English where there are none in it."""
    return PHRASES.get(language, PHRASES["en"])


def headed(words: str, language: str, own: str, translated: bool, say: Mapping[str, str]) -> str:
    """The words as received, after a head that names their language where it is not the document's own."""
    if not language or language == own:
        return words
    head = say["original translated" if translated else "original pending"]
    return head.format(language=say.get(f"language {language}", language)) + words
