"""The day that the words of a time are reckoned from: the day of publication, as far as it is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from variorum.extract.times._calendar import MONTHS, last_of, made
from variorum.model import Published

_WRITTEN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
PRINT, BEYOND = 1600, 3000
"""Years in which news can have been printed; another one is a mistake of the metadata."""
_ORDER = "YMD"
_YEARS = frozenset({"Y", "DE", "CE"})
_MONTHS = frozenset({"M", "Q"})


@dataclass(frozen=True, slots=True)
class Reference:
    """About when the news was written. `day` is the last one of the month or year where only these are known.

    `unit` is what is known: `D`, `M` or `Y`. `inferred` tells that it is concluded from the text.
    """

    day: date
    unit: str
    inferred: bool = False

    def knows(self, unit: str) -> bool:
        """Tell whether something as fine as a unit can be reckoned from here."""
        wanted = "Y" if unit in _YEARS else "M" if unit in _MONTHS else "D"
        return _ORDER.index(self.unit) >= _ORDER.index(wanted)


def reference(published: Published | None) -> Reference | None:
    """Return the day of publication as a reference; `None` where it is unknown or no date that can be."""
    found = _WRITTEN.match(published.value) if published else None
    if found is None or published is None:
        return None
    year, month = int(found[1]), int(found[2] or MONTHS)
    if not PRINT <= year < BEYOND:
        return None
    unit = "D" if found[3] else "M" if found[2] else "Y"
    day = made(year, month, int(found[3])) if found[3] else last_of(year, month)
    return None if day is None else Reference(day, unit, published.basis == "inferred")
