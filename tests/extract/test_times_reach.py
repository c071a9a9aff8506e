"""Times of news, a construction a line, reckoned from a day of publication, from what is told, or from nothing."""

from __future__ import annotations

from functools import cache

import pytest

from build import article, parsed
from variorum.annotate import annotate
from variorum.extract.times import times
from variorum.model import Annotated, Timex

TODAY = "2031-05-14"
"""The day of publication: a Wednesday."""

VALUES = (
    # fiscal years and quarters, decades, centuries
    ("Profit fell in the fourth fiscal quarter of 2030.", "the fourth fiscal quarter of 2030", "2030-Q4"),
    ("Profit fell in the third quarter.", "the third quarter", "2030-Q3"),
    ("Profit fell in fiscal 2030.", "fiscal 2030", "2030"),
    ("The mill closed in the 1990s.", "the 1990s", "199X"),
    ("The mill closed in the mid-1980s.", "the mid-1980s", "198X"),
    ("The mill was built in the 19th century.", "19th century", "18"),
    ("He fought in the 1950-53 war.", "1950-53", "1950/1953"),
    # days with a name
    ("The shop was shut on Christmas Day.", "Christmas Day", "2030-12-25"),
    ("The shop was shut on New Year's Eve.", "New Year's Eve", "2030-12-31"),
    ("The shop was shut on May Day.", "May Day", "2031-05-01"),
    ("Since 9/11 the rules are strict.", "9/11", "2001-09-11"),
    # dates, and lists of them
    ("The bridge fell on Jan. 9.", "Jan. 9", "2031-01-09"),
    ("They met on 3 and 4 March.", "3 and 4 March", "2031-03-03/2031-03-04"),
    ("They met on March 3 and 4.", "March 3 and 4", "2031-03-03/2031-03-04"),
    ("They met on 3 and 7 March.", "7 March", "2031-03-07"),
    # months and seasons
    ("The bridge fell last autumn.", "last autumn", "2030-FA"),
    ("The bridge fell in November.", "November", "2030-11"),
    # stamps: the hour is of the day beside it, however old
    ("13 January 2025 10:58, UK", "13 January 2025", "2025-01-13"),
    ("13 January 2025 10:58, UK", "10:58", "2025-01-13T10:58"),
    # parts of days
    ("The raid began early Sunday.", "early Sunday", "2031-05-11"),
    ("Snow fell overnight.", "overnight", "2031-05-13TNI"),
    ("Snow fell overnight Sunday.", "overnight Sunday", "2031-05-11TNI"),
    ("Snow fell overnight into Sunday.", "overnight into Sunday", "2031-05-10TNI"),
    ("Snow fell overnight into Monday.", "overnight into Monday", "2031-05-11TNI"),
    # from what is told
    ("The bridge fell on 3 March 2030. Two days earlier it was shut.", "Two days earlier", "2030-03-01"),
    ("The bridge fell on 3 March 2030. It had been shut the previous week.", "the previous week", "2030-W08"),
    ("The bridge fell on 3 March 2030. It had been shut the day before.", "the day before", "2030-03-02"),
    ("Profit was 2 in the first half of 2030, up from 1 a year earlier.", "a year earlier", "2029-H1"),
    ("He said on 3 March 2030 he would leave on 28 March.", "28 March", "2030-03-28"),
    ("It would be the worst raid since the clashes in February.", "February", "2031-02"),
    # ahead
    ("The trial starts in two weeks' time.", "two weeks' time", "2031-W22"),
    # how often
    ("The clinic treats 300 patients a day.", "a day", "P1D"),
    ("The fund pays $5 a week.", "a week", "P1W"),
)
SETS = ("The clinic treats 300 patients a day.", "The fund pays $5 a week.", "It treats 300 patients per day.")
LENGTHS = ("He stayed a day.", "The wall was built in two weeks.")


@cache
def _read() -> dict[str, Annotated]:
    texts = [*dict.fromkeys(text for text, _, _ in VALUES), *SETS, *LENGTHS]
    return dict(zip(texts, annotate([article(text, published=TODAY) for text in texts]), strict=True))


def _of(text: str) -> list[Timex]:
    return times(_read()[text])


@pytest.mark.parametrize(("text", "words", "value"), VALUES)
def test_a_construction_has_its_value(text: str, words: str, value: str) -> None:
    """Each construction has the value that its words mean on the day of publication."""
    assert (words, value) in [(t.text, t.value) for t in _of(text)]


@pytest.mark.parametrize("text", SETS)
def test_so_many_a_day_is_a_set(text: str) -> None:
    """A count or a price "a day" tells how often."""
    assert [t.type for t in _of(text)] == ["SET"]


@pytest.mark.parametrize("text", LENGTHS)
def test_a_stay_of_a_day_is_a_duration(text: str) -> None:
    """The same words without a count before them tell how long."""
    assert [t.type for t in _of(text)] == ["DURATION"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The bridge fell on 12 January.", ["XXXX-01-12"]),
        ("The bridge fell on Sunday.", ["XXXX-WXX-7"]),
        ("The bridge fell in March.", ["XXXX-03"]),
        ("The bridge fell on Christmas Day.", ["XXXX-12-25"]),
        ("The bridge fell on 3 March 2030. Two days later it rained.", ["2030-03-03", "2030-03-05"]),
    ],
)
def test_without_a_day_of_publication_values_stay_partial(text: str, values: list[str]) -> None:
    """What the words alone do not give stays open, and is never reckoned from the day of the run."""
    assert [t.value for t in times(parsed(text, published=None))] == values


def test_a_year_that_is_concluded_is_marked() -> None:
    """A year that stands elsewhere in the text is no written one."""
    found = times(parsed("The bridge fell on 12 January. It had been shut on 3 January 2031.", published=None))
    assert [(t.value, t.inferred) for t in found] == [("2031-01-12", True), ("2031-01-03", False)]


def test_a_comparison_is_nothing_that_is_told_on() -> None:
    """Each "a year earlier" is reckoned from the news, and not from the one before it."""
    text = "Sales rose 2 percent from a year earlier. Costs rose 4 percent from a year earlier."
    assert [t.value for t in times(parsed(text, published=TODAY))] == ["2030", "2030"]
