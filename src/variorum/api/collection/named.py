"""Which story or article of a collection a name means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.errors import UsageError
from variorum.model.naming import ARTICLE, STORY
from variorum.store import articles as kept
from variorum.store import listing

if TYPE_CHECKING:
    from variorum.store.database import Database
    from variorum.store.listing import Head


def story_named(base: Database, name: str) -> Head:
    """Return the story. Raises `UsageError` where there is none of this name, or where it was merged into another."""
    head = listing.head(base, STORY.number(name))
    if head is None:
        msg = f"there is no story {name}; `variorum stories` lists them"
        raise UsageError(msg)
    return head


def article_named(base: Database, name: str) -> int:
    """Return the number of the article. Raises `UsageError` where there is none of this name."""
    number = ARTICLE.number(name)
    if not kept.editions(base, [number]):
        msg = f"there is no article {name} in {base.path}"
        raise UsageError(msg)
    return number
