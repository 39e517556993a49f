"""Runs a program as a whole process and measures it: wall seconds and peak memory of it and all its children."""

import os
import statistics
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.05


class ProgramFailed(Exception):
    """Carries the last lines the program wrote, which the table prints in place of its figures."""


@dataclass(frozen=True)
class Figures:
    seconds: float  # wall time
    peak_mb: float  # the largest sum of memory of the process and its children at one time


def median(runs: list[Figures]) -> Figures:
    """Median seconds, largest peak."""
    return Figures(statistics.median(run.seconds for run in runs), max(run.peak_mb for run in runs))


def run(command: list[str], folder: Path, allowed: tuple[int, ...] = (0,), environment: dict[str, str] | None = None) -> Figures:
    """Raises ProgramFailed where the exit status is not one of ``allowed``."""
    with tempfile.TemporaryFile() as log:
        started = time.perf_counter()
        child = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, start_new_session=True, env=environment)
        sampler = TreeSampler(child.pid)
        sampler.start()
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - started
        sampler.stop()
        child.returncode = os.waitstatus_to_exitcode(status)
        log.seek(0)
        if child.returncode not in allowed:
            last = log.read().decode(errors="replace").strip().splitlines()[-3:]
            raise ProgramFailed(f"exit {child.returncode}: " + " | ".join(last))
    return Figures(seconds, max(usage.ru_maxrss / 1024, sampler.peak_mb))  # Linux counts ru_maxrss in KiB


class TreeSampler(threading.Thread):
    """wait4 tells the largest single process only; this adds up those that run at the same time."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session, self.peak_mb, self.done = session, 0.0, threading.Event()

    def run(self) -> None:
        while not self.done.wait(SAMPLE_SECONDS):
            members = processes_of(self.session)
            if len(members) > 1:  # one alone is in wait4's figure, and needs no costly look
                self.peak_mb = max(self.peak_mb, sum(map(proportional_mb, members)))

    def stop(self) -> None:
        self.done.set()
        self.join()


def processes_of(session: int) -> list[int]:
    return [int(p.name) for p in Path("/proc").iterdir() if p.name.isdigit() and session_of(int(p.name)) == session]


def session_of(process: int) -> int:
    try:
        return os.getsid(process)
    except OSError:  # it ended between the listing and this look
        return -1


def proportional_mb(process: int) -> float:
    """Memory shared by forked processes counts once in their sum (Pss of proc(5))."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
