"""From phrases to TIMEX3 values: each in reading order, reckoned from the news or from the day last told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from variorum.extract.times import _choose as choose
from variorum.extract.times import _partial as partial
from variorum.extract.times._calendar import feast, last_of, made, nth_weekday, plus, week
from variorum.extract.times._meaning import WEEKEND, Known, Point
from variorum.extract.times._reference import Reference
from variorum.extract.times._shift import shifted
from variorum.extract.times._tense import Tense
from variorum.extract.times._tense import tense as tense_of
from variorum.extract.times._told import Telling, Told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.extract.times._phrases import Phrase
    from variorum.model import Annotated, TimexType


@dataclass(frozen=True, slots=True)
class Resolved:
    """A phrase with its type and value, and whether the year was concluded from elsewhere in the text."""

    phrase: Phrase
    type: TimexType
    value: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a value is reckoned from: the day of the news, the tense, and what was told before.

    `beside` is the value of a date directly before: the day of the hour in "13 June 2031 10:58".
    """

    ref: Reference | None
    tense: Tense
    told: Told | None
    sentence: int
    beside: str | None


def resolve(annotated: Annotated, found: Sequence[Phrase], ref: Reference | None) -> list[Resolved]:
    """Return the values of phrases in reading order; `ref` is when the news was written, `None` if unknown."""
    telling = Telling()
    resolved = []
    for phrase in found:
        meaning = phrase.meaning
        if isinstance(meaning, Known):
            resolved.append(Resolved(phrase, meaning.type, meaning.value, inferred=False))
            telling.tell(meaning.value, annotated.tokens[phrase.first].sentence)
            continue
        sentence = annotated.tokens[phrase.first].sentence
        tense = tense_of(annotated, phrase.first, phrase.last)
        setting = _Setting(ref, tense, telling.before(sentence), sentence, _beside(annotated, resolved, phrase))
        value = _value(meaning, setting)
        if not _compares(meaning):
            telling.tell(value, sentence)
        guessed = ref is not None and ref.inferred and meaning.year is None and value[:4].isdigit()
        resolved.append(Resolved(phrase, "TIME" if "T" in value[4:] else "DATE", value, guessed))
    return resolved


def _compares(point: Point) -> bool:
    """Tell "up 4 percent from a year earlier": the year is named for comparison, and nothing more is told of it."""
    shift = point.shift
    return shift is not None and shift.counted and shift.origin == "told" and shift.unit == "Y" and shift.sign < 0


def _beside(annotated: Annotated, before: Sequence[Resolved], phrase: Phrase) -> str | None:
    if not before or len(before[-1].value) != len("2031-06-13"):
        return None
    between = annotated.article.text[before[-1].phrase.end : phrase.start]
    return before[-1].value if between.strip(" ,") == "" else None


def _value(point: Point, setting: _Setting) -> str:
    day = _date(point, setting)
    if point.clock is None or len(day) < len("XXXX-WXX-1") or day.endswith("REF"):
        return day
    return "/".join(f"{day}T{clock}" for clock in point.clock.split("/"))


def _date(point: Point, setting: _Setting) -> str:
    """Return the day, or what is known of it, by the most exact part that the words give."""
    if point.only_clock:
        return _day_of_clock(setting)
    for part, dated in _BY_PART:
        if getattr(point, part) is not None:
            return dated(point, setting)
    return point.year or "XXXX"


def _day_of_clock(setting: _Setting) -> str:
    if setting.beside is not None:
        return setting.beside
    told = setting.told
    if told is not None and told.unit == "D" and _is_news(told, setting):
        return told.day.isoformat()
    if setting.ref is not None and setting.ref.knows("D"):
        return setting.ref.day.isoformat()
    return partial.DAY


NEWS_DAYS = 14
"""A time of the day goes with a day told before only where that day is news, not history, and told in the same
sentence or the one before; in AP's running lists of times ("9:21 p.m.") a longer reach took the day of other items."""


def _is_news(told: Told, setting: _Setting) -> bool:
    if setting.sentence - told.sentence > 1:
        return False
    ahead = setting.tense == "past" and setting.ref is not None and told.day > setting.ref.day
    return setting.ref is None or (not ahead and abs((setting.ref.day - told.day).days) <= NEWS_DAYS)


def _festival(point: Point, setting: _Setting) -> str:
    name = point.festival or ""
    if point.year is not None:
        day = feast(name, int(point.year))
    elif setting.ref is not None:
        day = choose.yearly(setting.ref.day, lambda year: feast(name, year), setting.tense, point.step)
    else:
        return partial.feast(name)
    return day.isoformat() if day else point.year or "XXXX"


def _month(point: Point, setting: _Setting) -> str:
    month = point.month or 1
    if point.day is None and point.nth is None:
        return _month_alone(point, setting)
    if point.day is None:
        return _nth_weekday(point, setting)
    year = point.year or _year_of_day(point, setting)
    if point.until is not None and point.until > point.day:
        return f"{year}-{month:02}-{point.day:02}/{year}-{month:02}-{point.until:02}"
    return f"{year}-{month:02}-{point.day:02}"


def _nth_weekday(point: Point, setting: _Setting) -> str:
    def at(year: int) -> date:
        return nth_weekday(year, point.month or 1, point.nth or 1, point.weekday or 1)

    if point.year is not None:
        return at(int(point.year)).isoformat()
    if setting.ref is None:
        return f"XXXX-{point.month:02}-XX"
    day = choose.yearly(setting.ref.day, at, setting.tense, None)
    return day.isoformat() if day else partial.DAY


def _year_of_day(point: Point, setting: _Setting) -> str:
    month, day = point.month or 1, point.day or 1
    ref = setting.ref
    if point.shift is not None:
        return shifted(point.shift, ref, setting.told)
    if ref is None:
        return "XXXX"

    def at(year: int) -> date | None:
        return made(year, month, day)

    fits = choose.with_weekday(ref.day, at, point.weekday) if point.weekday else None
    chosen = fits or _near_told(at, setting) or choose.yearly(ref.day, at, setting.tense, point.step)
    return str(chosen.year if chosen else ref.day.year)


def _near_told(at: Callable[[int], date | None], setting: _Setting) -> date | None:
    """Return the day nearest to one of another year told in the same sentence: "3 May 2013, a day after 2 May"."""
    told = setting.told
    if told is None or told.unit != "D" or told.sentence != setting.sentence or _recent(told, setting):
        return None
    days = [day for year in (-1, 0, 1) if (day := at(told.day.year + year)) is not None]
    return min(days, key=lambda day: abs((day - told.day).days), default=None)


def _recent(told: Told, setting: _Setting) -> bool:
    return setting.ref is None or abs((setting.ref.day - told.day).days) < choose.LONG_AGO


def _month_alone(point: Point, setting: _Setting) -> str:
    month = point.month or 1
    if point.shift is not None:
        return f"{shifted(point.shift, setting.ref, setting.told)}-{month:02}"
    if point.year is not None:
        return f"{point.year}-{month:02}"
    if setting.ref is None:
        return f"XXXX-{month:02}"
    year, month = choose.month(setting.ref.day, month, setting.tense, point.step)
    return f"{year}-{month:02}"


def _season(point: Point, setting: _Setting) -> str:
    if point.season == WEEKEND:
        return _weekend(setting)
    if point.year is not None:
        return f"{point.year}-{point.season}"
    if setting.ref is None:
        return f"XXXX-{point.season}"
    if point.shift is not None:
        return f"{shifted(point.shift, setting.ref, setting.told)}-{point.season}"
    return f"{choose.season(setting.ref.day, point.season or '', setting.tense, point.step)}-{point.season}"


def _weekend(setting: _Setting) -> str:
    if setting.ref is None or not setting.ref.knows("D"):
        return partial.unit("WE")
    tense: Tense = "either" if setting.tense == "present" else setting.tense
    return f"{week(choose.weekday(setting.ref.day, 6, tense, None))}-WE"


def _quarter(point: Point, setting: _Setting) -> str:
    return f"{_year_of_quarter(point, setting)}-{point.quarter}"


def _year_of_quarter(point: Point, setting: _Setting) -> str:
    if point.year is not None:
        return point.year
    if setting.ref is None:
        return "XXXX"
    if point.shift is not None:
        return shifted(point.shift, setting.ref, setting.told)
    return str(choose.quarter(setting.ref.day, point.quarter or "Q1", setting.tense))


def _weekday(point: Point, setting: _Setting) -> str:
    number, ref = point.weekday or 1, setting.ref
    if ref is None or not ref.knows("D"):
        return f"XXXX-WXX-{number}"
    if point.shift is not None and point.shift.amount is not None:
        monday = ref.day - timedelta(days=ref.day.isoweekday() - number)
        day = plus(monday, int(7 * point.shift.amount)) or ref.day
    elif point.day is not None:
        day = _numbered(ref.day, number, point.day)
    else:
        day = choose.weekday(ref.day, number, setting.tense, point.step)
    return day.isoformat()


def _numbered(ref: date, weekday: int, number: int) -> date:
    """Return the nearest day with that number in its month and that weekday ("Friday the 13th")."""
    near = [plus(ref, days) for days in range(-200, 201)]
    fits = [day for day in near if day and day.day == number and day.isoweekday() == weekday]
    return min(fits, key=lambda day: abs((day - ref).days), default=last_of(ref.year, ref.month) or ref)


def _shift(point: Point, setting: _Setting) -> str:
    if point.shift is None:
        return partial.DAY
    value = shifted(point.shift, setting.ref, setting.told)
    return f"{value}-{point.day:02}" if point.day is not None and point.shift.unit == "M" else value


_BY_PART: tuple[tuple[str, Callable[[Point, _Setting], str]], ...] = (
    ("festival", _festival),
    ("month", _month),
    ("season", _season),
    ("quarter", _quarter),
    ("weekday", _weekday),
    ("shift", _shift),
)
