"""The direction that the words give a quantity: "rose 5 percent", "down 19 cents", "a 7 percent fall"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from variorum.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from variorum.extract.figures._pieces import Line
    from variorum.model import Change

_BETWEEN = frozenset(
    {"by", "another", "a", "an", "further", "about", "around", "nearly", "almost", "just", "only", "some"}
)
_AFTER_NOUNS = frozenset({"in", "of"})


class Moved(NamedTuple):
    """The direction and the class of word that gives it (`verb`, `adverb`, `after`, `noun`)."""

    change: Change
    by: str


@cache
def _words(kind: str) -> Mapping[str, Change]:
    return {r["word"]: r["direction"] for r in rows("change_words") if r["class"] == kind}  # type: ignore[misc]


def change(line: Line, first: int, last: int) -> Moved | None:
    """Return the direction that the words beside pieces `first` to before `last` (hedges included) give them."""
    return _from_before(line, first) or _from_after(line, last)


def _from_before(line: Line, first: int) -> Moved | None:
    at = first - 1
    while (
        at >= 0
        and (line.lower(at) in _BETWEEN or line.token(at).tag == "RB")
        and line.lower(at) not in _words("adverb")
    ):
        at -= 1
    if at < 0:
        return None
    if line.lower(at) in _words("adverb"):
        return Moved(_words("adverb")[line.lower(at)], "adverb")
    token = line.token(at)
    lemma = token.lemma.lower()
    if token.pos in {"VERB", "AUX"} and lemma in _words("verb"):
        return Moved(_words("verb")[lemma], "verb")
    if token.pos == "NOUN" and lemma in _words("noun") and line.lower(first - 1) == "by":
        return Moved(_words("noun")[lemma], "noun")
    return None


def _from_after(line: Line, last: int) -> Moved | None:
    for at in range(last, min(last + 3, len(line))):
        word = line.lower(at)
        if word in _words("after"):
            return Moved(_words("after")[word], "after")
        if line.token(at).pos == "NOUN" and word in _words("noun"):
            return Moved(_words("noun")[word], "noun")
        if line.token(at).pos not in {"NOUN", "ADJ"} and word != "-":
            return None
    return None
