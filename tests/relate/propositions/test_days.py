"""TIMEX3 values as stretches of days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.relate.propositions.days import apart, stretch


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2031-05-14", date(2031, 5, 14), date(2031, 5, 14)),
        ("2031-05-14T06:00", date(2031, 5, 14), date(2031, 5, 14)),
        ("2031-02", date(2031, 2, 1), date(2031, 2, 28)),
        ("2031-W20", date(2031, 5, 12), date(2031, 5, 18)),
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
    ],
)
def test_a_value_is_its_days(value, first, last):
    """A day, a week, a month and a year are stretches of days."""
    assert stretch(value) == (first, last)


@pytest.mark.parametrize("value", ["PRESENT_REF", "XXXX-WXX-1", "2031-02-30", "P3D", ""])
def test_what_has_no_days_has_no_stretch(value):
    """A value off the calendar is unknown, and unknown lies apart from nothing."""
    assert stretch(value) is None
    assert not apart(value, "2031-05-14")


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [
        ("2031-05-14", "2031-05-13", True),
        ("2031-05-14", "2031-05", False),
        ("2031-W20", "2031-06", True),
        ("2031-05-14T06:00", "2031-05-14T21:00", True),
        ("2031-05-14TMO", "2031-05-14T06:00", False),
        ("2031-05-14TMO", "2031-05-14TEV", True),
    ],
)
def test_times_lie_apart_where_they_share_no_day_or_no_hour(x, y, expected):
    """Days are held against days; of one day, hours against hours and parts against parts."""
    assert apart(x, y) is expected


@given(st.dates(date(1000, 1, 1)), st.dates(date(1000, 1, 1)))
def test_apart_is_symmetric_and_no_day_is_apart_from_itself(x, y):
    """The order of the two does not matter."""
    assert apart(str(x), str(y)) == apart(str(y), str(x)) == (x != y)
