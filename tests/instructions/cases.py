"""Reads the cases in plain text and says what became of each."""

import re
from dataclasses import dataclass
from pathlib import Path

from pipeline.instructions import Applied, Refused, amended, apply, apply_all, parse

HERE = Path(__file__).parent
MARK = "¶"  # a paragraph mark in an expected text


@dataclass(frozen=True)
class Case:
    number: str
    lang: str
    draft: str
    say: str
    expected: str  # the key: expect, expect-deleted, refuse, ...
    value: str


def cases(name: str) -> list[Case]:
    blocks = (HERE / name).read_text(encoding="utf-8").split("\n---\n")
    return [_case(f"{name}:{number}", block) for number, block in enumerate(blocks, 1) if "say:" in block]


def _case(number: str, block: str) -> Case:
    found = dict(re.findall(r"^([a-z-]+):[ ]?(.*)$", block, re.M))
    key = next(k for k in found if k.startswith(("expect", "refuse")))
    return Case(number, found["lang"], found["draft"], found["say"].replace("\\n", "\n"), key, found[key].strip())


def outcome(case: Case) -> Applied | Refused:
    """All instructions of the case on its draft; nothing to do counts as a refusal."""
    said = parse(case.say, case.lang)
    if not said:
        return Refused("not understood")
    return apply(said[0], case.draft) if len(said) == 1 else apply_all(said, case.draft)


def wrong(case: Case, done: Applied | Refused) -> str:
    """What the engine did that it should not have done; a refusal is never wrong."""
    if isinstance(done, Refused) or shown(done, case.draft) == (case.expected, case.value) or _same_places(case, done):
        return ""
    return f"{case.number}: {case.say}\n    {shown(done, case.draft)}\n    expected {case.expected}: {case.value}"


def missed(case: Case, done: Applied | Refused) -> str:
    """What it should have done, or refused for another reason."""
    if not isinstance(done, Refused):
        return wrong(case, done)
    if case.expected == "refuse" and (case.value in ("*", str(done)) or (case.value == "found N times" and done.times > 1)):
        return ""
    return f"{case.number}: {case.say}\n    refused: {done}\n    expected {case.expected}: {case.value}"


def shown(done: Applied, draft: str) -> tuple[str, str]:
    if done.action in ("edit", "split"):
        return "expect", amended(draft, done.edits).replace("\n", MARK)
    if done.action == "rewrite":
        return "expect", done.new_text
    if done.action in ("insert after", "insert before"):
        return f"expect-new-{done.action.split()[1]}", done.new_text
    return ("expect-deleted", "") if done.action == "delete" else (f"expect-{done.action}", done.target)


def _same_places(case: Case, done: Applied) -> bool:
    """ "10; 11" and "paragraphs 10 and 11" name the same."""
    if done.action not in ("move", "merge") or case.expected != f"expect-{done.action}":
        return False
    return re.findall(r"\d+|\(?\w\)", case.value) == re.findall(r"\d+|\(?\w\)", done.target)
