"""How values are worded."""

from __future__ import annotations

import pytest

from variorum.model import Figure
from variorum.render.labels import bounds, date_span, figure_value, number, plural
from variorum.render.when import when


@pytest.mark.parametrize(
    ("low", "high", "approximate", "told"),
    [
        (22, 22, False, "22"),
        (12, None, False, "12 or more"),
        (None, 30, False, "at most 30"),
        (4, 5, False, "4 to 5"),
        (11000, 11000, True, "about 11,000"),
        (0.25, 0.25, True, "about 0.25"),
        (110, 86, False, "no number fits all"),
        (None, None, False, "no bound"),
        (0, 0, False, "0"),
    ],
)
def test_bounds_are_told_as_the_words_allow(low, high, approximate, told):
    """Each pair of bounds has its wording; nought is a number, not nothing."""
    assert bounds(low, high, approximate=approximate) == told


@pytest.mark.parametrize(
    ("unit", "low", "told"),
    [
        ("metre", 38, "38 metres"),
        ("metre", 1, "1 metre"),
        ("kilometre per hour", 70, "70 kilometres per hour"),
        ("square kilometre", 40, "40 square kilometres"),
        ("percent", 60, "60 percent"),
        ("USD", 3500000, "3,500,000 USD"),
        ("foot", 9, "9 feet"),
        (None, 9, "9"),
    ],
)
def test_units_follow_their_number(unit, low, told):
    """More than one metre is metres; codes and percent stay."""
    assert figure_value(Figure("f1", "a1", 0, 1, "x", low, low, unit=unit)) == told


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2031-03-03", "2031-03-03"),
        ("2031-03-03TEV", "2031-03-03 evening"),
        ("2031-03-03T19:40", "2031-03-03 19:40"),
        ("2030-WI", "winter 2030"),
        ("2031-W40", "week 40 of 2031"),
        ("2031-W40-WE", "weekend of week 40 of 2031"),
        ("2031-Q2", "quarter 2 of 2031"),
        ("203X", "2030s"),
        ("P1W", "P1W"),
        ("1950/1953", "1950/1953"),
        ("", ""),
    ],
)
def test_times_are_told_in_words(value, told):
    """A TIMEX3 value is put in words; one that has none stays as it is."""
    assert when(value) == told


def test_numbers_and_nouns():
    """Thousands are marked, and one is not plural."""
    assert [number(n) for n in (1, 1234567, 0.3333333, 2.5, 12345.5)] == ["1", "1,234,567", "0.3333", "2.5", "12,345.5"]
    assert [plural(n, "outlet") for n in (0, 1, 1000)] == ["0 outlets", "1 outlet", "1,000 outlets"]


def test_days_span_from_first_to_last():
    """A single day stands alone; times of day do not matter; no day, nothing."""
    assert date_span(["2031-03-05T07:00", "2031-03-04"]) == "2031-03-04 to 2031-03-05"
    assert date_span(["2031-03-05", "2031-03-05T08:00"]) == "2031-03-05"
    assert date_span([]) == ""
