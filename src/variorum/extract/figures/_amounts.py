"""Amounts: a number with its sign, scale, currency and unit, or two joined as a range."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from variorum.extract.figures._numerals import number_words, numeral
from variorum.extract.figures._units import Unit, currency_before, rate_after, unit_after, unit_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.extract.figures._pieces import Line
    from variorum.extract.figures._written import Numeral, Style

Join = Literal["to", "dash", "between", "or", "from", "decade"]
_LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
HYPHENS = frozenset("-‑–—−")
_EXTENT = frozenset({"long", "wide", "high", "tall", "deep", "thick", "away", "square", "cubic", "above", "below"})
_HALF_ENDS = 8
"""Pieces in which "mile-and-a-half" ends, hyphens counted."""
_YEAR_DIGITS = 4
_OWNERS = frozenset({"DT", "PRP$"})
_COUNTABLE = frozenset({"NNS", "JJ", "VBN", "NNPS"})


@dataclass(frozen=True, slots=True)
class Amount:
    """What pieces `first` to before `last` say: `low` to `high`, equal where the words give one number.

    `number` is the piece of the (last) number itself, `stop` the piece after the number and its scale.
    """

    first: int
    last: int
    number: int
    stop: int
    low: float
    high: float
    style: Style
    scaled: bool = False
    base: float | None = None
    about: bool = False
    unit: Unit | None = None
    join: Join | None = None
    ends: tuple[Amount, Amount] | None = None

    @property
    def is_range(self) -> bool:
        """Tell whether the words give two ends."""
        return self.join is not None


def amounts(line: Line) -> list[Amount]:
    """Return the amounts of a sentence in reading order, without ranges."""
    found: list[Amount] = []
    at = 0
    while at < len(line):
        amount = (_and_a_half(line, at) or _read(line, at)) if _may_begin(line, at) else None
        if amount is not None:
            found.append(amount)
        at = amount.last if amount is not None else at + 1
    return list(_with_shared_units(line, found))


def _read(line: Line, at: int) -> Amount | None:
    number = numeral(line, at)
    return _amount(line, number) if number is not None else None


def _and_a_half(line: Line, at: int) -> Amount | None:
    """Read "a mile and a half", "a mile-and-a-half": one and a half of the unit."""
    unit = unit_named(line.text(at + 1)) if line.lower(at) in {"a", "an"} else None
    rest = [i for i in range(at + 2, min(at + _HALF_ENDS, len(line))) if line.lower(i) not in HYPHENS][:3]
    if unit is None or [line.lower(i) for i in rest] != ["and", "a", "half"]:
        return None
    last = rest[-1] + 1
    return Amount(at, last, at, last, 1.5, 1.5, "words", unit=replace(unit, first=last, last=last))


def _may_begin(line: Line, at: int) -> bool:
    return line.kind(at) == "digits" or line.lower(at) in number_words() or line.lower(at) in {"a", "an"}


def _amount(line: Line, number: Numeral) -> Amount:
    first, negative = _sign(line, number.first)
    currency = currency_before(line, first)
    if currency is not None and not negative:
        first, negative = _sign(line, currency.first)
    factor, last = _letter(line, number, has_currency=currency is not None)
    value = number.value * factor * (-1 if negative else 1)
    unit = _unit(line, number, last, currency)
    return Amount(
        first=first if currency is None else min(first, currency.first),
        last=max(last, unit.last if unit else 0),
        number=number.last - 1,
        stop=last,
        low=value,
        high=value,
        style=number.style,
        scaled=number.scaled or factor != 1,
        base=number.base,
        about=number.about,
        unit=unit,
    )


def _sign(line: Line, first: int) -> tuple[int, bool]:
    """Read "minus 5", "minus-5", "-5" (a hyphen that hangs on the number alone), "$-50"."""
    at = first - 1
    if line.words(first - 3, first - 1) == ("plus", "or"):
        return first, False
    if line.lower(at) in {"-", "−"} and line.glued(first):
        if line.lower(at - 1) == "minus":
            return at - 1, True
        return (at, True) if not line.glued(at) or line.text(at - 1) in {"$", "€", "£", "("} else (first, False)
    return (at, True) if line.lower(at) == "minus" else (first, False)


def _letter(line: Line, number: Numeral, *, has_currency: bool) -> tuple[float, int]:
    """Read the letter of "$4.2b", "2.7m downloads", "£50k": a scale beside money or a noun, else a unit."""
    at = number.last
    factor = _LETTERS.get(line.lower(at), 0.0)
    if number.style != "digits" or not factor or number.scaled or not (line.glued(at) or line.text(at).isupper()):
        return 1.0, at
    return (factor, at + 1) if has_currency or _counts(line, at + 1) else (1.0, at)


def _counts(line: Line, at: int) -> bool:
    """Tell whether a counted noun, a unit or "of its …" follows."""
    if line.kind(at) != "word" or line.lower(at) in _EXTENT:
        return False
    if line.lower(at) == "of":
        return at + 1 < len(line) and line.token(at + 1).tag in _OWNERS
    return line.token(at).tag in _COUNTABLE or line.lower(at) == "people" or unit_after(line, at) is not None


def _unit(line: Line, number: Numeral, last: int, currency: Unit | None) -> Unit | None:
    after = unit_after(line, last)
    if line.lower(number.first).endswith("fold"):
        return Unit("times", "factor", last, last)
    if currency is None:
        return None if after is None or _misread(line, number, after) else _weighed(line, after)
    if after is not None and after.kind == "money" and after.name == currency.name:
        return replace(currency, last=after.last)
    return _money(line, currency, last)


def _money(line: Line, currency: Unit, last: int) -> Unit:
    """Read on after "$75": the country ("$75 U.S.") and a rate ("per barrel")."""
    if currency.name == "USD" and line.text(last) in {"US", "U.S."} and line.lower(last + 1) != "dollars":
        last += 1
    rate = rate_after(line, last)
    if rate is None:
        return replace(currency, first=last, last=last)
    return replace(currency, name=f"{currency.name} per {rate[0]}", kind="rate", first=last, last=rate[1])


def _weighed(line: Line, unit: Unit) -> Unit:
    """Tell "a 200-pound man" and "half a pound of butter" from pounds sterling."""
    if unit.name != "GBP" or line.lower(unit.first) not in {"pound", "pounds"}:
        return unit
    heavy = unit.hyphen or line.lower(unit.last) == "of" or any(p.lower.startswith("weigh") for p in line.pieces)
    return replace(unit, name="pound", kind="mass") if heavy else unit


def _misread(line: Line, number: Numeral, unit: Unit) -> bool:
    """Tell whether the words are no unit here: "22 won the vote", "two second homes", "one point he made"."""
    word = line.lower(unit.first) if unit.kind == "money" else line.lower(unit.last - 1)
    if word == "won":
        return line.token(unit.last - 1).tag.startswith("VB")
    if word == "second":
        return number.value > 1 and not unit.hyphen and number.style != "digits"
    return unit.kind == "points" and word == "point" and number.value == 1 and not unit.hyphen


def _with_shared_units(line: Line, found: list[Amount]) -> Iterator[Amount]:
    """Give the first of "eight or nine euros", "7- or 8-inch", "four-, five- and six-day" the unit of the last."""
    shared: list[Amount] = []
    following: Amount | None = None
    for amount in reversed(found):
        now = amount
        if now.unit is None and following is not None and following.unit is not None and _listed(line, now, following):
            now = replace(now, unit=replace(following.unit, first=now.stop, last=now.stop))
        shared.append(now)
        following = now
    return reversed(shared)


def _listed(line: Line, one: Amount, other: Amount) -> bool:
    between = [word for word in line.words(one.last, other.first) if word not in HYPHENS]
    if suspended(line, one):
        return set(between) <= {",", "and", "or", "to"}
    if between == ["to"]:
        return other.unit is not None and other.unit.kind == "share" and one.low > other.low
    return between == ["or"] or (between == ["and"] and len(line.text(one.number)) < _YEAR_DIGITS)


def suspended(line: Line, amount: Amount) -> bool:
    """Tell "four-, five- and six-day": a hyphen that waits for its noun."""
    return line.lower(amount.last) in HYPHENS and line.lower(amount.last + 1) in {",", "and", "or", "to"}
