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
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.families import Family, family, shares
from tests.integrity import findings
from tests.laws import faults, run
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
# Hypothesis' own draws shrink to the smallest family that fails; seeds give families that are as rich as the next.
drawn = st.one_of(st.randoms(use_true_random=False), st.integers(0, 2**32 - 1).map(random.Random)).map(family)
numbers = count(1)


@contextmanager
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@FAMILIES
@given(drawn)
def test_every_law_holds_for_every_family(found: Family):
    """Rejecting all gives the draft, accepting one state what it sent, and nobody needs the fall-back.

    In every fourth family nothing is left for Word or Excel to repair; every twentieth is run twice (law 4).
    """
    number = next(numbers)
    with folder() as place:
        assert faults(found, place) == []
        if number % 4 == 0:
            assert repairs(place / "outputs") == []
        if number % 20 == 0:
            assert unlike_in_another_order(found, place) == []


def repairs(outputs: Path) -> list[str]:
    """What the package check finds in the documents and workbooks written."""
    written = [p for kind in ("*.docx", "*.xlsx") for p in outputs.rglob(kind)]
    assert len(written) > 2
    return [f"{p.name}: {x}" for p in written for x in findings(p)]


def unlike_in_another_order(found: Family, place: Path) -> list[str]:
    """The files that differ when the same inputs, written in another order, go into another folder."""
    (place / "elsewhere" / "submissions").mkdir(parents=True)
    shutil.copy(place / "inputs" / "draft-program.docx", place / "elsewhere")
    for s in reversed(found.sent):
        shutil.copy(place / "inputs" / "submissions" / s.file, place / "elsewhere" / "submissions")
    run(place / "elsewhere", place / "again")
    first, second = (_contents(place / name) for name in ("outputs", "again"))
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


def _contents(outputs: Path) -> dict[str, bytes]:
    return {str(p.relative_to(outputs)): p.read_bytes() for p in outputs.rglob("*") if p.is_file()}


def test_the_families_disagree_and_agree_enough():
    """At least 30% of the edits rival another state's, at least 20% are equal to one; otherwise little is tested."""
    found_shares: Counter[str] = Counter()

    @FAMILIES
    @given(drawn)
    def count_shares(found: Family):
        for name, share in zip(("all", "rival", "equal"), shares(found), strict=True):
            found_shares[name] += share

    count_shares()
    assert found_shares["rival"] >= 0.3 * found_shares["all"]
    assert found_shares["equal"] >= 0.2 * found_shares["all"]


@FAMILIES
@given(drawn)
def test_a_generated_file_with_its_marks_rejected_is_the_draft(found: Family):
    """The generator's own marks are sound, so that a broken law is the pipeline's fault."""
    for s in found.sent:
        assert view(s.marked, False) == view(found.draft, True)
