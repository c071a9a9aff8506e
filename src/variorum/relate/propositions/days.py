"""TIMEX3 values as stretches of days, and whether two of them lie apart."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)$")
_YEAR = re.compile(r"(\d{4})$")
WEEK = 6


def apart(x: str, y: str) -> bool:
    """Tell whether two values, both of known days, have no day in common, or are two times of one day."""
    first, second = stretch(x), stretch(y)
    if first is None or second is None:
        return False
    if first == second:
        return "T" in x and "T" in y and not (x.startswith(y) or y.startswith(x)) and _alike(x, y)
    return first[1] < second[0] or second[1] < first[0]


def _alike(x: str, y: str) -> bool:
    """Hold a clock time against a clock time and a part of the day against a part of the day."""
    return x.split("T")[1][:1].isdigit() == y.split("T")[1][:1].isdigit()


def stretch(value: str) -> tuple[date, date] | None:
    """Return the first and the last day of a value, `None` where it has no days on the calendar."""
    try:
        return _stretch(value)
    except ValueError:
        return None


def _stretch(value: str) -> tuple[date, date] | None:
    if found := _DAY.match(value):
        day = date(*map(int, found.groups()))
        return day, day
    if found := _WEEK.match(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return monday, monday + timedelta(days=WEEK)
    if found := _MONTH.match(value):
        year, month = int(found[1]), int(found[2])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    if found := _YEAR.match(value):
        return date(int(found[1]), 1, 1), date(int(found[1]), 12, 31)
    return None
