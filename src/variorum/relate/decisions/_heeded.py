"""What people's decisions change before anything is looked for across the articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from variorum.relate.decisions._mentions import Identity, joined, parted
from variorum.relate.decisions._places import Ruling, rulings
from variorum.relate.decisions._sources import sourced

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.model import Annotated, Decision, Problem, Reading
    from variorum.relate.propositions.taking import Proposition


class Heeded(NamedTuple):
    """The articles and readings as decided on, who is to be one or another, and what is left to be applied.

    `touched` tells for a statement the lines to be told of its claims.
    """

    annotated: list[Annotated]
    readings: list[Reading]
    identities: list[Identity]
    ruled: list[Ruling]
    touched: Mapping[str, Sequence[str]]
    problems: list[Problem]

    def lines(
        self,
        found: Sequence[Proposition],
        passages: Mapping[int, Sequence[str]],
        names: Mapping[tuple[str, str], str],
    ) -> dict[int, list[str]]:
        """Return for each proposition the decisions that touch it: what says the same, on whose word, who that is.

        `passages` are such lines by proposition already, `names` the entities' ids by article and its own number.
        """
        entities = {names[member]: i.why for i in self.identities for member in i.members if member in names}
        return {p.order: [*passages.get(p.order, ()), *self._of_statement(p, entities)] for p in found}

    def apart(self, names: Mapping[tuple[str, str], str]) -> frozenset[str]:
        """Return the entities that were decided to be somebody else than those of their names."""
        return frozenset(names[m] for i in self.identities if i.apart for m in i.members if m in names)

    def _of_statement(self, p: Proposition, entities: Mapping[str, str]) -> list[str]:
        speakers = (p.statement.source, *p.statement.via)
        on_names = [entities[s.entity] for s in speakers if s and s.entity and s.entity in entities]
        return [*self.touched.get(p.statement.id, ()), *on_names]


def heeded(decisions: Sequence[Decision], annotated: Sequence[Annotated], readings: Sequence[Reading]) -> Heeded:
    """Apply what the decisions say of mentions and sources; the rest waits for the propositions and the claims."""
    ruled, lost = rulings(decisions, [one.article for one in annotated])
    annotated, readings = parted(annotated, readings, ruled)
    readings, touched, unsourced = sourced(annotated, readings, ruled)
    identities, unnamed = joined(annotated, ruled)
    return Heeded(annotated, readings, identities, ruled, touched, [*lost, *unsourced, *unnamed])
