"""The placements of a run against the key that was written by hand before it (tests/samples/key.tsv)."""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

KEY = Path(__file__).parent / "samples" / "key.tsv"
SURE = 0.8


@dataclass(frozen=True)
class Row:
    """One thing that a careful officer finds in a file, and where it belongs; labels () where it has no place."""

    file: str
    place: str
    kind: str
    labels: tuple[str, ...]
    sure: bool
    report: bool


@dataclass(frozen=True)
class Verdict:
    """found: the labels at which the remark stands. right: "" where the key and the run agree, else what is wrong."""

    row: Row
    found: tuple[tuple[str, float], ...]
    right: str


def key_rows() -> list[Row]:
    with KEY.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [_row(r) for r in rows]


def _row(r: dict[str, str]) -> Row:
    labels = tuple(x for x in (r["provisions"] or "").split(";") if x)
    report = bool(labels) and labels[0].startswith("RAP:")
    return Row(r["file"], r["place"], r["kind"], labels[1:] if report else labels, r["sure"] == "yes", report)


def verdicts(outputs: Path, rows: list[Row] | None = None) -> list[Verdict]:
    """Each row of the key, that of the samples unless given, with what the run made of it."""
    proposals: list[dict[str, Any]] = orjson.loads((outputs / "stages" / "align.json").read_bytes())
    return [_verdict(row, proposals) for row in rows or key_rows()]


def _verdict(row: Row, proposals: list[dict[str, Any]]) -> Verdict:
    own = [p for p in proposals if p["submission"] == row.file and _is_meant(row, p)]
    found = tuple((p["label"], p["confidence"]) for p in own if p["provision"])
    return Verdict(row, found, _wrong(row, own, found))


def _is_meant(row: Row, p: dict[str, Any]) -> bool:
    source = p["source"].split(", cell")[0]
    if p["label"].lower() == row.place or source == row.place or source.endswith(", " + row.place):
        return True
    words = " ".join([p["draft_text"], p["proposed_text"], p["comment"]["text"] if p["comment"] else ""])
    return _plain(row.place) in _plain(words)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _wrong(row: Row, own: list[dict[str, Any]], found: tuple[tuple[str, float], ...]) -> str:
    if row.kind == "no comments":
        return ""
    if not own:
        return "not found in the outputs"
    labels = {re.sub(r"^(after|before) | to after .*$", "", label) for label, _ in found}
    if row.report and row.kind == "report correction" and not labels:
        return ""
    if not row.labels:
        return "" if not labels or not row.sure else f"placed at {sorted(labels)}, has no place"
    if not labels:
        return "unplaced"
    rows = {label.split(", column")[0] for label in row.labels if ", column" in label}
    strange = {x for x in labels if x not in row.labels and x.removesuffix(", column 1") not in rows}  # a row as a whole: its first cell
    return f"placed at {sorted(strange)}" if strange else ""


def shown(found: list[Verdict]) -> Iterator[str]:
    for v in found:
        if v.right:
            yield f"{v.row.file} | {v.row.place[:60]} | {v.row.kind} | {';'.join(v.row.labels)} | sure {v.row.sure} | {v.right}"


if __name__ == "__main__":
    judged = verdicts(Path(sys.argv[1]))
    print("\n".join(shown(judged)))
    proposals = [v for v in judged if v.row.kind == "proposal"]
    placed = [v for v in proposals if v.found]
    wrong = [v for v in judged if v.right.startswith("placed")]
    bad = sum(bool(v.right) for v in judged if v.row.sure)
    print(f"{len(judged)} rows; proposals {len(proposals)}, placed {len(placed)}; wrong {len(wrong)}; sure rows wrong or unplaced {bad}")
