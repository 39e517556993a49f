"""What is known of one submission: who wrote it, on which version, and the edits in it."""

from dataclasses import dataclass, field

from .draft import draft
from .edits import Edit, apply
from .model import Document
from .older import older


@dataclass(frozen=True)
class Submission:
    """`base` is "draft" or "older"; `clean` means that the delegation sent the text without marks."""

    people: tuple[str, ...]
    date: str
    edits: list[Edit] = field(default_factory=list)
    base: str = "draft"
    clean: bool = False
    page_shift: int = 0
    template: str = ""

    def document(self) -> Document:
        return apply(older() if self.base == "older" else draft(), self.edits)
