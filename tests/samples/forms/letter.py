"""A letter as values, and the same letter as a Word file, a text file, a web page or an e-mail."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

from ..markup import Piece, parse
from ..model import NOTICES, Document, Para
from ..package import docx
from ..word import Hand

WORD_LANGUAGES = {"en": "en-US", "es": "es-ES", "fr": "fr-FR", "pt": "pt-BR"}
DOCX = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")


@dataclass(frozen=True)
class Letter:
    """`lines` are paragraphs in the light notation; `person` stands in the file's properties alone."""

    language: str
    date: str
    person: str
    lines: tuple[str, ...]
    attached: dict[str, "Letter"] = field(default_factory=dict)

    @property
    def notice(self) -> str:
        return f"({NOTICES[self.language]})"

    def texts(self) -> Iterator[str]:
        """The paragraphs as plain text, the notice first."""
        yield self.notice
        for line in self.lines:
            yield "".join(piece.text for piece in parse(line))


def letter_docx(letter: Letter) -> bytes:
    """The notice stands in the page header."""
    blocks = tuple(Para(f"line{n}", "BodyText", line) for n, line in enumerate(letter.lines, 1))
    notice, language = NOTICES[letter.language], WORD_LANGUAGES[letter.language]
    document = Document(blocks, {}, "Letter", "", notice=notice, language=language)
    return docx(document, Hand(letter.person, (letter.person,), letter.date))


def letter_txt(letter: Letter) -> bytes:
    """As Notepad writes it: a byte order mark and CRLF."""
    return "\r\n\r\n".join([*letter.texts(), ""]).encode("utf-8-sig")


def letter_html(letter: Letter) -> bytes:
    body = "".join(f"<p>{''.join(map(html_piece, parse(line)))}</p>\n" for line in (letter.notice, *letter.lines))
    return (
        f'<!DOCTYPE html>\n<html lang="{letter.language}">\n<head><meta charset="utf-8">'
        f'<meta name="author" content="{escape(letter.person)}"><title>{letter.date}</title></head>\n<body>\n{body}</body>\n</html>\n'
    ).encode()


def html_piece(piece: Piece) -> str:
    text = escape(piece.text, quote=False).replace("\u00a0", "&nbsp;")
    for field_name, tag in (("bold", "b"), ("italic", "i"), ("underlined", "u"), ("struck", "s")):
        text = f"<{tag}>{text}</{tag}>" if getattr(piece, field_name) else text
    return text


def letter_eml(letter: Letter, sender: str, subject: str, when: str) -> bytes:
    """RFC 5322, with the attachments as Word files; boundary and identifier are fixed."""
    message = EmailMessage(policy=SMTP)
    message["From"] = f"{letter.person} <{sender}>"
    message["To"] = "Working Group <working-group@example.org>"
    message["Subject"] = subject
    message["Date"] = when
    message["Message-ID"] = f"<{letter.date}.sample@example.org>"
    message.set_content("\n\n".join(letter.texts()) + "\n", charset="utf-8", cte="quoted-printable")
    for name, attachment in letter.attached.items():
        message.add_attachment(letter_docx(attachment), *DOCX, filename=name)
    message.set_boundary("=_sample_boundary")
    return message.as_bytes()
