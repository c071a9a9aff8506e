"""A text cut as finely as times are written: words, numbers, marks; each with its classes in the grammar."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from variorum.extract.times._words import vocabulary

if TYPE_CHECKING:
    from variorum.model import Annotated, Token

_CUT = re.compile(
    r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d+(?:st|nd|rd|th|s)(?![^\W\d_])"
    r"|\d*[½¼¾]"
    r"|\d+(?::\d+)+"
    r"|\d+(?:\.\d+)+"
    r"|\d+(?:/\d+)+"
    r"|\d+"
    r"|[^\W\d_]+(?:[.'’][^\W\d_]+)*\.?"
    r"|\S",
    re.IGNORECASE,
)


class Piece(NamedTuple):
    """A word, number or mark: its place in the article's text, its token, its small letters, its classes' symbol."""

    start: int
    end: int
    token: int
    lower: str
    symbol: str


def pieces(annotated: Annotated) -> list[list[Piece]]:
    """Return the pieces of each part of the article: no time goes over the end of a paragraph."""
    by_part: dict[int, list[Piece]] = {}
    for sentence in annotated.sentences:
        run = by_part.setdefault(sentence.part, [])
        for token in annotated.words(sentence):
            run.extend(_cut(token))
    return list(by_part.values())


def _cut(token: Token) -> list[Piece]:
    words = vocabulary()
    if token.text.isalpha():
        symbol = words.symbol(token.text, token.tag)
        return [Piece(token.start, token.end, token.i, token.text.lower(), symbol)]
    return [
        Piece(token.start + start, token.start + end, token.i, text.lower(), words.symbol(text, token.tag))
        for start, end, text in _cuts(token.text)
    ]


@cache
def _cuts(text: str) -> tuple[tuple[int, int, str], ...]:
    whole = vocabulary().knows(text)
    return ((0, len(text), text),) if whole else tuple((m.start(), m.end(), m.group()) for m in _CUT.finditer(text))
