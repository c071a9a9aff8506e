"""Days that a text names, by date and by weekday."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.stories._days import days
from variorum.stories.when import interval


def _named(text, published):
    words = text.replace(".", " ").replace(",", " ").split()
    return list(days(text, Counter(words), interval(published) if published else None))


@pytest.mark.parametrize(
    ("text", "published", "named"),
    [
        ("The dam broke on May 14.", None, ["14 May"]),
        ("The dam broke on the 14th of May, at noon.", None, ["14 May"]),
        ("It broke on Thursday.", "2031-05-16", ["15 May"]),
        ("It broke on Friday.", "2031-05-16", ["16 May"]),
        ("Saturday's flood came late.", "2031-05-16", ["10 May"]),
        ("It broke on Thursday.", "2031-05-16T06:00:00+00:00", ["15 May"]),
        ("It broke on Thursday.", "2031-05", []),
        ("It broke on Thursday.", None, []),
        ("On May 15, a Thursday, it broke.", "2031-05-16", ["15 May"]),
    ],
)
def test_days_named(text, published, named):
    """A weekday is the last one up to the day of publication; where that day is not known it names none."""
    assert _named(text, published) == named


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.integers(0, 6))
def test_two_outlets_mean_the_same_day(published, later):
    """Reports of one week that name the weekday of the event name one day, whichever day they came."""
    event = date.fromordinal(published.toordinal() - later)
    weekday = f"{event:%A}"
    assert _named(f"It was {weekday}", published.isoformat()) == _named(f"It was {weekday}", event.isoformat())
