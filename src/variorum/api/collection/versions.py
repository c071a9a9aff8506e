"""What an article said before, and what of it was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.model.collection import Replaced, Version
from variorum.store import articles as kept
from variorum.text.differences import differences

if TYPE_CHECKING:
    from variorum.model import Article
    from variorum.store.database import Database


def versions_of(base: Database, number: int) -> tuple[Version, ...]:
    """Return the versions of an article, the first one first."""
    before: Article | None = None
    found = []
    for n, sha256, added, article in kept.versions(base, number):
        changed = _replaced(before, article) if before else ()
        found.append(Version(article.id, n, sha256, added, article.title, changed))
        before = article
    return tuple(found)


def _replaced(old: Article, new: Article) -> tuple[Replaced, ...]:
    return tuple(Replaced(old.excerpt(*a), new.excerpt(*b)) for a, b in differences(old.text, new.text))
