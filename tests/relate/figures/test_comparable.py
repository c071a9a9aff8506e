"""Which figures of one measure are held against each other."""

from __future__ import annotations

import pytest

from told import figure
from variorum.relate.figures.comparable import Counted, declined
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
