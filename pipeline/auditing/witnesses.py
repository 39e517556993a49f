"""Received files of other forms as Word files: LibreOffice is the witness of what they say, to the reader and to the audit alike.

The audit reads these with its own reader, and holds them against its own reading of the received bytes (``converted``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Witnesses:
    """files: name of a received file -> it as a Word file. trips: (hash of a text, name of a received file) -> that text, gone the
    way of the file: into its form and back.

    held: what keeps the files in place while they are looked at.
    """

    files: Mapping[str, Path] = field(default_factory=dict)
    trips: Mapping[tuple[str, str], Path] = field(default_factory=dict)
    held: object = None
