"""Whether the reports are plainly of several events: then nothing is compared across them."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from variorum.model import Problem
from variorum.text.linkage import clusters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.model import Article

NAMES, WORDS = 0.1, 0.2
"""Two reports with less in common are of two events. Measured on 135 reports of 45 events (WikiNews, BASIL): of the
pairs on one event none has both shares below these, of 250 pairs on two events 80 in 100 have."""

FEWEST = 40
"""Content words from which a report says enough to be told from others: a bare headline is left where it was put."""


def events(keys: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return the number of the event of each article, 0 for the first; `keys` are the `word_keys` by article."""
    names = list(keys)
    bags = [_bag(keys[name]) for name in names]
    pairs = {(i, j): 0.0 if _plainly_two(bags[i], bags[j]) else 1.0 for i, j in combinations(range(len(names)), 2)}
    joined = {pair: 1.0 for pair, alike in pairs.items() if alike}
    groups = _components(len(names), joined)
    return {names[i]: number for number, group in enumerate(groups) for i in group}


def _components(count: int, joined: Mapping[tuple[int, int], float]) -> list[tuple[int, ...]]:
    """Follow the joins from report to report: two that share nothing may both share with a third."""
    return clusters(count, joined, (), 1.0 / max(1, count * count))


class _Bag(NamedTuple):
    """The words of a report, and how often it names each entity and country."""

    words: frozenset[str]
    names: Counter[str]


def _bag(keys: Sequence[str]) -> _Bag:
    return _Bag(frozenset(k for k in keys if k and ":" not in k), Counter(k for k in keys if ":" in k))


def _plainly_two(a: _Bag, b: _Bag) -> bool:
    fewer = min(len(a.words), len(b.words))
    if fewer < FEWEST:
        return False
    return _names_shared(a.names, b.names) < NAMES and len(a.words & b.words) < WORDS * fewer


def _names_shared(a: Counter[str], b: Counter[str]) -> float:
    """Return the share of mentions whose entity or country is in both reports, the mean of the two."""
    both = a.keys() & b.keys()
    shares = [sum(bag[k] for k in both) / max(1, bag.total()) for bag in (a, b)]
    return sum(shares) / 2


def several(articles: Sequence[Article], event: Mapping[str, int]) -> list[Problem]:
    """Return one problem for each event but the first and largest: which reports are of another event."""
    sizes = Counter(event.values())
    main = max(sizes, key=lambda number: (sizes[number], -number))
    found = []
    for number in sorted(sizes):
        if number != main:
            others = [a.path for a in articles if event[a.id] == number]
            message = (
                f"{', '.join(others)}: of another event than the other reports, as far as names and words tell; "
                "nothing is compared across, compare them on their own"
            )
            found.append(Problem(others[0], "several-events", message))
    return found
