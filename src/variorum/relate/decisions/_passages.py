"""Decisions on what says the same: passages that must share a claim, and passages that must not."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from variorum.relate.decisions._places import MOSTLY, Ruling, stale

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from variorum.model import Decision, Problem
    from variorum.relate.decisions._places import Place
    from variorum.relate.propositions.taking import Proposition

Pair = tuple[int, int]

ONE = 0.75
"""A clause that fits a place so well is meant by it, also where others lie within it: a relayed statement inside the
relaying one. What is read as several clauses where a decision has one fits each of them less."""


class Decided(NamedTuple):
    """Pairs of propositions, by their places in the list: those of one claim, those of two, and by which decision.

    `touched` tells for a proposition the lines to be told of its claim.
    """

    same: Mapping[Pair, Decision]
    apart: Mapping[Pair, Decision]
    touched: Mapping[int, Sequence[str]]

    @property
    def pairs(self) -> set[Pair]:
        """All pairs that somebody decided on."""
        return {*self.same, *self.apart}

    def merge(self, groups: Sequence[tuple[int, ...]]) -> tuple[list[tuple[int, ...]], list[Problem]]:
        """Put the groups together whose members are decided to say the same.

        What other decisions hold apart stays apart: the decision that would join it is told as a problem.
        """
        home = {i: group for group in map(list, groups) for i in group}
        problems: list[Problem] = []
        for (i, j), decision in self.same.items():
            one, other = home[i], home[j]
            against = self._against(home, one, other)
            if against:
                problems.append(stale(decision, f"decision {against.id} holds the two apart"))
            elif one is not other:
                one += other
                home |= dict.fromkeys(other, one)
        return sorted({tuple(sorted(group)) for group in home.values()}), problems

    def _against(self, home: Mapping[int, list[int]], one: list[int], other: list[int]) -> Decision | None:
        """Return the decision that holds two groups apart."""
        return next(
            (
                d
                for (a, b), d in self.apart.items()
                if sorted(map(id, (home[a], home[b]))) == sorted(map(id, (one, other)))
            ),
            None,
        )


NOTHING = Decided({}, {}, {})


def decided(ruled: Sequence[Ruling], found: Sequence[Proposition]) -> tuple[Decided, list[Problem]]:
    """Return what the decisions say of the propositions, and the decisions that no longer speak of any two."""
    same: dict[Pair, Decision] = {}
    apart: dict[Pair, Decision] = {}
    touched: dict[int, list[str]] = {}
    problems: list[Problem] = []
    for ruling in (r for r in ruled if r.decision.verb in {"same", "different"}):
        a, b = (meant(place, found) for place in ruling.places)
        if not a or not b or set(a) & set(b):
            what = "the two passages are now read as one" if a and b else "nothing is asserted there any more"
            problems.append(stale(ruling.decision, what))
            continue
        pairs = {(min(i, j), max(i, j)): ruling.decision for i, j in product(a, b)}
        (same if ruling.decision.verb == "same" else apart).update(pairs)
        for i in (*a, *b):
            touched.setdefault(i, []).append(ruling.why)
    return Decided(same, apart, touched), problems


def meant(place: Place, found: Iterable[Proposition]) -> list[int]:
    """Return the propositions that a place holds: the one that fits it, else all that lie mostly within it."""
    near = [(_fits(place, p), _share(place, p), p.order) for p in found if p.article == place.article]
    within = [order for _fit, share, order in near if share >= MOSTLY]
    best = max(near, key=lambda row: row[0], default=(0.0, 0.0, -1))
    if best[0] < (ONE if len(within) > 1 else MOSTLY):
        return within
    return [best[2]]


def _fits(place: Place, p: Proposition) -> float:
    """Return how far a place is the proposition, or one of its pieces where a cue parts them."""
    whole = (p.pieces[0].start, p.pieces[-1].end)
    return max(place.fits(start, end) for start, end in (whole, *((piece.start, piece.end) for piece in p.pieces)))


def _share(place: Place, p: Proposition) -> float:
    """Return which share of the proposition's words lies in a place."""
    shared = sum(place.shared(piece.start, piece.end) for piece in p.pieces)
    return shared / max(1, sum(piece.end - piece.start for piece in p.pieces))
