"""Which propositions are likest to each other: nothing else in either report is as like to what the other says.

Two reports of one event tell its main points both, each once; so what is likest both ways is more often the same than
its likeness tells (mutual nearest neighbours, Gowda and Krishna 1978, Agglomerative clustering using the concept of
mutual nearest neighbourhood).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

Pair = tuple[int, int]


def likest(scores: Mapping[Pair, float], reports: Sequence[Collection[str]], least: float) -> dict[Pair, float]:
    """Return the pairs of which each is the likest to the other, with the share of their reports in which it is so.

    `reports` are those in which each number stands; pairs below `least` are none.
    """
    near = {pair: score for pair, score in scores.items() if score >= least}
    best: dict[tuple[int, str], tuple[float, int]] = {}
    for (i, j), score in near.items():
        for one, other in ((i, j), (j, i)):
            for report in reports[other]:
                if report not in reports[one]:
                    held = best.get((one, report))
                    if held is None or (score, -other) > held:
                        best[one, report] = score, -other
    return _both_ways(best, reports)


def _both_ways(
    best: Mapping[tuple[int, str], tuple[float, int]], reports: Sequence[Collection[str]]
) -> dict[Pair, float]:
    found: dict[Pair, int] = defaultdict(int)
    for (one, _report), (_score, other) in best.items():
        found[one, -other] += 1
    return {
        (i, j): there * found[j, i] / (len(reports[i]) * len(reports[j]))
        for (i, j), there in found.items()
        if i < j and (j, i) in found
    }
