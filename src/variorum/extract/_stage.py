"""From an annotated article to all that it says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.extract.attribution import attributions
from variorum.extract.caveats import caveats
from variorum.extract.figures import figures
from variorum.extract.narration import narration
from variorum.extract.times import times
from variorum.model import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import Annotated, Figure, Statement


def extract(annotated: Annotated) -> Reading:
    """Return the statements, figures, times and caveats of one article, in reading order."""
    when = times(annotated)
    said = attributions(annotated, when)
    statements = _in_order([*said, *narration(annotated, said)])
    return Reading(
        article=annotated.article.id,
        statements=statements,
        figures=tuple(_placed(figure, statements) for figure in figures(annotated, when)),
        times=tuple(when),
        caveats=tuple(caveats(annotated, statements)),
    )


def _in_order(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    ordered = sorted(statements, key=lambda s: (s.start, s.end, s.mode))
    return tuple(replace(s, id=f"s{n}") for n, s in enumerate(ordered, 1))


def _placed(figure: Figure, statements: Sequence[Statement]) -> Figure:
    """Say which statement a figure belongs to: the shortest one whose words hold it."""
    holding = [s for s in statements if any(p.start < figure.end and figure.start < p.end for p in s.content)]
    nearest = min(holding, key=lambda s: (s.end - s.start, s.start), default=None)
    return replace(figure, statement=nearest.id if nearest else None)
