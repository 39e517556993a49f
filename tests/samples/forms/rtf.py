"""A letter as Rich Text, as WordPad of those years wrote it: code page 1252, quotes as control words."""

from ..markup import Piece, parse
from .letter import Letter

QUOTES = {"“": "\\ldblquote ", "”": "\\rdblquote ", "‘": "\\lquote ", "’": "\\rquote ", "–": "\\endash ", "\u00a0": "\\~"}
SWITCHES = (("bold", "\\b"), ("italic", "\\i"), ("underlined", "\\ul"), ("struck", "\\strike"))
HEAD = "{\\rtf1\\ansi\\ansicpg1252\\deff0\\deflang1033{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}}\n"


def letter_rtf(letter: Letter) -> bytes:
    info = f"{{\\info{{\\author {words(letter.person)}}}}}\n"
    body = "".join(f"\\pard\\sa120 {''.join(map(piece, parse(line)))}\\par\n" for line in (letter.notice, *letter.lines))
    return f"{HEAD}{info}\\f0\\fs24\n{body}}}\n".encode("ascii")


def piece(part: Piece) -> str:
    switches = "".join(switch for name, switch in SWITCHES if getattr(part, name))
    return f"{{{switches} {words(part.text)}}}" if switches else words(part.text)


def words(text: str) -> str:
    return "".join(map(sign, text))


def sign(char: str) -> str:
    if char in "\\{}":
        return "\\" + char
    return QUOTES.get(char) or (char if char.isascii() else f"\\'{char.encode('cp1252').hex()}")
