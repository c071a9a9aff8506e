"""From what was found between the articles to the account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.compose.first import read_first
from variorum.compose.matrix import matrix
from variorum.compose.timeline import timeline
from variorum.compose.trimmed import trimmed
from variorum.compose.verify import verify_next
from variorum.model import FORMAT, Account, Alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import Article, Claim, Decision, MadeBy, Problem, Relations


def compose(
    made_by: MadeBy,
    articles: Sequence[Article],
    relations: Relations,
    problems: Sequence[Problem],
    decisions: Sequence[Decision] = (),
) -> Account:
    """Put everything in its place; nothing is decided here that `relations` does not say."""
    readings = relations.readings
    caveats = tuple(c for r in readings for c in r.caveats)
    return Account(
        format=FORMAT,
        made_by=made_by,
        articles=tuple(articles),
        entities=relations.entities,
        statements=tuple(s for r in readings for s in r.statements),
        figures=tuple(f for r in readings for f in r.figures),
        times=tuple(t for r in readings for t in r.times),
        caveats=caveats,
        claims=relations.claims,
        figure_groups=relations.figure_groups,
        not_compared=relations.not_compared,
        timeline=timeline(relations),
        reuse=trimmed(relations.reuse, articles, relations.claims),
        problems=tuple(problems),
        utterances=relations.utterances,
        alone=_alone(articles, relations.claims),
        verify_next=verify_next(relations.claims, caveats),
        rows=matrix(articles, relations),
        read_first=read_first(articles, relations.claims),
        decisions=tuple(decisions),
        notes=relations.notes,
    )


def _alone(articles: Sequence[Article], claims: Sequence[Claim]) -> tuple[Alone, ...]:
    """Tell what each article has that no other has; nothing where there is no other."""
    if len(articles) < 2:  # noqa: PLR2004 - one report is alone in everything
        return ()
    return tuple(Alone(a.id, tuple(c.id for c in claims if c.articles == (a.id,))) for a in articles)
