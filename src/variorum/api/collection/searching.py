"""What a search in a collection finds, each article with the words around the first one found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.model import Excerpt, Span
from variorum.model.collection import Hit
from variorum.model.naming import STORY
from variorum.store import articles as kept
from variorum.store import listing, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import Article
    from variorum.store.database import Database

_BEFORE, _LONG = 80, 320
"""Characters of an excerpt before the first word found, and in all: three lines on a terminal."""


def hits(base: Database, asked: str, limit: int) -> tuple[Hit, ...]:
    """Return the articles that have the words, the best first, each with an excerpt."""
    words.index(base)
    numbers = words.matching(base, asked, limit)
    found = kept.articles(base, numbers)
    stories = listing.stories_of(base, numbers)
    places = words.places([article.text for article in found.values()], asked)
    return tuple(
        Hit(
            article=article.id,
            story=STORY.name(stories[number]),
            title=article.title,
            outlet=article.publisher.name if article.publisher else None,
            published=article.published.value if article.published else None,
            url=article.url,
            path=article.path,
            excerpt=(excerpt := _excerpt(article, spans)),
            found=tuple(Span(*span) for span in spans if excerpt.start <= span[0] and span[1] <= excerpt.end),
        )
        for (number, article), spans in zip(found.items(), places, strict=True)
    )


def _excerpt(article: Article, spans: Sequence[tuple[int, int]]) -> Excerpt:
    """Quote the text around the first word found, from one space to another; the title only where no word is below."""
    text = article.text
    below = max((part.end for part in article.parts if part.kind == "headline"), default=0)
    inside = [start for start, _ in spans if start >= below]
    at, first = (inside[0], below) if inside else (spans[0][0] if spans else 0, 0)
    start = max(first, at - _BEFORE)
    start = text.find(" ", start, at) + 1 or at if start > first else at - len(text[first:at].lstrip())
    end = min(len(text), start + _LONG)
    cut = text.rfind(" ", start, end) if end < len(text) else end
    end = cut if cut > at else end
    return Excerpt(start, end, text[start:end])
