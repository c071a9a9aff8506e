"""The claims × articles matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.model import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import Article, Relations


def matrix(articles: Sequence[Article], relations: Relations) -> tuple[Row, ...]:
    """Return one row a claim, in the claims' order, one mark an article, in the articles' order."""
    marks = relations.marks
    return tuple(
        Row(claim.id, tuple(marks.get((claim.id, article.id), "silent") for article in articles))
        for claim in relations.claims
    )
