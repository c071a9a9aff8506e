"""The year of the news where no date of publication is known: from the dates that the text itself states.

News lies shortly after the latest past date that it states in full. The dates that it gives by month and day alone lie
within the year before it, so of all places of the news among them the one is taken that leaves the shortest time from
the earliest date to the news: months that run from December to January cross the year.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from variorum.extract.times._calendar import made
from variorum.extract.times._meaning import Known, Point
from variorum.extract.times._reference import Reference
from variorum.extract.times._tense import tense

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.extract.times._phrases import Phrase
    from variorum.model import Annotated

_Yearly = tuple[int, int]


def inferred_reference(annotated: Annotated, found: Sequence[Phrase]) -> Reference | None:
    """Return about when the news was written, known to the month, as the text's own dates tell; else `None`."""
    past = [p.meaning for p in found if isinstance(p.meaning, Point) and _is_past(annotated, p)]
    stated = [day for point in past if (day := _stated(point)) is not None]
    if not stated:
        return None
    floor = max(stated)
    partial = [(p.month, p.day or 1) for p in past if p.month and not p.year and p.step is None]
    day = _latest(floor, partial)
    latest_year = max((int(p.year) for p in past if p.year and p.year.isdigit()), default=0)
    return None if latest_year > day.year else Reference(day, "M", inferred=True)


def _is_past(annotated: Annotated, phrase: Phrase) -> bool:
    return not isinstance(phrase.meaning, Known) and tense(annotated, phrase.first, phrase.last) != "future"


def _stated(point: Point) -> date | None:
    if point.year is None or point.month is None:
        return None
    return made(int(point.year), point.month, point.day or 1)


def _latest(floor: date, partial: Sequence[_Yearly]) -> date:
    """Return the day of the news that leaves the shortest time since the earliest of the dates."""
    places = [floor, *(day for at in partial if (day := _on_or_after(floor, at)) is not None)]
    return min(places, key=lambda day: ((day - _earliest(day, floor, partial)).days, day))


def _earliest(news: date, floor: date, partial: Sequence[_Yearly]) -> date:
    back = (_on_or_before(news, at) for at in partial)
    return min([floor, *(day for day in back if day is not None)])


def _on_or_after(day: date, at: _Yearly) -> date | None:
    near = (made(day.year + years, *at) for years in range(5))
    return next((found for found in near if found is not None and found >= day), None)


def _on_or_before(day: date, at: _Yearly) -> date | None:
    near = (made(day.year - years, *at) for years in range(5))
    return next((found for found in near if found is not None and found <= day), None)
