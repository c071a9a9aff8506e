"""How many: number words and digits as amounts, as they stand before a unit of time."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from variorum.lexicon import column, mapping, rows

if TYPE_CHECKING:
    from collections.abc import Sequence

VAGUE = "X"
"""TIMEX3's amount of what is not counted."""
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_BETWEEN = frozenset({"to", "or", "-"})


def amounts(words: Sequence[str]) -> tuple[str, ...]:
    """Return the amount that the words say, or the two ends of a range ("four to five"); `X` for a vague one.

    >>> amounts(["twenty", "-", "five"]), amounts(["two", "to", "three"]), amounts(["a", "few"])
    (('25',), ('2', '3'), ('X',))
    """
    if any(word in _vague() for word in words):
        return ("2",) if "couple" in words else (VAGUE,)
    for at in range(1, len(words) - 1):
        if words[at] in _BETWEEN and not _compound(words, at) and "half" not in words:
            return (*amounts(words[:at]), *amounts(words[at + 1 :]))
    return (_written(_amount(words)),)


def _compound(words: Sequence[str], at: int) -> bool:
    """Tell whether the hyphen stands within one number ("twenty-five")."""
    kinds = _kinds()
    return words[at] == "-" and kinds.get(words[at - 1]) == "ten" and kinds.get(words[at + 1]) == "unit"


def _amount(words: Sequence[str]) -> float:
    total, current = 0.0, 0.0
    values, kinds = _values(), _kinds()
    for word in words:
        if word == "half":
            current += 0.5
        elif kinds.get(word) == "scale":
            total, current = total + max(current, 1) * values[word], 0.0
        elif kinds.get(word) == "article":
            continue
        elif word in values:
            current += values[word]
        elif word[0].isdigit() or word in _FRACTIONS:
            current += _digits(word)
    return total + current or 1.0


def _digits(word: str) -> float:
    part = _FRACTIONS.get(word[-1], 0.0)
    bare = word[:-1] if part else word
    return part + float(bare.replace(",", "") or 0)


def _written(amount: float) -> str:
    return str(int(amount)) if amount == int(amount) else f"{amount:g}"


@cache
def _values() -> dict[str, float]:
    return {row["word"]: float(row["value"]) for row in rows("time_numbers")}


@cache
def _kinds() -> dict[str, str]:
    return dict(mapping("time_numbers", "word", "kind"))


@cache
def _vague() -> frozenset[str]:
    many = {row["word"] for row in rows("time_words") if row["class"] in {"many", "manyof"}}
    return frozenset(many | {"number"}) & (column("time_words", "word") | {"number"})
