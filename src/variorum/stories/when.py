"""The time an EDTF date covers, in days, and how far two such times lie apart."""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime

Interval = tuple[float, float]
"""The first and the last moment in days since the first of January of the year 1; a date without a time is 1 long."""

_EDTF = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?P<time>[T ].+)?)?)?$")


def interval(value: str) -> Interval | None:
    """Return the time that `value` covers; `None` where it is no date. A time of day without a zone is taken as UTC."""
    found = _EDTF.match(value)
    try:
        return _covered(value, found) if found else None
    except ValueError:
        return None


def _covered(value: str, found: re.Match[str]) -> Interval:
    year = int(found["year"])
    if found["month"] is None:
        return float(date(year, 1, 1).toordinal()), float(date(year, 12, 31).toordinal() + 1)
    month = int(found["month"])
    if found["day"] is None:
        last = calendar.monthrange(year, month)[1]
        return float(date(year, month, 1).toordinal()), float(date(year, month, last).toordinal() + 1)
    if found["time"] is None:
        day = float(date(year, month, int(found["day"])).toordinal())
        return day, day + 1
    at = datetime.fromisoformat(value)
    at = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    moment = at.toordinal() + (at.hour * 60 + at.minute) / 1440
    return moment, moment
