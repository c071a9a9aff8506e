"""Processes that work side by side: results in order, errors told, nothing left behind."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from variorum.api.crew import crew


@pytest.fixture(autouse=True)
def here(monkeypatch):
    """Let the workers find their work."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


WORK = "crew_work:doubled"


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_results_come_in_order(number):
    """However many are at work."""
    with crew(WORK, number) as workers:
        assert list(workers.results(range(20))) == [n * 2 for n in range(20)]


def test_work_is_asked_for_as_it_is_done():
    """Batches are taken one by one, not all at once: they may be more than fit in memory."""
    taken = []

    def batches():
        for n in range(50):
            taken.append(n)
            yield n

    with crew(WORK, 2) as workers:
        results = workers.results(batches())
        assert [next(results) for _ in range(3)] == [0, 2, 4]
        assert len(taken) <= 6


def test_an_error_is_raised_here():
    """Whoever gave the work hears of it."""
    with crew(WORK, 2) as workers, pytest.raises(ValueError, match="it failed"):
        list(workers.results([1, "fail", 3]))


def test_a_worker_that_dies_is_replaced_by_this_process():
    """Its batch, and what it would have had later, is done here."""
    with crew(WORK, 2) as workers:
        assert list(workers.results([1, "die", 3, 4, 5])) == [2, "diedie", 6, 8, 10]


def test_an_error_that_cannot_be_sent_is_told_in_words():
    """Its class and its message."""
    with crew("crew_work:refused", 2) as workers, pytest.raises(RuntimeError, match="InputError: nothing here"):
        list(workers.results([1]))


def test_workers_end_with_whoever_started_them():
    """Also when it is killed."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from variorum.api.crew import crew\n"
        "with crew('crew_work:doubled', 2) as c:\n"
        "    list(c.results([1, 2])); print(*(w.pid for w in c.workers), flush=True); sys.stdin.read()"
    )
    call = [sys.executable, "-c", code, str(Path(__file__).parent)]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        pids = [int(pid) for pid in running.stdout.readline().split()]
        assert len(pids) == 2
        running.kill()
    until = time.monotonic() + 10
    while any(map(_runs, pids)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(_runs, pids))


def _runs(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
