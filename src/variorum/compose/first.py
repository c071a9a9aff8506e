"""What to read first: the fewest articles that hold every claim that several outlets carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.text.covering import smallest_cover

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import Article, Claim

SEVERAL = 2


def read_first(articles: Sequence[Article], claims: Sequence[Claim]) -> tuple[str, ...]:
    """Return the ids of the articles, the one with most of these claims first; none where no claim is of several."""
    shared = [claim for claim in claims if claim.outlets >= SEVERAL]
    held = [frozenset(n for n, claim in enumerate(shared) if article.id in claim.articles) for article in articles]
    return tuple(articles[n].id for n in smallest_cover(held))
