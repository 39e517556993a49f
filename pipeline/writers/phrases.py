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
        "the base document “{draft}”. It contains {proposals} proposals from {contributors} contributors, "
        "taken from the files listed below."
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
        "See Annex IV."
    ),
    "one file": "1 file",
    "several files": "{count} files",
    # the annexes
    "annex conflicts": "Annex I – Conflicts",
    "annex conflicts note": (
        "Proposals on the same words that cannot all be adopted. The options are those of the contributors, "
        "in the order of the meeting; order implies no preference."
    ),
    "annex proposals": "Annex II – Proposals by contributor",
    "annex proposals note": (
        "Every proposal in this document, with its provision and its type. A proposal of several contributors"
        " stands under each of them."
    ),
    "annex texts": "Annex III – Comments and texts not tied to a provision",
    "annex texts note": (
        "General comments, texts that are no version of the draft, and proposals that could not be shown as "
        "marks, in the words in which they were received."
    ),
    "annex files": "Annex IV – Files received",
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
