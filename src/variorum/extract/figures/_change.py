"""The direction that the words give a quantity: "rose 5 percent", "down 19 cents", "a 7 percent fall"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from variorum.lexicon import rows
from variorum.model import Change

if TYPE_CHECKING:
    from variorum.extract.figures._pieces import Line
    from variorum.extract.figures._units import Unit

_BETWEEN = frozenset(
    {"by", "another", "a", "an", "further", "about", "around", "nearly", "almost", "just", "only", "some"}
)
_RELATIVE = frozenset({"share", "money", "points"})
"""Kinds of quantity that things move by; of others only a verb or "up" and "down" directly before tell a movement."""
_SIGNS: Mapping[str, Change] = {"-": "down", "−": "down", "+": "up"}
_REACH = 3


class Moved(NamedTuple):
    """The direction and the class of word that gives it (`verb`, `adverb`, `after`, `noun`, `sign`)."""

    change: Change
    by: str


@cache
def _words(kind: str) -> Mapping[str, Change]:
    return {r["word"]: r["direction"] for r in rows("change_words") if r["class"] == kind}  # type: ignore[misc]


def change(line: Line, first: int, last: int, unit: Unit | None) -> Moved | None:
    """Return the direction that the words beside pieces `first` to before `last` (hedges included) give them.

    `unit` is `None` for things counted. What hangs on a noun by a hyphen is no movement: "climbed a 900-foot peak".
    """
    kind = unit.kind if unit else None
    found = None if unit is not None and unit.hyphen else _from_before(line, first, kind)
    found = found or _come_from(line, last)
    if found is not None or kind not in _RELATIVE:
        return found
    return _from_after(line, last) or _signed(line, first, kind)


def _come_from(line: Line, last: int) -> Moved | None:
    """Read "40 tonnes, down from 55": where it stands now, and which way it went."""
    at = last + (line.lower(last) == ",")
    direction = _words("adverb").get(line.lower(at))
    return Moved(direction, "from") if direction is not None and line.lower(at + 1) == "from" else None


def _signed(line: Line, first: int, kind: str | None) -> Moved | None:
    """Read "FTSE -0.6%", "+2%" as tables of prices have them."""
    if kind != "share" or line.lower(first) not in _SIGNS:
        return None
    return Moved(_SIGNS[line.lower(first)], "sign")


def _from_before(line: Line, first: int, kind: str | None) -> Moved | None:
    at = first - 1
    while at >= 0 and line.lower(at) not in _words("adverb") and _passes(line, at):
        at -= 1
    if at < 0:
        return None
    if line.lower(at) in _words("adverb"):
        return None if line.token(at).dep == "prt" else Moved(_words("adverb")[line.lower(at)], "adverb")
    return _from_word(line, at, first, kind)


def _passes(line: Line, at: int) -> bool:
    return line.lower(at) in _BETWEEN or line.token(at).tag == "RB"


def _from_word(line: Line, at: int, first: int, kind: str | None) -> Moved | None:
    token = line.token(at)
    lemma, by = token.lemma.lower(), line.lower(first - 1) == "by"
    if token.pos == "NOUN":
        return Moved(_words("noun")[lemma], "noun") if by and lemma in _words("noun") else None
    if token.pos not in {"VERB", "AUX"}:
        return None
    direction = _words("verb").get(lemma)
    if direction is None and (by or _moves(line, first, kind)):
        direction = _words("either").get(lemma) or (_words("cause").get(lemma) if by else None)
    return None if direction is None else Moved(direction, "verb")


def _moves(line: Line, first: int, kind: str | None) -> bool:
    """Tell "gained 3 percent" from "gained 16 percent of the vote", "added ten boats"."""
    return kind is not None and not (kind == "share" and "of" in line.words(first, first + _REACH + 1))


def _from_after(line: Line, last: int) -> Moved | None:
    for at in range(last, min(last + _REACH, len(line))):
        word = line.lower(at)
        if word in _words("after"):
            return Moved(_words("after")[word], "after")
        if line.token(at).pos == "NOUN" and word in _words("noun"):
            return Moved(_words("noun")[word], "noun")
        if line.token(at).pos not in {"NOUN", "ADJ"} and word != "-":
            return None
    return None
