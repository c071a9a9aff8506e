"""A light stemmer: one key for the forms of an English word."""

from __future__ import annotations

_ENDINGS = (
    ("ations", ""),
    ("ation", ""),
    ("ments", ""),
    ("ment", ""),
    ("ings", ""),
    ("ing", ""),
    ("ers", "er"),
    ("ies", "y"),
    ("ied", "y"),
    ("edly", ""),
    ("ed", ""),
    ("ly", ""),
    ("es", ""),
    ("s", ""),
    ("e", ""),
)
_SHORTEST = 3


def stem(word: str) -> str:
    """Return `word` (small letters) without its commonest ending, as a key to compare by and never to show.

    One ending is cut, like the S-stemmer of Harman (1991) with the endings of verbs beside those of nouns. On the
    development half of the stories' set it does as well as the first six letters, and its keys can be read.
    """
    if len(word) <= _SHORTEST or word.endswith("ss"):
        return word
    for ending, put in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: len(word) - len(ending)] + put
            break
    if len(word) > _SHORTEST + 1 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word[:-1] if len(word) > _SHORTEST and word.endswith("e") else word
