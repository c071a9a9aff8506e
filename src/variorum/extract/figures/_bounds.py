"""What the words allow: lower and upper bound, and whether they say so only roughly."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from variorum.extract.figures._amounts import Amount


class Bounds(NamedTuple):
    """`low` and `high` are `None` where the words set no bound on that side."""

    low: float | None
    high: float | None
    approximate: bool


def bounds(amount: Amount, senses: frozenset[str]) -> Bounds:
    """Return what an amount with hedges of these senses allows."""
    low, high = sorted((amount.low, amount.high))
    if amount.style == "vague":
        return Bounds(None if "high" in senses else low, None, approximate=True)
    about = amount.about or "approx" in senses
    if "low" in senses:
        return Bounds(low, None, about)
    if "high" in senses:
        return Bounds(None, high, about)
    return Bounds(low, high, about)
