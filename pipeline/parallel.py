"""Work on several files at once. Child processes inherit what the parent has read, so nothing large is handed over."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import Any, TypeVar, cast

In = TypeVar("In")
Out = TypeVar("Out")
FEW = 3  # items below which starting processes costs more than it saves
_work: Callable[[Any], Any] | None = None


def each(work: Callable[[In], Out], items: Sequence[In], processes: int | None = None) -> Iterator[Out]:
    """``work`` of each item, in order. Runs in this process where there is little to do or no fork."""
    global _work
    count = min(processes or os.cpu_count() or 1, len(items))
    if len(items) < FEW or count < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(work, items)
        return
    _work = work
    try:
        with multiprocessing.get_context("fork").Pool(count) as pool:
            yield from pool.imap(_call, items, chunksize=1)
    finally:
        _work = None


def _call(item: Any) -> Any:
    assert _work is not None
    return _work(item)


def beside(work: Callable[[], Out]) -> Callable[[], Out]:
    """Start ``work`` in a process of its own; the answer is a function that waits for the result.

    Where there is no fork, or one processor, the work is done when the result is asked for.
    """
    if (os.cpu_count() or 1) < 2 or "fork" not in multiprocessing.get_all_start_methods() or multiprocessing.current_process().daemon:
        return work
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(work, there), daemon=True)
    process.start()
    there.close()

    def result() -> Out:
        ok, value = here.recv()
        process.join()
        if not ok:
            raise value
        return cast(Out, value)

    return result


def _send(work: Callable[[], Any], there: Connection) -> None:
    with suppress(KeyboardInterrupt, BrokenPipeError):  # the process that asked ends as well, and says so; or it has ended
        try:
            there.send((True, work()))
        except Exception as error:  # whatever it is, it is raised where the result is asked for
            there.send((False, error))


def give_back() -> None:
    """Hand freed memory back to the system, where the C library can: one process writes and judges several large files, and what
    it keeps of each adds up (a tenth of the run's peak, measured). malloc_trim(3) of glibc."""
    with suppress(OSError, AttributeError, TypeError):  # another C library; TypeError: Windows has no library of its own
        ctypes.CDLL(None).malloc_trim(0)


@contextmanager
def no_collector() -> Iterator[None]:
    """A run makes many values and next to no cycles: looking for them takes a tenth of its time (measured)."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
