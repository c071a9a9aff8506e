"""What is being told: the day, month or year last spoken of, from which "two days earlier" is reckoned."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from variorum.extract.times._calendar import made

REACH = 6
"""Sentences over which a day goes on being told; a new day ends it at once."""
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_PART = re.compile(r"(\d{4})-([QH])([1-4])")
_MONTHS = {"Q": 3, "H": 6}
_MONTH = re.compile(r"(\d{4})-(\d\d)(?!\d|-)")
_YEAR = re.compile(r"(\d{4})(?![\d-])")


@dataclass(frozen=True, slots=True)
class Told:
    """A time that was told: its first day, and how exactly it is known (`D`, `W`, `M`, `Q`, `H`, `Y`)."""

    day: date
    unit: str
    sentence: int


@dataclass(slots=True)
class Telling:
    """The times told so far; those of a phrase's own sentence count before those of the sentences before it."""

    _last: list[Told] = field(default_factory=list)

    def tell(self, value: str, sentence: int) -> None:
        """Note a value as told in a sentence; one that is no calendar date is passed over."""
        stretch = "/" in value  # background ("the 1950-53 war"): nothing happens "two days later" than it
        told = None if stretch else _read(value, sentence)
        if told is not None:
            self._last.append(told)

    def before(self, sentence: int) -> Told | None:
        """Return what was last told in the sentence or not long before it."""
        last = self._last[-1] if self._last else None
        return last if last is not None and sentence - last.sentence <= REACH else None


def _read(value: str, sentence: int) -> Told | None:
    if found := _DAY.match(value):
        day = made(int(found[1]), int(found[2]), int(found[3]))
        return Told(day, "D", sentence) if day else None
    if found := _WEEK.match(value):
        return _of_week(int(found[1]), int(found[2]), sentence)
    if found := _PART.match(value):
        months = _MONTHS[found[2]]
        return Told(date(int(found[1]), months * int(found[3]) - months + 1, 1), found[2], sentence)
    if found := _MONTH.match(value):
        day = made(int(found[1]), int(found[2]), 1)
        return Told(day, "M", sentence) if day else None
    if (found := _YEAR.match(value)) and int(found[1]):
        return Told(date(int(found[1]), 1, 1), "Y", sentence)
    return None


def _of_week(year: int, number: int, sentence: int) -> Told | None:
    try:
        return Told(date.fromisocalendar(year, number, 1), "W", sentence)
    except ValueError:
        return None
