"""The register: which of the files that a contributor sent stands, and what replaces, adds to, corrects or takes back what.

The symbols are the Organization's: ``rev.`` replaces, ``add.`` adds, ``corr.`` corrects, stacked as in ``rev. 1 add. 2``. Dates
decide only where they were given (by the officer or the file name): the day on which a file was last saved says when somebody
opened it, not which of two texts holds. What is not sure stands, with a notice: a conflict is seen, a lost proposal is not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .config import Config
from .model import Comment, Edit, Entry, Notice, Status, Submission, readable
from .register import date_in, load_register
from .remarks import Remark

NOT_READ = ("unreadable", "quarantined")
GONE = ("superseded", "withdrawn", "withheld", "unassigned")
TAKING_BACK = ("withdrawal", "general comment", "comment")
SAME_TEXT = 0.5  # share of words from which two new paragraphs at one place are one paragraph, corrected

Path = tuple[tuple[str, int], ...]  # (("rev", 1), ("add", 2))


# ---- what the symbols say


def path_of(symbol: str | None) -> Path:
    """ "rev. 1 add. 2" as steps; no symbol is the first text: ()."""
    words = (symbol or "").lower().replace(".", "").split()
    pairs = zip(words[::2], (*words[1::2], "1"), strict=False)
    return tuple((kind, int(number) if number.isdigit() else 1) for kind, number in pairs)


def revision(path: Path, of: Path) -> int | None:
    """Which revision of the text ``of`` this belongs to; 0 is the text itself; None where it stands beside it."""
    if path[: len(of)] != of:
        return None
    if path == of:
        return 0
    kind, number = path[len(of)]
    return number if kind == "rev" else None


# ---- the files as they stand


@dataclass(frozen=True)
class _Fall:
    """Why a file no longer stands."""

    status: Status
    reason: str
    message: str


def settled(submissions: Sequence[Submission], config: Config | None = None) -> list[Submission]:
    """Replaced files superseded, those taken back withdrawn, files of nobody's unassigned, late ones told. History is kept."""
    config = config or Config()
    given = {s.file: day for s in submissions if (day := given_date(s.file, config))}
    families = _families(submissions)
    falls: dict[str, _Fall] = {}
    notices: dict[str, list[Notice]] = defaultdict(list)
    for family in families.values():
        falls |= _revised(family, given, notices)
        falls |= _later_versions([s for s in family if s.file not in falls], given, notices)
    falls |= _taken_back(submissions, falls, config, notices)
    for s in submissions:
        notices[s.file] += _late(s, config)
    return [_as_it_stands(s, falls.get(s.file), notices[s.file]) for s in submissions]


def given_date(file: str, config: Config) -> str | None:
    """The date that the officer or the file name gives; not that of the file's last saving."""
    name = file.rsplit("/", 1)[-1]
    return config.received.get(name) or config.received.get(file) or date_in(name)


def _families(submissions: Iterable[Submission]) -> dict[tuple[object, ...], list[Submission]]:
    """Readable files by contributors; copies of the Rapporteur's report apart from what is on the draft."""
    out: dict[tuple[object, ...], list[Submission]] = defaultdict(list)
    for s in submissions:
        if s.contributors and s.status not in NOT_READ:
            out[s.contributors, _on_report(s)].append(s)
    return out


def _on_report(s: Submission) -> bool:
    return bool(s.base) and s.status == "comments-only"


def is_version(s: Submission) -> bool:
    """Whether the file is a version of the text, not an answer beside it."""
    return s.form in ("tracked", "clean") or s.draft_span is not None


def _as_it_stands(s: Submission, fall: _Fall | None, notices: Sequence[Notice]) -> Submission:
    if s.status in NOT_READ:
        return replace(s, notices=(*s.notices, *notices))
    if not s.contributors:
        s = _unassigned(s)
    if fall is None:
        return replace(s, notices=(*s.notices, *notices))
    ledger = (*(_fallen(e, fall.status) for e in s.ledger if e.state != "held"), *(e for e in s.ledger if e.state == "held"))
    told = Notice(fall.status, s.file, "file", fall.message)
    return replace(
        s, status=fall.status, reason=fall.reason, edits=(), comments=(), prose=(), remarks=(), ledger=ledger, notices=(told, *notices)
    )


def _fallen(e: Entry, status: Status) -> Entry:
    return replace(e, state="withdrawn" if status == "withdrawn" else "superseded")


def _late(s: Submission, config: Config) -> list[Notice]:
    if not is_late(s.received, config):
        return []
    return [Notice("late", s.file, "file", f"Received {s.received}, after the deadline of {config.deadline}. A flag: nothing is left out.")]


def is_late(received: str | None, config: Config) -> bool:
    return bool(received and config.deadline and received > config.deadline)


# ---- revisions


def _revised(family: Sequence[Submission], given: Mapping[str, str], notices: dict[str, list[Notice]]) -> dict[str, _Fall]:
    """What a ``rev.`` replaces: lower revisions with all that is stacked on them, and the first text."""
    falls: dict[str, _Fall] = {}
    revisions = [s for s in family if _kind(s) == "rev"]
    for of in sorted({path_of(s.symbol)[:-1] for s in revisions}):
        newer = [s for s in revisions if path_of(s.symbol)[:-1] == of]
        older = [s for s in family if s not in newer or _number(s) < max(map(_number, newer))]
        for s in older:
            later = [r for r in newer if _replaces(r, s, of, given)]
            like = [r for r in later if is_version(r) == is_version(s)]
            if like:
                falls.setdefault(s.file, _replaced_by(max(like, key=_number)))
            elif later:
                why = "it is a version of the text" if is_version(s) else "it is no version of the text"
                notices[s.file].append(_beside(s, later[0], why))
            elif revision(path_of(s.symbol), of) == 0:
                notices[s.file].append(_beside(s, newer[0], "it came later"))
    return falls


def _kind(s: Submission) -> str:
    """Of the last step of its symbol, "" for a first text."""
    path = path_of(s.symbol)
    return path[-1][0] if path else ""


def _number(s: Submission) -> int:
    return path_of(s.symbol)[-1][1]


def _replaces(r: Submission, s: Submission, of: Path, given: Mapping[str, str]) -> bool:
    """Whether the revision replaces a file, as far as symbols and given dates tell.

    A text without a symbol that came after the revision is no earlier text; a correction that came before it corrects what
    the revision replaces.
    """
    path = path_of(s.symbol)
    dates = (given.get(s.file, ""), given.get(r.file, ""))
    if path == of:
        return not (all(dates) and dates[0] > dates[1])
    if path[:-1] == of and path[-1][0] == "corr":
        return all(dates) and dates[0] < dates[1]
    number = revision(path, of)
    return number is not None and number < _number(r)


def _beside(s: Submission, r: Submission, why: str) -> Notice:
    message = f"Stands beside {r.file}, which replaces an earlier text: {why}. If it is replaced as well, take it out of the folder."
    return Notice("register", s.file, "file", message)


def _replaced_by(newest: Submission) -> _Fall:
    who = "; ".join(newest.contributors)
    return _Fall(
        "superseded", f"replaced by {newest.symbol}", f"Replaced by {newest.symbol} of {who}; kept in the register, not shown."
    )


# ---- dates


def _later_versions(family: Sequence[Submission], given: Mapping[str, str], notices: dict[str, list[Notice]]) -> dict[str, _Fall]:
    """Of versions of the text without a symbol the latest stands, where dates were given for all; else all stand."""
    texts: dict[str, list[Submission]] = defaultdict(list)
    for s in family:
        if is_version(s) and s.edits and not s.symbol:
            texts[s.base].append(s)
    falls: dict[str, _Fall] = {}
    for versions in texts.values():
        days = sorted(given.get(s.file, "") for s in versions)
        if len(versions) < 2:
            continue
        if days[0] and days[-1] != days[-2]:
            last = max(versions, key=lambda s: given[s.file])
            falls |= {s.file: _replaced_later(last, days[-1]) for s in versions if s is not last}
            continue
        files = ", ".join(sorted(s.file for s in versions))
        message = (
            f"{len(versions)} versions of the text without rev., add. or corr.: {files}. All stand; if one replaces the others,"
            " give their dates under [received], or take the others out."
        )
        for s in versions:
            notices[s.file].append(Notice("register", s.file, "file", message))
    return falls


def _replaced_later(last: Submission, day: str) -> _Fall:
    who = "; ".join(last.contributors)
    message = f"Replaced by {last.file}, the version of {who} received {day}; kept in the register, not shown."
    return _Fall("superseded", f"replaced by {last.file}, received {day}", message)


# ---- withdrawals of all that was sent


def _taken_back(
    submissions: Sequence[Submission], falls: Mapping[str, _Fall], config: Config, notices: dict[str, list[Notice]]
) -> dict[str, _Fall]:
    out: dict[str, _Fall] = {}
    for letter in submissions:
        if letter.file in falls or letter.status in NOT_READ or not letter.contributors or not _withdraws_all(letter, config):
            continue
        for s in submissions:
            if s is letter or s.status in NOT_READ or s.file in falls or not set(s.contributors) & set(letter.contributors):
                continue
            stands = _not_taken_back(s, letter)
            if stands:
                notices[s.file].append(Notice("register", s.file, "file", f"Stands, though {letter.file} withdraws all: {stands}."))
            else:
                message = f"Withdrawn by {letter.file}; kept in the register, not shown."
                out[s.file] = _Fall("withdrawn", f"withdrawn by {letter.file}", message)
    return out


def _withdraws_all(letter: Submission, config: Config) -> bool:
    """Whether it says so for its own contributor, and of no place."""
    if not any(r.kind in TAKING_BACK for r in letter.remarks):
        return False
    from .citations import parse  # patterns of four languages, for letters that take something back
    from .letters.withdrawn import withdraws_all

    said = [r.text for r in letter.remarks if r.kind in TAKING_BACK and not (r.provision or r.reference or parse(r.text))]
    said = [text for text in said if withdraws_all(text)]
    if not said:
        return False
    register = load_register(config.contributors)
    return any(all(c.name in letter.contributors for c in register.named_in(text)) for text in said)


def _not_taken_back(s: Submission, letter: Submission) -> str:
    """Why a file of the same contributor is not withdrawn, "" where it is."""
    if s.contributors != letter.contributors:
        return "it is joint" if len(s.contributors) > 1 else "the withdrawal is joint"
    return "it came later" if s.received and letter.received and s.received > letter.received else ""


# ---- corrections, once everything is placed


def corrected(submissions: Sequence[Submission]) -> tuple[Submission, ...]:
    """Where a ``corr.`` touches the words of the text that it corrects, its own change stands alone."""
    out = list(submissions)
    live = [s for s in submissions if s.status not in (*NOT_READ, *GONE)]
    for correction in sorted((s for s in live if _kind(s) == "corr"), key=lambda s: (path_of(s.symbol), s.file)):
        for k, s in enumerate(out):
            if s.file != correction.file and s.status not in (*NOT_READ, *GONE) and _corrects(correction, s):
                out[k] = _corrected(s, correction)
    return tuple(out)


def _corrects(correction: Submission, s: Submission) -> bool:
    if s.contributors != correction.contributors or s.base != correction.base:
        return False
    path, own = path_of(s.symbol), path_of(correction.symbol)
    of, number = own[:-1], own[-1][1]
    earlier = path[:-1] == of and path[-1:] != () and path[-1][0] == "corr" and path[-1][1] < number
    return path == of or earlier or (not of and all(kind == "rev" for kind, _ in path))


def _corrected(s: Submission, correction: Submission) -> Submission:
    out = [e for e in s.edits if any(touches(e, c) for c in correction.edits)]
    moves = {e.move for e in out if e.move}
    out += [e for e in s.edits if e.move in moves and e not in out]
    beside = list(_said_beside(s, correction, out))
    if not out or s.status == "rebased":  # what a rebased text inserts must all be seen, for its whole view cannot be had
        told = [_to_settle(correction, s, e.source) for e in out]
        return replace(s, notices=(*s.notices, *told, *beside)) if told or beside else s
    kept = tuple(e for e in s.edits if e not in out)
    places = {e.source for e in out} - {e.source for e in kept}
    ledger = tuple(replace(x, state="superseded") if x.state == "merged" and x.place in places else x for x in s.ledger)
    where = "; ".join(dict.fromkeys(e.source for e in out))
    notice = Notice("corrected", s.file, where, f"Corrected by {correction.file}; kept in the register, not shown as a mark.")
    return replace(s, edits=kept, ledger=ledger, notices=(*s.notices, notice, *beside))


def touches(e: Edit, other: Edit) -> bool:
    """Whether two changes are of the same words, or put words in the same place."""
    if e.story != other.story:
        return False
    if e.start == e.end and other.start == other.end:
        return e.start == other.start and not (_new(e) and _new(other) and _alike(e, other) < SAME_TEXT)
    if e.start == e.end or other.start == other.end:
        point, span = (e, other) if e.start == e.end else (other, e)
        return span.start < point.start < span.end
    return e.start < other.end and other.start < e.end


def _new(e: Edit) -> bool:
    return any(span.kind in ("paragraph", "row", "table") for span in e.inserted)


def _alike(e: Edit, other: Edit) -> float:
    one, two = (set(readable(x.inserted).lower().split()) for x in (e, other))
    return len(one & two) / max(1, min(len(one), len(two)))


def _said_beside(s: Submission, correction: Submission, out: Sequence[Edit]) -> Iterator[Notice]:
    """Corrections that stand as a comment alone, at a provision where the corrected text keeps its mark."""

    def within(e: Edit, c: Comment) -> bool:
        return e.story == c.story and c.start <= e.start and e.end <= c.end

    for c in correction.comments:
        if c.kind != "comment" or c.end <= c.start or any(within(e, c) for e in correction.edits):
            continue
        if any(within(e, c) and e not in out for e in s.edits):
            yield _to_settle(correction, s, c.source)


def _to_settle(correction: Submission, s: Submission, place: str) -> Notice:
    message = f"The correction stands beside what {s.file} asks for at the same place: ask which of the two holds."
    return Notice("register", correction.file, place, message)


# ---- of nobody's


def _as_sent(r: Remark) -> str:
    """A remark of a table or letter with all that its columns say."""
    parts = [p.strip() for p in (r.reference, r.type, r.text, r.proposed)]
    return "\n".join(p for k, p in enumerate(parts) if p and not any(p in other for other in parts[k + 1 :]))


def _unassigned(s: Submission) -> Submission:
    """No contributor is known: no marks; what the file changes and says stands in an annex."""
    changed = [(e.source, readable(e.inserted).strip()) for e in s.edits if readable(e.inserted).strip()]
    said = [(c.source, c.text) for c in s.comments] + [(r.place, _as_sent(r)) for r in s.remarks]
    ledger = tuple(replace(e, state="unplaced") if e.state in ("merged", "comment", "formatting", "support") else e for e in s.ledger)
    notice = Notice("unassigned", s.file, "file name", "The file name holds no registered name: no marks are made from it."
                    " Name the contributor"
                    f' in consolidation.toml, [files] "{s.file}" = "…".')  # fmt: skip
    return replace(
        s, status="unassigned", edits=(), comments=(), prose=(*s.prose, *changed, *said), ledger=ledger,
        notices=(*s.notices, notice), reason="no contributor in the file name",
    )  # fmt: skip
