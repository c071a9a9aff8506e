"""The day or month that an article's address tells: the schemes of news sites, as the table `address_dates` has them.

No date is read out of a slug's words: they tell what it is about, not when it was published.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from variorum.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTS = {
    "{Y}": r"(?P<y>(?:19[89]|20[0-4])\d)",
    "{YY}": r"(?P<y>[0-4]\d)",
    "{M}": r"(?P<m>0?[1-9]|1[0-2]|{names})",
    "{MM}": r"(?P<m>0[1-9]|1[0-2]|{names})",
    "{D}": r"(?P<d>0?[1-9]|[12]\d|3[01])",
    "{DD}": r"(?P<d>0[1-9]|[12]\d|3[01])",
    "{SECONDS}": r"(?P<seconds>1[3-9]\d{8})",
    "{DAYS}": r"(?P<days>[0-9A-Z]{3})",
    "{END}": r"(?=[/.]|\Z)",
}
_FIRST = date(2013, 1, 1)
"""Reuters counts days from here: 842 of 907 numbers are then of the day of publication or of one beside it."""
_NEW_YORK = timedelta(hours=-5)
_CENTURY = 2000
"""What a year of two digits lacks."""
_MONTH = len("2031-05")


@dataclass(frozen=True, slots=True)
class Scheme:
    """How some sites write a date into their addresses; without `sites` it is anybody's."""

    name: str
    tells: str
    sites: tuple[str, ...]
    where: str
    pattern: re.Pattern[str]

    def used_by(self, site: str) -> bool:
        """Tell whether a host may write its addresses so."""
        return not self.sites or any(f".{site}".endswith(f".{known}") for known in self.sites)


@dataclass(frozen=True, slots=True)
class _Address:
    site: str
    path: str
    values: tuple[str, ...]

    def among(self, scheme: Scheme) -> Iterator[re.Match[str] | None]:
        if not scheme.used_by(self.site):
            return
        if scheme.where == "path":
            yield scheme.pattern.search(self.path)
        else:
            yield from map(scheme.pattern.fullmatch, self.values)


def told_by(url: str) -> str | None:
    """Return the day (`2031-05-14`) or the month (`2031-05`) of publication that an address tells; else `None`."""
    return next((value for _, value in readings(url)), None)


def readings(url: str) -> Iterator[tuple[str, str]]:
    """Yield the name of each scheme that reads an address, and what it tells; the surest first."""
    address = _taken_apart(url)
    for name, some in groupby(_schemes("day", "month"), key=lambda scheme: scheme.name):
        found = {value for scheme in some for match in address.among(scheme) if (value := _value(scheme, match))}
        if len(found) == 1:
            yield name, found.pop()


def _taken_apart(url: str) -> _Address:
    try:
        parts = urlsplit(url)
        site = (parts.hostname or "").rstrip(".")
    except ValueError:
        return _Address("", "", ())
    path = parts.path
    for scheme in _schemes("id"):
        if scheme.used_by(site):
            path = scheme.pattern.sub("", path)
    values = (pair.partition("=")[2] for pair in parts.query.split("&"))
    return _Address(site, path, tuple(value for value in values if value.isdigit()))


@cache
def _schemes(*tells: str) -> tuple[Scheme, ...]:
    return tuple(
        Scheme(row["name"], row["tells"], tuple(row["sites"].split("|")) if row["sites"] else (), row["where"], shape)
        for row in rows("address_dates")
        if row["tells"] in tells
        for shape in (_compiled(row["pattern"]),)
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    for name, part in _PARTS.items():
        pattern = pattern.replace(name, part)
    return re.compile(pattern.replace("{names}", "|".join(sorted(_months(), reverse=True))), re.IGNORECASE)


@cache
def _months() -> dict[str, str]:
    return {row["form"]: row["value"] for row in rows("stamp_words") if row["kind"] == "month"}


def _value(scheme: Scheme, match: re.Match[str] | None) -> str | None:
    day = _day(match.groupdict()) if match else None
    return day[:_MONTH] if day and scheme.tells == "month" else day


def _day(told: dict[str, str]) -> str | None:
    """Return the day that a match tells, of a month the first; `None` where the calendar has none."""
    if "seconds" in told:
        return (datetime.fromtimestamp(int(told["seconds"]), UTC) + _NEW_YORK).date().isoformat()
    if "days" in told:
        return (_FIRST + timedelta(int(told["days"], 36))).isoformat()
    year, month = int(told["y"]), told["m"].lower()
    year += _CENTURY if len(told["y"]) == len("31") else 0
    try:
        return date(year, int(_months().get(month, month)), int(told.get("d", 1))).isoformat()
    except ValueError:
        return None
