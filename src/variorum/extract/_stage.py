"""From an annotated article to all that it says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.extract.attribution import attributions
from variorum.extract.caveats import caveats
from variorum.extract.clauses import clauses
from variorum.extract.figures import figures
from variorum.extract.inner import inner
from variorum.extract.narration import SUBORDINATE, narration
from variorum.extract.times import times
from variorum.model import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.model import Annotated, Excerpt, Figure, Statement


def extract(annotated: Annotated) -> Reading:
    """Return the statements, figures, times and caveats of one article, in reading order."""
    when = times(annotated)
    said = [_taken_apart(annotated, statement) for statement in attributions(annotated, when)]
    statements = _in_order(
        [*_with_inner(annotated, said, ()), *_with_inner(annotated, narration(annotated, said), said)]
    )
    return Reading(
        article=annotated.article.id,
        statements=statements,
        figures=tuple(_placed(figure, statements) for figure in figures(annotated, when)),
        times=tuple(when),
        caveats=tuple(caveats(annotated, statements)),
    )


def _in_order(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    ordered = sorted(statements, key=lambda s: (s.start, _subordinate(s), s.end, s.mode))
    return tuple(replace(s, id=f"s{n}") for n, s in enumerate(ordered, 1))


def _with_inner(
    annotated: Annotated, statements: Sequence[Statement], others: Sequence[Statement]
) -> Iterator[Statement]:
    """Add the clauses within the statements, but for those that `others` tell."""
    told = {t.i for s in others for piece in s.content for t in annotated.tokens_within(piece.start, piece.end)}
    return (replace(s, inner=inner(annotated, s, told)) for s in statements)


def _taken_apart(annotated: Annotated, statement: Statement) -> Statement:
    """Add the clauses of a content that asserts more than one thing: "ten died, two are in hospital"."""
    found = [clause for piece in statement.content for clause in _clauses(annotated, piece)]
    return replace(statement, propositions=tuple(found)) if len(found) > len(statement.content) else statement


def _clauses(annotated: Annotated, piece: Excerpt) -> list[Excerpt]:
    tokens = annotated.tokens_within(piece.start, piece.end)
    if not tokens:
        return [piece]
    found = [
        annotated.excerpt(clause.tokens[0], clause.tokens[-1] + 1)
        for clause in clauses(annotated, tokens[0].i, tokens[-1].i + 1)
    ]
    return found or [piece]


def _placed(figure: Figure, statements: Sequence[Statement]) -> Figure:
    """Say which statement a figure belongs to: the shortest one whose words hold it.

    The three of "Three guards, who were on duty, died" belong to what is told of them in the main clause.
    """
    holding = [s for s in statements if any(p.start < figure.end and figure.start < p.end for p in s.content)]
    nearest = min(holding, key=lambda s: (_only_named(s, figure), s.end - s.start, s.start), default=None)
    return replace(figure, statement=nearest.id if nearest else None)


def _only_named(statement: Statement, figure: Figure) -> bool:
    """Tell whether the figure stands in the words that only name what a clause speaks of."""
    named = _subordinate(statement) and len(statement.content) > 1
    return named and figure.end <= statement.content[0].end


def _subordinate(statement: Statement) -> bool:
    return statement.rule.removeprefix("narration/") in SUBORDINATE
