"""Ties what delegations say outside the draft's text to its provisions, and turns what can be turned into edits.

=========  =================================================================================
places     which provisions a remark means: by form, by hand, cited, quoted, similar
mentions   the references that it makes       hints  words, headings, rows and notes that it describes
keys       a remark known again by its words
derive     edits of the draft from a remark that says without doubt what is to change
choices    the officer's corrections in placements.xlsx, and the list that is proposed
settle     submissions with their remarks placed; withdrawals taken out
=========  =================================================================================
"""

from .choices import Choices
from .settle import Grounds, place_all

__all__ = ["Choices", "Grounds", "place_all"]
