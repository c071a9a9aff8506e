"""How far two words are apart."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.text.edits import edits, likeness

WORDS = st.text(alphabet="abcd", max_size=8)


def test_a_swap_of_neighbours_is_one_edit():
    """The commonest slip of the keyboard counts one."""
    assert edits("anglea", "angela") == 1


def test_more_than_the_most_is_not_counted_out():
    """Beyond the limit only that it is beyond is told."""
    assert edits("abcdef", "uvwxyz", most=2) == 3


@given(WORDS, WORDS)
def test_distance_is_symmetric_and_zero_for_equals(a, b):
    """The order of the words does not matter; only equal words are no edit apart."""
    assert edits(a, b, 9) == edits(b, a, 9)
    assert (edits(a, b, 9) == 0) == (a == b)


@given(WORDS)
def test_a_word_is_wholly_like_itself(word):
    """Likeness to itself is one."""
    assert likeness(word, word) == 1.0
