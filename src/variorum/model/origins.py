"""Which articles are one origin: copies of one agency's or one author's text, counted once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.model.article import Article
    from variorum.model.claim import Reuse

COPY = 0.25
"""Share of the shorter article from which two are one copy. Over 120 pairs of reports by different outlets on one event
(BASIL, quotations left out) the highest share is .15; of 917 pairs on WikiNews' events 10 reach .25, each of them a
reprint, an outlet's update or a rewritten agency report."""


def origins(articles: Sequence[Article], copies: Sequence[Reuse]) -> dict[str, str]:
    """Return for each article the article that stands for its origin: itself, unless it is a copy.

    Articles of one agency, and articles that share at least `COPY` of their words, have one origin; the first of them
    stands for all.
    """
    rank = {article.id: n for n, article in enumerate(articles)}
    above = {article.id: article.id for article in articles}

    def root(name: str) -> str:
        while above[name] != name:
            name = above[name]
        return name

    for pair in _same_origin(articles, copies):
        kept, gone = sorted(map(root, pair), key=rank.__getitem__)
        above[gone] = kept
    return {article.id: root(article.id) for article in articles}


def _same_origin(articles: Sequence[Article], copies: Sequence[Reuse]) -> Iterator[tuple[str, str]]:
    yield from (pair.articles for pair in copies if pair.overlap >= COPY)
    first: dict[str, str] = {}
    for article in articles:
        if article.agency:
            yield first.setdefault(article.agency.name, article.id), article.id
