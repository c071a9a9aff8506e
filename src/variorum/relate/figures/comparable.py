"""Whether two figures measure the same thing: like is compared with like, the rest is declined with the reason."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.lexicon import column, mapping

if TYPE_CHECKING:
    from variorum.model import Figure
    from variorum.relate.figures.scopes import Scope

ROUNDING = 0.1
"""An approximate figure stands for everything within a tenth: reporters round to one or two digits."""

ANYBODY = frozenset({"people", "person", "victim", "man", "patient", "", "other"})
"""Classes of counted persons that may be anybody's: people, victims, men."""

OTHER_PERSON = "another person's age"
SHARE = "a share against a number"
BESIDE = "given side by side in one report"
REST = frozenset({"another", "other", "others", "additional", "further"})
"""Words by which a number is what comes on top of another one."""
ASIDE = "recalled, or counted in part, and the other no toll"
UNLIKE = frozenset({OTHER_PERSON, SHARE, BESIDE, ASIDE})
"""Reasons that nobody needs to be told: no reader would have compared the two."""

TELLING = 10
"""A number from which the same number, once with a time limit and once without, is of the same thing."""
DAY = len("2025-01-09")
REFERENCE = "_REF"
"""Ends the value of a time that is no stretch on the calendar: "recently", "in recent weeks" (PAST_REF)."""
OPEN = "/.."
"""Ends a stretch of time that goes on: "since March" (EDTF)."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure, where it was said to hold, and whom its report counts by it, wherever it gives the number."""

    figure: Figure
    scope: Scope
    classes: frozenset[str] = frozenset()


def bounds(figure: Figure) -> tuple[float, float]:
    """Return the lowest and highest value that the words allow, rounding allowed for."""
    low = float("-inf") if figure.low is None else figure.low
    high = float("inf") if figure.high is None else figure.high
    if figure.approximate:
        low, high = low * (1 - ROUNDING), high * (1 + ROUNDING)
    return low, high


def overlap(a: Figure, b: Figure) -> bool:
    """Tell whether one value can satisfy both."""
    (low_a, high_a), (low_b, high_b) = bounds(a), bounds(b)
    return low_a <= high_b and low_b <= high_a


def declined(a: Counted, b: Counted, within: Collection[frozenset[str]]) -> str | None:
    """Return why two figures of one measure are not to be compared, `None` where they are."""
    return next((why for check in CHECKS if (why := check(a, b, within))), None)


def _event(a: Counted, b: Counted, _within: Collection[frozenset[str]]) -> str | None:
    return "another event" if a.scope.event != b.scope.event else None


def _person(a: Counted, b: Counted, _within: Collection[frozenset[str]]) -> str | None:
    """Take an age for that of another person, unless they share a name or two reports of one event give it."""
    if a.figure.measure != "age":
        return None
    names_a, names_b = ({w for w in c.figure.text.split() if w[0].isupper()} for c in (a, b))
    same = _known(a.figure) == _known(b.figure)
    return None if names_a & names_b or (same and not (names_a and names_b)) else OTHER_PERSON


def _unit(a: Counted, b: Counted, _within: Collection[frozenset[str]]) -> str | None:
    if a.figure.unit != b.figure.unit:
        return "another unit"
    return SHARE if _share(a.figure) != _share(b.figure) else None


def _share(figure: Figure) -> bool:
    known = figure.high if figure.low is None else figure.low
    return figure.unit is None and known is not None and 0 < known < 1


def _period(a: Counted, b: Counted, _within: Collection[frozenset[str]]) -> str | None:
    if _limit(a.figure) == _limit(b.figure):
        return None
    limited, other = (a.figure, b.figure) if _limit(a.figure) else (b.figure, a.figure)
    telling = (_limit(limited) or "").endswith(OPEN) or (not _limit(other) and max(_known(limited)) >= TELLING)
    if telling and overlap_in_number(a.figure, b.figure):
        return None
    if _limit(other):
        return f"another period: “{limited.text}” ({_limit(limited)}) and “{other.text}” ({_limit(other)})"
    return f"“{limited.text}” is for a limited time ({_limit(limited)}), “{other.text}” is a total"


def _known(figure: Figure) -> list[float]:
    return [x for x in (figure.low, figure.high) if x is not None] or [0.0]


def _since(a: Counted, b: Counted, _within: Collection[frozenset[str]]) -> str | None:
    """Take a count from a time on for no count of this event, unless the other runs from a time on, too."""
    if bool(a.scope.since) == bool(b.scope.since) or overlap_in_number(a.figure, b.figure):
        return None
    since, other = (a, b) if a.scope.since else (b, a)
    return f"“{since.figure.text}” is counted “{since.scope.since}”, “{other.figure.text}” is not"


def overlap_in_number(a: Figure, b: Figure) -> bool:
    """Tell whether two figures have a number in common: "15", "at least 15"."""
    return bool({a.low, a.high} & {b.low, b.high} - {None})


def _beside(a: Counted, b: Counted, _within: Collection[frozenset[str]]) -> str | None:
    """Take two numbers of one report, on one word and neither of them earlier, for two things."""
    one_word = a.figure.article == b.figure.article and a.scope.speaker == b.scope.speaker
    standing = not (a.scope.earlier or b.scope.earlier)
    alike = overlap(a.figure, b.figure) and (
        _tell_alike(a.figure, b.figure) or a.figure.approximate or b.figure.approximate
    )
    return BESIDE if one_word and standing and not alike else None


def _rest(a: Counted, b: Counted, _within: Collection[frozenset[str]]) -> str | None:
    """Take a number that comes on top of others ("six others", "another 30") for no total, unless both do."""
    on_top = [c.figure for c in (a, b) if REST & {*c.figure.text.casefold().split()}]
    if len(on_top) != 1 or overlap(a.figure, b.figure):
        return None
    return f"“{on_top[0].text}” is counted on top of others"


def _another_time(a: Counted, b: Counted, _within: Collection[frozenset[str]]) -> str | None:
    """Take what a report recalls of another year for no count of this event; the same number is of the same thing."""
    if a.scope.past == b.scope.past or overlap_in_number(a.figure, b.figure):
        return None
    recalled, other = (a, b) if a.scope.past else (b, a)
    told = f"“{recalled.figure.text}” is told of another time ({recalled.scope.past})"
    return told if other.scope.first else ASIDE


def _part(a: Counted, b: Counted, _within: Collection[frozenset[str]]) -> str | None:
    """Take a number of some of those killed for no toll."""
    if a.scope.part == b.scope.part or overlap_in_number(a.figure, b.figure):
        return None
    some, other = (a, b) if a.scope.part else (b, a)
    return f"“{some.figure.text}” counts some of them" if other.scope.first else ASIDE


def _limit(figure: Figure) -> str | None:
    """Return the stretch of time that a count is limited to: a duration, or from a day on; a date is no limit."""
    period = figure.period or ""
    return period if (period.startswith("P") and not period.endswith(REFERENCE)) or "/" in period else None


def _place(a: Counted, b: Counted, within: Collection[frozenset[str]]) -> str | None:
    """Two countries are two places; so are two towns to which the counts themselves are limited."""
    here, there = a.scope, b.scope
    if a.figure.measure == "age" or here.countries & there.countries or here.places & there.places:
        return None
    if here.countries and there.countries:
        return _unless_nested(here.countries, there.countries, within)
    if not here.limit or not there.limit:
        return None
    return _unless_nested(here.limit, there.limit, within)


def _unless_nested(here: frozenset[str], there: frozenset[str], within: Collection[frozenset[str]]) -> str | None:
    nested = any(frozenset({x, y}) in within for x in here for y in there)
    return None if nested else "another place"


def _day(a: Counted, b: Counted, _within: Collection[frozenset[str]]) -> str | None:
    full = all(any(len(day) == DAY and day[0].isdigit() for day in c.scope.days) for c in (a, b))
    apart = full and not a.scope.days & b.scope.days
    return "another day" if apart and not overlap(a.figure, b.figure) else None


def _people(a: Counted, b: Counted, _within: Collection[frozenset[str]]) -> str | None:
    """Equal values pass; values that differ must count the same class of people or things.

    The tolls of two reports may be of farmers and of people: the one says more of the same dead.
    """
    if a.figure.unit is not None and not (a.figure.counted and b.figure.counted):
        return None  # "a $4 million purchase", "bought for $5 million"
    classes_a, classes_b = a.classes or {class_of(a.figure)}, b.classes or {class_of(b.figure)}
    some = min(max(_known(c.figure)) for c in (a, b)) > 0
    tolls = some and a.scope.first and b.scope.first and a.figure.measure in column("people_measures", "measure")
    anybody = ANYBODY & classes_a, ANYBODY & classes_b
    if classes_a & classes_b or _tell_alike(a.figure, b.figure) or (any(anybody) if tolls else all(anybody)):
        return None
    return "counted are others"


def _tell_alike(a: Figure, b: Figure) -> bool:
    """Tell "12" and "about 12" from "nearly 900" and "some 450": a bound on one side alone agrees with anything."""
    bounded = all(f.low is not None and f.high is not None for f in (a, b))
    return overlap(a, b) and (bounded or overlap_in_number(a, b))


def class_of(figure: Figure) -> str:
    """Return the class of who or what is counted: "troops" and "soldiers" are one."""
    counted = figure.counted or ""
    return mapping("nominals", "noun", "class").get(counted, counted)


CHECKS: tuple[Callable[[Counted, Counted, Collection[frozenset[str]]], str | None], ...] = (
    _event,
    _person,
    _unit,
    _period,
    _since,
    _another_time,
    _part,
    _place,
    _day,
    _people,
    _rest,
    _beside,
)
"""In the order in which a reader would give the reason."""
