"""Amendment instructions in English, Spanish, French and Portuguese become edits, when and only when they apply without doubt.

``parse`` reads a remark, ``apply`` does one instruction to one provision, ``apply_all`` those of one sentence together,
``apply_throughout`` one to the whole text. Which provision "paragraph 3(b)" is, somebody else has to say.

==============  ======================================================================
quotations      what stands between quotation marks
lexicon         the words of the four languages as signs (english, spanish, french, portuguese)
tokens          a text as signs
clearing        without courtesy, speakers and reasons
grammar         the clauses that signs make
building        clauses as instructions
parsing         all of it together, and what takes an instruction back
words           where quoted words stand in a paragraph
sentences       the sentences of a paragraph
locating        which of several places is meant
changing        the smallest edits
checking        the last look at them
wording         instructions about words
structure       instructions about whole paragraphs and sentences
applying        one instruction over one paragraph
throughout      one instruction over all of them
==============  ======================================================================
"""

from pipeline.instructions.applying import apply, apply_all
from pipeline.instructions.parsing import parse
from pipeline.instructions.throughout import apply_throughout
from pipeline.instructions.values import Applied, Instruction, Refused, Throughout, amended

__all__ = ["Applied", "Instruction", "Refused", "Throughout", "amended", "apply", "apply_all", "apply_throughout", "parse"]
