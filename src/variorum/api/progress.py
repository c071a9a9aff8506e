"""How a verb tells how far it has come."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Whoever wants to know how far a verb has come."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Hear that `done` of `total` steps of `stage` are done."""


def silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""
