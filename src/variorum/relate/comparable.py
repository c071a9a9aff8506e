"""Whether two figures measure the same thing: like is compared with like, the rest is declined with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.lexicon import mapping

if TYPE_CHECKING:
    from collections.abc import Collection

    from variorum.model import Figure
    from variorum.relate.scopes import Scope

ROUNDING = 0.1
"""An approximate figure stands for everything within a tenth: reporters round to one or two digits."""

ANYBODY = frozenset({"people", "person", "victim", "man", "patient", "", "other"})
"""Classes of counted persons that may be anybody's: people, victims, men."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure and where it was said to hold."""

    figure: Figure
    scope: Scope


def bounds(figure: Figure) -> tuple[float, float]:
    """Return the lowest and highest value that the words allow, rounding allowed for."""
    low = float("-inf") if figure.low is None else figure.low
    high = float("inf") if figure.high is None else figure.high
    if figure.approximate:
        low, high = low * (1 - ROUNDING), high * (1 + ROUNDING)
    return low, high


def overlap(a: Figure, b: Figure) -> bool:
    """Tell whether one value can satisfy both."""
    (low_a, high_a), (low_b, high_b) = bounds(a), bounds(b)
    return low_a <= high_b and low_b <= high_a


def declined(a: Counted, b: Counted, within: Collection[frozenset[str]]) -> str | None:
    """Return why the two are not to be compared, `None` where they are."""
    if a.figure.unit != b.figure.unit:
        return "another unit"
    if a.figure.period != b.figure.period:
        return _period(a.figure, b.figure)
    if not _same_place(a.scope, b.scope, within):
        return "another place"
    if _full(a.scope) and _full(b.scope) and not a.scope.days & b.scope.days and not overlap(a.figure, b.figure):
        return "another day"
    if not _same_people(a.figure, b.figure):
        return "counted are others"
    return None


def _period(a: Figure, b: Figure) -> str:
    limited, other = (a, b) if a.period else (b, a)
    if other.period:
        return f"another period: “{limited.text}” and “{other.text}”"
    return f"“{limited.text}” is for a limited time ({limited.period}), “{other.text}” is a total"


def _same_place(a: Scope, b: Scope, within: Collection[frozenset[str]]) -> bool:
    if not a.places or not b.places or a.places & b.places:
        return True
    return any(frozenset({x, y}) in within for x in a.places for y in b.places)


def _full(scope: Scope) -> bool:
    return any(len(day) == len("2025-01-09") and day[0].isdigit() for day in scope.days)


def _same_people(a: Figure, b: Figure) -> bool:
    """Tell whether the counted may be the same: equal values pass, differing ones must count the same class."""
    class_a, class_b = _class(a), _class(b)
    if class_a == class_b or overlap(a, b):
        return True
    return class_a in ANYBODY and class_b in ANYBODY


def _class(figure: Figure) -> str:
    counted = figure.counted or ""
    return mapping("nominals", "noun", "class").get(counted, counted)
