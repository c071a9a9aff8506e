"""The fewest sets that together hold all that is wanted (set cover; Karp 1972, greedily by Chvátal 1979)."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

EXACT = 16
"""Sets of which every choice is looked at: 65,536 at most, a tenth of a second. Of more the greedy choice is taken."""


def smallest_cover(sets: Sequence[frozenset[int]]) -> tuple[int, ...]:
    """Return the places of the fewest sets that hold every number of all of them, the largest of these first.

    Of equally few those that hold most in all, then the first ones. Of more than `EXACT` sets the choice may be larger
    than the smallest by a factor of the logarithm of the numbers.
    """
    wanted = frozenset[int]().union(*sets)
    useful = [n for n, held in enumerate(sets) if held and held not in sets[:n]]
    chosen = _exact(sets, useful, wanted) if len(useful) <= EXACT else _greedy(sets, useful, wanted)
    return tuple(sorted(chosen, key=lambda n: (-len(sets[n]), n)))


def _exact(sets: Sequence[frozenset[int]], useful: Sequence[int], wanted: frozenset[int]) -> tuple[int, ...]:
    for count in range(len(useful) + 1):
        whole = [c for c in combinations(useful, count) if frozenset[int]().union(*(sets[n] for n in c)) == wanted]
        if whole:
            return max(whole, key=lambda c: sum(len(sets[n]) for n in c))
    return ()


def _greedy(sets: Sequence[frozenset[int]], useful: Sequence[int], wanted: frozenset[int]) -> tuple[int, ...]:
    chosen: list[int] = []
    left = wanted
    while left:
        best = max(useful, key=lambda n: (len(sets[n] & left), -n))
        chosen.append(best)
        left -= sets[best]
    return tuple(chosen)
