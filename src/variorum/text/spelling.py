"""British and American spelling made one, by the endings that differ regularly."""

from __future__ import annotations

import re

_ENDINGS = (
    (re.compile(r"([a-z]{3,})is(e|ed|es|ing|ation|er)$"), r"\1iz\2"),
    (re.compile(r"([a-z]{2,})our(|s|ed|ing|hood|able)$"), r"\1or\2"),
    (re.compile(r"([a-z]{3,})tre(|s)$"), r"\1ter\2"),
    (re.compile(r"([a-z]{2,})ence$"), r"\1ense"),
    (re.compile(r"([a-z]{2,}[aeiou])ll(ed|ing|er)$"), r"\1l\2"),
)


def one_spelling(word: str) -> str:
    """Return `word` (small letters) as a key under which British and American spelling meet.

    The key need not be a word ("absence" gives "absense"): it is for comparing, never for showing.
    """
    for pattern, ending in _ENDINGS:
        word = pattern.sub(ending, word)
    return word
