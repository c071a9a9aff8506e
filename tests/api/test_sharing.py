"""Many inputs are shared out to processes; what comes back is what one process gives."""

from __future__ import annotations

import os
import threading
import zipfile

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
        monkeypatch.setattr(sharing, "processors", lambda number=number: number)
        outcomes.append(variorum.read([tmp_path], progress=lambda *step, steps=steps: steps.append(step)))
    assert outcomes[0] == outcomes[1]
    assert [article.id for article in outcomes[1][0]] == [f"a{n}" for n in range(1, FEW * 2)]
    assert told[1] == told[2] != []


@pytest.mark.usefixtures("forking")
def test_word_files_are_opened_in_several_processes(tmp_path, monkeypatch):
    """Files that take long to open are opened side by side: the same articles in the same order, and each is told."""
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    for n in range(6):
        words = f"The ferry {n} was late on Monday."
        body = (
            f'<w:document xmlns:w="{namespace}"><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>'
        )
        with zipfile.ZipFile(tmp_path / f"{n}.docx", "w") as packed:
            packed.writestr("word/document.xml", body)
    (tmp_path / "3.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "4.txt").write_text("The ferry is gone.")
    told = {1: [], 2: []}
    outcomes = []
    for number, steps in told.items():
        monkeypatch.setattr(sharing, "processors", lambda number=number: number)
        outcomes.append(variorum.read([tmp_path], progress=lambda *step, steps=steps: steps.append(step)))
    assert outcomes[0] == outcomes[1]
    assert [article.path[-6:] for article in outcomes[1][0]] == [f"{n}.docx"[-6:] for n in (0, 1, 2)] + [
        "4.docx", "/4.txt", "5.docx"]  # fmt: skip
    assert [p.path[-6:] for p in outcomes[1][1]] == ["3.docx"]
    assert told[1] == told[2]
    assert [step for step in told[1] if step[0] == "open"] == [("open", n, 6) for n in range(1, 7)]
