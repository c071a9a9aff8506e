"""Work on many inputs shared out to several processes, with the same results in the same order as in one."""

from __future__ import annotations

import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Given = TypeVar("Given")
Made = TypeVar("Made")

FEW = 16
"""So many inputs or fewer are done in this process: two more take 0.1 s to start, as long as 16 short texts take."""
_MOST = 8
_CHUNK = 4
"""Inputs that a process takes at once; more make progress jump, fewer cost 2 % in passing them on one by one."""


def shared_out(
    work: Callable[[Given], Made],
    inputs: Sequence[Given],
    *,
    processes: int | None = None,
    few: int = FEW,
    at_once: int = _CHUNK,
) -> Iterator[Made]:
    """Yield the result of `work` for each input, in order; `processes` is by default the number of processors, up to 8.

    Work stays in this process where there is little of it, and where processes cannot be forked safely (other systems
    than Linux, or other threads running): to start them anew would run the caller's own script again. For work that
    costs more than that of cleaning, `few` inputs and how many a process takes `at_once` are fewer.
    """
    number = min(processors(), _MOST) if processes is None else processes
    if number < 2 or len(inputs) <= few or not _can_fork():  # noqa: PLR2004 - one process is this one
        yield from map(work, inputs)
        return
    done = 0
    try:
        with ProcessPoolExecutor(number, multiprocessing.get_context("fork")) as pool:
            for made in pool.map(work, inputs, chunksize=at_once):
                done += 1
                yield made
    except BrokenProcessPool:  # one was killed, for its memory perhaps: what is left is done here
        yield from map(work, inputs[done:])


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _can_fork() -> bool:
    """Tell whether this process has one thread alone: a lock that another holds would stay shut in the copy."""
    return sys.platform == "linux" and len(list(Path("/proc/self/task").iterdir())) == 1
