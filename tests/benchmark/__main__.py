"""Times the pipeline, its peer and the floor on one generated set and prints one table.

usage: python -m tests.benchmark [--only PART,PART] [--runs N]
"""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.benchmark import patterns, programs
from tests.benchmark.generate import Size
from tests.benchmark.measure import Figures, ProgramFailed, median

PARTS = ("floor", "peer", "document", "whole", "second", "doubling", "samples", "patterns")
BASE = Size()
# Twice the paragraphs at the same density: twice the words, and twice the edits in each submission.
LONGER = Size(paragraphs=2 * BASE.paragraphs, words=2 * BASE.words, edits=2 * BASE.edits)
WIDER = Size(submissions=2 * BASE.submissions)
WIDEST = Size(submissions=4 * BASE.submissions)
DOCUMENT_OF_PEER, WHOLE_OF_PEER, SECOND_OF_FIRST, DOUBLED = 1 / 6, 1 / 3, 1 / 3, 2.2
PEAK_MB = 400
SAMPLES, SAMPLES_SECONDS = "samples, without LibreOffice", 6.0


@dataclass
class Table:
    """Rows are printed as they come, so that a killed bench still shows what it measured."""

    figures: dict[str, Figures] = field(default_factory=dict)
    missed: int = 0

    def measure(self, name: str, program: Callable[[], Figures], runs: int) -> Figures | None:
        try:
            self.add(name, median([program() for _ in range(runs)]))
        except (ProgramFailed, OSError) as failure:
            self.fail(name, failure)
        return self.figures.get(name)

    def add(self, name: str, figures: Figures) -> None:
        self.figures[name] = figures
        print(f"{name:<44}{figures.seconds:>9.2f} s {figures.peak_mb:>7.0f} MB", flush=True)

    def fail(self, name: str, failure: Exception) -> None:
        self.missed += name != "peer"  # a machine that cannot install the peer can still run the bench
        print(f"{name:<44}   FAILED: {failure}", flush=True)

    def bound(self, name: str, other: str, at_most: float, wording: str = "") -> None:
        """Judges the ratio of two measured rows; silent where one of them was not measured."""
        if name in self.figures and other in self.figures:
            ratio = self.figures[name].seconds / self.figures[other].seconds
            self.judge(wording or f"{name} : {other}", f"{ratio:.3f}", f"{at_most:.3f}", ratio <= at_most)

    def judge(self, what: str, value: str, limit: str, holds: bool) -> None:
        self.missed += not holds
        print(f"  {what:<60}{value:>9}  at most {limit:<8}{'PASS' if holds else 'MISS'}")


def measure_parts(parts: list[str], runs: int, table: Table) -> None:
    if "floor" in parts:
        table.measure("floor", lambda: programs.floor(programs.set_of(BASE)), runs)
    if "peer" in parts:
        table.measure("peer", lambda: programs.peer(programs.set_of(BASE)), runs)
    if "document" in parts:
        table.measure("document", lambda: programs.document(programs.set_of(BASE)), runs)
    if "whole" in parts:
        table.measure("whole", lambda: programs.whole(programs.set_of(BASE)), runs)
    if "second" in parts:
        measure_second(runs, table)
    if "doubling" in parts:
        measure_doubling(runs, table)
    if "patterns" in parts:
        measure_patterns(table)
    if "samples" in parts:
        table.measure(SAMPLES, programs.samples, runs)


def measure_patterns(table: Table) -> None:
    for name, work, limit in patterns.programs():
        taken = patterns.seconds(work)
        table.judge(name, f"{taken:.3f}", f"{limit:.0f} s", taken <= limit)


def measure_second(runs: int, table: Table) -> None:
    try:
        pairs = [programs.first_and_second(BASE) for _ in range(runs)]
    except (ProgramFailed, OSError) as failure:
        table.fail("second run", failure)
        return
    table.add("first run", median([first for first, _ in pairs]))
    table.add("second run, one submission changed", median([second for _, second in pairs]))


def measure_doubling(runs: int, table: Table) -> None:
    for label, program in (("document", programs.document), ("whole", programs.whole)):
        if label not in table.figures:
            table.measure(label, lambda program=program: program(programs.set_of(BASE)), runs)
        for size in (LONGER, WIDER, WIDEST):
            name = f"{label}, {size_words(size)}"
            table.measure(name, lambda program=program, size=size: program(programs.set_of(size)), runs)


def size_words(size: Size) -> str:
    """What differs from the base set."""
    return f"{size.paragraphs} paragraphs" if size.paragraphs != BASE.paragraphs else f"{size.submissions} contributors"


def judge_bounds(table: Table) -> None:
    print("\nratios and bounds")
    if "peer" not in table.figures:
        print("  (no figures of the peer: the floor alone stands for comparison)")
    table.bound("document", "peer", DOCUMENT_OF_PEER)
    table.bound("whole", "peer", WHOLE_OF_PEER)
    table.bound("second run, one submission changed", "first run", SECOND_OF_FIRST, "second run : first run")
    for label in ("document", "whole"):
        longer, wider, widest = (f"{label}, {size_words(size)}" for size in (LONGER, WIDER, WIDEST))
        table.bound(longer, label, DOUBLED, f"{label}: 2000 : 1000 paragraphs, edits doubled too")
        table.bound(wider, label, DOUBLED, f"{label}: 68 : 34 contributors")
        table.bound(widest, wider, DOUBLED, f"{label}: 136 : 68 contributors")
    if SAMPLES in table.figures:
        seconds = table.figures[SAMPLES].seconds
        table.judge("samples, seconds", f"{seconds:.2f}", f"{SAMPLES_SECONDS:.2f}", seconds < SAMPLES_SECONDS)
    judge_memory(table)
    report_floor(table)


def judge_memory(table: Table) -> None:
    for name in ("document", "whole", "first run", "second run, one submission changed"):
        if name in table.figures:
            peak = table.figures[name].peak_mb
            table.judge(f"peak memory of {name}, MB", f"{peak:.0f}", str(PEAK_MB), peak < PEAK_MB)


def report_floor(table: Table) -> None:
    for name in ("peer", "document", "whole"):
        if "floor" in table.figures and name in table.figures:
            ratio = table.figures[name].seconds / table.figures["floor"].seconds
            print(f"  {name + ' : floor':<60}{ratio:>9.1f}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__.splitlines()[0])
    parser.add_argument("--only", default=",".join(PARTS), help=f"parts to run, of {', '.join(PARTS)}")
    parser.add_argument("--runs", type=int, default=3, help="runs of each, of which the median counts (3)")
    options = parser.parse_args()
    options.only = options.only.split(",")
    if unknown := set(options.only) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    return options


def main() -> int:
    """Exit 1 where a bound was missed or a part failed."""
    options, table = arguments(), Table()
    print(f"{BASE.submissions} submissions of {BASE.edits} edits on {BASE.paragraphs} paragraphs, {BASE.words} words;")
    print(f"median of {options.runs} whole processes; memory is the peak of the process with its children\n")
    measure_parts(options.only, options.runs, table)
    judge_bounds(table)
    return 1 if table.missed else 0


if __name__ == "__main__":
    sys.exit(main())
