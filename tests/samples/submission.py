"""What is known of one submission: who wrote it, on which version, and the edits in it."""

from dataclasses import dataclass, field, replace

from .draft import draft
from .draft_es import draft_es
from .edits import Edit, apply
from .model import Document, Para
from .older import older
from .report_text import report

BASES = {"draft": draft, "older": older, "es": draft_es, "report": report}


@dataclass(frozen=True)
class Submission:
    """`base` names the version worked on; `clean` means that the delegation sent the text without marks.

    `cover` is a letter that stands before the text, in the same file.
    """

    people: tuple[str, ...]
    date: str
    edits: list[Edit] = field(default_factory=list)
    base: str = "draft"
    clean: bool = False
    page_shift: int = 0
    template: str = ""
    cover: tuple[str, ...] = ()

    def document(self) -> Document:
        edited = apply(BASES[self.base](), self.edits)
        letter = (Para(f"cover{n}", "BodyText", text) for n, text in enumerate(self.cover, 1))
        return replace(edited, blocks=(*letter, *edited.blocks))
