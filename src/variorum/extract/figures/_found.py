"""What was read of each amount of a sentence, and what one amount takes from its neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from variorum.extract.figures._ages import age, age_unit
from variorum.extract.figures._amounts import suspended
from variorum.extract.figures._counted import counted, is_people, singular
from variorum.extract.figures._hedges import hedge
from variorum.extract.figures._holders import holder
from variorum.extract.figures._marks import mark
from variorum.extract.figures._measure import measure, of_people
from variorum.extract.figures._units import rate_after, share_of_unit, unit_named

if TYPE_CHECKING:
    from variorum.extract.figures._amounts import Amount
    from variorum.extract.figures._counted import Counted
    from variorum.extract.figures._hedges import Hedge
    from variorum.extract.figures._marks import Mark
    from variorum.extract.figures._pieces import Line

_UNSHARED = frozenset({"share", "time", "age", "factor"})
PERIODS = {"hour": "PT1H", "day": "P1D", "night": "P1D", "week": "P1W", "month": "P1M", "year": "P1Y"}
"""TIMEX3 values of the units of time that counts are given per."""
_INCLUDING = frozenset({"including", "among"})
_CONTRASTS = frozenset({"and", "with", "to", "than", "versus", "against", "but"})
_NUMBERS = frozenset({"digits", "words"})
_NOUNLESS = _NUMBERS | {"vague"}
_OF = frozenset({"of", "among", "out of", "from among"})
_THOUSANDTHS = re.compile(r"[1-9]\d{0,2}\.\d{3}")


@dataclass(frozen=True, slots=True)
class Found:
    """An amount with its hedges and counted noun; `borrowed` is the group that an elided noun stands for.

    `end` is the piece after all its words (a conversion in brackets included: `converted`). `whole` tells the 90 of
    "31 of the 90 passengers": nothing of the sentence happened to all of them.
    """

    amount: Amount
    hedge: Hedge
    group: Counted | None
    mark: Mark | None
    end: int
    borrowed: Counted | None = None
    age: str | None = None
    rate: str | None = None
    whole: bool = False
    converted: bool = False

    @property
    def meant(self) -> Counted | None:
        """The group that is counted, its own or that of a neighbour."""
        return self.group or self.borrowed


def read(line: Line, amount: Amount, *, is_date: bool) -> Found:
    """Read hedges, counted noun and unit of one amount."""
    softened = hedge(line, amount)
    group = None if suspended(line, amount) else _counted(line, amount, softened)
    amount, group = _unit_of_group(line, _of_whole_people(line, amount, group), group)
    how = age(line, amount, group)
    if how is not None:
        amount = replace(amount, unit=age_unit(amount.last))
    why = "date" if is_date else mark(line, amount, softened, group)
    return Found(amount, softened, group, why, softened.last, age=how, rate=_rate(line, amount, group))


def _counted(line: Line, amount: Amount, softened: Hedge) -> Counted | None:
    """Return the noun group after the number, or after the hedge behind it: "40 or so boats", "40-plus boats"."""
    behind = amount.unit is None and softened.last > amount.last
    return counted(line, amount) or (counted(line, replace(amount, last=softened.last)) if behind else None)


def _of_whole_people(line: Line, amount: Amount, group: Counted | None) -> Amount:
    """Read "1.250 people" as thousands: nobody counts people in thousandths."""
    if group is None or not _THOUSANDTHS.fullmatch(line.text(amount.number)) or amount.scaled or amount.unit:
        return amount
    if not is_people(singular(line.annotated.tokens[group.head])):
        return amount
    return replace(amount, low=amount.low * 1000, high=amount.high * 1000)


def _rate(line: Line, amount: Amount, group: Counted | None) -> str | None:
    """Read the "per day" of "3,000 tests per day"."""
    if amount.unit is not None or group is None:
        return None
    rate = rate_after(line, line.at_token(group.last))
    return rate[0] if rate is not None and rate[0] in PERIODS else None


def _unit_of_group(line: Line, amount: Amount, group: Counted | None) -> tuple[Amount, Counted | None]:
    """Read "517 rushing yards", "three busy months": the unit stands behind an adjective."""
    if amount.unit is not None or group is None or amount.style == "none":
        return amount, group
    share = share_of_unit(line, amount.last)
    if share is not None:
        return replace(amount, unit=share, last=share.last), None
    if group.partitive:
        return amount, group
    head = line.annotated.tokens[group.head]
    unit = unit_named(head.text) if group.head > group.first and head.tag == "NNS" else None
    if unit is None:
        return amount, group
    last = next((i + 1 for i, p in enumerate(line.pieces) if p.token == head.i), amount.last)
    return replace(amount, unit=replace(unit, first=last - 1, last=last), last=last), None


def settled(line: Line, found: list[Found]) -> list[Found]:
    """Join conversions to what they convert, and give elided nouns and units from their neighbours."""
    return _borrowed_forward(line, _borrowed_back(line, _conversions(line, _repetitions(_wholes(line, found)))))


def _wholes(line: Line, found: list[Found]) -> list[Found]:
    if not found:
        return []
    return [found[0], *(replace(two, whole=_leads(line, one, two)) for one, two in pairwise(found))]


def _leads(line: Line, one: Found, two: Found) -> bool:
    """Tell the part from the whole in "31 of the 90", "none among the 90", "10 out of 12"."""
    between = line.words(one.hedge.last, two.hedge.first)
    plain = two.amount.unit is None and two.amount.style in _NUMBERS
    return plain and " ".join(w for w in between if w not in {"the", "its", "their", "those", "all"}) in _OF


def _repetitions(found: list[Found]) -> list[Found]:
    """Mark "the pair" after "two sailors" in the same sentence: those are counted already."""
    said: set[float] = set()
    out: list[Found] = []
    for one in found:
        again = one.mark == "group" and one.amount.low in said
        out.append(replace(one, mark="repeated") if again else one)
        if one.mark is None and one.amount.unit is None:
            said.add(one.amount.low)
    return out


def _conversions(line: Line, found: list[Found]) -> list[Found]:
    out: list[Found] = []
    for one in found:
        if out and _converts(line, out[-1], one):
            close = one.amount.last + 1
            out[-1] = replace(out[-1], end=close, group=out[-1].group or _behind(line, out[-1], close), converted=True)
            out.append(replace(one, mark="conversion", hedge=_bounded_alike(one.hedge, out[-1].hedge)))
        else:
            out.append(one)
    return out


def _bounded_alike(own: Hedge, converted: Hedge) -> Hedge:
    """Let "about 50 km (31 miles)" be about 31 miles."""
    return own if own.senses else replace(own, senses=converted.senses)


def _behind(line: Line, one: Found, close: int) -> Counted | None:
    """Return the noun behind the bracket of "7,200-foot (2,195-metre) peak"."""
    unit = one.amount.unit
    if unit is None or not unit.hyphen:
        return None
    return counted(line, replace(one.amount, last=close))


def _converts(line: Line, one: Found, other: Found) -> bool:
    """Tell "7,260ft (2,200m)" and "92 million yuan ($13 million)": the same in another unit, in brackets."""
    here, there = one.amount.unit, other.amount.unit
    if here is None or there is None or here.name == there.name or here.kind != there.kind:
        return False
    opens = other.hedge.first - 1
    begins = max(one.amount.last, one.end)
    return line.lower(opens) == "(" and opens - begins <= 1 and line.lower(other.amount.last) == ")"


def _borrowed_back(line: Line, found: list[Found]) -> list[Found]:
    """Give "1.5 million in the south", "compared with 63", "and 71 more" the noun or unit of the number before."""
    out: list[Found] = []
    for one in found:
        out.append(_with_noun_of(line, one, out) if _elided(line, one) else one)
    return out


def _elided(line: Line, one: Found) -> bool:
    plain = one.amount.style in _NOUNLESS and one.mark in {None, "pronoun"}
    elided = one.amount.unit is None and (one.group is None or one.group.pronoun)
    return plain and elided and holder(line, one.amount) is None


def _with_noun_of(line: Line, one: Found, before: list[Found]) -> Found:
    number = line.pieces[one.amount.number].token
    people = of_people(measure(line, line.pieces[one.hedge.first].token, number, None, "person"))
    for other in reversed(before):
        if other.mark in {"date", "label", "ordinal", "score"} or other.amount.style in {"fraction", "none"}:
            continue
        unit = other.amount.unit
        if (unit is not None and unit.kind in _UNSHARED) or _inserted(line, other, one):
            continue
        if unit is not None and people:
            continue
        if unit is not None:
            shared = replace(unit, first=one.amount.stop, last=one.amount.stop)
            return replace(one, amount=replace(one.amount, unit=shared)) if one.amount.style == "digits" else one
        return replace(one, borrowed=other.meant)
    return one


def _inserted(line: Line, other: Found, one: Found) -> bool:
    """Tell the "including 11 guests" that a later verb looks past: "killed 15, including 11 guests, and hurt 20"."""
    between = line.annotated.tokens[line.token(other.amount.number).i : line.token(one.amount.number).i]
    return line.lower(other.hedge.first - 1) in _INCLUDING and any(t.pos == "VERB" for t in between)


def _borrowed_forward(line: Line, found: list[Found]) -> list[Found]:
    """Give "four-" of "four-, five- and six-seat cars" the noun of the last."""
    out: list[Found] = []
    for one in reversed(found):
        waits = out and one.meant is None and suspended(line, one.amount)
        if out and _part_of(line, one, out[-1]):
            unit = out[-1].amount.unit
            out.append(replace(one, amount=replace(one.amount, unit=unit), group=None, end=out[-1].end))
        else:
            out.append(replace(one, borrowed=out[-1].meant) if waits else one)
    return out[::-1]


def _part_of(line: Line, one: Found, other: Found) -> bool:
    """Tell "280 of the 500 kilometres": the part has the unit of the whole."""
    if one.amount.unit is not None or other.amount.unit is None or one.amount.style == "fraction":
        return False
    return line.words(one.amount.last, other.amount.first) in {("of",), ("of", "the"), ("of", "its"), ("of", "their")}


def gapped(line: Line, found: Found) -> bool:
    """Tell "130 in Brell and 32 in Osk", "300 against 150 a year ago": the verb before holds here, too."""
    if found.group is not None or found.amount.unit is not None or found.amount.style not in _NUMBERS:
        return False
    if line.lower(found.hedge.first - 1) not in _CONTRASTS:
        return False
    return found.end >= len(line) or line.token(found.end).pos in {"ADP", "PUNCT"}
