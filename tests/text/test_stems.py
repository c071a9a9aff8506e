"""One key for the forms of a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.text.stems import stem


@pytest.mark.parametrize(
    "forms",
    [("strike", "strikes"), ("rescue", "rescued", "rescues"), ("party", "parties"), ("stop", "stopped", "stopping")],
)
def test_forms_of_a_word_meet(forms):
    """Number and tense do not part a word from itself."""
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(("a", "b"), [("boat", "boats"), ("glass", "gas"), ("ship", "shop")])
def test_short_words_stay_apart(a, b):
    """Cutting leaves at least three letters, and a double s stays."""
    assert (stem(a) == stem(b)) == (b == f"{a}s")


@given(st.text(alphabet="abcdeilmnorsty", max_size=14))
def test_a_key_begins_as_the_word(word):
    """A key is never longer than the word, nor empty where the word is not."""
    assert len(stem(word)) <= len(word)
    assert bool(stem(word)) == bool(word)
