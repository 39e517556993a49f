"""The proposals of the issue that went before: inputs/previous-report.json, a copy of the report.json that was published with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .errors import InputError
from .store import read_json

NAME = "previous-report.json"


@dataclass(frozen=True, slots=True)
class Earlier:
    """One proposal as report.json tells of it."""

    id: str
    contributors: tuple[str, ...]
    label: str
    type: str


def read_earlier(inputs: Path) -> tuple[Earlier, ...] | None:
    """The proposals of the previous issue, None where none was given. Raises InputError where the file is no report.json."""
    path = inputs / NAME
    if not path.is_file():
        return None
    try:
        found = read_json(path)["proposals"]
        return tuple(Earlier(p["id"], tuple(p["contributors"]), p["provision"]["label"], p["type"]) for p in found)
    except (ValueError, KeyError, TypeError, AttributeError):
        remedy = "Copy the report.json of the previous issue there again, or remove the file"
        raise InputError("is no report.json of a consolidation", file=NAME, remedy=remedy) from None
