"""What a run keeps with the user for the next one, so that the next does anew only what a changed file touches.

It holds words of delegations, so it lies in the user's own cache folder, readable by that user alone, and never under
outputs/ (law 6). All of it may be deleted at any time: a run gives the same bytes with it and without it. Each *drawer* is
one file of values by key; a key names all that the value hangs on. A file that is not as it was written counts for
nothing; what a run did not ask for is not kept on; drawers of other inputs and of earlier programs go when there are many.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import orjson

from .store import to_json

FOLDER = "consolidation-pipeline"
LARGEST = 64 * 1024 * 1024  # bytes of one drawer
MOST = 60  # files in the folder, the newest
_MISSING = object()


class Drawer(MutableMapping[str, Any]):
    """Values by key, which JSON can hold: those of the last run, and of this one. Of these, ``close`` keeps what was asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._used: dict[str, Any] = {}
        self._changed = self._opened = False

    @cached_property
    def _old(self) -> dict[str, Any]:
        """Read by the process that asks first: child processes need not hand it on."""
        self._opened = True
        return _read(self._path)

    def __getitem__(self, key: str) -> Any:
        if key not in self._used:
            self._used[key] = self._old[key]
        return self._used[key]

    def get(self, key: str, default: Any = None) -> Any:
        value = self._used.get(key, _MISSING)
        if value is _MISSING:
            value = self._old.get(key, _MISSING)
            if value is _MISSING:
                return default
            self._used[key] = value
        return value

    def __contains__(self, key: object) -> bool:
        return self.get(str(key), _MISSING) is not _MISSING

    def __setitem__(self, key: str, value: Any) -> None:
        self._used[key] = value
        self._changed = True

    def __delitem__(self, key: str) -> None:
        self._used.pop(key, None)
        self._old.pop(key, None)
        self._changed = True

    def __iter__(self) -> Iterator[str]:
        return iter(self._used)

    def __len__(self) -> int:
        return len(self._used)

    def close(self) -> None:
        """Write what was asked for, where that is not what lies there. In a process that asked for nothing nothing is done."""
        if self._changed or (self._opened and len(self._used) < len(self._old)):
            _write(self._path, self._used)
            self._changed, self._old = False, dict(self._used)


@cache
def program_version() -> str:
    """A hash of the program's own files: what it kept from an earlier version of itself is not used."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@dataclass(frozen=True)
class Shelf:
    """A part of a drawer, all of whose values hang on the same besides their keys."""

    drawer: MutableMapping[str, Any]
    on: str

    def get(self, key: str, /) -> Any:
        return self.drawer.get(f"{self.on}{key}")

    def __setitem__(self, key: str, value: Any, /) -> None:
        self.drawer[f"{self.on}{key}"] = value


Shelves = Callable[..., Shelf]  # the shelf of this name, by what its values hang on


def shelves(drawer: MutableMapping[str, Any]) -> Shelves:
    def shelf(name: str, *on: Any) -> Shelf:
        return Shelf(drawer, f"{name} {hashlib.sha256(to_json(on)).hexdigest()[:24]} ")

    return shelf


def drawer(inputs: Path, name: str, version: str = "") -> Drawer:
    """The drawer of that name for these inputs, as this version of the program left it, or as the one that is named."""
    named = hashlib.sha256(f"{inputs.resolve()}\x1f{version or program_version()}".encode()).hexdigest()[:24]
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / FOLDER
    return Drawer(folder / f"{named}-{name}.json")


def _read(path: Path) -> dict[str, Any]:
    """The first line is the hash of what follows: half a file, or one that somebody changed, is none."""
    try:
        written, _, data = path.read_bytes().partition(b"\n")
        value = orjson.loads(data) if written.decode("ascii", "replace") == _sum(data) else {}
    except (OSError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}


def _write(path: Path, values: dict[str, Any]) -> None:
    data = orjson.dumps(values)
    try:
        if len(data) > LARGEST:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        partial = path.with_suffix(f".{os.getpid()}")
        partial.touch(mode=0o600)
        partial.write_bytes(b"%s\n%s" % (_sum(data).encode(), data))
        partial.replace(path)
        _prune(path.parent)
    except OSError:  # a machine without a place for it does all anew, that is all
        return


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _prune(folder: Path) -> None:
    files = sorted((p for p in folder.iterdir() if p.is_file()), key=lambda p: p.stat().st_mtime, reverse=True)
    for path in files[MOST:]:
        path.unlink(missing_ok=True)
