"""What the words of a time mean before it is known when the news was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from variorum.model import TimexType

Origin = Literal["news", "told"]
WEEKEND = "WE"
"""The season of a week: TIMEX3 writes it as ISO week and `WE`."""


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from a day: of the news ("two days ago") or of what is being told ("two days earlier").

    `amount` is `None` where the words do not say how many ("days ago"); `sign` tells the direction. `counted` tells
    "a year earlier", which is as exact as what it is counted from, from "the previous year".
    """

    amount: float | None
    unit: str
    origin: Origin
    sign: int = 0
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the calendar as far as the words give it. `clock` is `hh:mm` or a TIMEX3 part of the day (`MO`).

    `step` is -1 for "last", 0 for "this", 1 for "next". `until` is the last day of a run ("9-11 June"),
    `nth` counts the weekdays of a month ("the first Tuesday of November"), -1 the last.
    """

    year: str | None = None
    month: int | None = None
    day: int | None = None
    until: int | None = None
    weekday: int | None = None
    nth: int | None = None
    season: str | None = None
    quarter: str | None = None
    festival: str | None = None
    step: int | None = None
    shift: Shift | None = None
    clock: str | None = None

    @property
    def names_day(self) -> bool:
        """Whether a day is named, or can be reckoned."""
        by_shift = self.shift is not None and self.shift.unit == "D"
        return self.weekday is not None or self.day is not None or self.festival is not None or by_shift

    @property
    def only_clock(self) -> bool:
        """Whether nothing but a time of the day is given."""
        return self == Point(clock=self.clock)


@dataclass(frozen=True, slots=True)
class Known:
    """A time whose value does not hang on another: a duration, a set, a decade, a reference to the present."""

    type: TimexType
    value: str


Meaning = Point | Known
