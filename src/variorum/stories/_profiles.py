"""What each story is like: the sum of its articles' vectors, cut to the weightiest terms; its time; when it grew."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from variorum.stories.when import Interval

TERMS = 128
"""Terms a profile keeps, and terms of an article that are compared. On the development half of WikiNews and BASIL 60
cost .005 of B-cubed F1 against 128, 192 and 400 gained .001."""
CAPACITY = 1 << 17
"""Stories that the memory holds, at 1 kB each; then the quietest makes room. Memory never touched costs nothing."""
_LONG = 3.0
"""Days from which a date is too imprecise (a month, a year) to widen the time of a story that has a better one."""


class Vector(NamedTuple):
    """Terms and weights, the weightiest first."""

    terms: NDArray[np.uint32]
    weights: NDArray[np.float64]

    def cut(self, many: int = TERMS) -> Vector:
        """Keep the weightiest; equal weights are taken in the order of the terms' numbers."""
        order = np.lexsort((self.terms, -self.weights))[:many]
        return Vector(self.terms[order], self.weights[order])


class Profiles:
    """Fixed rows, each lent to one story; row 0 is never lent."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self.terms = np.zeros((capacity, TERMS), np.uint32)
        self.weights = np.zeros((capacity, TERMS), np.float32)
        self.story = np.zeros(capacity, np.uint32)
        self.sizes = np.zeros(capacity, np.uint32)
        self.grown = np.zeros(capacity, np.uint32)
        self.first = np.full(capacity, np.nan)
        self.last = np.full(capacity, np.nan)
        self.begun = np.full(capacity, np.nan)
        self.ended = np.full(capacity, np.nan)
        self.hand = 0

    def likeness(self, rows: NDArray[np.intp], vector: Vector) -> NDArray[np.float64]:
        """Return the mean cosine between the vector and the articles of each row's story (average linkage)."""
        order = np.argsort(vector.terms)
        terms, weights = vector.terms[order], vector.weights[order]
        held = self.terms[rows]
        at = np.minimum(np.searchsorted(terms, held), len(terms) - 1)
        shared = np.where(terms[at] == held, weights[at] * self.weights[rows], 0.0)
        found: NDArray[np.float64] = shared.sum(axis=1) / self.sizes[rows]
        return found

    def apart(self, rows: NDArray[np.intp], when: Interval | None) -> NDArray[np.float64]:
        """Return the days between a time and each row's story; NaN where one of the two is unknown."""
        if when is None:
            return np.full(len(rows), np.nan)
        gaps: NDArray[np.float64] = np.maximum(np.maximum(self.first[rows] - when[1], when[0] - self.last[rows]), 0.0)
        return gaps

    def span(self, rows: NDArray[np.intp], when: Interval | None) -> NDArray[np.float64]:
        """Return the days that surely lie between a time and the far end of each row's story, at least 0.

        A report of some day of a month may be of its last or its first. NaN where one of the two is unknown.
        """
        if when is None:
            return np.full(len(rows), np.nan)
        days: NDArray[np.float64] = np.maximum(when[0] - self.begun[rows], self.ended[rows] - when[1])
        return np.maximum(days, 0.0)

    def lend(self, story: int, clock: int) -> int:
        """Return an empty row for the story: the next that is free or has been quiet for long."""
        capacity = len(self.story)
        while True:
            self.hand = self.hand % (capacity - 1) + 1
            if not self.story[self.hand] or clock - int(self.grown[self.hand]) > capacity // 2:
                break
        row = self.hand
        self.terms[row], self.weights[row], self.sizes[row] = 0, 0.0, 0
        self.story[row] = story
        self.first[row], self.last[row], self.begun[row], self.ended[row] = np.nan, np.nan, np.nan, np.nan
        return row

    def grow(self, row: int, vector: Vector, when: Interval | None, clock: int) -> None:
        """Put one more article into a row."""
        held = self.weights[row] > 0
        terms = np.concatenate([self.terms[row][held], vector.terms])
        numbers, at = np.unique(terms, return_inverse=True)
        sums = np.bincount(at, np.concatenate([self.weights[row][held], vector.weights]), len(numbers)).astype(float)
        kept = Vector(numbers, sums).cut()
        self.terms[row], self.weights[row] = 0, 0.0
        self.terms[row, : len(kept.terms)] = kept.terms
        self.weights[row, : len(kept.terms)] = kept.weights
        self.sizes[row] += 1
        self.grown[row] = clock
        self._widen(row, when)

    def _widen(self, row: int, when: Interval | None) -> None:
        if when is None:
            return
        self.begun[row] = np.fmin(self.begun[row], when[1])
        self.ended[row] = np.fmax(self.ended[row], when[0])
        known = not np.isnan(self.first[row])
        if known and when[1] - when[0] > _LONG:
            return
        self.first[row] = np.fmin(self.first[row], when[0])
        self.last[row] = np.fmax(self.last[row], when[1])
