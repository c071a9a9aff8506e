"""Propositions in the same words, taken as one while claims are looked for: forty prints of one text cost as one.

Nothing is lost by it: two in the same words have the highest score there is, so they would be put together first. Kept
single is what people decided on, and what a figure keeps apart from others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from variorum.relate.propositions.taking import Proposition

Pair = tuple[int, int]


class Wordings:
    """The different wordings of some propositions; places are those of the propositions, numbers of the wordings."""

    def __init__(self, found: Sequence[Proposition], single: Collection[int]) -> None:
        """Put equal propositions of different statements together, but for the places in `single`."""
        self.members: list[list[int]] = []
        self.of: list[int] = []
        known: dict[object, list[int]] = defaultdict(list)
        for place, proposition in enumerate(found):
            key = place if place in single else _key(proposition)
            number = next((n for n in known[key] if not _stated(found, self.members[n], proposition)), None)
            if number is None:
                number = len(self.members)
                self.members.append([])
                known[key].append(number)
            self.members[number].append(place)
            self.of.append(number)

    @property
    def firsts(self) -> list[int]:
        """The place of the first proposition of each wording."""
        return [places[0] for places in self.members]

    def lifted(self, pairs: Iterable[Pair]) -> set[Pair]:
        """Return the pairs of wordings of some pairs of places."""
        numbers = ((self.of[i], self.of[j]) for i, j in pairs)
        return {(min(a, b), max(a, b)) for a, b in numbers if a != b}

    def share(self, pairs: Iterable[Pair]) -> dict[Pair, float]:
        """Return for each pair of wordings which share of their pairs of propositions is among `pairs`."""
        counts: dict[Pair, int] = defaultdict(int)
        for i, j in pairs:
            a, b = self.of[i], self.of[j]
            if a != b:
                counts[min(a, b), max(a, b)] += 1
        return {(a, b): n / (len(self.members[a]) * len(self.members[b])) for (a, b), n in counts.items()}


def _key(p: Proposition) -> object:
    figures = tuple((f.low, f.high, f.measure, f.unit) for f in p.figures)
    return p.text, p.words, p.days, p.agents, p.patients, p.negated, p.event, figures


def _stated(found: Sequence[Proposition], places: Sequence[int], proposition: Proposition) -> bool:
    """Tell whether one of the places is of the proposition's own statement: what is said twice there stays two."""
    return any(found[place].statement.id == proposition.statement.id for place in places[-1:])


def nested(found: Sequence[Proposition]) -> Iterator[Pair]:
    """Yield the pairs of which one stands within the other's words: a relayed statement inside the relaying one."""
    by_article: dict[str, list[int]] = defaultdict(list)
    for place, proposition in enumerate(found):
        by_article[proposition.article].append(place)
    for places in by_article.values():
        yield from ((i, j) for i, j in combinations(places, 2) if _overlap(found[i], found[j]))


def _overlap(a: Proposition, b: Proposition) -> bool:
    return any(x.start < y.end and y.start < x.end for x in a.pieces for y in b.pieces)


class ByPlace(Mapping[Pair, float]):
    """The scores of wordings, asked for by the places of propositions; 1 for two of one wording."""

    def __init__(self, scores: Mapping[Pair, float], wordings: Wordings) -> None:
        """Hold the scores by the numbers of the wordings."""
        self._scores, self._wordings = scores, wordings

    def __getitem__(self, pair: Pair) -> float:
        """Return the score of two places."""
        a, b = (self._wordings.of[place] for place in pair)
        return 1.0 if a == b else self._scores[min(a, b), max(a, b)]

    def __iter__(self) -> Iterator[Pair]:
        """Iterate over the first places of the wordings that have a score."""
        firsts = self._wordings.firsts
        return ((firsts[a], firsts[b]) for a, b in self._scores)

    def __len__(self) -> int:
        """Count the scores."""
        return len(self._scores)
