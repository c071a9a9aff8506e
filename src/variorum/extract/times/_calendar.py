"""A small calendar over TIMEX3 values: units, weeks, seasons, days with a name (ISO 8601, TimeML 1.2.1)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from variorum.extract.times._numerals import VAGUE
from variorum.lexicon import mapping, rows

MONTHS = 12
SEASONS = ("WI", "SP", "SU", "FA")
_FEASTS = re.compile(
    r"(?:(?P<easter>easter)|(?P<month>\d\d)-(?:(?P<nth>\d|L)-(?P<weekday>\d)|(?P<day>\d\d)))(?P<days>[+-]\d+)?"
)


def duration(amount: str, unit: str) -> str:
    """Return the TIMEX3 duration of so many units: `P2W`, `PT0.5H`, `PXD`; decades and centuries are years."""
    row = _units()[unit]
    if amount == VAGUE:
        return f"{row['prefix']}X{unit if unit in {'DE', 'CE'} else row['letter']}"
    if unit == "TH" and amount == "0.5":
        return "PT30M"
    return f"{row['prefix']}{float(amount) * int(row['factor']):g}{row['letter']}"


def days_in(unit: str) -> int:
    """Return about how many days a unit lasts; an hour lasts none."""
    return int(_units()[unit]["days"])


@cache
def _units() -> dict[str, dict[str, str]]:
    return {row["code"]: row for row in rows("time_units")}


def moved(day: date, months: int) -> tuple[int, int]:
    """Return the year and month so many months from a day's."""
    index = day.year * MONTHS + day.month - 1 + months
    return index // MONTHS, index % MONTHS + 1


def plus(day: date, days: int) -> date | None:
    """Return the day so many days later, `None` beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def made(year: int, month: int, day: int) -> date | None:
    """Return the day of that number, `None` where there is none (30 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def last_of(year: int, month: int) -> date | None:
    """Return the last day of a month, `None` for a month that does not exist."""
    first = made(year, month, 1)
    return first and made(*moved(first, 1), 1) and date(*moved(first, 1), 1) - timedelta(days=1)


def week(day: date) -> str:
    """Return the ISO week of a day: `2013-W12`."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02}"


def season_of(day: date) -> tuple[int, str]:
    """Return the season of a day in the northern half of the world; a winter belongs to the year in which it begins."""
    season = SEASONS[day.month % MONTHS // 3]
    return (day.year - 1 if day.month < 3 else day.year), season  # noqa: PLR2004 - January and February


def quarter_of(day: date) -> int:
    """Return the quarter of the year of a day, from 1."""
    return (day.month - 1) // 3 + 1


def feast(name: str, year: int) -> date | None:
    """Return the day of a year on which a day with a name falls ("thanksgiving"), `None` for one not in the table."""
    found = _FEASTS.fullmatch(mapping("time_festivals", "name", "day").get(name, ""))
    if found is None:
        return None
    if found["easter"]:
        base: date | None = easter(year)
    elif found["nth"]:
        nth = -1 if found["nth"] == "L" else int(found["nth"])
        base = nth_weekday(year, int(found["month"]), nth, int(found["weekday"]))
    else:
        base = made(year, int(found["month"]), int(found["day"]))
    return base and plus(base, int(found["days"] or 0))


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    """Return the day of the `nth` such weekday of a month, of the last one for -1."""
    if nth < 0:
        after = date(year + month // MONTHS, month % MONTHS + 1, 1)
        return after - timedelta(days=(after.isoweekday() - weekday - 1) % 7 + 1)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature, 20 April 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    n = h + k - 7 * m + 114
    return date(year, n // 31, n % 31 + 1)
