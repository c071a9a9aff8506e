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

    `figures` have their bounds as an account states them: one, or two where something moved from one to the other;
    `mark` tells why an account leaves it out (`None`: it is cited). `first` and `last` are the numbers as written
    ("dozens" is 24 of `base` 12), `kind` is the unit's kind of quantity and `hyphen` tells that the unit hangs on the
    number ("a five-year plan"), `phrase` is the counted noun with its modifiers, `hedges` are the words that bound or
    soften the number and `senses` what they say, `moved_by` is the class of the word that gives the direction,
    `style` how the number is written, `join` what makes it a range, `rate` the unit of time that it is given per.
    """

    figures: tuple[Figure, ...]
    mark: Mark | None
    first: float
    last: float
    kind: str | None
    phrase: str | None
    style: str
    hyphen: bool = False
    hedges: tuple[str, ...] = ()
    senses: frozenset[str] = frozenset()
    base: float | None = None
    moved_by: str | None = None
    join: str | None = None
    rate: str | None = None

    @property
    def figure(self) -> Figure:
        """The figure, the first of two."""
        return self.figures[0]
