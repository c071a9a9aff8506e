"""Amounts: a number with its sign, scale, currency and unit, or two joined as a range."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from variorum.extract.figures._numerals import Numeral, number_words, numeral
from variorum.extract.figures._units import Unit, currency_before, unit_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.extract.figures._numerals import Style
    from variorum.extract.figures._pieces import Line

Join = Literal["to", "dash", "between", "or", "from"]
_LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
_HYPHENS = frozenset("-‑–—−")
_EXTENT = frozenset({"long", "wide", "high", "tall", "deep", "thick", "away", "square", "cubic", "above", "below"})
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
        number = numeral(line, at) if _may_begin(line, at) else None
        if number is not None:
            found.append(_amount(line, number))
            at = found[-1].last
        else:
            at += 1
    return list(_with_shared_units(line, found))


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
    if currency is None:
        return None if after is None or _misread(line, number, after) else after
    if after is not None and after.kind == "money" and after.name in {currency.name, f"{currency.name}"}:
        return replace(currency, last=after.last)
    return _money(line, currency, last)


def _money(line: Line, currency: Unit, last: int) -> Unit:
    """Read on after "$75": the country ("$75 U.S.") and a rate ("per barrel")."""
    from variorum.extract.figures._units import rate_after

    if currency.name == "USD" and line.text(last) in {"US", "U.S."} and line.lower(last + 1) != "dollars":
        last += 1
    rate = rate_after(line, last)
    if rate is None:
        return replace(currency, first=last, last=last)
    return replace(currency, name=f"{currency.name} per {rate[0]}", kind="rate", first=last, last=rate[1])


_ONE_WORD = frozenset({"won", "second", "point", "real", "rand", "pound", "stone", "degree", "mark"})


def _misread(line: Line, number: Numeral, unit: Unit) -> bool:
    """Tell whether the words are no unit here: "22 won the vote", "two second homes", "one point he made"."""
    word = line.lower(unit.last - 1)
    if word == "won":
        return line.token(unit.last - 1).tag.startswith("VB")
    if word == "second":
        return number.value > 1 and not unit.hyphen and number.style != "digits"
    return word == "point" and number.value == 1 and not unit.hyphen


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
    between = [word for word in line.words(one.last, other.first) if word not in _HYPHENS]
    suspended = line.lower(one.last) in _HYPHENS and line.lower(one.last + 1) in {",", "and", "or", "to"}
    return between == ["or"] or (suspended and between in ([","], ["and"], ["or"], ["to"], [",", "and"], [",", "or"]))


def with_ranges(line: Line, found: list[Amount]) -> list[Amount]:
    """Join the two ends of "four to five days", "10-12", "between 300 and 400", "from 5% to 7%"."""
    out: list[Amount] = []
    at = 0
    while at < len(found):
        join = _join(line, found[at], found[at + 1]) if at + 1 < len(found) else None
        if join is None:
            out.append(found[at])
        else:
            out.append(_joined(found[at], found[at + 1], join))
            at += 1
        at += 1
    return out


_TO = (
    ("to",),
    ("-", "to", "-"),
    ("up", "to"),
    ("to", "as", "many", "as"),
    ("to", "as", "much", "as"),
    ("to", "about"),
    ("to", "around"),
)


def _join(line: Line, one: Amount, other: Amount) -> Join | None:
    between = line.words(one.last, other.first)
    before = line.lower(one.first - 1)
    if "vague" in {one.style, other.style} or not _same_kind(one, other):
        return None
    if between in _TO:
        return "from" if before == "from" else ("to" if _rising(one, other) else None)
    if len(between) == 1 and between[0] in _HYPHENS:
        return "dash" if _rising(one, other) and _closes(line, one, other) else None
    if between == ("and",) and (before == "between" or (before == "from" and False)):
        return "between"
    return "or" if between == ("or",) and _next_to(one, other) else None


def _closes(line: Line, one: Amount, other: Amount) -> bool:
    return line.glued(one.last) == line.glued(other.first)


def _same_kind(one: Amount, other: Amount) -> bool:
    if one.unit is None or other.unit is None:
        return one.style == other.style or "fraction" not in {one.style, other.style}
    return one.unit.name == other.unit.name


def _rising(one: Amount, other: Amount) -> bool:
    return _low_end(one, other) < other.high


def _low_end(one: Amount, other: Amount) -> float:
    """Return the first end with the scale of the second where it lacks one: "$10 to $15 billion"."""
    factor = _shared_scale(other) if not one.scaled and other.scaled else 1.0
    return one.low * factor if one.low * factor < other.high else one.low


def _shared_scale(other: Amount) -> float:
    return next((f for f in (1e12, 1e9, 1e6, 1e3, 1e2) if abs(other.high) >= f), 1.0)


def _next_to(one: Amount, other: Amount) -> bool:
    return one.style == other.style and 0 < other.low - one.low <= max(1.0, one.low * 0.5) and one.low.is_integer()


def _joined(one: Amount, other: Amount, join: Join) -> Amount:
    low = _low_end(one, other)
    return replace(
        other,
        first=one.first,
        low=low,
        unit=other.unit or one.unit,
        join=join,
        ends=(replace(one, low=low, high=low, unit=one.unit or other.unit), other),
    )
