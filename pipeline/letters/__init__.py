"""A letter or note verbale, given as blocks, as what it says: one segment for each point, every block in exactly one.

``sentences`` cuts, ``reference`` finds the places that a sentence names, ``acts`` tells what it does, ``courtesies`` what
is form alone, ``segments`` puts them together. ``wrapped`` finds a text of the draft inside a letter, ``convention`` what
the letter says of its own emphasis. Patterns of English, Spanish, French and Portuguese hold together: letters mix them.
"""

from .convention import Convention, declared_convention
from .segments import segment
from .values import Segment
from .wrapped import draft_span

__all__ = ["Convention", "Segment", "declared_convention", "draft_span", "segment"]
