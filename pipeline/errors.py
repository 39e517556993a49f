"""The errors a person must act on: which file, where in it, what to do; each class owns its exit status.

Raised anywhere, caught once, in `__main__`; `Unreadable` is caught where submissions are read, because one bad file
must not stop the rest.
"""

from typing import ClassVar, Literal

UnreadableKind = Literal["encrypted", "macro", "strict", "not-a-docx", "damaged", "too-large", "unsafe", "empty", "no-comments"]


class PipelineError(Exception):
    """Something that a person must mend. `str()` is one line: "file: place: what. What to do."."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, file: str = "", place: str = "", remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.place = place
        self.remedy = remedy

    def __str__(self) -> str:
        sentences = " ".join(_sentence(text) for text in (self.message, self.remedy) if text.strip())
        where = [_one_line(text) for text in (self.file, self.place) if text.strip()]
        return ": ".join([*where, sentences])


class InputError(PipelineError):
    """A mistake in the inputs."""

    exit_code = 2


class LawBroken(PipelineError):
    """Law 0, 2 or 6 does not hold for what was built, so nothing is published."""

    exit_code = 3


class Unreadable(PipelineError):
    """One submission that cannot be read: never stops the run. For the draft it is a mistake in the inputs."""

    exit_code = 2

    def __init__(
        self, kind: UnreadableKind, message: str, *, file: str = "", place: str = "", remedy: str = ""
    ) -> None:
        super().__init__(message, file=file, place=place, remedy=remedy)
        self.kind = kind


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _sentence(text: str) -> str:
    line = _one_line(text)
    return line if line.endswith((".", "?", "!")) else line + "."
