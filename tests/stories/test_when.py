"""The time that a date covers."""

import pytest

from variorum.stories.when import interval


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2031", 365),
        ("2032", 366),
        ("2031-02", 28),
        ("2031-05-14", 1),
        ("2031-05-14T08:30", 0),
        ("2031-05-14T08:30Z", 0),
    ],
)
def test_as_long_as_the_words(value, days):
    """An imprecise date covers all that it may mean."""
    covered = interval(value)
    assert covered is not None
    assert covered[1] - covered[0] == days


def test_a_time_lies_in_its_day():
    """A moment is part of its day, and zones count."""
    day, moment = interval("2031-05-14"), interval("2031-05-15T01:00+02:00")
    assert day is not None
    assert moment is not None
    assert day[0] < moment[0] < day[1]


@pytest.mark.parametrize(
    "value", ["", "soon", "2031-13", "2031-02-30", "2031-05-14Tnoon", "0000", "2031-05-14/2031-05-16"]
)
def test_no_date_is_no_time(value):
    """What is no date is unknown, never a guess."""
    assert interval(value) is None
