"""The calendar of TIMEX3 values."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.extract.times._calendar import duration, feast, last_of, moved, nth_weekday, plus, season_of, week
from variorum.extract.times._choose import weekday, yearly
from variorum.lexicon import rows

DAYS = st.dates(date(1800, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("easter", "2031-04-13"),
        ("good friday", "2031-04-11"),
        ("thanksgiving", "2031-11-27"),
        ("black friday", "2031-11-28"),
        ("memorial day", "2031-05-26"),
        ("christmas eve", "2031-12-24"),
        ("no such day", None),
    ],
)
def test_days_with_a_name(name, day):
    """Fixed, counted and movable days fall where the calendar has them."""
    found = feast(name, 2031)
    assert (found and found.isoformat()) == day


def test_every_festival_has_a_day():
    """No line of the table of festivals is unreadable."""
    assert [row["name"] for row in rows("time_festivals") if feast(row["name"], 2031) is None] == []


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [
        ("2", "W", "P2W"),
        ("3", "TH", "PT3H"),
        ("2", "DE", "P20Y"),
        ("X", "DE", "PXDE"),
        ("X", "D", "PXD"),
        ("0.5", "TH", "PT30M"),
    ],
)
def test_durations(amount, unit, value):
    """Durations are ISO 8601's; decades are years, an uncounted amount is X."""
    assert duration(amount, unit) == value


def test_a_winter_belongs_to_the_year_in_which_it_begins():
    """February lies in the winter of the year before."""
    assert season_of(date(2031, 2, 3)) == (2030, "WI")
    assert season_of(date(2031, 12, 3)) == (2031, "WI")


def test_week_and_last_day_follow_iso():
    """The first days of January may lie in the last week of the year before; February may have 29 days."""
    assert week(date(2027, 1, 3)) == "2026-W53"
    assert last_of(2028, 2) == date(2028, 2, 29)
    assert plus(date(2031, 1, 1), 10**9) is None


@given(DAYS, st.integers(-500, 500))
def test_months_there_and_back(day, months):
    """So many months on and as many back is the same month."""
    year, month = moved(day, months)
    assert moved(date(year, month, 1), -months) == (day.year, day.month)


@given(DAYS, st.integers(1, 7), st.sampled_from(["past", "future", "present", "either", "unknown"]))
def test_a_weekday_is_that_day_within_a_week(day, number, tense):
    """The day chosen is that day of the week, at most a week off, behind for the past and ahead for the future."""
    chosen = weekday(day, number, tense, None)
    assert chosen.isoweekday() == number
    assert abs((chosen - day).days) < 7
    assert tense != "past" or chosen <= day
    assert tense != "future" or chosen >= day


@given(DAYS, st.integers(1, 12))
def test_a_yearly_day_without_tense_is_the_nearest(day, month):
    """Without a tense, the nearest such day of a year is meant."""
    chosen = yearly(day, lambda year: date(year, month, 1), "unknown", None)
    assert chosen is not None
    assert abs((chosen - day).days) <= 184


@given(st.integers(1800, 2199), st.integers(1, 12), st.integers(1, 4), st.integers(1, 7))
def test_nth_weekday(year, month, nth, number):
    """The nth weekday of a month is that weekday, in the nth run of seven days; the last is in the last seven."""
    assert nth_weekday(year, month, nth, number).isoweekday() == number
    assert (nth_weekday(year, month, nth, number).day - 1) // 7 == nth - 1
    last = nth_weekday(year, month, -1, number)
    assert last.isoweekday() == number
    assert (last_of(year, month) - last).days < 7
