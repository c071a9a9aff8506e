"""Where two versions of a text differ: by paragraphs, then by words within the paragraphs that changed."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Place = tuple[int, int]
_PARAGRAPH = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w+|[^\w\s]")
_MOST_WORDS = 4000
"""Words of a changed stretch up to which they are compared one by one: 4,000 against 4,000 take half a second."""


def differences(old: str, new: str) -> list[tuple[Place, Place]]:
    """Return the places of `old` (code points) whose words are gone, each with the place of `new` that has others.

    One of the two is empty where words were only taken out or put in.
    """
    paragraphs = [_places(_PARAGRAPH, text, (0, len(text))) for text in (old, new)]
    found: list[tuple[Place, Place]] = []
    for before, after in _changed(old, new, *paragraphs):
        a, b = _places(_WORD, old, before), _places(_WORD, new, after)
        short = max(len(a), len(b)) <= _MOST_WORDS
        found += _changed(old, new, a, b) if short and a and b else [(before, after)]
    return found


def _places(pattern: re.Pattern[str], text: str, within: Place) -> list[Place]:
    return [found.span() for found in pattern.finditer(text, *within)]


def _changed(old: str, new: str, a: Sequence[Place], b: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Yield the stretches of pieces that are not the same in both."""
    words_a, words_b = ([text[start:end] for start, end in pieces] for text, pieces in ((old, a), (new, b)))
    for kind, i, j, k, m in SequenceMatcher(None, words_a, words_b, autojunk=False).get_opcodes():
        if kind != "equal":
            yield _stretch(a, i, j), _stretch(b, k, m)


def _stretch(pieces: Sequence[Place], first: int, last: int) -> Place:
    """Return the place from one piece up to, not including, another; an empty one lies before the piece."""
    if first < last:
        return pieces[first][0], pieces[last - 1][1]
    at = pieces[first][0] if first < len(pieces) else (pieces[-1][1] if pieces else 0)
    return at, at
