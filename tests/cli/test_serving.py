"""`variorum serve`, as a process."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import httpx2
import pytest


@pytest.fixture
def folder(tmp_path):
    """Return a folder with two reports."""
    for name in ("channel-six.txt", "kelun-herald.txt"):
        shutil.copy(Path(str(files("variorum") / "examples" / "ferry" / name)), tmp_path)
    return tmp_path


def _command(*arguments):
    return [sys.executable, "-m", "variorum", "serve", *map(str, arguments)]


@pytest.mark.parametrize(
    ("given", "shown"), [(".", "2 reports, one account"), ("new.variorum", "Nothing has been added yet")]
)
def test_it_serves_until_it_is_interrupted(folder, given, shown):
    """The address of an account or of a new collection is printed when it answers; Ctrl-C ends it quietly."""
    pipe = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "cwd": folder}
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(_command(given, "--port", "0"), env=environment, **pipe) as running:
        address = running.stdout.readline().strip()
        answer = httpx2.get(address, follow_redirects=True, timeout=60)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert answer.status_code == 200
    assert shown in answer.text
    assert running.returncode in {0, 130}
    assert said == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--host", "0.0.0.0", "--key", "short"], "16 characters"),  # noqa: S104 - that is the test
        (["--host", "no such host"], "cannot be opened"),
        (["nothing-here", "--port", "0"], "nothing to compare"),
    ],
)
def test_what_does_not_fit_is_one_line(arguments, said, tmp_path):
    """Wrong usage ends with 2 and one clear line."""
    done = subprocess.run(_command(tmp_path, *arguments), capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_taken_port_is_told_before_anything_is_read(folder):
    """A port that is taken is told at once."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
        done = subprocess.run(_command(folder, "--port", port), capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert f"port {port}" in done.stderr
