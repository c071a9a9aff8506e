"""Which figures of one measure are held against each other."""

from __future__ import annotations

import pytest

from told import figure
from variorum.relate.figures.comparable import ASIDE, BESIDE, Counted, declined
from variorum.relate.figures.scopes import Scope


def _why(one, other):
    """Return why two counts of the killed, each a text and a value, are not compared."""
    counted = (
        Counted(figure(text, value, value, article=f"a{n}"), Scope()) for n, (text, value) in enumerate((one, other))
    )
    return declined(*counted, ())


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (("ten people", 10), ("One other person", 1), "“One other person” is counted on top of others"),
        (("another 30 people", 30), ("about 40", 40), "“another 30 people” is counted on top of others"),
        (("six others", 6), ("seven others", 7), None),
        (("six others", 6), ("six people", 6), None),
        (("ten people", 10), ("nine people", 9), None),
    ],
)
def test_what_comes_on_top_is_no_total(one, other, why):
    """A number of others is held against a number of others, and against an equal one."""
    assert _why(one, other) == why
    assert _why(other, one) == why


def _limited(one, other):
    """Return why two counts of the killed, each a value and its period, are not compared."""
    counted = (
        Counted(figure(str(value), value, value, article=f"a{n}", period=period), Scope())
        for n, (value, period) in enumerate((one, other))
    )
    return declined(*counted, ())


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ((40, "PAST_REF"), (45, None), True),
        ((40, "P1W"), (45, None), False),
        ((40, "P1W"), (40, None), True),
        ((4, "P1W"), (4, None), False),
    ],
)
def test_only_a_stretch_limits_a_count(one, other, alike):
    """A count of late is no count of a week; a telling number is one, with its time and without."""
    assert (_limited(one, other) is None) == alike


def _scoped(one, other):
    """Return why two counts of the killed, each a value and its scope, are not compared."""
    counted = (
        Counted(figure(str(value), value, value, article=f"a{n}"), scope)
        for n, (value, scope) in enumerate((one, other))
    )
    return declined(*counted, ())


TOLL, LESS = Scope(first=True), Scope()
OF_2025, SOME = Scope(past="2025"), Scope(part=True)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ((9, TOLL), (40, OF_2025), "“40” is told of another time (2025)"),
        ((9, LESS), (40, OF_2025), ASIDE),
        ((40, TOLL), (40, OF_2025), None),
        ((40, OF_2025), (45, OF_2025), None),
        ((16, TOLL), (10, SOME), "“10” counts some of them"),
        ((16, LESS), (10, SOME), ASIDE),
        ((10, SOME), (11, SOME), None),
    ],
)
def test_what_is_recalled_or_counts_some_is_no_toll(one, other, why):
    """The dead of another year and some of the dead are held against their like alone, or an equal number."""
    assert _scoped(one, other) == why
    assert _scoped(other, one) == why


def _told(one, other):
    """Return whether two figures, each the fields of one, are compared; both are the first of their reports."""
    counted = (
        Counted(figure(fields.pop("text", "9"), 9 + n, 9 + n, article=f"a{n}", **fields), Scope(first=True))
        for n, fields in enumerate((dict(one), dict(other)))
    )
    return declined(*counted, ()) is None


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ({"counted": "farmer"}, {"counted": "person"}, True),
        ({"counted": "farmer"}, {"counted": "student"}, False),
        ({"counted": "bridge", "measure": "destroyed"}, {"counted": "person", "measure": "destroyed"}, False),
        ({"counted": "purchase", "unit": "USD", "measure": "price"}, {"unit": "USD", "measure": "price"}, True),
    ],
)
def test_tolls_of_people_and_of_some_people(one, other, alike):
    """A toll may be of farmers in one report and of people in another; a price is of what was bought."""
    assert _told(one, other) == alike


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [(("71", 71), ("71", 71), True), (("71", 71), ("72", 72), False), (("Orn, 71", 71), ("Marsh, 71", 71), False)],
)
def test_an_age_told_by_two_reports_is_one_persons(one, other, alike):
    """Two reports of one event that give one age mean one person, unless they name two."""
    ages = (
        Counted(figure(text, n, n, article=f"a{i}", unit="year", measure="age"), Scope())
        for i, (text, n) in enumerate((one, other))
    )
    assert (declined(*ages, ()) is None) == alike


def _bounded(one, other):
    """Return why two counts of the killed in one report, each text, low, high and whom, are not compared."""
    counted = (
        Counted(figure(text, low, high, counted=whom, article=name), Scope())
        for name, text, low, high, whom in (one, other)
    )
    return declined(*counted, ())


def test_a_bound_on_one_side_agrees_with_anything():
    """So it is no sign that two figures are of one thing."""
    nearly, some = ("a1", "nearly 900", None, 900, "soldier"), ("a2", "450", 450, 450, "miner")
    assert _bounded(nearly, some) == "counted are others"
    eight, seven = ("a1", "eight people", 8, 8, "person"), ("a1", "at least seven people", 7, None, "person")
    assert _bounded(eight, seven) == BESIDE
    assert _bounded(eight, ("a2", *seven[1:])) is None
    assert _bounded(eight, ("a1", "at least eight", 8, None, "person")) is None
