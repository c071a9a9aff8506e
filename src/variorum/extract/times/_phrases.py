"""The times of a text as phrases: what the grammar finds, the longest first, and neighbours joined to one time."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from variorum.extract.times._found import Words
from variorum.extract.times._meaning import Known, Meaning, Point
from variorum.extract.times._patterns import Rule, grammar
from variorum.extract.times._pieces import Piece, pieces
from variorum.extract.times._readers import read
from variorum.extract.times._surroundings import Answer, Site, allows, in_title

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from variorum.model import Annotated

_GLUE = frozenset(
    {
        "",
        ",",
        "on",
        "at",
        "of",
        ", at",
        "in",
        ", in",
        "on the",
        "in the",
        "at about",
        "at around",
        "around",
        "about",
        "the",
    }
)
"""Words that may stand between the parts of one time ("at 9 a.m. on Sunday", "the morning of 3 May")."""
NONE = "none"


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of one time and what they mean; `first` and `last` are tokens, `last` excluded."""

    start: int
    end: int
    first: int
    last: int
    rule: str
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    last: int
    rule: Rule
    order: int
    answer: Answer
    meaning: Meaning | None


def phrases(annotated: Annotated) -> list[Phrase]:
    """Return the times of an article as phrases, in reading order."""
    found: list[Phrase] = []
    for run in pieces(annotated):
        found.extend(_phrases_of(annotated, run))
    return sorted(found, key=lambda p: p.start)


def _phrases_of(annotated: Annotated, run: Sequence[Piece]) -> list[Phrase]:
    symbols = "".join(piece.symbol for piece in run)
    chosen = _longest(_matches(annotated, run, symbols))
    joined = _join([f for f in chosen if f.meaning is not None], run)
    told = [f for f in joined if f.answer == "yes" and f.meaning is not None]
    return [_phrase(run, f) for f in told if not in_title(Site(annotated, run, f.first, f.last))]


def _matches(annotated: Annotated, run: Sequence[Piece], symbols: str) -> Iterator[_Found]:
    for order, rule in enumerate(grammar()):
        for match in rule.pattern.finditer(symbols):
            answer = allows(rule.check, Site(annotated, run, match.start(), match.end()))
            if answer == "no":
                continue
            words = _filled(rule, match, run)
            meaning = None if rule.reads == NONE else read(rule.reads, words)
            if meaning is not None or rule.reads == NONE:
                weak: Answer = "joined" if rule.reads == "weak" else answer
                yield _Found(match.start(), match.end(), rule, order, weak, meaning)


def _filled(rule: Rule, match: re.Match[str], run: Sequence[Piece]) -> Words:
    slots: dict[str, list[list[str]]] = {}
    sequence: list[tuple[str, str]] = []
    for group, name in rule.slots:
        first, last = match.span(group)
        if first >= 0:
            words = _words(run, first, last)
            slots.setdefault(name, []).append(words)
            sequence.append((name, " ".join(words)))
    return Words(slots, sequence, rule.note, " ".join(_words(run, match.start(), match.end())))


def _words(run: Sequence[Piece], first: int, last: int) -> list[str]:
    return [piece.lower for piece in run[first:last]]


def _longest(found: Iterator[_Found]) -> list[_Found]:
    """Return matches that do not overlap: the longest win, among equals the rule that stands first in the table."""
    taken: set[int] = set()
    chosen = []
    for match in sorted(found, key=lambda f: (f.rule.reads == "weak", f.first - f.last, f.order, f.first)):
        places = range(match.first, match.last)
        if taken.isdisjoint(places):
            taken.update(places)
            chosen.append(match)
    return sorted(chosen, key=lambda f: f.first)


def _join(found: list[_Found], run: Sequence[Piece]) -> list[_Found]:
    joined: list[_Found] = []
    for match in found:
        whole = _joined(joined[-1], match, run) if joined else None
        if whole is None:
            joined.append(match)
        else:
            joined[-1] = whole
    return joined


def _joined(a: _Found, b: _Found, run: Sequence[Piece]) -> _Found | None:
    glue = " ".join(_words(run, a.last, b.first))
    if (often := _hour_of_set(a.meaning, b.meaning) or _hour_of_set(b.meaning, a.meaning)) and glue in _GLUE:
        return replace(a, last=b.last, answer="yes", meaning=often)
    if not isinstance(a.meaning, Point) or not isinstance(b.meaning, Point):
        return None
    if glue not in _GLUE or not _belong(a.meaning, b.meaning, glue):
        return None
    point = _merged(a.meaning, b.meaning)
    if point is None:
        return None
    return replace(a, last=b.last, answer="yes", meaning=point, rule=a.rule if b.answer == "joined" else _main(a, b))


def _hour_of_set(often: Meaning | None, hour: Meaning | None) -> Known | None:
    """Return "every Sunday" and "at 9 a.m." as one set."""
    if not isinstance(often, Known) or often.type != "SET" or not isinstance(hour, Point) or not hour.only_clock:
        return None
    dated = often.value.startswith("XXXX-") and "T" not in often.value
    return Known("SET", f"{often.value}T{hour.clock}") if dated else None


def _main(a: _Found, b: _Found) -> Rule:
    clock = isinstance(a.meaning, Point) and a.meaning.only_clock
    return b.rule if clock else a.rule


def _belong(a: Point, b: Point, glue: str) -> bool:
    """Tell whether two neighbours are parts of one time: a clock and a day, a weekday and a date or a week."""
    if glue == "of" and not (a.only_clock or a.weekday or a.month or a.quarter):
        return False
    if b.only_clock and a.year is not None and glue == "" and ":" in (b.clock or ""):
        return False  # a stamp ("13 June 2031 10:58"): the day stands for itself
    if a.only_clock or b.only_clock:
        return a.names_day or b.names_day or (a.only_clock and b.only_clock)
    if _month_of_year(a, b):
        return glue in {"", "of"}
    dated = (a, b) if a.weekday else (b, a)
    day, other = dated
    if _bare_day(other) and other is a:
        return False
    return bool(day.weekday) and day.shift is None and (other.month is not None or _week(other) or _bare_day(other))


def _month_of_year(a: Point, b: Point) -> bool:
    """Tell whether a year that is reckoned follows a month ("in March last year", "9 May of this year")."""
    yearly = b.shift is not None and b.shift.unit == "Y" and b.clock is None
    return (a.month or a.quarter) is not None and a.year is None and a.step is None and a.shift is None and yearly


def _week(point: Point) -> bool:
    return point.shift is not None and point.shift.unit == "W"


def _bare_day(point: Point) -> bool:
    return point.day is not None and point.month is None


def _merged(a: Point, b: Point) -> Point | None:
    """Return one point with the parts of both, `None` where both say the same part differently."""
    if a.clock and b.clock:
        a, b = _one_clock(a, b)
    values = {}
    for field in fields(Point):
        left, right = getattr(a, field.name), getattr(b, field.name)
        if left is not None and right is not None and left != right:
            return None
        values[field.name] = right if left is None else left
    return Point(**values)


def _one_clock(a: Point, b: Point) -> tuple[Point, Point]:
    """Keep the hour where hour and part of the day stand together ("9:15 in the evening" is 21:15)."""
    hour, part = (a, b) if ":" in (a.clock or "") else (b, a)
    time = hour.clock or ""
    late = part.clock in {"AF", "EV", "NI"} and time < "12:00" and ":" in time
    exact = f"{int(time[:2]) + 12}{time[2:]}" if late else time
    return replace(hour, clock=exact or part.clock), replace(part, clock=None)


def _phrase(run: Sequence[Piece], found: _Found) -> Phrase:
    first, last = run[found.first], run[found.last - 1]
    assert found.meaning is not None  # noqa: S101 - only what means something comes here
    return Phrase(first.start, last.end, first.token, last.token + 1, found.rule.name, found.meaning)
