"""The commands: each parses, calls the verb of the same name in `variorum.api`, and shows what it returns."""

from __future__ import annotations

from variorum.cli.app import main

__all__ = ["main"]
