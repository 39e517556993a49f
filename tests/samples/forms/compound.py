"""A compound file as Word writes it around an encrypted document ([MS-CFB] 2, [MS-OFFCRYPTO] 2.3.4); the content is noise."""

import random
import struct

SECTOR = 512
END, FAT, FREE, NONE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF, 0xFFFFFFFF
STREAM_AT_LEAST = 4096  # smaller streams would need a mini stream
INFORMATION = (
    b"\x04\x00\x04\x00\x40\x00\x00\x00"
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    b'<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption">'
    b"<!-- Illustrative sample; states no government's position --></encryption>"
)


def encrypted(seed: str) -> bytes:
    """Directory: root, EncryptedPackage, EncryptionInfo, in the order of their names' lengths and letters."""
    package = struct.pack("<Q", 2 * STREAM_AT_LEAST) + random.Random(seed).randbytes(2 * STREAM_AT_LEAST)
    streams = [padded(package, b"\0"), padded(INFORMATION.ljust(STREAM_AT_LEAST), b"\0")]
    counts = [len(stream) // SECTOR for stream in streams]
    chains = [[END], chain(2, counts[0]), chain(2 + counts[0], counts[1])]
    entries = [
        entry("Root Entry", 5, END, 0, child=2),
        entry("EncryptedPackage", 2, 2, len(package)),
        entry("EncryptionInfo", 2, 2 + counts[0], STREAM_AT_LEAST, right=1),
        entry("", 0, 0, 0),
    ]
    fat = [FAT, *(link for part in chains for link in part)]
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(SECTOR, b"\xff")
    return header() + table + b"".join(entries) + b"".join(streams)


def header() -> bytes:
    """One sector for the FAT (sector 0), the directory in sector 1, no mini stream."""
    fixed = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    fixed += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    fixed += struct.pack("<IIIIIIIIII", 0, 1, 1, 0, STREAM_AT_LEAST, END, 0, END, 0, 0)
    return fixed.ljust(SECTOR, b"\xff")


def padded(stream: bytes, fill: bytes) -> bytes:
    return stream.ljust(-(-len(stream) // SECTOR) * SECTOR, fill)


def chain(first: int, count: int) -> list[int]:
    return [*range(first + 1, first + count), END]


def entry(name: str, kind: int, start: int, size: int, child: int = NONE, right: int = NONE) -> bytes:
    raw = name.encode("utf-16-le")
    length = len(raw) + 2 if name else 0
    head = raw.ljust(64, b"\0") + struct.pack("<HBBIII", length, kind, 1, NONE, right, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)
