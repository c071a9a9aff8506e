"""Hashed runs of words of many texts at once, by numpy over their bytes (Broder 1997; Karp & Rabin 1987)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_BASE = 0x9E3779B97F4A7C15
_MIX = 0xD6E8FEB86659FD93
_WORDS = np.array([chr(b).isalnum() or b > 127 for b in range(256)])  # noqa: PLR2004 - what is not ASCII is a letter


class Shingles(NamedTuple):
    """The hashes of all texts one after the other; text `i` has `hashes[offsets[i]:offsets[i + 1]]`."""

    hashes: NDArray[np.uint64]
    offsets: NDArray[np.uint64]


def shingles(texts: Sequence[str], width: int) -> Shingles:
    """Hash every run of `width` words of each text, small letters and capitals alike; marks do not count.

    A word's hash is a polynomial over its bytes, taken from running sums over the whole batch, so that no step is
    done a word or a text at a time. A text of fewer words has none.
    """
    raw = [text.lower().encode("utf-8", "surrogatepass") for text in texts]
    data = np.frombuffer(b" ".join([b"", *raw, b""]), np.uint8)
    letters = _letters(data)
    starts = np.flatnonzero(letters[1:] & ~letters[:-1]) + 1
    ends = np.flatnonzero(letters[:-1] & ~letters[1:]) + 1
    words = _hashed(data, starts, ends)
    begins = np.cumsum([1, *(len(one) + 1 for one in raw)])
    firsts = np.searchsorted(starts, begins)
    return _runs(words, firsts, width)


def _letters(data: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Tell which bytes are of words: not those of Latin-1's marks (C2 xx) and of general punctuation (E2 80 xx)."""
    letters: NDArray[np.bool_] = _WORDS[data]
    latin = np.flatnonzero(data == 0xC2)  # noqa: PLR2004 - a byte of UTF-8
    letters[latin], letters[latin + 1] = False, False
    marks = np.flatnonzero((data[:-1] == 0xE2) & (data[1:] == 0x80))  # noqa: PLR2004 - the same
    letters[marks], letters[marks + 1], letters[marks + 2] = False, False, False
    return letters


def _hashed(data: NDArray[np.uint8], starts: NDArray[np.intp], ends: NDArray[np.intp]) -> NDArray[np.uint64]:
    """Hash each word: the sum over its bytes `b` at place `i` of (b + 1) · BASE^i, moved to the word's beginning."""
    forth, back = _powers(len(data).bit_length())
    sums = np.zeros(len(data) + 1, np.uint64)
    np.cumsum((data.astype(np.uint64) + np.uint64(1)) * forth[: len(data)], out=sums[1:])
    found = (sums[ends] - sums[starts]) * back[starts]
    return _mixed(found ^ (ends - starts).astype(np.uint64))


@lru_cache(4)
def _powers(bits: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Return 2^bits powers of the base and of its inverse modulo 2^64, which an odd number has."""
    rows = np.empty((2, 1 << bits), np.uint64)
    rows[0], rows[1] = _BASE, pow(_BASE, -1, 1 << 64)
    rows[:, 0] = 1
    np.multiply.accumulate(rows, axis=1, out=rows)
    return rows[0], rows[1]


def _mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    values = (values ^ (values >> np.uint64(32))) * np.uint64(_MIX)
    return values ^ (values >> np.uint64(29))


def _runs(words: NDArray[np.uint64], firsts: NDArray[np.intp], width: int) -> Shingles:
    counts = np.maximum(np.diff(firsts) - width + 1, 0)
    offsets = np.zeros(len(firsts), np.uint64)
    np.cumsum(counts, out=offsets[1:])
    if not counts.any():
        return Shingles(np.zeros(0, np.uint64), offsets)
    kept = np.arange(int(offsets[-1])) + np.repeat(firsts[:-1] - offsets[:-1].astype(np.intp), counts)
    return Shingles(rolled(words, width)[kept], offsets)


def rolled(words: NDArray[np.uint64], width: int) -> NDArray[np.uint64]:
    """Hash each run of `width` numbers; none where there are fewer."""
    length = max(len(words) - width + 1, 0)
    sums = np.zeros(length, np.uint64)
    for i in range(width):
        sums = sums * np.uint64(_BASE) + words[i : i + length]
    return _mixed(sums)
