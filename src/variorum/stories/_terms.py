"""From a word as written to the term that it stands for: cheap means, no parse."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple
from zlib import crc32

from anyascii import anyascii

from variorum.lexicon import column
from variorum.lexicon.spellings import spellings
from variorum.text.stems import stem

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["word", "place", "figure", "name", "day"]
KINDS: tuple[Kind, ...] = ("word", "place", "figure", "name", "day")
WORD, PLACE, FIGURE, NAME, DAY = range(len(KINDS))

TOKEN = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")
_CAPITAL = "[A-ZÀ-ÖØ-ÞĀ-ŽА-Я]"
INSIDE = re.compile(rf"{_CAPITAL}(?<=[^\s.!?:\"“”] {_CAPITAL})[^\W_]*(?:[.,'’][^\W_]+)*")
"""A capitalised word inside a sentence: what stands before it and a space does not end one."""
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_STATES = {"US": "US", "U.S": "US", "USA": "US", "U.S.A": "US", "UK": "GB", "U.K": "GB"}
_CONTRACTED = frozenset({"t", "re", "ve", "ll", "d", "m"})
_REMEMBERED = 1 << 17
"""Words as written whose terms are kept (30 MB): to find a term takes ten times as long as to remember it."""


class Form(NamedTuple):
    """What a token can stand for: `name` and `word` are the numbers of its term as a name and as a common word."""

    kind: int
    name: int
    word: int


def number(term: str) -> int:
    """Return the term's number: its CRC-32, the same in every run and on every machine."""
    return crc32(term.encode("utf-8", "surrogatepass"))


@lru_cache(_REMEMBERED)
def form(token: str) -> Form | None:
    """Return what `token` stands for; `None` for what tells no event from another: function words, years, digits."""
    if token in _STATES:
        return _placed(_STATES[token])
    plain = token if token.isascii() else anyascii(token).strip()
    if not plain or plain[0].isdigit():
        return _figure(plain)
    lower = _without_ending(plain.lower().replace("’", "'"))
    if len(lower) < 2 or lower in column("topic_stopwords", "word"):  # noqa: PLR2004 - one letter is an initial
        return None
    if plain[0].isupper() and (place := _places().get(lower)):
        return _placed(place)
    return Form(WORD, number(lower), number(stem(lower)))


def _placed(place: str) -> Form:
    at = number(f"@{place}")
    return Form(PLACE, at, at)


def _figure(token: str) -> Form | None:
    digits = token.replace(",", "").lower()
    if len(digits) < 2 or _YEAR.match(digits):  # noqa: PLR2004 - one digit stands in every report
        return None
    at = number(f"#{digits}")
    return Form(FIGURE, at, at)


def _without_ending(lower: str) -> str:
    head, mark, tail = lower.partition("'")
    if mark and tail in _CONTRACTED:
        return ""
    return (head if mark and tail == "s" else lower).replace(".", "")


@cache
def _places() -> Mapping[str, str]:
    """Return the one-word names of countries, peoples and cities, in small letters, with what they name."""
    known = spellings("countries", ("name", "aliases", "people"), "code")
    towns = {entry: f"{place}." for entry, place in spellings("places", ("place", "aliases"), "place").items()}
    both = {anyascii(name).lower(): place for name, place in {**towns, **known}.items() if " " not in name}
    return {name: place for name, place in both.items() if len(name) > 2}  # noqa: PLR2004 - US is told by its capitals
