"""A group of figures drawn to one scale: what each allows, as a stretch of a line from nought."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import Figure

WIDTH = 240.0
"""Units of the drawing from its left edge to its right."""
_ROOM = 1.15
"""The scale ends this much beyond the largest bound, so that "or more" has somewhere to go."""
_LEAST = 3.0
"""Units that an exact figure is wide."""


class Bar(NamedTuple):
    """Where a figure's stretch begins, how wide it is, and whether it is open to the left or the right."""

    x: float
    width: float
    opens: str


def bars(figures: Sequence[Figure]) -> list[Bar | None]:
    """Return one stretch a figure, `None` where no scale can show it (below nought, or without any bound)."""
    known = [bound for f in figures for bound in (f.low, f.high) if bound is not None]
    if not known or min(known) < 0 or max(known) <= 0:
        return [None] * len(figures)
    end = max(known) * _ROOM
    return [_bar(f.low, f.high, end) for f in figures]


def _bar(low: float | None, high: float | None, end: float) -> Bar | None:
    """Draw bounds on a scale that ends at `end`: each is divided by it first, for WIDTH / `end` may be infinite."""
    if low is None and high is None:
        return None
    if high is None:
        start = (low or 0) / end * WIDTH
        return Bar(round(start, 1), round(WIDTH - start, 1), "right")
    if low is None:
        return Bar(0.0, round(high / end * WIDTH, 1), "left")
    width = max((high - low) / end * WIDTH, _LEAST)
    return Bar(round(low / end * WIDTH - (_LEAST / 2 if low == high else 0), 1), round(width, 1), "")
