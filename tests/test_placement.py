"""Where remarks are placed, against keys written by hand: that of the samples, and a second one for submissions not tuned on."""

from __future__ import annotations

import shutil
from collections import Counter

import pytest

from tests.meetings import SAMPLES, run
from tests.placement import Row, Verdict, key_rows, verdicts
from tests.unseen import key, submissions

PLACED, PLACED_UNSEEN = 0.95, 0.80
TEXTS = ("draft-program.docx", "draft-program.es.docx", "rapporteur-report.docx")


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> list[Verdict]:
    """The samples, run once."""
    outputs = tmp_path_factory.mktemp("samples") / "outputs"
    run(SAMPLES, outputs)
    return verdicts(outputs)


@pytest.fixture(scope="module")
def unseen(tmp_path_factory: pytest.TempPathFactory) -> list[Verdict]:
    folder = tmp_path_factory.mktemp("unseen")
    (folder / "inputs" / "submissions").mkdir(parents=True)
    for name in TEXTS:
        shutil.copyfile(SAMPLES / name, folder / "inputs" / name)
    for name, data in submissions().items():
        (folder / "inputs" / "submissions" / name).write_bytes(data)
    run(folder / "inputs", folder / "outputs")
    return verdicts(folder / "outputs", key())


def told(found: list[Verdict]) -> list[str]:
    return [f"{v.row.file}: {v.row.place[:60]}: {v.right}" for v in found]


def wrong(found: list[Verdict]) -> list[Verdict]:
    """Stands where the key does not put it, or where the key gives it no place."""
    return [v for v in found if v.right.startswith("placed")]


def settled(found: list[Verdict]) -> float:
    """The share of proposals that stand where they belong, or stay unplaced where they belong nowhere."""
    proposals = [v for v in found if v.row.kind == "proposal"]
    return sum(not v.right for v in proposals) / len(proposals)


def test_no_remark_of_the_samples_stands_at_a_wrong_provision(judged: list[Verdict]) -> None:
    """All that the outputs place is above the threshold, so each of them must be right."""
    assert told(wrong(judged)) == []


def test_at_least_95_of_100_proposals_of_the_samples_stand_where_the_key_puts_them(judged: list[Verdict]) -> None:
    """What the key calls not placeable counts as right when it stays unplaced."""
    assert settled(judged) >= PLACED, told([v for v in judged if v.right])


def test_every_remark_of_the_samples_is_found_in_the_outputs(judged: list[Verdict]) -> None:
    """But for one Word comment, whose words are not those of the paragraph that the key names."""
    assert [v.row.place for v in judged if v.right == "not found in the outputs"] == ["The conditions of detention were mentioned"]


def test_the_key_of_the_samples_is_wide_enough() -> None:
    """A key of few rows or kinds would prove little."""
    kinds = Counter(row.kind for row in key_rows())
    assert kinds["proposal"] >= 100
    assert set(kinds) >= {"support", "reservation", "withdrawal", "general comment", "comment", "report correction", "no comments"}
    assert sum(not row.labels for row in key_rows() if row.kind == "proposal") >= 4


def test_no_remark_of_the_unseen_submissions_stands_at_a_wrong_provision(unseen: list[Verdict]) -> None:
    """A citation that is understood in part is no placement: a section is not its paragraph."""
    assert told(wrong(unseen)) == []


def test_most_of_the_unseen_references_are_placed(unseen: list[Verdict]) -> None:
    """Of those that have a place; the bound is sober, docs/placing.md has the figure."""
    placeable = [v for v in unseen if v.row.labels]
    assert len(placeable) >= 40
    assert sum(not v.right for v in placeable) / len(placeable) >= PLACED_UNSEEN, told([v for v in placeable if v.right])


@pytest.mark.parametrize("label", ["V.A.2(c)", "II.B.1", "IV.G.1"])
def test_where_part_of_a_reference_is_not_understood_nothing_is_placed(label: str, unseen: list[Verdict]) -> None:
    """At its section it would look sure and be wrong; it waits for the officer, or stands at the very paragraph."""
    found = [v for v in unseen if label in v.row.labels]
    assert found
    assert [v.found for v in found if v.found and {x for x, _ in v.found} - set(v.row.labels)] == []


def test_a_verdict_tells_a_wrong_place_from_a_missing_one() -> None:
    """The yardstick itself: without this the tests above could pass on nothing."""
    row = Row("x.txt", "words", "proposal", ("II.A",), True, False)
    assert wrong([Verdict(row, (("II.B", 1.0),), "placed at ['II.B']")])
    assert not wrong([Verdict(row, (), "unplaced")])
