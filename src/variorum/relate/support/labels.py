"""What a claim's support amounts to, counted from what the reports say. Never a verdict on truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.relate.support.leaning import leaning
from variorum.relate.support.sources import primary

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from variorum.model import Article, Conflict, Entity, PrimarySource, Statement, Support

TWO = 2


def outlets(articles: Sequence[Article]) -> int:
    """Count the publishers: an article whose publisher is not known counts as one of its own."""
    return len({a.publisher.name if a.publisher else a.id for a in articles})


def label(
    outlet_count: int, sources: Sequence[PrimarySource], conflicts: Sequence[Conflict], denied: Sequence[str]
) -> Support:
    """Return the support label, by the contract's order."""
    if denied or any(c.kind in {"figure", "denial"} for c in conflicts):
        return "contested"
    if len(sources) >= TWO:
        return "corroborated"
    if outlet_count < TWO:
        return "single"
    return "echoed" if sources else "unattributed"


def reasons(
    statements: Sequence[Statement],
    articles: Mapping[str, Article],
    entities: Mapping[str, Entity],
    apart: Collection[str] = (),
) -> tuple[list[PrimarySource], list[str]]:
    """Return the primary sources and a line for each collapse and each leaning, in that order.

    An outlet that carries the claim itself is no second source for whoever cites it. `apart` are entities that were
    decided to be somebody else than their namesakes.
    """
    sources, why = primary(statements, entities, apart)
    carrying = {_bare(a.publisher.name): a.id for s in statements if (a := articles[s.article]).publisher}
    relayed = [s for s in sources if _bare(s.name) in carrying]
    own = [s for s in sources if s not in relayed] or sources
    why += [f"one source: “{s.name}” is the outlet of {carrying[_bare(s.name)]}" for s in sources if s not in own]
    return own, [*why, *dict.fromkeys(leaning(statements, articles))]


def _bare(name: str) -> str:
    return name.lower().removeprefix("the ")
