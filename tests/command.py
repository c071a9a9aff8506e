"""The command, run in this process; and what it must have done whatever it was given."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from contract import faults
from variorum import schema
from variorum.cli.app import app

REPORT = """Harbour of Ostrel closed after storm

OSTREL, May 14, 2031 - The harbour of Ostrel was closed on Wednesday, the port authority said.

"At least 12 boats were damaged," said Mira Talven, the harbour master.
"""
READ, SOME_UNREAD, NOTHING = 0, 1, 2


class Done(NamedTuple):
    """What a command did: its exit status, standard output, and the lines on standard error."""

    status: int
    out: str
    told: list[str]


def run(*arguments: object, standard: bytes = b"") -> Done:
    """Run a command here; a traceback, a defect, or a line that is not ours fails the test."""
    done = CliRunner().invoke(app, [*map(str, arguments)], prog_name="variorum", input=standard)
    assert done.exception is None or isinstance(done.exception, SystemExit), repr(done.exception)
    assert done.exit_code in {READ, SOME_UNREAD, NOTHING}, done.stderr
    told = done.stderr.split("\n")[:-1]
    assert all(line.startswith("variorum: ") for line in told), done.stderr
    return Done(done.exit_code, done.stdout, told)


def child(*arguments: object, **fields) -> subprocess.CompletedProcess:
    """Run a command in a process of its own."""
    call = [sys.executable, "-m", "variorum", *map(str, arguments)]
    environment = {**os.environ, **fields.pop("env", {})}
    return subprocess.run(call, check=False, capture_output=True, env=environment, timeout=60, **fields)


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(schema())


def sound(account: dict) -> dict:
    """Return an account that keeps all its promises; fail where it breaks one."""
    assert [error.message for error in _validator().iter_errors(account)] == []
    assert faults(account) == []
    return account


def compared(*paths: object, standard: bytes = b"") -> tuple[Done, dict]:
    """Compare, and hold the result to the promises; the account is empty where there is none.

    Every problem is told in one line, an account comes with status 0 or 1, and none with status 2 and a word why.
    """
    done = run("compare", *paths, "--format", "json", standard=standard)
    if done.status == NOTHING:
        assert not done.out
        assert done.told
        return done, {}
    account = sound(json.loads(done.out))
    assert len(done.told) == len(account["problems"])
    assert {path for path in map(str, paths) if path != "-"} <= _accounted(account, paths)
    return done, account


def _accounted(account: dict, paths: tuple[object, ...]) -> set[str]:
    """Return the names given that the account has an article of, or a problem."""
    there = [item["path"] for item in (*account["articles"], *account["problems"])]
    return {path for path in map(str, paths) if any(name.startswith(Path(path).as_posix()) for name in there)}


def checked(account: dict, folder: Path) -> Done:
    """Write an account into a folder of its own and check it against its inputs."""
    path = folder / "account.variorum.json"
    path.write_text(json.dumps(account), "utf-8")
    return run("check", path)
