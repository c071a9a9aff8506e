"""Propositions in the same words, taken as one while claims are looked for: forty prints of one text cost as one.

Nothing is lost by it: two in the same words are as alike as can be, so they would be put together first. Kept single is
what people decided on; and two whose figures were held apart are two wordings.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from variorum.model import FigureGroup, NotCompared
    from variorum.relate.propositions.taking import Proposition

Pair = tuple[int, int]


class Wordings:
    """The different wordings of some propositions; places are those of the propositions, numbers of the wordings."""

    def __init__(
        self, found: Sequence[Proposition], single: Collection[int] = (), figures: Mapping[str, str] | None = None
    ) -> None:
        """Put equal propositions of different statements together, but for the places in `single`.

        `figures` are `compared`: figures that were held apart make two wordings.
        """
        self.members: list[list[int]] = []
        self.of: list[int] = []
        known: dict[object, list[int]] = defaultdict(list)
        for place, proposition in enumerate(found):
            key = place if place in single else _key(proposition, figures or {})
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

    @property
    def sizes(self) -> list[int]:
        """How many propositions each wording has."""
        return [len(places) for places in self.members]

    def articles(self, found: Sequence[Proposition]) -> list[frozenset[str]]:
        """Return the articles in which each wording stands; `found` are the propositions."""
        return [frozenset(found[place].article for place in places) for places in self.members]

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

    def places(self, numbers: Iterable[int]) -> tuple[int, ...]:
        """Return the places of some wordings, in order."""
        return tuple(sorted(place for number in numbers for place in self.members[number]))


class ByPlace:
    """The scores of wordings, asked for by the places of propositions; 1 for two of one wording."""

    def __init__(self, scores: Mapping[Pair, float], wordings: Wordings) -> None:
        """Hold the scores by the numbers of the wordings."""
        self._scores, self._of = scores, wordings.of

    def get(self, pair: Pair, default: float) -> float:
        """Return the score of two places, `default` where they have none."""
        a, b = self._of[pair[0]], self._of[pair[1]]
        if a == b:
            return 1.0
        return self._scores.get((a, b) if a < b else (b, a), default)


def compared(groups: Iterable[FigureGroup], declined: Iterable[NotCompared]) -> dict[str, str]:
    """Return for each figure that was held against others the group that it stands in, or its own id."""
    alone = {figure: figure for pair in declined for figure in pair.figures}
    return alone | {figure: group.id for group in groups for figure in group.members}


def _key(p: Proposition, figures: Mapping[str, str]) -> object:
    said = tuple((f.low, f.high, f.measure, f.unit, figures.get(f.id)) for f in p.figures)
    return p.text, p.words, p.days, p.agents, p.patients, p.negated, p.event, p.details, said


def _stated(found: Sequence[Proposition], places: Sequence[int], proposition: Proposition) -> bool:
    """Tell whether one of the places is of the proposition's own statement: what is said twice there stays two."""
    return found[places[-1]].statement.id == proposition.statement.id


def nested(found: Sequence[Proposition]) -> Iterator[Pair]:
    """Yield the pairs of which one stands within the other's words: a relayed statement inside the relaying one."""
    for places in _by_article(found):
        yield from ((i, j) for i, j in combinations(places, 2) if _overlap(found[i], found[j]))


def of_one_statement(found: Sequence[Proposition]) -> Iterator[Pair]:
    """Yield the pairs that one statement asserts beside each other."""
    by_statement: dict[str, list[int]] = defaultdict(list)
    for place, proposition in enumerate(found):
        by_statement[proposition.statement.id].append(place)
    for places in by_statement.values():
        yield from combinations(places, 2)


def _by_article(found: Sequence[Proposition]) -> Iterable[list[int]]:
    by_article: dict[str, list[int]] = defaultdict(list)
    for place, proposition in enumerate(found):
        by_article[proposition.article].append(place)
    return by_article.values()


def _overlap(a: Proposition, b: Proposition) -> bool:
    return a.pieces[0].start < b.pieces[-1].end and b.pieces[0].start < a.pieces[-1].end
