"""Times the pipeline, its peer and the floor on one generated set and prints one table.

usage: python -m tests.benchmark [--only PART,PART] [--runs N]
"""

import argparse
import statistics
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
    """Rows are printed as they come: of what is measured in turns after the last round, of the rest one by one."""

    figures: dict[str, Figures] = field(default_factory=dict)
    rounds: dict[str, list[Figures]] = field(default_factory=dict)  # of what was measured in turns
    missed: int = 0

    def measure(self, name: str, program: Callable[[], Figures], runs: int) -> Figures | None:
        try:
            self.add(name, median([program() for _ in range(runs)]))
        except (ProgramFailed, OSError) as failure:
            self.fail(name, failure)
        return self.figures.get(name)

    def measure_in_turns(self, programs: dict[str, Callable[[], list[Figures]]], runs: int) -> None:
        """Each program once in every round, since the speed of a machine drifts: what is compared ran in the same minute.

        programs: by the names of the rows that they give, joined by "|". One that fails is run no more.
        """
        for _ in range(runs):
            for names, program in list(programs.items()):
                try:
                    for name, figures in zip(names.split("|"), program(), strict=True):
                        self.rounds.setdefault(name, []).append(figures)
                except (ProgramFailed, OSError) as failure:
                    del programs[names]
                    for name in names.split("|"):
                        self.rounds.pop(name, None)
                        self.fail(name, failure)
        for name, measured in self.rounds.items():
            self.add(name, median(measured))

    def add(self, name: str, figures: Figures) -> None:
        self.figures[name] = figures
        print(f"{name:<44}{figures.seconds:>9.2f} s {figures.peak_mb:>7.0f} MB", flush=True)

    def fail(self, name: str, failure: Exception) -> None:
        self.missed += name != "peer"  # a machine that cannot install the peer can still run the bench
        print(f"{name:<44}   FAILED: {failure}", flush=True)

    def bound(self, name: str, other: str, at_most: float, wording: str = "") -> None:
        """Judges the ratio of two measured rows; silent where one of them was not measured."""
        if name in self.figures and other in self.figures:
            ratio = self.ratio(name, other)
            self.judge(wording or f"{name} : {other}", f"{ratio:.3f}", f"{at_most:.3f}", ratio <= at_most)

    def ratio(self, name: str, other: str) -> float:
        """Of two that were measured in turns the median of the rounds' ratios."""
        if name in self.rounds and other in self.rounds:
            return statistics.median(a.seconds / b.seconds for a, b in zip(self.rounds[name], self.rounds[other], strict=True))
        return self.figures[name].seconds / self.figures[other].seconds

    def judge(self, what: str, value: str, limit: str, holds: bool) -> None:
        self.missed += not holds
        print(f"  {what:<60}{value:>9}  at most {limit:<8}{'PASS' if holds else 'MISS'}")


FIRST, SECOND = "first run", "second run, one submission changed"
IN_TURNS: dict[str, tuple[str, Callable[[], list[Figures]]]] = {
    "floor": ("floor", lambda: [programs.floor(programs.set_of(BASE))]),
    "peer": ("peer", lambda: [programs.peer(programs.set_of(BASE))]),
    "document": ("document", lambda: [programs.document(programs.set_of(BASE))]),
    "whole": ("whole", lambda: [programs.whole(programs.set_of(BASE))]),
    "second": (f"{FIRST}|{SECOND}", lambda: list(programs.first_and_second(BASE))),
}


def measure_parts(parts: list[str], runs: int, table: Table) -> None:
    table.measure_in_turns(dict(IN_TURNS[part] for part in IN_TURNS if part in parts), runs)
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
    table.bound(SECOND, FIRST, SECOND_OF_FIRST, "second run : first run")
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
    for name in ("document", "whole", FIRST, SECOND):
        if name in table.figures:
            peak = table.figures[name].peak_mb
            table.judge(f"peak memory of {name}, MB", f"{peak:.0f}", str(PEAK_MB), peak < PEAK_MB)


def report_floor(table: Table) -> None:
    for name in ("peer", "document", "whole"):
        if "floor" in table.figures and name in table.figures:
            print(f"  {name + ' : floor':<60}{table.ratio(name, 'floor'):>9.1f}")


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
    print(f"medians of {options.runs} whole processes, run in turns; memory is the peak of the process with its children\n")
    measure_parts(options.only, options.runs, table)
    judge_bounds(table)
    return 1 if table.missed else 0


if __name__ == "__main__":
    sys.exit(main())
