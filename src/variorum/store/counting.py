"""How much a collection holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.model.collection import Stats

if TYPE_CHECKING:
    from variorum.store.database import Database


def stats(base: Database) -> Stats:
    """Count what is in the collection."""
    row = base.row("SELECT min(published), max(published) FROM articles")
    first, last = row or (None, None)
    return Stats(
        articles=base.number("SELECT count(*) FROM articles"),
        versions=base.number("SELECT count(*) FROM versions"),
        stories=base.number("SELECT count(*) FROM stories WHERE many > 0"),
        several=base.number("SELECT count(*) FROM stories WHERE many > 1"),
        outlets=base.number("SELECT count(DISTINCT outlet) FROM articles"),
        undated=base.number("SELECT count(*) FROM articles WHERE published IS NULL"),
        first=first,
        last=last,
        passages=base.number("SELECT count(*) FROM passages"),
        accounts=base.number("SELECT count(*) FROM accounts"),
        decisions=base.number("SELECT count(*) FROM decisions WHERE undo IS NULL"),
        size=base.size(),
        captured=base.number("SELECT sum(size) FROM captures"),
    )
