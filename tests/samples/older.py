
"""The version of the draft of 2003, told as what was different in it: marks here lead from the newer words to the older ones."""

from .draft import draft
from .edits import amend, apply, delete, drop_note, insert_after, unmarked
from .model import Document

DIFFERENCES = unmarked(
    amend("cv5", "{-CAJP/GT/TM-00/04-}{+CP/CAJP-00/03+}"),
    amend("cv6", "{-4~October~2004-}{+20~November~2003+}"),
    amend("back0", "a basis for {-negotiation-}{+discussion+}"),
    amend("sum3", "the economic{- and cultural-} contribution"),
    amend("ga1", "in a series of resolutions{- on migrant workers and their families-}, asked"),
    delete("ga2"),
    drop_note("meeting"),
    amend("sco2b", "migration policy{-, exercised in accordance with international law-};"),
    amend("gen1", "by {-including-}{+introducing+} this subject"),
    amend("gen2", "within {-two-}{+three+} years"),
    amend("spe2", "To {-promote-}{+ensure+} access to justice"),
    amend("spe5", ", and to assist {-the-}{+their+} victims"),
    amend("law1", "the migration {-legislation-}{+laws+} of member states"),
    amend("inf2", "against discrimination{-, with the participation of migrants themselves-}."),
    delete("inf4"),
    amend("cid4", "To hold{-, at least once a year,-} a thematic hearing"),
    amend("dev2", "To {-study the effect of remittances on local development-}{+examine the use of remittances+} and"),
    insert_after("leg2", "leg2-2003", "To publish the documents of the course."),
    amend("t4c4", "{-First half of 2006-}{+2005+}"),
    amend("rep3", "reviewed {-four-}{+five+} years"),
    amend("end", "in writing by {-29~October 2004-}{+30~January 2004+}"),
)


def older() -> Document:
    return apply(draft(), [DIFFERENCES])
