"""The names of what a collection holds: letters for the kind, and the number in the order of arrival."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.errors import UsageError

_DIGITS = 18
"""Digits of a number that is surely not larger than SQLite counts."""


@dataclass(frozen=True, slots=True)
class Naming:
    """How things of one kind are named, and what a person calls the kind."""

    letters: str
    kind: str

    def name(self, number: int) -> str:
        """Return the name of a number: `a17`."""
        return f"{self.letters}{number}"

    def number(self, name: str) -> int:
        """Return the number in a name; the bare number is taken, too. Raises `UsageError` for what is no name."""
        bare = name.removeprefix(self.letters)
        if not (bare.isascii() and bare.isdigit()) or len(bare) > _DIGITS:
            msg = f"{name!r} is no {self.kind}; they are named {self.name(1)}, {self.name(2)} and so on"
            raise UsageError(msg)
        return int(bare)


ARTICLE = Naming("a", "article")
STORY = Naming("st", "story")
DECISION = Naming("d", "decision")
