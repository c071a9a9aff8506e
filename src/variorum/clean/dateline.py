"""The dateline that opens agency copy: place, day and service before the first sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from variorum.clean.forms import AGENCY, masked
from variorum.lexicon import column, rows

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽ"
_CAPITALS = (
    rf"(?:ST\. |MC)?[{_UP}][{_UP}'’.\-]+(?: (?:(?:DE|LA|DU|EL|OF|AND|AL)(?![a-z]) )?[{_UP}][{_UP}'’.\-]*[{_UP}.])*"
)
_WORDS = rf"[{_UP}][\w'’.\-]*(?: (?:de|la|du|el|of|al|and|upon) (?=[{_UP}])| [{_UP}][\w'’.\-]*| [{_UP}](?=\b)){{0,3}}"
_REGION = rf"(?:, ?{_WORDS}){{0,2}}"
_DASH = r"(?:\s*(?:--+|[–—]|\.-)\s*|\s+-\s*|:\s+)"
_DASH_ONLY = r"(?:\s*(?:--+|[–—]|\.-)\s*|\s+-\s+)"
_DOT = r"[.:]?\s+"
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where it stands (`end` is where the report goes on), and the service that it names."""

    start: int
    end: int
    agency: str | None = None
    agency_start: int = 0
    agency_end: int = 0


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    months = sorted((r["form"] for r in rows("stamp_words") if r["kind"] == "month"), key=len, reverse=True)
    days = sorted((r["form"] for r in rows("stamp_words") if r["kind"] == "weekday"), key=len, reverse=True)
    month = "(?:(?i:" + "|".join(months) + r")\b\.?)"
    weekday = f"(?i:{'|'.join(days)})\\b"
    date = rf"(?:(?:{weekday},? )?(?:{month} \d{{1,2}}|\d{{1,2}} {month})(?:,? \d{{4}})?)"
    named = rf"(?P<agency>{AGENCY})"
    signed = rf"(?:[(\[]{named}(?:[/,&][^()\[\]]{{2,30}})?[)\]]|/{named.replace('agency', 'agency2')}/)"
    capital, place = rf"{_CAPITALS}(?:/{_CAPITALS})*{_REGION}", rf"{_WORDS}(?:/{_WORDS})*(?:{_REGION}| \[[\w ]+\])"
    rest = rf"(?:,? ?{date})?[.,]?"
    other = rf"\((?P<agency3>(?!{weekday})[{_UP}][\w.&/-]{{1,20}}(?: [{_UP}][\w.&-]{{1,20}}){{0,3}})\)"
    shapes = (
        rf"(?:(?:{place}|{capital}){rest}|{date}) ?{signed}(?:{_DASH}|{_DOT})",
        rf"{signed}{_DASH}{capital}{rest}{_DASH}",
        rf"{signed}(?:{_DASH}|\s+)",
        rf"(?!{_stops()}\b){capital}(?:,? ?{date})?{_DASH_ONLY}(?=\S)",
        rf"{capital},? {date}[.,:]?\s+(?=[{_UP}“\"‘])",
        rf"(?:{capital}{rest}|{place},? {date}) {other}{_DASH_ONLY}(?=\S)",
        rf"{named},? {place}(?:,? ?{date})?{_DASH}",
        rf"{place},? {date}{_DASH}(?=[{_UP}“\"‘])",
    )
    return tuple(re.compile(shape) for shape in shapes)


def _stops() -> str:
    return "(?:" + "|".join(sorted(column("dateline_stops", "word"))) + ")"


@cache
def _bare() -> re.Pattern[str]:
    """Match a place in capitals right before the first sentence, its dash lost: it must be a known place."""
    places = {p.upper() for row in rows("places") for p in (row["place"], *row["aliases"].split("|")) if p}
    capitals = {p.upper() for row in rows("countries") for p in row["capital"].split("|") if p}
    known = "|".join(re.escape(place) for place in sorted(places | capitals, key=lambda p: (-len(p), p)))
    return re.compile(rf"(?:{known})(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)? (?=[A-Z][a-z]|A [a-z]|[“\"‘])")


def dateline(text: str, start: int, end: int) -> Dateline | None:
    """Return the dateline with which the paragraph from `start` to `end` opens, `None` where it has none."""
    opening = text[start : min(end, start + _LONGEST)]
    hidden = masked(opening, "agencies")
    signed = AGENCY[0] in hidden
    for pattern in _patterns():
        match = pattern.match(hidden) if signed or "agency" not in pattern.groupindex else None
        if match and start + match.end() < end:
            return _found(match, opening, start)
    match = _bare().match(opening)
    return Dateline(start, start + match.end()) if match else None


@cache
def place_shape() -> re.Pattern[str]:
    """Return the pattern of a place with its region, as datelines open with one."""
    return re.compile(rf"(?:{_CAPITALS}|{_WORDS}){_REGION}(?=\W|\Z)")


def colon_dateline(text: str, start: int, end: int) -> Dateline | None:
    """Return a place in capitals and a colon ("TORVEL: A ferry"), as papers of South Asia print it; else `None`.

    A transcript has its speakers so: whoever asks must see that no other paragraph opens in this way.
    """
    match = _colon().match(text[start : min(end, start + _LONGEST)])
    return Dateline(start, start + match.end()) if match else None


@cache
def _colon() -> re.Pattern[str]:
    return re.compile(rf"(?!{_stops()}\b){_CAPITALS}{_REGION}:\s+(?=[{_UP}“\"‘])")


def _found(match: re.Match[str], opening: str, start: int) -> Dateline:
    group = next((g for g in ("agency", "agency2", "agency3") if match.groupdict().get(g)), None)
    if group is None:
        return Dateline(start, start + match.end())
    first, last = match.span(group)
    return Dateline(start, start + match.end(), opening[first:last], start + first, start + last)
