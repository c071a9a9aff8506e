"""Words to word pieces."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.annotate.wordpiece import encode


def test_a_known_word_is_one_piece():
    """A word of the vocabulary is one number between the two marks."""
    assert len(encode("ferry", 16)) == 3


def test_case_and_accents_do_not_matter():
    """The vocabulary is uncased and without accents."""
    assert encode("Café FERRY", 16) == encode("cafe ferry", 16)


def test_an_unknown_word_falls_into_pieces():
    """A made-up name is spelt with pieces, not lost."""
    assert len(encode("Tamsettburg", 16)) > 3


@given(st.text(max_size=400), st.integers(3, 64))
def test_any_text_has_a_code(text, most):
    """Every text has a code of at least the two marks and at most the length asked for."""
    assert 2 <= len(encode(text, most)) <= most
