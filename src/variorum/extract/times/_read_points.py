"""Points of the calendar: dates, months, seasons, quarters, days with a name."""

from __future__ import annotations

from variorum.extract.times._calendar import made
from variorum.extract.times._found import Words
from variorum.extract.times._meaning import Point, Shift
from variorum.extract.times._read_clocks import clock

LEAP = 2000
"""A year that has every day of a year."""
PIVOT = 50
"""Two digits below this are years of 2000, the others of 1900 (POSIX has 69; news writes '53 of the Korean war)."""


def point(words: Words) -> Point | None:
    """Return the point that the slots name; `None` for a day that no month has (30 February)."""
    point = _as_written(words)
    if point.month is None or point.day is None:
        return point
    return point if made(int(point.year or LEAP), point.month, point.day) else None


def _as_written(words: Words) -> Point:
    step = words.number("step") if words.slots.get("step") else words.number("coming")
    unit = words.word("span")
    shift = Shift(step or 0, unit, "news") if unit else _noted_shift(words)
    step = 0 if words.note == "0" else step
    if (days := words.number("deictic")) is not None:
        shift, step = Shift(days, "D", "news"), None
    return Point(
        year=_year(words),
        month=words.number("month") or words.number("mon"),
        day=words.number("day") or words.number("dayth") or words.nth(),
        until=words.number("until"),
        weekday=words.number("weekday") or words.number("shortday"),
        season=words.word("season"),
        quarter=_quarter(words),
        festival=words.word("festival"),
        step=None if unit else step,
        shift=shift,
        clock=clock(words),
    )


def _noted_shift(words: Words) -> Shift | None:
    return Shift(0, "Y", "news") if words.note == "year" else None


def _year(words: Words) -> str | None:
    if (short := words.word("yr")) is not None and not words.slots.get("year"):
        return str(_full_year(int(short)))
    return words.word("year")


def _full_year(short: int) -> int:
    return short + (2000 if short < PIVOT else 1900)


def _quarter(words: Words) -> str | None:
    quarter = words.word("quarterof") or words.word("nthquarter")
    half = words.word("halfof") or words.word("nthhalf")
    return f"Q{quarter}" if quarter else f"H{half}" if half else None


def days(words: Words) -> Point | None:
    """Read "3 and 4 March" as a run of days; `None` where they do not follow each other."""
    run = point(words)
    return run if run and run.day and run.until == run.day + 1 else None


def slash(words: Words) -> Point | None:
    """Read 13/01/2025 either way round where one way alone can be; else month first, as the United States write."""
    a, b, c = _three(words)
    if a > 31:  # noqa: PLR2004 - no day of a month
        year, month, day = a, b, c
    else:
        year = c if c > 99 else _full_year(c)  # noqa: PLR2004 - two digits
        day_first = words.word("dotdate") is not None or a > 12  # noqa: PLR2004 - no month
        month, day = (b, a) if day_first and b <= 12 else (a, b)  # noqa: PLR2004 - no month
    return Point(year=str(year), month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None  # noqa: PLR2004


def _three(words: Words) -> tuple[int, int, int]:
    if dashed := words.slots.get("day"):
        return int(dashed[0][0]), int(dashed[1][0]), int(words.slots["year"][0][0])
    written = words.word("slash") or (words.word("dotdate") or "").replace(".", "/")
    a, b, c = (int(number) for number in written.split("/"))
    return a, b, c


def nth_weekday(words: Words) -> Point:
    """Read "the first Tuesday of November 2029"."""
    return Point(year=_year(words), month=words.number("month"), weekday=words.number("weekday"), nth=words.nth())
