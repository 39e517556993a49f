"""The clauses that signs make, the same for the four languages (``lexicon`` has the table of signs).

In a pattern Q is an operand ("the second occurrence of the word X") and @ a provision, both captured in the order of
the roles beside it; _ is room for "in paragraph 3" or "throughout the text"; ¤ is "a new paragraph" or "the following
paragraph"; # is what may stand between that and its text ("to read as follows:").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.instructions.values import Kind

PROVISION = r"[PU%](?:,?[l~]*,?[PU%])*"
ROOM = rf"(?:[,:]?(?:[l~t]?{PROVISION}|[l~]?OC|x|\*)[,:]?)*,?"
OPERAND = r"((?:[OE]+C?[~lo]*|E?C[~lo]*)?=?[ok]?:?q(?:[,l~]*[OE]+C)?)"
NEW = r"(?:n=?[UPk]=?|=n?[UP]|[UP][=n]+|=[UP]n)"
READING = r"[L=tk:,bl~]*"
ACTIVE = re.compile(r"(?<!p)([RDIJWMGSZ])(?![^\[]*\])")  # "se suprima X": the verb may have its "se" before it
END = "(?=$|[,;:&])"
LEAD = re.compile(rf"(?:[JW]{PROVISION}=?:)?(?:(?:[l~t]?{PROVISION}|[l~]?OC|x|\*)[,:]*)+|[JW]{PROVISION}=?:")
SEPARATOR = re.compile(r"[,;:]*&,?|[;,]+")
CLAUSES: tuple[tuple[Kind, str, str], ...] = (
    ("replace", "R_Q_,?b:?Q_", "old new"),
    ("replace", "Q_,?pr_b:?Q_", "old new"),
    ("replace", "Q_pR_b:?Q_", "old new"),
    ("replace", "J_Q_,?(?:[btl]L?|L):?Q_", "old new"),
    ("replace", "Q_p[yJ]_(?:[btl]L?|L):?Q_", "old new"),
    ("replace", "Z_Q_bQ_", "old new"),
    ("replace", "Z_Q_[Fl]Q_", "new old"),
    ("replace", "Q_pζ_bQ_", "old new"),
    ("replace", "Q_pζ_FQ_", "new old"),
    ("replace", "HQ_,?:?L:?Q_", "old new"),
    ("replace", "hQ_,?:?[LR]:?Q_", "old new"),
    ("replace", "L_:?Q_,?hQ_", "new old"),
    ("replace", "[Fb]Q_,?L:?Q_", "old new"),
    ("replace", "Q_pL:?Q_", "old new"),
    ("replace", "Q_L:?Q_", "old new"),
    ("replace", "Q_>Q_", "old new"),
    ("replace", "D_Q_,?&[IR]_:?Q_,?v_", "old new"),
    ("replace", "D_Q_,?&Rb:?Q_", "old new"),
    ("replace", "D_Q_,?&v[IL]:?Q_", "old new"),
    ("replace", "Q_pd,?&rb:?Q_", "old new"),
    ("delete", "D_:?Q_", "old"),
    ("delete", "Q_pd_", "old"),
    ("delete", "Q_pD_", "old"),
    ("insert", "I_:?Q_,?NQ&Q_", "new anchor anchor_end"),
    ("insert", "NQ&Q_,?I_:?Q_", "anchor anchor_end new"),
    ("insert", "NQ&Q_,?Q_pi_", "anchor anchor_end new"),
    ("insert", "I_,?NQ&Q_[,:]*Q_", "anchor anchor_end new"),
    ("insert", "Q_piNQ&Q_", "new anchor anchor_end"),
    ("insert", "Q_pINQ&Q_", "new anchor anchor_end"),
    ("insert", "I_:?Q_,?AQ_,?&BQ_", "new anchor anchor_end"),
    ("insert", "AQ_,?&BQ_,?I_:?Q_", "anchor anchor_end new"),
    ("append", "I_:?Q_,?e_", "new"),
    ("append", "e_I_:?Q_", "new"),
    ("append", "e_Q_pi_", "new"),
    ("append", "I=?_,?e_[,:]*Q_", "new"),
    ("append", "Q_p[iI]_e_", "new"),
    ("prepend", "I_:?Q_,?a_", "new"),
    ("prepend", "a_I_:?Q_", "new"),
    ("prepend", "a_Q_pi_", "new"),
    ("prepend", "I=?_,?a_[,:]*Q_", "new"),
    ("prepend", "Q_p[iI]_a_", "new"),
    ("rewrite", "@,?L#Q", "reference new"),
    ("rewrite", "@,?p[wyL]#Q", "reference new"),
    ("rewrite", "[WJ]@,?[L=tb:]#Q", "reference new"),
    ("rewrite", "@p[WJ][L=tb:]#Q", "reference new"),
    ("rewrite", "R@,?b#Q", "reference new"),
    ("rewrite", "@prb#Q", "reference new"),
    ("rewrite", "@pRb#Q", "reference new"),
    ("delete paragraph", "DE?@", "reference"),
    ("delete paragraph", "@pd", "reference"),
    ("delete paragraph", "@pD", "reference"),
    ("delete paragraph", "@[:,]D", "reference"),
    ("move", "M@,?[tl]@", "reference to"),
    ("move", "@,?p[mM],?[tl]@", "reference to"),
    ("merge", "G@", "reference"),
    ("merge", "G@&@", "reference second"),
    ("merge", "G@b@", "reference second"),
    ("merge", "@p[gG]", "reference"),
    ("merge", "@&@p[gG]", "reference second"),
    ("merge", "@p[gG]b@", "reference second"),
)
# What is the same before and after: ± stands for A or B, the side.
SIDED: tuple[tuple[Kind, str, str], ...] = (
    ("insert", "I_:?Q_,?±Q_", "new anchor"),
    ("insert", "I_,?±Q_[,:]*Q_", "anchor new"),
    ("insert", "±Q_,?:?I_:?Q_", "anchor new"),
    ("insert", "±Q_,?Q_pi_", "anchor new"),
    ("insert", "Q_pi_,?±Q_", "new anchor"),
    ("insert", "Q_pI_,?±Q_", "new anchor"),
    ("new paragraph", "I¤,?±@,?#Q", "target new"),
    ("new paragraph", "I,?±@,?¤,?#Q", "target new"),
    ("new paragraph", "±@,?:?I¤#Q", "target new"),
    ("new paragraph", "±@,?¤,?#pi#Q", "target new"),
    ("new paragraph", "¤#pi,?±@#Q", "target new"),
    ("new paragraph", "I¤#Q,?±@", "new target"),
    ("new paragraph", "IQl?(?:n?U|Un),?±@", "new target"),
    ("new paragraph", "I:?P,?±@,?#Q", "target new"),
    ("move", "M@,?±@", "reference target"),
    ("move", "@,?p[mM],?±@", "reference target"),
    ("split", "S_,?[l~]?±Q_", "anchor"),
    ("split", "S@,?[l~]?±Q_", "reference anchor"),
    ("split", "@p[sS],?±Q_", "reference anchor"),
)
UNPLACED: tuple[tuple[Kind, str, str], ...] = (
    ("new paragraph", "I¤,?#Q", "new"),
    ("new paragraph", "I¤,?[l~t]@,?#Q", "reference new"),
    ("new paragraph", "I:?P,?#Q", "new"),
)
# "replace A by B and C by D": the verb stands once.
CONTINUED: dict[Kind, tuple[tuple[Kind, str, str], ...]] = {
    "replace": (("replace", "Q_bQ_", "old new"), ("replace", "Q_>Q_", "old new")),
    "delete": (("delete", "Q_", "old"),),
    "insert": (("insert", "Q_AQ_", "new anchor"), ("insert", "Q_BQ_", "new anchor")),
}


@dataclass(frozen=True, slots=True)
class Pattern:
    kind: Kind
    roles: tuple[str, ...]
    side: str
    found: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Clause:
    """[start, end) of the signs. spans: the signs of each role. side: "A", "B", "N" or ""."""

    kind: Kind
    start: int
    end: int
    side: str
    spans: dict[str, tuple[int, int]]


def _compiled(kind: Kind, shape: str, roles: str, side: str) -> Pattern:
    signs = {"Q": OPERAND, "@": f"({PROVISION})", "_": ROOM, "¤": NEW, "#": READING, "±": side}
    shape = ACTIVE.sub(r"p?\1", shape)
    return Pattern(kind, tuple(roles.split()), side, re.compile("".join(signs.get(s, s) for s in shape) + END))


@lru_cache(maxsize=1)
def _patterns() -> tuple[Pattern, ...]:
    plain = [_compiled(*shape, "N" if "anchor_end" in shape[2] else "") for shape in CLAUSES]
    sided = [_compiled(*shape, side) for shape in SIDED for side in ("ABN" if shape[0] == "new paragraph" else "AB")]
    return (*plain, *sided, *(_compiled(*shape, "") for shape in UNPLACED))


@lru_cache(maxsize=4)
def _continued(kind: Kind) -> tuple[Pattern, ...]:
    return tuple(_compiled(*shape, "A" if "A" in shape[1] else "B" if "B" in shape[1] else "") for shape in CONTINUED.get(kind, ()))


def clauses(signs: str) -> list[Clause] | None:
    """The clauses that make up all the signs, or None. Where signs can be read in two ways, the earlier pattern holds."""
    lead = LEAD.match(signs)
    starts = [0] + ([lead.end()] if lead and lead.end() < len(signs) else [])
    return next((read for start in starts if (read := _rest(signs, start, None)) is not None), None)


def _rest(signs: str, at: int, before: Clause | None) -> list[Clause] | None:
    patterns = (*_patterns(), *(_continued(before.kind) if before else ()))
    for pattern in patterns:
        match = pattern.found.match(signs, at)
        if match is None or match.end() == at:
            continue
        clause = _clause(pattern, match)
        if match.end() == len(signs):
            return [clause]
        separator = SEPARATOR.match(signs, match.end())
        if separator is None:
            continue
        following = _after_lead(signs, separator.end(), clause)
        if following is not None:
            return [clause, *following]
    return None


def _after_lead(signs: str, at: int, before: Clause) -> list[Clause] | None:
    """ "... and, in paragraph 5, delete C"."""
    if (read := _rest(signs, at, before)) is not None:
        return read
    lead = LEAD.match(signs, at)
    return _rest(signs, lead.end(), before) if lead else None


def _clause(pattern: Pattern, match: re.Match[str]) -> Clause:
    spans = {role: match.span(k) for k, role in enumerate(pattern.roles, 1)}
    return Clause(pattern.kind, match.start(), match.end(), pattern.side, spans)
