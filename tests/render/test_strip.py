"""A group of figures drawn to one scale."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.model import Figure
from variorum.render.strip import WIDTH, bars

BOUND = st.one_of(st.none(), st.integers(0, 10**9).map(float), st.floats(0, 1e9))


def _figure(low, high):
    return Figure("f1", "a1", 0, 1, "x", low, high)


@given(st.lists(st.tuples(BOUND, BOUND).filter(lambda b: None in b or b[0] <= b[1]), max_size=6))
def test_bars_stay_in_the_drawing(pairs):
    """Every stretch lies between the edges of the drawing, a hair's breadth aside."""
    for bar in bars([_figure(*pair) for pair in pairs]):
        assert bar is None or (bar.x >= -2 and bar.width >= 0 and bar.x + bar.width <= WIDTH + 2)


def test_the_smallest_numbers_have_a_scale():
    """The smallest number above nought is drawn within the edges like any other."""
    (bar,) = bars([_figure(None, 5e-324)])
    assert 0 <= bar.width <= WIDTH


def test_open_bounds_reach_the_edge():
    """“12 or more” goes to the right edge, “at most 30” begins at nought, an exact figure is a tick."""
    more, most, exact = bars([_figure(12, None), _figure(None, 30), _figure(15, 15)])
    assert (more.opens, more.x + more.width) == ("right", WIDTH)
    assert (most.opens, most.x) == ("left", 0)
    assert (exact.opens, exact.width) == ("", 3)
    assert more.x < exact.x < most.width


def test_what_has_no_scale_is_not_drawn():
    """Figures below nought, or without bounds, have no stretch."""
    assert bars([_figure(-3, -3), _figure(5, 5)]) == [None, None]
    assert bars([_figure(None, None)]) == [None]
    assert bars([]) == []
