"""What bounds the scores of stories: a page that is no event, and what average linkage reaches when all is seen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from story_batch import OURS
from story_sets import Report, bcubed, ours

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Row = tuple[str, list[tuple[float, float, float]]]


def perfect_but(page: str, some: Sequence[Report]) -> list[int]:
    """Return stories that are the events, but for the articles of one page: these are together where ours put them."""
    told = [f"{story}" if one.event == page else one.event for one, story in zip(some, ours(some), strict=True)]
    numbers = {name: n for n, name in enumerate(dict.fromkeys(told))}
    return [numbers[name] for name in told]


def bounds(orders: dict[str, list[list[Report]]], page: str, score: Callable[..., Any]) -> Iterator[Row]:
    """Return the rows of the table that no method can be blamed for."""
    yield (
        "bound: perfect but for the digest",
        [bcubed(partial(perfect_but, page), some, score) for some in orders.values()],
    )
    yield (
        "bound: the same linkage, threshold of each set",
        [_with_hindsight(some[:1], score) for some in orders.values()],
    )


def _with_hindsight(some: Sequence[Sequence[Report]], score: Callable[..., Any]) -> tuple[float, float, float]:
    reached = (bcubed(partial(OURS.stories, setting=setting), some, score) for setting in OURS.settings)
    return max(reached, key=lambda found: found[2])
