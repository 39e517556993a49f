"""What the account says is not shown leaves a trace; what is lost without one is found (law 3)."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from pipeline.auditing.untold import is_untold
from pipeline.letters import segment
from pipeline.readers import answer
from pipeline.readers.untold import entry, trace
from pipeline.remarks import Block
from tests.meetings import meeting, run

COURTESY = "The Permanent Mission avails itself of this opportunity to renew the assurances of its highest consideration."
ASKED = "The delegation would welcome a clearer list of the areas that are responsible for each of the activities."


def test_a_courtesy_is_known_by_its_trace_and_another_sentence_is_not() -> None:
    traced = entry("paragraph", "paragraph 1", "courtesy", COURTESY).trace
    assert is_untold(COURTESY.upper(), set(traced))
    assert not is_untold(ASKED, set(traced))
    assert not is_untold(COURTESY, set())


def test_a_word_divided_otherwise_is_no_loss() -> None:
    assert is_untold(COURTESY.replace("opportunity", "oppor tunity"), set(trace(COURTESY)))


def test_what_is_shown_and_what_is_held_leave_no_trace() -> None:
    assert entry("paragraph", "paragraph 1", "comment", ASKED).trace == ()
    assert entry("paragraph", "paragraph 1", "held", ASKED).trace == ()


def test_no_trace_quotes() -> None:
    assert not any(word.casefold() in "".join(trace(COURTESY)) for word in COURTESY.split())


def test_a_letter_whose_remark_is_dropped_on_the_way_breaks_law_3(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The remark passes for courtesy in the account, with the trace of another sentence: the audit's own count finds it."""
    inputs = meeting(tmp_path / "inputs")
    (inputs / "submissions").mkdir(exist_ok=True)
    (inputs / "submissions" / "Peru.txt").write_text(f"{ASKED}\n\n{COURTESY}\n", encoding="utf-8")
    assert run(inputs, tmp_path / "whole").exit_code == 0

    def dropping(blocks: list[Block], *rest: Any) -> list[Any]:
        return [s for s in segment(blocks, *rest) if not any(ASKED[:20] in b.text for b in blocks[s.start : s.end])]

    monkeypatch.setattr(answer, "segment", dropping)
    shutil.rmtree(tmp_path / "whole")
    outcome = run(inputs, tmp_path / "dropped")
    assert outcome.exit_code == 4
    assert any("Peru.txt" in p and "law 3" in p for p in outcome.report["laws"]["problems"])
