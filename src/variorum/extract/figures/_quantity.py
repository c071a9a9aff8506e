"""A quantity as the grammar finds it, whether an account cites it or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from variorum.extract.figures._marks import Mark
    from variorum.model import Figure


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of the text with what was read of it.

    `figure` has its bounds as an account states them; `mark` tells why an account leaves it out (`None`: it is cited).
    `first` and `last` are the numbers as written ("dozens" → 12 and 12, `base` too), `kind` the unit's kind of
    quantity, `phrase` the counted noun with its modifiers, `hedges` the words that soften the number, `moved_by` the
    class of the word that gives the direction, `style` how the number is written, `join` what makes it a range.
    """

    figure: Figure
    mark: Mark | None
    first: float
    last: float
    kind: str | None
    phrase: str | None
    style: str
    hedges: tuple[str, ...] = ()
    senses: frozenset[str] = frozenset()
    base: float | None = None
    moved_by: str | None = None
    join: str | None = None
