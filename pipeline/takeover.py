"""What reviewers filled in, from one run to the next: inputs/decisions.xlsx, else the comparison.xlsx of the last outputs.

A workbook that stands as the last run wrote it is not read: its hash says that nothing was filled in. What had been filled in
before is in previous/decisions.json. The last workbook in which something was filled in is kept beside it as it was.
"""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import zipfile
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .config import Config
from .deciding import KIND, Filled, Shown, Vocabulary, beside, decide, folded, in_force
from .errors import InputError
from .model import Draft, Merged, Notice
from .ooxml.archive import Archive
from .register import names_in
from .store import load, read_json, write_json
from .writers.phrases import PHRASES, phrases
from .writers.plain import cleaner

GIVEN, WORKBOOK = "decisions.xlsx", "comparison.xlsx"
KEPT, COPY, WRITTEN = "previous/decisions.json", "previous/comparison.xlsx", "stages/comparison.json"
UNREAD = "previous/comparison-unreadable-{sum}.zip"
DECISIONS = (WORKBOOK, KEPT, COPY, WRITTEN, UNREAD.format(sum="*"))  # below outputs/: from which a run takes them
COLUMNS = (
    "id", "provision", "contributors", "type", "draft text", "proposed text", "rationale", "decision", "agreed", "note",
    "left reason", "source place",
)  # fmt: skip
TYPES = ("amend", "delete", "insert", "move", "comment", "general comment", "support", "reservation", "withdrawal", "format")


@dataclass(frozen=True)
class TakenOver:
    """rows: all that is filled in. copy: the workbook in which it was, to be kept; "" where the copy of the last run stands.

    lost: a workbook of the last outputs that cannot be read. old: the outputs folder of the last run.
    """

    rows: tuple[Filled, ...]
    old: Path
    copy: bytes | None = None
    lost: bytes | None = None


def taken_over(inputs: Path, old: Path, known: MutableMapping[str, Any]) -> TakenOver:
    """What holds for this run. known: rows by the hash of the file, of earlier runs. Raises InputError for a file in inputs/."""
    found = _of_outputs(old)
    given = inputs / GIVEN
    if not given.is_file():
        return found
    key = f"decisions {_sum(given)}"
    if key not in known:
        known[key] = [r for r in _read(given, GIVEN) if any(r.values)]
    rows = load(tuple[Filled, ...], _plain(known[key]))
    return replace(found, rows=(*rows, *beside(rows, found.rows, GIVEN)))


def _of_outputs(old: Path) -> TakenOver:
    """The workbook of the last outputs over what is kept beside it; the workbook is read only where somebody changed it."""
    kept = load(tuple[Shown, ...], read_json(old / KEPT)) if (old / KEPT).is_file() else ()
    before = TakenOver(tuple(k.row for k in kept), old)
    path = old / WORKBOOK
    if not path.is_file() or _sum(path) == _written(old):
        return before
    try:
        rows = tuple(in_force(_read(path, WORKBOOK), kept))
    except InputError:
        return replace(before, lost=path.read_bytes())
    return TakenOver(rows, old, harmless(path.read_bytes()) if rows else b"")


def _written(old: Path) -> str:
    return str(read_json(old / WRITTEN)["sha256"]) if (old / WRITTEN).is_file() else ""


def _read(path: Path, name: str) -> list[Filled]:
    from .readers.decisions import rows_of  # openpyxl is loaded where a workbook is read

    ends = (p["continued"].format(id="").strip() for p in PHRASES.values())
    return rows_of(path, titles(), frozenset(map(folded, ends)), name)


def titles() -> dict[str, frozenset[str]]:
    """Each column with its heads in the four languages."""
    return {key: frozenset(folded(p[k]) for p in PHRASES.values() for k in (key, f"old {key}") if k in p) for key in COLUMNS}


def _plain(rows: Any) -> Any:
    """As JSON gives it, whether it was read now or in an earlier run."""
    import orjson

    return orjson.loads(orjson.dumps(rows))


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


# ---- for this run


def with_decisions(merged: Merged, found: TakenOver, draft: Draft, config: Config, names: Mapping[str, str]) -> Merged:
    """The merge with the decisions that hold for its proposals, those that are left, and a notice of each. names: spoken -> own."""
    notices = [n for n in merged.notices if n.kind != KIND] + lost_ones(found)
    if not found.rows:
        return replace(merged, notices=tuple(notices), decisions={}, left=())
    taken = decide(found.rows, merged.proposals, vocabulary(draft, config, names))
    return replace(merged, notices=(*notices, *taken.notices), decisions=taken.decisions, left=taken.left)


def vocabulary(draft: Draft, config: Config, names: Mapping[str, str]) -> Vocabulary:
    english = PHRASES["en"]["decisions"].split(",")
    words = {folded(w): e for p in PHRASES.values() for w, e in zip(p["decisions"].split(","), english, strict=True)}
    types = {folded(w): t for t in TYPES for w in (t, *(p[f"type {t}"] for p in PHRASES.values()))}
    spoken = {folded(word): name for word, name in names.items()}
    spoken |= {folded(word): own for code in PHRASES if code != "en" for own, word in names_in(code).items()}
    note = phrases(config.language)["decision"] + ": {word}"
    return Vocabulary(words, types, spoken, cleaner(draft.atoms), note)


def lost_ones(found: TakenOver) -> list[Notice]:
    """Of each workbook that could not be read, as long as it lies there."""
    names = {path.name for path in found.old.glob(UNREAD.format(sum="*"))}
    names |= {_unread(found.lost)} if found.lost is not None else set()
    message = (
        "could not be read (damaged, or protected by a password): nothing that was filled in since the run before is taken over. "
        "Take it from outputs/previous/{name}, mend it, save it as inputs/decisions.xlsx and run again; then delete {name}"
    )
    return [Notice(KIND, WORKBOOK, "the whole file", message.format(name=name) + ".") for name in sorted(names)]


def _unread(data: bytes) -> str:
    return Path(UNREAD.format(sum=hashlib.sha256(data).hexdigest()[:8])).name


# ---- for the next run


def keep(found: TakenOver, merged: Merged, draft: Draft, config: Config, names: Mapping[str, str], target: Path) -> None:
    """previous/: what is filled in, as it was read and as it is shown now; the workbook in which it was."""
    (target / "previous").mkdir(parents=True, exist_ok=True)
    for path in sorted(found.old.glob(UNREAD.format(sum="*"))):
        shutil.copyfile(path, target / "previous" / path.name)
    if found.lost is not None:
        (target / "previous" / _unread(found.lost)).write_bytes(_packed({WORKBOOK: found.lost}))
    if found.copy:
        (target / COPY).write_bytes(found.copy)
    elif found.copy is None and (found.old / COPY).is_file():
        shutil.copyfile(found.old / COPY, target / COPY)
    if found.rows:
        write_json(target / KEPT, _shown(found, merged, draft, config, names))


def _shown(found: TakenOver, merged: Merged, draft: Draft, config: Config, names: Mapping[str, str]) -> list[Shown]:
    from .writers.decided import cells_of

    say, clean = phrases(config.language), cleaner(draft.atoms)
    owners = decide(found.rows, merged.proposals, vocabulary(draft, config, names)).owners
    left = iter(merged.left)
    out = []
    for row, ident in owners:
        decision = merged.decisions[ident] if ident else next(left).filled
        one, agreed, note = (clean(str(cell)) for cell in cells_of(decision, say))
        out.append(Shown(row, ident or row.id, (one, agreed, note), not ident))
    return out


# ---- a copy without what Excel tells of its user (law 6)

CORE = b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
APP = b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
PERSONAL = re.compile(
    rb"<x15ac:absPath[^>]*/>|<fileSharing[^>]*/>|(?<=<author>)[^<]*(?=</author>)|(?<=displayName=\")[^\"]*(?=\" id=)|(?<=userId=\")[^\"]*"
)


def harmless(data: bytes) -> bytes:
    """The workbook with its cells as they are, without names of persons and paths in its properties."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return _packed({name: _harmless(name, archive.read(name)) for name in archive.namelist() if not name.endswith("/")})


def _harmless(name: str, part: bytes) -> bytes:
    if name == "docProps/core.xml":
        return CORE
    if name == "docProps/app.xml":
        return APP
    cells = name.startswith("xl/worksheets/sheet") or name == "xl/sharedStrings.xml"
    return part if cells or not name.endswith(".xml") else PERSONAL.sub(b"", part)


def _packed(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with Archive(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
