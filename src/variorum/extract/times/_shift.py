"""So many days, weeks, months from a day: "two weeks ago", "the previous week", "a year earlier"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from variorum.extract.times import _partial as partial
from variorum.extract.times._calendar import MONTHS, days_in, moved, plus, quarter_of, week

if TYPE_CHECKING:
    from variorum.extract.times._meaning import Shift
    from variorum.extract.times._reference import Reference
    from variorum.extract.times._told import Told

_FINENESS = {"Y": 0, "H": 1, "Q": 2, "M": 3, "W": 4, "D": 5}
_IN_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": MONTHS, "DE": 10 * MONTHS, "CE": 100 * MONTHS}
_HOURS = {"TH": 24, "TM": 24 * 60, "TS": 24 * 3600}


def shifted(shift: Shift, ref: Reference | None, told: Told | None) -> str:
    """Return the TIMEX3 value of a shift from the day of the news or from the time last told, as fine as its unit."""
    if shift.amount is None:
        return "FUTURE_REF" if shift.sign > 0 else "PAST_REF"
    if shift.origin == "told" and told is not None:
        return _from_told(shift, shift.amount, told)
    if ref is None or not ref.knows(shift.unit):
        return partial.unit(shift.unit)
    return _moved(ref.day, shift.amount, shift.unit)


def _from_told(shift: Shift, amount: float, told: Told) -> str:
    if shift.counted and shift.unit == "Y" and told.unit in {"H", "Q", "M"}:
        return _moved(told.day, amount * _IN_MONTHS["Y"] / _IN_MONTHS[told.unit], told.unit)
    wanted = shift.unit if shift.unit in _FINENESS else "Y" if shift.unit in _IN_MONTHS else "D"
    if _FINENESS[wanted] > _FINENESS[told.unit]:
        return _unknown_within(told, wanted)
    return _moved(told.day, amount, shift.unit)


def _unknown_within(told: Told, unit: str) -> str:
    """Return an unknown day of a known year or month: "two days later" after "in 2011"."""
    year = f"{told.day.year:04}"
    if unit == "W":
        return f"{year}-WXX"
    if unit in {"M", "Q"}:
        return f"{year}-{'XX' if unit == 'M' else 'QX'}"
    return f"{year}-{told.day.month:02}-XX" if told.unit == "M" else f"{year}-XX-XX"


def _moved(base: date, amount: float, unit: str) -> str:
    if unit in _IN_MONTHS:
        return _moved_by_months(base, amount, unit)
    if unit in _HOURS:
        day = plus(base, int(amount / _HOURS[unit]))
        return day.isoformat() if day else partial.DAY
    day = plus(base, round(amount * (7 if unit == "WE" else days_in(unit))))
    if day is None:
        return partial.unit(unit)
    if unit == "WE":
        return f"{week(day)}-WE"
    return day.isoformat() if unit == "D" else week(day)


def _moved_by_months(base: date, amount: float, unit: str) -> str:
    months = amount * _IN_MONTHS[unit]
    year, month = moved(base, round(months))
    if not 0 < year < 10000:  # noqa: PLR2004 - the calendar's years
        return partial.unit(unit)
    if unit == "M" or (unit == "Y" and amount != int(amount)):
        return f"{year:04}-{month:02}"
    if unit == "Q":
        return f"{year:04}-Q{quarter_of(date(year, month, 1))}"
    if unit == "H":
        return f"{year:04}-H{1 + (month > MONTHS // 2)}"
    return {"Y": f"{year:04}", "DE": f"{year // 10:03}X", "CE": f"{year // 100:02}"}[unit]
