"""The memory of the stories as bytes: up to which article it goes, and in which turn of decisions it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from variorum.store.database import Database


class Memory(NamedTuple):
    """What was written last."""

    upto: int
    turn: int
    packed: bytes


def memory(base: Database) -> Memory | None:
    """Return the memory that was written last."""
    row = base.row("SELECT upto, turn, packed FROM memory")
    return Memory(*row) if row else None


def turn(base: Database) -> int:
    """Return in which turn the memory was written; it begins anew with each decision on stories."""
    return base.number("SELECT turn FROM memory")


def remember(base: Database, upto: int, turn: int, packed: bytes) -> None:
    """Write the memory in the place of the last one."""
    base.run("INSERT OR REPLACE INTO memory VALUES (1, ?, ?, ?)", upto, turn, packed)
