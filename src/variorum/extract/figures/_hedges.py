"""Words that bound or soften a number: "at least", "nearly", "some", "or so", "another"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from variorum.extract.figures._pieces import pieces
from variorum.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from variorum.extract.figures._amounts import Amount
    from variorum.extract.figures._pieces import Line

_LONGEST = 5
_AT_MOST = 3
"""Hedges before one number: "at least another", "as many as about"."""
_PLACES = frozenset({"over", "under", "above", "below"})
_BEFORE_A_BOUND = frozenset(
    {"for", "in", "after", "of", "with", "by", "to", "at", "from", "than", "be", "last", "take"}
)


@dataclass(frozen=True, slots=True)
class Hedge:
    """Pieces `first` to before `last` hold the number and its hedges; `senses` and `words` are those of the table."""

    first: int
    last: int
    senses: frozenset[str]
    words: tuple[str, ...]


@cache
def _table(side: str) -> Mapping[tuple[str, ...], str]:
    return {pieces(row["words"]): row["sense"] for row in rows("figure_hedges") if row["side"] == side}


@cache
def _exceptions() -> frozenset[tuple[str, str]]:
    return frozenset((row["lemma"], row["hedge"]) for row in rows("hedge_exceptions"))


def hedge(line: Line, amount: Amount) -> Hedge:
    """Return the hedges before and directly after an amount."""
    first, senses, words = _before(line, amount)
    last = amount.last
    for stop in dict.fromkeys((amount.stop, amount.last)):
        if found := after(line, stop):
            last, senses, words = max(last, found[0]), senses | {found[1]}, (*words, found[2])
    return Hedge(first, last, senses, words)


def after(line: Line, at: int) -> tuple[int, str, str] | None:
    """Return where the hedge that begins at piece `at` ends, its sense and its words."""
    for width in range(_LONGEST, 0, -1):
        words = line.words(at, at + width)
        sense = _table("after").get(words)
        if sense is not None and len(words) == width and _stands_after(line, at, at + width):
            return at + width, sense, " ".join(words)
    return None


def _stands_after(line: Line, at: int, end: int) -> bool:
    """Tell "40-plus", "12 at least" from "40 plus three" and "12 at least"'s own number."""
    if line.lower(at) in {"plus", "at"}:
        return line.kind(end) != "digits" and (line.lower(at) == "plus" or line.kind(end) in {"mark", ""})
    return True


def _before(line: Line, amount: Amount) -> tuple[int, frozenset[str], tuple[str, ...]]:
    first, senses, words = amount.first, frozenset[str](), tuple[str, ...]()
    if amount.join in {"between", "from"} and line.lower(first - 1) == amount.join:
        first -= 1
    for _ in range(_AT_MOST):
        found = _ending_at(line, first, amount)
        if found is None:
            break
        first, sense, form = found
        senses, words = senses | {sense}, (form, *words)
    return first, senses, words


def _ending_at(line: Line, end: int, amount: Amount) -> tuple[int, str, str] | None:
    hyphen = int(line.lower(end - 1) == "-" and line.lower(end - 2) == "sub")
    for width in range(min(_LONGEST, end - hyphen), 0, -1):
        words = line.words(end - hyphen - width, end - hyphen)
        sense = _table("before").get(words)
        if sense is not None and not _is_preposition(line, end - width, words[0], amount):
            return end - hyphen - width, sense, " ".join(words)
    return None


def _is_preposition(line: Line, at: int, word: str, amount: Amount) -> bool:
    """Tell "killed over two weeks" and "talks about two men" from the bounds of "over two weeks old", "about two"."""
    if at == 0:
        return False
    lemma = line.token(at - 1).lemma.lower()
    if (lemma, word) in _exceptions():
        return True
    if line.token(at).dep == "prt":  # "fired up to two rockets" is no firing up
        return line.lower(at + 1) != "to"
    timed = amount.unit is not None and amount.unit.kind == "time"
    return timed and word == "over" and lemma not in _BEFORE_A_BOUND
