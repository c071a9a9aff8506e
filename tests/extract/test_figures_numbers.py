"""Numbers are read as written, in digits and in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import by_hand
from variorum.extract.figures import Quantity, quantities

UNITS = [
    *["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
    *["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
]
TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def spelled(number: int) -> str:
    """Write a number in words, as news does."""
    for value, name in SCALES:
        if number >= value:
            rest = number % value
            return f"{spelled(number // value)} {name}" + (f" {spelled(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{UNITS[number // 100]} hundred" + (f" and {spelled(rest)}" if rest else "")
    if number >= 20:
        return TENS[number // 10] + (f"-{UNITS[number % 10]}" if number % 10 else "")
    return UNITS[number]


def read(words: str) -> list[Quantity]:
    """Return the quantities of a plain run of words, each a number or a noun to the engine."""
    rows = [
        f"{w} {w} {'NUM CD nummod' if w not in {'boats', 'boat'} else 'NOUN NNS ROOT'} {len(words.split()) - 1}"
        for w in words.split()
    ]
    return quantities(by_hand("\n".join(rows)))


@given(st.integers(2, 10**11))
def test_a_number_in_words_reads_as_itself(number: int) -> None:
    """Writing a number in words and reading it gives it again."""
    found = read(f"{spelled(number)} boats")
    assert [(q.first, q.last) for q in found] == [(number, number)]


@given(st.integers(2, 10**12))
def test_a_number_in_digits_reads_as_itself(number: int) -> None:
    """Writing a number in digits with commas and reading it gives it again."""
    assert [q.first for q in read(f"{number:,} boats")] == [number]


@given(st.integers(0, 10**6), st.integers(1, 99))
def test_decimals_read_as_themselves(whole: int, part: int) -> None:
    """A point parts the decimals, whatever the commas before it."""
    assert [q.first for q in read(f"{whole:,}.{part:02d} boats")] == [float(f"{whole}.{part:02d}")]


@given(st.integers(1000, 10**9), st.integers(0, 99))
def test_european_separators_read_as_the_english_ones(whole: int, part: int) -> None:
    """Points between thousands and a comma before the decimals say the same as the other way round."""
    english = f"{whole:,}.{part:02d}"
    assert [q.first for q in read(f"{english.translate(str.maketrans(',.', '.,'))} boats")] == [
        float(f"{whole}.{part:02d}")
    ]


@given(st.integers(1000, 10**9))
def test_blanks_between_thousands_are_separators(number: int) -> None:
    """Groups of three digits before a plural are one number, with blanks as with commas."""
    assert [q.first for q in read(f"{number:,} boats".replace(",", " "))] == [number]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1.2 million boats", 1_200_000),
        ("4.2bn boats", 4_200_000_000),
        ("4 hundred million boats", 400_000_000),
        ("two dozen boats", 24),
        ("a dozen boats", 12),
        ("half a million boats", 500_000),
        ("half a dozen boats", 6),
        ("half-dozen boats", 6),
        ("a hundred and five boats", 105),
        ("two and a half million boats", 2_500_000),
        ("six-million boats", 6_000_000),
        ("1.234.567 boats", 1_234_567),
        ("2½ boats", 2.5),
        ("one in five boats", 0.2),
        ("2 out of 5 boats", 0.4),
        ("two-thirds of boats", 2 / 3),
        ("1/4 boats", 0.25),
        ("tens of thousands of boats", 20_000),
        ("several hundred boats", 300),
        ("sixfold", 6),
    ],
)
def test_scales_fractions_and_vague_numbers(words: str, value: float) -> None:
    """Scales multiply, fractions divide, a vague number stands for the least it can mean."""
    assert [q.first for q in read(words)] == [pytest.approx(value)]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("four to five boats", 4, 5),
        ("10-12 boats", 10, 12),
        ("between 300 and 400 boats", 300, 400),
        ("1 to 2 thousand boats", 1000, 2000),
        ("$10 to $15 billion", 10**10, 15 * 10**9),
        ("$200 to $4 million", 200, 4_000_000),
        ("three or four boats", 3, 4),
        ("from 5% to 7%", 5, 7),
    ],
)
def test_ranges_have_two_ends(words: str, low: float, high: float) -> None:
    """Two numbers that are the ends of one are one quantity; the first takes the scale of the second."""
    assert [(q.first, q.last) for q in read(words)] == [(low, high)]


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("£450m", "GBP"),
        ("US$4.5 billion", "USD"),
        ("19 cents", "cent"),
        ("RM23.50", "MYR"),
        ("7 per cent", "percent"),
        ("40°C", "celsius"),
        ("60mph", "mile per hour"),
        ("500 square kilometres", "square kilometre"),
        ("32m2", "square metre"),
        ("2,200m", "metre"),
        ("$2.11 per gallon", "USD per gallon"),
        ("40 hours a week", "hour per week"),
        ("two-day", "day"),
    ],
)
def test_units_have_one_name(words: str, unit: str) -> None:
    """A unit is named in the singular, in British spelling; money by its ISO 4217 code."""
    assert [q.figure.unit for q in read(words)] == [unit]
