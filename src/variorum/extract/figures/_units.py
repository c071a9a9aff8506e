"""Units, currencies and rates beside a number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from variorum.extract.figures._pieces import pieces
from variorum.lexicon import mapping, rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from variorum.extract.figures._pieces import Line

_LONGEST = 5
_HYPHENS = frozenset("-‑–")
_CASED = 3
"""Forms of up to three letters are read as written (M, mm, MW are three things), longer ones in any case."""
_SYSTEMS = frozenset({"US", "U.S.", "UK", "imperial"})
_PER = frozenset({"per", "/", "a", "an", "each"})
_RATE_KINDS = frozenset({"time", "length", "area", "volume", "mass", "share", "age"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A canonical unit, its kind of quantity, and the piece after its words (`last`; `first` where they begin)."""

    name: str
    kind: str
    first: int
    last: int
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: str
    glued: bool


def _form(text: str) -> tuple[str, ...]:
    cut = pieces(text)
    return cut if any(len(p) <= _CASED and not p.isdigit() and p.isalpha() for p in cut) else pieces(text.lower())


@cache
def _after() -> Mapping[tuple[str, ...], _Entry]:
    table = {_form(r["form"]): _Entry(r["unit"], r["kind"], r["where"] == "glued") for r in rows("units")}
    for row in rows("currencies"):
        if row["side"] == "after":
            table[_form(row["form"])] = _Entry(row["code"], "money", glued=False)
            table[pieces(row["form"].lower())] = _Entry(row["code"], "money", glued=False)
    return table


@cache
def _before() -> Mapping[tuple[str, ...], str]:
    return {pieces(row["form"]): row["code"] for row in rows("currencies") if row["side"] == "before"}


@cache
def currency_names() -> Mapping[str, str]:
    """Return the name of each currency by its ISO 4217 code."""
    return mapping("currencies", "code", "name")


def unit_after(line: Line, last: int) -> Unit | None:
    """Return the unit whose words follow the number that ends before piece `last`, rates included."""
    hyphen = line.lower(last) in _HYPHENS
    found = _at(line, last, glued=line.glued(last)) or (_at(line, last + 1, glued=False) if hyphen else None)
    if found is None and line.text(last) in _SYSTEMS:
        found = _at(line, last + 1, glued=False)
    if found is None:
        return None
    return _rate(line, replace(found, hyphen=hyphen and found.first > last))


def _at(line: Line, first: int, *, glued: bool) -> Unit | None:
    for width in range(_LONGEST, 0, -1):
        if first + width > len(line):
            continue
        written = tuple(piece.text for piece in line.pieces[first : first + width])
        entry = _after().get(written) or _after().get(_lowered(written))
        if entry is not None and (glued or not entry.glued):
            return Unit(entry.name, entry.kind, first, first + width)
    return None


def _lowered(written: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        word.lower() if len(word) > _CASED or (len(word) == _CASED and word.istitle()) else word for word in written
    )


def _rate(line: Line, unit: Unit) -> Unit:
    """Read on in "$2.11 per gallon", "40 hours a week", "3,000 tests per day"."""
    if line.lower(unit.last) not in _PER:
        return unit
    below = rate_after(line, unit.last)
    return unit if below is None else replace(unit, name=f"{unit.name} per {below[0]}", kind="rate", last=below[1])


def rate_after(line: Line, first: int) -> tuple[str, int] | None:
    """Return the unit below in "per day", "a month" beginning at piece `first`, and the piece after it."""
    if line.lower(first) not in _PER:
        return None
    below = _at(line, first + 1, glued=line.glued(first + 1))
    if below is None or below.kind not in _RATE_KINDS or line.lower(below.last) in _after_lengths():
        return None
    return below.name, below.last


@cache
def _after_lengths() -> frozenset[str]:
    """Return the words that make "a week" no rate: "killed 300 people a week ago", "13 percent a year earlier"."""
    return frozenset(row["word"] for row in rows("time_contexts") if row["context"] == "after-length")


def share_of_unit(line: Line, first: int) -> Unit | None:
    """Return the unit in "of a pint", "of a US gallon" beginning at piece `first`; `None` where none is."""
    if line.words(first, first + 2) not in {("of", "a"), ("of", "an")}:
        return None
    return unit_after(line, first + 2)


def currency_before(line: Line, first: int) -> Unit | None:
    """Return the currency whose symbol or code stands directly before piece `first`."""
    for width in range(_LONGEST, 0, -1):
        begin = first - width
        if begin < 0:
            continue
        code = _before().get(tuple(piece.text for piece in line.pieces[begin:first]))
        if code is not None and not _inside_word(line, begin):
            return Unit(code, "money", begin, first)
    return None


def _inside_word(line: Line, begin: int) -> bool:
    return line.glued(begin) and line.kind(begin - 1) == "word" and line.kind(begin) == "word"


def unit_named(word: str) -> Unit | None:
    """Return the unit that one written word names; `None` where it names none."""
    entry = _after().get((word,)) or _after().get(_lowered((word,)))
    return None if entry is None or entry.glued else Unit(entry.name, entry.kind, 0, 0)
