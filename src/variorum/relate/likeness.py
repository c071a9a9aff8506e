"""How far two propositions say the same, and what rules it out."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from math import fsum, log
from typing import TYPE_CHECKING

from variorum.relate.contrast import Bar, opposites, roles, times

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from variorum.relate.propositions import Proposition

Pair = tuple[int, int]

VECTOR, CONTAINED, SHARED = 0.6, 0.1, 0.3
SAME_FIGURE = 0.15
OTHER_DEED = 0.1
MOST_HOLDERS = 400
"""A word in more statements than this proposes no pairs: in the largest events it is what the event is about."""

NEAR = 0.3
"""Cosines below this are taken for none: no pair of clauses that say the same was below .33 in five events."""

ROWS = 512


def likeness(found: Sequence[Proposition], vectors: Mapping[str, Sequence[float]]) -> dict[Pair, float]:
    """Return the scores of all pairs worth a look, by their places in `found` (the smaller first).

    A score is a weighted sum of the cosine of the vectors and the overlap of the words, rare words of the event
    counting more; it ranks, it is no probability.
    """
    weights = _weights(found)
    near = _near(found, vectors)
    pairs = sorted({*_candidates(found), *near})
    return {(i, j): _score(found[i], found[j], weights, near.get((i, j), 0.0)) for i, j in pairs}


def excluded(a: Proposition, b: Proposition) -> Bar | None:
    """Return why the two cannot say the same, `None` where nothing rules it out.

    Opposite words and other times keep apart and are no conflict: "ten were killed" and "two were rescued" both stand.
    The other rules of `contrast` are for two sentences that stand alone. Among statements of one event they part
    what belongs together (claim_f1 .659 falls to .653 with negation, .648 with polarity, .636 with names, .614 with
    moods, .529 with numbers; with roles, opposites and times it stays).
    """
    if a.event != b.event:
        return Bar("another event", None)
    if a.negated != b.negated and a.predicate == b.predicate:
        return Bar("one denies what the other asserts", "denial")
    if _swapped(a, b):
        return Bar("who did it to whom is the other way round", "actor")
    if _full(a.days) and _full(b.days) and not a.days & b.days:
        return Bar("another day", None)
    if bar := roles(a.details, b.details):
        return bar
    apart = opposites(a.details, b.details) or times(a.details, b.details)
    return Bar(apart.why, None) if apart else None


def _swapped(a: Proposition, b: Proposition) -> bool:
    if a.predicate != b.predicate:
        return False
    agents, patients = a.agents & a.names, a.patients & a.names
    forth, back = agents & b.patients, patients & b.agents
    return bool(forth and back and not agents & b.agents)


def _full(days: frozenset[str]) -> bool:
    return any(len(day) == len("2025-01-09") and day[0].isdigit() for day in days)


def _weights(found: Sequence[Proposition]) -> dict[str, float]:
    """Weigh a word by how few articles' propositions have it (Spärck Jones 1972), within this event."""
    holders = Counter(word for p in found for word in p.words)
    return {word: log((1 + len(found)) / (1 + n)) for word, n in holders.items()}


def _candidates(found: Sequence[Proposition]) -> Iterator[Pair]:
    """Yield the pairs that share a word not too common in the event: all others stay at 0."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, proposition in enumerate(found):
        for word in proposition.words:
            holders[word].append(place)
    for places in holders.values():
        if len(places) <= MOST_HOLDERS:
            yield from combinations(places, 2)


def _near(found: Sequence[Proposition], vectors: Mapping[str, Sequence[float]]) -> dict[Pair, float]:
    """Return the cosines of at least `NEAR`; without vectors there are none."""
    import numpy as np  # noqa: PLC0415 - start-up

    if not vectors or not found:
        return {}
    matrix = np.array([vectors[p.text] for p in found], dtype=np.float32)
    near: dict[Pair, float] = {}
    for first in range(0, len(found), ROWS):
        block = matrix[first : first + ROWS] @ matrix.T
        for i, j in np.argwhere(block >= NEAR):
            if first + i < j:
                near[first + int(i), int(j)] = round(float(block[i, j]), 4)
    return near


def _score(a: Proposition, b: Proposition, weights: Mapping[str, float], cosine: float) -> float:
    both = fsum(weights[w] for w in a.words & b.words)
    own_a, own_b = (fsum(weights[w] for w in p.words) for p in (a, b))
    contained = both / max(0.1, min(own_a, own_b))
    shared = both / max(0.1, own_a + own_b - both)
    return VECTOR * cosine + CONTAINED * contained + SHARED * shared + _extra(a, b)


def _extra(a: Proposition, b: Proposition) -> float:
    """Weigh the same figure of one measure, and verbs of which neither proposition has the other's."""
    values_a = {(f.low, f.high, f.measure) for f in a.figures if f.measure}
    values_b = {(f.low, f.high, f.measure) for f in b.figures if f.measure}
    other = bool(a.predicate and b.predicate) and a.predicate not in b.words and b.predicate not in a.words
    return SAME_FIGURE * bool(values_a & values_b) - OTHER_DEED * other
