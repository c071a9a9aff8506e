"""What made a stored thing: the versions, as one line, each line kept once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from variorum.store.database import Database


def maker(base: Database, made_by: str) -> int:
    """Return the number of what made a thing, a new one where it has none."""
    return maker_known(base, made_by) or base.run("INSERT INTO makers (made_by) VALUES (?)", made_by)


def maker_known(base: Database, made_by: str) -> int:
    """Return the number of what made a thing; 0 where it made nothing here."""
    return base.number("SELECT id FROM makers WHERE made_by = ?", made_by)
