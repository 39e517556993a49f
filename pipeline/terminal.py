"""What a run tells the officer: progress while it works; then the files, the laws, and what needs attention."""

from __future__ import annotations

import re
import shutil
import sys
import textwrap
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TextIO

NARROWEST, WIDEST, UNKNOWN = 100, 120, 110
COUNTED = re.compile(r"read (\d+)/(\d+)")
LISTED = 12  # lines of one kind; the rest is counted, and stands in report.json
ELLIPSIS = "…"
Report = Mapping[str, Any]

ATTENTION = {
    "unreadable": ("Not readable: listed in both outputs, nothing of it is shown", ""),
    "quarantined": ("Quarantined: not opened for safety, listed in both outputs", ""),
    "unassigned": ("Of nobody's: text in the annex, no marks", ""),
    "withheld": ("Withheld from the draft: in full in the annex",
                 "Place it by hand, and report the file with this run."),
    "to decide": ("To decide: left out until it is known whether it is a proposal",
                  "Ask the delegation whether it proposes it; if so, have it marked."),
    "no version": ("No version of the draft: paragraphs in the annex as sent",
                   "Place each paragraph by hand, or ask for the text in the draft."),
    "held": ("Held: counted here, never shown",
             "Ask the delegation whether it may circulate; if so, have it sent again unhidden."),
    "decision": ("Decisions of reviewers: not taken over, or taken over with a change",
                 "See the sheet of decisions left in comparison.xlsx: decide anew in the proposal's row, empty the row there."),
    "other version": ("Rebased: made on another version, carried over to the draft",
                      "Have the delegation look through its own file in by-contributor/."),
    "register": ("Which text holds is not sure: all of these stand", ""),
    "late": ("Received after the deadline: a flag, nothing is left out", ""),
    "unmarked": ("Changed beside the marks, taken as a proposal", "Confirm with the delegation."),
}  # fmt: skip
AFTER = ("corrected", "withdrawn", "superseded")  # notices that ask for nothing


def screen_width(out: TextIO) -> int:
    """The width to write for: the screen's, kept between what the table needs and what is pleasant to read."""
    columns = shutil.get_terminal_size((UNKNOWN, 24)).columns if out.isatty() else UNKNOWN
    return max(NARROWEST, min(columns, WIDEST))


class Progress:
    """Tells how far a run is, on stderr: one line that changes where somebody looks on, a line each tenth elsewhere."""

    def __init__(self, out: TextIO, quiet: bool = False) -> None:
        self.out, self.quiet, self.live = out, quiet, out.isatty()
        self._tenth = -1
        self._shown = False

    def __call__(self, message: str) -> None:
        if self.quiet:
            return
        if self.live:
            self.out.write("\r\x1b[K" + shortened(message, screen_width(self.out) - 1))
            self._shown = True
        elif self._worth_a_line(message):
            self.out.write(message + "\n")
        self.out.flush()

    def _worth_a_line(self, message: str) -> bool:
        counted = COUNTED.match(message)
        if counted is None:
            return True
        tenth = 10 * int(counted[1]) // int(counted[2])
        news, self._tenth = tenth > self._tenth, tenth
        return news

    def close(self) -> None:
        """Clear the line, so that what follows starts at the left."""
        if self._shown:
            self.out.write("\r\x1b[K")
            self.out.flush()
            self._shown = False


def told(report: Report, defaults: Sequence[str], width: int) -> str:
    """All that stands on the screen after a run, in the order in which an officer needs it."""
    parts = [settings(defaults, width), submissions(report, width), laws(report, width), attention(report, width)]
    return "\n\n".join(part for part in parts if part) + "\n"


def settings(defaults: Sequence[str], width: int) -> str:
    """The settings that were not given, with the values used in their place."""
    if not defaults:
        return ""
    lines = "; ".join(line.removeprefix("consolidation.toml: ") for line in defaults)
    short = lines.replace(" not set, using", " =").replace(" not set, left empty", " = empty")
    return textwrap.fill(f"Defaults used (no setting in consolidation.toml): {short}", width, subsequent_indent="  ")


def submissions(report: Report, width: int) -> str:
    """The table of received files."""
    head = ("file", "contributor", "form", "status", "proposals", "comments", "conflicts", "notices")
    conflicts, notices = _conflicts_of(report), Counter(x["file"] for x in report["notices"])
    rows = [
        (s["file"], "; ".join(s["contributors"]) or "(nobody)", s["form"], s["status"], s["proposals"], s["comments"],
         conflicts[s["file"]], notices[s["file"]])
        for s in report["submissions"]
    ]  # fmt: skip
    sums = [sum(int(row[i]) for row in rows) for i in (4, 5)]
    sums += [len(report["conflicts"]), sum(notices.values())]
    total = ("total", f"{_contributors(report)} contributors", "", "", *sums)
    return "\n".join(_table([head, *rows, total], width, flexible=(0, 1)))


def _contributors(report: Report) -> int:
    return len({name for s in report["submissions"] for name in s["contributors"]})


def _conflicts_of(report: Report) -> Counter[str]:
    """File -> how many conflicts it is a party to."""
    file_of = {p["id"]: p["submission"] for p in report["proposals"]}
    return Counter(file for c in report["conflicts"] for file in {file_of[p] for p in c["proposals"] if p in file_of})


def placements(report: Report, width: int) -> str:
    """What would stand where, in the order of the draft, how it was placed and how surely; then what has no place."""
    on_draft = [p for p in report["proposals"] if p["kind"] not in ("unplaced", "on the report")]
    head = ("proposal", "contributor", "provision", "type", "placed by", "sure", "conflict")
    rows = [
        (p["id"], "; ".join(p["contributors"]), p["provision"]["label"] or "(the whole)", p["type"], p["placed_by"], _sure(p),
         p["conflict"] or "")
        for p in on_draft
    ]  # fmt: skip
    table = "\n".join(_table([head, *rows], width, flexible=(2, 1)))
    return "\n\n".join([table, *_unplaced(report, width), *_on_report(report, width)])


def _sure(p: Mapping[str, Any]) -> str:
    return f"{p['confidence']:.2f}" if p["provision"]["id"] else ""


def _unplaced(report: Report, width: int) -> Iterator[str]:
    """Each with its candidates, where an officer finds it, and why it was not placed."""
    found = [p for p in report["proposals"] if p["kind"] == "unplaced"]
    if found:
        lines = [f"Unplaced ({len(found)}): choose a provision in placements.xlsx, put it into the inputs, run again"]
        lines += [_wrapped(f"{_named(p)}: {p['evidence'] or 'no evidence'}; candidates: {_candidates(p)}", width) for p in found]
        yield "\n".join(lines)


def _on_report(report: Report, width: int) -> Iterator[str]:
    """Comments on the Rapporteur's report with the provision to which each leads."""
    found = [p for p in report["proposals"] if p["kind"] == "on the report"]
    if found:
        head = ("comment", "contributor", "leads to", "by", "sure", "candidates")
        rows = [
            (p["id"], "; ".join(p["contributors"]), p["provision"]["label"], p["placed_by"], _sure(p), _candidates(p)) for p in found
        ]
        yield "\n".join([f"On the Rapporteur's report ({len(found)})", *_table([head, *rows], width, flexible=(5, 2))])


def _named(p: Mapping[str, Any]) -> str:
    return f"{p['id']} {'; '.join(p['contributors'])}, {p['submission']}, {p['source']}"


def _candidates(p: Mapping[str, Any]) -> str:
    return "; ".join(f"{label} ({share:.2f})" for label, share in p["candidates"][:3]) or "none"


def _table(rows: Sequence[Sequence[object]], width: int, flexible: tuple[int, int]) -> Iterator[str]:
    """Columns two spaces apart, numbers to the right; the two flexible ones share what room there is."""
    cells = [[shown(str(cell)) for cell in row] for row in rows]
    widths = [max(map(columns, column)) for column in zip(*cells, strict=True)]
    room = width - sum(w for i, w in enumerate(widths) if i not in flexible) - 2 * (len(widths) - 1)
    for column, most in zip(flexible, _shared(room, *(widths[i] for i in flexible)), strict=True):
        widths[column] = most
    numbers = [all(isinstance(row[i], int) for row in rows[1:]) for i in range(len(widths))]
    for number, row in enumerate(cells):
        yield "  ".join(_cell(cell, w, right) for cell, w, right in zip(row, widths, numbers, strict=True)).rstrip()
        if number == 0:
            yield "  ".join("-" * w for w in widths)


def _shared(room: int, first: int, second: int) -> tuple[int, int]:
    """Both as wide as they are where that fits; else the narrower keeps its width up to two fifths."""
    if first + second <= room:
        return first, second
    second = min(second, max(room * 2 // 5, room - first))
    return room - second, second


def _cell(text: str, width: int, right: bool) -> str:
    text = shortened(text, width)
    gap = " " * (width - columns(text))
    return gap + text if right else text + gap


def shown(text: str) -> str:
    """As a screen can show it: accents joined to their letters, no control characters."""
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    return "".join("?" if unicodedata.category(c).startswith("C") else c for c in text)


def columns(text: str) -> int:
    """How many columns of the screen a text takes: Japanese signs take two, combining accents none."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def shortened(text: str, width: int) -> str:
    """The text with its middle left out where it is too wide: the ends of a file name tell most."""
    if columns(text) <= width:
        return text
    tail_width = (width - 1) // 2
    return _fitting(text, width - 1 - tail_width) + ELLIPSIS + _fitting(text[::-1], tail_width)[::-1]


def _fitting(text: str, width: int) -> str:
    while columns(text) > width:
        text = text[: max(1, width) if len(text) > width + 1 else -1]
    return text


def laws(report: Report, width: int) -> str:
    """The laws of the work with the figures on which each was judged."""
    found = report["laws"]
    lines = [f"  {number}  {name:<44}{figures}" for number, (name, figures) in enumerate(_judged(found, report))]
    problems = [_wrapped(f"broken: {problem}", width) for problem in found["problems"][:LISTED]]
    return "\n".join(["Laws", *lines, *problems, *_more(len(found["problems"]), "laws.problems")])


def _judged(found: Mapping[str, Any], report: Report) -> list[tuple[str, str]]:
    views, own, total = found["own_view"], found.get("by_contributor", {}), found["completeness"]
    views_told = f"{_share(views)} contributors" + (f"; own documents {_share(own)}" if own else "")
    came, went = total["in"], total["out"]
    same = {None: "not checked (--twice runs again and compares)", True: "holds: a second run wrote the same bytes"}
    return [
        ("all marks rejected: the draft", _holds(found["reject_all"])),
        ("one contributor's marks: what it sent", views_told),
        ("each mark carries exactly its contributors", _holds(found["attribution"])),
        ("nothing lost: marks, comments, rows, prose", f"{came} in {'=' if came == went else 'BUT'} {went} out"),
        ("same inputs, same bytes", same.get(found["determinism"], "BROKEN")),
        ("same ids in document and workbook", f"{_holds(found['same_ids'])}: {len(report['proposals'])} proposals"),
        ("no personal or hidden matter", f"{_holds(not found['leaks'])}: {len(found['leaks'])} leaks"),
    ]  # fmt: skip


def _share(views: Mapping[str, bool]) -> str:
    return ("" if all(views.values()) else "BROKEN: ") + f"{sum(views.values())}/{len(views)}"


def _holds(holds: bool) -> str:
    return "holds" if holds else "BROKEN"


def attention(report: Report, width: int) -> str:
    """What a person must look at: what it is, file, place, and what to do."""
    by_kind: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    for notice in report["notices"]:
        by_kind[notice["kind"]].append(notice)
    kinds = [*ATTENTION, *sorted(by_kind.keys() - ATTENTION.keys() - set(AFTER)), *AFTER]
    blocks = [_block(kind, by_kind[kind], width) for kind in kinds if by_kind[kind]]
    return "\n".join(["Needs attention" if blocks else "Nothing needs attention.", *blocks])


def _block(kind: str, found: Sequence[Mapping[str, str]], width: int) -> str:
    title, remedy = ATTENTION.get(kind, (kind.capitalize(), ""))
    lines = [f"  {title} ({len(found)})"]
    lines += [_wrapped(f"{x['file']}: {x['place']}: {x['message']}", width) for x in found[:LISTED]]
    lines += [*_more(len(found), "notices")]
    return "\n".join([*lines, *([f"    -> {remedy}"] if remedy else [])])


def _wrapped(text: str, width: int) -> str:
    return textwrap.fill(shown(text), width, initial_indent="    ", subsequent_indent="      ", break_on_hyphens=False)


def _more(count: int, key: str) -> Iterable[str]:
    return [f"    … and {count - LISTED} more, in report.json ({key})"] if count > LISTED else []


def say(text: str) -> None:
    """To stdout; a screen that cannot show a sign gets a question mark, not a crash."""
    out = sys.stdout
    encoding = out.encoding or "utf-8"
    out.write(text.encode(encoding, "replace").decode(encoding))
    out.flush()
