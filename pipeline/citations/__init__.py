"""References to provisions of the draft, and to paragraphs of the Rapporteur's report, in four languages.

=============  ===========================================================================================
module         what it knows
=============  ===========================================================================================
words          the words of references: units, ordinals, relations, names of other instruments
tokens         a text in one plain alphabet, as tokens tagged with those words, with the way back
steps          numbers and letters: ``3 (b) (ii)``, ``II.A.3.b``, ``IIA3b``, their lists and ranges
parts          a unit with its numbers: ``paragraphs 3 and 5``, ``third bullet``, ``page 6/54``
reference      the parts of one reference, tied by commas or "of", from either end
neighbours     parents that the reference before it names; opening words in quotes
foreign        article 17 of a convention, paragraph 5 of a resolution: no places of the draft
readings       from parts to keys, with the other readings of *inciso*, *alínea*, *numeral*
certainty      whether the words leave no doubt
written        what was found, in the words of the text as it was written
parser         the walk through a text, and through the cell of a comment table
-------------  -------------------------------------------------------------------------------------------
ground         the provisions of a document as places
numbers        places by number, by counting, in their context
pages          places by page        openings    places by their first words
resolve        one answer from all of these, with confidence and evidence
=============  ===========================================================================================
"""

from .ground import Ground, Place, branch, ground_of
from .parser import parse
from .resolve import Context, Found, following, resolve, resolve_all, resolve_text
from .values import Citation, Key, canonical

__all__ = [
    "Citation",
    "Context",
    "Found",
    "Ground",
    "Key",
    "Place",
    "branch",
    "canonical",
    "following",
    "ground_of",
    "parse",
    "resolve",
    "resolve_all",
    "resolve_text",
]
