"""Hours and parts of the day: "9:15 a.m.", "0900 GMT", "noon", "half past seven"."""

from __future__ import annotations

from variorum.extract.times._found import Words
from variorum.extract.times._meaning import Point
from variorum.extract.times._words import vocabulary
from variorum.lexicon import mapping


def clock(words: Words) -> str | None:
    """Return the hour as `hh:mm`, or the part of the day (`MO`); `None` where neither is given."""
    if named := words.word("hourname"):
        return named
    hour, minute = _hour_minute(words)
    if hour is None:
        return words.word("part")
    half = words.word("ampm") or _half_of(words.word("part"))
    if half == "PM" and hour < 12:  # noqa: PLR2004 - a clock's twelve hours
        hour += 12
    return f"{0 if half == 'AM' and hour == 12 else hour:02}:{minute:02}"  # noqa: PLR2004 - the same


def clocks(words: Words) -> Point | None:
    """Read a run of hours: "between 9 and 10 p.m.", "11 a.m. to 2 p.m."; a first hour takes the half of the second."""
    hours = [word for name, word in words.sequence if name in {"hour", "clock"}]
    halves = [vocabulary().value("ampm", run[0]) for run in words.slots["ampm"]]
    first, last = (_at(hour, half) for hour, half in zip(hours, (halves[0], halves[-1]), strict=True))
    if first > last and len(halves) == 1:
        first = _at(hours[0], "AM")
    return Point(clock=f"{first}/{last}")


def _at(hour: str, half: str) -> str:
    whole, _, minutes = hour.partition(":")
    return f"{int(whole) % 12 + (12 if half == 'PM' else 0):02}:{minutes or '00'}"


def _half_of(part: str | None) -> str | None:
    return None if part is None else "AM" if part == "MO" else "PM"


def _hour_minute(words: Words) -> tuple[int | None, int]:
    for name in ("clock", "clockdot", "clocksec"):
        if written := words.word(name):
            hour, minute = written.replace(".", ":").split(":")[:2]
            return int(hour), int(minute)
    if four := words.word("hhmm"):
        return int(four[:2]), int(four[2:])
    if hour_word := words.word("hourword"):
        return int(mapping("time_numbers", "word", "value")[hour_word]), 0
    return words.number("hour"), 0


def half_past(words: Words) -> Point | None:
    """Read "half past seven"."""
    hour, _ = _hour_minute(words)
    return None if hour is None else Point(clock=f"{hour:02}:30")
