"""The stories of a collection as they are listed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from variorum.errors import UsageError
from variorum.model import Member
from variorum.model.collection import StoryEntry
from variorum.model.naming import ARTICLE, STORY
from variorum.store import listing, words
from variorum.store.listing import Quiet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.store.database import Database
    from variorum.store.listing import Head, Listed

PLACES = 3
"""Places shown of a story."""
_NEWEST, _SOME, _MISDATED = 1000, 4, 20
"""The time of a collection is that of the stories that grew last, one and one of twenty of them left out: a page
may bear any date."""


def with_words(base: Database, asked: str | None) -> tuple[int, ...] | None:
    """Return the numbers of the stories that have one article with all the words; `None` where none is asked for."""
    if asked is None:
        return None
    words.index(base)
    return tuple(sorted(set(listing.stories_of(base, words.matching(base, asked, -1)).values())))


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


def quiet_limits(base: Database) -> Quiet:
    """Return from where on a story is quiet, by the time of the collection."""
    from variorum.stories import ASLEEP, FADE  # noqa: PLC0415 - start-up

    grown, lasts = listing.newest(base, _NEWEST)
    left_out = 1 + len(lasts) // _MISDATED if len(lasts) >= _SOME else 0
    now = lasts[-1 - left_out] if lasts else 0.0
    return Quiet(now - FADE, grown - ASLEEP)


def entries(base: Database, heads: Sequence[Head], limits: Quiet) -> tuple[StoryEntry, ...]:
    """Return the stories with all their articles; `limits` are from `quiet_limits`."""
    held = listing.members(base, [head.id for head in heads])
    rivals = {int(name) for some in held.values() for one in some for name in one.rivals.split()}
    there = {number for number in rivals if listing.head(base, number)}
    return tuple(_entry(head, held[head.id], there, head.is_quiet(limits)) for head in heads)


def _entry(head: Head, members: Sequence[Listed], there: set[int], quiet: bool) -> StoryEntry:
    dates = sorted(one.published for one in members if one.published)
    rivals = (int(name) for one in members for name in one.rivals.split())
    proposed = dict.fromkeys(STORY.name(number) for number in rivals if number in there and number != head.id)
    named = Counter(place for one in members for place in one.places.split("|") if place)
    return StoryEntry(
        id=STORY.name(head.id),
        title=next((one.title for one in members if one.title), None),
        articles=tuple(
            Member(ARTICLE.name(one.id), one.url, one.path, one.outlet, one.published, one.because, one.title)
            for one in members
        ),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        outlets=tuple(dict.fromkeys(one.outlet for one in members if one.outlet)),
        places=tuple(place for place, _ in named.most_common(PLACES)),
        proposed=tuple(proposed),
        quiet=quiet,
    )
