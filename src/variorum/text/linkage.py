"""Average-linkage clustering over sparse scores, with pairs that must stay apart (Sokal & Michener 1958)."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

Pair = tuple[int, int]


def clusters(
    count: int,
    scores: Mapping[Pair, float],
    apart: Collection[Pair],
    threshold: float,
    sizes: Sequence[int] | None = None,
) -> list[tuple[int, ...]]:
    """Group the numbers 0 … `count`-1; a pair without a score has 0, a pair in `apart` never shares a group.

    Two groups are joined while the mean score between them is at least `threshold`, the highest mean first; equal
    means are taken in the order of the groups' first members, so the result depends on nothing else. `sizes` tell how
    many things each number stands for where they are one from the start: a mean is taken over all of them.
    """
    state = _State(scores, apart, sizes or [1] * count)
    heap = [(-score, a, b, state.sizes[a], state.sizes[b]) for (a, b), score in scores.items() if score >= threshold]
    heapq.heapify(heap)
    while heap:
        _score, a, b, size_a, size_b = heapq.heappop(heap)
        if state.stale(a, b, size_a, size_b):
            continue
        for mean, x, y in state.join(a, b):
            if mean >= threshold:
                heapq.heappush(heap, (-mean, x, y, state.sizes[x], state.sizes[y]))
    return sorted(tuple(sorted(group)) for group in state.members.values())


class _State:
    """The groups so far (each named by its first member), the sums of scores between them, and what must stay apart."""

    def __init__(self, scores: Mapping[Pair, float], apart: Collection[Pair], sizes: Sequence[int]) -> None:
        count = len(sizes)
        self.sizes = [*sizes]
        self.members = {i: [i] for i in range(count)}
        self.sums: list[dict[int, float]] = [{} for _ in range(count)]
        self.apart: list[set[int]] = [set() for _ in range(count)]
        for (a, b), score in scores.items():
            self.sums[a][b] = self.sums[b][a] = score * sizes[a] * sizes[b]
        for a, b in apart:
            self.apart[a].add(b)
            self.apart[b].add(a)

    def stale(self, a: int, b: int, size_a: int, size_b: int) -> bool:
        """Tell whether the groups are gone, have grown since, or must stay apart."""
        if a not in self.members or b not in self.members or b in self.apart[a]:
            return True
        return self.sizes[a] != size_a or self.sizes[b] != size_b

    def join(self, a: int, b: int) -> list[tuple[float, int, int]]:
        """Put `b` into `a`; return the new means of `a` with each group it has a score with."""
        kept, gone = min(a, b), max(a, b)
        self.members[kept] += self.members.pop(gone)
        self.sizes[kept] += self.sizes[gone]
        for other, score in self.sums[gone].items():
            self.sums[other].pop(gone)
            if other != kept:
                self.sums[kept][other] = self.sums[other][kept] = self.sums[kept].get(other, 0.0) + score
        self.sums[kept].pop(gone, None)
        for other in self.apart[gone]:
            self.apart[other].add(kept)
        self.apart[kept] |= self.apart[gone]
        size = self.sizes[kept]
        return [(s / (size * self.sizes[o]), min(kept, o), max(kept, o)) for o, s in self.sums[kept].items()]
