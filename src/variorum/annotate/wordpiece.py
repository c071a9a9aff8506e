"""Words to the word pieces of BERT's uncased vocabulary (Wu et al. 2016, arXiv:1609.08144; Devlin et al. 2019).

Forty lines of our own instead of a tokenizer library: the one in common use brings a hub client into a plain install.
`bench/wordpiece.py` holds them against it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

CLASSIFY, SEPARATE, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
LONGEST_WORD = 100
_WORDS = re.compile(r"[^\W_]+|[^\w\s]|_")


def encode(text: str, most: int) -> list[int]:
    """Return the numbers of the pieces of `text`, marked at both ends; at most `most` of them."""
    vocabulary = _vocabulary()
    pieces = [number for word in _words(text) for number in _pieces(word)][: most - 2]
    return [vocabulary[CLASSIFY], *pieces, vocabulary[SEPARATE]]


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFD", text.lower())
    return _WORDS.findall("".join(c for c in plain if unicodedata.category(c) != "Mn"))


@cache
def _pieces(word: str) -> tuple[int, ...]:
    vocabulary, found, start = _vocabulary(), [], 0
    if len(word) > LONGEST_WORD:
        return (vocabulary[UNKNOWN],)
    while start < len(word):
        end = _longest(word, start)
        if end is None:
            return (vocabulary[UNKNOWN],)
        found.append(vocabulary[_piece(word, start, end)])
        start = end
    return tuple(found)


def _longest(word: str, start: int) -> int | None:
    ends = range(len(word), start, -1)
    return next((end for end in ends if _piece(word, start, end) in _vocabulary()), None)


def _piece(word: str, start: int, end: int) -> str:
    return ("##" if start else "") + word[start:end]


@cache
def _vocabulary() -> dict[str, int]:
    text = (files("variorum.annotate") / "data" / "bert-base-uncased-vocab.txt").read_text("utf-8")
    return {piece: number for number, piece in enumerate(text.split("\n")[:-1])}
