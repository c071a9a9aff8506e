"""What a time is where nothing says of which year: TIMEX3 values with X for what is not known."""

from __future__ import annotations

from variorum.lexicon import mapping

DAY = "XXXX-XX-XX"
_UNITS = {
    "W": "XXXX-WXX",
    "FN": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXXX",
    "CE": "XXXX",
}


def unit(code: str) -> str:
    """Return an unknown day, week, month, … of an unknown year."""
    return _UNITS.get(code, DAY)


def feast(name: str) -> str:
    """Return the day of a feast in an unknown year; a movable feast is on an unknown day."""
    day = mapping("time_festivals", "name", "day").get(name, "")
    return f"XXXX-{day}" if len(day) == len("MM-DD") and day[0].isdigit() else DAY
