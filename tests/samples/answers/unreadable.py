"""Files that nobody can read as they stand: damaged, encrypted, and what Word leaves beside an open file."""

from ..forms.letter import Letter, letter_docx

LETTER = Letter("en", "2004-10-28", "Ezekiel Liburd", ("Comments of Saint Kitts and Nevis on the draft Program.",))
LOCK_OWNER = "Quimby Delfosse"


def damaged() -> bytes:
    """A letter whose transfer broke off: the archive has lost its directory."""
    whole = letter_docx(LETTER)
    return whole[: len(whole) * 3 // 5]


def lock() -> bytes:
    """The owner file that Word keeps beside an open document: the user's name twice, in 162 bytes."""
    narrow = bytes([len(LOCK_OWNER)]) + LOCK_OWNER.encode("cp1252").ljust(54, b" ")
    wide = len(LOCK_OWNER).to_bytes(2, "little") + LOCK_OWNER.encode("utf-16-le")
    return (narrow + wide).ljust(162, b" ")
