"""What of one account is what of another."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from variorum.compose.matching import Piece, partners, shares

names = st.sampled_from(["x", "y", "z"])


def test_words_in_the_same_report_count_more():
    """The same words at the same place tell more than the same words elsewhere; a clause cut otherwise is known."""
    old = [Piece("a1", 0, 20, "nine boats sank", "c1"), Piece("a2", 5, 25, "the mayor left", "c2")]
    new = [Piece("a7", 0, 16, "nine boats", "c5"), Piece("a9", 5, 25, "the mayor left", "c6")]
    assert shares(old, new, {"a1": "a7"}) == {("c1", "c5"): 2, ("c2", "c6"): 1}
    assert shares(old, new, {"a2": "a9"}) == {("c2", "c6"): 3}


def test_neighbours_are_not_one():
    """Two clauses that share less than half of their stretch are two."""
    old = [Piece("a1", 0, 20, "nine boats sank", "c1")]
    assert shares(old, [Piece("a1", 15, 40, "sank, they said", "c1")], {"a1": "a1"}) == {}


@given(st.dictionaries(st.tuples(names, names), st.integers(1, 5)))
def test_each_has_one_partner(common):
    """No thing has two partners, and none is left while its like is free."""
    found = list(partners(Counter(common), ["x", "y", "z"]))
    olds, news = [a for a, _ in found], [b for _, b in found]
    assert len(set(olds)) == len(olds)
    assert len(set(news)) == len(news)
    assert all(a in olds or b in news for a, b in common)
