"""Which statements make one claim."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from variorum.relate.likeness import Pair, excluded, likeness
from variorum.text.linkage import clusters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from variorum.model import FigureGroup, NotCompared, Utterance
    from variorum.relate.propositions import Proposition

THRESHOLD = 0.5
UTTERANCE = 1.0
FIGURES = 0.3


def grouped(
    found: Sequence[Proposition],
    vectors: Mapping[str, Sequence[float]],
    utterances: Sequence[Utterance],
    groups: tuple[Sequence[FigureGroup], Sequence[NotCompared]],
) -> list[list[Proposition]]:
    """Return the propositions that say the same together, in the order of their first.

    What one speaker said in one act, and figures found to measure one thing, speak for it; another day, swapped
    roles, a negation and figures declined as incomparable rule it out.
    """
    place = {p.id: n for n, p in enumerate(found)}
    scores = likeness(found, vectors)
    for pair in _utterance_pairs(utterances, place):
        scores[pair] = UTTERANCE
    for pair in _figure_pairs((g.members for g in groups[0]), found, place):
        scores[pair] = scores.get(pair, 0.0) + FIGURES
    apart = {
        pair for pair, score in scores.items() if score >= THRESHOLD / 2 and excluded(found[pair[0]], found[pair[1]])
    }
    apart |= set(_figure_pairs((n.figures for n in groups[1]), found, place))
    kept = {pair: score for pair, score in scores.items() if pair not in apart}
    return [[found[i] for i in group] for group in clusters(len(found), kept, apart, THRESHOLD)]


def _utterance_pairs(utterances: Sequence[Utterance], place: Mapping[str, int]) -> Iterator[Pair]:
    for utterance in utterances:
        places = sorted(place[w.statement] for w in utterance.wordings)
        yield from combinations(places, 2)


def _figure_pairs(
    groups: Iterator[tuple[str, ...]], found: Sequence[Proposition], place: Mapping[str, int]
) -> Iterator[Pair]:
    """Yield the pairs of statements of two articles whose figures stand in one group."""
    home = {f.id: place[p.id] for p in found for f in p.figures}
    for members in groups:
        by_article: dict[str, set[int]] = defaultdict(set)
        for member in members:
            if member in home:
                by_article[found[home[member]].article].add(home[member])
        for a, b in combinations(sorted(by_article), 2):
            yield from ((min(i, j), max(i, j)) for i in by_article[a] for j in by_article[b])
