"""Numbers written in digits: "12,500", "1.234,50", "12 500", "3/4", "2½"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from variorum.extract.figures._pieces import Line

Style = Literal["digits", "words", "vague", "fraction", "group", "none"]
PARTS = {
    "½": 0.5,
    "¼": 0.25,
    "¾": 0.75,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅕": 0.2,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
}
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}\.\d{3},\d{1,2}|\d+,\d{1,2}")
_THOUSANDS = 3
"""Digits of a group between separators."""
_PLURAL = frozenset({"NNS", "NNPS", "JJ", "VBN"})


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that pieces `first` to before `last` write; `base` is what a vague number is made of.

    `about` marks a scale word that stands bare, as headlines have it ("kills dozen").
    """

    first: int
    last: int
    value: float
    style: Style
    scaled: bool = False
    base: float | None = None
    about: bool = False


def read_digits(text: str) -> float | None:
    """Return the value of digits as written ("1,234.5", "1.234.567,8", "3/4", "2½"); `None` for a fraction by zero."""
    if text[-1] in PARTS:
        return float(text[:-1] or 0) + PARTS[text[-1]]
    if parts := re.split(r"[/⁄]", text)[1:]:
        above, below = float(re.split(r"[/⁄]", text)[0]), float(parts[0])
        return above / below if below else None
    if _EUROPEAN.fullmatch(text):
        return float(text.replace(".", "").replace(",", "."))
    return float(re.sub(r"[^\d.]", "", text))


def spaced(line: Line, at: int) -> Numeral | None:
    """Read "12 500 inhabitants": groups of three with blanks between (ISO 80000-1), before a plural alone."""
    last = at + 1
    while _is_thousands(line, last):
        last += 1
    opens = line.text(at).isdigit() and len(line.text(at)) <= _THOUSANDS and line.text(at)[0] != "0"
    if last == at + 1 or not opens or line.kind(last) != "word" or line.token(last).tag not in _PLURAL:
        return None
    if line.kind(at - 1) == "digits" or (line.text(at - 1)[:1].isupper() and at > 1):
        return None  # "Route 66 500 people", "in May 12 500 people": the first is a number of its own
    return Numeral(at, last, float("".join(line.text(n) for n in range(at, last))), "digits")


def _is_thousands(line: Line, at: int) -> bool:
    return len(line.text(at)) == _THOUSANDS and line.text(at).isdigit() and line.gap(at) == " "
