"""The laws of design.md section 3 as properties of families that Hypothesis draws: 200 here, 5,000 with DEEP=1.

The expected texts come from the generator, the seen ones from the tests' own reader; neither shares code with the
pipeline. The pipeline's own audit runs as well, and the two must agree.
"""

import os
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.families import Family, family, shares
from tests.integrity import findings
from tests.laws import faults, run, write_inputs
from tests.versions import view

DEEP = os.environ.get("DEEP") == "1"
settings.register_profile(
    "families",
    max_examples=5000 if DEEP else 200,
    derandomize=True,  # a failure in CI is the same failure at home
    print_blob=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
FAMILIES = settings.get_profile("families")
FEW = settings(FAMILIES, max_examples=500 if DEEP else 50)
SAMPLE = settings(FAMILIES, max_examples=100 if DEEP else 10)
# Hypothesis' own draws shrink to the smallest family that fails; seeds give families that are as rich as the next.
drawn = st.one_of(st.randoms(use_true_random=False), st.integers(0, 2**32 - 1).map(random.Random)).map(family)
found_shares: Counter[str] = Counter()


@contextmanager
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@FAMILIES
@given(drawn)
def test_every_law_holds_for_every_family(found: Family):
    """Rejecting all gives the draft, accepting one state what it sent, and nobody needs the fall-back."""
    for name, number in zip(("all", "rival", "equal"), shares(found), strict=True):
        found_shares[name] += number
    with folder() as place:
        assert faults(found, place) == []


def test_the_families_disagree_and_agree_enough():
    """At least 30% of the edits rival another state's, at least 20% are equal to one; otherwise little is tested."""
    if not found_shares:
        pytest.skip("counts what the test of the laws has drawn; run the whole file")
    assert found_shares["rival"] >= 0.3 * found_shares["all"]
    assert found_shares["equal"] >= 0.2 * found_shares["all"]


@FAMILIES
@given(drawn)
def test_a_generated_file_with_its_marks_rejected_is_the_draft(found: Family):
    """The generator's own marks are sound, so that a broken law is the pipeline's fault."""
    for s in found.sent:
        assert view(s.marked, False) == view(found.draft, True)


@SAMPLE
@given(drawn)
def test_the_same_inputs_in_another_order_give_the_same_bytes(found: Family):
    """Law 4: files written in another order into another folder change nothing."""
    with folder() as place:
        write_inputs(found, place / "inputs")
        run(place / "inputs", place / "outputs")
        (place / "elsewhere" / "submissions").mkdir(parents=True)
        shutil.copy(place / "inputs" / "draft-program.docx", place / "elsewhere")
        for s in reversed(found.sent):
            shutil.copy(place / "inputs" / "submissions" / s.file, place / "elsewhere" / "submissions")
        run(place / "elsewhere", place / "again")
        first, second = (_contents(place / name) for name in ("outputs", "again"))
        assert sorted(first) == sorted(second)
        assert [name for name in first if first[name] != second[name]] == []


def _contents(outputs: Path) -> dict[str, bytes]:
    return {str(p.relative_to(outputs)): p.read_bytes() for p in outputs.rglob("*") if p.is_file()}


@FEW
@given(drawn)
def test_word_and_excel_have_nothing_to_repair(found: Family):
    """Every document and workbook written is a sound package."""
    with folder() as place:
        write_inputs(found, place / "inputs")
        run(place / "inputs", place / "outputs")
        written = [p for kind in ("*.docx", "*.xlsx") for p in (place / "outputs").rglob(kind)]
        assert len(written) > 2
        assert [f"{p.name}: {x}" for p in written for x in findings(p)] == []
