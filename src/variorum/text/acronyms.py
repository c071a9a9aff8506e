"""Acronyms and the names they are made of."""

from __future__ import annotations

import re

SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "du", "des", "del", "&", "to", "at", "a"})
WORD = re.compile(r"[^\W_]+")
SHORTEST = 3
"""Letters from which initials tell a name: two letters are the initials of too much."""


def initials(name: str, *, small: bool = False) -> str:
    """Return the first letters of the words of a name in capitals; small words count only where `small` is set.

    >>> initials("Security Service of Varn")
    'SSV'
    """
    words = WORD.findall(name)
    return "".join(word[0].upper() for word in words if small or word.lower() not in SMALL)


def is_acronym_of(short: str, name: str) -> bool:
    """Tell whether `short` is made of the first letters of the words of `name`, with or without the small words.

    >>> is_acronym_of("V.S.S.", "Varn Security Service")
    True
    """
    letters = "".join(WORD.findall(short))
    if len(letters) < SHORTEST or not letters.isupper() or name.isupper() or len(WORD.findall(name)) < 2:  # noqa: PLR2004 - one word has no initials
        return False
    return letters in {initials(name), initials(name, small=True)}
