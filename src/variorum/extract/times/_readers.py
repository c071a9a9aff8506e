"""From the words that a rule found to what they mean: one small reader for each kind of rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.extract.times._calendar import duration, made
from variorum.extract.times._meaning import WEEKEND, Known, Meaning, Origin, Point, Shift
from variorum.extract.times._numerals import VAGUE, amounts
from variorum.extract.times._words import vocabulary
from variorum.lexicon import mapping

if TYPE_CHECKING:
    from collections.abc import Callable

LEAP = 2000
"""A year that has every day of a year."""
PIVOT = 50
"""Two digits below this are years of 2000, the others of 1900 (POSIX has 69; news writes '53 of the Korean war)."""
_ORIGINS: dict[str, Origin] = {"news": "news", "told": "told"}


@dataclass(frozen=True, slots=True)
class Words:
    """What a rule found: the words of each slot, all of them in order (`sequence`), the rule's note, and its words."""

    slots: dict[str, list[list[str]]]
    sequence: list[tuple[str, str]]
    note: str
    text: str

    def word(self, name: str) -> str | None:
        """Return what the first word in a slot means, `None` for a slot that is empty."""
        found = self.slots.get(name)
        return vocabulary().value(name, " ".join(found[0])) if found else None

    def number(self, name: str) -> int | None:
        """Return the number in a slot; an ordinal is its number."""
        value = self.word(name)
        if value is None:
            return None
        digits = "".join(c for c in value if c.isdigit())
        return int(digits) if digits and value[0] not in "+-" else int(value)

    def counts(self) -> list[tuple[str, ...]]:
        """Return the amounts in the slots that count."""
        return [amounts(words) for words in self.slots.get("count", [])]

    def units(self) -> list[str]:
        """Return the codes of the units, in the order of the words."""
        found = [(words, name) for name in ("unit", "units", "span") for words in self.slots.get(name, [])]
        return [vocabulary().value(name, " ".join(words)) for words, name in found]


def read(kind: str, words: Words) -> Meaning | None:
    """Return what the words mean by the kind of their rule; `None` where they mean no time after all."""
    return READERS[kind](words)


def _point(words: Words) -> Point | None:
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
        day=words.number("day") or words.number("dayth") or _nth(words),
        until=words.number("until"),
        weekday=words.number("weekday") or words.number("shortday"),
        season=words.word("season"),
        quarter=_quarter(words),
        festival=words.word("festival"),
        step=None if unit else step,
        shift=shift,
        clock=_clock(words),
    )


def _noted_shift(words: Words) -> Shift | None:
    return Shift(0, "Y", "news") if words.note == "year" else None


def _year(words: Words) -> str | None:
    if (short := words.word("yr")) is not None and not words.slots.get("year"):
        return str(_full_year(int(short)))
    return words.word("year")


def _full_year(short: int) -> int:
    return short + (2000 if short < PIVOT else 1900)


def _ordinal(words: Words) -> int | None:
    word = words.word("ordword")
    return None if word is None else int(mapping("time_numbers", "word", "value")[word])


def _nth(words: Words) -> int | None:
    run = words.slots.get("nth")
    values = mapping("time_numbers", "word", "value")
    return sum(int(values.get(word, 0)) for word in run[0]) if run else None


def _quarter(words: Words) -> str | None:
    quarter = words.word("quarterof") or words.word("nthquarter")
    half = words.word("halfof") or words.word("nthhalf")
    return f"Q{quarter}" if quarter else f"H{half}" if half else None


def _clock(words: Words) -> str | None:
    if named := words.word("hourname"):
        return named
    hour, minute = _hour_minute(words)
    if hour is None:
        return words.word("part")
    half = words.word("ampm") or _half_of(words.word("part"))
    if half == "PM" and hour < 12:  # noqa: PLR2004 - a clock's twelve hours
        hour += 12
    return f"{0 if half == 'AM' and hour == 12 else hour:02}:{minute:02}"  # noqa: PLR2004 - the same


def _clocks(words: Words) -> Point | None:
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


def _half_past(words: Words) -> Point | None:
    hour, _ = _hour_minute(words)
    return None if hour is None else Point(clock=f"{hour:02}:30")


def _slash(words: Words) -> Point | None:
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


def _years(words: Words) -> Known | None:
    first, last = _ends(words)
    return Known("DATE", f"{first}/{last}") if first < last else None


def _ends(words: Words) -> tuple[int, int]:
    if written := words.word("yearslash"):
        return int(written[:4]), int(written[:2] + written[5:])
    found = [int(run[0]) for run in words.slots["year"]]
    if len(found) > 1:
        return found[0], found[1]
    return found[0], found[0] // 100 * 100 + int(words.slots["yr"][0][0])


def _era(words: Words) -> Known | None:
    year = int(words.slots["anyyear"][0][0])
    return Known("DATE", f"BC{year:04}" if words.word("era") == "BC" else f"{year:04}")


def _decade(words: Words) -> Known:
    if written := words.word("decade") or words.word("decadeyear") or words.word("shortdecade"):
        digits = written.rstrip("s")
        century = "" if len(digits) > len("90") else "20" if digits in {"00", "10"} else "19"
        return Known("DATE", f"{century}{digits[:-1]}X")
    return Known("DATE", f"19{words.word('decadename')}X")


def _century(words: Words) -> Known:
    nth = words.number("ord") or _ordinal(words) or 1
    before = words.word("era") == "BC"
    return Known("DATE", f"BC{nth - 1:02}" if before else f"{nth - 1:02}")


def _often(words: Words) -> Known | None:
    if weekday := words.word("weekdays"):
        return Known("SET", f"XXXX-WXX-{weekday}")
    return Known("SET", words.word("often") or "")


def _fixed_shift(words: Words) -> Point:
    amount, unit, origin, *clock = words.note.split()
    return Point(shift=Shift(int(amount), unit, _ORIGINS[origin]), clock=clock[0] if clock else None)


def _part(words: Words) -> Point:
    """Read "this morning", "last night": a part of the day of the news, or of the day before or after."""
    step = words.number("step")
    return Point(shift=None if step is None else Shift(step, "D", "news"), clock=words.word("part"))


def _told_part(words: Words) -> Point:
    step = words.number("told")
    return Point(shift=Shift(int(words.note) if step is None else step, "D", "told"), clock=words.word("part"))


def _step(words: Words) -> Point:
    return Point(shift=Shift(words.number("step") or 0, words.units()[0], "news"))


def _told(words: Words) -> Point:
    unit = (words.units() or ["D"])[0]
    step = words.number("told")
    return Point(shift=Shift(int(words.note or 0) if step is None else step, unit, "told"))


def _weekend(_: Words) -> Point:
    return Point(season=WEEKEND)


def _shift(words: Words) -> Meaning:
    sign, origin = words.note.split()
    direction = int(sign) or words.number("around") or -1
    counts = (words.counts() or [("1",) if words.slots.get("span") else (VAGUE,)])[0]
    unit = words.units()[0]
    vague = len(counts) > 1 or counts[0] == VAGUE
    if vague and origin == "told":
        return Known("DURATION", duration(VAGUE, unit))
    known = None if vague else float(counts[0]) * direction
    return Point(shift=Shift(known, unit, _ORIGINS[origin], direction, counted=True))


def _shift_half(words: Words) -> Point:
    return Point(shift=Shift(-1.5, words.units()[0], "news", -1, counted=True))


def _nth_weekday(words: Words) -> Point:
    run = words.slots["nth"][0]
    nth = -1 if run == ["last"] else _nth(words)
    return Point(year=_year(words), month=words.number("month"), weekday=words.number("weekday"), nth=nth)


def _duration(words: Words) -> Known | None:
    counts, units = words.counts(), _in_order(words)
    if len(counts) == 1:
        return Known("DURATION", "/".join(duration(amount, units[0]) for amount in counts[0]))
    parts = [duration(count[0], unit) for count, unit in zip(counts, units, strict=False)]
    return Known("DURATION", _joined(parts))


def _in_order(words: Words) -> list[str]:
    """Return the units, those of a compound ("two years and one month") as they follow each other."""
    return [vocabulary().value(name, word) for name, word in words.sequence if name in {"unit", "units"}]


def _joined(parts: list[str]) -> str:
    """Join P2Y and P3M to P2Y3M, P1D and PT2H to P1DT2H."""
    whole = parts[0]
    for part in parts[1:]:
        body = part[1:]
        whole += body[1:] if body.startswith("T") and "T" in whole else body
    return whole


def _duration_and_half(words: Words) -> Known:
    return Known("DURATION", duration("1.5", words.units()[0]))


def _span_duration(words: Words) -> Known:
    plural = bool(words.slots.get("units"))
    return Known("DURATION", duration(VAGUE if plural else "1", words.units()[0]))


def _known_duration(words: Words) -> Known:
    return Known("DURATION", words.word("long") or "")


def _vague_by(words: Words) -> Known:
    return Known("DATE", words.word("recent") or "")


def _vague(words: Words) -> Known:
    return Known("DATE", words.note or words.word("now") or "")


def _every(words: Words) -> Known:
    return Known("SET", next((v for v in (_every_unit(words), _every_point(words)) if v), "XXXX"))


def _every_unit(words: Words) -> str | None:
    units = words.units()
    if not units:
        return None
    other = "2" if "other" in words.text.split() else "1"
    return duration(words.counts()[0][0] if words.counts() else other, units[0])


def _every_point(words: Words) -> str | None:
    part = words.word("part") or words.word("parts")
    clock = f"T{part}" if part else ""
    if weekday := words.word("weekday"):
        return f"XXXX-WXX-{weekday}{clock}"
    if month := words.number("month"):
        return f"XXXX-{month:02}"
    if season := words.word("season"):
        return f"XXXX-{season}"
    return f"XXXX-XX-XX{clock}" if clock else None


def _rate(words: Words) -> Known:
    return Known("SET", duration("1", words.units()[-1]))


def _historic(words: Words) -> Known:
    return Known("DATE", mapping("time_historic", "name", "value")[" ".join(words.slots["historic"][0])])


def _race(words: Words) -> Known | Point:
    hours, minutes, seconds = (int(n) for n in (words.word("clocksec") or "0:0:0").split(":"))
    return Known("DURATION", f"PT{hours}H{minutes}M{seconds}S")


READERS: dict[str, Callable[[Words], Meaning | None]] = {
    "point": _point,
    "weak": _point,
    "slash": _slash,
    "years": _years,
    "era": _era,
    "decade": _decade,
    "century": _century,
    "often": _often,
    "fixed-shift": _fixed_shift,
    "part": _part,
    "told-part": _told_part,
    "step": _step,
    "told": _told,
    "weekend": _weekend,
    "shift": _shift,
    "shift-half": _shift_half,
    "nth-weekday": _nth_weekday,
    "duration": _duration,
    "duration-half": _duration_and_half,
    "span-duration": _span_duration,
    "fixed-duration": lambda words: Known("DURATION", words.note),
    "clocks": _clocks,
    "known-duration": _known_duration,
    "vague": _vague,
    "vague-by": _vague_by,
    "every": _every,
    "rate": _rate,
    "historic": _historic,
    "race": _race,
    "half-past": _half_past,
    "none": lambda _: None,
}
