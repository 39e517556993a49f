"""What a letter says of its own emphasis: "additions are underlined and deletions struck through"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..remarks import Block, Emphasis
from .sentences import masked, sentences

LOOKS: tuple[tuple[Emphasis, str], ...] = (
    ("bold", r"bold(?:face|ed)?|negritas?|negrillas?|gras(?:se)?|negrito"),
    ("underline", r"underlin(?:ed?|ing)|underscored?|subrayad[oa]s?|subrayado|soulign(?:ée?s?|ement)|sublinhad[oa]s?"),
    ("strike", r"str(?:uck|ike)[\s-]?(?:through|out)s?|strikethroughs?|crossed\s+out|tachad[oa]s?|barrée?s?|biffée?s?|rayée?s?"
               r"|riscad[oa]s?|tachado"),
    ("highlight", r"highlight(?:ed|ing)?|resaltad[oa]s?|surlign(?:ée?s?|age)|realçad[oa]s?|destacad[oa]s?"),
    ("italic", r"italic(?:s|ized)?|cursivas?|bastardillas?|itálicas?|itálico|italiques?"),
)  # fmt: skip
ADDED = (
    r"additions?|added|insertions?|inserted|new\s+(?:text|language|wording|words)|adiciones|adición|agregad[oa]s?|añadid[oa]s?|inserciones"
    r"|incorporaciones|text[oe]s?\s+nuev[oa]s?|nuevo\s+texto|ajout(?:s|ée?s?)?|nouveau\s+texte|textes?\s+nouveaux?|acréscimos?"
    r"|inserç(?:ão|ões)"
    r"|adiç(?:ão|ões)|inclus(?:ão|ões)|novo\s+texto|textos?\s+novos?|inclusiones"
)
GONE = (
    r"deletions?|deleted|supresi(?:ón|ones)|eliminaciones|suprimid[oa]s?|eliminad[oa]s?|suppressions?|supprimée?s?"
    r"|supress(?:ão|ões)|exclus(?:ão|ões)"
)
CHANGED = (
    r"amendments?|changes?|modifications?|propos(?:als?|ed\s+\w+)|edits|cambios|modificaciones|enmiendas|propuestas?|sugerencias"
    r"|propositions?"
    r"|amendements?|changements?|alteraç(?:ão|ões)|modificaç(?:ão|ões)|emendas?|mudanças|propostas?|suggestions?|sugestões"
)  # fmt: skip
SAYS = (
    r"indicat|show|shown|appear|mark|denot|mean|represent|set\s+out|is\b|are\b|in\b|figur|aparec|señal|indic|muestr|van\b|est[áã]"
    r"|corresponde|resalt"
    r"|sont|est\b|apparai|signal|en\b|em\b|identific|highlight|underlin|bold"
)
WORDS = re.compile(
    "|".join([rf"(?P<{name}>\b(?:{words})\b)" for name, words in LOOKS])
    + rf"|(?P<added>\b(?:{ADDED})\b)|(?P<gone>\b(?:{GONE})\b)|(?P<changed>\b(?:{CHANGED})\b)",
    re.I,
)
ORDERS = re.compile(
    r"\b(?:should|must|shall|cannot|not|no|debe\w*|deber[ií]a\w*|devrai\w+|doi\w+|pas|dev\w*ria\w*|devem?|não)\b"
    r"|^\W*(?:replace|delete|insert|add|remove|put|reemplazar|suprimir|eliminar|insertar|remplacer|supprimer|insérer|substituir|inserir)\b",
    re.I,
)
REACH = 90  # signs between what is changed and how it looks


@dataclass(frozen=True, slots=True)
class Convention:
    """Which looks mean insertion and which deletion, and where the file says so."""

    insertion: tuple[Emphasis, ...] = ()
    deletion: tuple[Emphasis, ...] = ()
    place: str = ""


def declared_convention(blocks: Sequence[Block]) -> Convention | None:
    """The first declaration of the file; None where it makes none."""
    for block in blocks:
        text = block.text
        for start, end in sentences(text):
            if found := _declared(masked(text[start:end])):
                return Convention(*found, block.place)
        if inner := declared_convention([b for row in block.rows for cell in row for b in cell]):
            return inner
    return None


def _declared(sentence: str) -> tuple[tuple[Emphasis, ...], tuple[Emphasis, ...]] | None:
    """Each look belongs to the change named last before it, or to the next one where it stands first."""
    words = list(WORDS.finditer(sentence))
    looks = [m for m in words if m.lastgroup in dict(LOOKS)]
    changes = [m for m in words if m.lastgroup in ("added", "gone", "changed")]
    if not looks or not changes or ORDERS.search(sentence):
        return None
    inserted: list[Emphasis] = []
    deleted: list[Emphasis] = []
    for look in looks:
        change = _of(look, changes, first_look=looks[0], sentence=sentence)
        if change is not None:
            (deleted if change == "gone" or (change == "changed" and look.lastgroup == "strike") else inserted).append(_look(look))
    if not inserted and not deleted:
        return None
    return tuple(dict.fromkeys(inserted)), tuple(dict.fromkeys(deleted))


def _of(look: re.Match[str], changes: list[re.Match[str]], first_look: re.Match[str], sentence: str) -> str | None:
    """Looks that stand first ("Bold text indicates additions") go with what follows them."""
    leads = first_look.start() < changes[0].start()
    near = [c for c in changes if (c.start() > look.end()) == leads]
    if not near:
        return None
    change = near[0] if leads else near[-1]
    start, end = sorted((change.start(), look.start()))
    declared = sentence[min(first_look.start(), changes[0].start()) : max(change.end(), look.end())]  # "and deletions struck through"
    return change.lastgroup if end - start <= REACH and re.search(SAYS, declared, re.I) else None


def _look(match: re.Match[str]) -> Emphasis:
    return next(name for name, _ in LOOKS if name == match.lastgroup)
