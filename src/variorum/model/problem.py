"""What went wrong with an input, as a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that a reader of the account must know about an input.

    `code` is a short stable word; `message` is one line that says what, where and what to do.
    `fatal` inputs could not be read at all: they set the exit status.
    """

    path: str
    code: str
    message: str
    fatal: bool = False
