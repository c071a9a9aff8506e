"""The same runs of words in two texts, found by hashed shingles (Broder 1997) and grown to their full length."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from variorum.text.shingles import rolled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Word(NamedTuple):
    """One word in small letters, and where it stands in its text (code points)."""

    text: str
    start: int
    end: int


class Run(NamedTuple):
    """The same words in two texts: `length` words from word `a` of the first and from word `b` of the second."""

    a: int
    b: int
    length: int


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of `text` between two code points; typographic apostrophes are made plain."""
    piece = text[start:end]
    small = piece.lower()
    if len(small) != len(piece):
        small = "".join(mark.lower() if len(mark.lower()) == 1 else mark for mark in piece)
    found = _WORD.finditer(small.replace("’", "'"))
    return [Word(m[0], start + m.start(), start + m.end()) for m in found]


class Indexed(NamedTuple):
    """The words of one text, where each run of `width` of them begins by its hash, and that width."""

    words: Sequence[str]
    places: Mapping[int, Sequence[int]]
    width: int


def indexed(texts: Iterable[Sequence[str]], width: int) -> list[Indexed]:
    """Return the index of each text: those of one call can be held against each other."""
    numbers: dict[str, int] = {}
    return [_indexed(words, width, numbers) for words in texts]


def _indexed(words: Sequence[str], width: int, numbers: dict[str, int]) -> Indexed:
    places: dict[int, list[int]] = defaultdict(list)
    hashes = _hashes([numbers.setdefault(word, len(numbers)) for word in words], width)
    for at, run in enumerate(hashes):
        places[run].append(at)
    return Indexed(words, places, width)


def shared_runs(a: Sequence[str], b: Sequence[str], shortest: int) -> list[Run]:
    """Return the runs of at least `shortest` words that stand in both, longest first, no word of either used twice."""
    return runs_of_both(*indexed((a, b), shortest))


def runs_of_both(a: Indexed, b: Indexed) -> list[Run]:
    """Return the runs that stand in both, as `shared_runs` does; the two were indexed together."""
    grown = {_grown(a.words, b.words, i, j, a.width) for i, j in _seeds(a, b)}
    taken_a, taken_b, kept = set[int](), set[int](), []
    for run in sorted(grown, key=lambda r: (-r.length, r.a, r.b)):
        places_a, places_b = range(run.a, run.a + run.length), range(run.b, run.b + run.length)
        if taken_a.isdisjoint(places_a) and taken_b.isdisjoint(places_b):
            kept.append(run)
            taken_a.update(places_a)
            taken_b.update(places_b)
    return kept


def _seeds(a: Indexed, b: Indexed) -> Iterator[tuple[int, int]]:
    """Yield where runs begin: hashes find them, the words decide."""
    for run in a.places.keys() & b.places.keys():
        for i, j in product(a.places[run], b.places[run]):
            if i and j and a.words[i - 1] == b.words[j - 1]:
                continue
            if a.words[i : i + a.width] == b.words[j : j + a.width]:
                yield i, j


def _hashes(numbers: Sequence[int], width: int) -> list[int]:
    hashed: list[int] = rolled(np.array(numbers, np.uint64), width).tolist()
    return hashed


def _grown(a: Sequence[str], b: Sequence[str], i: int, j: int, length: int) -> Run:
    while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
        length += 1
    return Run(i, j, length)
