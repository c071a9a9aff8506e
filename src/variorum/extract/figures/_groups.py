"""Nouns that are a number of people: "the pair", "an elderly couple"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.figures._written import Numeral
from variorum.lexicon import mapping

if TYPE_CHECKING:
    from variorum.extract.figures._pieces import Line


def noun_of_number(line: Line, at: int) -> Numeral | None:
    """Read "the pair", "an elderly couple", "a pair of hikers" as two; "a couple of" is vague and none of these."""
    first, noun = _noun_group(line, at)
    value = mapping("group_numbers", "noun", "value").get(line.lower(noun))
    if value is None or line.token(noun).pos != "NOUN" or line.token(first).tag != "DT":
        return None
    vague = line.lower(noun) == "couple" and _counts_on(line, noun + 1)
    return None if vague else Numeral(first, noun + 1, float(value), "group")


def _noun_group(line: Line, at: int) -> tuple[int, int]:
    """Return where the article and the noun of "an elderly couple" stand, from the one of them at piece `at`."""
    first = noun = at
    while noun + 1 < len(line) and line.token(noun).pos in {"DET", "ADJ"}:
        noun += 1
    while first > 0 and (first == noun or line.token(first).pos == "ADJ"):
        first -= 1
    return first, noun


def _counts_on(line: Line, at: int) -> bool:
    """Tell "a couple of days", "a couple days", "a couple hundred" from "a couple were hurt"."""
    return line.lower(at) == "of" or (line.kind(at) == "word" and line.token(at).tag in {"NNS", "CD"})
