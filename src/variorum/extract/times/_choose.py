"""Which of the days that recur is meant: the Friday before or after, May of this year or of the next."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from variorum.extract.times._calendar import MONTHS, made, moved, season_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from variorum.extract.times._tense import Tense

WEEK = 7
FRESH = 2
"""A weekday within a noun phrase of a clause about the future ("Friday's ruling may help") lies behind where it was at
most so many days ago: news names what just happened. Three took coming days for past ones in 190 news articles."""
LONG_AGO = 270
SOON = 60
"""A date told as past that would lie nine months back, in the next year less than two months ahead, lies ahead, and the
other way round: a reader gives a date so far off its year, and participles mislead ("the vote set for 5 April", "left
earlier than expected on 29 January"). In 190 news articles every date that this turned round was then right."""


def weekday(ref: date, number: int, tense: Tense, step: int | None) -> date:
    """Return the day of the week meant: the last (`step` -1), of this week (0), of the next (1), else by the tense."""
    back = (ref.isoweekday() - number) % WEEK
    if step == -1:
        return ref - timedelta(days=back or WEEK)
    if step == 1:
        return ref + timedelta(days=WEEK - ref.isoweekday() + number)
    if tense == "either":
        return ref - timedelta(days=back) if back <= FRESH else ref + timedelta(days=WEEK - back)
    if tense in {"future", "present"} or (step == 0 and tense != "past"):
        return ref + timedelta(days=(WEEK - back) % WEEK)
    return ref - timedelta(days=back)


def yearly(ref: date, at: Callable[[int], date | None], tense: Tense, step: int | None) -> date | None:
    """Return that day of the year meant; `at` gives it for a year. Without tense or step, the nearest."""
    days = [day for year in (-1, 0, 1) if (day := at(ref.year + year)) is not None]
    before = [day for day in days if day < ref or (day == ref and step is None)]
    after = [day for day in days if day > ref or (day == ref and step is None)]
    if step == 0:
        return at(ref.year)
    if step is not None:
        return _end(before, -1) if step < 0 else _end(after, 0)
    return _by_tense(ref, _end(before, -1), _end(after, 0), tense)


def _end(days: list[date], at: int) -> date | None:
    return days[at] if days else None


def _by_tense(ref: date, before: date | None, after: date | None, tense: Tense) -> date | None:
    if before is None or after is None:
        return before or after
    back, ahead = (ref - before).days, (after - ref).days
    if tense == "past":
        return after if back > LONG_AGO and ahead < SOON else before
    if tense == "future":
        return before if ahead > LONG_AGO and back < SOON else after
    return before if back <= ahead else after


def with_weekday(ref: date, at: Callable[[int], date | None], number: int) -> date | None:
    """Return the nearest such day of a year that falls on the weekday, `None` where none does within three years."""
    days = [day for year in range(-3, 4) if (day := at(ref.year + year)) is not None and day.isoweekday() == number]
    return min(days, key=lambda day: abs((day - ref).days), default=None)


def month(ref: date, number: int, tense: Tense, step: int | None) -> tuple[int, int]:
    """Return the year and month meant by a month's name."""
    first = ref.replace(day=1)
    day = yearly(first, lambda year: made(year, number, 1), tense, step)
    return (ref.year, number) if day is None else (day.year, day.month)


def season(ref: date, name: str, tense: Tense, step: int | None) -> int:
    """Return the year of the season meant; "last" is the latest that is over."""
    now_year, now = season_of(ref)
    if now == name and step != -1:
        return now_year + (1 if step == 1 else 0)
    if step == 0:
        return ref.year - (1 if name == "WI" and ref.month <= MONTHS // 2 else 0)
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[name]
    begun = [year for year in range(ref.year - 2, ref.year + 1) if date(year, begins, 1) <= ref]
    last = max(year for year in begun if (year, name) != (now_year, now))
    ahead = step == 1 or (step != -1 and tense in {"future", "present"})
    return last + 1 if ahead else last


def quarter(ref: date, name: str, tense: Tense) -> int:
    """Return the year of the quarter (`Q3`) or half (`H1`) meant: the latest begun, or the next one to come."""
    begins = 3 * int(name[1]) - 2 if name[0] == "Q" else 6 * int(name[1]) - 5
    begun = (ref.year, ref.month) >= (ref.year, begins)
    if tense == "future":
        over = moved(date(ref.year, begins, 1), 3 if name[0] == "Q" else 6) <= (ref.year, ref.month)
        return ref.year + over
    return ref.year if begun else ref.year - 1
