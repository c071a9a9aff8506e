"""Long lists in pages, so that none is more than a browser and a reader can take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some items of a list: page `number` of `count`, both from 1; `first` is the rank of its first among `total`."""

    items: Sequence[Item]
    number: int
    count: int
    total: int
    first: int


def paged(items: Sequence[Item], number: int, size: int) -> Page[Item]:
    """Return the page of a number, the last where there are fewer."""
    count = max(1, -(-len(items) // size))
    number = min(max(1, number), count)
    start = (number - 1) * size
    return Page(items[start : start + size], number, count, len(items), start + 1)


def page_of(rank: int, size: int) -> int:
    """Return the number of the page that an item stands on; ranks count from 0."""
    return rank // size + 1


def weighed(items: Sequence[Item], weights: Sequence[int], number: int, most: int) -> Page[Item]:
    """Return a page of items that weigh at most `most` together, or of one that weighs more alone."""
    starts, load = [0], 0
    for n, weight in enumerate(weights):
        if load + weight > most and n > starts[-1]:
            starts.append(n)
            load = 0
        load += weight
    number = min(max(1, number), len(starts))
    bounds = [*starts, len(items)]
    return Page(items[bounds[number - 1] : bounds[number]], number, len(starts), len(items), bounds[number - 1] + 1)
