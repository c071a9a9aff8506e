"""The accounts of stories, each with a key of what it was made from and with what made it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.errors import CollectionError
from variorum.store.makers import maker
from variorum.store.packing import packed, unpacked

if TYPE_CHECKING:
    from variorum.store.database import Database


def account(base: Database, story: int, key: bytes, made_by: str) -> bytes | None:
    """Return the account of a story, where one is kept that was made by this from the same."""
    row = base.row(
        "SELECT a.packed FROM accounts a JOIN makers m ON m.id = a.maker"
        " WHERE a.story = ? AND a.key = ? AND m.made_by = ?",
        story,
        key,
        made_by,
    )
    try:
        return unpacked(row[0]) if row else None
    except CollectionError:  # it can be made again
        return None


def keep_account(base: Database, story: int, key: bytes, made_by: str, data: bytes) -> None:
    """Keep the account of a story in the place of the last one."""
    with base.writing():
        made = maker(base, made_by)
        base.run("INSERT OR REPLACE INTO accounts VALUES (?, ?, ?, ?)", story, key, made, packed(data))
