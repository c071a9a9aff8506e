"""Dates as page heads and metadata write them, with their year unless the month is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from variorum.clean.byline import byline_of
from variorum.lexicon import rows

_TIME = r"(?:T|\b)\d{1,2}(?:[:.h]\d{2}){1,2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?|\b\d{1,2} ?(?:[ap]\.?m\b\.?)|\b[ap]\.m\."
_YEAR = re.compile(r"(?:1[89]|2[01])\d\d|/\d\d")
"""What every year has as the patterns write it, and few lines."""
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")
_JUNK = re.compile(
    rf"{_TIME}|[+-]\d{{2}}:?\d{{2}}|[(),.|:;/•·—–@\[\]-]|\b\d{{3,4}}\b|\b\d{{1,2}}(?:st|nd|rd|th)\b", re.IGNORECASE
)
_SITE = re.compile(r"\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|[a-z]{2})\b(?!\.\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """One date in a line. `value` is `None` where day and month could change places; then `readings` has both."""

    value: str | None
    start: int
    end: int
    readings: tuple[str, ...] = ()


@cache
def _forms(kind: str) -> dict[str, str]:
    return {row["form"]: row["value"] for row in rows("stamp_words") if row["kind"] == kind}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = "(?P<m>" + "|".join(sorted(_forms("month"), key=len, reverse=True)) + r")\b\.?"
    day, year = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?", r"(?P<y>(?:18|19|20|21)\d{2})"
    shapes = (
        rf"(?<![\d.]){year}(?P<s>[-/.])(?P<mm>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?!\d)",
        rf"(?<!\d){day}(?: of|-|\.)?[ ,]*[ /-]?{month}[ ,/-]*{year}\b",
        rf"\b{month}[ ,-]*{day},?[ -]+{year}\b",
        rf"(?<!\d){year}[ -]{month}[ -]{day}(?!\d)",
        rf"(?<![\d.])(?P<a>\d{{1,2}})(?P<s>[-/.])(?P<b>\d{{1,2}})(?P=s){year}(?!\d)",
        r"(?<![\d/.-])(?P<a>\d{1,2})(?P<s>/)(?P<b>\d{1,2})(?P=s)(?P<y>\d{2})(?![\d/])",
        r"(?<!\d)(?P<y>(?:19|20)\d{2})(?P<mm>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)",
    )
    return tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)


def find(line: str) -> Stamp | None:
    """Return the first date with a year in a line, `None` where there is none."""
    if not _YEAR.search(line):
        return None
    found = [(m.start(), n, m) for n, pattern in enumerate(_patterns()) if (m := pattern.search(line))]
    stamps = (stamp for _, _, m in sorted(found, key=lambda f: f[:2]) if (stamp := _stamp(m)))
    return next(stamps, None)


def _stamp(match: re.Match[str]) -> Stamp | None:
    got = {"m": None, "mm": None, "a": None, **match.groupdict()}
    if got["a"] is not None:
        return _undecided(match)
    month = _forms("month")[got["m"].lower()] if got["m"] else got["mm"]
    value = _day(match["y"], month, got["d"])
    return Stamp(value, *match.span()) if value else None


def of_month(line: str, month: str) -> str | None:
    """Return the day that a line without a year names, where it is one of `month` (`2031-05`); else `None`."""
    named = _yearless().search(line)
    if named is None or int(_forms("month")[(named["m"] or named["m2"]).lower()]) != int(month[5:7]):
        return None
    return _day(month[:4], month[5:7], named["d"] or named["d2"])


@cache
def _yearless() -> re.Pattern[str]:
    name = "|".join(sorted(_forms("month"), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<m>{name})\b\.? (?P<d>\d{{1,2}})(?!\d)|(?<!\d)(?P<d2>\d{{1,2}}) (?P<m2>{name})\b", re.IGNORECASE
    )


def _undecided(match: re.Match[str]) -> Stamp | None:
    year, first, second = match["y"].rjust(4, " ").replace("  ", "20"), match["a"], match["b"]
    readings = tuple(dict.fromkeys(v for v in (_day(year, second, first), _day(year, first, second)) if v))
    if not readings:
        return None
    return Stamp(readings[0] if len(readings) == 1 else None, *match.span(), readings)


def _day(year: str, month: str | None, day: str | None) -> str | None:
    try:
        return date(int(year), int(month or 0), int(day or 0)).isoformat()
    except ValueError:
        return None


def rest(line: str, stamp: Stamp) -> list[str]:
    """Return the words of a line that are neither the date nor of the talk of dates (weekday, time, zone, label)."""
    left = _JUNK.sub(" ", _SITE.sub(" ", line[: stamp.start] + " " + line[stamp.end :]))
    return [word for word in _WORD.findall(left) if not _of_dates(word)]


def _of_dates(word: str) -> bool:
    kinds = ("weekday", "month", "zone", "label", "update", "day")
    return any(word.lower().rstrip(".") in _forms(kind) for kind in kinds)


_LONGEST = 120
_WORDS_BESIDE = 4
_POST = re.compile(r"\A[–—-]|\(@\w+\)")
"""The signature of a post on social media: it tells whose words stand above, and is the report's."""


def in_line(line: str) -> Stamp | None:
    """Return the date of a line that is no more than a date, with its time, its place or site; else `None`."""
    if len(line) > _LONGEST or (line.endswith(".") and not line.endswith(("m.", "T."))) or _POST.search(line):
        return None
    found = find(line)
    if found is None:
        return None
    beside = rest(line, found)
    few = len(beside) <= _WORDS_BESIDE and all(word[0].isupper() for word in beside)
    return found if few or byline_of(line) else None


def is_line(line: str) -> bool:
    """Tell whether a line is no more than a date or a time, with or without the year."""
    return in_line(line) is not None or is_time(line)


def is_time(line: str) -> bool:
    """Tell whether a line is no more than a day or a time, its year left out ("14 May, 20:15", "Today, 8:15 pm")."""
    if len(line) > _LONGEST or not any(letter.isdigit() for letter in line) or line.endswith("."):
        return False
    words = [word.lower() for word in _WORD.findall(_JUNK.sub(" ", line))]
    told = re.search(_TIME, line, re.IGNORECASE) or any(w in _forms("update") or w in _forms("label") for w in words)
    return bool(told) and all(_of_dates(word) for word in words)


def is_update(line: str) -> bool:
    """Tell whether a line speaks of a later version."""
    return any(word.lower() in _forms("update") for word in _WORD.findall(line))


def written(value: str) -> Stamp | None:
    """Read a date out of a metadata field: a day, whatever stands around it."""
    return find(value)
