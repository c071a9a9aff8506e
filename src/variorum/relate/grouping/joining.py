"""Why a statement stands with the others of its claim, in words that its reader can weigh."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from variorum.lexicon import mapping

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from variorum.model import Decision, Entity
    from variorum.relate.propositions.taking import Proposition

Pair = tuple[int, int]
Kind = Literal["decision", "utterance", "figure", "alike"]

STRONGEST: tuple[Kind, ...] = ("decision", "utterance", "figure", "alike")
"""In this order: the first that holds is what decided."""
MOST_WORDS = 6


class Scores(Protocol):
    """The scores of pairs of propositions, by their places."""

    def get(self, pair: Pair, default: float, /) -> float:
        """Return the score of a pair, `default` where it has none."""
        ...


class Link(NamedTuple):
    """What ties a proposition most strongly to another one of its claim."""

    kind: Kind
    one: Proposition
    other: Proposition
    score: float
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Joining:
    """What spoke for pairs of propositions, by their places in the list."""

    scores: Scores = field(default_factory=dict[Pair, float])
    utterances: Collection[Pair] = ()
    figures: Collection[Pair] = ()
    decisions: Mapping[Pair, Decision] = field(default_factory=dict)

    def links(self, groups: Sequence[Sequence[Proposition]]) -> dict[int, Link]:
        """Return for each proposition that shares its group with another statement its strongest link to one."""
        best: dict[int, tuple[int, float, int]] = {}
        found = {p.order: p for group in groups for p in group}
        for one, other in (pair for group in groups for pair in combinations(group, 2)):
            if one.statement.id != other.statement.id:
                rank, weakness = self._rank(one.order, other.order)
                for this, that in ((one.order, other.order), (other.order, one.order)):
                    best[this] = min(best.get(this, (rank, weakness, that)), (rank, weakness, that))
        return {order: self._link(found[order], found[link[2]], link[0]) for order, link in best.items()}

    def _rank(self, i: int, j: int) -> tuple[int, float]:
        """Return by which rule a pair is tied, and how weakly: the least is the strongest tie."""
        pair = (i, j) if i < j else (j, i)
        held = (self.decisions, self.utterances, self.figures)
        kind = next((n for n, pairs in enumerate(held) if pair in pairs), len(held))
        return kind, -self.scores.get(pair, 0.0)

    def _link(self, one: Proposition, other: Proposition, rank: int) -> Link:
        pair = (min(one.order, other.order), max(one.order, other.order))
        decision = self.decisions[pair].id if STRONGEST[rank] == "decision" else ""
        return Link(STRONGEST[rank], one, other, self.scores.get(pair, 0.0), decision)


def worded(link: Link, entities: Mapping[str, Entity]) -> str:
    """Return a link in words: by which rule, to which statement, on what evidence."""
    other = link.other.statement.id
    if link.kind == "decision":
        return f"decision {link.decision}: the same as {other}"
    if link.kind == "utterance":
        return f"same utterance as {other}"
    if link.kind == "figure":
        return f"same figure as {other}: {_figures(link)}"
    words = _shared(link, entities)
    return f"alike {link.score:.2f} to {other}: " + (f"both have {', '.join(words)}" if words else "by meaning alone")


def _figures(link: Link) -> str:
    """Return the figures of one measure that the two have."""
    found = [
        f"{a.measure} “{a.text}” and “{b.text}”"
        for a in link.one.figures
        for b in link.other.figures
        if a.measure and a.measure == b.measure
    ]
    return found[0] if found else "figures found to measure one thing"


def _shared(link: Link, entities: Mapping[str, Entity]) -> list[str]:
    """Return the words that both have: names first."""
    both = link.one.words & link.other.words
    names = sorted(_name(word, entities) for word in both if ":" in word)
    return [*names, *sorted(word for word in both if ":" not in word)][:MOST_WORDS]


def _name(word: str, entities: Mapping[str, Entity]) -> str:
    kind, _, name = word.partition(":")
    if kind == "country":
        return _countries().get(name, name)
    return entities[name].name if name in entities else name


@cache
def _countries() -> Mapping[str, str]:
    return mapping("countries", "code", "name")
