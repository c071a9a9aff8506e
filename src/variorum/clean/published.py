"""When it was published: metadata, else the head of the text, else the address. Never *now*, never a guess."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from variorum.clean import stamps
from variorum.clean.address import told_by
from variorum.clean.stamps import Stamp
from variorum.model import Published

if TYPE_CHECKING:
    from variorum.clean.head import Head
    from variorum.clean.publisher import Outlet
    from variorum.model import Fields

_UTC = ("Z", "+00:00", "+0000", "UTC", "GMT")
_MONTH_FIRST = frozenset(["United States", "Philippines"])
_DAY = len("2031-05-14")
_MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])", re.ASCII)


def published_of(
    fields: Fields, head: Head, url: str | None, outlet: Outlet | None, opening: str = ""
) -> Published | None:
    """Return the day of publication; where day and month could change places, the address or the country decide.

    `opening` is the dateline above the first sentence: it tells the day where it has the year, or the address has its
    month, and nothing else does. Where the metadata or the address tell no more than a month, the value is that month.
    """
    address = told_by(url) if url else None
    given = fields.date or head.particulars.get("date")
    if given and (value := _decided(stamps.written(given), address, outlet)):
        value = address if address and _is_day_before(address, value, given) else value
        return Published(value, "metadata" if fields.date else "stated")
    for stamp, _ in sorted(head.stamps, key=lambda found: found[1]):
        if value := _decided(stamp, address, outlet):
            return Published(value, "stated")
    if address and len(address) == _DAY:
        return Published(address, "url")
    written = _decided(stamps.find(opening), None, outlet) or (stamps.of_month(opening, address) if address else None)
    if written:
        return Published(written, "stated")
    if given and _MONTH.fullmatch(given):
        return Published(given, "metadata" if fields.date else "stated")
    return Published(address, "url") if address else None


def _is_day_before(address: str, value: str, given: str) -> bool:
    """Tell a time in UTC after midnight from the newsroom's own day, which its address has."""
    in_utc = given.rstrip().endswith(_UTC) and len(address) == _DAY
    return in_utc and date.fromisoformat(value) - date.fromisoformat(address) == timedelta(1)


def _decided(stamp: Stamp | None, address: str | None, outlet: Outlet | None) -> str | None:
    if stamp is None or stamp.value is not None:
        return stamp.value if stamp else None
    told = [reading for reading in stamp.readings if address and reading.startswith(address)]
    if len(told) == 1:
        return told[0]
    if outlet is None:
        return None
    return stamp.readings[outlet.country in _MONTH_FIRST]
