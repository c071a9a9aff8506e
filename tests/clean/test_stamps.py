"""Dates of page heads and metadata are read in every usual form, and never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.clean import stamps


@pytest.mark.parametrize(
    "line",
    """5 May 2031|5th May 2031|May 5, 2031|May 5th, 2031|5 May, 2031|Monday 5 May 2031 10:58, UK
Mon, 05 May 2031 08:00:00 GMT
2031-05-05|2031-05-05T08:00:00+02:00|2031/05/05|2031.05.05|20310505T080000Z|05-May-2031|5. May 2031|MAY 5 2031
Updated: May. 5, 2031, 5:04 p.m. ET|Published 5 May 2031 at 9.30am|2031 May 5
Posted on May 5, 2031 by Lena|5/May/2031""".replace("\n", "|").split("|"),
)
def test_forms(line):
    """One day in all its usual forms."""
    assert stamps.find(line).value == "2031-05-05"


@pytest.mark.parametrize(
    ("line", "value"), [("25/12/2031", "2031-12-25"), ("12/25/2031", "2031-12-25"), ("6.6.2031", "2031-06-06")]
)
def test_day_and_month_that_cannot_change_places(line, value):
    """Digits alone are a day where only one reading is one."""
    assert stamps.find(line).value == value


def test_day_and_month_that_could_change_places():
    """Digits that are two days are left undecided, with both readings."""
    found = stamps.find("04/05/2031")
    assert found.value is None
    assert found.readings == ("2031-05-04", "2031-04-05")


@pytest.mark.parametrize(
    "line", ["", "May 5", "31 February 2031", "2031-13-45", "in 2031", "99/99/2031", "1234567890", "5 Mayor 2031"]
)
def test_no_day(line):
    """What lacks a year, or is no day of the calendar, is no date."""
    assert stamps.find(line) is None


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Monday 5 May 2031 10:58, UK", []),
        ("Published: 5 May 2031 09:12 GMT", []),
        ("Last updated on May 5, 2031 5:04 p.m. ET", []),
        ("Published: 5th May 2031 10:31 AM | Last Updated: 6th May 2031 08:02 AM", []),
        ("Lindmoor, 5 May 2031", ["Lindmoor"]),
        ("The ferry sank on 5 May 2031", ["ferry", "sank"]),
        ("5 May 2031 on SELBY.com", []),
    ],
)
def test_words_beside_a_date(line, left):
    """The talk of dates is no words beside the date."""
    assert stamps.rest(line, stamps.find(line)) == left


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("LINDMOOR, May 14 (AP) —", "2031-05-14"),
        ("LINDMOOR, 14 May —", "2031-05-14"),
        ("LINDMOOR, June 14 —", None),
        ("LINDMOOR, May 32 —", None),
        ("LINDMOOR —", None),
    ],
)
def test_day_of_a_month(line, day):
    """A line without a year tells a day of the month that is known, and no day of another."""
    assert stamps.of_month(line, "2031-05") == day


@given(st.text())
def test_nothing_raises(line):
    """Any line gives a date or none, at its place."""
    found = stamps.find(line)
    assert found is None or 0 <= found.start < found.end <= len(line)


@pytest.mark.parametrize("pattern", stamps._patterns(), ids=str)
@given(data=st.data())
def test_every_date_has_what_is_looked_for_first(pattern, data):
    """No date that a pattern reads is passed over because its line shows no year."""
    assert stamps._YEAR.search(data.draw(st.from_regex(pattern)))
