"""The words of English amendment instructions, without accents, by the signs that ``lexicon`` explains."""

WORDS = {
    "f": """in its entirety, as a whole, entirely, altogether, completely, in full, the, a, an, we, our, my, i, it, this, that,
        these, please, kindly, also, therefore, thus, hence, accordingly, further, furthermore, moreover, additionally, in
        addition, firstly, secondly, thirdly, finally, then, hereby, delegation, government, its, simply, our delegation, my
        delegation, my government, the delegation, our government, our country, for our part, as, comment:, proposed change:,
        proposal:, suggestion:, amendment:, suggested change:, proposed amendment:, change:, editorial:, editorial, our proposal
        is, our suggestion is, our proposal is that, whole, entire, existing, current, present, into one, into a single
        paragraph, into one paragraph, into a single one, into two, into two paragraphs, in two, comma""",
    "!": """would be grateful if the secretariat would, requests the secretariat to, request the secretariat to, asks the
        secretariat to, ask the secretariat to, the secretariat is requested to, the secretariat is asked to, propose, proposes,
        suggest, suggests, recommend, recommends, request, requests, ask, asks, prefer, prefers, would propose, would suggest,
        would recommend, would prefer, would like, would ask, would request, would appreciate, should like, wish, wishes, wishes
        to propose, wish to propose, wish to suggest, would like to propose, would like to suggest, would like to request, would
        respectfully suggest, would respectfully propose, respectfully proposes, respectfully suggests, respectfully propose,
        respectfully suggest, respectfully requests, respectfully request, is proposed, is suggested, is recommended, is
        requested, would be preferable, would be better, would be advisable, is preferable, would be appropriate, have the
        honour to propose, has the honour to propose, have the honor to propose, has the honor to propose, consider that,
        considers that, believe that, believes that, think that, thinks that, are of the view that, is of the view that, in our
        view, in our opinion, is our view that, is of the opinion that, are of the opinion that, strongly suggest, strongly
        propose, therefore propose, therefore proposes, therefore suggest, therefore suggests""",
    "¡": """would be grateful if, would appreciate it if, would be pleased if, would be grateful that, would be better if, would be
        preferable if, should be grateful if""",
    "κ": "were, could be, were to be, could therefore be, could instead be",
    "p": """be, to be, should be, shall be, must be, needs to be, is, are, ought to be, is to be, are to be, should therefore be,
        should also be""",
    "R": "replace, replacing",
    "ρ": "replacement of, the replacement of, substitution of, the substitution of",
    "r": "replaced",
    "ζ": "substituted",
    "Z": "substitute, substituting",
    "J": "change, changing, amend, amending, modify, modifying, alter, altering, correct, correcting",
    "y": "changed, amended, modified, altered, corrected",
    "W": "reword, redraft, reformulate, rephrase, revise, rewrite, rewording, redrafting, reformulating, rephrasing, revising, rewriting",
    "w": "reworded, redrafted, reformulated, rephrased, revised, recast, rewritten",
    "D": """delete, deleting, remove, removing, strike, strike out, striking, striking out, omit, omitting, suppress, suppressing,
        eliminate, eliminating, erase, erasing, leave out, leaving out, drop, dropping, take out, taking out""",
    "δ": "deletion of, the deletion of, removal of, the removal of, omission of, the omission of, suppression of, elimination of",
    "d": "deleted, removed, struck, struck out, omitted, suppressed, eliminated, erased, left out, dropped, taken out",
    "I": "insert, inserting, add, adding, include, including, incorporate, incorporating",
    "ι": "insertion of, the insertion of, addition of, the addition of, inclusion of, the inclusion of",
    "i": "inserted, added, included, incorporated",
    "M": "move, moving, transfer, transferring, relocate, relocating, shift, shifting",
    "μ": "transfer of, relocation of, moving of, the transfer of, the relocation of",
    "m": "moved, transferred, relocated, shifted",
    "G": "merge, merging, combine, combining, fuse, fusing",
    "γ": "merger of, the merger of, merging of, the merging of",
    "g": "merged, combined, fused",
    "S": "split, splitting, divide, dividing",
    "s": "divided",
    "L": """should become, becomes, to become, would become, read, should read, shall read, to read, reading, should now read,
        should say, must read, which reads, say, use, put, write, should instead read, so that it reads, so as to read, so as to
        read as, so it reads, to be read, should be read""",
    "b": "by, with",
    "t": "to, into",
    "F": "for",
    "H": "where it says, where it reads, where the text says, where the text reads",
    "h": "instead of, in place of, in lieu of",
    "v": "instead, in its place, in its stead, in their place, in lieu thereof",
    "A": "after, immediately after, right after, directly after, after the words, following the words, following the word",
    "B": "before, immediately before, in front of, right before, directly before, prior to",
    "N": "between, in between",
    "&": "and, and to, and also, and then, and that",
    "/": "or, either",
    "o": """passage, passages, name, figure, number, date, word, words, phrase, phrases, sentence, expression, expressions, term,
        terms, wording, adjective, verb, noun, adverb, following words""",
    "O1": "first, 1st",
    "O2": "second, 2nd",
    "O3": "third, 3rd",
    "O4": "fourth, 4th",
    "O5": "fifth, 5th",
    "O-1": "last, final",
    "C": "occurrence, occurrences, instance, instances, mention, mentions, appearance",
    "E": "all, every, each",
    "*": """wherever it appears, wherever it occurs, wherever they appear, wherever they occur, each time it appears, each time it
        occurs, every time it appears, in all its occurrences, in every instance, in all cases, in each case, in all instances,
        in every case""",
    "x": """throughout the text, throughout the document, throughout the draft, throughout the draft program, throughout the draft
        programme, throughout the whole text, throughout the entire text, throughout, in the whole text, in the whole document,
        in the entire text, in the entire document, across the text, across the document, throughout the program, throughout the
        programme""",
    "n": "new, additional",
    "=": "as follows, the following, following",
    "k": "text, content, contents, wording of",
    "e": "at the end, to the end, at the very end",
    "a": "at the beginning, at the start, to the beginning, at the very beginning, at the outset",
    "l": """in, on, at, under, within, with regard to, with respect to, as regards, regarding, concerning, with reference to, re, in
        relation to, as for""",
    "~": "of, from",
    "U": "paragraph, subparagraph, sub-paragraph, provision",
    "z": "beginning with, beginning, starting with, that begins with, which begins with, begins with",
    "c": """because, as it, as this, as these, as they, since, in order to, so as to, so that, to ensure, to avoid, for clarity, for
        consistency, for reasons of, for the sake of, for greater, for the purpose of, given that, in view of, in light of, with
        a view to, which would, which is, considering, due to, thereby, in line with, in accordance with, in keeping with,
        consistent with, to reflect, to align, to make, to cover, to clarify, to strengthen, to improve, to harmonize, to bring,
        to emphasize, to underline, to better, to keep, to allow, to recognize, to highlight, on the grounds that, it being,
        owing to, this being, with the aim of""",
    "*2": "in both places, in both places where it appears, in both instances, in both cases",
    "E2": "both, two",
    "X": """not, no, never, nor, neither, none, nobody, oppose, opposes, opposed, opposing, against, object, objects, objection,
        disagree, disagrees, reject, rejects, support, supports, supported, endorse, endorses, agree, agrees, agreed, accept,
        accepts, accepted, favour, favor, retain, retains, avoid, refrain, cannot, was, had, has, have, been, decided, proposed,
        suggested, requested, wonder, wonders, could, might, may, can, consider, considers, discuss, why, how, concern,
        concerned, regret, regrets, welcome, welcomes, withdraw, withdraws, hesitate, would have, already, joins, association,
        whoever, who""",
    "¿": """if, unless, whether, provided, except, but, however, only, when, until, subject, alternatively, otherwise, failing,
        while, although, proposed by, suggested by, requested by, made by, as proposed, last year, previously, earlier,
        assuming, suppose, supposing, perhaps, possibly, extent, proposal of, proposal by, or else, should the, were the, in
        case, in the event, for now, ago, proposal from""",
}  # fmt: skip
UNITS = (
    r"(?:operative |preambular |introductory |sub-?)?paragraphs?|(?:sub-?)?paras?\b\.?|articles?|art\b\.?|sections?|chapters?|items?"
    r"|points?|bullet points?"
    r"|bullets?|indents?|clauses?|pages?|pp?\.|lines?|heading|title|chapeau|preamble|annex|parts?|recommendations?|op|pp|headings?|subsections?"
)
UNLABELLED = "chapeau|preamble|title|heading"
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "penultimate": 0, "last": -1, "final": -1}
SENTENCE = "sentence"
JOINTS = "and|to"
DOCUMENT = (
    r"draft(?: inter-american)?(?: program(?:me)?)?(?: of action)?|program(?:me)?|document|report|rapporteur's report|draft text"
    r"|introduction|preamble"
)
DELEGATION = r"(?:the )?(?:delegation|government|permanent mission|republic) of (?:the )?"
TAKES_BACK = r"\b(?:oppose|cannot accept|can not accept|not agree|disagree|object|reject|not support|withdraw)"
FOREIGN = r"\b(?:as follows|following|proposals?|proposed|suggest\w*|amendments?)\b"
