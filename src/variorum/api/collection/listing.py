"""The stories of a collection as they are listed, and what a search finds."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from variorum.errors import UsageError
from variorum.model import Excerpt, Member, Span
from variorum.model.collection import Hit, StoryEntry
from variorum.store import articles as kept
from variorum.store import listing, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import Article
    from variorum.store.database import Database
    from variorum.store.listing import Head, Listed, Wanted

PLACES = 3
"""Places shown of a story."""
_NEWEST, _SOME, _MISDATED = 1000, 4, 20
"""The time of a collection is that of the stories that grew last, one and one of twenty of them left out: a page
may bear any date."""
_BEFORE, _LONG = 80, 320
"""Characters of an excerpt before the first word found, and in all: three lines on a terminal."""


def quiet_limits(base: Database) -> tuple[float, int]:
    """Return the day and the article before which a story that did not grow since is quiet."""
    from variorum.stories import ASLEEP, FADE  # noqa: PLC0415 - start-up

    grown, lasts = listing.newest(base, _NEWEST)
    left_out = 1 + len(lasts) // _MISDATED if len(lasts) >= _SOME else 0
    now = lasts[-1 - left_out] if lasts else 0.0
    return now - FADE, grown - ASLEEP


def day(value: str | None, end: int) -> float | None:
    """Return the first (0) or last (1) moment of a day that a person typed, in days. Raises `UsageError`."""
    from variorum.stories import interval  # noqa: PLC0415 - start-up

    if value is None:
        return None
    found = interval(value)
    if found is None:
        msg = f"{value!r} is no day; give one like 2031-03-04, or a month or year like 2031-03"
        raise UsageError(msg)
    return found[end]


def entries(base: Database, wanted: Wanted, limit: int | None, offset: int) -> tuple[StoryEntry, ...]:
    """Return the stories that have what is wanted, with all their articles, the one that grew last first."""
    heads = listing.heads(base, wanted, limit, offset)
    return _with_members(base, heads)


def entry(base: Database, story: int) -> StoryEntry:
    """Return one story. Raises `UsageError` where there is none."""
    head = listing.head(base, story)
    if head is None:
        msg = f"there is no story st{story}; `variorum stories` lists them"
        raise UsageError(msg)
    return _with_members(base, [head])[0]


def hits(base: Database, asked: str, limit: int) -> tuple[Hit, ...]:
    """Return the articles that have the words, the best first, each with an excerpt."""
    numbers = words.matching(base, asked, limit)
    found = kept.articles(base, numbers)
    stories = listing.stories_of(base, numbers)
    places = words.places([article.text for article in found.values()], asked)
    return tuple(
        Hit(
            article=article.id,
            story=f"st{stories[number]}",
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


def _with_members(base: Database, heads: Sequence[Head]) -> tuple[StoryEntry, ...]:
    held = listing.members(base, [head.id for head in heads])
    since, grown = quiet_limits(base)
    rivals = {int(name) for some in held.values() for one in some for name in one.rivals.split()}
    there = {number for number in rivals if listing.head(base, number)}
    return tuple(_entry(head, held[head.id], there, _is_quiet(head, since, grown)) for head in heads)


def _is_quiet(head: Head, since: float, grown: int) -> bool:
    return head.grown <= grown if head.last is None else head.last < since


def _entry(head: Head, members: Sequence[Listed], there: set[int], quiet: bool) -> StoryEntry:
    dates = sorted(one.published for one in members if one.published)
    rivals = (int(name) for one in members for name in one.rivals.split())
    proposed = dict.fromkeys(f"st{number}" for number in rivals if number in there and number != head.id)
    named = Counter(place for one in members for place in one.places.split("|") if place)
    return StoryEntry(
        id=f"st{head.id}",
        title=next((one.title for one in members if one.title), None),
        articles=tuple(
            Member(f"a{one.id}", one.url, one.path, one.outlet, one.published, one.because, one.title)
            for one in members
        ),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        outlets=tuple(dict.fromkeys(one.outlet for one in members if one.outlet)),
        places=tuple(place for place, _ in named.most_common(PLACES)),
        proposed=tuple(proposed),
        quiet=quiet,
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
