"""The commands: verbs of the API with the same names and options, the statuses of the contract, no traceback."""

from __future__ import annotations

import inspect
import json
import os
import pty
import re
import resource
import signal
import subprocess
import sys
from importlib.resources import files

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from variorum import api
from variorum.cli.app import app
from variorum.errors import EngineError, UsageError

COMMANDS = get_command(app).commands
OURS = {"form": "--format", "output": "--output", "explain": "--explain"}
"""What the command line adds to the verbs: how a result is shown and where it goes."""
NOT_TYPED = {"settings", "progress", "stdin"}
"""What only a program can hand over."""
FACES = {"serve"}
"""What shows the verbs' results in another way, as the command line itself does: no verb."""
LIMIT = 0.3
"""Seconds that --help may take, by the design."""
EXAMPLE = str(files("variorum") / "examples" / "ferry")


def run(*arguments: str, **fields):
    """Return what a command does, run in this process."""
    return CliRunner().invoke(app, list(arguments), prog_name="variorum", **fields)


def child(*arguments: str, **fields):
    """Return what a command does, run in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "variorum", *arguments], check=False, capture_output=True, text=True, **fields
    )


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - FACES))
def test_a_command_is_a_verb(name):
    """Each command has a verb of its name whose parameters are the command's arguments and options."""
    verb = inspect.signature(getattr(api, name)).parameters
    typed = {p.name for p in COMMANDS[name].params} - {"help"}
    assert typed - set(OURS) == set(verb) - NOT_TYPED


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_explains_itself(name):
    """Each command, argument and option has words of its own in the help."""
    assert COMMANDS[name].help
    assert [p.name for p in COMMANDS[name].params if not getattr(p, "help", None)] == []


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_output_options_are_the_same_everywhere(name):
    """`--format` and `--output`/`-o` are written the same in every command that has them."""
    for parameter in COMMANDS[name].params:
        if parameter.name in OURS:
            assert OURS[parameter.name] in parameter.opts


def test_help_is_quick():
    """`--help` takes under 0.3 s of processor time: other work on the machine does not count."""

    def spent() -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    def once() -> float:
        before = spent()
        assert child("--help").returncode == 0
        return spent() - before

    assert min(once() for _ in range(5)) < LIMIT


def test_version():
    """`--version` prints the name and the version alone."""
    assert re.fullmatch(r"variorum \d+\.\d+\.\d+\n", run("--version").stdout)


@pytest.mark.parametrize(
    "arguments",
    [(), ("compare",), ("compare", "--format", "pdf", "x.txt"), ("nonsense",), ("compare", "--nonsense", "x.txt")],
)
def test_wrong_usage(arguments):
    """Wrong usage ends with 2 and nothing on standard output but the help that was missing."""
    done = run(*arguments)
    assert done.exit_code == 2
    assert "Traceback" not in done.output


def test_a_name_that_is_not_there(tmp_path):
    """Nothing readable: 2, one line on standard error, nothing on standard output."""
    done = run("compare", str(tmp_path / "missing.txt"))
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "missing.txt" in done.stderr


@pytest.mark.parametrize("command", ["read", "extract"])
def test_stages_with_nothing_readable(command, tmp_path):
    """The stages' commands end with 2, too, where there is nothing to read."""
    done = run(command, str(tmp_path / "missing.txt"))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "missing.txt" in done.stderr


def test_extract_tells_its_rules(tmp_path):
    """`--explain` writes a line a statement: fields in text, an object in JSON; text without it is wrong usage."""
    report = tmp_path / "report.txt"
    report.write_text("Mayor Oda Brenn said the dam held.\n")
    told = run("extract", "--explain", str(report))
    assert told.stdout.split("\t")[2:4] == ["Mayor Oda Brenn", "said"]
    as_json = run("extract", "--explain", "--format", "json", str(report))
    assert json.loads(as_json.stdout)["statement"]["rule"] == "verb:bare"
    assert run("extract", "--format", "text", str(report)).exit_code == 2


def test_some_input_unread(tmp_path):
    """An account is written and the status is 1 where one of the inputs could not be read."""
    missing = str(tmp_path / "missing.txt")
    done = run("compare", EXAMPLE, missing, "--format", "json")
    assert done.exit_code == 1
    assert done.stdout.startswith("{")
    assert [line for line in done.stderr.splitlines() if missing in line]


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (UsageError("nothing\nto compare"), 2, "variorum: nothing to compare\n"),
        (EngineError("no model: run `pip install it`"), 2, "variorum: no model: run `pip install it`\n"),
        (KeyError("oops"), 70, "a defect of variorum itself: KeyError"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_what_goes_wrong_is_one_line(monkeypatch, error, status, words):
    """Our own errors end with 2, a defect with 70, Ctrl-C with 130: one line at most, never a traceback."""

    def compare(*_paths, **_options):
        raise error

    monkeypatch.setattr(api, "compare", compare)
    done = run("compare", "x.txt")
    assert done.exit_code == status
    assert words in done.stderr
    assert done.stderr.count("\n") <= 1


def test_a_defect_can_be_looked_into(monkeypatch):
    """With VARIORUM_TRACEBACK set the exception itself comes through."""

    def compare(*_paths, **_options):
        raise KeyError

    monkeypatch.setattr(api, "compare", compare)
    assert isinstance(run("compare", "x.txt", env={"VARIORUM_TRACEBACK": "1"}).exception, KeyError)


def test_a_result_that_could_not_be_written_stops_at_once(monkeypatch, tmp_path):
    """A folder that is not there is told before anything is read."""
    monkeypatch.setattr(api, "compare", lambda *_paths, **_options: pytest.fail("read before the check"))
    done = run("compare", EXAMPLE, "-o", str(tmp_path / "no" / "such.html"))
    assert done.exit_code == 2
    assert "there is no folder" in done.stderr


def test_standard_input():
    """`-` reads JSON Lines from standard input."""
    done = run("read", "-", input='{"title": "A title", "text": "Some words of a report."}\n')
    assert done.exit_code == 0
    assert '"Some words of a report."' in done.stdout or "Some words of a report." in done.stdout


def test_whoever_reads_may_go():
    """A reader that goes away ends the command without a word: `variorum read … | head`."""
    command = f"{sys.executable} -m variorum read {EXAMPLE} {EXAMPLE} | true"
    done = subprocess.run(["bash", "-c", f"{command}; echo $PIPESTATUS"], check=False, capture_output=True, text=True)  # noqa: S607
    assert done.stderr == ""
    assert done.stdout in {"141\n", "0\n"}


def test_ctrl_c():
    """An interrupt ends the command with 130 and without a traceback."""
    with subprocess.Popen(
        [sys.executable, "-m", "variorum", "read", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdin
        running.stdin.write(b" " * 100_000)  # more than a pipe holds: written once the command has begun to read
        running.send_signal(signal.SIGINT)
        _, errors = running.communicate()
    assert running.returncode == 130
    assert b"Traceback" not in errors


def test_no_progress_without_a_terminal():
    """Standard error that is no terminal stays empty where nothing went wrong."""
    assert child("compare", EXAMPLE, "--format", "json").stderr == ""


def test_progress_on_a_terminal(tmp_path):
    """On a terminal the result stays clean, and the bars are drawn on standard error."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "variorum", "compare", EXAMPLE, "-o", str(tmp_path / "account.json")]
    with subprocess.Popen(command, stdout=theirs, stderr=theirs) as running:
        os.close(theirs)
        shown = b"".join(iter(lambda: _some(ours), b""))
    os.close(ours)
    assert running.returncode == 0
    assert (tmp_path / "account.json").read_bytes().startswith(b"{")
    assert b"annotate" in shown


def _some(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux tells so that the other side has been closed
        return b""
