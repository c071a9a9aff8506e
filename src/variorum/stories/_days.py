"""The days that a text names: by date, and by the weekday last before its publication. Cheap means, no parse."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections import Counter

    from variorum.stories.when import Interval

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = re.compile(
    r"(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\b(?:\.? (\d{1,2})\b(?![.,]?\d))?"
)
_DAY_BEFORE = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)? (?:of )?$")
_BEFORE = len("12th of ")
_WEEKDAY = 3.0
"""Words of the body that a weekday weighs each time, since a rare day says more than a word: B-cubed F1 of WikiNews
dev less its digest, other and all .876, .932, .850 without weekdays, .879, .940, .851 with 2, .881, .940, .853 with 3,
.883, .937, .851 with 4; BASIL .997 with any. What `yesterday` names changes nothing."""


def days(text: str, counts: Counter[str], when: Interval | None) -> dict[str, float]:
    """Return the days that the text names (`24 Apr`), each with the words of the body that it weighs.

    `counts` tells how often each word stands in it. A weekday is the last one up to the publication; an
    article whose day is unknown has none.
    """
    found = dict.fromkeys(_dated(text), 1.0)
    if when is not None and when[1] - when[0] <= 1:
        for weekday, name in enumerate(_WEEKDAYS):
            if count := counts[name] + counts[f"{name}'s"] + counts[f"{name}’s"]:
                found.setdefault(_last(weekday, int(when[0])), _WEEKDAY * count)
    return found


def _dated(text: str) -> list[str]:
    found = []
    for month in _MONTH.finditer(text):
        before = None if month[2] else _DAY_BEFORE.search(text[max(0, month.start() - _BEFORE) : month.start()])
        if day := month[2] or (before and before[1]):
            found.append(f"{int(day)} {month[1][:3]}")
    return found


def _last(weekday: int, published: int) -> str:
    day = date.fromordinal(published)
    day = date.fromordinal(published - (day.weekday() - weekday) % 7)
    return f"{day.day} {_MONTHS[day.month - 1]}"
