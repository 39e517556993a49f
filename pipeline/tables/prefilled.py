"""The project's own form, as both its writers and its readers know it: the headings, and each row's hidden name.

A name such as `prov_p0041_5be1a0c7` travels in a content control, a bookmark, or a hidden column of the workbook. Its digest
is of the text that was prefilled, so that a reader knows without the draft whether the delegation edited it. Word takes 64
characters in a tag (ECMA-376 part 1, 17.5.2.42 sets no limit) and 40 in the name of a bookmark (17.13.6.2).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass

NAME = re.compile(r"prov_(\w{1,26})_([0-9a-f]{8})")
HEADING = "provision id"
HEADINGS = ("No.", "Provision", "Draft text", "Type (general, technical, editorial)", "Comment / rationale", "Proposed text")
LABELS = {
    "title": "Comment form / Formulario de comentarios / Formulaire d’observations / Formulário de comentários",
    "state": "Member state / Estado miembro / État membre / Estado membro:",
    "document": "Document / Documento / Document / Documento:",
    "deadline": "To be returned by / Devolver antes del / À renvoyer avant le / Devolver até:",
}
INSTRUCTIONS = (
    "Please write in the last three columns only, one comment to a row; copy a row for a further comment on the same provision, "
    "and leave blank what you do not comment on.",
    "Sírvase escribir únicamente en las tres últimas columnas, un comentario por fila; copie la fila para otro comentario sobre la "
    "misma disposición y deje en blanco lo que no comente.",
    "Veuillez n’écrire que dans les trois dernières colonnes, une observation par ligne ; copiez la ligne pour une autre observation "
    "sur la même disposition et laissez vides celles que vous ne commentez pas.",
    "Favor escrever somente nas três últimas colunas, um comentário por linha; copie a linha para outro comentário sobre o mesmo "
    "dispositivo e deixe em branco o que não comentar.",
)


@dataclass(frozen=True, slots=True)
class Prefilled:
    provision: str
    digest: str

    def stands_in(self, text: str) -> bool:
        """Whether the text is still the prefilled one."""
        return digest(text) == self.digest


def name_of(provision: str, text: str) -> str:
    """The name that a prefilled row carries; raises ValueError for an id that would not survive in one."""
    name = f"prov_{provision}_{digest(text)}"
    if not NAME.fullmatch(name):
        raise ValueError(f"the provision id {provision!r} does not fit into a name")
    return name


def read_name(name: str) -> Prefilled | None:
    found = NAME.fullmatch(name.strip())
    return Prefilled(found[1], found[2]) if found else None


def digest(text: str) -> str:
    """Of the characters alone: office programs change white space and compose letters as they save."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    return hashlib.sha256(plain.encode()).hexdigest()[:8]


def is_form_text(text: str) -> bool:
    """Whether a paragraph is the form's own: its title, its facts, how to fill it in."""
    plain = " ".join(text.split())
    return plain.startswith(tuple(LABELS.values())) or any(line in plain for line in INSTRUCTIONS)
