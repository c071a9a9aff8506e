"""Two numbers that are the ends of one: "four to five days", "10-12", "between 300 and 400", "from 5% to 7%"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.extract.figures._amounts import HYPHENS

if TYPE_CHECKING:
    from collections.abc import Callable

    from variorum.extract.figures._amounts import Amount, Join
    from variorum.extract.figures._pieces import Line
    from variorum.extract.figures._units import Unit


def with_ranges(line: Line, found: list[Amount], apart: Callable[[Amount], bool]) -> list[Amount]:
    """Join the two ends of "four to five days", "10-12", "between 300 and 400", "from 5% to 7%".

    Amounts that stand `apart` (years, days) are joined with nothing.
    """
    out: list[Amount] = []
    at = 0
    while at < len(found):
        pair = at + 1 < len(found) and not apart(found[at]) and not apart(found[at + 1])
        join = _join(line, found[at], found[at + 1]) if pair else None
        if join is None:
            out.append(found[at])
        else:
            out.append(_joined(found[at], found[at + 1], join))
            at += 1
        at += 1
    return out


_WIDEST = 20
_OPENING = 4
"""Pieces from "between" to its number at the most: "between the ages of 18 and 29"."""
_TO = (
    ("to",),
    ("-", "to", "-"),
    ("up", "to"),
    ("to", "as", "many", "as"),
    ("to", "as", "much", "as"),
    ("to", "about"),
    ("to", "around"),
)


def _join(line: Line, one: Amount, other: Amount) -> Join | None:
    between = line.words(one.last, other.first)
    before = line.lower(one.first - 1)
    if {"vague", "none"} & {one.style, other.style} or not _same_kind(one, other):
        return None
    if between in _TO:
        return _to(one, other, before)
    if len(between) == 1 and between[0] in HYPHENS:
        return "dash" if _rising(one, other) and _closes(line, one, other) and _near(one, other) else None
    if between == ("and",) and "between" in line.words(one.first - _OPENING, one.first):
        return "between"
    return "or" if between == ("or",) and _next_to(one, other) else None


def _to(one: Amount, other: Amount, before: str) -> Join | None:
    """Tell "4 to 5 days" and "from 21 mpg to 23" from "rose 64 points to 4,577"."""
    if before == "from":
        return "from"
    return "to" if _rising(one, other) and (one.unit is None or other.unit is not None) else None


def _near(one: Amount, other: Amount) -> bool:
    """Tell "10-12" from the code "14-981"."""
    return other.high <= _WIDEST * max(1.0, abs(_low_end(one, other)))


def _closes(line: Line, one: Amount, other: Amount) -> bool:
    return line.glued(one.last) == line.glued(other.first)


def _same_kind(one: Amount, other: Amount) -> bool:
    if one.unit is None or other.unit is None:
        return one.style == other.style or "fraction" not in {one.style, other.style}
    return one.unit.name.split(" per ")[0] == other.unit.name.split(" per ")[0]


def _rising(one: Amount, other: Amount) -> bool:
    return _low_end(one, other) < other.high


def _low_end(one: Amount, other: Amount) -> float:
    """Return the first end with the scale of the second where it lacks one: "$10 to $15 billion"."""
    factor = _shared_scale(other) if not one.scaled and other.scaled else 1.0
    return one.low * factor if one.low * factor < other.high else one.low


def _shared_scale(other: Amount) -> float:
    return next((f for f in (1e12, 1e9, 1e6, 1e3, 1e2) if abs(other.high) >= f), 1.0)


def _next_to(one: Amount, other: Amount) -> bool:
    low = _low_end(one, other)
    return one.style == other.style and 0 < other.low - low <= max(1.0, low / 2) and one.low.is_integer()


def _joined(one: Amount, other: Amount, join: Join) -> Amount:
    low = _low_end(one, other)
    return replace(
        other,
        first=one.first,
        low=low,
        unit=_wider(one.unit, other.unit),
        join=join,
        ends=(
            replace(one, low=low, high=low, unit=one.unit or other.unit),
            replace(other, unit=other.unit or one.unit),
        ),
    )


def _wider(one: Unit | None, other: Unit | None) -> Unit | None:
    """Return the unit of both ends: "$75 a barrel to $45.88" is a price a barrel."""
    if one is None or other is None:
        return other or one
    return replace(other, name=one.name, kind=one.kind) if one.kind == "rate" else other
