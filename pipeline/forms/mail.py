"""A mail (.eml) as blocks: the writer's own words only. Headers never become blocks, addresses in the text are masked.

What the writer quotes from earlier mail, the signature and the disclaimer are set aside: they are none of the answer, and
quoted headers hold the names and addresses of persons (design.md law 6).
"""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage, Message, MIMEPart
from email.policy import default
from email.utils import parsedate_to_datetime

from ..remarks import Block, Piece
from .limits import ASK_MAIL
from .plain import text_blocks
from .reading import Attachment, FormReading, Gathered, SetAside, joined, refuse
from .web import page_blocks

ADDRESS = re.compile(r"(?:mailto:)?[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
MASK = "[e-mail address]"
PARTS_LIMIT = 500
QUOTED = re.compile(
    r"-{2,}\s*(?:original message|forwarded message|mensaje original|mensaje reenviado|message d'origine|message original|message transféré"
    r"|mensagem original|mensagem encaminhada)\s*-{2,}"
    r"|_{10,}$|(?:on|el|le|em|no dia)\b.{4,120}\b(?:wrote|escribió|a écrit|escreveu)\s*:$"
    r"|(?:from|de|remitente|expéditeur)\s*:.*(?:sent|enviado(?: el)?|envoyé|enviada(?: em)?|date|fecha|data|to|para|à)\s*:"
    r"|begin forwarded message:|(?:from|de)\s*:\s.*@",
    re.I,
)
DISCLAIMER = re.compile(
    r"(?:this|the (?:information|content)s?).{0,80}(?:e-?mail|message|communication).{0,200}(?:intended|confidential|privileged|recipient)"
    r"|(?:este|el presente|esta|la información).{0,80}(?:correo|mensaje|mensagem|e-?mail).{0,200}(?:destinat[aá]ri|confidencial"
    r"|dirigid|sigilos)"
    r"|(?:ce|le présent|les informations).{0,80}(?:message|courriel|courrier).{0,200}(?:destinataire|confidentiel)"
    r"|(?:please )?consider the environment before printing|virus-free|sent from my \w+|enviado desde mi \w+|envoyé de mon \w+",
    re.I | re.S,
)
SIGNATURE = re.compile(r"--\s*$")
CONTACT = re.compile(
    r"\[e-mail address\]|https?://|www\.|(?:tel|tél|fax|phone|cel|mob|móvil|t)\b\.?\s*:?\s*\+?[\d(]|^\+?[\d() .-]{7,}$", re.I
)


def read(data: bytes, file: str) -> FormReading:
    """Raises Unreadable for mail that is encrypted or holds nothing to read."""
    message = email.message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    _refuse_encrypted(message)
    gathered = Gathered(file)
    gathered.speaks(str(message.get("Content-Language", "")).split(",")[0].strip())
    own, aside = _sorted_out(_body(message, gathered))
    attachments = tuple(_attachments(message, gathered))
    if any(MASK in block.text for block in own):
        gathered.notice("addresses in the text of the mail are masked", kind="masked")
    reading = gathered.reading(own)
    return replace(reading, attachments=attachments, sent=_sent(message), set_aside=tuple(aside))


def _refuse_encrypted(message: EmailMessage) -> None:
    kind = message.get_content_type()
    sealed = kind == "multipart/encrypted" or (kind.endswith("pkcs7-mime") and message.get_param("smime-type") != "signed-data")
    if sealed:
        refuse("encrypted", "the mail is encrypted", ASK_MAIL)
    if kind.endswith("pkcs7-mime"):
        refuse("not-a-docx", "the mail is wrapped in its signature", ASK_MAIL)


def _sent(message: EmailMessage) -> str | None:
    """The day on the writer's own clock."""
    try:
        return parsedate_to_datetime(str(message["Date"])).date().isoformat()
    except (TypeError, ValueError, IndexError, KeyError):
        return None


def _body(message: EmailMessage, gathered: Gathered) -> list[Block]:
    part = message.get_body(("plain", "html"))
    text = _text(part)
    if part is not None and part.get_content_type() == "text/plain" and not text.strip():
        part = message.get_body(("html",))
        text = _text(part)
    if part is None:
        return []
    if part.get_content_type() == "text/html":
        return list(page_blocks(text, gathered))
    return text_blocks(_unflowed(text) if part.get_param("format") == "flowed" else text)


def _text(part: MIMEPart | None) -> str:
    """An unknown charset is no reason to lose the words."""
    if part is None:
        return ""
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError, ValueError, KeyError):
        return bytes(part.get_payload(decode=True) or b"").decode("cp1252", "replace")


def _unflowed(text: str) -> str:
    """RFC 3676: a line that ends in a space goes on in the next."""
    return re.sub(r"(?<!\n--) \r?\n(?![>\n])", " ", text)


def _attachments(message: EmailMessage, gathered: Gathered) -> Iterator[Attachment]:
    body = [message.get_body((kind,)) for kind in ("plain", "html")]
    pictures = 0
    for count, part in enumerate(message.walk()):
        if count > PARTS_LIMIT:
            refuse("too-large", f"the mail has more than {PARTS_LIMIT} parts", ASK_MAIL)
        if part.is_multipart() or part in body or _inside_message(part, message):
            continue
        name = re.split(r"[\\/]", part.get_filename() or "")[-1].replace("\0", "").strip()
        if part.get_content_maintype() == "image" and (part.get("Content-ID") or part.get_content_disposition() == "inline"):
            pictures += 1
        elif part.get_content_type() in ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"):
            continue
        elif name or part.get_content_disposition() == "attachment":
            yield Attachment(name or f"attachment-{count}", bytes(part.get_payload(decode=True) or b""))
        elif part.get_content_maintype() == "text":
            yield Attachment(f"part-{count}.{'html' if part.get_content_subtype() == 'html' else 'txt'}", _text(part).encode())
    yield from _messages(message)
    if pictures:
        gathered.notice(f"{pictures} pictures inside the mail are not read", kind="lost in reading")


def _messages(message: EmailMessage) -> Iterator[Attachment]:
    inner = [p for p in message.walk() if p.get_content_type() == "message/rfc822" and p.is_multipart() and not _inside_message(p, message)]
    for number, part in enumerate(inner, 1):
        inside = part.get_payload(0)
        assert isinstance(inside, Message)  # what message/rfc822 holds once it is parsed (email.message)
        yield Attachment(f"mail-{number}.eml", inside.as_bytes())


def _inside_message(part: EmailMessage, message: EmailMessage) -> bool:
    """Parts of a mail that is attached to this one come with that mail."""
    for inner in message.walk():
        if inner.get_content_type() == "message/rfc822" and inner is not part and any(p is part for p in inner.walk()):
            return True
    return False


def _sorted_out(blocks: list[Block]) -> tuple[list[Block], list[SetAside]]:
    """The writer's words, and what is set aside; after a quotation's headers or a signature's dashes nothing returns."""
    own: list[Block] = []
    aside: list[SetAside] = []
    rest = ""
    for block in map(_masked, blocks):
        text = block.text.strip()
        if rest != "quoted mail" and QUOTED.match(text):
            rest = "quoted mail"
        elif not rest and SIGNATURE.match(text):
            rest = "signature"
        if rest == "quoted mail" or text.startswith(">"):
            aside.append(SetAside("quoted mail", block))
        elif DISCLAIMER.search(text):
            aside.append(SetAside("disclaimer", block))
        elif rest == "signature":
            aside.append(SetAside("signature", block))
        else:
            own.append(block)
    return _without_contacts(own, aside)


def _without_contacts(own: list[Block], aside: list[SetAside]) -> tuple[list[Block], list[SetAside]]:
    """Telephone numbers and addresses at the end of the writer's words; names above them are left to the letter's reader."""
    end = len(own)
    while end and len(own[end - 1].text.split()) <= 12 and CONTACT.search(own[end - 1].text):
        end -= 1
    return own[:end], [*(SetAside("signature", block) for block in own[end:]), *aside]


def _masked(block: Block) -> Block:
    pieces = joined(Piece(ADDRESS.sub(MASK, p.text), p.emphasis) for p in block.pieces)
    rows = tuple(tuple(tuple(map(_masked, cell)) for cell in row) for row in block.rows)
    return replace(block, pieces=pieces, rows=rows)
