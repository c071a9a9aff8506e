"""The fewest sets that hold everything."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.text import covering
from variorum.text.covering import smallest_cover

families = st.lists(st.frozensets(st.integers(0, 8)), max_size=7)


@given(families)
def test_nothing_is_left_out_and_no_fewer_would_do(sets):
    """The chosen sets hold all that any set holds, and no smaller choice does."""
    chosen = smallest_cover(sets)
    wanted = frozenset().union(*sets)
    assert frozenset().union(*(sets[n] for n in chosen)) == wanted
    fewer = (c for k in range(len(chosen)) for c in combinations(sets, k))
    assert not any(frozenset().union(*c) == wanted for c in fewer)


@given(families)
def test_the_greedy_choice_holds_everything(sets):
    """Where there are too many sets to look at every choice, nothing is left out either."""
    wanted = frozenset().union(*sets)
    chosen = covering._greedy(sets, range(len(sets)), wanted)
    assert frozenset().union(*(sets[n] for n in chosen)) == wanted


@pytest.mark.parametrize(
    ("sets", "chosen"),
    [
        ([], ()),
        ([frozenset()], ()),
        ([frozenset({1}), frozenset({1, 2, 3}), frozenset({3, 4})], (1, 2)),
        ([frozenset({1, 2}), frozenset({1, 2})], (0,)),
    ],
)
def test_the_largest_comes_first(sets, chosen):
    """The set that holds most is named first; of equal sets the first is taken."""
    assert smallest_cover(sets) == chosen
