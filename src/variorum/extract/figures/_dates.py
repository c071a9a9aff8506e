"""Numbers of dates and clock times, also where no time expression was found for them."""

from __future__ import annotations

from calendar import month_abbr, month_name
from typing import TYPE_CHECKING

from variorum.extract.figures._counted import is_people, singular

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.extract.figures._amounts import Amount
    from variorum.extract.figures._pieces import Line
    from variorum.model import Timex

_MONTHS = frozenset(m.lower() for m in (*month_name, *month_abbr, "Sept") if m)
_YEAR_BEFORE = frozenset(
    {"in", "since", "by", "of", "until", "till", "during", "from", "before", "after", "year", "early", "late", "mid"},
)
_YEARS = range(1000, 2200)
_RECENT = range(1940, 2060)
_CLOCK = frozenset(
    {"a.m", "p.m", "a.m.", "p.m.", "am", "pm", "gmt", "bst", "est", "utc", "o'clock", "o’clock", "et", "cet"}
)
_PAST = frozenset({"ago", "later", "earlier", "beforehand", "afterwards"})


def dated(line: Line, amount: Amount, times: Sequence[Timex]) -> bool:
    """Tell whether the amount lies in a time expression that is no duration."""
    piece = line.pieces[amount.number]
    inside = [t for t in times if t.start < piece.end and piece.start < t.end]
    if inside:
        return all(t.type != "DURATION" for t in inside)
    return _year(line, amount) or _day(line, amount) or _clock(line, amount) or _passed(line, amount)


def _bare(line: Line, amount: Amount) -> bool:
    return amount.style == "digits" and amount.unit is None and not amount.scaled and line.text(amount.number).isdigit()


def _year(line: Line, amount: Amount) -> bool:
    text = line.text(amount.number)
    if not _bare(line, amount) or len(text) not in {2, 4}:
        return False
    if line.lower(amount.last) == "s" and line.glued(amount.last):
        return True
    if len(text) != 4 or int(text) not in _YEARS:  # noqa: PLR2004 - the digits of a year
        return False
    token = line.token(amount.number)
    follows = line.token(amount.last).tag if amount.last < len(line) else ""
    if follows in {"NNS", "NNPS"} and token.entity != "DATE" and not _recent(line, amount):
        return False
    return (
        token.entity == "DATE"
        or _recent_modifier(line, amount)
        or line.lower(amount.first - 1) in _YEAR_BEFORE | _MONTHS
    )


def _recent_modifier(line: Line, amount: Amount) -> bool:
    return amount.last < len(line) and line.kind(amount.last) == "word" and _recent(line, amount)


def _recent(line: Line, amount: Amount) -> bool:
    """Tell "2018 sales" from "1500 people": a count of people or hundreds written like a recent year is rare."""
    following = line.token(amount.last)
    return int(line.text(amount.number)) in _RECENT and not is_people(singular(following))


def _day(line: Line, amount: Amount) -> bool:
    if not _bare(line, amount) or amount.high > 31:  # noqa: PLR2004 - the days of a month
        return False
    before = line.lower(amount.first - 1)
    before = line.lower(amount.first - 2) if before == "." else before
    following = line.lower(amount.last)
    near = (before in _MONTHS and before != "may") or following in _MONTHS - {"may"} or _may(line, amount)
    return near or _listed(line, amount)


def _listed(line: Line, amount: Amount) -> bool:
    """Read the 3 of "3 and 7 March", "3, 5 and 7 March"."""
    at = amount.last
    while line.lower(at) in {",", "and", "or", "&"} and line.kind(at + 1) == "digits":
        at += 2
    return at > amount.last and line.lower(at) in _MONTHS


def _may(line: Line, amount: Amount) -> bool:
    return "May" in {line.text(amount.first - 1), line.text(amount.last)}


def _clock(line: Line, amount: Amount) -> bool:
    if line.lower(amount.last) in _CLOCK and amount.unit is None:
        return True
    colon = line.lower(amount.last) == ":" and line.kind(amount.last + 1) == "digits" and line.glued(amount.last + 1)
    return colon or (line.lower(amount.first - 1) == ":" and line.kind(amount.first - 2) == "digits")


def _passed(line: Line, amount: Amount) -> bool:
    timed = amount.unit is not None and amount.unit.kind == "time"
    return timed and line.lower(amount.last) in _PAST
