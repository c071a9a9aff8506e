"""What a command does when something goes wrong: one line on standard error and the right exit status."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from variorum.errors import VariorumError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from variorum.model import Problem

SOME_UNREAD = 1
NOTHING_DONE = 2
DEFECT = 70
"""EX_SOFTWARE of sysexits.h: the fault is ours, so none of the statuses that speak of the input."""
PIPE_CLOSED = 141
"""As a shell reports a program that SIGPIPE ended."""
UNSEEN = dict.fromkeys(
    (*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\N{REPLACEMENT CHARACTER}"
)
"""Controls of the terminal and of the direction of writing: a file's name may hold them and must not act by them."""


@contextmanager
def guarded() -> Iterator[None]:
    """Turn whatever goes wrong inside into one line and an exit status; `KeyboardInterrupt` is left to typer (130)."""
    try:
        yield
    except VariorumError as error:
        say(str(error))
        raise typer.Exit(NOTHING_DONE) from error
    except BrokenPipeError as error:
        _forget_output()
        raise typer.Exit(PIPE_CLOSED) from error
    except typer.Exit:
        raise
    except Exception as error:
        if os.environ.get("VARIORUM_TRACEBACK"):
            raise
        say(f"a defect of variorum itself: {type(error).__name__}: {error}; VARIORUM_TRACEBACK=1 shows where")
        raise typer.Exit(DEFECT) from error


def say(message: str) -> None:
    """Print one line on standard error, whatever the message holds."""
    line = " ".join(message.split()).translate(UNSEEN)
    sys.stderr.write(f"variorum: {line}\n")


def report(problems: Iterable[Problem], *, nothing: bool = False) -> None:
    """Print each problem in one line; exit with 1 where an input could not be read, 2 where `nothing` could."""
    fatal = False
    for problem in problems:
        say(problem.message)
        fatal |= problem.fatal
    if nothing:
        raise typer.Exit(NOTHING_DONE)
    if fatal:
        raise typer.Exit(SOME_UNREAD)


def _forget_output() -> None:
    """Let the interpreter flush into nothing when it ends: whoever read standard output has gone."""
    sys.stdout.flush = lambda: None  # type: ignore[method-assign]
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
