"""Amounts of time in words and digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.extract.times._numerals import amounts

ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def written(number: int) -> list[str]:
    """Write a number below 1000 in words, as news does."""
    if number < 20:
        return [ONES[number - 1]]
    if number < 100:
        rest = ["-", ONES[number % 10 - 1]] if number % 10 else []
        return [TENS[number // 10 - 2], *rest]
    rest = ["and", *written(number % 100)] if number % 100 else []
    return [*written(number // 100), "hundred", *rest]


@given(st.integers(1, 999))
def test_a_number_in_words_reads_back(number):
    """A number written in words, and in digits, is that number again."""
    assert amounts(written(number)) == (str(number),)
    assert amounts([f"{number:,}"]) == (str(number),)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("a", ("1",)),
        ("another", ("1",)),
        ("a couple of", ("2",)),
        ("a few", ("X",)),
        ("dozens of", ("X",)),
        ("two and a half", ("2.5",)),
        ("half a", ("0.5",)),
        ("2½", ("2.5",)),
        ("a hundred", ("100",)),
        ("two dozen", ("24",)),
        ("four to five", ("4", "5")),
        ("10 - 12", ("10", "12")),
        ("1,000", ("1000",)),
        ("2.5", ("2.5",)),
    ],
)
def test_amounts(words, value):
    """Articles, fractions, ranges and vague words have their amount."""
    assert amounts(words.split()) == value
