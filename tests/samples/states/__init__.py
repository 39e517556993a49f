"""What each delegation sent: file name -> submission, in the order of the alphabet. Names of people are invented."""
from ..submission import Submission
from .argentina_to_colombia import SUBMISSIONS as FIRST
from .costa_rica_to_mexico import SUBMISSIONS as SECOND
from .panama_to_uruguay import SUBMISSIONS as THIRD

SUBMISSIONS: dict[str, Submission] = {**FIRST, **SECOND, **THIRD}

# Not Word files at all, whatever their names say.
UNREADABLE = {
    "Jamaica.docx": (
        "%PDF-1.3\n% Illustrative sample; states no government's position\n"
        "1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
    )
}
