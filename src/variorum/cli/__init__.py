"""The commands: each parses, calls the verb of the same name in `variorum.api`, and shows what it returns."""

from __future__ import annotations

import sys

__all__ = ["main"]

INTERRUPTED = 130
"""As a shell reports a program that SIGINT ended."""


def main() -> None:
    """Run the command that the command line names; Ctrl-C ends it quietly, even while it is still being loaded."""
    try:
        from variorum.cli.app import app  # noqa: PLC0415 - so that an interrupt meanwhile is caught

        app(prog_name="variorum")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
