"""The command line: arguments, progress, exit codes; nothing else. Heavy modules are imported by who needs them."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import PipelineError
from .terminal import Progress, laws, placements, say, screen_width, told

if TYPE_CHECKING:
    from .run import Options, Outcome

INTERRUPTED, UNEXPECTED = 130, 1
DEBUG = "PIPELINE_DEBUG"

ABOUT = """\
Consolidates the submissions of member states on a draft into one Word document with every proposal as a mark under its
contributor's name, and one workbook; then reads both back and proves that nothing was lost, invented or misattributed.
"""
EXITS = """\
exit status:
  0  published, all laws hold (unreadable submissions are listed)   3  law 0, 2 or 6 broke, nothing published
  1  the program failed, the earlier outputs are untouched          4  published, but a contributor was withheld, or
  2  a mistake in the inputs that a person must mend                   law 1, 3, 4 or 5 does not hold: see the report
"""
EXAMPLES = {
    "": """\
examples:
  python -m pipeline consolidate                                  inputs/ -> outputs/
  python -m pipeline consolidate --inputs "in (2)" --outputs out  other folders
  python -m pipeline check                                        the same without writing anything
  python -m pipeline merge --help                                 one stage alone
""",
    "consolidate": """\
examples:
  python -m pipeline consolidate                                  inputs/ -> outputs/
  python -m pipeline consolidate --inputs "in (2)" --outputs out  other folders
  python -m pipeline consolidate --twice                          run again and compare every byte (law 4)
  python -m pipeline consolidate --quiet --json | jq .laws        report.json on stdout, for programs
What reviewers fill in into OUTPUTS/comparison.xlsx stays: by the words on which they decided, else it is listed there.
INPUTS/decisions.xlsx, such a workbook, counts in its place.
""",
    "check": """\
examples:
  python -m pipeline check                      what would be placed where, and what needs attention
  python -m pipeline check --inputs "in (2)"    of another folder
""",
    "request": """\
examples:
  python -m pipeline request                      outputs/requests/: one form for each member state, Word and Excel
  python -m pipeline request --inputs "in (2)"    on another draft
A returned form is put into inputs/submissions/ as it is: its name tells the state, its rows tell the provisions.
""",
    "status": """\
examples:
  python -m pipeline status                      who has answered, who has not, days to the deadline
  python -m pipeline status --date 2004-10-25    as of another day; --date today takes the clock's
  python -m pipeline status --json | jq .member_states.not_answered
""",
    "ingest": "example:\n  python -m pipeline ingest && ls outputs/stages/ingest\n",
    "align": "example:\n  python -m pipeline ingest && python -m pipeline align && less outputs/stages/align.json\n",
    "merge": "example:\n  python -m pipeline align && python -m pipeline merge && less outputs/stages/merge.json\n",
    "publish": "example:\n  python -m pipeline merge && python -m pipeline publish\n",
    "audit": "example:\n  python -m pipeline audit    whether the outputs are still what a consolidation left\n",
}
WHAT = {
    "consolidate": "all stages: inputs/ to outputs/",
    "check": "everything but publishing: what would be placed where, what needs attention; nothing is written",
    "request": "comment forms for the member states, prefilled with the draft, into OUTPUTS/requests",
    "status": "who has answered, who has not, who is late, days to the deadline; from INPUTS alone, nothing is written",
    "ingest": "stage 1 alone: read the received files into stages/ingest and stages/register.json",
    "align": "stage 2 alone: tie every change and comment to its provision, into stages/align.json",
    "merge": "stage 3 alone: unite all proposals over the draft, into stages/merge.json",
    "publish": "stage 4 alone: write the outputs from the stages' JSON; audited before they replace the old ones",
    "audit": "stage 5 alone: judge the laws on the outputs as they lie there",
}


def parser() -> argparse.ArgumentParser:
    """Arguments of every command, with examples."""
    layout = argparse.RawDescriptionHelpFormatter
    ends = {name: f"{examples}\n{EXITS}" for name, examples in EXAMPLES.items()}
    top = argparse.ArgumentParser("python -m pipeline", description=ABOUT, epilog=ends[""], formatter_class=layout)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, what in WHAT.items():
        says = f"{what[0].upper()}{what[1:]}."
        command = commands.add_parser(name, help=what, description=says, epilog=ends[name], formatter_class=layout)
        _add_arguments(command, name)
    return top


def _add_arguments(command: argparse.ArgumentParser, name: str) -> None:
    add = command.add_argument
    add("--inputs", type=Path, metavar="DIR", default=Path("inputs"), help="where the draft and submissions/ are (inputs)")
    add("--outputs", type=Path, metavar="DIR", default=Path("outputs"), help="the folder that is replaced as a whole (outputs)")
    if name == "status":
        add("--date", default="", metavar="DAY", help="the day to count from, 2004-11-01 or today ([meeting] date)")
    add("--processes", type=_count, metavar="N", help="child processes at most (as many as there are cores)")
    add("--quiet", action="store_true", help="no progress, and no tables")
    if name in ("consolidate", "check"):
        add("--json", action="store_true", help="print report.json instead of the tables")
    if name == "status":
        add("--json", action="store_true", help="print it as JSON, for programs")
    if name == "consolidate":
        add("--only", choices=["document"], default="", help="consolidated.docx alone, without an audit: for measuring")
        add("--twice", action="store_true", help="run again in another process and compare byte by byte (law 4)")


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the one place where errors become lines and exit codes."""
    given = parser().parse_args(arguments)
    progress = Progress(sys.stderr, given.quiet)
    try:
        return COMMANDS[given.command](given, progress)
    except PipelineError as error:
        return _failed(progress, str(error), error.exit_code)
    except KeyboardInterrupt:
        return _failed(progress, "interrupted; the earlier outputs are untouched.", INTERRUPTED)
    except BrokenPipeError:  # the reader of our output went away, as head does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _failed(progress, _of_the_system(error), UNEXPECTED)
    except Exception as error:  # the last line of defence: a line, never a traceback
        return _failed(progress, _unexpected(error), UNEXPECTED)
    finally:
        progress.close()


def _failed(progress: Progress, message: str, code: int) -> int:
    progress.close()
    sys.stderr.write(f"error: {message}\n")
    if os.environ.get(DEBUG):
        import traceback

        traceback.print_exc()
    return code


def _unexpected(error: Exception) -> str:
    said = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    return f"{said}. The earlier outputs are untouched. Set {DEBUG}=1 and run again for the traceback."


def _of_the_system(error: OSError) -> str:
    """Full disks and missing rights are no fault of the program: the system's own words, with the file."""
    where = f"{error.filename}: " if error.filename else ""
    said = f"{where}{error.strerror or error}. The earlier outputs are untouched."
    return f"{said} Mend it and run again ({DEBUG}=1 gives the traceback)."


def _options(given: argparse.Namespace) -> Options:
    from .run import Options

    only, twice = getattr(given, "only", ""), getattr(given, "twice", False)
    return Options(given.inputs, given.outputs, only, given.processes, twice)


def _begin_to_look(given: argparse.Namespace) -> Callable[[], dict[str, Any]] | None:
    """Before the rest is loaded, which takes as long on the other processor."""
    if getattr(given, "only", "") or not given.inputs.is_dir():
        return None
    from .look import begin_to_look

    return begin_to_look(given.inputs, given.processes)


def _consolidate(given: argparse.Namespace, progress: Progress) -> int:
    looked = _begin_to_look(given)
    from .run import consolidate

    outcome = consolidate(_options(given), progress, looked)
    progress.close()
    if given.only:
        say(f"{given.outputs / 'consolidated.docx'} written, not audited; the other outputs are as they were\n")
        return outcome.exit_code
    return _report(given, outcome, f"Published in {given.outputs}{os.sep}")


def _check(given: argparse.Namespace, progress: Progress) -> int:
    looked = _begin_to_look(given)
    from .run import check

    outcome = check(_options(given), progress, looked)
    progress.close()
    if not (given.quiet or given.json):
        say(placements(outcome.report, screen_width(sys.stdout)) + "\n\n")
    return _report(given, outcome, "Checked, nothing was written")


def _request(given: argparse.Namespace, progress: Progress) -> int:
    from .request import FOLDER, write_requests
    from .stages import start

    alone = start(_options(given), progress)
    target = given.outputs / FOLDER
    written = write_requests(alone.draft, alone.run.register.states, alone.run.config, target)
    progress.close()
    if not given.quiet:
        states = len(alone.run.register.states)
        say(f"{len(written)} comment forms, one in Word and one in Excel for each of {states} member states, in {target}{os.sep}\n")
    return 0


def _status(given: argparse.Namespace, progress: Progress) -> int:
    from .status import status_of
    from .status import told as told_status

    found = status_of(given.inputs, given.date)
    progress.close()
    if given.json:
        from .store import to_json

        say(to_json(found.as_json()).decode())
    elif not given.quiet:
        say(told_status(found, screen_width(sys.stdout)))
    return 0


def _report(given: argparse.Namespace, outcome: Outcome, done: str) -> int:
    if getattr(given, "json", False):
        from .store import to_listed

        say(to_listed(outcome.report).decode())
    elif not given.quiet:
        say(told(outcome.report, outcome.defaults, screen_width(sys.stdout)) + f"\n{done}{_verdict(outcome)}\n")
    return outcome.exit_code


def _verdict(outcome: Outcome) -> str:
    """What the exit status means, in words."""
    if not outcome.exit_code:
        return "; all laws that were checked hold."
    if any(s.status == "withheld" for s in outcome.submissions):
        return "; a contributor had to be withheld (exit 4)."
    return "; a law does not hold (exit 4): see above, and report this run."


def _stage(name: str) -> Callable[[argparse.Namespace, Progress], int]:
    def run(given: argparse.Namespace, progress: Progress) -> int:
        from . import stages

        stage: Callable[[Options, Progress], Any] = getattr(stages, f"run_{name}")
        done: str = stage(_options(given), progress)
        progress.close()
        if not given.quiet:
            say(done + "\n")
        return 0

    return run


def _publish(given: argparse.Namespace, progress: Progress) -> int:
    from .stages import run_publish

    outcome = run_publish(_options(given), progress)
    progress.close()
    return _report(given, outcome, f"Published in {given.outputs}{os.sep}")


def _audit(given: argparse.Namespace, progress: Progress) -> int:
    from .stages import run_audit

    found, report = run_audit(_options(given), progress)
    progress.close()
    if not given.quiet:
        say(laws(report, screen_width(sys.stdout)) + "\n")
    return 0 if found.hold else 4


COMMANDS: dict[str, Callable[[argparse.Namespace, Progress], int]] = {
    "consolidate": _consolidate, "check": _check, "request": _request, "status": _status, "publish": _publish, "audit": _audit,
    **{name: _stage(name) for name in ("ingest", "align", "merge")},
}  # fmt: skip


if __name__ == "__main__":
    gc.disable()  # a short process that makes next to no cycles (measured: a tenth of its time)
    status = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)  # taking a million values apart one by one would take another tenth
