"""A text's paragraphs: where they stand, and their words without the marks around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_OPEN = re.compile(r"(?:#{1,6}[ \t]+|>[ \t]*|[*•·▪●–-][ \t]+|\d{1,2}\.[ \t]+(?=\[))+")
_AROUND = re.compile(r"(\*\*\*|\*\*|__|\*|_)(?=\S)(.*\S)\1(?=\W*\Z)", re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]\n]{0,400})\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"\n]*\")?\)")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,300}?)\1")
_WORD = re.compile(r"\w+")
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\xad"
_BLANK = " \t\xa0\u3000" + _INVISIBLE
_END = re.compile(r"[.!?…][\"'”’»)\]*_]*\Z|[.!?…][\"'”’»]? ?\([^()]{2,60}\)\Z")
_SLACK = 12
"""A line was broken for its length if the next word would have passed the longest line's end, give or take this."""
_WRAPPED_AT = (40, 130)
"""Texts are wrapped between 40 (old wire copy) and 130 columns; a paragraph a line is longer than that."""
_WRAPS = 3
_SAMPLE = 60
BEGINNING = 12
"""Letters and digits by which paragraphs are compared first."""


@dataclass(frozen=True)
class Block:
    """One paragraph. `start` to `end` is all of it, `inner` to `outer` without marks (`# `, `**` around it).

    `bare` is its words on one line: links reduced to their words, emphasis marks gone.
    """

    start: int
    end: int
    inner: int
    outer: int
    bare: str
    heading: bool = False
    linked: bool = False

    @cached_property
    def ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return ended(self.bare)

    @cached_property
    def folded(self) -> str:
        """Its letters and digits alone, for comparing."""
        return folded(self.bare)

    @cached_property
    def beginning(self) -> str:
        """The first of its letters and digits: all of them cost five times as much, and few paragraphs begin alike."""
        letters = folded(self.bare[:_SAMPLE])
        return (letters if len(letters) >= BEGINNING else self.folded)[:BEGINNING]


def ended(words: str) -> bool:
    """Tell whether some words end as a sentence does."""
    return _END.search(words) is not None


def folded(words: str) -> str:
    """Return the letters and digits of some words, in one case."""
    return "".join(_WORD.findall(words.casefold().replace("_", "")))  # twice as fast as to take out what is none


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return the paragraphs of a text: its lines, those that were only wrapped for their length put together."""
    lines = [span for m in _LINE.finditer(text) if (span := _trimmed(text, *m.span()))]
    return tuple(_block(text, start, end) for start, end in _joined(text, lines))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and (text[start] in _BLANK or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in _BLANK or text[end - 1].isspace()):
        end -= 1
    return (start, end) if start < end else None


def _joined(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    width = max((end - start for start, end in lines), default=0)
    low, high = _WRAPPED_AT
    if not low <= width <= high:
        return lines
    wraps = [_is_wrap(text, a, b, width) for a, b in pairwise(lines)]
    if sum(wraps) < _WRAPS:
        return lines
    paragraphs = lines[:1]
    for line, wrap in zip(lines[1:], wraps, strict=True):
        if wrap:
            paragraphs[-1] = (paragraphs[-1][0], line[1])
        else:
            paragraphs.append(line)
    return paragraphs


def _is_wrap(text: str, line: tuple[int, int], after: tuple[int, int], width: int) -> bool:
    """Tell whether the text only goes on in the next line: it is the very next, and its first word did not fit."""
    between = text[line[1] : after[0]]
    if len(between.replace("\r\n", "\n").strip(_BLANK)) != 1 or between.endswith(("  ", "\t")):
        return False
    first = text[after[0] : after[1]].split(maxsplit=1)[0]
    return line[1] - line[0] + 1 + len(first) > width - _SLACK


def _block(text: str, start: int, end: int) -> Block:
    inner, outer, heading = start, end, text.startswith("#", start)
    if opening := _OPEN.match(text, start, end):
        inner = opening.end()
    while around := _AROUND.match(text, inner, outer):
        inner, outer = around.span(2)
    words = text[inner:outer]
    linked = _LINK.fullmatch(words) is not None
    bare = _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", words)) if ("](" in words or "**" in words or "__" in words) else words
    return Block(start, end, inner, outer, " ".join(bare.split()), heading or inner != start, linked)
