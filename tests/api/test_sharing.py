"""Many inputs are shared out to processes; what comes back is what one process gives."""

from __future__ import annotations

import os
import threading

import pytest

import variorum
from variorum.api import sharing
from variorum.api.sharing import FEW, shared_out

MANY = list(range(FEW * 3))


def _square(number):
    return number * number, os.getpid()


def _fatal(number_and_parent):
    number, parent = number_and_parent
    if number == FEW and os.getpid() != parent:
        os._exit(9)
    return number


@pytest.fixture
def forking(monkeypatch):
    """Let processes be forked whatever threads a library has left in the test's own process."""
    monkeypatch.setattr(sharing, "_can_fork", lambda: hasattr(os, "fork"))


@pytest.mark.usefixtures("forking")
@pytest.mark.parametrize("processes", [1, 2, 3])
def test_results_do_not_depend_on_the_number_of_processes(processes):
    """The results come in order, from this process alone where it is the only one."""
    made = list(shared_out(_square, MANY, processes=processes))
    assert [square for square, _ in made] == [number * number for number in MANY]
    assert (os.getpid() in {who for _, who in made}) == (processes == 1)


@pytest.mark.usefixtures("forking")
def test_few_inputs_stay_here():
    """Up to the limit no process is started."""
    assert {who for _, who in shared_out(_square, MANY[:FEW], processes=2)} == {os.getpid()}


@pytest.mark.usefixtures("forking")
def test_a_killed_process_loses_nothing():
    """What a process did not finish is done here."""
    here = os.getpid()
    assert list(shared_out(_fatal, [(number, here) for number in MANY], processes=2)) == MANY


def test_no_fork_beside_another_thread():
    """A process with a second thread is not forked."""
    leave = threading.Event()
    thread = threading.Thread(target=leave.wait)
    thread.start()
    assert {who for _, who in shared_out(_square, MANY, processes=2)} == {os.getpid()}
    leave.set()
    thread.join()


@pytest.mark.usefixtures("forking")
def test_read_is_the_same_in_several_processes(tmp_path, monkeypatch):
    """Articles, their names, problems and the progress told are those of one process."""
    for n in range(FEW * 2):
        (tmp_path / f"{n:02}.txt").write_text(
            "" if n == FEW else f"Ferry {n} late\n\nThe ferry was late on Monday, {n}."
        )
    told = {1: [], 2: []}
    outcomes = []
    for number, steps in told.items():
        monkeypatch.setattr(sharing, "_processors", lambda number=number: number)
        outcomes.append(variorum.read([tmp_path], progress=lambda *step, steps=steps: steps.append(step)))
    assert outcomes[0] == outcomes[1]
    assert [article.id for article in outcomes[1][0]] == [f"a{n}" for n in range(1, FEW * 2)]
    assert told[1] == told[2] != []
