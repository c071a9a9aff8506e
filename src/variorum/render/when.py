"""TIMEX3 values in words: `2030-WI` is winter 2030, `2031-03-03TEV` the evening of that day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_SEASONS = {
    "SP": "spring",
    "SU": "summer",
    "FA": "autumn",
    "WI": "winter",
    "H1": "first half of",
    "H2": "second half of",
}
_HOURS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?$")
_SEASON = re.compile(rf"(\d{{4}})-({'|'.join(_SEASONS)})$")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])$")
_PART_OF_DAY = re.compile(rf"(.*)T({'|'.join(_HOURS)})$")
_CLOCK = re.compile(r"(.*)T(\d{2}:\d{2})(?::\d{2})?(Z?.*)$")
_DECADE = re.compile(r"(\d{3})X?$")


def when(value: str) -> str:
    """Return a TIMEX3 value as a reader would write it; a value that is not known stays as it is."""
    for pattern, worded in _WORDED:
        match = pattern.match(value)
        if match:
            return worded(match).strip()
    return value


_WORDED: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_WEEK, lambda m: f"{'weekend of ' if m[3] else ''}week {int(m[2])} of {m[1]}"),
    (_SEASON, lambda m: f"{_SEASONS[m[2]]} {m[1]}"),
    (_QUARTER, lambda m: f"quarter {m[2]} of {m[1]}"),
    (_PART_OF_DAY, lambda m: f"{m[1]} {_HOURS[m[2]]}"),
    (_CLOCK, lambda m: f"{m[1]} {m[2]} {m[3]}"),
    (_DECADE, lambda m: f"{m[1]}0s"),
)
