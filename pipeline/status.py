"""Who has answered, who has not, and how long there is: told from the inputs alone, in a second, before anything is read.

A file counts as an answer when it can be opened; what it says is for the consolidation to find. Member states are counted
apart from groups, organs and others, and a group's answer is never counted for its members.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from .config import NAME, Config, load_config
from .errors import InputError, Unreadable
from .forms.limits import load, odt_parts
from .ingest import WORD, Received, received_files, refuse_form
from .ooxml.preflight import read_checked
from .readers.answer import FORMS, WORKBOOKS
from .readers.submission import last_saved
from .register import CAPACITIES, Contributor, Register, load_register
from .settled import given_date, is_late

TODAY = "today"
STATE = CAPACITIES["state"]
PLURALS = {
    "group": "groups", "permanent observer": "permanent observers", "organ": "organs",
    "international organisation": "international organisations", "civil society": "civil society",
}  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """One received file. problem: why it cannot be read, and what to ask for; "" where it can."""

    file: str
    contributors: tuple[str, ...]
    symbol: str | None
    received: str | None
    late: bool
    problem: str


@dataclass(frozen=True)
class Status:
    """The answers on one day. asked: the member states that take part, in the meeting's order."""

    day: str
    day_from: str
    deadline: str
    cut_off: str
    asked: tuple[str, ...]
    answers: tuple[Answer, ...]
    bodies: tuple[Contributor, ...]  # who answered and is no member state that takes part

    @property
    def answered(self) -> tuple[str, ...]:
        readable = {name for a in self.answers if not a.problem for name in a.contributors}
        return tuple(name for name in self.asked if name in readable)

    @property
    def not_readable(self) -> tuple[str, ...]:
        """States whose every file must be asked for again."""
        sent = {name for a in self.answers for name in a.contributors}
        return tuple(name for name in self.asked if name in sent and name not in self.answered)

    @property
    def not_answered(self) -> tuple[str, ...]:
        return tuple(name for name in self.asked if name not in self.answered and name not in self.not_readable)

    @property
    def late(self) -> tuple[Answer, ...]:
        return tuple(a for a in self.answers if a.late)

    @property
    def only_late(self) -> tuple[str, ...]:
        """States that sent nothing readable in time; an addition that came late makes nobody late."""
        in_time = {name for a in self.answers if not (a.problem or a.late) for name in a.contributors}
        return tuple(name for name in self.answered if name not in in_time)

    @property
    def days_left(self) -> int | None:
        """To the deadline; negative after it, None where none is set."""
        return days_between(self.day, self.deadline) if self.deadline else None

    def as_json(self) -> dict[str, Any]:
        return {
            "date": self.day, "date_from": self.day_from, "deadline": self.deadline or None, "days_to_deadline": self.days_left,
            "cut_off": self.cut_off or None,
            "member_states": {
                "asked": len(self.asked), "answered": list(self.answered), "not_readable": list(self.not_readable),
                "not_answered": list(self.not_answered), "late": list(self.only_late),
            },
            "capacities": {STATE: len(self.answered)} | {c: [b.name for b in self.bodies if b.capacity == c] for c in PLURALS},
            "late_files": [a.file for a in self.late],
            "files": [
                {"file": a.file, "contributors": list(a.contributors), "symbol": a.symbol, "received": a.received, "late": a.late,
                 "problem": a.problem or None}
                for a in self.answers
            ],
        }  # fmt: skip


def status_of(inputs: Path, on: str = "") -> Status:
    """The answers that lie in INPUTS/submissions. on: the day ("2004-11-01", "today"), else that of the settings."""
    if not inputs.is_dir():
        raise InputError("the inputs folder is missing", file=str(inputs), remedy="Name it: --inputs DIR, or make status INPUTS=DIR")
    config, _ = load_config(inputs)
    register = load_register(config.contributors)
    answers = tuple(_answer(file, config) for file in received_files(inputs, config, register))
    day, day_from = day_of(on, config)
    asked = tuple(c.name for c in register.states)
    return Status(day, day_from, config.deadline, config.cut_off, asked, answers, _bodies(register, answers))


def day_of(on: str, config: Config) -> tuple[str, str]:
    """The day, and where it comes from: the inputs unless asked for otherwise, so that the same inputs tell the same."""
    if on == TODAY:
        return date.today().isoformat(), "the clock (--date today)"
    if on:
        try:
            return date.fromisoformat(on).isoformat(), "--date"
        except ValueError:
            raise InputError(f'"{on}" is no date', file="--date", remedy="Write it as 2004-11-01, or today") from None
    key = "date" if config.date != config.cut_off else "cut_off"
    return config.date, f"[meeting] {key} in {NAME}; --date sets another, --date today takes the clock's"


def days_between(day: str, other: str) -> int:
    return (date.fromisoformat(other) - date.fromisoformat(day)).days


def _bodies(register: Register, answers: Iterable[Answer]) -> tuple[Contributor, ...]:
    sent = {name for a in answers if not a.problem for name in a.contributors}
    return tuple(c for c in register.contributors if c.name in sent and c not in register.states)


def _answer(file: Received, config: Config) -> Answer:
    own, problem = None, ""
    try:
        own = _looked_at(file.path)
    except Unreadable as error:
        problem = f"{error.message}. {error.remedy}".strip(" .")
    received, contributors = given_date(file.name, config) or own, tuple(c.name for c in file.named.contributors)
    return Answer(file.name, contributors, file.named.symbol, received, is_late(received, config), problem)


def _looked_at(path: Path) -> str | None:
    """The date that the file itself gives. Raises Unreadable where it cannot be opened; nothing in it is read."""
    suffix = path.suffix.lower()
    if suffix in WORD:
        return last_saved(read_checked(path))
    if suffix not in FORMS:
        refuse_form(path)
    data, form = load(path, suffix)
    if form == ".odt":
        odt_parts(data)
    if form == ".docx" and suffix not in WORKBOOKS:
        return last_saved(read_checked(path))
    return _sent(data) if form == ".eml" else None


def _sent(data: bytes) -> str | None:
    try:
        return parsedate_to_datetime(str(BytesHeaderParser().parsebytes(data)["Date"])).date().isoformat()
    except (TypeError, ValueError, IndexError):
        return None


# ---- on the screen


def told(status: Status, width: int) -> str:
    """All of it for an officer: the day, the states, the others, the files to ask for again."""
    parts = [_days(status, width), _states(status, width), _others(status, width), _files(status, width)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _days(status: Status, width: int) -> str:
    lines = [f"As of {status.day} ({status.day_from})."]
    if status.days_left is None:
        lines.append("No deadline is set ([meeting] deadline).")
    else:
        lines.append(f"Deadline for answers {status.deadline}: {_left(status.days_left)}.")
    if status.cut_off:
        lines.append(f"Cut-off for the consolidated document {status.cut_off}: {_left(days_between(status.day, status.cut_off))}.")
    return "\n".join(_filled(line, width, "", "  ") for line in lines)


def _left(days: int) -> str:
    if not days:
        return "today"
    unit = "day" if abs(days) == 1 else "days"
    return f"{days} {unit} left" if days > 0 else f"{-days} {unit} ago"


def _states(status: Status, width: int) -> str:
    total = len(status.asked)
    lists = [
        ("answered", status.answered), ("of these, late", status.only_late),
        ("not readable", status.not_readable), ("not answered", status.not_answered),
    ]  # fmt: skip
    head = f"Member states: {len(status.answered)} of {total} have answered, {len(status.not_readable)} sent only what cannot be read."
    return "\n".join([head, *_listed(lists, width)])


def _others(status: Status, width: int) -> str:
    lists = [(plural, [b.name for b in status.bodies if b.capacity == c]) for c, plural in PLURALS.items()]
    lists.append(("other member states", [b.name for b in status.bodies if b.capacity == STATE]))
    lines = list(_listed([(what, names) for what, names in lists if names], width))
    return "\n".join(["Apart from them (a group's answer is not its members'):", *lines]) if lines else ""


def _listed(lists: Iterable[tuple[str, Sequence[str]]], width: int) -> Iterator[str]:
    for what, names in lists:
        yield _filled(f"{what:<15}{len(names):>3}  {', '.join(names)}".rstrip(), width, "  ", " " * 22)


def _files(status: Status, width: int) -> str:
    groups = (
        ("Late, a flag and no reason to leave anything out", [f"{a.file}: {_after(a, status)}" for a in status.late]),
        ("To ask for again", [f"{a.file}: {a.problem}." for a in status.answers if a.problem]),
        ("Of nobody's: name the contributor under [files]", [a.file for a in status.answers if not a.contributors]),
    )
    blocks = [[f"{title} ({len(lines)}):", *(_filled(x, width, "  ", "    ") for x in lines)] for title, lines in groups if lines]
    return "\n\n".join("\n".join(block) for block in blocks)


def _after(a: Answer, status: Status) -> str:
    days = days_between(status.deadline, a.received or status.deadline)
    return f"received {a.received}, {days} day{'' if days == 1 else 's'} after the deadline"


def _filled(text: str, width: int, first: str, rest: str) -> str:
    return textwrap.fill(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
