"""How far what is derived from the articles has come: numbers by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from variorum.store.database import Database


def mark(base: Database, name: str) -> int:
    """Return the number of the name; 0 where there is none yet."""
    return base.number("SELECT number FROM marks WHERE name = ?", name)


def set_mark(base: Database, name: str, number: int) -> None:
    """Set the number of the name."""
    base.run("INSERT INTO marks VALUES (?, ?) ON CONFLICT DO UPDATE SET number = excluded.number", name, number)
