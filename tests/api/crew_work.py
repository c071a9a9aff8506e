"""Work for the tests of the processes that work side by side; it is done in them and in the tests' own process."""

from __future__ import annotations

import os
import signal
import sys

from variorum.errors import InputError


def doubled(batch):
    """Return a batch twice as large; the word `die` ends a process that is not the tests' own, `fail` raises."""
    if batch == "die" and "pytest" not in sys.modules:
        os.kill(os.getpid(), signal.SIGKILL)
    if batch == "fail":
        message = "it failed"
        raise ValueError(message)
    return batch * 2


def refused(_batch):
    """Raise an error that cannot be sent as it is."""
    message = "nothing here"
    raise InputError(message, code="empty")
